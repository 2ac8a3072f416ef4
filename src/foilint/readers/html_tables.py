"""Tables of an HTML page: which are tables and which only lay out the page, and where each cell stands."""

from lxml import etree

from foilint.document import Block, Cell
from foilint.readers.table_heads import mark_heads
from foilint.readers.tables import with_heads

_WIDEST = 1000  # columns or rows that a cell may span, as in browsers


class Table:
    """A table that is being read."""

    def __init__(self, number: int, since: int) -> None:
        self.number = number
        self._since = since  # the blocks before it
        self._row = self._column = 0
        self._taken: dict[int, int] = {}  # the last row that a cell from above spans, by column

    def next_row(self) -> None:
        """A row starts."""
        self._row += 1
        self._column = 0

    def next_cell(self, element: etree._Element, *, heads: bool) -> Cell:
        """The place of the next cell of this row."""
        row = max(1, self._row)
        self._column += 1
        while self._taken.get(self._column, 0) >= row:
            self._column += 1
        cell = Cell(self.number, row, self._column, heads)
        wide, high = _span(element, "colspan"), _span(element, "rowspan")
        if high > 1:
            self._taken.update(dict.fromkeys(range(self._column, self._column + wide), row + high - 1))
        self._column += wide - 1
        return cell

    def finish(self, blocks: list[Block]) -> None:
        """Let cells head the table where the page does not say which do. Changes `blocks`."""
        own = [at for at in range(self._since, len(blocks)) if self._holds(blocks[at])]
        if any(_heads(blocks[at]) for at in own):
            return
        mark_heads(blocks, self._since, self.number)
        if any(_heads(blocks[at]) for at in own):
            return
        for at, block in zip(own, with_heads([blocks[at] for at in own]), strict=True):
            blocks[at] = block

    def _holds(self, block: Block) -> bool:
        return block.cell is not None and block.cell.table == self.number


def is_layout(table: etree._Element) -> bool:
    """Whether a table only lays out the page: it says so, holds other tables, or has a single column."""
    if table.get("role") in ("presentation", "none") or next(table.iterdescendants("table"), None) is not None:
        return True
    return all(sum(1 for _ in row.iterchildren("td", "th")) < 2 for row in table.iter("tr"))


def _heads(block: Block) -> bool:
    return block.cell is not None and block.cell.heads


def _span(element: etree._Element, name: str) -> int:
    value = element.get(name, "1")
    return min(max(1, int(value)), _WIDEST) if value.isdecimal() and len(value) < 9 else 1
