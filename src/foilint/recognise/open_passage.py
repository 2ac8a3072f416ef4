"""The passage at hand: one that is being gathered, in prose or under its heading, and what its sentences come to."""

from foilint.document import Span
from foilint.law import Duty
from foilint.notice import Part, Passage
from foilint.recognise import sides, striking
from foilint.recognise.labels import Label, duties_of
from foilint.recognise.lexicon import Lexicon, once
from foilint.recognise.subjects import Numbers
from foilint.recognise.words import Sentence
from foilint.values import NamedTuple


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
        if told.concludes and sentence.mask & lexicon.mask("public-interest", "balance-noun"):
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
