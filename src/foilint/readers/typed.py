"""What people type as signs of its kind, in formats that have signs of their own: markers of items, capitals."""

from foilint.document import Block, Origin
from foilint.readers.markers import OpenItem, is_item, marker_of, resting, with_item

_LETTERS = 3  # what a reference number has of them at most


def is_capitals(text: str) -> bool:
    """Whether words are typed in capitals for emphasis; a reference number is not."""
    return text.isupper() and sum(map(str.isalpha, text)) > _LETTERS


def without_typed_marker(block: Block, opened: tuple[OpenItem, ...]) -> tuple[Block, tuple[OpenItem, ...]]:
    """A block less the number or bullet that somebody typed before its words, and the lists that are open then."""
    marker = marker_of(block.text)
    if block.level:
        opened = ()
    if marker is None or not is_item(marker, 0, opened, None):
        return block, resting(opened)
    opened = with_item(opened, marker, 0)
    cut = len(marker.shown) + 1
    line, column = block.line_and_column(cut) or (1, 1)
    origins = [Origin(0, line, column)]
    origins += [origin._replace(offset=origin.offset - cut) for origin in block.origins if origin.offset > cut]
    return block._replace(
        text=block.text[cut:],
        origins=tuple(origins) if block.origins else (),
        lead=max(0, block.lead - cut),
        marker=marker.shown,
        depth=len(opened),
        inserted=tuple((max(0, low - cut), high - cut) for low, high in block.inserted if high > cut),
    ), opened
