"""The cells of a table: which head its columns and rows, and what each of the others stands under."""

from collections.abc import Iterable, Mapping, Sequence

from foilint.notice import SIDES, Part
from foilint.recognise import labels
from foilint.recognise.citations import Cited
from foilint.recognise.labels import Label, Role
from foilint.recognise.learned import lean
from foilint.recognise.lexicon import Lexicon
from foilint.recognise.stances import speaks_of
from foilint.recognise.words import Line
from foilint.values import NamedTuple


class Heads(NamedTuple):
    """What heads a table's columns and rows, by table and position; how many blocks each cell holds; empty columns."""

    columns: Mapping[tuple[int, int], Label]
    rows: Mapping[tuple[int, int], Label]
    sizes: Mapping[tuple[int, int, int], int]
    empty: frozenset[tuple[int, int]]


def heads_of(lines: Sequence[Line], cites: Sequence[Sequence[Cited]], lexicon: Lexicon) -> Heads:
    """What heads the tables of a notice."""
    columns: dict[tuple[int, int], Label] = {}
    rows: dict[tuple[int, int], Label] = {}
    sizes: dict[tuple[int, int, int], int] = {}
    topics: set[tuple[int, int, int]] = set()
    for line, own in zip(lines, cites, strict=True):
        cell = line.block.cell
        if cell is None or not line.tokens:
            continue
        key = (cell.table, cell.row, cell.column)
        sizes[key] = sizes.get(key, 0) + 1
        if len(line.tokens) > labels.LONGEST + 8 or (cell.row > 1 and cell.column > 1 and not own):
            continue
        label = labels.read(line.whole, tuple(own), lexicon)
        if cell.row == 1:
            columns.setdefault((cell.table, cell.column), label)
        elif cell.column > 1 and _names_an_exemption(label):
            topics.add(key)
            _cite(columns, (cell.table, cell.column), label)
        if cell.column == 1:
            rows.setdefault((cell.table, cell.row), label)
    by_rows = _headed_by_rows(rows, columns)
    columns = {key: label for key, label in columns.items() if key[0] not in by_rows}
    columns = {**columns, **_opposites(lines, columns, lexicon)}
    columns = {**columns, **_asked_apart(lines, columns), **_argued_apart(lines, columns, lexicon)}
    schedules = _schedules(columns, sizes, topics)
    columns = {key: _argues_nothing(label) if key[0] in schedules else label for key, label in columns.items()}
    columns = {key: _as_its_other_side(key[0], label, columns) for key, label in columns.items()}
    headed = {table for (table, _), label in rows.items() if label.part is not None}
    plain = {key: label for key, label in rows.items() if key[0] not in headed}
    rows = {**rows, **_opposites(lines, plain, lexicon, of_rows=True)}
    rows = {key: _as_its_other_side(key[0], label, rows) for key, label in rows.items()}
    filled = {(table, column) for table, row, column in sizes if row > 1}
    pairs = {table for table, row, column in sizes if row == 1 and not _heads_a_part(columns.get((table, column)))}
    empty = {
        key for key, label in columns.items() if _heads_a_part(label) and key not in filled and key[0] not in pairs
    }
    return Heads(columns, rows, sizes, frozenset(empty))


def _names_an_exemption(label: Label) -> bool:
    """Whether a cell holds a provision and its title, though that speaks of harm: "Section 43(2), prejudice to …"."""
    opens = bool(label.cites) and not label.cites[0].start
    return bool(label.cites) and (label.role is Role.TOPIC or (label.part is Part.HARM and opens))


def _schedules(
    columns: Mapping[tuple[int, int], Label], filled: Iterable[tuple[int, int, int]], topics: set[tuple[int, int, int]]
) -> frozenset[int]:
    """The tables that say under what each thing is withheld, in a column headed as a side: "Reason for refusal".

    Most cells of such a column hold a provision and its title; a few may say "none", or that nothing is held.
    """
    cited: dict[tuple[int, int], int] = {}
    for table, row, column in filled:
        if row > 1:
            cited[table, column] = cited.get((table, column), 0) + (1 if (table, row, column) in topics else -1)
    return frozenset(key[0] for key, label in columns.items() if label.part in SIDES and cited.get(key, -1) >= 0)


def _argues_nothing(label: Label) -> Label:
    """The head of a column of a schedule."""
    return label._replace(role=Role.OTHER, part=None) if label.part in SIDES else label


def _headed_by_rows(rows: Mapping[tuple[int, int], Label], columns: Mapping[tuple[int, int], Label]) -> frozenset[int]:
    """The tables in which each row, from the first, has a part of the test for its head, and no column has."""
    parts: dict[int, set[Part]] = {}
    for (table, _), label in rows.items():
        if label.part is not None:
            parts.setdefault(table, set()).add(label.part)
    beside = {table for (table, column), label in columns.items() if column > 1 and label.part is not None}
    first = {table for (table, row), label in rows.items() if row == 1 and label.part is not None}
    return frozenset(table for table in first - beside if len(parts[table]) > 1)


def _cite(columns: dict[tuple[int, int], Label], key: tuple[int, int], label: Label) -> None:
    """Let a column whose head cites nothing be of the exemption that a cell in it is given to."""
    head = columns.get(key)
    if head is not None and not head.cites and head.part is None:
        columns[key] = head._replace(cites=label.cites)


def _opposites(
    lines: Sequence[Line], heads: Mapping[tuple[int, int], Label], lexicon: Lexicon, *, of_rows: bool = False
) -> dict[tuple[int, int], Label]:
    """Two columns or rows that are headed with opposites: "Disclosure" beside "Maintaining the exemption"."""
    ways: dict[int, dict[int, tuple[int, int]]] = {}
    for line in lines:
        cell = line.block.cell
        if cell is not None and (cell.column if of_rows else cell.row) == 1:
            key = cell.table, cell.row if of_rows else cell.column
            if key in heads:
                ways.setdefault(cell.table, {})[speaks_of(line.whole, lexicon)] = key
    pairs = [way for way in ways.values() if WAYS.keys() <= way.keys()]
    plain = [way for way in pairs if all(heads[way[sign]].part is None for sign in WAYS)]
    return {
        way[sign]: heads[way[sign]]._replace(role=Role.PART, part=part) for way in plain for sign, part in WAYS.items()
    }


def _asked_apart(lines: Sequence[Line], columns: Mapping[tuple[int, int], Label]) -> dict[tuple[int, int], Label]:
    """Two columns that ask why, and why not: "Why people might be told" beside "Why they might not"."""
    asking: dict[int, list[tuple[int, int]]] = {}
    for line in lines:
        cell = line.block.cell
        if cell is not None and cell.row == 1 and line.tokens[:1] == ["why"] and (cell.table, cell.column) in columns:
            asking.setdefault(cell.table, []).append((cell.table, cell.column))
    found: dict[tuple[int, int], Label] = {}
    for keys in asking.values():
        sides = {Part.AGAINST if columns[key].within is Part.AGAINST else Part.FOR: key for key in keys}
        if len(sides) == len(keys) == len(SIDES):
            found.update({key: columns[key]._replace(role=Role.PART, part=part) for part, key in sides.items()})
    return found


def _argued_apart(
    lines: Sequence[Line], columns: Mapping[tuple[int, int], Label], lexicon: Lexicon
) -> dict[tuple[int, int], Label]:
    """Two columns whose heads tell no side and whose words clearly argue one each, as was learned."""
    tables: dict[int, dict[int, list[Line]]] = {}
    for line in lines:
        cell = line.block.cell
        if cell is not None and cell.row > 1 and line.tokens:
            tables.setdefault(cell.table, {}).setdefault(cell.column, []).append(line)
    found: dict[tuple[int, int], Label] = {}
    for table, told in tables.items():
        heads = [columns.get((table, column)) for column in told]
        if len(told) != len(SIDES) or any(head is None or head.part or head.cites for head in heads):
            continue
        if not all(_argues(cells) for cells in told.values()):
            continue
        leans = {column: lean((s for line in cells for s in line.sentences), lexicon) for column, cells in told.items()}
        favouring, opposing = max(leans, key=leans.__getitem__), min(leans, key=leans.__getitem__)
        if leans[favouring] > CLEARLY and leans[opposing] < -CLEARLY:
            for column, part in ((favouring, Part.FOR), (opposing, Part.AGAINST)):
                found[table, column] = columns[table, column]._replace(role=Role.PART, part=part)
    return found


def _argues(cells: Sequence[Line]) -> bool:
    """Whether the cells of a column hold sentences, and no names or figures."""
    return sum(len(line.tokens) for line in cells) > SENTENCE * len(cells)


SENTENCE = 8  # tokens
CLEARLY = 2.0  # in natural logarithms of odds
WAYS = {1: Part.FOR, -1: Part.AGAINST}  # by what a heading speaks of: openness, or its opposite


def _as_its_other_side(table: int, label: Label, heads: Mapping[tuple[int, int], Label]) -> Label:
    """A head as read beside that of the factors for: "Reasons for not disclosing", "Our decision"."""
    beside = any(key[0] == table and other.part is Part.FOR for key, other in heads.items())
    if label.part is not None or label.within is None or not beside:
        return label
    return label._replace(role=Role.PART, part=label.within)


def _heads_a_part(label: Label | None) -> bool:
    return label is not None and label.part is not None


class Cell(NamedTuple):
    """The label that opens in a cell or stands over it, if any, and whether the cell itself is the head."""

    label: Label | None
    heads: bool


def read(line: Line, cites: Sequence[Cited], heads: Heads, lexicon: Lexicon) -> Cell:
    """Read a cell: what it says itself as a head, else under what heads its column, or of what heads its row."""
    cell = line.block.cell
    assert cell is not None  # only called for cells
    several = heads.sizes[cell.table, cell.row, cell.column] > 1
    column = heads.columns.get((cell.table, cell.column)) if cell.row > 1 else None
    row = (
        heads.rows.get((cell.table, cell.row))
        if cell.column > 1
        and (cell.row > 1 or (cell.table, 2) not in heads.rows or (cell.table, 1) not in heads.columns)
        else None
    )
    own = labels.read(line.whole, tuple(cites), lexicon) if len(line.tokens) <= labels.LONGEST else None
    if several and _heads_a_part(own) and not labels.is_sentence(line):
        return Cell(own, heads=True)
    if not several and _heads_a_part(own) and (cell.row == 1 or (cell.column == 1 and column is None)):
        is_empty = cell.row == 1 and (cell.table, cell.column) in heads.empty
        return Cell(own if is_empty else None, heads=True)
    if cell.column == 1 and own is not None and own.role is Role.TOPIC:
        if cell.row == 1 and (cell.table, 1, 2) not in heads.sizes:
            return Cell(own, heads=True)
        if _is_divided(cell.table, heads):
            return Cell(None, heads=True)
    over = next((label for label in (column, row) if label is not None and label.part is not None), None)
    if over is None:
        return Cell(None, heads=False)
    named = tuple(c for label in (row, column) if label is not None for c in label.cites)
    return Cell(over._replace(cites=named), heads=False)


def counted(lines: Sequence[Line]) -> frozenset[int]:
    """The cells that head a column or row of figures: what they name is counted there, and not claimed."""
    figures: dict[tuple[int, str, int], list[bool]] = {}
    for line in lines:
        if (cell := line.block.cell) is not None and line.tokens:
            counts = not any(token[0].isalpha() for token in line.tokens)
            for way, at, heads in (("column", cell.column, cell.row == 1), ("row", cell.row, cell.column == 1)):
                if not heads:
                    figures.setdefault((cell.table, way, at), []).append(counts)
    return frozenset(
        line.index
        for line in lines
        if (cell := line.block.cell) is not None
        and (
            (cell.row == 1 and all(figures.get((cell.table, "column", cell.column), (False,))))
            or (cell.column == 1 and all(figures.get((cell.table, "row", cell.row), (False,))))
        )
    )


def overturned(lines: Sequence[Line], withdraws: int) -> frozenset[int]:
    """The cells that tell what was first decided, in rows that go on to undo it: "First response" | "On review"."""
    columns: dict[int, set[int]] = {}
    undone: dict[tuple[int, int], set[int]] = {}
    for line in lines:
        if (cell := line.block.cell) is not None:
            if cell.row == 1 and not AT_FIRST.isdisjoint(line.tokens):
                columns.setdefault(cell.table, set()).add(cell.column)
            elif line.mask & withdraws:
                undone.setdefault((cell.table, cell.row), set()).add(cell.column)
    return frozenset(
        line.index
        for line in lines
        if (cell := line.block.cell) is not None
        and cell.column in columns.get(cell.table, ())
        and any(column > cell.column for column in undone.get((cell.table, cell.row), ()))
    )


AT_FIRST = frozenset(("first", "original", "originally", "initial", "initially", "earlier", "before"))


def _is_divided(table: int, heads: Heads) -> bool:
    """Whether the columns of a table are parts of the test."""
    return any(key[0] == table and _heads_a_part(label) for key, label in heads.columns.items())
