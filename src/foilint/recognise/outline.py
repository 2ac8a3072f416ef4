"""The notice as a stream of pieces: headings, run-in labels, lead-ins, table heads, and the text under them."""

from collections.abc import Iterator, Mapping, Sequence

from foilint.document import Block, Layer
from foilint.notice import Part
from foilint.recognise import labels, stances
from foilint.recognise.citations import Cited
from foilint.recognise.labels import Label, Role
from foilint.recognise.lexicon import Lexicon
from foilint.recognise.words import Line
from foilint.values import NamedTuple

LOOK = 10  # rank of a heading by look alone; styled headings rank 1 to 9
TABLE = 15
RUN_IN = 20
LEAD_IN = 30

LONGEST_HEADING = 18  # words
LONGEST_LABEL = 16  # tokens before the colon of a run-in label
STOP = "."
DASH = "-"
SIGNS = frozenset((":", DASH, STOP))  # what may end a run-in label


class Piece(NamedTuple):
    """A label (with its rank) or, where `label` is None, tokens `start` to `end` of running text."""

    line: Line
    start: int
    end: int
    label: Label | None = None
    rank: int = 0


def heading(line: Line, cites: Sequence[Cited], lexicon: Lexicon) -> Label | None:
    """What a block says as a heading; None where it is running text."""
    block = line.block
    if block.cell is not None or (not block.level and len(line.tokens) > 2 * LONGEST_HEADING):
        return None
    words = sum(token[0].isalpha() for token in line.tokens)
    if not words:
        return None
    if block.level:
        return labels.read(line.whole, tuple(cites), lexicon)
    numbered = any(character.isdigit() for character in block.marker)
    if words > LONGEST_HEADING or (block.marker and not block.stands_out and not numbered):
        return None
    closed = line.tokens[-1][0] in ".;,!" or (line.tokens[-1] == ":" and not block.stands_out)
    if closed and not (block.stands_out and words <= 8):
        return None
    label = labels.read(line.whole, tuple(cites), lexicon)
    if block.stands_out:
        return label
    opens = label.role in (Role.PART, Role.TEST) or labels.opens_beside(line.whole, label, lexicon)
    plain = opens and words <= 14 and _unfinished(line)
    return label if plain and not _is_sentence(line) else None


def letterhead(line: Line) -> Label | None:
    """What a block above the salutation says: nothing, even where it looks like a heading."""
    return Label(Role.OTHER, None, (), False, frozenset()) if line.block.level or line.block.stands_out else None


def _unfinished(line: Line) -> bool:
    return line.tokens[-1][0] not in ".!:" and len(line.sentences) <= 2


def _is_sentence(line: Line) -> bool:
    """Whether a short unmarked line still reads as a sentence: it speaks in somebody's voice ("(i)" is nobody's)."""
    tokens = line.tokens
    return any(token in SPEAKING and (not n or tokens[n - 1] != "(") for n, token in enumerate(tokens))


SPEAKING = frozenset(("we", "i", "you", "would", "is", "are", "was", "has", "have", "will"))


def pieces(
    lines: Sequence[Line],
    headings: Sequence[Label | None],
    cites: Sequence[Sequence[Cited]],
    wanted: Sequence[bool],
    lexicon: Lexicon,
) -> Iterator[Piece]:
    """The stream of pieces. `wanted` tells which lines are the authority's response; headings of others come too."""
    tables = _tables(lines, cites, lexicon)
    for line, label, own, want in zip(lines, headings, cites, wanted, strict=True):
        if label is not None:
            if line.block.layer is not Layer.FURNITURE:
                yield Piece(line, 0, len(line.tokens), label, line.block.level or LOOK)
        elif not want or not line.tokens:
            continue
        elif line.block.cell is not None:
            yield from _cell(line, own, tables, lexicon)
        else:
            yield from _text(line, own, lexicon)


def _text(line: Line, cites: Sequence[Cited], lexicon: Lexicon) -> Iterator[Piece]:
    """A paragraph: its run-in label, if it has one, then the rest; or a lead-in for the list below it."""
    cut = run_in(line, lexicon, cites)
    if cut:
        end, label = cut
        yield Piece(line, 0, end, label, RUN_IN)
        start = end
        while start < len(line.tokens) and not line.tokens[start][0].isalnum():
            start += 1
        yield Piece(line, start, len(line.tokens))
        return
    yield Piece(line, 0, len(line.tokens))
    if line.tokens[-1] == ":" and (announced := _announces(line, cites, lexicon)):
        yield Piece(line, line.sentences[-1].start, len(line.tokens), announced, LEAD_IN)


def run_in(line: Line, lexicon: Lexicon, cites: Sequence[Cited]) -> tuple[int, Label] | None:
    """Where a run-in label ends, and what it says; None where the paragraph has none."""
    for end in _possible_ends(line):
        inside = tuple(c for c in cites if c.end <= end)
        label = labels.read(line.whole.part(0, end), inside, lexicon)
        introduces = (
            label.role in (Role.PART, Role.TEST)
            or label.within is Part.BALANCE
            or (label.within is not None and line.tokens[0] == "why")
            or (label.role is Role.TOPIC and line.block.lead)
        )
        if introduces and _label_like(line, end):
            return end, label
    return None


def _possible_ends(line: Line) -> Iterator[int]:
    tokens = line.tokens
    block = line.block
    if block.lead:
        end = next((n for n in range(len(tokens)) if line.start_of(n) >= block.lead), len(tokens))
        if end < len(tokens):
            yield end
            return
    for n, sign in enumerate(tokens[:LONGEST_LABEL]):
        if sign in SIGNS and 0 < n < len(tokens) - 1:
            yield n
            if sign == STOP:
                return


def _label_like(line: Line, end: int) -> bool:
    """Whether the words before a colon are a label and no sentence that happens to have one."""
    tokens = line.tokens[:end]
    if "whether" in tokens:
        tokens = tokens[: tokens.index("whether")]  # "Reasons for saying whether we hold it."
    if line.block.lead:
        return end <= LONGEST_LABEL
    if line.tokens[end] == STOP and tokens[0] == "why":
        return True
    if line.tokens[end] == STOP:
        return sum(t.isalpha() and len(t) > 1 for t in tokens) <= 9 and not any(t in VERBS for t in tokens)
    if line.tokens[end] == DASH:
        return end <= 9 and not any(t in VERBS for t in tokens)
    return not any(t in VOICES for t in tokens)


VERBS = frozenset(
    (
        *("we", "i", "you", "us", "is", "are", "was", "were", "has", "have", "will", "would", "could", "may", "can"),
        *("do", "does", "requires", "require", "must", "applies", "apply", "protects", "covers", "provides"),
    )
)
VOICES = frozenset(["we", "i", "you"])


def _announces(line: Line, cites: Sequence[Cited], lexicon: Lexicon) -> Label | None:
    """What a lead-in that ends with a colon announces for the items below it."""
    last = line.sentences[-1]
    if last.mask & lexicon.bits["you-asked"] and not last.mask & lexicon.bits["public-interest"]:
        return None  # "You asked for two things:" announces what was asked for
    own = tuple(c for c in cites if c.start >= last.start)
    side = stances.stance_of_label(last, own, lexicon) or stances.stance_of_prose(last, lexicon)
    duties = labels.duties_of(last, lexicon)
    if side is stances.Stance.FOR:
        return Label(Role.PART, Part.FOR, own, False, duties)
    if side is stances.Stance.AGAINST:
        return Label(Role.PART, Part.AGAINST, own, False, duties)
    bits = lexicon.bits
    if last.mask & bits["public-interest"]:
        return None
    if last.mask & bits["prejudice"] and last.mask & bits["likelihood"]:
        return Label(Role.PART, Part.HARM, own, False, duties)
    return None


class Heads(NamedTuple):
    """What heads a table's columns and rows, by table and position; how many blocks each cell holds; empty columns."""

    columns: Mapping[tuple[int, int], Label]
    rows: Mapping[tuple[int, int], Label]
    sizes: Mapping[tuple[int, int, int], int]
    empty: frozenset[tuple[int, int]]


def _tables(lines: Sequence[Line], cites: Sequence[Sequence[Cited]], lexicon: Lexicon) -> Heads:
    columns: dict[tuple[int, int], Label] = {}
    rows: dict[tuple[int, int], Label] = {}
    sizes: dict[tuple[int, int, int], int] = {}
    for line, own in zip(lines, cites, strict=True):
        cell = line.block.cell
        if cell is None or not line.tokens:
            continue
        key = (cell.table, cell.row, cell.column)
        sizes[key] = sizes.get(key, 0) + 1
        if len(line.tokens) > LONGEST_HEADING + 8 or (cell.row > 1 and cell.column > 1):
            continue
        label = labels.read(line.whole, tuple(own), lexicon)
        if cell.row == 1:
            columns.setdefault((cell.table, cell.column), label)
        if cell.column == 1:
            rows.setdefault((cell.table, cell.row), label)
    columns = {key: _as_its_other_side(key[0], label, columns) for key, label in columns.items()}
    filled = {(table, column) for table, row, column in sizes if row > 1}
    pairs = {table for table, row, column in sizes if row == 1 and not _heads_a_part(columns.get((table, column)))}
    empty = {
        key for key, label in columns.items() if _heads_a_part(label) and key not in filled and key[0] not in pairs
    }
    return Heads(columns, rows, sizes, frozenset(empty))


def _as_its_other_side(table: int, label: Label, columns: Mapping[tuple[int, int], Label]) -> Label:
    """The head of a column as read beside that of the factors for: "Reasons for not disclosing" then heads the other."""
    beside = any(key[0] == table and other.part is Part.FOR for key, other in columns.items())
    if label.part is not None or label.within is not Part.AGAINST or not beside:
        return label
    return label._replace(role=Role.PART, part=label.within)


def _heads_a_part(label: Label | None) -> bool:
    return label is not None and label.part is not None


def _cell(line: Line, cites: Sequence[Cited], heads: Heads, lexicon: Lexicon) -> Iterator[Piece]:
    """A table cell: under what heads its column, of what heads its row."""
    cell = line.block.cell
    assert cell is not None  # only called for cells
    several = heads.sizes[cell.table, cell.row, cell.column] > 1
    column = heads.columns.get((cell.table, cell.column)) if cell.row > 1 else None
    row = (
        heads.rows.get((cell.table, cell.row))
        if (cell.column > 1 and cell.row > 1) or (cell.column > 1 and (cell.table, 2) not in heads.rows)
        else None
    )
    own = labels.read(line.whole, tuple(cites), lexicon) if len(line.tokens) <= LONGEST_HEADING else None
    if several and own is not None and own.part is not None and not _is_sentence(line):
        yield Piece(line, 0, len(line.tokens), own, TABLE)
        return
    if (
        not several
        and own is not None
        and own.part is not None
        and (cell.row == 1 or (cell.column == 1 and column is None))
    ):
        if cell.row == 1 and (cell.table, cell.column) in heads.empty:
            yield Piece(line, 0, len(line.tokens), own, TABLE)
        return  # it heads its column or row
    if cell.column == 1 and own is not None and own.role is Role.TOPIC and _is_divided(cell.table, heads):
        return  # it heads its row
    over = next((label for label in (column, row) if label is not None and label.part is not None), None)
    if over is None:
        yield from _text(line, cites, lexicon)
        return
    named = tuple(c for label in (row, column) if label is not None for c in label.cites)
    yield Piece(line, 0, 0, over._replace(cites=named), TABLE)
    yield Piece(line, 0, len(line.tokens))


def _is_divided(table: int, heads: Heads) -> bool:
    """Whether the columns of a table are parts of the test."""
    return any(key[0] == table and _heads_a_part(label) for key, label in heads.columns.items())


def is_item(block: Block) -> bool:
    """Whether a block belongs to the list that a lead-in opened."""
    return bool(block.marker) or block.cell is not None or bool(block.depth)
