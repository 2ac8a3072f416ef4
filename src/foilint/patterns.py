"""The patterns that every check needs, compiled when foilint is built.

To load `re` and compile five patterns takes twice as long as to read a letter. A pattern is compiled to numbers, which
`_sre` matches; they are kept with the knowledge. `re` is only imported where they are absent, or are another version's.
"""

import _sre  # type: ignore[import-not-found] # nobody else describes it
import sys

from foilint import knowledge
from foilint.functional import cache
from foilint.values import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from re import Pattern

KEPT = "patterns"  # the name under which they are compiled

_SOURCES = {
    # One token: letters with an inner apostrophe, digits with letters attached ("22A"), the end of a sentence with what
    # closes it, or one sign. A hyphen between letters only joins them.
    "token": r"[a-z]+(?:'[a-z]+)*|\d+[a-z]*|[.!?]+[\"')\]]*(?=\s|\Z)|[^\sa-z\d-]|(?<![a-z])-|-(?![a-z])",
    # A sign that stands inside a word; not before a capital: there a sentence ends for want of a space.
    "inner stop": r"[.!?](?=[a-z\d])",
    "closing sign": r"[.!?][\"')\]]*(\s+)",
    "figure": r"\d",
    "number with a bracket": r"\d[a-z]*\s*\(",
}

_ENGINE = (sys.implementation.cache_tag, sys.byteorder, _sre.MAGIC, _sre.CODESIZE)
"""What can match the numbers."""


def pattern(name: str) -> "Pattern[str]":
    """One of the patterns, ready to search with."""
    source = _SOURCES[name]
    if source in _kept():
        made: Pattern[str] = _sre.compile(source, *_kept()[source])
        return made
    # As seldom as that: in a checkout that is edited, or under another Python.
    import re

    return re.compile(source)


@cache
def _kept() -> dict[str, tuple[Any, ...]]:
    kept = knowledge.compiled(KEPT)
    return kept["numbers"] if kept and kept["engine"] == _ENGINE else {}


def compile_patterns() -> dict[str, Any]:
    """What is kept: for each source what `re` calls `_sre.compile` with; nothing where Python does otherwise."""
    try:
        from re import _compiler, _parser  # type: ignore[attr-defined] # `re` keeps them to itself; only a build asks

        parsed = {source: _parser.parse(source) for source in _SOURCES.values()}
        numbers = {source: _arguments(each.state, _compiler._code(each, 0)) for source, each in parsed.items()}  # noqa: SLF001  see above
    except (ImportError, AttributeError, TypeError):
        numbers = {}
    return {"engine": _ENGINE, "numbers": numbers}


def _arguments(state: Any, code: list[int]) -> tuple[Any, ...]:
    """As `re._compiler.compile` puts them; none of our groups has a name."""
    return int(state.flags), list(map(int, code)), state.groups - 1, {}, (None,) * state.groups
