"""Examples of faults: whole notices from fixtures/, each beside one that differs from it by the fault alone.

A wheel carries them in the package; a checkout has them at its root. They are what the tests check, so what `explain`
shows is what foilint does.
"""

import os
from collections.abc import Iterator
from difflib import ndiff

from foilint.document import Unreadable
from foilint.readers import read
from foilint.reports.reading import reading
from foilint.values import NamedTuple

_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
_CARRIED = os.path.join(_PACKAGE, "fixtures")
_CHECKOUT = os.path.normpath(os.path.join(_PACKAGE, "..", "..", "fixtures"))
TOLD = ".findings"


class Example(NamedTuple):
    """A notice with a fault: its name, what foilint says of the fault, and what the sound one has instead."""

    name: str
    told: tuple[str, ...]  # lines of the text report
    changes: tuple[str, ...]  # lines that only one of the two has: "- " in the notice with the fault, "+ " without


def example(rule: str) -> Example | None:
    """An example of the fault that a rule finds; None where there is none."""
    folder = os.path.join(_fixtures(), "bad", rule)
    names = sorted(os.listdir(folder)) if os.path.isdir(folder) else []
    for name in names:
        sound = os.path.join(_fixtures(), "good", rule, name)
        if name + TOLD in names and os.path.isfile(sound):
            faulty = os.path.join(folder, name)
            return Example(name, tuple(_told(faulty + TOLD, rule)), tuple(_changes(_lines(faulty), _lines(sound))))
    return None


def _fixtures() -> str:
    return _CARRIED if os.path.isdir(_CARRIED) else _CHECKOUT


def _told(file: str, rule: str) -> Iterator[str]:
    """What the text report says of a rule: the line that names it, and those that stand deeper below that."""
    with open(file, encoding="utf-8") as stream:
        lines = stream.read().splitlines()
    speaks = False
    for line in lines:
        if not line.startswith("    "):
            words = line.replace(",", " ").split()
            speaks = line.startswith("  ") and words[1:2] == [rule]
        if speaks:
            yield line


def _lines(file: str) -> list[str]:
    """A notice as read; nothing where it cannot be read, which may be the fault."""
    with open(file, "rb") as stream:
        data = stream.read()
    try:
        document = read(data, file)
    except Unreadable:
        return []
    return [line for piece in reading(document, without=frozenset()) for line in piece.splitlines() if line]


def _changes(faulty: list[str], sound: list[str]) -> Iterator[str]:
    yield from (line for line in ndiff(faulty, sound) if line[0] in "+-")
