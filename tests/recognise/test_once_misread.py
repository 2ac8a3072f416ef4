"""Letters that were once misread: one for each way of writing that a stranger had and foilint did not know."""

from pathlib import Path

import pytest

import foilint
from brief_letters import EIR, FOISA, letter
from foilint.law import Duty
from foilint.notice import Kind, Part, Response, State
from foilint.readers import read
from foilint.recognise import recognise

NOTICES = Path(__file__).parents[2] / "benchmarks" / "notices"
RIGHTS = (
    "You may ask for an internal review within 40 working days by writing to the Monitoring Officer. If you remain "
    "dissatisfied you may complain to the Information Commissioner, Wycliffe House, Water Lane, Wilmslow SK9 5AF."
)
COST = "The request is refused under section 12(1): to answer it would take 40 hours. You could narrow it to one year."


def numbers(words, act="the Freedom of Information Act 2000"):
    return {engagement.number for engagement in letter(words, act).engagements}


def rules(text, name="letter.md"):
    return {finding.rule for finding in foilint.check(text.encode(), name=name).findings}


def under(words, signed="A. Officer"):
    opening = "Dear Ms Hall\n\nI answer under the Freedom of Information Act 2000."
    return f"{opening}\n\n{words}\n\nYours sincerely\n\n{signed}\n"


# --- what is relied on -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "relied_on"),
    [
        ("The names are exempt under section 38(1)(b) (the safety of any individual) of the Act.", {"38"}),
        ("The advice is withheld. In view of section 42 I do not need section 36.\n\n## Advice: section 42(1)", {"42"}),
        ("They are considered to fall within section 35(1)(a), as the policy has not been settled.", {"35"}),
        (
            "It may not be disclosed, relying on section 24(1), which is for information not exempt by section 23.",
            {"24"},
        ),
        ("As you can reach them without our help they fall within section 21(1).", {"21"}),
        (
            "The refusal of (a) is upheld under section 21(1). The refusal of (c), which rested on section 41(1), is "
            "overturned, and the comments are enclosed.",
            {"21"},
        ),
        ("The maps are attached. The build is not, and we rely for that on section 43(1).", {"43"}),
        (
            "These are internal communications within section 36(2)(b)(ii): they passed between officials of one "
            "department and went no further. They are withheld.",
            {"36"},
        ),
        ("For the letter it is section 42(1), as it is advice. For the prices it is section 43(2).", {"42", "43"}),
        (
            "The notes fall within section 31(1)(g), by which information which is not exempt by virtue of section 30 "
            "is exempt if disclosure would be likely to prejudice our functions.",
            {"31"},
        ),
        (
            "We think that the bids, although not the scoring, engage section 43(2). That is a qualified exemption, "
            "and we cannot rely on it without weighing the public interest, which we are still doing.",
            {"43"},
        ),
        (
            "The Environmental Information Regulations 2004 apply, and so in terms of the Freedom of Information Act "
            "2000 it is exempt under section 39. The counts are withheld under regulation 12(4)(d) of those.",
            {"reg 12(4)(d)"},
        ),
        (
            "Section 12(1) applies. Names would in all likelihood have needed attention under section 40 had we got "
            "that far.",
            {"12"},
        ),
        (
            "## Also considered\n\nSection 43(2) for the price. Not applied.\n\n## The rota\n\nIt is exempt under "
            "section 31(1)(a).",
            {"31"},
        ),
        (
            "The first reply cited two sections. Section 36(2)(c) ought not to have been cited. The bids remain "
            "withheld under section 43(2).",
            {"43"},
        ),
        (
            "It is exempt under section 44(1)(a). Section 44 is absolute; the public interest does not come into it.",
            {"44"},
        ),
        (
            "**Already public: section 21(1).** It is on our website. No public interest test applies to section 21.",
            {"21"},
        ),
        (
            "Section 14(1) applies. Some of your earlier requests were met in part by withholding names under section "
            "40(2), and one by section 12. I am not relying on either today.",
            {"14"},
        ),
        (
            "The register: section 41 was wrongly applied, but it is exempt under another provision, section 36(2)(c), "
            "on which we now rely.",
            {"36"},
        ),
        (
            "We rely on three provisions: sections 30(3), 31(3) and 40(5B)(a)(i). Section 30(1), which you mention, is "
            "about something else and we do not rely on it. The public interest in keeping section 30(3) outweighs "
            "that in an answer.",
            {"30", "31", "40"},
        ),
        (
            "Regulation 12(4)(d) of the Environmental Information Regulations 2004 lets an authority refuse unfinished "
            "documents, and that is what this is.",
            {"reg 12(4)(d)"},
        ),
        (
            "The bids are withheld under section 43(2). The exemption is not available for what is already public.",
            {"43"},
        ),
        (
            "Under section 12(1) an authority need not comply with a request if the cost would exceed the appropriate "
            "limit. That limit would be exceeded here.",
            {"12"},
        ),
        (
            "Section 40(2) exempts the names: there is a legitimate interest in how kitchens are run, "
            "but naming three cooks is not necessary to meet it.",
            {"40"},
        ),
        (
            "**The draft: section 35(1)(a).** It is being talked over. If the remarks were published now, nobody would "
            "write another.",
            {"35"},
        ),
    ],
)
def test_what_is_relied_on(words, relied_on):
    assert numbers(words) == relied_on


def test_the_act_may_follow_a_comma():
    words = "Provision: section 43(2), Freedom of Information Act 2000\n\nWhat stays back is the model."
    assert numbers(f"## {words}") == {"43"}


def test_a_paragraph_that_opens_with_a_provision_may_take_it_back():
    first = "The first answer withheld the opinion under section 42(1) and the prices under section 43(2)."
    words = "**Section 43(2).** You are right. Nothing was shown to me and we no longer rely upon that exemption."
    kept = "**The opinion.** I do not agree. It is exempt under section 42(1) and I uphold the refusal."
    assert numbers(f"{first}\n\n{words}\n\n{kept}") == {"42"}


def test_what_was_given_in_a_year_gone_by_is_not_withheld_now():
    words = "In 2023 we gave you all that we held, with names removed under section 40(2)."
    assert numbers(f"We refuse the request under section 14(1): it is vexatious.\n\n{words}") == {"14"}
    assert numbers("We refuse the request under section 14(1).\n\nNames are removed under section 40(2).") > {"14"}
    also = "In 2023 we gave you the totals, and the rest is withheld under section 43(2)."
    assert numbers(f"The map is withheld under section 31(1)(a).\n\n{also}") == {"31", "43"}


def test_a_part_of_the_regulations_is_no_section_12_though_it_is_called_a_section():
    words = (
        "The tables are withheld under section 12(5)(e) of the EIR.\n\n## Public interest test under section 12(1)(b)"
    )
    assert numbers(words, EIR) == {"reg 12(5)(e)"}


def test_a_reserve_price_reserves_no_position():
    words = (
        "We believe the following exemptions apply to it:\n\n- the reserve prices: section 43(2);\n- the advice: "
        "section 42(1)."
    )
    assert numbers(words) == {"42", "43"}


def test_factors_left_over_from_another_letter_claim_nothing():
    words = (
        "We rely on section 31(3) and neither confirm nor deny it.\n\n## Section 31(3): harm\n\nA thief would know.\n\n"
        "## Section 30: factors\n\nOnce an inquiry is over there is less to protect."
    )
    assert numbers(words) == {"31"}


def test_a_refusal_notice_that_is_given_gives_nothing_else():
    words = (
        "We are giving you a refusal notice under section 18(1) of the Act, read with sections 35(1)(a) and 39(1), and "
        "neither confirm nor deny that it is held.\n\nSection 35(1)(a): prevention of crime. Gangs look for them.\n\n"
        "Section 39(1): health and safety. Anyone taken for one is at risk."
    )
    assert numbers(words, FOISA) == {"35", "39"}


def test_a_group_of_supporters_is_no_side():
    words = (
        "We rely on section 31(1)(a).\n\n## The supporters' groups\n\nThose who plan violence would change their "
        "meeting places, so that disclosure would be likely to prejudice the prevention of crime."
    )
    notice = letter(words)
    assert {passage.part for passage in notice.passages} == {Part.HARM}


# --- what a letter is, and whose words are whose ---------------------------------------------------------------------


def test_what_goes_with_a_letter_is_an_annex():
    words = (
        "Annex 2: section 27(1)(a) and (c), international relations\n\nTo be read with our letter of 12 June refusing "
        "your request under the Freedom of Information Act 2000.\n\nSection 27(1)(a) is relied on."
    )
    assert recognise(read(words.encode(), "annex.md")).kind is Kind.ANNEX


def test_the_subject_of_an_e_mail_is_no_complaint():
    words = (
        "Subject: FOI 26-0219, taxi complaints\n\nHello Ms Hall,\n\nI refuse under section 12(1) of the Freedom "
        "of Information Act 2000."
    )
    assert [e.number for e in recognise(read(words.encode(), "mail.txt")).engagements] == ["12"]


def test_what_became_of_a_complaint_is_no_way_to_complain():
    words = (
        "**The name: your complaint is upheld**\n\nIt is enclosed.\n\n**The advice: your complaint is not upheld**\n\n"
        "Section 42(1) is engaged, and I uphold the first reply."
    )
    assert numbers(words) == {"42"}


def test_titles_may_follow_all_their_numbers():
    heading = "## Sections 24(2) and 31(3) - national security; law enforcement"
    assert "mistitled-exemption" not in rules(under(f"{heading}\n\nWe rely on both and neither confirm nor deny it."))


def test_a_letter_that_begins_with_the_request_tells_no_rights():
    words = (
        "Dear Ms Hall\n\nComplaints about Birchwick Glass\n\nYour request (2 September) is for the statements, and the "
        "complaints you have had. We refuse them under section 30(1)(b) of the Freedom of Information Act 2000."
    )
    assert [e.number for e in recognise(read(words.encode(), "letter.txt")).engagements] == ["30"]


@pytest.mark.parametrize("about", ["Complaints procedure at Birch Lane", "How to complain: letters to members"])
def test_no_rights_are_told_before_the_answer(about):
    words = f"## {about}\n\nWe hold six statements and refuse them under section 30(1)(b)."
    assert numbers(words) == {"30"}


def test_the_caption_of_an_annex_opens_no_request():
    words = (
        "APPENDIX TWO\n\nFOISA 2002 - REASONS\n\nLochan College, request LC/2026/031\n\nExemptions claimed\n\n"
        "Harm, s.33(1)(b). A buyer who knows the floor offers the floor, so that our commercial interests would "
        "be likely to be prejudiced substantially."
    )
    notice = recognise(read(words.encode(), "annex.txt"))
    assert {passage.part for passage in notice.passages if passage.text} == {Part.HARM}


def test_what_a_letter_is_about_is_no_harm():
    words = (
        "Dear Ms Hall\n\n## Minor injury units\n\nUnder the Freedom of Information Act 2000 the draft is withheld by "
        "section 35(1)(a).\n\nFor disclosure, people would see it early, and could answer it in time. Against that, "
        "Ministers need room to think in private before they choose. The public interest in "
        "maintaining the exemption outweighs that in disclosure."
    )
    notice = recognise(read(words.encode(), "letter.md"))
    assert {passage.part for passage in notice.passages} == {Part.FOR, Part.AGAINST, Part.BALANCE}


def test_the_exemption_of_a_column_may_stand_in_a_row():
    table = (
        "| | A: rates | B: log |\n|---|---|---|\n| **Exemption** | Section 43(2), prejudice to commercial interests | "
        "Section 31(1)(a), prevention of crime |\n| **Reasons to disclose** | Public money. | Riders would know. |\n"
        "| **Reasons to withhold** | Firms would bid less keenly. | Thieves would know too. |"
    )
    sides = {(passage.part, *sorted(passage.exemptions)) for passage in letter(table).passages}
    assert sides >= {(Part.FOR, "43"), (Part.FOR, "31"), (Part.AGAINST, "43"), (Part.AGAINST, "31")}


def test_a_question_that_was_asked_heads_no_side():
    words = (
        "**2. How many midwives were removed for conduct, and for what reason?**\n\nSeven.\n\n**3. The rates.**\n\n"
        "They are withheld under section 43(2)."
    )
    assert not letter(words).passages


def test_what_follows_is_our_own():
    words = (
        "# Request 7731: bases of the drone unit\n\nThe request asks where they are.\n\nWhat follows concerns the "
        "addresses, which are withheld under section 31(1)(a) of the Freedom of Information Act 2000."
    )
    assert [e.number for e in recognise(read(words.encode(), "annex.md")).engagements] == ["31"]


@pytest.mark.parametrize(
    "heads",
    [
        "Part | Answer | Exemption",
        "Document | Disclosed? | Reason withheld",
        "Document | Released | Withheld under",
        "Record | Open or closed | Basis for withholding",
        "Record | Disclosure decision | Reason for refusal",
    ],
)
def test_a_schedule_of_what_is_withheld_argues_neither_side(heads):
    schedule = (
        f"| {heads} |\n|---|---|---|\n| 1 | Held, and withheld in full | Section 43(2), commercial interests |\n"
        "| 2 | In part | Section 43(2) |\n| 3 | Not held | None |"
    )
    assert {"missing-factors-for", "missing-factors-against"} <= rules(under(schedule))


def test_a_table_of_both_sides_may_say_which_exemption_they_are_of():
    sides = (
        "| Factors for disclosure | Factors for maintaining the exemption |\n|---|---|\n"
        "| Section 43(2) | Section 43(2) |\n| Spending is seen. | Bidders would raise their prices. |\n"
        "| The choice can be judged. | Fewer would bid. |"
    )
    assert not {"missing-factors-for", "missing-factors-against"} & rules(under(f"It is exempt.\n\n{sides}"))


def test_the_rights_may_stand_in_a_box():
    assert "missing-review-route" not in rules(under(f"{COST}\n\n> {RIGHTS}"))


def test_an_answer_that_is_put_off_strikes_nothing():
    words = (
        "Section 31(1)(g) is engaged. We need to hear from the company before we can say whether the public interest "
        "in maintaining the exemption outweighs that in disclosure, and so we are extending the time for our response."
    )
    assert letter(words).response is Response.EXTENSION


def test_a_question_may_head_a_side():
    words = (
        "5. What speaks for release? Taxpayers would see whether the price was fair.\n\n6. What speaks against? Firms "
        "would stop bidding."
    )
    harm = "Rivals would undercut the firm, which would be likely to prejudice its commercial interests."
    notice = letter(f"The prices are withheld under section 43(2). {harm}\n\n{words}")
    assert {part.value for part, state in notice.engagements[0].parts if state.value == "absent"} == {"balance"}


def test_a_section_that_decides_is_a_whole_test_and_no_side():
    words = """\
## Item B: protection of the environment

Eggs were taken in 2023. To give the places would adversely affect the birds. Naturalists would find their own records \
more useful, and that is a reason for openness. The reason for caution is that a place once out cannot be called back. \
The reason for caution outweighs the other, so that the public interest lies in maintaining the exception.

## Item C: material in the course of completion

It will be finished by 30 November 2026. An early look would have let people comment, which counts towards release. \
Against release, unfinished tables would mislead. The balance is in favour of keeping the draft back until then."""
    refused = "Item B is withheld under regulation 12(5)(g) and item C under regulation 12(4)(d)."
    notice = letter(f"{refused}\n\n{words}", EIR)
    assert not any(state is State.ABSENT for e in notice.engagements for _, state in e.parts)


def test_what_favours_a_provision_beside_what_favours_release_is_against():
    words = """\
**Harm**

Anyone wishing to steal would know where to cut, which would be likely to prejudice the prevention of crime.

**Factors favouring Section 31**

The sheds were broken into four times. Moving the sensors would cost passengers a good deal.

**Factors favouring release**

Passengers have an interest in knowing that public funds were spent well.

**Balance**

The public interest in maintaining the exemption outweighs the interest in disclosure."""
    (engaged,) = letter(f"## Section 31(1)(a): sensors\n\n{words}").engagements
    assert not any(state is State.ABSENT for _, state in engaged.parts)


@pytest.mark.parametrize(
    ("heading", "part"),
    [
        ("Why the public might benefit from release", Part.FOR),
        ("Why the public might suffer from release", Part.AGAINST),
        ("Gains from release", Part.FOR),
        ("Losses from release", Part.AGAINST),
        ("Losses from withholding", Part.FOR),
        ("Interest in release", Part.FOR),
        ("The interest in withholding", Part.AGAINST),
        ("Interest in land", None),
    ],
)
def test_a_heading_may_speak_of_gain_and_loss(heading, part):
    words = "The list is withheld under section 31(1)(a)."
    notice = letter(f"{words}\n\n## {heading}\n\nThe town is old, and its streets are narrow.")
    assert [p.part for p in notice.passages if p.heading] == ([part] if part else [])


def test_the_arguments_against_are_what_they_are_said_to_be():
    words = "The plan is withheld under section 31(1)(a)."
    told = "The arguments for release are that it is ours. The arguments against are that the plan works in the dark."
    notice = letter(f"{words}\n\n{told}")
    sides = {p.part: [notice.document.words(span) for span in p.text] for p in notice.passages}
    assert sides[Part.FOR] == ["The arguments for release are that it is ours."]
    assert sides[Part.AGAINST] == ["The arguments against are that the plan works in the dark."]


def test_a_kind_of_exemption_heads_no_side():
    words = (
        "The plan is exempt under section 31(1)(a) and section 38(1)(b). Thieves would be likely to use it to steal, "
        "and anyone who threw a flare would be likely to injure people.\n\n"
        "The public interest. For the crime exemption: supporters have complained and the plan would let them judge. "
        "Against that, a plan that is known protects nobody. The latter is the stronger.\n\n"
        "For the safety exemption: it is right that the routes be seen and checked. Against that, it would make the "
        "stand less safe. The public interest in maintaining the exemption is the greater."
    )
    assert not [p for p in letter(words).passages if p.headed]


def test_what_a_provision_is_used_for_heads_no_side():
    words = """\
### Section 43(2): commercial interests

*Used for: the sums and benefits in the agreement*

Rivals would see what to undercut, and it would be likely to prejudice the sponsor's commercial interests.

- **Public interest in release:** residents cannot tell whether it was a good bargain without knowing the sum.
- **Public interest in withholding:** sponsors will pay more if their terms are not known.
- **Decision:** the public interest in maintaining the exemption outweighs that in release."""
    (engaged,) = letter(f"The agreement is withheld under section 43(2).\n\n{words}").engagements
    assert not any(state is State.ABSENT for _, state in engaged.parts)


def test_a_sentence_that_adds_weight_is_no_label():
    words = (
        "## Conclusion\n\nThe number affected adds real weight for disclosure. It is not enough to displace the "
        "interest in a fair contest. We find for maintaining the exemption."
    )
    text = f"{UNDER_TEST}\n\n{words}"
    assert [p.headed for p in letter(text).passages if p.part is Part.FOR] == [True]


UNDER_TEST = """\
The advice is withheld under section 42(1).

## Arguments for disclosing

Forty households were flooded and have a claim to know whether the Council was to blame.

## Arguments for maintaining the exemption

There is a strong public interest in lawyer and client being able to talk freely."""


def test_a_balance_that_names_one_exemption_strikes_that_one_alone():
    words = """\
The plan is withheld under section 24(1) and section 31(1)(a).

## Balance

The section 31(1)(a) arguments have been weighed against each other. Traders have the leaflet, and the timetable would \
help thieves. The balance for section 31(1)(a) falls in favour of non-disclosure."""
    lacks = {e.number for e in letter(words).engagements if e.state(Part.BALANCE) is State.ABSENT}
    assert lacks == {"24"}


def test_what_there_is_a_case_for_is_no_label():
    claim = "The tender sheet is exempt under section 43(2): rivals would be likely to take work from it."
    test = (
        "On the tender sheet, there is a good case for release: every acre pays a rate, and ratepayers can hardly "
        "judge whether the pumps were dear. Set against that, they are best served by firms that compete, and a firm "
        "whose sums are handed round will stay away. The public interest in maintaining the exemption outweighs the "
        "public interest in letting the sheet go."
    )
    (engaged,) = letter(f"{claim}\n\n{test}").engagements
    assert [part for part, state in engaged.parts if state is State.ABSENT and part is not Part.HARM] == []


def test_a_business_case_argues_nothing():
    text = under("Request: business case for the partnership\n\n" + COST)
    assert "empty-section" not in rules(text)


# --- particulars -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        (
            "You asked who was checked in the preceding 24 hours. Section 12(1) applies, for it would cost too much.",
            True,
        ),
        ("The limit is £450, counted as 18 hours at £25, and section 12(1) applies.", True),
        ("To find them would take 31 hours, so that section 12(1) applies.", False),
    ],
)
def test_an_estimate_counts_this_request(words, fault):
    assert ("missing-estimate" in rules(under(words))) is fault


@pytest.mark.parametrize(
    "advice",
    [
        "\n\n## How we can help\n\nChoose up to ten trees from the register and name them to us.",
        "If you were to keep it to the last two years, I am confident that I could deal with it.",
        "Any of these could be done without difficulty.",
        "I am glad to suggest some ways round this.",
    ],
)
def test_help_has_many_words(advice):
    cost = "The request is refused under section 12(1), since to answer it would take 40 hours."
    assert "missing-advice" in rules(under(cost))
    assert "missing-advice" not in rules(under(f"{cost} {advice}"))


def test_the_usual_time_is_no_promise_of_a_decision():
    words = (
        "I write because you should hear from us within twenty working days. Section 35(1)(a) applies, and we have not "
        "reached a decision on where the balance of the public interest lies. We will write again as soon as we can."
    )
    assert "missing-decision-date" in rules(under(words))


def test_two_gaps_beside_each_other_are_one():
    findings = foilint.check(under(f"{COST} Thank you, «Title» «Surname».").encode(), name="letter.md").findings
    assert [finding.rule for finding in findings].count("placeholder") == 1


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        (
            "Lochvine Council is satisfied that this takes too long, and has therefore decided to refuse the request.",
            True,
        ),
        ("Lochvine Council will not divulge what would undermine our ability to prevent crime.", True),
        ("Lochvine Council holds its own records and you may ask it for them.", False),
    ],
)
def test_a_peer_that_decides_speaks_in_the_wrong_letter(words, fault):
    text = "Strathgarve Council\n\n" + under(f"{COST} {words}", "A. Officer, Strathgarve Council")
    assert ("wrong-authority" in rules(text)) is fault


def test_a_merge_field_may_have_many_underscores():
    assert "placeholder" in rules(under(COST, "A. Officer\n«Officer_Job_Title»"))


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        ("Your question of 2 February (LD/26/F07) was answered on 20 February and is closed.", False),
        ("You have since asked for one ward, which is LD/26/F07.", False),
        ("Please quote our reference LD/26/F35 if you write to him.", True),
    ],
)
def test_another_reference_is_a_slip_unless_it_is_of_another_request(words, fault):
    text = f"Internal review reference: LD/26/F53\n\n{under(COST + chr(10) * 2 + words)}"
    assert ("mismatched-reference" in rules(text)) is fault


def test_a_reference_may_stand_in_a_cell_beside_its_label():
    table = "| To | Mrs J. Fanshawe |\n|---|---|\n| Our ref | TLO-FOI-2025-071 |\n| Date | 16 April 2025 |"
    text = under(f"{COST}\n\nApply to the Head of Casework within 40 working days, giving the number TLO-FOI-2025-017.")
    assert "mismatched-reference" in rules(f"Tenancies Ombudsman\n\n{table}\n\n{text}")


def test_a_fresh_request_that_would_be_answered_helps_to_narrow():
    refused = "The request is manifestly unreasonable under regulation 12(4)(b): it would take 1,900 hours."
    assert "missing-advice" not in rules(under(f"{COST[:-42]} If you kept to one ward, we think we could do it."))
    offered = "Give me a ring to talk it over. A fresh request on either of those lines would be answered in May."
    text = under(f"{refused} {offered}").replace("Freedom of Information Act 2000", EIR[4:])
    assert "missing-advice" not in rules(text)


def test_how_a_request_might_be_changed_is_no_request():
    text = "## How you might change your request\n\nPlease get in touch with [insert name of service lead] for help."
    assert "placeholder" in rules(under(f"{COST}\n\n{text}"))


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        ("At the Selwick Museum we take our duties under the Act seriously.", True),
        ("Selwick Museum is refusing your request and has searched no further.", True),
        ("Selwick Museum refuses requests like these as a rule.", False),
        ("We at the Legal Department take our duties seriously.", False),
    ],
)
def test_another_kind_of_body_that_answers_is_a_slip(words, fault):
    text = f"Penhallow Council\n\n{under(COST + chr(10) * 2 + words, 'A. Officer, Penhallow Council')}"
    assert ("wrong-authority" in rules(text)) is fault


HEAD = "Afon Wenlas Harbour Board\n\nThe Custom House, Aberwenlas"


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        ("We at Ardenmoor Community Care have seen this happen.", True),
        ("We at the Harbour Board have seen this happen.", False),
        ("We at Customer Services have seen this happen.", False),
        ("All of us at Aberwenlas have seen this happen.", False),
        ("Milburn Sands Port Authority is accordingly refusing your request.", True),
        ("Milburn Sands Port Authority keeps records of its own.", False),
        ("The Ministry of Harbours is refusing your request.", False),
    ],
)
def test_a_body_of_no_known_kind_speaks_for_a_letter_that_does_not_name_it(words, fault):
    text = f"{HEAD}\n\n{under(COST + chr(10) * 2 + words, 'D. Lisle, Harbour Office')}"
    assert ("wrong-authority" in rules(text)) is fault


def test_what_a_letter_without_a_head_calls_itself_is_no_slip():
    assert "wrong-authority" not in rules(under(f"{COST}\n\nWe at Ardenmoor have seen this happen."))


def test_a_reference_may_be_wrapped():
    text = f"Case: MBPS 2026/3390\n\n{under(COST + chr(10) * 2 + 'Please reply to us and quote reference MBPS')}"
    assert "mismatched-reference" not in rules(text.replace("reference MBPS", "reference MBPS\n2026/3390."))
    assert "mismatched-reference" in rules(text.replace("reference MBPS", "reference MBPS\n2026/3399."))


def test_hours_that_were_asked_about_are_no_estimate():
    words = "The request is refused under section 12(1), as the cost of complying would exceed the appropriate limit."
    asked = "You wanted to know how many appointments were cancelled at less than 48 hours' notice, each in turn."
    assert "missing-estimate" in rules(under(f"{asked}\n\n{words}"))
    estimated = "To open the records would take 48 hours."
    assert "missing-estimate" not in rules(under(f"{words} {estimated}"))


def test_what_a_search_took_is_no_help():
    words = "The request is refused under section 12(1): in a trial on fifteen files a clerk"
    assert "missing-advice" in rules(under(f"{words} needed 40 minutes apiece to pick out what you want."))


def test_help_to_put_it_another_way_helps():
    words = "The request is refused under section 12(1): it would take 40 hours."
    assert "missing-advice" not in rules(under(f"{words} We would like to help you to put it another way."))


def test_our_reference_may_be_quoted_to_the_commissioner():
    words = "You may complain to the Information Commissioner, quoting our reference DRA-FOI-2219."
    assert "mismatched-reference" in rules(f"Reference: DRA-FOI-2291\n\n{under(COST + ' ' + words)}")
    assert "mismatched-reference" not in rules(f"Reference: DRA-FOI-2219\n\n{under(COST + ' ' + words)}")


def test_who_is_that_person_is_the_qualified_one():
    words = (
        "The paper is exempt under section 36(2)(c). The law asks for the reasonable opinion of a qualified person. "
        "The Vice-Chancellor is that person. He decided on 5 March that release would be likely to prejudice them."
    )
    assert "missing-qualified-person" not in rules(under(words))
    assert "missing-qualified-person" in rules(under(words.replace("that person. He", "busy. The Board")))


def test_a_review_may_be_had():
    words = "A review may be had by writing to the Chairman within 40 working days."
    assert "missing-review-route" not in rules(under(f"{COST}\n\n{words}"))


def test_complaints_that_were_asked_for_are_no_way_to_complain():
    asked = 'Your request was for "all air quality complaints made to the Council since 2010".'
    assert "missing-review-route" in rules(under(f"{asked}\n\n{COST}"))


def test_pointed_brackets_may_name_what_is_to_be_filled_in():
    assert "placeholder" in rules(under(f"{COST} Searches were made in \\<name of business area\\> and in the stores."))


def test_a_page_may_tell_when_it_was_answered():
    head = "# Entry numbers (FOI-26-0412)\n\nJoint Board | Answered 8 April 2026 | Freedom of Information Act 2000"
    page = f"{head}\n\n**You asked**\n\nHow many entered?\n\n**We said**\n\n811. The rest is on our website."
    assert recognise(read(page.encode(), "page.md")).kind is Kind.PAGE


@pytest.mark.parametrize(("what", "fault"), [("The same 190 pages are", True), ("The remaining 12 pages are", False)])
def test_what_is_claimed_for_the_same_pages_is_not_apart(what, fault):
    words = "The 190 pages in the first part of the file are exempt under section 30(1)(a)(i)."
    claimed = f"{words}\n\n{what} exempt under section 31(1)(a)."
    assert ("exclusive-exemptions" in rules(under(claimed))) is fault


def test_harbour_commissioners_may_reconsider():
    asks = "If you think that we have got this wrong you may ask the Commissioners to reconsider. Write to the Clerk."
    assert "missing-review-route" not in rules(under(f"{COST}\n\nYOUR RIGHTS\n\n{asks}"))


# --- neither confirming nor denying ----------------------------------------------------------------------------------

SILENT = "By virtue of section 31(3) we neither confirm nor deny that we hold the information."


@pytest.mark.parametrize(
    ("words", "gives_away"),
    [
        ("The Force received three complaints about him and has both of the letters on file.", True),
        ("We hold a file on him, but we neither confirm nor deny what is in it.", True),
        ("Were we to say that we had none, he would carry on with an easy mind.", False),
        ("Complaints about officers are kept for six years.", False),
        (
            "But those same berth holders are the ones whose boats are stripped when a gang learns our hours, and once "
            "it is out it cannot be called back in.",
            False,
        ),
    ],
)
def test_what_gives_a_holding_away(words, gives_away):
    assert ("reveals-holding" in rules(under(f"{SILENT} {words}"))) is gives_away


def test_who_cannot_say_yet_refuses_to_say_nothing():
    words = (
        "We hold both. I am not yet able to tell you whether you may have them. They engage section 43(2), and we have "
        "not decided where the balance lies. Section 17(2) allows us more time; you will hear by 3 May."
    )
    assert letter(words).response is Response.EXTENSION


def test_a_question_answered_before_gives_nothing_away():
    words = (
        "The first is easily answered. We hold the figures and they are these: 41 complaints, of which nine were "
        "upheld.\n\nThe second I cannot answer in that way. We neither confirm nor deny that we hold information about "
        "complaints concerning him, by virtue of section 40(5B)(a)(i)."
    )
    assert letter(words).response is Response.PARTIAL_NCND
    assert "reveals-holding" not in rules(under(words))


def test_a_line_that_ends_in_an_article_goes_on():
    words = (
        f"{SILENT}\n\nThis reply to your question should not be taken as an indication that the\nTrust holds the "
        "information you describe.\n\n"
        "And this is a line of the letter that is a good deal longer than those above, so that\nits width is plain "
        "for all to see, and so is this one which is quite as long as that, if\nnot longer still."
    )
    assert {"one-sided-disclaimer"} <= rules(under(words), "letter.txt")


def test_headings_that_speak_of_withholding_turn_no_ncnd_into_a_refusal():
    words = """\
Freedom of Information Act 2000, section 31(3). The Board neither confirms nor denies that it holds such information.

**Factors favouring withholding any reports – section 31(3)**

Disclosure of a report of this kind would hand over a list of weak points."""
    (engaged,) = recognise(read(f"# Annex 2\n\n{words}\n".encode(), "annex.md")).engagements
    assert engaged.refuses == {Duty.CONFIRM}


def test_a_companion_in_the_same_sentence_turns_the_duty():
    words = (
        "Having considered it with some care, we give you notice under section 18(1), read with section 39(1), that we "
        "will neither reveal whether it exists nor whether it is held."
    )
    assert "wrong-limb" not in rules(under(words).replace("Freedom of Information Act 2000", FOISA[4:]))


def test_a_referral_on_file_is_held_whatever_follows():
    words = (
        "Our budget is enclosed.\n\nA referral about Goldfinch Bet was made in May and we hold a copy of it. "
        "Yet by virtue of section 31(3) we neither confirm nor deny whether we hold information about any referral."
    )
    assert "reveals-holding" in rules(under(words))


def test_witnesses_who_give_no_evidence_disclaim_nothing():
    words = (
        f"{SILENT} To confirm or deny it would put witnesses off, and those who are hunted down do not give evidence."
    )
    assert "missing-disclaimer" in rules(under(words))


def test_a_refusal_to_say_needs_a_limb_that_lifts_the_duty():
    words = (
        f"{SILENT} Nothing in this letter means that it is held or that it is not. Our refusal to confirm or deny "
        "rests also on section 40(2), by virtue of section 40(3A)(a)."
    )
    assert "wrong-limb" in rules(under(words))


def test_an_answer_under_section_18_is_of_a_scottish_letter():
    words = "We give notice under section 18(1), read with section 39(1), that we shall not reveal whether it is held."
    assert letter(words, FOISA).response is Response.NCND


def test_a_council_whose_letterhead_has_no_word_for_it_knows_a_stranger():
    stranger = "Thornsea City Council takes its duty to help seriously, and we would like to help."
    assert "wrong-authority" in rules(f"Brockenden London Borough\n\nHighways\n\n{under(f'{stranger} {COST}')}")


def test_a_force_that_was_never_named_may_do_anything():
    assert "placeholder" in rules(under(f"(police force) spent £46,200 on kits in 2025/26. {COST}"))


def test_what_is_told_of_the_request_may_have_a_gap():
    words = "## Your request for the logs\n\nThis is about the request which you sent us on [insert date received]."
    assert "placeholder" in rules(under(f"{words}\n\n## Our answer\n\n{COST}"))


def test_a_short_answer_is_no_request():
    words = '## Question 2: "Is the field in the conservation area?"\n\nYes. The survey is exempt under section 42.'
    assert numbers(words) == {"42"}


def test_a_question_about_content_opens_the_rights():
    words = "**Not happy with this reply?** Write to the Solicitor within 40 working days. We will reconsider it."
    assert "missing-review-route" not in rules(under(words))


def test_how_a_request_was_handled_decides_no_balance():
    text = (NOTICES / "fresh" / "zgh" / "hallowgate-review.md").read_bytes()
    balances = [each for each in recognise(read(text, "letter.md")).passages if each.part is Part.BALANCE]
    assert not any(passage.concludes for passage in balances)


def test_no_sentence_is_a_review_only_because_nothing_else_is():
    words = (
        "If you think we have gone wrong you may complain to the Information Commissioner, Wycliffe House, Wilmslow."
    )
    assert letter(words).told.review is None


def test_a_line_that_explains_goes_on_behind_its_colon():
    text = (NOTICES / "fresh" / "zgo" / "reservoir-wall.txt").read_bytes()
    assert any("public safety:\nit would hand" in block.text for block in read(text, "letter.txt").blocks)


def test_items_behind_a_colon_stay_items():
    text = (
        "We decided to withhold all of what is listed here, which is in our hands:\nthe map of the wall;\nthe report.\n"
    )
    assert len(read(text.encode(), "letter.txt").blocks) == 3


def test_a_bracket_that_is_left_open_is_closed_in_the_next_line():
    text = (
        "You can complain about this decision by asking us, within 40 working days,\n"
        "for an internal review (write to the Disclosure Unit, quoting\n"
        "25/7714/KD). If the outcome does not satisfy you, section 50 lets you\napply to the Commissioner.\n"
    )
    assert len(read(text.encode(), "letter.txt").blocks) == 1


def test_the_only_force_that_a_page_names_is_its_own():
    text = (
        "Date Responded 17 December 2021\n\nYou asked:\n\nI am requesting the name of the officer.\n\nIn Response:\n\n"
        "Northumbria Police will neither confirm nor deny it is held and by doing so we rely on section 40(5B).\n"
    )
    assert "wrong-authority" not in rules(text, "page.txt")


REVIEWED = """| Item | First response | On review |
|---|---|---|
| The opinion | Withheld, s.42(1) | Upheld |
| The fee | Withheld, s.43(2) | Overturned: it was £8,400 |
| The briefing | Withheld, s.36 | Section 36 dropped; supplied, less two paragraphs withheld under s.42(1) |
"""


def test_what_a_table_overturns_is_relied_on_no_more():
    assert numbers(f"This is the outcome of the internal review.\n\n{REVIEWED}") == {"42"}


BELOW_LISTS = """\
You asked for the audit report on false invoices and any referral to the police.

It may help to say how such matters are dealt with. Each year the auditors do some fifteen planned audits,
whose summaries go to the committee and are published with its papers. They also look into particular concerns
as these come up.

Having taken advice, we neither confirm nor deny whether we hold a report or a referral. We rely on section
31(3).

To confirm it would alert those responsible to the stage that had been reached, and they could settle their
accounts between them. To deny it would show anybody who was minded to cheat us that it had gone unnoticed.
Each would be likely to prejudice the detection of crime.

## The public interest

The following favour confirming or denying:

- tenants' rents pay for the contract, and they are entitled to know whether money has been lost;
- openness about fraud encourages others to report it.

The following favour neither confirming nor denying:

- a criminal enquiry, if there were one, could be frustrated by an early announcement;
- staff who raise concerns expect that nothing will be said until the time is right.

We have thought hard about the first list. The servicing record is published each month, and safety can be
judged from that. Having weighed all these we consider that the public interest in maintaining the exclusion
of the duty to confirm or deny is the greater.

This reply must not be taken to mean that it is held, nor that it is not.
"""


def test_a_balance_comes_down_below_lists():
    balances = [passage for passage in letter(BELOW_LISTS).passages if passage.part is Part.BALANCE]
    assert [passage.concludes for passage in balances] == [True]


def test_a_conclusion_in_the_words_of_the_test_stands_whatever_else_sounds_undecided():
    text = (NOTICES / "fresh" / "zhi" / "helpful-eir.md").read_bytes()
    passages = recognise(read(text, "letter.md")).passages
    assert [passage.concludes for passage in passages if passage.part is Part.BALANCE][-1]


def test_both_exclusions_are_balanced_at_once():
    words = (
        "Your request is refused under section 24(2) and section 31(3).\n\n## Public interest: section 24(2)\n\nFor: "
        "it would inform debate. Against: lives may be lost.\n\n## Public interest: section 31(3)\n\nFor: work. "
        "Against: fewer referrals.\n\n## Balance\n\nThe public interest in maintaining both exclusions is the stronger."
    )
    assert all(dict(engagement.parts)[Part.BALANCE] is State.PRESENT for engagement in letter(words).engagements)


def test_a_head_in_a_table_may_be_read_both_ways():
    words = (
        "The addresses are withheld under section 38(1)(a).\n\n| Considerations favouring disclosure | Factors "
        "favouring Section 38 |\n|---|---|\n| The public should see what it pays for. | Found, it is no refuge. |\n"
    )
    assert "ambiguous-heading" in rules(under(words))


@pytest.mark.parametrize(
    "below",
    [
        "[1] The exemption on which we rely is section 42(1).",
        "For our records and yours\n\n| Request | 0620 |\n|---|---|\n| Exemption relied on | section 42(1) |",
    ],
)
def test_what_stands_below_the_signature_may_name_the_exemption(below):
    text = f"{under('We have the advice and are not going to release it.[1]')}\n{below}\n"
    assert [each.number for each in recognise(read(text.encode(), "letter.md")).engagements] == ["42"]


@pytest.mark.parametrize("act", ["Act 2000", "(Scotland) Act 2002"])
def test_an_act_and_its_year_open_no_paragraph(act):
    text = f"I refer to your request of 4 September under the Freedom of Information\n{act}. You asked for the notes.\n"
    assert len(read(text.encode(), "letter.txt").blocks) == 1


def test_whichever_way_it_is_looked_at_the_balance_lies_somewhere():
    words = (
        "They are exempt under section 31(1)(a) and section 38(1)(b).\n\n## Factors favouring disclosure\n\nResidents "
        "would see how cells are watched.\n\n## Factors against disclosure\n\nThe suite could be defeated.\n\n"
        "## Balancing test\n\nWhat is left adds little to scrutiny and a good deal to risk. Whether looked at under "
        "section 31 or section 38, or both taken together, the balance lies in favour of withholding the plan."
    )
    assert [passage.concludes for passage in letter(words).passages if passage.part is Part.BALANCE] == [True]


@pytest.mark.parametrize("label", ["Speaking against", "Counting against", "What speaks against"])
def test_what_speaks_against_is_a_side(label):
    words = (
        "The opinion is exempt under section 42(1).\n\n*Public interest.* Speaking for disclosure: neighbours wish "
        f"to know. {label}: the need to take advice in confidence; the appeal is live."
    )
    sides = [(passage.part, passage.ambiguous) for passage in letter(words).passages]
    assert sides == [(Part.FOR, False), (Part.AGAINST, False)]


def test_a_reference_may_have_two_digits():
    text = f"Ref: NWTC/E/58\n\n{under('Please quote NWTC/E/85 if you write again. ' + COST)}"
    assert "mismatched-reference" in rules(text)


def test_nobody_is_greeted_by_a_bracket():
    text = f"Subject: RE: FOI request IC-1190 - minutes\n\nHi [insert name],\n\n{COST}\n\nThanks\n\nJude\n"
    assert "placeholder" in rules(text)


def test_help_may_stand_behind_a_label():
    words = (
        "It is refused under section 12(1): it would take 1,750 hours.\n\n**How we can help.** A request for one "
        "wood could be answered within days."
    )
    assert letter(words).told.advice


def test_nothing_here_should_lead_anybody_to_think_so():
    words = (
        "We neither confirm nor deny it by virtue of section 31(3). Nothing here should lead you to think that a "
        "complaint was received, or that none was."
    )
    assert letter(words).disclaimers


def test_a_line_wrapped_before_one_label_holds_others_too():
    text = (
        "Dear Ms Hall\n\nI answer under the Freedom of Information Act 2000. It is exempt under section 43(2).\n\n"
        "That exemption is subject to the public interest test in section 2(2)(b) of it.\n"
        "In favour of disclosure: large sums of public money are involved and value for\n"
        "money is a proper concern of every patient. In favour of maintaining the\n"
        "exemption: fair competition for the coming tenders, which keeps prices down.\n\nYours sincerely\n"
    )
    notice = recognise(read(text.encode(), "letter.txt"))
    assert [(passage.part, passage.headed) for passage in notice.passages] == [(Part.FOR, True), (Part.AGAINST, True)]


def test_the_answer_to_a_question_may_be_called_by_what_it_is_about():
    words = (
        "## Decision\n\nQuestion 2: held, and withheld under section 31(1)(a).\n\n## Questions 2 and 3: law "
        "enforcement\n\nHarm. If the sites were known, offenders would go elsewhere and be harder to catch."
    )
    assert [passage.part for passage in letter(words).passages] == [Part.HARM]


def test_what_does_not_equal_the_other_is_outweighed():
    words = (
        "The advice is exempt under section 42(1). Weighing the two, we find that the interest in disclosure, real "
        "as it is, does not equal the interest in keeping the confidence."
    )
    assert [passage.concludes for passage in letter(words).passages] == [True]


def test_an_interest_in_relation_to_something_is_no_side():
    words = (
        "The rate is exempt under section 43(2).\n\n## Public interest in relation to both exemptions\n\n"
        "Residents would see what they pay for."
    )
    assert Part.AGAINST not in [passage.part for passage in letter(words).passages]


def test_the_title_of_a_page_tells_no_rights():
    text = (
        "# Parking attendants: complaints\n\n| Answered | 26 June 2026 |\n|---|---|\n\n## Questions\n\n- How many "
        "complaints were there?\n\n## Answer\n\nBy section 40(5B)(a)(i) the Council neither confirms nor denies it.\n"
    )
    assert recognise(read(text.encode(), "page.md")).kind is Kind.PAGE


def test_a_thing_a_dash_and_its_provision_are_a_claim():
    text = (NOTICES / "fresh" / "zhc" / "tollerby-drainage-sluices.md").read_bytes()
    assert [each.provision for each in recognise(read(text, "letter.md")).unknown] == ["12(5)(h)"]


@pytest.mark.parametrize(
    ("said", "state"),
    [
        ("Stance: the Constabulary will say neither that it has such information nor that it has none.", State.ABSENT),
        (
            "The Constabulary neither confirms nor denies that it has it, which tells you nothing either way.",
            State.PRESENT,
        ),
        ("That we neither confirm nor deny this is not to be read as a hint that it is there.", State.PRESENT),
    ],
)
def test_to_confirm_and_deny_nothing_is_no_disclaimer_in_itself(said, state):
    words = f"{said} That stance is taken from section 31(3), which lifts the duty in section 1(1)(a)."
    assert letter(words).disclaimer is state
