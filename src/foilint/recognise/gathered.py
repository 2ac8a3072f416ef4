"""Gathered passages: what has been found so far, and the one that stands open under its heading."""

from foilint.document import Span
from foilint.law import Duty
from foilint.notice import SIDES, Part, Passage
from foilint.recognise import outline, sides, striking
from foilint.recognise.labels import Label, duties_of
from foilint.recognise.learned import concludes, lean, surely
from foilint.recognise.lexicon import Lexicon, once
from foilint.recognise.subjects import Numbers
from foilint.recognise.words import Sentence
from foilint.values import NamedTuple

ALL = ""
LAST = 2  # sentences of a balance in which it comes down, if it does
# How probably a sentence that was heard to come down on a side does so; in prose it says so in more words.
IN_PROSE = 0.1
UNDER_HEADING = 0.3


class Gist(NamedTuple):
    """What a sentence under a heading speaks of and argues."""

    duties: frozenset[Duty]
    airs: bool  # openness alone
    hurts: bool  # harm or protection alone
    side: Part | None
    concludes: bool


@once
def gist(sentence: Sentence, lexicon: Lexicon) -> Gist:
    """What a sentence speaks of and argues, wherever it stands."""
    bits = lexicon.bits
    mask = sentence.mask
    shields = mask & bits["protection"] and mask & bits["ought"]  # "must be able to talk without being debated"
    airs = mask & bits["openness"] and not shields
    return Gist(
        duties_of(sentence, lexicon),
        bool(airs and not mask & (bits["prejudice"] | bits["given-out"])),
        bool(mask & (bits["harm"] | bits["protection"]) and not airs),
        sides.leaning(sentence, lexicon),
        striking.comes_down(sentence, lexicon),
    )


class OpenPassage:
    """A passage being gathered."""

    def __init__(self, part: Part, numbers: Numbers) -> None:
        """Begin a passage of plain prose; one under a heading is given that next."""
        self.part = part
        self.numbers = numbers
        self.heading: Span | None = None
        self.label: Label | None = None
        self.rank = 0
        self.numbered: int | None = None  # the depth of the numbered paragraph that its label opens
        self.text: list[Span] = []
        self.duties: set[Duty] = set()
        self.aired = self.hurt = 0  # sentences that do so (see Gist)
        self.said: list[Sentence] = []  # the sentences under the heading ...
        self.lean = 0.0  # ... and how much more they argue for openness than against, as learned
        self.open = self.shut = 0  # sentences that plainly argue for openness, and that plainly argue against
        self.concludes = False
        self.named: Numbers = frozenset()  # the exemptions that sentences under its heading name ...
        self.decided_of: Numbers = frozenset()  # ... and those that conclude ...
        self.undivided = False  # ... and whether one concludes and names none
        self.stranger = ""
        self.aside = False  # a conclusion within the factors ...
        self.decided = False  # ... that says in so many words what was concluded
        self.divided = False  # whether sub-headings stand under its heading instead of text
        self.whole = False  # whether a balance is headed without either side: the whole test stands under it
        self.inherited = False  # whether its exemptions are those of the topic, its own heading naming none

    def head(self, label: Label, heading: Span | None, rank: int) -> None:
        """Let the passage stand under a heading."""
        self.label, self.heading, self.rank = label, heading, rank
        self.duties |= label.duties

    def hear(self, sentence: Sentence, named: Numbers, lexicon: Lexicon) -> None:
        """Take in what a sentence under the heading speaks of and argues; `named` are the exemptions it names."""
        told = gist(sentence, lexicon)
        self.duties |= told.duties
        self.aired += told.airs
        self.hurt += told.hurts
        self.said.append(sentence)
        self.open += told.side is Part.FOR
        self.shut += told.side is Part.AGAINST
        self.concludes = self.concludes or told.concludes
        self.named |= named
        if told.concludes and sentence.mask & lexicon.bits["public-interest"]:
            self.decided_of |= named
            self.undivided = self.undivided or not named

    def close(self) -> Passage:
        """The passage as gathered."""
        explained = self.label is not None and self.label.explained
        return Passage(
            part=self.part,
            exemptions=self._serves(),
            heading=self.heading,
            headed=self.label is not None,
            text=tuple(self.text),
            duties=frozenset(self.duties),
            headed_duties=self.label.duties if self.label else frozenset(),
            ambiguous=bool(self.label and self.label.ambiguous),
            leans=None if explained else self._leans(),
            concludes=self.concludes,
            stranger=self.stranger,
            lean=self.lean,
        )

    def _serves(self) -> Numbers:
        """Whom it serves: a balance that took over several exemptions and decides them by name, those that it names."""
        divided = self.part is Part.BALANCE and self.inherited and self.decided_of and not self.undivided
        return self.named if divided else self.numbers

    def serves_any(self, numbers: Numbers) -> bool:
        """Whether it serves any of some exemptions; what names none serves all."""
        return not numbers or not self.numbers or not self.numbers.isdisjoint(numbers)

    @property
    def tilt(self) -> int:
        """How many sentences more speak of openness than of harm or protection."""
        return self.aired - self.hurt

    def _leans(self) -> Part | None:
        """The side that its words plainly argue."""
        return Part.FOR if self.open > self.shut else Part.AGAINST if self.shut > self.open else None


class Gathered:
    """The passages found so far, in order."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Nothing is found yet."""
        self.lexicon = lexicon
        self.found: list[OpenPassage] = []
        self.argued: dict[Part, set[str]] = {}  # for which exemptions each part has text; ALL where it names none
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
                passage.lean = lean(passage.said, self.lexicon)

    def _ask_how_it_ends(self) -> None:
        """Ask what is learned as well whether what stands under the heading of a balance comes down on a side."""
        for passage in self.found:
            if passage.part is Part.BALANCE and passage.label is not None and passage.said:
                down = (s for s in passage.said if striking.comes_down(s, self.lexicon))
                last = (s for s in passage.said[-LAST:] if not striking.asks_which(s, self.lexicon))
                passage.concludes = any(self._may_conclude(sentence, UNDER_HEADING) for sentence in down) or any(
                    concludes(sentence, self.lexicon) for sentence in last
                )

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
