"""Rules about the file itself. `unreadable` and `unused-allowance` are told by the pipeline; they stand here for their reasons."""

from collections.abc import Iterator

from foilint.finding import Complaint, Severity
from foilint.notice import Notice, Response
from foilint.rules.rule import rule

FAMILY = "file"


@rule(Severity.ERROR, family=FAMILY)
def unreadable(notice: Notice) -> Iterator[Complaint]:
    """The file cannot be read as a draft: damaged, encrypted, a Git LFS pointer, an Office lock file, or over the limits.

    The run exits with status 2; the other files are still checked.

    Practice: a draft that was not read was not checked, and must not look as if it had been.
    """
    yield from ()


@rule(Severity.WARNING, family=FAMILY)
def not_a_notice(notice: Notice) -> Iterator[Complaint]:
    """Nothing in the file reads as a refusal or as a "not held" reply.

    Silence would look like a pass. Keep such files out of the folder, or out of `notices` in the settings.

    Practice: silence means checked.
    """
    refuses = notice.engagements or notice.unknown or notice.statements or notice.refusals or notice.not_held
    if not refuses and notice.response is Response.NOT_A_REFUSAL:
        yield Complaint('nothing here reads as a refusal or a "not held" reply; nothing was checked')


@rule(Severity.WARNING, family=FAMILY)
def unused_allowance(notice: Notice) -> Iterator[Complaint]:
    """An allowance in the settings lets nothing stand any more, or its date has passed.

    Practice: an allowance nobody needs would hide the next fault.
    """
    yield from ()


RULES = (unreadable, not_a_notice, unused_allowance)
