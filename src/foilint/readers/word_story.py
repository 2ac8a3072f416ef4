"""One part of a Word document (the body, a header, a footnote) as blocks: paragraphs, tables, text boxes."""

from collections.abc import Callable, Mapping

from foilint.document import Block, Cell, Layer, Mark, MarkKind
from foilint.readers.look import UNKNOWN
from foilint.readers.markers import OpenItem
from foilint.readers.nodes import Node
from foilint.readers.table_heads import find_heads, lays_out, take_apart
from foilint.readers.typed import without_typed_marker
from foilint.readers.word_drawing import branch_of, content_of
from foilint.readers.word_look import is_on
from foilint.readers.word_numbering import Counter
from foilint.readers.word_paragraph import ParagraphProperties, paragraph_properties
from foilint.readers.word_styles import Style
from foilint.readers.word_tables import (
    WRAPPERS,
    paragraphs_in,
    standing_of_cell,
    standing_of_row,
    table_style,
    unwrapped,
)
from foilint.readers.word_text import Flow, Runs, unprinted_words
from foilint.values import ClassVar

_NOTHING = ParagraphProperties()


class Story:
    """Collects the blocks and marks of one part. Paragraphs are counted by layer, the empty ones too."""

    def __init__(self, flow: Flow, counter: Counter, layer: Layer, name: str = "") -> None:
        self.flow = flow
        self.counter = counter
        self.layer = layer
        self.name = name
        self.blocks: list[Block] = []
        self.marks: list[Mark] = []
        self.sections: list[Node] = []
        self._count = 0
        self._boxed = 0
        self._tables = 0
        self._cell: Cell | None = None
        self._background = UNKNOWN if layer in {Layer.HEADER, Layer.FOOTER} else ""  # banners lie behind letterheads
        self._carried: Runs | None = None
        self._opened: tuple[OpenItem, ...] = ()  # the lists whose markers are typed

    def content(self, nodes: list[Node]) -> None:
        """Read what stands in a part, a cell or a text box, to its end."""
        for node in nodes:
            self.read(node)
        self.close()

    def read(self, node: Node) -> None:
        """Read one paragraph or table, or what wraps some; whatever else stands here holds no words."""
        reader = self._BLOCKS.get(node[0])
        if reader is not None:
            reader(self, node)

    def close(self) -> None:
        """End a paragraph whose own mark is deleted and that nothing follows."""
        carried, self._carried = self._carried, None
        if carried:
            self._add(carried, _NOTHING, self.flow.styles.paragraph(""))

    def _paragraph(self, node: Node) -> None:
        self._count += 1
        says = _NOTHING
        for child in node[2]:
            if child[0] == "w:pPr":
                says = paragraph_properties(child)
                break
        styles = self.flow.styles
        style = styles.paragraph(says.style)
        words = Runs(self.flow, style, says.fill or style.fill or self._background)
        words.content(node[2])
        if self._carried:
            words.open_with(self._carried)
            self._carried = None
        if says.section:
            self.sections.append(says.section)
        if says.ending and self._runs_on(says.ending, words):
            self._carried = words
        else:
            self._add(words, says, style)

    def _runs_on(self, ending: Node, words: Runs) -> bool:
        """Whether the mark that ends a paragraph is deleted, or hidden under words that are not."""
        hidden = style_separator = False
        for name, attributes, _ in ending[2]:
            if name in {"w:del", "w:moveFrom"}:
                if not words.has_deletions:
                    words.mark(MarkKind.DELETION, "", attributes.get("w:author", "").strip())
                return True
            if name == "w:ins" and not words.marks():
                words.mark(MarkKind.INSERTION, "", attributes.get("w:author", "").strip())
            hidden = hidden or (name == "w:vanish" and is_on(attributes))
            style_separator = style_separator or name == "w:specVanish"
        return hidden and not style_separator

    def _add(self, words: Runs, says: ParagraphProperties, style: Style) -> None:
        """Add the block of a paragraph, unless it is empty, and its marks; then its text boxes."""
        marker, depth = self.counter.marker(says.numbering, style)
        level = style.level if says.level is None else says.level
        text, stands_out, lead, inserted = words.finish(level)
        if words.found:
            # A prompt alone in its paragraph belongs to what stands before it: it asks for the text under a heading.
            prompted = len(self.blocks) if text or not self.blocks else len(self.blocks) - 1
            places = {MarkKind.PLACEHOLDER: prompted}
            self.marks += [mark._replace(block=places.get(mark.kind, len(self.blocks))) for mark in words.marks()]
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

    def _box(self, node: Node) -> None:
        before = self.layer, self.name, self._cell, self._background, self._count
        if self.layer is Layer.BODY:
            self.layer, self.name = Layer.BOX, "text box"
        self._cell, self._background, self._count = None, UNKNOWN, self._boxed
        self.content(node[2])
        self._boxed = self._count
        self.layer, self.name, self._cell, self._background, self._count = before

    def _wrapper(self, node: Node) -> None:
        for child in node[2]:
            self.read(child)

    def _alternatives(self, node: Node) -> None:
        for child in branch_of(node):
            self.read(child)

    def _control(self, node: Node) -> None:
        content, prompts = content_of(node)
        self.flow.prompts += prompts
        for child in content:
            self.read(child)
        self.flow.prompts -= prompts

    def _alt_chunk(self, _: Node) -> None:
        self.marks.append(Mark(MarkKind.UNREAD, "", len(self.blocks), "embedded document"))

    def _section(self, node: Node) -> None:
        self.sections.append(node)

    def _table(self, node: Node) -> None:
        self.close()
        self._tables += 1
        table, since = self._tables, len(self.blocks)
        before = self._cell, self._background
        if table_style(node) in self.flow.styles.shaded_tables:
            self._background = UNKNOWN
        row = 0
        for line in unwrapped(node, "w:tr"):
            row += self._row(line, table, row + 1)
        self._cell, self._background = before
        if lays_out(self.blocks, since, table):
            take_apart(self.blocks, since, table)
            self._tables -= 1
        else:
            find_heads(self.blocks, since, table)

    def _row(self, node: Node, table: int, row: int) -> bool:
        """Read a row; false where it is deleted or hidden, so that the next one takes its place."""
        standing, marked = standing_of_row(node), len(self.marks)
        if standing.gone:
            self._beside(node, standing.gone, standing.note)
            return False
        column = 1 + standing.columns
        for cell in unwrapped(node, "w:tc"):
            column += self._read_cell(cell, Cell(table, row, column, standing.heads))
        if standing.inserted and all(mark.kind is not MarkKind.INSERTION for mark in self.marks[marked:]):
            self._beside(node, MarkKind.INSERTION, standing.note)
        return True

    def _read_cell(self, node: Node, cell: Cell) -> int:
        """Read a cell unless it is deleted or the rest of a merged one; returns how many columns it spans."""
        standing = standing_of_cell(node)
        if standing.gone:
            self._beside(node, standing.gone, standing.note)
            return standing.columns
        before = self._cell, self._background
        self._cell, self._background = cell, standing.fill or self._background
        self.content(node[2])
        self._cell, self._background = before
        return standing.columns

    def _beside(self, node: Node, kind: MarkKind, note: str) -> None:
        """Note something of all the words in a row or cell."""
        text = " ".join(filter(None, [unprinted_words(part).strip() for part in paragraphs_in(node)]))
        if text or kind is not MarkKind.HIDDEN:
            self.marks.append(Mark(kind, text, len(self.blocks), note))

    _BLOCKS: ClassVar[Mapping[str, Callable[["Story", Node], None]]] = {
        "w:p": _paragraph,
        "w:tbl": _table,
        "w:sdt": _control,
        "mc:AlternateContent": _alternatives,
        "w:altChunk": _alt_chunk,
        "w:subDoc": _alt_chunk,
        "w:sectPr": _section,
    } | dict.fromkeys(WRAPPERS, _wrapper)
