"""Words and ideas: the small grammar that recognition rests on.

A *word* belongs to one or more *ideas* ("withheld" to `withhold`, "public interest" to `public-interest`);
schemas/wording/ says which. A *statement* is a few ideas in order inside one sentence: `not ~4 infer held` is a
disclaimer in any wording. Each line of a notice is cut into words once, and each sentence keeps the ideas it holds as
bits of one number, so asking a sentence costs next to nothing.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import reduce
from operator import or_

from foilint.document import Block, Span
from foilint.recognise.lexicon import STOPS, Hits, Lexicon, Said
from foilint.wording import fold

INNER_STOP = re.compile(r"[.!?](?=[a-z\d])")  # not before a capital: there a sentence ends for want of a space
CLOSING = re.compile(r"[.!?][\"')\]]*(\s+)")
DIGITS = frozenset("0123456789(")
ABBREVIATIONS = frozenset(
    (
        *("s", "ss", "sec", "sect", "reg", "regs", "art", "para", "paras", "pt", "sch"),
        *("no", "nos", "p", "pp", "v", "ref", "refs"),
    )
)
TITLES = frozenset(("mr", "mrs", "ms", "dr", "prof", "st", "e.g", "i.e", "cf"))


class Sentence:
    """Some words of a line: tokens `start` to `end`, all ideas in them (`mask`), and what they say (`said`)."""

    __slots__ = ("_hits", "_said", "end", "line", "mask", "start")

    def __init__(self, line: "Line", start: int, end: int, said: Said | None = None) -> None:
        """Take tokens `start` to `end` (not included) of a line, with what they say where it is known."""
        self.line = line
        self.start = start
        self.end = end
        self.mask: int = reduce(or_, line.masks[start:end], 0) if said is None else said.mask
        self._said = said
        self._hits: Hits | None = None

    @property
    def said(self) -> Said:
        """What its words say wherever they stand."""
        if self._said is None:
            self._said = Said(self.tokens, self.line.masks[self.start : self.end])
        return self._said

    @property
    def hits(self) -> Hits:
        """(token, ideas) for every token that has an idea."""
        if self._hits is None:
            start = self.start
            hits = self.said.hits
            self._hits = tuple([(at + start, mask) for at, mask in hits]) if start else hits
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

    def hearing(self, hits: Hits) -> "Sentence":
        """The same words with other ideas heard in them."""
        heard = dict(hits)
        masks = [heard.get(at, 0) for at in range(self.start, self.end)]
        return Sentence(self.line, self.start, self.end, Said(self.tokens, masks))

    def __repr__(self) -> str:
        return f"Sentence({' '.join(self.tokens)!r})"


class Line:
    """One block cut into words: `tokens`, the ideas at each (`masks`), and the sentences they make."""

    __slots__ = ("_starts", "block", "cuts", "folded", "index", "mask", "masks", "sentences", "tokens")

    def __init__(self, index: int, block: Block, lexicon: Lexicon) -> None:
        """Cut block number `index` of a document."""
        self.index = index
        self.block = block
        self.folded = fold(block.text)
        self.cuts = tuple(_cuts(self.folded, lexicon))
        self.tokens: list[str] = []
        self.masks: list[int] = []
        for _, said in self.cuts:
            self.tokens += said.tokens
            self.masks += said.masks
        self._starts: list[int] | None = None
        self.mask: int = reduce(or_, [said.mask for _, said in self.cuts], 0)
        self.sentences = tuple(self._sentences())

    def _sentences(self) -> Iterator[Sentence]:
        """The sentences; most are just what was cut."""
        known: dict[int, Said] = {}
        stops: list[int] = []
        at = 0
        for _, said in self.cuts:
            known[at] = said
            stops += [at + stop for stop in said.stops]
            at += len(said.tokens)
        for start, end in _ends(self.tokens, stops, self._inner_stops()):
            cut = known.get(start)
            yield Sentence(self, start, end, cut if cut is not None and len(cut.tokens) == end - start else None)

    def _inner_stops(self) -> frozenset[int]:
        """The tokens that look like the end of a sentence but stand inside a number, a date or an address."""
        if not INNER_STOP.search(self.block.text):
            return frozenset()
        starts = {match.start() for match in INNER_STOP.finditer(self.block.text)}
        return frozenset(at for at, token in enumerate(self.tokens) if token in STOPS and self.start_of(at) in starts)

    def start_of(self, token: int) -> int:
        """The offset in the block's text at which a token starts."""
        if self._starts is None:
            self._starts = [at + start for at, said in self.cuts for start in said.starts]
        return self._starts[token] if token < len(self._starts) else len(self.folded)

    def token_at(self, offset: int) -> int:
        """The first token at or after an offset in the block's text."""
        self.start_of(0)
        assert self._starts is not None  # made just now
        return bisect_left(self._starts, offset)

    @property
    def breaks(self) -> Iterator[int]:
        """The tokens that begin a new line within the block."""
        text = self.block.text
        at = text.find("\n")
        while at >= 0:
            if 0 < (token := self.token_at(at)) < len(self.tokens):
                yield token
            at = text.find("\n", at + 1)

    def is_quoted(self, token: int) -> bool:
        """Whether a token stands between quotation marks."""
        if '"' not in self.folded:
            return False
        at = self.start_of(token)
        return self.folded[:at].count('"') % 2 == 1 and '"' in self.folded[at:]

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


def _cuts(text: str, lexicon: Lexicon) -> Iterator[tuple[int, Said]]:
    """A text cut after each closing sign that a space follows: where each cut starts, and what it says."""
    start = 0
    for sign in CLOSING.finditer(text):
        yield start, lexicon.hear(text[start : sign.start(1)])
        start = sign.end()
    if start < len(text):
        yield start, lexicon.hear(text[start:])


def _ends(tokens: list[str], stops: list[int], inner: frozenset[int]) -> Iterator[tuple[int, int]]:
    """Where sentences start and end: at closing punctuation, but not at "s. 31", "no. 4" or the tokens `inner`."""
    start = 0
    for at in stops:
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
