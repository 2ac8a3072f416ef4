"""foilint show: a notice as understood, or the document as read."""

import sys

from foilint.commands import asked
from foilint.delivery import look
from foilint.document import Unreadable
from foilint.lint import file_bytes
from foilint.misuse import Misuse
from foilint.options import Arguments, Command, Option
from foilint.readers import read
from foilint.reports.outline import outline
from foilint.reports.reading import reading

UNREAD = 2
NOTES = """Line numbers count lines of the file; in Word and OpenDocument, paragraphs. With --text, a file that cannot
be read is said to be so in place of its text, and the exit status is 0 nevertheless: git ends a
whole diff where one conversion fails."""


def run(arguments: Arguments) -> int:
    """Shows what the arguments name; returns the exit status. Raises Misuse."""
    if not arguments.operands:
        raise Misuse("show: name a draft, as in foilint show letter.docx")
    if arguments.has("--text"):
        for path in arguments.operands:
            _say(path, arguments)
        return 0
    seen = look(quiet=False, statistics=False)
    verdicts = [verdict for _, each in asked.judged(arguments, ("terminal",)) for verdict in each]
    for number, verdict in enumerate(verdicts):
        sys.stdout.write("\n" if number else "")
        sys.stdout.writelines(outline(verdict, seen))
    return UNREAD if any(verdict.unread for verdict in verdicts) else 0


def _say(path: str, arguments: Arguments) -> None:
    """The text of a draft, or why there is none."""
    try:
        if path == asked.STDIN:
            document = read(sys.stdin.buffer.read(), arguments.last("--stdin-filename") or "<stdin>")
        else:
            document = read(file_bytes(path), path)
    except Unreadable as error:
        sys.stdout.write(f"[cannot be read: {error.cause}; {error.advice}]\n")
        return
    sys.stdout.writelines(reading(document))


SHOWN = {"--template", "--regime", "--kind", "--together", "--stdin-filename", "--settings"}
COMMAND = Command(
    "show",
    "show a notice as it was understood, or its text",
    "FILE ...",
    (
        Option(("--text",), "", "the document as it is read, the same for the same words: git can compare it"),
        *(option for option in asked.OPTIONS if option.name in SHOWN),
    ),
    run,
    notes=NOTES,
    examples=(
        ("foilint show letter.docx", "why does it think that?"),
        ("foilint show --together letter.docx annex.docx", "a letter and its annex as one notice"),
        ('git config diff.foilint.textconv "foilint show --text"', "let git compare Word drafts (see README)"),
    ),
)
