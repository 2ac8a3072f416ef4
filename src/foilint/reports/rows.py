"""Explanations as rows: a label in the margin, and words broken to the width behind it."""

from collections.abc import Iterable, Iterator

from foilint.reports.look import Look
from foilint.reports.paint import BOLD, DIM, linked, painted
from foilint.reports.wrapping import wrapped
from foilint.values import NamedTuple

MARGIN = 16
"""Cells for a label and the gap behind it."""


class Row(NamedTuple):
    """A label and its words; without words a title, without a label more words of the row before."""

    label: str
    words: str = ""


def drawn(rows: Iterable[Row], look: Look) -> Iterator[str]:
    """The rows in pieces. An address opens where the terminal can."""
    for row in rows:
        if not row.words:
            yield f"{painted(row.label, look, BOLD)}\n"
            continue
        for number, line in enumerate(_lines(row.words, look)):
            label = "" if number else row.label
            yield f"  {painted(label, look, DIM)}{' ' * (MARGIN - 2 - len(label))}{line}\n"


def _lines(words: str, look: Look) -> Iterator[str]:
    """An address stands whole on its line, however narrow that is."""
    if words.startswith("https://"):
        yield linked(words, words, look)
    else:
        yield from wrapped(words, look.width - MARGIN)
