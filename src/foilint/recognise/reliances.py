"""What the claims of one exemption come to: by which provisions it is relied on, and to refuse what."""

from collections.abc import Sequence

from foilint.law import Duty, Exemption, Law
from foilint.notice import Citation, Use
from foilint.provision import Path, printed
from foilint.recognise.claims import Strength
from foilint.recognise.engagements import Reliance
from foilint.recognise.weighing import Weighed


def reliance(own: Sequence[Weighed], weighed: Sequence[Weighed]) -> Reliance:
    """What the claims of one exemption come to. `weighed` are all citations: companions among them turn its duty."""
    law, exemption = own[0].law, own[0].exemption
    assert law is not None  # only those with both are passed
    assert exemption is not None
    claimed = [w for w in own if w.weight.strength is Strength.CLAIMED]
    claimed = claimed or [w for w in own if w.weight.strength is Strength.SPOKEN_OF] or list(own)
    lifted = {
        limb.lifts for w in claimed for limb in law.limbs(w.cited.path) if len(w.cited.path) > len(exemption.path)
    }
    paths = [w.cited.path for w in claimed if _names_limb(w.cited.path, law, exemption)]
    bare = not any(len(path) > len(exemption.path) for path in paths)
    for w in own:
        path = w.cited.path
        adds = bare or _completes(path, law, exemption)
        if w.weight.strength < Strength.CLAIMED and adds and _names_limb(path, law, exemption) and path not in paths:
            paths.append(path)
    if Duty.CONFIRM in lifted and Duty.DISCLOSE in lifted:
        paths = _without_recited(claimed, paths, law)
    duties = frozenset(w.weight.duty for w in claimed if w.weight.duty is not None)
    told = {(w.cited.line.index, w.sentence.start) for w in claimed}
    turned = any(
        w.law is law
        and (w.weight.strength or (w.cited.line.index, w.sentence.start) in told)
        and any(
            w.cited.path[: len(c.path)] == c.path or c.path[: len(w.cited.path)] == w.cited.path for c in law.companions
        )
        and any(_within(path, turn) for c in law.companions for turn in c.turns for path in paths or [exemption.path])
        for w in weighed
    )
    return Reliance(
        law,
        exemption,
        tuple(paths) or (exemption.path,),
        duties,
        turned,
        tuple(citation(w, {exemption.number}) for w in claimed),
    )


def _within(path: Path, turn: Path) -> bool:
    return path[: len(turn)] == turn or turn[: len(path)] == path


def _names_limb(path: Path, law: Law, exemption: Exemption) -> bool:
    """Whether a path is the exemption, a limb, a condition or a purpose that completes one; no mere definition."""
    return path == exemption.path or bool(law.limbs(path)) or _completes(path, law, exemption)


def _completes(path: Path, law: Law, exemption: Exemption) -> bool:
    if any(limb.condition for limb in law.limbs(path)):
        return True
    return (
        exemption.purpose is not None
        and _within(path, exemption.purpose.listed_in)
        and len(path) > len(exemption.purpose.listed_in)
    )


def _without_recited(claimed: Sequence[Weighed], paths: list[Path], law: Law) -> list[Path]:
    """Where both duties are refused under one section, a withholding limb counts only if the words withhold by it."""
    kept = []
    for path in paths:
        lifts = {limb.lifts for limb in law.limbs(path)}
        own = [w.weight for w in claimed if w.cited.path == path]
        withholds = any(w.duty is Duty.DISCLOSE or (w.strength is Strength.CLAIMED and w.duty is None) for w in own)
        if lifts == {Duty.DISCLOSE} and not withholds:
            continue
        kept.append(path)
    return kept


def citation(weighed: Weighed, strong: set[str]) -> Citation:
    """A weighed citation as the notice keeps it; `strong` are the numbers of the exemptions relied on."""
    relied = (
        weighed.exemption is not None
        and weighed.exemption.number in strong
        and weighed.weight.strength is Strength.CLAIMED
    )
    cited = weighed.cited
    name = weighed.law.regime if weighed.law else cited.law
    return Citation(
        name,
        cited.path,
        printed(cited.path),
        cited.line.span(cited.start, cited.end),
        Use.RELIED_ON if relied else Use.MENTIONED,
        weighed.weight.why,
        None,
    )
