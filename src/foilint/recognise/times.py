"""Dates and periods in a sentence: "29 May 2026", "29/05/2026", "by the end of May", "forty two (42) days"."""

from collections.abc import Iterator

from foilint.recognise.words import Sentence
from foilint.values import NamedTuple

_MONTHS = "january february march april may june july august september october november december"
_SHORT_MONTHS = "jan feb mar apr jun jul aug sept sep oct nov dec"
MONTHS = frozenset((*_MONTHS.split(), *_SHORT_MONTHS.split()))
_SMALL = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
NUMBERS = {word: n for n, word in enumerate(_SMALL.split(), 1)} | {
    word: n * 10 for n, word in enumerate(_TENS.split(), 2)
}
_NTH = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth thirtieth"
)
_ORDINALS = frozenset(_NTH.split())
_WORKING_DAYS = {"day": 5 / 7, "week": 5.0, "fortnight": 10.0, "month": 21.0, "year": 250.0}  # that lie in one of each
_KINDS = frozenset(("working", "business", "school", "calendar", "clear"))
_ENDINGS = frozenset(("", "st", "nd", "rd", "th"))
_LONGEST_NUMBER = 6  # tokens: "forty two (42)"
_PAST_THE_LAST_DAY = 32
_SEPARATORS = frozenset("/.-")
_ALSO_A_VERB = "may"
_ENDS_AT = frozenset(("of", "by", "before", "until"))  # "by the end of March": a month is date enough
_BETWEEN = frozenset(("of", ",", "(", ")"))


class Period(NamedTuple):
    """A length of time: tokens `start` to `end` of the line, and how many working days it comes to."""

    start: int
    end: int
    working_days: float


def number(token: str) -> float | None:
    """What a token counts, in figures or words; None if it counts nothing."""
    digits = token.rstrip("abcdefghijklmnopqrstuvwxyz")
    if digits.isdigit() and token[len(digits) :] in _ENDINGS:
        return float(digits)
    return NUMBERS.get(token)


def dates(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """The tokens of each date, as first and last (not included): a day, or a month beside a year or as an end."""
    tokens = sentence.line.tokens
    done = sentence.start
    for at in range(sentence.start, sentence.end):
        if at >= done and (tokens[at][0].isdigit() or tokens[at] in MONTHS or tokens[at] in _ORDINALS):
            end = _date(tokens, at, sentence.end)
            if end:
                yield at, end
                done = end


def periods(sentence: Sentence) -> Iterator[Period]:
    """Each period of days, weeks or months."""
    tokens = sentence.line.tokens
    for at in range(sentence.start, sentence.end):
        unit = tokens[at].rstrip("s")
        if unit in _WORKING_DAYS:
            kind = at - 1 if at > sentence.start and tokens[at - 1] in _KINDS else at
            start, count = _count(tokens, sentence.start, kind)
            if count:
                each = 1.0 if kind < at and tokens[kind] in ("working", "business", "school") else _WORKING_DAYS[unit]
                yield Period(start, at + 1, count * each)


def _date(tokens: list[str], at: int, end: int) -> int | None:
    """Where a date that starts at a token ends, or None."""
    token = tokens[at]
    if token in MONTHS:
        if at and tokens[at - 1] in _ENDS_AT and token != _ALSO_A_VERB:
            return at + 1
        nexts = [each for each in tokens[at + 1 : min(at + 4, end)] if each not in _BETWEEN]
        return at + 2 if nexts and (_is_year(nexts[0]) or _is_day(nexts[0])) else None
    if not _is_day(token) and not _is_year(token):
        return None
    follows = at + 2 if at + 1 < end and tokens[at + 1] == "of" else at + 1
    if follows < end and tokens[follows] in MONTHS:
        return min(end, follows + 2) if follows + 1 < end and _is_year(tokens[follows + 1]) else follows + 1
    if at + 4 < end and tokens[at + 1] in _SEPARATORS and tokens[at + 1] == tokens[at + 3]:
        return at + 5 if tokens[at + 2].isdigit() and tokens[at + 4].isdigit() else None
    return None


def _is_day(token: str) -> bool:
    if token in _ORDINALS:
        return True  # "the first of April"
    digits = token[:2].rstrip("abcdefghijklmnopqrstuvwxyz")
    return digits.isdigit() and token[len(digits) :] in _ENDINGS and 1 <= int(digits) < _PAST_THE_LAST_DAY


def _is_year(token: str) -> bool:
    return len(token) == len("2026") and token.startswith(("19", "20")) and token.isdigit()


def _count(tokens: list[str], least: int, end: int) -> tuple[int, float]:
    """The number that ends before a token, and where it starts: "forty two (42)" is one number."""
    at, count, seen = end, 0.0, 0
    while at > least and end - at < _LONGEST_NUMBER:
        value = number(tokens[at - 1])
        if value is None and tokens[at - 1] not in "()":
            break
        if value is not None:
            count = count + value if seen and value >= NUMBERS["twenty"] > count else max(count, value)
            seen += 1
        at -= 1
    return at, count
