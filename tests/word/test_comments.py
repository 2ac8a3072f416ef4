"""Comments in Word: they mark the words they are about wherever these stand, and change nothing else."""

import io
import zipfile

import docx
import pytest
from margin import margin, part
from word_traps import TRAPS
from word_xml import cell, element, paragraph, relationship, row, run, table, word

from foilint.document import Span, Unreadable
from foilint.readers.word import read_word
from foilint.word.comments import Comment, Line, annotated, without_own

DATE = "2026-01-31T09:00:00Z"


def find(document, words):
    """The span of words in a draft."""
    for number, block in enumerate(document.blocks):
        if words in block.text:
            start = block.text.index(words)
            return Span(number, start, start + len(words))
    raise AssertionError(words)


def commented(data, *words):
    """A file with a comment on each of these words; the empty word is the notice as a whole."""
    document = read_word(data, "letter.docx")
    spans = [find(document, each) if each else None for each in words]
    comments = [Comment(span, (Line(f"about {each or 'all'}"),)) for span, each in zip(spans, words, strict=True)]
    return annotated(data, document, comments, DATE)


def marks(data, *words):
    """What comments on these words mark, in the order of the page."""
    return [note.marked for note in margin(commented(data, *words))]


CONTROL = "<w:sdt><w:sdtPr>{0}</w:sdtPr><w:sdtContent>{1}</w:sdtContent></w:sdt>"
BOX = "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{0}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
BY = 'w:id="7" w:author="Jane Smith" w:date="2026-11-02T09:00:00Z"'
NOTE_REFERENCE = '<w:r><w:footnoteReference w:id="{0}"/></w:r>'
PLACES = {
    "a run": (word(paragraph("We rely on section 31(3) of the Act.")), "section 31(3)"),
    "several runs, two of them cut": (
        word(paragraph("We rely on sec", run("tion", "<w:b/>"), " 31(3) of the Act.")),
        "section 31(3)",
    ),
    "a whole paragraph": (word(paragraph("Balance")), "Balance"),
    "a table": (word(table(row(cell("Harm"), cell("Balance struck")))), "struck"),
    "a table in a table": (word(table(row(cell(table(row(cell("Factors against"))))))), "against"),
    "a hyperlink": (word(paragraph("See ", f'<w:hyperlink w:anchor="x">{run("our site")}</w:hyperlink>')), "our site"),
    "a tracked insertion": (word(paragraph("We ", f"<w:ins {BY}>{run('neither confirm')}</w:ins>")), "neither"),
    "words around a tracked deletion": (
        word(paragraph("neither ", f"<w:del {BY}><w:r><w:delText>admit</w:delText></w:r></w:del>", "confirm")),
        "neither confirm",
    ),
    "paragraphs joined by a deleted mark": (
        word(paragraph("We rely on", properties=f"<w:rPr><w:del {BY}/></w:rPr>") + paragraph(" section 31(3).")),
        "on section 31",
    ),
    "a content control": (word(CONTROL.format("", paragraph("Harm would follow"))), "would"),
    "a content control in a line": (word(paragraph("The ", CONTROL.format("", run("public interest")))), "interest"),
    "words with a soft hyphen and no-break spaces": (
        word(paragraph("under section\u00a031(3), dis\u00adclosure")),
        "section 31(3), disclosure",
    ),
    "an automatic number": (
        word(paragraph("1.\tLaw enforcement")),
        "enforcement",
    ),
    "words in two lines": (
        word(paragraph("<w:r><w:t>Public</w:t><w:br/><w:t>interest</w:t></w:r>")),
        "Public\ninterest",
    ),
}


@pytest.mark.parametrize(("data", "words"), PLACES.values(), ids=PLACES)
def test_a_comment_marks_its_words(data, words):
    plain = words.replace("\n", " ").replace("section 31(3), dis", "section\u00a031(3), dis\u00ad")
    assert marks(data, words) == [plain]


FROM_OUTSIDE = {
    "a control that Word fills in": (
        word(paragraph("Reference ", CONTROL.format("<w:text/>", run("FOI 2026/118")), " closed")),
        "2026",
        "FOI 2026/118",
    ),
    "a field": (
        word(paragraph("Page ", f'<w:fldSimple w:instr="PAGE">{run("of twelve")}</w:fldSimple>')),
        "twelve",
        "of twelve",
    ),
    "an equation": (word(paragraph("<m:oMath><m:r><m:t>x = 31</m:t></m:r></m:oMath>")), "31", ""),
    "a text box": (word(paragraph("Before ", BOX.format(paragraph("Boxed words")))), "Boxed", "Boxed words"),
    "a text box alone in its paragraph": (
        word(paragraph(BOX.format(paragraph("Boxed words")))),
        "words",
        "Boxed words",
    ),
}


@pytest.mark.parametrize(("data", "words", "marked"), FROM_OUTSIDE.values(), ids=FROM_OUTSIDE)
def test_what_word_lets_no_comment_into_is_marked_from_outside(data, words, marked):
    assert marks(data, words) == [marked]


IN_CONTROL = CONTROL.format("", paragraph("Harm would follow"))


@pytest.mark.parametrize(
    ("data", "marked"),
    {
        "before a paragraph": (word(IN_CONTROL + paragraph("Balance")), "would follow"),
        "before one with settings": (
            word(IN_CONTROL + paragraph("Balance", properties="<w:keepNext/>")),
            "would follow",
        ),
        "before another control": (word(IN_CONTROL * 2 + paragraph("Balance")), "would followHarm would follow"),
        "with more paragraphs": (
            word(CONTROL.format("", paragraph("Harm would follow") + paragraph("x"))),
            "would follow",
        ),
        "around a table": (word(CONTROL.format("", table(row(cell("Harm would follow"), cell("x"))))), "would follow"),
        "at the end": (word(IN_CONTROL), "would"),
    }.values(),
)
def test_in_the_first_paragraph_of_a_control_a_comment_ends_behind_it(data, marked):
    assert marks(data, "would") == [marked]


def notes(*texts):
    return element(
        "footnotes",
        "".join(f'<w:footnote w:id="{at}">{paragraph(text)}</w:footnote>' for at, text in enumerate(texts, 2)),
    )


def test_a_comment_on_a_footnote_stands_at_its_reference():
    data = word(
        paragraph("First", NOTE_REFERENCE.format(3), " second", NOTE_REFERENCE.format(2), " third"),
        {"word/footnotes.xml": notes("Noted later", "Noted first")},
    )
    copy = commented(data, "Noted later")
    marked = b'<w:commentRangeStart w:id="0"/><w:r><w:footnoteReference w:id="2"/></w:r><w:commentRangeEnd w:id="0"/>'
    assert b"> second</w:t></w:r>" + marked in part(copy, "word/document.xml")


def test_a_comment_on_a_header_or_on_all_stands_at_the_first_paragraph():
    page = '<w:sectPr><w:headerReference w:type="default" r:id="id-header1.xml"/></w:sectPr>'
    data = word(
        paragraph() + paragraph("Dear Ms Okafor,") + paragraph("Thank you.") + page,
        {"word/header1.xml": element("hdr", paragraph("Our crest"))},
    )
    assert marks(data, "Our crest", "") == ["Dear Ms Okafor,", "Dear Ms Okafor,"]


def test_a_draft_without_any_words_takes_a_comment_too():
    data = word(paragraph())
    assert margin(annotated(data, read_word(data, "x"), [Comment(None, (Line("empty"),))], DATE))[0].lines == ("empty",)


def test_a_body_without_paragraphs_cannot_be_commented():
    data = word("<w:sectPr/>")
    with pytest.raises(Unreadable, match="no paragraph to hang a comment on"):
        annotated(data, read_word(data, "x"), [Comment(None, (Line("empty"),))], DATE)


def test_comments_that_overlap_each_mark_their_own():
    data = word(paragraph("We rely on section 31(3) of the Act."))
    words = ["on section", "section 31(3)", "31", "We rely on section 31(3) of the Act.", "rely"]
    assert sorted(marks(data, *words)) == sorted(words)


def test_a_comment_says_who_when_and_what():
    data = word(paragraph("Balance"))
    comment = Comment(None, (Line("Error: missing-balance", bold=True), Line("Strike one & <say> which prevails.\x01")))
    (note,) = margin(annotated(data, read_word(data, "x"), [comment], DATE))
    assert note == (
        "Balance",
        "foilint",
        DATE,
        ("Error: missing-balance", "Strike one & <say> which prevails.\N{REPLACEMENT CHARACTER}"),
    )


@pytest.mark.parametrize("trap", TRAPS, ids=lambda trap: trap.name)
def test_no_trap_of_word_changes_a_word(trap):
    document = read_word(trap.data, "trap.docx")
    comments = [
        Comment(Span(number, 0, len(block.text)), (Line("here"),)) for number, block in enumerate(document.blocks)
    ]
    copy = annotated(trap.data, document, [*comments, Comment(None, (Line("all"),))], DATE)
    assert read_word(copy, "trap.docx").blocks == document.blocks


def test_all_other_parts_are_the_same_byte_for_byte():
    parts = {
        "word/chunk.html": "<html><body>EMBEDDED</body></html>",
        "word/styles.xml": element("styles", ""),
        "customXml/item1.xml": "<?odd?><label xmlns='urn:x'> as it   was </label>",
    }
    data = word(paragraph("text") + '<w:altChunk r:id="id-chunk.html"/>', parts)
    copy = commented(data, "")
    changed = {"[Content_Types].xml", "word/document.xml", "word/_rels/document.xml.rels", "word/comments.xml"}
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(io.BytesIO(copy)) as after:
        assert after.namelist() == [*before.namelist(), "word/comments.xml"]
        for name in set(before.namelist()) - changed:
            assert after.read(name) == before.read(name)


OTHERS = element(
    "comments", f'<w:comment w:id="3" w:author="Jane Smith" w:initials="JS">{paragraph("Is this right?")}</w:comment>'
)
WITH_OTHERS = word(
    paragraph(
        '<w:commentRangeStart w:id="3"/>',
        "We rely",
        '<w:commentRangeEnd w:id="3"/>',
        '<w:r><w:commentReference w:id="3"/></w:r>',
        " on it.",
    ),
    {"word/comments.xml": OTHERS},
)


def test_other_peoples_comments_stay():
    both = [(note.author, note.marked) for note in margin(commented(WITH_OTHERS, "rely on"))]
    assert both == [("Jane Smith", "We rely"), ("foilint", "rely on")]


def test_own_comments_give_way_to_new_ones_and_leave_others():
    again = without_own(commented(WITH_OTHERS, "rely on", "it", ""))
    assert [(note.author, note.marked) for note in margin(again)] == [("Jane Smith", "We rely")]
    assert b"foilint" not in part(again, "word/comments.xml")


def test_reviewing_twice_gives_the_same_bytes():
    once = commented(WITH_OTHERS, "rely on", "it", "")
    assert commented(without_own(once), "rely on", "it", "") == once


def test_a_file_without_own_comments_is_left_as_it_is():
    assert without_own(WITH_OTHERS) is WITH_OTHERS


def test_what_word_noted_of_own_comments_goes_with_them_and_answers_stay():
    label = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" w14:paraId'
    noted = (
        '<w15:commentsEx xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml">'
        '<w15:commentEx w15:paraId="00000001" w15:done="1"/>'
        '<w15:commentEx w15:paraId="00000002" w15:paraIdParent="00000001" w15:done="0"/></w15:commentsEx>'
    )
    listed = element(
        "comments",
        f'<w:comment w:id="0" w:author="foilint"><w:p {label}="00000001">{run("mend")}</w:p></w:comment>'
        f'<w:comment w:id="1" w:author="Jane Smith"><w:p {label}="00000002">{run("done")}</w:p></w:comment>',
    )
    reference = '<w:r><w:commentReference w:id="{0}"/></w:r>'
    data = word(
        paragraph("text", reference.format(0), reference.format(1)),
        {"word/comments.xml": listed, "word/commentsExtended.xml": noted},
        relationship("x", "commentsExtended", "commentsExtended.xml"),
    )
    copy = without_own(data)
    assert [note.lines for note in margin(copy)] == [("done",)]
    left = part(copy, "word/commentsExtended.xml")
    assert b'paraId="00000001"' not in left
    assert b'<w15:commentEx w15:paraId="00000002" w15:done="0"/>' in left


def test_python_docx_opens_the_copy_and_finds_the_comment():
    opened = docx.Document(io.BytesIO(commented(PLACES["several runs, two of them cut"][0], "section 31(3)")))
    (comment,) = opened.comments
    assert (comment.author, comment.initials, comment.text) == ("foilint", "fl", "about section 31(3)")
    assert [each.text for each in opened.paragraphs] == ["We rely on section 31(3) of the Act."]
    assert [each.text for each in opened.paragraphs[0].runs if each.bold] == ["tion"]
