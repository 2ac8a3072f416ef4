"""Word's automatic numbers, which stand nowhere in the text: "31.", "(a)", "3.1.2", "•"."""

from foilint.functional import lru_cache
from foilint.readers.nodes import Node, child_of, root_of
from foilint.readers.numerals import numeral
from foilint.readers.package import Part, unpack
from foilint.readers.word_package import PREFIXES
from foilint.readers.word_paragraph import Numbering
from foilint.readers.word_styles import Style, Styles
from foilint.values import NamedTuple

_NAME = "the part with the lists"
_LEVELS = 9
_BULLET = "•"
_BULLETS = {"o": "◦", "\uf0a7": "▪"}  # what the letter o in Courier and a number in Wingdings look like


class Level(NamedTuple):
    """One level of a list."""

    start: int = 1
    form: str = "decimal"
    shown: str = ""  # "%1.%2", or a bullet
    restarts_after: int | None = None  # the level (from 1) whose number starts this one anew; 0 none, None every higher
    legal: bool = False  # all numbers in figures, whatever their own form
    style: str = ""  # the paragraph style tied to this level


class List(NamedTuple):
    """A w:num: the abstract list whose numbers it continues, its levels, and the numbers at which it starts anew."""

    abstract: str
    levels: dict[int, Level]
    restarts: dict[int, int]


@lru_cache(maxsize=8)
def lists_of(part: Part | None) -> dict[str, List]:
    """The lists of a document by their number. Remembered as the styles are."""
    if part is None:
        return {}
    root = root_of(unpack(part, _NAME), _NAME, PREFIXES)
    abstracts = {node[1].get("w:abstractNumId", ""): node for node in root[2] if node[0] == "w:abstractNum"}
    linked = {_value(node, "w:styleLink"): key for key, node in abstracts.items() if child_of(node, "w:styleLink")}
    lists: dict[str, List] = {}
    for node in root[2]:
        if node[0] == "w:num":
            abstract = _value(node, "w:abstractNumId")
            abstract = linked.get(_value(abstracts.get(abstract, node), "w:numStyleLink"), abstract)
            levels = _levels(abstracts[abstract]) if abstract in abstracts else {}
            restarts: dict[int, int] = {}
            for override in node[2]:
                if override[0] == "w:lvlOverride":
                    at = _number(override[1].get("w:ilvl", ""), 0)
                    levels |= _levels(override)
                    if child_of(override, "w:startOverride"):
                        restarts[at] = _number(_value(override, "w:startOverride"), 1)
            lists[node[1].get("w:numId", "")] = List(abstract, levels, restarts)
    return lists


def _levels(node: Node) -> dict[int, Level]:
    return {_number(child[1].get("w:ilvl", ""), 0): _level(child) for child in node[2] if child[0] == "w:lvl"}


def _level(node: Node) -> Level:
    restart = child_of(node, "w:lvlRestart")
    legal = child_of(node, "w:isLgl")
    picture = child_of(node, "w:lvlPicBulletId")
    return Level(
        start=_number(_value(node, "w:start"), 0 if child_of(node, "w:start") is None else 1),
        form="bullet" if picture else _form(node),
        shown=_BULLET if picture else _value(node, "w:lvlText"),
        restarts_after=None if restart is None else _number(restart[1].get("w:val", ""), 0),
        legal=legal is not None and legal[1].get("w:val", "1") not in {"0", "false", "off"},
        style=_value(node, "w:pStyle"),
    )


def _form(node: Node) -> str:
    """The form of a level's numbers; a form that only newer versions know stands inside mc:AlternateContent."""
    for child in node[2]:
        if child[0] == "mc:AlternateContent":
            fallback = child_of(child, "mc:Fallback")
            if fallback and child_of(fallback, "w:numFmt"):
                return _value(fallback, "w:numFmt")
    return _value(node, "w:numFmt") or "decimal"


def _value(node: Node, name: str) -> str:
    child = child_of(node, name)
    return child[1].get("w:val", "") if child else ""


def _number(value: str, otherwise: int) -> int:
    return int(value) if value.isdecimal() and len(value) < 6 else otherwise


class Counter:
    """Counts the numbered paragraphs of one document, in order."""

    def __init__(self, lists: dict[str, List], styles: Styles) -> None:
        self._lists = lists
        self._styles = styles
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()

    def marker(self, own: Numbering, style: Style) -> tuple[str, int]:
        """The number or bullet of the next paragraph, as shown, and its depth from 1; ("", 0) in no list."""
        number = own.number or style.numbering.number
        found = self._lists.get(number)
        if found is None:
            return "", 0
        at = own.level
        if at is None:
            at = style.numbering.level
        if at is None or (not own.number and own.level is None):
            at = next((key for key, level in found.levels.items() if level.style == style.identifier), at or 0)
        at = min(at, _LEVELS - 1)
        counts = self._count(number, found, at)
        shown = _shown(found.levels, counts, at)
        return shown, at + 1 if shown else 0

    def _count(self, number: str, found: List, at: int) -> dict[int, int]:
        """Advance a list at a level; lists that share an abstract one share its numbers."""
        counts = self._counts.setdefault(found.abstract, {})
        if at in found.restarts and (number, at) not in self._begun:
            counts[at] = found.restarts[at]
        elif at in counts:
            counts[at] += 1
        else:
            counts[at] = found.levels.get(at, Level()).start
        self._begun.add((number, at))
        for deeper in [level for level in counts if level > at]:
            after = found.levels.get(deeper, Level()).restarts_after
            if after is None or at + 1 <= after:
                del counts[deeper]
        return counts


def _shown(levels: dict[int, Level], counts: dict[int, int], at: int) -> str:
    """The marker of a paragraph as Word shows it."""
    level = levels.get(at, Level())
    if level.form == "bullet":
        shown = _BULLETS.get(level.shown, level.shown).strip()
        return _BULLET if not shown or "\ue000" <= shown[0] <= "\uf8ff" else shown
    text = level.shown
    for upper in range(at + 1):
        if f"%{upper + 1}" in text:
            counted = levels.get(upper, Level())
            form = "decimal" if level.legal else counted.form
            text = text.replace(f"%{upper + 1}", numeral(counts.get(upper, counted.start), form))
    return text.strip()
