"""What a run checks and on what terms: paths become units, each governed by the settings nearest to it."""

import os
from collections.abc import Iterator

from foilint.drafts import in_folder, named
from foilint.globs import matches
from foilint.lint import Terms, Unit
from foilint.misuse import Misuse
from foilint.pairs import groups
from foilint.settings import NONE, Override, Settings, nearest_file
from foilint.values import NamedTuple
from foilint.wishes import Wishes, see_that_rules_exist, terms


class Planned(NamedTuple):
    """A unit, and the settings that govern it."""

    unit: Unit
    settings: Settings


class Known(NamedTuple):
    """What one run has worked out already: settings by folder and file, groups by folder, terms by their grounds."""

    of_folder: dict[str, Settings]
    of_file: dict[str, Settings]
    groups: dict[str, dict[str, tuple[str, ...]]]
    terms: dict[tuple[str, tuple[Override, ...]], Terms]


def plan(paths: tuple[str, ...], wished: Wishes) -> tuple[Planned, ...]:
    """What to check for paths as given; for none, the drafts that the settings name, else those in this folder.

    Raises Misuse where settings or wishes cannot be used, or where settings name drafts and there are none.
    """
    known = Known({}, {}, {}, {})
    files = tuple(named(paths) if paths else _by_default(wished, known))
    return _sound(tuple(_planned(files, wished, known)), wished)


def plan_together(paths: tuple[str, ...], wished: Wishes) -> tuple[Planned, ...]:
    """All paths as one notice, a letter and its annexes, governed as the letter is. Raises as `plan` does."""
    if not paths:
        raise Misuse("to be checked together, the files of a notice must be named, the letter first")
    planned = _governed(tuple(named(paths)), wished, Known({}, {}, {}, {}))
    return _sound((planned._replace(unit=planned.unit._replace(joined=True)),), wished)


def plan_named(name: str, wished: Wishes) -> Planned:
    """A draft that is not on the disk, governed as if it were, under that name. Raises as `plan` does."""
    (planned,) = _sound((_governed((name,), wished, Known({}, {}, {}, {})),), wished)
    return planned


def _sound(planned: tuple[Planned, ...], wished: Wishes) -> tuple[Planned, ...]:
    see_that_rules_exist(wished, {each.unit.terms.template for each in planned})
    return planned


def _governed(files: tuple[str, ...], wished: Wishes, known: Known) -> Planned:
    """Files that are one notice, with the settings and on the terms that hold for the first of them."""
    settings = _governing(files[0], wished, known)
    key = (settings.file, settings.overriding(files[0]))
    if key not in known.terms:
        known.terms[key] = terms(settings, key[1], wished)
    return Planned(Unit(files, known.terms[key], joined=len(files) > 1), settings)


def _governing(path: str, wished: Wishes, known: Known) -> Settings:
    folder = os.path.dirname(os.path.abspath(path))
    if folder not in known.of_folder:
        file = os.path.abspath(wished.settings) if wished.settings else nearest_file(folder)
        if file not in known.of_file:
            known.of_file[file] = _settings_in(file)
        known.of_folder[folder] = known.of_file[file]
    return known.of_folder[folder]


def _settings_in(file: str) -> Settings:
    """The settings in a file; those of no file where `file` is "". Raises Misuse where they cannot be used."""
    if not file:
        return NONE
    # PyYAML takes longer to import than a notice to check; most runs on one draft have no settings.
    from foilint.settings_file import read_settings

    return read_settings(file)


def _by_default(wished: Wishes, known: Known) -> Iterator[str]:
    settings = _governing(os.path.join(os.curdir, "any"), wished, known)
    if not settings.notices:
        yield from named((os.curdir,))
        return
    names = ((path, settings.relative(path)) for path in in_folder(os.path.relpath(settings.folder)))
    found = [path for path, name in names if any(matches(pattern, name) for pattern in settings.notices)]
    if not found:
        raise Misuse(f"{settings.file}: notices: no draft matches {', '.join(settings.notices)}")
    yield from map(os.path.relpath, found)


def _planned(files: tuple[str, ...], wished: Wishes, known: Known) -> Iterator[Planned]:
    done: set[str] = set()
    for path in files:
        members = _together(path, _governing(path, wished, known), known)
        if members[0] not in done:
            yield _governed(members, wished, known)
        done.update(members)


def _together(path: str, settings: Settings, known: Known) -> tuple[str, ...]:
    """A draft with what belongs to it, found beside it though only one of them was named; the letter first."""
    if not settings.together:
        return (path,)
    folder, name = os.path.split(path)
    if folder not in known.groups:
        names = os.listdir(folder or os.curdir) if os.path.isdir(folder or os.curdir) else []
        known.groups[folder] = groups(names, settings.together)
    return tuple(os.path.join(folder, each) for each in known.groups[folder].get(name, (name,)))
