"""Clues: what the learned tables know a sentence by, whatever it says outright."""

from itertools import pairwise

from foilint.functional import lru_cache
from foilint.recognise.lexicon import REMEMBERED_WORDS, Lexicon, once
from foilint.recognise.words import Sentence

ENDINGS = (
    *("ations", "ation", "ments", "ment", "ings", "ing", "ities", "ity", "ies", "ness", "ence", "ance"),
    *("ors", "or", "ers", "er", "ed", "es", "ly", "s", "e", "y"),
)
SHORTEST_STEM = 4  # letters
SIGNS = frozenset("?;:")
NUMBER = "0"


@lru_cache(REMEMBERED_WORDS)
def stem(word: str) -> str:
    """A word without its ending, so that what one form has taught holds for the others: "scrutiny", "scrutin"."""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM:
            return word[: -len(ending)]
    return word


@once
def clues(sentence: Sentence, lexicon: Lexicon) -> tuple[str, ...]:
    """What the tables know a sentence by: its words' stems, two that meet ("on_the"), those that it opens with ("^on"),
    and its ideas ("@openness").
    """
    stems = [s for token in sentence.tokens if (s := _stem_of(token))]
    meeting = {f"{one}_{other}" for one, other in pairwise(stems)}
    ideas = {idea for mask in {mask for _, mask in sentence.hits} for idea in lexicon.ideas(mask)}
    opening = (f"^{'_'.join(stems[:words])}" for words in (1, 2))
    return (*sorted(set(stems)), *sorted(meeting), *opening, *(f"@{idea}" for idea in sorted(ideas)))


@lru_cache(REMEMBERED_WORDS)
def _stem_of(token: str) -> str:
    """What a token counts as: all numbers alike, few signs, words by their stems; "" for what counts as nothing."""
    if token[0].isalpha():
        return stem(token)
    return NUMBER if token[0].isdigit() else token if token in SIGNS else ""
