"""Harm, factors for, factors against, balance: has each exemption relied on what it owes?"""

from collections.abc import Iterator

from foilint.finding import Complaint, Severity
from foilint.law import Duty, Test
from foilint.notice import Engagement, Kind, Notice, Part, Passage
from foilint.rules.rule import rule

FAMILY = "public-interest"
SIDES = (Part.FOR, Part.AGAINST)


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
    """A balance is headed, but it never says which way it comes down.

    Law: FOIA 2000, section 17(3): reasons for claiming that one public interest outweighs the other.
    """
    for passage in notice.passages:
        if passage.part is Part.BALANCE and passage.heading and passage.text and not passage.concludes:
            served = [e.number for e in notice.engagements if Part.BALANCE in e.owes and passage.serves(e.number)]
            if served and not any(_concluded(notice, number) for number in served):
                yield Complaint(
                    "the balance never says which way it comes down; "
                    "conclude that one public interest outweighs the other, or disclose",
                    served[0] if len(served) == 1 else None,
                    passage.span,
                )


def _concluded(notice: Notice, number: str) -> bool:
    return any(p.part is Part.BALANCE and p.concludes and p.serves(number) for p in notice.passages)


@rule(Severity.WARNING, family=FAMILY)
def ambiguous_heading(notice: Notice) -> Iterator[Complaint]:
    """A heading favours a section: for the exemption, or for disclosure? "Factors favouring section 31" has been read
    both ways.

    Practice: officers have put the arguments for disclosure under such headings, and the arguments against it.
    """
    told: set[frozenset[str]] = set()
    for passage in notice.passages:
        if passage.ambiguous and passage.heading and passage.exemptions not in told:
            told.add(passage.exemptions)
            number = next(iter(passage.exemptions)) if len(passage.exemptions) == 1 else None
            side = "for" if passage.leans is not Part.AGAINST else "against"
            yield Complaint(
                f'"{notice.document.words(passage.heading)}" can be read for the exemption or for disclosure; '
                f"its text argues {side} disclosure: say so in the heading",
                number,
                passage.heading,
            )


@rule(Severity.WARNING, family=FAMILY)
def swapped_factors(notice: Notice) -> Iterator[Complaint]:
    """The text under "for" argues against, or the reverse.

    Law: FOIA 2000, section 17(3): a test whose sides are exchanged gives no reasons for its conclusion.
    Not asked of: ambiguous headings.
    """
    told: set[frozenset[str]] = set()
    for passage in notice.passages:
        if passage.heading and not passage.ambiguous and _swapped(notice, passage) and passage.exemptions not in told:
            told.add(passage.exemptions)
            number = next(iter(passage.exemptions)) if len(passage.exemptions) == 1 else _only(notice, passage)
            yield Complaint(
                f'the text under "{notice.document.words(passage.heading)}" argues the other side; '
                "exchange the texts or mend the headings",
                number,
                passage.heading,
            )


def _swapped(notice: Notice, passage: Passage) -> bool:
    """Whether a passage plainly argues the other side and its counterpart not its own, or they have changed places."""
    if _changed_places(notice, passage):
        return True
    if not passage.swapped or (passage.hurt if passage.part is Part.AGAINST else passage.aired):
        return False
    others = [
        p
        for p in notice.passages
        if p.heading and p.part in SIDES and p.part is not passage.part and p.exemptions == passage.exemptions
    ]
    return all(p.text and p.leans is not p.part for p in others)


def _changed_places(notice: Notice, passage: Passage) -> bool:
    """Whether what is headed "for" speaks of nothing but harm, and what is headed "against" of nothing but openness."""
    if passage.part is not Part.FOR or passage.aired or not passage.hurt:
        return False
    return any(
        other.part is Part.AGAINST
        and other.heading
        and other.exemptions == passage.exemptions
        and not other.hurt
        and other.aired + passage.hurt >= CERTAIN
        and other.aired
        for other in notice.passages
    )


CERTAIN = 3  # sentences that speak for the other side, taken together


def _only(notice: Notice, passage: Passage) -> str | None:
    served = [e.number for e in notice.engagements if passage.part in e.owes and passage.serves(e.number)]
    return served[0] if len(served) == 1 else None


@rule(Severity.WARNING, family=FAMILY)
def copied_factors(notice: Notice) -> Iterator[Complaint]:
    """The same paragraph serves as for and against, or word for word for two exemptions.

    Copied reasons show that the question was not asked for each exemption.

    Practice: the Commissioner expects reasons that belong to the exemption and the information at hand.
    """
    seen: dict[str, Passage] = {}
    for passage in notice.passages:
        if passage.part not in SIDES or passage.heading is None:
            continue
        words = " ".join(" ".join(notice.document.words(span) for span in passage.text).lower().split())
        if len(words.split()) < LONG_ENOUGH:
            continue
        if seen.setdefault(words, passage) is not passage:
            yield Complaint(
                f'the text under "{notice.document.words(passage.heading)}" is word for word '
                "that of an earlier section; give the reasons that belong here",
                None,
                passage.text[0],
            )


LONG_ENOUGH = 12  # words; shorter paragraphs may well be the same


@rule(Severity.ADVICE, family=FAMILY)
def needless_test(notice: Notice) -> Iterator[Complaint]:
    """A public interest test is run on an absolute exemption.

    Law: FOIA 2000, section 2(3); FOISA 2002, section 2(2).
    Not asked of: section 40(5B), whose status is unsettled; section 41's public interest defence; the legitimate
    interests of section 40(2).
    """
    for engagement in notice.engagements:
        exemption = engagement.exemption
        absolute = all(limb.test is Test.ABSOLUTE for limb in engagement.limbs)
        if exemption.bar or exemption.defence or not absolute or Part.BALANCE in engagement.owes:
            continue
        for passage in notice.passages:
            if passage.part in SIDES and passage.exemptions == frozenset((engagement.number,)):
                yield Complaint(
                    f"{engagement} is absolute: no public interest test is called for; leave it out",
                    engagement.number,
                    passage.span,
                )
                break


@rule(Severity.WARNING, family=FAMILY)
def orphan_section(notice: Notice) -> Iterator[Complaint]:
    """Harm, factors or a balance are headed with an exemption that the notice never relies on.

    Either the exemption was dropped from the refusal, or the section was left over from another letter.

    Law: FOIA 2000, section 17(1)(b): the notice specifies the exemption.
    Not asked of: an annex, whose headings are its claims.
    """
    if notice.kind is Kind.ANNEX:
        return
    told = set()
    unit = notice.law.unit
    for passage in notice.passages:
        if passage.stranger and passage.stranger not in told:
            told.add(passage.stranger)
            yield Complaint(
                f'"{notice.document.words(passage.span)}" argues about {unit} {passage.stranger.rpartition(" ")[2]}, '
                "which the notice never relies on; rely on it or take the section out",
                passage.stranger,
                passage.span,
            )


@rule(Severity.ADVICE, family=FAMILY)
def reasoning_elsewhere(notice: Notice) -> Iterator[Complaint]:
    """The test is said to be attached; it was not checked with this file.

    Practice: check the letter and its annexes together (`--together`).
    """
    if notice.elsewhere is not None and any(e.elsewhere for e in notice.engagements):
        yield Complaint(
            "the test is said to stand in another file and was not checked; check both files together (--together)",
            None,
            notice.elsewhere,
        )


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
