"""foilint check: checks drafts and reports on them."""

import os
from collections.abc import Iterator

from foilint.commands import asked
from foilint.delivery import STDOUT, Target, default_format, deliver, look, target
from foilint.finding import Severity
from foilint.options import Arguments, Command, Option
from foilint.report import Verdict
from foilint.reports import FORMATS
from foilint.standing import Run, let_stand

FAIL_ON: dict[str, frozenset[Severity]] = {
    "error": frozenset({Severity.ERROR}),
    "warning": frozenset({Severity.ERROR, Severity.WARNING}),
    "advice": frozenset(Severity),
    "never": frozenset(),
}
FOUND, UNREAD = 1, 2

OPTIONS = (
    Option(("--format", "-f"), "FORMAT", "the report", FORMATS),
    Option(("--output", "-o"), "FILE", "write the report to a file"),
    Option(("--report",), "FORMAT:FILE", "write one more report; may be repeated"),
    Option(("--fail-on",), "LEVEL", "exit 1 from this level on; usually warning", tuple(FAIL_ON)),
    Option(("--quiet", "-q"), "", "findings alone, without what was understood"),
    Option(("--statistics",), "", "count findings by rule"),
    asked.TODAY,
    *asked.OPTIONS,
)
NOTES = """PATH is a file, a folder, a pattern such as 'drafts/**/*.docx', or - for standard input. Without one, the
drafts that the settings name are checked, else those in this folder. Exit status: 0 nothing to mend, 1 findings,
2 something could not be checked."""


def run(arguments: Arguments) -> int:
    """Checks what the arguments name, writes the reports, and returns the exit status. Raises Misuse."""
    failing = FAIL_ON[arguments.last("--fail-on", "warning")]
    targets = _targets(arguments)
    verdicts = let_stand(asked.judged(arguments, [each.format for each in targets]), _run(arguments))
    status = 0

    def watched() -> Iterator[Verdict]:
        nonlocal status
        for verdict in verdicts:
            found = any(finding.severity in failing for finding in verdict.findings)
            status = max(status, UNREAD if verdict.unread else FOUND if found else 0)
            yield verdict

    deliver(watched(), targets, look(quiet=arguments.has("--quiet"), statistics=arguments.has("--statistics")))
    return status


def _targets(arguments: Arguments) -> tuple[Target, ...]:
    """The reports asked for: one for people on standard output unless a format, or a file for it, says otherwise."""
    file = arguments.last("--output", STDOUT)
    usual = default_format() if file == STDOUT else "text"
    return (
        Target(arguments.last("--format", usual), file),
        *map(target, arguments.each("--report")),
    )


def _run(arguments: Arguments) -> Run:
    paths = arguments.operands or (os.curdir,)
    return Run(
        today=asked.day(arguments),
        folders=tuple(os.path.abspath(path) for path in paths if os.path.isdir(path)),
        every_rule=not (arguments.has("--select") or arguments.has("--ignore")),
    )


EXAMPLES = (
    ("foilint check drafts/2026-014.docx", "one draft"),
    ("foilint check --together letter.docx annex.docx", "a letter and its annex as one notice"),
    ("foilint check drafts --format html --output report.html", "a page for those who review them"),
    (
        "foilint check --report sarif:foilint.sarif --report github:-",
        "what a pipeline wants, of the drafts in the settings",
    ),
    ("foilint check --select public-interest --fail-on error drafts", "some rules, and only errors fail"),
)
COMMAND = Command("check", "check draft notices", "[PATH ...]", OPTIONS, run, notes=NOTES, examples=EXAMPLES)
