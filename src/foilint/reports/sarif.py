"""SARIF 2.1.0, as GitHub's code scanning takes it: https://docs.oasis-open.org/sarif/sarif/v2.1.0/.

Word has no lines: there a region's line is the number of the paragraph, which the logical location says in words too.
"""

import json
from collections.abc import Iterable, Iterator
from urllib.parse import quote

from foilint import __version__
from foilint.catalogue import CATALOGUE, reasons, summary
from foilint.finding import Finding, Place, Severity
from foilint.report import Verdict
from foilint.reports.locations import file_of, line_of
from foilint.reports.look import Look
from foilint.reports.text import where
from foilint.rules.rule import Rule
from foilint.values import Any

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "note"}
MOST = 25_000
"""Results in one run: GitHub refuses a file that has more. The worst are kept."""
LONGEST = 1_000
"""Signs of a rule's description: GitHub takes 1,024."""


def render(verdicts: Iterable[Verdict], look: Look) -> Iterator[str]:  # noqa: ARG001  every report takes the same
    """The report as one piece: a result names its rule by its place in the list that stands before it."""
    found = [(verdict, finding) for verdict in verdicts for finding in verdict.findings]
    if len(found) > MOST:
        found = sorted(found, key=lambda each: list(LEVELS).index(each[1].severity))[:MOST]
    names = [rule.name for rule in CATALOGUE]
    names += sorted({finding.rule for _, finding in found} - set(names))
    known = {rule.name: rule for rule in CATALOGUE}
    run = {
        "tool": {
            "driver": {
                "name": "foilint",
                "version": __version__,
                "semanticVersion": __version__,
                "rules": [_rule(name, known.get(name)) for name in names],
            }
        },
        "automationDetails": {"id": "foilint/"},
        "columnKind": "unicodeCodePoints",
        "results": [_result(verdict, finding, names.index(finding.rule)) for verdict, finding in found],
    }
    yield json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1) + "\n"


def _rule(name: str, rule: Rule | None) -> dict[str, Any]:
    """A rule's descriptor; a house's own rule has no more to say than its messages."""
    if rule is None:
        return {"id": name, "shortDescription": {"text": f"A rule of the house: {name}."}}
    return {
        "id": name,
        "shortDescription": {"text": summary(rule)},
        "fullDescription": {"text": reasons(rule)[:LONGEST]},
        "help": {"text": reasons(rule), "markdown": reasons(rule)},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {"tags": [rule.family], "precision": "high"},
    }


def _result(verdict: Verdict, finding: Finding, index: int) -> dict[str, Any]:
    place = finding.place
    stands = where(place)
    location: dict[str, Any] = {
        "physicalLocation": {
            "artifactLocation": {"uri": quote(file_of(verdict, finding), errors="surrogateescape")},
            "region": _region(place),
        }
    }
    if stands or place.heading:
        name = ", ".join(each for each in (stands, f'under "{place.heading}"' if place.heading else "") if each)
        location["logicalLocations"] = [{"fullyQualifiedName": name}]
    return {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": LEVELS[finding.severity],
        "message": {"text": finding.message if place.line or not stands else f"{finding.message} ({stands})"},
        "locations": [location],
        "partialFingerprints": {"primaryLocationLineHash": finding.fingerprint, "foilint/v1": finding.fingerprint},
    }


def _region(place: Place) -> dict[str, Any]:
    line = line_of(place)
    column = place.column or 1
    region: dict[str, Any] = {
        "startLine": line,
        "startColumn": column,
        "endLine": place.end_line or line,
        "endColumn": place.end_column or column + 1,
    }
    if place.excerpt:
        region["snippet"] = {"text": place.excerpt}
    return region
