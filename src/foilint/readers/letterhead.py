"""Pictures that nobody need describe: the crest of a letterhead."""

from collections.abc import Iterator, Sequence

from foilint.document import Block, Layer, Mark, MarkKind

PICTURE = "picture without alternative text"
_SENTENCE = 60  # characters; the lines of a letterhead are shorter


def without_crest(marks: Sequence[Mark], blocks: Sequence[Block], layer: Layer) -> Iterator[Mark]:
    """The marks of a part of a draft less the pictures of its letterhead: in a header, or before the letter."""
    letter_begins = next((index for index, block in enumerate(blocks) if len(block.text) >= _SENTENCE), -1)
    for mark in marks:
        in_letterhead = layer in {Layer.HEADER, Layer.FOOTER} or (mark.block or 0) <= letter_begins
        if mark.kind is not MarkKind.UNREAD or mark.note != PICTURE or not in_letterhead:
            yield mark
