"""Rules about the file itself. `unreadable` and `unused-allowance` ask no notice anything: the pipeline tells them."""

from collections.abc import Iterator

from foilint.finding import Complaint, Severity
from foilint.notice import Notice, Response
from foilint.rules.rule import Rule, rule

FAMILY = "file"


def told_by_the_pipeline(_: Notice) -> Iterator[Complaint]:
    """Nothing: what is wrong shows where files are read and settings applied, not in a notice."""
    return iter(())


unreadable = Rule(
    "unreadable",
    FAMILY,
    Severity.ERROR,
    told_by_the_pipeline,
    """The file cannot be read as a draft: damaged, encrypted, a Git LFS pointer, an Office lock file, or over the
    limits.

    The run exits with status 2; the other files are still checked.

    Practice: a draft that was not read was not checked, and must not look as if it had been.
    """,
)


@rule(Severity.WARNING, family=FAMILY)
def not_a_notice(notice: Notice) -> Iterator[Complaint]:
    """Nothing in the file reads as a refusal or as a "not held" reply.

    Silence would look like a pass. Keep such files out of the folder, or out of `notices` in the settings. If it is a
    notice all the same, `--kind`, or `kind` in `overrides`, has it read as one.

    Practice: silence means checked.
    """
    refuses = notice.engagements or notice.unknown or notice.statements or notice.refusals or notice.not_held
    if not refuses and notice.response is Response.NOT_A_REFUSAL:
        yield Complaint(
            'nothing here reads as a refusal or a "not held" reply; nothing was checked (--kind has it read as one)'
        )


unused_allowance = Rule(
    "unused-allowance",
    FAMILY,
    Severity.WARNING,
    told_by_the_pipeline,
    """An allowance in the settings lets nothing stand any more, or its date has passed.

    Practice: an allowance nobody needs would hide the next fault.
    """,
)


RULES = (unreadable, not_a_notice, unused_allowance)
