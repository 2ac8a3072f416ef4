"""The command line: finds the command asked for, imports it alone, turns what goes wrong into one line and a status."""

import gc
import os
import sys
from importlib import import_module

from foilint import __version__
from foilint.misuse import Misuse, nearest
from foilint.options import Command, parse, usage

COMMANDS: dict[str, str] = {
    "check": "check draft notices",
    "explain": "explain a rule, or what a provision owes",
    "show": "show a notice as it was understood, or its text",
    "rules": "list every rule",
    "baseline": "hold the findings of today",
    "schema": "show or check the files foilint reads and writes",
    "review": "write a Word copy with each finding as a comment",
    "new": "write a skeleton of a notice",
    "fix": "put in the fixed wording that is owed and absent",
    "completion": "write what a shell needs to complete command lines",
}
"""Every command and what it is for, so that a list imports none; each stands in its module of foilint.commands."""

FOUND, UNUSABLE, INTERRUPTED = 1, 2, 130

SELDOM = 60_000
"""Values made before garbage is looked for: more than loading foilint and checking a letter take, for there the search
costs a fifteenth of a cold check. It finds next to nothing: a notice that is understood lets go of its lines."""


def console() -> None:
    """The console script: runs what stands on the command line, and leaves at once.

    To take apart what was loaded costs Python a sixth of a cold check, and nothing waits for it: by then reports are
    written, files closed, and processes waited for.
    """
    status = main()
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:  # nobody is there to read what is left
        status = status or FOUND
    os._exit(status)


def main() -> int:
    """Runs what stands on the command line; returns the exit status."""
    _plain_streams()
    gc.set_threshold(SELDOM)
    try:
        status = run(sys.argv[1:])
        sys.stdout.flush()
    except Misuse as error:
        return _unusable(str(error))
    except BrokenPipeError:
        _write_no_more()  # whoever read our output has seen enough
        return FOUND
    except OSError as error:
        _write_no_more()
        return _unusable(f"the report cannot be written: {error.strerror}")
    except KeyboardInterrupt:
        return INTERRUPTED
    return status


def run(words: list[str]) -> int:
    """Runs a command line without the program's name; returns the exit status. Raises Misuse."""
    if not words or words[0] in {"--help", "-h", "help"}:
        _say(_overview() if len(words) < 2 else usage(command(words[1])))
        return 0
    if words[0] in {"--version", "-V"}:
        _say(f"foilint {__version__}\n")
        return 0
    asked = command(words[0])
    arguments = parse(asked, words[1:])
    if arguments.has("--help"):
        _say(usage(asked))
        return 0
    return asked.run(arguments)


def command(name: str) -> Command:
    """The command of that name. Raises Misuse where there is none."""
    if name not in COMMANDS:
        raise Misuse(f"there is no command {name!r}{nearest(name, COMMANDS)}; see foilint --help")
    found: Command = import_module(f"foilint.commands.{name}").COMMAND
    return found


def _overview() -> str:
    rows = "".join(f"  {name:9} {summary}\n" for name, summary in COMMANDS.items())
    return f"usage: foilint COMMAND [OPTIONS]\n\n{rows}\nfoilint COMMAND --help says more of each.\n"


def _unusable(problem: str) -> int:
    sys.stderr.write(f"foilint: {problem}\n")
    return UNUSABLE


def _write_no_more() -> None:
    """Python flushes standard output once more as it ends: what is left goes nowhere, and so can fail no more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _say(words: str) -> None:
    sys.stdout.write(words)


def _plain_streams() -> None:
    """Reports are UTF-8 with plain line ends wherever they go; what cannot be written is escaped, never a crash."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
