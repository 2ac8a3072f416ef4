"""The prose told of an exemption reconsidered: which of its sentences argue what is lacking after all."""

from collections.abc import Sequence

from foilint.document import Span
from foilint.notice import TEST, Part
from foilint.recognise import harm, sides, striking
from foilint.recognise.lexicon import Lexicon
from foilint.recognise.stances import Stance, stance_of_prose
from foilint.recognise.words import Sentence
from foilint.values import NamedTuple


class Argument(NamedTuple):
    """The prose told of one exemption, with what each of its sentences has been taken to argue so far."""

    sentences: Sequence[Sentence]
    parts: dict[Span, set[Part]]
    struck: Span | None  # where its balance was struck last
    lexicon: Lexicon

    def missing(self, lacks: Sequence[Part]) -> dict[Part, list[Sentence]]:
        """The sentences that argue what is lacking after all; a side, only where another part of the test is there."""
        speaking = [s for s in self.sentences if self._speaks_for(s)] if Part.FOR in lacks else []
        first = next(iter([*self._of(Part.FOR), *speaking]), None)
        against = [s for s in self.sentences if self._speaks_against(s, first)] if Part.AGAINST in lacks else []
        if Part.FOR in lacks and not speaking:
            speaking = self._stands_first(against) or self._before_a_turn(against)
        found = {
            Part.HARM: [s for s in self.sentences if self._foretells(s)],
            Part.FOR: speaking,
            Part.AGAINST: against,
            Part.BALANCE: [s for s in self.sentences if striking.strikes(s, self.lexicon, striking.UNDER_TEST)],
        }
        told = {part for part in TEST if part not in lacks or found[part]}
        return {part: found[part] for part in lacks if part is Part.HARM or told - {part}}

    def _stands_first(self, against: list[Sentence]) -> list[Sentence]:
        """The first of several public interests, none of them in openness: a test begins with what speaks for it.

        `against` are the sentences just found for the other side; what stands first is taken from them.
        """
        shut = self.lexicon.mask("harm", "protection", "shut", "factors-follow")
        free = [s for s in self.sentences if striking.interest_in(s, self.lexicon) and not self._taken_for(s)]
        free = [s for s in free if not s.mask & shut]
        others = [s for s in (*against, *self._of(Part.AGAINST)) if s is not free[0]] if free else []
        if not free or not any(_place(free[0]) < _place(other) for other in others):
            return []
        against[:] = [s for s in against if s is not free[0]]
        return free[:1]

    def _before_a_turn(self, against: list[Sentence]) -> list[Sentence]:
        """What stands before the turn to the other side, in a test that is concluded or said to be weighed."""
        if not any(
            self.lexicon.says("says-it-weighs", s) or Part.BALANCE in self._taken_for(s) for s in self.sentences
        ):
            return []
        turn = next((s for s in against if sides.turns(s, self.lexicon)), None)
        before = [s for s in self.sentences if turn is not None and _place(s) < _place(turn)][-1:]
        shut = self.lexicon.mask("harm", "prejudice", "protection", "shut")
        return [s for s in before if not (self._taken_for(s) or s.mask & shut or sides.is_procedure(s, self.lexicon))]

    # --- where a sentence stands ------------------------------------------------------------------------------------

    def _taken_for(self, sentence: Sentence) -> set[Part]:
        return self.parts.get(sentence.span, set())

    def _of(self, part: Part) -> list[Sentence]:
        return [s for s in self.sentences if part in self._taken_for(s)]

    def _is_after_the_test(self, sentence: Sentence) -> bool:
        interest = sentence.mask & self.lexicon.bits["public-interest"]
        return self.struck is not None and not interest and sentence.span > self.struck

    # --- what it says -----------------------------------------------------------------------------------------------

    def _speaks_for(self, sentence: Sentence) -> bool:
        lexicon, mask = self.lexicon, sentence.mask
        taken = self._taken_for(sentence)
        if taken - {Part.AGAINST} or self._is_after_the_test(sentence):
            return False
        if taken:
            return self._is_mistaken(sentence)
        opens = sentence.line.masks[sentence.start] & lexicon.bits["favour"]  # "To the good, …"
        if opens or stance_of_prose(sentence, lexicon) is Stance.FOR:
            return True
        openness = sum(bool(each & lexicon.bits["openness"]) for _, each in sentence.hits)
        about = mask & lexicon.mask("public-interest", "stakeholder", "open") or openness > 1
        wished = _is_wished_for(sentence, lexicon) and "where" not in sentence.tokens  # "only where the public gains"
        hurts = (
            mask & lexicon.mask("prejudice", "harm")
            or "likely" in sentence.tokens
            or (mask & lexicon.bits["shut"] and not mask & lexicon.bits["concede"])
        )
        return bool((about and openness) or wished) and not hurts

    def _is_mistaken(self, sentence: Sentence) -> bool:
        """Whether what was taken to argue against says what people would be glad of, and nothing of harm."""
        lexicon, mask = self.lexicon, sentence.mask
        other = lexicon.mask("harm", "prejudice", "protection", "shut", "common-good", "ought", "contrast")
        return _is_wished_for(sentence, lexicon) and not mask & other

    def _speaks_against(self, sentence: Sentence, first: Sentence | None) -> bool:
        """Whether a sentence may argue against: more easily so after the `first` that speaks for."""
        if self._is_after_the_test(sentence):
            return False
        taken = self._taken_for(sentence)
        follows = first is not None and _place(first) < _place(sentence)
        if says_why_not(sentence, self.lexicon):
            return True
        if taken:
            interest = sentence.mask & self.lexicon.mask("public-interest", "of-importance")
            turned = taken == {Part.FOR} and sides.turns(sentence, self.lexicon)
            added = taken == {Part.FOR} and follows and (interest or self._says_what_ought_to_be(sentence))
            struck = taken == {Part.BALANCE} and interest and sentence is not self._of(Part.BALANCE)[-1]
            return bool(turned or added or struck)
        return not sides.is_procedure(sentence, self.lexicon) and self._protects(sentence, follows=follows)

    def _protects(self, sentence: Sentence, *, follows: bool) -> bool:
        """Whether a sentence that has no side yet opposes, turns, or speaks of another interest than openness."""
        lexicon, mask = self.lexicon, sentence.mask
        if stance_of_prose(sentence, lexicon) is Stance.AGAINST or sides.turns(sentence, lexicon):
            return True
        if not follows:
            interest = mask & lexicon.mask("public-interest", "common-good") and not mask & lexicon.bits["openness"]
            return bool(interest) or self._says_what_ought_to_be(sentence)
        elsewhere = mask & lexicon.mask("openness", "given-out")
        return not elsewhere or bool(mask & lexicon.mask("protection", "harm", "public-interest", "common-good"))

    def _says_what_ought_to_be(self, sentence: Sentence) -> bool:
        """Whether a sentence says what ought to be, and nothing of openness: "Officers ought to be able to …"."""
        if "whether" in sentence.tokens:  # "to decide whether a person should be charged"
            return False
        other = self.lexicon.mask("openness", "wished-for", "favour")
        return bool(sentence.mask & self.lexicon.bits["ought"]) and not sentence.mask & other

    def _foretells(self, sentence: Sentence) -> bool:
        """Whether a sentence tells the harm: in the words of the statute, or in others where it argues nothing."""
        bits, mask = self.lexicon.bits, sentence.mask
        taken = self._taken_for(sentence)
        if Part.HARM in taken:
            return False
        if "likely" in sentence.tokens and mask & bits["prejudice"] and harm.foretells(sentence, self.lexicon):
            return True
        told = mask & bits["harm"] and mask & bits["likelihood"]
        return bool(told) and not taken and not mask & (bits["openness"] | bits["favour"] | bits["public-interest"])


def _is_wished_for(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether a sentence tells what somebody would be glad of: "Residents would like to know"."""
    return bool(sentence.mask & lexicon.bits["wished-for"] and sentence.mask & lexicon.bits["stakeholder"])


def says_why_not(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether a sentence gives reasons: "It would be against the public interest to do so because …"."""
    return bool(sentence.mask & lexicon.bits["contrary-to"]) and "because" in sentence.tokens


def _place(sentence: Sentence) -> tuple[int, int]:
    return sentence.line.index, sentence.start
