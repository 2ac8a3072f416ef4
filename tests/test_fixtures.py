"""Every notice in fixtures/bad and fixtures/good, checked as people check it: what is said, word for word."""

import json
from pathlib import Path

import pytest

FIXTURES = Path(__file__).parents[1] / "fixtures"
TOLD = ".findings"
SETTINGS = {".yaml", TOLD}
BAD = sorted(told.with_name(told.name.removesuffix(TOLD)) for told in FIXTURES.glob(f"bad/*/*{TOLD}"))
GOOD = sorted(path for path in FIXTURES.glob("good/*/*") if path.suffix not in SETTINGS)


def name(path):
    return "/".join(path.parts[-2:])


@pytest.fixture
def checked(foilint, monkeypatch):
    """What `foilint check` says of a notice, run in the folder that it stands in."""

    def checked(path, *options):
        monkeypatch.chdir(path.parent)
        return foilint("check", *options, path.name)

    return checked


@pytest.mark.parametrize("path", BAD, ids=name)
def test_a_bad_notice_is_told_its_fault_in_these_words(path, checked):
    assert checked(path).out == path.with_name(path.name + TOLD).read_text("utf-8")


@pytest.mark.parametrize("path", BAD, ids=name)
def test_it_has_no_other_fault(path, checked):
    report = json.loads(checked(path, "--format", "json").out)
    assert {finding["rule"] for notice in report["notices"] for finding in notice["findings"]} == {path.parent.name}


@pytest.mark.parametrize("path", [path for path in BAD if path.parent.name != "unreadable"], ids=name)
def test_with_its_rule_turned_off_nothing_is_said_of_it(path, checked):
    ran = checked(path, "--quiet", "--ignore", path.parent.name)
    assert (ran.status, ran.out, ran.err) == (0, "", "")


@pytest.mark.parametrize("path", GOOD, ids=name)
def test_nothing_is_said_of_a_good_notice(path, checked):
    ran = checked(path, "--quiet")
    assert (ran.status, ran.out, ran.err) == (0, "", "")


@pytest.mark.parametrize("path", BAD, ids=name)
def test_a_bad_notice_stands_beside_a_good_one_of_its_name(path):
    good = FIXTURES / "good" / path.relative_to(FIXTURES / "bad")
    assert good.read_bytes() != path.read_bytes()
