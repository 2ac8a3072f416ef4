"""What people get wrong in a command line or a file of settings, said in one line each."""

from collections.abc import Iterable


class Misuse(Exception):
    """A command line, a settings file or an output that cannot be used: one line for people, exit status 2."""


def nearest(word: str, known: Iterable[str]) -> str:
    """The words "; did you mean …?" with what is spelled most alike, or nothing where nothing is."""
    # Only a mistake needs it, and it is dear to import.
    from difflib import get_close_matches

    alike = get_close_matches(word, list(known), n=1)
    return f"; did you mean {alike[0]}?" if alike else ""
