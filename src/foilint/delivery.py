"""Where reports go: the terminal, or files that are written whole or not at all."""

import os
import sys
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from foilint.misuse import Misuse, nearest
from foilint.report import Verdict
from foilint.reports import FORMATS, renderer
from foilint.reports.look import PLAIN, Look

STDOUT = "-"


class Target(NamedTuple):
    """A report that was asked for: its format, and the file it goes to ("-": standard output)."""

    format: str
    file: str


def target(asked: str) -> Target:
    """A report asked for as FORMAT:FILE. Raises Misuse."""
    form, colon, file = asked.partition(":")
    if form not in FORMATS:
        raise Misuse(f"--report {asked}: there is no format {form!r}{nearest(form, FORMATS)} ({', '.join(FORMATS)})")
    if not colon or not file:
        raise Misuse(f"--report {asked}: say where it goes, as in --report {form}:FILE (- for standard output)")
    return Target(form, file)


def deliver(verdicts: Iterable[Verdict], targets: tuple[Target, ...], look: Look) -> None:
    """Writes each report. One alone is written as verdicts come; for several they are kept. Raises Misuse."""
    if len(targets) > 1:
        for each in targets:
            _see_that_it_can_be_written(each)
        verdicts = tuple(verdicts)
    for each in targets:
        pieces = renderer(each.format)(
            verdicts, look if each.file == STDOUT else PLAIN._replace(statistics=look.statistics)
        )
        if each.file == STDOUT:
            _print(pieces)
        else:
            write_whole(each.file, pieces)


def write_whole(file: str, pieces: Iterable[str]) -> None:
    """Writes a file whole or not at all: what stood there stays until the last piece is written. Raises Misuse."""
    unfinished = file if _is_no_file(file) else f"{file}.{os.getpid()}.unfinished"
    try:
        with open(unfinished, "w", encoding="utf-8", errors="backslashreplace", newline="\n") as stream:
            stream.writelines(pieces)
        if unfinished != file:
            os.replace(unfinished, file)
    except OSError as error:
        raise Misuse(f"{file} cannot be written: {error.strerror}") from None
    finally:
        if unfinished != file and os.path.exists(unfinished):
            os.remove(unfinished)


def look(*, quiet: bool, statistics: bool) -> Look:
    """How standard output is looked at: colours on a terminal unless NO_COLOR, or anywhere with FORCE_COLOR."""
    return Look(colours=_colours(), quiet=quiet, statistics=statistics)


def _colours() -> bool:
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def _print(pieces: Iterator[str]) -> None:
    for piece in pieces:
        sys.stdout.write(piece)


def _see_that_it_can_be_written(asked: Target) -> None:
    """Finds out before the work rather than after it."""
    folder = os.path.dirname(asked.file) or os.curdir
    if asked.file != STDOUT and not os.path.isdir(folder):
        raise Misuse(f"{asked.file} cannot be written: there is no folder {folder}")


def _is_no_file(file: str) -> bool:
    """Whether it is a pipe or a device: there is nothing to keep whole."""
    return os.path.exists(file) and not os.path.isfile(file) and not os.path.isdir(file)
