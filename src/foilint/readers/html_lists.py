"""The numbers and bullets that a browser puts before the items of an HTML list."""

from lxml import etree

_BULLETS = ("•", "◦", "▪")
_TYPES = {
    "lower-alpha": "a",
    "lower-latin": "a",
    "upper-alpha": "A",
    "upper-latin": "A",
    "lower-roman": "i",
    "upper-roman": "I",
}
_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_MOST = 400  # items that letters or roman numbers are made for


class ListOfItems:
    """A list that is being read."""

    def __init__(self, element: etree._Element, style: str, depth: int) -> None:
        self._ordered = element.tag == "ol"
        self._type: str = _TYPES.get(style) or element.get("type") or "1"
        self._bare = style == "none"
        self._depth = depth
        self._next = _number(element.get("start", ""), 1)

    def next_marker(self, item: etree._Element) -> str:
        """What stands before the next item."""
        if self._bare:
            return ""
        if not self._ordered:
            return _BULLETS[min(self._depth, len(_BULLETS)) - 1]
        number = _number(item.get("value", ""), self._next)
        self._next = number + 1
        return f"{_shown(number, self._type)}."


def _number(value: str, otherwise: int) -> int:
    return int(value) if value.isdecimal() and len(value) < 9 else otherwise


def _shown(number: int, kind: str) -> str:
    if kind not in ("a", "A", "i", "I") or not 0 < number < _MOST:
        return str(number)
    letters = _roman(number) if kind in "iI" else _letters(number)
    return letters.upper() if kind.isupper() else letters


def _letters(number: int) -> str:
    more, last = divmod(number - 1, 26)
    return (chr(96 + more) if more else "") + chr(97 + last)


def _roman(number: int) -> str:
    shown = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        shown += letters * count
    return shown
