"""What OpenDocument texts read as: headings, emphasis, lists, tables, pages, marks. The traps have their own file."""

import io
import zipfile

import pytest
from opendocument_xml import cell, fodt, h, odt, p, row, span, style, table
from word_xml import package

from foilint.document import Cell, Layer, Mark, MarkKind, Unreadable
from foilint.readers.opendocument import read_opendocument


def blocks(*given, **more):
    return read_opendocument(odt(*given, **more), "letter.odt").blocks


def test_headings_have_their_outline_level_and_a_title_the_first():
    titled = style("P1", 'fo:color="#000000"', "paragraph", "Title")
    read = blocks(p("Refusal notice", "P1") + h("Harm", 1) + h("Factors", 2) + p("Text"), titled)
    assert [(block.level, block.text) for block in read] == [
        (1, "Refusal notice"),
        (1, "Harm"),
        (2, "Factors"),
        (0, "Text"),
    ]


@pytest.mark.parametrize(
    ("content", "stands_out", "lead"),
    [
        (span("Balance test", "Bold"), True, 0),
        (span("Balance test", "Heavy"), True, 0),
        (span("Balance test", "Underlined"), True, 0),
        (span("Balance test", "Capitals"), True, 0),
        (f"{span('Harm:', 'Bold')} it would warn offenders.", False, 5),
        (f"It would {span('not', 'Bold')} be right.", False, 0),
        (span("https://ico.org.uk", "Internet_20_link"), False, 0),
    ],
)
def test_what_looks_like_a_heading_or_opens_with_a_label(content, stands_out, lead):
    styles = (
        style("Bold", 'fo:font-weight="bold"')
        + style("Heavy", 'fo:font-weight="700"')
        + style("Underlined", 'style:text-underline-style="solid"')
        + style("Capitals", 'fo:text-transform="uppercase"')
        + style("Internet_20_link", 'style:text-underline-style="solid"')
    )
    (block,) = blocks(p(content), styles)
    assert (block.stands_out, block.lead) == (stands_out, lead)


def items(*content, attributes=""):
    inner = "".join(f"<text:list-item>{part}</text:list-item>" for part in content)
    return f"<text:list {attributes}>{inner}</text:list>"


def level(at, form, suffix="", prefix="", shows=1):
    return (
        f'<text:list-level-style-number text:level="{at}" style:num-format="{form}" style:num-suffix="{suffix}" '
        f'style:num-prefix="{prefix}" text:display-levels="{shows}"/>'
    )


_LEVELS = level(1, "1", ".") + level(2, "a", ")", "(") + level(3, "i", ".", shows=3)
_NESTED = f'<text:list-style style:name="L1">{_LEVELS}</text:list-style>'


def test_lists_count_by_level_and_only_the_first_paragraph_of_an_item_has_the_number():
    body = items(
        p("one") + p("more of one"),
        p("two") + items(p("a"), p("b") + items(p("deep"))),
        p("three") + items(p("a again")),
        attributes='text:style-name="L1"',
    )
    assert [(block.marker, block.depth, block.text) for block in blocks(body, _NESTED)] == [
        ("1.", 1, "one"),
        ("", 0, "more of one"),
        ("2.", 1, "two"),
        ("(a)", 2, "a"),
        ("(b)", 2, "b"),
        ("2.b.i.", 3, "deep"),
        ("3.", 1, "three"),
        ("(a)", 2, "a again"),
    ]


def test_a_list_goes_on_with_the_one_it_continues_and_starts_anew_otherwise():
    body = (
        items(p("one"), attributes='xml:id="list1" text:style-name="L1"')
        + p("between")
        + items(p("two"), attributes='text:continue-list="list1" text:style-name="L1"')
        + items(p("three"), attributes='text:continue-numbering="true" text:style-name="L1"')
        + items(p("one again"), attributes='text:style-name="L1"')
    )
    assert [block.marker for block in blocks(body, _NESTED)] == ["1.", "", "2.", "3.", "1."]


def test_an_item_may_be_given_its_number_and_a_list_header_has_none():
    body = (
        '<text:list text:style-name="L1"><text:list-header><text:p>head</text:p></text:list-header>'
        '<text:list-item text:start-value="7"><text:p>seven</text:p></text:list-item>'
        "<text:list-item><text:p>eight</text:p></text:list-item></text:list>"
    )
    assert [block.marker for block in blocks(body, _NESTED)] == ["", "7.", "8."]


@pytest.mark.parametrize(("sign", "shown"), [("•", "•"), ("\uf0b7", "•"), ("o", "◦"), ("–", "–")])
def test_bullets_are_shown_as_seen(sign, shown):
    bullets = (
        '<text:list-style style:name="L1"><text:list-level-style-bullet text:level="1" '
        f'text:bullet-char="{sign}"/></text:list-style>'
    )
    assert [block.marker for block in blocks(items(p("one"), attributes='text:style-name="L1"'), bullets)] == [shown]


def test_headings_may_be_numbered_by_the_outline():
    outline = (
        '<text:outline-style style:name="Outline">'
        '<text:outline-level-style text:level="1" style:num-format="1" style:num-suffix="."/>'
        '<text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/></text:outline-style>'
    )
    read = blocks(h("Harm", 1) + h("Officers", 2) + h("Public", 2) + h("Balance", 1), styles=outline)
    assert [block.marker for block in read] == ["1.", "1.1", "1.2", "2."]


def test_cells_know_their_place_and_a_header_row_heads_the_table():
    body = table(
        row("For", "Against"),
        row(cell(p("Transparency is served.") + p("Debate is served.")), "Offenders would learn of it."),
        heads=1,
    )
    assert [(block.text, block.cell) for block in blocks(body)] == [
        ("For", Cell(1, 1, 1, heads=True)),
        ("Against", Cell(1, 1, 2, heads=True)),
        ("Transparency is served.", Cell(1, 2, 1)),
        ("Debate is served.", Cell(1, 2, 1)),
        ("Offenders would learn of it.", Cell(1, 2, 2)),
    ]


def test_headers_come_first_then_the_letter_its_notes_and_footers_each_with_layer_and_name():
    note = f'<text:note text:note-class="footnote"><text:note-body>{p("Note.")}</text:note-body></text:note>'
    pages = (
        '<style:master-page style:name="First" style:next-style-name="Standard">'
        f"<style:header>{p('Force')}</style:header></style:master-page>"
        f'<style:master-page style:name="Standard"><style:header>{p("Force")}</style:header>'
        f"<style:footer>{p('Page 1')}</style:footer></style:master-page>"
    )
    opening = '<style:style style:name="P1" style:family="paragraph" style:master-page-name="First"/>'
    read = blocks(p(f"One{note}", "P1"), opening, pages=pages)
    assert [(block.layer, block.name, block.text) for block in read] == [
        (Layer.HEADER, "header", "Force"),
        (Layer.BODY, "", "One"),
        (Layer.NOTE, "footnote 1", "Note."),
        (Layer.FOOTER, "footer", "Page 1"),
    ]


def test_a_table_of_contents_is_furniture_and_a_quotation_is_quoted():
    contents = (
        "<text:table-of-content><text:table-of-content-source><text:index-title-template>Contents"
        "</text:index-title-template></text:table-of-content-source>"
        f"<text:index-body>{p('Balance test 3')}</text:index-body></text:table-of-content>"
    )
    quotations = style("Quotations", 'fo:color="#000000"', "paragraph")
    read = blocks(contents + p("You asked for maps.", "Quotations") + p("We refuse."), styles=quotations)
    assert [(block.layer, block.text) for block in read] == [
        (Layer.FURNITURE, "Balance test 3"),
        (Layer.QUOTED, "You asked for maps."),
        (Layer.BODY, "We refuse."),
    ]


def test_an_insertion_over_paragraphs_is_told_in_each():
    info = "<office:change-info><dc:creator>Jane Smith</dc:creator></office:change-info>"
    region = f'<text:changed-region text:id="c1"><text:insertion>{info}</text:insertion></text:changed-region>'
    changes = f"<text:tracked-changes>{region}</text:tracked-changes>"
    body = p('That <text:change-start text:change-id="c1"/>no inference') + p(
        'may be<text:change-end text:change-id="c1"/> drawn'
    )
    document = read_opendocument(odt(changes + body), "letter.odt")
    assert [[block.text[start:end] for start, end in block.inserted] for block in document.blocks] == [
        ["no inference"],
        ["may be"],
    ]
    assert list(document.marks) == [
        Mark(MarkKind.INSERTION, "no inference", 0, "Jane Smith"),
        Mark(MarkKind.INSERTION, "may be", 1, "Jane Smith"),
    ]


def test_a_comment_has_its_author():
    comment = f"<office:annotation><dc:creator>Jane Smith</dc:creator>{p('Are we sure?')}</office:annotation>"
    marks = read_opendocument(odt(p(f"text{comment}")), "letter.odt").marks
    assert list(marks) == [Mark(MarkKind.COMMENT, "Are we sure?", 0, "Jane Smith")]


def test_properties_that_tell_of_people_and_places_are_marked():
    meta = (
        "<meta:initial-creator>Jane Smith</meta:initial-creator><dc:creator>Tom Jones</dc:creator>"
        '<meta:template xlink:href="file:///C:/Users/jsmith/refusal.ott"/>'
        '<meta:user-defined meta:name="Protective Marking">OFFICIAL</meta:user-defined>'
        '<meta:user-defined meta:name="AppVersion">16.0000</meta:user-defined>'
        "<meta:generator>LibreOffice</meta:generator>"
    )
    marks = read_opendocument(odt(p("text"), meta=meta), "letter.odt").marks
    assert [(mark.note, mark.text) for mark in marks] == [
        ("author", "Jane Smith"),
        ("last editor", "Tom Jones"),
        ("template", "file:///C:/Users/jsmith/refusal.ott"),
        ("property Protective Marking", "OFFICIAL"),
    ]


def test_a_flat_file_reads_as_the_package_does():
    body, automatic = h("Harm", 1) + p(span("Balance", "Bold")), style("Bold", 'fo:font-weight="bold"')
    flat = read_opendocument(fodt(body, automatic), "letter.fodt")
    assert flat.blocks == read_opendocument(odt(body, automatic), "letter.fodt").blocks


def cause(data):
    with pytest.raises(Unreadable) as caught:
        read_opendocument(data, "letter.odt")
    return caught.value.cause


def test_an_encrypted_file_is_named_as_such():
    with zipfile.ZipFile(io.BytesIO(odt(p("text")))) as made:
        parts = {name: made.read(name) for name in made.namelist()}
    parts["META-INF/manifest.xml"] = (
        b'<m:manifest xmlns:m="x"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>'
    )
    assert cause(package(parts)) == "it is encrypted"


def test_a_spreadsheet_is_no_text():
    with zipfile.ZipFile(io.BytesIO(odt(p("text")))) as made:
        parts = {name: made.read(name).replace(b"office:text", b"office:spreadsheet") for name in made.namelist()}
    assert cause(package(parts)) == "it is an OpenDocument file, but no text"


def test_a_document_type_is_refused():
    assert cause(b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>').startswith("it declares a document type")
