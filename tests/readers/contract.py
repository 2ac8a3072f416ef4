"""The contract of document.Block, as questions asked of any reader's document."""

from itertools import pairwise

from foilint.document import Block, Document

UNSEEN = "\xad\xa0\u200b\ufeff\u2060\r\t"


def faults(document: Document) -> list[str]:
    """What a document has that the contract forbids, in words; nothing where it keeps to it."""
    found = [f"block {number}: {fault}" for number, block in enumerate(document.blocks) for fault in _of_block(block)]
    found += [
        f"mark {mark.text!r} lies at block {mark.block}, which is not there"
        for mark in document.marks
        if mark.block is not None and not 0 <= mark.block < len(document.blocks)
    ]
    return found + [fault for attached in document.attachments for fault in faults(attached)]


def _of_block(block: Block) -> list[str]:
    text = block.text
    found = []
    if not text or text != text.strip():
        found.append(f"its text has blank ends: {text!r}")
    if any(character in text for character in UNSEEN):
        found.append(f"its text holds what nobody sees: {text!r}")
    if not 0 <= block.level <= 9 or (block.level and block.stands_out):
        found.append(f"level {block.level}, stands out {block.stands_out}")
    if not 0 <= block.lead <= len(text):
        found.append(f"its lead {block.lead} is longer than its text")
    if block.cell and min(block.cell[:3]) < 1:
        found.append(f"its cell counts from 0: {block.cell}")
    if bool(block.marker) != bool(block.depth):
        found.append(f"marker {block.marker!r} at depth {block.depth}")
    offsets = [origin.offset for origin in block.origins]
    if offsets and (offsets[0] != 0 or offsets[-1] >= len(text) or any(a >= b for a, b in pairwise(offsets))):
        found.append(f"its origins are not in order: {offsets} of {len(text)}")
    if any(not 0 <= start < end <= len(text) for start, end in block.inserted):
        found.append(f"its insertions lie outside: {block.inserted}")
    return found


def misplaced(document: Document, source: str) -> list[tuple[int, int, str]]:
    """The places (line, column, words) at which the source does not hold the words that are said to stand there."""
    lines = source.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    wrong = []
    for block in document.blocks:
        ends = [*(origin.offset for origin in block.origins[1:]), len(block.text)]
        for origin, end in zip(block.origins, ends, strict=True):
            words = block.text[origin.offset : end].rstrip()
            if lines[origin.line - 1][origin.column - 1 :][: len(words)] != words:
                wrong.append((origin.line, origin.column, words))
    return wrong
