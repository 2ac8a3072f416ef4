"""Stretches: what a response is about as it goes on, and how far the test at hand has got.

A heading that names an exemption is a topic, and what stands under it is about that; without one, a test is of the
exemptions discussed since the test before it was over.
"""

from foilint.notice import Part
from foilint.recognise import outline
from foilint.recognise.recitals import Recital
from foilint.recognise.sides import Bearing
from foilint.recognise.subjects import NOBODY, Numbers
from foilint.recognise.words import Sentence

REMEMBERED = 60  # sentences before a test


class Stretch:
    """The stretch of the response at hand."""

    def __init__(self) -> None:
        """Nothing has been said."""
        self.topic = NOBODY
        self.topic_rank = 0
        self.topic_line = -2  # where the last topic was headed
        self.current = NOBODY  # what the sentences at hand speak of
        self.seen: list[str] = []  # exemptions discussed since the last test was over
        self.scope = NOBODY  # the exemptions whose test is at hand
        self.headed = NOBODY  # exemptions named by the headings of this test so far
        self.in_test = False
        self.tested = False  # whether the test of this stretch has begun
        self.announced = False  # whether a sentence announced the test, though nothing has been argued yet
        self.concluded = False  # whether the test at hand has been struck in prose
        self.bearing = Bearing()
        self.recital: Recital | None = None
        self.before: list[Sentence] = []  # sentences of this stretch before its test
        self.sideless: list[Sentence] = []  # sentences of the test that take no side
        self.last: Sentence | None = None  # the sentence before, if it argued in the test
        self.added: list[Sentence] = []  # those that add to the factors for, and may well speak for the other side

    @property
    def has_tested(self) -> bool:
        """Whether a test goes on, or is over and nothing new has begun."""
        return self.tested and (self.in_test or self.concluded)

    @property
    def under_test(self) -> bool:
        """Whether a test has begun and goes on."""
        return self.in_test and self.tested

    def remember(self, sentence: Sentence) -> None:
        """Keep a sentence that may turn out to lead up to a test; what is too far back leads up to nothing."""
        self.before.append(sentence)
        if len(self.before) > 2 * REMEMBERED:
            del self.before[:-REMEMBERED]

    def see(self, numbers: Numbers) -> None:
        """Remember exemptions as discussed."""
        self.seen += [n for n in sorted(numbers) if n not in self.seen]

    def discussed(self) -> Numbers:
        """Whom a test in plain prose serves: the topic, else what was discussed since the last test."""
        return self.topic or frozenset(self.seen)

    def inherited(self, rank: int, tested: Numbers, *, beside: bool = False) -> Numbers:
        """What a heading without a provision is about; `tested` are the exemptions that owe a test.

        `beside` is whether one that only looks like a heading is under another that looks the same.
        """
        if self.headed and self.topic and not self.topic & tested:
            return self.headed  # what is absolute owes no test, though it was the last to be spoken of
        if self.topic and (self.topic_rank < rank or (beside and self.topic_rank == rank >= outline.LOOK)):
            return self.topic
        if self.topic and rank <= self.topic_rank < outline.LOOK:
            return NOBODY  # a styled heading beside the topic's is not under it
        if self.headed and self.current - self.headed:
            return frozenset(self.seen) & tested | self.headed  # others have been discussed since
        return self.headed or self.scope or frozenset(self.seen) & tested

    def begin_anew(self) -> None:
        """What was under test is over; what comes next may be about something else."""
        if self.tested:
            self.seen = []
        self.in_test = self.tested = self.announced = self.concluded = False
        self.before = []
        self.sideless, self.added, self.last = [], [], None
        self.scope = self.headed = NOBODY
        self.bearing = Bearing()
        self.recital = None

    def begin_topic(self, numbers: Numbers, rank: int, line: int) -> None:
        """A heading names exemptions; two such headings one after the other name the topic together."""
        together = line == self.topic_line + 1 and rank == self.topic_rank and rank < outline.RUN_IN
        self.begin_anew()
        self.topic = self.topic | numbers if together else numbers
        self.topic_rank, self.topic_line = rank, line
        self.current = self.topic
        self.see(numbers)

    def leave_table(self) -> None:
        """What headed a table is no topic of the text below it."""
        if self.topic_rank == outline.TABLE_TOPIC:
            self.topic, self.topic_rank = NOBODY, 0

    def begin_other(self, rank: int) -> None:
        """A heading is about something else; one not below the topic's ends it."""
        self.begin_anew()
        if rank <= self.topic_rank:
            self.topic, self.topic_rank = NOBODY, 0
        self.current = self.topic

    def begin_test(self, numbers: Numbers, rank: int, tested: Numbers) -> None:
        """A heading announces the whole test."""
        if rank <= self.topic_rank and (rank < outline.LOOK or len(self.seen) > 1):
            self.topic, self.topic_rank = NOBODY, 0  # a test headed beside the topics is of all of them
        self.scope = numbers or self.inherited(rank, tested)
        if numbers:
            self.topic, self.topic_rank = numbers, rank
        self.in_test = True
        self.tested = False
        self.before = []  # what stands above the heading is no part of the test
        self.headed = self.current = NOBODY
        self.bearing = Bearing()

    def begin_part(self, part: Part, numbers: Numbers) -> None:
        """A heading opens the harm or a part of the test."""
        if part is Part.HARM:
            self.in_test = False
        else:
            self.in_test = self.tested = True
            self.scope = numbers
        self.take_no_side()

    def enter_test(self, numbers: Numbers) -> None:
        """A sentence of plain prose begins the test."""
        self.in_test = True
        self.scope = numbers
        self.take_no_side()

    def widen(self) -> None:
        """A test headed under one exemption says that it is of several: of those discussed so far."""
        self.topic, self.topic_rank = NOBODY, 0
        self.scope = NOBODY

    def pause(self) -> None:
        """The test seems over; what follows may still turn out to argue it."""
        self.in_test = False

    def leave_test(self) -> None:
        """What seemed to begin the test only told its end."""
        self.in_test = self.tested = False

    def take_no_side(self) -> None:
        """What was argued no longer carries over to the next clause."""
        self.bearing = self.bearing._replace(side=None)

    def leave_unsaid(self) -> None:
        """Words of the test have not shown their side."""
        self.bearing = self.bearing._replace(unsaid=True)
