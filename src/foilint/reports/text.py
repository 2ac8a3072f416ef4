"""Plain text, for files and pipes: notice by notice, each finding with where it stands, its words and what to do."""

from collections.abc import Iterable, Iterator
from itertools import chain, islice

from foilint.finding import Finding, Place
from foilint.report import Summary, Verdict
from foilint.reports.look import Look
from foilint.reports.understood import understood


def render(verdicts: Iterable[Verdict], look: Look) -> Iterator[str]:
    """The report in pieces: findings and what was understood, notice by notice, and their sum at the end."""
    coming = iter(verdicts)
    first = list(islice(coming, 2))
    alone = len(first) == 1
    summary = Summary()
    rules: dict[str, int] = {}
    for verdict in chain(first, coming):
        summary = summary.with_verdict(verdict)
        for finding in verdict.findings:
            rules[finding.rule] = rules.get(finding.rule, 0) + 1
        yield from _notice(verdict, "" if alone or look.quiet else f": {understood(verdict)}")
    if look.statistics:
        yield from frequencies(rules)
    if not look.quiet:
        yield _closing(summary, understood(first[0]) if alone else "")


def where(place: Place) -> str:
    """Where a place is, in words: "line 5, column 1", "paragraph 12", "footnote 2"; "" for the notice as a whole."""
    parts = [printable(place.path), place.part]
    if place.line is not None:
        parts.append(f"line {place.line}, column {place.column}")
    elif place.paragraph is not None:
        parts.append(f"paragraph {place.paragraph}")
    return ", ".join(part for part in parts if part)


def counted(summary: Summary) -> str:
    """The sum of findings in words: "1 error, 2 warnings"; what is none is left out."""
    counts = (
        (summary.errors, "error", "errors"),
        (summary.warnings, "warning", "warnings"),
        (summary.advice, "advice", "advice"),
        (summary.allowed, "let stand", "let stand"),
        (summary.unreadable, "could not be read", "could not be read"),
    )
    return ", ".join(f"{count} {one if count == 1 else many}" for count, one, many in counts if count)


def frequencies(rules: dict[str, int]) -> Iterator[str]:
    """How often each rule spoke, the most frequent first."""
    for rule, count in sorted(rules.items(), key=lambda item: (-item[1], item[0])):
        yield f"{count:6} {rule}\n"


def printable(path: str) -> str:
    """A path as it can be shown: one that would command the terminal, or is no text, is escaped."""
    return path if path.isprintable() else ascii(path)[1:-1]


def _notice(verdict: Verdict, understanding: str) -> Iterator[str]:
    if verdict.findings or understanding:
        yield f"{printable(verdict.path)}{understanding}\n"
    for finding in verdict.findings:
        yield _finding(finding)
    if verdict.findings:
        yield "\n"


def _finding(finding: Finding) -> str:
    place = finding.place
    title = f"  {finding.severity} {finding.rule}"
    if stands := where(place):
        title += f", {stands}"
    if place.heading and place.heading != place.excerpt:
        title += f', under "{place.heading}"'
    quoted = f'    "{place.excerpt}"\n' if place.excerpt else ""
    return f"{title}\n{quoted}    {finding.message}\n"


def _closing(summary: Summary, understanding: str) -> str:
    notices = f"{summary.notices} notice" + ("" if summary.notices == 1 else "s")
    counts = counted(summary)
    if understanding:
        return f"{notices}: {understanding}" + (f" ({counts})" if counts else "") + "\n"
    return f"{notices}: {counts or 'nothing found'}\n"
