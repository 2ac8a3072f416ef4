"""Where a notice tells how to have the decision looked at again, or that there is no such way, or that it is gone."""

from foilint.document import Span
from foilint.recognise.lexicon import Lexicon
from foilint.recognise.spoken import Spoken, first, is_heading, near
from foilint.recognise.words import Line, Sentence

AFTER = 12  # words after an offer to take complaints in which its addressee may prove to be the Commissioner
AT_ONCE = 5  # words of a sentence among which "your request concerned" tells that it is no offer
BEFORE = 6  # words before a complaint in which "whether" or "had" tells that it is one made by somebody
AFTERMATH = 4  # words between "after" and the review that is over by then


def offer(spoken: Spoken) -> Span | None:
    """Where it offers to look at the decision again: a review, representations, a complaints procedure."""
    lexicon = spoken.lexicon
    ideas = lexicon.mask("think-again", "review", "procedure", "complaint", "turned-away")

    def offered(sentence: Sentence) -> Span | None:
        argues = sentence.mask & lexicon.mask("weighs-in") and not spoken.is_right(sentence)
        of_request = near(sentence, lexicon.mask("asked-of"), sentence.start, sentence.start + AT_ONCE)
        if sentence.tokens[0] == "[":
            return None  # "[insert review rights]"
        if is_heading(sentence.line) or lexicon.says("says-no-review", sentence) or argues or of_request:
            return None
        sentence = _without_spent(sentence, lexicon)
        found = _asks(sentence, spoken) or _protests(sentence, spoken)
        if not found or sentence.line.is_quoted(found[0]):
            return None  # 'your request was for "all complaints made to the Council"'
        return sentence.line.span(*found)

    return first(spoken.sentences(ideas), offered) or _in_a_row(spoken)


def _in_a_row(spoken: Spoken) -> Span | None:
    """Where the row of a table tells of an internal review and whom to write to: "Internal review | foi@…"."""
    rows: dict[tuple[int, int], list[Line]] = {}
    for line in spoken.lines:
        if line.block.cell is not None:
            rows.setdefault((line.block.cell.table, line.block.cell.row), []).append(line)
    way, addressed = spoken.lexicon.mask("internal-way"), spoken.lexicon.mask("contact-detail")
    for row in rows.values():
        named = next((line for line in row if line.mask & way), None)
        if named is not None and any(line.mask & addressed or "@" in line.tokens for line in row):
            return named.whole.span
    return None


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
    return sentence.hearing(hits)


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
    if sentence.mask & lexicon.mask("may-be-had") and "review" in sentence.tokens[:OPENING]:
        return True  # "A review may be had by writing to the Chairman"
    protests = sentence.line.mask & lexicon.mask("turned-away")
    return bool(protests and sentence.mask & lexicon.mask("the-applicant", "contact-detail"))


OPENING = 3  # tokens


def _names_one(sentence: Sentence, spoken: Spoken) -> tuple[int, int] | None:
    """Where an internal review is named among the complaint rights: "Stage 1: internal review"."""
    lexicon = spoken.lexicon
    about_us = lexicon.mask("turned-away", "contact-detail", "send", "this-answer")
    rights = spoken.is_right(sentence) or sentence.line.mask & about_us
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
        _is_about_us(sentence, spoken) and sentence.mask & lexicon.mask("invites", "heard-by")
    ):
        return None
    found = lexicon.says("takes-complaints", sentence) or lexicon.says("invites-protest", sentence)
    tokens = sentence.line.tokens
    if not found or tokens[found[0] - 1] == "/" or tokens[found[0] + 1 : found[0] + 3] == ["to", "you"]:
        return None  # "ico.org.uk/make-a-complaint", "we will write to you about your complaint"
    if near(sentence, lexicon.mask("asked-whether"), found[0] - BEFORE, found[0]):
        return None  # "whether either of them had made a complaint"
    end = found[1]
    commissioner = lexicon.mask("commissioner-word")
    his = near(sentence, commissioner, sentence.start, end) or (
        near(sentence, commissioner, end, end + AFTER)
        and not near(sentence, lexicon.mask("then-next"), end, end + AFTER)
    )
    return None if his else found


def none(spoken: Spoken) -> Span | None:
    """Where it says that there is no review procedure."""
    ideas = spoken.lexicon.mask("review-procedure", "own-review", "review", "procedure")
    return spoken.says("says-no-review", spoken.sentences(ideas))


def done(spoken: Spoken) -> Span | None:
    """Where it shows itself to be the outcome of a review, or says that no further stage is left."""
    lexicon = spoken.lexicon
    usually = lexicon.mask("usually", "commissioner-word")
    advising = lexicon.mask("usually", "commissioner-word", "advising", "another-matter")
    no_further = lexicon.mask("no-further")

    def spent(sentence: Sentence) -> Span | None:
        found = lexicon.says("says-review-spent", sentence)
        before = found and near(sentence, usually, sentence.start, found[0])
        if found and (not before or near(sentence, no_further, *found)):
            return sentence.line.span(*found)
        found = None if sentence.mask & advising else lexicon.says("reports-review", sentence)
        return sentence.line.span(*found) if found else None

    return first(
        spoken.sentences(
            lexicon.mask("stage", "internally", "review-noun", "did-review", "further-review", "no-others")
        ),
        spent,
    )
