"""What Word files read as: headings, emphasis, tables, pages. The traps have their own file, test_word_traps.py."""

import io

import docx
import pytest
from word_xml import as_strict, cell, element, package, paragraph, relationship, row, run, table, word

from foilint.document import Cell, Layer, MarkKind, Unreadable
from foilint.readers.word import read_word


@pytest.fixture
def letter():
    return docx.Document()


def read(letter):
    stream = io.BytesIO()
    letter.save(stream)
    return read_word(stream.getvalue(), "letter.docx")


def test_headings_have_the_level_of_their_style(letter):
    letter.add_heading("Refusal notice", 0)
    letter.add_heading("Harm", 1)
    letter.add_heading("Factors favouring disclosure", 2)
    letter.add_paragraph("Transparency.")
    assert [(block.level, block.text) for block in read(letter).blocks] == [
        (1, "Refusal notice"),
        (1, "Harm"),
        (2, "Factors favouring disclosure"),
        (0, "Transparency."),
    ]


def test_a_heading_is_told_by_what_its_style_is_based_on_and_by_its_outline_level():
    styles = element(
        "styles",
        '<w:style w:type="paragraph" w:styleId="berschrift2"><w:name w:val="heading 2"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="House"><w:name w:val="House heading"/>'
        '<w:basedOn w:val="berschrift2"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Flat"><w:name w:val="Flat"/><w:basedOn w:val="House"/>'
        '<w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>',
    )
    body = (
        paragraph("House style", properties='<w:pStyle w:val="House"/>')
        + paragraph("Own outline level", properties='<w:outlineLvl w:val="3"/>')
        + paragraph("Body text again", properties='<w:pStyle w:val="Flat"/>')
    )
    blocks = read_word(word(body, {"word/styles.xml": styles}), "letter.docx").blocks
    assert [block.level for block in blocks] == [2, 4, 0]


def test_styles_based_on_each_other_in_a_circle_are_read():
    styles = element(
        "styles",
        '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="heading 3"/><w:basedOn w:val="B"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="B"/><w:basedOn w:val="A"/></w:style>',
    )
    data = word(paragraph("Harm", properties='<w:pStyle w:val="B"/>'), {"word/styles.xml": styles})
    assert [block.level for block in read_word(data, "letter.docx").blocks] == [3]


@pytest.mark.parametrize(
    ("content", "stands_out", "lead"),
    [
        ((run("Balance test", "<w:b/>"),), True, 0),
        ((run("Balance test", '<w:u w:val="single"/>'),), True, 0),
        ((run("Balance test", "<w:caps/>"),), True, 0),
        (("BALANCE TEST",), True, 0),
        ((run("Balance", "<w:b/>"), " ", run("test", "<w:b/>"), ":"), True, 0),
        ((run("Balance test", '<w:b w:val="0"/>'),), False, 0),
        ((run("Harm: ", "<w:b/>"), "it would warn offenders."), False, 5),
        (("It would ", run("not", "<w:b/>"), " be right."), False, 0),
    ],
)
def test_what_looks_like_a_heading_or_opens_with_a_label(content, stands_out, lead):
    (block,) = read_word(word(paragraph(*content)), "letter.docx").blocks
    assert (block.stands_out, block.lead) == (stands_out, lead)


def test_bold_in_the_style_and_in_the_character_style_cancel_as_in_word():
    styles = element(
        "styles",
        '<w:style w:type="paragraph" w:styleId="Label"><w:name w:val="Label"/><w:rPr><w:b/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>',
    )
    body = paragraph(run("Harm", '<w:rStyle w:val="Strong"/>'), properties='<w:pStyle w:val="Label"/>')
    (block,) = read_word(word(body, {"word/styles.xml": styles}), "letter.docx").blocks
    assert not block.stands_out


def test_paragraphs_are_counted_the_empty_ones_too_and_blanks_around_text_are_dropped(letter):
    letter.add_paragraph("Dear Sir")
    letter.add_paragraph("")
    letter.add_paragraph("  Your request  ")
    assert [(block.paragraph, block.text) for block in read(letter).blocks] == [(1, "Dear Sir"), (3, "Your request")]


def test_cells_know_their_place_and_a_row_marked_as_header_heads_the_table():
    body = table(
        row(cell("For"), cell("Against"), properties="<w:tblHeader/>"),
        row(cell("Transparency is served.", "Debate is served."), cell("Offenders would learn of it.")),
    )
    blocks = read_word(word(body), "letter.docx").blocks
    assert [(block.text, block.cell) for block in blocks] == [
        ("For", Cell(1, 1, 1, heads=True)),
        ("Against", Cell(1, 1, 2, heads=True)),
        ("Transparency is served.", Cell(1, 2, 1)),
        ("Debate is served.", Cell(1, 2, 1)),
        ("Offenders would learn of it.", Cell(1, 2, 2)),
    ]


def test_a_bold_row_heads_a_table_and_a_bold_first_cell_its_row():
    def bold(text):
        return cell(paragraph(run(text, "<w:b/>")))

    top = table(row(bold("For"), bold("Against")), row(cell("a"), cell("b")))
    side = table(row(bold("Harm"), cell("a")), row(bold("Balance"), cell("b")))
    blocks = read_word(word(top + paragraph("between") + side), "letter.docx").blocks
    assert [block.text for block in blocks if block.cell and block.cell.heads] == ["For", "Against", "Harm", "Balance"]


def test_merged_cells_move_the_columns_after_them():
    body = table(
        row(cell("wide", properties='<w:gridSpan w:val="2"/>'), cell("third")),
        row(cell("first"), cell("second"), cell("third again")),
    )
    blocks = read_word(word(body), "letter.docx").blocks
    assert [block.cell[1:3] for block in blocks] == [(1, 1), (1, 3), (2, 1), (2, 2), (2, 3)]


def test_a_table_that_is_only_a_frame_is_none():
    inner = table(row(cell("For"), cell("Against")))
    frame = table(row(cell("Public interest test", inner)))
    blocks = read_word(word(frame + paragraph("end")), "letter.docx").blocks
    assert [(block.text, block.cell and block.cell[:3]) for block in blocks] == [
        ("Public interest test", None),
        ("For", (1, 1, 1)),
        ("Against", (1, 1, 2)),
        ("end", None),
    ]


def test_headers_come_first_then_the_letter_its_notes_and_footers_each_with_layer_and_name():
    notes = "".join(
        f'<w:footnote w:id="{identifier}">{paragraph(text)}</w:footnote>'
        for identifier, text in ((4, "First in the file."), (9, "First in the letter."))
    )
    body = (
        paragraph("One", '<w:r><w:footnoteReference w:id="9"/></w:r>')
        + paragraph("Two", '<w:r><w:footnoteReference w:id="4"/></w:r>')
        + '<w:sectPr><w:headerReference w:type="first" r:id="id-header1.xml"/>'
        '<w:footerReference w:type="default" r:id="id-footer1.xml"/><w:titlePg/></w:sectPr>'
    )
    parts = {
        "word/footnotes.xml": element("footnotes", notes),
        "word/header1.xml": element("hdr", paragraph("Force")),
        "word/footer1.xml": element("ftr", paragraph("Page 1")),
    }
    blocks = read_word(word(body, parts), "letter.docx").blocks
    assert [(block.layer, block.name, block.text) for block in blocks] == [
        (Layer.HEADER, "first-page header", "Force"),
        (Layer.BODY, "", "One"),
        (Layer.BODY, "", "Two"),
        (Layer.NOTE, "footnote 1", "First in the letter."),
        (Layer.NOTE, "footnote 2", "First in the file."),
        (Layer.FOOTER, "footer", "Page 1"),
    ]


def test_a_header_that_every_section_repeats_is_read_once():
    section = '<w:sectPr><w:headerReference w:type="default" r:id="id-{}"/></w:sectPr>'
    body = paragraph("One", properties=section.format("header1.xml")) + paragraph("Two") + section.format("header2.xml")
    header = element("hdr", paragraph("Force"))
    blocks = read_word(word(body, {"word/header1.xml": header, "word/header2.xml": header}), "letter.docx").blocks
    assert [block.text for block in blocks] == ["Force", "One", "Two"]


def test_a_table_of_contents_is_furniture_and_a_quotation_is_quoted():
    styles = element(
        "styles",
        '<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Quote"><w:name w:val="Quote"/></w:style>',
    )
    body = (
        paragraph("Balance test 3", properties='<w:pStyle w:val="TOC1"/>')
        + paragraph("You asked for maps.", properties='<w:pStyle w:val="Quote"/>')
        + paragraph("We refuse.")
    )
    blocks = read_word(word(body, {"word/styles.xml": styles}), "letter.docx").blocks
    assert [block.layer for block in blocks] == [Layer.FURNITURE, Layer.QUOTED, Layer.BODY]


def test_insertions_are_told_as_ranges_of_the_text():
    inserted = f'<w:ins w:id="1" w:author="Jane Smith">{run("no inference ")}{run("may be drawn")}</w:ins>'
    (block,) = read_word(word(paragraph("  That ", inserted, " is so.")), "letter.docx").blocks
    assert [block.text[start:end] for start, end in block.inserted] == ["no inference may be drawn"]


def test_joined_paragraphs_take_the_properties_of_the_last():
    deleted = '<w:rPr><w:del w:id="1" w:author="Jane Smith"/></w:rPr>'
    body = paragraph("Harm ", properties='<w:outlineLvl w:val="0"/>' + deleted) + paragraph("and balance")
    assert [(block.level, block.text) for block in read_word(word(body), "letter.docx").blocks] == [
        (0, "Harm and balance")
    ]


def test_a_style_separator_keeps_a_heading_apart_from_the_text_on_its_line():
    separator = "<w:rPr><w:vanish/><w:specVanish/></w:rPr>"
    body = paragraph("Harm.", properties='<w:outlineLvl w:val="0"/>' + separator) + paragraph(
        "It would warn offenders."
    )
    blocks = read_word(word(body), "letter.docx").blocks
    assert [(block.level, block.text) for block in blocks] == [(1, "Harm."), (0, "It would warn offenders.")]


@pytest.mark.parametrize(
    "rewritten",
    [
        as_strict,
        lambda text: text.replace("w:", "ns0:").replace("xmlns:w=", "xmlns:ns0="),
        lambda text: text.replace("UTF-8", "UTF-16").encode("utf-16"),
    ],
    ids=["strict", "another prefix", "UTF-16"],
)
def test_word_is_known_by_its_namespaces_not_by_how_they_are_written(rewritten):
    heading = paragraph("Harm", properties='<w:outlineLvl w:val="1"/>')
    text = element("document", f"<w:body>{heading}</w:body>")
    relationships = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f"{relationship('rId1', 'officeDocument', '/word/document.xml')}</Relationships>"
    )
    data = package({"_rels/.rels": relationships, "word/document.xml": rewritten(text)})
    assert [(block.level, block.text) for block in read_word(data, "letter.docx").blocks] == [(2, "Harm")]


def test_relationships_that_lead_nowhere_do_not_matter():
    dangling = relationship("rId8", "image", "NULL") + relationship("rId9", "styles", "missing.xml")
    assert [block.text for block in read_word(word(paragraph("Harm"), {}, dangling), "letter.docx").blocks] == ["Harm"]


def test_a_relationship_out_of_the_package_leads_nowhere():
    outside = relationship("rId9", "comments", "../../../../etc/passwd")
    document = read_word(word(paragraph("Harm"), {}, outside), "letter.docx")
    assert [mark for mark in document.marks if mark.kind is MarkKind.COMMENT] == []


def test_what_is_no_word_package_is_refused_with_cause_and_advice():
    with pytest.raises(Unreadable) as caught:
        read_word(b"PK\3\4 and nothing more", "letter.docx")
    assert caught.value.cause == "it is damaged: the end of the package is missing"
    assert caught.value.advice.startswith("open it in the program it was written with")


def test_a_spreadsheet_is_no_word_document():
    relationships = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f"{relationship('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>"
    )
    with pytest.raises(Unreadable, match="it holds no Word document"):
        read_word(package({"_rels/.rels": relationships, "xl/workbook.xml": "<workbook/>"}), "sheet.docx")


def test_a_number_that_somebody_typed_is_a_marker_too():
    blocks = read_word(word(paragraph("<w:r><w:t>1.</w:t><w:tab/><w:t>Harm</w:t></w:r>")), "letter.docx").blocks
    assert [(block.marker, block.text) for block in blocks] == [("1.", "Harm")]
