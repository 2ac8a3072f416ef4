"""Words in the cells of a terminal: how wide they are, and how they fit into lines."""

import unicodedata
from collections.abc import Iterator

WIDE = frozenset("WF")
MORE = "…"
FULL = 55
"""Signs from which on a line of a text file is taken to have been full."""


def cells(words: str) -> int:
    """How many cells of a terminal words take: two for a wide character, none for a mark on another one."""
    if words.isascii():
        return len(words)
    return sum(0 if unicodedata.combining(sign) else 1 + (unicodedata.east_asian_width(sign) in WIDE) for sign in words)


def filled(words: str, width: int) -> str:
    """Words with spaces behind them up to a width."""
    return words + " " * (width - cells(words))


def clipped(words: str, width: int) -> str:
    """Words that fit a width: cut, with a sign that there is more, where they are longer."""
    if cells(words) <= width:
        return words
    while words and cells(words) > width - 1:
        words = words[:-1]
    return words.rstrip() + MORE if width > 0 else ""


def wrapped(words: str, width: int) -> Iterator[str]:
    """Lines no longer than a width, broken at spaces; a word that no line can hold is broken too."""
    line = ""
    for word in words.split():
        while cells(word) > width:
            piece = word[:width]
            while cells(piece) > width:
                piece = piece[:-1]
            if line:
                yield line
                line = ""
            yield piece
            word = word[len(piece) :]  # noqa: PLW2901  what is left of it
        if line and cells(line) + 1 + cells(word) > width:
            yield line
            line = word
        else:
            line = f"{line} {word}" if line and word else line or word
    if line:
        yield line


def unwrapped(text: str) -> str:
    """Text whose lines were broken because they were full, flowing again, sign for sign, so that places stay true.

    Lines that end before they are full end for a reason: an address, a signature.
    """
    lines = text.split("\n")
    return "".join(line + (" " if len(line) >= FULL else "\n") for line in lines[:-1]) + lines[-1]


def around(text: str, start: int, end: int, width: int) -> tuple[str, str, str]:
    """The words `text[start:end]`, with as much before and behind them as a width holds, all on one line.

    What is left out is marked. Words that are too long by themselves are cut.
    """
    near = width * 3  # room for blanks; a block may be as long as a book
    words = " ".join(text[start:end].split())
    before = " ".join(text[max(0, start - near) : start].split())
    behind = " ".join(text[end : end + near].split())
    before += " " if before and text[start - 1].isspace() else ""
    behind = (" " if behind and text[end].isspace() else "") + behind
    if cells(words) >= width:
        return "", clipped(words, width), ""
    room = width - cells(words)
    left = min(cells(before), max(room // 2, room - cells(behind)))
    return _tail(before, left), words, _head(behind, room - left)


def _head(words: str, width: int) -> str:
    """As many whole words from the start as fit."""
    if cells(words) <= width:
        return words
    kept = list(_fitting(words.split(" "), width - 2))
    return " ".join((*kept, MORE)) if width > 1 else ""


def _tail(words: str, width: int) -> str:
    """As many whole words from the end as fit."""
    if cells(words) <= width:
        return words
    kept = list(_fitting(words.split(" ")[::-1], width - 2))
    return " ".join((*kept, MORE)[::-1]) if width > 1 else ""


def _fitting(words: list[str], width: int) -> Iterator[str]:
    """The first words that fit a width with a blank between them."""
    taken = -1
    for word in words:
        taken += 1 + cells(word)
        if taken > width:
            return
        yield word
