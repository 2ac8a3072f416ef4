"""OpenDocument texts (.odt, .ott, flat .fodt): what is printed, and what leaks beside it."""

from collections.abc import Iterator

from foilint.document import Document, Layer, Mark, MarkKind, Unreadable
from foilint.readers.nodes import Node, child_of, root_of, words_of
from foilint.readers.opendocument_lists import ListStyle, list_styles
from foilint.readers.opendocument_story import Story
from foilint.readers.opendocument_styles import Styles
from foilint.readers.opendocument_text import Change, Flow
from foilint.readers.package import open_package
from foilint.readers.stories import gathered
from foilint.values import NamedTuple

_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
PREFIXES = {
    f"{_OASIS}:office:1.0": "office",
    f"{_OASIS}:style:1.0": "style",
    f"{_OASIS}:text:1.0": "text",
    f"{_OASIS}:table:1.0": "table",
    f"{_OASIS}:drawing:1.0": "draw",
    f"{_OASIS}:xsl-fo-compatible:1.0": "fo",
    f"{_OASIS}:svg-compatible:1.0": "svg",
    f"{_OASIS}:meta:1.0": "meta",
    "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0": "loext",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://www.w3.org/1999/xlink": "xlink",
    "http://www.w3.org/XML/1998/namespace": "xml",
}
"""The namespaces of OpenDocument and the prefix that everybody gives each."""

_CHANGES = {"text:insertion": MarkKind.INSERTION, "text:deletion": MarkKind.DELETION}
_PAGES = {  # the element of a page style: the part's layer and name
    "style:header-first": (Layer.HEADER, "first-page header"),
    "style:header": (Layer.HEADER, "header"),
    "style:header-left": (Layer.HEADER, "even-page header"),
    "style:footer-first": (Layer.FOOTER, "first-page footer"),
    "style:footer": (Layer.FOOTER, "footer"),
    "style:footer-left": (Layer.FOOTER, "even-page footer"),
}
_WHO = {"meta:initial-creator": "author", "dc:creator": "last editor", "meta:printed-by": "printed by"}
_NAMES_NOBODY = frozenset(("", "python-docx", "unknown", "un-named"))
_TECHNICAL = frozenset(("AppVersion", "DocSecurity", "HyperlinksChanged", "LinksUpToDate", "ScaleCrop", "ShareDoc"))


def read_opendocument(data: bytes, path: str) -> Document:
    """The draft in an OpenDocument text: headers, the body, notes in order, footers.

    Raises Unreadable, with cause and advice, where the file is damaged, encrypted, no text, or over a limit.
    """
    roots = _roots_of(data)
    text = next(
        (text for body in _parts(roots, "office:body") for text in [child_of(body, "office:text")] if text), None
    )
    if text is None:
        raise Unreadable("it is an OpenDocument file, but no text", "save the letter as a text document (.odt)")
    containers = [*_parts(roots, "office:styles"), *_parts(roots, "office:automatic-styles")]
    reading = _Reading(Styles(containers), list_styles(containers), _changes(text))
    body = reading.story(Layer.BODY, "", text)
    masters = [page for container in _parts(roots, "office:master-styles") for page in container[2]]
    pages = [reading.story(*page) for page in _once(_shown(masters, reading.styles.pages))]
    notes = [reading.story(Layer.NOTE, name, note) for name, note in _numbered(body.flow.notes)]
    headers = [story for story in pages if story.layer is Layer.HEADER]
    footers = [story for story in pages if story.layer is Layer.FOOTER]
    blocks, marks = gathered([*headers, body, *notes, *footers])
    return Document(path, "odt", tuple(blocks), (*marks, *_properties(roots)))


class _Reading(NamedTuple):
    """What the parts of a document share."""

    styles: Styles
    lists: dict[str, ListStyle]
    changes: dict[str, Change]

    def story(self, layer: Layer, name: str, node: Node) -> Story:
        """Read one part."""
        story = Story(Flow(self.styles, self.changes), self.lists, layer, name)
        story.content(node[2])
        return story


def _numbered(notes: list[tuple[str, Node]]) -> Iterator[tuple[str, Node]]:
    """The footnotes, then the endnotes, with their names."""
    for kind in ("footnote", "endnote"):
        for number, node in enumerate([node for noted, node in notes if noted == kind], 1):
            yield f"{kind} {number}", node


def _roots_of(data: bytes) -> list[Node]:
    """The roots of the parts of a package, or the one root of a flat file."""
    if not data.startswith(b"PK"):
        return [root_of(data, "the document", PREFIXES)]
    package = open_package(data)
    manifest = package.read("META-INF/manifest.xml") or b""
    if b"encryption-data" in manifest or "encrypted-package" in package.entries:
        raise Unreadable("it is encrypted", "save it without a password first")
    contents = {name: package.read(name) for name in ("content.xml", "styles.xml", "meta.xml")}
    return [root_of(content, name, PREFIXES) for name, content in contents.items() if content]


def _parts(roots: list[Node], name: str) -> Iterator[Node]:
    for root in roots:
        for child in root[2]:
            if child[0] == name:
                yield child


def _changes(text: Node) -> dict[str, Change]:
    """The tracked changes of a text, by identifier."""
    changes: dict[str, Change] = {}
    regions = child_of(text, "text:tracked-changes")
    for region in regions[2] if regions else ():
        for node in region[2]:
            info = child_of(node, "office:change-info")
            creator = child_of(info, "dc:creator") if info else None
            author = words_of(creator).strip() if creator else ""
            gone = "\n".join(words_of(child) for child in node[2] if child[0] not in {"", "office:change-info"})
            change = Change(_CHANGES.get(node[0]), author, gone)
            if node[0] in _CHANGES:
                changes |= dict.fromkeys((region[1].get("text:id", ""), region[1].get("xml:id", "")), change)
    return changes


def _shown(masters: list[Node], used: set[str]) -> Iterator[tuple[Layer, str, Node]]:
    """The headers and footers of the page styles that are in use, or that follow one in use."""
    pages = {node[1].get("style:name", ""): node for node in masters if node[0] == "style:master-page"}
    shown = [name for name in pages if name in used]
    for name in shown:
        follows = pages[name][1].get("style:next-style-name", "")
        if follows in pages and follows not in shown:
            shown.append(follows)
    for name in shown:
        for node in pages[name][2]:
            if node[0] in _PAGES and node[1].get("style:display") != "false":
                yield *_PAGES[node[0]], node


def _once(pages: Iterator[tuple[Layer, str, Node]]) -> Iterator[tuple[Layer, str, Node]]:
    """Each header or footer once, however many page styles repeat its words."""
    seen: set[tuple[Layer, str]] = set()
    for layer, name, node in pages:
        words = words_of(node)
        if (layer, words) not in seen:
            seen.add((layer, words))
            yield layer, name, node


def _properties(roots: list[Node]) -> Iterator[Mark]:
    """What the file says of people and places."""
    for meta in _parts(roots, "office:meta"):
        for node in meta[2]:
            name, given, _ = node
            text, note = words_of(node).strip(), _WHO.get(name, "")
            if name == "meta:user-defined" and given.get("meta:name", "") not in _TECHNICAL:
                note = f"property {given.get('meta:name', '')}".strip()
            elif name == "meta:template" and "/" in given.get("xlink:href", ""):
                text, note = given["xlink:href"], "template"
            if note and text.lower() not in _NAMES_NOBODY:
                yield Mark(MarkKind.METADATA, text, None, note)
