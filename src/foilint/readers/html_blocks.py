"""The blocks of an HTML page, collected piece by piece: white space folded, lines parted by <br> told apart."""

from collections.abc import Iterator, Sequence

from foilint.document import Block, Cell, Layer, Mark, MarkKind, Origin
from foilint.readers.characters import as_read
from foilint.readers.emphasis import emphasis
from foilint.readers.html_look import Look
from foilint.readers.lines import Line
from foilint.readers.markers import OpenItem
from foilint.readers.text import paragraphs_of
from foilint.readers.typed import is_capitals, without_typed_marker
from foilint.values import NamedTuple

BREAK = "\n"
_SHORT = 60  # characters of lines that stay together in one cell or one item
_SAMPLE = 30  # characters that words are looked for by
_REACH = 20_000  # characters of one source line in which words are looked for
_UNSEEN = frozenset((MarkKind.HIDDEN, MarkKind.DELETION, MarkKind.COMMENT, MarkKind.UNREAD))


class Place(NamedTuple):
    """Where on the page words stand."""

    layer: Layer = Layer.BODY
    level: int = 0
    cell: Cell | None = None
    name: str = ""
    is_label: bool = False  # the term of a definition list
    depth: int = 0  # of the list that it is an item of


class Piece(NamedTuple):
    """Words in one look and place, from `line` of the source on. A line break is a piece whose text is BREAK."""

    text: str
    look: Look
    place: Place
    line: int

    @property
    def is_read(self) -> bool:
        """Whether the words are text of the draft; what is hidden in a menu is but a menu."""
        look = self.look
        if look.is_marker:
            return False
        return look.aside not in _UNSEEN or (look.aside is MarkKind.HIDDEN and self.place.layer is Layer.FURNITURE)


class Words(NamedTuple):
    """Pieces put together, and the ranges of their text by the pieces they come from."""

    text: str
    origins: tuple[Origin, ...]
    ranges: tuple[tuple[int, int, Look], ...]


class Collector:
    """Takes the pieces of a page in order and makes blocks and marks of them."""

    def __init__(self, source: Sequence[str]) -> None:
        self.blocks: list[Block] = []
        self.marks: list[Mark] = []
        self.marker = ""  # of the list item whose first words are still to come
        self._source = source
        self._pieces: list[Piece] = []
        self._opened: tuple[OpenItem, ...] = ()

    def add(self, text: str, look: Look, place: Place, line: int) -> None:
        """Words that go on with the block."""
        if self._pieces or look.aside or not text.isspace():
            self._pieces.append(Piece(text, look, place, line))

    def close(self) -> None:
        """End the block that is open, if there is one."""
        if not self._pieces:
            return
        pieces, self._pieces = self._pieces, []
        if pieces[0].place.level or not any(piece.text is BREAK for piece in pieces):
            self._take(pieces)
            return
        for paragraph in self._paragraphs(_lines(pieces)):
            self._take(paragraph)

    def _paragraphs(self, lines: Sequence[list[Piece]]) -> Iterator[list[Piece]]:
        """The paragraphs of lines parted by breaks: an empty line ends one, and so does a line that stands out."""
        run: list[list[Piece]] = []
        texts: list[str] = []
        runs_out = False
        for line in (*lines, []):
            words = self._fold(line)
            stands_out = _emphasis(words)[0]
            if run and (not words.text or stands_out != runs_out):
                yield from _parted(run, texts)
                run, texts = [], []
            if words.text:
                run.append(line)
                texts.append(words.text)
                runs_out = stands_out
            elif line:
                yield line

    def _take(self, pieces: Sequence[Piece]) -> None:
        """Make a block of pieces, where there are words in them, and marks of what else there is."""
        words = self._fold(pieces)
        place = pieces[0].place
        self._mark(pieces, len(self.blocks) - (not words.text))
        if not words.text:
            return
        stands_out, lead = (False, 0) if place.level else _emphasis(words)
        inserted = tuple((low, high) for low, high, look in words.ranges if look.aside is MarkKind.INSERTION)
        marker, self.marker = self.marker or _written_marker(pieces), ""
        block = Block(
            words.text,
            words.origins,
            place.level,
            stands_out or place.is_label,
            lead,
            marker,
            max(1, place.depth) if marker else 0,
            place.cell,
            place.layer,
            name=place.name,
            inserted=inserted,
        )
        if not marker:
            block, self._opened = without_typed_marker(block, self._opened)
        self.blocks.append(block)

    def _mark(self, pieces: Sequence[Piece], nearest: int) -> None:
        """Note what is hidden, changed, marked or commented, one mark for what goes on through several pieces."""
        block = nearest if nearest >= 0 else None
        last: tuple[MarkKind, str] | None = None
        for piece in pieces:
            look = piece.look
            noted = [(look.aside, look.note)] if look.aside else []
            if look.highlight and piece.is_read:
                noted.append((MarkKind.HIGHLIGHT, look.highlight))
            if piece.place.layer is Layer.FURNITURE or not (piece.text.strip() or look.aside is MarkKind.UNREAD):
                continue
            for kind, note in noted:
                if (kind, note) == last:
                    self.marks[-1] = self.marks[-1]._replace(text=_folded(self.marks[-1].text + piece.text))
                else:
                    self.marks.append(Mark(kind, _folded(piece.text).strip(), block, note))
                last = kind, note
            last = last if noted else None

    def _fold(self, pieces: Sequence[Piece]) -> Words:
        """The words that are read, with single spaces, and where they come from."""
        text: list[str] = []
        origins: list[Origin] = []
        ranges: list[tuple[int, int, Look]] = []
        offset, gap = 0, False
        for piece in pieces:
            if piece.text is BREAK:
                if offset:
                    text.append(BREAK)
                    offset += 1
                gap = False
                continue
            if not piece.is_read:
                continue
            since = -1
            for line, part in enumerate(piece.text.split("\n"), piece.line):
                read = part if part.isascii() else as_read(part)
                words = " ".join(read.split())
                gap = gap or line > piece.line or read[:1].isspace()
                if not words:
                    continue
                if gap and offset and text[-1] is not BREAK:
                    text.append(" ")
                    offset += 1
                since = offset if since < 0 else since
                origins.append(self._origin(offset, line, words, origins))
                text.append(words)
                offset += len(words)
                gap = read[-1].isspace()
            if since >= 0:
                ranges.append((since, offset, piece.look))
        return Words("".join(text).rstrip(), tuple(origins), tuple(ranges))

    def _origin(self, offset: int, line: int, words: str, before: Sequence[Origin]) -> Origin:
        """Where words stand; column 1 where they are not found as they are, being spelt with entities."""
        source = self._source[line - 1] if line <= len(self._source) else ""
        since = before[-1].column if before and before[-1].line == line else 0
        found = source.find(words[:_SAMPLE], since, since + _REACH)
        if found < 0:
            found = source.find(words.partition(" ")[0], since, since + _REACH)
        return Origin(offset, line, found + 1 if found >= 0 else max(1, since))


def _lines(pieces: Sequence[Piece]) -> list[list[Piece]]:
    lines: list[list[Piece]] = [[]]
    for piece in pieces:
        if piece.text is BREAK:
            lines.append([])
        else:
            lines[-1].append(piece)
    return lines


def _parted(lines: Sequence[list[Piece]], texts: Sequence[str]) -> Iterator[list[Piece]]:
    """Lines that look alike as paragraphs: told by the width of their wraps, unless they are a cell or an item."""
    place = lines[0][0].place
    if (place.cell or place.depth) and all(len(text) <= _SHORT for text in texts):
        ranges = [(0, len(lines))]
    else:
        ranges = paragraphs_of([Line(text, text, number, 1) for number, text in enumerate(texts, 1)])
    for start, end in ranges:
        paragraph = list(lines[start])
        for line in lines[start + 1 : end]:
            paragraph += [Piece(BREAK, line[0].look, place, line[0].line), *line]
        yield paragraph


def _emphasis(words: Words) -> tuple[bool, int]:
    stretches: list[tuple[str, bool]] = []
    end = 0
    for low, high, look in words.ranges:
        stretches.append((words.text[end:high], look.bold or is_capitals(words.text[low:high])))
        end = high
    return emphasis(stretches)


def _written_marker(pieces: Sequence[Piece]) -> str:
    """The number of an item as Word writes it out before the item's words."""
    return _folded("".join(piece.text for piece in pieces if piece.look.is_marker)).strip()


def _folded(text: str) -> str:
    return " ".join(as_read(text).split())
