"""GitLab Code Quality: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format."""

import json
from collections.abc import Iterable, Iterator

from foilint.finding import Finding, Severity
from foilint.lint import UNREADABLE
from foilint.report import Verdict
from foilint.reports.locations import file_of, line_of, unique
from foilint.reports.look import Look
from foilint.reports.text import where
from foilint.values import Any

SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.ADVICE: "info"}


def render(verdicts: Iterable[Verdict], look: Look) -> Iterator[str]:  # noqa: ARG001  every report takes the same
    """The report as one JSON array, a finding on a line."""
    separator = "[\n"
    for verdict in verdicts:
        for finding in verdict.findings:
            yield separator + json.dumps(_issue(verdict, finding), ensure_ascii=False)
            separator = ",\n"
    yield "[]\n" if separator == "[\n" else "\n]\n"


def _issue(verdict: Verdict, finding: Finding) -> dict[str, Any]:
    place = finding.place
    stands = "" if place.line else where(place)
    return {
        "description": f"{stands}: {finding.message}" if stands else finding.message,
        "check_name": finding.rule,
        "fingerprint": unique(verdict, finding),
        "severity": "blocker" if finding.rule == UNREADABLE else SEVERITIES[finding.severity],
        "location": {"path": file_of(verdict, finding), "lines": {"begin": line_of(place)}},
    }
