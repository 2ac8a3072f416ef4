"""What a skeleton is made of: headings, paragraphs, items and quotations, each of fixed words and gaps."""

import re
from collections.abc import Iterator

from foilint.values import NamedTuple, StrEnum

GAP = re.compile(r"\[[^\]]*\]")


class Form(StrEnum):
    """What a piece is."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    QUOTATION = "quotation"


class Piece(NamedTuple):
    """One piece of a skeleton; what stands in square brackets is a gap, for the officer to fill in."""

    form: Form
    words: str

    def parts(self) -> Iterator[tuple[str, bool]]:
        """The words in order, each stretch with whether it is a gap."""
        at = 0
        for gap in GAP.finditer(self.words):
            if gap.start() > at:
                yield self.words[at : gap.start()], False
            yield gap[0], True
            at = gap.end()
        if at < len(self.words):
            yield self.words[at:], False

    @property
    def gaps(self) -> int:
        """How many places are left to fill in."""
        return len(GAP.findall(self.words))
