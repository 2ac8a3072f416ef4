"""What the one who reads a report has."""

from typing import NamedTuple


class Look(NamedTuple):
    """A terminal that shows colours, a wish for findings alone, a wish for numbers."""

    colours: bool = False
    quiet: bool = False
    statistics: bool = False


PLAIN = Look()
"""A file or a pipe."""
