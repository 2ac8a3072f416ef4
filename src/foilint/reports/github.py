"""GitHub workflow commands: findings as annotations. A step shows ten of each level, so the worst come first.

https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
"""

from collections.abc import Iterable, Iterator

from foilint.finding import Finding, Severity
from foilint.report import Verdict
from foilint.reports.locations import file_of
from foilint.reports.look import Look
from foilint.reports.text import where

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "notice"}
SHOWN = 10
"""Annotations of one level that GitHub shows for a step."""


def render(verdicts: Iterable[Verdict], look: Look) -> Iterator[str]:  # noqa: ARG001  every report takes the same
    """The annotations, worst first; what GitHub would not show is counted in one notice at the end."""
    found: dict[Severity, list[str]] = {severity: [] for severity in LEVELS}
    for verdict in verdicts:
        for finding in verdict.findings:
            found[finding.severity].append(_command(verdict, finding))
    hidden = 0
    for severity, commands in found.items():
        room = SHOWN - (severity is Severity.ADVICE)  # one notice is kept for what is hidden
        yield from commands[:room]
        hidden += max(0, len(commands) - room)
    if hidden:
        yield f"::notice title=foilint::{hidden} more finding{'s' * (hidden > 1)}: see the text report\n"


def _command(verdict: Verdict, finding: Finding) -> str:
    place = finding.place
    properties = {"file": file_of(verdict, finding)}
    if place.line:
        properties |= {"line": str(place.line), "col": str(place.column)}
        if place.end_line == place.line:
            properties["endColumn"] = str(place.end_column)
    properties["title"] = f"foilint: {finding.rule}"
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    stands = "" if place.line else where(place)
    return f"::{LEVELS[finding.severity]} {listed}::{_data(f'{stands}: ' * bool(stands) + finding.message)}\n"


def _data(words: str) -> str:
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(words: str) -> str:
    return _data(words).replace(":", "%3A").replace(",", "%2C")
