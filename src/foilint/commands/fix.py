"""foilint fix: a copy of a draft with the fixed wording that it owes and does not have."""

import os
import sys
from collections.abc import Iterator

from foilint.commands import asked, one
from foilint.copies import write_copy
from foilint.document import Document
from foilint.mending.insertions import ANSWERS, WORDING, Insertion, insertions
from foilint.misuse import Misuse
from foilint.options import Arguments, Command
from foilint.recognise import recognise
from foilint.report import summarise
from foilint.reports.text import counted

MENDED = frozenset((*ANSWERS, WORDING))
FORMATS = ("docx", "markdown", "text")
NOTES = """Put in are the disclaimer, the review and Commissioner routes, the name of the Act, and what the house has
approved word for word: each only where a rule says that it is owed and absent. Nothing is argued, changed or taken out,
and no copy is written that would have a finding which the draft has not. What was put in is shown as a diff.

Exit status: 0 the copy is written, or nothing was to be put in; 2 it could not be."""


def run(arguments: Arguments) -> int:
    """Writes the mended copy. Returns the exit status. Raises Misuse."""
    path, copy = one.paths(arguments, "fix")
    draft = one.safely(path, lambda: one.draft_at(path, arguments))
    _see_that_it_can_be_mended(draft, copy)
    rules = frozenset(each.rule for each in draft.findings) & MENDED
    if not rules:
        sys.stdout.write(f"{path}: no fixed wording is owed and absent; nothing was written\n")
        return 0
    put_in, mended = one.safely(path, lambda: _with_fixed_wording(draft, rules, asked.day(arguments)))
    write_copy(copy, mended.data)
    sys.stdout.writelines(_diff(draft.document, mended.document, path, copy))
    left = counted(summarise([mended.verdict])) or "nothing"
    sys.stdout.write(f"{copy}: put in for {', '.join(each.rule for each in put_in)}; left to mend: {left}\n")
    return 0


def _with_fixed_wording(draft: one.Draft, rules: frozenset[str], today: str) -> tuple[tuple[Insertion, ...], one.Draft]:
    """What answers those rules, and the draft with it put in. Raises Misuse."""
    terms = draft.planned.unit.terms
    notice = recognise(draft.document, terms.law, kind=terms.kind, template=terms.template)
    put_in = insertions(notice, terms.template, rules)
    mended = _mended(draft, put_in, today)
    _see_that_nothing_is_new(draft, mended, put_in)
    return put_in, mended


def _see_that_it_can_be_mended(draft: one.Draft, copy: str) -> None:
    """Raises Misuse where there can be no such copy of the draft."""
    suffix = os.path.splitext(draft.path)[1].lower()
    if draft.document.format not in FORMATS:
        raise Misuse(f"{draft.path}: fix puts words into Word, Markdown and plain text; save the draft as one of these")
    if os.path.splitext(copy)[1].lower() != suffix:
        raise Misuse(f"{copy}: a copy of a {suffix or 'nameless'} file is one too; give it a name ending in {suffix}")
    if draft.document.format == "docx":
        from foilint.word.parts import unpacked  # needs lxml and zipfile

        if unpacked(draft.data).is_signed:
            raise Misuse(
                f"{draft.path} is digitally signed, and any change breaks the signature; mend an unsigned copy"
            )


def _mended(draft: one.Draft, put_in: tuple[Insertion, ...], today: str) -> one.Draft:
    """The draft with paragraphs put in, reading as it did but for them. Raises Misuse where it cannot be had."""
    texts = [block.text.split() for block in draft.document.blocks]
    for each in reversed(put_in):
        texts.insert(each.before, each.text.split())
    for data in _with(put_in, draft):
        document = one.read_as(draft.path, data)
        if [block.text.split() for block in document.blocks] == texts:
            return one.judged(draft.path, data, draft.planned, today)
    raise Misuse(f"{draft.path}: with the fixed wording it would not read as it does; put it in by hand")


def _with(put_in: tuple[Insertion, ...], draft: one.Draft) -> Iterator[bytes]:
    """Ways to put paragraphs into a file, the best first."""
    if draft.document.format == "docx":
        from foilint.word.inserted import with_paragraphs  # needs lxml and zipfile

        yield with_paragraphs(draft.data, draft.document, [(each.before, each.text) for each in put_in])
    else:
        from foilint.mending.lines import with_lines  # needs textwrap

        yield from with_lines(draft.data, draft.document, put_in)


def _see_that_nothing_is_new(draft: one.Draft, mended: one.Draft, put_in: tuple[Insertion, ...]) -> None:
    """Raises Misuse where the copy has a finding that the draft has not, or one that was to go."""
    before = {each.fingerprint for each in draft.verdict.findings}
    answered = {each.rule for each in put_in}
    for finding in mended.verdict.findings:
        if finding.fingerprint not in before:
            raise Misuse(f"{draft.path}: the fixed wording would bring {finding.rule}: {finding.message}")
        if finding.rule in answered:
            raise Misuse(f"{draft.path}: the fixed wording would not answer {finding.rule}: {finding.message}")


def _diff(before: Document, after: Document, path: str, copy: str) -> Iterator[str]:
    from difflib import unified_diff  # dear to import

    old, new = (
        [line for block in document.blocks for line in (block.text.replace("\n", " "), "")]
        for document in (before, after)
    )
    for line in unified_diff(old, new, path, copy, n=2, lineterm=""):
        yield f"{line}\n"


COMMAND = Command(
    "fix",
    "put in the fixed wording that is owed and absent",
    "FILE -o COPY",
    one.OPTIONS,
    run,
    notes=NOTES,
    examples=(("foilint fix letter.docx -o letter.fixed.docx", "a copy with the review rights, say, put in"),),
)
