"""Which cells head their table, and which tables only lay out the page, in formats that leave it to the eye."""

from foilint.document import Block
from foilint.readers.tables import with_heads


def stands(block: Block) -> bool:
    """Whether a block is a heading by style or by look."""
    return block.stands_out or block.level > 0


def find_heads(blocks: list[Block], since: int, table: int) -> None:
    """Let cells head a table of which the format does not say which do: by their look, else by their words."""
    if _has_heads(blocks, since, table):
        return
    mark_heads(blocks, since, table)
    if not _has_heads(blocks, since, table):
        own = [index for index in range(since, len(blocks)) if _is_in(blocks[index], table)]
        for index, block in zip(own, with_heads([blocks[index] for index in own]), strict=True):
            blocks[index] = block


def lays_out(blocks: list[Block], since: int, table: int) -> bool:
    """Whether a table has a single column or holds other tables: a frame around text, and no table to its reader."""
    cells = [block.cell for block in blocks[since:] if block.cell]
    return all(cell.column == 1 for cell in cells if cell.table == table) or any(cell.table > table for cell in cells)


def take_apart(blocks: list[Block], since: int, table: int) -> None:
    """Let the cells of a table that only lays out be plain paragraphs. Tables after it move up by a number."""
    for index in range(since, len(blocks)):
        cell = blocks[index].cell
        if cell:
            kept = cell._replace(table=cell.table - 1) if cell.table > table else None
            blocks[index] = blocks[index]._replace(cell=kept)


def _is_in(block: Block, table: int) -> bool:
    return block.cell is not None and block.cell.table == table


def _has_heads(blocks: list[Block], since: int, table: int) -> bool:
    return any(block.cell.heads for block in blocks[since:] if block.cell and block.cell.table == table)


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
