"""Harm, factors for, factors against, balance: has each exemption relied on what it owes?"""

from collections.abc import Iterator

from foilint.document import Span
from foilint.finding import Complaint, Severity
from foilint.law import Duty
from foilint.notice import Engagement, Notice, Part
from foilint.rules.argument import (
    FAMILY,
    ambiguous_heading,
    copied_factors,
    needless_test,
    orphan_section,
    reasoning_elsewhere,
    swapped_factors,
)
from foilint.rules.rule import rule


def _lacking(notice: Notice, part: Part) -> Iterator[Engagement]:
    """The engagements that lack a part and have no empty heading for it: that is `empty-section`'s to say."""
    for engagement in notice.engagements:
        headed = any(
            p.part is part and not p.text and p.heading and p.serves(engagement.number) for p in notice.passages
        )
        if engagement.lacks(part) and not headed:
            yield engagement


def _question(engagement: Engagement) -> str:
    """What the test of an engagement asks about."""
    if Duty.CONFIRM in engagement.refuses and Duty.DISCLOSE not in engagement.refuses:
        return "confirming or denying that the information is held"
    return "disclosure"


@rule(Severity.ERROR, family=FAMILY)
def missing_harm(notice: Notice) -> Iterator[Complaint]:
    """An exemption rests on prejudice, endangerment or necessity, and the notice nowhere explains the harm.

    The reader must be able to see what would follow from disclosure, or from confirming or denying, and how.

    Law: FOIA 2000, section 17(1)(c); EIR 2004, regulations 12(5) and 14(3); FOISA 2002, section 16(1)(d).
    Not asked of: class-based exemptions.
    """
    for engagement in _lacking(notice, Part.HARM):
        yield Complaint(
            f"{engagement} rests on {engagement.ground}, but the harm is nowhere explained; "
            f"say what {_question(engagement)} would, or would be likely to, cause and how",
            engagement.number,
            engagement.span,
        )


@rule(Severity.ERROR, family=FAMILY)
def missing_factors_for(notice: Notice) -> Iterator[Complaint]:
    """A qualified exemption is relied on, but nothing is argued in favour of disclosure (or of confirming or denying).

    A test with one side only is no test: the reasons must show what was weighed against the exemption.

    Law: FOIA 2000, sections 2 and 17(3); EIR 2004, regulations 12(1)(b) and 14(3)(b); FOISA 2002, sections 2(1)(b) and
    16(2).
    Not asked of: absolute exemptions.
    """
    for engagement in _lacking(notice, Part.FOR):
        yield Complaint(
            f"{engagement} is qualified, but nothing is argued in favour of {_question(engagement)}; "
            "set out the factors for it",
            engagement.number,
            engagement.span,
        )


@rule(Severity.ERROR, family=FAMILY)
def missing_factors_against(notice: Notice) -> Iterator[Complaint]:
    """A qualified exemption is relied on, but nothing is argued against disclosure (or against confirming or denying).

    Harm explains why the exemption is engaged; the test must still say why the public is better served by relying on
    it.

    Law: FOIA 2000, sections 2 and 17(3); EIR 2004, regulations 12(1)(b) and 14(3)(b); FOISA 2002, sections 2(1)(b) and
    16(2).
    Not asked of: absolute exemptions.
    """
    for engagement in _lacking(notice, Part.AGAINST):
        yield Complaint(
            f"{engagement} is qualified, but nothing is argued against {_question(engagement)}; "
            "set out the factors against it",
            engagement.number,
            engagement.span,
        )


@rule(Severity.ERROR, family=FAMILY)
def missing_balance(notice: Notice) -> Iterator[Complaint]:
    """A qualified exemption is relied on, but the notice never strikes the balance.

    Listing factors is not weighing them: the notice must say that, in all the circumstances of the case, the public
    interest in maintaining the exemption outweighs the public interest in disclosure (or in confirming or denying).

    Law: FOIA 2000, sections 2 and 17(3); EIR 2004, regulations 12(1)(b) and 14(3)(b); FOISA 2002, sections 2(1)(b) and
    16(2).
    Not asked of: absolute exemptions.
    """
    for engagement in _lacking(notice, Part.BALANCE):
        yield Complaint(
            f"{engagement} is qualified, but no balance is struck; "
            f"weigh the factors for and against {_question(engagement)} and say which prevail",
            engagement.number,
            engagement.span,
        )


@rule(Severity.ERROR, family=FAMILY)
def empty_section(notice: Notice) -> Iterator[Complaint]:
    """A heading for harm, factors or balance has nothing under it.

    The heading promises an argument that the applicant never gets.

    Law: FOIA 2000, section 17(1)(c) and (3).
    Not asked of: a heading with sub-headings.
    """
    for heading in notice.empty:
        yield Complaint(
            f'nothing stands under "{notice.document.words(heading)}"; write the section or take the heading out',
            None,
            heading,
        )


@rule(Severity.WARNING, family=FAMILY)
def inconclusive_balance(notice: Notice) -> Iterator[Complaint]:
    """A balance is headed or begun, but it never says which way it comes down.

    Law: FOIA 2000, section 17(3): reasons for claiming that one public interest outweighs the other.
    """
    told: set[str] = set()
    places: set[Span] = set()
    for passage in notice.passages:
        if passage.part is Part.BALANCE and passage.text and not passage.concludes:
            served = [e.number for e in notice.engagements if Part.BALANCE in e.owes and passage.serves(e.number)]
            left = [number for number in served if number not in told and not _concluded(notice, number)]
            told.update(left)
            if left and passage.span not in places:
                places.add(passage.span)
                yield Complaint(
                    "the balance never says which way it comes down; "
                    "conclude that one public interest outweighs the other, or disclose",
                    left[0] if len(left) == 1 else None,
                    passage.span,
                )


def _concluded(notice: Notice, number: str) -> bool:
    return any(p.part is Part.BALANCE and p.concludes and p.serves(number) for p in notice.passages)


RULES = (
    missing_harm,
    missing_factors_for,
    missing_factors_against,
    missing_balance,
    empty_section,
    inconclusive_balance,
    ambiguous_heading,
    swapped_factors,
    copied_factors,
    needless_test,
    orphan_section,
    reasoning_elsewhere,
)
