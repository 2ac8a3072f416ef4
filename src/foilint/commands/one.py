"""What commands that write a copy of one draft have in common: their options, and the draft as read and judged."""

import os
from collections.abc import Callable
from typing import TypeVar

from foilint.commands import asked
from foilint.commands.asked import day
from foilint.copies import see_that_it_may_be_written
from foilint.document import Document, Unreadable
from foilint.finding import Finding
from foilint.lint import check_document, fault, file_bytes, judge, together
from foilint.misuse import Misuse
from foilint.options import Arguments, Option
from foilint.plan import Planned, plan
from foilint.readers import read
from foilint.report import Verdict
from foilint.standing import Run, let_stand
from foilint.values import NamedTuple

OUTPUT = Option(("--output", "-o"), "COPY", "the file to write; never the draft itself")
FORCE = Option(("--force",), "", "write over COPY if it exists")
WORD = (".docx", ".docm", ".dotx", ".dotm")
_OF_MANY = {"--together", "--stdin-filename", "--jobs"}
OPTIONS = (OUTPUT, FORCE, asked.TODAY, *(option for option in asked.OPTIONS if option.name not in _OF_MANY))


Worked = TypeVar("Worked")


class Draft(NamedTuple):
    """One file with the verdict on the notice that it is, or is part of."""

    path: str
    data: bytes
    document: Document
    planned: Planned
    verdict: Verdict
    findings: tuple[Finding, ...]  # those that concern this file; their spans count its own blocks


def paths(arguments: Arguments, command: str) -> tuple[str, str]:
    """The draft and its copy. Raises Misuse where either is not named, or the copy may not be written."""
    if len(arguments.operands) != 1:
        raise Misuse(f"{command}: name one draft, as in foilint {command} letter.docx -o copy.docx")
    draft, copy = arguments.operands[0], arguments.last("--output")
    if not copy:
        stem, suffix = os.path.splitext(draft)
        like = suffix if command != "review" or suffix.lower() in WORD else WORD[0]
        raise Misuse(f"{command}: say what the copy is called, as in -o {stem}.{command}ed{like}")
    see_that_it_may_be_written(copy, arguments.has("--force"), draft)
    return draft, copy


def draft_at(path: str, arguments: Arguments) -> Draft:
    """The draft in a file, judged as `foilint check` judges it. Raises Misuse where it cannot be read or checked."""
    if os.path.isdir(path):
        raise Misuse(f"{path} is a folder; name one draft")
    (planned,) = plan((path,), asked.wishes_of(arguments))
    return judged(path, file_of(path), planned, day(arguments))


def judged(path: str, data: bytes, planned: Planned, today: str) -> Draft:
    """The draft that bytes hold, as if they stood in that file. Raises Misuse."""
    documents = [read_as(each, data if _same(each, path) else file_of(each)) for each in planned.unit.paths]
    if planned.unit.joined:
        verdict = judge(together(documents), planned.unit.terms)
    else:
        verdict = check_document(documents[0], planned.unit.terms)[0]
    (verdict,) = let_stand([(planned, (verdict,))], Run(today, folders=(), every_rule=False))
    number = next(at for at, each in enumerate(planned.unit.paths) if _same(each, path))
    before = sum(_blocks(document) for document in documents[:number])
    return Draft(
        path, data, documents[number], planned, verdict, _own(verdict, planned.unit.paths[number], number, before)
    )


def file_of(path: str) -> bytes:
    """The bytes of a file. Raises Misuse."""
    try:
        return file_bytes(path)
    except Unreadable as error:
        raise unusable(path, error) from None


def read_as(path: str, data: bytes) -> Document:
    """The document that bytes hold, under that path. Raises Misuse."""
    try:
        return read(data, path)
    except Unreadable as error:
        raise unusable(path, error) from None


def safely(path: str, work: Callable[[], Worked]) -> Worked:
    """What comes of work on a draft. Raises Misuse, one line, whatever goes wrong: a fault of foilint's own too."""
    try:
        return work()
    except Misuse:
        raise
    except Unreadable as error:
        raise unusable(path, error) from None
    except Exception as error:  # noqa: BLE001  a traceback is of no use to an officer
        raise unusable(path, fault(error)) from None


def unusable(path: str, error: Unreadable) -> Misuse:
    """What is wrong with a file, in one line."""
    return Misuse(f"{path}: {error.cause}; {error.advice}")


def _own(verdict: Verdict, path: str, number: int, before: int) -> tuple[Finding, ...]:
    """The findings on one file of a notice: those in its blocks, and in the first file those on the whole notice."""
    own = [each for each in verdict.findings if each.place.path == (path if number else "")]
    moved = (each.span._replace(block=each.span.block - before) if each.span else None for each in own)
    return tuple(each._replace(span=span) for each, span in zip(own, moved, strict=True))


def _blocks(document: Document) -> int:
    return len(document.blocks) + sum(map(_blocks, document.attachments))


def _same(one: str, other: str) -> bool:
    return os.path.normpath(one) == os.path.normpath(other)
