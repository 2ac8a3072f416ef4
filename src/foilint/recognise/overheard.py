"""What is told in other words than any that the wording files know: asked before a particular is called missing."""

from collections.abc import Iterable

from foilint.document import Span
from foilint.recognise.learned import surely
from foilint.recognise.lexicon import Lexicon
from foilint.recognise.spoken import is_heading
from foilint.recognise.words import Sentence

# How probably a sentence has to tell a particular. Few do, so all of these are many times what is usual.
SURE = {"review": 0.5, "advice": 0.3, "disclaimer": 0.3, "statement": 0.3, "admits": 0.9}
SHORTEST = 5  # words


def overheard(particular: str, sentences: Iterable[Sentence], lexicon: Lexicon) -> Sentence | None:
    """The sentence that most probably tells a particular (one of `SURE`), if any does at all."""
    best = SURE[particular]
    found = None
    for sentence in sentences:
        if sentence.end - sentence.start < SHORTEST or is_heading(sentence.line):
            continue
        sure = surely(particular, sentence, lexicon)
        if sure > best:
            best, found = sure, sentence
    return found


def span_of(sentence: Sentence | None) -> Span | None:
    """Where a sentence stands."""
    return sentence.span if sentence else None
