"""Simple HTML to a Word file, the same bytes every time: notices for Word are kept as text that people can compare.

usage: python benchmarks/word_from_html.py NOTICE.docx.html [NOTICE.docx]

Known: h1 to h6, p (class "title", "header", "footer"), blockquote, b, i, u, br, ul, ol (start, type), li, table, tr,
th, td (colspan, rowspan), a, span, div, sup, sub. Anything else is an error, so that no benchmark loses words unseen.
"""

import copy
import datetime as dt
import io
import re
import sys
import zipfile
from typing import Any, NamedTuple

import docx
import docx.document
import docx.table
import docx.text.paragraph
import lxml.html
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml.etree import _Comment

_INLINE = {"b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline"}
_SEEN_THROUGH = {"a", "span", "sup", "sub", "font"}
_FORMS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman", "1": "decimal"}
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
_INDENT = 720


class _Place(NamedTuple):
    """Where paragraphs go: a body, a cell, a header or a footer."""

    into: Any  # python-docx has no common type for what takes paragraphs
    document: docx.document.Document


def word_from_html(source: str) -> bytes:
    """The bytes of a .docx with the content of an HTML page. Raises ValueError at an element it does not know."""
    document = docx.Document()
    properties = document.core_properties
    properties.author = properties.comments = properties.title = ""
    properties.created = properties.modified = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    body = lxml.html.document_fromstring(source).find("body")
    _blocks(_Place(document, document), body)
    stream = io.BytesIO()
    document.save(stream)
    return _without_clock(stream.getvalue())


def _without_clock(data: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as given, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        for name in given.namelist():
            made.writestr(zipfile.ZipInfo(name, _LONG_AGO), given.read(name), zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def _blocks(place: _Place, element: Any) -> None:
    """Write what an element holds as blocks; words that stand bare become paragraphs."""
    loose: docx.text.paragraph.Paragraph | None = None
    if (element.text or "").strip():
        loose = place.into.add_paragraph()
        _write(loose, element.text, {})
    for child in element:
        if isinstance(child, _Comment):
            pass
        elif child.tag in _INLINE or child.tag in _SEEN_THROUGH or child.tag == "br":
            loose = loose or place.into.add_paragraph()
            _inline_element(loose, child, {})
        else:
            loose = None
            _block(place, child)
        if (child.tail or "").strip():
            loose = loose or place.into.add_paragraph()
            _write(loose, child.tail, {})
    if loose:
        _trim(loose)


def _block(place: _Place, element: Any) -> None:
    tag = element.tag
    if re.fullmatch("h[1-6]", tag):
        _paragraph(place, element, f"Heading {tag[1]}")
    elif tag == "p":
        section = place.document.sections[0]
        named = element.get("class", "")
        if named in {"header", "footer"}:
            part = section.header if named == "header" else section.footer
            _fill(_first_or_new(part), element)
        else:
            _paragraph(place, element, "Title" if named == "title" else "Normal")
    elif tag == "blockquote":
        for child in element if len(element) else [element]:
            _paragraph(place, child, "Quote")
    elif tag in {"ul", "ol"}:
        _list(place, element, _new_list(place.document, element), 0)
    elif tag == "table":
        _table(place, element)
    elif tag == "div":
        _blocks(place, element)
    else:
        raise ValueError(f"<{tag}> on line {element.sourceline} is not known to word_from_html")


def _first_or_new(part: Any) -> docx.text.paragraph.Paragraph:
    part.is_linked_to_previous = False
    first = part.paragraphs[0]
    return first if not first.runs else part.add_paragraph()


def _paragraph(place: _Place, element: Any, style: str) -> docx.text.paragraph.Paragraph:
    paragraph = place.into.add_paragraph(style=style)
    _fill(paragraph, element)
    return paragraph


def _fill(paragraph: docx.text.paragraph.Paragraph, element: Any) -> None:
    _inline(paragraph, element, {})
    _trim(paragraph)


def _inline(paragraph: docx.text.paragraph.Paragraph, element: Any, look: dict[str, bool]) -> None:
    _write(paragraph, element.text, look)
    for child in element:
        if not isinstance(child, _Comment):
            _inline_element(paragraph, child, look)
        _write(paragraph, child.tail, look)


def _inline_element(paragraph: docx.text.paragraph.Paragraph, element: Any, look: dict[str, bool]) -> None:
    if element.tag == "br":
        paragraph.add_run().add_break()
    elif element.tag in _INLINE:
        _inline(paragraph, element, look | {_INLINE[element.tag]: True})
    elif element.tag in _SEEN_THROUGH:
        _inline(paragraph, element, look)
    else:
        raise ValueError(f"<{element.tag}> on line {element.sourceline} cannot stand inside a paragraph")


def _write(paragraph: docx.text.paragraph.Paragraph, text: str | None, look: dict[str, bool]) -> None:
    """Add a run, with blanks as a browser shows them."""
    words = re.sub(r"[ \t\r\n]+", " ", text or "")
    if paragraph.text == "" or paragraph.text[-1] in " \n":
        words = words.lstrip(" ")
    if words:
        run = paragraph.add_run(words)
        for name, on in look.items():
            setattr(run, name, on)


def _trim(paragraph: docx.text.paragraph.Paragraph) -> None:
    if paragraph.runs:
        paragraph.runs[-1].text = paragraph.runs[-1].text.rstrip(" ")


def _list(place: _Place, element: Any, number: int, level: int) -> None:
    for item in element:
        if isinstance(item, _Comment):
            continue
        if item.tag != "li":
            raise ValueError(f"<{item.tag}> on line {item.sourceline} cannot stand in a list")
        inner = [child for child in item if child.tag in {"ul", "ol"}]
        opening = copy.deepcopy(item)
        for child in [child for child in opening if child.tag in {"ul", "ol"}]:
            child.drop_tree()
        paragraphs = [child for child in opening if child.tag == "p"] or [opening]
        for index, words in enumerate(paragraphs):
            paragraph = _paragraph(place, words, "List Paragraph")
            if index == 0:
                _number(paragraph, number, level)
        for child in inner:
            _list(place, child, number, level + 1)


def _number(paragraph: docx.text.paragraph.Paragraph, number: int, level: int) -> None:
    numbering = paragraph._p.get_or_add_pPr().get_or_add_numPr()  # noqa: SLF001  python-docx has no lists of its own
    numbering.get_or_add_ilvl().val = level
    numbering.get_or_add_numId().val = number


def _new_list(document: docx.document.Document, element: Any) -> int:
    """Define a Word list with the forms of an HTML one and of those nested in it; returns its number."""
    root = document.part.numbering_part.element
    key = str(len(root.findall(qn("w:abstractNum"))) + 100)
    abstract = _element("w:abstractNum", {"w:abstractNumId": key})
    abstract.append(_element("w:multiLevelType", {"w:val": "multilevel"}))
    for level, nested in enumerate(_levels(element)):
        abstract.append(_level(level, nested))
    root.findall(qn("w:abstractNum"))[-1].addnext(abstract)
    return root.add_num(int(key)).numId  # type: ignore[no-any-return]  # python-docx does not say what it is


def _levels(element: Any) -> list[Any]:
    """The list and the first list nested at each depth below it."""
    found = [element]
    while (inner := found[-1].find(".//li/ul")) is not None or (inner := found[-1].find(".//li/ol")) is not None:
        found.append(inner)
    return found


def _level(level: int, element: Any) -> Any:
    made = _element("w:lvl", {"w:ilvl": str(level)})
    ordered = element.tag == "ol"
    form = _FORMS[element.get("type", "1")] if ordered else "bullet"
    made.append(_element("w:start", {"w:val": element.get("start", "1")}))
    made.append(_element("w:numFmt", {"w:val": form}))
    made.append(_element("w:lvlText", {"w:val": f"%{level + 1}." if ordered else "•"}))
    settings = _element("w:pPr", {})
    settings.append(_element("w:ind", {"w:left": str(_INDENT * (level + 1)), "w:hanging": str(_INDENT // 2)}))
    made.append(settings)
    return made


def _element(name: str, attributes: dict[str, str]) -> Any:
    made = OxmlElement(name)
    for key, value in attributes.items():
        made.set(qn(key), value)
    return made


def _table(place: _Place, element: Any) -> None:
    rows = list(element.iter("tr"))
    width = max(sum(int(cell.get("colspan", "1")) for cell in row) for row in rows)
    table = (
        place.document.add_table(len(rows), width)
        if place.into is place.document
        else place.into.add_table(len(rows), width)
    )
    table.style = "Table Grid"
    taken: set[tuple[int, int]] = set()
    for at, row in enumerate(rows):
        cells = [cell for cell in row if cell.tag in {"td", "th"}]
        if cells and all(cell.tag == "th" for cell in cells):
            table.rows[at]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001  as for lists
        column = 0
        for cell in cells:
            while (at, column) in taken:
                column += 1
            down, across = int(cell.get("rowspan", "1")), int(cell.get("colspan", "1"))
            taken |= {(at + below, column + beside) for below in range(down) for beside in range(across)}
            target = table.cell(at, column)
            if down > 1 or across > 1:
                target = target.merge(table.cell(at + down - 1, column + across - 1))
            _cell(place.document, target, cell)
            column += across


def _cell(document: docx.document.Document, target: docx.table._Cell, cell: Any) -> None:
    """Fill a cell; the empty paragraph that Word puts into a new one gives way."""
    first = target.paragraphs[0]
    _blocks(_Place(target, document), cell)
    if len(target.paragraphs) > 1 and not first.text:
        first._p.getparent().remove(first._p)  # noqa: SLF001  python-docx cannot remove a paragraph
    if cell.tag == "th":
        for paragraph in target.paragraphs:
            for run in paragraph.runs:
                run.bold = True


def main() -> None:
    source, target = sys.argv[1], (sys.argv[2:] or [sys.argv[1].removesuffix(".html")])[0]
    with open(source, encoding="utf-8") as given, open(target, "wb") as made:
        made.write(word_from_html(given.read()))


if __name__ == "__main__":
    main()
