"""What is let stand: findings that the settings allow with a reason or a baseline holds; and what of that is stale."""

import os
from collections.abc import Iterable, Iterator

from foilint.baseline import Held, baseline_file, held, read_baseline
from foilint.drafts import in_folder
from foilint.finding import Finding, Severity
from foilint.globs import matches
from foilint.lint import UNREADABLE
from foilint.places import NOWHERE, fingerprint
from foilint.plan import Planned
from foilint.report import Allowed, Status, Verdict
from foilint.settings import Allowance, Settings
from foilint.values import NamedTuple

UNUSED_ALLOWANCE = "unused-allowance"


class Run(NamedTuple):
    """What judging an allowance takes to know of a run: the day, the folders named, whether every rule was asked."""

    today: str
    folders: tuple[str, ...]
    every_rule: bool


class Met(NamedTuple):
    """What was met under some settings while verdicts came: the drafts, and what allowed or held a finding."""

    settings: Settings
    baseline: frozenset[Held]
    drafts: set[str]
    allowances: set[Allowance]
    held: set[Held]


def let_stand(judged: Iterable[tuple[Planned, tuple[Verdict, ...]]], run: Run) -> Iterator[Verdict]:
    """The verdicts, with what may stand set apart; at the end one for each file with entries that nothing needs."""
    under: dict[str, Met] = {}
    for planned, verdicts in judged:
        settings = planned.settings
        if settings.file not in under:
            under[settings.file] = Met(settings, read_baseline(baseline_file(settings)), set(), set(), set())
        for verdict in verdicts:
            yield _set_apart(verdict, under[settings.file], run)
    if run.every_rule:
        for met in under.values():
            yield from _stale(met, run)


def _set_apart(verdict: Verdict, met: Met, run: Run) -> Verdict:
    """A verdict without the findings that may stand, which it keeps with the reason."""
    if not met.settings.allow and not met.baseline:
        return verdict
    met.drafts.add(met.settings.relative(verdict.path))
    remaining: list[Finding] = []
    allowed: list[Allowed] = []
    for finding in verdict.findings:
        reason = _reason(finding, met.settings.relative(finding.place.path or verdict.path), met, run)
        if reason:
            allowed.append(Allowed(finding, reason))
        else:
            remaining.append(finding)
    return verdict._replace(findings=tuple(remaining), allowed=tuple(allowed))


def _reason(finding: Finding, notice: str, met: Met, run: Run) -> str:
    """Why a finding may stand; "" where it may not."""
    if finding.rule == UNREADABLE:
        return ""
    if allowance := met.settings.allowance(finding, notice, run.today):
        met.allowances.add(allowance)
        return allowance.reason
    entry = held(notice, finding)
    if entry in met.baseline:
        met.held.add(entry)
        return "in the baseline"
    return ""


def _stale(met: Met, run: Run) -> Iterator[Verdict]:
    """A verdict on the settings and one on the baseline, each where there is something to say of it."""
    level = dict(met.settings.levels).get(UNUSED_ALLOWANCE, Severity.WARNING)
    if level == "off":
        return
    severity = Severity(level)
    unused = [
        _finding(severity, problem, allowance.line)
        for allowance in met.settings.allow
        if (problem := _problem(allowance, met, run))
    ]
    gone = [
        _finding(
            severity, f"{entry.notice} no longer has {_named(entry)}; run foilint baseline, so that it is held no more"
        )
        for entry in sorted(met.baseline - met.held, key=str)
        if entry.notice in met.drafts
    ]
    for file, findings in ((met.settings.file, unused), (baseline_file(met.settings), gone)):
        if findings:
            yield Verdict(path=os.path.relpath(file), status=Status.SETTINGS, findings=tuple(findings))


def _problem(allowance: Allowance, met: Met, run: Run) -> str:
    """What is stale about an allowance, for people; "" where nothing is, or this run cannot tell."""
    what = f"the allowance of {allowance.rule} in {allowance.notice}"
    if allowance.has_ended(run.today):
        if any(matches(allowance.notice, draft) for draft in met.drafts):
            return f"{what} ended on {allowance.until}; mend the notice and remove the allowance, or set a new date"
        return ""
    if allowance in met.allowances or not _all_checked(allowance, met, run):
        return ""
    return f"nothing needs {what}; remove it"


def _all_checked(allowance: Allowance, met: Met, run: Run) -> bool:
    """Whether all drafts that an allowance speaks of were checked; where there are none, whether the folder was."""
    folder = met.settings.folder
    drafts = [name for path in in_folder(folder) if matches(allowance.notice, name := met.settings.relative(path))]
    if drafts:
        return met.drafts.issuperset(drafts)
    return any(os.path.join(folder, "").startswith(os.path.join(each, "")) for each in run.folders)


def _named(entry: Held) -> str:
    return f"{entry.rule} ({entry.exemption})" if entry.exemption else entry.rule


def _finding(severity: Severity, message: str, line: int | None = None) -> Finding:
    return Finding(
        rule=UNUSED_ALLOWANCE,
        severity=severity,
        exemption=None,
        message=message,
        place=NOWHERE._replace(line=line, column=1 if line else None),
        fingerprint=fingerprint(UNUSED_ALLOWANCE, None, message, {}),
    )
