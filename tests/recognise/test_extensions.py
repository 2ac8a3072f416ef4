"""More time over the public interest: put off in any words, or a decision that is still to come."""

import pytest

from brief_letters import letter
from foilint.notice import Response

CLAIM = "The rent roll is exempt from disclosure under section 43(2), which is a qualified exemption."

PUT_OFF = [
    "The public interest test will be concluded, at the latest, on 31 March.",
    "A panel meets on 30 March to weigh the public interest.",
    "We cannot yet say where the public interest lies.",
    "The public interest is finely balanced and we need an extension.",
    "We are extending the time for our reply so that we can weigh the public interest.",
    "The public interest assessment is still with the board, and you will have our answer by Friday 6 March 2026.",
    "The weighing exercise has yet to be done. Expect to hear from us by the 3rd of April 2026.",
    "No conclusion can be given today: the competing interests are still being weighed.",
    "We will write with our conclusion on the public interest by 8 May 2026.",
    "A determination under section 2(2)(b) is outstanding, and will be sent to you when it is made.",
    "The Act allows longer than twenty working days where the balance between openness and harm is hard to strike.",
]

NOT_PUT_OFF = [
    "The public interest is finely balanced, but favours withholding the roll.",
    "The panel that met to let the farm had weighed many things.",
    "There is a public interest in the inquiry, which is still going on.",
    "The contract is still under negotiation, and it is in the public interest that it should be let well.",
    "The board will consider the rents in May.",
    "We apologise for the delay in answering.",
    "The building works continue.",
    "It took us longer than we had hoped to weigh the public interest.",
    "The public interest test requires us to weigh the arguments for and against disclosure.",
]


@pytest.mark.parametrize("words", PUT_OFF)
def test_a_decision_that_is_still_to_come(words):
    assert letter(f"{CLAIM}\n\n{words}").response is Response.EXTENSION


@pytest.mark.parametrize("words", NOT_PUT_OFF)
def test_a_refusal_that_only_speaks_of_time(words):
    assert letter(f"{CLAIM}\n\n{words}").response is Response.WITHHELD
