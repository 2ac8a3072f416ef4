"""Comments in a Word file: foilint's own put in, and taken out again; everybody else's stay as they are."""

from collections.abc import Sequence

from lxml import etree

from foilint.document import Document, Span, Unreadable
from foilint.readers.word import read_word
from foilint.values import NamedTuple
from foilint.word.anchors import Anchors
from foilint.word.parts import WORD, Letter, free_name, packed, unpacked, with_part
from foilint.word.whereabouts import whereabouts
from foilint.word.xml import Element, child, like, name_of, value, writable, written

AUTHOR, INITIALS = "foilint", "fl"
_TYPE = f"{WORD}.comments+xml"
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_PLACE_MARKS = frozenset(("w:commentRangeStart", "w:commentRangeEnd", "w:commentReference"))
_COMPANIONS = ("commentsExtended", "commentsIds", "commentsExtensible")


class Line(NamedTuple):
    """A paragraph of a comment."""

    text: str
    bold: bool = False


class Comment(NamedTuple):
    """A comment on words of a draft, or on all of it where `span` is None."""

    span: Span | None
    lines: tuple[Line, ...]


def annotated(data: bytes, document: Document, comments: Sequence[Comment], date: str) -> bytes:
    """A Word file with comments on what was read from it as `document`; `date` is theirs.

    Raises Unreadable where the file cannot be taken apart, has no paragraph to hang a comment on, or would afterwards
    not read as it did.
    """
    letter = unpacked(data)
    letter, part = _with_comments_part(letter)
    styles = _styles(letter)
    found = whereabouts(letter, document)
    anchors = Anchors(found, document, letter.main)
    listed = letter.root(part)
    taken = max((int(value(each, "id")) for each in listed if value(each, "id").isdecimal()), default=-1)
    placed = zip(anchors.places(comment.span for comment in comments), comments, strict=True)
    for number, (place, comment) in enumerate(placed, taken + 1):
        if place is None:
            raise Unreadable("it has no paragraph to hang a comment on", "open it in Word and save it again")
        anchors.mark(place, number, styles.sign)
        listed.append(_written(comment, number, date, listed, styles))
    copy = packed(letter.changed({letter.main: written(anchors.body), part: written(listed)}))
    if read_word(copy, document.path).blocks != document.blocks:
        raise Unreadable("with comments it would not read as it does", "please report it, with a file that shows it")
    return copy


def without_own(data: bytes) -> bytes:
    """A Word file without the comments of an earlier run; the same bytes where there are none. Raises Unreadable."""
    letter = unpacked(data)
    part = letter.beside("comments")
    listed = letter.root(part) if part else None
    own = [] if listed is None else [each for each in listed if value(each, "author") == AUTHOR]
    if listed is None or not own:
        return data
    numbers = {value(each, "id") for each in own}
    labels = {_label(node) for each in own for node in each.iter()} - {""}
    for each in own:
        listed.remove(each)
    body = letter.root(letter.main)
    for mark in [node for node in body.iter() if name_of(node) in _PLACE_MARKS and value(node, "id") in numbers]:
        _take_out(mark)
    letter = letter.changed({part: written(listed), letter.main: written(body)})
    return packed(_without_labels(letter, labels))


def _take_out(mark: Element) -> None:
    """Remove a mark, and the run that held nothing else."""
    run = mark.getparent()
    if run is None:
        return
    run.remove(mark)
    if name_of(run) == "w:r" and not [each for each in run if name_of(each) != "w:rPr"]:
        parent = run.getparent()
        if parent is not None:
            parent.remove(run)


def _without_labels(letter: Letter, labels: set[str]) -> Letter:
    """The letter without what Word noted of comments that are gone: whether resolved, which of them answers which."""
    for kind in _COMPANIONS:
        part = letter.beside(kind)
        root = letter.root(part) if part else None
        if root is None:
            continue
        for each in [each for each in root if _label(each) in labels]:
            root.remove(each)
        for each in [each for each in root if _label(each, "paraIdParent") in labels]:
            del each.attrib[like(each, "paraIdParent")]
        letter = letter.changed({part: written(root)})
    return letter


def _label(node: Element, name: str = "paraId") -> str:
    """The label that Word gives a paragraph of a comment, in whichever of its namespaces; "" for none."""
    return next((str(given) for key, given in node.attrib.items() if str(key).endswith(f"}}{name}")), "")


def _with_comments_part(letter: Letter) -> tuple[Letter, str]:
    """The letter with a part for comments, and its name."""
    part = letter.beside("comments")
    if part:
        return letter, part
    root = letter.root(letter.main)
    name = free_name(letter, "word/comments.xml")
    namespace = etree.QName(root).namespace
    empty = etree.Element(f"{{{namespace}}}comments", nsmap={"w": namespace or ""})
    return with_part(letter, "comments", name, written(empty), _TYPE), name


class _Styles(NamedTuple):
    """What a file calls the styles that Word gives comments; "" where it has none."""

    text: str
    sign: str


def _styles(letter: Letter) -> _Styles:
    part = letter.beside("styles")
    known: dict[str, str] = {}
    for style in letter.root(part) if part else ():
        name = child(style, "name") if name_of(style) == "w:style" else None
        if name is not None:
            known[value(name).lower()] = value(style, "styleId")
    return _Styles(known.get("annotation text", ""), known.get("annotation reference", ""))


def _written(comment: Comment, number: int, date: str, listed: Element, styles: _Styles) -> Element:
    """A comment as Word writes it."""
    element = etree.Element(like(listed, "comment"))
    attributes = {"id": str(number), "author": AUTHOR, "date": date, "initials": INITIALS}
    for name, given in attributes.items():
        element.set(like(listed, name), given)
    for at, line in enumerate(comment.lines):
        paragraph = etree.SubElement(element, like(listed, "p"))
        if styles.text:
            settings = etree.SubElement(paragraph, like(listed, "pPr"))
            etree.SubElement(settings, like(listed, "pStyle")).set(like(listed, "val"), styles.text)
        if at == 0:
            sign = _run(paragraph, styles.sign)
            etree.SubElement(sign, like(listed, "annotationRef"))
        run = _run(paragraph, "", bold=line.bold)
        words = etree.SubElement(run, like(listed, "t"))
        words.text = writable(line.text)
        words.set(_XML_SPACE, "preserve")
    return element


def _run(paragraph: Element, style: str, *, bold: bool = False) -> Element:
    run = etree.SubElement(paragraph, like(paragraph, "r"))
    if style or bold:
        looks = etree.SubElement(run, like(paragraph, "rPr"))
        if style:
            etree.SubElement(looks, like(paragraph, "rStyle")).set(like(paragraph, "val"), style)
        if bold:
            etree.SubElement(looks, like(paragraph, "b"))
    return run
