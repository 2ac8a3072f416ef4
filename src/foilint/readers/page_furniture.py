"""What a printed page adds to a text and no reader reads: page numbers, running heads and feet, links printed below."""

from collections import Counter
from collections.abc import Sequence

from foilint.readers.lines import Line
from foilint.readers.wraps import Wrap, first_word, surely_goes_on

_LONGEST = 100  # characters of a running head
_NUMBER = 5  # characters of a page number, with its stop
_INTERRUPTION = 6  # lines of furniture at most between two lines of a sentence
_PAGE, _OF = ("page", "tudalen"), ("of", "o", "/")  # in English and Welsh
_DASHES = ("-", "–", "—")
_COUNTS_OPEN = frozenset("pPtT0123456789-–—")


def page_furniture(lines: Sequence[Line], wraps: Sequence[Wrap]) -> set[int]:
    """The lines that are furniture: by their looks, by standing at page ends, or by the sentence they cut in two."""
    found = {at for at, line in enumerate(lines) if line.text[0] in _COUNTS_OPEN and _is_page_count(line.text)}
    found |= _page_ends(lines)
    texts = Counter([line.text for line in lines])
    odd = {text for text, times in texts.items() if (times > 1 and len(text) <= _LONGEST) or _is_number(text)}
    if not odd and not found:
        return found
    at = 1
    while at < len(lines):
        end = at
        while end < min(len(lines), at + _INTERRUPTION) and (end in found or lines[end].text in odd):
            end += 1
        if at < end < len(lines) and _interrupts(lines, at, end, wraps[end]):
            found.update(range(at, end))
        at = max(end, at + 1)
    return found


def _interrupts(lines: Sequence[Line], at: int, end: int, wrap: Wrap) -> bool:
    """Whether a sentence stops before line `at` and goes on at `end`, and what is between is no part of it.

    The line before was full for the word that goes on with it; the last line between was not.
    """
    before, last, then = lines[at - 1], lines[end - 1], lines[end]
    if not surely_goes_on(before, then) or wrap.was_full(last.text, first_word(then.text)):
        return False
    return _is_number(last.text) or wrap.was_full(before.text, first_word(then.text))


def _is_page_count(text: str) -> bool:
    """Whether a line counts pages: "Page 3", "Page 3 of 16 https://…", "- 3 -", "3 of 16", "3 | Page"."""
    if len(text) > _LONGEST:
        return False
    words = text.lower().replace("|", " ").split()
    if words[0] in _PAGE or words[-1] in _PAGE:
        rest = [word for word in words if word not in _PAGE]
        return bool(rest) and _is_number(rest[0]) and (len(rest) == 1 or rest[1] in _OF)
    if len(words) != 3:
        return False
    if words[1] in _OF:
        return words[0].isdecimal() and words[2].isdecimal()
    return words[0] in _DASHES and words[2] in _DASHES and words[1].isdecimal()


def _page_ends(lines: Sequence[Line]) -> set[int]:
    """Lines at the end or start of a page that are a number, or that stand at three such places, but for a number."""
    ends = [side for at, line in enumerate(lines) if line.page for side in (at - 2, at - 1, at, at + 1)]
    if not ends:
        return set()
    ends = [at for at in dict.fromkeys([0, 1, *ends, len(lines) - 2, len(lines) - 1]) if 0 <= at < len(lines)]
    often = Counter(_but_for_number(lines[at].text) for at in ends if len(lines[at].text) <= _LONGEST)
    return {at for at in ends if often[_but_for_number(lines[at].text)] > 2 or _is_number(lines[at].text)}


def _but_for_number(text: str) -> str:
    """`text` without a number that stands first or last: what a running head keeps from page to page."""
    words = text.split()
    if len(words) > 1 and words[-1].isdecimal():
        del words[-1]
    elif len(words) > 1 and words[0].isdecimal():
        del words[0]
    return " ".join(words)


def _is_number(text: str) -> bool:
    return len(text) <= _NUMBER and text.strip(".,-– ").isdecimal()
