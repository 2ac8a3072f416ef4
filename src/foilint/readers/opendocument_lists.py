"""OpenDocument's lists and outline numbers: what stands before an item or a heading, and nowhere in the text."""

from collections.abc import Iterable

from foilint.readers.nodes import Node
from foilint.readers.numerals import numeral
from foilint.values import NamedTuple

_FORMS = {
    "1": "decimal",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
    "1st": "ordinal",
}
_BULLETS = {"o": "◦", "\uf0a7": "▪"}
_BULLET = "•"
_NUMBERED = frozenset(("text:list-level-style-number", "text:outline-level-style"))
_BULLETED = frozenset(("text:list-level-style-bullet", "text:list-level-style-image"))
_PRIVATE, _PRIVATE_END = "\ue000", "\uf8ff"


class Level(NamedTuple):
    """One level of a list: a bullet, or a number in a form ("none" shows none) with what stands around it."""

    bullet: str = ""
    form: str = "none"
    prefix: str = ""
    suffix: str = ""
    shows: int = 1  # how many levels' numbers are shown
    start: int = 1
    pattern: str = ""  # "%1%.%2%)", where newer programs say it all in one


ListStyle = dict[int, Level]
Counts = dict[int, int]


def list_styles(containers: Iterable[Node]) -> dict[str, ListStyle]:
    """The list styles by name; the numbering of headings is the one named ""."""
    styles: dict[str, ListStyle] = {}
    for container in containers:
        for node in container[2]:
            if node[0] == "text:list-style":
                styles[node[1].get("style:name", "")] = _levels(node)
            elif node[0] == "text:outline-style":
                styles[""] = _levels(node)
    return styles


def _levels(node: Node) -> ListStyle:
    return {
        _number(child[1].get("text:level", ""), 1): _level(child)
        for child in node[2]
        if child[0] in _NUMBERED or child[0] in _BULLETED
    }


def _level(node: Node) -> Level:
    given = node[1]
    if node[0] in _BULLETED:
        sign = given.get("text:bullet-char", _BULLET)
        return Level(bullet=_BULLET if not sign or _PRIVATE <= sign[0] <= _PRIVATE_END else _BULLETS.get(sign, sign))
    form = given.get("style:num-format", "")
    return Level(
        form=_FORMS.get(form, "decimal") if form else "none",
        prefix=given.get("style:num-prefix", ""),
        suffix=given.get("style:num-suffix", ""),
        shows=_number(given.get("text:display-levels", ""), 1),
        start=_number(given.get("text:start-value", ""), 1),
        pattern=given.get("style:num-list-format", given.get("loext:num-list-format", "")),
    )


def next_marker(style: ListStyle, counts: Counts, at: int, start: int | None = None) -> str:
    """Count on at a level (from 1), or go to `start`, and give the marker as shown. Changes `counts`."""
    level = style.get(at, Level(_BULLET))
    if level.bullet:
        return level.bullet
    if start is not None:
        counts[at] = start
    else:
        counts[at] = counts[at] + 1 if at in counts else level.start
    for deeper in [other for other in counts if other > at]:
        del counts[deeper]
    return _shown(style, counts, at).strip()


def _shown(style: ListStyle, counts: Counts, at: int) -> str:
    level = style.get(at, Level())
    numbers = {
        upper: numeral(counts.get(upper, style.get(upper, Level()).start), style.get(upper, Level()).form)
        for upper in range(1, at + 1)
    }
    if level.pattern:
        text = level.pattern
        for upper, number in numbers.items():
            text = text.replace(f"%{upper}%", number)
        return text
    shown = [numbers[upper] for upper in range(max(1, at - level.shows + 1), at + 1) if numbers[upper]]
    return f"{level.prefix}{'.'.join(shown)}{level.suffix}" if level.form != "none" else level.prefix + level.suffix


class OpenLists:
    """The lists that are open at a point of a document, and the numbers that later ones may go on with."""

    def __init__(self, styles: dict[str, ListStyle]) -> None:
        self._styles = styles
        self._open: list[_OpenList] = []
        self._counts: dict[str, Counts] = {}  # by a list's identifier, and of the last list of each style
        self._outline: Counts = {}

    def enter(self, node: Node) -> None:
        """A text:list begins."""
        around = self._open[-1] if self._open else None
        style = node[1].get("text:style-name", "") or (around.style if around else "")
        counts = around.counts if around else self._counts_of(node, style)
        self._open.append(_OpenList(style, around.level + 1 if around else 1, counts))

    def item(self, node: Node) -> None:
        """An item or header of the innermost list begins."""
        self._open[-1].item = node if node[0] == "text:list-item" else None

    def leave(self) -> None:
        """The innermost list ends."""
        self._open.pop()

    def set_aside(self) -> list["_OpenList"]:
        """Come to a table or text box, where no list is open; returns what `resume` takes."""
        before, self._open = self._open, []
        return before

    def resume(self, before: list["_OpenList"]) -> None:
        """Go on after a table or text box."""
        self._open = before

    def marker(self, list_style: str) -> tuple[str, int]:
        """The number or bullet of a paragraph and its depth from 1; ("", 0) in no list, or later in an item.

        `list_style` is that of the paragraph's own style, for lists that name none.
        """
        current = self._open[-1] if self._open else None
        if current is None or current.item is None:
            return "", 0
        item, current.item = current.item, None
        levels = self._styles.get(current.style or list_style, {})
        shown = next_marker(levels, current.counts, current.level, _start_of(item))
        return shown, current.level if shown else 0

    def heading_marker(self, node: Node, level: int) -> tuple[str, int]:
        """The number of a heading outside lists, where the outline numbers them."""
        outline = self._styles.get("", {})
        if self._open or level not in outline or node[1].get("text:is-list-header") == "true":
            return "", 0
        shown = next_marker(outline, self._outline, level, _start_of(node))
        return shown, level if shown else 0

    def _counts_of(self, node: Node, style: str) -> Counts:
        """The numbers that a list goes on with: those of the list it continues, or none."""
        continued = node[1].get("text:continue-list", "")
        if continued and continued in self._counts:
            counts = self._counts[continued]
        elif node[1].get("text:continue-numbering") == "true":
            counts = self._counts.get(f"style {style}", {})
        else:
            counts = {}
        self._counts[node[1].get("xml:id", "")] = self._counts[f"style {style}"] = counts
        return counts


class _OpenList:
    """A list that is open: its style, level (from 1) and numbers, and the item that waits for its first paragraph."""

    def __init__(self, style: str, level: int, counts: Counts) -> None:
        self.style = style
        self.level = level
        self.counts = counts
        self.item: Node | None = None


def _number(value: str, otherwise: int) -> int:
    return int(value) if value.isdecimal() and len(value) < 6 else otherwise


def _start_of(item: Node) -> int | None:
    """The number that a list item or heading is given, if it is."""
    value = item[1].get("text:start-value", "")
    return _number(value, 1) if value else None
