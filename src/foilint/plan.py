"""What a run checks and on what terms: paths become units, each governed by the settings nearest to it."""

import os
from collections.abc import Iterator
from typing import NamedTuple

from foilint import rules
from foilint.drafts import in_folder, named
from foilint.globs import matches
from foilint.law import Law
from foilint.lint import Terms, Unit
from foilint.misuse import Misuse
from foilint.notice import Kind
from foilint.pairs import groups
from foilint.rules.rule import Rule
from foilint.selection import active
from foilint.settings import NONE, Override, Settings, nearest_file
from foilint.template import STATUTE, Template


class Wishes(NamedTuple):
    """What the command line says of how drafts are checked; it stands above the settings."""

    settings: str = ""  # a file to use in place of the nearest
    template: Template | None = None
    law: Law | None = None
    kind: Kind | None = None
    select: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()


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


def plan(paths: tuple[str, ...], wishes: Wishes) -> tuple[Planned, ...]:
    """What to check for paths as given; for none, the drafts that the settings name, else those in this folder.

    Raises Misuse where settings cannot be used, or where they name drafts and there are none.
    """
    known = Known({}, {}, {}, {})
    files = tuple(named(paths) if paths else _by_default(wishes, known))
    return tuple(_planned(files, wishes, known))


def plan_together(paths: tuple[str, ...], wishes: Wishes) -> Planned:
    """All paths as one notice, a letter and its annexes, governed as the letter is. Raises as `plan` does."""
    files = tuple(named(paths))
    return governed(files, wishes, Known({}, {}, {}, {}))


def governed(files: tuple[str, ...], wishes: Wishes, known: Known) -> Planned:
    """Files that are one notice, with the settings and on the terms that hold for the first of them."""
    settings = _governing(files[0], wishes, known)
    key = (settings.file, settings.overriding(files[0]))
    if key not in known.terms:
        known.terms[key] = _terms(settings, key[1], wishes)
    return Planned(Unit(files, known.terms[key]), settings)


def terms_of(template: Template) -> Terms:
    """The terms that a template alone makes, without settings or wishes."""
    return _terms(NONE._replace(template=template), (), Wishes())


def _terms(settings: Settings, overrides: tuple[Override, ...], wishes: Wishes) -> Terms:
    """On what terms a draft is checked. Who decides is written down in `settings`."""
    kinds = [wishes.kind, *(override.kind for override in reversed(overrides))]
    templates = [wishes.template, *(override.template for override in reversed(overrides)), settings.template]
    template = next(each for each in templates if each)
    layers = (*template.levels, settings.levels, *(override.levels for override in overrides))
    asked = (*rules.RULES, *_house_rules(template))
    return Terms(
        active=active(asked, layers, wishes.select, wishes.ignore),
        template=template._replace(authority=settings.authority),
        law=wishes.law,
        kind=next((kind for kind in kinds if kind), None),
    )


def _house_rules(template: Template) -> tuple[Rule, ...]:
    if template is STATUTE:
        return ()
    from foilint import house  # compares texts: of no use, and slow to import, where there is no template

    return house.rules_of(template)


def _governing(path: str, wishes: Wishes, known: Known) -> Settings:
    folder = os.path.dirname(os.path.abspath(path))
    if folder not in known.of_folder:
        file = os.path.abspath(wishes.settings) if wishes.settings else nearest_file(folder)
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


def _by_default(wishes: Wishes, known: Known) -> Iterator[str]:
    settings = _governing(os.path.join(os.curdir, "any"), wishes, known)
    if not settings.notices:
        yield from named((os.curdir,))
        return
    names = ((path, settings.relative(path)) for path in in_folder(os.path.relpath(settings.folder)))
    found = [path for path, name in names if any(matches(pattern, name) for pattern in settings.notices)]
    if not found:
        raise Misuse(f"{settings.file}: notices: no draft matches {', '.join(settings.notices)}")
    yield from found


def _planned(files: tuple[str, ...], wishes: Wishes, known: Known) -> Iterator[Planned]:
    done: set[str] = set()
    for path in files:
        members = _together(path, _governing(path, wishes, known), known)
        if members[0] not in done:
            yield governed(members, wishes, known)
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
