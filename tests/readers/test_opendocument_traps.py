"""Each trap of OpenDocument is read as it is printed, and what would leak is said."""

import pytest
from opendocument_traps import TRAPS
from test_word_traps import printed

from foilint.document import MarkKind
from foilint.readers.opendocument import read_opendocument


@pytest.mark.parametrize("trap", TRAPS, ids=lambda trap: trap.name)
def test_a_trap_is_read_as_it_is_printed(trap):
    document = read_opendocument(trap.data, "trap.odt")
    text = printed(document)
    assert {word: text.count(word) for word in trap.right} == trap.right
    marks = tuple(mark.kind for mark in document.marks if mark.kind is not MarkKind.METADATA)
    assert marks == trap.marks
