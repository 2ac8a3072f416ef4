"""Under which law the notice is given: what it names, and the units of what it cites."""

from collections.abc import Sequence

from foilint.law import Law
from foilint.notice import Region
from foilint.recognise.citations import Cited, Shelf
from foilint.recognise.words import Lexicon, Line

NAMED = 2
FIRST = 3
CITED = 3
BOUND = 4


def choose(
    lines: Sequence[Line],
    regions: Sequence[Region],
    cites: Sequence[Sequence[Cited]],
    shelf: Shelf,
    lexicon: Lexicon,
    usual: str,
) -> Law:
    """The law a notice is given under; where nothing tells, the house's `usual` one, else the first on the shelf."""
    scores = {law.regime: 0 for law in shelf.laws}
    first = True
    for line, region in zip(lines, regions, strict=True):
        if region in (Region.REQUEST, Region.QUOTATION):
            continue
        if line.mask & shelf.any_name:
            for mask in line.masks:
                for regime, bit in shelf.names:
                    if mask & bit:
                        scores[regime] += NAMED + FIRST * first
                        first = False
        theirs = line.mask & lexicon.bits["applicant-said"] and not line.mask & lexicon.bits["withheld"]
        for cite in cites[line.index]:
            if theirs and not cite.law:
                continue  # the applicant may cite any law
            for law in shelf.laws:
                if law.exemption(cite.path) and (
                    cite.law == law.regime or (not cite.law and cite.unit == law.unit and law.exists(cite.path))
                ):
                    scores[law.regime] += BOUND if cite.law else CITED
    best = max(scores.values())
    likely = [law for law in shelf.laws if scores[law.regime] == best]
    return next((law for law in likely if law.regime == usual), likely[0])
