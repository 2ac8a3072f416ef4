"""Each trap of Word is read as it is printed, and what would leak is said."""

import pytest
from word_traps import TRAPS

from foilint.document import Document, MarkKind
from foilint.readers.word import read_word


def printed(document: Document) -> str:
    """What the blocks of a document show, numbers of lists included."""
    return "\n".join(f"{block.marker} {block.text}".strip() for block in document.blocks)


@pytest.mark.parametrize("trap", TRAPS, ids=lambda trap: trap.name)
def test_a_trap_is_read_as_it_is_printed(trap):
    document = read_word(trap.data, "trap.docx")
    text = printed(document)
    assert {word: text.count(word) for word in trap.right} == trap.right
    marks = tuple(mark.kind for mark in document.marks if mark.kind is not MarkKind.METADATA)
    assert marks == trap.marks
