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


def test_what_a_paragraph_announces_is_claimed_in_those_below():
    counted = "I rely on two exemptions.\n\nThe first is section 41(1): it was given in confidence, and is on file.\n\n"
    counted += "The second is section 40(2), read with section 40(3A)(a)."
    assert relied_on(counted) == ["41", "40"]


def test_what_is_recited_and_then_weighed_is_relied_on():
    recited = "Section 43(2) covers what would prejudice a firm's interests. The firm would be undercut. "
    sides = "Residents want to see the price; a firm that is undercut goes elsewhere. "
    struck = "The public interest in maintaining that exemption outweighs that in disclosure."
    names = "The names are withheld under section 40(2)."
    assert relied_on(f"{recited}{sides}{struck}\n\n{names}") == ["43", "40"]


def test_what_is_only_recited_beside_a_claim_is_not():
    recited = (
        "Section 43(2) covers what would prejudice a firm's interests.\n\nThe names are withheld under section 40(2)."
    )
    assert relied_on(recited) == ["40"]


@pytest.mark.parametrize(
    "words",
    [
        "Section 36(2)(c) was examined too, but it has not been found necessary to rely upon it.",
        "There is no fixed limit there, and section 12 of the Freedom of Information Act is not relied upon.",
        "We thought about whether section 12 might instead be relied upon.",
    ],
)
def test_what_is_examined_and_left_is_not_relied_on(words):
    assert relied_on(f"{ARGUED}\n\n{words}") == ["43"]


def test_a_lead_in_to_the_factors_claims_nothing():
    factors = "The following tell in favour of maintaining the exemption:\n\n- rents are low;\n- tenders are few.\n\n"
    assert relied_on(f"{ARGUED}\n\n{factors}Section 36(2)(c) concerns the conduct of affairs.") == ["43"]


def test_mail_that_went_no_further_is_claimed_still():
    mail = (
        "They are internal communications for the purposes of section 42(1), having gone no further than two offices."
    )
    assert relied_on(mail) == ["42"]


def test_what_need_not_be_shown_takes_nothing_back():
    mail = "The exemption for privileged papers in section 42(1) covers those. It is not needful to show any harm."
    assert relied_on(mail) == ["42"]
