"""The parts of a draft (pages' headers, body, notes, footers) put together into one run of blocks."""

from collections.abc import Iterable

from foilint.document import Block, Layer, Mark
from foilint.readers.letterhead import without_crest
from foilint.values import Protocol


class Story(Protocol):
    """A part of a draft as read; its marks count its own blocks."""

    layer: Layer
    blocks: list[Block]
    marks: list[Mark]


def gathered(stories: Iterable[Story]) -> tuple[list[Block], list[Mark]]:
    """The blocks and marks of all parts, each mark at the nearest block."""
    blocks: list[Block] = []
    marks: list[Mark] = []
    for story in stories:
        first = len(blocks)
        own = without_crest(story.marks, story.blocks, story.layer)
        marks += [mark._replace(block=first + (mark.block or 0)) for mark in own]
        blocks += story.blocks
    last = len(blocks) - 1
    return blocks, [mark._replace(block=min(mark.block or 0, last) if blocks else None) for mark in marks]
