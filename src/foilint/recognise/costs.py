"""What a refusal on cost tells: how much time or money the request would take, and what would take less."""

from collections.abc import Iterator
from itertools import zip_longest

from foilint.document import Span
from foilint.recognise.lexicon import Lexicon
from foilint.recognise.spoken import Spoken, first, is_heading, near, tells_what_was_asked
from foilint.recognise.times import NUMBERS, number
from foilint.recognise.words import Sentence

UNIT_REACH = 5  # tokens between a number and its unit: "six and a half hours"
ABOVE_REACH = 4
RATE_REACH = 3
LIMIT = 18  # hours: what a request within the limit takes is less (SI 2004/3244 reg 3; more for central government)
HOURS = frozenset(("hour", "hours", "hrs"))
OF_EACH = frozenset(("a", "an", "per", "each", "for", "apiece"))
OFFERED = frozenset(("if", "could", "instead"))
POUND = "£"
POUNDS = "pounds"
PERIODS = frozenset(("preceding", "previous", "last", "past", "next", "first", "every"))
EXACT = frozenset(("hour", "hours", "hrs", "minute", "minutes", "mins"))
ROUGH = frozenset(("day", "days", "week", "weeks", "months"))
LINKS = frozenset(
    (
        ",",
        ".",
        "-",
        "and",
        "a",
        "half",
        "quarter",
        "to",
        "working",
        "person",
        "staff",
        "officer",
        "man",
        "or",
        "hundred",
        "thousand",
    )
)


def burden(spoken: Spoken) -> Span | None:
    """Where it rests on the time or money that the request would take."""
    return spoken.says("is-burden", spoken.answering(spoken.lexicon.mask("burdensome"))) or estimate(spoken)


def estimate(spoken: Spoken) -> Span | None:
    """Where it says how much this request would take, in hours or pounds; the limit itself is no estimate."""
    lexicon = spoken.lexicon
    ideas = lexicon.mask("burdensome", "money")

    def amount(sentence: Sentence) -> Span | None:
        works_out = sentence.mask & lexicon.mask("works-out") or sentence.line.block.cell
        if not works_out or tells_what_was_asked(sentence):  # which may be of hours too
            return None
        return next(_amounts(sentence, spoken), None)

    return first(spoken.answering(ideas), amount)


def advice(spoken: Spoken) -> Span | None:
    """Where it helps the applicant to narrow the request, or says that no help would do."""
    lexicon = spoken.lexicon

    def helps(sentence: Sentence) -> Span | None:
        found = _helps(sentence, lexicon)
        return sentence.line.span(*found) if found else None

    ideas = lexicon.mask(
        *(
            "narrow",
            "offered-help",
            "choose",
            "within-limit",
            "manageable",
            "in-its-place",
            "not-over",
            "these-instead",
        ),
        *("few", "searchable", "offers-else", "which-you-want", "give-these"),
    )
    return first(spoken.answering(ideas), helps) or _headed(spoken)


def _helps(sentence: Sentence, lexicon: Lexicon) -> tuple[int, int] | None:
    """Where a sentence helps to narrow the request."""
    found = lexicon.says("helps-to-narrow", sentence)
    if not found and sentence.line.masks[sentence.start] & lexicon.mask("choose"):  # an item of a list of suggestions
        found = lexicon.says("picks-less", sentence)
    return found


def _headed(spoken: Spoken) -> Span | None:
    """Where suggestions stand under a heading of their own, or behind a label: "How we can help"."""
    label = spoken.lexicon.mask("help-label")
    for line, below in zip_longest(spoken.lines, spoken.lines[1:]):
        if not line.mask & label:
            continue
        first = line.sentences[0]
        labelled = first.mask & label and first.end < len(line.tokens) and len(first.tokens) <= LABEL
        over = below is not None and not is_heading(below) and below.index == line.index + 1
        if labelled or (is_heading(line) and over):
            return line.whole.span
    return None


LABEL = 7  # tokens


def _amounts(sentence: Sentence, spoken: Spoken) -> Iterator[Span]:
    """The amounts of time or money in a sentence that may be what this request takes."""
    tokens = sentence.line.tokens
    for at in range(sentence.start, sentence.end):
        if not tokens[at][0].isdigit() and tokens[at] not in NUMBERS:
            continue
        end = _end(tokens, at, sentence.end)
        if (
            end is not None
            and not _is_rate_or_limit(sentence, at, end, spoken)
            and _is_of_request(sentence, at, end, spoken)
            and not _is_of_less(sentence, at, end, spoken)
        ):
            yield sentence.line.span(at, end)


def _is_rate_or_limit(sentence: Sentence, at: int, end: int, spoken: Spoken) -> bool:
    """Whether an amount is "£25 an hour", or the limit that the law sets and no more than that."""
    lexicon, tokens = spoken.lexicon, sentence.line.tokens
    if near(sentence, lexicon.mask("hourly"), end - 1, end + RATE_REACH):
        return True
    if tokens[at - 1] in PERIODS or (tokens[at - 1] == POUND and tokens[at - 3 : at - 1] == ["hours", "at"]):
        return True  # "in the preceding 24 hours", "18 hours at £25"
    decimal = tokens[at + 1 : at + 2] == ["."] and tokens[at + 2 : at + 3] != [] and tokens[at + 2].isdigit()
    if not sentence.line.masks[at] & lexicon.mask("limit-amount") or decimal or tokens[end - 1].startswith("min"):
        return False
    return bool(sentence.mask & lexicon.mask("limit-word")) or near(
        sentence, lexicon.mask("above"), at - ABOVE_REACH, at
    )


def _is_of_request(sentence: Sentence, at: int, end: int, spoken: Spoken) -> bool:
    """Whether an amount can be what the answer takes: days are also for a review, and pounds what is asked about."""
    lexicon, tokens = spoken.lexicon, sentence.line.tokens
    if tokens[end - 1] in ROUGH:
        taken = near(sentence, lexicon.mask("works-out"), at - 2 * UNIT_REACH, at) and tokens[at - 1] not in (
            "within",
            "of",
            "usual",
        )
        return taken and not sentence.mask & lexicon.mask("think-again", "review", "complaint", "commissioner-word")
    if tokens[at - 1] == POUND or tokens[end - 1] == POUNDS:
        return bool(sentence.mask & lexicon.mask("compliance") or sentence.line.block.cell)
    return True


def _is_of_less(sentence: Sentence, at: int, end: int, spoken: Spoken) -> bool:
    """Whether an amount is what a smaller request would take: "That could be done in about nine hours"."""
    line = sentence.line
    hours = number(line.tokens[at])
    if (
        line.tokens[end - 1] not in HOURS
        or hours is None
        or hours >= LIMIT
        or not OF_EACH.isdisjoint(line.tokens[end : end + 1])
    ):
        return False
    before = [each for each in line.sentences if each.end <= sentence.start][-1:]
    return not OFFERED.isdisjoint(sentence.tokens) or any(_helps(each, spoken.lexicon) for each in before)


def time_in(sentence: Sentence) -> int | None:
    """The first token of an amount of time in a sentence, if there is any."""
    tokens = sentence.line.tokens
    starts = (at for at in range(sentence.start, sentence.end) if tokens[at][0].isdigit() or tokens[at] in NUMBERS)
    return next((at for at in starts if _end(tokens, at, sentence.end) is not None), None)


def _end(tokens: list[str], at: int, end: int) -> int | None:
    """Where an amount of time or money that starts at a token ends, or None."""
    if tokens[at - 1] == POUND and at and tokens[at][0].isdigit():
        return at + 1
    if number(tokens[at]) is None or (at and tokens[at - 1] in (".", ",") and tokens[at - 2].isdigit()):
        return None
    for then in range(at + 1, min(at + 1 + UNIT_REACH, end)):
        if tokens[then] in EXACT or tokens[then] in ROUGH or tokens[then] == POUNDS:
            return then + 1
        if tokens[then] not in LINKS and number(tokens[then]) is None:
            return None
    return None
