"""What the statutes say, limb by limb, as RULES has it and as a lawyer would check it against the text.

Each list is complete: a limb that is missing from it, or one too many, fails.
"""

import pytest

from foilint.law import Duty, UnknownLaw, laws, load
from foilint.law import Test as Weighing  # pytest takes a name that begins with Test for a test
from foilint.provision import path_of, printed

FOIA, EIR, SCOTTISH_EIR, FOISA = (load(regime) for regime in ("foia2000", "eir2004", "eisr2004", "foisa2002"))
EVERY_LAW = pytest.mark.parametrize("law", laws(), ids=lambda law: law.regime)


def in_force(law):
    """The limbs of the exemptions, without the bars and without what has been repealed."""
    return [limb for exemption in law.exemptions if not exemption.bar for limb in exemption.limbs if not limb.obsolete]


def provisions(limbs):
    return [limb.provision for limb in limbs]


def named(law, provision, duty=None):
    return provisions(law.limbs(path_of(provision), duty))


def exemption(law, provision):
    return law.exemption(path_of(provision))


# --- the public interest test ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("law", "absolute"),
    [
        # Section 2(3): 21, 23, 32, 34, 37(1)(a) to (ab), 40(1), 40(2) by the first condition (3A), 41, 44, no others.
        (
            FOIA,
            (
                "21(1) 23(1) 23(5) 32(1) 32(2) 32(3) 34(1) 34(2) 37(1)(a) 37(1)(aa) 37(1)(ab) 40(1) 40(2) 40(3A) "
                "41(1) 41(2) 44(1) 44(2)"
            ),
        ),
        # Personal data: the applicant's own, and others' by the first condition.
        (EIR, "5(3) 13(1)(a) 13(2A) 13(5A) 13(5B)"),
        (SCOTTISH_EIR, "11(1) 11(2)(a) 11(3A) 11(6)"),
        # Section 2(2): 25, 26, 36(2), 37, 38(1)(a), (c), (d), and (b) by the first condition (2A).
        (FOISA, "25(1) 26(a) 26(b) 26(c) 36(2) 37(1) 38(1)(a) 38(1)(b) 38(1)(c) 38(1)(d) 38(2A)"),
    ],
)
def test_absolute_limbs_owe_no_public_interest_test(law, absolute):
    assert provisions(limb for limb in in_force(law) if limb.test is Weighing.ABSOLUTE) == absolute.split()


@pytest.mark.parametrize(
    ("law", "unsettled"),
    [
        # Section 2(3) does not list them; a tribunal asks for a test, the Commissioner does not.
        (FOIA, "40(5A) 40(5B)"),
        # Not held: 12(1)(b) and 10(1)(b) speak of every exception, and no test can change it.
        (EIR, "12(4)(a)"),
        (SCOTTISH_EIR, "10(4)(a)"),
        (FOISA, ""),
    ],
)
def test_unsettled_limbs_are_neither_asked_for_a_test_nor_told_it_is_needless(law, unsettled):
    assert provisions(limb for limb in in_force(law) if limb.test is Weighing.UNSETTLED) == unsettled.split()


@pytest.mark.parametrize(
    ("law", "qualified"),
    [
        (
            FOIA,
            (
                "22(1) 22(2) 22A(1) 22A(2) 24(1) 24(2) 26(1) 26(3) 27(1) 27(2) 27(4)(a) 27(4)(b) 28(1) 28(3) "
                "29(1) 29(2) 30(1) 30(2) 30(3) 31(1) 31(2) 31(3) 33(2) 33(3) 35(1) 35(3) 36(2) 36(3) 37(1)(ac) "
                "37(1)(ad) 37(1)(b) 37(2) 38(1) 38(2) 39(1) 39(2) 40(3B) 40(4A) 42(1) 42(2) 43(1) 43(2) 43(3)"
            ),
        ),
        (
            EIR,
            (
                "12(4)(b) 12(4)(c) 12(4)(d) 12(4)(e) 12(5)(a) 12(5)(b) 12(5)(c) 12(5)(d) 12(5)(e) 12(5)(f) 12(5)(g) "
                "13(1)(b) 13(2B) 13(3A) 13(5A)(b) 13(5B)(b) 13(5B)(c) 13(5B)(d) 13(5B)(e)"
            ),
        ),
        (
            SCOTTISH_EIR,
            (
                "10(4)(b) 10(4)(c) 10(4)(d) 10(4)(e) 10(5)(a) 10(5)(b) 10(5)(c) 10(5)(d) 10(5)(e) 10(5)(f) 10(5)(g) "
                "11(2)(b) 11(3B) 11(4A)"
            ),
        ),
        (
            FOISA,
            (
                "27(1) 27(2) 28(1) 29(1) 30(a) 30(b) 30(c) 31(1) 31(4) 32(1)(a) 32(1)(b) 33(1)(a) 33(1)(b) 33(2) 34(1) "
                "34(2) 34(3) 34(4) 35(1) 35(2) 36(1) 38(2B) 38(3A) 39(1) 39(2) 40(a) 40(b) 41(a) 41(b)"
            ),
        ),
    ],
)
def test_qualified_limbs_owe_factors_for_and_against_and_a_balance(law, qualified):
    assert provisions(limb for limb in in_force(law) if limb.test is Weighing.QUALIFIED) == qualified.split()


def test_the_limb_that_lifts_the_duty_to_confirm_is_absolute_where_it_relates_to_the_sovereign_and_the_heir():
    (limb,) = FOIA.limbs(path_of("37(2)"))
    assert [printed(path) for path in limb.absolute_with] == ["37(1)(a)", "37(1)(aa)", "37(1)(ab)"]


def test_section_36_counts_as_qualified_and_says_who_holds_it_absolutely():
    assert "House of Commons" in exemption(FOIA, "36").note


# --- harm -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("law", "harmful"),
    [
        # Prejudice, endangerment, necessity or a qualified person's opinion, in either direction; not 27(2), 27(4)(b)
        # (confidences of other States), 43(1) (trade secrets), nor 34 (privilege, absolute).
        (
            FOIA,
            (
                "22A(1) 22A(2) 24(1) 24(2) 26(1) 26(3) 27(1) 27(4)(a) 28(1) 28(3) 29(1) 29(2) 31(1) 31(2) 31(3) 33(2) "
                "33(3) 36(2) 36(3) 38(1) 38(2) 43(2) 43(3)"
            ),
        ),
        # Adverse effect: 12(5), not 12(4).
        (EIR, "12(5)(a) 12(5)(b) 12(5)(c) 12(5)(d) 12(5)(e) 12(5)(f) 12(5)(g)"),
        # Substantial prejudice.
        (SCOTTISH_EIR, "10(5)(a) 10(5)(b) 10(5)(c) 10(5)(d) 10(5)(e) 10(5)(f) 10(5)(g)"),
        # Substantial prejudice, endangerment (39(1)), necessity (31(1)).
        (
            FOISA,
            "27(2) 28(1) 30(a) 30(b) 30(c) 31(1) 31(4) 32(1)(a) 33(1)(b) 33(2) 35(1) 35(2) 39(1) 40(a) 40(b)",
        ),
    ],
)
def test_limbs_that_rest_on_harm_owe_it(law, harmful):
    assert provisions(limb for limb in in_force(law) if limb.harm) == harmful.split()


# --- the duty to confirm or deny ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("law", "lifting"),
    [
        (
            FOIA,
            (
                "22(2) 22A(2) 23(5) 24(2) 26(3) 27(4)(a) 27(4)(b) 28(3) 29(2) 30(3) 31(3) 32(3) 33(3) 34(2) 35(3) "
                "36(3) 37(2) 38(2) 39(2) 40(5A) 40(5B) 41(2) 42(2) 43(3) 44(2)"
            ),
        ),
        (EIR, "13(5A) 13(5A)(b) 13(5B) 13(5B)(b) 13(5B)(c) 13(5B)(d) 13(5B)(e)"),
        (SCOTTISH_EIR, "11(6)"),
        (FOISA, ""),
    ],
)
def test_limbs_that_lift_the_duty_to_confirm_or_deny(law, lifting):
    assert provisions(limb for limb in in_force(law) if limb.lifts is Duty.CONFIRM) == lifting.split()


@pytest.mark.parametrize(
    ("law", "companion", "turned"),
    [
        (EIR, "12(6)", "12(5)(a)"),
        (SCOTTISH_EIR, "10(8)", "10(5)(a)"),
        (FOISA, "18(1)", "28 29 30 31 32 33 34 35 38 39(1) 41"),
    ],
)
def test_companions_turn_other_exemptions_to_the_duty_to_confirm_or_deny(law, companion, turned):
    found = law.companion(path_of(companion))
    assert [printed(path) for path in found.turns] == turned.split()
    assert exemption(law, companion) is None


# --- cost and conduct -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("law", "provision", "bar", "limbs"),
    [
        (FOIA, "12", "cost", "12(1) 12(2)"),
        (FOIA, "14", "conduct", "14(1) 14(2)"),
        (FOISA, "12", "cost", "12(1)"),
        (FOISA, "14", "conduct", "14(1) 14(2)"),
    ],
)
def test_a_bar_owes_neither_test_nor_harm(law, provision, bar, limbs):
    found = exemption(law, provision)
    assert found.bar == bar
    assert [(limb.provision, limb.test, limb.harm) for limb in found.limbs] == [
        (limb, Weighing.ABSOLUTE, False) for limb in limbs.split()
    ]


def test_the_regulations_have_no_bars_but_a_test_on_unreasonable_requests():
    assert [found.number for law in (EIR, SCOTTISH_EIR) for found in law.exemptions if found.bar] == []
    assert [limb.test for limb in EIR.limbs(path_of("12(4)(b)"))] == [Weighing.QUALIFIED]


# --- what a citation means ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("law", "cited", "limbs"),
    [
        (FOIA, "31(1)", "31(1)"),
        (FOIA, "31(1)(a)", "31(1)"),
        (FOIA, "31", "31(1) 31(3)"),  # 31(2) is no answer to "which limb?"
        (FOIA, "27(4)", "27(4)(a) 27(4)(b)"),
        (FOIA, "27(1)(d)", "27(1)"),
        (FOIA, "40", "40(2) 40(5A) 40(5B)"),  # 40(2) is presumed
        (EIR, "13(1)", "13(1)(a)"),  # as is the first condition
        (FOIA, "40(5B)(a)(i)", "40(5B)"),
        (FOIA, "40(5)(b)(i)", "40(5)(b)(i)"),
        (FOIA, "40(5)(b)", "40(5)"),
        (FOIA, "31(4)", ""),
        (FOIA, "25", ""),
        (EIR, "12(5)", "12(5)(a) 12(5)(b) 12(5)(c) 12(5)(d) 12(5)(e) 12(5)(f) 12(5)(g)"),
        (FOISA, "30(b)(i)", "30(b)"),
    ],
)
def test_a_citation_means_the_limb_it_stands_in_or_all_below_it(law, cited, limbs):
    assert named(law, cited) == limbs.split()


@pytest.mark.parametrize(
    ("law", "cited", "duty", "limbs"),
    [
        (FOIA, "31", Duty.DISCLOSE, "31(1)"),
        (FOIA, "31", Duty.CONFIRM, "31(3)"),
        (FOIA, "31(1)", Duty.CONFIRM, ""),  # the wrong limb to neither confirm nor deny
        (FOIA, "40", Duty.DISCLOSE, "40(2)"),  # presumed: other people's data, by the first condition
        (FOIA, "40", Duty.CONFIRM, "40(5A) 40(5B)"),
        # Nothing presumed: the absolute list names only some limbs of 37; a notice that wants its benefit says which.
        (FOIA, "37", Duty.DISCLOSE, "37(1)(a) 37(1)(aa) 37(1)(ab) 37(1)(ac) 37(1)(ad) 37(1)(b)"),
        (EIR, "13", Duty.DISCLOSE, "13(1)(a)"),
        (EIR, "13(1)", Duty.DISCLOSE, "13(1)(a)"),
        (EIR, "13", Duty.CONFIRM, "13(5A) 13(5B)"),
        (SCOTTISH_EIR, "11(2)", Duty.DISCLOSE, "11(2)(a)"),
        (FOISA, "38(1)", Duty.DISCLOSE, "38(1)(b)"),
    ],
)
def test_for_one_duty_a_citation_means_the_limbs_presumed_for_it(law, cited, duty, limbs):
    assert named(law, cited, duty) == limbs.split()


@pytest.mark.parametrize(
    ("law", "cited", "number"),
    [
        (FOIA, "31(1)(a)", "31"),
        (FOIA, "22A(1)", "22A"),
        (FOIA, "22(1)", "22"),
        (FOIA, "25", None),
        (FOIA, "17(1)", None),
        (EIR, "12(5)(b)", "reg 12(5)(b)"),
        (EIR, "12(5)(f)(ii)", "reg 12(5)(f)"),
        (EIR, "12(5)", None),
        (EIR, "13(1)", "reg 13"),
        (EIR, "5(3)", "reg 5(3)"),
        (SCOTTISH_EIR, "10(4)(e)", "reg 10(4)(e)"),
        (FOISA, "33(1)(b)", "33"),
    ],
)
def test_the_exemption_that_a_provision_belongs_to(law, cited, number):
    found = exemption(law, cited)
    assert (found and found.number) == number


@pytest.mark.parametrize(
    ("law", "there", "not_there"),
    [
        (
            FOIA,
            "31 31(1)(i) 31(2)(j) 36(2)(a)(iii) 30(2)(a)(iv) 40(3A)(b) 40(5)(b)(i) 23(3)(p) 17(1)(b) 1(1)(a) 27(4)",
            "31(4) 31(1)(j) 31(2)(k) 36(2)(d) 25 30(7) 41(3) 29(3) 23(6) 40(9)",
        ),
        (EIR, "12(5) 12(5)(g) 12(6) 12(7) 13(5B)(a)(ii) 12(1)(b) 14(3)(b) 5(3)", "12(5)(h) 12(5)(k) 12(4)(f) 13(7) 19"),
        (SCOTTISH_EIR, "10(4)(e) 10(8) 10(9) 11(6) 13(e)", "10(5)(h) 11(8) 19"),
        (FOISA, "35(1)(h)(ii) 18(1) 16(1)(c) 30(b)(ii) 26(c) 38(2)(a)(i)", "30(d) 35(3) 26(d) 46(1)"),
    ],
)
def test_a_provision_exists_or_does_not(law, there, not_there):
    assert [provision for provision in there.split() if not law.exists(path_of(provision))] == []
    assert [provision for provision in not_there.split() if law.exists(path_of(provision))] == []


@pytest.mark.parametrize(
    ("law", "machinery", "claims"),
    [
        (FOIA, "1(1)(a) 8 10(3) 16 17(1)(b) 45 50", "12 14 21(1) 25 31(2) 40(2)"),
        (EIR, "5(1) 9 11(4) 12(1)(b) 12(2) 14(3) 18", "5(3) 12(4)(a) 12(6) 13(1)"),
        (SCOTTISH_EIR, "5(1) 10(1)(b) 10(2) 13(e) 16 17", "10(4)(a) 10(8) 11(1)"),
        (FOISA, "1(1) 2(1)(b) 10 16 17(1) 19 20(1) 47(1)", "12(1) 14(1) 18 25 38(1)(b)"),
    ],
)
def test_machinery_is_cited_without_claiming_anything(law, machinery, claims):
    assert [provision for provision in machinery.split() if not law.is_machinery(path_of(provision))] == []
    assert [provision for provision in claims.split() if law.is_machinery(path_of(provision))] == []


@pytest.mark.parametrize(
    ("law", "cited", "instead"),
    [
        (FOIA, "40(3)", "40(3A) or 40(3B)"),
        (FOIA, "40(3)(a)(i)", "40(3A)(a)"),
        (FOIA, "40(4)", "40(4A)"),
        (FOIA, "40(5)", "40(5A) or 40(5B)"),
        (FOIA, "40(5)(b)(i)", "40(5B)(a)(i)"),
        (FOIA, "40(6)", "nothing in its place (it is repealed)"),
        (FOIA, "40(2)", ""),
        (EIR, "13(2)(a)(i)", "13(2A)(a)"),
        (EIR, "13(5)", "13(5A)"),
        (SCOTTISH_EIR, "11(3)(a)(i)", "11(3A) or 11(3B)"),
        (FOISA, "38(2)(a)(i)", "38(2A)(a)"),
        (FOISA, "38(3)", "38(3A)"),
    ],
)
def test_an_obsolete_limb_says_what_to_cite_instead(law, cited, instead):
    assert [limb.obsolete for limb in law.limbs(path_of(cited))] == [instead]


# --- what belongs together, and what does not ----------------------------------------------------------------------


def test_pairs_that_cannot_cover_the_same_information():
    assert [(printed(pair.one), printed(pair.other)) for pair in FOIA.exclusions] == [
        ("23(1)", "24(1)"),
        ("30(1)", "31(1)"),
        ("30(2)", "31(1)"),
        ("35", "36"),
        ("40(1)", "40(2)"),
    ]


@pytest.mark.parametrize(
    ("law", "conditions"),
    [
        (FOIA, "31(2) 40(3A) 40(3B) 40(4A)"),
        (EIR, "13(2A) 13(2B) 13(3A)"),
        (SCOTTISH_EIR, "11(3A) 11(3B) 11(4A)"),
        (FOISA, "35(2) 38(2A) 38(2B) 38(3A)"),
    ],
)
def test_conditions_are_cited_only_beside_another_limb(law, conditions):
    assert provisions(limb for limb in in_force(law) if limb.condition) == conditions.split()


@EVERY_LAW
def test_only_section_36_of_the_act_of_2000_needs_a_qualified_person(law):
    assert [found.number for found in law.exemptions if found.qualified_person] == (["36"] if law == FOIA else [])


@pytest.mark.parametrize(
    ("law", "incomplete", "listed_in"),
    [(FOIA, "31(1)(g) 31(1)(h) 31(1)(i)", "31(2)"), (FOISA, "35(1)(g) 35(1)(h)", "35(2)")],
)
def test_limbs_that_need_a_purpose(law, incomplete, listed_in):
    purpose = exemption(law, listed_in).purpose
    assert ([printed(path) for path in purpose.limbs], printed(purpose.listed_in)) == (incomplete.split(), listed_in)


@pytest.mark.parametrize(
    ("law", "numbers"),
    [(FOIA, ["40", "41"]), (EIR, ["reg 13"]), (SCOTTISH_EIR, ["reg 11"]), (FOISA, ["36", "38"])],
)
def test_where_the_public_interest_is_argued_though_no_test_is_owed(law, numbers):
    assert [found.number for found in law.exemptions if found.defence] == numbers


# --- names ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("law", "label", "number"),
    [
        (FOIA, "Information supplied by, or concerning, certain security bodies", "23"),
        (FOIA, "bodies dealing with security matters", "23"),
        (FOIA, "National security", "24"),
        (FOIA, "Safeguarding national security", "24"),
        (FOIA, "Investigations", "30"),
        (FOIA, "Criminal investigations", "30"),
        (FOIA, "Investigations and proceedings conducted by a public authority", "30"),
        (FOIA, "Prevention and detection of crime", "31"),
        (FOIA, "Health & safety", "38"),
        (FOIA, "Personal data", "40"),
        (FOIA, "third party personal information", "40"),
        (FOIA, "Personnel information", "40"),  # a slip seen in real notices
        (FOIA, "Legal advice", "42"),
        (FOIA, "Trade secrets", "43"),
        (FOIA, "Vexatious", "14"),
        (FOIA, "information accessible by other means", "21"),
        (EIR, "internal communications", "reg 12(4)(e)"),
        (EIR, "national security", "reg 12(5)(a)"),
        (EIR, "commercial confidentiality", "reg 12(5)(e)"),
        (EIR, "personal data", "reg 13"),
        (FOISA, "Health and safety", "39"),
        (FOISA, "Commercial interests", "33"),
        (FOISA, "Law enforcement", "35"),
        (FOISA, "free and frank provision of advice", "30"),
    ],
)
def test_a_label_belongs_to_one_exemption(law, label, number):
    owners = [found.number for found in law.exemptions if label.lower() in (found.title.lower(), *found.labels)]
    assert owners == [number]


@EVERY_LAW
def test_names_are_lower_case_and_the_longest_come_first(law):
    lists = [law.names, law.misnamed, *(found.labels for found in law.exemptions)]
    assert [
        names for names in lists if list(names) != sorted((name.lower() for name in names), key=len, reverse=True)
    ] == []


@EVERY_LAW
def test_a_wrong_name_is_no_right_one_of_any_law(law):
    assert [name for name in law.misnamed for other in laws() if name in other.names] == []


def test_scottish_regulations_report_under_the_regime_of_the_others():
    assert {law.regime: law.reported_as for law in laws()} == {
        "eir2004": "eir2004",
        "eisr2004": "eir2004",
        "foia2000": "foia2000",
        "foisa2002": "foisa2002",
    }


# --- particulars ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("law", "commissioner", "review", "complaint", "extension"),
    [
        (FOIA, "Information Commissioner", "17(7)(a)", "17(7)(b)", "17(2)"),
        (EIR, "Information Commissioner", "14(5)(a)", "14(5)(b)", "14(4)"),
        (SCOTTISH_EIR, "Scottish Information Commissioner", "13(e)", "13(e)", "13(d)"),
        (FOISA, "Scottish Information Commissioner", "19", "19(b)", ""),
    ],
)
def test_what_a_notice_must_tell_the_applicant(law, commissioner, review, complaint, extension):
    asked = law.particulars
    assert (asked.commissioner, asked.review, asked.complaint, asked.extension) == (
        commissioner,
        review,
        complaint,
        extension,
    )


def test_only_the_act_of_2000_lets_an_authority_say_that_it_has_no_review_procedure():
    assert [law.regime for law in laws() if law.particulars.review_waivable] == ["foia2000"]


@pytest.mark.parametrize(
    ("law", "ask_within", "answer_within", "commissioner_within"),
    [
        (FOIA, 40, 40, "six weeks"),
        (EIR, 40, 40, "six weeks"),
        (SCOTTISH_EIR, 40, 20, "six months"),
        (FOISA, 40, 20, "six months"),
    ],
)
def test_periods(law, ask_within, answer_within, commissioner_within):
    asked = law.particulars
    found = (asked.review_request_days, asked.review_answer_days, asked.complaint_period)
    assert found == (ask_within, answer_within, commissioner_within)


def test_only_a_scottish_reply_that_nothing_is_held_owes_both_routes_by_itself():
    assert [law.regime for law in laws() if law.particulars.not_held_owes] == ["foisa2002"]


@EVERY_LAW
def test_no_commissioner_is_a_stranger_to_his_own_law(law):
    assert set(law.particulars.commissioners) & set(law.particulars.strangers) == set()


# --- sources --------------------------------------------------------------------------------------------------------


@EVERY_LAW
def test_every_fact_names_its_official_source(law):
    limbs = [limb for found in law.exemptions for limb in found.limbs]
    entries = [*law.exemptions, *limbs, *law.companions, *law.exclusions]
    assert [entry for entry in entries if not entry.source.startswith("https://www.legislation.gov.uk/")] == []


def test_a_statute_nobody_laid_down_is_refused_with_the_nearest_name():
    with pytest.raises(UnknownLaw) as refused:
        load("foia2001")
    assert str(refused.value) == (
        "no statute is called 'foia2001'; did you mean foia2000? (there are eir2004, eisr2004, foia2000, foisa2002)"
    )


def test_what_leads_to_another_statute_leads_to_one_that_is_known():
    ends = {limb.leads_to for law in laws() for e in law.exemptions for limb in e.limbs} - {""}
    assert ends == {"eir2004", "eisr2004"} <= {law.regime for law in laws()}
