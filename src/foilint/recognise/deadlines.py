"""The times a notice gives: for a decision to come, for material to be completed, and for the complaint route."""

from collections.abc import Iterator

from foilint.document import Span
from foilint.law import Law
from foilint.notice import Period, Step
from foilint.recognise import times
from foilint.recognise.commissioners import Route
from foilint.recognise.lexicon import Lexicon
from foilint.recognise.spoken import Spoken, first, near
from foilint.recognise.words import Sentence
from foilint.wording import TOKEN

USUAL_REACH = 7  # words before a date within which "normally" or "received" makes it no promise
BEFORE_REACH = 3
BEFORE_A_DAY = frozenset(("the", ","))
BY_IT = 12  # tokens between what will be complete and when
SLACK = 0.9  # "eight weeks" and "two months" are as good as forty working days


def more_time(spoken: Spoken) -> Span | None:
    """Where it says that the decision on the public interest is still to come."""
    return spoken.says("puts-off-decision", spoken.answering(spoken.lexicon.mask("longer")))


def decision_date(spoken: Spoken) -> Span | None:
    """The date by which, or the period within which, it promises that decision."""
    lexicon = spoken.lexicon
    promise, decide = lexicon.mask("promise"), lexicon.mask("decide")
    about_it = promise | decide | lexicon.mask("longer", "the-test")
    elsewhere = lexicon.mask("think-again", "complaint", "commissioner-word")
    limit = lexicon.mask("not-later")

    def promised(sentence: Sentence) -> Span | None:
        promises = sentence.mask & promise and sentence.mask & decide
        if sentence.mask & elsewhere or not (promises or sentence.mask & limit or _puts_off(sentence, lexicon)):
            return None
        for start, end in times.dates(sentence):
            before = near(sentence, promise, sentence.start, start) and near(sentence, decide, sentence.start, start)
            before = before or _puts_off(sentence, lexicon)
            if _is_ahead(sentence, start, lexicon) and (before or _is_limit(sentence, start, lexicon)):
                return sentence.line.span(start, end)
        aside = sentence.line.mask & elsewhere and not sentence.mask & lexicon.mask("the-test")
        if aside or not promises:
            return None
        ahead = (each for each in times.periods(sentence) if _is_ahead(sentence, each.start, lexicon))
        counted = (
            each
            for each in ahead
            if not near(sentence, lexicon.mask("receipt"), each.end, each.end + 3) and not _is_usual(sentence, each)
        )
        return next((sentence.line.span(each.start, each.end) for each in counted), None)

    return first(spoken.answering(about_it), promised)


def _is_usual(sentence: Sentence, period: times.Period) -> bool:
    """Whether a period is no further one, but that which the law gives for every request."""
    tokens = sentence.line.tokens
    more = not MORE.isdisjoint(tokens[max(0, period.start - BEFORE_REACH) : period.start])
    return period.working_days == USUAL and not more and tokens[period.end : period.end + 1] not in FROM_NOW


USUAL = 20  # working days
MORE = frozenset(("further", "another", "additional", "extra", "more", "next", "to"))
FROM_NOW = (["of"], ["from"], ["after"], ["more"])


def _puts_off(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether a sentence speaks of a decision and its paragraph of a public interest that is still to be weighed."""
    about_it = lexicon.mask("promise", "decide", "the-weighing")
    return bool(sentence.mask & about_it) and any(
        lexicon.says("weighs-later", each) for each in sentence.line.sentences
    )


def _is_ahead(sentence: Sentence, start: int, lexicon: Lexicon) -> bool:
    """Whether a time that starts at a token is led up to as one to come, and is no usual or past one."""
    start = _with_weekday(sentence, start, lexicon)
    led = near(sentence, lexicon.mask("by-when"), start - BEFORE_REACH, start) or sentence.line.tokens[start - 1] == ":"
    return led and not near(sentence, lexicon.mask("usual-time"), start - USUAL_REACH, start)


def _is_limit(sentence: Sentence, start: int, lexicon: Lexicon) -> bool:
    """Whether "by" or "until" leads up to a time."""
    start = _with_weekday(sentence, start, lexicon)
    return near(sentence, lexicon.mask("not-later"), start - BEFORE_REACH - 1, start)


def _with_weekday(sentence: Sentence, start: int, lexicon: Lexicon) -> int:
    """Where a date starts that names its day too: "Friday 22 January", "Friday the 22nd of January"."""
    line = sentence.line
    while start > sentence.start and (
        line.masks[start - 1] & lexicon.mask("weekday") or line.tokens[start - 1] in BEFORE_A_DAY
    ):
        start -= 1
    return start


def completion_dates(spoken: Spoken) -> Iterator[Span]:
    """Wherever it says when unfinished material will be complete, or that this is not known."""
    lexicon = spoken.lexicon
    unknown, date_like, past = lexicon.mask("unknown-date"), lexicon.mask("date-like"), lexicon.mask("gone-by")
    for sentence in spoken.answering(lexicon.mask("to-be", "unknown-date")):
        found = lexicon.says("will-be-complete", sentence)
        if found and (
            sentence.mask & unknown
            or _is_to_come(sentence, found, date_like, past)
            or next(times.dates(sentence), None)
        ):
            yield sentence.line.span(*found)


def _is_to_come(sentence: Sentence, found: tuple[int, int], date_like: int, past: int) -> bool:
    """Whether a season, month or number of weeks stands by what will be complete, and is not "last winter"."""
    gone = {at + 1 for at, mask in sentence.hits if mask & past}
    by_it = range(found[0] - BY_IT, found[1] + BY_IT)
    return any(mask & date_like and at not in gone and at in by_it for at, mask in sentence.hits)


def obsolete_periods(spoken: Spoken, law: Law, route: Route) -> tuple[Period, ...]:
    """The times for the complaint route that are out of line with the law or the Commissioner's practice."""
    if not (route.own or route.stranger or spoken.rights):
        return ()
    routes = spoken.lexicon.mask("think-again", "review", "complaint", "commissioner-word", "answer-review")
    sentences = (each for each in spoken.sentences(spoken.lexicon.mask("time-unit")) if each.mask & routes)
    outdated = frozenset(tuple(TOKEN.findall(words)) for words in law.particulars.outdated_complaint_periods)
    return tuple(period for sentence in sentences for period in _out_of_line(sentence, spoken, law, outdated))


def _out_of_line(
    sentence: Sentence, spoken: Spoken, law: Law, outdated: frozenset[tuple[str, ...]]
) -> Iterator[Period]:
    known = law.particulars
    for each in times.periods(sentence):
        step = _step(sentence, each, spoken)
        late = step is Step.ANSWER and each.working_days * SLACK > known.review_answer_days
        short = step is Step.ASK and each.working_days < known.review_request_days * SLACK
        dated = step is Step.COMPLAIN and tuple(sentence.line.tokens[each.start : each.end]) in outdated
        if step and (late or short or dated):
            yield Period(step, sentence.line.span(each.start, each.end))


def _step(sentence: Sentence, period: times.Period, spoken: Spoken) -> Step | None:
    """What a period in the complaint rights is for: the last word before it that asks or answers tells."""
    lexicon = spoken.lexicon
    if sentence.mask & lexicon.mask("commissioner-word"):
        return Step.COMPLAIN
    if not (spoken.is_right(sentence) or sentence.mask & lexicon.mask("think-again", "review", "complaint")):
        return None
    answers, asks = lexicon.mask("answer-review"), lexicon.mask("ask-for", "put-to-us")
    for at, mask in reversed(sentence.hits):
        if at < period.start and mask & answers and not mask & asks:
            return Step.ANSWER
        if at < period.start and mask & asks:
            within = "within" in sentence.line.tokens[max(0, period.start - BEFORE_REACH) : period.start]
            return Step.ASK if within else None
    return None
