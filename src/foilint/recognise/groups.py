"""Groups: headings of one rank that stand side by side, each with the text below it."""

from collections.abc import Iterator, Sequence

from foilint.notice import Part
from foilint.recognise.citations import Cited
from foilint.recognise.labels import Role
from foilint.recognise.outline import Piece
from foilint.recognise.words import Sentence
from foilint.values import NamedTuple

LEADING = frozenset((Role.TEST, Role.TOPIC, Role.RIGHTS))  # headings that begin another group of the same rank


class Member(NamedTuple):
    """A heading of a group: its place among the pieces, the heading itself, and the sentences below it."""

    at: int
    piece: Piece
    below: tuple[Sentence, ...]
    cites: bool  # whether the text below cites a provision

    @property
    def part(self) -> Part | None:
        """The part that it says it opens; none where it can be read both ways."""
        label = self.piece.label
        tells = label is not None and label.role is Role.PART and not label.ambiguous
        return label.part if label is not None and tells else None

    @property
    def is_ambiguous(self) -> bool:
        """Whether it says that it favours a provision: "Factors favouring section 7"."""
        return self.piece.label is not None and self.piece.label.ambiguous

    @property
    def words(self) -> Sentence:
        """The words of the heading."""
        return self.piece.line.whole.part(self.piece.start, self.piece.end)


def groups(pieces: Sequence[Piece], cites: Sequence[Sequence[Cited]]) -> Iterator[list[Member]]:
    """Headings of one rank that stand under the same heading, group by group."""
    open_groups: dict[int, list[int]] = {}
    closed: list[list[int]] = []
    for at, piece in enumerate(pieces):
        if piece.label is None:
            continue
        leads = piece.label.role in LEADING and not piece.tentative
        over = [rank for rank in open_groups if rank > piece.rank or (leads and rank == piece.rank)]
        closed += [open_groups.pop(rank) for rank in over]
        if not leads:
            open_groups.setdefault(piece.rank, []).append(at)
    for group in (*closed, *open_groups.values()):
        if len(group) > 1:
            yield [member(pieces, at, cites) for at in group]


def member(pieces: Sequence[Piece], at: int, cites: Sequence[Sequence[Cited]]) -> Member:
    """The heading at a place among the pieces, with the text below it. `cites` are the citations of every line."""
    below = _below(pieces, at)
    cited = any(s.start <= c.start < s.end for s in below for c in cites[s.line.index])
    return Member(at, pieces[at], below, cited)


def _below(pieces: Sequence[Piece], at: int) -> tuple[Sentence, ...]:
    """The sentences of the text under a heading, up to the next."""
    rank = pieces[at].rank
    found: list[Sentence] = []
    for piece in pieces[at + 1 :]:
        if piece.label is not None and piece.rank <= rank:
            break
        if piece.label is None:
            found += [s for s in piece.line.sentences if s.start < piece.end and s.end > piece.start]
    return tuple(found)
