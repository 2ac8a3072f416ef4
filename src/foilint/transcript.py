"""A draft's own text with what was recognised in it: for reports that show the text, and for whoever asks "why?"

A transcript keeps the words and lets go of everything that understanding them took, so that it travels lightly.
"""

from collections.abc import Iterator

from foilint.document import Block, Span
from foilint.notice import Citation, Notice, Part, Region, Told, Use
from foilint.values import NamedTuple, StrEnum


class Role(StrEnum):
    """What words do in a notice, as people call it."""

    HARM = "harm"
    FOR = "factors for"
    AGAINST = "factors against"
    BALANCE = "balance"
    CLAIM = "relied on"
    MENTION = "mentioned"
    STATEMENT = "neither confirms nor denies"
    NOT_HELD = "not held"
    DISCLAIMER = "disclaimer"
    ACT = "the Act by name"
    REVIEW = "internal review"
    COMMISSIONER = "Commissioner"
    MORE_TIME = "more time"
    DATE = "decision date"
    OPINION = "qualified person"
    ESTIMATE = "estimate"
    ADVICE = "advice"
    ELSEWHERE = "in another file"


PARTS = {Part.HARM: Role.HARM, Part.FOR: Role.FOR, Part.AGAINST: Role.AGAINST, Part.BALANCE: Role.BALANCE}
"""The role of words that answer a part."""


class Recognised(NamedTuple):
    """Words that were recognised: as what, for which exemptions (none: for all, or it is no matter of one), and why."""

    span: Span
    role: Role
    exemptions: tuple[str, ...] = ()
    why: str = ""


class Transcript(NamedTuple):
    """The blocks of a draft, whose words each holds, and what was recognised in them, in the order of the draft."""

    blocks: tuple[Block, ...]
    regions: tuple[Region, ...]
    recognised: tuple[Recognised, ...]

    def words(self, span: Span) -> str:
        """The words of a span, as the officer wrote them."""
        return self.blocks[span.block].text[span.start : span.end]

    def by_block(self) -> tuple[tuple[Recognised, ...], ...]:
        """What was recognised in each block."""
        found: list[list[Recognised]] = [[] for _ in self.blocks]
        for each in self.recognised:
            found[each.span.block].append(each)
        return tuple(map(tuple, found))


def transcribe(notice: Notice) -> Transcript:
    """What a notice says, with what each of its words was taken for."""
    found = (*_passages(notice), *_citations(notice), *_sentences(notice), *_told(notice.told))
    ordered = tuple(sorted(dict.fromkeys(found)))
    return Transcript(notice.document.blocks, notice.regions, ordered)


def _passages(notice: Notice) -> Iterator[Recognised]:
    for passage in notice.passages:
        exemptions = tuple(sorted(passage.exemptions))
        for span in (passage.heading, *passage.text):
            if span:
                yield Recognised(span, PARTS[passage.side], exemptions)


def _citations(notice: Notice) -> Iterator[Recognised]:
    for citation in notice.citations:
        role = Role.CLAIM if citation.use is Use.RELIED_ON else Role.MENTION
        yield Recognised(citation.span, role, (_of_which_law(citation, notice),), citation.why)


def _of_which_law(citation: Citation, notice: Notice) -> str:
    """A provision with the law it is bound to, where that is not the notice's own."""
    own = citation.law in ("", notice.law.regime)
    return citation.provision if own else f"{citation.provision} ({citation.law})"


def _sentences(notice: Notice) -> Iterator[Recognised]:
    for span in notice.statements:
        yield Recognised(span, Role.STATEMENT)
    for span in notice.not_held:
        yield Recognised(span, Role.NOT_HELD)
    for disclaimer in notice.disclaimers:
        yield Recognised(disclaimer.span, Role.DISCLAIMER, why="one way only" if disclaimer.one_sided else "")
    if notice.elsewhere:
        yield Recognised(notice.elsewhere, Role.ELSEWHERE)


def _told(told: Told) -> Iterator[Recognised]:
    spans = {
        Role.ACT: (told.act,),
        Role.REVIEW: (told.review, told.no_review, told.review_done),
        Role.COMMISSIONER: (told.commissioner,),
        Role.MORE_TIME: (told.more_time,),
        Role.DATE: (told.decision_date, *told.completion_dates),
        Role.OPINION: (told.qualified_person,),
        Role.ESTIMATE: (told.estimate,),
        Role.ADVICE: (told.advice,),
    }
    for role, places in spans.items():
        for span in places:
            if span:
                yield Recognised(span, role)
