"""What a letter must tell the applicant beside the refusal itself. A page or an annex owes none of it."""

from collections.abc import Iterator

from foilint.finding import Complaint, Severity
from foilint.law import Law
from foilint.notice import Engagement, Kind, Notice, Part, Response, State
from foilint.rules.routes import (
    FAMILY,
    missing_commissioner_route,
    missing_review_route,
    obsolete_contact,
    obsolete_period,
)
from foilint.rules.rule import rule

LIKELY = ("prejudice", "endangerment", "adverse-effect")  # the bases of limbs whose harm is more or less likely


@rule(Severity.WARNING, family=FAMILY)
def missing_act(notice: Notice) -> Iterator[Complaint]:
    """The letter never names the Act or Regulations under which the request was answered.

    The applicant cannot look up a section of an Act that is not named, nor tell which Commissioner to turn to.

    Practice: the Information Commissioner's guidance on refusal notices: say under which law the request was handled.
    Not asked of: annexes and web pages.
    """
    if notice.kind is Kind.LETTER and notice.told.act is None:
        yield Complaint(f"the Act is never named; say that the request was handled under the {notice.law.title}")


@rule(Severity.ERROR, family=FAMILY)
def missing_decision_date(notice: Notice) -> Iterator[Complaint]:
    """More time is taken, over the public interest or to complete the material, and no date is given.

    Under FOIA the letter must estimate the date of the decision, which "as soon as possible" does not. Under the EIR a
    refusal of unfinished material gives the time by which it will be complete, or says that this is not known.

    Law: FOIA 2000, section 17(2); EIR 2004, regulation 14(4); Environmental Information (Scotland) Regulations 2004,
    regulation 13(d).
    Not asked of: annexes and web pages.
    """
    if notice.kind is not Kind.LETTER:
        return
    told = notice.told
    for engagement in notice.engagements:
        if any(limb.basis == "unfinished" for limb in engagement.limbs) and not _is_dated(notice, engagement):
            extension = engagement.law.particulars.extension
            yield Complaint(
                f"the material withheld under {engagement} is said to be unfinished, but not when it will be complete; "
                f"{_provision(engagement.law, extension)} asks for it: give the time, or say that it is not known",
                None,
                engagement.span,
            )
            return
    known = notice.law.particulars
    if (
        notice.response is Response.EXTENSION
        and known.review_waivable
        and known.extension
        and told.decision_date is None
        and not _only_bars(notice)
    ):
        yield Complaint(
            "more time is taken to weigh the public interest, but no date is given by which the decision will be made; "
            f"{_provision(notice.law, known.extension)} asks for an estimate: give a date",
            None,
            told.more_time,
        )


@rule(Severity.ERROR, family=FAMILY)
def missing_qualified_person(notice: Notice) -> Iterator[Complaint]:
    """Section 36 is relied on, and nobody qualified is said to have given an opinion.

    The exemption is not engaged without the reasonable opinion of the qualified person, given before the refusal. To
    recite that the section asks for one does not give it.

    Law: FOIA 2000, section 36(2) and (5).
    Not asked of: annexes and web pages.
    """
    if notice.kind is not Kind.LETTER or notice.told.qualified_person:
        return
    for engagement in notice.engagements:
        if engagement.exemption.qualified_person:
            yield Complaint(
                f"{engagement} applies only in the reasonable opinion of a qualified person, and none is said to have "
                "given one; "
                "say who gave it, when, and what it was",
                engagement.number,
                engagement.span,
            )


@rule(Severity.ADVICE, family=FAMILY)
def missing_prejudice_level(notice: Notice) -> Iterator[Complaint]:
    """Harm is claimed, but not whether it would or would be likely to occur.

    The two are different tests, and the weight of the harm in the balance depends on which is met.

    Practice: the Information Commissioner's guidance on the prejudice test; the words of the limbs themselves.
    Not asked of: annexes and web pages; exemptions that rest on no prejudice.
    """
    if notice.kind is not Kind.LETTER or notice.told.prejudice_level:
        return
    for engagement in notice.engagements:
        if engagement.state(Part.HARM) is State.PRESENT and any(limb.basis in LIKELY for limb in engagement.limbs):
            span = dict(engagement.evidence).get(Part.HARM, engagement.span)
            yield Complaint(
                f'the harm under {engagement} is never said to be what "would" or "would be likely to" happen; '
                "say which level is claimed",
                None,
                span,
            )
            return


@rule(Severity.WARNING, family=FAMILY)
def missing_estimate(notice: Notice) -> Iterator[Complaint]:
    """A request is refused on cost without an estimate of what it would take.

    The limit itself, in hours or pounds, is no estimate of this request.

    Practice: the Information Commissioner's guidance on section 12: give the estimate and how it was reached.
    Not asked of: annexes and web pages.
    """
    cost = _on_cost(notice)
    if cost and cost.exemption.bar and notice.told.estimate is None:
        yield Complaint(
            f"{cost} is relied on, but nothing says how long this request would take or what it would cost; "
            "give an estimate in hours or pounds and how it was reached",
            None,
            cost.span,
        )


@rule(Severity.WARNING, family=FAMILY)
def missing_advice(notice: Notice) -> Iterator[Complaint]:
    """A request is refused on cost without help to bring it within the limit.

    To say that no narrower request would do is help as well.

    Law: FOIA 2000, section 16; EIR 2004, regulation 9; FOISA 2002, section 15.
    Not asked of: annexes and web pages; under the EIR, refusals that do not rest on the burden of the request.
    """
    cost = _on_cost(notice)
    if cost and notice.told.advice is None and (cost.exemption.bar or notice.told.burden):
        yield Complaint(
            f"{cost} is relied on, but nothing helps the applicant to narrow the request; "
            f"{_provision(cost.law, cost.law.particulars.advice)} asks for advice: say what could be given, or that "
            "nothing could",
            None,
            cost.span,
        )


def _is_dated(notice: Notice, engagement: Engagement) -> bool:
    """Whether a date of completion is given that is not part of the test of another exemption alone.

    "The final scores will be published in the autumn", under regulation 12(4)(e), completes no draft under 12(4)(d).
    """
    theirs = [text for each in notice.passages if not each.serves(engagement.number) for text in each.text]
    return any(
        not any(text.block == date.block and text.start < date.end and date.start < text.end for text in theirs)
        for date in notice.told.completion_dates
    )


def _only_bars(notice: Notice) -> bool:
    """Whether nothing is relied on that could be weighed: a refusal on cost needs no time for the public interest."""
    return bool(notice.engagements) and all(each.exemption.bar for each in notice.engagements)


def _on_cost(notice: Notice) -> Engagement | None:
    """The engagement that refuses a letter's request for its cost or burden."""
    if notice.kind is not Kind.LETTER:
        return None
    return next((each for each in notice.engagements if any(limb.basis == "cost" for limb in each.limbs)), None)


def _provision(law: Law, number: str) -> str:
    return f"{law.unit} {number}"


RULES = (
    missing_act,
    missing_review_route,
    missing_commissioner_route,
    missing_decision_date,
    missing_qualified_person,
    missing_prejudice_level,
    missing_estimate,
    missing_advice,
    obsolete_contact,
    obsolete_period,
)
