"""What sentences lean to, learned from tests and letters that strangers labelled (docs/decisions/0029).

Wording files hold what is said outright. A test argued in idiom ("it is their money, after all") says nothing outright,
and no list of words ever ends. The tables in schemas/learned hold, for each clue, how much oftener it stands in one
part of a test than in the others, or in one particular of a letter than elsewhere. benchmarks/learn.py makes them.
"""

import sys
from collections.abc import Iterable, Sequence
from math import exp
from operator import mul

from foilint import knowledge
from foilint.functional import cache
from foilint.notice import Part
from foilint.recognise.clues import clues
from foilint.recognise.lexicon import Lexicon
from foilint.recognise.words import Sentence
from foilint.values import Any

KINDS = ("other", Part.HARM, Part.FOR, Part.AGAINST, Part.BALANCE)  # the columns of the table of arguments
TELLINGS = {  # those of the others
    "particulars": ("review", "advice", "disclaimer", "statement"),
    "endings": ("concludes",),
    "admissions": ("admits",),
    "reliances": ("relies",),
    "notices": ("extends", "lacks-review"),
    "files": ("no-notice",),
}
SUMS = {  # those whose signs have figures of their own: how much of something there is
    "absences": (Part.HARM, Part.FOR, Part.AGAINST, Part.BALANCE),
    "verdicts": ("undecided",),
    "whose": ("ordinary", "apart"),
    "ways": ("apart",),
}
WEIGHT = 0.01  # a unit of the tables, in natural logarithms of odds
FAINTEST = -10_000  # units: less likely than this is nothing
CONCLUDES = 0.8  # how probably a sentence has to come down on a side where a balance is expected
EVEN = (1.0,) * len(KINDS)

Likelihood = tuple[float, ...]
"""One figure for each of `KINDS`."""


class Table:
    """What clues say: a figure for each column, and what is said where there is no clue at all."""

    def __init__(self, plain: dict[str, Any]) -> None:
        """Take what `knowledge` read: `clues` and `figures` as it packed them, and `bias`."""
        self.bias: tuple[int, ...] = tuple(plain["bias"])
        names, width = plain["clues"].split("\n"), len(self.bias)
        self.rows = dict(zip(names, range(0, len(names) * width, width), strict=True))
        self.figures = _numbers(plain["figures"])

    @property
    def weights(self) -> dict[str, tuple[int, ...]]:
        """The figures of every clue."""
        return {clue: tuple(self.figures[at : at + len(self.bias)]) for clue, at in self.rows.items()}

    def sums(self, said: Iterable[str]) -> list[int]:
        """The figures of some clues added up, column by column."""
        rows, figures, width = self.rows, self.figures, len(self.bias)
        known = [figures[at : at + width] for clue in said if (at := rows.get(clue)) is not None]
        return [sum(column) for column in zip(self.bias, *known, strict=True)]


def _numbers(packed: bytes) -> Sequence[int]:
    """Numbers of two bytes each, the lower first."""
    if sys.byteorder == "little":
        return memoryview(packed).cast("h")
    return [int.from_bytes(packed[at : at + 2], "little", signed=True) for at in range(0, len(packed), 2)]


class Arguments(Table):
    """What the sentences of a test argue, each by its clues and by those around it."""

    def __init__(self, plain: dict[str, Any]) -> None:
        """Take what `knowledge` read: besides, how often each kind comes `first` and `next`, in percent."""
        super().__init__(plain)
        self.first: Likelihood = tuple(share / 100 for share in plain["first"])
        self.next: tuple[Likelihood, ...] = tuple(tuple(share / 100 for share in row) for row in plain["next"])

    def read(self, told: Sequence[Sequence[int]]) -> list[Likelihood]:
        """How probably each sentence is of each kind, read in their order. `told` are the `sums` of each."""
        heard = [_likely(sums) for sums in told]
        return _in_order(heard, self.first, [self.next] * (len(heard) - 1))


class Sequels(Table):
    """What sentences argue, as letters go on: most of their tests are whole, and their sentences stand in paragraphs.

    Its rows are `scale` and `bias`, by which each sum is taken, and for each kind what follows in the paragraph
    ("within:harm") and in the next ("between:harm"), all in hundredths.
    """

    def __init__(self, plain: dict[str, Any]) -> None:
        """Take what `knowledge` read."""
        super().__init__(plain)
        rows = self.weights
        self.scale, self.offset = rows["scale"][0] * WEIGHT, rows["bias"]
        self.within, self.between = (
            tuple(tuple(exp(each * WEIGHT) for each in rows[f"{step}:{kind}"]) for kind in KINDS)
            for step in ("within", "between")
        )

    def read(self, told: Sequence[Sequence[int]], together: Sequence[bool]) -> list[Likelihood]:
        """How probably each sentence is of each kind. `told` are the sums of each by `Arguments`; `together` says of
        each but the last whether the next stands in its paragraph.
        """
        scale, offset = self.scale, self.offset
        heard = [_likely([scale * each + bias for each, bias in zip(sums, offset, strict=True)]) for sums in told]
        return _in_order(heard, EVEN, [self.within if beside else self.between for beside in together])


Turns = Sequence[Likelihood]
"""For each kind, how likely each is to follow."""


def _likely(sums: Sequence[float]) -> Likelihood:
    """How likely a sentence is of each kind by its sums, up to a common factor."""
    highest = max(sums)
    return tuple([exp(max(each - highest, FAINTEST) * WEIGHT) for each in sums])


def _in_order(heard: Sequence[Likelihood], first: Likelihood, turns: Sequence[Turns]) -> list[Likelihood]:
    """How probably each sentence is of each kind, by what is said before it, in it and after it."""
    ahead = _chain(heard, first, turns)
    back = _chain(heard[::-1], EVEN, [tuple(zip(*turn, strict=True)) for turn in reversed(turns)])[::-1]
    read = []
    for said, before, after in zip(heard, ahead, back, strict=True):
        joint = [f * b / h for f, b, h in zip(before, after, said, strict=True)]
        read.append(tuple(each / sum(joint) for each in joint))
    return read


def _chain(heard: Sequence[Likelihood], first: Likelihood, turns: Sequence[Turns]) -> list[Likelihood]:
    """What was heard so far, sentence by sentence; each row is scaled to one."""
    rows: list[Likelihood] = []
    for said in heard:
        prior = first
        if rows:
            turn = turns[len(rows) - 1]
            prior = tuple([sum(map(mul, rows[-1], column)) for column in zip(*turn, strict=True)])
        row = [p * each for p, each in zip(prior, said, strict=True)]
        total = sum(row)
        rows.append(tuple(each / total for each in row))
    return rows


class Tellings(Table):
    """What a sentence tells, by its clues alone."""

    def __init__(self, plain: dict[str, Any]) -> None:
        """Take what `knowledge` read: besides, the `kinds` of what may be told."""
        super().__init__(plain)
        self.kinds: tuple[str, ...] = tuple(plain["kinds"])

    def surely(self, kind: str, said: Iterable[str]) -> float:
        """How probably a sentence tells one of `kinds`."""
        column, rows, figures = self.kinds.index(kind), self.rows, self.figures
        known = [figures[rows[clue] + column] for clue in said if clue in rows]
        return probability((self.bias[column] + sum(known)) * WEIGHT)


def probability(odds: float) -> float:
    """What natural logarithms of odds come to."""
    return 1 / (1 + exp(-max(FAINTEST * WEIGHT, min(-FAINTEST * WEIGHT, odds))))


@cache
def sequels() -> Sequels:
    """The built-in table, read when it is first asked for."""
    return Sequels(knowledge.read(f"{knowledge.LEARNED}sequels"))


@cache
def arguments() -> Arguments:
    """The built-in table, read when it is first asked for: most headed tests need none."""
    return Arguments(knowledge.read(f"{knowledge.LEARNED}arguments"))


class Sums(Tellings):
    """What signs tell that each have a figure of their own: how much of something there is."""

    def surely_by(self, kind: str, found: dict[str, float]) -> float:
        """How probably one of `kinds` holds, given some signs with their figures; what no table knows says nothing."""
        column, rows = self.kinds.index(kind), self.rows
        total = sum(self.figures[rows[sign] + column] * figure for sign, figure in found.items() if sign in rows)
        return probability((self.bias[column] + total) * WEIGHT)


@cache
def sums(table: str) -> Sums:
    """One of the built-in tables `SUMS`, read when it is first asked for."""
    return Sums(knowledge.read(f"{knowledge.LEARNED}{table}"))


@cache
def tellings(table: str) -> Tellings:
    """One of the built-in tables `TELLINGS`, read when it is first asked for."""
    return Tellings(knowledge.read(f"{knowledge.LEARNED}{table}"))


def surely(kind: str, sentence: Sentence, lexicon: Lexicon) -> float:
    """How probably a sentence tells what one of the `TELLINGS` tells: "review", "admits" …"""
    table = next(name for name, kinds in TELLINGS.items() if kind in kinds)
    return tellings(table).surely(kind, clues(sentence, lexicon))


def lean(sentences: Iterable[Sentence], lexicon: Lexicon) -> float:
    """How much more some sentences argue for openness than against, in natural logarithms of odds."""
    favouring, opposing = KINDS.index(Part.FOR), KINDS.index(Part.AGAINST)
    sums = (arguments().sums(clues(sentence, lexicon)) for sentence in sentences)
    return WEIGHT * sum(each[favouring] - each[opposing] for each in sums)


def concludes(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether a sentence that ends a test comes down on a side, most probably."""
    return surely("concludes", sentence, lexicon) > CONCLUDES
