"""One draft through the pipeline: bytes are read, recognised and checked, and a verdict comes out."""

import os.path
from collections.abc import Callable, Iterable, Iterator

from foilint.document import Document, Unreadable
from foilint.finding import Complaint, Finding, Severity
from foilint.functional import partial
from foilint.law import Law
from foilint.notice import Kind, Notice
from foilint.places import NOWHERE, findings, fingerprint, place
from foilint.readers import SUFFIXES, read
from foilint.recognise import recognise
from foilint.report import Evidence, Reliance, Status, Verdict
from foilint.rules import RULES
from foilint.rules.rule import Rule
from foilint.selection import Active
from foilint.template import STATUTE, Template
from foilint.transcript import transcribe
from foilint.values import NamedTuple

UNREADABLE = "unreadable"
NOT_A_NOTICE = "not-a-notice"

SPEAK_OF_ANY_DOCUMENT = ("document", "file")
"""The families of rules that speak of a file though it does not read as a notice."""

LARGEST = 100_000_000  # bytes; a letter with its pictures stays far below
USUAL = 1 << 16  # bytes; room for more is made only where a file is longer, for that costs as much as to parse it


class Terms(NamedTuple):
    """On what terms a draft is checked. No `law`: the text tells; no `kind`: likewise."""

    active: Active
    template: Template = STATUTE
    law: Law | None = None
    kind: Kind | None = None
    transcribed: bool = False  # whether a verdict holds what the draft says, for reports that show it


class Unit(NamedTuple):
    """What is checked at once, and on what terms: a draft, or with `joined` a letter and its annexes as one notice."""

    paths: tuple[str, ...]
    terms: Terms
    joined: bool = False


def check_unit(unit: Unit) -> tuple[Verdict, ...]:
    """The verdict on each draft of a unit: one for the files that were read as one notice, one for each that was not.

    Never raises: what cannot be read, and what foilint itself fails on, is a verdict too: no file hides another.
    """
    return _safely(unit.paths[0], partial(_check_unit, unit))


def check_bytes(data: bytes, path: str, terms: Terms) -> tuple[Verdict, ...]:
    """The verdict on a draft held in memory, and on each draft attached to it; `path` is what it is called.

    Never raises, as `check_unit`.
    """
    return _safely(path, lambda: check_document(read(data, path), terms))


def check_document(document: Document, terms: Terms) -> tuple[Verdict, ...]:
    """The verdict on a draft and on each draft attached to it.

    An e-mail that only carries drafts is no notice, and need not be one.
    """
    attached = tuple(verdict for each in document.attachments for verdict in check_document(each, terms))
    own = judge(document, terms)
    if own.status is Status.NOT_A_NOTICE and any(verdict.status is Status.CHECKED for verdict in attached):
        own = own._replace(findings=tuple(each for each in own.findings if each.rule != NOT_A_NOTICE))
    return (own, *attached)


def judge(document: Document, terms: Terms) -> Verdict:
    """The verdict on one document, as one notice."""
    notice = recognise(document, terms.law, template=terms.template, kind=terms.kind)
    reads_as_none = any(True for rule in RULES if rule.name == NOT_A_NOTICE for _ in rule.check(notice))
    asked = [each for each in terms.active if not reads_as_none or each[0].family in SPEAK_OF_ANY_DOCUMENT]
    found = findings(document, _complaints(notice, asked))
    transcript = transcribe(notice) if terms.transcribed else None
    if reads_as_none:
        return Verdict(
            document.path,
            Status.NOT_A_NOTICE,
            found,
            provisional=document.provisional,
            transcript=transcript,
        )
    return Verdict(
        path=document.path,
        status=Status.CHECKED,
        findings=found,
        regime=notice.law.reported_as,
        kind=notice.kind,
        response=notice.response,
        engagements=_reliances(notice),
        disclaimer=notice.disclaimer,
        provisional=document.provisional,
        transcript=transcript,
    )


def unreadable(path: str, error: Unreadable) -> Verdict:
    """The verdict on a file that cannot be read: its cause and what to do about it, as a finding."""
    finding = Finding(
        rule=UNREADABLE,
        severity=Severity.ERROR,
        exemption=None,
        message=f"cannot be read: {error.cause}; {error.advice}",
        place=NOWHERE,
        fingerprint=fingerprint(UNREADABLE, None, error.cause, {}),
    )
    return Verdict(path=path, status=Status.UNREADABLE, findings=(finding,))


def together(documents: list[Document]) -> Document:
    """A letter and its annexes as one document, known by the letter's path; each block remembers its own file.

    What is attached to an e-mail follows it.
    """
    letter, *annexes = (each for document in documents for each in (document, *document.attachments))
    blocks, marks = list(letter.blocks), list(letter.marks)
    for annex in annexes:
        shift = len(blocks)
        blocks.extend(block._replace(path=annex.path) for block in annex.blocks)
        marks.extend(mark._replace(block=None if mark.block is None else mark.block + shift) for mark in annex.marks)
    provisional = "; ".join(dict.fromkeys(each.provisional for each in documents if each.provisional))
    return letter._replace(blocks=tuple(blocks), marks=tuple(marks), provisional=provisional, attachments=())


def file_bytes(path: str) -> bytes:
    """What a file holds. Raises Unreadable, with cause and advice, where it is not there, no file, or too large."""
    try:
        with open(path, "rb") as file:
            data = file.read(USUAL)
            if len(data) == USUAL:
                data += file.read(LARGEST + 1 - USUAL)
    except FileNotFoundError:
        raise Unreadable("there is no such file", "check the spelling of its path") from None
    except OSError as error:
        if os.path.isdir(path):
            known = ", ".join(SUFFIXES)
            raise Unreadable("it is a folder without drafts", f"name one that holds files ending in {known}") from None
        cause = (error.strerror or str(error)).lower()
        raise Unreadable(f"the system says: {cause}", "see that it is a file and that you may read it") from None
    if len(data) > LARGEST:
        raise Unreadable("it is larger than any letter", "check the draft alone, without what it encloses")
    return data


def fault(error: BaseException) -> Unreadable:
    """What to say of a draft on which foilint itself failed."""
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    where = f"{os.path.basename(trace.tb_frame.f_code.co_filename)}, line {trace.tb_lineno}" if trace else "unknown"
    cause = f"foilint failed on it ({type(error).__name__} at {where})"
    return Unreadable(cause, "please report it, with a file that shows it if you may share one")


def _safely(path: str, judge: Callable[[], tuple[Verdict, ...]]) -> tuple[Verdict, ...]:
    try:
        return judge()
    except Unreadable as error:
        return (unreadable(path, error),)
    except Exception as error:  # noqa: BLE001  a fault of ours must not cost the other files' findings
        return (unreadable(path, fault(error)),)


def _check_unit(unit: Unit) -> tuple[Verdict, ...]:
    documents: list[Document] = []
    refused: list[Verdict] = []
    for path in unit.paths:
        try:
            documents.append(read(file_bytes(path), path))
        except Unreadable as error:
            refused.append(unreadable(path, error))
    if unit.joined and documents:
        return (judge(together(documents), unit.terms), *refused)
    return (*(verdict for document in documents for verdict in check_document(document, unit.terms)), *refused)


def _complaints(notice: Notice, active: Iterable[tuple[Rule, Severity]]) -> Iterator[tuple[str, Severity, Complaint]]:
    for rule, severity in active:
        for complaint in rule.check(notice):
            yield rule.name, severity, complaint


def _reliances(notice: Notice) -> tuple[Reliance, ...]:
    return tuple(
        Reliance(
            exemption=engagement.exemption.number,
            title=engagement.exemption.title,
            provisions=engagement.provisions,
            unit=notice.law.unit,
            parts=engagement.parts,
            evidence=tuple(Evidence(part, place(notice.document, span), span) for part, span in engagement.evidence),
            source=engagement.exemption.source,
        )
        for engagement in notice.engagements
    )
