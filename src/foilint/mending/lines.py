"""Paragraphs put into a text or Markdown file, which keeps its encoding, its line ends, its width and every word."""

import re
import textwrap
from collections.abc import Iterator, Sequence

from foilint.document import Document, Unreadable
from foilint.mending.insertions import Insertion

ROW = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
WIDEST, NARROWEST = 120, 60  # a text with longer lines has its paragraphs on one line each
NEVER = 0
MARKS = ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))


def with_lines(data: bytes, document: Document, insertions: Sequence[Insertion]) -> Iterator[bytes]:
    """The file with paragraphs put in: wrapped as its own lines are, then in one line each, for a reader that needs it.

    Raises Unreadable where it is in an encoding that cannot be written.
    """
    encoding = _encoding(data)
    rows = ROW.findall(data.decode(encoding))
    width = max((len(row.rstrip()) for row in rows), default=0)
    widths = (NEVER,) if width > WIDEST else (max(width, NARROWEST), NEVER)
    for each in widths:
        yield "".join(_rows(list(rows), document, insertions, each)).encode(encoding)


def _rows(rows: list[str], document: Document, insertions: Sequence[Insertion], width: int) -> list[str]:
    ends = [row[len(row.rstrip("\r\n")) :] for row in rows if row.endswith(("\r", "\n"))]
    end = max(set(ends), key=ends.count) if ends else "\n"
    last = len(rows)
    for insertion in reversed(insertions):
        own = [insertion.text] if width == NEVER else textwrap.wrap(insertion.text, width)
        _put(rows, _row(document, insertion.before, last), own, end)
    return rows


def _put(rows: list[str], at: int, own: Sequence[str], end: str) -> None:
    """Put lines in before the row with that number, with a blank line on either side."""
    if at == len(rows) and rows and not rows[-1].endswith(("\r", "\n")):
        rows[-1] += end
    before = [""] if at and rows[at - 1].strip() else []
    after = [""] if at < len(rows) and rows[at].strip() else []
    rows[at:at] = [line + end for line in (*before, *own, *after)]


def _row(document: Document, before: int, last: int) -> int:
    """The number, from 0, of the row before which a paragraph goes in."""
    if before < len(document.blocks):
        place = document.blocks[before].line_and_column(0)
        if place:
            return place[0] - 1
    return last


def _encoding(data: bytes) -> str:
    for mark, name in MARKS:
        if data.startswith(mark):
            return name
    for name in ("utf-8", "cp1252"):
        try:
            if b"\0" not in data and data.decode(name).encode(name) == data:
                return name
        except UnicodeDecodeError:
            continue
    raise Unreadable("it is in an encoding that cannot be written back", "save it as UTF-8 first")
