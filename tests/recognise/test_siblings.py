"""Headings side by side: what one opens is told by its neighbours where its own words tell too little."""

import pytest

from brief_letters import letter
from foilint.notice import Part

CLAIM = "The tender is exempt under section 43(2): disclosure would be likely to prejudice the bidder's interests."
SEEN = "Parents pay for the meals and would like to see that the price is a fair one."
KEPT = "A bidder who is undercut will not bid again, and fewer bids mean dearer meals for everybody."
STRUCK = "The second of these outweighs the first, and the tender is withheld."

PAIRS = [
    ("Openness", "Discretion and silence"),
    ("Pull towards disclosure", "Pull towards confidentiality"),
    ("Why it should be seen", "Why it should not be seen"),
    ("What is gained by letting you have it", "What is lost by letting you have it"),
    ("Merits of disclosing", "Merits of not disclosing"),
    ("In favour of release", "Not in favour of release"),
    ("Pointing towards release", "Pointing away from release"),
    ("Public interest in confirming whether it is held", "Public interest in not confirming whether it is held"),
]


def parts(*sections):
    """The parts that headed sections of a letter open, in order, once each."""
    words = "\n\n".join(f"### {heading}\n\n{text}" for heading, text in sections)
    headed = [passage.part for passage in letter(f"{CLAIM}\n\n{words}").passages if passage.heading and passage.text]
    return list(dict.fromkeys(headed))


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_of_two_that_speak_of_opposites_one_is_for_and_the_other_against(one, other):
    assert parts((one, SEEN), (other, KEPT)) == [Part.FOR, Part.AGAINST]


def test_what_comes_after_both_and_decides_is_the_balance():
    sections = (("Openness", SEEN), ("Discretion and silence", KEPT), ("What we made of it", STRUCK))
    assert parts(*sections) == [Part.FOR, Part.AGAINST, Part.BALANCE]


def test_what_comes_after_both_and_decides_nothing_is_no_balance():
    sections = (
        ("Openness", SEEN),
        ("Discretion and silence", KEPT),
        ("What happens next", "The contract ends in May."),
    )
    assert Part.BALANCE not in parts(*sections)


def test_what_speaks_of_effects_beside_the_sides_is_the_harm():
    effects = (
        "What it would bring about",
        "Rivals would be likely to bid a penny less, and the firm would lose the work.",
    )
    assert parts(("Effect of release", effects[1]), ("Openness", SEEN), ("Silence", KEPT))[0] is Part.HARM


def test_two_headings_of_a_letter_that_are_no_opposites_open_nothing():
    sections = (("What we hold", "We hold the tender and the letter."), ("What is attached", "The letter is attached."))
    assert parts(*sections) == []


def test_a_heading_about_what_is_withheld_is_not_the_other_side():
    sections = (("What we are releasing", "The letter is attached."), ("What we are withholding", "The tender."))
    assert parts(*sections) == []


def test_one_side_alone_is_told_where_a_decision_follows():
    sections = (("The case the other way", KEPT), ("Outcome of the test", f"It is our view that {STRUCK.lower()}"))
    assert parts(*sections)[0] is Part.AGAINST


def test_why_an_exemption_is_engaged_is_no_side():
    sections = (("Why the exemption is engaged", KEPT), ("Outcome of the test", STRUCK))
    assert Part.AGAINST not in parts(*sections)


def test_a_heading_that_can_be_read_both_ways_is_told_by_the_clear_one():
    sections = (("Factors favouring disclosure", SEEN), ("Factors favouring section 43", KEPT))
    assert parts(*sections) == [Part.FOR, Part.AGAINST]


def test_a_heading_in_brackets_is_an_aside_under_the_one_above():
    sections = (("Factors favouring disclosure", f"**(both documents)**\n\n{SEEN}"), ("Factors against", KEPT))
    assert parts(*sections) == [Part.FOR, Part.AGAINST]


def test_a_question_in_the_quoted_request_heads_nothing():
    asked = "You asked:\n\n> **How many cases went to the counter fraud service?**"
    notice = letter(f"{asked}\n\nThe answer is nine. The names are withheld under section 40(2).")
    assert not any(passage.heading for passage in notice.passages)
