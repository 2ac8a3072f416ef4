"""What is heard in each sentence, and in the headings between, of whom it is about (docs/decisions/0035 and 0036)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from foilint import knowledge
from foilint.functional import cache
from foilint.notice import Part
from foilint.recognise import striking
from foilint.recognise.citations import Cited
from foilint.recognise.clues import clues, stem
from foilint.recognise.learned import KINDS, WEIGHT, Likelihood, Tellings
from foilint.recognise.lexicon import Lexicon
from foilint.recognise.subjects import Numbers, Subjects
from foilint.recognise.told import Leaning, Remark
from foilint.recognise.words import Line, Sentence
from foilint.values import NamedTuple

ALL = ""  # what is about every exemption of the notice
ENOUGH = 2  # exemptions with things of their own, for letters to go through what is withheld under each
OPENING = 9  # words
SEVERAL = ("plural-exemptions", "both-things", "these-exemptions")
LONGEST_HEADING = 160  # characters of a line that is no prose and yet says what comes is about
HOLDING = ("existence", "deny")  # a test of whether to say what is held is one for all exemptions
BOTH = frozenset(("both", "two", "three", "all", "each", "either", "together", "alike", "same"))
ORDINALS = {"first": 0, "former": 0, "second": 1, "third": 2, "fourth": 3, "latter": -1, "last": -1}
OF_TWO = ("former", "latter")
ALONE = ("exemption-word", "generic-thing", "likelihood")  # "the first exemption", "the first part", "the first would"
SHORT = 4  # letters of a word that is no thing: "the first is"
MOST = 3  # of one sign that a sentence may bear several times
TOPIC = 5.0  # at the most: the words that letters about such an exemption use, in natural logarithms of odds

# Between two sayings: in one paragraph, from one to the next, to a heading or a line that is no prose, and from it.
# Anew: the second cites one exemption, or opens with what is withheld under one, and so owes little to the first;
# on: it opens with "it" or "these"; done: the first struck a balance.
STEPS = (
    *("within", "within-anew", "within-on", "within-done"),
    *("between", "between-on", "between-done"),
    *("to-heading", "from-heading"),
)
ON = frozenset(("it", "they", "this", "that", "these", "those", "he", "she", "its", "their", "his", "her", "such"))
DONE = 0.5  # how probably what is done is a balance

Signs = Mapping[str, Mapping[str, float]]
"""The signs that a sentence is about each exemption, or about `ALL`, each with its figure; the table weighs them."""


NOTHING: Likelihood = (1.0, 0.0, 0.0, 0.0, 0.0)


class Saying(NamedTuple):
    """A sentence told or a heading, in the order of the response; of what is told, which it is and what it argues."""

    words: Sentence
    place: tuple[int, int]
    cited: Numbers
    told: int | None = None
    at_hand: Numbers | None = None
    likely: Likelihood = NOTHING


class Heard(NamedTuple):
    """The sayings of a response, by the signs of whom each is about and by the `STEPS` from each to the next."""

    numbers: Sequence[str]
    sayings: Sequence[Saying]
    signs: Sequence[Signs]
    steps: Sequence[str]


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
        return max(-TOPIC, min(TOPIC, WEIGHT * sum(figures)))


@cache
def topics() -> Topics:
    """The built-in table, read when it is first asked for: a notice with one exemption needs none."""
    return Topics(knowledge.read(f"{knowledge.LEARNED}topics"))


def hear(
    told: Sequence[Remark],
    leanings: Sequence[Leaning],
    lines: Sequence[Line],
    cites: Sequence[Sequence[Cited]],
    subjects: Subjects,
    lexicon: Lexicon,
) -> Heard:
    """What a response says, in its order, with the signs of whom it is about; none of these where it is about one.

    `leanings` say what each sentence told argues; `lines` are those of the response, `cites` their citations.
    """
    sayings = _sayings(zip(told, leanings, strict=True), lines, cites, subjects)
    numbers = sorted({*subjects.engaged.values(), *subjects.tested})
    if len(numbers) < 2:
        return Heard(numbers, sayings, [], [])
    ear = Ear(numbers, subjects, _in_order(sayings), lexicon)
    signs = list(ear.signs(sayings))
    steps = [_step(*both, found) for both, found in zip(pairwise(sayings), signs[1:], strict=True)]
    return Heard(numbers, sayings, signs, steps)


def _sayings(
    told: Iterable[tuple[Remark, Leaning]],
    lines: Sequence[Line],
    cites: Sequence[Sequence[Cited]],
    subjects: Subjects,
) -> list[Saying]:
    """The sentences told, and what stands between them, in the order of the response."""
    found = []
    for at, ((sentence, at_hand), leaning) in enumerate(told):
        index = sentence.line.index
        cited = subjects.of(sentence, cites[index])
        found.append(Saying(sentence, (index, sentence.start), cited, at, at_hand, leaning.likely))
    prose = {saying.words.line.index for saying in found}
    for line in {line.index: line for line in lines}.values():
        if line.index not in prose and len(line.block.text) <= LONGEST_HEADING:
            named = subjects.of(line.whole, cites[line.index]) | subjects.titles.get(line.index, frozenset())
            found.append(Saying(line.whole, (line.index, 0), named))
    return sorted(found, key=lambda saying: saying.place)


def _in_order(sayings: Sequence[Saying]) -> list[str]:
    """The exemptions as they are first cited; those that are cited together, by their numbers."""
    return list(dict.fromkeys(number for saying in sayings for number in sorted(saying.cited)))


class Ear:
    """Hears in each saying of a notice the signs of whom it is about."""

    def __init__(self, numbers: Sequence[str], subjects: Subjects, in_order: Sequence[str], lexicon: Lexicon) -> None:
        """Take the exemptions relied on, what else is known of them, and the order in which they are first cited."""
        self.numbers = numbers
        self.subjects = subjects
        self.in_order = in_order
        self.lexicon = lexicon
        self.things, self.names = (
            {number: frozenset(stem(word) for word, of in known.items() if of == number) for number in numbers}
            for known in (subjects.things, subjects.names)
        )
        self.alike = sum(map(bool, self.things.values())) < ENOUGH  # nothing tells what is withheld under each

    def signs(self, sayings: Sequence[Saying]) -> Iterator[Signs]:
        """The signs of each saying, in order."""
        tested = False
        for saying in sayings:
            said = frozenset(clues(saying.words, self.lexicon))
            counted, opened = self._counted(saying.words), self._opens_with(saying.words)
            found = {
                number: self._of_one(number, saying, said, counted=counted == {number}, opens=opened == {number})
                for number in self.numbers
            }
            found[ALL] = self._of_all(saying, found, counted, tested=tested)
            tested = tested or sum(saying.likely[FAVOURING:]) > DONE
            yield found

    def _of_one(
        self, number: str, saying: Saying, said: frozenset[str], *, counted: bool, opens: bool
    ) -> Mapping[str, float]:
        """The signs that a saying is about one exemption, which it may mean by an ordinal or by what it opens with."""
        cites = number in saying.cited
        beside = len(saying.cited.intersection(self.numbers)) > 1
        return {
            "topic-alike" if self.alike else "topic": topics().speaks_of(
                self.subjects.provisions.get(number, ""), said
            ),
            "cited": cites and not beside,
            "cited-beside": cites and beside,
            "thing": min(MOST, len(self.things[number] & said)),
            "name": min(MOST, len(self.names[number] & said)),
            "opens": opens,
            "ordinal": counted,
            "at-hand": saying.at_hand is not None and number in saying.at_hand,
        }

    def _of_all(
        self, saying: Saying, found: Mapping[str, Mapping[str, float]], counted: Numbers, *, tested: bool
    ) -> Mapping[str, float]:
        """The signs that a saying is about all; `found` are those of each, `tested` says whether a test has begun."""
        words, lexicon = saying.words, self.lexicon
        opens = striking.announces_test(words, lexicon) or striking.opens_test(words, lexicon)
        return {
            "all": 1,
            "alike": self.alike,
            "all-at-hand": saying.at_hand is not None and len(saying.at_hand) != 1,
            "paragraph-of-all": words.start == 0,
            "of-holding": bool(words.mask & lexicon.mask(*HOLDING)),
            "opens-test": opens,
            "opens-first-test": opens and not tested,
            "cites-several": len(saying.cited.intersection(self.numbers)) > 1,
            "says-several": bool(words.mask & lexicon.mask(*SEVERAL)),
            "ordinals": len(counted) > 1,
            "things": sum(signs["thing"] > 0 for signs in found.values()) > 1,
            "both": not BOTH.isdisjoint(words.tokens),
            **dict(zip(KINDS[1:], saying.likely[1:], strict=True)),
        }

    def _opens_with(self, words: Sentence) -> set[str]:
        """The exemptions under which is withheld what a sentence opens with: "On the loan terms, …"."""
        opening = {stem(token) for token in words.tokens[:OPENING]}
        return {number for number, things in self.things.items() if not things.isdisjoint(opening)}

    def _counted(self, words: Sentence) -> Numbers:
        """The exemptions that ordinals mean: "the first", "the latter exemption", and not "the first tenant"."""
        tokens, masks, alone = words.tokens, words.line.masks, self.lexicon.mask(*ALONE)
        found: set[str] = set()
        for at, token in enumerate(tokens[1:], 1) if self.in_order else ():
            place = ORDINALS.get(token)
            if place is None or place >= len(self.in_order) or tokens[at - 1] not in ("the", "your"):
                continue
            following = tokens[at + 1] if at + 1 < len(tokens) else ""
            if token in OF_TWO or len(following) < SHORT or masks[words.start + at + 1] & alone:
                found.add(self.in_order[place])
        return frozenset(found)


def _step(before: Saying, after: Saying, signs: Signs) -> str:
    """Which of `STEPS` leads from a saying to the next, which has these signs."""
    if before.told is None or after.told is None:
        return "from-heading" if before.told is None else "to-heading"
    step = "within" if before.place[0] == after.place[0] else "between"
    if before.likely[STRUCK] > DONE >= after.likely[STRUCK]:
        return f"{step}-done"
    if step == "within" and any(signs[number]["cited"] or signs[number]["opens"] for number in signs.keys() - {ALL}):
        return f"{step}-anew"
    return f"{step}-on" if after.words.tokens[0] in ON else step


FAVOURING = KINDS.index(Part.FOR)
STRUCK = KINDS.index(Part.BALANCE)
