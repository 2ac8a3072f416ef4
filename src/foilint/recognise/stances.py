"""Which side words take: who favours what.

A word favours or opposes, and its object is openness (disclosing, confirming) or its opposite (withholding, the
exemption). "Against disclosure" and "favouring non-disclosure" both argue against; "against withholding" argues for.
What the words of a label announce is told in `announced.py`.
"""

from collections.abc import Iterator
from itertools import pairwise

from foilint.recognise.lexicon import Lexicon, once
from foilint.recognise.words import Sentence
from foilint.values import StrEnum

TOLD = 16  # words after "the public interest" in which it may be told what that is
TELLING = frozenset((("is", "that"), ("is", "to"), ("is", "in"), ("lies", "in"), ("rests", "on"), ("consists", "in")))


class Stance(StrEnum):
    """Which side words take."""

    FOR = "for"
    AGAINST = "against"
    UNCLEAR = "unclear"  # "favouring section 31"
    BOTH = "both"


def object_of(sentence: Sentence, after: int, lexicon: Lexicon, until: int = 1 << 30) -> int:
    """What is favoured or opposed after a token: 1 openness, -1 its opposite, 0 nothing told."""
    shut, opened = lexicon.bits["shut"], lexicon.bits["open"]
    if not sentence.mask & (shut | opened):
        return 0
    for token, ideas in sentence.hits:
        if token >= until:
            return 0
        if token > after:
            if ideas & shut:
                return -1
            if ideas & opened:
                return 1
    return 0


def speaks_of(words: Sentence, lexicon: Lexicon) -> int:
    """What the words of a heading are about, or against: 1 openness, -1 its opposite, 0 neither."""
    bits = lexicon.bits
    if words.mask & bits["in-use"]:
        return 0  # "Why the exemption applies"
    if words.mask & bits["your-side"]:
        return 1
    goal = object_of(words, -1, lexicon)
    if not goal:
        goal = 1 if words.mask & bits["openness"] else -1 if words.mask & bits["protection"] else 0
    return -goal if words.mask & bits["against"] else goal


def negated(sentence: Sentence, at: int) -> bool:
    """Whether "not" or "neither" follows close behind a word that favours: "something to be said for not turning …"."""
    return not NOT.isdisjoint(sentence.line.tokens[at + 1 : min(at + 5, sentence.end)])


NOT = frozenset(("not", "neither"))


def _goal_at(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether a sentence opens with what it is for: "For disclosure", but not "For those reasons disclosure"."""
    goals = lexicon.mask("open", "shut")
    return any(mask & goals and at - sentence.start <= 2 for at, mask in sentence.hits) and not any(
        token in DETERMINERS for token in sentence.tokens[1:2]
    )


def _joins(sentence: Sentence, at: int) -> bool:
    """Whether reasons only join a sentence to what was said before: "For those reasons to confirm would be"."""
    before = sentence.line.tokens[max(sentence.start, at - 2) : at]
    return before[:1] == ["for"] and before[-1] in DETERMINERS


DETERMINERS = frozenset(("those", "these", "this", "that", "all", "both", "each"))


def _explained(sentence: Sentence, bits: dict[str, int]) -> Iterator[int]:
    """Where a public interest is in something and told what it is: "The public interest in release is that …"."""
    tokens = sentence.line.tokens
    for at, ideas in sentence.hits:
        inside = tokens[at + 2 : min(at + 2 + TOLD, sentence.end)]
        if ideas & bits["public-interest"] and inside[:1] == ["in"] and any(p in TELLING for p in pairwise(inside)):
            yield at + 2


def _side_at(sentence: Sentence, at: int, sign: int, lexicon: Lexicon) -> int:
    """Which side a word that leans takes: 1 for openness, -1 against it, 0 neither."""
    if sign > 0 and negated(sentence, at):
        return -1
    return sign if _is_side_itself(sentence, at, lexicon) else sign * object_of(sentence, at, lexicon, until=at + 9)


def _is_side_itself(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    """Whether a word that leans names a side and is told which reasons that has: "The arguments against are that"."""
    tokens, masks = sentence.line.tokens, sentence.line.masks
    before = max(sentence.start, at - 2)
    named = any(mask & lexicon.bits["factor"] for mask in masks[before:at]) and before - sentence.start <= 1
    return named and at + 1 < sentence.end and tokens[at + 1] in ("are", "is", "include", "were")


@once
def stance_of_prose(sentence: Sentence, lexicon: Lexicon) -> Stance | None:
    """Which side a sentence takes in plain prose: a word that favours or opposes with its object close behind."""
    bits = lexicon.bits
    if sentence.mask & bits["both-sides"]:
        return Stance.BOTH
    found = {goal for token in _explained(sentence, bits) if (goal := object_of(sentence, token, lexicon, token + 9))}
    if not found and not sentence.mask & (bits["favour"] | bits["against"] | bits["for-word"]):
        return None
    for token, ideas in sentence.hits:
        if ideas & bits["against"]:
            sign = -1
        elif (ideas & bits["favour"] and not _joins(sentence, token)) or (
            token == sentence.start and ideas & bits["for-word"] and _goal_at(sentence, lexicon)
        ):
            sign = 1
        else:
            continue
        if side := _side_at(sentence, token, sign, lexicon):
            found.add(side)
    if found == {1}:
        return Stance.FOR
    if found == {-1}:
        return Stance.AGAINST
    return Stance.BOTH if found else None
