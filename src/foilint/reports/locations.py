"""Where findings stand, as the programs that read reports want it: paths from the repository's root, lines from 1."""

import os
from hashlib import sha256

from foilint.finding import Finding, Place
from foilint.functional import cache
from foilint.report import Verdict


def repository_path(path: str) -> str:
    """A path from the root of the repository that the run stands in (else from this folder), with forward slashes."""
    return os.path.relpath(os.path.realpath(path), _root(os.path.realpath(os.curdir))).replace(os.sep, "/")


def file_of(verdict: Verdict, finding: Finding) -> str:
    """The file that a finding stands in: the draft, or the annex that was read together with it."""
    return repository_path(finding.place.path or verdict.path)


def line_of(place: Place) -> int:
    """A line for programs that insist on one: in Word the paragraph's number, for the whole notice the first."""
    return place.line or place.paragraph or 1


def unique(verdict: Verdict, finding: Finding) -> str:
    """A fingerprint that no finding in another file shares."""
    return sha256(f"{file_of(verdict, finding)}\x1f{finding.fingerprint}".encode("utf-8", "replace")).hexdigest()


@cache
def _root(folder: str) -> str:
    at = folder
    while not os.path.lexists(os.path.join(at, ".git")):
        parent = os.path.dirname(at)
        if parent == at:
            return folder
        at = parent
    return at
