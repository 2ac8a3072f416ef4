"""What becomes of exemptions and tests as letters go on: kept up, taken back, put off, argued together or apart."""

import pytest

from brief_letters import EIR, FOISA, letter
from foilint.notice import Part, State

SIDES = (
    "Residents would see how their money is spent, and openness serves trust. Against that, bidders would hold back "
    "and the public would pay more. On balance the public interest in maintaining the exemption outweighs that in "
    "disclosure."
)


def numbers(words, act="the Freedom of Information Act 2000"):
    return {engagement.number for engagement in letter(words, act).engagements}


@pytest.mark.parametrize(
    ("words", "relied_on"),
    [
        # kept up, or taken back
        (
            "I have been asked to carry out the internal review of the answer that you were given on 20 February.\n\n"
            "You had asked for the fee paid for each leisure centre. You were given the total fee and refused the "
            "breakdown by centre, under section 43(2).\n\nThe decision of 20 February is upheld in respect of it.",
            {"43"},
        ),
        (
            "The reply withheld the drafts under section 36(2)(b)(ii). I do not uphold your complaint as "
            "regards section "
            "36(2)(b)(ii), which the Trust continues to rely on.",
            {"36"},
        ),
        (
            "The bids were refused under section 43(2) and the notes under section 36(2)(b)(ii).\n\nI uphold "
            "the refusal "
            "of the bids under section 43(2). We no longer claim section 36 and the notes are attached.",
            {"43"},
        ),
        (
            f"The bids are withheld under section 43(2). {SIDES}\n\n## A word on section 30\n\nYou thought that "
            "we might "
            "cite section 30(1)(a). We looked at the log with that in mind, were not persuaded, and have released it.",
            {"43"},
        ),
        # claimed by what stands beside it
        (
            "## Exemptions that are engaged\n\nThe schedule: section 43(2), commercial interests.\n\nThe "
            "advice: section "
            "42(1), legal professional privilege. It was given in confidence and has not been waived.",
            {"42", "43"},
        ),
        (f"## The advice: section 42(1)\n\nSection 42(1) is not magic, and is a qualified exemption. {SIDES}", {"42"}),
        (
            "Section 27(1)(a) covers information whose release would be likely to prejudice relations with "
            "another State."
            "\n\nThese notes record what its delegates said in a closed room.\n\nFarmers would value seeing "
            "them. On the "
            "other side, nobody would speak plainly again. We have concluded that the public is better served by our "
            "holding the notes back.",
            {"27"},
        ),
    ],
)
def test_what_is_relied_on_in_the_end(words, relied_on):
    assert numbers(words) == relied_on


def test_the_answer_follows_the_request_even_where_nobody_says_we():
    request = "You asked for:\n\n> the drafts of the merger paper, and every e-mail about it since August last\n\n"
    answer = "Thirty are held. Two are released with this letter. The rest are withheld under section 30(b)(i)."
    assert numbers(request + answer, FOISA) == {"30"}


@pytest.mark.parametrize(
    "said",
    [
        "We have not reached a decision on that. You will hear by 29 October 2026.",
        "Before we may refuse we have to be satisfied that the public interest in maintaining it outweighs that in "
        "disclosure, and we have not yet reached a decision. You will hear by 29 October 2026.",
        "We need more time to weigh the public interest. By 29 October 2026 we shall send the bids or, if you cannot "
        "have them, say why the public interest is against it.",
    ],
)
def test_a_decision_that_is_still_to_come_strikes_no_balance(said):
    notice = letter(f"The bids are exempt under section 43(2), which is qualified. {said}")
    assert not [passage for passage in notice.passages if passage.part is Part.BALANCE]
    assert notice.told.decision_date


def test_a_duty_in_the_clause_before_does_not_undo_a_conclusion():
    notice = letter(
        "The log is withheld under section 31(1)(a). People would like to see it. But the work of the police "
        "must be put "
        "first, and the public interest in maintaining the exemption prevails."
    )
    assert notice.engagements[0].state(Part.BALANCE) is State.PRESENT


@pytest.mark.parametrize(
    "presumed",
    [
        "We have applied the presumption in favour of disclosure.",
        "We began from the way in which the Regulations lean towards release.",
    ],
)
def test_the_presumption_alone_is_no_factor(presumed):
    claim = "The e-mails are withheld under regulation 12(4)(e)."
    balance = "On balance the public interest in maintaining the exception outweighs that in disclosure."
    (engagement,) = letter(f"{claim} {presumed} Officers need room to think. {balance}", EIR).engagements
    assert engagement.state(Part.FOR) is State.ABSENT


TOGETHER = """\
We rely on section 18(1), read with sections 34(1)(b) and 35(1)(a): to reveal whether the information exists would be
contrary to the public interest.

**Section 34(1)(b).** Such information would belong to an inquiry that may go to the fiscal.

**Section 35(1)(a).** To answer would be likely to prejudice substantially the prevention of crime.

**Why we will not say.** We have asked whether revealing it would be contrary to the public interest. An answer would
help people to trust us, and openness is good in itself. Against that, offenders would learn when to take care. We
conclude that it would be contrary to the public interest to reveal whether it exists.
"""


def test_a_label_beside_those_of_the_exemptions_opens_the_test_of_all_of_them():
    engagements = letter(TOGETHER, FOISA).engagements
    assert {each.number: each.state(Part.FOR) for each in engagements} == {"34": State.PRESENT, "35": State.PRESENT}


OVER = """\
The plan is exempt under section 31(1)(a) and section 38(1)(b).

**HARM**

**Section 31**

Drivers would choose the weak barriers, which would be likely to prejudice the prevention of crime.

**Section 38**

Visitors would be likely to be endangered.

**CONSIDERATIONS SUPPORTING RELEASE**

**Section 31**

People would know that they are safe.

**Section 38**

Visitors could choose where to stand.
"""


def test_parts_may_be_headed_over_the_exemptions():
    notice = letter(OVER)
    favouring = [sorted(p.exemptions) for p in notice.passages if p.part is Part.FOR]
    assert favouring == [["31"], ["38"]]
    assert notice.empty == ()


COLUMNS = """\
The list is exempt under section 31(1)(a), as it would be likely to prejudice the prevention of crime.

| Why people might well be told | Why they might well not |
| --- | --- |
| Neighbours wonder who was asked. | Anyone could have the list, gangs included. |
"""


def test_columns_that_ask_why_and_why_not_are_the_two_sides():
    parts = [p.part for p in letter(COLUMNS).passages if p.headed]
    assert parts == [Part.FOR, Part.AGAINST]


def test_an_internal_review_may_stand_in_the_row_of_a_table():
    table = "| Step | How |\n| --- | --- |\n| Internal review | foi@larchester.example, within 40 working days |\n"
    assert letter(f"The bids are withheld under section 43(2).\n\n{table}").told.review


def test_what_is_taken_back_at_once_is_revealed_though_other_questions_are_answered():
    words = (
        "## Question 1\n\nThere were 43.\n\n## Question 2\n\nThe log of that inquiry is held by our standards "
        "department. "
        "However, we neither confirm nor deny holding any information in answer to this question, by virtue of "
        "section "
        "30(3). Nothing here means that such information does or does not exist."
    )
    assert letter(words).admissions
