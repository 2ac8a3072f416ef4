"""Prose: sentences that stand under no heading of a part tell themselves what they argue.

Harm before the test opens; then, once the public interest is spoken of, both sides, until the sentence that weighs
them.
"""

from collections.abc import Sequence

from foilint.notice import Part
from foilint.recognise import harm, recitals, sides, striking
from foilint.recognise.citations import Cited
from foilint.recognise.gathered import Gathered
from foilint.recognise.hindsight import Hindsight
from foilint.recognise.lexicon import Lexicon, once
from foilint.recognise.stretches import Stretch
from foilint.recognise.subjects import NOBODY, Numbers, Subjects
from foilint.recognise.things import meant
from foilint.recognise.told import Remark
from foilint.recognise.words import Sentence
from foilint.values import NamedTuple

TITLE = 14  # tokens
STRIKING = (*striking.UNDER_TEST, "finds-contrary")  # a sentence that strikes a balance makes one of these statements


class Heard(NamedTuple):
    """A sentence, the exemptions it names, whether it strikes the balance, and whether it argues the test at all."""

    sentence: Sentence
    named: Numbers
    struck: bool
    opens: bool


class Prose:
    """Reads the sentences of plain prose, one after the other."""

    def __init__(
        self, cites: Sequence[Sequence[Cited]], subjects: Subjects, stretch: Stretch, gathered: Gathered
    ) -> None:
        """Take the citations of every line, what they mean, and where passages are gathered."""
        self.cites = cites
        self.subjects = subjects
        self.stretch = stretch
        self.gathered = gathered
        self.lexicon: Lexicon = gathered.lexicon
        self.hindsight = Hindsight(cites, subjects, stretch, gathered)
        self.told: list[Remark] = []

    def strikes(self, sentence: Sentence) -> bool:
        """Whether a sentence strikes the balance, where it stands."""
        if not _concludes(sentence, self.lexicon):
            return False
        conclusions = striking.UNDER_TEST if self.stretch.under_test else striking.ANYWHERE
        return striking.strikes(sentence, self.lexicon, conclusions)

    def read(self, sentence: Sentence) -> None:
        """Put a sentence to the passages it argues for."""
        named = self._names(sentence)
        if not named and self._turns_to_another(sentence):
            named = meant(_topic(sentence), self.subjects.things)
            if self.stretch.in_test and named.isdisjoint(self.subjects.tested):
                named = NOBODY  # a test is not about what owes none
        if named:
            self._speaks_of(named, sentence)
        if self.stretch.concluded and sentence.start == 0 and not striking.announces_test(sentence, self.lexicon):
            self.stretch.pause()  # a new paragraph after the conclusion
        if not named:
            self._speaks_of_several(sentence)
        self.told.append(Remark(sentence, named or self._at_hand() or self._names(sentence.line.whole)))
        struck = self.strikes(sentence)
        heard = Heard(sentence, named, struck, struck or striking.opens_test(sentence, self.lexicon))
        if self._decides(heard):
            return
        if self.stretch.in_test:
            self._argue(heard)
        elif self._enters_test(heard):
            self.hindsight.begin_before_a_turn(sentence)
            self._argue(heard)

    def _at_hand(self) -> Numbers:
        """The exemptions that a sentence which names none is about, as far as can be told."""
        stretch = self.stretch
        return (stretch.scope if stretch.in_test else NOBODY) or stretch.current or stretch.discussed()

    def _decides(self, heard: Heard) -> bool:
        """Whether a sentence only says what is refused and under what, and argues nothing."""
        if heard.opens or not self.stretch.in_test:
            return False
        claims = self.subjects.claims(heard.sentence, self.cites[heard.sentence.line.index])
        return claims or bool(self.lexicon.says("neither-confirm-nor-deny", heard.sentence))

    def _turns_to_another(self, sentence: Sentence) -> bool:
        """Whether a paragraph opens with what it is about: "As to the price list, …"."""
        as_to = self.lexicon.bits["as-to"]
        return sentence.start == 0 and any(mask & as_to and at <= 1 for at, mask in sentence.hits)

    def _speaks_of_several(self, sentence: Sentence) -> None:
        """A sentence that names no exemption may yet say that it, or the test headed above it, is of several."""
        stretch, bits = self.stretch, self.lexicon.bits
        several = sentence.mask & (bits["plural-exemptions"] | bits["both-things"])
        if several and stretch.in_test and not stretch.tested:
            stretch.widen()
        if sentence.mask & bits["these-exemptions"]:
            stretch.current = stretch.topic

    def _speaks_of(self, named: Numbers, sentence: Sentence) -> None:
        """A sentence names exemptions: the subject changes, and outside a test of theirs a new stretch begins."""
        stretch = self.stretch
        cites = self.cites[sentence.line.index]
        apart = not named & stretch.scope
        opens_block = sentence.start == 0 and any(cite.start <= 2 for cite in cites)
        if opens_block:
            stretch.announced = False  # what was announced is not argued here
            stretch.bearing = stretch.bearing._replace(unsaid=False)
        outside = (
            (bool(stretch.scope) and apart)
            or (stretch.concluded and opens_block)
            or (apart and self.subjects.claims(sentence, cites))
        )
        opens = striking.opens_test(sentence, self.lexicon)
        tested = named & self.subjects.tested
        titled = stretch.in_test and apart and opens_block and _is_title(sentence)
        over = stretch.has_tested and outside and not opens and not self.strikes(sentence)
        if titled or over:
            stretch.begin_anew()
        elif stretch.in_test and tested and (opens or named > stretch.scope):
            stretch.scope = tested
        stretch.current = named
        stretch.see(named)

    def _enters_test(self, heard: Heard) -> bool:
        """Whether a sentence outside a test begins one and is part of it."""
        stretch = self.stretch
        if heard.opens:
            return self._opens_test(heard)
        announces = striking.announces_test(heard.sentence, self.lexicon)
        if announces:
            if not stretch.announced:
                stretch.before = []  # what was told until now is no part of the test
            stretch.announced = True
            if heard.sentence.mask & self.lexicon.bits["factors-follow"]:
                stretch.enter_test(self._tests(heard))
                return False
        stretch.remember(heard.sentence)
        if self._tells_harm(heard.sentence):
            stretch.sideless += [heard.sentence] if stretch.announced else []  # within a test, a reason besides
            return False
        if not stretch.announced:
            return False
        if striking.plainly_argues(heard.sentence, self.lexicon):
            stretch.enter_test(self._tests(heard))
            return True
        if not announces and not sides.is_procedure(heard.sentence, self.lexicon):
            stretch.leave_unsaid()
            stretch.sideless.append(heard.sentence)
        return False

    def _opens_test(self, heard: Heard) -> bool:
        """Begin a test with a sentence that argues it; False where that is the decision, told before its reasons."""
        stretch = self.stretch
        stretch.enter_test(self._tests(heard))
        stretch.tested = True
        if heard.struck and not self.hindsight.look_back() and heard.named:
            stretch.leave_test()
            numbers = heard.named & self.subjects.tested
            if numbers and not self.gathered.argues(Part.AGAINST, numbers):
                self.hindsight.support(numbers)
            self.gathered.add(Part.BALANCE, heard.sentence, numbers)
            return False
        return True

    def _tests(self, heard: Heard) -> Numbers:
        """Whom a test that a sentence begins is of: those it names, all if of all papers, else those discussed."""
        of_all = heard.sentence.mask & self.lexicon.bits["both-things"]
        return heard.named or (NOBODY if of_all else self.stretch.discussed())

    def _names(self, sentence: Sentence) -> Numbers:
        """The exemptions that a sentence cites."""
        return self.subjects.of(sentence, self.cites[sentence.line.index])

    def _argue(self, heard: Heard) -> None:
        """Put a sentence inside a test to the parts it argues."""
        stretch = self.stretch
        stretch.tested = stretch.tested or heard.opens
        if not (heard.struck or heard.named or stretch.seen or stretch.scope):
            return  # nothing has been claimed yet
        numbers = (heard.named & self.subjects.tested) or stretch.scope
        if heard.struck:
            several = heard.sentence.mask & self.lexicon.bits["plural-exemptions"]
            if several and not heard.named:
                numbers = (stretch.topic & self.subjects.tested) or NOBODY
            parts, stretch.bearing = sides.struck(heard.sentence, stretch.bearing, self.lexicon)
            stretch.take_no_side()
            stretch.concluded = True
            if not self.gathered.argues(Part.AGAINST, numbers):
                self.hindsight.support(numbers)
        else:
            if stretch.last is not None and sides.turns(heard.sentence, self.lexicon):
                self.hindsight.speak_for(stretch.last, numbers)
            stretch.last = None if sides.is_procedure(heard.sentence, self.lexicon) else heard.sentence
            parts, stretch.bearing = sides.argued(heard.sentence, stretch.bearing, self.lexicon)
            if not parts and stretch.bearing.unsaid and not sides.is_procedure(heard.sentence, self.lexicon):
                stretch.sideless.append(heard.sentence)
            if Part.AGAINST not in parts and sides.adds(heard.sentence, self.lexicon):
                stretch.added.append(heard.sentence)
        self._add(parts, heard.sentence, numbers)

    def _tells_harm(self, sentence: Sentence) -> bool:
        """Whether a sentence outside the test tells harm outright; reasons after a recital are put to harm as well."""
        stretch = self.stretch
        harmed = self.subjects.harmed
        named = self._names(sentence)
        thing = NOBODY if named or stretch.topic else meant(sentence.tokens, self.subjects.things)
        spoken_of = (stretch.current or stretch.topic) | thing
        if named and harm.precedes_its_provision(sentence, self.cites[sentence.line.index], self.lexicon):
            spoken_of |= frozenset(stretch.seen)  # "… would prejudice the controls, and section 7 is required …"
        numbers = spoken_of & harmed or frozenset(stretch.seen) & harmed
        if not named:
            others = NOBODY if stretch.topic else self.subjects.harmed_by(sentence, harmed)
            numbers = self.subjects.harmed_by(sentence, numbers) or (others if others < harmed else NOBODY) or numbers
        if recitals.recites(sentence, self.cites[sentence.line.index], self.lexicon):
            stretch.recital = recitals.recital(sentence, stretch.recital, self.lexicon)
            return False
        if self._foretells(sentence, numbers):
            self.gathered.add(Part.HARM, sentence, numbers)
            return True
        if stretch.recital and (explained := recitals.explains(sentence, stretch.recital, self.lexicon)):
            stretch.recital = explained
            if explained.is_explained:
                self.gathered.add(Part.HARM, sentence, numbers)
        return False

    def _foretells(self, sentence: Sentence, numbers: Numbers) -> bool:
        """Whether a sentence says what harm is likely; once a test is announced, only one that says it would be."""
        bits = self.lexicon.bits
        foretold = harm.foretells(sentence, self.lexicon)
        likely = numbers and sentence.mask & bits["likely-to"] and not harm.only_claims(sentence, self.lexicon)
        if not self.stretch.announced:
            return bool(foretold or likely)
        untold = not self.gathered.argues(Part.HARM, numbers) and not sentence.mask & bits["openness"]
        level = sentence.mask & bits["level"] or harm.needs_it(sentence, self.lexicon)
        return bool((foretold and level) or (likely and untold))

    def _add(self, parts: Sequence[Part], sentence: Sentence, numbers: Numbers) -> None:
        for part in parts:
            self.gathered.add(part, sentence, numbers)


def _topic(sentence: Sentence) -> list[str]:
    """The words that say what a paragraph is about, up to the first comma: "As to the price list, …"."""
    tokens = sentence.tokens
    return list(tokens[: tokens.index(",")] if "," in tokens else tokens)


def _is_title(sentence: Sentence) -> bool:
    """Whether a sentence is all of its paragraph, and short: "Emails: regulation 12(4)(e)"."""
    return sentence.end == len(sentence.line.tokens) <= TITLE


@once
def _concludes(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether a sentence makes a statement that may strike a balance: few do, and all are asked at every turn."""
    return any(lexicon.says(name, sentence) for name in STRIKING)
