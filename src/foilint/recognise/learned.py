"""What sentences lean to, learned from tests and letters that strangers labelled (docs/decisions/0029).

Wording files hold what is said outright. A test argued in idiom ("it is their money, after all") says nothing outright,
and no list of words ever ends. schemas/learned.yaml holds, for each clue, how much oftener it stands in one part of a
test than in the others, or in one particular of a letter than elsewhere. benchmarks/learn.py makes it.
"""

from collections.abc import Iterable, Sequence
from math import exp

from foilint import knowledge
from foilint.functional import cache
from foilint.notice import Part
from foilint.recognise.clues import clues
from foilint.recognise.lexicon import Lexicon
from foilint.recognise.words import Sentence
from foilint.values import Any

KINDS = ("other", Part.HARM, Part.FOR, Part.AGAINST, Part.BALANCE)  # the columns of the table of arguments
PARTICULARS = ("review", "advice", "disclaimer", "statement")  # and of that of particulars
WEIGHT = 0.01  # a unit of the tables, in natural logarithms of odds
FAINTEST = -10_000  # units: less likely than this is nothing
EVEN = (1.0,) * len(KINDS)

Likelihood = tuple[float, ...]
"""One figure for each of `KINDS`."""


class Table:
    """What clues say: a figure for each column, and what is said where there is no clue at all."""

    def __init__(self, plain: dict[str, Any]) -> None:
        """Take what `knowledge` read: `clues`, figures by clue, and `bias`."""
        self.weights: dict[str, tuple[int, ...]] = plain["clues"]
        self.bias: tuple[int, ...] = tuple(plain["bias"])

    def sums(self, said: Iterable[str]) -> list[int]:
        """The figures of some clues added up, column by column."""
        known = [self.weights[clue] for clue in said if clue in self.weights]
        return [sum(column) for column in zip(self.bias, *known, strict=True)]


class Arguments(Table):
    """What the sentences of a test argue, each by its clues and by those around it."""

    def __init__(self, plain: dict[str, Any]) -> None:
        """Take what `knowledge` read: besides, how often each kind comes `first` and `next`, in percent."""
        super().__init__(plain)
        self.first: Likelihood = tuple(share / 100 for share in plain["first"])
        self.next: tuple[Likelihood, ...] = tuple(tuple(share / 100 for share in row) for row in plain["next"])

    def read(self, told: Sequence[Iterable[str]]) -> list[Likelihood]:
        """How probably each sentence is of each kind, read in their order. `told` are the clues of each sentence."""
        heard = [self._hear(said) for said in told]
        ahead = _chain(heard, self.first, self.next)
        back = _chain(heard[::-1], EVEN, tuple(zip(*self.next, strict=True)))[::-1]
        read = []
        for said, before, after in zip(heard, ahead, back, strict=True):
            joint = [f * b / h for f, b, h in zip(before, after, said, strict=True)]
            read.append(tuple(each / sum(joint) for each in joint))
        return read

    def _hear(self, said: Iterable[str]) -> Likelihood:
        """How likely the clues of a sentence are in each kind, up to a common factor."""
        sums = self.sums(said)
        highest = max(sums)
        return tuple([exp(max(each - highest, FAINTEST) * WEIGHT) for each in sums])


def _chain(heard: Sequence[Likelihood], first: Likelihood, following: Sequence[Likelihood]) -> list[Likelihood]:
    """What was heard so far, sentence by sentence; each row is scaled to one."""
    rows: list[Likelihood] = []
    prior = first
    for said in heard:
        row = [p * each for p, each in zip(prior, said, strict=True)]
        total = sum(row)
        rows.append(tuple(each / total for each in row))
        prior = tuple(
            sum(r * turn[at] for r, turn in zip(rows[-1], following, strict=True)) for at in range(len(KINDS))
        )
    return rows


class Particulars(Table):
    """What a sentence of a letter tells, by its clues alone."""

    def surely(self, particular: str, said: Iterable[str]) -> float:
        """How probably a sentence tells one of `PARTICULARS`."""
        odds = max(FAINTEST, min(-FAINTEST, self.sums(said)[PARTICULARS.index(particular)]))
        return 1 / (1 + exp(-odds * WEIGHT))


@cache
def arguments() -> Arguments:
    """The built-in table, read when it is first asked for: a test whose parts are all said outright needs none."""
    return Arguments(knowledge.read(knowledge.LEARNED)["arguments"])


@cache
def particulars() -> Particulars:
    """The built-in table of particulars, read when one is not found."""
    return Particulars(knowledge.read(knowledge.LEARNED)["particulars"])


def lean(sentences: Iterable[Sentence], lexicon: Lexicon) -> float:
    """How much more some sentences argue for openness than against, in natural logarithms of odds."""
    favouring, opposing = KINDS.index(Part.FOR), KINDS.index(Part.AGAINST)
    sums = (arguments().sums(clues(sentence, lexicon)) for sentence in sentences)
    return WEIGHT * sum(each[favouring] - each[opposing] for each in sums)
