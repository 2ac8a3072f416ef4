"""Tables: which cells head their column or row, where neither the format nor the look of the cells says so."""

from collections.abc import Sequence

from foilint.document import Block

_SHORT = 80


def with_heads(blocks: Sequence[Block]) -> list[Block]:
    """The blocks of one table, those that head its columns or rows marked: cells that name and do not say something.

    The first row heads where all its cells do; so does the first column, where something beside it is said.
    """
    texts: dict[tuple[int, int], str] = {}
    for block in blocks:
        if block.cell:
            place = block.cell.row, block.cell.column
            texts[place] = f"{texts[place]} {block.text}" if place in texts else block.text
    top = min((row for row, _ in texts), default=0)
    first = [text for (row, _), text in texts.items() if row == top]
    side = [text for (_, column), text in texts.items() if column == 1]
    beside = [text for (_, column), text in texts.items() if column > 1]
    row_heads = 1 < len(first) < len(texts) and all(map(_names, first))
    column_heads = len(side) > 1 and all(map(_names, side)) and not all(map(_names, beside))
    return [
        block._replace(cell=cell._replace(heads=True))
        if (cell := block.cell) and ((row_heads and cell.row == top) or (column_heads and cell.column == 1))
        else block
        for block in blocks
    ]


def _names(cell: str) -> bool:
    """Whether a cell names something rather than says something."""
    return len(cell) <= _SHORT and cell[-1:] not in ".!?;"
