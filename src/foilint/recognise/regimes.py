"""Under which law the notice is given: what it names, and the units of what it cites."""

from collections.abc import Sequence

from foilint.law import Law
from foilint.notice import Region
from foilint.recognise import commissioners
from foilint.recognise.acts import Shelf
from foilint.recognise.citations import Cited
from foilint.recognise.lexicon import Lexicon
from foilint.recognise.words import Line

ASKED = 1
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
        ours = region not in OTHERS_WORDS
        if line.mask & shelf.any_name:
            naming = [(at, mask) for at, mask in enumerate(line.masks) if mask & shelf.any_law]
            for at, regime in ((at, regime) for at, mask in naming for regime, bit in shelf.names if mask & bit):
                says = ours and not line.is_quoted(at)
                scores[regime] += NAMED + FIRST * first if says else ASKED
                first = first and not says
        if not ours:
            continue
        for cite in cites[line.index]:
            if not _is_theirs(cite, lexicon):  # the applicant may cite any law
                _count(cite, scores, shelf)
    known: Sequence[Law] = shelf.laws
    if not any(line.mask & shelf.any_law for line in lines):  # nobody names a law: then the Commissioner may tell
        known = [law for law in known if not commissioners.names_another(lines, law, lexicon)] or known
    best = max(scores[law.regime] for law in known)
    likely = [law for law in known if scores[law.regime] == best]
    return next((law for law in likely if law.regime == usual), likely[0])


def _is_theirs(cite: Cited, lexicon: Lexicon) -> bool:
    """Whether the applicant is said to have cited it, and nothing is withheld by it."""
    sentence = next(s for s in cite.line.sentences if s.start <= cite.start < s.end)
    if sentence.mask & lexicon.bits["withheld"]:
        return False
    return bool(sentence.mask & lexicon.bits["applicant-said"] or lexicon.says("applicant-says", sentence))


OTHERS_WORDS = (Region.REQUEST, Region.QUOTATION)


def _count(cite: Cited, scores: dict[str, int], shelf: Shelf) -> None:
    """Count a citation for each law that has such an exemption."""
    for law in shelf.laws:
        if not law.exemption(cite.path):
            continue
        if cite.law == law.regime:
            scores[law.regime] += BOUND
        elif not cite.law and cite.unit == law.unit and law.exists(cite.path):
            scores[law.regime] += CITED
