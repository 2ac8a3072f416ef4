"""Word's automatic numbers come out as they are printed."""

import pytest
from word_xml import element, paragraph, word

from foilint.readers.word import read_word

_OUTLINE = (
    ("decimal", "%1."),
    ("decimal", "%1.%2"),
    ("lowerLetter", "(%3)"),
    ("lowerRoman", "(%4)"),
)


def levels(*forms, start=1):
    return "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for at, (form, text) in enumerate(forms)
    )


def numbering(abstracts, numbers):
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{key}">{content}</w:abstractNum>' for key, content in abstracts.items()
    )
    return element(
        "numbering", abstract + "".join(f'<w:num w:numId="{key}">{content}</w:num>' for key, content in numbers.items())
    )


def of(abstract, *overrides):
    return f'<w:abstractNumId w:val="{abstract}"/>' + "".join(overrides)


def restart(level, number):
    return f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{number}"/></w:lvlOverride>'


def item(number, level=0):
    return paragraph("text", properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def markers(body, lists, styles=""):
    parts = {"word/numbering.xml": lists}
    if styles:
        parts["word/styles.xml"] = element("styles", styles)
    return [block.marker for block in read_word(word(body, parts), "letter.docx").blocks]


def test_levels_count_on_and_a_higher_one_starts_the_lower_ones_anew():
    lists = numbering({1: levels(*_OUTLINE)}, {7: of(1)})
    body = item(7) + item(7, 1) + item(7, 2) + item(7, 2) + item(7, 1) + item(7, 2) + item(7) + item(7, 1) + item(7, 3)
    assert markers(body, lists) == ["1.", "1.1", "(a)", "(b)", "1.2", "(a)", "2.", "2.1", "(i)"]


def test_a_list_starts_where_it_says():
    assert markers(item(7), numbering({1: levels(("decimal", "%1."), start=31)}, {7: of(1)})) == ["31."]


def test_two_lists_of_one_definition_count_on_unless_the_second_starts_anew():
    lists = numbering({1: levels(("decimal", "%1."))}, {7: of(1), 8: of(1), 9: of(1, restart(0, 1))})
    assert markers(item(7) + item(8) + item(9) + item(9) + item(7), lists) == ["1.", "2.", "1.", "2.", "3."]


def test_text_between_items_does_not_start_a_list_anew():
    lists = numbering({1: levels(("decimal", "%1."))}, {7: of(1)})
    assert markers(item(7) + paragraph("between") + item(7), lists) == ["1.", "", "2."]


@pytest.mark.parametrize(
    ("form", "shown"),
    [
        ("upperLetter", ["A", "B", "C"]),
        ("upperRoman", ["I", "II", "III"]),
        ("lowerRoman", ["i", "ii", "iii"]),
        ("decimalZero", ["01", "02", "03"]),
        ("ordinal", ["1st", "2nd", "3rd"]),
        ("none", ["", "", ""]),
    ],
)
def test_the_forms_of_numbers(form, shown):
    assert markers(item(7) * 3, numbering({1: levels((form, "%1"))}, {7: of(1)})) == shown


def test_letters_past_z_double():
    assert markers(item(7) * 28, numbering({1: levels(("lowerLetter", "%1)"))}, {7: of(1)}))[-3:] == [
        "z)",
        "aa)",
        "bb)",
    ]


@pytest.mark.parametrize(("text", "shown"), [("\uf0b7", "•"), ("o", "◦"), ("\uf0a7", "▪"), ("–", "–"), ("", "•")])
def test_bullets_are_shown_as_seen(text, shown):
    assert markers(item(7), numbering({1: levels(("bullet", text))}, {7: of(1)})) == [shown]


def test_a_style_can_number_its_paragraphs_and_a_paragraph_can_leave_the_list():
    lists = numbering({1: levels(("decimal", "%1."))}, {7: of(1)})
    styles = (
        '<w:style w:type="paragraph" w:styleId="Numbered"><w:name w:val="Numbered"/>'
        '<w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style>'
    )
    styled = paragraph("text", properties='<w:pStyle w:val="Numbered"/>')
    left = paragraph("text", properties='<w:pStyle w:val="Numbered"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    assert markers(styled + left + styled, lists, styles) == ["1.", "", "2."]


def test_heading_styles_take_the_level_that_names_them():
    second = '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/>'
    named = levels(*_OUTLINE[:2]).replace(second, '<w:pStyle w:val="H2"/>' + second)
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/>'
        f'<w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style>'
        for name in ("H1", "H2")
    )
    body = "".join(paragraph("text", properties=f'<w:pStyle w:val="{name}"/>') for name in ("H1", "H2", "H2", "H1"))
    assert markers(body, numbering({1: named}, {7: of(1)}), styles) == ["1.", "1.1", "1.2", "2."]


def test_a_list_may_take_its_levels_from_a_list_style():
    lists = numbering(
        {1: '<w:styleLink w:val="House"/>' + levels(("decimal", "%1)")), 2: '<w:numStyleLink w:val="House"/>'},
        {7: of(2)},
    )
    assert markers(item(7) + item(7), lists) == ["1)", "2)"]


def test_a_deleted_item_is_not_counted():
    deleted = '<w:rPr><w:del w:id="1" w:author="Jane Smith"/></w:rPr>'
    gone = (
        f'<w:p><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr>{deleted}</w:pPr>'
        '<w:del w:id="2" w:author="Jane Smith"><w:r><w:delText>text</w:delText></w:r></w:del></w:p>'
    )
    assert markers(item(7) + gone + item(7), numbering({1: levels(("decimal", "%1."))}, {7: of(1)})) == ["1.", "2."]


def test_a_list_that_is_nowhere_defined_gives_no_number():
    assert markers(item(9), numbering({}, {})) == [""]
