"""The words round a citation, as denials ask them."""

from foilint.recognise.citations import Cited
from foilint.recognise.lexicon import Lexicon
from foilint.recognise.words import Line, Sentence
from foilint.values import NamedTuple

NEAR = 4  # words between a verb and what turns it round
BEFORE = 9  # words before a provision in which its verb stands

Hits = list[tuple[int, int]]


class Words(NamedTuple):
    """The words round a citation: what stands before and after it in its sentence, as (token, ideas)."""

    line: Line
    sentence: Sentence
    cited: Cited
    lexicon: Lexicon
    bits: dict[str, int]
    tokens: list[str]
    before: Hits
    after: Hits

    @property
    def verb(self) -> int | None:
        """The first of the claiming words that run up to the citation ("sought to rely on"), where any is near."""
        rely = self.bits["rely"]
        if self.cited.is_relative:
            return None  # its own verb follows
        near = next((t for t, m in reversed(self.before) if m & rely and self.cited.start - t <= BEFORE), None)
        if near is None:
            return None
        first = near
        for token, mask in reversed(self.before):
            if mask & rely and token <= first and first - token <= 2:
                first = token
        return first

    def stands(self, idea: str, *, within: int, of: int) -> bool:
        """Whether an idea stands before the citation, no more than `within` words before the token `of`."""
        return any(m & self.bits[idea] and 0 <= of - t <= within for t, m in self.before)


def around(line: Line, sentence: Sentence, cited: Cited, lexicon: Lexicon) -> Words:
    """The words round a citation."""
    before = [(t, m) for t, m in sentence.hits if t < cited.start]
    after = [(t, m) for t, m in sentence.hits if t >= cited.end]
    return Words(line, sentence, cited, lexicon, lexicon.bits, line.tokens, before, after)
