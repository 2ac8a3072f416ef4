"""A second look, before a part of a test in prose is called missing: does a sentence argue it that was not heard to?

Prose is read in order, and a side shows itself by its words or by a turn. Where a side, the harm or the balance of an
exemption was not found on the way, the sentences that were told of it are read again, all of them together: what has
no side yet may be the missing one, an interest added to the first is the other, and what foretells harm among the
factors tells the harm too.
"""

from collections.abc import Sequence

from foilint.document import Span
from foilint.notice import SIDES, TEST, Part
from foilint.recognise import harm, sides, striking
from foilint.recognise.citations import Cited
from foilint.recognise.clues import clues
from foilint.recognise.gathered import Gathered
from foilint.recognise.learned import KINDS, arguments
from foilint.recognise.reconsidered import Argument, says_why_not
from foilint.recognise.subjects import Numbers, Subjects
from foilint.recognise.words import Sentence
from foilint.values import NamedTuple

SURE = 0.6  # how probably a sentence has to be of a part that is found nowhere else ...
SURER = 0.7  # ... if it has been taken to argue another
SURELY = 0.85  # ... and of a side where the other has a heading, as it would have itself
CERTAIN = 0.95  # ... and of the balance, where the words may also be the test described


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
        """Add what is found for each exemption that owes a test."""
        for number in sorted(self.subjects.tested):
            served = frozenset((number,))
            lacks = [part for part in Part if not self.gathered.argues(part, served)]
            if number not in self.subjects.harmed and Part.HARM in lacks:
                lacks.remove(Part.HARM)
            if lacks:
                own = [t.sentence for t in self.told if number in t.numbers and self._may_argue(t.sentence)]
                parts = _parts(self.gathered, number)
                struck = max((span for span, taken in parts.items() if Part.BALANCE in taken), default=None)
                argument = Argument(own, parts, struck, self.gathered.lexicon)
                for part, sentences in argument.missing(lacks).items():
                    for sentence in sentences:
                        self.gathered.add(part, sentence, served)
                if not self.gathered.argues(Part.BALANCE, served):
                    self._leave_undecided(argument, served)
                self._lean([part for part in lacks if not self.gathered.argues(part, served)], number)

    def _lean(self, lacks: Sequence[Part], number: str) -> None:
        """Take for what is still lacking of a test the sentence that most probably argues it, if it does so at all."""
        lexicon, served = self.gathered.lexicon, frozenset((number,))
        told = [t.sentence for t in self.told if number in t.numbers or not t.numbers] if lacks else []
        if not told or any(self._puts_off(sentence) for sentence in told):
            return
        leanings = arguments().read([clues(sentence, lexicon) for sentence in told])
        headed = any(
            p.label and p.part in SIDES and (not p.numbers or number in p.numbers) for p in self.gathered.found
        )
        parts = _parts(self.gathered, number)
        found: dict[Part, Sentence] = {}
        for part in lacks:
            column = KINDS.index(part)
            for sentence, leaning in sorted(zip(told, leanings, strict=True), key=lambda each: -each[1][column]):
                taken = parts.get(sentence.span)
                sure = SURELY if headed and part in SIDES else SURER if taken and part is not Part.BALANCE else SURE
                weighs = part is Part.BALANCE and leaning[column] > CERTAIN and sentence.tokens[0] != "if"
                if leaning[column] > sure and (self._may_lean(sentence) or weighs):
                    found[part] = sentence
                    break
        if len(TEST & found.keys()) > 1 or any(self.gathered.argues(part, served) for part in TEST):
            for part, sentence in found.items():
                self.gathered.add(part, sentence, served)

    def _puts_off(self, sentence: Sentence) -> bool:
        """Whether a sentence says that the public interest will be weighed later: what is told is then no test."""
        lexicon, mask = self.gathered.lexicon, sentence.mask
        more_time = mask & lexicon.bits["more-time"] and mask & lexicon.bits["our-voice"]
        return bool(more_time or lexicon.says("weighs-later", sentence))

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


def _parts(gathered: Gathered, number: str) -> dict[Span, set[Part]]:
    """What each sentence has been taken to argue for an exemption."""
    parts: dict[Span, set[Part]] = {}
    for passage in gathered.found:
        if not passage.numbers or number in passage.numbers:
            for span in passage.text:
                parts.setdefault(span, set()).add(passage.part)
    return parts
