"""Gathered passages: what has been found so far, in order, and what is asked of all of them at the end."""

from collections.abc import Callable

from foilint.document import Span
from foilint.notice import SIDES, TEST, Part, Passage
from foilint.recognise import outline, sides, striking
from foilint.recognise.labels import duties_of
from foilint.recognise.learned import concludes, lean, surely
from foilint.recognise.lexicon import Lexicon
from foilint.recognise.open_passage import OpenPassage
from foilint.recognise.subjects import Numbers
from foilint.recognise.words import Sentence

ALL = ""
ANOTHERS = 0.1  # how little prose counts for an exemption that it is not about ...
ITS_OWN = 0.8  # ... where it is about another
LAST = 2  # sentences of a balance in which it comes down, if it does
# How probably a sentence that was heard to come down on a side does so; in prose it says so in more words.
IN_PROSE = 0.1
UNDER_HEADING = 0.3
UNDECIDED = 0.6  # how probably a test comes down on no side, by all its endings, for its balance not to conclude


class Gathered:
    """The passages found so far, in order."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Nothing is found yet."""
        self.lexicon = lexicon
        self.found: list[OpenPassage] = []
        self.argued: dict[Part, set[str]] = {}  # for which exemptions each part has text; ALL where it names none
        self.undecided: dict[str, float] = {}  # how probably the test of each exemption comes down on no side
        self.at_hand: OpenPassage | None = None  # the passage whose heading the text at hand stands under

    def open(self, part: Part, numbers: Numbers) -> OpenPassage:
        """Begin a passage."""
        begun = OpenPassage(part, numbers)
        self.found.append(begun)
        return begun

    def add(self, part: Part, sentence: Sentence, numbers: Numbers) -> OpenPassage:
        """Put a sentence of prose to the passage just before it, if that argues the same, else into one of its own."""
        if part is Part.BALANCE and self.at_hand is not None and self.at_hand.part is part:
            return self.at_hand  # it is struck where its heading says
        if part is Part.FOR and sides.only_presumes(sentence, self.lexicon):
            return OpenPassage(part, numbers)  # argues nothing, and is not kept
        if part is Part.BALANCE and numbers and (same := self._weighed_in(sentence)):
            same.numbers |= numbers  # one sentence weighs for several
            self.note(same)
            return same
        last = self.found[-1] if self.found else None
        if (
            last is None
            or last is self.at_hand
            or last.heading is not None
            or (last.part, last.numbers) != (part, numbers)
        ):
            last = self.open(part, numbers)
        last.concludes = last.concludes or (part is Part.BALANCE and self._may_conclude(sentence, IN_PROSE))
        last.text.append(sentence.span)
        self.note(last)
        last.duties |= duties_of(sentence, self.lexicon)
        return last

    def _weighed_in(self, sentence: Sentence) -> OpenPassage | None:
        """The balance of some exemptions that a sentence of prose is all of."""
        balances = (p for p in self.found if p.part is Part.BALANCE and p.label is None and p.numbers)
        return next((p for p in balances if p.text == [sentence.span]), None)

    def mark(self, strangers: frozenset[str]) -> None:
        """Mark what is argued in prose under the heading of an exemption that is not relied on."""
        for found in self.found:
            if found.numbers and found.numbers <= strangers:
                found.stranger = found.stranger or min(found.numbers)

    def argues(self, part: Part, numbers: Numbers) -> bool:
        """Whether a part has been argued for any of some exemptions, or for all of them."""
        argued = self.argued.get(part, set())
        return bool(argued) and (not numbers or ALL in argued or not argued.isdisjoint(numbers))

    def of(self, part: Part, number: str) -> list[OpenPassage]:
        """The passages that argue a part for an exemption."""
        return [p for p in self.found if p.part is part and (not p.numbers or number in p.numbers)]

    def share_out(self, shares: Callable[[Span, str], float], tested: Numbers) -> None:
        """Let prose that is all about others argue nothing for an exemption; `shares` tells how much a place counts."""
        for passage in self.found:
            if passage.label is not None or not passage.text or passage.part not in TEST:
                continue  # whom harm befalls its own words tell better
            served = passage.numbers or tested
            most = {number: max(shares(span, number) for span in passage.text) for number in served & tested}
            others = {number for number, share in most.items() if share < ANOTHERS}
            if others and max(most.values()) > ITS_OWN:
                passage.numbers = served - others
        self.argued = {}
        for passage in self.found:
            if passage.text:
                self.note(passage)

    def part_with(self, part: Part, numbers: Numbers) -> None:
        """Let passages of prose that argue a part for all exemptions do so for each of some."""
        for passage in self.found:
            if passage.part is part and not passage.numbers and passage.label is None:
                passage.numbers = numbers
                self.note(passage)

    def take_away(self, part: Part, number: str) -> None:
        """Let no passage of prose argue a part for an exemption."""
        gone = [passage for passage in self.of(part, number) if passage.numbers <= {number}]
        for passage in self.of(part, number):
            passage.numbers -= {number}
        self.found = [passage for passage in self.found if passage not in gone]
        self.argued[part] -= {number, ALL}

    def note(self, passage: OpenPassage) -> None:
        """Remember whom a passage that holds text argues for."""
        self.argued.setdefault(passage.part, set()).update(passage.numbers or (ALL,))

    def last_side(self) -> Part | None:
        """The side that the last passage under a heading takes."""
        return next((o.part for o in reversed(self.found) if o.label is not None and o.part in SIDES), None)

    def passages(self) -> tuple[Passage, ...]:
        """All passages that hold something, or should."""
        self._ask_which_side()
        self._ask_how_it_ends()
        self._decide()
        return tuple(o.close() for o in self.found if not o.divided and not (o.aside and self._is_remark(o)))

    def _ask_which_side(self) -> None:
        """Weigh the words under the headings of both sides where neither side plainly keeps to its own."""
        headed: dict[Numbers, dict[Part, list[OpenPassage]]] = {}
        for passage in self.found:
            if passage.said and passage.label is not None and passage.part in SIDES:
                headed.setdefault(passage.numbers, {}).setdefault(passage.part, []).append(passage)
        for both in headed.values():
            favouring, opposing = both.get(Part.FOR, ()), both.get(Part.AGAINST, ())
            doubtful = min(sum(p.tilt for p in favouring), -sum(p.tilt for p in opposing)) <= 0
            asked = (*favouring, *opposing) if favouring and opposing and doubtful else ()
            unclear = [p for p in favouring if p.label is not None and p.label.ambiguous]
            for passage in asked or unclear:
                if passage.label is not None and not passage.label.explained:
                    passage.lean = lean(passage.said, self.lexicon)

    def _ask_how_it_ends(self) -> None:
        """Ask what is learned as well whether what stands under the heading of a balance comes down on a side."""
        for passage in self.found:
            if passage.part is Part.BALANCE and passage.label is not None and passage.said:
                down = (s for s in passage.said if striking.comes_down(s, self.lexicon))
                last = (s for s in passage.said[-LAST:] if not striking.asks_which(s, self.lexicon))
                passage.concludes = any(self._concludes_under_heading(sentence) for sentence in down) or any(
                    concludes(sentence, self.lexicon) for sentence in last
                )

    def _decide(self) -> None:
        """Let a balance come down on no side for those whose endings all together say so."""
        left_open = {number for number, likely in self.undecided.items() if likely > UNDECIDED}
        for passage in [found for found in self.found if found.part is Part.BALANCE]:
            served = frozenset(n for n in self.undecided if not passage.numbers or n in passage.numbers)
            if not served & left_open:
                continue
            if served <= left_open:
                passage.concludes = False
            elif passage.label is None:  # one sentence may be the end of one test, and too little for another
                passage.numbers = served - left_open
                self._copy(passage, served & left_open)

    def _copy(self, passage: OpenPassage, numbers: Numbers) -> None:
        """Let the words of a passage argue the same for others, and conclude nothing."""
        copy = self.open(passage.part, numbers)
        copy.text, copy.duties = list(passage.text), set(passage.duties)

    def _concludes_under_heading(self, sentence: Sentence) -> bool:
        return striking.plainly_strikes(sentence, self.lexicon) or self._may_conclude(sentence, UNDER_HEADING)

    def _may_conclude(self, sentence: Sentence, least: float) -> bool:
        return surely("concludes", sentence, self.lexicon) > least

    def empty(self) -> tuple[Span, ...]:
        """The headings of parts under which nothing stands."""
        return tuple(
            o.heading
            for o in self.found
            if o.heading is not None and not o.text and not o.divided and o.rank <= outline.TABLE
        )

    def _is_remark(self, aside: OpenPassage) -> bool:
        """Whether a balance has a section of its own, so that a remark among the factors only seems to strike one."""
        headed = [o for o in self.found if o.part is Part.BALANCE and o.heading is not None and not o.divided]
        return any(not aside.decided or o.serves_any(aside.numbers) for o in headed)
