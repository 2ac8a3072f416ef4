"""Words and ideas: the small grammar that recognition rests on.

A *word* belongs to one or more *ideas* ("withheld" to `withhold`, "public interest" to `public-interest`);
schemas/wording/ says which. A *statement* is a few ideas in order inside one sentence: `not ~4 infer held` is a
disclaimer in any wording. Each line of a notice is cut into words once, and each sentence keeps the ideas it holds as
bits of one number, so asking a sentence costs next to nothing.
"""

import re
from collections.abc import Iterator
from functools import reduce
from operator import or_

from foilint.document import Block, Span
from foilint.values import Any, NamedTuple
from foilint.wording import ENDS as ENDS_HERE
from foilint.wording import STEMS, TOKEN, fold

INNER_STOP = re.compile(r"[.!?](?=[a-z\d])")  # not before a capital: there a sentence ends for want of a space
ENDS = frozenset(".!?")
DIGITS = frozenset("0123456789(")
ABBREVIATIONS = frozenset(
    ("s", "ss", "sec", "sect", "reg", "regs", "art", "para", "paras", "pt", "sch", "no", "nos", "p", "pp", "v")
)
TITLES = frozenset(("mr", "mrs", "ms", "dr", "prof", "st", "e.g", "i.e", "cf"))
REMEMBERED = 50_000


class Item(NamedTuple):
    """One step of a statement: any of the ideas in `mask`, at most `gap` words after the step before."""

    mask: int
    gap: int


class Statement(NamedTuple):
    """Ideas in order within one sentence; `unless` are ideas that must not stand from the first step to the last."""

    items: tuple[Item, ...]
    unless: int


class Sentence:
    """Some words of a line: tokens `start` to `end`, all ideas in them (`mask`), and where each stands (`hits`)."""

    __slots__ = ("_hits", "end", "line", "mask", "start")

    def __init__(self, line: "Line", start: int, end: int) -> None:
        """Take tokens `start` to `end` (not included) of a line."""
        self.line = line
        self.start = start
        self.end = end
        self.mask: int = reduce(or_, line.masks[start:end], 0)
        self._hits: tuple[tuple[int, int], ...] | None = None

    @property
    def hits(self) -> tuple[tuple[int, int], ...]:
        """(token, ideas) for every token that has an idea."""
        if self._hits is None:
            masks = self.line.masks
            self._hits = tuple((at, masks[at]) for at in range(self.start, self.end) if masks[at])
        return self._hits

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
        return Sentence(self.line, start, end)

    def hearing(self, hits: tuple[tuple[int, int], ...]) -> "Sentence":
        """The same words with other ideas heard in them."""
        other = Sentence(self.line, self.start, self.end)
        other._hits = hits
        other.mask = reduce(or_, (mask for _, mask in hits), 0)
        return other

    def __repr__(self) -> str:
        return f"Sentence({' '.join(self.tokens)!r})"


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
        self.mask: int = reduce(or_, self.masks, 0)
        self.sentences = tuple(Sentence(self, a, b) for a, b in _ends(self.tokens, self._inner_stops()))

    def _inner_stops(self) -> frozenset[int]:
        """The tokens that look like the end of a sentence but stand inside a number, a date or an address."""
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
        if start == 0 and end == len(self.tokens) and end:
            return Span(self.index, len(self.folded) - len(self.folded.lstrip()), len(self.folded.rstrip()))
        if end <= start:
            return Span(self.index, self.start_of(start), self.start_of(start))
        last = self.start_of(end - 1)
        return Span(self.index, self.start_of(start), last + len(self.tokens[end - 1]))

    def part(self, start: int, end: int) -> Sentence:
        """Tokens `start` to `end` (not included) as one sentence."""
        return Sentence(self, start, end)

    @property
    def whole(self) -> Sentence:
        """All its words as one sentence."""
        return Sentence(self, 0, len(self.tokens))

    def __repr__(self) -> str:
        return f"Line({self.index}, {self.block.text!r})"


def _ends(tokens: list[str], inner: frozenset[int]) -> Iterator[tuple[int, int]]:
    """Where sentences start and end: at closing punctuation, but not at "s. 31", "no. 4" or the tokens `inner`."""
    start = 0
    for at in [n for n, token in enumerate(tokens) if token[0] in ENDS]:
        mark = tokens[at]
        if at + 1 == len(tokens) or at in inner:
            continue
        if (
            mark == "."
            and at
            and ((tokens[at - 1] in ABBREVIATIONS and tokens[at + 1][0] in DIGITS) or tokens[at - 1] in TITLES)
        ):
            continue
        if at + 1 - start > 1 or mark != ".":
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
        self._pairs: dict[tuple[str, str], tuple[Any, ...]] = {}  # where two words that may open a phrase lead
        self.statements = {
            name: tuple(Statement(tuple(Item(*item) for item in items), unless) for items, unless in said)
            for name, said in tables["statements"].items()
        }

        self._opens_and_closes = {
            name: (
                reduce(or_, (statement.items[0].mask for statement in said)),
                reduce(or_, (statement.items[-1].mask for statement in said)),
            )
            for name, said in self.statements.items()
        }

    def mask(self, *ideas: str) -> int:
        """The bits of some ideas; KeyError for a name that no wording file lays down."""
        mask = 0
        for idea in ideas:
            mask |= self.bits[idea]
        return mask

    def masks(self, tokens: list[str]) -> list[int]:
        """The ideas at each token; a phrase counts at its first word."""
        masks: list[Any] = list(map(self._seen.get, tokens))
        if None in masks:
            masks = [self._look_up(t) if m is None else m for t, m in zip(tokens, masks, strict=True)]
        phrases, pairs = self._phrases, self._pairs
        last = len(tokens) - 1
        for at in [n for n, token in enumerate(tokens) if token in phrases]:
            if at == last:
                continue
            pair = (tokens[at], tokens[at + 1])
            forks = pairs.get(pair)
            if forks is None:
                forks = pairs[pair] = tuple(_branches(phrases[pair[0]], pair[1]))
            for fork in forks:
                masks[at] |= _further(fork, tokens, at + 1)
        return masks

    def _look_up(self, token: str) -> int:
        mask = self._words.get(token, 0)
        for cut in range(2, len(token) + 1):
            mask |= self._stems.get(token[:cut], 0)
        if len(self._seen) < REMEMBERED:
            self._seen[token] = mask
        return mask

    def says(self, name: str, sentence: Sentence) -> tuple[int, int] | None:
        """Where a sentence makes a statement of the wording files: its first and last token, or None."""
        first, last = self._opens_and_closes[name]
        if not (sentence.mask & first and sentence.mask & last):
            return None
        for statement in self.statements[name]:
            if found := _match(statement, sentence):
                return found
        return None


def _branches(fork: dict[str, Any], token: str) -> Iterator[dict[str, Any]]:
    """Where a word leads from a fork."""
    if token in fork:
        yield fork[token]
    if STEMS in fork:
        for stem, further in fork[STEMS].items():
            if token.startswith(stem):
                yield further


def _further(fork: dict[str, Any], tokens: list[str], at: int) -> int:
    """The ideas of all phrases that a fork and the tokens after `at` complete."""
    mask: int = fork.get(ENDS_HERE, 0)
    if at + 1 < len(tokens):
        for further in _branches(fork, tokens[at + 1]):
            mask |= _further(further, tokens, at + 1)
    return mask


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
