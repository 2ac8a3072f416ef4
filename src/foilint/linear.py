"""Patterns that a house writes, matched in linear time: no pattern can make a check slow."""

from foilint.functional import cache
from foilint.values import Any

STRAIGHT = str.maketrans("‘’‚‛“”„‟\u00a0\u2009\u202f\n\t", "''''\"\"\"\"     ")
"""Curly quotes as typed ones, every space as the plain one: sign for sign, so that offsets stay true."""


def plain(text: str) -> str:
    """A text with typed quotes and plain spaces, sign for sign."""
    return text.translate(STRAIGHT)


def first(pattern: str, text: str) -> tuple[int, int] | None:
    """Where a pattern first matches a text, case, kind of quotes and of spaces ignored; None where it does not."""
    found = _compiled(pattern).search(plain(text))
    return found and (found.start(), found.end())


def pattern_fault(pattern: str) -> str:
    """What is wrong with a pattern, for its author; "" where it is sound."""
    # Only houses with rules of their own need it.
    import re2

    try:
        _compiled(pattern)
    except re2.error as error:
        told = error.args[0]
        return told.decode("utf-8", "replace") if isinstance(told, bytes) else str(told)
    return ""


@cache
def _compiled(pattern: str) -> Any:
    import re2  # as in pattern_fault

    options = re2.Options()
    options.case_sensitive = False
    options.log_errors = False
    options.max_mem = 8 << 20
    return re2.compile(plain(pattern), options)
