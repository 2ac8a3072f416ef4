"""Word documents (.docx, .docm, .dotx, Strict or not), from their XML: what is printed, and what leaks beside it."""

from collections.abc import Iterator

from foilint.document import Document, Layer, Mark, MarkKind, Unreadable
from foilint.readers.characters import as_read
from foilint.readers.nodes import Node, child_of, hand_on, root_of, words_of
from foilint.readers.office_properties import office_properties
from foilint.readers.package import Package, open_package
from foilint.readers.stories import gathered
from foilint.readers.word_look import is_on
from foilint.readers.word_numbering import Counter, lists_of
from foilint.readers.word_package import PREFIXES, Relationship, letter_of, named, relationships_of
from foilint.readers.word_story import Story
from foilint.readers.word_styles import Styles, styles_of
from foilint.readers.word_text import Flow
from foilint.values import NamedTuple

_PAGES = {"first": "first-page ", "even": "even-page "}


def read_word(data: bytes, path: str) -> Document:
    """The draft in a Word file: headers, the body, notes in the order of their references, footers.

    Raises Unreadable, with cause and advice, where the file is damaged, encrypted, no Word document, or over a limit.
    """
    parts = _parts_of(open_package(data))
    body = parts.story(parts.letter, Layer.BODY, depth=2)
    stories = [*_pages(parts, body, "header"), body, *_notes(parts, body.flow), *_pages(parts, body, "footer")]
    blocks, marks = gathered(stories)
    marks += parts.comments.values()  # those that nothing in the text refers to
    marks += office_properties(parts.package, parts.beside)
    return Document(path, "docx", tuple(blocks), tuple(marks))


class _Parts(NamedTuple):
    """A package and what its parts share."""

    package: Package
    letter: str
    beside: tuple[Relationship, ...]
    styles: Styles
    comments: dict[str, Mark]

    def story(self, part: str, layer: Layer, name: str = "", depth: int = 1) -> Story:
        """Read one part whose paragraphs and tables have `depth` elements above them."""
        data = self.package.read(part) or b""
        story = self.empty_story(data, layer, name)
        root = hand_on(data, part, PREFIXES, depth, story.read)
        if layer is Layer.BODY and root != "w:document":
            raise Unreadable("it holds no Word document", "open it in Word and save it again, or ask for another copy")
        story.close()
        return story

    def empty_story(self, data: bytes, layer: Layer, name: str) -> Story:
        """A story to be read from `data`."""
        flow = Flow(self.styles, self.comments)
        flow.fields_close = data.count(b'fldCharType="begin"') == data.count(b'fldCharType="end"')
        counter = Counter(lists_of(self.package.part(named(self.beside, "numbering"))), self.styles)
        return Story(flow, counter, layer, name)


def _parts_of(package: Package) -> _Parts:
    letter = letter_of(package)
    beside = relationships_of(package, letter)
    styles = styles_of(package.part(named(beside, "styles")))
    return _Parts(package, letter, beside, styles, _comments(package, named(beside, "comments")))


def _comments(package: Package, part: str) -> dict[str, Mark]:
    """The review comments of a document by identifier, each with its author."""
    data = package.read(part)
    comments: dict[str, Mark] = {}
    for node in root_of(data, part, PREFIXES)[2] if data else ():
        if node[0] == "w:comment":
            text = "\n".join(filter(None, (as_read(_printed(child)) for child in node[2])))
            author = node[1].get("w:author", "").strip()
            comments[node[1].get("w:id", "")] = Mark(MarkKind.COMMENT, text, None, author)
    return comments


def _printed(node: Node) -> str:
    """The words in a paragraph of a comment."""
    return words_of(node) if node[0] == "w:t" else "".join([_printed(child) for child in node[2] if child[0]])


def _notes(parts: _Parts, flow: Flow) -> Iterator[Story]:
    """The footnotes, then the endnotes, that the body refers to, numbered in the order of their references."""
    for kind in ("footnote", "endnote"):
        referred = list(dict.fromkeys(identifier for noted, identifier in flow.notes if noted == kind))
        part = named(parts.beside, f"{kind}s")
        data = parts.package.read(part)
        if not referred or data is None:
            continue
        written = {node[1].get("w:id", ""): node[2] for node in root_of(data, part, PREFIXES)[2]}
        for number, identifier in enumerate(referred, 1):
            story = parts.empty_story(data, Layer.NOTE, f"{kind} {number}")
            story.content(written.get(identifier, []))
            yield story


def _pages(parts: _Parts, body: Story, kind: str) -> Iterator[Story]:
    """The headers or footers that pages show, each text once however many sections repeat it."""
    layer = Layer(kind)
    seen: set[tuple[str, ...]] = set()
    for target, name in dict.fromkeys(_shown(parts, body, kind)):
        story = parts.story(target, layer, name)
        texts = tuple(block.text for block in story.blocks)
        if texts not in seen or story.marks:
            seen.add(texts)
            yield story


def _shown(parts: _Parts, body: Story, kind: str) -> Iterator[tuple[str, str]]:
    """The part and the name of each header or footer that some page shows, in order of the sections."""
    targets = {found.identifier: found.target for found in parts.beside if found.kind == kind}
    for section in body.sections:
        for name, attributes, _ in section[2]:
            page = attributes.get("w:type", "default")
            target = targets.get(attributes.get("r:id", ""))
            if name != f"w:{kind}Reference" or target is None:
                continue
            if page == "first" and not _switched_on(section, "w:titlePg"):
                continue
            if page == "even" and not _has_even_pages(parts):
                continue
            yield target, _PAGES.get(page, "") + kind


def _has_even_pages(parts: _Parts) -> bool:
    part = named(parts.beside, "settings")
    data = parts.package.read(part)
    return data is not None and _switched_on(root_of(data, part, PREFIXES), "w:evenAndOddHeaders")


def _switched_on(node: Node, name: str) -> bool:
    switch = child_of(node, name)
    return switch is not None and is_on(switch[1])
