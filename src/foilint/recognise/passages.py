"""Passages: the stretches of the response that argue harm, factors for, factors against, or strike the balance.

Under a heading, label or lead-in, text is what the heading says. In plain prose the sentences tell: harm before the test opens; then, once
the public interest is spoken of, openness speaks for and protection against, until the sentence that weighs them.
Which exemptions a passage serves follows from what names it, or from the exemptions discussed since the last test was over.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from foilint.document import Span
from foilint.law import Duty
from foilint.notice import Part, Passage
from foilint.recognise import outline
from foilint.recognise.citations import Cited
from foilint.recognise.labels import Label, Role, Stance, duties_of, stance_of_prose
from foilint.recognise.outline import Piece
from foilint.recognise.words import Lexicon, Line, Sentence

Numbers = frozenset[str]
NOBODY: Numbers = frozenset()
WHOLE_TEST = 60  # words of a sentence long enough to argue both ways and conclude
EXPLANATION = 12  # words of reasons after a recital that explain harm without naming it


class Subjects(NamedTuple):
    """Which engaged exemption each citation means, and what other words name one ("Commercial interests" as a heading)."""

    engaged: Mapping[tuple[int, int], str]  # (block, token) -> exemption number
    claimed: frozenset[tuple[int, int]]  # the citations that claim
    tested: Numbers  # the engaged exemptions that owe a test
    harmed: Numbers  # the engaged exemptions whose harm must be explained
    titles: Mapping[int, Numbers]  # block of a heading -> exemptions its words name
    strangers: Mapping[tuple[int, int], str]  # citations of exemptions that are not relied on

    def of(self, line: Line, start: int, end: int, cites: Iterable[Cited]) -> Numbers:
        """The engaged exemptions cited in tokens `start` to `end` of a line."""
        return frozenset(
            self.engaged[line.index, c.start]
            for c in cites
            if start <= c.start < end and (line.index, c.start) in self.engaged
        )


class _Open:
    """A passage being gathered."""

    def __init__(self, part: Part, numbers: Numbers, heading: Span | None, label: Label | None, rank: int) -> None:
        self.part = part
        self.numbers = numbers
        self.heading = heading
        self.label = label
        self.rank = rank
        self.text: list[Span] = []
        self.duties: set[Duty] = set(label.duties) if label else set()
        self.aired = self.hurt = 0  # sentences that speak of openness alone, and of harm or protection alone
        self.open = self.shut = 0  # sentences that plainly argue for openness, and that plainly argue against
        self.concludes = False
        self.stranger = ""
        self.aside = False  # a conclusion within the factors
        self.divided = False  # whether sub-headings stand under its heading instead of text
        self.inherited = False  # whether its exemptions are those of the topic, its own heading naming none

    def close(self) -> Passage:
        return Passage(
            part=self.part,
            exemptions=self.numbers,
            heading=self.heading,
            text=tuple(self.text),
            duties=frozenset(self.duties),
            headed_duties=self.label.duties if self.label else frozenset(),
            ambiguous=bool(self.label and self.label.ambiguous),
            leans=Part.FOR if self.open > self.shut else Part.AGAINST if self.shut > self.open else None,
            plainly=(self.open > 1) != (self.shut > 1) and not (self.open and self.shut),
            concludes=self.concludes,
            stranger=self.stranger,
            aired=self.aired,
            hurt=self.hurt,
        )


class Gatherer:
    """Walks the pieces of a response once and gathers its passages."""

    def __init__(self, cites: Sequence[Sequence[Cited]], subjects: Subjects, lexicon: Lexicon) -> None:
        """Take the citations of every line and what they mean."""
        self.cites = cites
        self.subjects = subjects
        self.lexicon = lexicon
        self.found: list[_Open] = []
        self.part: _Open | None = None
        self.topic: Numbers = NOBODY
        self.topic_rank = 0
        self.current: Numbers = NOBODY  # what the sentences at hand speak of
        self.seen: list[str] = []  # exemptions discussed since the last test was over
        self.in_test = False
        self.concluded = False  # whether the test at hand has been struck in prose
        self.soft = False  # whether a sentence announced the test, though nothing has been argued yet
        self.tested = False  # whether the test of this stretch has begun
        self.scope: Numbers = NOBODY
        self.headed: Numbers = NOBODY  # exemptions named by the headings of this test so far
        self.mode: Part | None = None
        self.unsaid = False  # whether words in the test have not yet shown their side
        self.recited: Sentence | None = None
        self.explained = 0
        self.last_topic_block = -2
        self.strangers: dict[str, str] = {}  # exemptions not relied on that a heading has opened a test for
        self.before: list[Sentence] = []  # sentences of this stretch before its test
        self.apart: frozenset[Part] = frozenset()  # parts that each topic heads for itself

    def gather(self, pieces: Iterable[Piece]) -> tuple[Passage, ...]:
        """All passages, in order."""
        pieces = tuple(pieces)
        self.apart = _headed_apart(pieces)
        for piece in pieces:
            if piece.label is not None:
                self._head(piece, piece.label)
            else:
                self._text(piece)
        self._close()
        return tuple(o.close() for o in self.found if not o.divided and not (o.aside and self._headed_balance(o)))

    def _headed_balance(self, aside: _Open) -> bool:
        """Whether a section of its own, though it be empty, strikes the balance that a remark among the factors seems to."""
        return any(
            o.part is Part.BALANCE
            and o.heading is not None
            and not o.divided
            and (not o.numbers or not aside.numbers or o.numbers & aside.numbers)
            for o in self.found
        )

    # --- headings ---------------------------------------------------------------------------------------------------------------------

    def _head(self, piece: Piece, label: Label) -> None:
        if self.part is not None and piece.rank > self.part.rank and not self.part.text:
            self.part.divided = label.part is None or self.part.part is Part.BALANCE
        self._close()
        numbers = self.subjects.of(piece.line, 0, 1 << 30, label.cites) if label.cites else NOBODY
        for cite in label.cites:  # the row of a table names it from another line
            if (number := self.subjects.engaged.get((cite.line.index, cite.start))) is not None:
                numbers |= {number}
        stranger = (
            ""
            if numbers
            else next((n for c in label.cites if (n := self.subjects.strangers.get((c.line.index, c.start)))), "")
        )
        if not label.cites:
            numbers = self.subjects.titles.get(piece.line.index, NOBODY) if label.role is not Role.PART else NOBODY
        if (
            label.within
            and self.in_test
            and self._last_side() is Part.FOR
            and not (label.role is Role.PART and label.part is not Part.FOR)
        ):
            label = label._replace(role=Role.PART, part=label.within)
        if stranger and label.role in (Role.TEST, Role.TOPIC):
            numbers = frozenset((stranger,))
            self.strangers[stranger] = stranger
        if label.role is Role.PART and label.part is not None:
            own = frozenset((stranger,)) if stranger else numbers
            self.headed |= numbers
            next_to_topic = bool(self.apart) and piece.line.index == self.last_topic_block + 1
            beside = label.part in self.apart or next_to_topic
            self._open_part(piece, label, own or self._inherited(piece.rank, beside=beside))
            part = self.found[-1]
            part.stranger = stranger or next((n for n in part.numbers if n in self.strangers), "")
            self.found[-1].inherited = not own
        elif label.role is Role.TEST:
            self._begin_test(numbers, piece.rank)
        elif label.role is Role.TOPIC or (numbers and piece.rank <= outline.RUN_IN):
            self._begin_topic(piece, numbers)
        elif piece.rank < outline.RUN_IN:
            self._begin_other(piece)

    def _last_side(self) -> Part | None:
        """The side that the last headed passage of this test takes."""
        return next(
            (o.part for o in reversed(self.found) if o.label is not None and o.part in (Part.FOR, Part.AGAINST)), None
        )

    def _open_part(self, piece: Piece, label: Label, numbers: Numbers) -> None:
        assert label.part is not None  # the caller asked
        span = piece.line.span(piece.start, piece.end) if piece.end > piece.start else None
        self.part = _Open(label.part, numbers, span, label, piece.rank)
        self.found.append(self.part)
        if label.part is not Part.HARM:
            self.in_test = self.tested = True
            self.scope = numbers
        else:
            self.in_test = False
        self.mode = None

    def _inherited(self, rank: int, *, beside: bool = False) -> Numbers:
        """What a heading without a provision is about. `beside` is whether one that only looks like a heading is under another."""
        if self.topic and (self.topic_rank < rank or (beside and self.topic_rank == rank >= outline.LOOK)):
            return self.topic
        if self.topic and rank <= self.topic_rank < outline.LOOK:
            return NOBODY  # a styled heading beside the topic's is not under it
        if self.headed or self.scope:
            return self.headed or self.scope
        return frozenset(self.seen) & self.subjects.tested

    def _begin_test(self, numbers: Numbers, rank: int) -> None:
        if rank <= self.topic_rank and (rank < outline.LOOK or len(self.seen) > 1):
            self.topic, self.topic_rank = NOBODY, 0  # a test headed beside the topics is of all of them
        scope = numbers or self._inherited(rank)
        if numbers:
            self.topic, self.topic_rank = numbers, rank
        self.in_test = True
        self.tested = False
        self.scope = scope
        self.headed = NOBODY
        self.current = NOBODY
        self.mode = None
        self.unsaid = False

    def _begin_topic(self, piece: Piece, numbers: Numbers) -> None:
        together = piece.line.index == self.last_topic_block + 1 and piece.rank == self.topic_rank
        self.last_topic_block = piece.line.index
        self._new_stretch()
        self.topic = self.topic | numbers if together else numbers
        self.topic_rank = piece.rank
        self.current = self.topic
        self._see(numbers)

    def _begin_other(self, piece: Piece) -> None:
        self._new_stretch()
        if piece.rank <= self.topic_rank:
            self.topic, self.topic_rank = NOBODY, 0
        self.current = self.topic

    def _new_stretch(self) -> None:
        """What was under test is over; what comes next may be about something else."""
        if self.tested:
            self.seen = []
        self.in_test = self.tested = self.soft = self.concluded = False
        self.before = []
        self.scope = self.headed = NOBODY
        self.mode = None
        self.unsaid = False
        self.recited = None

    def _see(self, numbers: Numbers) -> None:
        self.seen += [n for n in sorted(numbers) if n not in self.seen]

    def _close(self) -> None:
        self.part = None

    # --- text -------------------------------------------------------------------------------------------------------------------------

    def _text(self, piece: Piece) -> None:
        if self.part is not None and not self._still_under(piece):
            rank = self.part.rank
            self._close()
            if rank >= outline.RUN_IN and self.mode is None:
                self.mode = None
        line = piece.line
        if self.part is not None:
            self._under_heading(piece, self.part)
            return
        for sentence in line.sentences:
            if sentence.end <= piece.start or sentence.start >= piece.end:
                continue
            if sentence.start < piece.start:
                sentence = sentence.part(piece.start, sentence.end)
            self._sentence(sentence)

    def _still_under(self, piece: Piece) -> bool:
        """Whether text still stands under the label before it."""
        assert self.part is not None  # the caller asked
        rank = self.part.rank
        if rank < outline.TABLE or not self.part.text:
            return True
        if rank == outline.TABLE:
            return piece.line.block.cell is not None
        return outline.is_item(piece.line.block)

    def _under_heading(self, piece: Piece, part: _Open) -> None:
        line = piece.line
        said = [s for s in line.sentences if s.start < piece.end and s.end > piece.start]
        if said and not part.text and all(self.lexicon.says("no-inference", s) for s in said):
            return  # a disclaimer stands under whatever heading came last
        part.text.append(line.span(piece.start, piece.end))
        for sentence in said:
            part.duties |= duties_of(sentence, self.lexicon)
            named = self.subjects.of(line, sentence.start, sentence.end, self.cites[line.index]) & self.subjects.tested
            if part.inherited and part.numbers and named - part.numbers:
                part.numbers |= named
            if part.inherited and sentence.mask & self.lexicon.bits["plural-exemptions"]:
                part.numbers = NOBODY
            leaning = self._leaning(sentence)
            bits = self.lexicon.bits
            hurts = sentence.mask & (bits["harm"] | bits["protection"])
            part.aired += bool(sentence.mask & bits["openness"] and not sentence.mask & bits["prejudice"])
            part.hurt += bool(hurts and not sentence.mask & bits["openness"])
            part.open += leaning > 0
            part.shut += leaning < 0
            part.concludes = (
                part.concludes or self.strikes(sentence) or bool(sentence.mask & self.lexicon.bits["decides"])
            )
            if part.part is not Part.BALANCE and part.part is not Part.HARM and self.strikes(sentence):
                named = self.subjects.of(line, sentence.start, sentence.end, self.cites[line.index])
                self._add(Part.BALANCE, sentence, named or self._balance_scope(sentence, part.numbers))
                self.found[-1].aside = True

    def _look_back(self) -> bool:
        """A balance was struck though no test was announced: read again what led up to it as the test."""
        bits = self.lexicon.bits
        argued = [
            n for n, s in enumerate(self.before) if s.mask & (bits["openness"] | bits["concede"] | bits["contrast"])
        ]
        for sentence in self.before[argued[0] :] if argued else ():
            for part in self._sides(sentence, struck=False):
                self._add(part, sentence, self.scope)
        self.before = []
        return bool(argued)

    def _balance_scope(self, sentence: Sentence, numbers: Numbers) -> Numbers:
        if sentence.mask & self.lexicon.bits["plural-exemptions"]:
            return NOBODY
        return numbers

    def _sentence(self, sentence: Sentence) -> None:
        line = sentence.line
        named = self.subjects.of(line, sentence.start, sentence.end, self.cites[line.index])
        if named:
            self._speaks_of(named, sentence)
        bits = self.lexicon.bits
        struck = self.strikes(sentence)
        opens = struck or self._opens_test(sentence)
        if not self.in_test and not opens and self._announces_test(sentence):
            self.soft = True
            if sentence.mask & bits["factors-follow"]:
                self.in_test = True
                self.scope = named or self._stretch_scope(sentence)
                self.mode = None
                return
        if not self.in_test and opens:
            self.in_test = True
            self.tested = True
            self.scope = named or self._stretch_scope(sentence)
            self.mode = None
            if struck and not self._look_back() and named:
                self.in_test = self.tested = False  # the decision, told before its reasons
                self._add(Part.BALANCE, sentence, named & self.subjects.tested)
                return
        elif not self.in_test:
            self.before.append(sentence)
        if not self.in_test:
            harmful = self._harm(sentence)
            if self.soft and not harmful and not self._plainly_argues(sentence):
                self.unsaid = self.unsaid or not self._announces_test(sentence)
            if self.soft and not harmful and self._plainly_argues(sentence):
                self.in_test = True
                self.scope = named or self._stretch_scope(sentence)
                self.mode = None
            else:
                return
        if opens:
            self.tested = True
        numbers = (named & self.subjects.tested) or self.scope
        if struck and sentence.mask & bits["plural-exemptions"] and not named:
            numbers = NOBODY if not self.topic else numbers
        for part in self._sides(sentence, struck=struck):
            self._add(part, sentence, numbers)
        if struck:
            self.mode = None
            self.concluded = True

    def _speaks_of(self, named: Numbers, sentence: Sentence) -> None:
        """A sentence names exemptions: the subject changes, and outside a test of theirs a new stretch begins."""
        line = sentence.line
        claims = any(
            (line.index, c.start) in self.subjects.claimed
            for c in self.cites[line.index]
            if sentence.start <= c.start < sentence.end
        )
        outside = bool(self.scope) and not named & self.scope
        opens_block = sentence.start == 0 and any(c.start <= 2 for c in self.cites[line.index])
        outside = outside or (self.concluded and opens_block)
        if opens_block:
            self.soft = self.unsaid = False  # what was announced is not argued here
        if (
            self.in_test
            and self.tested
            and not self._opens_test(sentence)
            and not self.strikes(sentence)
            and (outside or (claims and not named & self.scope))
        ):
            self._new_stretch()
        elif self.in_test and named & self.subjects.tested and (self._opens_test(sentence) or named > self.scope):
            self.scope = named & self.subjects.tested
        self.current = named
        self._see(named)

    def _stretch_scope(self, sentence: Sentence) -> Numbers:
        """Whom a test in plain prose serves: the topic, else what was discussed since the last test, or the last of it."""
        if self.topic:
            return self.topic
        return frozenset(self.seen)

    def _opens_test(self, sentence: Sentence) -> bool:
        """Whether a sentence argues about the public interest here, and does not only say that a test is due."""
        bits = self.lexicon.bits
        mask = sentence.mask
        if not mask & bits["public-interest"]:
            side = stance_of_prose(sentence, self.lexicon)
            return side in (Stance.FOR, Stance.AGAINST) and bool(mask & bits["argues"])
        if mask & bits["no-test"] or (mask & bits["absolute"] and not mask & bits["favour"]):
            return False
        if self._describes_test(sentence):
            return False
        if self._interest_in(sentence):
            return True
        if mask & bits["test-if"] and not mask & (bits["openness"] | bits["concede"]):
            return False
        return bool(
            mask
            & (
                bits["openness"]
                | bits["protection"]
                | bits["favour"]
                | bits["against"]
                | bits["concede"]
                | bits["prejudice"]
            )
        )

    def _announces_test(self, sentence: Sentence) -> bool:
        """Whether a sentence says that the public interest is considered from here on."""
        bits = self.lexicon.bits
        mask = sentence.mask
        about = mask & bits["public-interest"] or mask & bits["both-sides"]
        return bool(about and not mask & (bits["no-test"] | bits["absolute"]))

    def _plainly_argues(self, sentence: Sentence) -> bool:
        """Whether a sentence takes a side once a test has been announced."""
        bits = self.lexicon.bits
        side = stance_of_prose(sentence, self.lexicon)
        turns = sentence.tokens[0] in TURNS or sentence.mask & bits["contrast"]
        return side in (Stance.FOR, Stance.AGAINST) or bool(sentence.mask & bits["openness"] or turns)

    def _sides(self, sentence: Sentence, *, struck: bool) -> list[Part]:
        """What a sentence inside a test argues."""
        bits = self.lexicon.bits
        mask = sentence.mask
        open_, shut = bool(mask & bits["openness"]), bool(mask & (bits["harm"] | bits["protection"]))
        side = stance_of_prose(sentence, self.lexicon)
        if struck:
            sides = [Part.BALANCE]
            if mask & bits["concede"] and open_:
                sides.append(Part.FOR)
            if (
                (open_ and shut and mask & bits["concede"])
                or (shut and mask & bits["prejudice"])
                or (self.mode is Part.FOR and mask & bits["contrast"])
            ):
                sides.append(Part.AGAINST)
            if sentence.end - sentence.start > WHOLE_TEST:
                sides += [part for part in self._argued(sentence) if part not in sides]
            return sides
        if self._describes_test(sentence):
            return []
        return self._argued(sentence)

    def _argued(self, sentence: Sentence) -> list[Part]:
        """What the clauses of a sentence argue, one after the other."""
        sides: list[Part] = []
        for clause in _clauses(sentence):
            sides += [part for part in self._clause(clause) if part not in sides]
        return sides

    def _clause(self, clause: Sentence) -> list[Part]:
        """What a clause inside a test argues: what it says it does, else what it speaks of, else what the clause before it did."""
        bits = self.lexicon.bits
        mask = clause.mask
        side = stance_of_prose(clause, self.lexicon)
        turned = bool(mask & bits["contrast"]) or clause.tokens[0] in TURNS
        if turned and self.mode is None and self.unsaid:
            self.mode = Part.AGAINST
            return [Part.FOR, Part.AGAINST]  # what came before the turn spoke for the other side
        if turned and self.mode is Part.FOR and (clause.tokens[0] in TURNS or side is not Stance.FOR):
            self.mode = Part.AGAINST
            return [self.mode]
        if side is Stance.BOTH and not mask & bits["both-sides"]:
            return [Part.FOR, Part.AGAINST]
        if side in (Stance.FOR, Stance.AGAINST):
            self.mode = Part.FOR if side is Stance.FOR else Part.AGAINST
        elif mask & bits["openness"] and not mask & bits["prejudice"]:
            if self.mode is not Part.AGAINST or mask & (bits["public-interest"] | bits["favour"]):
                self.mode = Part.FOR
        elif mask & (bits["harm"] | bits["protection"]) or (turned and self.mode is Part.FOR):
            self.mode = Part.AGAINST
        elif self.mode is None and self._interest_in(clause):
            self.mode = Part.FOR
        elif self.mode is None:
            self.unsaid = True
        return [self.mode] if self.mode else []

    def _leaning(self, sentence: Sentence) -> int:
        """1 where a sentence plainly argues for openness, -1 where it plainly argues against, else 0."""
        bits = self.lexicon.bits
        open_ = bool(sentence.mask & bits["openness"])
        shut = bool(sentence.mask & bits["prejudice"] and sentence.mask & bits["likelihood"])
        if open_ == shut:
            side = stance_of_prose(sentence, self.lexicon)
            return 1 if side is Stance.FOR else -1 if side is Stance.AGAINST else 0
        return open_ - shut

    def empty(self) -> tuple[Span, ...]:
        """The headings of parts under which nothing stands."""
        return tuple(
            open_.heading
            for open_ in self.found
            if open_.heading is not None and not open_.text and not open_.divided and open_.rank <= outline.TABLE
        )

    def _describes_test(self, sentence: Sentence) -> bool:
        """Whether a sentence only says that a test is due or what it asks."""
        bits = self.lexicon.bits
        mask = sentence.mask
        if not mask & bits["public-interest"] or self._interest_in(sentence):
            return False
        due = mask & (bits["test-if"] | bits["due"])
        return bool(
            due and not mask & (bits["openness"] | bits["concede"]) and stance_of_prose(sentence, self.lexicon) is None
        )

    def _interest_in(self, sentence: Sentence) -> bool:
        """Whether a sentence speaks of a public interest in something, and does not ask about it."""
        bits = self.lexicon.bits
        if sentence.mask & bits["test-if"] and sentence.mask & bits["weigh"]:
            return False
        tokens = sentence.line.tokens
        return any(
            m & bits["public-interest"] and tokens[t + 2 : t + 3] == ["in"] and tokens[t + 3 : t + 4] not in ABOUT
            for t, m in sentence.hits
        )

    def strikes(self, sentence: Sentence) -> bool:
        """Whether a sentence weighs the two sides and says which is heavier, or finds that an answer would be against the public interest."""
        if self.lexicon.says("finds-contrary", sentence):
            return True
        found = self.lexicon.says("strikes-balance", sentence)
        if found is None and self.in_test and self.tested:
            found = self.lexicon.says("closes-test", sentence)
        if found is None or sentence.line.tokens[: found[0]].count('"') % 2:
            return False  # nothing, or inside a quotation
        bits = self.lexicon.bits
        last = ""
        for token, mask in sentence.hits:
            if token >= found[1]:
                if mask & bits["settle"]:
                    return True
                continue
            if mask & bits["settle"]:
                last = "settled"
            elif mask & bits["test-if"]:
                last = "asked"
        return last != "asked"

    def _harm(self, sentence: Sentence) -> bool:
        """Outside the test: is this sentence harm explained, a recital of the provision, or reasons after one?"""
        bits = self.lexicon.bits
        mask = sentence.mask
        numbers = (self.current or self.topic) & self.subjects.harmed
        words = sum(t[0].isalpha() for t in sentence.tokens)
        if _recites(sentence, self.cites[sentence.line.index], self.lexicon):
            if mask & (bits["prejudice"] | bits["necessity"]):
                self.recited, self.explained = sentence, 0
            return False
        classed = mask & bits["class-word"]
        likely = mask & bits["prejudice"] and mask & bits["likelihood"] and not classed
        needed = mask & bits["necessity"] and mask & bits["security"] and not classed
        if likely or needed or (numbers and mask & bits["likely-to"]):
            self._add(Part.HARM, sentence, numbers)
            return True
        telling = mask & (bits["harm"] | bits["likelihood"])
        if telling and self.recited is not None and sentence.line.index - self.recited.line.index <= 1:
            self.explained += words
            if self.explained >= EXPLANATION:
                self._add(Part.HARM, sentence, numbers)
        return False

    def _add(self, part: Part, sentence: Sentence, numbers: Numbers) -> None:
        last = self.found[-1] if self.found else None
        if (
            last is not None
            and last.heading is None
            and last.part is part
            and last.numbers == numbers
            and last is not self.part
        ):
            last.text.append(sentence.span)
            last.duties |= duties_of(sentence, self.lexicon)
            return
        gathered = _Open(part, numbers, None, None, 0)
        gathered.concludes = part is Part.BALANCE
        gathered.text.append(sentence.span)
        gathered.duties |= duties_of(sentence, self.lexicon)
        self.found.append(gathered)


ABOUT = (
    ["relation"],
    ["respect"],
    ["this"],
    ["these"],
    ["each"],
    ["all"],
    ["any"],
    ["more"],
    ["detail"],
    ["regard"],
    ["section"],
    ["sections"],
    ["regulation"],
)
TURNS = frozenset(
    ["but", "however", "whereas", "yet", "against", "conversely", "nevertheless", "nonetheless", "equally"]
)
BREAKS = frozenset([";", ":", "but", "whereas", "while", "whilst", "although", "though", "yet", "however", "against"])


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
    apart = {part for part, under in headed.items() if len(under) > 1}
    return frozenset(apart | TEST) if apart & TEST else frozenset(apart)


TEST = frozenset((Part.FOR, Part.AGAINST, Part.BALANCE))


def _clauses(sentence: Sentence) -> list[Sentence]:
    """A sentence cut where it may turn from one side to the other."""
    tokens = sentence.line.tokens
    cuts = [sentence.start]
    cuts += [
        n
        for n in range(sentence.start + 1, sentence.end)
        if tokens[n] in BREAKS and n - cuts[-1] > 2 and not _compares(tokens, n)
    ]
    return [sentence.part(a, b) for a, b in zip(cuts, [*cuts[1:], sentence.end], strict=True) if b > a]


def _compares(tokens: Sequence[str], at: int) -> bool:
    """Whether "against" or "while" here joins two words and turns nothing ("weighed against", "for and against")."""
    return (tokens[at] == "against" and tokens[at - 1] not in (",", ".", "and", ";")) or (
        tokens[at] == "while" and tokens[at - 1] in ("a", "the", "worth")
    )


def _recites(sentence: Sentence, cites: Sequence[Cited], lexicon: Lexicon) -> bool:
    """Whether a sentence tells what a provision says and not what would happen."""
    bits = lexicon.bits
    for cite in cites:
        if sentence.start <= cite.start < sentence.end:
            near = [m for t, m in sentence.hits if cite.end <= t <= cite.after + 5]
            if cite.start - sentence.start <= 6 and any(m & bits["recital"] for m in near):
                return True
    return bool(sentence.mask & bits["class-word"])
