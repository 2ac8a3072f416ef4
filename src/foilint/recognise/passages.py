"""Passages: the stretches of the response that argue harm, factors for, factors against, or strike the balance.

Under a heading, label or lead-in, text is what the heading says. In plain prose the sentences tell (see prose.py).
Which exemptions a passage serves follows from what names it, or from those discussed since the last test was over.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from foilint.document import Span
from foilint.notice import SIDES, TEST, Part, Passage
from foilint.recognise import outline, sides
from foilint.recognise.citations import Cited
from foilint.recognise.gathered import Gathered
from foilint.recognise.labels import Label, Role
from foilint.recognise.lexicon import Lexicon
from foilint.recognise.open_passage import OpenPassage
from foilint.recognise.outline import Piece
from foilint.recognise.prose import Prose
from foilint.recognise.second_look import SecondLook
from foilint.recognise.stretches import Stretch
from foilint.recognise.subjects import NOBODY, Numbers, Subjects
from foilint.recognise.words import Sentence


class Gatherer:
    """Walks the pieces of a response once and gathers its passages."""

    def __init__(self, cites: Sequence[Sequence[Cited]], subjects: Subjects, lexicon: Lexicon) -> None:
        """Take the citations of every line and what they mean."""
        self.cites = cites
        self.subjects = subjects
        self.lexicon = lexicon
        self.gathered = Gathered(lexicon)
        self.stretch = Stretch()
        self.prose = Prose(cites, subjects, self.stretch, self.gathered)
        self.strangers: set[str] = set()  # exemptions not relied on that a heading has opened a test for
        self.apart: frozenset[Part] = frozenset()  # parts that each topic heads for itself
        self.over = False  # whether parts are headed over the exemptions, one by one ...
        self.divides: Part | None = None  # ... and which of them is so at hand

    def gather(self, pieces: Sequence[Piece]) -> tuple[Passage, ...]:
        """All passages, in order. What `pieces` do not say by themselves their neighbours have told (siblings.py)."""
        self.apart = _headed_apart(pieces)
        self.over = _headed_over(pieces)
        for piece in pieces:
            if piece.label is not None:
                self._head(piece, piece.label)
            else:
                self._text(piece)
        lines = [piece.line for piece in pieces]
        SecondLook(self.prose.told, lines, self.cites, self.subjects, self.gathered).look()
        self.gathered.mark(frozenset(self.strangers))
        return self.gathered.passages()

    def empty(self) -> tuple[Span, ...]:
        """The headings of parts under which nothing stands."""
        return self.gathered.empty()

    # --- headings ---------------------------------------------------------------------------------------------------

    def _head(self, piece: Piece, label: Label) -> None:
        """A heading ends what stood under the one before it, and begins a part, a test, a topic or something else."""
        above = self.gathered.at_hand
        self._close_above(piece, label)
        numbers = self.subjects.headed(piece.line, label)
        stranger = "" if numbers else self.subjects.stranger(label)
        label = self._as_its_other_side(label, piece)
        several = not numbers and self._names_several(piece)
        if stranger and label.role in (Role.TEST, Role.TOPIC):
            numbers = frozenset((stranger,))
            self.strangers.add(stranger)
        self._divide(label, above)
        if self.divides is not None and numbers:
            self._head_part(piece, label, self.divides, numbers, stranger)
        elif label.role is Role.PART and label.part is not None:
            self._head_part(piece, label, label.part, numbers, stranger)
            if several and self.gathered.at_hand is not None:
                self.gathered.at_hand.numbers = self.stretch.scope = NOBODY
        elif label.role is Role.TEST:
            self.stretch.begin_test(numbers, piece.rank, self.subjects.tested)
            if several:
                self.stretch.widen()
        elif label.role is Role.TOPIC or (numbers and piece.rank <= outline.RUN_IN):
            self.stretch.begin_topic(numbers, piece.rank, piece.line.index)
        elif piece.rank < outline.RUN_IN or (self.stretch.topic and piece.rank == self.stretch.topic_rank):
            self.stretch.begin_other(piece.rank)

    def _divide(self, label: Label, above: OpenPassage | None) -> None:
        """Where parts are headed over the exemptions, one by one, let each of those head the part."""
        if label.role is not Role.TOPIC:
            self.divides = None
        elif self.over and above is not None and not above.text:
            self.divides, above.divided = above.part, True

    def _names_several(self, piece: Piece) -> bool:
        """Whether a heading says that it is of several exemptions: "Public interest test (both exemptions)"."""
        return bool(_words(piece).mask & self.lexicon.bits["these-exemptions"])

    def _close_above(self, piece: Piece, label: Label) -> None:
        """End the passage above a heading; one with no text of its own may be divided by the headings below it."""
        above, self.gathered.at_hand = self.gathered.at_hand, None
        if above is not None and piece.rank > above.rank and not above.text:
            tabled = piece.rank == outline.TABLE and above.part is not label.part
            above.divided = tabled or label.part is None or above.part in (Part.BALANCE, label.part)

    def _as_its_other_side(self, label: Label, piece: Piece) -> Label:
        """A label as read beside the heading of the factors for: "Reasons for withholding" then heads those against."""
        side = self.gathered.last_side()
        last = self.gathered.found[-1] if self.gathered.found else None
        if last is not None and last.heading and not last.text and last.part is label.part:
            return label  # it opens what the heading above announces: "The public interest in answering", "For"
        if label.role is Role.OTHER and label.within is None and self._stands_beside_those_for(piece):
            return label._replace(role=Role.PART, part=Part.AGAINST)
        if label.within is Part.FOR and label.part is None and self.stretch.in_test:
            return label._replace(role=Role.PART, part=Part.FOR)
        beside = side is Part.FOR if label.within is not Part.BALANCE else side is Part.AGAINST
        taken = label.role is Role.PART and (label.part is not Part.FOR or label.within is Part.BALANCE)
        if label.within is None or not self.stretch.in_test or not beside or taken:
            return label
        return label._replace(role=Role.PART, part=label.within)

    def _stands_beside_those_for(self, piece: Piece) -> bool:
        """Whether a heading of reasons, in words that tell no side, is the next after that of the factors for."""
        last = self.gathered.found[-1] if self.gathered.found else None
        if last is None or last.part is not Part.FOR or last.heading is None or last.rank != piece.rank:
            return False
        return bool(_words(piece).mask & self.lexicon.mask("factor", "shut", "contrast"))

    def _head_part(self, piece: Piece, label: Label, part: Part, numbers: Numbers, stranger: str) -> None:
        """Open the passage that a heading announces."""
        stretch = self.stretch
        stretch.headed |= numbers
        own = frozenset((stranger,)) if stranger else numbers
        below_topic = bool(self.apart) and piece.line.index == stretch.topic_line + 1
        beside = part in self.apart or below_topic
        serves = own or stretch.inherited(piece.rank, self.subjects.tested, beside=beside)
        if part is Part.HARM and not own and serves.isdisjoint(self.subjects.harmed):
            serves = frozenset(self.subjects.harmed)  # what owes no harm was only the last to be spoken of
        opened = self.gathered.at_hand = self.gathered.open(part, serves)
        opened.head(label, piece.line.span(piece.start, piece.end) if piece.end > piece.start else None, piece.rank)
        if piece.line.block.marker and piece.rank >= outline.RUN_IN:
            opened.numbered = piece.line.block.depth
        opened.stranger = stranger or min(serves & self.strangers, default="")
        opened.inherited = not own
        opened.whole = part is Part.BALANCE and not self._has_sides(serves)
        stretch.begin_part(part, serves)
        if opened.whole and own > stretch.topic and not stranger:
            stretch.topic, stretch.topic_rank = own, piece.rank  # the test below is of all that its heading names

    def _has_sides(self, numbers: Numbers) -> bool:
        """Whether either side has been argued for some exemptions."""
        return self.gathered.argues(Part.FOR, numbers) or self.gathered.argues(Part.AGAINST, numbers)

    # --- text -------------------------------------------------------------------------------------------------------

    def _text(self, piece: Piece) -> None:
        """Text belongs to the heading above it, or speaks for itself."""
        above = self.gathered.at_hand
        if above is not None and _stands_under(piece, above):
            self._under_heading(piece, above)
            return
        if above is not None and above.rank == outline.TABLE and self.stretch.headed:
            self.stretch.scope = self.stretch.headed  # below a table, of all its rows
        self.gathered.at_hand = None
        if piece.line.block.cell is None:
            self.stretch.leave_table()
        for sentence in piece.line.sentences:
            if sentence.end > piece.start and sentence.start < piece.end:
                cut = sentence.start < piece.start
                self.prose.read(sentence.part(piece.start, sentence.end) if cut else sentence)

    def _under_heading(self, piece: Piece, part: OpenPassage) -> None:
        line = piece.line
        said = [s for s in line.sentences if s.start < piece.end and s.end > piece.start]
        of_holding = self.lexicon.mask("existence", "information")  # residents "cannot tell whether" it was a bargain
        denies = all(self.lexicon.says("no-inference", s) for s in said) and any(s.mask & of_holding for s in said)
        if denies and not part.text:
            return  # a disclaimer stands under whatever heading came last
        part.text.append(line.span(piece.start, piece.end))
        for sentence in said:
            self._hear(sentence, part)
            self.gathered.note(part)
            if part.whole:
                self.prose.read(sentence)

    def _hear(self, sentence: Sentence, part: OpenPassage) -> None:
        """Take in a sentence under a heading: whom it serves, what it argues, whether it already weighs."""
        named = self.subjects.of(sentence, self.cites[sentence.line.index])
        several = sentence.mask & self.lexicon.bits["plural-exemptions"]
        if part.inherited:
            part.numbers = NOBODY if several and not named else _widened(part.numbers, named & self.subjects.tested)
        part.hear(sentence, NOBODY if several else named, self.lexicon)
        if part.part is Part.FOR and sides.adds(sentence, self.lexicon):
            self.stretch.added.append(sentence)
        if self.prose.strikes(sentence):
            part.concludes = True
            self.stretch.concluded = self.stretch.concluded or part.part is Part.BALANCE
            if part.part in SIDES:
                serves = named or (NOBODY if several else part.numbers)
                aside = self.gathered.add(Part.BALANCE, sentence, serves)
                aside.aside, aside.decided = True, self._decides(sentence)

    def _decides(self, sentence: Sentence) -> bool:
        """Whether we say in so many words what we concluded of the balance: "I conclude that the balance favours"."""
        bits = self.lexicon.bits
        weighed = sentence.mask & self.lexicon.mask("public-interest", "balance-noun")
        return bool(weighed and sentence.mask & bits["concluded-that"] and sentence.mask & bits["our-voice"])


def _words(piece: Piece) -> Sentence:
    return piece.line.whole.part(piece.start, piece.end)


def _widened(numbers: Numbers, named: Numbers) -> Numbers:
    """Whom a passage serves that inherited its exemptions, once a sentence in it names others."""
    return numbers | named if numbers else numbers


def _stands_under(piece: Piece, above: OpenPassage) -> bool:
    """Whether text still stands under the heading or label before it."""
    if above.rank < outline.TABLE or not above.text:
        return True
    if above.rank == outline.TABLE:
        return piece.line.block.cell is not None
    block = piece.line.block
    if above.numbered is not None and block.marker and block.depth <= above.numbered:
        return False  # the next numbered paragraph is no item under this one
    return outline.is_item(block)


def _headed_apart(pieces: Iterable[Piece]) -> frozenset[Part]:
    """The parts that are headed under more than one topic: there, headings of one look still stand one under another.

    Where one part of the test is, each topic has a test of its own, and so its other parts are too.
    """
    topics = 0
    headed: dict[Part, set[int]] = {}
    for piece in pieces:
        if piece.label is not None:
            topics += piece.label.role is Role.TOPIC
            if piece.label.part is not None:
                headed.setdefault(piece.label.part, set()).add(topics)
    apart = frozenset(part for part, under in headed.items() if len(under) > 1)
    return apart | TEST if apart & TEST else apart


def _headed_over(pieces: Sequence[Piece]) -> bool:
    """Whether more than one part is headed over headings of exemptions, with no text between."""
    labels = [(above.label, below.label) for above, below in pairwise(pieces)]
    over = [one for one, other in labels if one and other and one.part and other.role is Role.TOPIC and not one.cites]
    return len({label.part for label in over}) > 1
