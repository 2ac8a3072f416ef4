"""What looks like a reference number: letters and digits joined by signs, which are no date and no year."""

from collections.abc import Iterator

DIGITS = 3  # that a reference has at least ...
FEW = 2  # ... or where that many groups of letters go before
LONGEST_PREFIX = 6
ROUND = ".,:;()[]{}<>\"'“”‘’"
SIGNS = frozenset("/-_.:#")
FIGURES = frozenset("0123456789")


def candidates(text: str) -> Iterator[tuple[int, str, tuple[str, ...]]]:
    """What looks like a reference, after words of capitals and before figures: its start, its words, its groups."""
    chunks = text.split()
    figured = [n for n, word in enumerate(chunks) if not FIGURES.isdisjoint(word)]
    if not any(_may_refer(chunks, n) for n in figured):
        return
    places: list[int] = []
    at = 0
    for word in chunks:
        at = text.index(word, at)
        places.append(at)
        at += len(word)
    used = -1
    for n in figured:
        if n <= used or not _is_code(chunks[n].strip(ROUND)):
            continue
        first = last = n
        while first > 0 and _is_prefix(chunks[first - 1].lstrip(ROUND)) and text[places[first] - 2] not in " \n":
            first -= 1
        while (
            last + 1 < len(chunks)
            and chunks[last][-1].isalnum()
            and _goes_on(chunks[last + 1].rstrip(ROUND))
            and text[places[last + 1] - 1] == " "
        ):
            last += 1
        used = last
        written = text[places[first] : places[last] + len(chunks[last])]
        words = written.strip(ROUND)
        groups = _groups(words)
        if _figures(groups) >= _least(groups) and not _is_date(groups):
            yield places[first] + written.index(words), words, groups


def _may_refer(chunks: list[str], n: int) -> bool:
    """Whether a word with figures has those of a reference, alone or with the next, and is no year alone."""
    word = chunks[n]
    figures = sum(character in FIGURES for character in word)
    after = chunks[n + 1] if n + 1 < len(chunks) else ""
    if figures == len("2026") and word.strip(ROUND).startswith(("19", "20")):
        return _goes_on(after) or (n > 0 and chunks[n - 1].isupper())
    slashed = figures >= FEW and word.count("/") >= FEW  # "NWTC/E/58"
    return figures >= DIGITS or slashed or _goes_on(after.rstrip(ROUND))


def _goes_on(word: str) -> bool:
    """Whether a word is figures enough to be the next part of a reference: "CQC IAT 2526 0611"."""
    return word.isdigit() and len(word) >= DIGITS


def _is_code(chunk: str) -> bool:
    return (
        any(c.isdigit() for c in chunk)
        and all(c.isalnum() or c in SIGNS for c in chunk)
        and not chunk.lower().startswith(("www", "http"))
    )


def _is_prefix(chunk: str) -> bool:
    return chunk.isalpha() and chunk.isupper() and 1 < len(chunk) <= LONGEST_PREFIX


def _groups(words: str) -> tuple[str, ...]:
    """The runs of letters and of digits in a reference, in capitals, without the signs between them."""
    spaced = ""
    for before, character in zip(" " + words, words, strict=False):
        if not character.isalnum():
            spaced += " "
        else:
            spaced += (" " if before.isalnum() and before.isdigit() != character.isdigit() else "") + character.upper()
    return tuple(spaced.split())


def _figures(groups: tuple[str, ...]) -> int:
    return sum(len(group) for group in groups if group.isdigit())


def _least(groups: tuple[str, ...]) -> int:
    """How many digits a reference has at least: fewer after two groups of letters ("NWTC/E/58")."""
    return FEW if len(groups) > FEW and all(group.isalpha() for group in groups[:FEW]) else DIGITS


def _is_date(groups: tuple[str, ...]) -> bool:
    """Whether they are the figures of a date, a year or two years ("2025/26") and no reference."""
    if not all(group.isdigit() for group in groups):
        return False
    sizes = tuple(map(len, groups))
    years = [group for group in groups if len(group) == len("2026") and group.startswith(("19", "20"))]
    return sizes in ((2, 2, 4), (1, 2, 4), (2, 2, 2), (4, 2, 2), (1, 1, 4), (2, 1, 4)) or (
        len(years) > 0 and sizes in ((4,), (4, 2), (4, 4))
    )
