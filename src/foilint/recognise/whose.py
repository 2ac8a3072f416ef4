"""Whose: which exemption each sentence of prose is about, by all that the response says (docs/decisions/0035 and 0036).

Read in order, a sentence is about what was named last. But a paragraph may name its exemption in its last sentence,
take it up again by what is withheld ("the valuer's letter"), or speak of trade secrets and so of one exemption whoever
was named. All of that is heard at once here: each sentence has its signs of whom it is about, the next is most probably
about the same, and what comes after counts as much as what came before.
"""

from collections.abc import Mapping, Sequence
from math import exp, log

from foilint.functional import cache
from foilint.recognise.ear import ALL, STEPS, Heard, Signs
from foilint.recognise.learned import WEIGHT, sums
from foilint.values import NamedTuple

STAYS, OPENS_OUT, CLOSES_IN = "stays", "opens-out", "closes-in"  # from about one to all; from all to one

Odds = dict[str, float]
Shares = Mapping[str, Sequence[float]]
"""For each exemption, how much each sentence told counts for it: from 0, where it is about others, to 1."""


def shares(heard: Heard, told: int) -> Shares:
    """How much each of so many sentences told counts for each exemption relied on."""
    if len(heard.numbers) < 2 or not heard.sayings:
        return {number: [1.0] * told for number in heard.numbers}
    found = {number: [0.0] * told for number in heard.numbers}
    for saying, likely in zip(heard.sayings, about(heard), strict=True):
        if saying.told is not None:
            for number in heard.numbers:
                found[number][saying.told] = likely[number] + likely[ALL]
    return found


def about(heard: Heard) -> list[Odds]:
    """How probably each saying is about each subject, by what is said before it, in it and after it.

    Some letters take document by document and name the exemption of each only once; in most it is named where a test
    begins, or one test serves all. The more a letter looks like one of the first, the more it is read as those are.
    """
    apart = sums("ways").surely_by("apart", manner(heard))
    shares = (1 - apart, apart)
    readings = [_about(heard, way) for way in range(len(shares))]
    return [
        {each: sum(share * row[each] for share, row in zip(shares, rows, strict=True)) for each in rows[0]}
        for rows in zip(*readings, strict=True)
    ]


def manner(heard: Heard) -> dict[str, float]:
    """What tells how a letter goes about its exemptions."""
    of_all = [signs[ALL] for signs in heard.signs]
    cites = [
        saying.told is None
        for saying, signs in zip(heard.sayings, heard.signs, strict=True)
        for found in signs.values()
        if found.get("cited")
    ]
    told = max(1, sum(saying.told is not None for saying in heard.sayings))
    found = {
        sign: sum(each[sign] for each in of_all) / told for sign in ("says-several", "of-holding", "both", "things")
    }
    found["cited"] = len(cites) / len(heard.numbers)
    found["cited-in-headings"] = sum(cites) / len(heard.numbers)
    found["cites-several"] = sum(each["cites-several"] for each in of_all)
    found["told"] = log(told)
    return found


def _about(heard: Heard, way: int) -> list[Odds]:
    """The same for one of the ways in which letters go about it."""
    likely = [_likely(signs, weights()[way]) for signs in heard.signs]
    steps = [turns()[way][step] for step in heard.steps]
    ahead = _carry(likely, steps)
    back = _carry(likely[::-1], [Turn(t.stays, t.closes_in, t.opens_out) for t in reversed(steps)])[::-1]
    return [
        _scaled({each: before[each] * after[each] / max(own[each], TINY) for each in own})
        for before, after, own in zip(ahead, back, likely, strict=True)
    ]


def _likely(signs: Signs, say: Mapping[str, float]) -> Odds:
    """How probably a saying is about each subject, by itself."""
    odds = {each: sum(say[sign] * figure for sign, figure in found.items()) for each, found in signs.items()}
    most = max(odds.values())
    return _scaled({each: exp(of - most) for each, of in odds.items()})


TINY = 1e-300


class Turn(NamedTuple):
    """How much likelier than a change to another exemption it is that the subject stays, becomes all, or one of all."""

    stays: float
    opens_out: float
    closes_in: float


@cache
def weights() -> Sequence[Mapping[str, float]]:
    """How much each sign and turn says in each way, in natural logarithms of odds: learned from strangers' labels."""
    table = sums("whose")
    return [{sign: row[way] * WEIGHT for sign, row in table.weights.items()} for way in range(len(table.kinds))]


@cache
def turns() -> Sequence[Mapping[str, Turn]]:
    """What each of `STEPS` makes likely in each way."""
    return [
        {step: Turn(*(exp(say[f"{step}-{turn}"]) for turn in (STAYS, OPENS_OUT, CLOSES_IN))) for step in STEPS}
        for say in weights()
    ]


def _carry(likely: Sequence[Odds], steps: Sequence[Turn]) -> list[Odds]:
    """What each saying is about by what is said up to it."""
    rows = [likely[0]]
    for own, turn in zip(likely[1:], steps, strict=True):
        before = rows[-1]
        ones = sum(before.values()) - before[ALL]
        from_all = turn.closes_in * before[ALL]
        row = {each: (ones + (turn.stays - 1) * before[each] + from_all) * own[each] for each in own}
        row[ALL] = (turn.opens_out * ones + turn.stays * before[ALL]) * own[ALL]
        rows.append(_scaled(row))
    return rows


def _scaled(row: Odds) -> Odds:
    total = sum(row.values())
    return {each: share / total for each, share in row.items()}
