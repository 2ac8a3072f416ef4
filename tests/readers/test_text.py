"""Plain text: the same paragraphs, however the lines were broken, spaced and indented."""

import textwrap
from pathlib import Path

import pytest
from contract import faults, misplaced
from hypothesis import given, settings
from hypothesis import strategies as st

from foilint.document import Cell, Layer, Origin
from foilint.readers.text import blocks_of, read_text

FORMATS = Path(__file__).parents[2] / "fixtures" / "formats"
ANCHOR = (
    "Any release of this kind is a release to everybody, and those who would use it to do harm would read it with as "
    "much care as those who would use it for good, so that the force has to look at what anybody at all could do with "
    "an answer, and not only at what the person who asked would do with it in the end."
)


def shown(text):
    """Blocks as a reader sees them: a wrap is a space."""
    return [
        (block.text.replace("\n", " "), block.stands_out, block.marker)
        for block in blocks_of(text)
        if block.layer is not Layer.FURNITURE
    ]


def texts(text):
    return [words for words, _, _ in shown(text)]


words = st.text("abcdefghilmnoprstuvwy", min_size=2, max_size=11)
sentences = st.lists(words, min_size=8, max_size=24).map(lambda found: " ".join(found).capitalize() + ".")
paragraphs = st.lists(sentences, min_size=1, max_size=5).map(" ".join)
headings = st.lists(words.map(str.capitalize), min_size=2, max_size=3).map(" ".join)
notices = st.lists(paragraphs | headings, min_size=1, max_size=8).map(lambda found: [ANCHOR, *found, ANCHOR])


def wrapped(notice, width):
    return "\n\n".join("\n".join(textwrap.wrap(block, width, break_long_words=False)) for block in notice)


SPACINGS = {
    "as it is": lambda text: text,
    "a blank line after every line": lambda text: text.replace("\n", "\n\n"),
    "two blank lines after every line": lambda text: text.replace("\n", "\n\n\n"),
    "CRLF": lambda text: text.replace("\n", "\r\n"),
    "CR": lambda text: text.replace("\n", "\r"),
    "no-break spaces": lambda text: text.replace(" ", "\xa0"),
    "double spaces": lambda text: text.replace(" ", "  "),
    "blanks at line ends": lambda text: text.replace("\n", "  \n"),
    "a deep indent": lambda text: textwrap.indent(text, " " * 15),
    "a byte order mark": lambda text: "\ufeff" + text,
    "quoted": lambda text: textwrap.indent(text, "> ", lambda _: True),
}


@pytest.mark.parametrize("spacing", SPACINGS)
@given(notice=notices, width=st.integers(40, 140))
@settings(max_examples=30, deadline=None)
def test_wrapped_text_reads_as_it_does_unwrapped(spacing, notice, width):
    assert shown(SPACINGS[spacing](wrapped(notice, width))) == [
        (block, not block.endswith("."), "") for block in notice
    ]


@given(notice=notices, width=st.integers(40, 140))
@settings(max_examples=60, deadline=None)
def test_every_word_stands_where_it_is_said_to(notice, width):
    source = wrapped(notice, width).replace(" a", "  a").replace(" s", " \t s")
    document = read_text(source.encode(), "notice.txt")
    assert faults(document) == []
    assert misplaced(document, source) == []


@given(st.text(st.sampled_from(list("aB.:;-•*()1i \n\t\r\f>|=_\xa0\xad\u200b\u2028")), max_size=120))
@settings(max_examples=300, deadline=None)
def test_any_text_at_all_keeps_the_contract(text):
    assert faults(read_text(text.encode(), "any.txt")) == []


@given(st.text(st.sampled_from(list("aB.:;-•*()1i \n\t\r\f>|=_\xa0\xad\u200b\u2028")), max_size=120))
@settings(max_examples=300, deadline=None)
def test_no_letter_is_lost_but_in_rules(text):
    read = "".join(block.marker + block.text for block in blocks_of(text))
    assert sorted(filter(str.isalnum, read)) == sorted(filter(str.isalnum, text))


def test_who_wraps_by_hand_cuts_no_reference_in_two():
    letter = """\
Your letter was received on the third of the month, and I have had it with
the officer who keeps the plans since then. She has told me that there are
two, that neither has been shown to anybody outside the prison, and that a
third is being drawn by a firm in the town.

You may ask for an internal review within forty working days by writing to
the Head of Information Rights at the address above, quoting reference
CEA 250941-38. If you are then still dissatisfied you may apply to the one
whose address is given below, who will look at the whole of it afresh and
tell you what may be had and what may not.
"""
    assert len(texts(letter)) == 2


def test_a_heading_needs_no_blank_line_around_it():
    letter = """\
Dear Matthew,
I write in connection with your request for information, dated 9th February 2015.
Response:
I am not obliged to supply the
information that you have requested in full. Parts of this request are exempt by virtue of
Section 31(1)(a)(b) (Law Enforcement) and Section 40(2) Personal information.
Section 40 is an absolute exemption, therefore there is no need to consider either the harm or
public interest test in disclosure.
"""
    assert texts(letter) == [
        "Dear Matthew,",
        "I write in connection with your request for information, dated 9th February 2015.",
        "Response:",
        "I am not obliged to supply the information that you have requested in full. Parts of this request are exempt "
        "by virtue of Section 31(1)(a)(b) (Law Enforcement) and Section 40(2) Personal information.",
        "Section 40 is an absolute exemption, therefore there is no need to consider either the harm or public "
        "interest test in disclosure.",
    ]


def test_lines_that_were_never_wrapped_are_paragraphs():
    letter = "The duty does not apply\nSection 31(3) Law Enforcement\nSection 40(5) Personal Information\n" + ANCHOR
    assert texts(letter) == letter.split("\n")


def test_a_page_that_ends_in_a_sentence_leaves_no_trace_in_it():
    page = textwrap.wrap(ANCHOR, 60)
    pages = "\n".join([*page[:3], "", "Page 1 of 2", "\f" + page[3], *page[4:], "", "Page 2 of 2"])
    blocks = blocks_of(pages)
    assert [block.text.replace("\n", " ") for block in blocks if block.layer is Layer.BODY] == [ANCHOR]
    assert [block.text for block in blocks if block.layer is Layer.FURNITURE] == ["Page 1 of 2", "Page 2 of 2"]


def test_a_bare_number_in_the_middle_of_a_sentence_is_a_page_number():
    page = textwrap.wrap(ANCHOR, 60)
    blocks = blocks_of("\n".join([*page[:3], "", "408,", "", *page[3:]]))
    assert [(block.layer, block.text) for block in blocks if block.layer is not Layer.BODY] == [
        (Layer.FURNITURE, "408,")
    ]


def test_a_bare_number_that_answers_a_question_is_an_answer():
    assert texts("How many were there?\n\n3\n\nHow many were lost?\n\n1") == [
        "How many were there?",
        "3",
        "How many were lost?",
        "1",
    ]


def test_a_running_head_at_three_page_ends_is_furniture():
    pages = [
        f"Northmoor Constabulary\n\n{number} things are said here.\n\n{ANCHOR}\n" for number in ("Two", "Six", "Ten")
    ]
    blocks = blocks_of("\f".join(f"{page}\nIt ends {page[26]}.\n" for page in pages))
    assert [block.text for block in blocks if block.layer is Layer.FURNITURE] == ["Northmoor Constabulary"] * 3


def test_a_heading_that_comes_once_for_each_exemption_is_no_running_head():
    notice = "".join(f"Factors favouring disclosure\n\n{ANCHOR}\n\n" for _ in range(4))
    assert texts(notice).count("Factors favouring disclosure") == 4


@pytest.mark.parametrize("bullet", ["•", "o", "⦁", "·", "*", "-", "–", "|", "\uf0b7"])
def test_bullets(bullet):
    listed = f"The points are:\n{bullet} openness about the use of public funds; and\n{bullet} accountability."
    assert shown(listed)[1:] == [
        ("openness about the use of public funds; and", False, bullet),
        ("accountability.", False, bullet),
    ]


@pytest.mark.parametrize(
    "markers",
    [
        ["1.", "2.", "3."],
        ["1)", "2)", "3)"],
        ["(1)", "(2)", "(3)"],
        ["(a)", "(b)", "(c)"],
        ["a)", "b)", "c)"],
        ["a.", "b.", "c."],
        ["A.", "B.", "C."],
        ["i.", "ii.", "iii."],
        ["(i)", "(ii)", "(iii)"],
        ["1.1", "1.2", "1.3"],
        ["2.1.", "2.2.", "2.3."],
        ["Q1.", "Q2.", "Q3."],
        ["1.", "1.", "1."],
    ],
    ids=" ".join,
)
def test_numbered_items(markers):
    items = [f"{marker} The reason for this is given below." for marker in markers]
    assert [(marker, words) for words, _, marker in shown("\n".join(items))] == [
        (marker, "The reason for this is given below.") for marker in markers
    ]


@pytest.mark.parametrize(
    "line",
    [
        "s. 31 is engaged here.",
        "J. Smith wrote to us.",
        "31. That section is engaged.",
        "2024. We then wrote again.",
        "4.2 million people live there.",
        "40(2) Personal information",
        "a new approach was taken.",
        "§",
    ],
)
def test_what_looks_like_a_marker_and_is_none(line):
    assert shown(line)[0][::2] == (line, "")


def test_a_bracketed_letter_that_a_wrap_brought_to_the_start_of_a_line_opens_no_item():
    text = (
        f"{ANCHOR} It is for this reason that we have come to rely on the provision in section 31(1)(a) and (b) here."
    )
    for width in range(40, 141):
        assert texts("\n".join(textwrap.wrap(text, width)))[0].startswith(ANCHOR), width
        assert len(texts("\n".join(textwrap.wrap(text, width)))) == 1, width


def test_items_in_items_are_deeper():
    blocks = blocks_of("1. First\n(a) one part\n(b) another part\n2. Second\n• a point\n  • a finer point\n• a point")
    assert [(block.marker, block.depth) for block in blocks] == [
        ("1.", 1),
        ("(a)", 2),
        ("(b)", 2),
        ("2.", 1),
        ("•", 2),
        ("•", 3),
        ("•", 2),
    ]


def test_a_list_after_other_paragraphs_is_not_inside_an_earlier_one():
    blocks = blocks_of("1. First\n2. Second\n\nIn favour of disclosure:\n\n• openness\n• trust")
    assert [(block.marker, block.depth) for block in blocks if block.marker] == [
        ("1.", 1),
        ("2.", 1),
        ("•", 1),
        ("•", 1),
    ]


def test_underlined_headings_have_a_level():
    blocks = blocks_of("Refusal notice\n==============\n\nHarm\n----\n\nIt would harm.\n------------\n")
    assert [(block.level, block.text) for block in blocks] == [
        (1, "Refusal notice"),
        (2, "Harm"),
        (2, "It would harm."),
    ]


def test_a_rule_between_paragraphs_underlines_nothing():
    blocks = blocks_of(f"Harm\n\n{'_' * 60}\n\nBalance\n\n{'-' * 60}\n\nEnd")
    assert [(block.level, block.text) for block in blocks] == [(0, "Harm"), (0, "Balance"), (0, "End")]


@pytest.mark.parametrize(
    ("line", "stands_out"),
    [
        ("Balance Test", True),
        ("REASONS FOR DECISION", True),
        ("Overall harm for Section 31(1)(a)(b):", True),
        ("S24 Factors Favouring Confirmation or Denial", True),
        ("We refuse your request.", False),
        ("Dear Ms Adeyemi,", False),
        ("https://www.mi5.gov.uk/threat-levels", False),
        ("foi@northmoor.example", False),
        ("In relation to your particular request for information, the following exemption applies:", False),
        (ANCHOR.rstrip("."), False),
    ],
)
def test_a_short_line_of_its_own_stands_out_unless_it_ends_a_sentence(line, stands_out):
    assert [block.stands_out for block in blocks_of(line)] == [stands_out]


def test_capitals_are_parted_from_what_follows_even_where_they_fill_the_line():
    width = len("FREEDOM OF INFORMATION ACT 2000 REQUEST")
    letter = "FREEDOM OF INFORMATION ACT 2000 REQUEST\n" + "\n".join(
        textwrap.wrap(ANCHOR.replace("Any", "Anything"), width)
    )
    assert texts(letter)[0] == "FREEDOM OF INFORMATION ACT 2000 REQUEST"


def test_quoted_lines_are_somebody_elses_words():
    blocks = blocks_of("You wrote:\n> please send\n> me all of it\n>> and more\nWe refuse.")
    assert [(block.layer, block.text) for block in blocks] == [
        (Layer.BODY, "You wrote:"),
        (Layer.QUOTED, "please send\nme all of it"),
        (Layer.QUOTED, "and more"),
        (Layer.BODY, "We refuse."),
    ]


@pytest.mark.parametrize(
    "table",
    [
        "Provision\tNature\nSection 31(3)\tQualified, so a test was done.",
        "Provision | Nature\n--- | ---\nSection 31(3) | Qualified, so a test was done.",
        "| Provision | Nature |\n|---|---|\n| Section 31(3) | Qualified, so a test was done. |",
        "+----+----+\n| Provision | Nature |\n+----+----+\n| Section 31(3) | Qualified, so a test was done. |",
    ],
    ids=["tabs", "bars", "bars around", "a frame"],
)
def test_tables(table):
    assert [(block.text, block.cell) for block in blocks_of(table)] == [
        ("Provision", Cell(1, 1, 1, heads=True)),
        ("Nature", Cell(1, 1, 2, heads=True)),
        ("Section 31(3)", Cell(1, 2, 1, heads=True)),
        ("Qualified, so a test was done.", Cell(1, 2, 2)),
    ]


def test_labels_with_a_tab_after_them_are_no_table():
    assert texts("Our ref:\tFOI/1234\nYour ref:\tnone") == ["Our ref: FOI/1234", "Your ref: none"]


def test_a_word_cut_at_its_hyphen_is_whole_again():
    assert texts(f"{ANCHOR} It concerns a well-\nknown place.")[0].endswith("a well-known place.")


def test_places_survive_what_is_left_out():
    [block] = blocks_of("\n   The\xad  public\u200b   interest\n")
    assert block.text == "The public interest"
    assert [block.line_and_column(block.text.index(word)) for word in ("The", "public", "interest")] == [
        (2, 4),
        (2, 10),
        (2, 20),
    ]


def test_the_first_words_of_an_item_stand_behind_its_marker():
    assert blocks_of("  1.\tThe reason")[0].origins == (Origin(0, 1, 6),)


def test_a_letter_on_one_line_is_one_block():
    assert texts(f"{ANCHOR} {ANCHOR} {ANCHOR}") == [f"{ANCHOR} {ANCHOR} {ANCHOR}"]


@pytest.mark.parametrize("width", range(40, 141, 7))
def test_the_notice_in_the_fixtures_reads_the_same_at_any_width(width):
    source = (FORMATS / "notice.txt").read_text("utf-8")
    narrow = "\n".join(
        line if "\t" in line else "\n".join(textwrap.wrap(line, width, break_long_words=False) or [""])
        for line in source.split("\n")
        if set(line) not in ({"="}, {"-"})
    )
    plain = "\n".join(line for line in source.split("\n") if set(line) not in ({"="}, {"-"}))
    assert shown(narrow) == shown(plain)


def notices_as_written():
    found = (FORMATS.parents[1] / "benchmarks" / "notices" / "tuning").rglob("*.txt")
    return [pytest.param(path, id=path.stem) for path in sorted(found)]


@pytest.mark.parametrize("path", notices_as_written())
@pytest.mark.parametrize("width", [40, 65, 90, 120])
def test_notices_as_offices_write_them_read_the_same_at_any_width(path, width):
    blocks = [block for block in blocks_of(path.read_text("utf-8")) if not block.level and not block.cell]
    letter = [f"{block.marker} {block.text}".strip() for block in blocks if block.layer is not Layer.FURNITURE]
    again = shown(SPACINGS["a blank line after every line"](wrapped(letter, width)))
    assert [f"{marker} {words}".strip() for words, _, marker in again] == [text.replace("\n", " ") for text in letter]


REASONS = (
    "The officers who wrote the report named the people who had complained about the kennels.",
    "Those people were promised that nobody outside the council would learn who they were.",
)


def test_a_last_line_with_an_address_belongs_to_its_paragraph():
    letter = [f"{REASONS[0]} {REASONS[1]} Write to the kennels. E-mail: kennels@council.example", *REASONS]
    assert texts(SPACINGS["a blank line after every line"](wrapped(letter, 40))) == letter
