"""What commands that check drafts have in common: their options, and the drafts judged as the arguments ask."""

import sys
import time
from collections.abc import Iterable, Iterator

from foilint import wishes
from foilint.batch import check_units
from foilint.lint import check_bytes
from foilint.misuse import Misuse
from foilint.notice import Kind
from foilint.options import Arguments, Option
from foilint.plan import Planned, plan, plan_named, plan_together
from foilint.report import Verdict
from foilint.reports import SHOW_THE_DRAFT
from foilint.wishes import Wishes

STDIN = "-"
LONG = 200
"""From so many drafts on, a terminal is told how far the run is."""
STEP = 50

TODAY = Option(("--today",), "DATE", "the day on which allowances are judged, as 2027-01-01")
OPTIONS = (
    Option(("--select",), "RULES", "ask only these rules or families, separated by commas"),
    Option(("--ignore",), "RULES", "do not ask these rules or families"),
    Option(("--template",), "NAME-OR-FILE", "the house template, over the settings"),
    Option(("--regime",), "REGIME", "the law, where the text should not tell: foia2000, eir2004 ..."),
    Option(("--kind",), "KIND", "the kind of notice, where the text should not tell", tuple(map(str, Kind))),
    Option(("--together",), "", "take all files as one notice: a letter and its annexes"),
    Option(("--stdin-filename",), "PATH", "what the draft on standard input (-) is called"),
    Option(("--jobs", "-j"), "N", "processes at most; usually one for each processor"),
    Option(("--settings",), "FILE", "these settings, in place of the nearest .foilint.yaml"),
)

Judged = Iterator[tuple[Planned, tuple[Verdict, ...]]]
"""What was planned, and the verdicts on it."""


def judged(arguments: Arguments, formats: Iterable[str] = ()) -> Judged:
    """The verdicts on what the arguments name, unit by unit. Everything is planned before anything is checked.

    They come as the reports in `formats` need them. Raises Misuse where arguments or settings cannot be used.
    """
    wished, paths = wishes_of(arguments), arguments.operands
    wished = wished._replace(transcribed=not SHOW_THE_DRAFT.isdisjoint(formats))
    if STDIN in paths:
        return _standard_input(arguments, wished)
    planned = plan_together(paths, wished) if arguments.has("--together") else plan(paths, wished)
    verdicts = check_units([each.unit for each in planned], _jobs(arguments))
    return zip(planned, _shown(verdicts, len(planned)), strict=True)


def wishes_of(arguments: Arguments) -> Wishes:
    """What the arguments ask for, over what the settings say. Raises Misuse."""
    words = {name: arguments.last(f"--{name}") for name in ("settings", "template", "regime", "kind")}
    return wishes.wishes(**words, select=_rules(arguments, "--select"), ignore=_rules(arguments, "--ignore"))


def day(arguments: Arguments) -> str:
    """The day on which allowances are judged: the one asked for, else today's. Raises Misuse."""
    asked_for = arguments.last("--today")
    if not asked_for:
        return time.strftime("%Y-%m-%d")
    from datetime import date  # only where a day is given

    try:
        return date.fromisoformat(asked_for).isoformat()
    except ValueError:
        raise Misuse(f"--today: {asked_for!r} is no date; write it as 2027-01-01") from None


def _rules(arguments: Arguments, name: str) -> frozenset[str]:
    return frozenset(word.strip() for value in arguments.each(name) for word in value.split(",") if word.strip())


def _standard_input(arguments: Arguments, wished: Wishes) -> Judged:
    if arguments.operands != (STDIN,):
        raise Misuse("- (standard input) is checked alone; leave the other files out")
    planned = plan_named(arguments.last("--stdin-filename") or "<stdin>", wished)
    return iter([(planned, check_bytes(sys.stdin.buffer.read(), planned.unit.paths[0], planned.unit.terms))])


def _jobs(arguments: Arguments) -> int:
    asked = arguments.last("--jobs", "0")
    if not asked.isascii() or not asked.isdigit():
        raise Misuse(f"--jobs: {asked!r} is not a whole number; 0 means one process for each processor")
    return int(asked)


def _shown(verdicts: Iterator[tuple[Verdict, ...]], total: int) -> Iterator[tuple[Verdict, ...]]:
    """The verdicts as they come; a terminal that does not see the report itself is told how far a long run is."""
    if total < LONG or not sys.stderr.isatty() or sys.stdout.isatty():
        yield from verdicts
        return
    for count, each in enumerate(verdicts, start=1):
        if count % STEP == 0:
            sys.stderr.write(f"\r{count} of {total} drafts")
        yield each
    sys.stderr.write("\r\x1b[K")
