"""Which exemption, which limb, under which Act: is the refusal itself well aimed?"""

from collections.abc import Iterator

from foilint.finding import Complaint, Severity
from foilint.law import Duty
from foilint.notice import Engagement, Kind, Notice, Response
from foilint.rules.rule import rule

FAMILY = "exemptions"


@rule(Severity.ERROR, family=FAMILY)
def no_exemption(notice: Notice) -> Iterator[Complaint]:
    """The notice refuses, or neither confirms nor denies, and relies on no provision.

    Law: FOIA 2000, section 17(1)(b); EIR 2004, regulation 14(3)(a); FOISA 2002, section 16(1)(c).
    Not asked of: a notice that only says that the information is not held.
    """
    if notice.engagements or notice.unknown:
        return
    if notice.statements or notice.refusals:
        yield Complaint(
            f"the notice refuses, but relies on no {notice.law.claim} of {notice.law.short}; specify it by number",
            None,
            (*notice.statements, *notice.refusals)[0],
        )


@rule(Severity.ERROR, family=FAMILY)
def unknown_exemption(notice: Notice) -> Iterator[Complaint]:
    """The notice relies on a provision that is no exemption of the Act it names.

    Law: the Act or Regulations named.
    Not asked of: other Acts.
    """
    told = set()
    for citation in notice.unknown:
        if citation.path not in told:
            told.add(citation.path)
            yield Complaint(
                f"{notice.law.short} has no {notice.law.claim} {citation.provision}; cite the provision that is meant",
                None,
                citation.span,
            )


@rule(Severity.WARNING, family=FAMILY)
def missing_limb(notice: Notice) -> Iterator[Complaint]:
    """A section is relied on by its bare number though it has several limbs, and nowhere does the notice say which.

    Law: FOIA 2000, section 17(1)(b): the notice specifies the exemption in question.
    Not asked of: an annex; sections with one withholding limb; where `unknown-exemption` already speaks.
    """
    if notice.kind is Kind.ANNEX:
        return
    misnumbered = {notice.law.exemption(citation.path) for citation in notice.unknown}  # `unknown_exemption` speaks
    for engagement in notice.engagements:
        bare = engagement.is_bare and engagement.exemption not in misnumbered
        if bare and engagement.several_limbs and not engagement.exemption.bar:
            yield Complaint(
                f"{engagement} has several limbs, and the notice never says by number which is relied on; "
                "cite the limb",
                engagement.number,
                engagement.span,
            )


@rule(Severity.ERROR, family=FAMILY)
def wrong_limb(notice: Notice) -> Iterator[Complaint]:
    """The notice neither confirms nor denies by a limb that only withholds, or withholds by one that only lifts the
    duty to confirm or deny.

    Law: FOIA 2000, section 2(1) and (2): each limb takes away one duty.
    Not asked of: a notice that does both, each with its own limb.
    """
    for engagement in notice.engagements:
        if not engagement.misses_duty:
            continue
        if Duty.CONFIRM in engagement.refuses:
            fault, mend = (
                "only withholds information; it does not lift the duty to confirm or deny",
                "neither confirm nor deny by",
            )
            right = engagement.limbs_of(Duty.CONFIRM)
        else:
            fault, mend = "only lifts the duty to confirm or deny; it does not withhold information", "withhold by"
            right = engagement.limbs_of(Duty.DISCLOSE)
        advice = (
            f"{mend} {', '.join(right)}"
            if right
            else f"{engagement.exemption.title} has no limb for it: rely on another"
        )
        yield Complaint(f"{engagement} {fault}; {advice}", engagement.number, engagement.span)


@rule(Severity.WARNING, family=FAMILY)
def obsolete_limb(notice: Notice) -> Iterator[Complaint]:
    """A limb is cited that has been repealed or renumbered.

    Law: FOIA 2000, section 40 as amended by the Data Protection Act 2018, Schedule 19, from 25 May 2018.
    """
    for engagement in notice.engagements:
        for limb in engagement.limbs:
            if limb.obsolete:
                yield Complaint(
                    f"{notice.law.unit} {limb.provision} has been repealed or renumbered; cite {limb.obsolete}",
                    engagement.number,
                    engagement.span,
                )
                break


@rule(Severity.WARNING, family=FAMILY)
def incomplete_limb(notice: Notice) -> Iterator[Complaint]:
    """A limb that needs a purpose from another list is cited without one.

    Law: FOIA 2000, section 31(1)(g), (h) and (i) with 31(2); FOISA 2002, section 35(1)(g) and (h) with 35(2).
    Not asked of: an annex.
    """
    if notice.kind is Kind.ANNEX:
        return
    for engagement in notice.engagements:
        purpose = engagement.exemption.purpose
        if purpose is None or engagement.number in notice.purposes:
            continue
        if any(citation.path[: len(limb)] == limb for citation in engagement.citations for limb in purpose.limbs):
            listed = purpose.listed_in[0] + "".join(f"({step})" for step in purpose.listed_in[1:])
            yield Complaint(
                f"{engagement} is complete only with a purpose from {notice.law.unit} {listed}; "
                "name the purpose, by number or in words",
                engagement.number,
                engagement.span,
            )


@rule(Severity.WARNING, family=FAMILY)
def mistitled_exemption(notice: Notice) -> Iterator[Complaint]:
    """The label beside the number belongs to another exemption.

    Law: FOIA 2000, section 17(1)(b): the applicant must be able to tell which exemption is meant.
    Not asked of: loose wordings of the right title.
    """
    for mistitle in notice.mistitles:
        engagement = notice.engagement(mistitle.number)
        if engagement is not None:
            yield Complaint(
                f'"{notice.document.words(mistitle.words)}" is the name of {notice.law.unit} {mistitle.belongs_to}, '
                f"not of {engagement}; mend the number or the label ({engagement.exemption.title})",
                mistitle.number,
                mistitle.words,
            )


@rule(Severity.WARNING, family=FAMILY)
def exclusive_exemptions(notice: Notice) -> Iterator[Complaint]:
    """Two exemptions are claimed that cannot both cover the same information.

    Law: FOIA 2000, sections 24(1), 31(1), 36(1) and 40(2)(a), each of which covers only what the other does not.
    Not asked of: claims in the alternative; different parts of the information; the limbs that lift the duty to
    confirm or deny.
    """
    if notice.alternative:
        return
    for exclusion in notice.law.exclusions:
        one = _withholding_by(notice, exclusion.one)
        other = _withholding_by(notice, exclusion.other)
        if one is not None and one is other and one.is_bare:
            continue
        if one and other and (one is other or frozenset((one.number, other.number)) not in notice.apart):
            yield Complaint(
                f"{one} and {other} cannot both cover the same information; "
                "claim them in the alternative, or say which covers what"
                if one is not other
                else f"{one}: the two limbs cannot both cover the same information; say which covers what",
                None,
                other.span,
            )
            return


def _withholding_by(notice: Notice, path: tuple[str, ...]) -> Engagement | None:
    """The engagement that withholds by a provision, unless the limb is wrong altogether."""
    for engagement in notice.engagements:
        if Duty.DISCLOSE not in engagement.refuses or engagement.misses_duty or notice.response is Response.NCND:
            continue
        if any(
            citation.path[: len(path)] == path or (engagement.is_bare and path[:1] == citation.path)
            for citation in engagement.citations
        ):
            return engagement
    return None


@rule(Severity.ERROR, family=FAMILY)
def wrong_instrument(notice: Notice) -> Iterator[Complaint]:
    """The instrument is misnamed, its provisions are mis-styled, or an exemption of one Act is claimed in a notice
    under another.

    Law: FOIA 2000, section 39; EIR 2004, regulation 5(3).
    Not asked of: notices that deal with each part of the request under its own Act.
    """
    if notice.misnamed:
        yield Complaint(
            f'"{notice.document.words(notice.misnamed[0])}" is no name of {notice.law.title}; mend it',
            None,
            notice.misnamed[0],
        )
    elif notice.foreign:
        citation = notice.foreign[0]
        yield Complaint(
            f'"{notice.document.words(citation.span)}" is not how that instrument is cited, '
            f"or no provision of the law this notice is given under; cite {notice.law.title} by {notice.law.unit}",
            None,
            citation.span,
        )


RULES = (
    no_exemption,
    unknown_exemption,
    missing_limb,
    wrong_limb,
    obsolete_limb,
    incomplete_limb,
    mistitled_exemption,
    exclusive_exemptions,
    wrong_instrument,
)
