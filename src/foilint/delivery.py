"""Where reports go: the terminal, or files that are written whole or not at all."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator

from foilint.misuse import Misuse, nearest
from foilint.report import Verdict
from foilint.reports import FORMATS, renderer
from foilint.reports.look import PLAIN, Look
from foilint.values import NamedTuple

STDOUT = "-"

NARROWEST, USUAL, WIDEST = 40, 80, 100
"""Cells of a line on a terminal."""

LINKING: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("VTE_VERSION", lambda version: version.isdigit() and int(version) >= 5000),  # GNOME's and its kin
    ("TERM_PROGRAM", {"iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "Tabby", "rio"}.__contains__),
    ("TERM", {"xterm-kitty", "alacritty", "foot", "foot-extra", "xterm-ghostty"}.__contains__),
    ("WT_SESSION", bool),  # Windows Terminal
    ("KONSOLE_VERSION", lambda version: version.isdigit() and int(version) >= 201200),
    ("DOMTERM", bool),
)
"""What terminals that open links say of themselves. https://github.com/Alhadis/OSC8-Adoption"""


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


def default_format() -> str:
    """The report for people: "terminal" where one is there or colours are forced, else plain "text"."""
    return "terminal" if _colours() or (_is_terminal() and os.environ.get("NO_COLOR")) else "text"


def look(*, quiet: bool, statistics: bool) -> Look:
    """How standard output is looked at: colours on a terminal unless NO_COLOR, or anywhere with FORCE_COLOR."""
    return Look(colours=_colours(), quiet=quiet, statistics=statistics, width=_width(), links=_links())


def _colours() -> bool:
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or _is_terminal()


def _is_terminal() -> bool:
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def _width() -> int:
    """The cells of a line: the terminal's, within what is pleasant to read; 80 where there is none."""
    asked = os.environ.get("COLUMNS", "")
    try:
        width = int(asked) if asked.isascii() and asked.isdigit() else os.get_terminal_size(sys.stdout.fileno()).columns
    except (OSError, ValueError):  # no terminal, or a stream without a file
        width = 0
    return min(max(width, NARROWEST), WIDEST) if width else USUAL


def _links() -> bool:
    """Whether the terminal is one known to open links; there is no way to ask it. FORCE_HYPERLINK decides for it."""
    forced = os.environ.get("FORCE_HYPERLINK", "")
    if forced:
        return forced != "0"
    return _is_terminal() and any(os.environ.get(name, "") and known(os.environ[name]) for name, known in LINKING)


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
