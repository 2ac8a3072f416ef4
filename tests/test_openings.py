"""Openings of real notices, where they stand beside the checkout: what must be read in them, and never reported.

They break off after their first lines, so that what would come later is reported as missing; no more is asked of them
than that what is there is understood.
"""

from pathlib import Path

import pytest

import foilint

OPENINGS = Path(__file__).parents[2] / "shared" / "notices" / "openings"

pytestmark = pytest.mark.skipif(
    not OPENINGS.is_dir(), reason="the openings of real notices are not beside the checkout"
)

RELIED_ON = {
    "001": "30(3), 31(3)",  # section 30(2) only explains 30(3)
    "007": "24(2), 30(3), 31(3)",  # three citations on one line
    "008": "23(1), 24(1), 31(1)(a), 31(1)(b)",
    "012": "23(5), 24(2), 31(3)",
    "041": "31(3)",  # section 107 of another Act is no exemption
    "046": "23(5), 24(2), 27(4), 31(3), 38(2)",  # one sentence with semicolons; section 17 claims nothing
    "047": "30(3)",
    "048": "12(2)",
    "051": "",  # all its provisions stand in the request
    "063": "31(1)(a), 31(1)(b)",
    "073": "24(2), 31(3)",  # an "exempt body" is no section 23
    "077": "24(2), 31(3), 30(3), 40(5)",
    "115": "40(2)",
    "142": "reg 12(4)(b)",  # written as a section, and not FOIA's section 12
}

REPORTED = {
    "008": [("exclusive-exemptions", None)],
    "041": [("wrong-duty", None)],  # headings about disclosure
    "063": [("ambiguous-heading", "31")],
    "142": [("wrong-instrument", None)],
}

NEVER = {
    "007": ["missing-disclaimer", "reveals-holding"],  # it stands before the test
    "008": ["missing-disclaimer", "missing-ncnd-statement"],
    "024": ["reveals-holding"],
    "041": ["empty-section", "missing-factors-for", "missing-factors-against"],
    "047": ["missing-factors-for", "missing-factors-against"],
    "048": ["missing-disclaimer", "missing-harm", "missing-balance"],  # on cost: nothing of the kind is owed
    "063": ["missing-factors-for"],
    "077": ["reveals-holding"],  # "0" answers another question
    "115": ["needless-test", "missing-balance"],  # a balancing exercise under data protection
    "142": ["missing-disclaimer", "missing-factors-for", "missing-factors-against"],
}


def verdict(prefix):
    (file,) = OPENINGS.glob(f"{prefix}_*")
    (notice,) = foilint.check(file.read_bytes(), name=file.name).notices
    return notice


@pytest.mark.parametrize(("prefix", "provisions"), RELIED_ON.items())
def test_what_an_opening_relies_on(prefix, provisions):
    relied_on = [str(provision) for engagement in verdict(prefix).engagements for provision in engagement.provisions]
    assert ", ".join(relied_on) == provisions


@pytest.mark.parametrize(("prefix", "expected"), REPORTED.items())
def test_what_an_opening_must_be_told(prefix, expected):
    found = {(each.rule, each.exemption) for each in verdict(prefix).findings}
    assert set(expected) <= found


@pytest.mark.parametrize(("prefix", "rules"), NEVER.items())
def test_what_no_opening_is_accused_of(prefix, rules):
    assert [each.rule for each in verdict(prefix).findings if each.rule in rules] == []


@pytest.mark.parametrize("prefix", [prefix for prefix in RELIED_ON if prefix not in ("048", "051")])
def test_no_test_is_asked_of_an_absolute_exemption(prefix):
    absolute = ("23", "40")
    assert [
        each.rule for each in verdict(prefix).findings if each.exemption in absolute and "factors" in each.rule
    ] == []


def test_every_opening_is_read():
    unread = [notice.path for notice in foilint.check(OPENINGS).notices if notice.unread]
    assert unread == []
