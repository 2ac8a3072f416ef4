"""What a heading opens: a part of the test, the test as a whole, an exemption, or another section of the letter."""

import pytest

from foilint.document import Block
from foilint.recognise import citations, outline
from foilint.recognise.draft import eyes
from foilint.recognise.words import Line

OPENS = {
    "harm": [
        "Overall harm for the NCND",
        "Overall harm for Section 31(1)(a)(b):",
        "HARM",
        "Harm in Disclosure",
        "Harm in complying with S1(1)(a) – to confirm or not whether information is held",
        "Evidence of Harm:",
        "Evidence of harm – Section 31(1)",
        "Section 31(1) Evidence of Harm",
        "Harm Test",
        "Prejudice to commercial interests",
        "Why disclosure would be likely to cause prejudice",
        "Adverse effect",
        "How disclosure would adversely affect the course of justice",
        "Substantial prejudice",
        "The likelihood of endangerment",
    ],
    "factors-for": [
        "S24 Factors Favouring Confirmation or Denial",
        "Factors favouring disclosure for S30",
        "Factors favouring confirming or denying whether any  information is held for Section 30",
        "Considerations that favour disclosure",
        "Section 31(1) Public interest considerations favouring disclosure",
        "For Disclosure:",
        "Public interest factors in favour of disclosure",
        "Arguments in favour of disclosure:",
        "FACTORS WHICH SUPPORT DISCLOSING INFORMATION",
        "Public interest in disclosure",
        "The case for openness",
        "Arguments for release",
        "Factors against withholding",
    ],
    "factors-against": [
        "S24 Factors Against Confirming or Denying",
        "Factors favouring non disclosure",
        "Factors favouring non-disclosure for S30",
        "Factors against confirming or denying whether any information is held for Section 30",
        "Public interest factors in favour of maintaining the exemption",
        "Arguments in favour of non-disclosure:",
        "FACTORS WHICH SUPPORT WITHHOLDING INFORMATION",
        "Considerations favouring the exclusion of the duty",
        "Public interest in maintaining the exception",
        "The case for withholding",
        "Arguments against release",
    ],
    "balance": [
        "Balance Test",
        "Balancing test",
        "Balance of the public interest",
        "Where the balance lies",
        "Weighing the public interest",
        "Conclusion on the public interest test",
        "Outcome of the public interest test",
    ],
    "test": [
        "Public Interest Test",
        "Public Interest Test – 13115/18",
        "Public interest Test (PIT)",
        "Section 30 Public Interest Considerations",
        "Arguments for and against disclosure",
        "Public interest arguments for section 24",
        "Public interest test for the survey report",
    ],
    "topic": [
        "Section 31(1)(a) – Law enforcement",
        "Section 40(2): personal data",
        "Section 36: prejudice to effective conduct of public affairs",
    ],
    "request": ["Your request", "What you asked for", "Request"],
    "response": ["Our response", "Decision", "Refusal Notice", "Exemption Explanation", "Applicable Exemptions"],
    "rights": [
        "Your right to complain",
        "Internal review",
        "If you are dissatisfied",
        "Review and appeal",
        "Not happy with this?",
        "How can I appeal?",
    ],
    "other": ["LEGAL ANNEX", "APPENDIX A", "About the force", "Are there complaints about the masks?"],
}

ABOUT = [
    ("S24 Factors Favouring Confirmation or Denial", "24"),
    ("Factors against disclosure for S30", "30"),
    ("Evidence of harm – Section 31(1)", "31(1)"),
    ("Section 31(1) Public interest considerations favouring disclosure", "31(1)"),
    ("Balance test for sections 24 and 31", "24, 31"),
    ("Balance Test", ""),
    ("Public Interest Test – 13115/18", ""),
]


def read(words):
    line = Line(0, Block(words, level=2), eyes().lexicon)
    return outline.heading(line, citations.find(line, eyes().shelf), eyes().lexicon)


@pytest.mark.parametrize(("opens", "words"), [(opens, words) for opens, rows in OPENS.items() for words in rows])
def test_a_heading_opens(opens, words):
    label = read(words)
    assert (label.part or label.role) == opens
    assert not label.ambiguous


@pytest.mark.parametrize("words", ["Factors favouring Section 31", "Factors in favour of section 31"])
def test_a_heading_that_favours_a_section_is_ambiguous(words):
    assert read(words).ambiguous


@pytest.mark.parametrize(("words", "provisions"), ABOUT)
def test_a_heading_names_provisions(words, provisions):
    named = [cite.path[0] + "".join(f"({step})" for step in cite.path[1:]) for cite in read(words).cites]
    assert ", ".join(named) == provisions
