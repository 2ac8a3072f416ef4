"""The baseline: the findings that stood when a house began to use foilint, so that it can start with what is new.

Kept by the words of each finding, not by lines, so that edits elsewhere in a draft leave it valid. A way in, not a way
out: what is mended is reported until it is taken from the baseline.
"""

import os
from collections.abc import Iterable

from foilint.finding import Finding
from foilint.misuse import Misuse
from foilint.settings import Settings
from foilint.values import NamedTuple

VERSION = 1


class Held(NamedTuple):
    """One finding in a baseline: its draft as the settings name it, and what it was."""

    notice: str
    rule: str
    exemption: str | None
    fingerprint: str
    excerpt: str


def held(notice: str, finding: Finding) -> Held:
    """A finding as a baseline holds it."""
    return Held(notice, finding.rule, finding.exemption, finding.fingerprint, finding.place.excerpt)


def baseline_file(settings: Settings) -> str:
    """The file that holds the baseline of the drafts under some settings, whether or not there is one."""
    return os.path.join(settings.folder, settings.baseline)


def read_baseline(file: str) -> frozenset[Held]:
    """What a baseline holds; nothing where there is no such file. Raises Misuse where it is not one of this version."""
    if not os.path.exists(file):
        return frozenset()
    import json  # most runs have no baseline

    try:
        with open(file, encoding="utf-8") as stream:
            content = json.load(stream)
        if content["baseline_version"] != VERSION:
            raise Misuse(f"{file}: its version is {content['baseline_version']}, not {VERSION}; {REWRITE}")
        return frozenset(Held(**entry) for entry in content["findings"])
    except OSError as error:
        raise Misuse(f"{file}: cannot be read: {error.strerror}") from None
    except (ValueError, TypeError, KeyError, RecursionError):
        raise Misuse(f"{file}: is not a baseline that foilint wrote; {REWRITE}") from None


def baseline_text(entries: Iterable[Held]) -> str:
    """A baseline as it is written: sorted, a finding on a line, so that changes to it read well."""
    import json  # as in read_baseline

    lines = [json.dumps(entry._asdict(), ensure_ascii=False) for entry in sorted(entries, key=_order)]
    return f'{{"baseline_version": {VERSION}, "findings": [\n' + ",\n".join(lines) + "\n]}\n"


REWRITE = "write it anew with foilint baseline"


def _order(entry: Held) -> tuple[str, str, str, str]:
    return entry.notice, entry.rule, entry.exemption or "", entry.fingerprint
