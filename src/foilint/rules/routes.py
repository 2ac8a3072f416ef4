"""The routes of complaint that a refusal by letter tells: the review, the Commissioner, where to write and by when."""

from collections.abc import Iterator

from foilint.finding import Complaint, Severity
from foilint.notice import Kind, Notice, Response, Step
from foilint.rules.rule import rule

FAMILY = "particulars"


@rule(Severity.ERROR, family=FAMILY)
def missing_review_route(notice: Notice) -> Iterator[Complaint]:
    """A refusal letter does not say how to have the decision looked at again.

    Any offer to do so answers: an internal review, a complaints procedure, representations, a reconsideration. Under
    FOIA the notice may say instead that there is no such procedure. The outcome of a review need not offer another.

    Law: FOIA 2000, section 17(7)(a); EIR 2004, regulations 11 and 14(5)(a); FOISA 2002, sections 19 and 20.
    Not asked of: annexes and web pages; under FOIA and the EIR, replies that refuse nothing.
    """
    told, known = notice.told, notice.law.particulars
    waived = known.review_waivable and told.no_review
    if _owes_routes(notice) and not (told.review or told.review_done or waived):
        otherwise = ", or say that there is none" if known.review_waivable else ""
        yield Complaint(
            f"nothing says how to ask for an internal review; {notice.law.unit} {known.review} asks for it: "
            f"say whom to write to and by when{otherwise}"
        )


@rule(Severity.ERROR, family=FAMILY)
def missing_commissioner_route(notice: Notice) -> Iterator[Complaint]:
    """A refusal letter does not tell the applicant of the right to go to the Commissioner of its law.

    Naming the Commissioner in argument tells nobody of a right. The Commissioner of another law has no power over the
    refusal.

    Law: FOIA 2000, sections 17(7)(b) and 50; EIR 2004, regulations 14(5)(b) and 18; FOISA 2002, sections 19(b) and 47.
    Not asked of: annexes and web pages; under FOIA and the EIR, replies that refuse nothing.
    """
    told, known = notice.told, notice.law.particulars
    if not _owes_routes(notice) or told.commissioner:
        return
    provision = f"{notice.law.unit} {known.complaint}"
    if told.stranger:
        yield Complaint(
            f"the applicant is sent to a Commissioner who has no power over this refusal; under {provision} it is the "
            f"{known.commissioner}: give that route instead",
            None,
            told.stranger,
        )
    else:
        yield Complaint(
            f"nothing tells the applicant of the right to go to the {known.commissioner}; {provision} asks for it: "
            "say so, and how to get in touch"
        )


@rule(Severity.WARNING, family=FAMILY)
def obsolete_contact(notice: Notice) -> Iterator[Complaint]:
    """An address, telephone number or site of the Commissioner is given that died years ago.

    A complaint sent there does not arrive.

    Practice: the Commissioner's own contact details.
    Not asked of: annexes and web pages.
    """
    if notice.kind is Kind.LETTER:
        for contact in notice.told.obsolete_contacts[:1]:  # to give the right details mends them all
            more = ", nor are others given with it" if len(notice.told.obsolete_contacts) > 1 else ""
            yield Complaint(
                f"this contact of the {contact.commissioner} is no longer in use{more}; "
                "give the one on the Commissioner's website",
                None,
                contact.span,
            )


@rule(Severity.ADVICE, family=FAMILY)
def obsolete_period(notice: Notice) -> Iterator[Complaint]:
    """A time for the complaint route is out of line with the law, the section 45 Code or the Commissioner's practice.

    Practice: the Freedom of Information Code of Practice 2018 (forty working days to ask for a review, at most forty to
    answer); the Information Commissioner asks for complaints within six weeks. FOISA 2002, sections 20, 21 and 47, lay
    the times down.
    Not asked of: annexes and web pages.
    """
    if notice.kind is not Kind.LETTER:
        return
    known = notice.law.particulars
    advice = {
        Step.ASK: f"an applicant has {known.review_request_days} working days to ask for a review; do not allow less",
        Step.ANSWER: f"a review is to be answered within {known.review_answer_days} working days at the latest; "
        "do not announce more",
        Step.COMPLAIN: f"the {known.commissioner} takes complaints made within {known.complaint_period}; "
        "do not name another time",
    }
    for period in notice.told.obsolete_periods:
        yield Complaint(advice[period.step], None, period.span)


def _owes_routes(notice: Notice) -> bool:
    """Whether it owes both routes: a refusal by letter, or a reply that nothing is held where the law asks for them."""
    if notice.kind is not Kind.LETTER:
        return False
    if notice.response is Response.EXTENSION:
        return bool(notice.engagements)  # more time over a complex request refuses nothing
    return notice.response is not Response.NOT_A_REFUSAL or bool(
        notice.not_held and notice.law.particulars.not_held_owes
    )
