"""Rules that few letters break: no such exemption, silence never stated, what is given away, what is no notice."""

import pytest

import foilint
from brief_letters import EIR, FOISA, letter
from foilint.law import Duty
from foilint.notice import Kind, Response
from foilint.readers import read
from foilint.recognise import recognise

RIGHTS = (
    "You may ask for an internal review within 40 working days by writing to the Monitoring Officer. If you remain "
    "dissatisfied you may complain to the Information Commissioner, Wycliffe House, Water Lane, Wilmslow SK9 5AF."
)


def rules(words, name="letter.md"):
    opening = "Dear Ms Hall\n\nI answer under the Freedom of Information Act 2000."
    text = f"{opening}\n\n{words}\n\nYours sincerely\n\nA. Hume\n"
    return {finding.rule for finding in foilint.check(text.encode(), name=name).findings}


def unknown(words, act="the Freedom of Information Act 2000"):
    return [citation.provision for citation in letter(words, act).unknown]


# --- a provision that is no exemption ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "provision"),
    [
        ("The schedule is exempt from disclosure under section 45(2) of the Act, commercial interests.", "45(2)"),
        ("The names are withheld by virtue of section 50.", "50"),
        ("The information is exempt information under section 45(1)(a) of the Act.", "45(1)(a)"),
        ("The forecasts are withheld under section 29(3).", "29(3)"),
    ],
)
def test_what_is_called_exempt_claims_whatever_it_cites(words, provision):
    assert unknown(words) == [provision]


@pytest.mark.parametrize(
    "words",
    [
        "The public interest in maintaining the exemption outweighs that in disclosing sections 3 to 6 of the report.",
        "They are exempt by section 2(2) of the Act, and are withheld under section 42(1).",
        "We have regard to the Code of Practice under section 45. The advice is exempt under section 42(1).",
        "This letter is a refusal notice under section 17(1). The advice is exempt under section 42(1).",
    ],
)
def test_what_makes_every_exemption_work_is_no_slip(words):
    assert unknown(words) == []


def test_a_scottish_report_that_can_be_had_elsewhere_is_not_exempt_under_section_24():
    assert unknown("It is exempt under section 24, information otherwise accessible.", FOISA) == ["24"]


def test_an_excepted_plan_is_claimed():
    assert unknown("The plan is excepted by regulation 12(5)(h).", EIR) == ["12(5)(h)"]
    assert {e.number for e in letter("The plan is excepted by regulation 12(5)(e).", EIR).engagements} == {
        "reg 12(5)(e)"
    }


def test_a_limb_that_does_not_exist_is_no_missing_limb():
    assert "missing-limb" not in rules(f"The forecasts are withheld under section 29(3).\n\n{RIGHTS}")
    assert "missing-limb" in rules(f"The bids are withheld under section 43.\n\n{RIGHTS}")


def test_an_act_may_be_called_by_its_year_alone():
    words = (
        "They are exempt under section 44(1)(a). Our inspectors may require an answer under section 20(2)(j) of the "
        "1974 Act. By section 28(7) nobody may disclose what was obtained under section 20, or under section 14(4)(a)."
    )
    notice = letter(words)
    assert (notice.unknown, {e.number for e in notice.engagements}) == ((), {"44"})


# --- silence that is never stated -------------------------------------------------------------------------------------

NO_INFERENCE = "This letter must not be taken as evidence that the information exists or that it does not exist."


@pytest.mark.parametrize(
    "claim",
    [
        "Your request is refused. We rely on section 31(3), because of the matters in section 31(1)(a).",
        "We refuse your request and rely on section 40(5B)(a)(i) of the Act.",
        "The Ministry has decided to refuse your request. It relies for that on sections 23(5) and 24(2).",
    ],
)
def test_to_refuse_a_request_may_be_to_say_nothing(claim):
    notice = letter(f"{claim}\n\n{NO_INFERENCE}")
    assert notice.response is Response.NCND
    assert all(engagement.refuses == {Duty.CONFIRM} for engagement in notice.engagements)
    assert "missing-ncnd-statement" in rules(f"{claim}\n\n{NO_INFERENCE}\n\n{RIGHTS}")


def test_what_is_withheld_by_a_limb_of_silence_is_withheld():
    notice = letter("We hold the report. It is withheld under section 31(3).")
    assert (notice.response, notice.engagements[0].refuses) == (Response.WITHHELD, {Duty.DISCLOSE})


def test_a_test_that_comes_down_states_nothing():
    words = (
        "The force relies on section 31(3) and will not be answering your questions.\n\nBALANCE TEST\n\nThe interest "
        f"in one firm is slight. We find that the public interest favours not saying either way.\n\n{NO_INFERENCE}"
    )
    assert letter(words).statements == ()
    assert "missing-ncnd-statement" in rules(f"{words}\n\n{RIGHTS}")


@pytest.mark.parametrize(
    ("said", "faulty"),
    [
        ("Your request is refused under section 18(1), read with section 35(1)(a).", True),
        ("The force will not reveal whether it exists or is held: section 18(1), read with section 35(1)(a).", False),
    ],
)
def test_a_scottish_silence_must_be_stated_too(said, faulty):
    text = f"Dear Ms Hall\n\nI answer under {FOISA}.\n\n{said}\n\n{NO_INFERENCE}\n\nYours sincerely\n\nA. Hume\n"
    found = {finding.rule for finding in foilint.check(text.encode(), name="letter.md").findings}
    assert ("missing-ncnd-statement" in found) == faulty


# --- what is given away -----------------------------------------------------------------------------------------------

SILENT = "By virtue of section 31(3) we neither confirm nor deny that we hold any notice that would end the contract."


@pytest.mark.parametrize(
    "admission",
    [
        "Two notices of the kind were served on the firm in April, and copies are on our contract file.",
        "There is nothing whatever in our records about a notice to end the contract.",
    ],
)
def test_what_lies_on_a_file_is_held(admission):
    assert letter(f"{admission} {SILENT}").admissions


def test_what_is_held_beside_the_rest_gives_nothing_away():
    words = (
        "We hold our officer's report on the fire. A copy is enclosed.\n\nAs to any information other than the report, "
        "the Service neither confirms nor denies that it is held: section 31(3)."
    )
    notice = letter(words)
    assert (notice.response, notice.admissions) == (Response.PARTIAL_NCND, ())


def test_what_follows_a_quoted_request_is_the_answer():
    words = (
        "You asked:\n\n> How often has an ambulance gone to the address?\n\nWe searched on 30 September. Records of "
        "attendances there are held.\n\nThe Trust neither confirms nor denies that it holds the information asked for, "
        "by virtue of section 38(1)(a)."
    )
    assert letter(words).admissions


@pytest.mark.parametrize(
    "admission",
    [
        "The Board opened one such report in the winter, and it lies with our counter fraud office.",
        "It may help to know how these matters are dealt with. The report you ask for was finished on 11 July.",
        "The team keeps five such reports in its cabinet.\n\nWhat was said of him is his affair.\n\nSo is who said it.",
        "The teams have searched under that address. They found that no reports have been made about it.",
        "I have searched the case system of the team and found two reports to the police about this pharmacy.",
    ],
)
def test_what_became_of_the_thing_gives_it_away(admission):
    silent = "By virtue of section 31(3) we neither confirm nor deny whether we hold a report about false invoices."
    assert letter(f"{admission}\n\n{silent}").admissions


def test_such_a_thing_as_was_asked_for_gives_it_away():
    words = (
        "On 26 October you asked for any referral about opioids.\n\nSuch a referral was made by our officer.\n\n"
        "Under section 31(3) we neither confirm nor deny that the information you seek exists or is held by us."
    )
    assert letter(words).admissions
    assert (
        letter(words.replace("Such a referral was made by our officer.", "Officers make referrals.")).admissions == ()
    )


def test_what_the_request_says_was_kept_gives_nothing_away():
    words = (
        'The request is for "dates on which covert observation was kept at the harbour".\n\n'
        "The Authority neither confirms nor denies that it holds the information requested, by section 31(3)."
    )
    assert letter(words).admissions == ()


def test_what_is_held_for_another_item_gives_nothing_away():
    words = (
        "(a) We hold this information. The figures are 14, 9 and 17.\n\n(b) By virtue of section 40(5B)(a)(i) the "
        "Trust neither confirms nor denies that it holds information about the person you name."
    )
    assert letter(words).admissions == ()


@pytest.mark.parametrize(
    "background",
    [
        "You say that the report was leaked, and that one such report was seen by you.",
        "If one such report had been made, it would be kept by the Director.",
        "Each year the auditors write fifteen reports, which are published.",
    ],
)
def test_what_is_supposed_or_general_gives_nothing_away(background):
    silent = "By virtue of section 31(3) we neither confirm nor deny whether we hold a report about false invoices."
    assert letter(f"{background}\n\n{silent}").admissions == ()


# --- what is no notice, and what is one -------------------------------------------------------------------------------

README = """# Drafts folder

This folder is for the Governance Team. It holds drafts only, and nothing in it has been sent. Owner: Mara, ext. 4410.

## What goes where

| Folder | Contents |
|---|---|
| `1-new` | the request as it came in, and the log sheet |
| `2-draft` | the draft reply |
| `3-check` | drafts waiting for Legal |

## House rules

1. Log the request on the day it comes in. The clock is 20 working days.
2. If you think that an exemption is needed, talk to Priya in Legal. She keeps the notes on section 40 and section 43.
3. Use the standard paragraphs for the internal review and the Commissioner; do not copy them from an old letter.

## Who to ask

- Log sheet and dates: Mara, ext. 4410
- Legal: Priya, ext. 4427
"""

MINUTES = """# Information Governance Board

Minutes of the meeting of 4 March. Present: Ms Hume (chair), Mr Osei, Dr Lal. Apologies: Ms Brand.

3. FOI performance. Members noted that 214 requests had been received in the quarter and that 91 % had been answered in
time. In eleven cases information had been withheld under section 43(2), and in four the request had been refused under
section 14. The Board asked for a note on the use of section 14.

4. Any other business. There was none. Next meeting: 3 June.
"""

MANUAL = """# Desk instruction 7: neither confirming nor denying

Issued by the Disclosure Manager, version 3. For all decision makers.

## When to use it

Before you draft, ask whether a plain "yes" or "no" would do harm. If it would, section 31(3) may apply. Check the log
for earlier requests of the same kind, so that our answers are consistent, and speak to your team leader.

## What the letter must contain

1. State that the force neither confirms nor denies that it holds the information, by virtue of section 31(3).
2. Explain the harm. Do not copy it from another case.
3. Set out the factors on both sides and strike a balance.
4. End with the no-inference paragraph (see the template library).

## Common mistakes

- Arguing about disclosure instead of confirmation or denial.
- Using section 31(1), which only withholds. If in doubt ask Legal.

Staff should complete the e-learning module every year. Questions to the Disclosure Manager, ext. 4410.
"""


BRIEF = "# Drafts\n\nPut drafts in `drafts/` and run the check. If section 40 comes up ask Jo.\n"


@pytest.mark.parametrize("text", [README, MINUTES, MANUAL, BRIEF], ids=["readme", "minutes", "manual", "brief"])
def test_a_file_for_officers_is_no_notice(text):
    assert {finding.rule for finding in foilint.check(text.encode(), name="notes.md").findings} == {"not-a-notice"}


SHORT = """Dear Miss Fenwick

The list you want is on our website, at www.drt.example/awards, so you can get at it without our sending it. It is
reasonably accessible to you by other means, and exempt from disclosure under section 21(1) FOIA. If you cannot use the
internet, tell me and I will post the four pages.

To complain, ask for an internal review within 40 working days (review@drt.example). You can then go to the Information
Commissioner (ico.org.uk, 0303 123 1113).

Yours sincerely
"""


def test_a_short_answer_that_claims_and_tells_the_rights_is_a_notice():
    assert foilint.check(SHORT.encode(), name="letter.txt").findings == ()


def test_to_resolve_not_to_supply_is_to_refuse():
    assert "no-exemption" in rules(f"The Board resolved, by seven votes to two, not to supply the survey.\n\n{RIGHTS}")


def test_an_acknowledgement_that_warns_of_exemptions_refuses_nothing():
    text = "Dear Ms Hall\n\nThank you. If an exemption is needed we will tell you which.\n\nYours sincerely\n"
    found = foilint.check(text.encode(), name="letter.md", kind="letter").findings
    assert "no-exemption" not in {finding.rule for finding in found}


def test_whoever_calls_it_a_letter_has_it_read_as_one():
    assert foilint.check(MANUAL.encode(), name="manual.md", kind="letter").notices[0].engagements


@pytest.mark.parametrize(
    "words",
    [
        "**We do not hold this information.**\n\nThe register begins in 2021.",
        "Under section 1(1)(a) we must tell you whether we hold what you ask for. We do not. Phones go in envelopes.",
    ],
)
def test_not_held_may_be_said_in_bold_or_in_short(words):
    notice = letter(words)
    assert (notice.response, bool(notice.not_held)) == (Response.NOT_A_REFUSAL, True)
    assert rules(f"{words}\n\n{RIGHTS}") == set()


def test_a_schedule_below_the_signature_belongs_to_the_answer():
    text = (
        "Dear Ms Hall\n\nI answer under the Freedom of Information Act 2000. We are withholding the price list; the "
        "exemption is named in the schedule.\n\nYours sincerely\n\nA. Hume\n\n"
        "## Schedule\n\n| Item | Exemption relied on |\n|---|---|\n| Prices | Commercial interests, section 43(2) |\n"
    )
    assert [engagement.number for engagement in recognise(read(text.encode(), "letter.md")).engagements] == ["43"]


def test_a_page_may_say_so_below_its_title():
    text = (
        "# Test purchases at shops\n\n*Larch Council disclosure log. Answered 2 October 2025 under the Freedom of "
        "Information Act 2000.*\n\n**You asked:** Are there plans to send volunteers into any shop on Kiln Street "
        "before Christmas?\n\n"
        "**Our answer:** We neither confirm nor deny whether we hold this, by section 31(3).\n"
    )
    assert recognise(read(text.encode(), "page.md")).kind is Kind.PAGE


# --- the Act, never named ---------------------------------------------------------------------------------------------

UNNAMED = "The plan is withheld: section 31(1)(a) of the Act (prevention or detection of crime)."


@pytest.mark.parametrize(
    ("named", "faulty"),
    [
        ("", True),
        ("Reference FOI/4406", True),
        ("This answers your request under the FOI Act.", False),
        ("Your FOI request of 2 May", False),
        ("FOIA applies.", False),
    ],
)
def test_the_act_alone_names_none(named, faulty):
    text = f"Dear Ms Hall\n\n{named}\n\n{UNNAMED}\n\n{RIGHTS}\n\nYours sincerely\n\nA. Hume\n"
    found = {finding.rule for finding in foilint.check(text.encode(), name="letter.md").findings}
    assert ("missing-act" in found) == faulty


def test_where_no_law_is_named_the_commissioner_tells_which():
    text = (
        "Dear Ms Hall\n\nThe schedule is exempt under section 33(1)(b), commercial interests.\n\nYou may apply to the "
        "Scottish Information Commissioner, Kinburn Castle, St Andrews.\n\nYours sincerely\n\nA. Hume\n"
    )
    assert recognise(read(text.encode(), "letter.md")).law.regime == "foisa2002"
