"""What a skeleton is asked for: provisions as people write them become claims, each on one exemption and one duty."""

from collections.abc import Iterable, Sequence

from foilint.law import Companion, Duty, Exemption, Law, Limb
from foilint.misuse import Misuse
from foilint.notice import Part
from foilint.provision import Path, printed
from foilint.recognise.draft import eyes
from foilint.recognise.engagements import owed
from foilint.references import Reference, neighbours, references
from foilint.values import NamedTuple


class Claim(NamedTuple):
    """One exemption relied on for one duty, by one or more provisions; with `turned_by`, read with a companion."""

    law: Law
    exemption: Exemption
    paths: tuple[Path, ...]
    limbs: tuple[Limb, ...]
    duty: Duty
    turned_by: Companion | None

    @property
    def numbers(self) -> tuple[str, ...]:
        """Its provisions in print."""
        return tuple(map(printed, self.paths))

    @property
    def owes(self) -> frozenset[Part]:
        """What it owes by statute."""
        return owed(self.exemption, self.limbs, turned=self.turned_by is not None)


def claims(asked: Sequence[str], law: Law | None) -> tuple[Claim, ...]:
    """The claims that provisions amount to, in the order asked for, under `law` or the first that has them all.

    Raises Misuse where one is no exemption of the law, or leaves open which limb is meant.
    """
    meant = _of_one_law([(words, _candidates(words, law)) for words in asked])
    companions = [each for each in meant if each.law.companion(each.path)]
    rest = [each for each in meant if each not in companions]
    if companions and not rest:
        law = companions[0].law
        raise Misuse(f"{companions[0]} is read with {law.claim}s and is none itself; name the {law.claim} too")
    found: dict[tuple[Exemption, Duty], Claim] = {}
    for reference in rest:
        claim = _claim(reference, companions)
        key = claim.exemption, claim.duty
        earlier = found.get(key)
        if earlier:
            limbs = tuple(dict.fromkeys((*earlier.limbs, *claim.limbs)))
            claim = claim._replace(paths=tuple(dict.fromkeys((*earlier.paths, *claim.paths))), limbs=limbs)
        found[key] = claim
    _see_that_conditions_complete_something(found.values())
    return tuple(found.values())


def _candidates(words: str, law: Law | None) -> tuple[Reference, ...]:
    """What the words can mean, under `law` if one is given. Raises Misuse where they name no provision.

    Without a law named, the usual one with such units is meant: what only a rarer law has is more likely a slip.
    """
    found = references(words)
    if not found:
        raise Misuse(f"--exemption: {words!r} is no provision; write it as 7(1), section 7(1) or reg 7(5)(b)")
    if law:
        return tuple(each for each in found if each.law is law) or (Reference(law, found[0].path),)
    named = tuple(each for each in found if any(name in words.lower() for name in each.law.names))
    usual = {law.unit: law for law in reversed(eyes().shelf.laws)}
    meant = tuple(each for each in found if each.law is usual[each.law.unit])
    return named or meant or (Reference(usual[found[0].law.unit], found[0].path),)


def _of_one_law(asked: Sequence[tuple[str, tuple[Reference, ...]]]) -> list[Reference]:
    """Each reference under the first law that has them all, else under the first law meant."""
    laws = list(dict.fromkeys(each.law for _, found in asked for each in found))
    complete = [law for law in laws if all(any(each.law is law and each.known for each in found) for _, found in asked)]
    if not complete and len(laws) > 1 and all(any(each.known for each in found) for _, found in asked):
        named = " and ".join(f"{found[0]} {found[0].law.short}" for _, found in asked)
        raise Misuse(f"--exemption: {named} are of different laws; a notice is given under one")
    law = (complete or laws)[0]
    return [next((each for each in found if each.law is law), Reference(law, found[0].path)) for _, found in asked]


def _claim(reference: Reference, companions: Iterable[Reference]) -> Claim:
    """The claim on one provision. Raises Misuse."""
    law, path = reference
    exemption, limbs = law.exemption(path), law.limbs(path)
    if exemption is None or not limbs or not law.exists(path):
        near = neighbours(reference)
        hint = f"; there is {', '.join(near[:6])}" if near else ""
        raise Misuse(f"--exemption: {law.short} has no {law.claim} {printed(path)}{hint}")
    if len(limbs) > 1:
        known = ", ".join(limb.provision for limb in limbs)
        raise Misuse(f"--exemption: {reference} has several limbs; say which is relied on: {known}")
    (limb,) = limbs
    if limb.obsolete:
        raise Misuse(f"--exemption: {reference} has been repealed or renumbered; it is now {limb.obsolete}")
    turned_by = next((found for each in companions if (found := _turns(each, path))), None)
    duty = Duty.CONFIRM if turned_by else limb.lifts
    return Claim(law, exemption, (path,), limbs, duty, turned_by)


def _turns(companion: Reference, path: Path) -> Companion | None:
    """The companion, if it may be read with a provision."""
    found = companion.law.companion(companion.path)
    return found if found and any(path[: len(each)] == each for each in found.turns) else None


def _see_that_conditions_complete_something(found: Iterable[Claim]) -> None:
    for claim in found:
        if all(limb.condition for limb in claim.limbs):
            whole = ", ".join(limb.provision for limb in claim.exemption.limbs if _may_stand_alone(limb, claim.duty))
            number = claim.numbers[0]
            raise Misuse(f"--exemption: {number} only completes another limb; name that too: one of {whole}")


def _may_stand_alone(limb: Limb, duty: Duty) -> bool:
    return limb.lifts is duty and not limb.condition and not limb.obsolete
