"""Which duty is refused, by which limb and with which argument: what one letter is told of them."""

import pytest

import foilint

DUTIES = {"wrong-duty", "wrong-limb", "wrong-instrument", "reveals-holding"}

SILENT = """The Council can neither confirm nor deny whether it holds any record of an inspection of the Bell Inn, by
virtue of section 31(3) of the Act. To say either way would be likely to prejudice the prevention of crime, since a
landlord told of a visit would clear his cellar.
"""
TESTED = """To say either way would be likely to prejudice the prevention of crime. People want a plain answer, and
there is a public interest in one; against that, a yes or a no would help offenders. The public interest in neither
confirming nor denying is the stronger.
"""
EITHER_WAY = "Nothing in this letter means that such information is or is not held."


def told(*paragraphs, act="the Freedom of Information Act 2000"):
    text = "\n\n".join(("Dear Ms Hall", f"Your request was considered under {act}.", *paragraphs, "Yours sincerely"))
    (verdict,) = foilint.check(text.encode(), name="letter.md").notices
    return {finding.rule for finding in verdict.findings} & DUTIES


WRONGLY_ARGUED = [
    "Release would show drinkers whether such a house is safe. It would also tell the guilty what we know. We find "
    "that the public interest in keeping the record from view outweighs that in its release.",
    "Disclosure would help families to choose where to eat. Disclosure would name people whom nobody has asked, with "
    "no chance to answer. The balance of the public interest favours not disclosing it.",
]

RIGHTLY_ARGUED = [
    "There is a public interest in disclosing whether such a record exists. To disclose whether such a record exists "
    "would warn the landlord. The public interest lies in not disclosing whether any is held.",
    "There is a public interest in an answer. But to answer would disclose what we know and release a guilty man from "
    "worry. The public interest in neither confirming nor denying is the stronger.",
    "Drinkers have complained about the Bell for two summers, and trust in the inspectors is low. Yet a landlord who "
    "knew would clear his cellar, and the next house would be warned. We have had regard to earlier decisions on "
    "disclosing such things, and think that the harm to the public outweighs the good.",
]


@pytest.mark.parametrize("words", WRONGLY_ARGUED)
def test_a_refusal_to_say_is_argued_as_disclosure(words):
    assert told(SILENT, words, EITHER_WAY) == {"wrong-duty"}


@pytest.mark.parametrize("words", RIGHTLY_ARGUED)
def test_a_refusal_to_say_is_argued_as_one(words):
    assert told(SILENT, words, EITHER_WAY) == set()


def test_a_test_that_speaks_of_withholding_does_not_withhold():
    verdict = (
        "There is a public interest in release. Against that, release would help offenders. The force will not "
        "disclose what could harm a witness. The factors against disclosure under section 31 are weightier than those "
        "in favour."
    )
    assert told(SILENT, verdict, EITHER_WAY) == {"wrong-duty"}


def test_each_part_of_a_request_has_the_test_of_its_own_duty():
    held = """## Part 1: the report

It was made in an investigation and falls in the class that section 30(1)(a)(i) describes.

### Factors favouring disclosure

Forty people lost their work, and want to know that the fire was looked into with care.

### Factors favouring non-disclosure

A suspect who read the report would learn what the police have not found.

### Balance

The public interest in maintaining the exemption is the greater.
"""
    unsaid = """## Part 2: informants

We neither confirm nor deny that we hold anything, by virtue of section 30(3) and section 30(2)(b).

### Factors favouring confirmation or denial

Informants are paid with public money.

### Factors favouring neither confirming nor denying

In so small a place, to say that there was one would set people guessing who it was.

### Balance

The public interest in neither confirming nor denying is the greater.
"""
    assert told(held, unsaid, EITHER_WAY) == set()


WRONG_LIMBS = [
    "We neither confirm nor deny that we hold a note of the raid. It is exempt under section 31(1)(a).",
    "We neither confirm nor deny that we hold a note of the raid. Any such information would be exempt under section "
    "31(1)(a).",
    "Exemptions relied on in this reply:\n\nSection 31(1)(a) Law enforcement\n\nWe neither confirm nor deny that we "
    "hold a note of the raid.",
]

RIGHT_LIMBS = [
    "We neither confirm nor deny that we hold a note of the raid, by virtue of section 31(3). Any such information "
    "would be exempt under section 31(1)(a).",
    "We neither confirm nor deny that we hold a note of the raid, by virtue of section 31(3). The list of stations is "
    "held and is exempt under section 31(1)(a).",
]


@pytest.mark.parametrize("words", WRONG_LIMBS)
def test_a_limb_that_only_withholds_lifts_no_duty_to_say(words):
    assert told(words, TESTED, EITHER_WAY) == {"wrong-limb"}


@pytest.mark.parametrize("words", RIGHT_LIMBS)
def test_each_limb_lifts_its_own_duty(words):
    assert told(words, TESTED, EITHER_WAY) == set()


@pytest.mark.parametrize(
    ("words", "rules"),
    [
        ("We refuse it under section 12(4)(e) of those Regulations.", {"wrong-instrument"}),
        ("We refuse it under section 12(4)(e) of the said Regulations.", {"wrong-instrument"}),
        ("We refuse it under regulation 12(4)(e) of those Regulations.", set()),
        ("We refuse it under regulation 12(4)(e). The fees are set by section 12 of those Orders.", set()),
    ],
)
def test_regulations_that_are_only_pointed_at(words, rules):
    assert told(words, act="the Environmental Information Regulations 2004") == rules
