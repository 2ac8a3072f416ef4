"""What sentences of a test lean to, learned from tests that officers labelled (docs/decisions/0028).

Wording files hold what is said outright. A test argued in idiom ("it is their money, after all") says nothing outright,
and no list of words ever ends. schemas/learned.yaml holds, for each stem and each idea, how much oftener it stands in
one part of a test than in the others, and how the parts follow one another. benchmarks/learn.py makes it.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import exp

from foilint import knowledge
from foilint.functional import cache
from foilint.notice import Part
from foilint.recognise.lexicon import Lexicon
from foilint.recognise.words import Sentence
from foilint.values import Any

KINDS = ("other", Part.HARM, Part.FOR, Part.AGAINST, Part.BALANCE)  # the columns of the tables
ENDINGS = (
    *("ations", "ation", "ments", "ment", "ings", "ing", "ities", "ity", "ies", "ness", "ence", "ance"),
    *("ors", "or", "ers", "er", "ed", "es", "ly", "s", "e", "y"),
)
SHORTEST_STEM = 4  # letters
SIGNS = frozenset("?;:")
NUMBER = "0"
WEIGHT = 0.01  # a unit of the tables, in natural logarithms of odds
FAINTEST = -10_000  # units: less likely than this is nothing
EVEN = (1.0,) * len(KINDS)

Likelihood = tuple[float, ...]
"""One figure for each of `KINDS`."""


def stem(word: str) -> str:
    """A word without its ending, so that what one form has taught holds for the others: "scrutiny", "scrutin"."""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM:
            return word[: -len(ending)]
    return word


def clues(sentence: Sentence, lexicon: Lexicon) -> Iterator[str]:
    """What the tables know a sentence by: its words' stems, two that meet ("on_the"), and its ideas ("@openness")."""
    stems = [s for token in sentence.tokens if (s := _stem_of(token))]
    yield from set(stems)
    yield from {f"{one}_{other}" for one, other in pairwise(stems)}
    for idea, bit in lexicon.bits.items():
        if sentence.mask & bit:
            yield f"@{idea}"


def _stem_of(token: str) -> str:
    """What a token counts as: all numbers alike, few signs, words by their stems; "" for what counts as nothing."""
    if token[0].isalpha():
        return stem(token)
    return NUMBER if token[0].isdigit() else token if token in SIGNS else ""


class Learned:
    """The tables of schemas/learned.yaml."""

    def __init__(self, plain: dict[str, Any]) -> None:
        """Take what `knowledge` read: `clues`, a figure per kind for each; `first` and `next`, in percent."""
        self.weights: dict[str, tuple[int, ...]] = plain["clues"]
        self.bias: tuple[int, ...] = tuple(plain["bias"])
        self.first: Likelihood = tuple(share / 100 for share in plain["first"])
        self.next: tuple[Likelihood, ...] = tuple(tuple(share / 100 for share in row) for row in plain["next"])

    def read(self, told: Sequence[Iterable[str]]) -> list[Likelihood]:
        """How probably each sentence is of each kind, read in their order. `told` are the clues of each sentence."""
        heard = [self._hear(clues) for clues in told]
        ahead = _chain(heard, self.first, self.next)
        back = _chain(heard[::-1], EVEN, tuple(zip(*self.next, strict=True)))[::-1]
        read = []
        for said, before, after in zip(heard, ahead, back, strict=True):
            joint = [f * b / h for f, b, h in zip(before, after, said, strict=True)]
            read.append(tuple(each / sum(joint) for each in joint))
        return read

    def _hear(self, clues: Iterable[str]) -> Likelihood:
        """How likely the clues of a sentence are in each kind, up to a common factor."""
        known = [self.weights[clue] for clue in clues if clue in self.weights]
        sums = [sum(column) for column in zip(self.bias, *known, strict=True)]
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


@cache
def learned() -> Learned:
    """The built-in tables, read when they are first asked for: a test whose parts are all said outright needs none."""
    return Learned(knowledge.read(knowledge.LEARNED))
