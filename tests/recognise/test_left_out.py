"""Parts that are truly left out: what a letter goes on about in their place is not taken for them."""

import pytest

from brief_letters import EIR, FOISA, letter
from foilint.document import Span
from foilint.notice import Part, State
from foilint.recognise.draft import eyes
from foilint.recognise.gathered import Gathered

CLAIM = "The rota is withheld under section 31(1)(a)."
HARM = (
    "Burglars who had it would know on which nights nobody walks the yard, so that disclosure would be likely to "
    "prejudice the prevention of crime."
)
FOR = "Residents pay for the patrols, and the rota would let them see whether their own streets get a fair share."
AGAINST = (
    "Against that, every theft it led to would be paid for by the same residents, and the rota could not be recalled."
)
BALANCE = "The public interest in maintaining the exemption outweighs the public interest in disclosure."
WEIGHED = f"## Section 31(1)(a)\n\n{CLAIM} {HARM}\n\n### For disclosure\n\n{FOR}\n\n### Against it\n\n{AGAINST}"


def lacking(words, act="the Freedom of Information Act 2000"):
    """The parts that the first exemption of a letter lacks, and whether a balance stays open."""
    notice = letter(words, act)
    absent = {part for part, state in notice.engagements[0].parts if state is State.ABSENT}
    undecided = any(p.part is Part.BALANCE and not p.concludes for p in notice.passages)
    return absent, undecided


def test_a_letter_with_everything_lacks_nothing():
    assert lacking(f"{CLAIM} {HARM}\n\nThe test is due. {FOR} {AGAINST} {BALANCE}") == (set(), False)


@pytest.mark.parametrize(
    "recital",
    [
        "That section is about information the disclosure of which would, or would be likely to, prejudice the "
        "prevention or detection of crime.",
        "It applies where disclosure would be likely to prejudice the prevention or detection of crime.",
        "That exemption may be relied on to the extent that disclosure would prejudice the prevention of crime.",
        "In terms of that provision information is exempt if its disclosure would be likely to prejudice the "
        "prevention of crime.",
        "It is withheld under section 31(1)(a) of the Freedom of Information Act 2000, which is engaged where "
        "disclosure would, or would be likely to, prejudice the prevention of crime.",
        "Information is exempt under that section if its disclosure would be likely to prejudice it. We rely on the "
        "lower level of the two, 'would be likely to'.",
    ],
)
def test_what_an_exemption_is_for_is_no_harm(recital):
    background = "The rota was drawn up in May by the operations team and runs to four pages."
    assert lacking(f"{CLAIM} {recital} {background}\n\n{FOR} {AGAINST} {BALANCE}")[0] == {Part.HARM}


def test_harm_that_is_only_asserted_in_the_words_of_the_statute_is_no_harm():
    asserted = (
        "I am satisfied that disclosure would be likely to prejudice the prevention of crime and the apprehension or "
        "prosecution of offenders."
    )
    assert lacking(f"{CLAIM} {asserted}\n\n{FOR} {AGAINST} {BALANCE}")[0] == {Part.HARM}
    told = "Publication would be of direct help to thieves."
    assert lacking(f"{CLAIM} {told} {asserted}\n\n{FOR} {AGAINST} {BALANCE}")[0] == set()


def test_harm_is_put_to_the_interest_that_it_names():
    claim = "Chapter 3 is withheld under section 24(1) and chapter 4 under section 31(1)(a)."
    told = "Section 24(1) covers what national security requires, and we have read chapter 3 with that in mind."
    notice = letter(f"{claim} {told} {HARM}\n\nFor both: {FOR} {AGAINST} {BALANCE}")
    assert {e.number for e in notice.engagements if e.state(Part.HARM) is State.ABSENT} == {"24"}


def test_who_was_asked_is_answered_by_no_turn():
    asked = (
        "The Head of Collections and the solicitor were both asked for their views, and the rota was read line by line."
    )
    turned = f"Set against those, {AGAINST.removeprefix('Against that, ')}"
    assert lacking(f"{CLAIM} {HARM}\n\nThe test is due. {asked}\n\n{turned}\n\n{BALANCE}")[0] == {Part.FOR}
    assert lacking(f"{CLAIM} {HARM}\n\nThe test is due. {asked}\n\n{FOR}\n\n{turned}\n\n{BALANCE}")[0] == set()


def test_harm_that_is_summed_up_is_to_the_interest_of_the_sum():
    claim = "The rota is withheld by reason of section 31(1)(a), and the price sheet by reason of section 43(2)."
    told = (
        "Kelloe is quoting this month for two estates, and a rival with that sheet could shave a penny off each "
        "line. That would be likely to prejudice Kelloe's commercial interests."
    )
    notice = letter(f"{claim}\n\n{told}\n\nFor both: {FOR} {AGAINST} {BALANCE}")
    assert {e.number for e in notice.engagements if e.state(Part.HARM) is State.ABSENT} == {"31"}


def test_a_claim_may_tell_the_harm():
    claim = (
        "The rota is withheld under section 31(1)(a), since its release would be likely to prejudice the prevention of "
        "crime by telling burglars on which nights nobody walks the yard."
    )
    assert lacking(f"{claim}\n\n{FOR} {AGAINST} {BALANCE}")[0] == set()
    bare = claim[: claim.index(" by telling")] + "."
    assert lacking(f"{bare}\n\n{FOR} {AGAINST} {BALANCE}")[0] == {Part.HARM}


def test_a_sentence_that_weighs_for_two_exemptions_leaves_both_open():
    claim = "The rota is withheld under section 31(1)(a) and the route under section 38(1)(b)."
    attack = "A man who knew the route could lie in wait, which would be likely to endanger the safety of the patrol."
    weighed = "These considerations pull in opposite directions and each is of great importance."
    notice = letter(f"{claim} {HARM} {attack}\n\nThe same weighs under each. {FOR} {AGAINST}\n\n{weighed}")
    undecided = [p.exemptions for p in notice.passages if p.part is Part.BALANCE and not p.concludes]
    assert undecided == [frozenset(("31", "38"))]


def test_the_harm_to_one_interest_is_not_that_to_another():
    claim = "The rota is withheld under section 31(1)(a) and the prices under section 43(2)."
    notice = letter(f"{claim} {HARM}\n\nFor both exemptions: {FOR} {AGAINST} {BALANCE}")
    lacking_harm = {e.number for e in notice.engagements if e.state(Part.HARM) is State.ABSENT}
    assert lacking_harm == {"43"}


@pytest.mark.parametrize(
    ("words", "left_out"),
    [
        (
            f"{CLAIM} {HARM}\n\nWe then weighed the public interest. Patrols that burglars can foresee protect nobody, "
            f"and a rota once out cannot be recalled. It is four pages long and was last changed in June. {BALANCE}",
            {Part.FOR},
        ),
        (
            f"{CLAIM} {HARM}\n\nWe then weighed the public interest. {FOR} It is four pages long and was last changed "
            f"in June. {BALANCE}",
            {Part.AGAINST},
        ),
    ],
)
def test_a_side_that_is_left_out_is_missed(words, left_out):
    assert lacking(words)[0] == left_out


def test_what_the_applicant_would_like_to_see_favours_nothing():
    words = (
        "You would like to see everything we hold on what the Albion Mill may be worth.\n\nWe are not sending you the "
        "two valuations. They are caught by section 43(2). The mill goes to sealed bids in February. A developer who "
        "had seen what our surveyor thinks it will fetch would pitch his offer a pound above that figure, and the "
        "borough would be likely to come away with less.\n\nSection 43 still leaves us to ask which course does the "
        "public more good.\n\nWhat tells the other way is that the same ratepayers stand to lose if the sale goes "
        "badly, that a bidder who is shown our hand has no reason to show us his, and that others would think twice "
        f"before dealing with us.\n\n{BALANCE}"
    )
    assert lacking(words)[0] == {Part.FOR}


@pytest.mark.parametrize(
    "ending",
    [
        "Openness about patrols is important, and so is keeping the yard secure.",
        "Should the balance fall the other way, we shall send the rota with our next letter.",
        "The question is whether the public interest in maintaining the exemption outweighs that in disclosure.",
        "These are difficult matters, and the balance may shift as the season goes on.",
        "We have weighed each of these with care, and each has force.",
        "We have borne in mind that each is substantial and that the presumption in favour of disclosure applies.",
        "All are of substance, and it is right that each should be given its due weight.",
    ],
)
def test_what_only_weighs_comes_down_nowhere(ending):
    assert lacking(f"{WEIGHED}\n\n### Balance\n\n{ending}") == (set(), True)


@pytest.mark.parametrize(
    "ending",
    [
        "We come down in favour of withholding.",
        "The case for keeping it back is the better one.",
        "We weighed it up. Withholding came out ahead.",
        "Refusal, then, is what the public interest calls for.",
        "The public gains more from quiet nights than it would from the rota, so the exemption should be kept.",
        "On section 31 we reach the same conclusion.",
    ],
)
def test_plain_words_come_down(ending):
    assert lacking(f"{WEIGHED}\n\n### Balance\n\n{ending}") == (set(), False)


def test_whether_personal_data_may_be_disclosed_is_another_balance():
    names = (
        "## The names\n\nNeither would expect it, and no legitimate interest would override their privacy, so that "
        "they are exempt under section 40(2)."
    )
    assert lacking(f"{WEIGHED}\n\n{names}") == ({Part.BALANCE}, False)


def test_harm_under_the_title_of_an_annex_is_harm():
    title = "# Public interest test, request 612\n\nThe rota is withheld under section 31(1)(a)."
    sides = f"### For disclosure\n\n{FOR}\n\n### Against it\n\n{AGAINST}\n\n### Outcome\n\n{BALANCE}"
    annex = f"{title}\n\nThe prevention of crime would be prejudiced if a burglar knew where nobody walks.\n\n{sides}"
    assert lacking(annex) == (set(), False)


def test_a_balance_of_each_exemption_is_of_all_that_its_heading_names():
    claims = "## 1. Rota: section 31(1)(a)\n\nIt is withheld.\n\n## 2. Prices: section 43(2)\n\nThey are withheld."
    words = (
        f"{claims}\n\n## 3. Public interest: sections 31 and 43\n\nIn favour of disclosure: {FOR} In favour of "
        "maintaining section 31: streets are safer. In favour of maintaining section 43: bids stay keen.\n\nWe think "
        "the arguments for maintaining each exemption outweigh those for disclosure."
    )
    states = {e.number: e.state(Part.BALANCE) for e in letter(words).engagements}
    assert states == {"31": State.PRESENT, "43": State.PRESENT}


def test_what_stands_before_the_sides_is_no_balance():
    before = "Those who lost could see how little they need to come down to win, which would be likely to prejudice it."
    words = (
        f"The rates are withheld under section 43(2). {before}\n\nThe public interest was looked at. {FOR} {AGAINST}"
    )
    assert lacking(words)[0] == {Part.BALANCE}


def test_a_balance_that_decides_by_name_serves_whom_it_names():
    two = (
        "## Emails\n\nThese are withheld under regulation 12(4)(e).\n\n**For disclosure.** People would see what was "
        "thought.\n\n**Against disclosure.** Officers need room to be wrong.\n\n## Prices\n\nThese are withheld under "
        "regulation 12(5)(e), as rivals would undercut the firm and so its economic interest would be adversely "
        "affected.\n\n**For disclosure.** It is public money.\n\n**Against disclosure.** Firms would stop bidding."
        "\n\n## Balance\n\nThe public interest in maintaining regulation 12(4)(e) outweighs that in disclosure."
    )
    states = {e.number: e.state(Part.BALANCE) for e in letter(two, EIR).engagements}
    assert states == {"reg 12(4)(e)": State.PRESENT, "reg 12(5)(e)": State.ABSENT}


def test_a_factor_that_ends_by_deciding_is_the_balance_too():
    first = "## A: section 43(2)\n\nThe bids are withheld under section 43(2).\n\n### Balance\n\n" + BALANCE
    second = (
        "## B: section 42(1)\n\nThe advice is withheld under section 42(1).\n\nFor disclosure: it would show what we "
        "were told. For maintaining the exemption: a client must be able to speak freely. I conclude that the balance "
        "favours withholding the advice."
    )
    notice = letter(f"{first}\n\n{second}")
    assert {e.number: e.state(Part.BALANCE) for e in notice.engagements}["42"] is State.PRESENT


def test_a_table_may_be_headed_by_its_rows_from_the_first():
    rows = (
        f"| What harm would be done? | {HARM} |\n|---|---|\n| What favours disclosure? | {FOR} |\n"
        f"| What favours the exemption? | {AGAINST} |\n| Which weighs more? | {BALANCE} |"
    )
    assert lacking(f"{CLAIM}\n\n{rows}") == (set(), False)


def test_an_answer_under_section_18_may_be_in_no_doubt():
    words = (
        "We give notice under section 18(1), read with section 35(1)(a), that we shall not reveal whether the report "
        "exists or is held. To do so would prejudice substantially the prevention of crime, because poachers would "
        "know whether they had been seen.\n\nAnglers would like to know that something is done. On the other hand a "
        "patrol that is announced catches nobody. The Council is in no doubt that to reveal it would be contrary to "
        "the public interest."
    )
    assert lacking(words, FOISA)[0] == set()


def test_what_follows_if_the_public_is_better_served_strikes_no_balance():
    rule = "That exemption gives way if the public is better served by seeing the rota."
    assert lacking(f"{CLAIM} {HARM}\n\n{rule} {FOR} {AGAINST}")[0] == {Part.BALANCE}
    assert lacking(f"{CLAIM} {HARM}\n\n{rule} {FOR} {AGAINST} {BALANCE}")[0] == set()


def test_one_sentence_may_end_one_test_and_leave_another_open():
    gathered = Gathered(eyes().lexicon)
    passage = gathered.open(Part.BALANCE, frozenset(("31", "43")))
    passage.text.append(Span(3, 0, 40))
    passage.concludes = True
    gathered.undecided = {"31": 0.02, "43": 0.95}
    ends = {tuple(each.exemptions): each.concludes for each in gathered.passages()}
    assert ends == {("31",): True, ("43",): False}


def test_a_test_is_not_elsewhere_because_the_annex_is_withheld():
    words = "The public interest favours withholding annex C."
    assert letter(f"Annex C is withheld under section 42(1).\n\n{words}").elsewhere is None
    attached = "The public interest test is attached as annex C."
    assert letter(f"The advice is withheld under section 42(1).\n\n{attached}").elsewhere is not None
