"""Where a notice tells the applicant how to have the decision looked at again, and how to go to the Commissioner."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from foilint.document import Span
from foilint.law import Law
from foilint.recognise.spoken import Spoken, first, is_heading, near
from foilint.recognise.words import TOKEN, Lexicon, Sentence

AFTER = 12  # words after an offer to take complaints in which its addressee may prove to be the Commissioner
ARGUED = 4  # words beside the Commissioner's name within which "guidance" or "has held" makes it an argument
REACH = 14
AFTERMATH = 4  # words between "after" and the review that is over by then


def review(spoken: Spoken) -> Span | None:
    """Where it offers to look at the decision again: a review, representations, a complaints procedure."""
    lexicon = spoken.lexicon
    ideas = lexicon.mask("think-again", "review", "procedure", "complaint", "turned-away")

    def offered(sentence: Sentence) -> Span | None:
        if is_heading(sentence.line) or lexicon.says("says-no-review", sentence):
            return None
        sentence = _without_spent(sentence, lexicon)
        found = _asks(sentence, spoken) or _protests(sentence, spoken)
        return sentence.line.span(*found) if found else None

    return first(spoken.sentences(ideas), offered)


def _without_spent(sentence: Sentence, lexicon: Lexicon) -> Sentence:
    """A sentence without the reviews that it takes to be over: "Once the review is finished, you may …"."""
    aftermath, spent = lexicon.mask("aftermath"), lexicon.mask("spent")
    reviews = lexicon.mask("review", "think-again", "internal-way", "procedure", "review-procedure")
    if not sentence.mask & lexicon.mask("commissioner-word") or not sentence.mask & (aftermath | spent):
        return sentence
    hits = tuple(
        (at, mask & ~reviews)
        if mask & reviews
        and (near(sentence, aftermath, at - AFTERMATH, at) or near(sentence, spent, at + 1, at + 1 + AFTERMATH))
        else (at, mask)
        for at, mask in sentence.hits
    )
    whole = 0
    for _, mask in hits:
        whole |= mask
    return sentence._replace(hits=hits, mask=whole)


def _asks(sentence: Sentence, spoken: Spoken) -> tuple[int, int] | None:
    """Where a sentence tells how to ask for a review; what the Commissioner expects first is no offer."""
    lexicon = spoken.lexicon
    found = None
    to_us = lexicon.mask("the-applicant", "this-answer", "internal-way", "turned-away")
    if spoken.is_right(sentence) or sentence.line.mask & to_us:
        found = lexicon.says("asks-to-think-again", sentence)
    if not found and _is_about_us(sentence, spoken):
        found = lexicon.says("asks-for-review", sentence)
    found = found or _names_one(sentence, spoken)
    if found and sentence.mask & lexicon.mask("expected"):
        return None if near(sentence, lexicon.mask("commissioner-word"), sentence.start, found[0]) else found
    return found


def _is_about_us(sentence: Sentence, spoken: Spoken) -> bool:
    """Whether a sentence speaks of this answer and of what the applicant may think of it."""
    lexicon = spoken.lexicon
    if spoken.is_right(sentence) or sentence.mask & lexicon.mask("this-answer", "procedure", "review-procedure"):
        return True
    protests = sentence.line.mask & lexicon.mask("turned-away")
    return bool(protests and sentence.mask & lexicon.mask("the-applicant"))


def _names_one(sentence: Sentence, spoken: Spoken) -> tuple[int, int] | None:
    """Where an internal review is named among the complaint rights: "Stage 1: internal review"."""
    lexicon = spoken.lexicon
    rights = spoken.is_right(sentence) or sentence.line.mask & lexicon.mask("turned-away", "contact-detail", "send")
    spent = sentence.mask & lexicon.mask("already-used", "expected", "none-of-it", "did-review")
    if not rights or spent:
        return None
    tokens, masks = sentence.line.tokens, sentence.line.masks
    if tokens[sentence.start + 1 : sentence.start + 2] == [":"] and masks[sentence.start] & lexicon.mask("review"):
        return sentence.start, sentence.start + 1
    ways = lexicon.mask("internal-way")
    return next(((at, at + 2) for at, mask in sentence.hits if mask & ways), None)


def _protests(sentence: Sentence, spoken: Spoken) -> tuple[int, int] | None:
    """Where a sentence tells whom to write to if dissatisfied, unless that is the Commissioner."""
    lexicon = spoken.lexicon
    if not spoken.is_right(sentence) and not (
        _is_about_us(sentence, spoken) and sentence.mask & lexicon.mask("invites")
    ):
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
    start = mention.start
    if near(sentence, lexicon.mask("commissioner-kind"), start - 3, start):
        return False
    if near(sentence, lexicon.mask("door"), sentence.start, sentence.end):
        return True
    if _is_argued(mention, lexicon):
        return False
    goes = near(sentence, lexicon.mask("go-to"), start - REACH, start)
    if goes and (spoken.is_right(sentence) or sentence.mask & lexicon.mask("the-applicant", "offer")):
        return True
    if lexicon.says("commissioner-acts", sentence) and sentence.mask & lexicon.mask("the-applicant"):
        return True
    route = spoken.is_right(sentence) or sentence.line.mask & lexicon.mask("turned-away", "think-again", "internal-way")
    return bool(
        route and sentence.mask & lexicon.mask("the-applicant", "offer", "go-to", "complaint", "contact-detail")
    )


def _is_argued(mention: Mention, lexicon: Lexicon) -> bool:
    """Whether the Commissioner is there for what he has said: "the Commissioner's guidance", "as he has held"."""
    sentence, start, end = mention.sentence, mention.start, mention.end
    about = lexicon.mask("about-commissioner")
    in_address = sentence.line.tokens[end : end + 1] == ["."] and near(sentence, about, sentence.start, start)
    if in_address or near(sentence, about, start - ARGUED, end + ARGUED):
        return True
    owns = sentence.line.tokens[end - 1].endswith("'s") and end < sentence.end
    return owns and not sentence.line.masks[end] & lexicon.mask("other-way")
