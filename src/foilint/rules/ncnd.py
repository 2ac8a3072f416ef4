"""Neither confirming nor denying: said, disclaimed, argued about the right duty, and not given away."""

from collections.abc import Iterator

from foilint.finding import Complaint, Severity
from foilint.law import Duty
from foilint.notice import SIDES, TEST, Engagement, Kind, Notice, Passage, Response, State
from foilint.rules.rule import rule

FAMILY = "ncnd"


@rule(Severity.ERROR, family=FAMILY)
def missing_disclaimer(notice: Notice) -> Iterator[Complaint]:
    """The notice neither confirms nor denies, but does not say that no inference may be drawn either way.

    Without it, the applicant may take the refusal itself for an answer.

    Practice: police and government practice, and the house templates; no provision of the Act asks for it.
    Not asked of: section 12(2); notices that only withhold.
    """
    if notice.disclaimer is State.ABSENT:
        yield Complaint(
            "the notice neither confirms nor denies, but nothing says that no inference may be drawn about whether "
            "information is held; practice (not the Act) asks for such a disclaimer: add one that covers both ways",
            None,
            notice.statements[0] if notice.statements else None,
        )


@rule(Severity.WARNING, family=FAMILY)
def one_sided_disclaimer(notice: Notice) -> Iterator[Complaint]:
    """The disclaimer denies only that information exists, or only that it does not.

    A disclaimer that covers one way points to the other.

    Practice: police and government practice; see `missing-disclaimer`.
    """
    if notice.disclaimer is State.PRESENT and all(d.one_sided for d in notice.disclaimers):
        yield Complaint(
            "the disclaimer covers one way only; "
            "say that no inference may be drawn that the information does or does not exist",
            None,
            notice.disclaimers[0].span,
        )


@rule(Severity.ERROR, family=FAMILY)
def missing_ncnd_statement(notice: Notice) -> Iterator[Complaint]:
    """Limbs that lift the duty to confirm or deny are relied on, but the notice never says that it neither confirms nor
    denies.

    Law: FOIA 2000, section 17(1)(a): the notice states the fact.
    Not asked of: an annex.
    """
    if notice.kind is Kind.ANNEX or notice.statements:
        return
    for engagement in notice.engagements:
        lifts = engagement.turned or any(limb.lifts is Duty.CONFIRM for limb in engagement.limbs)
        if Duty.CONFIRM in engagement.refuses and lifts:
            yield Complaint(
                f"{engagement} lifts the duty to confirm or deny, but the notice never says that it neither confirms "
                "nor denies holding the information (section 17(1)(a)); say so",
                None,
                engagement.span,
            )
            return


@rule(Severity.WARNING, family=FAMILY)
def wrong_duty(notice: Notice) -> Iterator[Complaint]:
    """An NCND test is argued as disclosure, or a withholding test as confirming or denying.

    The two duties have two tests: whether to say that information is held, and whether to give it.

    Law: FOIA 2000, section 17(3)(a) and (b).
    Not asked of: notices that do both.
    """
    other = {Response.NCND: Duty.DISCLOSE, Response.WITHHELD: Duty.CONFIRM}.get(notice.response)
    if notice.response is Response.PARTIAL_NCND and not _withholds(notice):
        other = Duty.DISCLOSE  # the rest is answered
    if other is None:
        return
    wrong = [p for e in notice.engagements for p in _argued_wrongly(notice, e, other)]
    if wrong:
        argued, due = (
            ("disclosure", "confirming or denying")
            if other is Duty.DISCLOSE
            else ("confirming or denying", "disclosure")
        )
        yield Complaint(
            f"the public interest is argued about {argued}, but this notice must argue it about {due} (section 17(3)); "
            "rewrite the test",
            None,
            wrong[0].span,
        )


def _withholds(notice: Notice) -> bool:
    """Whether part of a notice that neither confirms nor denies is withheld; it is where each duty heads a test."""
    headed = {duty for p in notice.passages if p.part in TEST and len(p.headed_duties) == 1 for duty in p.headed_duties}
    return len(headed) > 1 or any(Duty.DISCLOSE in e.refuses for e in notice.engagements)


def _argued_wrongly(notice: Notice, engagement: Engagement, other: Duty) -> list[Passage]:
    """The passages of an exemption's test headed with the other duty; all where most speak of that and none of its own.

    One that speaks of neither duty says nothing of which is argued: "a reply would put rumours to rest". Where both
    sides are argued for it alone, a balance that it shares with others says nothing either.
    """
    if not engagement.owes & TEST:
        return []
    tests = [p for p in notice.passages if p.part in TEST and p.text and p.serves(engagement.number)]
    own = [p for p in tests if p.exemptions == {engagement.number}]
    if {p.part for p in own}.issuperset(SIDES):
        tests = own
    headed = [p for p in tests if p.headed_duties == {other}]
    spoken = [p.duties for p in tests if p.duties]
    mostly = len(spoken) * 2 > len(tests) and all(duties == {other} for duties in spoken)
    return headed or (tests if mostly else [])


@rule(Severity.WARNING, family=FAMILY)
def reveals_holding(notice: Notice) -> Iterator[Complaint]:
    """The notice says outright that the information is, or is not, held, and then neither confirms nor denies the same
    thing.

    Law: FOIA 2000, section 2(1): an answer once given leaves nothing to exclude.
    Not asked of: "any other information"; different questions.
    """
    if notice.response.neither_confirms_nor_denies and notice.admissions:
        yield Complaint(
            f'"{notice.document.words(notice.admissions[0])}" tells whether information is held, '
            "which the notice then refuses to say; take it out or say which part it is about",
            None,
            notice.admissions[0],
        )


RULES = (missing_disclaimer, one_sided_disclaimer, missing_ncnd_statement, wrong_duty, reveals_holding)
