"""Harm in plain prose: told outright, or as reasons after a sentence that recites the provision."""

from collections.abc import Sequence

from foilint.recognise.citations import Cited
from foilint.recognise.lexicon import Lexicon, once
from foilint.recognise.words import Sentence
from foilint.values import NamedTuple

EXPLANATION = 12  # words of reasons after a recital that explain harm without naming it


class Recital(NamedTuple):
    """A sentence that recites the harm a provision speaks of, and how many words of reasons have followed it."""

    sentence: Sentence
    explained: int = 0

    @property
    def is_explained(self) -> bool:
        """Whether enough reasons followed."""
        return self.explained >= EXPLANATION


def recites(sentence: Sentence, cites: Sequence[Cited], lexicon: Lexicon) -> bool:
    """Whether a sentence tells what a provision says and not what would happen; `cites` are those of its line."""
    bits = lexicon.bits
    for cite in cites:
        if sentence.start <= cite.start < sentence.end and cite.start - sentence.start <= 6:
            near = [mask for at, mask in sentence.hits if cite.end <= at <= cite.after + 5]
            if any(mask & bits["recital"] for mask in near):
                return True
    return bool(sentence.mask & bits["class-word"])


def recital(sentence: Sentence, before: Recital | None, lexicon: Lexicon) -> Recital | None:
    """The recital that reasons may follow, after a sentence that recites: one of harm counts afresh."""
    bits = lexicon.bits
    return Recital(sentence) if sentence.mask & (bits["prejudice"] | bits["necessity"]) else before


@once
def foretells(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether a sentence says outright that harm is likely, or that security needs the refusal."""
    bits = lexicon.bits
    mask = sentence.mask
    likely = mask & bits["prejudice"] and mask & bits["likelihood"]
    return bool(likely or (mask & bits["necessity"] and mask & bits["security"]))


def explains(sentence: Sentence, recited: Recital, lexicon: Lexicon) -> Recital | None:
    """The recital with the reasons that a sentence close behind it gives; None where it gives none."""
    bits = lexicon.bits
    if not sentence.mask & (bits["harm"] | bits["likelihood"]):
        return None
    if sentence.line.index - recited.sentence.line.index > 1:
        return None
    words = sum(token[0].isalpha() for token in sentence.tokens)
    return recited._replace(explained=recited.explained + words)
