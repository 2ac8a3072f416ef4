"""Settings: .foilint.yaml, the nearest one at or above a draft.

Who decides, the later over the earlier:

1. the rule's own severity and the statute;
2. the template: the one named by --template, else by `overrides`, else by `template`, else none;
3. `rules` in the settings;
4. `rules` of each entry of `overrides` whose patterns match the draft, in their order;
5. --select and --ignore on the command line, of which --ignore wins.

--regime and --kind on the command line stand above `kind` in `overrides`, and that above what the text itself tells.
"""

import os

from foilint.finding import Finding
from foilint.globs import matches
from foilint.misuse import Misuse
from foilint.notice import Kind
from foilint.selection import Levels
from foilint.template import STATUTE, Template
from foilint.values import NamedTuple

NAME = ".foilint.yaml"
MISNAMED = ".foilint.yml"
BASELINE = ".foilint-baseline.json"


class Override(NamedTuple):
    """What holds for the drafts that match one of the patterns only."""

    notices: tuple[str, ...]
    levels: Levels
    template: Template | None
    kind: Kind | None


class Pairing(NamedTuple):
    """Which annexes belong to a letter in one folder: the `*` of `letter` and the first of `annex` are the same."""

    letter: str
    annex: str


class Allowance(NamedTuple):
    """A fault that may stand: which rule, in which drafts (a pattern), of which exemption ("": any), why, until when.

    `until` is "" where there is no end; `line` is where it stands in the file.
    """

    rule: str
    notice: str
    exemption: str
    reason: str
    until: str
    line: int

    def has_ended(self, today: str) -> bool:
        """Whether its date has passed."""
        return bool(self.until) and self.until < today

    def covers(self, finding: Finding, notice: str) -> bool:
        """Whether it speaks of a finding in a draft, whatever the day."""
        return self.rule == finding.rule and self.exemption in ("", finding.exemption) and matches(self.notice, notice)


class Settings(NamedTuple):
    """What a .foilint.yaml says. Patterns are relative to `folder`, the one it stands in."""

    file: str = ""
    folder: str = ""
    notices: tuple[str, ...] = ()
    template: Template = STATUTE
    authority: str = ""
    levels: Levels = ()
    overrides: tuple[Override, ...] = ()
    together: tuple[Pairing, ...] = ()
    allow: tuple[Allowance, ...] = ()
    baseline: str = BASELINE

    def relative(self, path: str) -> str:
        """A draft's path as the patterns see it: from `folder`, with forward slashes."""
        return os.path.relpath(path, self.folder or os.curdir).replace(os.sep, "/")

    def allowance(self, finding: Finding, notice: str, today: str) -> Allowance | None:
        """The first allowance that lets a finding in a draft stand on a day; None where nothing does."""
        return next((each for each in self.allow if each.covers(finding, notice) and not each.has_ended(today)), None)

    def overriding(self, path: str) -> tuple[Override, ...]:
        """The overrides that hold for a draft, in order."""
        if not self.overrides:
            return ()
        name = self.relative(path)
        return tuple(each for each in self.overrides if any(matches(pattern, name) for pattern in each.notices))


NONE = Settings()
"""Where there is no file of settings."""


def nearest_file(folder: str) -> str:
    """The file of settings for a folder given from the root: the nearest at or above it; "" where there is none.

    Raises Misuse where one stands there under a name that would be overlooked.
    """
    here = os.path.join(folder, NAME)
    if os.path.lexists(here):
        return here
    if os.path.lexists(os.path.join(folder, MISNAMED)):
        raise Misuse(f"{os.path.join(folder, MISNAMED)}: settings are read from {NAME}; rename it")
    parent = os.path.dirname(folder)
    return "" if parent == folder else nearest_file(parent)
