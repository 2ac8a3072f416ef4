"""Where the lines of a text were cut because they were full: the width of its wraps, told from the lines themselves.

Some line ends surely fall inside a sentence: the line stops without punctuation and the next goes on in small
letters. Each of them tells a range in which the width must lie: the line fitted, and with the next word it did not.
The width that satisfies most of them is the width of the wraps, and whatever ended well short of it was ended by its
author. Lines of a printed page are measured in the widths of a common sans serif, lines of an editor in characters.
"""

from collections.abc import Callable, Sequence
from itertools import pairwise

from foilint.readers.lines import Line
from foilint.values import NamedTuple

Measure = Callable[[str], int]
Range = tuple[int, int]  # what fitted, what did not

_WINDOW, _STRIDE = 60, 30
_ENOUGH = 4  # sure wraps in a window that tell a width of its own
_NEAR = 8  # lines of a paragraph that tell its own width
_NARROWEST = 30
_WIDE = 56  # characters in which a sentence shows that it is one: not every longer word has a capital
_OVER = 1.08  # a line so much longer than the limit was not wrapped to it
_LEADING = frozenset(
    ("a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "our", "that", "the", "their", "to", "with")
)
_STOPS = ".!?:;"
_ENDS = ".!?"
_ENDS_OF_SENTENCES = tuple(_ENDS)
_CLOSING, _OPENING = "\"'”’)]", "\"'“‘(["


class Wrap(NamedTuple):
    """How lines were wrapped. Without `limit` they were not: every line end is its author's."""

    gap: int = 0  # blank lines between two lines of one paragraph
    limit: int = 0
    least: int = 0  # what the fullest of short lines would have come to with the next word
    measure: Measure = len

    def was_full(self, line: str, then: str) -> bool:
        """Whether `line` was cut before the word `then` for want of room."""
        if not self.limit:
            return False
        if self.measure(line) > self.limit * _OVER and " " in line:
            return False
        needed = self.limit if is_closed(line) else self.least
        return self.measure(f"{line} {then}") > needed


def first_word(text: str) -> str:
    """The word that a line opens with; a reference ("CEA 250914-33") is not cut in two."""
    word, _, rest = text.partition(" ")
    if word.isupper() and word.isalpha() and rest[:1].isdigit():
        return f"{word} {rest.partition(' ')[0]}"
    return word


def is_closed(text: str) -> bool:
    """Whether a line stops with punctuation, so that the next may start a sentence or an item."""
    return text.rstrip(_CLOSING)[-1:] in _STOPS


def goes_on_small(text: str) -> bool:
    """Whether a line opens in small letters, so that it may go on with a sentence."""
    if text[0] in _OPENING:
        text = text.lstrip(_OPENING)
    return text[:1].islower() and not is_address(text)


def is_address(text: str) -> bool:
    """Whether a line opens with the address of a page or a mailbox, which is in small letters always."""
    if not text.startswith(("http", "www.")) and "@" not in text:
        return False
    word = text.partition(" ")[0]
    return "://" in word or "@" in word or word.startswith("www.")


def surely_goes_on(line: Line, then: Line) -> bool:
    """Whether `then`, which opens no item of a list, goes on with a sentence of `line`."""
    return goes_on_small(then.text) and not is_closed(line.text) and line.quoted == then.quoted


def goes_on(lines: Sequence[Line], start: int, at: int, wrap: Wrap) -> bool:
    """Whether `lines[at]` goes on with the paragraph from `lines[start]`, by their looks and their width alone."""
    line, then = lines[at - 1], lines[at]
    in_capitals = not _is_upper(then.text) and all(_is_capitals(each.text) for each in lines[start:at])
    if in_capitals or (_is_capitals(then.text) and is_closed(line.text)):
        return False
    if is_address(then.text):
        return line.text[-1] not in _ENDS and wrap.was_full(line.text, first_word(then.text))
    told_by_blanks = lines[start].gap > wrap.gap and len(line.text) < _WIDE
    if at - start == 1 and not told_by_blanks and _is_title(line.text) and _is_in_small(then.text):
        return False
    if _hangs(line.text, then.text) or _leaves_open(line.text, then.text) or _explains(lines, at):
        return True
    if _heads_the_next(lines, at, wrap):
        return False
    word = first_word(then.text)
    return wrap.was_full(line.text, word) or _was_full_among(lines[max(start, at - _NEAR) : at], word, wrap)


def _hangs(text: str, then: str) -> bool:
    """Whether a line ends as no paragraph does: "… that the", "… the Freedom of Information" before "Act 2000"."""
    opening = then.removeprefix("(Scotland) ").split(maxsplit=2)
    dated = opening[:1] != [] and opening[0] in ("Act", "Regulations") and len(opening) > 1 and opening[1][:4].isdigit()
    return len(text) > _NARROWEST and (dated or text.rpartition(" ")[2] in _LEADING)


def _leaves_open(line: str, then: str) -> bool:
    """Whether the next line closes a bracket that a line leaves open: "(write to the Unit, quoting" – "25/7714)"."""
    closed = then.find(")")
    return line.count("(") > line.count(")") and closed >= 0 and "(" not in then[:closed]


def _explains(lines: Sequence[Line], at: int) -> bool:
    """Whether a line goes on behind a colon in a sentence that the line below ends: no item of a list is so wrapped."""
    line, then = lines[at - 1].text, lines[at].text
    if line[-1] != ":" or len(line) < _WIDE or not goes_on_small(then) or at + 1 == len(lines):
        return False
    return surely_goes_on(lines[at], lines[at + 1])


def _heads_the_next(lines: Sequence[Line], at: int, wrap: Wrap) -> bool:
    """Whether a line between two sentences stops short without a stop: a heading, though no blank lines tell it.

    A line of the paragraph's own that ends with an address does so too ("E-mail: …").
    """
    if at + 1 == len(lines) or not lines[at - 1].text.endswith(_ENDS_OF_SENTENCES):
        return False
    line, then = lines[at].text, lines[at + 1].text
    if not (line[0].isupper() and then[0].isupper() and (line[-1].isalnum() or line[-1] == ")")):
        return False
    if any(map(is_address, line.split())):
        return False
    return len(line) < _WIDE and not wrap.was_full(line, first_word(then))


def _is_capitals(text: str) -> bool:
    """Whether a line is a heading in capitals, not the end of a sentence with an abbreviation."""
    return text.isupper() and len(text) >= 8 and " " in text


def _is_upper(text: str) -> bool:
    """Whether a line may go on with a heading in capitals."""
    return not any(character.islower() for character in text)


def _is_title(text: str) -> bool:
    """Whether a line gives every longer word a capital, as headings do."""
    words = [word for word in text.split() if len(word) > 3 and word[0].isalpha()]
    return len(words) > 1 and all(word[0].isupper() for word in words)


def _is_in_small(text: str) -> bool:
    """Whether a line has longer words in small letters, as sentences do."""
    return any(len(word) > 3 and word.islower() for word in text.split())


def _was_full_among(lines: Sequence[Line], word: str, wrap: Wrap) -> bool:
    """Whether the last of some lines was full by the measure of its own paragraph, which is narrower than others."""
    narrower = any(
        surely_goes_on(line, then) and not wrap.was_full(line.text, first_word(then.text))
        for line, then in pairwise(lines)
    )
    if not narrower:
        return False
    widest = max(wrap.measure(line.text) for line in lines[:-1])
    return widest > _NARROWEST and wrap.measure(f"{lines[-1].text} {word}") > widest


def wraps_of(lines: Sequence[Line], sure: Sequence[int]) -> list[Wrap]:
    """How each line was parted from the line before it: one `Wrap` for each line."""
    whole = _fit(lines, sure, 0, len(lines))
    wraps: list[Wrap] = []
    start = 0
    for begin in range(0, len(lines), _STRIDE):
        low, high = begin - (_WINDOW - _STRIDE) // 2, begin + (_WINDOW + _STRIDE) // 2
        while start < len(sure) and sure[start] < low:
            start += 1
        end = start
        while end < len(sure) and sure[end] < high:
            end += 1
        near = sure[start:end]
        wrap = whole if _serves(whole, lines, near) else _fit(lines, near, max(0, low), min(high, len(lines)))
        wraps += [wrap] * min(_STRIDE, len(lines) - begin)
    return wraps


def _serves(wrap: Wrap, lines: Sequence[Line], sure: Sequence[int]) -> bool:
    """Whether the wraps of the whole text are those of a window: too little tells otherwise, or most agree."""
    if len(sure) < _ENOUGH:
        return True
    agree = [lines[at].gap == wrap.gap and wrap.was_full(lines[at - 1].text, first_word(lines[at].text)) for at in sure]
    return agree.count(True) * 10 >= len(sure) * 7


def _fit(lines: Sequence[Line], sure: Sequence[int], start: int, end: int) -> Wrap:
    """The wraps that explain most of the `sure` ones; none where too many lines are longer than they allow."""
    if not sure:
        return Wrap()
    gaps = [lines[at].gap for at in sure]
    gap = max(set(gaps), key=gaps.count)
    pairs = [(lines[at - 1].text, first_word(lines[at].text)) for at in sure if lines[at].gap == gap]
    measure, ranges, limit, agree = _measured(pairs, len)
    if agree * 20 < len(pairs) * 19:
        measure, ranges, limit, _ = max(
            (measure, ranges, limit, agree), _measured(pairs, printed_width), key=_agreement
        )
    if sum(measure(line.text) > limit * _OVER for line in lines[start:end]) * 6 > end - start:
        return Wrap()
    short = sorted(high for _, high in ranges)[len(ranges) // 20]
    return Wrap(gap, limit, max(int(limit * 0.85), min(limit, short)), measure)


_Measured = tuple[Measure, list[Range], int, int]


def _measured(pairs: Sequence[tuple[str, str]], measure: Measure) -> _Measured:
    ranges = [(measure(line), measure(f"{line} {then}")) for line, then in pairs]
    return (measure, ranges, *_commonest(ranges))


def _agreement(measured: _Measured) -> int:
    return measured[3]


def _commonest(ranges: Sequence[Range]) -> tuple[int, int]:
    """A number that lies in most of the ranges (their upper end left out), and in how many.

    It is the lowest such number: the length of the longest line. Of ranges apart, the widest counts.
    """
    events = sorted([(low, 1) for low, _ in ranges] + [(high, -1) for _, high in ranges])
    depth, deepest, number = 0, 0, 0
    for at, step in events:
        depth += step
        if step > 0 and depth >= deepest:
            deepest, number = depth, at
    return number, deepest


def printed_width(text: str) -> int:
    """The width of a line in print, in hundredths of the type's size (a sans serif such as Helvetica or Arial)."""
    return sum(text.encode("latin-1", "replace").translate(_WIDTHS))


def _widths() -> bytes:
    widths = bytearray([56]) * 256
    for width, letters in (
        (22, "ijl'"),
        (28, " ftI.,:;/\\!|[]?"),  # and for "?" stand the curly quotes, which this alphabet has not
        (33, "r-()`"),
        (50, "ckJsvxyz"),
        (61, "FTZ"),
        (67, "ABEKPSVXY&"),
        (72, "CDHNRUw"),
        (78, "GOQ"),
        (83, "mM"),
        (94, "W"),
        (100, "@%"),
    ):
        for byte in letters.encode("latin-1"):
            widths[byte] = width
    return bytes(widths)


_WIDTHS = _widths()
