"""Words and ideas: the small grammar that recognition rests on.

A *word* belongs to one or more *ideas* ("withheld" to `withhold`, "public interest" to `public-interest`);
schemas/wording/ says which. A *statement* is a few ideas in order inside one sentence: `not ~4 infer held` is a
disclaimer in any wording. Each line of a notice is cut into words once, and each sentence keeps the ideas it holds as
bits of one number, so asking a sentence costs next to nothing.
"""

from bisect import bisect_left
from collections.abc import Iterator

from foilint.document import Block, Span
from foilint.recognise.lexicon import Hits, Lexicon, Said
from foilint.recognise.paragraphs import paragraph
from foilint.values import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeVar

    T = TypeVar("T")

SIGNS = ".!?;:"  # what may close a line
CLOSERS = "\"')]"  # what may stand behind it


class Sentence:
    """Some words of a line: tokens `start` to `end`, all ideas in them (`mask`), and what they say (`said`)."""

    __slots__ = ("_hits", "end", "line", "mask", "said", "start", "tokens")

    def __init__(self, line: "Line", start: int, end: int, said: Said) -> None:
        """Take tokens `start` to `end` (not included) of a line, with what they say wherever they stand."""
        self.line = line
        self.start = start
        self.end = end
        self.said = said
        self.mask = said.mask
        self.tokens = said.tokens
        self._hits: Hits | None = None

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

    def part(self, start: int, end: int) -> "Sentence":
        """A stretch of the line as a sentence of its own."""
        return self.line.part(start, end)

    def hearing(self, hits: Hits) -> "Sentence":
        """The same words with other ideas heard in them."""
        heard = dict(hits)
        masks = [heard.get(at, 0) for at in range(self.start, self.end)]
        return Sentence(self.line, self.start, self.end, Said(self.tokens, masks))

    def __repr__(self) -> str:
        return f"Sentence({' '.join(self.tokens)!r})"


class Line:
    """One block cut into words: `tokens`, the ideas at each (`masks`), and the sentences they make."""

    __slots__ = ("block", "folded", "index", "mask", "masks", "paragraph", "sentences", "tokens")

    def __init__(self, index: int, block: Block, lexicon: Lexicon) -> None:
        """Cut block number `index` of a document."""
        self.index = index
        self.block = block
        self.paragraph = said = paragraph(block.text, lexicon)
        self.folded = said.folded
        self.tokens = said.tokens
        self.masks = said.masks
        self.mask = said.mask
        self.sentences = tuple([Sentence(self, *each) for each in said.sentences])

    def let_go(self) -> None:
        """Part from the sentences: what knows each other is freed only by a search for garbage."""
        self.sentences = ()

    def start_of(self, token: int) -> int:
        """The offset in the block's text at which a token starts."""
        starts = self.paragraph.starts
        return starts[token] if token < len(starts) else len(self.folded)

    def token_at(self, offset: int) -> int:
        """The first token at or after an offset in the block's text."""
        return bisect_left(self.paragraph.starts, offset)

    @property
    def breaks(self) -> Iterator[int]:
        """The tokens that begin a new line within the block, behind a sign that closes the line before."""
        text = self.folded
        at = text.find("\n")
        while at >= 0:
            if text[:at].rstrip().rstrip(CLOSERS)[-1:] in SIGNS:  # to ask costs less than to find the token
                token = self.token_at(at)
                if 0 < token < len(self.tokens) and self.tokens[token - 1][0] in SIGNS:
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
        return Sentence(self, start, end, self.paragraph.says(start, end))

    @property
    def whole(self) -> Sentence:
        """All its words as one sentence."""
        return self.part(0, len(self.tokens))

    def __repr__(self) -> str:
        return f"Line({self.index}, {self.block.text!r})"


def once_there(ask: "Callable[[Sentence, Lexicon], T]") -> "Callable[[Sentence, Lexicon], T]":
    """Ask the same words in the same paragraph only once; `ask` may look at the words around, and at nothing else."""

    def answer(sentence: Sentence, lexicon: Lexicon) -> "T":
        answers = sentence.line.paragraph.answers
        question = ask, sentence.start, sentence.end
        if question not in answers:
            answers[question] = ask(sentence, lexicon)
        answered: T = answers[question]
        return answered

    answer.__doc__ = ask.__doc__
    return answer
