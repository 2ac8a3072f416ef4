"""One part of an OpenDocument text (the body, a header, a note) as blocks: paragraphs, lists, tables, text boxes."""

from collections.abc import Callable, Iterator, Mapping

from foilint.document import Block, Cell, Layer, Mark, MarkKind
from foilint.readers.look import UNKNOWN
from foilint.readers.markers import OpenItem
from foilint.readers.nodes import Node, words_of
from foilint.readers.opendocument_drawing import look_into
from foilint.readers.opendocument_lists import ListStyle, OpenLists
from foilint.readers.opendocument_styles import Style
from foilint.readers.opendocument_text import Flow, Spans, end_insertion, start_insertion
from foilint.readers.table_heads import find_heads, lays_out, take_apart
from foilint.readers.typed import without_typed_marker
from foilint.values import ClassVar

_INDEXES = (
    "text:table-of-content",
    "text:illustration-index",
    "text:table-index",
    "text:object-index",
    "text:user-index",
    "text:alphabetical-index",
    "text:bibliography",
)
_ROW_GROUPS = frozenset(("table:table-header-rows", "table:table-rows", "table:table-row-group"))
_DRAWINGS = ("draw:frame", "draw:a", "draw:g", "draw:custom-shape", "draw:rect", "draw:ellipse", "draw:control")


class Story:
    """Collects the blocks and marks of one part. Paragraphs are counted by layer, the empty ones too."""

    def __init__(self, flow: Flow, lists: dict[str, ListStyle], layer: Layer, name: str = "") -> None:
        self.flow = flow
        self.layer = layer
        self.name = name
        self.blocks: list[Block] = []
        self.marks: list[Mark] = []
        self._lists = OpenLists(lists)
        self._count = 0
        self._boxed = 0
        self._tables = 0
        self._cell: Cell | None = None
        self._background = UNKNOWN if layer in {Layer.HEADER, Layer.FOOTER} else ""  # banners lie behind letterheads
        self._opened: tuple[OpenItem, ...] = ()  # the lists whose markers are typed

    def content(self, nodes: list[Node]) -> None:
        """Read what stands in a part, a cell, an item or a text box; whatever else stands there holds no words."""
        for node in nodes:
            reader = self._READERS.get(node[0])
            if reader is not None:
                reader(self, node)

    def _paragraph(self, node: Node) -> None:
        self._count += 1
        style = self.flow.styles.style("paragraph", node[1].get("text:style-name", ""))
        words = Spans(self.flow, style, style.fill or self._background)
        is_hidden = any(
            child[0] == "text:hidden-paragraph" and child[1].get("text:is-hidden") == "true" for child in node[2]
        )
        self.flow.hidden += is_hidden
        words.paragraph(node)
        self.flow.hidden -= is_hidden
        level = _heading_level(node, style)
        marker, depth = self._lists.marker(style.list_style)
        if level and not marker:
            marker, depth = self._lists.heading_marker(node, level)
        self.marks += [mark._replace(block=len(self.blocks)) for mark in words.marks()]
        text, stands_out, lead, inserted = words.finish(level)
        if text:
            layer = style.layer if style.layer and self.layer is Layer.BODY else self.layer
            block = Block(
                text, (), level, stands_out, lead, marker, depth, self._cell, layer, self._count, self.name, inserted
            )
            if not marker:
                block, self._opened = without_typed_marker(block, self._opened)
            self.blocks.append(block)
        for box in words.boxes:
            self._box(box)

    def _list(self, node: Node) -> None:
        self._lists.enter(node)
        for child in node[2]:
            self._lists.item(child)
            self.content(child[2])
        self._lists.leave()

    def _box(self, node: Node) -> None:
        before = self.layer, self.name, self._cell, self._background, self._count
        lists = self._lists.set_aside()
        if self.layer is Layer.BODY:
            self.layer, self.name = Layer.BOX, "text box"
        self._cell, self._background, self._count = None, UNKNOWN, self._boxed
        self.content(node[2])
        self._boxed = self._count
        self.layer, self.name, self._cell, self._background, self._count = before
        self._lists.resume(lists)

    def _drawing(self, node: Node) -> None:
        boxes, unread = look_into(node)
        self.marks += [Mark(MarkKind.UNREAD, "", len(self.blocks), what) for what in unread]
        for box in boxes:
            self._box(box)

    def _through(self, node: Node) -> None:
        self.content(node[2])

    def _section(self, node: Node) -> None:
        style = self.flow.styles.style("section", node[1].get("text:style-name", ""))
        display = node[1].get("text:display", "")
        is_hidden = display == "none" or (display == "condition" and node[1].get("text:is-hidden") == "true")
        self.flow.hidden += is_hidden or style.hidden
        self.content(node[2])
        self.flow.hidden -= is_hidden or style.hidden

    def _index(self, node: Node) -> None:
        """Read a table of contents or an index: it repeats words of the letter."""
        before, self.layer = self.layer, Layer.FURNITURE
        for child in node[2]:
            if child[0] == "text:index-body":
                self.content(child[2])
        self.layer = before

    def _change_starts(self, node: Node) -> None:
        start_insertion(self.flow, node)

    def _change_ends(self, node: Node) -> None:
        author = end_insertion(self.flow, node)
        if author is not None:
            self.marks.append(Mark(MarkKind.INSERTION, "", len(self.blocks), author))

    def _deleted(self, node: Node) -> None:
        change = self.flow.changes.get(node[1].get("text:change-id", ""))
        if change and change.kind is MarkKind.DELETION:
            self.marks.append(Mark(MarkKind.DELETION, change.words, len(self.blocks), change.author))

    def _table(self, node: Node) -> None:
        self._tables += 1
        table, since = self._tables, len(self.blocks)
        before, lists = (self._cell, self._background), self._lists.set_aside()
        for number, (row, heads) in enumerate(_rows(node, heads=False), 1):
            self._row(row, Cell(table, number, 1, heads))
        self._cell, self._background = before
        self._lists.resume(lists)
        if lays_out(self.blocks, since, table):
            take_apart(self.blocks, since, table)
            self._tables -= 1
        else:
            find_heads(self.blocks, since, table)

    def _row(self, node: Node, first: Cell) -> None:
        column, background = 1, self._background
        for child in node[2]:
            name, attributes, children = child
            if name == "table:table-cell":
                style = self.flow.styles.style("table-cell", attributes.get("table:style-name", ""))
                self._cell, self._background = first._replace(column=column), style.fill or background
                self.content(children)
            elif name == "table:covered-table-cell":
                words = words_of(child).strip()
                if words:
                    self.marks.append(Mark(MarkKind.HIDDEN, words, len(self.blocks), "in a merged cell"))
            else:
                continue
            repeated = attributes.get("table:number-columns-repeated", "1")
            column += int(repeated) if repeated.isdecimal() and len(repeated) < 5 else 1
        self._background = background

    _READERS: ClassVar[Mapping[str, Callable[["Story", Node], None]]] = {
        "text:p": _paragraph,
        "text:h": _paragraph,
        "text:list": _list,
        "text:numbered-paragraph": _through,
        "text:section": _section,
        "text:index-title": _through,
        "text:change": _deleted,
        "text:change-start": _change_starts,
        "text:change-end": _change_ends,
        "table:table": _table,
        **dict.fromkeys(_INDEXES, _index),
        **dict.fromkeys(_DRAWINGS, _drawing),
    }


def _heading_level(node: Node, style: Style) -> int:
    """The level of a heading, which some programs leave to the style; 0 for other paragraphs."""
    if node[0] == "text:h":
        level = node[1].get("text:outline-level", "1")
        return max(1, min(9, int(level))) if level.isdecimal() and len(level) < 3 else 1
    return style.level


def _rows(node: Node, *, heads: bool) -> Iterator[tuple[Node, bool]]:
    """The rows of a table, and whether each heads it."""
    for child in node[2]:
        if child[0] == "table:table-row":
            yield child, heads
        elif child[0] in _ROW_GROUPS:
            yield from _rows(child, heads=heads or child[0] == "table:table-header-rows")
