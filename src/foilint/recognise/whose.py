"""Whose: which exemption each sentence of prose is about, by all that the response says (docs/decisions/0035).

Read in order, a sentence is about what was named last. But a paragraph may name its exemption in its last sentence,
take it up again by what is withheld ("the valuer's letter"), or speak of trade secrets and so of one exemption whoever
was named. All of that is heard at once here: each sentence has its signs of whom it is about, the next is most probably
about the same, and what comes after counts as much as what came before.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from math import exp

from foilint import knowledge
from foilint.functional import cache
from foilint.recognise.citations import Cited
from foilint.recognise.clues import clues, stem
from foilint.recognise.learned import WEIGHT, Tellings
from foilint.recognise.lexicon import Lexicon
from foilint.recognise.subjects import Numbers, Subjects
from foilint.recognise.told import Remark
from foilint.recognise.words import Line, Sentence
from foilint.values import NamedTuple

ALL = ""  # what is about every exemption of the notice
OPENING = 8  # words
SEVERAL = ("plural-exemptions", "both-things", "these-exemptions")
LONGEST_HEADING = 160  # characters of a line that is no prose and yet says what comes is about

# How much each sign says, in natural logarithms of odds.
CITED = 11.0  # the sentence cites it ...
CITED_BESIDE = 7.0  # ... beside others
SAYS_SEVERAL = 2.0
UNSAID = 2.0  # what says nothing is about all of them
HEARD = 1.0  # it was at hand when the sentence was read in order
NAMED_BY_A_WORD = 1.0  # each word for what is withheld under it, or for what it protects from harm
OPENED_WITH = 2.0  # a paragraph opens with what is withheld under it
TRUSTED = 0.7  # of what words say of a kind of exemption: they are not independent
TOPIC = 2.0  # at the most: the words that letters about such an exemption use

# How improbably the subject changes before the next sentence, in the same units.
WITHIN = 4.0  # in one paragraph
BETWEEN = 1.5  # from one paragraph to the next
BEFORE_HEADING = 0.4  # to a heading, or to a line that is no prose ...
BELOW_HEADING = 3.0  # ... and from it to what stands below

Odds = dict[str, float]
Shares = Mapping[str, Sequence[float]]
"""For each exemption, how much each sentence told counts for it: from 0, where it is about others, to 1."""


class Saying(NamedTuple):
    """A sentence told or a heading, in the order of the response, and which sentence told it is."""

    words: Sentence
    place: tuple[int, int]
    cited: Numbers
    told: int | None


class Topics(Tellings):
    """The words that letters about an exemption use, and which exemptions of several statutes are of one kind."""

    def __init__(self, plain: dict[str, knowledge.Plain]) -> None:
        """Take what `knowledge` read: besides, `kin`, the kind of each provision by its statute and number."""
        super().__init__(plain)
        self.kin: Mapping[str, str] = plain["kin"]

    def speaks_of(self, provision: str, said: Iterable[str]) -> float:
        """How much the clues of a sentence speak of an exemption ("foia2000 43"), in natural logarithms of odds."""
        kind = self.kin.get(provision)
        if kind is None:
            return 0.0
        rows = self.rows
        figures = (self.figures[rows[name]] for clue in said if (name := f"{kind}:{clue}") in rows)
        return max(-TOPIC, min(TOPIC, TRUSTED * WEIGHT * sum(figures)))


@cache
def topics() -> Topics:
    """The built-in table, read when it is first asked for: a notice with one exemption needs none."""
    return Topics(knowledge.read(f"{knowledge.LEARNED}topics"))


def shares(
    told: Sequence[Remark],
    lines: Sequence[Line],
    cites: Sequence[Sequence[Cited]],
    subjects: Subjects,
    lexicon: Lexicon,
) -> Shares:
    """How much each sentence told counts for each exemption relied on; `lines` are those of the response, in order."""
    sayings = _sayings(told, lines, cites, subjects)
    numbers = sorted({*subjects.engaged.values(), *subjects.tested})
    if len(numbers) < 2 or not sayings:
        return {number: [1.0] * len(told) for number in numbers}
    things, interests = (
        {stem(word): number for word, number in known.items() if number in numbers}
        for known in (subjects.things, subjects.interests)
    )
    heard = [_signs(saying, told, numbers, (things, interests), subjects, lexicon) for saying in sayings]
    about = _about(heard, [_change(*both) for both in pairwise(sayings)])
    found = {number: [0.0] * len(told) for number in numbers}
    for saying, likely in zip(sayings, about, strict=True):
        if saying.told is not None:
            for number in numbers:
                found[number][saying.told] = likely[number] + likely[ALL]
    return found


def _sayings(
    told: Sequence[Remark], lines: Sequence[Line], cites: Sequence[Sequence[Cited]], subjects: Subjects
) -> list[Saying]:
    """The sentences told, and what stands between them, in the order of the response."""
    prose = {each.sentence.line.index for each in told}
    found = []
    for at, (sentence, _) in enumerate(told):
        index = sentence.line.index
        found.append(Saying(sentence, (index, sentence.start), subjects.of(sentence, cites[index]), at))
    for line in {line.index: line for line in lines}.values():
        if line.index not in prose and len(line.block.text) <= LONGEST_HEADING:
            named = subjects.of(line.whole, cites[line.index]) | subjects.titles.get(line.index, frozenset())
            found.append(Saying(line.whole, (line.index, 0), named, None))
    return sorted(found, key=lambda saying: saying.place)


def _signs(
    saying: Saying,
    told: Sequence[Remark],
    numbers: Sequence[str],
    words: tuple[Mapping[str, str], Mapping[str, str]],
    subjects: Subjects,
    lexicon: Lexicon,
) -> Odds:
    """How much each exemption, or all of them, is what a saying is about, by its own words and by what was at hand.

    `words` are the stems of words for what is withheld, and for what is protected, with the exemption of each.
    """
    said = clues(saying.words, lexicon)
    odds = {number: topics().speaks_of(subjects.provisions.get(number, ""), said) for number in numbers}
    odds[ALL] = UNSAID
    for number in saying.cited & odds.keys():
        odds[number] += CITED_BESIDE if len(saying.cited) > 1 else CITED
    if len(saying.cited) > 1:
        odds[ALL] += CITED
    if saying.words.mask & lexicon.mask(*SEVERAL):
        odds[ALL] += SAYS_SEVERAL
    for number in (known[each] for known in words for each in known.keys() & set(said)):
        odds[number] += NAMED_BY_A_WORD
    if saying.place[1] == 0 and (subject := _opened_with(saying.words, words[0])):
        odds[subject] += OPENED_WITH
    if saying.told is not None:
        at_hand = told[saying.told].numbers
        for number in at_hand & odds.keys():
            odds[number] += HEARD
        if len(at_hand) != 1:
            odds[ALL] += HEARD
    return odds


def _opened_with(words: Sentence, things: Mapping[str, str]) -> str | None:
    """The exemption under which is withheld what a paragraph opens with: "The loan terms show …"; only one."""
    named = {things[each] for token in words.tokens[:OPENING] if (each := stem(token)) in things} if things else set()
    return named.pop() if len(named) == 1 else None


def _change(before: Saying, after: Saying) -> float:
    """How improbably the subject changes between two sayings."""
    if before.place[0] == after.place[0]:
        return WITHIN
    return BELOW_HEADING if before.told is None else BEFORE_HEADING if after.told is None else BETWEEN


def _about(heard: Sequence[Odds], changes: Sequence[float]) -> list[Odds]:
    """How probably each saying is about each subject, by what is said before it, in it and after it."""
    likely = [_scaled({each: exp(odds - max(signs.values())) for each, odds in signs.items()}) for signs in heard]
    ahead = _carry(likely, changes)
    back = _carry(likely[::-1], changes[::-1])[::-1]
    return [
        _scaled({each: before[each] * after[each] / max(own[each], TINY) for each in own})
        for before, after, own in zip(ahead, back, likely, strict=True)
    ]


TINY = 1e-300


def _carry(likely: Sequence[Odds], changes: Sequence[float]) -> list[Odds]:
    """What each saying is about by what is said up to it; where the subject changes, any other is as probable."""
    rows = [likely[0]]
    for own, change in zip(likely[1:], changes, strict=True):
        other = exp(-change) / (len(own) - 1)
        stay = 1 - exp(-change) - other
        rows.append(_scaled({each: (stay * rows[-1][each] + other) * own[each] for each in own}))
    return rows


def _scaled(row: Odds) -> Odds:
    total = sum(row.values())
    return {each: share / total for each, share in row.items()}
