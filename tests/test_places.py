"""Where findings stand, and the fingerprints by which they are known again."""

from foilint.document import Block, Cell, Document, Layer, Origin, Span
from foilint.finding import Complaint, Severity
from foilint.places import findings, place

LETTER = Document(
    path="letter.txt",
    format="text",
    blocks=(
        Block("Harm", origins=(Origin(0, 1, 1),), stands_out=True),
        Block("Disclosure would\nendanger staff.", origins=(Origin(0, 3, 5), Origin(17, 4, 1))),
        Block("12", cell=Cell(table=1, row=2, column=3), paragraph=9),
        Block("See above.", layer=Layer.NOTE, name="footnote 2", paragraph=1),
    ),
)


def test_words_in_text_stand_at_lines_and_columns_from_1():
    found = place(LETTER, Span(1, 17, 25))
    assert (found.line, found.column, found.end_line, found.end_column) == (4, 1, 4, 9)
    assert (found.paragraph, found.heading, found.part, found.excerpt) == (None, "Harm", "", "endanger")


def test_words_over_two_lines_end_on_the_second_and_are_quoted_on_one():
    found = place(LETTER, Span(1, 11, 25))
    assert (found.line, found.column, found.end_line, found.end_column) == (3, 16, 4, 9)
    assert found.excerpt == "would endanger"


def test_words_in_word_stand_in_paragraphs_cells_and_notes():
    assert place(LETTER, Span(2, 0, 2))[:5] == (None, None, 9, "Harm", "table 1, row 2, column 3")
    assert place(LETTER, Span(3, 0, 3)).part == "footnote 2"


def test_a_heading_stands_under_itself():
    assert place(LETTER, Span(0, 0, 4)).heading == "Harm"


def test_long_words_are_cut_at_a_space():
    document = Document("a.txt", "text", (Block("word " * 100),))
    excerpt = place(document, Span(0, 0, 499)).excerpt
    assert len(excerpt) <= 160
    assert excerpt.endswith("word…")


def test_signs_that_command_a_terminal_are_not_quoted():
    document = Document("a.txt", "text", (Block("red \x1b[31malert\x00"),))
    assert place(document, Span(0, 0, 15)).excerpt == "red \ufffd[31malert\ufffd"


def test_a_message_that_quotes_such_signs_is_one_sound_line():
    (found,) = findings(LETTER, [("placeholder", Severity.ERROR, Complaint('"\x1b[31m\n\ud800" is left over'))])
    assert found.message == '"\ufffd[31m \ufffd" is left over'


def said(document, *complaints):
    return findings(document, [("missing-harm", Severity.ERROR, complaint) for complaint in complaints])


def test_findings_stand_in_the_order_of_the_document_and_the_whole_notice_comes_last():
    found = said(
        LETTER,
        Complaint("of the whole"),
        Complaint("later", span=Span(2, 0, 2)),
        Complaint("earlier", span=Span(1, 0, 4)),
    )
    assert [finding.message for finding in found] == ["earlier", "later", "of the whole"]


def test_a_fingerprint_survives_edits_elsewhere():
    before = said(LETTER, Complaint("no harm", "X", Span(1, 17, 25)))
    edited = LETTER._replace(
        blocks=(Block("A new opening."), Block("Staff? We would endanger them.", origins=(Origin(0, 9, 1),)))
    )
    after = said(edited, Complaint("no harm is shown", "X", Span(1, 16, 24)))
    assert before[0].fingerprint == after[0].fingerprint


def test_a_fingerprint_tells_rules_exemptions_words_and_repetitions_apart():
    same = Complaint("no harm", "X", Span(1, 17, 25))
    prints = [finding.fingerprint for finding in said(LETTER, same, same, same._replace(exemption="Y"))]
    prints += [finding.fingerprint for finding in said(LETTER, same._replace(span=Span(1, 0, 10)))]
    prints += [finding.fingerprint for finding in findings(LETTER, [("missing-balance", Severity.ERROR, same)])]
    assert len(set(prints)) == len(prints) == 5
