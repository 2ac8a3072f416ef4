"""Patterns of paths: `*` and `?` within a name, `[abc]`, and `**` across folders, as in .gitignore and shells.

Matched by hand in time that grows with the product of the two lengths at most: a pattern cannot make a run slow.
"""

from collections.abc import Callable

WILD = "*?["


def matches(pattern: str, path: str) -> bool:
    """Whether a pattern matches a whole path, both with forward slashes."""
    return _sequence(pattern.split("/"), path.split("/"), "**", name_matches)


def name_matches(pattern: str, name: str) -> bool:
    """Whether a pattern matches one name."""
    return _sequence(_signs(pattern), list(name), "*", _character)


def _sequence(pattern: list[str], items: list[str], star: str, one: Callable[[str, str], bool]) -> bool:
    """Whether items match a pattern whose `star` stands for any number of them; one place to go back to is enough."""
    at = where = 0
    back = resume = -1
    while where < len(items):
        if at < len(pattern) and pattern[at] == star:
            back, resume = at, where
            at += 1
        elif at < len(pattern) and one(pattern[at], items[where]):
            at += 1
            where += 1
        elif back >= 0:
            at, resume = back + 1, resume + 1
            where = resume
        else:
            return False
    return all(each == star for each in pattern[at:])


def _signs(pattern: str) -> list[str]:
    signs: list[str] = []
    at = 0
    while at < len(pattern):
        end = pattern.find("]", at + 2) if pattern[at] == "[" else -1
        length = end - at + 1 if end > 0 else 2 if pattern[at] == "\\" and at + 1 < len(pattern) else 1
        sign = pattern[at : at + length]
        if not (sign == "*" and signs[-1:] == ["*"]):
            signs.append(sign)
        at += length
    return signs


def _character(sign: str, character: str) -> bool:
    if sign == "?":
        return True
    if sign[0] == "\\" and len(sign) == 2:
        return sign[1] == character
    if sign[0] == "[" and len(sign) > 2:
        return _in_set(sign[1:-1], character)
    return sign == character


def _in_set(members: str, character: str) -> bool:
    wanted = members[0] not in "!^"
    members = members if wanted else members[1:]
    at = 0
    while at < len(members):
        if members[at + 1 : at + 2] == "-" and at + 2 < len(members):
            if members[at] <= character <= members[at + 2]:
                return wanted
            at += 3
        elif members[at] == character:
            return wanted
        else:
            at += 1
    return not wanted
