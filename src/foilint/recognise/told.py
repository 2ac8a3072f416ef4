"""The prose told of an exemption, read again as a whole: how probably each sentence argues what, as was learned."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from foilint.document import Span
from foilint.notice import SIDES, Part
from foilint.recognise import harm, recitals, sides, striking
from foilint.recognise.citations import Cited
from foilint.recognise.clues import clues
from foilint.recognise.learned import KINDS, Arguments, Likelihood, arguments, sequels
from foilint.recognise.lexicon import Lexicon
from foilint.recognise.reconsidered import says_why_not
from foilint.recognise.subjects import Numbers, Subjects
from foilint.recognise.words import Sentence
from foilint.values import NamedTuple


class Remark(NamedTuple):
    """A sentence of plain prose, and the exemptions that were at hand when it was read."""

    sentence: Sentence
    numbers: Numbers


class Leaning(NamedTuple):
    """A sentence told, and how probably it is of each of `learned.KINDS`."""

    sentence: Sentence
    likely: Likelihood  # where any part may be left out ...
    usual: Likelihood  # ... and as letters mostly go on
    share: float = 1.0  # how much it counts for the exemption at hand: `whose.shares` ...
    harms: float = 1.0  # ... and how much of that the harm that it tells

    def by(self, share: float, harms: float) -> "Leaning":
        """The same sentence where it counts only so much."""
        return Leaning(self.sentence, _part(self.likely, share, harms), _part(self.usual, share, harms), share, harms)

    def to(self, part: Part) -> float:
        """How probably it argues a part."""
        return self.likely[KINDS.index(part)]


def _part(likely: Likelihood, share: float, harms: float) -> Likelihood:
    _, harm, *tested = likely
    argued = (share * harms * harm, *(share * each for each in tested))
    return (1 - sum(argued), *argued)


def read(told: Sequence[Sentence], lexicon: Lexicon) -> list[Leaning]:
    """How probably each sentence argues what."""
    likely, usual = read_by(arguments(), [clues(sentence, lexicon) for sentence in told], beside(told))
    return [Leaning(*each) for each in zip(told, likely, usual, strict=True)]


def beside(told: Sequence[Sentence]) -> list[bool]:
    """Of each sentence but the last, whether the next stands in its paragraph."""
    return [one.line.index == other.line.index for one, other in pairwise(told)]


def read_by(
    table: Arguments, said: Sequence[Iterable[str]], together: Sequence[bool]
) -> tuple[list[Likelihood], list[Likelihood]]:
    """How probably each sentence argues what, by its clues: where any part may be left out, and as letters go on."""
    if not said:
        return [], []
    sums = [table.sums(each) for each in said]
    return table.read(sums), sequels().read(sums, together)


def surest(part: Part, leanings: Iterable[Leaning], taken: Mapping[Span, set[Part]]) -> float:
    """How probably the surest of some sentences argues a part; harm that was `taken` for no side may be read as one."""

    def sure(leaning: Leaning) -> float:
        either = part is Part.HARM and not taken.get(leaning.sentence.span, set()) & set(SIDES)
        return leaning.to(part) + (leaning.to(Part.AGAINST) if either else 0.0)

    return max(map(sure, leanings), default=0.0)


class Judge(NamedTuple):
    """What can be said of a sentence told: `cites` are the citations of every line, `subjects` what they mean."""

    cites: Sequence[Sequence[Cited]]
    subjects: Subjects
    lexicon: Lexicon

    def of_line(self, sentence: Sentence) -> Sequence[Cited]:
        """The citations of its line."""
        return self.cites[sentence.line.index]

    def own(self, sentence: Sentence) -> Iterator[Cited]:
        """Those that stand in it."""
        return (cite for cite in self.of_line(sentence) if sentence.start <= cite.start < sentence.end)

    def may_argue(self, sentence: Sentence) -> bool:
        """Whether it is no question, claim, recital, disclaimer or account of the procedure."""
        cites, lexicon = self.of_line(sentence), self.lexicon
        if sentence.tokens[-1][0] == "?" or sides.only_presumes(sentence, lexicon):
            return False
        if self.subjects.claims(sentence, cites) or self.recites(sentence):
            return False
        of_holding = sentence.mask & lexicon.mask("existence", "information")
        disclaims = of_holding and lexicon.says("no-inference", sentence)
        if disclaims or lexicon.says("neither-confirm-nor-deny", sentence):
            return False
        told = striking.strikes(sentence, lexicon, striking.UNDER_TEST) or says_why_not(sentence, lexicon)
        return told or not striking.describes_test(sentence, lexicon)

    def recites(self, sentence: Sentence) -> bool:
        """Whether it tells what a provision says, and not what would happen."""
        return recitals.recites(sentence, self.of_line(sentence), self.lexicon)

    def may_lean(self, sentence: Sentence) -> bool:
        """Whether what it leans to counts: it argues, supposes nothing, and leads up to nothing."""
        leads_up = sides.is_procedure(sentence, self.lexicon) or sentence.tokens[0] == "if"
        return self.may_argue(sentence) and not leads_up

    def tells_of_harm(self, sentence: Sentence) -> bool:
        """Whether it says what would or may happen, in other words for harm than the statute's."""
        likely = sentence.mask & self.lexicon.bits["likelihood"]
        return bool(likely) and harm.hurts_besides(sentence, self.subjects.protected, self.lexicon)

    def only_asserts(self, sentence: Sentence) -> bool:
        """Whether it asserts harm and says neither how nor why."""
        return harm.is_bare(sentence, self.subjects.protected, self.lexicon)
