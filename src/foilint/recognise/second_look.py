"""A second look, before a part of a test in prose is called missing: does a sentence argue it that was not heard to?

Prose is read in order, and a side shows itself by its words or by a turn. Where a side, the harm or the balance of an
exemption was not found on the way, the sentences that were told of it are read again, all of them together: what has
no side yet may be the missing one, an interest added to the first is the other, and what foretells harm among the
factors tells the harm too. What was heard in a sentence that hardly argues it is taken away.
"""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from foilint.document import Span
from foilint.notice import SIDES, TEST, Part
from foilint.recognise import absences, harm, sides, striking, verdicts, whose
from foilint.recognise.absences import Evidence
from foilint.recognise.citations import Cited
from foilint.recognise.doubted import Doubt
from foilint.recognise.ear import hear
from foilint.recognise.gathered import Gathered
from foilint.recognise.learned import concludes, surely
from foilint.recognise.reconsidered import Argument
from foilint.recognise.subjects import Numbers, Subjects
from foilint.recognise.told import Judge, Leaning, Remark, read
from foilint.recognise.verdicts import Ending
from foilint.recognise.words import Line, Sentence

SURE = 0.58  # how probably a sentence has to be of a part that is found nowhere else ...
SURER = 0.8  # ... if it has been taken to argue another
SURELY = 0.98  # ... and of a side where the other has a heading, as it would have itself
HARDLY_DECIDED = 0.9  # how probably a test comes down on no side, though a sentence says in so many words that it does
CONCLUDED = 0.3  # ... and of the balance, if it concludes
FORETOLD = 0.3  # ... and of the harm, if it foretells any
CERTAIN = 0.95  # ... and of the balance, where the words may also be the test described
ABSENT = 0.55  # how probably a part is left out, by all sentences together, for none to argue it ...
THERE = 0.35  # ... and how improbably, for the surest of them to argue it, if it does so at all probably
THERE_AFTER_ALL = 0.5  # ... if one was heard to, and only doubted since ...
STRUCK = 0.1  # ... the same of a balance, as what describes a test sounds like one that is struck
LEAST = 0.1
OF_OTHERS = 0.1  # how much harm counts that is said to befall what other exemptions protect
ITS_OWN = 0.5  # how much a sentence has to count for an exemption to end its test
INSISTED = 0.92  # how probably each of several sentences argues one side where no other part of a test is heard


class SecondLook:
    """What is looked at again."""

    def __init__(
        self,
        told: Sequence[Remark],
        lines: Sequence[Line],
        cites: Sequence[Sequence[Cited]],
        subjects: Subjects,
        gathered: Gathered,
    ) -> None:
        """Take what was told in prose, the lines of the response, the citations of every line with what they mean, and
        what was gathered.
        """
        self.told = told
        self.lines = lines
        self.subjects = subjects
        self.gathered = gathered
        self.lexicon = gathered.lexicon
        self.judge = Judge(cites, subjects, gathered.lexicon)

    def look(self) -> None:
        """Add what is found for each exemption that owes a test, and take away what most probably is not argued."""
        leanings_of = self.leanings()
        self._share_out(leanings_of)
        for number in sorted(self.subjects.tested):
            owed = [part for part in Part if part is not Part.HARM or number in self.subjects.harmed]
            prose = [part for part in owed if self.is_prose(part, number)]
            leanings = leanings_of[number] if prose else []
            heard = [part for part in prose if self.gathered.of(part, number)]
            self._doubt(prose, number, leanings)
            if lacks := self._lacking(owed, number):
                self._reconsider(lacks, number)
                self._doubt([part for part in lacks if part in prose], number, leanings, added=True)
            self._lean(self._lacking(owed, number), number, leanings)
            self._sum_up(prose, number, leanings, heard)
            self._ask_whether_decided(number, leanings)

    def _share_out(self, leanings_of: dict[str, list[Leaning]]) -> None:
        """Take from each exemption what was put to it and is about others."""
        counts = {
            (leaning.sentence.span, number): leaning.share for number, each in leanings_of.items() for leaning in each
        }
        if len(self.subjects.tested) > 1 and counts:
            self.gathered.share_out(lambda span, number: counts.get((span, number), 1.0), self.subjects.tested)

    def leanings(self) -> dict[str, list[Leaning]]:
        """What is told, as it leans for each exemption that owes a test: the less, the less it is about that one."""
        in_prose = (self.is_prose(part, number) for number in self.subjects.tested for part in Part)
        if not any(in_prose):
            return {number: [] for number in self.subjects.tested}
        leanings = read([each.sentence for each in self.told], self.lexicon)
        heard = hear(self.told, leanings, self.lines, self.judge.cites, self.subjects, self.lexicon)
        shares = whose.shares(heard, len(self.told))
        return {
            number: [
                each.by(share, 1.0 if self.subjects.harmed_by(each.sentence, frozenset((number,))) else OF_OTHERS)
                for each, share in zip(leanings, shares[number], strict=True)
            ]
            for number in self.subjects.tested
        }

    def _lacking(self, owed: Sequence[Part], number: str) -> list[Part]:
        """The parts of those owed for an exemption that nothing was heard to argue."""
        return [part for part in owed if not self.gathered.argues(part, frozenset((number,)))]

    def is_prose(self, part: Part, number: str) -> bool:
        """Whether no heading says that something argues a part for an exemption."""
        return not any(p.label is not None for p in self.gathered.of(part, number))

    def _doubt(self, prose: Sequence[Part], number: str, leanings: Sequence[Leaning], *, added: bool = False) -> None:
        """Take away a part that prose was heard to argue, or that was `added` by this look, where hardly any does."""
        doubt = Doubt(leanings, _taken(self.gathered, number), self.told, self.judge)
        for part in prose:
            spans = [span for passage in self.gathered.of(part, number) for span in passage.text]
            if doubt.falls_on(part, spans, added=added):
                self._take_away(part, number)

    def _take_away(self, part: Part, number: str) -> None:
        """Let nothing argue a part for an exemption, unless what argues it does so for several."""
        of_all = len(self.subjects.tested) > 1 and any(not each.numbers for each in self.gathered.of(part, number))
        if not of_all:
            self.gathered.take_away(part, number)

    def _add(self, part: Part, sentence: Sentence, number: str) -> None:
        """Let a sentence argue a part for an exemption."""
        added = self.gathered.add(part, sentence, frozenset((number,)))
        if part is Part.BALANCE:
            struck = striking.strikes(sentence, self.lexicon, striking.UNDER_TEST)
            added.concludes = struck or concludes(sentence, self.lexicon)

    def _sum_up(
        self, prose: Sequence[Part], number: str, leanings: Sequence[Leaning], heard_first: Sequence[Part]
    ) -> None:
        """Let what all sentences together say decide, where they say most surely that a part is there, or is not.

        What was `heard_first` and is doubted since needs less to be there after all.
        """
        evidence = self.evidence(leanings)
        found = absences.signs(evidence, several=len(self.subjects.tested) > 1)
        arguing = [each for each, told in zip(leanings, evidence, strict=True) if told.argues]
        doubt = Doubt(leanings, _taken(self.gathered, number), self.told, self.judge)
        for part in prose:
            absent = absences.surely(part, found)
            heard = self.gathered.of(part, number)
            headed = part in SIDES and not set(SIDES) <= set(prose)  # the other side has a heading, as this would have
            there = STRUCK if part is Part.BALANCE else THERE_AFTER_ALL if part in heard_first else THERE
            if not heard and absent < there and not headed:
                self._add_surest(part, number, arguing, doubt.taken)
            undecided = part is Part.BALANCE and not all(passage.concludes for passage in heard)
            if heard and absent > ABSENT and not undecided:
                spans = [span for passage in heard for span in passage.text]
                counts = [each.share for each in leanings if each.sentence.span in spans]
                anothers = part in TEST and max(counts, default=1.0) < ITS_OWN
                if anothers or not doubt.is_plain(part, spans):
                    self.gathered.part_with(part, self.subjects.tested)
                    self._take_away(part, number)

    def evidence(self, leanings: Sequence[Leaning]) -> list[Evidence]:
        """What is told, with what the grammar says of each sentence."""
        judge, found = self.judge, []
        for each, following in zip_longest(leanings, leanings[1:]):
            answered = following is not None and sides.turns(following.sentence, self.lexicon)
            argues, reasons = judge.may_argue(each.sentence), not judge.only_asserts(each.sentence)
            found.append(Evidence(each.likely, each.usual, argues, reasons, answered))
        return found

    def _ask_whether_decided(self, number: str, leanings: Sequence[Leaning]) -> None:
        """Say how probably the test of an exemption comes down on no side, if any balance of it was heard."""
        if not self.gathered.of(Part.BALANCE, number):
            return
        told = [each for each in leanings if each.share > ITS_OWN]
        prose = [self.ending_of(each.sentence)._replace(balance=each.to(Part.BALANCE)) for each in told]
        headed = [self.ending_of(sentence) for sentence in self.headed_balance(number)]
        if not headed:
            prose += [self.ending_of(sentence)._replace(balance=1.0) for sentence in self.balance_untold(number)]
        undecided = verdicts.undecided(verdicts.signs(prose, headed))
        own = [each.sentence for each in told] + self.headed_balance(number)
        if undecided < HARDLY_DECIDED and any(striking.plainly_strikes(sentence, self.lexicon) for sentence in own):
            undecided = 0.0
        self.gathered.undecided[number] = undecided

    def balance_untold(self, number: str) -> Iterator[Sentence]:
        """The sentences of the balance of an exemption in paragraphs that prose does not tell: below lists, say."""
        plain = (p for p in self.gathered.of(Part.BALANCE, number) if p.label is None)
        spans = {span for passage in plain for span in passage.text}
        blocks = {span.block for span in spans} - {each.sentence.line.index for each in self.told}
        for line in (line for line in self.lines if line.index in blocks):
            yield from (sentence for sentence in line.sentences if sentence.span in spans)

    def headed_balance(self, number: str) -> list[Sentence]:
        """The sentences under the heading of the balance of an exemption."""
        balances = self.gathered.of(Part.BALANCE, number)
        headed = (sentence for passage in balances if passage.label is not None for sentence in passage.said)
        return [sentence for sentence in headed if not striking.is_of_handling(sentence, self.lexicon)]

    def ending_of(self, sentence: Sentence) -> Ending:
        """A sentence as one that may end a test; how probably it is of the balance is told by those around it."""
        of_interest = bool(sentence.mask & self.lexicon.bits["public-interest"])
        sure = surely("concludes", sentence, self.lexicon)
        return Ending(sure, 0.0, self.judge.may_argue(sentence), of_interest)

    def _add_surest(self, part: Part, number: str, arguing: Sequence[Leaning], taken: dict[Span, set[Part]]) -> None:
        """Let the sentence that most probably argues a part do so."""
        may_be = (each for each in arguing if self._may_be(part, each.sentence, number, taken))
        surest = max(may_be, key=lambda each: each.to(part), default=None)
        if surest and surest.to(part) > LEAST:
            self._add(part, surest.sentence, number)

    def _reconsider(self, lacks: Sequence[Part], number: str) -> None:
        """Add what argues what is lacking after all, by the words or by where it stands."""
        served = frozenset((number,))
        own = [t.sentence for t in self.told if number in t.numbers and self.judge.may_argue(t.sentence)]
        taken = _taken(self.gathered, number)
        struck = max((span for span, parts in taken.items() if Part.BALANCE in parts), default=None)
        argument = Argument(own, taken, struck, self.lexicon)
        for part, sentences in argument.missing(lacks).items():
            for sentence in sentences:
                if self._may_be(part, sentence, number, taken):
                    self.gathered.add(part, sentence, served)
        if not self.gathered.argues(Part.BALANCE, served):
            self._leave_undecided(argument, served)

    def _leave_undecided(self, argument: Argument, served: Numbers) -> None:
        """Take for the balance a sentence that says both sides were weighed, and not which is heavier."""
        if not all(self.gathered.argues(part, served) for part in SIDES):
            return
        for sentence in argument.sentences:
            if self.lexicon.says("says-it-weighs", sentence):
                self.gathered.add(Part.BALANCE, sentence, served).concludes = False

    def _lean(self, lacks: Sequence[Part], number: str, leanings: Sequence[Leaning]) -> None:
        """Take for what is still lacking of a test the sentence that most probably argues it, if it does so at all."""
        served = frozenset((number,))
        found = {part: sentence for part in lacks if (sentence := self._leaning_to(part, number, leanings))}
        argued = any(self.gathered.argues(part, served) for part in TEST)
        if argued or len(TEST & found.keys()) > 1 or _insists(leanings):
            for part, sentence in found.items():
                self._add(part, sentence, number)

    def _leaning_to(self, part: Part, number: str, leanings: Sequence[Leaning]) -> Sentence | None:
        """The sentence that most probably argues a part for an exemption, where it does so surely enough."""
        taken = _taken(self.gathered, number)
        headed = part in SIDES and any(not self.is_prose(side, number) for side in SIDES)
        for leaning in sorted(leanings, key=lambda each: -each.to(part)):
            sentence = leaning.sentence
            if not self._may_be(part, sentence, number, taken) or (
                part is Part.HARM and self.judge.only_asserts(sentence)
            ):
                continue
            weighs = part is Part.BALANCE and leaning.to(part) > CERTAIN and sentence.tokens[0] != "if"
            needed = self._needed(sentence, part, headed=headed, taken=sentence.span in taken)
            if leaning.to(part) > needed and (weighs or self.judge.may_lean(sentence)):
                return sentence
        return None

    def _may_be(self, part: Part, sentence: Sentence, number: str, taken: dict[Span, set[Part]]) -> bool:
        """Whether a sentence may argue a part: harm to the interest at stake, or a balance after what it weighs."""
        if part is Part.HARM:
            served = frozenset((number,))
            return all(self.subjects.harmed_by(each, served) for each in (sentence, *self._summed_up(sentence)))
        if part is not Part.BALANCE:
            return True
        if striking.supposes(sentence):
            return False
        if sentence.mask & self.lexicon.bits["public-interest"]:
            return True
        weighed = [span for span, parts in taken.items() if not parts.isdisjoint(SIDES)]
        return not weighed or sentence.span > min(weighed)

    def _summed_up(self, sentence: Sentence) -> Sequence[Sentence]:
        """The next sentence, where it says whom that harms: "That would be likely to prejudice its interests"."""
        following = [s for s in sentence.line.sentences if s.start == sentence.end]
        bits = self.lexicon.bits
        return [s for s in following if s.line.masks[s.start] & bits["same-thing"] and s.mask & bits["prejudice"]]

    def _needed(self, sentence: Sentence, part: Part, *, headed: bool, taken: bool) -> float:
        """How probably a sentence has to argue a part: less where its words half say so, more where it has a place."""
        if part is Part.HARM and harm.foretells(sentence, self.lexicon):
            return FORETOLD
        if part is Part.BALANCE:
            return CONCLUDED if concludes(sentence, self.lexicon) else SURE
        return SURELY if headed else SURER if taken else SURE


def _insists(leanings: Sequence[Leaning]) -> bool:
    """Whether several sentences argue the same side beyond doubt: a test then, though it has no other part."""
    return any(sum(leaning.to(side) > INSISTED for leaning in leanings) > 1 for side in SIDES)


def _taken(gathered: Gathered, number: str) -> dict[Span, set[Part]]:
    """What each sentence has been taken to argue for an exemption; no side where that has a heading elsewhere."""
    taken: dict[Span, set[Part]] = {}
    headed = {p.part for side in SIDES for p in gathered.of(side, number) if p.label is not None}
    for passage in gathered.found:
        beside = passage.label is None and passage.part in headed
        if (not passage.numbers or number in passage.numbers) and not beside:
            for span in passage.text:
                taken.setdefault(span, set()).add(passage.part)
    return taken
