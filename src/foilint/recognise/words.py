"""Words and ideas: the small grammar that recognition rests on.

A *word* belongs to one or more *ideas* ("withheld" to `withhold`, "public interest" to `public-interest`); schemas/wording.yaml says which.
A *statement* is a few ideas in order inside one sentence: `not ~4 infer held` is a disclaimer in any wording. Each line of a notice is
cut into words once, and each sentence keeps the ideas it holds as bits of one number, so asking a sentence costs next to nothing.
"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from foilint.document import Block, Span
from foilint.wording import ENDS as ENDS_HERE
from foilint.wording import STEMS, TOKEN, fold

INNER_STOP = re.compile(r"[.!?](?=[a-z\d])")  # not before a capital: there a sentence ends for want of a space
ENDS = frozenset(".!?")
DIGITS = frozenset("0123456789(")
ABBREVIATIONS = frozenset("s ss sec sect reg regs art para paras pt sch no nos p pp v".split())
TITLES = frozenset("mr mrs ms dr prof st e.g i.e cf".split())
REMEMBERED = 50_000


class Item(NamedTuple):
    """One step of a statement: any of the ideas in `mask`, at most `gap` words after the step before."""

    mask: int
    gap: int


class Statement(NamedTuple):
    """Ideas in order within one sentence; `unless` are ideas that must not stand between the first step and the last."""

    items: tuple[Item, ...]
    unless: int


class Sentence(NamedTuple):
    """Some words of a line: tokens `start` to `end`, all ideas in them, and where each idea stands."""

    line: "Line"
    start: int
    end: int
    mask: int
    hits: tuple[tuple[int, int], ...]  # (token, ideas) for every token that has an idea

    @property
    def span(self) -> Span:
        """The sentence's place in the document."""
        return self.line.span(self.start, self.end)

    @property
    def tokens(self) -> list[str]:
        """Its words."""
        return self.line.tokens[self.start : self.end]

    def part(self, start: int, end: int) -> "Sentence":
        """A stretch of the line as a sentence of its own."""
        return _sentence(self.line, start, end)


class Line:
    """One block cut into words: `tokens`, the ideas at each (`masks`), and the sentences they make."""

    __slots__ = ("_starts", "block", "folded", "index", "mask", "masks", "sentences", "tokens")

    def __init__(self, index: int, block: Block, lexicon: "Lexicon") -> None:
        """Cut block number `index` of a document."""
        self.index = index
        self.block = block
        self.folded = fold(block.text)
        self.tokens: list[str] = TOKEN.findall(self.folded)
        self.masks = lexicon.masks(self.tokens)
        self._starts: list[int] | None = None
        self.sentences = tuple(_sentence(self, a, b) for a, b in _ends(self.tokens, self._inner_stops()))
        self.mask = 0
        for sentence in self.sentences:
            self.mask |= sentence.mask

    def _inner_stops(self) -> frozenset[int]:
        """The tokens that look like the end of a sentence and stand inside a number, a date or an address ("www.ico.org.uk")."""
        if not INNER_STOP.search(self.block.text):
            return frozenset()
        starts = {match.start() for match in INNER_STOP.finditer(self.block.text)}
        return frozenset(at for at, token in enumerate(self.tokens) if token in ENDS and self.start_of(at) in starts)

    def start_of(self, token: int) -> int:
        """The offset in the block's text at which a token starts."""
        if self._starts is None:
            self._starts = [m.start() for m in TOKEN.finditer(self.folded)]
        return self._starts[token] if token < len(self._starts) else len(self.folded)

    def span(self, start: int, end: int) -> Span:
        """The place of tokens `start` to `end` (not included)."""
        if end <= start:
            return Span(self.index, self.start_of(start), self.start_of(start))
        last = self.start_of(end - 1)
        return Span(self.index, self.start_of(start), last + len(self.tokens[end - 1]))

    @property
    def whole(self) -> Sentence:
        """All its words as one sentence."""
        return _sentence(self, 0, len(self.tokens))

    def __repr__(self) -> str:
        return f"Line({self.index}, {self.block.text!r})"


def _sentence(line: Line, start: int, end: int) -> Sentence:
    masks = line.masks
    mask = 0
    hits = []
    for at in range(start, end):
        if found := masks[at]:
            mask |= found
            hits.append((at, found))
    return Sentence(line, start, end, mask, tuple(hits))


def _ends(tokens: list[str], inner: frozenset[int]) -> Iterator[tuple[int, int]]:
    """Where sentences start and end: at closing punctuation, but not at "s. 31" or "no. 4", nor at the tokens `inner`."""
    start = 0
    for at, token in enumerate(tokens):
        if token[0] not in ENDS or at + 1 == len(tokens) or at in inner:
            continue
        if (
            token == "."
            and at
            and (tokens[at - 1] in ABBREVIATIONS and tokens[at + 1][0] in DIGITS or tokens[at - 1] in TITLES)
        ):
            continue
        if at + 1 - start > 1 or token != ".":
            yield start, at + 1
            start = at + 1
    if start < len(tokens):
        yield start, len(tokens)


class Lexicon:
    """The ideas and statements of schemas/wording/, ready to look up. It only remembers words it has seen."""

    def __init__(self, tables: dict[str, Any]) -> None:
        """Take what `wording.arrange` made."""
        self.bits: dict[str, int] = tables["bits"]
        self._words: dict[str, int] = tables["words"]
        self._stems: dict[str, int] = tables["stems"]
        self._phrases: dict[str, Any] = tables["phrases"]
        self._seen: dict[str, int] = {}
        self.statements = {
            name: tuple(Statement(tuple(Item(*item) for item in items), unless) for items, unless in said)
            for name, said in tables["statements"].items()
        }

    def mask(self, *ideas: str) -> int:
        """The bits of some ideas; KeyError for a name that no wording file lays down."""
        mask = 0
        for idea in ideas:
            mask |= self.bits[idea]
        return mask

    def masks(self, tokens: list[str]) -> list[int]:
        """The ideas at each token; a phrase counts at its first word."""
        seen, phrases = self._seen, self._phrases
        masks = []
        last = len(tokens) - 1
        for at, token in enumerate(tokens):
            mask = seen.get(token)
            if mask is None:
                mask = self._look_up(token)
            if at < last and token in phrases:
                mask |= _follow(phrases[token], tokens, at + 1)
            masks.append(mask)
        return masks

    def _look_up(self, token: str) -> int:
        mask = self._words.get(token, 0)
        for cut in range(2, len(token) + 1):
            mask |= self._stems.get(token[:cut], 0)
        if len(self._seen) < REMEMBERED:
            self._seen[token] = mask
        return mask

    def says(self, name: str, sentence: Sentence) -> tuple[int, int] | None:
        """Where a sentence makes a statement of wording.yaml: its first and last token, or None."""
        for statement in self.statements[name]:
            if found := _match(statement, sentence):
                return found
        return None


def _follow(fork: dict[str, Any], tokens: list[str], at: int) -> int:
    """The ideas of all phrases that the tokens from `at` on complete."""
    token = tokens[at]
    mask = 0
    if token in fork:
        mask = _further(fork[token], tokens, at)
    if STEMS in fork:
        for stem, further in fork[STEMS].items():
            if token.startswith(stem):
                mask |= _further(further, tokens, at)
    return mask


def _further(fork: dict[str, Any], tokens: list[str], at: int) -> int:
    mask: int = fork.get(ENDS_HERE, 0)
    return mask | _follow(fork, tokens, at + 1) if at + 1 < len(tokens) else mask


def _match(statement: Statement, sentence: Sentence) -> tuple[int, int] | None:
    for item in statement.items:
        if not item.mask & sentence.mask:
            return None
    return _match_from(statement, sentence, 0, 0, None)


def _match_from(
    statement: Statement, sentence: Sentence, step: int, hit: int, first: int | None
) -> tuple[int, int] | None:
    hits = sentence.hits
    item = statement.items[step]
    last = hits[hit - 1][0] if first is not None else -1
    for at in range(hit, len(hits)):
        token, mask = hits[at]
        if first is not None and token - last > item.gap:
            return None
        if mask & item.mask:
            begun = token if first is None else first
            if step + 1 == len(statement.items):
                if not statement.unless or not any(m & statement.unless for t, m in hits if begun <= t <= token):
                    return begun, token + 1
                return None
            if found := _match_from(statement, sentence, step + 1, at + 1, begun):
                return found
    return None
