"""Letters and their annexes, paired by name as the settings say, so that they are checked as one notice."""

from collections.abc import Iterable

from foilint.globs import WILD, name_matches
from foilint.settings import Pairing


def groups(names: Iterable[str], pairings: Iterable[Pairing]) -> dict[str, tuple[str, ...]]:
    """For the names of the files in one folder: which belong together, the letter first, under the name of each."""
    ordered = sorted(names)
    found: dict[str, tuple[str, ...]] = {}
    for pairing in pairings:
        for letter in ordered:
            annexes = tuple(name for name in ordered if name != letter and _belongs(name, letter, pairing))
            if annexes:
                found.update(dict.fromkeys((letter, *annexes), (letter, *annexes)))
    return found


def _belongs(annex: str, letter: str, pairing: Pairing) -> bool:
    before, _, after = pairing.letter.partition("*")
    if not name_matches(pairing.letter, letter):
        return False
    shared = letter[len(before) : len(letter) - len(after)]
    literal = "".join(f"\\{sign}" if sign in f"{WILD}\\" else sign for sign in shared)
    return name_matches(pairing.annex.replace("*", literal, 1), annex)
