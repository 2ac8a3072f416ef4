"""A second look, before a part of a test in prose is called missing: does a sentence argue it that was not heard to?

Prose is read in order, and a side shows itself by its words or by a turn. Where a side, the harm or the balance of an
exemption was not found on the way, the sentences that were told of it are read again, all of them together: what has
no side yet may be the missing one, an interest added to the first is the other, and what foretells harm among the
factors tells the harm too.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from foilint.document import Span
from foilint.notice import SIDES, TEST, Part
from foilint.recognise import harm, sides, striking
from foilint.recognise.citations import Cited
from foilint.recognise.clues import clues
from foilint.recognise.gathered import Gathered
from foilint.recognise.kinds import takes_more_time
from foilint.recognise.learned import KINDS, Likelihood, arguments, concludes
from foilint.recognise.reconsidered import Argument, says_why_not
from foilint.recognise.subjects import Numbers, Subjects
from foilint.recognise.words import Sentence
from foilint.values import NamedTuple

SURE = 0.6  # how probably a sentence has to be of a part that is found nowhere else ...
SURER = 0.7  # ... if it has been taken to argue another
SURELY = 0.98  # ... and of a side where the other has a heading, as it would have itself
CONCLUDED = 0.3  # ... and of the balance, if it concludes
FORETOLD = 0.3  # ... and of the harm, if it foretells any
CERTAIN = 0.95  # ... and of the balance, where the words may also be the test described
HARDLY = 0.15  # how improbably a sentence that was heard to argue a part argues it, to be doubted ...
HARDLY_ANY = 0.52  # ... where none argues it more probably than this
EXPLAINED = 0.2  # how probably a sentence has to tell harm that another only asserts
INSISTED = 0.92  # how probably each of several sentences argues one side where no other part of a test is heard
BARE = 30  # tokens of a sentence in our own voice that may no more than assert the harm
UNARGUED = 0.27  # how improbably any sentence argues a part of the test for it to be doubted whatever was heard


class Told(NamedTuple):
    """A sentence of plain prose, and the exemptions that were at hand when it was read."""

    sentence: Sentence
    numbers: Numbers


class SecondLook(NamedTuple):
    """What is looked at again."""

    told: Sequence[Told]
    cites: Sequence[Sequence[Cited]]
    subjects: Subjects
    gathered: Gathered

    def look(self) -> None:
        """Add what is found for each exemption that owes a test, and take away what most probably is not argued."""
        for number in sorted(self.subjects.tested):
            owed = [part for part in Part if part is not Part.HARM or number in self.subjects.harmed]
            prose = [part for part in owed if self._is_prose(part, number)]
            told = [t.sentence for t in self.told if number in t.numbers or not t.numbers] if prose else []
            read = self._read(told)
            self._doubt(prose, number, read)
            if lacks := self._lacking(owed, number):
                self._reconsider(lacks, number)
                self._doubt([part for part in lacks if part in prose], number, read)
            self._lean(self._lacking(owed, number), number, read)

    def _read(self, told: Sequence[Sentence]) -> list[tuple[Sentence, Likelihood]]:
        """How probably each sentence argues what, as was learned; nothing where the test is put off."""
        if not told or any(self._puts_off(sentence) for sentence in told):
            return []
        leanings = arguments().read([clues(sentence, self.gathered.lexicon) for sentence in told])
        return list(zip(told, leanings, strict=True))

    def _lacking(self, owed: Sequence[Part], number: str) -> list[Part]:
        """The parts of those owed for an exemption that nothing was heard to argue."""
        return [part for part in owed if not self.gathered.argues(part, frozenset((number,)))]

    def _is_prose(self, part: Part, number: str) -> bool:
        """Whether no heading says that something argues a part for an exemption."""
        return not any(p.label is not None for p in self.gathered.of(part, number))

    def _reconsider(self, lacks: Sequence[Part], number: str) -> None:
        """Add what argues what is lacking after all, by the words or by where it stands."""
        served = frozenset((number,))
        own = [t.sentence for t in self.told if number in t.numbers and self._may_argue(t.sentence)]
        parts = _parts(self.gathered, number)
        struck = max((span for span, taken in parts.items() if Part.BALANCE in taken), default=None)
        argument = Argument(own, parts, struck, self.gathered.lexicon)
        for part, sentences in argument.missing(lacks).items():
            for sentence in sentences:
                if part is not Part.HARM or self.subjects.harmed_by(sentence, served):
                    self.gathered.add(part, sentence, served)
        if not self.gathered.argues(Part.BALANCE, served):
            self._leave_undecided(argument, served)

    def _doubt(self, prose: Sequence[Part], number: str, read: Sequence[tuple[Sentence, Likelihood]]) -> None:
        """Take away a part that prose was heard to argue, where hardly any sentence does, as was learned."""
        likely = {sentence.span: (sentence, leaning) for sentence, leaning in read}
        parts = _parts(self.gathered, number)
        for part in prose:
            column = KINDS.index(part)
            passages = self.gathered.of(part, number)
            spans = [span for passage in passages for span in passage.text]
            heard = [likely[span] for span in spans if span in likely]
            reasoned = [each for each in heard if part is not Part.HARM or not self._is_bare(each[0])]
            plain = any(self._says_outright(sentence, part, parts[sentence.span]) for sentence, _ in heard)
            of_all = len(self.subjects.tested) > 1 and any(not passage.numbers for passage in passages)
            if not heard or plain or of_all or len(heard) < len(spans):
                continue  # what stands under a heading is not told in prose
            own = _surest(part, heard, parts)
            most = max([own, *(leaning[column] for sentence, leaning in read if self._may_argue(sentence))])
            unexplained = (
                len(reasoned) < len(heard)
                and _surest(part, reasoned, parts) < HARDLY
                and not any(
                    _surest(part, [(s, leaning)], parts) > EXPLAINED
                    for s, leaning in read
                    if self._may_argue(s) and not self._is_bare(s)
                )
            )
            hardly = own < HARDLY and most < HARDLY_ANY
            if unexplained or hardly or (part is not Part.HARM and most < UNARGUED):
                self.gathered.take_away(part, number)

    def _is_bare(self, sentence: Sentence) -> bool:
        """Whether a sentence asserts the harm and no more."""
        return harm.is_bare(sentence, self.subjects.protected, self.gathered.lexicon)

    def _says_outright(self, sentence: Sentence, part: Part, taken: set[Part]) -> bool:
        """Whether a sentence says in so many words that it argues a part, or argues several at once."""
        lexicon, mask = self.gathered.lexicon, sentence.mask
        if part is Part.HARM:
            explains = mask & lexicon.bits["our-voice"] and len(sentence.tokens) > BARE
            claims = any(sentence.start <= c.start < sentence.end for c in self.cites[sentence.line.index])
            told = mask & lexicon.mask("opinion", "inhibits") or (
                explains and not claims and harm.foretells(sentence, lexicon)
            )
            return harm.needs_it(sentence, lexicon) or bool(told)
        if part is Part.BALANCE:
            named = mask & lexicon.mask("public-interest", "served-public")
            return bool(named and lexicon.says("strikes-balance", sentence))
        both = len(taken & TEST) > 1 and (Part.BALANCE in taken or mask & lexicon.bits["contrast"])
        answered = part is Part.FOR and self._is_answered(sentence)
        return bool(both) or striking.takes_side(sentence, lexicon) or answered

    def _is_answered(self, sentence: Sentence) -> bool:
        """Whether the next sentence told turns to the other side: "The land is held for all. Against that, …"."""
        told = [each.sentence for each in self.told]
        following = next((after for before, after in pairwise(told) if before is sentence), None)
        return following is not None and sides.turns(following, self.gathered.lexicon)

    def _lean(self, lacks: Sequence[Part], number: str, read: Sequence[tuple[Sentence, Likelihood]]) -> None:
        """Take for what is still lacking of a test the sentence that most probably argues it, if it does so at all."""
        served = frozenset((number,))
        headed = any(not self._is_prose(part, number) for part in SIDES)
        parts = _parts(self.gathered, number)
        found: dict[Part, Sentence] = {}
        for part in lacks:
            column = KINDS.index(part)
            for sentence, leaning in sorted(read, key=lambda each: -each[1][column]):
                if part is Part.HARM and (not self.subjects.harmed_by(sentence, served) or self._is_bare(sentence)):
                    continue
                taken = parts.get(sentence.span)
                sure = SURELY if headed and part in SIDES else SURER if taken and part is not Part.BALANCE else SURE
                if part is Part.HARM and harm.foretells(sentence, self.gathered.lexicon):
                    sure = FORETOLD
                if part is Part.BALANCE and concludes(sentence, self.gathered.lexicon):
                    sure = CONCLUDED
                weighs = part is Part.BALANCE and leaning[column] > CERTAIN and sentence.tokens[0] != "if"
                if leaning[column] > sure and (self._may_lean(sentence) or weighs):
                    found[part] = sentence
                    break
        if len(TEST & found.keys()) > 1 or any(self.gathered.argues(part, served) for part in TEST) or _insists(read):
            for part, sentence in found.items():
                added = self.gathered.add(part, sentence, served)
                if part is Part.BALANCE:
                    struck = striking.strikes(sentence, self.gathered.lexicon, striking.UNDER_TEST)
                    added.concludes = struck or concludes(sentence, self.gathered.lexicon)

    def _puts_off(self, sentence: Sentence) -> bool:
        """Whether a sentence says that the public interest will be weighed later: what is told is then no test."""
        lexicon = self.gathered.lexicon
        return takes_more_time(sentence, lexicon) or bool(lexicon.says("weighs-later", sentence))

    def _may_lean(self, sentence: Sentence) -> bool:
        """Whether what a sentence leans to counts: it argues, supposes nothing, and leads up to nothing."""
        leads_up = sides.is_procedure(sentence, self.gathered.lexicon) or sentence.tokens[0] == "if"
        return self._may_argue(sentence) and not leads_up

    def _leave_undecided(self, argument: Argument, served: Numbers) -> None:
        """Take for the balance a sentence that says both sides were weighed, and not which is heavier."""
        if not all(self.gathered.argues(part, served) for part in SIDES):
            return
        for sentence in argument.sentences:
            if self.gathered.lexicon.says("says-it-weighs", sentence):
                self.gathered.add(Part.BALANCE, sentence, served).concludes = False

    def _may_argue(self, sentence: Sentence) -> bool:
        """Whether a sentence is no question, claim, recital, disclaimer or account of the procedure."""
        cites, lexicon = self.cites[sentence.line.index], self.gathered.lexicon
        if sentence.tokens[-1][0] == "?" or sides.only_presumes(sentence, lexicon):
            return False
        if self.subjects.claims(sentence, cites) or harm.recites(sentence, cites, lexicon):
            return False
        if lexicon.says("no-inference", sentence) or lexicon.says("neither-confirm-nor-deny", sentence):
            return False
        told = striking.strikes(sentence, lexicon, striking.UNDER_TEST) or says_why_not(sentence, lexicon)
        return told or not striking.describes_test(sentence, lexicon)


def _surest(part: Part, heard: Iterable[tuple[Sentence, Likelihood]], parts: Mapping[Span, set[Part]]) -> float:
    """How probably the surest of some sentences argues a part; harm may as well be read to argue against."""
    column, against = KINDS.index(part), KINDS.index(Part.AGAINST)

    def sure(sentence: Sentence, leaning: Likelihood) -> float:
        either = part is Part.HARM and not parts.get(sentence.span, set()) & set(SIDES)
        return leaning[column] + (leaning[against] if either else 0.0)

    return max((sure(*each) for each in heard), default=0.0)


def _insists(read: Sequence[tuple[Sentence, Likelihood]]) -> bool:
    """Whether several sentences argue the same side beyond doubt: a test then, though it has no other part."""
    columns = [KINDS.index(part) for part in SIDES]
    return any(sum(leaning[column] > INSISTED for _, leaning in read) > 1 for column in columns)


def _parts(gathered: Gathered, number: str) -> dict[Span, set[Part]]:
    """What each sentence has been taken to argue for an exemption."""
    parts: dict[Span, set[Part]] = {}
    for passage in gathered.found:
        if not passage.numbers or number in passage.numbers:
            for span in passage.text:
                parts.setdefault(span, set()).add(passage.part)
    return parts
