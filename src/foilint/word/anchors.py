"""Where a comment hangs in a Word file: marks around words, between runs, where Word allows them.

Word knows comments in the body alone. What stands in a text box, a footnote, a header or a control that Word fills in
itself is marked from outside: at the shape, at the reference of the note, around the control.

LibreOffice has a bug to be spared: a comment that ends in the first paragraph of a content control takes the words of
that paragraph with it when the file is opened. Such a comment begins at its words and ends before the next paragraph.
"""

from collections.abc import Iterable
from copy import deepcopy

from lxml import etree

from foilint.document import Block, Document, Layer, Span
from foilint.values import NamedTuple
from foilint.word.surroundings import head_of, is_boxed, is_shown, opens_control, outside
from foilint.word.whereabouts import Spot, Whereabouts, text_of, write
from foilint.word.xml import Element, child, like, name_of, value

_NOTES = {"footnote": "w:footnoteReference", "endnote": "w:endnoteReference"}


class Place(NamedTuple):
    """What a comment is about: all from one node of the body to another, both children of what may hold its marks."""

    first: Element
    last: Element


class Anchors:
    """Finds places for comments in the body of one Word file, and puts the marks there. It cuts runs as it goes."""

    def __init__(self, found: Whereabouts, document: Document, main: str) -> None:
        self.found = found
        self.blocks = document.blocks
        self.body = found.roots[main]
        self._pieces: dict[Element, list[tuple[int, Element]]] = {}
        self._marks: set[Element] = set()

    def places(self, spans: Iterable[Span | None]) -> list[Place | None]:
        """The places for comments on words, or on the notice as a whole; None where the body has nothing to mark."""
        spans = tuple(spans)
        for span in spans:  # all that is to be cut is cut before anything is said of what is left
            self._place(span)
        return [self._place(span) for span in spans]

    def _place(self, span: Span | None) -> Place | None:
        if span is None:
            return self._opening()
        block = self.blocks[span.block]
        if block.layer is Layer.NOTE:
            return self._reference(span.block) or self._opening()
        if block.layer in {Layer.HEADER, Layer.FOOTER}:
            return self._opening()
        return self._around(span) or self._around(_whole(span.block, block)) or self._opening()

    def mark(self, place: Place, number: int, style: str) -> None:
        """Put the marks of the comment with that number; `style` is the character style of its sign, if any."""
        start, end = (etree.Element(like(self.body, f"commentRange{which}")) for which in ("Start", "End"))
        for mark in (start, end):
            mark.set(like(self.body, "id"), str(number))
        place.first.addprevious(start)
        reference = self._sign(number, style)
        next_paragraph = self._paragraph_after(place.last) if opens_control(place.last) else None
        if next_paragraph is None:
            self._behind(place.last).addnext(end)
        else:
            self._behind(head_of(next_paragraph)).addnext(end)
        end.addnext(reference)
        self._marks |= {end, reference}

    def _behind(self, node: Element) -> Element:
        """The last of the marks that stand behind a node already, or the node."""
        while (following := node.getnext()) is not None and following in self._marks:
            node = following
        return node

    def _paragraph_after(self, node: Element) -> Element | None:
        """The next paragraph of the body that opens no content control."""
        paragraphs = [each for each in self.body.iter(like(self.body, "p")) if is_shown(each) and not is_boxed(each)]
        around = next((each for each in node.iterancestors(like(self.body, "p")) if each in paragraphs), None)
        after = paragraphs[paragraphs.index(around) + 1 :] if around is not None else []
        return next((each for each in after if not opens_control(each)), None)

    def _sign(self, number: int, style: str) -> Element:
        run = etree.Element(like(self.body, "r"))
        if style:
            looks = etree.SubElement(run, like(self.body, "rPr"))
            etree.SubElement(looks, like(self.body, "rStyle")).set(like(self.body, "val"), style)
        etree.SubElement(run, like(self.body, "commentReference")).set(like(self.body, "id"), str(number))
        return run

    def _opening(self) -> Place | None:
        """The first paragraph of the body that says anything, else the first there is."""
        for number, block in enumerate(self.blocks):
            if block.layer not in {Layer.HEADER, Layer.FOOTER, Layer.NOTE} and (
                place := self._around(_whole(number, block))
            ):
                return place
        for paragraph in self.body.iter(like(self.body, "p")):
            if is_shown(paragraph) and not is_boxed(paragraph):
                inside = [each for each in paragraph if name_of(each) != "w:pPr" and each not in self._marks]
                node = inside[0] if inside else etree.SubElement(paragraph, like(self.body, "r"))
                return Place(node, node)
        return None

    def _around(self, span: Span) -> Place | None:
        stretch = self.found.stretch(span.block, span.start, span.end)
        if stretch is None:
            return None
        start, end = stretch
        return Place(outside(self._from(start)), outside(self._up_to(end)))

    def _reference(self, block: int) -> Place | None:
        """The mark in the body that refers to a note."""
        for holder in self.found.holders_of(block):
            for note in holder.iterancestors(*(like(holder, kind) for kind in _NOTES)):
                for reference in self.body.iter(like(self.body, etree.QName(note).localname + "Reference")):
                    if value(reference, "id") == value(note, "id") and is_shown(reference):
                        place = outside(reference)
                        return Place(place, place)
        return None

    def _from(self, spot: Spot) -> Element:
        """The element whose words start at a spot: the holder itself, or what was cut off it there."""
        return self._cut(spot)[1]

    def _up_to(self, spot: Spot) -> Element:
        """The element whose words end at a spot."""
        return self._cut(spot)[0]

    def _cut(self, spot: Spot) -> tuple[Element, Element]:
        """The pieces of a holder before and after a spot; both are the same piece where nothing is to be cut."""
        pieces = self._pieces.setdefault(spot.holder, [(0, spot.holder)])
        at = max(number for number, (start, _) in enumerate(pieces) if start < spot.at or number == 0)
        start, piece = pieces[at]
        words, length = text_of(piece), spot.at - start
        if length >= len(words):
            return piece, pieces[at + 1][1] if at + 1 < len(pieces) else piece
        if length <= 0 or name_of(piece) != "w:t":
            return piece, piece
        rest = _cut_off(piece, length)
        pieces.insert(at + 1, (spot.at, rest))
        return piece, rest


def _cut_off(piece: Element, length: int) -> Element:
    """Cut a w:t after so many signs, and its run with it; returns the w:t with the rest, in a run of its own."""
    words = text_of(piece)
    rest = etree.Element(piece.tag)
    write(piece, words[:length])
    write(rest, words[length:])
    run = piece.getparent()
    if run is None or name_of(run) != "w:r":
        return piece
    after = etree.Element(run.tag, {str(key): str(given) for key, given in run.attrib.items()})
    looks = child(run, "rPr")
    if looks is not None:
        after.append(deepcopy(looks))
    after.append(rest)
    after.extend(list(piece.itersiblings()))
    run.addnext(after)
    return rest


def _whole(number: int, block: Block) -> Span:
    return Span(number, 0, len(block.text))
