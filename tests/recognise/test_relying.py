"""What a letter relies on, and what it merely mentions."""

import pytest

from brief_letters import EIR, FOISA, letter

RELIED_ON = [
    ("The information is exempt by virtue of section 31(1)(a).", "31(1)(a)"),
    ("We are therefore applying an exemption at section 43(2) to the prices.", "43(2)"),
    ("Section 40(2) is engaged.", "40(2)"),
    ("To release the names would be unfair and so is not permitted by section 40(2).", "40(2)"),
    ("The transcript is absolutely exempt: s.32(1)(a).", "32(1)(a)"),
    ("The names have been withheld under section 40(2) and the plan under section 38(1)(b).", "40(2), 38(1)(b)"),
    ("The exemptions used are: s31(1)(a), s38(1)(b) and s40(2).", "31(1)(a), 38(1)(b), 40(2)"),
    ("Question 1: 14. Question 2: exempt, section 31(1)(a). Question 3: not held.", "31(1)(a)"),
    (
        "We have the rota and will not be sending it. Section 24(1) applies to it.\n\n"
        "We can neither confirm nor deny that we hold anything about this vessel: section 31(3).",
        "24(1), 31(3)",
    ),
    ("It would exceed the appropriate limit in section 12(1) to find them.", "12(1)"),
    ("No public interest test is needed for section 40(2), under which the names are withheld.", "40(2)"),
    ("On review I find that section 31(1)(a) was correctly applied and I uphold it.", "31(1)(a)"),
    (
        "The duty in section 1(1)(a) does not apply, by virtue of the following exemptions:\n\n"
        "Section 23(5) Information relating to security bodies\n\nSection 24(2) National security",
        "23(5), 24(2)",
    ),
    (
        "We are relying on the following exemption.\n\nhttps://www.legislation.gov.uk/ukpga/2000/36/section/40\n\n"
        "Section 40(2) Personal information",
        "40(2)",
    ),
    (
        "### Section 31(1)(a): law enforcement\n\n"
        "Disclosure would be likely to prejudice the prevention of crime, and so we refuse it.",
        "31(1)(a)",
    ),
    (
        "We refuse them, (a) by reference to section 24(1) (national security) and (b) under section 43(2).",
        "24(1), 43(2)",
    ),
    ("We rely on two provisions. The first is section 24(1). The second is section 43(2).", "24(1), 43(2)"),
    ("Section 40(2) applies to the names. It is absolute, and no further test is required.", "40(2)"),
    (
        "Section 35(1)(a) is engaged. Ministers have not yet settled the levy, and asked for it so as to do so.",
        "35(1)(a)",
    ),
    ("You can get it from our website, and so section 21(1) applies and we need not send it to you again.", "21(1)"),
    (
        "Where another Act forbids it, section 44(1)(a) of the Freedom of Information Act 2000 makes it exempt.",
        "44(1)(a)",
    ),
    ("| Question | Answer |\n|---|---|\n| 1 | 14 |\n| 2 | Exempt: section 40(2) |", "40(2)"),
    (
        "The data are exempt under sections 40(2) and 31(1)(a).\n\nSection 40 is a class based absolute exemption. "
        "Section 31 is prejudice based and qualified.",
        "40(2), 31(1)(a)",
    ),
]

MENTIONED_BESIDE = [
    ("This letter serves as a refusal notice under section 17(1) of the Act.", "machinery"),
    ("Section 16 obliges us to help you. Section 45 has a code. Section 50 lets you complain.", "machinery"),
    ("We do not rely on section 31(1)(a).", "denied"),
    ("We considered section 36(2)(c) but do not rely on it.", "denied"),
    ("Neither section 31(1)(a) nor section 38(1)(b) applies to the map.", "denied"),
    ("The report was originally withheld under section 22(1). It has since been published.", "history"),
    ("You asked why we did not use section 14.", "the applicant's words"),
    ("You wrote:\n\n> Please do not rely on section 31(1)(a) or section 24(1) as you did last time.", "quoted"),
    (
        "Section 31(1) provides that information is exempt if its disclosure would, or would be likely to, prejudice "
        "(a) the prevention or detection of crime.",
        "recited",
    ),
    ("The advice was given by a section 23 body.", "names a body"),
    ("Under section 34(1) of the Data Protection Act 2018 you may have your own data.", "another Act"),
    ("Disclosure is prohibited by section 18(1) of the Commissioners for Revenue and Customs Act 2005.", "another Act"),
    ("Searches under section 60 of the Criminal Justice and Public Order Act 1994 were counted.", "another Act"),
    ("The people concerned are being dealt with under section 136.", "not of the Act"),
    ("An exemption at section 14 may be engaged if you ask again.", "what might apply"),
    ("If we held more, it would be exempt under section 30(1).", "what would apply"),
    (
        "If you ask for the addresses we would have to think about section 38 (safety, since kennels have been broken "
        "into) and section 31 (law enforcement). That refuses nothing.",
        "a list of what would be considered",
    ),
    ("A narrower request may engage, for example, section 21 (other means) or section 41 (confidence).", "examples"),
    ("In our reply of 4 June 2024 we held back two bank details under section 40(2).", "another reply"),
    ("Your request of 2022, which was refused because of cost under section 12, is closed.", "another request"),
    ("We did wonder about section 43(2). As section 31 suffices, I say no more about it.", "considered"),
    ("The request quoted section 31(1)(a) as one we should use. It is not used.", "the applicant's words"),
    ("That was section 36. We did use section 36 the last time the Students' Union asked about it.", "another request"),
    ("Sections 24(1) and 43(2) were suggested by the operator. They were considered and are not relied on.", "denied"),
    ("Section 36(2) (confidentiality), which an operator asked us to apply, has not been relied on.", "denied"),
    ("The request of 2023 had named section 36. There is no limit here, as there is in section 12.", "a comparison"),
    ("A boat owner was refused his plans under section 38 in the spring.", "another request"),
    ("The plans of the pier were kept back under section 38 in the spring. That was another matter.", "another matter"),
    ("You also suggest that we ought to have dealt with this under section 36.", "the applicant's words"),
    ("I know you also asked whether we would be using section 36. We are not.", "the applicant's words"),
    ("A report was released to another requester, with redactions made in terms of section 38.", "another request"),
    ("You invited us to redact the names under section 40(2). We had no need to.", "the applicant's words"),
    ("The police told us that they might have used section 31(1)(a), had you asked them.", "what might apply"),
    ("An earlier decision of March 2022 kept the counts back under section 22(1).", "history"),
    ("Section 36(2)(c) cannot be claimed for information to which section 35 applies, and is not claimed.", "denied"),
    ("### A note on section 44\n\nWe do not rely on section 44, as you thought we would.", "denied"),
    (
        "Section 43(2) protects trade secrets. Having found the rest exempt, we do not rely on section 43 here.",
        "denied",
    ),
    ("The redactions in the coroner's copy were made by the police under section 31(1)(a).", "somebody else's deed"),
    (
        "We considered section 40 in relation to the transcripts. Since they are withheld in full we have not needed "
        "to decide whether, with the towns removed, any would still be personal data, and we do not rely on it.",
        "considered",
    ),
]

TURNED = [
    ("Section 30(3) Investigations (by virtue of section 30(2))\n\nWe can neither confirm nor deny it.", "30(3)"),
    (
        "If we held it, it would be exempt under section 30(1). We neither confirm nor deny under section 30(3).",
        "30(3)",
    ),
]


def relied_on(notice):
    return [provision for engagement in notice.engagements for provision in engagement.provisions]


@pytest.mark.parametrize(("words", "provisions"), RELIED_ON + TURNED)
def test_a_letter_relies_on(words, provisions):
    assert relied_on(letter(words)) == provisions.split(", ")


@pytest.mark.parametrize(("words", "why"), MENTIONED_BESIDE, ids=[f"{why}: {words}" for words, why in MENTIONED_BESIDE])
def test_a_letter_only_mentions(words, why):
    assert relied_on(letter(f"{words}\n\nWe are withholding the file under section 42(1).")) == ["42(1)"]
    assert relied_on(letter(f"We are withholding the file under section 42(1). {words}")) == ["42(1)"]


@pytest.mark.parametrize(
    ("words", "act", "provisions"),
    [
        ("The offers are exempt under section 33(1)(b).", FOISA, ["33(1)(b)"]),
        ("We rely on section 18(1), read with section 35(1)(a) and (b).", FOISA, ["35(1)(a)", "35(1)(b)"]),
        ("We refuse to disclose them under regulation 12(4)(d).", EIR, ["reg 12(4)(d)"]),
        ("The exceptions in regulations 12(5)(b) and 13 apply.", EIR, ["reg 12(5)(b)", "reg 13"]),
        ("We neither confirm nor deny it, under regulation 12(6) and 12(5)(a).", EIR, ["reg 12(5)(a)"]),
    ],
)
def test_each_law_is_relied_on_by_its_own_numbers(words, act, provisions):
    assert relied_on(letter(words, act)) == provisions
