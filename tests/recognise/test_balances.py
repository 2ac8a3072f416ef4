"""The balance: sentences that weigh the two sides and come down on one, and sentences that only speak of weighing."""

import pytest

from brief_letters import letter
from foilint.notice import Part

STRUCK = [
    "The public interest in maintaining the exemption outweighs the public interest in disclosure.",
    "On balance, the public interest lies in withholding the information.",
    "We have weighed these factors and conclude that the balance favours non-disclosure.",
    "In all the circumstances of the case, the public interest favours maintaining the exception.",
    "I am satisfied that the balance of public interest lies in maintaining the exclusion of the duty to confirm.",
    "The balance test has shown that the considerations favouring non-disclosure outweigh those favouring disclosure.",
    "We have found that, on balance, the public interest lies in favour of upholding the exemption.",
    "We believe that withholding the information outweighs the public interest in releasing it.",
    "It is not in the public interest to confirm or deny.",
    "The arguments for withholding carry more weight than those for release.",
    "The scales come down on the side of confidentiality, and the public interest is best served by it.",
    "The public interest in openness does not outweigh the harm that would be done.",
    "Having considered both sides, we find that the public interest would be better served by withholding the report.",
    "The public interest in maintaining the exemption\noutweighs the public interest in disclosure.",
    "We have come to the view that to confirm or deny whether it is held would not be in the public interest.",
    "We find the balance at present to be on the side of maintaining the exemption.",
    "It was agreed that the public interest in keeping to the exemption is dearer to us than that in disclosure.",
    "In the end the public interest calls for keeping the bids back.",
    "For those reasons the public interest in maintaining the exemption carries it.",
    "As the policy is still being made, we find that the public interest in maintaining the exclusion of the\n"
    "duty to confirm or deny, under sections 24(2) and 27(4)(a), is clearly the weightier.",
]

STRUCK += [
    "The public interest in disclosing the file, if it is held, is therefore outweighed by that in withholding it.",
    "The interest in not commenting on whether anyone is under investigation is the stronger of the two interests.",
    "We have decided that disclosure would serve the public less well than withholding.",
]

# Words that conclude where sides have been argued, and would say too little by themselves.
STRUCK_UNDER_TEST = [
    "Weighed one with another, these considerations lead us to maintain the exception.",
    "Of these matters those for maintaining the exemption predominate.",
    "We have come to the view that those in favour of non-disclosure have the edge.",
]

NOT_STRUCK = [
    "Section 31 is qualified and is subject to a public interest test.",
    "It may be withheld only if the public interest in maintaining the exemption outweighs that in disclosure.",
    "We must ask whether the public interest in maintaining the exemption outweighs that in disclosure.",
    "We conducted a balancing exercise under the data protection principles.",
    "The public interest test has been carried out.",
    "No public interest test falls to be carried out on that part.",
    "We need further time to find where the balance of the public interest lies.",
    "It may be kept back only if the public interest in doing so is greater than that in letting it be seen.",
    "There is a public interest in openness and a public interest in privacy.",
    "We have formed no view as yet on where the balance lies.",
    "There is also a public interest in maintaining confidence between the parties.",
]

CONCLUDES = [
    ("The factors for are strong. Those against are stronger, and we maintain the exemption.", True),
    ("We have thought about all of this with great care.", False),
    ("Both sides have their merits, and much can be said for each.", False),
]


def balances(words):
    notice = letter(f"The plan is exempt under section 31(1)(a).\n\n{words}")
    return [passage.concludes for passage in notice.passages if passage.part is Part.BALANCE]


@pytest.mark.parametrize("words", STRUCK)
def test_a_sentence_strikes_the_balance(words):
    assert balances(words) == [True]


@pytest.mark.parametrize("words", STRUCK_UNDER_TEST)
def test_a_sentence_strikes_the_balance_of_a_test_that_has_begun(words):
    sides = "Openness about patrols is in the public interest. Against that, patrols must not be foretold."
    assert balances(f"{sides} {words}") == [True]


@pytest.mark.parametrize("words", NOT_STRUCK)
def test_a_sentence_strikes_none(words):
    assert balances(words) == []


@pytest.mark.parametrize(("words", "concludes"), CONCLUDES)
def test_a_section_headed_balance_concludes_or_does_not(words, concludes):
    assert balances(f"## Balance\n\n{words}") == [concludes]
