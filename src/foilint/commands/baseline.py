"""foilint baseline: writes down the findings that stand today, so that later runs report only what is new."""

import os
import sys
from collections.abc import Iterator

from foilint.baseline import Held, baseline_file, baseline_text, held, read_baseline
from foilint.commands import asked
from foilint.delivery import write_whole
from foilint.lint import UNREADABLE
from foilint.options import Arguments, Command
from foilint.report import Verdict
from foilint.settings import Settings

UNREAD = 2

NOTES = """The baseline stands beside the settings, in .foilint-baseline.json unless they name another file. Drafts
that were not checked keep what was held of them. A way in, not a way out: mend what it holds, and write it anew."""


def run(arguments: Arguments) -> int:
    """Writes the baseline of each file of settings that governs the drafts; returns the exit status. Raises Misuse."""
    found: dict[str, set[Held]] = {}
    drafts: dict[str, set[str]] = {}
    unread = False
    for planned, verdicts in asked.judged(arguments):
        settings = planned.settings
        file = baseline_file(settings)
        for verdict in verdicts:
            unread = unread or verdict.unread
            drafts.setdefault(file, set()).add(settings.relative(verdict.path))
            found.setdefault(file, set()).update(_standing(verdict, settings, asked.day(arguments)))
    for file, entries in found.items():
        others = {entry for entry in read_baseline(file) if entry.notice not in drafts[file] and _is_there(entry, file)}
        write_whole(file, [baseline_text(entries | others)])
        count = len(entries | others)
        sys.stdout.write(f"{os.path.relpath(file)}: {count} finding{'' if count == 1 else 's'}\n")
    return UNREAD if unread else 0


def _standing(verdict: Verdict, settings: Settings, today: str) -> Iterator[Held]:
    """The findings that stand and that no allowance speaks of. What cannot be read cannot be held."""
    for finding in verdict.findings:
        notice = settings.relative(finding.place.path or verdict.path)
        if finding.rule != UNREADABLE and not settings.allowance(finding, notice, today):
            yield held(notice, finding)


def _is_there(entry: Held, file: str) -> bool:
    return os.path.exists(os.path.join(os.path.dirname(file), entry.notice))


COMMAND = Command(
    "baseline",
    "hold the findings of today",
    "[PATH ...]",
    (asked.TODAY, *asked.OPTIONS),
    run,
    notes=NOTES,
    examples=(
        ("foilint baseline", "hold what stands in the drafts that the settings name"),
        ("foilint baseline drafts/2025", "in some of them; what was held of the others stays"),
    ),
)
