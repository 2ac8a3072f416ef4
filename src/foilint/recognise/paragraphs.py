"""Paragraphs: what the text of a block says wherever it stands, cut into words and sentences, and remembered.

Letters of one house share headings, rights and much of their law word for word. What depends on nothing but the words
of a block, be it where its sentences end or what it cites, is asked of its `Paragraph`, once.
"""

from collections.abc import Iterator
from operator import or_

from foilint.functional import reduce
from foilint.patterns import pattern
from foilint.recognise.lexicon import STOPS, Lexicon, Said
from foilint.values import TYPE_CHECKING, Any
from foilint.wording import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable
    from typing import TypeVar

    T = TypeVar("T")

INNER_STOP = pattern("inner stop")
FIGURE = pattern("figure")
CLOSING = pattern("closing sign")
DIGITS = frozenset("0123456789(")
ABBREVIATIONS = frozenset(
    (
        *("s", "ss", "sec", "sect", "reg", "regs", "art", "para", "paras", "pt", "sch"),
        *("no", "nos", "p", "pp", "v", "ref", "refs"),
    )
)
TITLES = frozenset(("mr", "mrs", "ms", "dr", "prof", "st", "e.g", "i.e", "cf"))

Stretch = tuple[int, int]  # the first token of some words, and the one after the last


class Paragraph:
    """A text cut into words: `tokens`, the ideas at each (`masks`), the sentences they make, and answers given.

    `figured` is whether there is a figure in it.
    """

    __slots__ = ("_starts", "answers", "cuts", "figured", "folded", "mask", "masks", "said", "sentences", "tokens")

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        """Cut a text."""
        self.folded = fold(text)
        self.figured = FIGURE.search(text) is not None
        self.cuts = tuple(_cuts(self.folded, lexicon))
        self.tokens: list[str] = []
        self.masks: list[int] = []
        for _, said in self.cuts:
            self.tokens += said.tokens
            self.masks += said.masks
        self.mask: int = reduce(or_, [said.mask for _, said in self.cuts], 0)
        self.said: dict[Stretch, Said] = {}
        self.answers: dict[Any, Any] = {}
        self._starts: list[int] | None = None
        self.sentences = tuple([(start, end, self.says(start, end)) for start, end in self._sentences(text)])

    def _sentences(self, text: str) -> Iterator[Stretch]:
        """Where the sentences start and end; most are just what was cut."""
        stops: list[int] = []
        at = 0
        for _, said in self.cuts:
            end = at + len(said.tokens)
            self.said[at, end] = said
            stops += [at + stop for stop in said.stops]
            at = end
        return _ends(self.tokens, stops, self._inner_stops(text))

    def _inner_stops(self, text: str) -> frozenset[int]:
        """The tokens that look like the end of a sentence but stand inside a number, a date or an address."""
        starts = {match.start() for match in INNER_STOP.finditer(text)}
        if not starts:
            return frozenset()
        return frozenset(
            at
            for at, (token, start) in enumerate(zip(self.tokens, self.starts, strict=True))
            if token in STOPS and start in starts
        )

    @property
    def starts(self) -> list[int]:
        """The offset in the text at which each token starts."""
        if self._starts is None:
            self._starts = [at + start for at, said in self.cuts for start in said.starts]
        return self._starts

    def once(self, question: "Hashable", answer: "Callable[[], T]") -> "T":
        """What is answered to a question that depends on nothing but the text; asked only once."""
        if question not in self.answers:
            self.answers[question] = answer()
        answered: T = self.answers[question]
        return answered

    def says(self, start: int, end: int) -> Said:
        """What tokens `start` to `end` (not included) say."""
        said = self.said.get((start, end))
        if said is None:
            said = self.said[start, end] = Said(self.tokens[start:end], self.masks[start:end])
        return said


def paragraph(text: str, lexicon: Lexicon) -> Paragraph:
    """A text cut into words: from memory, if it was said lately."""
    found: Paragraph | None = lexicon.paragraphs.recall(text)
    if found is None:
        found = Paragraph(text, lexicon)
        lexicon.paragraphs.keep(text, found)
    return found


def _cuts(text: str, lexicon: Lexicon) -> Iterator[tuple[int, Said]]:
    """A text cut after each closing sign that a space follows: where each cut starts, and what it says."""
    start = 0
    for sign in CLOSING.finditer(text):
        yield start, lexicon.hear(text[start : sign.start(1)])
        start = sign.end()
    if start < len(text):
        yield start, lexicon.hear(text[start:])


def _ends(tokens: list[str], stops: list[int], inner: frozenset[int]) -> Iterator[Stretch]:
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
