"""The notices of fixtures/argued, each with what it relies on and which of its pieces argues which part.

They are simple Markdown (see pieces.py). What stands in NAME.md.yaml is the officer's own reading of NAME.md.
"""

from pathlib import Path
from typing import NamedTuple

import yaml

from pieces import Pieces, below, find, parse

ARGUED = Path(__file__).parents[1] / "fixtures" / "argued"
MISSED = {
    "harm": "missing-harm",
    "factors-for": "missing-factors-for",
    "factors-against": "missing-factors-against",
    "balance": "missing-balance",
    "disclaimer": "missing-disclaimer",
}


class Part(NamedTuple):
    """A piece that argues one part, for some exemptions."""

    part: str
    at: str
    of: tuple[str, ...] = ()

    @property
    def missed(self):
        """What is said where nothing else argues it: the rules, each with the exemption."""
        return {(MISSED[self.part], exemption) for exemption in self.of or (None,)}


class Argued(NamedTuple):
    """A notice with what stands beside it."""

    name: str
    pieces: Pieces
    facts: dict
    parts: tuple[Part, ...]

    def own(self, part):
        """The pieces of a part below the one that introduces it, but for those that are another part by themselves."""
        others = {find(self.pieces, each.at) for each in self.parts if each is not part}
        return set(below(self.pieces, find(self.pieces, part.at))) - others


def argued(path):
    facts = yaml.safe_load(path.with_name(path.name + ".yaml").read_text("utf-8"))
    parts = tuple(Part(each["part"], each["at"], tuple(each.get("of", ()))) for each in facts["parts"])
    return Argued(path.stem, parse(path.read_text("utf-8")), facts, parts)


NOTICES = tuple(argued(path) for path in sorted(ARGUED.glob("*.md")))
