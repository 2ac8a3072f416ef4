"""Markdown for a job summary: what each notice relies on and gives, as a matrix, and what is to be mended."""

from collections.abc import Iterable, Iterator

from foilint.finding import Finding
from foilint.notice import Part, State
from foilint.report import Status, Verdict, summarise
from foilint.reports.look import Look
from foilint.reports.text import counted, where
from foilint.reports.understood import RESPONSES, understood

SIGNS = {State.PRESENT: "✓", State.ABSENT: "**missing**", State.NOT_OWED: "–", State.ELSEWHERE: "elsewhere"}


def render(verdicts: Iterable[Verdict], look: Look) -> Iterator[str]:  # noqa: ARG001  every report takes the same
    """The report in pieces: the sum, the matrix, the findings notice by notice."""
    kept = tuple(verdicts)
    summary = summarise(kept)
    yield f"## foilint: {counted(summary) or 'nothing to mend'}\n\n"
    yield from _matrix(kept)
    for verdict in kept:
        if verdict.findings:
            yield f"\n### {_cell(verdict.path)}\n\n{_cell(understood(verdict))}\n\n"
            yield from map(_finding, verdict.findings)


def _matrix(verdicts: tuple[Verdict, ...]) -> Iterator[str]:
    yield "| notice | response | exemption | harm | factors for | factors against | balance | disclaimer |\n"
    yield "|---|---|---|---|---|---|---|---|\n"
    for verdict in verdicts:
        if verdict.status is Status.SETTINGS:
            continue
        if not verdict.engagements:
            yield _row(verdict.path, understood(verdict), "", "", "", "", "", _disclaimer(verdict))
        for engagement in verdict.engagements:
            signs = (SIGNS[engagement.state(part)] for part in Part)
            response = RESPONSES[verdict.response] if verdict.response else ""
            yield _row(verdict.path, response, ", ".join(engagement.provisions), *signs, _disclaimer(verdict))


def _row(*cells: str) -> str:
    return "| " + " | ".join(map(_cell, cells)) + " |\n"


def _disclaimer(verdict: Verdict) -> str:
    return SIGNS[verdict.disclaimer] if verdict.disclaimer else ""


def _finding(finding: Finding) -> str:
    stands = where(finding.place)
    quoted = f"  \n  > {_cell(finding.place.excerpt)}\n" if finding.place.excerpt else ""
    head = f"- **{finding.severity}** `{finding.rule}`" + (f", {stands}" if stands else "")
    return f"{head}: {_cell(finding.message)}\n{quoted}"


def _cell(words: str) -> str:
    """Words that cannot break out of their cell or be taken for HTML."""
    return words.replace("&", "&amp;").replace("<", "&lt;").replace("|", "\\|").replace("\n", " ")
