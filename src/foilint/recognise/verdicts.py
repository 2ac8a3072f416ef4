"""How probably a test that weighs the public interest comes down on no side, by all that ends it (docs/decisions/0034).

"The balance is a fine one, and has been struck with care" sounds as if it were struck. The table has learned from
labelled notices how tests look that come down nowhere: how likely the likeliest sentence concludes, in prose and under
a heading, and whether it is one that ends the balance, speaks of the public interest or may argue at all.
"""

from collections.abc import Iterable, Sequence
from math import log

from foilint.recognise.absences import odds
from foilint.recognise.learned import sums
from foilint.values import NamedTuple

LAST = 2  # sentences from the end of a headed balance that end it
HARDLY = 0.02  # how much what concludes counts at the least, where it is hardly of the balance


class Ending(NamedTuple):
    """A sentence that may end a test: how probably it concludes, and how probably it is of the balance."""

    concludes: float
    balance: float
    argues: bool
    of_interest: bool  # it speaks of the public interest


def signs(prose: Sequence[Ending], headed: Sequence[Ending]) -> dict[str, float]:
    """What the table knows a test by: its sentences in prose, and those under the heading of its balance."""
    found = {
        "headed": float(bool(headed)),
        "prose-sentences": log(1 + len(prose)),
        "headed-sentences": log(1 + len(headed)),
        "prose-balance": odds(max((each.balance for each in prose), default=0.0)),
        "headed-last": odds(max((each.concludes for each in headed[-LAST:]), default=0.0)),
    }
    weighed = [each.concludes * max(each.balance, HARDLY) for each in prose]
    found |= _first_two("prose-weighed", weighed)
    found |= _first_two("headed", (each.concludes for each in headed))
    for name, endings in (("prose", prose), ("headed", headed)):
        found[f"{name}-interest"] = odds(max((each.concludes for each in endings if each.of_interest), default=0.0))
    found["prose"] = odds(max((each.concludes for each in prose), default=0.0))
    found["prose-argues"] = odds(max((each.concludes for each in prose if each.argues), default=0.0))
    return found


def _first_two(name: str, probabilities: Iterable[float]) -> dict[str, float]:
    first, second, *_ = (*sorted(probabilities, reverse=True), 0.0, 0.0)
    return {f"{name}-first": odds(first), f"{name}-second": odds(second)}


def undecided(found: dict[str, float]) -> float:
    """How probably it comes down on no side, given such signs."""
    return sums("verdicts").surely_by("undecided", found)
