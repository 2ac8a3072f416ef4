"""New Word files, made of paragraphs: real headings, lists, tables, content controls, and nobody's name in them."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import count, groupby

from lxml import etree

from foilint.document import Cell
from foilint.values import NamedTuple
from foilint.word.blank import Lists, element, file_of, under
from foilint.word.xml import Element, writable

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_WIDTH = 9026  # of the text between the margins, in twentieths of a point


class Run(NamedTuple):
    """Words of a paragraph; with a `prompt` they are what a content control asks for, and that is its name."""

    text: str
    bold: bool = False
    prompt: str = ""


class Paragraph(NamedTuple):
    """A paragraph. `marker` is the number or bullet shown before it, `depth` how deep in lists it lies."""

    runs: tuple[Run, ...]
    style: str = ""
    marker: str = ""
    depth: int = 0
    cell: Cell | None = None


def composed(paragraphs: Sequence[Paragraph]) -> bytes:
    """The Word file that paragraphs make: the same bytes every time."""
    lists = {key: at for at, key in enumerate(dict.fromkeys(_list(each) for each in paragraphs if each.marker), 1)}
    body = element("body")
    controls = count(1001)
    for table, members in groupby(paragraphs, lambda each: each.cell.table if each.cell else 0):
        written = [(each.cell, _paragraph(each, lists, controls)) for each in members]
        if table:
            body.append(_table((cell, block) for cell, block in written if cell))
            body.append(element("p"))  # two tables in a row would become one
        else:
            body.extend(block for _, block in written)
    return file_of(body, lists)


def _list(paragraph: Paragraph) -> tuple[str, int]:
    return paragraph.marker, max(1, paragraph.depth)


def _paragraph(paragraph: Paragraph, lists: Lists, controls: Iterator[int]) -> Element:
    """A w:p, or the content control around one that is all prompt."""
    made = element("p")
    style = paragraph.style or ("ListParagraph" if paragraph.marker else "")
    settings = under(made, "pPr") if style or paragraph.marker else None
    if settings is not None and style:
        under(settings, "pStyle", val=style)
    if settings is not None and paragraph.marker:
        numbering = under(settings, "numPr")
        under(numbering, "ilvl", val=str(max(0, min(8, paragraph.depth - 1))))
        under(numbering, "numId", val=str(lists[_list(paragraph)]))
    if len(paragraph.runs) == 1 and paragraph.runs[0].prompt:
        made.append(_run(paragraph.runs[0]))
        return _control(made, paragraph.runs[0], controls)
    for run in paragraph.runs:
        made.append(_control(_run(run), run, controls) if run.prompt else _run(run))
    return made


def _run(run: Run) -> Element:
    made = element("r")
    if run.bold or run.prompt:
        looks = under(made, "rPr")
        if run.prompt:
            under(looks, "rStyle", val="PlaceholderText")
        if run.bold:
            under(looks, "b")
    for sign, words in _signs(writable(run.text)):
        if sign:
            under(made, sign)
        else:
            text = under(made, "t")
            text.text = words
            text.set(_SPACE, "preserve")
    return made


def _signs(text: str) -> Iterator[tuple[str, str]]:
    """A text as words, tabs and breaks."""
    for is_sign, group in groupby(text, lambda sign: sign in "\t\n"):
        if is_sign:
            yield from (("tab" if sign == "\t" else "br", "") for sign in group)
        else:
            yield "", "".join(group)


def _control(content: Element, run: Run, controls: Iterator[int]) -> Element:
    """A content control that shows its prompt until somebody writes in it; in a line of text it holds plain words."""
    control = element("sdt")
    settings = under(control, "sdtPr")
    under(settings, "alias", val=run.prompt)
    under(settings, "tag", val=run.prompt.lower().replace(" ", "-"))
    under(settings, "id", val=str(next(controls)))
    under(settings, "showingPlcHdr")
    if etree.QName(content).localname == "r":
        under(settings, "text")
    under(control, "sdtContent").append(content)
    return control


def _table(cells: Iterable[tuple[Cell, Element]]) -> Element:
    """A table of the rows that its paragraphs stand in; each cell ends with a paragraph, as Word demands."""
    rows: dict[int, dict[int, list[Element]]] = {}
    heads: set[int] = set()
    for cell, block in cells:
        rows.setdefault(cell.row, {}).setdefault(cell.column, []).append(block)
        if cell.heads and cell.row == min(rows):
            heads.add(cell.row)
    columns = max(column for row in rows.values() for column in row)
    table = element("tbl")
    settings = under(table, "tblPr")
    under(settings, "tblStyle", val="TableGrid")
    under(settings, "tblW", w="0", type="auto")
    grid = under(table, "tblGrid")
    for _ in range(columns):
        under(grid, "gridCol", w=str(_WIDTH // columns))
    for number in sorted(rows):
        row = under(table, "tr")
        if number in heads and len(rows) > 1:
            under(under(row, "trPr"), "tblHeader")
        for column in range(1, columns + 1):
            cell_element = under(row, "tc")
            under(under(cell_element, "tcPr"), "tcW", w=str(_WIDTH // columns), type="dxa")
            cell_element.extend(rows[number].get(column) or [element("p")])
    return table
