"""Plain text as lines: each with its place, its spaces squeezed and what stands above it."""

from collections.abc import Sequence

from foilint.document import Origin
from foilint.values import NamedTuple

_SPACES = (
    "\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\v\x85"
)
_UNSEEN = "\u200b\u200c\u200d\u2060\ufeff"  # zero width: they join or part nothing that a reader sees
_HYPHENS = "\u2010\u2011"
SOFT_HYPHEN = "\xad"
_BEFORE = (">", SOFT_HYPHEN)


class Line(NamedTuple):
    """A line that holds words. `turns` are the offsets of `text` from which on it stands at another column."""

    text: str
    source: str  # as typed, without the space around it: tabs are still there
    number: int
    column: int
    gap: int = 0  # blank lines above it
    page: bool = False  # whether a page ends above it
    quoted: int = 0  # how many ">" stand before it
    turns: tuple[tuple[int, int], ...] = ()


def plain(text: str) -> str:
    """`text`, character for character: every space is a space, every hyphen a hyphen, what is unseen a soft hyphen."""
    if text.isascii():
        return text.replace("\v", " ")
    for characters, seen in ((_SPACES, " "), (_UNSEEN, SOFT_HYPHEN), (_HYPHENS, "-")):
        for character in characters:
            if character in text:
                text = text.replace(character, seen)
    return text


def squeeze(source: str, column: int) -> tuple[str, tuple[tuple[int, int], ...]]:
    """`source`, which stands at `column`, with single spaces and no soft hyphens, and where its columns jump."""
    if SOFT_HYPHEN in source:
        return _squeeze_each(source, column)
    if "  " not in source and "\t" not in source:
        return source, ()
    words, turns, offset, at = source.split(), [], 0, 0
    for word in words:
        found = source.index(word, at)
        if found - at != bool(at):
            turns.append((offset, column + found))
        offset += len(word) + 1
        at = found + len(word)
    return " ".join(words), tuple(turns)


def _squeeze_each(source: str, column: int) -> tuple[str, tuple[tuple[int, int], ...]]:
    kept: list[str] = []
    turns: list[tuple[int, int]] = []
    expected = 0
    for at, character in enumerate(source):
        if character == SOFT_HYPHEN or (character in " \t" and (not kept or kept[-1] == " ")):
            continue
        if at != expected:
            turns.append((len(kept), column + at))
        kept.append(" " if character == "\t" else character)
        expected = at + 1
    text = "".join(kept).rstrip()
    return text, tuple(turn for turn in turns if turn[0] < len(text))


def part_of(line: Line, start: int, end: int | None = None) -> Line:
    """The words of `line.source[start:end]` as a line of their own."""
    part = line.source[start:end]
    source = part.strip(" \t" + SOFT_HYPHEN)
    column = line.column + start + part.find(source)
    text, turns = squeeze(source, column)
    return line._replace(text=text, source=source, column=column, turns=turns)


def joined(lines: Sequence[Line]) -> tuple[str, tuple[Origin, ...]]:
    """The text of the lines of one paragraph, and where it stands. A word cut at its hyphen is whole again."""
    if len(lines) == 1:
        line = lines[0]
        return line.text, _origins(line, 0)
    pieces: list[str] = []
    origins: list[Origin] = []
    offset, before = 0, ""
    for line in lines:
        if before:
            cut = before[-1] == SOFT_HYPHEN or (
                before[-1] == "-" and before[-2:-1].isalpha() and line.text[0].isalnum()
            )
            if not cut:
                pieces.append("\n")
                offset += 1
        pieces.append(line.text)
        origins += _origins(line, offset)
        offset += len(line.text)
        before = line.source
    return "".join(pieces), tuple(origins)


def _origins(line: Line, offset: int) -> tuple[Origin, ...]:
    first = Origin(offset, line.number, line.column)
    if not line.turns:
        return (first,)
    return first, *(Origin(offset + at, line.number, column) for at, column in line.turns)


def lines_of(text: str) -> list[Line]:
    """The lines of a plain text that hold words. Lines are counted as editors count them."""
    lines: list[Line] = []
    gap, page = 0, False
    for number, whole in enumerate(plain(text).replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1):
        column = 1
        for part in whole.split("\f") if "\f" in whole else (whole,):
            page = page or column > 1
            source = part.strip()
            quoted = 0
            if source[:1] in _BEFORE:
                quoted, source = _words(source)
            if source:
                at = column + part.rindex(source)
                words, turns = squeeze(source, at)
                lines.append(Line(words, source, number, at, max(0, gap), page, quoted, turns))
                gap, page = -1, False
            column += len(part) + 1
        gap += 1
    return lines


def _words(source: str) -> tuple[int, str]:
    """How many marks of quotation stand before the words of a line, and the words."""
    words = source.lstrip("> \t" + SOFT_HYPHEN)
    return source.count(">", 0, len(source) - len(words)), words
