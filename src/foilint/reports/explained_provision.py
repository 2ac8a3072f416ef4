"""A provision explained: what it exempts from, what relying on it owes, what goes with it and what does not."""

from collections.abc import Iterable, Iterator

from foilint.law import Companion, Duty, Exemption, Law, Limb, Test
from foilint.provision import Path, printed
from foilint.references import Reference, neighbours
from foilint.reports.margin import listed
from foilint.reports.rows import Row

DOES = {Duty.DISCLOSE: "withholds", Duty.CONFIRM: "neither confirms nor denies"}
TESTS = {
    Test.ABSOLUTE: "no public interest test",
    Test.QUALIFIED: "factors for and against, balance",
    Test.UNSETTLED: "whether a public interest test is due is unsettled: none is demanded, none called needless",
}
BARS = {"cost": "the cost of the request", "conduct": "how the request is made"}


def explained_provision(asked: Reference, others: Iterable[Reference] = ()) -> Iterator[Row]:
    """The rows that explain a provision that is known; `others` are the same numbers in other laws."""
    law, path = asked
    yield Row(f"{asked}, {law.title}")
    if companion := law.companion(path):
        yield from _companion(companion, law)
    elif law.is_machinery(path):
        yield Row("exempts", "nothing: notices cite it, but cannot rely on it to refuse")
        yield Row("source", f"{law.url}/{law.unit}/{path[0].upper()}")
    else:
        yield from _below(law, path)
    for other in others:
        exemption = other.law.exemption(path)
        title = exemption.title if exemption else other.law.title
        yield Row("also", f'{title}: foilint explain "{other.law.short} {printed(path)}"')


def unknown_provision(asked: Reference) -> str:
    """What is wrong with a provision that its law does not have, in one line."""
    near = neighbours(asked)
    there = f"; it has {listed(list(near))}" if near else ""
    return f"{asked.law.title} has no {asked} that foilint knows{there}"


def _below(law: Law, path: Path) -> Iterator[Row]:
    """An exemption, one of its limbs, what supports it, or a provision that holds several exemptions."""
    exemption = law.exemption(path)
    if exemption is None:
        yield Row("holds", "several, each with a page of its own:")
        for each in law.exemptions:
            if each.path[: len(path)] == path:
                yield Row(printed(each.path), each.title)
        return
    yield Row("title", _kind(exemption, law))
    limbs = exemption.limbs if path == exemption.path else law.limbs(path)
    if not limbs:
        yield Row(printed(path), "exempts nothing by itself: it explains or supports the limbs below")
        limbs = exemption.limbs
    for limb in limbs:
        yield Row(limb.provision, _limb(limb, exemption))
    yield from _beside(exemption, limbs, law)


def _kind(exemption: Exemption, law: Law) -> str:
    if exemption.bar:
        return f"{exemption.title}: no {law.claim}, yet it ends the matter, by {BARS[exemption.bar]}"
    return f"{exemption.title}: an {law.claim}"


def _limb(limb: Limb, exemption: Exemption) -> str:
    """What a limb does and what relying on it owes."""
    if limb.obsolete:
        return f"repealed or renumbered; cite {limb.obsolete}"
    does = f"{DOES[limb.lifts]}{', cited beside another limb' if limb.condition else ''}"
    owes = "; ".join(filter(None, _owes(limb, exemption)))
    return f"{does}; {owes}"


def _owes(limb: Limb, exemption: Exemption) -> Iterator[str]:
    if exemption.bar:
        yield "owes no harm, no public interest test and no disclaimer"
        return
    test = TESTS[limb.test]
    if limb.absolute_with:
        test += f" (absolute so far as it relates to {listed([printed(each) for each in limb.absolute_with])})"
    yield f"owes harm ({limb.basis.replace('-', ' ')}), {test}" if limb.harm else _owing(limb, test)
    yield "by practice the disclaimer" if limb.lifts is Duty.CONFIRM else ""


def _owing(limb: Limb, test: str) -> str:
    return f"owes {test}" if limb.test is Test.QUALIFIED else test


def _beside(exemption: Exemption, shown: tuple[Limb, ...], law: Law) -> Iterator[Row]:
    """What else there is to know of an exemption, or of the limbs of it that are shown."""
    missing = [duty for duty in Duty if duty not in {limb.lifts for limb in shown}]
    for duty in () if exemption.bar else missing:
        there = [
            each.provision for each in exemption.limbs if each.lifts is duty and not (each.condition or each.obsolete)
        ]
        turning = [each.provision for each in law.companions if duty is Duty.CONFIRM and _turns(each, exemption)]
        said = listed(there) or (f"read with {listed(turning)}" if turning else "no limb of it")
        yield Row("NCND" if duty is Duty.CONFIRM else "to withhold", said)
    if len(exemption.presumed) and len(shown) > 1:
        yield Row("bare number", f"is taken for {listed([printed(path) for path in exemption.presumed])}")
    if exemption.purpose and any(limb.path[:2] == each[:2] for limb in shown for each in exemption.purpose.limbs):
        limbs = listed([printed(path) for path in exemption.purpose.limbs])
        yield Row("purpose", f"{limbs} need a purpose of {printed(exemption.purpose.listed_in)}, by number or in words")
    if exemption.qualified_person:
        yield Row("opinion", "applies only in the reasonable opinion of a qualified person, which the notice must give")
    for one, others in _excluded(exemption, shown, law).items():
        yield Row("apart", f"{one} never for the same information as {' or '.join(others)}, unless in the alternative")
    if exemption.note:
        yield Row("note", exemption.note)
    sources = dict.fromkeys((exemption.source, *(limb.source for limb in shown)))
    yield from (Row("" if number else "source", source) for number, source in enumerate(sources))
    yield Row("as at", f"{law.as_at}; check the page for later changes")


def _excluded(exemption: Exemption, shown: tuple[Limb, ...], law: Law) -> dict[str, list[str]]:
    """What the limbs shown cannot stand beside; a pair within the exemption is told once."""
    found: dict[str, list[str]] = {}
    for pair in law.exclusions:
        for one, other in ((pair.one, pair.other), (pair.other, pair.one)):
            told = printed(one) in found.get(printed(other), ())
            if law.exemption(one) == exemption and not told and any(limb.path[: len(one)] == one for limb in shown):
                found.setdefault(printed(one), []).append(printed(other))
    return found


def _turns(companion: Companion, exemption: Exemption) -> bool:
    return any(each[: len(exemption.path)] == exemption.path for each in companion.turns)


def _companion(companion: Companion, law: Law) -> Iterator[Row]:
    turned = listed([printed(path) for path in companion.turns])
    yield Row("exempts", f"nothing by itself: read with {turned}, it lets the notice neither confirm nor deny")
    yield Row(
        "owes",
        f"the harm of the {law.claim} it is read with; factors for and against, and a balance, on whether revealing"
        " that the information is held would be contrary to the public interest; by practice the disclaimer",
    )
    yield Row("source", companion.source)
    yield Row("as at", f"{law.as_at}; check the page for later changes")
