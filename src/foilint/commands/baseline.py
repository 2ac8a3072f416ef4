"""foilint baseline: writes down the findings that stand today, so that later runs report only what is new."""

import os
import sys

from foilint.baseline import Held, baseline_file, baseline_text, held, read_baseline
from foilint.commands import asked
from foilint.delivery import write_whole
from foilint.lint import UNREADABLE
from foilint.options import Arguments, Command

NOTES = """The baseline stands beside the settings, in .foilint-baseline.json unless they name another file. Drafts
that were not checked keep what was held of them. It is a way in, not a way out: mend what it holds, and write it anew."""


def run(arguments: Arguments) -> int:
    """Writes the baseline of each settings file that governs the drafts. Returns the exit status. Raises Misuse."""
    entries: dict[str, set[Held]] = {}
    drafts: dict[str, set[str]] = {}
    today = asked.day(arguments)
    unread = False
    for planned, verdicts in asked.judged(arguments):
        settings = planned.settings
        file = baseline_file(settings)
        for verdict in verdicts:
            unread = unread or verdict.unread
            drafts.setdefault(file, set()).add(settings.relative(verdict.path))
            entries.setdefault(file, set()).update(
                held(settings.relative(finding.place.path or verdict.path), finding)
                for finding in verdict.findings
                if finding.rule != UNREADABLE
                and not settings.allowance(finding, settings.relative(verdict.path), today)
            )
    for file, found in entries.items():
        kept = {entry for entry in read_baseline(file) if entry.notice not in drafts[file] and _is_there(entry, file)}
        write_whole(file, [baseline_text(found | kept)])
        sys.stdout.write(f"{os.path.relpath(file)}: {len(found | kept)} findings\n")
    return 2 if unread else 0


def _is_there(entry: Held, file: str) -> bool:
    return os.path.exists(os.path.join(os.path.dirname(file), entry.notice))


COMMAND = Command(
    "baseline", "hold the findings of today", "[PATH ...]", (asked.TODAY, *asked.OPTIONS), run, notes=NOTES
)
