"""A rule explained: the fault, why it is one, on what that rests, and an example from the tests."""

from collections.abc import Iterator

from foilint.grounds import grounds, linked
from foilint.reports.examples import Example
from foilint.reports.look import Look
from foilint.reports.paint import BOLD, DIM, GREEN, RED, painted
from foilint.reports.rows import Row, drawn
from foilint.reports.wrapping import wrapped
from foilint.rules.rule import Rule

COLOURS = {"-": RED, "+": GREEN}
MOST = 30
"""Changes of an example that are shown."""


def explained_rule(rule: Rule, shown: Example | None, look: Look) -> Iterator[str]:
    """The explanation in pieces."""
    yield from drawn(_reasons(rule), look)
    if shown:
        yield f"\n{painted('An example', look, BOLD)} {painted(f'({shown.name})', look, DIM)}\n"
        yield "".join(f"{line}\n" for told in shown.told for line in _told(told, look))
        if shown.changes:
            yield f"\n{painted('The same notice without the fault', look, BOLD)}\n"
            yield from _changes(shown.changes[:MOST], look)


def _reasons(rule: Rule) -> Iterator[Row]:
    told = grounds(rule)
    yield Row(f"{rule.name}: {rule.severity}, family {rule.family}")
    named = (("fault", told.fault), ("why", told.why), ("law", told.law), ("practice", told.practice))
    for label, words in (*named, ("not asked of", told.spared)):
        if words:
            yield Row(label, words.replace("`", ""))
            yield from (Row("", url) for url in dict.fromkeys(piece.url for piece in linked(words) if piece.url))


def _told(line: str, look: Look) -> Iterator[str]:
    """A line of the text report, with its indentation, broken to the width."""
    indent = " " * (len(line) - len(line.lstrip()))
    yield from (indent + each for each in wrapped(line, look.width - len(indent)))


def _changes(changes: tuple[str, ...], look: Look) -> Iterator[str]:
    for change in changes:
        sign, words = change[0], change[2:]
        for line in wrapped(words, look.width - 4):
            yield painted(f"  {sign} {line}", look, COLOURS[sign]) + "\n"
