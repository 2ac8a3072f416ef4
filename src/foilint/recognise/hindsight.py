"""Hindsight: what a conclusion or a turn shows of the sentences before it, which told no side themselves."""

from collections.abc import Sequence

from foilint.notice import Part
from foilint.recognise import sides, striking
from foilint.recognise.citations import Cited
from foilint.recognise.gathered import Gathered
from foilint.recognise.lexicon import Lexicon
from foilint.recognise.stretches import Stretch
from foilint.recognise.subjects import Numbers, Subjects
from foilint.recognise.words import Sentence
from foilint.values import NamedTuple

REASONS = 2  # sentences that take no side and lead up to a conclusion
LONG = 30  # words of a sentence that cannot only say what a test is


class Hindsight(NamedTuple):
    """What reads again what a stretch of prose has told so far, with what `Prose` reads it with."""

    cites: Sequence[Sequence[Cited]]
    subjects: Subjects
    stretch: Stretch
    gathered: Gathered

    @property
    def lexicon(self) -> Lexicon:
        """The words that what is gathered was heard with."""
        return self.gathered.lexicon

    def look_back(self) -> bool:
        """A balance was struck though no test was announced: read again what led up to it as the test."""
        stretch = self.stretch
        telling = self.lexicon.mask("openness", "concede", "contrast", "one-hand")
        tells = (s.mask & telling or striking.takes_side(s, self.lexicon) for s in stretch.before)
        first = next((n for n, told in enumerate(tells) if told), len(stretch.before))
        argued = stretch.before[first:]
        stretch.before = [] if argued else stretch.before
        line = None
        for sentence in argued:
            if sentence.line is not line:
                stretch.take_no_side()  # a paragraph of harm says nothing of the side of the next
            line = sentence.line
            if sides.is_procedure(sentence, self.lexicon):
                continue
            parts, stretch.bearing = sides.argued(sentence, stretch.bearing, self.lexicon)
            for part in parts:
                self.gathered.add(part, sentence, stretch.scope)
        return bool(argued)

    def support(self, numbers: Numbers) -> None:
        """What led up to the conclusion and took no side: enough of it is the reasons for what is concluded.

        So is what "we also recognise" beside the factors for, where it says nothing of openness.
        Where no harm is owed, what protects is such a reason though no test was announced before it.
        """
        stretch, bits = self.stretch, self.lexicon.bits
        reasons = stretch.sideless if len(stretch.sideless) >= REASONS else stretch.added
        if not reasons and numbers and not numbers & self.subjects.harmed:
            told = [s for s in stretch.before if not self.subjects.of(s, self.cites[s.line.index])]
            reasons = [s for s in told if s.mask & bits["protection"]] or _argued_last(told, bits["likelihood"])
        for sentence in reasons:
            self.gathered.add(Part.AGAINST, sentence, numbers)
        stretch.sideless, stretch.added = [], []

    def begin_before_a_turn(self, sentence: Sentence) -> None:
        """A test that begins with a turn began before it: with what was announced, or is in the same paragraph."""
        stretch = self.stretch
        if sides.turns(sentence, self.lexicon):
            told = (s for s in reversed(stretch.before) if s is not sentence)
            stretch.last = next((s for s in told if self._may_argue(s, sentence)), None)

    def speak_for(self, before: Sentence, numbers: Numbers) -> None:
        """What stands before the first turn of a test spoke for openness, whatever it spoke of."""
        if not self.gathered.argues(Part.FOR, numbers):
            self.gathered.add(Part.FOR, before, numbers)
            self.stretch.bearing = self.stretch.bearing._replace(side=Part.FOR)  # and so the turn leads from it

    def _may_argue(self, before: Sentence, sentence: Sentence) -> bool:
        near = self.stretch.announced or before.line is sentence.line
        words = sum(token[0].isalpha() for token in before.tokens)
        argues = words >= LONG or (words >= sides.FEW and not striking.describes_test(before, self.lexicon))
        return near and argues


def _argued_last(told: Sequence[Sentence], likelihood: int) -> list[Sentence]:
    """The last paragraph of what was told, if it says in several sentences what would or must be."""
    last = [s for s in told if s.line is told[-1].line]
    return last if sum(bool(s.mask & likelihood or "must" in s.tokens) for s in last) >= REASONS else []
