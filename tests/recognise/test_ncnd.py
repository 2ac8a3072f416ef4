"""Neither confirming nor denying: the operative statement, and the denial of inference."""

import pytest

from brief_letters import FOISA, letter

STATED = [
    "The force can neither confirm nor deny that it holds the information you requested.",
    "West Moor Police will neither confirm nor deny.",
    "We shall neither confirm nor deny such information is held or not held.",
    "We neither confirm nor deny whether we hold any relevant data.",
    "The Council neither confirms nor denies holding it.",
    "The Department will neither confirm nor deny the existence of any relevant data.",
    "PSNI is providing an NCND response to question 3.",
    "We are not required by statute to confirm or deny that any further information is held.",
    "The duty in section 1(1)(a) of the Act does not apply, by virtue of section 31(3).",
    "Section 24(2) requires the MPS to Neither Confirm Nor Deny whether it holds it.",
    "We are unable to confirm or deny that the information is held.",
    "The Trust declines to confirm or deny holding this information.",
    "We cannot say whether or not we hold this information.",
    "We are not obliged to say whether any such record exists.",
    "The force is excused from the duty to confirm or deny by section 31(3).",
    "The duty to confirm or deny does not arise by virtue of section 40(5B)(a)(i).",
    "We refuse to confirm or deny that we hold it under section 30(3).",
    "We have decided neither to confirm nor to deny that we hold this information.",
    "Beyond that figure, the force can neither confirm nor deny\nthat it holds any other information.",
    "You asked for the rest as well, and we neither confirm nor deny that we hold it.",
    "We do not confirm, nor do we deny, that such a file exists.",
    "No confirmation or denial will be given of whether any complaint was received.",
    "The Trust neither admits nor denies that it holds these letters.",
    "We will not be confirming or denying that we hold it.",
    "You want to know if there was a raid; our answer is that we neither confirm nor deny holding a record of one.",
    "Section 31(3) excuses the Board from saying whether it has any such file.",
    "The force will not say either way.",
    "We decline to tell you one way or the other.",
]

NOT_STATED = [
    "Nobody at the meeting felt strongly either way, and the file does not say why.",
    "When another requester asked for it, we neither confirmed nor denied that we held it.",
    "I can confirm that we hold this information.",
    "We can confirm that no information is held.",
    "The information is withheld; we confirm that it is held.",
    "Confirming or denying would tell criminals where to go.",
    "The public interest in confirming or denying is considerable.",
    "When neither confirming nor denying, a force must be consistent.",
    "Section 31(3) provides that a public authority need neither confirm nor deny.",
    "To confirm or deny whether information is held would exceed the cost limit in section 12(2).",
    "> The force can neither confirm nor deny that it holds this information, you told me last year.",
    "You mention an answer to another requester, in which the force would neither confirm nor deny that it knew.",
    "In 2022 the force replied to a similar request that it could neither confirm nor deny that it had such equipment.",
    "The information is held on the duty management system but is exempt from disclosure.",
    "A local authority may refuse to confirm or deny that it holds information.",
    "We considered whether to neither confirm nor deny, but have answered you.",
    "If the duty to confirm or deny does not apply, the notice must say so.",
    "Your e-mail says that we neither confirm nor deny far too often.",
    "The officer who told you that she could neither confirm nor deny it has left.",
]

BOTH_WAYS = [
    "No inference can be taken from this refusal that any further information\nsought does or does not exist.",
    "This refusal should not be taken to mean that the information you have requested exists or does not exist.",
    "This should not be taken as conclusive evidence that such information exists or does not\nexist.",
    "This should not be taken as necessarily indicating that any such information exists or does not exist.",
    "This response should not be taken as evidence that the information is or is not held by the Home Office.",
    "Nothing in this letter is to be read as an indication that we hold the information or that we do not.",
    "You should not infer from this reply that the information is, or is not, held.",
    "Please do not assume from this response that such information exists, nor that it does not.",
    "None of this should be understood as confirming or denying that information is held.",
    "It would be a mistake to conclude from this letter either that there is such a record or that there is none.",
    "No conclusion should be drawn either way.",
    "Our answer gives no indication of whether information is held.",
    "Our reply points neither to there being a report nor to there being none.",
    "This answer is without prejudice to the question whether we hold such a file.",
    "The reasons given here disclose nothing about whether or not there was a raid.",
    "Do not take this reply to mean that a warrant was applied for; nor should you take it to mean the reverse.",
    "Neither inference would be safe.",
    "Neither a yes nor a no is to be inferred from this letter.",
]

ONE_WAY = [
    "No inference should be drawn that the information exists.",
    "This should not be taken to mean that the information is held.",
    "This should not be taken as an indication that no information is held.",
    "It does not follow from this refusal that the Trust has received a complaint.",
    "Nobody should suppose from this letter that the report was ever written.",
    "We caution you against reading this reply as a coded admission.",
    "No inference should be drawn that the material exists or that it is held by us.",
]

NO_DISCLAIMER = [
    "The force will not divulge whether information is or is not held if to do so would place anyone at risk.",
    "We have released this irrespective of what other information may or may not be held.",
    "Our policy is not affected by whether we do or do not hold the information.",
    "If we did not answer, readers could infer that information exists.",
    "Criminals would infer from an answer that information is or is not held.",
    "You may take it that we hold no more.",
    "It does not follow that the inquiry was badly run.",
    "The report does not suggest that any money was ever lost.",
    "Neither suggestion of yours is right.",
]


@pytest.mark.parametrize("words", STATED)
def test_words_that_neither_confirm_nor_deny(words):
    assert len(letter(words).statements) == 1


@pytest.mark.parametrize("words", NOT_STATED)
def test_words_that_only_speak_of_it(words):
    assert letter(words).statements == ()


@pytest.mark.parametrize(
    "words",
    [
        "The Board neither confirms nor denies whether it holds such information.",
        "We are not obliged to reveal whether the information exists or is held, under section 18(1).",
    ],
)
def test_scottish_words_that_reveal_nothing(words):
    assert len(letter(words, FOISA).statements) == 1


@pytest.mark.parametrize("words", BOTH_WAYS)
def test_a_disclaimer_covers_both_ways(words):
    assert [disclaimer.one_sided for disclaimer in letter(words).disclaimers] == [False]


@pytest.mark.parametrize("words", ONE_WAY)
def test_a_disclaimer_covers_one_way(words):
    assert [disclaimer.one_sided for disclaimer in letter(words).disclaimers] == [True]


@pytest.mark.parametrize("words", NO_DISCLAIMER)
def test_words_that_disclaim_nothing(words):
    assert letter(words).disclaimers == ()


REVEALED = [
    "The dossier you describe does exist. We neither confirm nor deny that the dossier exists.",
    "Licensing holds two complaints about the quarry. We neither confirm nor deny holding complaints about the quarry.",
    "A warning to the inn is on our files. We neither confirm nor deny that any warning was sent to the inn.",
    "A complaint was made to us about the quarry. We neither confirm nor deny that the quarry drew any complaint.",
    "There is a dossier on the inspector. We neither confirm nor deny that such a dossier exists.",
    "We found nothing about the balloon. We will neither confirm nor deny holding anything on that balloon.",
    "The minutes are kept by our archivist. The college declines to confirm or deny holding the minutes.",
    "No such licence was made and the Board has no papers. It neither confirms nor denies holding a licence.",
    "Under section 38(2) we neither confirm nor deny holding the survey. The survey is stored in our vault.",
    "I can confirm that the council holds this information. We neither confirm nor deny that we hold it.",
    "A log of the visits is held by the depot. However, we neither confirm nor deny holding what you asked for.",
]

NOT_REVEALED = [
    "We have the power to search barns. We neither confirm nor deny that a search of the barn was made.",
    "We hold figures for the barns, which are attached. We neither confirm nor deny holding other figures.",
    "The police keep their own records of the quarry. We neither confirm nor deny that we hold a record of the quarry.",
    "You say that our team has a file on the inn. We neither confirm nor deny that we hold any file on the inn.",
    "Our team, who keep a note of each complaint, are three. We neither confirm nor deny that there was a complaint.",
    "The council has a policy on dossiers. We neither confirm nor deny holding a dossier on the inspector.",
    "We have read your letter about the inspector. We neither confirm nor deny holding a dossier on the inspector.",
    "The college keeps a register of visitors. We neither confirm nor deny holding a dossier on the inspector.",
    "We have balloons, as our website shows. We neither confirm nor deny holding other papers about balloons.",
    "As to the barrier, no information is held. As to the tunnel, we neither confirm nor deny holding any information.",
    "We neither confirm nor deny holding the survey. This must not be taken to mean that we hold information about it.",
    "If there were minutes they would be kept by our archivist. We neither confirm nor deny that there are minutes.",
]


@pytest.mark.parametrize("words", REVEALED)
def test_what_is_told_beside_a_refusal_to_tell_it(words):
    assert len(letter(words).admissions) == 1


@pytest.mark.parametrize("words", NOT_REVEALED)
def test_what_tells_nothing_of_what_is_neither_confirmed_nor_denied(words):
    assert letter(words).admissions == ()


@pytest.mark.parametrize(
    ("words", "response"),
    [
        (
            "There were 14 raids. We neither confirm nor deny holding any other information, under section 31(3).",
            "partial-ncnd",
        ),
        ("1. There were 14 raids.\n\n2. Section 31(3) applies, and we neither confirm nor deny.", "ncnd"),
        ("Question 1: there were 14.\n\nQuestion 2: we neither confirm nor deny, under section 31(3).", "partial-ncnd"),
        (
            "# Question 1\n\nFourteen.\n\n# Question 2\n\nWe neither confirm nor deny, under section 31(3).",
            "partial-ncnd",
        ),
        ("For questions 1 and 2 we neither confirm nor deny holding anything, under section 31(3).", "ncnd"),
        ("We neither confirm nor deny, as the duty in section 1 is lifted by section 31(3).", "ncnd"),
    ],
)
def test_what_is_answered_beside_it_makes_it_partial(words, response):
    assert letter(words).response.value == response
