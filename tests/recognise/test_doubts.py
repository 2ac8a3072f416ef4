"""What is claimed in doubtful words only, and argued nowhere is not relied on; what is claimed outright is."""

import pytest

from brief_letters import letter

ARGUED = """The prices are withheld under section 43(2). Rivals would be likely to undercut the supplier, which would
prejudice its commercial interests.

There is a public interest in seeing how money is spent. Against that, a dearer contract would fall on the same
taxpayers. On balance the public interest in maintaining the exemption outweighs that in disclosure."""

DOUBTFUL = [
    "It was thought at the time that section 38 came into it.",
    "Our reply of 3 March 2024 refused a different request under section 31(1)(a).",
    "Your councillor had supposed that it fell under section 36(2)(c).",
    "I should add that the minutes on our website were redacted under section 38(1)(b) when they were put there.",
    "The copy at the court was redacted by the police under section 31(1)(a), and we have no say over that.",
    "Under the Freedom of Information Act there is a fixed limit, in section 12, to the cost of an answer.",
]


def relied_on(words):
    return [engagement.number for engagement in letter(words).engagements]


@pytest.mark.parametrize("words", DOUBTFUL)
def test_a_doubtful_claim_that_nothing_argues_is_dropped(words):
    assert relied_on(f"{ARGUED}\n\n{words}") == ["43"]


def test_a_claim_after_the_complaint_route_is_doubtful():
    route = "If you are dissatisfied you may ask for an internal review, and then complain to the Commissioner."
    late = "The plan of 1998 in the county archive is withheld under section 38(1)(b)."
    assert relied_on(f"{ARGUED}\n\n{route}\n\n{late}") == ["43"]
    assert relied_on(f"{ARGUED}\n\n{late}\n\n{route}") == ["43", "38"]


def test_a_claim_made_outright_stands_though_nothing_argues_it():
    assert relied_on(f"{ARGUED}\n\nThe legal advice is also withheld, under section 42(1).") == ["43", "42"]


def test_a_doubtful_claim_that_is_all_there_is_stands():
    assert relied_on("We considered your request and find that section 42(1) applies to the advice.") == ["42"]
