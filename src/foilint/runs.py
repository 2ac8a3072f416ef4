"""How the files of statutes write many provisions at once: (a)-(d), (b)(i)-(iii), 23A(3)(a)-(p)."""

import re

from foilint.provision import Path, path_of

PROVISION = re.compile(r"\d+[A-Za-z]*(\([0-9A-Za-z]+\))*")
STEPS = re.compile(r"(?P<path>(\([0-9A-Za-z]+\))+)(-\((?P<last>[a-z]+)\))?")

_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")
_LETTERS = tuple("abcdefghijklmnopqrstuvwxyz")


def checked(provision: str) -> Path:
    """The steps of one provision. ValueError, with what to say, where it is not written as one."""
    if not PROVISION.fullmatch(provision):
        raise ValueError(f"{provision!r} is not written as a provision, such as 12(3A)(b)")
    return path_of(provision)


def steps(run: str) -> tuple[Path, ...]:
    """The steps of "(b)(i)-(iii)", each after those it stands below. ValueError as above."""
    shape = STEPS.fullmatch(run)
    if not shape:
        raise ValueError(f"{run!r} is not written as steps, such as (a), (a)-(d) or (b)(i)-(iii)")
    *stem, first = path_of(shape["path"])[1:]
    last = shape["last"] or first
    order = _ROMAN if first == "i" and last in _ROMAN else _LETTERS
    if not shape["last"]:
        tips: tuple[str, ...] = (first,)
    elif first in order and last in order[order.index(first) :]:
        tips = order[order.index(first) : order.index(last) + 1]
    else:
        raise ValueError(f"{run!r} runs from no step to a later one")
    return tuple(dict.fromkeys(path for tip in tips for path in with_stems((*stem, tip))))


def provisions(run: str) -> tuple[Path, ...]:
    """The provisions of "23A(3)(a)-(p)", each after those it stands below. ValueError as above."""
    number, bracket, rest = run.partition("(")
    own = checked(number)
    return (own, *(own + path for path in steps(bracket + rest))) if rest else (own,)


def with_stems(path: Path) -> tuple[Path, ...]:
    """A provision after all that it stands below."""
    return tuple(path[:end] for end in range(1, len(path) + 1))
