"""From words in a document to where they stand, for people; from complaints to findings, with lasting fingerprints."""

from collections.abc import Iterable

from foilint.document import Block, Document, Layer, Span
from foilint.finding import Complaint, Finding, Place, Severity

NOWHERE = Place(line=None, column=None, paragraph=None, heading=None, part="", excerpt="")
"""The notice as a whole."""

EXCERPT_LENGTH = 160

_PRIME = 2**64 - 59
"""Words as one great number, and what is left of it after division by a prime: names that fall together as seldom as
those of any digest, where nobody tries to make them, without hashlib, whose import costs a tenth of a cold check."""


def place(document: Document, span: Span, excerpt: str = "") -> Place:
    """Where a span stands: line and column or paragraph, the nearest heading at or above it, and its words.

    `excerpt` is quoted in place of the words where it is given.
    """
    block = document.blocks[span.block]
    line, column = block.line_and_column(span.start) or (None, None)
    end_line, end_column = _end(block, span)
    return Place(
        line=line,
        column=column,
        paragraph=block.paragraph,
        heading=_heading(document, span.block),
        part=_part(block),
        excerpt=shortened(excerpt or document.words(span)),
        path=block.path,
        end_line=end_line,
        end_column=end_column,
    )


def findings(
    document: Document, complaints: Iterable[tuple[str, Severity, Complaint]], seen: dict[str, int] | None = None
) -> tuple[Finding, ...]:
    """The findings that complaints of rules amount to, in the order of the document, the whole notice's last."""
    ordered = sorted(complaints, key=lambda said: said[2].span or (len(document.blocks), 0, 0))
    seen = {} if seen is None else seen
    return tuple(_finding(document, rule, severity, complaint, seen) for rule, severity, complaint in ordered)


def fingerprint(rule: str, exemption: str | None, words: str, seen: dict[str, int]) -> str:
    """A name for a finding that edits elsewhere in the notice leave alone: it rests on its words, not on their lines.

    `seen` counts findings equal in rule, exemption and words, and is added to: equals are told apart by their order.
    """
    key = "\x1f".join((rule, exemption or "", " ".join(words.split())))
    count = seen[key] = seen.get(key, 0) + 1
    number = int.from_bytes(f"{key}\x1f{count}".encode("utf-8", "replace"), "big")
    return f"{number % _PRIME:016x}"


def one_line(words: str) -> str:
    """Words on one line, without signs that command a terminal or break XML."""
    line = " ".join(words.split())
    return line if line.isprintable() else "".join(sign if sign.isprintable() else "\ufffd" for sign in line)


def shortened(words: str) -> str:
    """Words on one line, cut at a space where they are long."""
    line = one_line(words)
    if len(line) <= EXCERPT_LENGTH:
        return line
    return line[: EXCERPT_LENGTH - 1].rsplit(" ", 1)[0] + "…"


def _finding(document: Document, rule: str, severity: Severity, complaint: Complaint, seen: dict[str, int]) -> Finding:
    span = complaint.span
    where = place(document, span, complaint.excerpt) if span else NOWHERE._replace(excerpt=shortened(complaint.excerpt))
    words = complaint.excerpt or (document.words(span) if span else "")
    return Finding(
        rule=rule,
        severity=severity,
        exemption=complaint.exemption,
        message=one_line(complaint.message),
        place=where,
        fingerprint=fingerprint(rule, complaint.exemption, words, seen),
        span=span,
    )


def _end(block: Block, span: Span) -> tuple[int | None, int | None]:
    """The line and column behind the last sign of a span: that sign's own, and one on."""
    if span.end <= span.start:
        return block.line_and_column(span.start) or (None, None)
    line, column = block.line_and_column(span.end - 1) or (None, None)
    return line, None if column is None else column + 1


def _heading(document: Document, index: int) -> str | None:
    for at in range(index, -1, -1):
        block = document.blocks[at]
        if block.layer is Layer.BODY and (block.level or block.stands_out) and block.text:
            return shortened(block.text)
    return None


def _part(block: Block) -> str:
    cell = block.cell and f"table {block.cell.table}, row {block.cell.row}, column {block.cell.column}"
    return ", ".join(part for part in (block.name, cell) if part)
