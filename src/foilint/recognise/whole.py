"""The notice as a whole: what all its words together say, where no one sentence may say it outright.

What a notice does can be told in any words, but hardly in any way without certain ideas: time that is still needed, a
date, a decision to come. The table has learned from labelled notices which ideas tell (docs/decisions/0033).
"""

from collections.abc import Sequence

from foilint.notice import Region
from foilint.recognise.clues import stem
from foilint.recognise.learned import tellings
from foilint.recognise.lexicon import Lexicon
from foilint.recognise.words import Line

NO_NOTICE = 0.35  # how probably a file is no notice, not to be read as one
SHORTEST = 3  # letters of a word that tells


def surely(kind: str, said: Sequence[str]) -> float:
    """How probably a notice "extends" the time for the public interest test, or "lacks-review", the way to have the
    decision looked at again, by its `signs`.
    """
    return tellings("notices").surely(kind, said)


def is_no_notice(said: Sequence[str], lines: Sequence[Line]) -> bool:
    """Whether a file is probably no answer to a request, by its `signs` and its words: a manual, minutes, a request.

    Such a file may speak of exemptions on every line, and relies on none.
    """
    return tellings("files").surely("no-notice", (*said, *words(lines))) > NO_NOTICE


def words(lines: Sequence[Line]) -> tuple[str, ...]:
    """The stems of all words of a file: "=agenda"."""
    tokens = frozenset(token for line in lines for token in line.tokens if len(token) >= SHORTEST and token.isalpha())
    return tuple(f"={each}" for each in {stem(token) for token in tokens})


def signs(lines: Sequence[Line], regions: Sequence[Region], lexicon: Lexicon) -> tuple[str, ...]:
    """What the table knows a notice by: the ideas in each of its regions."""
    masks: dict[Region, int] = {}
    for line, region in zip(lines, regions, strict=True):
        masks[region] = masks.get(region, 0) | line.mask
    return tuple(f"{region}:{idea}" for region, mask in masks.items() for idea in lexicon.named(mask))
