"""How probably nothing argues a part of a test in prose, by all that is told of its exemption (docs/decisions/0034).

One sentence may sound like an argument, and an argument may sound like none. The table has learned from labelled
notices how a whole letter looks in which a part is truly left out: how likely its likeliest sentence is, whether that
may argue at all, how many more half sound like it, and what the other parts look like.
"""

from collections.abc import Iterator, Sequence
from math import log

from foilint.notice import Part
from foilint.recognise.learned import KINDS, Likelihood, sums
from foilint.values import NamedTuple

CLOSEST = 0.001  # a probability is never nearer to impossible or certain than this
MOST = 12.0  # of what several sentences together say, no more than this counts


class Evidence(NamedTuple):
    """A sentence told: how likely it is of each of `learned.KINDS`, and what the grammar says of it."""

    likely: Likelihood  # where any part may be left out ...
    usual: Likelihood  # ... and as letters mostly go on
    argues: bool  # it may argue: it is no claim, recital, question ...
    reasons: bool  # it does more than assert harm in the statute's words
    answered: bool  # the next sentence turns to the other side: "Against that, …"


def signs(told: Sequence[Evidence], *, several: bool) -> dict[str, float]:
    """What the table knows an exemption by; `several`: the notice weighs the public interest for others too."""
    usual = {f"usual-{sign}": figure for sign, figure in _signs([(each, each.usual) for each in told])}
    return {"several": float(several), **dict(_signs([(each, each.likely) for each in told])), **usual}


def _signs(told: Sequence[tuple[Evidence, Likelihood]]) -> Iterator[tuple[str, float]]:
    """The same by one reading of each sentence. That others argue nothing says nothing of what these argue."""
    arguing = [likely for each, likely in told if each.argues]
    for at, kind in enumerate(KINDS[1:], 1):
        yield f"surest:{kind}", odds(max((likely[at] for _, likely in told), default=0.0))
        yield f"argued:{kind}", odds(max((likely[at] for likely in arguing), default=0.0))
        together = -sum(log(max(CLOSEST, 1 - likely[at])) for likely in arguing)
        yield f"together:{kind}", min(together, MOST)
    harm, favouring = KINDS.index(Part.HARM), KINDS.index(Part.FOR)
    reasoned = (likely[harm] for each, likely in told if each.argues and each.reasons)
    yield "reasoned", odds(max(reasoned, default=0.0))
    answered = (likely[favouring] for each, likely in told if each.argues and each.answered)
    yield "answered", odds(max(answered, default=0.0))


def surely(part: Part, found: dict[str, float]) -> float:
    """How probably nothing argues a part, given such signs."""
    return sums("absences").surely_by(part, found)


def odds(probability: float) -> float:
    """A probability in natural logarithms of odds."""
    bounded = min(max(probability, CLOSEST), 1 - CLOSEST)
    return log(bounded / (1 - bounded))
