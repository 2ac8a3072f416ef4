"""What the one who reads a report has."""

from foilint.values import NamedTuple


class Look(NamedTuple):
    """A terminal: whether it shows colours, opens links, how wide it is; a wish for findings alone, one for numbers."""

    colours: bool = False
    quiet: bool = False
    statistics: bool = False
    width: int = 80
    links: bool = False


PLAIN = Look()
"""A file or a pipe."""
