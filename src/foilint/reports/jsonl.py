"""JSON Lines: one notice a line, as in the JSON report, for programs that read while foilint still checks."""

import json
from collections.abc import Iterable, Iterator

from foilint.report import Verdict
from foilint.reports.json import VERSION, notice
from foilint.reports.look import Look


def render(verdicts: Iterable[Verdict], look: Look) -> Iterator[str]:  # noqa: ARG001  every report takes the same
    """The report, line by line."""
    for verdict in verdicts:
        yield json.dumps({"report_version": VERSION, **notice(verdict)}, ensure_ascii=False) + "\n"
