"""On what terms drafts are checked: what was asked for, over what the settings say (who decides stands there)."""

import os
from collections.abc import Iterable

from foilint import law, rules
from foilint.law import Law
from foilint.lint import Terms
from foilint.misuse import Misuse, nearest
from foilint.notice import Kind
from foilint.rules.rule import Rule
from foilint.selection import active
from foilint.settings import NONE, Override, Settings
from foilint.template import STATUTE, Template
from foilint.values import NamedTuple


class Wishes(NamedTuple):
    """What was asked for, on the command line or by a program; it stands above the settings."""

    settings: str = ""  # a file to use in place of the nearest
    template: Template | None = None
    law: Law | None = None
    kind: Kind | None = None
    select: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()
    transcribed: bool = False  # the report shows what the drafts say


def wishes(  # noqa: PLR0913  each is an option of the command, and has its name
    *,
    settings: str = "",
    template: str = "",
    regime: str = "",
    kind: str = "",
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
) -> Wishes:
    """Wishes from the words for them; "" asks for nothing. Raises Misuse where there is no such thing."""
    if kind not in ("", *map(str, Kind)):
        raise Misuse(f"there is no kind of notice {kind!r}{nearest(kind, map(str, Kind))} ({', '.join(Kind)})")
    return Wishes(
        settings=settings,
        template=_template(template) if template else None,
        law=law.load(regime) if regime else None,
        kind=Kind(kind) if kind else None,
        select=frozenset(select),
        ignore=frozenset(ignore),
    )


def terms(settings: Settings, overrides: tuple[Override, ...], wished: Wishes) -> Terms:
    """The terms for drafts under some settings for which those overrides hold."""
    kinds = [wished.kind, *(override.kind for override in reversed(overrides))]
    templates = [wished.template, *(override.template for override in reversed(overrides)), settings.template]
    template = next(each for each in templates if each)
    layers = (*template.levels, settings.levels, *(override.levels for override in overrides))
    return Terms(
        active=active((*rules.RULES, *_house_rules(template)), layers, wished.select, wished.ignore),
        template=template._replace(authority=settings.authority),
        law=wished.law,
        kind=next((kind for kind in kinds if kind), None),
        transcribed=wished.transcribed,
    )


def terms_of(template: Template) -> Terms:
    """The terms that a template makes by itself."""
    return terms(NONE._replace(template=template), (), Wishes())


def see_that_rules_exist(wished: Wishes, templates: Iterable[Template]) -> None:
    """Raises Misuse where a rule is named that neither foilint nor one of the templates has."""
    if not wished.select and not wished.ignore:
        return
    from foilint.catalogue import unknown  # brings the rules of house templates, which most runs do not need

    phrases = {phrase for template in templates for phrase in template.phrases}
    for rule in sorted(wished.select | wished.ignore):
        if problem := unknown(rule, phrases):
            raise Misuse(problem)


def _template(name: str) -> Template:
    from foilint.template_file import named_template  # PyYAML takes longer to import than a notice to check

    return named_template(name, os.curdir)


def _house_rules(template: Template) -> tuple[Rule, ...]:
    if template is STATUTE:
        return ()
    from foilint import house  # compares texts: of no use, and slow to import, where there is no template

    return house.rules_of(template)
