"""What a template or another letter leaves behind in a draft of any kind."""

from collections.abc import Iterator

from foilint.document import MarkKind, Span
from foilint.finding import Complaint, Severity
from foilint.notice import Notice
from foilint.rules.rule import rule

FAMILY = "drafting"


@rule(Severity.ERROR, family=FAMILY)
def placeholder(notice: Notice) -> Iterator[Complaint]:
    """A place in the template was never filled in, or an instruction to the drafter was left standing.

    It goes to the applicant as it is, and so does the prompt of a content control, which is printed though it is no
    text of the notice. Redactions ("[REDACTED]", "[Name supplied]") are none.

    Practice: no template leaves the office half filled in.
    """
    for span in notice.told.placeholders:
        yield Complaint("this is left over from a template; fill it in or delete it", None, span)
    for mark in notice.document.marks:
        if mark.kind is MarkKind.PLACEHOLDER:
            place = None if mark.block is None else Span(mark.block, 0, len(notice.document.blocks[mark.block].text))
            yield Complaint(
                "a content control still shows its prompt; fill it in or take it out", None, place, mark.text.strip()
            )


@rule(Severity.WARNING, family=FAMILY)
def mismatched_reference(notice: Notice) -> Iterator[Complaint]:
    """Two different reference numbers are given for one request.

    A complaint that quotes the wrong one goes astray, and the letter may have been answered on another's template.

    Practice: one request, one reference. The applicant's other requests are not meant.
    """
    for slip in notice.told.references:
        yield Complaint(
            f"this reference differs from {slip.expected}, given for the same request; correct one of them",
            None,
            slip.span,
        )


@rule(Severity.WARNING, family=FAMILY)
def wrong_authority(notice: Notice) -> Iterator[Complaint]:
    """Another public authority speaks as if the letter were its own, or half of a name is left.

    It is what remains of a neighbour's template, and makes the refusal somebody else's.

    Practice: a letter speaks for one authority. Bodies that are merely mentioned are not meant.
    """
    for slip in notice.told.authorities:
        own = f"; this letter is from {slip.expected}" if slip.expected else ""
        yield Complaint(
            f"another authority, or half of a name, speaks here{own}: put in the right name", None, slip.span
        )


@rule(Severity.ADVICE, family=FAMILY)
def dated_threat_level(notice: Notice) -> Iterator[Complaint]:
    """The terrorism threat level is stated, which may have changed since the sentence was written.

    Practice: the level is published by MI5 and changes without notice; check it on the day of the letter.
    """
    for span in notice.told.threat_levels:
        yield Complaint("the threat level changes; check on the day that this is still the one published", None, span)


RULES = (placeholder, mismatched_reference, wrong_authority, dated_threat_level)
