"""Tables in plain text: rows of cells parted by tabs or by upright bars."""

from collections.abc import Sequence

from foilint.document import Block, Cell
from foilint.readers.lines import Line, joined, part_of
from foilint.readers.markers import marker_of
from foilint.readers.tables import with_heads

Row = list[Line]


def row_of(line: Line) -> Row:
    """The cells of a line, if it may be the row of a table; else nothing."""
    source = line.source
    mark = "\t" if "\t" in source else "|"
    if mark not in source or (mark == "\t" and marker_of(line.text)):
        return []
    cells: Row = []
    at = 0
    for part in source.split(mark):
        cell = part_of(line, at, at + len(part))
        if cell.text:
            cells.append(cell)
        at += len(part) + 1
    return cells if len(cells) > 1 and not cells[0].text.endswith(":") else []


def tables_of(rows: Sequence[Row], close: Sequence[bool]) -> dict[int, int]:
    """Where tables start and end: runs of two rows or more with as many cells, each `close` to the one above."""
    tables: dict[int, int] = {}
    start = 0
    while start < len(rows):
        end = start + 1
        while end < len(rows) and rows[start] and len(rows[end]) == len(rows[start]) and close[end]:
            end += 1
        if end - start > 1:
            tables[start] = end
        start = end
    return tables


def cells_of(rows: Sequence[Row], table: int) -> list[Block]:
    """The blocks of a table, which is the `table`th of its document."""
    blocks: list[Block] = []
    for row, cells in enumerate(rows, 1):
        for column, line in enumerate(cells, 1):
            text, origins = joined((line,))
            blocks.append(Block(text, origins, cell=Cell(table, row, column)))
    return with_heads(blocks)
