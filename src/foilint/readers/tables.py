"""Tables: which cells head their column or row, where the format does not say so."""

from collections.abc import Sequence

_SHORT = 80


def heading_cells(rows: Sequence[Sequence[str]]) -> frozenset[tuple[int, int]]:
    """The cells, by row and column from 0, that head a column or a row: short words that end no sentence.

    The first row heads where all its cells are such; so does the first column, where what stands beside it is longer.
    """
    if len(rows) < 2 or any(len(row) < 2 for row in rows[:1]):
        return frozenset()
    heads = set()
    if all(_names(cell) for cell in rows[0] if cell) and any(rows[0]):
        heads |= {(0, column) for column in range(len(rows[0]))}
    first = [row[0] for row in rows if row]
    beside = [cell for row in rows for cell in row[1:]]
    if all(_names(cell) for cell in first if cell) and any(not _names(cell) for cell in beside if cell):
        heads |= {(row, 0) for row in range(len(rows)) if rows[row]}
    return frozenset(heads)


def _names(cell: str) -> bool:
    """Whether a cell names something rather than says something."""
    return len(cell) <= _SHORT and cell[-1:] not in ".!?;"
