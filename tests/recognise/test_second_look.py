"""The second look: a part of a test in prose is called missing only where no sentence argues it after all."""

import pytest

from brief_letters import letter
from foilint.notice import Part, State

CLAIM = (
    "The rota is withheld under section 38(1)(b), since publishing it would be likely to endanger the wardens: anybody "
    "with a grudge would know where to find them alone."
)
STRUCK = "Having weighed these, we find that the public interest in maintaining the exemption is the greater."

FOR = [
    "Tenants might find it reassuring to know when a warden is next due. Against that, wardens should not be followed.",
    "To the good, residents would have the rota at hand. To the bad, wardens should not be followed home.",
    "Dog walkers would like to know who is about. Wardens ought to be able to work without fear of attack.",
]

AGAINST = [
    "Residents would like to see how the wardens spend their time. Nobody is served if wardens cannot be recruited.",
    "It would show how money is spent. A small team must be able to do its work without fear of being met.",
]

NOT_STRUCK = "Both points have been given careful attention, and each has merit."


def absent(words):
    """The parts that the one exemption of a letter is said to lack."""
    (engagement,) = letter(f"{CLAIM}\n\n{words}").engagements
    return {part for part, state in engagement.parts if state is State.ABSENT}


@pytest.mark.parametrize("words", [*FOR, *AGAINST])
def test_a_side_in_plain_words_is_heard(words):
    assert absent(f"{words} {STRUCK}") == set()


def test_what_people_would_like_is_no_argument_against():
    assert absent(f"Residents would like to see how the wardens spend their time. {STRUCK}") == {Part.AGAINST}


def test_what_wardens_should_not_have_to_fear_is_no_argument_for():
    assert absent(f"Wardens ought to be able to work without fear of attack. {STRUCK}") == {Part.FOR}


def test_what_only_concludes_is_neither_side():
    assert absent(STRUCK) == {Part.FOR, Part.AGAINST}


def test_what_an_estimate_counts_is_no_argument():
    counted = "An officer opened forty of them to see whether they named a warden, which took two hours."
    assert absent(f"{counted} Wardens ought to be able to work without fear of attack. {STRUCK}") == {Part.FOR}


def test_minutes_that_are_papers_are_no_estimate():
    words = "Residents would like the minutes. But minutes that are put out piecemeal get quoted piecemeal by others."
    assert absent(f"{words} {STRUCK}") == set()


def test_a_question_argues_nothing():
    asked = "Is it in the public interest that wardens should be left in peace all the same?"
    assert absent(f"{asked} {STRUCK}") == {Part.FOR, Part.AGAINST}


def test_what_is_told_after_the_balance_is_no_argument():
    told = "To promote openness we publish all replies for the public to read."
    assert absent(f"Wardens ought to be able to work without fear of attack. {STRUCK}\n\n{told}") == {Part.FOR}


def test_an_opinion_of_the_qualified_person_that_foretells_tells_the_harm():
    opinion = "Our qualified person is of the reasonable opinion that members would be likely to speak less plainly."
    (engagement,) = letter(f"The minutes are covered by section 36(2)(b)(ii). {opinion}").engagements
    assert engagement.state(Part.HARM) is State.PRESENT
    assert engagement.ground == "what its qualified person foresees"


def test_both_sides_weighed_and_not_decided_are_an_inconclusive_balance():
    notice = letter(f"{CLAIM}\n\n{FOR[0]} {NOT_STRUCK}")
    balances = [passage for passage in notice.passages if passage.part is Part.BALANCE]
    assert [passage.concludes for passage in balances] == [False]
