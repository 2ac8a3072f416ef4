"""Reference numbers: whether a letter gives one request two of them.

A reference is told by its label ("Our ref", "please quote"), by brackets in a subject line or by a line of its own at
the head of the letter. Another one of the same make is a slip, unless the sentence speaks of another request.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from foilint.document import Layer, Span
from foilint.notice import Region, Slip
from foilint.recognise.spoken import Spoken
from foilint.recognise.words import Line, Sentence

DIGITS = 3  # that a reference has at least
LABEL_REACH = 40  # characters between a label and its reference
LONGEST_PREFIX = 6
HEAD = 4  # blocks at the head of a letter where a reference may stand without a label
OUTSIDE = frozenset((Region.REQUEST, Region.QUOTATION))
ROUND = ".,:;()[]{}<>\"'“”‘’"
SIGNS = frozenset("/-_.:#")
FIGURES = frozenset("0123456789")


class Code(NamedTuple):
    """A reference as it stands, with the groups of letters and digits that make it comparable."""

    span: Span
    words: str
    groups: tuple[str, ...]
    labelled: bool
    sentence: Sentence

    def is_like(self, other: "Code") -> bool:
        """Whether the two are of one make: the same letters, and as many digits in as many groups."""
        return len(self.groups) == len(other.groups) and all(
            len(a) == len(b) if a.isdigit() and b.isdigit() else a == b
            for a, b in zip(self.groups, other.groups, strict=True)
        )

    def is_same(self, other: "Code") -> bool:
        """Whether one is the other, or its last part."""
        short, long = sorted((self.groups, other.groups), key=len)
        return short == long[len(long) - len(short) :]


def mismatched(lines: Sequence[Line], regions: Sequence[Region], spoken: Spoken) -> tuple[Slip, ...]:
    """The references that differ from the letter's own, the first that it gives."""
    lexicon = spoken.lexicon
    if any(line.mask & lexicon.mask("several-requests") for line in spoken.lines):
        return ()
    voiced = [
        line
        for line, region in zip(lines, regions, strict=True)
        if region not in OUTSIDE
        and line.block.layer not in (Layer.FURNITURE, Layer.QUOTED)
        and not FIGURES.isdisjoint(line.folded)
    ]
    label, noun = lexicon.mask("ref-label"), lexicon.mask("request-noun")
    telling = [
        line
        for line in voiced
        if line.mask & label or line.index < HEAD or "[" in line.folded or _numbers_request(line, noun)
    ]
    codes = [code for line in telling for code in _codes(line, label, noun)]
    first = next((code for code in codes if code.labelled), None)
    if first is None:
        return ()
    prefix = first.groups[0].lower()
    if prefix.isalpha():  # it is known again without a label
        rest = [line for line in voiced if prefix in line.folded and line not in telling]
        codes += [code for line in rest for code in _codes(line, label, noun)]
    own = [code for code in codes if _share_a_row(code, first)]
    other = lexicon.mask("other-request")
    return tuple(
        Slip(code.span, first.words)
        for code in codes
        if code.is_like(first)
        and not any(code.is_same(each) for each in own)
        and not code.sentence.mask & other
        and (code.labelled or code.groups[0].isalpha())
    )


def _share_a_row(code: Code, first: Code) -> bool:
    """Whether a reference stands beside the first one: "Our refs: FOI/1234 and FOI/1235"."""
    between = slice(first.span.start, code.span.end)
    return (
        code.span.block == first.span.block
        and "\n" not in first.sentence.line.block.text[between]
        and code.span >= first.span
    )


def _codes(line: Line, label: int, noun: int) -> Iterator[Code]:
    """The references in a line, and whether each has a label, or stands as one does at the head of the letter."""
    text = line.block.text
    head = line.index < HEAD
    ends = _ends_of(line, label)
    nouns = _ends_of(line, noun)
    for start, words in _candidates(text):
        end = start + len(words)
        labelled = any(0 <= start - after <= LABEL_REACH and _leads(text[after:start]) for after in ends) or any(
            start > after and not text[after:start].strip(" :#") for after in nouns
        )
        bracketed = text[start - 1 : start] in ("[", "(") and text[end : end + 1] in ("]", ")")
        alone = (
            head and text[text.rfind("\n", 0, start) + 1 : start].strip() == "" and text[end : end + 1] in ("", "\n")
        )
        groups = _groups(words)
        yield Code(
            Span(line.index, start, end),
            words,
            groups,
            labelled or alone or (bracketed and groups[0].isalpha()),
            _sentence(line, start),
        )


def _numbers_request(line: Line, noun: int) -> bool:
    """Whether figures follow the word: "your request 5583/26"."""
    if not line.mask & noun:
        return False
    nexts = zip(line.masks, line.tokens[1:], strict=False)
    return any(mask & noun and token[0] in FIGURES for mask, token in nexts)


def _ends_of(line: Line, idea: int) -> list[int]:
    """Where each word of an idea ends in the line's text."""
    if not line.mask & idea:
        return []
    return [line.start_of(at) + len(line.tokens[at]) for at, mask in enumerate(line.masks) if mask & idea]


def _leads(between: str) -> bool:
    """Whether the words between a label and a reference lead from one to the other."""
    return "\n" not in between.strip() and FIGURES.isdisjoint(between) and ". " not in between


def _candidates(text: str) -> Iterator[tuple[int, str]]:
    """What looks like a reference: letters and digits joined by signs, after words of capitals, before figures."""
    chunks = text.split()
    if not any(_may_refer(chunks, n) for n in range(len(chunks))):
        return
    places: list[int] = []
    at = 0
    for word in chunks:
        at = text.index(word, at)
        places.append(at)
        at += len(word)
    used = -1
    for n, word in enumerate(chunks):
        if n <= used or FIGURES.isdisjoint(word) or not _is_code(word.strip(ROUND)):
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
        if sum(len(group) for group in groups if group.isdigit()) >= DIGITS and not _is_date(groups):
            yield places[first] + written.index(words), words


def _may_refer(chunks: list[str], n: int) -> bool:
    """Whether a word has the figures of a reference, alone or with the next, and is no year alone."""
    word = chunks[n]
    if FIGURES.isdisjoint(word):
        return False
    figures = sum(character in FIGURES for character in word)
    after = chunks[n + 1] if n + 1 < len(chunks) else ""
    if figures == len("2026") and word.strip(ROUND).startswith(("19", "20")):
        return _goes_on(after) or (n > 0 and chunks[n - 1].isupper())
    return figures >= DIGITS or _goes_on(after.rstrip(ROUND))


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
    spaced = ""
    for before, character in zip(" " + words, words, strict=False):
        if not character.isalnum():
            spaced += " "
        else:
            spaced += (" " if before.isalnum() and before.isdigit() != character.isdigit() else "") + character.upper()
    return tuple(spaced.split())


def _is_date(groups: tuple[str, ...]) -> bool:
    """Whether they are the figures of a date, a year or two years ("2025/26") and no reference."""
    if not all(group.isdigit() for group in groups):
        return False
    sizes = tuple(map(len, groups))
    years = [group for group in groups if len(group) == len("2026") and group.startswith(("19", "20"))]
    return sizes in ((2, 2, 4), (1, 2, 4), (2, 2, 2), (4, 2, 2), (1, 1, 4), (2, 1, 4)) or (
        len(years) > 0 and sizes in ((4,), (4, 2), (4, 4))
    )


def _sentence(line: Line, start: int) -> Sentence:
    for sentence in line.sentences:
        span = sentence.span
        if span.start <= start < span.end:
            return sentence
    return line.whole
