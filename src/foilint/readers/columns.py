"""Tables in plain text: rows of cells parted by tabs or by upright bars."""

from collections.abc import Iterator, Sequence

from foilint.document import Block, Cell
from foilint.readers.lines import Line, joined, part_of
from foilint.readers.markers import marker_of
from foilint.readers.tables import heading_cells

Row = list[Line]


def row_of(line: Line) -> Row:
    """The cells of a line, if it may be the row of a table; else nothing."""
    mark = "\t" if "\t" in line.source else "|"
    if mark not in line.source or (mark == "\t" and marker_of(line.text)):
        return []
    cells: Row = []
    at = 0
    for part in line.source.split(mark):
        if part.strip():
            cells.append(part_of(line, at, at + len(part)))
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


def cells_of(rows: Sequence[Row], table: int) -> Iterator[Block]:
    """The blocks of a table, which is the `table`th of its document."""
    heads = heading_cells([[cell.text for cell in row] for row in rows])
    for row, cells in enumerate(rows):
        for column, line in enumerate(cells):
            text, origins = joined((line,))
            yield Block(text, origins, cell=Cell(table, row + 1, column + 1, (row, column) in heads))
