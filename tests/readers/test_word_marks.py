"""What Word files hold beside their text is marked: where, in which words, and by whom."""

import pytest
from word_xml import cell, element, paragraph, relationship, row, run, table, word

from foilint.document import Mark, MarkKind
from foilint.readers.word import read_word

_JANE = 'w:id="1" w:author="Jane Smith" w:date="2026-11-02T09:00:00Z"'


def marks(body, parts=None, relationships=""):
    return list(read_word(word(body, parts, relationships), "letter.docx").marks)


def test_a_change_split_over_runs_is_one_mark_with_its_author():
    body = paragraph("first") + paragraph(
        "We ",
        f"<w:del {_JANE}><w:r><w:delText>will</w:delText></w:r></w:del>",
        f"<w:ins {_JANE}>{run('may ')}</w:ins>",
        f"<w:ins {_JANE}>{run('never')}</w:ins>",
        " answer.",
    )
    assert marks(body) == [
        Mark(MarkKind.DELETION, "will", 1, "Jane Smith"),
        Mark(MarkKind.INSERTION, "may never", 1, "Jane Smith"),
    ]


def test_a_deleted_paragraph_is_marked_at_the_one_that_follows():
    gone = (
        f"<w:p><w:pPr><w:rPr><w:del {_JANE}/></w:rPr></w:pPr>"
        f"<w:del {_JANE}><w:r><w:delText>The source is Mr Brown.</w:delText></w:r></w:del></w:p>"
    )
    assert marks(paragraph("before") + gone + paragraph("after")) == [
        Mark(MarkKind.DELETION, "The source is Mr Brown.", 1, "Jane Smith")
    ]


def test_a_paragraph_break_that_was_inserted_is_marked():
    body = paragraph("first", properties=f"<w:rPr><w:ins {_JANE}/></w:rPr>") + paragraph("second")
    assert marks(body) == [Mark(MarkKind.INSERTION, "", 0, "Jane Smith")]


def test_a_comment_is_marked_where_it_is_anchored_and_one_without_anchor_too():
    comments = "".join(
        f'<w:comment w:id="{at}" w:author="Jane Smith">{paragraph(text)}{paragraph("Ask legal.")}</w:comment>'
        for at, text in ((1, "Are we sure?"), (2, "Resolved."))
    )
    body = paragraph("first") + paragraph("second", '<w:r><w:commentReference w:id="1"/></w:r>')
    assert marks(body, {"word/comments.xml": element("comments", comments)}) == [
        Mark(MarkKind.COMMENT, "Are we sure?\nAsk legal.", 1, "Jane Smith"),
        Mark(MarkKind.COMMENT, "Resolved.\nAsk legal.", None, "Jane Smith"),
    ]


@pytest.mark.parametrize(
    ("properties", "note"),
    [
        ("<w:vanish/>", "hidden"),
        ("<w14:textFill><w14:noFill/></w14:textFill>", "hidden"),
        ('<w:color w:val="FFFFFF"/>', "white on white"),
        ('<w:color w:val="fefefe"/>', "white on white"),
        ('<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="FFFFFF"/>', "white on white"),
        ('<w:color w:val="000000"/><w:shd w:val="clear" w:fill="000000"/>', "black on black"),
        ('<w:color w:val="000000"/><w:shd w:val="solid" w:color="000000" w:fill="FFFFFF"/>', "black on black"),
        ('<w:highlight w:val="black"/>', "black on black"),
        ('<w:sz w:val="2"/>', "too small to see"),
    ],
)
def test_words_that_are_not_seen_say_why(properties, note):
    body = paragraph("seen ", run("Mr Brown", properties))
    assert marks(body) == [Mark(MarkKind.HIDDEN, "Mr Brown", 0, note)]


@pytest.mark.parametrize(
    "properties",
    [
        '<w:vanish w:val="0"/>',
        '<w:color w:val="auto"/>',
        '<w:color w:val="FF0000"/>',
        '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="1F3864"/>',
        '<w:color w:val="FFFFFF"/><w:highlight w:val="black"/>',
        '<w:sz w:val="16"/>',
        '<w:shd w:val="clear" w:fill="F2F2F2"/>',
        "<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>",
    ],
)
def test_words_that_are_seen_are_not_called_hidden(properties):
    kinds = [mark.kind for mark in marks(paragraph("seen ", run("Mr Brown", properties)))]
    assert MarkKind.HIDDEN not in kinds


def test_white_words_in_a_table_whose_style_colours_cells_are_taken_for_seen():
    styles = element(
        "styles",
        '<w:style w:type="table" w:styleId="Blue"><w:name w:val="Blue"/><w:tblStylePr w:type="firstRow">'
        '<w:tcPr><w:shd w:val="clear" w:fill="1F3864"/></w:tcPr></w:tblStylePr></w:style>',
    )
    white = cell(paragraph(run("Mr Brown", '<w:color w:val="FFFFFF"/>')))
    body = table(row(white, cell("b")), properties='<w:tblStyle w:val="Blue"/>')
    assert marks(body, {"word/styles.xml": styles}) == []
    assert [mark.text for mark in marks(body)] == ["Mr Brown"]


def test_white_words_in_a_header_are_taken_for_seen_because_banners_lie_behind_them():
    header = element("hdr", paragraph(run("Kent Police", '<w:color w:val="FFFFFF"/>')))
    body = paragraph("text") + '<w:sectPr><w:headerReference w:type="default" r:id="id-header1.xml"/></w:sectPr>'
    assert marks(body, {"word/header1.xml": header}) == []


def test_blanks_that_are_hidden_are_nothing_to_say():
    assert marks(paragraph("seen", run("  ", "<w:vanish/>"))) == []


def test_words_in_the_rest_of_a_merged_cell_are_hidden():
    body = table(
        row(cell("seen", properties='<w:vMerge w:val="restart"/>'), cell("b")),
        row(cell("Mr Brown", properties="<w:vMerge/>"), cell("d")),
    )
    assert [(mark.kind, mark.text, mark.note) for mark in marks(body)] == [
        (MarkKind.HIDDEN, "Mr Brown", "in a merged cell")
    ]


def test_a_highlight_over_several_runs_is_one_mark_and_vivid_shading_is_a_highlight_too():
    yellow = '<w:highlight w:val="yellow"/>'
    body = paragraph("a ", run("check ", yellow), run("this", yellow + "<w:b/>"), " b") + paragraph(
        run("and this", '<w:shd w:val="clear" w:fill="FFFF00"/>')
    )
    assert marks(body) == [
        Mark(MarkKind.HIGHLIGHT, "check this", 0, "yellow"),
        Mark(MarkKind.HIGHLIGHT, "and this", 1, "colour"),
    ]


_CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>{}</dc:creator>'
    "<cp:lastModifiedBy>{}</cp:lastModifiedBy></cp:coreProperties>"
)
_APP = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Template>{}</Template><Company>{}</Company><Manager></Manager></Properties>"
)


def test_properties_that_tell_of_people_and_places_are_marked():
    custom = (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="x">'
        '<property name="Protective Marking"><vt:lpwstr>OFFICIAL</vt:lpwstr></property></Properties>'
    )
    settings = relationship("t", "attachedTemplate", "file:///\\\\fs01\\templates\\refusal.dotm", "External")
    parts = {
        "docProps/core.xml": _CORE.format("Jane Smith", "Tom Jones"),
        "docProps/app.xml": _APP.format("C:\\Users\\jsmith\\refusal.dotx", "Kent Police"),
        "docProps/custom.xml": custom,
        "word/settings.xml": element("settings", ""),
        "word/_rels/settings.xml.rels": "<Relationships xmlns="
        f'"http://schemas.openxmlformats.org/package/2006/relationships">{settings}</Relationships>',
    }
    assert [(mark.note, mark.text) for mark in marks(paragraph("text"), parts)] == [
        ("author", "Jane Smith"),
        ("last editor", "Tom Jones"),
        ("template", "C:\\Users\\jsmith\\refusal.dotx"),
        ("company", "Kent Police"),
        ("property Protective Marking", "OFFICIAL"),
        ("template", "file:///\\\\fs01\\templates\\refusal.dotm"),
    ]


def test_a_link_to_a_file_of_the_house_is_marked_and_one_to_the_web_is_not():
    links = relationship("l1", "hyperlink", "file:///\\\\fs01\\cases\\brown.docx", "External")
    links += relationship("l2", "hyperlink", "https://ico.org.uk", "External")
    assert [(mark.note, mark.text) for mark in marks(paragraph("text"), {}, links)] == [
        ("link to a file", "file:///\\\\fs01\\cases\\brown.docx")
    ]


def test_properties_that_name_nobody_are_no_marks():
    parts = {"docProps/core.xml": _CORE.format("python-docx", ""), "docProps/app.xml": _APP.format("Normal.dotm", " ")}
    assert marks(paragraph("text"), parts) == []
