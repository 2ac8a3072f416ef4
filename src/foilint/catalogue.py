"""Every rule there is, by one name each: those that hold everywhere, and those a house template adds."""

from collections.abc import Iterable
from inspect import cleandoc

from foilint import house, rules
from foilint.misuse import nearest
from foilint.rules.rule import Rule
from foilint.template import Phrase

CATALOGUE: tuple[Rule, ...] = (*rules.RULES, *house.RULES)
"""Every rule, each name once."""


def reasons(rule: Rule) -> str:
    """What a rule's documentation says: the fault, why it is one, and on what law or practice that rests."""
    return cleandoc(rule.doc)


def summary(rule: Rule) -> str:
    """The fault that a rule finds, in a sentence or two."""
    return " ".join(reasons(rule).partition("\n\n")[0].split())


def unknown(name: str, phrases: Iterable[Phrase]) -> str:
    """What is wrong with the name of a rule or family, for people; "" where there is one. `phrases` are known too."""
    known = {word for rule in CATALOGUE for word in (rule.name, rule.family)} | {phrase.name for phrase in phrases}
    return "" if name in known else f"there is no rule or family {name!r}{nearest(name, sorted(known))}"
