"""Which cells head their table, in formats that leave it to the eye."""

from foilint.document import Block


def stands(block: Block) -> bool:
    """Whether a block is a heading by style or by look."""
    return block.stands_out or block.level > 0


def mark_heads(blocks: list[Block], since: int, table: int) -> None:
    """Let the first row, or the first cell of a row, head a table where it alone stands out. Changes `blocks`."""
    rows: dict[int, dict[int, list[int]]] = {}
    for index in range(since, len(blocks)):
        cell = blocks[index].cell
        if cell and cell.table == table:
            rows.setdefault(cell.row, {}).setdefault(cell.column, []).append(index)
    plain = {
        row for row, cells in rows.items() if not all(stands(blocks[index]) for own in cells.values() for index in own)
    }
    heading: list[int] = []
    for row, cells in rows.items():
        if row == 1 and row not in plain and plain:
            heading += [index for own in cells.values() for index in own]
        elif row in plain and len(cells) > 1 and 1 in cells and all(stands(blocks[index]) for index in cells[1]):
            heading += cells[1]
    for index in heading:
        cell = blocks[index].cell
        if cell:
            blocks[index] = blocks[index]._replace(cell=cell._replace(heads=True))
