"""The notice as a stream of pieces: headings, run-in labels, lead-ins, table heads, and the text under them."""

from collections.abc import Iterator, Sequence

from foilint.document import Block, Layer
from foilint.notice import Part
from foilint.recognise import announced, cells, labels, run_in, sides, stances
from foilint.recognise.citations import Cited
from foilint.recognise.labels import Label, Role
from foilint.recognise.lexicon import Lexicon
from foilint.recognise.run_in import LONGEST_LABEL, VERBS, VOICES
from foilint.recognise.words import Line
from foilint.values import NamedTuple

LOOK = 10  # rank of a heading by look alone; styled headings rank 1 to 9
TABLE_TOPIC = 14  # of an exemption that heads a table
TABLE = 15
RUN_IN = 20
LEAD_IN = 30

SHORT = 9  # tokens of a sentence that may be a label: "Why it might not."
JOINING = ("and", "or")  # what ends an item of a list that goes on
HEADING = 10  # words of a plain line that may be a heading
CONCEDING = 8  # tokens of "We recognise that:"


class Piece(NamedTuple):
    """A label (with its rank) or, where `label` is None, tokens `start` to `end` of running text.

    A `tentative` label may be one or not: its neighbours tell (see siblings.py).
    """

    line: Line
    start: int
    end: int
    label: Label | None = None
    rank: int = 0
    tentative: bool = False


def heading(line: Line, cites: Sequence[Cited], lexicon: Lexicon) -> Label | None:
    """What a block says as a heading; None where it is running text."""
    block = line.block
    if block.cell is not None or (not block.level and len(line.tokens) > 2 * labels.LONGEST):
        return None
    words = sum(token[0].isalpha() for token in line.tokens)
    if not words or line.tokens.count("|") > 1:
        return None  # what stands between upright lines is about the document: "Levy Office | case 22 | third edition"
    if _is_aside(line) and not cites:
        return None  # "(both exemptions)", below a heading
    if block.level:
        return _as_a_question(line, labels.read(line.whole, tuple(cites), lexicon))
    numbered = any(character.isdigit() for character in block.marker)
    if words > labels.LONGEST or (block.marker and not block.stands_out and not numbered):
        return None
    closed = line.tokens[-1][0] in ".;,!" or (line.tokens[-1] == ":" and not block.stands_out)
    if closed and not (block.stands_out and words <= 8):
        return None
    if len(line.sentences) > 1 and line.tokens[0] in VOICES:
        return None  # "I have carried out the review that you asked for. I am the", and the row is broken there
    label = labels.read(line.whole, tuple(cites), lexicon)
    if block.stands_out:
        return label
    opens = label.role in (Role.PART, Role.TEST) or labels.opens_beside(line.whole, label, lexicon)
    plain = opens and words <= 14 and _unfinished(line)
    return label if plain and (line.tokens[0] == "why" or not labels.is_sentence(line)) else None


def _is_aside(line: Line) -> bool:
    """Whether all of a line stands in brackets."""
    return line.tokens[0] == "(" and line.tokens[-1] == ")" and line.tokens.count(")") == 1


def _as_a_question(line: Line, label: Label) -> Label:
    """A heading as it reads where it is a numbered question: "Q3. Name each officer who was injured" heads no harm."""
    asks = line.block.marker[:1] in ("Q", "q") and label.part is Part.HARM and not label.cites
    return label._replace(role=Role.REQUEST, part=None) if asks else label


def letterhead(line: Line) -> Label | None:
    """What a block above the salutation says: nothing, even where it looks like a heading."""
    return Label(Role.OTHER, None, (), False, frozenset()) if line.block.level or line.block.stands_out else None


def _unfinished(line: Line) -> bool:
    return line.tokens[-1][0] not in ".!:" and len(line.sentences) <= 2


def pieces(
    lines: Sequence[Line],
    headings: Sequence[Label | None],
    cites: Sequence[Sequence[Cited]],
    wanted: Sequence[bool],
    lexicon: Lexicon,
) -> Iterator[Piece]:
    """The stream of pieces. `wanted` tells which lines are the authority's response; headings of others come too."""
    tables = cells.heads_of(lines, cites, lexicon)
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
    """A paragraph: its run-in labels, if it has any, each with its text; or a lead-in for the list below it."""
    first = run_in.find(line, lexicon, cites)
    if first is None and (might := _might_head(line, lexicon, cites)):
        yield from might
        return
    further = _further(line, cites, lexicon, labelled=first is not None)
    if first is None and further:  # a line that is wrapped before one label holds others too
        further = _further(line, cites, lexicon, labelled=True)
    cuts = [(0, first), *further]
    for (start, cut), until in zip(cuts, [*(start for start, _ in cuts[1:]), len(line.tokens)], strict=True):
        at = start
        if cut:
            at, label = cut
            yield Piece(line, start, at, label, RUN_IN)
            while at < until and not line.tokens[at][0].isalnum():
                at += 1
        yield Piece(line, at, until)
    if any(cut for _, cut in cuts):
        return
    if line.tokens[-1] == ":" and (announced := _announces(line, cites, lexicon)):
        yield Piece(line, line.sentences[-1].start, len(line.tokens), announced, LEAD_IN)


def _further(
    line: Line, cites: Sequence[Cited], lexicon: Lexicon, *, labelled: bool
) -> list[tuple[int, tuple[int, Label]]]:
    """The labels inside a paragraph: where each starts, where it ends and what it says."""
    found = ((start, run_in.find(line, lexicon, cites, start)) for start in _broken(line, labelled=labelled))
    return [(start, cut) for start, cut in found if cut]


def _might_head(line: Line, lexicon: Lexicon, cites: Sequence[Cited]) -> tuple[Piece, ...]:
    """A paragraph that may be a heading, or open with a label or a question that is one; () where it cannot be."""
    end = _might_end(line)
    if end is None:
        return ()
    label = labels.read(line.whole.part(0, end), tuple(c for c in cites if c.end <= end), lexicon)
    if label.cites or label.role is Role.RIGHTS:
        return ()
    rank = RUN_IN if end < len(line.tokens) else LOOK
    head = Piece(line, 0, end, label._replace(role=Role.OTHER, part=None), rank, tentative=True)
    return (head, Piece(line, end, len(line.tokens))) if rank == RUN_IN else (head,)


def _might_end(line: Line) -> int | None:
    """The token after the words that may be a heading or label at the start of a paragraph."""
    tokens, block = line.tokens, line.block
    if block.cell is not None or _is_aside(line):
        return None
    if block.lead:
        end = next((n for n in range(len(tokens)) if line.start_of(n) >= block.lead), len(tokens))
        return end if 0 < end < len(tokens) and end <= 2 * LONGEST_LABEL else None
    bullet = block.marker and not any(character.isalnum() for character in block.marker)
    if bullet or tokens[-1] in JOINING:
        return None
    brief = len(tokens) <= 2 * HEADING and 0 < sum(token[0].isalpha() for token in tokens) <= HEADING
    if brief and tokens[-1][0] not in ".,;!" and not labels.is_sentence(line):
        return len(tokens)
    first = line.sentences[0]
    if len(line.sentences) > 1 and tokens[first.end - 1][0] == "?" and first.end <= LONGEST_LABEL:
        return first.end
    colon = tokens[:HEADING].index(":") if ":" in tokens[:HEADING] else 0
    if colon and colon + 1 < len(tokens) and not any(token in VERBS for token in tokens[:colon]):
        return colon + 1
    return None


def _broken(line: Line, *, labelled: bool) -> list[int]:
    """Where a further label may stand: on a new line after a sentence, or as a short sentence of a labelled one."""
    starts = set(line.breaks)
    if labelled:
        starts |= {s.start for s in line.sentences[1:] if s.end - s.start <= SHORT or ":" in s.tokens[:SHORT]}
    return sorted(starts)


def _announces(line: Line, cites: Sequence[Cited], lexicon: Lexicon) -> Label | None:
    """What a lead-in that ends with a colon announces for the items below it."""
    last = line.sentences[-1]
    if last.mask & lexicon.bits["you-asked"] and not last.mask & lexicon.bits["public-interest"]:
        return None  # "You asked for two things:" announces what was asked for
    own = tuple(c for c in cites if c.start >= last.start)
    side = announced.stance_of_label(last, own, lexicon) or stances.stance_of_prose(last, lexicon)
    duties = labels.duties_of(last, lexicon)
    concedes = last.mask & lexicon.bits["concede"] and len(last.tokens) <= CONCEDING and not sides.adds(last, lexicon)
    if side is stances.Stance.FOR or (side is None and concedes):
        return Label(Role.PART, Part.FOR, own, False, duties)
    if side is stances.Stance.AGAINST:
        return Label(Role.PART, Part.AGAINST, own, False, duties)
    bits = lexicon.bits
    if last.mask & bits["public-interest"]:
        return None
    if last.mask & bits["prejudice"] and last.mask & bits["likelihood"]:
        return Label(Role.PART, Part.HARM, own, False, duties)
    return None


def _cell(line: Line, cites: Sequence[Cited], heads: cells.Heads, lexicon: Lexicon) -> Iterator[Piece]:
    """A table cell: nothing where it heads others, else its own label or that which heads it, and its text."""
    found = cells.read(line, cites, heads, lexicon)
    if found.label is not None and found.label.role is Role.TOPIC:
        yield Piece(line, 0, len(line.tokens), found.label, TABLE_TOPIC)
    elif found.label is None:
        yield from () if found.heads else _text(line, cites, lexicon)
    elif found.heads:
        yield Piece(line, 0, len(line.tokens), found.label, TABLE)
    else:
        yield Piece(line, 0, 0, found.label, TABLE)
        yield Piece(line, 0, len(line.tokens))


def is_item(block: Block) -> bool:
    """Whether a block belongs to the list that a lead-in opened."""
    return bool(block.marker) or block.cell is not None or bool(block.depth)
