"""The rules as a collection: every one listed, reasoned, proved by a notice, and known to whoever reads the README."""

import re
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest

from foilint import house, rules
from foilint.catalogue import CATALOGUE
from foilint.rules import RULES
from foilint.rules.rule import Rule

ROOT = Path(__file__).parents[1]
BAD = ROOT / "fixtures" / "bad"

every_rule = pytest.mark.parametrize("rule", CATALOGUE, ids=lambda rule: rule.name)


def families():
    """The modules that hold rules, by name."""
    modules = (import_module(f"foilint.rules.{found.name}") for found in iter_modules(rules.__path__))
    return {module.__name__.rpartition(".")[2]: module for module in modules if hasattr(module, "RULES")}


def test_every_rule_that_is_written_is_listed_once():
    written = [each for module in families().values() for each in vars(module).values() if isinstance(each, Rule)]
    assert sorted(each.name for each in written) == sorted(each.name for each in RULES)


def test_a_family_is_a_file():
    assert {rule.family.replace("-", "_") for rule in RULES} == families().keys()
    assert {rule.family for rule in house.RULES} == {"house"}


def test_no_two_rules_have_one_name():
    names = [rule.name for rule in CATALOGUE]
    assert sorted(set(names)) == sorted(names)


@every_rule
def test_a_rule_says_its_fault_and_the_law_or_practice_it_rests_on(rule):
    fault, *reasons = rule.doc.split("\n\n")
    assert fault.endswith((".", "?"))
    assert re.search(r"^ *(Law|Practice): \w", "\n".join(reasons), flags=re.MULTILINE)


@every_rule
def test_a_rule_is_proved_by_a_notice_with_its_findings(rule):
    told = [path.read_text("utf-8") for path in (BAD / rule.name).glob("*.findings")]
    assert told
    for text in told:
        assert f"  {rule.severity} {rule.name}" in text


def test_every_fixture_is_of_a_rule():
    names = {rule.name for rule in CATALOGUE}
    assert {path.name for side in ("bad", "good") for path in (ROOT / "fixtures" / side).iterdir()} <= names


@every_rule
def test_a_rule_stands_in_the_readme(rule):
    assert f"\n| `{rule.name}` | {rule.family} | {rule.severity} |" in (ROOT / "README.md").read_text("utf-8")
