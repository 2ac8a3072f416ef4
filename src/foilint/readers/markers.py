"""The numbers and bullets that people type before the items of a list."""

from collections.abc import Sequence

from foilint.values import NamedTuple

BULLETS = frozenset("•●○◦⦁·▪■□‣∙–—-*+|o§Ø\uf0b7\uf0a7\uf0d8\uf0fc➢➤►✓")
_DASHES = frozenset("-–—*+o|")  # these stand inside sentences too
_HIGHEST = 20  # of a number that may open a list in the middle: provisions of a statute are higher
_DOUBTFUL = frozenset(("a.", "A."))  # "s. 31", "J. Smith"
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_LONGEST = 9  # "(xxxviii)", "10.11.12."


class Marker(NamedTuple):
    """A number or bullet as typed. `values` are what it may count as: "(i)" is the first roman, the ninth letter."""

    shown: str
    style: str  # "•", "(1)", "1.", "a)", "A.": items of one list share it
    values: tuple[int, ...] = ()

    @property
    def first(self) -> bool:
        """Whether it can open a list."""
        return not self.values or self.values[-1] == 1

    def follows(self, other: "Marker") -> bool:
        """Whether it comes next after `other` in one list."""
        return self.style == other.style and (
            not self.values or any(value - 1 in other.values for value in self.values)
        )


OpenItem = tuple[Marker, int]  # the last item of a list, and the column it stands at, or _RESTING
_RESTING = -1  # a paragraph that is no item has stood since: the list may go on, but nothing is nested in it any more


def is_item(marker: Marker, column: int, opened: Sequence[OpenItem], before: str | None) -> bool:
    """Whether a line opens with the marker of an item, rather than with words that look like one.

    `before` is the line before where the line might go on with its sentence, None where it starts something new.
    """
    if marker.style in BULLETS:
        return (
            before is None
            or marker.style not in _DASHES
            or any(other.style == marker.style and abs(place - column) < 2 for other, place in opened)
        )
    follows = any(marker.follows(other) for other, _ in opened)
    if before is not None:
        return follows or (marker.first and before.endswith(":"))
    if marker.style in _DOUBTFUL or marker.values[0] > _HIGHEST:
        return follows or marker.first
    return True


def with_item(opened: Sequence[OpenItem], marker: Marker, column: int) -> tuple[OpenItem, ...]:
    """The lists that are open at an item, outermost first: its depth is their number."""
    bullet = marker.style in BULLETS
    for at in range(len(opened) - 1, -1, -1):
        other, place = opened[at]
        if marker.follows(other) and (not bullet or _is_level(place, column)):
            return (*opened[:at], (marker, column))
    kept = [item for item in opened if item[1] != _RESTING]
    while bullet and kept and kept[-1][0].style in BULLETS and kept[-1][1] > column:
        kept.pop()
    for at, (other, _) in enumerate(kept):
        if not bullet and other.style == marker.style and not (marker.first and len(marker.values) > 1):
            return (*kept[:at], (marker, column))
    return (*kept, (marker, column))


def resting(opened: Sequence[OpenItem]) -> tuple[OpenItem, ...]:
    """The lists that may go on after a paragraph that is no item."""
    return tuple([(marker, _RESTING) for marker, _ in opened]) if opened else ()


def _is_level(place: int, column: int) -> bool:
    return place == _RESTING or abs(place - column) < 2


def marker_of(text: str) -> Marker | None:
    """The marker that opens `text`, if something follows it."""
    first = text[:1]
    if not (first in BULLETS or first == "(" or first.isdecimal() or text[1:2] in (".", ")") or first in "ivxIVXQ"):
        return None
    token, space, rest = text[: _LONGEST + 2].partition(" ")
    if not space:
        return None
    return Marker(token, token) if token in BULLETS else _numbered(token, rest)


def _numbered(token: str, rest: str) -> Marker | None:
    """A number or letter with its brackets or stop: "1.", "(a)", "iv)", "Q3."; "2.1" only before a capital."""
    inner = token.strip("().:")
    before, _, after = token.partition(inner) if inner else ("", "", token)
    if not inner or (before, after) not in _AROUND:
        return None
    if inner[0] == "Q" and inner[1:].isdecimal():
        return Marker(token, "Q", (int(inner[1:]),))
    if inner.isdecimal() and len(inner) <= 3 and after:
        return Marker(token, f"{before}1{after}", (int(inner),))
    parts = inner.split(".")
    numbers = len(parts) > 1 and all(part.isdecimal() and len(part) < 3 for part in parts)
    if numbers and not before and (after or rest[:1].isupper()):
        return Marker(token, f"{'.'.join(parts[:-1])}.1", (int(parts[-1]),))
    if not after or after == ":":
        return None
    values = _letter_values(inner.lower())
    return Marker(token, f"{before}{'a' if inner.islower() else 'A'}{after}", values) if values else None


_AROUND = {("", "."), ("", ")"), ("(", ")"), ("", ""), ("", ":"), ("(", ")."), ("", ".)")}


def _letter_values(letters: str) -> tuple[int, ...]:
    values: list[int] = []
    if len(letters) == 1 and "a" <= letters <= "z":
        values.append(ord(letters) - 96)
    if letters.strip("ivxlc") == "":
        numbers = [_ROMAN[letter] for letter in letters]
        values.append(sum(-n if n < max(numbers[at:]) else n for at, n in enumerate(numbers)))
    return tuple(values)
