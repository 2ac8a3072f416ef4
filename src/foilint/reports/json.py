"""The report as one JSON object, report_version 1; schemas/report.schema.json lays it down."""

import json
from collections.abc import Iterable, Iterator

from foilint import __version__
from foilint.finding import Finding, Place
from foilint.report import Evidence, Reliance, Summary, Verdict
from foilint.reports.look import Look
from foilint.values import Any

VERSION = 1


def render(verdicts: Iterable[Verdict], look: Look) -> Iterator[str]:  # noqa: ARG001  every report takes the same
    """The report in pieces, notice by notice, the summary last: so a long one is never held in memory."""
    summary = Summary()
    yield f'{{"report_version": {VERSION}, "foilint": "{__version__}",\n "notices": ['
    separator = "\n"
    for verdict in verdicts:
        summary = summary.with_verdict(verdict)
        yield separator + json.dumps(notice(verdict), ensure_ascii=False, indent=1)
        separator = ",\n"
    yield f'],\n "summary": {json.dumps(summary._asdict())}}}\n'


def notice(verdict: Verdict) -> dict[str, Any]:
    """A verdict as it stands in the report."""
    return {
        "path": verdict.path,
        "status": verdict.status,
        "regime": verdict.regime,
        "kind": verdict.kind,
        "response": verdict.response,
        "engagements": [_engagement(each) for each in verdict.engagements],
        "disclaimer": verdict.disclaimer,
        "provisional": verdict.provisional or None,
        "findings": [_finding(finding) for finding in verdict.findings],
        "allowed": [{"reason": each.reason, **_finding(each.finding)} for each in verdict.allowed],
    }


def _engagement(engagement: Reliance) -> dict[str, Any]:
    return {
        "exemption": engagement.exemption,
        "title": engagement.title,
        "provisions": list(engagement.provisions),
        **{str(part): state for part, state in engagement.parts},
        "evidence": [_evidence(each) for each in engagement.evidence],
    }


def _evidence(evidence: Evidence) -> dict[str, Any]:
    place = evidence.place
    return {
        "part": evidence.part,
        "line": place.line,
        "column": place.column,
        "paragraph": place.paragraph,
        "excerpt": place.excerpt,
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "exemption": finding.exemption,
        "message": finding.message,
        "place": _place(finding.place),
        "fingerprint": finding.fingerprint,
    }


def _place(place: Place) -> dict[str, Any]:
    return {**place._asdict(), "part": place.part or None, "path": place.path or None}
