"""Who relies on what, what that owes, and which passages answer it."""

from collections.abc import Iterable, Sequence

from foilint.document import Span
from foilint.law import Duty, Exemption, Law, Limb, Test
from foilint.notice import TEST, Citation, Engagement, Kind, Part, Passage, State
from foilint.provision import Path, printed
from foilint.template import Template
from foilint.values import NamedTuple


class Reliance(NamedTuple):
    """The claims on one exemption, before the passages are known."""

    law: Law
    exemption: Exemption
    paths: tuple[Path, ...]
    refuses: frozenset[Duty]  # as the words of its claims tell; empty where they do not
    turned: bool  # read with a companion provision (FOISA s.18, EIR reg 12(6))
    citations: tuple[Citation, ...]


class Answer(NamedTuple):
    """What a reliance comes to: the limbs meant, what they refuse, what they owe."""

    reliance: Reliance
    limbs: tuple[Limb, ...]
    refuses: frozenset[Duty]
    owes: frozenset[Part]


def is_of_confirming(reliance: Reliance) -> bool:
    """Whether its words or the limbs it cites are plainly about confirming or denying."""
    cited = [
        limb for path in reliance.paths if len(path) > len(reliance.exemption.path) for limb in reliance.law.limbs(path)
    ]
    lifted = {limb.lifts for limb in cited}
    return reliance.turned or reliance.refuses == {Duty.CONFIRM} or lifted == {Duty.CONFIRM}


def answer(reliance: Reliance, *, ncnd: bool, withholds: bool, disclaims: bool, argued: frozenset[Duty]) -> Answer:
    """Work out the limbs of a reliance.

    `ncnd` and `withholds` say what the notice as a whole does, `disclaims` whether it denies any inference, and
    `argued` which duties its passages speak of.
    """
    law, exemption = reliance.law, reliance.exemption
    refuses = reliance.refuses
    limbs: list[Limb] = []
    exact = [path for path in reliance.paths if len(path) > len(exemption.path) or len(exemption.limbs) == 1]
    for path in exact or [exemption.path]:
        duty = None if exact else _duty(refuses, ncnd=ncnd, withholds=withholds)
        meant = law.limbs(path, duty) or law.limbs(path)
        if len(meant) > 1 and (presumed := tuple(m for m in meant if m.path in exemption.presumed)):
            meant = presumed
        limbs += [limb for limb in meant if limb not in limbs]
    lifted = frozenset(limb.lifts for limb in limbs)
    if reliance.turned or (not refuses and ncnd and Duty.CONFIRM not in lifted and Duty.CONFIRM in argued):
        refuses = frozenset((Duty.CONFIRM,))
    elif not refuses:
        silent = (ncnd or (disclaims and Duty.CONFIRM in lifted)) and not withholds
        refuses = lifted if len(lifted) == 1 else frozenset((Duty.CONFIRM if silent else Duty.DISCLOSE,))
    return Answer(reliance, tuple(limbs), refuses, owed(exemption, limbs, turned=reliance.turned))


def _duty(refuses: frozenset[Duty], *, ncnd: bool, withholds: bool) -> Duty:
    if len(refuses) == 1:
        return next(iter(refuses))
    return Duty.CONFIRM if ncnd and not withholds else Duty.DISCLOSE


def owed(exemption: Exemption, limbs: Iterable[Limb], *, turned: bool) -> frozenset[Part]:
    """What relying on these limbs owes by statute: an engagement owes what any of its limbs owes."""
    owes: set[Part] = set()
    if exemption.bar:
        return frozenset()
    limbs = tuple(limbs)
    settled = [limb for limb in limbs if not limb.obsolete or len(limbs) == 1]
    unsettled = any(limb.test is Test.UNSETTLED for limb in settled)
    for limb in settled:
        if limb.harm:
            owes.add(Part.HARM)
        if limb.test is Test.QUALIFIED and not (limb.obsolete or (unsettled and limb.condition)):
            owes |= TEST
    if turned:
        owes |= TEST
    return frozenset(owes)


def engagement(
    found: Answer,
    passages: Sequence[Passage],
    *,
    kind: Kind,
    template: Template,
    extension: bool,
    elsewhere: Span | None,
) -> Engagement:
    """The engagement: each part present, absent, not owed, or elsewhere."""
    exemption = found.reliance.exemption
    owes = frozenset() if extension and not exemption.bar else template.owed(kind, exemption.number, found.owes)
    parts: list[tuple[Part, State]] = []
    evidence: list[tuple[Part, Span]] = []
    for part in Part:
        serving = next((p for p in passages if p.side is part and p.text and p.serves(exemption.number)), None)
        if serving is not None:
            evidence.append((part, serving.span))
        if part not in owes:
            parts.append((part, State.NOT_OWED))
        elif serving is not None:
            parts.append((part, State.PRESENT))
        else:
            parts.append((part, State.ELSEWHERE if elsewhere is not None else State.ABSENT))
    return Engagement(
        exemption,
        found.reliance.law,
        _provisions(found.reliance),
        found.limbs,
        found.refuses,
        found.reliance.turned,
        owes,
        tuple(parts),
        tuple(evidence),
        found.reliance.citations,
    )


def _provisions(reliance: Reliance) -> tuple[str, ...]:
    """The provisions as cited, deepest only, in the order of the law; the bare number where nothing deeper is cited."""
    paths = sorted(set(reliance.paths), key=_order)
    deepest = [path for path in paths if not any(other != path and other[: len(path)] == path for other in paths)]
    prefix = reliance.exemption.number[: len(reliance.exemption.number) - len(printed(reliance.exemption.path))]
    return tuple(prefix + printed(path) for path in deepest)


def _order(path: Path) -> tuple[tuple[int, str], ...]:
    return tuple((int("".join(c for c in step if c.isdigit()) or 0), step) for step in path)
