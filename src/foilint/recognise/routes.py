"""Where a notice tells the applicant how to have the decision looked at again, and how to go to the Commissioner."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from foilint.document import Span
from foilint.law import Law
from foilint.recognise.spoken import Spoken, first, is_heading, near
from foilint.recognise.words import TOKEN, Sentence

AFTER = 12  # words after an offer to take complaints in which its addressee may prove to be the Commissioner
ARGUED = 4  # words beside the Commissioner's name within which "guidance" or "has held" makes it an argument
REACH = 14


def review(spoken: Spoken) -> Span | None:
    """Where it offers to look at the decision again: a review, representations, a complaints procedure."""
    lexicon = spoken.lexicon
    ideas = lexicon.mask("think-again", "review", "procedure", "complaint", "turned-away")

    def offered(sentence: Sentence) -> Span | None:
        if is_heading(sentence.line) or lexicon.says("says-no-review", sentence):
            return None
        found = _asks(sentence, spoken) or _protests(sentence, spoken)
        return sentence.line.span(*found) if found else None

    return first(spoken.sentences(ideas), offered)


def _asks(sentence: Sentence, spoken: Spoken) -> tuple[int, int] | None:
    """Where a sentence tells how to ask for a review; what the Commissioner expects first is no offer."""
    lexicon = spoken.lexicon
    found = lexicon.says("asks-to-think-again", sentence)
    about_us = sentence.line.mask & lexicon.mask("turned-away", "decision-word", "procedure")
    if not found and (spoken.is_right(sentence) or about_us):
        found = lexicon.says("asks-for-review", sentence)
    if found and sentence.mask & lexicon.mask("expected"):
        return None if near(sentence, lexicon.mask("commissioner-word"), sentence.start, found[0]) else found
    return found


def _protests(sentence: Sentence, spoken: Spoken) -> tuple[int, int] | None:
    """Where a sentence tells whom to write to if dissatisfied, unless that is the Commissioner."""
    lexicon = spoken.lexicon
    if not (spoken.is_right(sentence) or sentence.mask & lexicon.mask("turned-away", "decision-word", "procedure")):
        return None
    found = lexicon.says("takes-complaints", sentence) or lexicon.says("invites-protest", sentence)
    if not found or sentence.line.tokens[found[0] - 1] == "/":  # "ico.org.uk/make-a-complaint"
        return None
    commissioner = near(sentence, lexicon.mask("commissioner-word"), sentence.start, found[1] + AFTER)
    return None if commissioner else found


def no_review(spoken: Spoken) -> Span | None:
    """Where it says that there is no review procedure."""
    return spoken.says("says-no-review", spoken.sentences(spoken.lexicon.mask("review-procedure")))


def review_done(spoken: Spoken) -> Span | None:
    """Where it shows itself to be the outcome of a review, or says that no further stage is left."""
    lexicon = spoken.lexicon
    usually = lexicon.mask("usually", "commissioner-word")
    advising = lexicon.mask("usually", "commissioner-word", "advising")
    no_further = lexicon.mask("no-further")

    def spent(sentence: Sentence) -> Span | None:
        found = lexicon.says("says-review-spent", sentence)
        before = found and near(sentence, usually, sentence.start, found[0])
        if found and (not before or near(sentence, no_further, *found)):
            return sentence.line.span(*found)
        found = None if sentence.mask & advising else lexicon.says("reports-review", sentence)
        return sentence.line.span(*found) if found else None

    return first(spoken.sentences(lexicon.mask("stage", "internally", "review-noun", "did-review")), spent)


class Route(NamedTuple):
    """The ways to a Commissioner that a notice shows: to that of its law, and to that of another."""

    own: Span | None
    stranger: Span | None


def commissioner(spoken: Spoken, law: Law) -> Route:
    """Where it tells of the right to go to the Commissioner; a Commissioner who is only argued with does not count."""
    mentions = [
        each
        for sentence in spoken.sentences(spoken.lexicon.mask("commissioner-word"))
        for each in _mentions(sentence, law)
    ]
    ways = [each for each in mentions if _is_way(each, spoken)]
    known = {each.own for each in mentions} - {None}
    bare = known.pop() if len(known) == 1 else True if known else None  # whom "the Commissioner" means

    whose = [(bare if each.own is None else each.own, each.span) for each in ways]
    return Route(
        own=next((span for own, span in whose if own is True), None),
        stranger=next((span for own, span in whose if own is False), None),
    )


class Mention(NamedTuple):
    """A Commissioner named at tokens `start` to `end`. `own` is None where "Commissioner" alone does not tell which."""

    sentence: Sentence
    start: int
    end: int
    own: bool | None

    @property
    def span(self) -> Span:
        """The words that name the Commissioner."""
        return self.sentence.line.span(self.start, self.end)


def _mentions(sentence: Sentence, law: Law) -> Iterator[Mention]:
    tokens = [token.removesuffix("'s") for token in sentence.line.tokens[sentence.start : sentence.end]]
    names = _names(law)
    at = 0
    while at < len(tokens):
        for name, own in names:
            if tokens[at] == name[0] and tuple(tokens[at : at + len(name)]) == name:
                yield Mention(sentence, sentence.start + at, sentence.start + at + len(name), own)
                at += len(name)
                break
        else:
            at += 1


@cache
def _names(law: Law) -> tuple[tuple[tuple[str, ...], bool | None], ...]:
    """How the Commissioners are called, the longest first: this law's, those of others, and the bare word."""
    named = [(name, True) for name in law.particulars.commissioners]
    named += [(name, False) for name in law.particulars.strangers]
    cut = [(tuple(token.removesuffix("'s") for token in TOKEN.findall(name)), own) for name, own in named]
    known = {name for name, _ in cut}
    generic = [(name, None) for name in (("information", "commissioner"), ("commissioner",)) if name not in known]
    return tuple(sorted((*cut, *generic), key=lambda each: -len(each[0])))


def _is_way(mention: Mention, spoken: Spoken) -> bool:
    """Whether the applicant is told to go there, not only what that Commissioner has said."""
    lexicon, sentence = spoken.lexicon, mention.sentence
    start, end = mention.start, mention.end
    if near(sentence, lexicon.mask("commissioner-kind"), start - 3, start):
        return False
    if near(sentence, lexicon.mask("door"), sentence.start, sentence.end):
        return True
    if near(sentence, lexicon.mask("about-commissioner"), start - ARGUED, end + ARGUED):
        return False
    if spoken.is_right(sentence) and sentence.mask & lexicon.mask("contact-detail"):
        return True
    addressed = sentence.mask & lexicon.mask("the-applicant", "offer") or spoken.is_right(sentence)
    goes = near(sentence, lexicon.mask("go-to"), start - REACH, start)
    return bool(addressed and (goes or lexicon.says("commissioner-acts", sentence)))
