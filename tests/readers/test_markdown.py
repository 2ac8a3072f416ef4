"""Markdown: no sign of emphasis, link or list is left in the words, and every word keeps its place."""

import pytest
from contract import faults, misplaced
from hypothesis import given, settings
from hypothesis import strategies as st

from foilint.document import Cell, Layer, Mark, MarkKind, Origin
from foilint.readers.markdown import read_markdown


def document(source):
    read = read_markdown(source.encode(), "notice.md")
    assert faults(read) == []
    return read


def texts(source):
    return [block.text for block in document(source).blocks]


@pytest.mark.parametrize(
    ("source", "level", "text"),
    [
        ("# Notice", 1, "Notice"),
        ("### Harm ###", 3, "Harm"),
        ("  ## Harm **done**", 2, "Harm done"),
        ("## Section 24 #", 2, "Section 24"),
        ("# C#", 1, "C#"),
        ("Refusal notice\n===", 1, "Refusal notice"),
        ("Harm\n---", 2, "Harm"),
        ("Harm and\nbalance\n-----", 2, "Harm and\nbalance"),
        ("#Harm", 0, "#Harm"),
        ("####### Harm", 0, "####### Harm"),
    ],
)
def test_headings(source, level, text):
    assert [(block.level, block.text) for block in document(source).blocks] == [(level, text)]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("We *neither confirm* nor __deny__.", "We neither confirm nor deny."),
        ("***Harm*** and _**balance**_", "Harm and balance"),
        ("**Section 31(1)**(a)", "Section 31(1)(a)"),
        ("5 * 3 * 2", "5 * 3 * 2"),
        ("file_name_here and snake_case", "file_name_here and snake_case"),
        ("Your ref ______", "Your ref ______"),
        ("** not strong **", "** not strong **"),
        ("**open", "**open"),
        ("*a **b* c**", "a b c"),
        ("~~struck~~ out", "struck out"),
        ("about ~50 or ~~60", "about ~50 or ~~60"),
        ("see `s.24` and ``a`b``", "see s.24 and a`b"),
        ("a ` b", "a ` b"),
        ("[the Act](https://a.uk/x 'title') and [it](<a b>)", "the Act and it"),
        ("[Act](https://a.uk/x_(y)) here", "Act here"),
        ("![crest](c.png) We refuse.", "We refuse."),
        ("[REDACTED] and [Name supplied] (see note)", "[REDACTED] and [Name supplied] (see note)"),
        ("[REDACTED](see note 1)", "[REDACTED](see note 1)"),
        ("[the Act][1], [Act] and [other]\n\n[1]: x\n[act]: y", "the Act, Act and [other]"),
        ("<https://a.uk> and <a@b.uk>", "https://a.uk and a@b.uk"),
        ("https://a.uk/b_c_d stays", "https://a.uk/b_c_d stays"),
        ("<name of officer> and <b>bold</b><sup>1</sup>", "<name of officer> and bold1"),
        ("one<br>two<br/>three", "one\ntwo\nthree"),
        ("fish &amp; chips &pound;5 &#8211; &nosuch; & co", "fish & chips £5 – &nosuch; & co"),
        (r"\*not\* 1\. \[a\] C:\dir", r"*not* 1. [a] C:\dir"),
        ("double  spaces\tand\u00a0tabs, inter\u00adest", "double spaces and tabs, interest"),
        ("a <!-- b --> c", "a c"),
        ("a < b > c", "a < b > c"),
    ],
)
def test_signs_inside_words(source, text):
    assert "\n".join(texts(source)) == text


def test_bold_paragraphs_stand_out_and_bold_openings_lead():
    blocks = document("**Harm**\n\n**For:** it is open.\n\n*Note*\n\nREASONS FOR DECISION\n\n<b>Balance</b>\n").blocks
    assert [(block.stands_out, block.text[: block.lead]) for block in blocks] == [
        (True, ""),
        (False, "For:"),
        (False, ""),
        (True, ""),
        (True, ""),
    ]


def test_hard_breaks_part_short_lines_and_what_stands_out():
    assert texts("Northmoor Constabulary  \nInformation Rights\\\nNorthmoor") == [
        "Northmoor Constabulary",
        "Information Rights",
        "Northmoor",
    ]
    assert texts("**Harm**  \nIt would harm.") == ["Harm", "It would harm."]


def test_emphasis_goes_on_over_a_hard_break():
    blocks = document("**Northmoor  \nConstabulary**").blocks
    assert [(block.text, block.stands_out) for block in blocks] == [("Northmoor", True), ("Constabulary", True)]


def test_wrapped_lines_are_one_paragraph():
    assert texts("We\nrefuse\n  to say.\n\nSorry.") == ["We\nrefuse\nto say.", "Sorry."]


def test_lists():
    source = """\
Points:
- one
  goes on
- two
lazily
    - nested

      again

1. first
1. second

   still second
2) other
* new
+ newer
"""
    assert [(block.marker, block.depth, block.text) for block in document(source).blocks] == [
        ("", 0, "Points:"),
        ("•", 1, "one\ngoes on"),
        ("•", 1, "two\nlazily"),
        ("◦", 2, "nested"),
        ("", 0, "again"),
        ("1.", 1, "first"),
        ("2.", 1, "second"),
        ("", 0, "still second"),
        ("2)", 1, "other"),
        ("•", 1, "new"),
        ("•", 1, "newer"),
    ]


def test_a_year_at_the_start_of_a_line_opens_no_list():
    assert texts("It happened in\n2019. We knew\n- so to speak - of it.") == [
        "It happened in\n2019. We knew",
        "so to speak - of it.",
    ]


def test_letters_in_brackets_are_items_though_markdown_knows_none():
    source = "The notice:\n(a) states that fact,\n(b) says why under section 31(1)\n(a) and (b).\n\na) typed"
    assert [(block.marker, block.text) for block in document(source).blocks] == [
        ("", "The notice:"),
        ("(a)", "states that fact,"),
        ("(b)", "says why under section 31(1)\n(a) and (b)."),
        ("a)", "typed"),
    ]


def test_numbers_typed_in_headings_are_markers():
    assert [(block.marker, block.text) for block in document("## 1. Harm\n## 2. Balance").blocks] == [
        ("1.", "Harm"),
        ("2.", "Balance"),
    ]


def test_tables():
    source = "We rely on:\nFor | Against\n:---|---:\nIt is open. | **Harm** \\| risk.\n| x |\n\nEnd"
    assert [(block.text, block.cell) for block in document(source).blocks] == [
        ("We rely on:", None),
        ("For", Cell(1, 1, 1, heads=True)),
        ("Against", Cell(1, 1, 2, heads=True)),
        ("It is open.", Cell(1, 2, 1)),
        ("Harm | risk.", Cell(1, 2, 2)),
        ("x", Cell(1, 3, 1)),
        ("End", None),
    ]


def test_a_dash_under_a_paragraph_is_no_table_without_bars():
    assert [(block.level, block.text) for block in document("a | b\n---").blocks] == [(2, "a | b")]


def test_quotations():
    source = "> You asked\nlazily\n>\n> > for more\n> - item\n\nWe refuse."
    assert [(block.layer, block.text) for block in document(source).blocks] == [
        (Layer.QUOTED, "You asked\nlazily"),
        (Layer.QUOTED, "for more"),
        (Layer.QUOTED, "item"),
        (Layer.BODY, "We refuse."),
    ]


def test_notes_stand_in_a_layer_of_their_own():
    blocks = document("We refuse[^1].[^none]\n\n[^1]: Under the Act,\n    section 1.\n\nEnd").blocks
    assert [(block.layer, block.name, block.text) for block in blocks] == [
        (Layer.BODY, "", "We refuse.[^none]"),
        (Layer.NOTE, "footnote 1", "Under the Act,\nsection 1."),
        (Layer.BODY, "", "End"),
    ]


@pytest.mark.parametrize("fence", ["```", "~~~~", "``` text"])
def test_code_is_text(fence):
    assert texts(f"{fence}\nHarm\n\nIt *would* harm.\n{fence.split()[0]}\nEnd") == ["Harm", "It *would* harm.", "End"]


def test_an_indented_paragraph_is_a_paragraph():
    assert texts("    We *refuse*.") == ["We refuse."]


def test_front_matter_is_no_letter():
    assert texts("---\ntitle: Notice\nauthor: Jane\n---\nWe refuse.") == ["We refuse."]
    assert texts("---\n\nWe refuse.") == ["We refuse."]


def test_rules_part_and_are_nothing():
    assert texts("One\n\n---\n\nTwo\n***\nThree\n_ _ _\nFour") == ["One", "Two", "Three", "Four"]


def test_comments_are_noted():
    source = (
        "We refuse.\n\n<!-- Jane: is this right?\nPlease check. -->\n\nEnd <!-- prettier-ignore -->.\n<!-- never closed"
    )
    read = document(source)
    assert read.marks == (Mark(MarkKind.COMMENT, "Jane: is this right? Please check.", 0),)


def test_changes_and_highlights_are_noted():
    read = document("We <del>may</del> <ins>must</ins> <mark>refuse</mark>.")
    assert [block.text for block in read.blocks] == ["We must refuse."]
    assert read.blocks[0].inserted == ((3, 7),)
    assert set(read.marks) == {
        Mark(MarkKind.DELETION, "may", 0),
        Mark(MarkKind.INSERTION, "must", 0),
        Mark(MarkKind.HIGHLIGHT, "refuse", 0),
    }


def test_html_among_markdown_is_read_as_html():
    table = "<table>\n<tr><th>For<th>Against\n<tr><td>Open<td>Harm\n</table>"
    source = f"Before\n\n{table}\n\n<div>\nWe <b>refuse</b>.\n</div>\n\nAfter"
    blocks = document(source).blocks
    assert [(block.text, block.cell) for block in blocks] == [
        ("Before", None),
        ("For", Cell(1, 1, 1, heads=True)),
        ("Against", Cell(1, 1, 2, heads=True)),
        ("Open", Cell(1, 2, 1)),
        ("Harm", Cell(1, 2, 2)),
        ("We refuse.", None),
        ("After", None),
    ]
    assert [block.line_and_column(0)[0] for block in blocks] == [1, 4, 4, 5, 5, 9, 12]


def test_places():
    [block] = document("> - We **must**  refuse\n>   [to](x) say &amp; do.").blocks
    assert block.text == "We must refuse\nto say & do."
    assert [block.line_and_column(block.text.index(word)) for word in ("We", "must", "refuse", "to", "say", "do")] == [
        (1, 5),
        (1, 10),
        (1, 18),
        (2, 6),
        (2, 13),
        (2, 23),
    ]


def test_the_first_words_of_a_typed_item_stand_behind_its_marker():
    assert document("(a) **the** reason").blocks[0].origins == (Origin(0, 1, 7), Origin(3, 1, 12))


SIGNS = """# |## x #|- |1. |> |    |a|b c| |  |\\|*|**|_|`|```|[|](|)|]|![|[^1]|[^1]: |[x]: y|---|===|(a) |<b>|</b>
<br>|<!-- |-->|&amp;|&|&nbsp;|~~|<ins>|<del>|<p>|<table>|</table>|HARM|!|<"""
blanks = ["|", "|-|-|\n", "\n", "\n\n", "  \n", "\t", "\r", "\xa0", "\xad"]
signs = st.sampled_from([*SIGNS.replace("\n", "|").split("|"), *blanks])
words = st.sampled_from(["a", "Harm ", "* ", "- ", "> ", "# ", "\n", "\n\n", "  ", "1. ", "(a) ", "\t"])


@given(st.lists(signs, max_size=30).map("".join))
@settings(max_examples=200, deadline=None)
def test_any_markdown_at_all_keeps_the_contract(source):
    document(source)


@given(st.lists(words, max_size=30))
@settings(max_examples=200, deadline=None)
def test_words_without_signs_inside_stand_where_they_are_said_to(parts):
    source = "".join(parts)
    assert misplaced(document(source), source) == []
