"""Which provisions words cite, and of which law: the surface forms that officers use, and what is no citation."""

import pytest

from brief_letters import letter
from foilint.document import Block, Document
from foilint.recognise import recognise

FOIA, FOISA, EIR, EISR = "foia2000", "foisa2002", "eir2004", "eisr2004"

CITED = [
    # one provision
    ("Section 31(3)", FOIA, "31(3)"),
    ("section 31 (3)", FOIA, "31(3)"),
    ("Section 30 (1) (a) (i)", FOIA, "30(1)(a)(i)"),
    ("S31(1)", FOIA, "31(1)"),
    ("s24(2)", FOIA, "24(2)"),
    ("s.38(1)(b)", FOIA, "38(1)(b)"),
    ("S.36(2)(c)", FOIA, "36(2)(c)"),
    ("s 43 (2)", FOIA, "43(2)"),
    ("Sec 40(2)", FOIA, "40(2)"),
    ("§ 40(2)", FOIA, "40(2)"),
    ("section 22A(1)(b)", FOIA, "22A(1)(b)"),
    ("Section 40(5B)(a)(i)", FOIA, "40(5B)(a)(i)"),
    ("section 40\N{NO-BREAK SPACE}(2)", FOIA, "40(2)"),
    ("subsection (2) of section 40", FOIA, "40(2)"),
    ("paragraph (b) of section 31(1)", FOIA, "31(1)(b)"),
    ("Section 30\n(1) (a) Investigations", FOIA, "30(1)(a)"),
    ("Section 31 – Law Enforcement", FOIA, "31"),
    ("Section 31(a) Law Enforcement", FOIA, "31(a)"),
    ("Section 24(2) - (National Security", FOIA, "24(2)"),
    # several steps of one section
    ("Section 31 (1)(a)(b)", FOIA, "31(1)(a), 31(1)(b)"),
    ("38(1)(a)(b)", FOIA, "38(1)(a), 38(1)(b)"),
    ("Section 30(1) (a) (b) (c)", FOIA, "30(1)(a), 30(1)(b), 30(1)(c)"),
    ("31(1)(a)&(b)", FOIA, "31(1)(a), 31(1)(b)"),
    ("Section 35(1)(a) & (b)", FOIA, "35(1)(a), 35(1)(b)"),
    ("section 36 (2) (b) (ii) and (c)", FOIA, "36(2)(b)(ii), 36(2)(c)"),
    ("section 36(2)(b)(i) and/or (ii)", FOIA, "36(2)(b)(i), 36(2)(b)(ii)"),
    ("40(2)&(3)", FOIA, "40(2), 40(3)"),
    ("section 31(1)(a)-(c)", FOIA, "31(1)(a), 31(1)(b), 31(1)(c)"),
    ("section 31(1)(a) to (c)", FOIA, "31(1)(a), 31(1)(b), 31(1)(c)"),
    ("Section 30 (1) (a) (b) and (2) (a) (i)", FOIA, "30(1)(a), 30(1)(b), 30(2)(a)(i)"),
    ("Section 31 (1)(g)(2)(a)(b)", FOIA, "31(1)(g), 31(2)(a), 31(2)(b)"),
    ("40(2)(a)(b) and (3)(a)(i)(ii)(b)", FOIA, "40(2)(a), 40(2)(b), 40(3)(a)(i), 40(3)(a)(ii), 40(3)(b)"),
    # several sections
    ("Sections 24 and 31", FOIA, "24, 31"),
    ("Sections 24, and 31", FOIA, "24, 31"),
    ("Section 40 and 38", FOIA, "40, 38"),
    ("Sections 24(2), 27(4), 31(3) and 38(2)", FOIA, "24(2), 27(4), 31(3), 38(2)"),
    ("Section 38(1)(b) & 38(2)", FOIA, "38(1)(b), 38(2)"),
    ("Sections 24(2), 30(3)), and 31(3)are", FOIA, "24(2), 30(3), 31(3)"),
    ("Sections 26(1)(b) (Defence), 38(1) (Health & Safety) and 40(2)", FOIA, "26(1)(b), 38(1), 40(2)"),
    ("Section 23(5) - Security bodies Section 24(2) - National Security", FOIA, "23(5), 24(2)"),
    # with their law
    ("FOIA s.43(2)", FOIA, "43(2)"),
    ("s.30(b)(i) of FOISA", FOISA, "30(b)(i)"),
    ("sections s.38(1)(b) and s.33(1)(b) of FOISA", FOISA, "38(1)(b), 33(1)(b)"),
    ("section 35(1)(a) of the Freedom of Information (Scotland) Act 2002", FOISA, "35(1)(a)"),
    ("Reg 12(4)(d) of the EIRs", EIR, "12(4)(d)"),
    ("regulation 12.5(b)", EIR, "12(5)(b)"),
    ("regulations 12(5)(b) and 13", EIR, "12(5)(b), 13"),
    ("Regulation 12(4)(e) – internal communications", EIR, "12(4)(e)"),
    ("regulation 10(4)(e) of the EI(S)Rs", EISR, "10(4)(e)"),
    ("section 34(1) of the Data Protection Act 2018", "data protection act 2018", "34(1)"),
    (
        "section 18(1) of the Commissioners for Revenue and Customs Act 2005",
        "commissioners for revenue and customs act 2005",
        "18(1)",
    ),
]

NO_CITATION = [
    "Article 5(1)(f) of the UK GDPR",
    "question 31(1)",
    "Part 24",
    "31 of the 43 forces",
    "S35 9WG",
    "24 (2 per cent)",
    "18 hours at £25",
    "paragraph 3(1)(a) of the report",
    "our letter of 30 (thirty) pages",
]


def cited(words):
    notice = recognise(Document("draft.txt", "text", (Block(f"The rest is exempt under {words}"),)))
    return [(citation.law, citation.provision) for citation in notice.citations]


@pytest.mark.parametrize(("words", "law", "provisions"), CITED, ids=[words for words, _, _ in CITED])
def test_words_cite_these_provisions(words, law, provisions):
    assert cited(words) == [(law, provision) for provision in provisions.split(", ")]


@pytest.mark.parametrize("words", NO_CITATION)
def test_words_cite_nothing(words):
    assert cited(words) == []


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("The rates are withheld under section 43(2), which is headed legal professional privilege.", ["42"]),
        ("The rates are withheld under section 43(2), entitled commercial interests.", []),
        ("The rates are withheld under section 43(2), which we called in aid after legal professional privilege.", []),
    ],
)
def test_a_title_that_words_lead_up_to(words, named):
    assert [each.belongs_to for each in letter(words).mistitles] == named
