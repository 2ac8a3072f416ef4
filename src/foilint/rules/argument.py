"""How the public interest test is written: what its headings say, and whether its sides and sections are its own."""

from collections.abc import Iterator

from foilint.finding import Complaint, Severity
from foilint.law import Test
from foilint.notice import SIDES, Kind, Notice, Part, Passage
from foilint.rules.rule import rule

FAMILY = "public-interest"


@rule(Severity.WARNING, family=FAMILY)
def ambiguous_heading(notice: Notice) -> Iterator[Complaint]:
    """A heading favours a section: for the exemption, or for disclosure? "Factors favouring section 31" has been read
    both ways.

    Practice: officers have put the arguments for disclosure under such headings, and the arguments against it.
    """
    told: set[frozenset[str]] = set()
    for passage in notice.passages:
        if passage.ambiguous and passage.exemptions not in told:
            told.add(passage.exemptions)
            number = next(iter(passage.exemptions)) if len(passage.exemptions) == 1 else None
            side = "against" if passage.side is Part.AGAINST else "for"
            head = f'"{notice.document.words(passage.heading)}"' if passage.heading else "what heads this in its table"
            yield Complaint(
                f"{head} can be read for the exemption or for disclosure; "
                f"its text argues {side} disclosure: say so in the heading",
                number,
                passage.span,
            )


@rule(Severity.WARNING, family=FAMILY)
def swapped_factors(notice: Notice) -> Iterator[Complaint]:
    """The text under "for" argues against, or the reverse.

    Law: FOIA 2000, section 17(3): a test whose sides are exchanged gives no reasons for its conclusion.
    Not asked of: ambiguous headings.
    """
    told: set[frozenset[str]] = set()
    for passage in notice.passages:
        if (
            passage.headed
            and not passage.ambiguous
            and _changed_places(notice, passage)
            and passage.exemptions not in told
        ):
            told.add(passage.exemptions)
            number = next(iter(passage.exemptions)) if len(passage.exemptions) == 1 else _only(notice, passage)
            heading = f'under "{notice.document.words(passage.heading)}"' if passage.heading else "in this column"
            yield Complaint(
                f"the text {heading} argues the other side; exchange the texts or mend the headings",
                number,
                passage.span,
            )


def _changed_places(notice: Notice, passage: Passage) -> bool:
    """Whether what is headed "against" argues for disclosure, and clearly more so than what is headed "for"."""
    if passage.part not in SIDES:
        return False
    favouring, opposing = (_under(notice, part, passage.exemptions) for part in SIDES)
    lean, counter = sum(p.lean for p in favouring), sum(p.lean for p in opposing)
    return counter > 0 and counter - lean > CLEARLY


def _under(notice: Notice, part: Part, exemptions: frozenset[str]) -> list[Passage]:
    """What is headed as one side for some exemptions: one section, or the cells of a column."""
    return [p for p in notice.passages if p.part is part and p.headed and p.text and p.exemptions == exemptions]


CLEARLY = 3.0  # in natural logarithms of odds


def _only(notice: Notice, passage: Passage) -> str | None:
    served = [e.number for e in notice.engagements if passage.part in e.owes and passage.serves(e.number)]
    return served[0] if len(served) == 1 else None


@rule(Severity.WARNING, family=FAMILY)
def copied_factors(notice: Notice) -> Iterator[Complaint]:
    """The same paragraph serves as for and against, or word for word for two exemptions.

    Copied reasons show that the question was not asked for each exemption.

    Practice: the Commissioner expects reasons that belong to the exemption and the information at hand.
    """
    seen: dict[tuple[str, ...], Passage] = {}
    told: set[frozenset[str]] = set()  # once for an exemption, though both its sides may be copied
    for passage in notice.passages:
        if passage.part not in SIDES or passage.heading is None or passage.exemptions in told:
            continue
        for span in passage.text:
            words = tuple(notice.document.words(span).lower().split())
            if len(words) >= LONG_ENOUGH and seen.setdefault(words, passage) is not passage:
                told.add(passage.exemptions)
                yield Complaint(
                    f'what stands under "{notice.document.words(passage.heading)}" is word for word what an earlier '
                    "section says; give the reasons that belong here",
                    None,
                    span,
                )
                break


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
