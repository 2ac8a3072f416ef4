"""Which rules are asked, and how much each weighs: by rule or family, the later word over the earlier."""

from collections.abc import Iterable

from foilint.finding import Severity
from foilint.rules.rule import Rule

Active = tuple[tuple[Rule, Severity], ...]
"""The rules that are asked, each with the severity its findings have."""

Levels = tuple[tuple[str, str], ...]
"""Rules or families, each with "error", "warning", "advice" or "off"."""

OFF = "off"
LEVELS: tuple[str, ...] = (*(str(severity) for severity in Severity), OFF)


def active(
    rules: Iterable[Rule],
    layers: Iterable[Levels] = (),
    select: frozenset[str] = frozenset(),
    ignore: frozenset[str] = frozenset(),
) -> Active:
    """The rules that are asked.

    Each of `layers` pairs rules or families with a severity or "off"; a later layer overrules an earlier one, and
    within one a rule's own name beats its family. `select` (empty: all) and `ignore` hold both; ignoring wins.
    """
    layered = [dict(layer) for layer in layers]
    chosen = []
    for rule in rules:
        names = {rule.name, rule.family}
        weight = str(rule.severity)
        for layer in layered:
            weight = layer.get(rule.name, layer.get(rule.family, weight))
        if weight != OFF and not names & ignore and (not select or names & select):
            chosen.append((rule, Severity(weight)))
    return tuple(chosen)
