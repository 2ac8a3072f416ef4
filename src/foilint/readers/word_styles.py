"""Word's styles, resolved through their inheritance: heading levels, looks, numbering."""

from foilint.document import Layer
from foilint.functional import lru_cache
from foilint.readers.look import PLAIN, Look
from foilint.readers.nodes import Node, child_of, hand_on
from foilint.readers.package import Part, unpack
from foilint.readers.word_look import TOGGLES, Properties, look_of, properties_of
from foilint.readers.word_package import PREFIXES
from foilint.readers.word_paragraph import Numbering, inherited, paragraph_properties
from foilint.values import NamedTuple

_NAME = "the part with the styles"
_QUOTES = frozenset(("quote", "intense quote"))


class Style(NamedTuple):
    """A style with all that it inherits. `level` is 1 to 9 for a heading, 0 for none."""

    identifier: str = ""
    names: tuple[str, ...] = ()  # its own and its ancestors', lower case, nearest first
    level: int = 0
    numbering: Numbering = Numbering()
    fill: str = ""
    layer: Layer | None = None  # where the style says more than "body"
    properties: Properties = {}  # of its runs, as all that it inherits sets them  # noqa: RUF012  never changed
    base: Properties = {}  # with the document's defaults  # noqa: RUF012  never changed
    look: Look = PLAIN  # what `base` amounts to


class Styles(NamedTuple):
    """The styles of a document. An unknown style counts as the default one, as in Word."""

    named: dict[str, Style]
    normal: Style  # the default paragraph style
    shaded_tables: frozenset[str]  # table styles that colour cells

    def paragraph(self, identifier: str) -> Style:
        """A paragraph style by its identifier; "" is the default one."""
        return self.named.get(identifier, self.normal)

    def look(self, base: Properties, own: Properties) -> Look:
        """How a run looks: as its paragraph, then its character style (two switches cancel), then as it says."""
        character = self.named.get(own.get("w:rStyle", ""))
        if character is None:
            return look_of(base | own)
        styled = character.properties.copy()
        if "hyperlink" in character.names:
            styled.pop("w:u", None)  # a link's underline is no emphasis
        for switch in TOGGLES:
            if styled.get(switch) and base.get(switch):
                styled[switch] = ""
        return look_of(base | styled | own)


@lru_cache(maxsize=8)
def styles_of(part: Part | None) -> Styles:
    """The styles in a part. Remembered, because the drafts of a house share their template."""
    written: dict[str, Node] = {}
    defaults: Properties = {}
    normal: list[str] = []

    def take(node: Node) -> None:
        if node[0] == "w:docDefaults":
            defaults.update(_defaults(node))
        elif node[0] == "w:style":
            identifier = node[1].get("w:styleId", "")
            written[identifier] = node
            if node[1].get("w:type") == "paragraph" and node[1].get("w:default") in {"1", "true", "on"}:
                normal.append(identifier)

    shaded: frozenset[str] = frozenset()
    if part is not None:
        data, shaded = _without_table_styles(_without_latent_styles(unpack(part, _NAME)))
        hand_on(data, _NAME, PREFIXES, 1, take)
    named = {identifier: _resolved(identifier, written, defaults) for identifier in written}
    without = Style(base=defaults, look=look_of(defaults))
    return Styles(named, named.get(normal[0], without) if normal else without, shaded)


def _without_latent_styles(data: bytes) -> bytes:
    """The styles less the list of those that are built into Word and not in use."""
    before, _, rest = data.partition(b"<w:latentStyles ")
    _, closed, after = rest.partition(b"</w:latentStyles>")
    return before + after if closed else data


def _without_table_styles(data: bytes) -> tuple[bytes, frozenset[str]]:
    """The styles less those for tables, nine tenths of some templates; and which of those colour cells."""
    kept: list[bytes] = []
    shaded: list[str] = []
    before, closing, after = data.rpartition(b"</w:styles>")
    for chunk in before.split(b"<w:style "):
        opening = chunk[: chunk.find(b">")]
        if b'w:type="table"' not in opening or not chunk.rstrip().endswith(b"</w:style>"):
            kept.append(chunk)
        elif b"<w:shd " in chunk:
            shaded.append(opening.partition(b'w:styleId="')[2].partition(b'"')[0].decode("utf-8", "replace"))
    return b"<w:style ".join(kept) + closing + after, frozenset(shaded)


def _defaults(node: Node) -> Properties:
    wrapped = child_of(node, "w:rPrDefault")
    inner = wrapped and child_of(wrapped, "w:rPr")
    return properties_of(inner) if inner else {}


def _resolved(identifier: str, written: dict[str, Node], defaults: Properties) -> Style:
    """A style with what it inherits: the nearest to say something is right."""
    names: list[str] = []
    level: int | None = None
    numbering = Numbering()
    fill = ""
    properties: Properties = {}
    for node in _ancestry(identifier, written):
        for child in node[2]:
            if child[0] == "w:name":
                names.append(child[1].get("w:val", "").lower())
            elif child[0] == "w:rPr":
                properties = properties_of(child) | properties
            elif child[0] == "w:pPr":
                own = paragraph_properties(child)
                level = own.level if level is None else level
                numbering = inherited(numbering, own.numbering)
                fill = fill or own.fill
    if level is None:
        level = next((heading for heading in map(_heading, names) if heading), 0)
    base = defaults | properties
    return Style(identifier, tuple(names), level, numbering, fill, _layer(names), properties, base, look_of(base))


def _layer(names: list[str]) -> Layer | None:
    """The layer that a style tells: a table of contents only repeats headings, a quotation is not the officer's."""
    if any(name.startswith("toc ") for name in names):
        return Layer.FURNITURE
    return None if _QUOTES.isdisjoint(names) else Layer.QUOTED


def _ancestry(identifier: str, written: dict[str, Node]) -> list[Node]:
    """A style and those that it is based on, nearest first. A circle is cut."""
    found: dict[str, Node] = {}
    while identifier in written and identifier not in found:
        found[identifier] = written[identifier]
        based_on = child_of(written[identifier], "w:basedOn")
        identifier = based_on[1].get("w:val", "") if based_on else ""
    return list(found.values())


def _heading(name: str) -> int:
    """The level that a built-in heading style stands for: "heading 2" is 2, "title" 1."""
    if name == "title":
        return 1
    digit = name.removeprefix("heading ")
    return int(digit) if digit != name and len(digit) == 1 and digit in "123456789" else 0
