"""Recitals: sentences that tell what a provision says, and the reasons that may follow them."""

from collections.abc import Sequence

from foilint.recognise import harm
from foilint.recognise.citations import Cited
from foilint.recognise.lexicon import Lexicon
from foilint.recognise.words import Sentence
from foilint.values import NamedTuple

OPENING = 6  # words before a provision that a sentence is about
ACT = 12  # words after a provision, its Act among them, in which a clause may begin to tell of it
ACTS = frozenset(("act", "regulations"))
REACH = 6  # words after a provision, and its Act, in which the verb of a recital stands
PERSON = (["person"], ["person's"], ["persons"])  # a "qualified person" tells no class
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
    masks, tokens = sentence.line.masks, sentence.line.tokens
    for cite in cites:
        if sentence.start <= cite.start < sentence.end:
            relative = _relative(sentence, cite)
            near = cite.end if cite.start - sentence.start <= OPENING else relative
            reach = min((relative or cite.after) + REACH, sentence.end)
            if near == cite.end and _bounds(sentence):
                return True  # "Section 31(3) lifts it to the extent that an answer would, or would be likely to, harm"
            if near and any(mask & bits["recital"] for mask in masks[near:reach]):
                return True
            if relative and not (SCOPES - {"information"}).isdisjoint(tokens[relative:reach]):
                return True  # "… under section 7, which is engaged where disclosure would harm"
    if any(mask & bits["class-word"] and tokens[at + 1 : at + 2] not in PERSON for at, mask in sentence.hits):
        return True
    return _is_of_any_information(sentence) or _tells_its_scope(sentence, lexicon)


def _bounds(sentence: Sentence) -> bool:
    """Whether it says in the statute's words how far something reaches, whichever level of harm is met."""
    tokens = sentence.tokens
    either = any(tokens[at : at + 4] == EITHER for at in range(len(tokens)))
    return either and "extent" in tokens and HERE.isdisjoint(tokens)


EITHER = ["would", ",", "or", "would"]


def _is_of_any_information(sentence: Sentence) -> bool:
    """Whether it speaks of information at large: "information the disclosure of which would be likely to prejudice"."""
    tokens = sentence.tokens
    for at, word in enumerate(tokens):
        if word == "information" and (not at or tokens[at - 1] not in DEFINITE):
            after = tokens[at + 1 : at + 6]
            bounded = after[:2] == ["is", "exempt"] and not BOUNDS.isdisjoint(tokens[at + 3 : at + 3 + BOUNDED])
            relative = bounded or after[:1] in RELATIVE or after[:2] in IF_SO or after[:4] == THE_DISCLOSURE
            if relative and not SAID_OF_IT.isdisjoint(tokens[at : at + RELATIVE_CLAUSE]):
                return True
    return False


def _tells_its_scope(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether it begins with an exemption and says where that is of use: "It applies where disclosure would harm"."""
    tokens, masks = sentence.tokens, sentence.said.masks
    subject = next((n for n, mask in enumerate(masks[:3]) if mask & lexicon.bits["exemption-word"]), None)
    if subject is None and tokens[0] not in ANAPHORS:
        return False
    start = (subject or 0) + 1
    scope = next((n for n in range(start, min(start + 8, len(tokens))) if tokens[n] in SCOPES), None)
    verb = any(mask & lexicon.mask("recital", "rely") for mask in masks[start : scope or start])
    here = not HERE.isdisjoint(tokens)
    harmed = any(mask & lexicon.bits["prejudice"] for mask in masks[scope or len(tokens) :])
    return verb and harmed and not here


DEFINITE = frozenset(("the", "this", "that", "these", "such", "our", "your", "their", "its", "his", "her", "same"))
RELATIVE = (["which"], ["that"], ["whose"], ["if"], ["where"])
IF_SO = ([",", "if"], [",", "which"], [",", "the"])
BOUNDS = frozenset(("if", "where", "when", "only"))  # "information is exempt under that section if it would"
BOUNDED = 4  # tokens after "exempt" in which it is bounded
THE_DISCLOSURE = ["the", "disclosure", "of", "which"]
RELATIVE_CLAUSE = 14  # tokens after "information" in which is said of it what it would do, or that it is exempt
SAID_OF_IT = frozenset(("would", "exempt"))
ANAPHORS = frozenset(("it", "this", "that", "both"))
SCOPES = frozenset(("where", "if", "when", "information", "whenever", "extent"))
HERE = frozenset(("here", "because", "since", "case"))


def _relative(sentence: Sentence, cite: Cited) -> int:
    """Where a clause begins that tells of a provision: "refused under section 7(1), which concerns …"; 0 where none."""
    tokens = sentence.line.tokens
    at = next((at for at in range(cite.after, min(cite.after + ACT, sentence.end)) if tokens[at] == "which"), 0)
    return at if at <= cite.after + REACH or not ACTS.isdisjoint(tokens[cite.after : at]) else 0


def recital(sentence: Sentence, before: Recital | None, lexicon: Lexicon) -> Recital | None:
    """The recital that reasons may follow, after a sentence that recites: one of harm counts afresh."""
    bits = lexicon.bits
    return Recital(sentence) if sentence.mask & (bits["prejudice"] | bits["necessity"]) else before


def _tells_a_date(sentence: Sentence) -> bool:
    """Whether "may" is a month: "It was drawn up in May"."""
    tokens = sentence.tokens
    return any(
        tokens[at] == "may" and (tokens[at - 1] in ("in", "of", "since") or tokens[at - 1].isdigit())
        for at in range(1, len(tokens))
    )


def explains(sentence: Sentence, recited: Recital, lexicon: Lexicon) -> Recital | None:
    """The recital with the reasons that a sentence close behind it gives; None where it gives none."""
    bits = lexicon.bits
    foretold = sentence.mask & bits["harm"] or (sentence.mask & bits["likelihood"] and not _tells_a_date(sentence))
    if not foretold or harm.only_claims(sentence, lexicon) or sentence.mask & bits["openness"]:
        return None
    if sentence.line.index - recited.sentence.line.index > 1:
        return None
    words = sum(token[0].isalpha() for token in sentence.tokens)
    return recited._replace(explained=recited.explained + words)
