"""A draft of another format told again in Word: its words block by block, with comments on them."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from foilint.document import Block, Document, Layer, Span
from foilint.readers.word import read_word
from foilint.word.comments import Comment, annotated
from foilint.word.composed import Paragraph, Run, composed

_MOST_LEVELS = 9


def retold(document: Document, comments: Iterable[Comment], date: str) -> bytes:
    """A Word file with the words of a draft, site furniture left out, and comments on them. Raises Unreadable."""
    numbers = [number for number, block in enumerate(document.blocks) if block.layer is not Layer.FURNITURE]
    blocks = [document.blocks[number] for number in numbers]
    width = _width(blocks)
    data = composed([_paragraph(block, width) for block in blocks])
    copy = read_word(data, document.path)
    moved = _moved(blocks, numbers, copy) if len(copy.blocks) == len(blocks) else {}
    placed = [comment._replace(span=_follow(comment.span, moved)) for comment in comments]
    return annotated(data, copy, placed, date)


def _paragraph(block: Block, width: int) -> Paragraph:
    text = _unwrapped(block.text, width)
    if block.level:
        return Paragraph(
            (Run(text),), f"Heading{min(block.level, _MOST_LEVELS)}", block.marker, block.depth, block.cell
        )
    emphasised = len(text) if block.stands_out else block.lead
    runs = (Run(text[:emphasised], bold=True), Run(text[emphasised:]))
    style = "Quote" if block.layer is Layer.QUOTED else ""
    return Paragraph(tuple(run for run in runs if run.text), style, block.marker, block.depth, block.cell)


def _width(blocks: Sequence[Block]) -> int:
    """How long lines grow before they are wrapped."""
    lines = (line for block in blocks for line in block.text.split("\n")[:-1])
    return max(map(len, lines), default=0)


def _unwrapped(text: str, width: int) -> str:
    """A text whose lines run on, sign for sign; one that ends where the next word would have fit ends there still."""
    lines = text.split("\n")
    whole = lines[0]
    for line, following in pairwise(lines):
        would_fit = len(line) + 1 + len(following.partition(" ")[0]) <= width
        whole += ("\n" if would_fit else " ") + following
    return whole


def _moved(blocks: Sequence[Block], numbers: Sequence[int], copy: Document) -> dict[int, tuple[int, int]]:
    """Where each block is now, and by how much its words have moved in it: a typed number may have become a marker."""
    pairs = enumerate(zip(numbers, blocks, copy.blocks, strict=True))
    return {number: (at, len(there.text) - len(here.text)) for at, (number, here, there) in pairs}


def _follow(span: Span | None, moved: dict[int, tuple[int, int]]) -> Span | None:
    if span is None or span.block not in moved:
        return None
    at, shift = moved[span.block]
    return Span(at, max(0, span.start + shift), max(0, span.end + shift))
