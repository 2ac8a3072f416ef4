"""What the rows and cells of a Word table say of themselves, and where they are whatever wraps them."""

from collections.abc import Iterator

from foilint.document import MarkKind
from foilint.readers.nodes import Node, child_of
from foilint.readers.word_look import fill_of, is_on
from foilint.values import NamedTuple

WRAPPERS = frozenset(("w:customXml", "w:smartTag", "w:ins", "w:moveTo"))
_GONE = frozenset(("w:del", "w:moveFrom", "w:cellDel"))


class Standing(NamedTuple):
    """How a row or cell stands. `gone` says why its words are not printed; `note` who or what made it so."""

    gone: MarkKind | None = None
    note: str = ""
    heads: bool = False
    inserted: bool = False
    columns: int = 0  # that a row skips, or a cell spans
    fill: str = ""


def standing_of_row(row: Node) -> Standing:
    """How a row stands: deleted, hidden, inserted, head of its table."""
    standing = Standing()
    settings = child_of(row, "w:trPr")
    for name, attributes, _ in settings[2] if settings else ():
        if name in _GONE:
            return Standing(MarkKind.DELETION, _author(attributes))
        if name == "w:hidden" and is_on(attributes):
            return Standing(MarkKind.HIDDEN, "hidden")
        if name == "w:ins":
            standing = standing._replace(inserted=True, note=_author(attributes))
        elif name == "w:tblHeader":
            standing = standing._replace(heads=is_on(attributes))
        elif name == "w:gridBefore":
            standing = standing._replace(columns=_whole(attributes, 0))
    return standing


def standing_of_cell(cell: Node) -> Standing:
    """How a cell stands: deleted, or the rest of one merged downwards; how many columns it spans, its colour."""
    standing = Standing(columns=1)
    settings = child_of(cell, "w:tcPr")
    for name, attributes, _ in settings[2] if settings else ():
        if name == "w:gridSpan":
            standing = standing._replace(columns=max(1, _whole(attributes, 1)))
        elif name in {"w:vMerge", "w:hMerge"} and attributes.get("w:val", "continue") == "continue":
            standing = standing._replace(gone=MarkKind.HIDDEN, note="in a merged cell")
        elif name in _GONE:
            standing = standing._replace(gone=MarkKind.DELETION, note=_author(attributes))
        elif name == "w:shd":
            standing = standing._replace(fill=fill_of(attributes))
    return standing


def table_style(table: Node) -> str:
    """The name of a table's style."""
    settings = child_of(table, "w:tblPr")
    style = child_of(settings, "w:tblStyle") if settings else None
    return style[1].get("w:val", "") if style else ""


def unwrapped(node: Node, name: str) -> Iterator[Node]:
    """The rows of a table or the cells of a row, whatever wraps them."""
    for child in node[2]:
        if child[0] == name:
            yield child
        elif child[0] == "w:sdt":
            inner = child_of(child, "w:sdtContent")
            yield from unwrapped(inner, name) if inner else ()
        elif child[0] in WRAPPERS:
            yield from unwrapped(child, name)


def paragraphs_in(node: Node) -> Iterator[Node]:
    """Every paragraph in a row or cell."""
    for child in node[2]:
        if child[0] == "w:p":
            yield child
        else:
            yield from paragraphs_in(child)


def _author(attributes: dict[str, str]) -> str:
    return attributes.get("w:author", "").strip()


def _whole(attributes: dict[str, str], otherwise: int) -> int:
    value = attributes.get("w:val", "")
    return int(value) if value.isdecimal() and len(value) < 4 else otherwise
