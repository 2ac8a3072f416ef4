"""What prose was heard to argue, doubted: taken away where hardly any sentence argues it (docs/decisions/0031)."""

from collections.abc import Sequence
from itertools import pairwise

from foilint.document import Span
from foilint.notice import SIDES, TEST, Part
from foilint.recognise import harm, sides, striking
from foilint.recognise.told import Judge, Leaning, Remark, surest
from foilint.recognise.words import Sentence
from foilint.values import NamedTuple

HARDLY = 0.15  # how improbably a sentence that was heard to argue a part argues it, to be doubted ...
REASONABLY = 0.5  # how probably a sentence that was not heard at first has to argue a side
HARDLY_ANY = 0.52  # ... where none argues it more probably than this
UNARGUED = 0.27  # how improbably any sentence argues a part of the test for it to be doubted whatever was heard
ANSWERABLE = 0.1  # how probably a sentence has to argue for openness for a turn after it to answer it
EXPLAINED = 0.2  # how probably a sentence has to tell harm that another only asserts
REASONED = 30  # tokens of a sentence in our own voice that does more than assert the harm


class Doubt(NamedTuple):
    """The sentences told of an exemption as they lean, what each was taken to argue, and all that was told."""

    read: Sequence[Leaning]
    taken: dict[Span, set[Part]]
    told: Sequence[Remark]
    judge: Judge

    def falls_on(self, part: Part, spans: Sequence[Span], *, added: bool = False) -> bool:
        """Whether a part that some places were heard to argue is most probably not argued at all.

        `added`: it was not heard at first, but taken from where a sentence stands or from half a word.
        """
        heard = self._heard(spans)
        if self.is_plain(part, spans):
            return False
        own = surest(part, heard, self.taken)
        most = max([own, *(each.to(part) for each in self._arguing())])
        if (own < HARDLY and most < HARDLY_ANY) or (added and part in SIDES and own < REASONABLY):
            return True
        return self._only_asserts(heard) if part is Part.HARM else most < UNARGUED

    def _heard(self, spans: Sequence[Span]) -> list[Leaning]:
        leanings = {each.sentence.span: each for each in self.read}
        return [leanings[span] for span in spans if span in leanings]

    def is_plain(self, part: Part, spans: Sequence[Span]) -> bool:
        """Whether some places argue a part so plainly that it is not to be doubted: under a heading, or outright."""
        heard = self._heard(spans)
        if not heard or len(heard) < len(spans):
            return True  # what stands under a heading is not told in prose
        return any(self._says_outright(each.sentence, part) or self._is_answered(each, part) for each in heard)

    def _arguing(self) -> list[Leaning]:
        return [each for each in self.read if self.judge.may_argue(each.sentence)]

    def _only_asserts(self, heard: Sequence[Leaning]) -> bool:
        """Whether harm is asserted, and no sentence tells how or why it would come about."""
        told = [each for each in heard if not self.judge.recites(each.sentence)]
        reasoned = [each for each in told if not self.judge.only_asserts(each.sentence)]
        if len(reasoned) == len(heard) or surest(Part.HARM, reasoned, self.taken) >= HARDLY:
            return False
        if any(self.judge.tells_of_harm(each.sentence) for each in reasoned):
            return False
        others = [each for each in self._arguing() if not self.judge.only_asserts(each.sentence)]
        return surest(Part.HARM, others, self.taken) <= EXPLAINED

    def _says_outright(self, sentence: Sentence, part: Part) -> bool:
        """Whether a sentence says in so many words that it argues a part, or argues several at once."""
        lexicon, mask = self.judge.lexicon, sentence.mask
        if part is Part.HARM:
            return self._tells_harm_outright(sentence)
        if part is Part.BALANCE:
            named = mask & lexicon.mask("public-interest", "served-public")
            return bool(named and lexicon.says("strikes-balance", sentence))
        taken = self.taken[sentence.span] & TEST
        before = part is Part.FOR and sides.turns(sentence, lexicon)  # what is for stands before such a one, if at all
        both = len(taken) > 1 and (Part.BALANCE in taken or (mask & lexicon.bits["contrast"] and not before))
        return bool(both) or striking.takes_side(sentence, lexicon)

    def _tells_harm_outright(self, sentence: Sentence) -> bool:
        """Whether it says that security needs it, gives an opinion, or foretells harm at length in our own voice."""
        lexicon, mask = self.judge.lexicon, sentence.mask
        foreseen = mask & lexicon.bits["opinion"] and mask & lexicon.mask("harm", "prejudice", "protection")
        if harm.needs_it(sentence, lexicon) or foreseen or mask & lexicon.bits["inhibits"]:
            return True
        claimed = next(self.judge.own(sentence), None)
        if claimed and not self.judge.recites(sentence):
            reason = sentence.part(min(claimed.after, sentence.end - 1), sentence.end)
            if harm.foretells(reason, lexicon) and not self.judge.only_asserts(reason):
                return True  # it claims and tells why, and is learned as a claim
        ours = mask & lexicon.bits["our-voice"] and len(sentence.tokens) > REASONED
        return bool(ours) and harm.foretells(sentence, lexicon) and not any(self.judge.own(sentence))

    def _is_answered(self, leaning: Leaning, part: Part) -> bool:
        """Whether the next sentence told turns to the other side: "The land is held for all. Against that, …".

        What is most probably no argument at all is not answered, whatever it stands before.
        """
        if part is not Part.FOR or leaning.to(Part.FOR) < ANSWERABLE:
            return False
        told = [each.sentence for each in self.told]
        following = next((after for before, after in pairwise(told) if before is leaning.sentence), None)
        return following is not None and sides.turns(following, self.judge.lexicon)
