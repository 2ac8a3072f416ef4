"""A second look, before a part of a test in prose is called missing: does a sentence argue it that was not heard to?

Prose is read in order, and a side shows itself by its words or by a turn. Where a side, the harm or the balance of an
exemption was not found on the way, the sentences that were told of it are read again, all of them together: what has
no side yet may be the missing one, and what foretells harm among the factors tells the harm too.
"""

from collections.abc import Callable, Iterator, Sequence

from foilint.document import Span
from foilint.notice import Part
from foilint.recognise import harm, sides, striking
from foilint.recognise.citations import Cited
from foilint.recognise.gathered import Gathered
from foilint.recognise.lexicon import Lexicon
from foilint.recognise.stances import Stance, stance_of_prose
from foilint.recognise.subjects import Numbers, Subjects
from foilint.recognise.words import Sentence
from foilint.values import NamedTuple


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

    @property
    def lexicon(self) -> Lexicon:
        """The words that what is gathered was heard with."""
        return self.gathered.lexicon

    def look(self) -> None:
        """Add what is found for each exemption that owes a test."""
        for number in sorted(self.subjects.tested):
            self._look_for(number)

    def _look_for(self, number: str) -> None:
        own = [t.sentence for t in self.told if number in t.numbers and self._may_argue(t.sentence)]
        parts = self._parts(number)
        served = frozenset((number,))
        lacks = [part for part in Part if not self.gathered.argues(part, served)]
        struck = [s.line.index for s in own if Part.BALANCE in parts.get(s.span, ())]
        free = [s for s in own if not parts.get(s.span) and (not struck or s.line.index <= max(struck) + 1)]
        speaking = [s for s in free if self._speaks_for(s)]
        first = next((s for s in own if Part.FOR in parts.get(s.span, ()) or s in speaking), None)
        found = {
            Part.FOR: speaking,
            Part.AGAINST: [s for s in free if self._speaks_against(s, first)],
            Part.BALANCE: [s for s in own if Part.BALANCE not in parts.get(s.span, ()) and self._concludes(s)],
            Part.HARM: [s for s in own if Part.HARM not in parts.get(s.span, ()) and self._foretells(s)],
        }
        told = {part for part in Part if part not in lacks or found[part]}
        for part in lacks:
            if part is Part.HARM and number not in self.subjects.harmed:
                continue
            if part is Part.HARM or told & {Part.FOR, Part.AGAINST, Part.BALANCE} - {part}:
                for sentence in found[part]:
                    self.gathered.add(part, sentence, served)

    def _parts(self, number: str) -> dict[Span, set[Part]]:
        """What each sentence has been taken to argue for an exemption."""
        parts: dict[Span, set[Part]] = {}
        for passage in self.gathered.found:
            if not passage.numbers or number in passage.numbers:
                for span in passage.text:
                    parts.setdefault(span, set()).add(passage.part)
        return parts

    def _may_argue(self, sentence: Sentence) -> bool:
        """Whether a sentence is no claim, recital, disclaimer or account of the procedure."""
        cites, lexicon = self.cites[sentence.line.index], self.lexicon
        if self.subjects.claims(sentence, cites) or harm.recites(sentence, cites, lexicon):
            return False
        if lexicon.says("no-inference", sentence) or lexicon.says("neither-confirm-nor-deny", sentence):
            return False
        return not striking.describes_test(sentence, lexicon)

    def _speaks_for(self, sentence: Sentence) -> bool:
        lexicon, mask = self.lexicon, sentence.mask
        if stance_of_prose(sentence, lexicon) is Stance.FOR:
            return True
        about = mask & lexicon.mask("public-interest", "stakeholder", "open")
        return bool(about and mask & lexicon.bits["openness"]) and not mask & lexicon.mask("prejudice", "harm", "shut")

    def _speaks_against(self, sentence: Sentence, first: Sentence | None) -> bool:
        """Whether a sentence may argue against; `first` is the first that speaks for, after which harm does so too."""
        lexicon, mask = self.lexicon, sentence.mask
        if stance_of_prose(sentence, lexicon) is Stance.AGAINST:
            return True
        if sides.is_procedure(sentence, lexicon) or mask & lexicon.bits["openness"]:
            return False
        if mask & lexicon.bits["public-interest"] or sides.turns(sentence, lexicon):
            return True
        follows = first is not None and (first.line.index, first.start) < (sentence.line.index, sentence.start)
        return bool(follows and mask & lexicon.mask("protection", "harm"))

    def _concludes(self, sentence: Sentence) -> bool:
        return striking.strikes(sentence, self.lexicon, striking.UNDER_TEST)

    def _foretells(self, sentence: Sentence) -> bool:
        bits, mask = self.lexicon.bits, sentence.mask
        if mask & (bits["openness"] | bits["favour"]):
            return False
        likely = mask & bits["harm"] and not {"likely", "likelihood"}.isdisjoint(sentence.tokens)
        return bool(likely or harm.foretells(sentence, self.lexicon))
