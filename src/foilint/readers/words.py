"""The words of one paragraph as an office format gives them, piece by piece, and what stands beside them."""

from collections.abc import Iterator

from foilint.document import Mark, MarkKind
from foilint.readers.characters import as_read
from foilint.readers.emphasis import emphasis
from foilint.readers.look import Look, highlight_of, why_unseen
from foilint.readers.nodes import Node
from foilint.readers.typed import is_capitals

Piece = tuple[str, Look, bool]
"""Words in one look, and whether they stand in an insertion that nobody has accepted."""

_NEED_WORDS = frozenset((MarkKind.HIDDEN, MarkKind.HIGHLIGHT, MarkKind.PLACEHOLDER))
_NEVER_JOINED = frozenset((MarkKind.COMMENT, MarkKind.UNREAD))


def _folded(text: str) -> str:
    """Words with each run of blanks as one."""
    text = text.replace("\t", " ")
    while "  " in text:
        text = text.replace("  ", " ")
    return text


class Found:
    """A mark in the making: it grows while the same goes on."""

    def __init__(self, mark: Mark, until: int) -> None:
        self.mark = mark
        self.until = until  # the number of pieces before its end


class Words:
    """Collects the words of a paragraph. `background` is the colour that they stand on, "" for paper."""

    def __init__(self, background: str) -> None:
        self.background = background
        self.inserted = False
        self.has_emphasis = False
        self.has_insertions = False
        self.pieces: list[Piece] = []
        self.boxes: list[Node] = []  # text boxes anchored here
        self.found: list[Found] = []

    def write(self, text: str, look: Look) -> None:
        """Take words as printed, runs of blanks as one, or note why they are not."""
        if not text.isascii():
            text = as_read(text)
        if "\t" in text or "  " in text:
            text = _folded(text)
        if text[:1] == " " and self.pieces and self.pieces[-1][0][-1] in " \n":
            text = text[1:]
        if not text:
            return
        if look.needs_care and self._is_unseen(text, look):
            return
        self.pieces.append((text, look, self.inserted))
        if look.emphasised:
            self.has_emphasis = True

    def _is_unseen(self, text: str, look: Look) -> bool:
        """Whether words are not seen, which is noted, as are words that are seen under a highlight."""
        unseen = why_unseen(look, self.background)
        if unseen:
            self.mark(MarkKind.HIDDEN, text, unseen)
            return True
        colour = highlight_of(look)
        if colour:
            self.mark(MarkKind.HIGHLIGHT, text, colour, then=1)
        return False

    def mark(self, kind: MarkKind, text: str, note: str = "", since: int | None = None, then: int = 0) -> None:
        """Note something beside the text, as one with what came just before if that is of the same kind.

        It concerns the pieces from `since` (default: none so far), and the `then` pieces that follow.
        """
        since = len(self.pieces) if since is None else since
        until = len(self.pieces) + then
        for found in reversed(self.found):
            if found.mark.kind is kind and found.mark.note == note:
                if found.until == since and kind not in _NEVER_JOINED:
                    found.mark = found.mark._replace(text=found.mark.text + text)
                    found.until = until
                    return
                break
        self.found.append(Found(Mark(kind, text, None, note), until))

    def marks(self) -> list[Mark]:
        """What was found beside the text."""
        if not self.found:
            return []
        marks = [found.mark for found in self.found]
        return [mark for mark in marks if mark.kind not in _NEED_WORDS or mark.text.strip()]

    def since(self, piece: int) -> str:
        """The words from a piece on."""
        return "".join([piece[0] for piece in self.pieces[piece:]])

    def open_with(self, earlier: "Words") -> None:
        """Put the words of an earlier paragraph before these: the mark between the two is deleted or hidden."""
        for found in self.found:
            found.until += len(earlier.pieces)
        self.pieces[:0] = earlier.pieces
        self.boxes[:0] = earlier.boxes
        self.found[:0] = earlier.found
        self.has_emphasis = self.has_emphasis or earlier.has_emphasis
        self.has_insertions = self.has_insertions or earlier.has_insertions

    def finish(self, level: int) -> tuple[str, bool, int, tuple[tuple[int, int], ...]]:
        """The text less the blanks around it, whether it stands out, its lead, and what of it is inserted.

        A heading by style (`level` above 0) neither stands out nor has a lead.
        """
        pieces = self.pieces
        written = pieces[0][0] if len(pieces) == 1 else "".join([piece[0] for piece in pieces])
        text = written.strip()
        skipped = 0 if text is written else len(written) - len(written.lstrip())
        stands_out, lead = False, 0
        if not level:
            if self.has_emphasis:
                stands_out, lead = emphasis((piece[0], piece[1].emphasised) for piece in pieces)
                lead = min(max(0, lead - skipped), len(text))
            if is_capitals(text):
                stands_out, lead = True, 0
        inserted = tuple(self._ranges_inserted(skipped, len(text))) if self.has_insertions else ()
        return text, stands_out, lead, inserted

    def _ranges_inserted(self, skipped: int, length: int) -> Iterator[tuple[int, int]]:
        """The ranges of the finished text that stand in insertions."""
        start: int | None = None
        at = -skipped
        for text, inserted in [*((piece[0], piece[2]) for piece in self.pieces), ("", False)]:
            if inserted:
                start = at if start is None else start
            elif start is not None:
                first, last = max(0, start), min(at, length)
                if first < last:
                    yield first, last
                start = None
            at += len(text)
