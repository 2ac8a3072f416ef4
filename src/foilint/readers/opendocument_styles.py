"""OpenDocument's styles, resolved through their inheritance: looks, backgrounds, what is hidden, pages in use."""

from collections.abc import Iterable, Iterator

from foilint.document import Layer
from foilint.readers.look import PLAIN, SMALLEST, Look
from foilint.readers.nodes import Node
from foilint.values import NamedTuple

Properties = dict[str, str]

_LOOKS = frozenset(
    (
        "fo:font-weight",
        "style:text-underline-style",
        "fo:text-transform",
        "text:display",
        "fo:color",
        "fo:font-size",
        "fo:background-color",
    )
)
_NAMES = ("style:name", "style:display-name", "style:parent-style-name")
_LINKS = frozenset(("internet link", "visited internet link"))
_QUOTES = frozenset(("quotations", "quote", "intense quote"))
_BOLD = 600


class Style(NamedTuple):
    """A style with all that it inherits."""

    names: frozenset[str] = frozenset()  # its own and its ancestors', lower case
    properties: Properties = {}  # of its words  # noqa: RUF012  never changed
    look: Look = PLAIN
    fill: str = ""  # the colour behind a paragraph or in a cell
    list_style: str = ""
    hidden: bool = False  # of a section

    @property
    def layer(self) -> Layer | None:
        """The layer that the style tells, if it says more than "body"."""
        return None if _QUOTES.isdisjoint(self.names) else Layer.QUOTED

    @property
    def level(self) -> int:
        """The level of the heading style that it is or inherits from; 1 for a title, 0 for none."""
        levels = [int(name[-1]) for name in self.names if name[:-1] == "heading " and name[-1].isdecimal()]
        return min(levels, default=int("title" in self.names))


class Styles:
    """The styles of a document, by family and name; automatic ones too."""

    def __init__(self, containers: Iterable[Node]) -> None:
        self._written: dict[tuple[str, str], Node] = {}
        self._defaults: dict[str, Node] = {}
        self._known: dict[tuple[str, str], Style] = {}
        self.pages: set[str] = {"Standard"}  # the page styles that something uses
        for container in containers:
            for node in container[2]:
                self._take(node)

    def _take(self, node: Node) -> None:
        family = node[1].get("style:family", "")
        if node[0] == "style:style":
            self._written[family, node[1].get("style:name", "")] = node
            page = node[1].get("style:master-page-name", "")
            if page:
                self.pages.add(page)
        elif node[0] == "style:default-style":
            self._defaults[family] = node

    def style(self, family: str, name: str) -> Style:
        """A style; one that nobody wrote is the default."""
        known = self._known.get((family, name))
        if known is None:
            known = self._known[family, name] = self._resolved(family, name)
        return known

    def look(self, base: Style, span: Style) -> Look:
        """How words look in a span of a paragraph."""
        own = span.properties
        if not _LINKS.isdisjoint(span.names):
            own = {key: value for key, value in own.items() if key != "style:text-underline-style"}
        return look_of(base.properties | own) if own else base.look

    def _resolved(self, family: str, name: str) -> Style:
        names: set[str] = set()
        properties: Properties = {}
        fill = list_style = ""
        hidden = False
        for node in self._ancestry(family, name):
            names |= {node[1].get(key, "").replace("_20_", " ").lower() for key in _NAMES}
            list_style = list_style or node[1].get("style:list-style-name", "")
            for kind, attributes, _ in node[2]:
                if kind == "style:text-properties":
                    properties = _properties(attributes) | properties
                elif kind in {"style:paragraph-properties", "style:table-cell-properties"}:
                    fill = fill or colour_of(attributes.get("fo:background-color", ""))
                elif kind == "style:section-properties":
                    hidden = hidden or attributes.get("text:display") == "none"
        return Style(frozenset(names), properties, look_of(properties), fill, list_style, hidden)

    def _ancestry(self, family: str, name: str) -> Iterator[Node]:
        """A style, those that it inherits from, nearest first, and the default of its family. A circle is cut."""
        seen: set[str] = set()
        while (family, name) in self._written and name not in seen:
            seen.add(name)
            node = self._written[family, name]
            yield node
            name = node[1].get("style:parent-style-name", "")
        if family in self._defaults and family != "text":
            yield self._defaults[family]


def _properties(attributes: dict[str, str]) -> Properties:
    """What a style says of words; a colour that is left to the program is ""."""
    given = {key: value for key, value in attributes.items() if key in _LOOKS}
    if attributes.get("style:use-window-font-color") == "true":
        given["fo:color"] = ""
    return given


def look_of(given: Properties) -> Look:
    """The look that the properties of words amount to."""
    weight = given.get("fo:font-weight", "")
    bold = weight == "bold" or (weight.isdecimal() and int(weight[:4]) >= _BOLD)
    underlined = given.get("style:text-underline-style", "none") != "none"
    capitals = given.get("fo:text-transform") == "uppercase"
    hidden = given.get("text:display") == "none"
    colour = colour_of(given.get("fo:color", ""))
    fill = colour_of(given.get("fo:background-color", ""))
    size = _half_points(given.get("fo:font-size", ""))
    needs_care = hidden or 0 < size <= SMALLEST or bool(colour or fill)
    return Look(bold or underlined or capitals, needs_care, hidden, colour, size, "", fill)


def colour_of(written: str) -> str:
    """A colour as six hexadecimal digits; "" for none."""
    return written[1:].upper() if written.startswith("#") else ""


def _half_points(size: str) -> int:
    """A size in half points, rounded up; 0 where it is relative or in another unit."""
    number = size.removesuffix("pt")
    if number == size or not number.replace(".", "", 1).isdecimal() or len(number) > 8:
        return 0
    return -int(-2 * float(number) // 1)
