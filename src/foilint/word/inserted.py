"""Paragraphs put into a Word file, in the style of their neighbours; nothing else in it is touched."""

from collections.abc import Sequence
from copy import deepcopy

from lxml import etree

from foilint.document import Block, Document, Layer, Unreadable
from foilint.word.parts import packed, unpacked
from foilint.word.whereabouts import Whereabouts, whereabouts
from foilint.word.xml import XML, Element, child, like, name_of, writable, written

_PARAGRAPH = ("pStyle", "widowControl", "bidi", "spacing", "ind", "contextualSpacing", "jc")
_RUN = ("rFonts", "color", "sz", "szCs", "lang")
_TEXT = 40  # signs from which a paragraph is text, not a line of an address
_WRAPS = frozenset(("w:sdtContent", "w:ins", "w:customXml", "w:smartTag"))

Placed = tuple[int, str]
"""The block that a paragraph is to stand before, and its words."""


def with_paragraphs(data: bytes, document: Document, placed: Sequence[Placed]) -> bytes:
    """The file with paragraphs put in before blocks, or behind the last. Raises Unreadable."""
    letter = unpacked(data)
    found = whereabouts(letter, document)
    body = found.roots[letter.main]
    spots = [_spot(found, document, before) for before, _ in placed]
    made = [_paragraph(found, document, before, text, body) for before, text in placed]
    behind: dict[Element, Element] = {}
    for (node, is_behind), paragraph in zip(spots, made, strict=True):
        if is_behind:
            behind.get(node, node).addnext(paragraph)
            behind[node] = paragraph
        else:
            node.addprevious(paragraph)
    return packed(letter.changed({letter.main: written(body)}))


def _spot(found: Whereabouts, document: Document, before: int) -> tuple[Element, bool]:
    """What a paragraph goes beside, and whether behind it. Raises Unreadable where the body holds no words."""
    if before < len(document.blocks) and document.blocks[before].layer is Layer.BODY:
        return _around(found, document, before, is_behind=False), False
    body = [at for at, block in enumerate(document.blocks[:before]) if block.layer is Layer.BODY]
    if not body:
        raise Unreadable("its body holds no words to put others beside", "write the notice first")
    return _around(found, document, body[-1], is_behind=True), True


def _around(found: Whereabouts, document: Document, block: int, *, is_behind: bool) -> Element:
    """The paragraph of a block; the whole table if it lies in one, the whole control if it opens or ends one."""
    holders = found.holders_of(block)
    node = next(iter(holders[-1 if is_behind else 0].iterancestors(like(holders[0], "p"))))
    if document.blocks[block].cell:
        node = next(iter(node.iterancestors(like(node, "tbl"))))
    while (parent := node.getparent()) is not None and name_of(parent) in _WRAPS:
        edge = parent[-1 if is_behind else 0]
        around = parent.getparent()
        if edge is not node or around is None:
            return node
        node = around if name_of(parent) == "w:sdtContent" else parent
    return node


def _paragraph(found: Whereabouts, document: Document, before: int, text: str, body: Element) -> Element:
    """A paragraph with that text, in the style of the nearest plain one."""
    made = etree.Element(like(body, "p"))
    run = etree.Element(like(body, "r"))
    nearest = _nearest(document.blocks, before)
    if nearest is not None:
        holder = found.holders_of(nearest)[0]
        paragraph = next(iter(holder.iterancestors(like(holder, "p"))))
        _take_over(paragraph, "pPr", _PARAGRAPH, made)
        words = holder.getparent()
        if words is not None and name_of(words) == "w:r":
            _take_over(words, "rPr", _RUN, run)
    made.append(run)
    holder = etree.SubElement(run, like(body, "t"))
    holder.text = writable(text)
    holder.set(f"{{{XML}}}space", "preserve")
    return made


def _take_over(given: Element, name: str, wanted: Sequence[str], made: Element) -> None:
    """Copy the wanted settings of a paragraph or run."""
    settings = child(given, name)
    kept = (
        [deepcopy(each) for each in settings if etree.QName(each).localname in wanted] if settings is not None else []
    )
    if kept:
        etree.SubElement(made, like(made, name)).extend(kept)


def _nearest(blocks: Sequence[Block], before: int) -> int | None:
    """The nearest plain paragraph of the body: before the place, else behind it."""
    order = [*range(min(before, len(blocks)) - 1, -1, -1), *range(before, len(blocks))]
    return next((at for at in order if _is_text(blocks[at])), None)


def _is_text(block: Block) -> bool:
    is_plain = block.layer is Layer.BODY and not (block.level or block.stands_out or block.marker or block.cell)
    return is_plain and len(block.text) >= _TEXT
