"""The words of lines of Markdown: without the signs of emphasis and links, with the place of each in the source."""

from collections.abc import Sequence

from foilint.document import MarkKind, Origin
from foilint.readers.md_tokens import HARD, SPECIAL, Known, Scanner, Token
from foilint.values import NamedTuple

SourceLine = tuple[int, int, str]  # the number and the column of words, and the words


class Stretch(NamedTuple):
    """Words in one look: `text[start:end]`."""

    start: int
    end: int
    strong: bool
    change: MarkKind | None = None


class Inline(NamedTuple):
    """The words of some lines; hard breaks in `text` are HARD. `comments` and `deleted` stood between them."""

    text: str
    origins: tuple[Origin, ...]
    stretches: tuple[Stretch, ...]
    comments: tuple[str, ...] = ()
    deleted: tuple[str, ...] = ()

    def part(self, start: int, end: int) -> "Inline":
        """The words from `start` to `end`, without what stood between them."""
        before = [origin for origin in self.origins if origin.offset <= start][-1:]
        origins = [Origin(0, at.line, at.column + start - at.offset) for at in before]
        origins += [at._replace(offset=at.offset - start) for at in self.origins if start < at.offset < end]
        stretches = [
            at._replace(start=max(0, at.start - start), end=min(end, at.end) - start)
            for at in self.stretches
            if at.start < end and at.end > start
        ]
        return Inline(self.text[start:end], tuple(origins), tuple(stretches))


def inline(lines: Sequence[SourceLine], known: Known, hard: Sequence[bool] = ()) -> Inline:
    """The words of lines; `hard` says of each whether a hard break follows it."""
    source = _joined(lines, hard) if True in hard else "\n".join([words for _, _, words in lines])
    if SPECIAL.search(source):
        scanner = Scanner(source, known)
        scanner.scan()
        return _Assembly(lines).of(scanner)
    origins, offset = [], 0
    for number, column, words in lines:
        origins.append(Origin(offset, number, column))
        offset += len(words) + 1
    return Inline(source, tuple(origins), (Stretch(0, len(source), strong=False),))


def _joined(lines: Sequence[SourceLine], hard: Sequence[bool]) -> str:
    pieces = [lines[0][2]]
    for at in range(1, len(lines)):
        pieces += HARD if hard[at - 1] else "\n", lines[at][2]
    return "".join(pieces)


class _Assembly:
    """Puts tokens together again."""

    def __init__(self, lines: Sequence[SourceLine]) -> None:
        self._lines = lines
        self._line = 0
        self._start = 0  # of that line in the joined source
        self._text: list[str] = []
        self._offset = 0
        self._origins: list[Origin] = []

    def of(self, scanner: Scanner) -> Inline:
        """The words of what was scanned."""
        stretches: list[Stretch] = []
        deleted: list[str] = []
        strong, change = 0, None
        for token in scanner.tokens:
            since = self._offset
            if change is MarkKind.DELETION:
                deleted.append(token.text)
            elif token.text:
                self._write(token)
            if self._offset > since:
                stretches.append(Stretch(since, self._offset, strong > 0, change))
            strong = max(0, strong + token.strong)
            if token.change:
                change = None if change is token.change else token.change
        text = "".join(self._text).rstrip(" \n" + HARD)
        stretches = [at._replace(end=min(at.end, len(text))) for at in stretches if at.start < len(text)]
        origins = tuple(origin for origin in self._origins if origin.offset < max(1, len(text)))
        return Inline(text, origins, tuple(stretches), tuple(scanner.comments), tuple(filter(None, deleted)))

    def _write(self, token: Token) -> None:
        """Take over the words of a token, line by line."""
        at = token.at
        for line, words in enumerate(token.text.replace(HARD, "\n" + HARD).split("\n")):
            rest = words
            if line:
                is_hard = rest.startswith(HARD)
                self._break(HARD if is_hard else "\n")
                rest = rest[1:] if is_hard else rest
                at += 1
            shown = rest.lstrip(" ") if self._ends_blank() else rest
            if shown:
                self._place(at + len(rest) - len(shown))
                self._text.append(shown)
                self._offset += len(shown)
            at += len(rest)

    def _ends_blank(self) -> bool:
        return not self._text or self._text[-1][-1] in (" ", "\n", HARD)

    def _break(self, sign: str) -> None:
        """End a line, unless nothing stands in it."""
        if not self._text or self._text[-1] in ("\n", HARD):
            return
        kept = self._text[-1].rstrip(" ")
        self._offset -= len(self._text[-1]) - len(kept)
        self._text[-1:] = [kept, sign] if kept else [sign]
        self._offset += 1

    def _place(self, at: int) -> None:
        """Note where in the source the words stand that come next."""
        while self._line + 1 < len(self._lines) and at > self._start + len(self._lines[self._line][2]):
            self._start += len(self._lines[self._line][2]) + 1
            self._line += 1
        number, column, _ = self._lines[self._line]
        self._origins.append(Origin(self._offset, number, column + at - self._start))
