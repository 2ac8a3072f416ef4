"""A statute that nobody wrote foilint for: one YAML file, and a notice under it is read like any other."""

import pytest

from foilint import knowledge, wording
from foilint.law import laws, load_file
from foilint.readers import read
from foilint.recognise import draft, reading, recognise
from foilint.rules import RULES

ATLANTIS = """\
law: atlantis1999
reported-as: atlantis1999
title: Atlantis Records Act 1999
short: ARA
unit: clause
claim: reservation
prefix: "cl "
names: [Atlantis Records Act 1999, Atlantis Records Act, ARA 1999, ARA]
misnamed: [Atlantis Records Act 1998]
confirm: 3(1)
url: https://www.example.org/atlantis/1999
as-at: "1999-12-31"
machinery: ["1", "2", "3", "9"]
ranges: [["70", "79"]]
exemptions:
  "70":
    title: Temple accounts
    labels: [Accounts of temples]
    source: https://www.example.org/atlantis/1999/70
    limbs:
      70(1): {lifts: disclose, test: absolute, basis: class, steps: (a)-(c)}
  "71":
    title: Sea walls
    labels: [Defence of the sea walls]
    source: https://www.example.org/atlantis/1999/71
    limbs:
      71(1): {lifts: disclose, test: qualified, basis: endangerment, harm: true, steps: (a)-(b)}
      71(2): {lifts: confirm-or-deny, test: qualified, basis: endangerment, harm: true}
  "72A":
    title: Letters between islands
    labels: [Correspondence between islands]
    source: https://www.example.org/atlantis/1999/72A
    limbs:
      72A(4): {lifts: disclose, test: qualified, basis: class}
particulars:
  commissioner: Keeper of the Scrolls
  commissioners: [keeper of the scrolls]
  strangers: [information commissioner]
  review: 9(1)
  review-waivable: false
  complaint: 9(2)
  extension: ""
  advice: "2"
  review-request-days: 30
  review-answer-days: 15
  complaint-period: one moon
  outdated-complaint-periods: []
  obsolete-contacts: []
  not-held-owes: false
"""

LETTER = """\
Dear Ms Mestor

You asked on the ninth day of the sardine, under the Atlantis Records Act 1999, for the plan of the western wall, the
accounts of the temple beside it, and the letters about both.

We are withholding the plan under clause 71(1)(a) of the Act, the accounts under clause 70(1) and the letters under
clause 72A (4).

## Harm

Whoever has the plan knows where the wall is thin. Disclosure would be likely to endanger everybody who lives below the
tide.

## Clause 71: factors in favour of disclosure

The wall is paid for by all, and citizens are entitled to know whether it will hold.

## Clause 71: factors against disclosure

The sea reads nothing, but the fleets of Athens do, and they would come where the wall is weakest.

## Clause 72A: factors in favour of disclosure

The letters would show how the islands share the cost, and would make the archons answerable for it.

## Clause 72A: factors against disclosure

Islands that are quoted write less the next time, and the cost has still to be shared.

## Balance

We have weighed these. For both reservations the public interest in maintaining them outweighs the public interest in
disclosure.

## Review

You may ask for an internal review within 30 working days, and may then apply to the Keeper of the Scrolls.

Yours sincerely

The Archivist
"""


@pytest.fixture
def understood(tmp_path, monkeypatch):
    """The notice that a draft holds, for somebody who knows the Act of Atlantis beside the laws that foilint has."""
    file = tmp_path / "atlantis1999.yaml"
    file.write_text(ATLANTIS, "utf-8")
    known = (*laws(), load_file(str(file)))
    words = wording.arrange([knowledge.read(name) for name in knowledge.names("wording")], known)
    sight = draft.open_eyes(words, known)
    monkeypatch.setattr(reading, "eyes", lambda: sight)
    return lambda draft: recognise(read(draft.encode(), "draft.md"))


def said(notice):
    return [(rule.name, complaint.exemption) for rule in RULES for complaint in rule.check(notice)]


def without(heading):
    before, _, after = LETTER.partition(heading + "\n")
    return before + after.partition("\n## ")[1].lstrip() + after.partition("\n## ")[2]


def test_the_law_is_chosen_by_its_name(understood):
    assert understood(LETTER).law.regime == "atlantis1999"
    assert understood(LETTER.replace("the Atlantis Records Act 1999", "the ARA")).law.regime == "atlantis1999"


def test_its_provisions_are_relied_on_and_owe_what_their_limbs_owe(understood):
    notice = understood(LETTER)
    assert {str(each): {part.value for part in each.owes} for each in notice.engagements} == {
        "clause 71(1)(a)": {"harm", "factors-for", "factors-against", "balance"},
        "clause 70(1)": set(),
        "clause 72A(4)": {"factors-for", "factors-against", "balance"},
    }
    assert said(notice) == []


@pytest.mark.parametrize(
    ("heading", "findings"),
    [
        ("## Harm", [("missing-harm", "cl 71")]),
        ("## Clause 71: factors in favour of disclosure", [("missing-factors-for", "cl 71")]),
        ("## Clause 71: factors against disclosure", [("missing-factors-against", "cl 71")]),
        ("## Clause 72A: factors in favour of disclosure", [("missing-factors-for", "cl 72A")]),
        ("## Clause 72A: factors against disclosure", [("missing-factors-against", "cl 72A")]),
        ("## Balance", [("missing-balance", "cl 71"), ("missing-balance", "cl 72A")]),
        ("## Review", [("missing-review-route", None), ("missing-commissioner-route", None)]),
    ],
)
def test_a_part_that_is_not_there_is_missed(understood, heading, findings):
    assert said(understood(without(heading))) == findings


@pytest.mark.parametrize(
    ("wrong", "right", "finding"),
    [
        ("clause 77(1)", "clause 70(1)", ("unknown-exemption", None)),
        ("clause 71(2)", "clause 71(1)(a)", ("wrong-limb", "cl 71")),
        ("clause 70(1), sea walls,", "clause 70(1)", ("mistitled-exemption", "cl 70")),
        ("the Atlantis Records Act 1998", "the Atlantis Records Act 1999", ("wrong-instrument", None)),
        ("the Information Commissioner", "the Keeper of the Scrolls", ("missing-commissioner-route", None)),
    ],
)
def test_a_wrong_citation_is_told_by_its_own_rule(understood, wrong, right, finding):
    assert said(understood(LETTER.replace(right, wrong))) == [finding]


def test_neither_confirming_nor_denying_needs_its_limb_and_a_disclaimer(understood):
    refused = "The Archive neither confirms nor denies that it holds this, by virtue of clause 71(2) of the ARA."
    notice = understood(f"Dear Ms Mestor\n\n{refused}\n\nYours sincerely")
    assert [str(each) for each in notice.engagements] == ["clause 71(2)"]
    assert notice.response == "ncnd"
    assert ("missing-disclaimer", None) in said(notice)
