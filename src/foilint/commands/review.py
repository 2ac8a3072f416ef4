"""foilint review: a Word copy of a draft with every finding as a comment on its words."""

import os
import sys

from foilint.commands import asked, one
from foilint.copies import write_copy
from foilint.misuse import Misuse
from foilint.options import Arguments, Command
from foilint.remarks import remarks
from foilint.report import summarise
from foilint.reports.text import counted
from foilint.word.comments import annotated, without_own
from foilint.word.parts import unpacked
from foilint.word.retold import retold

WORD, NEW = "docx", ".docx"
NO_DATE = "2000-01-01T00:00:00Z"
"""Reviewing twice gives the same copy, so the day is not looked up; without any date LibreOffice shows a false one."""
NOTES = """The draft is only read. A Word draft is copied with all that is in it, and comments that foilint made earlier
give way to the new ones; of a draft in another format the copy is a Word file with its text. A comment that concerns
the whole notice stands at its first paragraph. All comments carry one date, that of SOURCE_DATE_EPOCH if it is set, so
that reviewing twice gives the same copy.

Exit status: 0 the copy is written, whatever it says; 2 it is not."""


def run(arguments: Arguments) -> int:
    """Writes the reviewed copy. Returns the exit status. Raises Misuse."""
    path, copy = one.paths(arguments, "review")
    draft, data = one.safely(path, lambda: _draft_and_copy(path, copy, arguments))
    write_copy(copy, data)
    count = len(draft.findings)
    found = counted(summarise([draft.verdict._replace(findings=draft.findings)])) or "nothing found"
    sys.stdout.write(f"{copy}: {found}{', each a comment' if count else ''}\n")
    for attached in draft.document.attachments:
        sys.stderr.write(f"{attached.path} is attached and not in the copy; save it and review it by itself\n")
    return 0


def _draft_and_copy(path: str, copy: str, arguments: Arguments) -> tuple[one.Draft, bytes]:
    draft = _without_own(one.draft_at(path, arguments), copy, arguments)
    return draft, _reviewed(draft)


def _without_own(draft: one.Draft, copy: str, arguments: Arguments) -> one.Draft:
    """A Word draft as it is without foilint's earlier comments. Raises Misuse where there can be no copy of it."""
    if draft.document.format != WORD:
        _see_the_suffix(copy, NEW)
        return draft
    letter = unpacked(draft.data)
    _see_the_suffix(copy, letter.suffix or os.path.splitext(draft.path)[1].lower())
    if letter.is_signed:
        raise Misuse(
            f"{draft.path} is digitally signed, and a comment would break the signature; review an unsigned copy"
        )
    data = without_own(draft.data)
    return draft if data == draft.data else one.judged(draft.path, data, draft.planned, asked.day(arguments))


def _reviewed(draft: one.Draft) -> bytes:
    comments = remarks(draft.verdict, draft.findings)
    if draft.document.format == WORD:
        return annotated(draft.data, draft.document, comments, _date())
    return retold(draft.document, comments, _date())


def _see_the_suffix(copy: str, suffix: str) -> None:
    if os.path.splitext(copy)[1].lower() != suffix:
        raise Misuse(
            f"{copy}: the copy is a Word file that Word opens as {suffix} only; give it a name ending in {suffix}"
        )


def _date() -> str:
    """The date of the comments as Word writes it: that of SOURCE_DATE_EPOCH, else always the same. Raises Misuse."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch:
        return NO_DATE
    from datetime import UTC, datetime  # only where a date is given

    try:
        return datetime.fromtimestamp(int(epoch), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except (ValueError, OverflowError, OSError):
        raise Misuse(f"SOURCE_DATE_EPOCH: {epoch!r} is no number of seconds since 1970") from None


COMMAND = Command(
    "review",
    "write a Word copy with each finding as a comment",
    "FILE -o COPY",
    one.OPTIONS,
    run,
    notes=NOTES,
    examples=(("foilint review letter.docx -o letter.reviewed.docx", "a copy to go through in Word"),),
)
