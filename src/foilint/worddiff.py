"""How a paragraph differs from an approved one, word by word; spaces and quotes are not looked at."""

from collections import Counter
from difflib import SequenceMatcher

from foilint.linear import plain

LONGEST = 600
"""Words. Comparing takes the square of the length, so what is longer is said to differ without saying how."""
MOST = 5
"""Differences that are told; there are rarely more before it is another paragraph altogether."""


def words(text: str) -> list[str]:
    """The words of a text."""
    return plain(text).replace('"', "").replace("'", "").split()


def holds(text: list[str], approved: list[str]) -> bool:
    """Whether the approved words stand in a text, one after the other."""
    return f" {' '.join(approved)} " in f" {' '.join(text)} "


def likeness(text: list[str], approved: list[str]) -> float:
    """The share of words that two texts have in common, from 0 to 1, whatever their order."""
    shared = (Counter(text) & Counter(approved)).total()
    return 2 * shared / max(1, len(text) + len(approved))


def difference(text: list[str], approved: list[str]) -> str:
    """What a text has otherwise than the approved one: 'has "may" for "can"; leaves out "either" after "be taken"'."""
    if len(text) > LONGEST or len(approved) > LONGEST:
        return "is too long to say where"
    steps = SequenceMatcher(None, approved, text, autojunk=False).get_opcodes()
    told = [
        _told(approved, text, step)
        for step in steps
        if step[0] != "equal" and not (step[0] == "insert" and step[1] in (0, len(approved)))
    ]
    more = [f"and {len(told) - MOST} more"] if len(told) > MOST else []
    return "; ".join([*told[:MOST], *more])


def _told(approved: list[str], text: list[str], step: tuple[str, int, int, int, int]) -> str:
    tag, start, end, begin, stop = step
    before = " ".join(approved[max(0, start - 3) : start])
    after = f' after "{before}"' if before else " at the start"
    if tag == "replace":
        return f'has "{" ".join(text[begin:stop])}" for "{" ".join(approved[start:end])}"{after}'
    if tag == "delete":
        return f'leaves out "{" ".join(approved[start:end])}"{after}'
    return f'adds "{" ".join(text[begin:stop])}"{after}'
