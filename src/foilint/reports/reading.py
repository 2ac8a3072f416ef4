"""A document as foilint reads it, as plain text: the same for the same words, whatever the format and however saved.

Each block is a group of lines, a sentence or a line break to a line, with a blank line behind it, and so is each row of
a table. Nothing is numbered that the letter does not number: a diff of two versions shows what changed and no more.
"""

import re
from collections.abc import Iterator
from itertools import groupby

from foilint.document import Block, Document, Layer, Mark, MarkKind
from foilint.places import one_line
from foilint.reports.wrapping import unwrapped

BETWEEN_SENTENCES = re.compile(r"(?<=[.!?;:]) +(?=[A-Z“‘\"'(])")
PASSING = frozenset((MarkKind.METADATA,))
"""Marks that change with every saving."""


def reading(document: Document, without: frozenset[MarkKind] = PASSING) -> Iterator[str]:
    """The text in pieces: blocks, then what stands beside the text (comments, deletions ...), then attached drafts.

    `without` says which kinds of marks are left out.
    """
    for _, row in groupby(document.blocks, _row):
        lines = [line for block in row for line in _lines(block)]
        if lines:
            yield "".join(f"{line}\n" for line in lines) + "\n"
    beside = [_mark(mark) for mark in document.marks if mark.kind not in without]
    if beside:
        yield "--- beside the text ---\n" + "".join(f"{line}\n" for line in beside) + "\n"
    for attached in document.attachments:
        yield f"=== attached: {one_line(attached.path)} ===\n\n"
        yield from reading(attached, without)


def _row(block: Block) -> object:
    """What holds the blocks of one row of a table together, and sets every other block apart."""
    return (block.path, block.cell.table, block.cell.row) if block.cell else id(block)


def _lines(block: Block) -> Iterator[str]:
    opening = _opening(block)
    hanging = " " * (2 * max(block.depth - 1, 0))
    for number, line in enumerate(_sentences(block.text)):
        yield f"{hanging}{line if number else opening + line}"


def _sentences(text: str) -> Iterator[str]:
    for line in unwrapped(text).split("\n"):
        for sentence in BETWEEN_SENTENCES.split(line.strip()):
            if sentence:
                yield one_line(sentence)


def _opening(block: Block) -> str:
    """What tells a block's place and rank: "[footnote 2]", "|" for a cell, "##" for a heading, "(a)"."""
    off = block.name or ("" if block.layer is Layer.BODY else str(block.layer))
    place = ", ".join(filter(None, (block.path, off)))
    signs = (f"[{one_line(place)}]" if place else "", "|" if block.cell else "", "#" * block.level, block.marker)
    return "".join(f"{sign} " for sign in signs if sign)


def _mark(mark: Mark) -> str:
    note = f" ({mark.note})" if mark.note else ""
    return one_line(f"{mark.kind}{note}: {mark.text}")
