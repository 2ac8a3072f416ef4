"""Which files a run checks: those named, and in folders those that a reader knows and no .gitignore leaves out."""

import os
from collections.abc import Iterator

from foilint.globs import WILD, matches, name_matches
from foilint.readers import SUFFIXES
from foilint.values import NamedTuple


class Ignore(NamedTuple):
    """One line of a .gitignore: paths below `folder` that match `pattern` are left out, or with `keeps` put back."""

    folder: str
    pattern: str
    keeps: bool
    folders_only: bool

    def speaks_of(self, path: str, *, is_folder: bool) -> bool:
        """Whether the line concerns a path, given from the root as `folder` is."""
        if self.folders_only and not is_folder:
            return False
        if "/" not in self.pattern:
            return name_matches(self.pattern, path.rpartition("/")[2])
        return matches(self.pattern.removeprefix("/"), path[len(self.folder) :].lstrip("/"))


def named(paths: tuple[str, ...]) -> Iterator[str]:
    """The files that paths stand for, in order and each once: a folder for the drafts in it, a pattern for its matches.

    A path for which nothing is found stands for itself: reading it says what is wrong.
    """
    seen: set[str] = set()
    for path in paths:
        for file in _files(path):
            key = os.path.normpath(file)
            if key not in seen:
                seen.add(key)
                yield file


def in_folder(folder: str) -> Iterator[str]:
    """The drafts in a folder and the folders below, by name; hidden folders and what git ignores are left out."""
    root = _slashes(os.path.abspath(folder))
    yield from _walk(folder, root, _ignores_above(root))


def _files(path: str) -> Iterator[str]:
    if os.path.isdir(path):
        return _or_itself(path, in_folder(path))
    if any(sign in path for sign in WILD) and not os.path.lexists(path):
        return _or_itself(path, _matching(_slashes(path)))
    return iter((path,))


def _or_itself(path: str, found: Iterator[str]) -> Iterator[str]:
    first = next(found, path)
    yield first
    yield from found


def _matching(pattern: str) -> Iterator[str]:
    """The drafts that a pattern matches."""
    fixed = pattern.split("/")
    while any(sign in part for part in fixed for sign in WILD):
        fixed.pop()
    folder = "/".join(fixed) or ("/" if pattern.startswith("/") else ".")
    for file in in_folder(folder):
        if matches(pattern.removeprefix("./"), _slashes(file).removeprefix("./")):
            yield file


def _walk(folder: str, root: str, ignores: tuple[Ignore, ...]) -> Iterator[str]:
    """The drafts in a folder, which seen from the root is `root`."""
    ignores = (*ignores, *_ignores_in(root))
    try:
        with os.scandir(folder) as entries:
            ordered = sorted(entries, key=lambda entry: entry.name)
    except OSError:
        yield folder  # reading it says what is wrong
        return
    for entry in ordered:
        path = f"{root.rstrip('/')}/{entry.name}"
        shown = entry.path.removeprefix("./")
        if entry.is_dir(follow_symlinks=False):
            if not entry.name.startswith(".") and not _left_out(path, ignores, is_folder=True):
                yield from _walk(shown, path, ignores)
        elif entry.name.lower().endswith(SUFFIXES) and not _left_out(path, ignores, is_folder=False):
            yield shown


def _left_out(path: str, ignores: tuple[Ignore, ...], *, is_folder: bool) -> bool:
    """The last line that speaks of a path decides, as git has it."""
    for ignore in reversed(ignores):
        if ignore.speaks_of(path, is_folder=is_folder):
            return not ignore.keeps
    return False


def _ignores_above(root: str) -> tuple[Ignore, ...]:
    """The lines of the .gitignore files above a folder, up to the repository's root; none outside a repository."""
    above: list[str] = []
    while not os.path.lexists(os.path.join(root, ".git")):
        parent = os.path.dirname(root)
        if parent == root:
            return ()
        above.insert(0, parent)
        root = parent
    return tuple(ignore for each in above for ignore in _ignores_in(each))


def _ignores_in(folder: str) -> tuple[Ignore, ...]:
    try:
        with open(os.path.join(folder, ".gitignore"), encoding="utf-8", errors="replace") as file:
            lines = file.read().splitlines()
    except OSError:
        return ()
    return tuple(_ignore(folder, line.rstrip()) for line in lines if line.strip() and not line.startswith("#"))


def _slashes(path: str) -> str:
    return path.replace(os.sep, "/")


def _ignore(folder: str, line: str) -> Ignore:
    keeps = line.startswith("!")
    pattern = line.removeprefix("!")
    folders_only = pattern.endswith("/")
    return Ignore(folder, pattern.removesuffix("/"), keeps, folders_only)
