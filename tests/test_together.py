"""A letter and its annexes, checked as one notice; and drafts that an e-mail carries."""

import json
from email.message import EmailMessage

import pytest

from letters import ANNEX, UNBALANCED

LETTER = """Dear Ms Ferreira,

Freedom of Information Act 2000, our reference FOI 2026/77

You asked about drones over the harbour. The force neither confirms nor denies that it holds any other information,
by virtue of section 31(3) of the Act. The public interest test is attached as Annex A.

If you are unhappy with this reply you may ask for an internal review by writing to the information manager within
40 working days. If you remain dissatisfied you may complain to the Information Commissioner, Wycliffe House, Water
Lane, Wilmslow, Cheshire SK9 5AF.

Yours sincerely,

A. Officer
"""


@pytest.fixture
def notices(foilint):
    """The notices of a report."""

    def told(*words):
        return json.loads(foilint("check", "--format", "json", *words).out)["notices"]

    return told


def rules(notice):
    return [finding["rule"] for finding in notice["findings"]]


def test_a_letter_alone_says_that_its_test_is_elsewhere(write, notices):
    write("letter.txt", LETTER)
    (notice,) = notices("letter.txt")
    assert "reasoning-elsewhere" in rules(notice)


def test_files_checked_together_are_one_notice_known_by_the_letter(write, notices):
    write("letter.txt", LETTER)
    write("annex.md", ANNEX)
    (notice,) = notices("--together", "letter.txt", "annex.md")
    assert (notice["path"], notice["kind"], rules(notice)) == ("letter.txt", "letter", [])
    assert [notice["engagements"][0][part] for part in ("harm", "balance")] == ["present", "present"]


def test_a_finding_in_an_annex_says_which_file_it_stands_in(write, notices, foilint):
    write("letter.txt", LETTER)
    write("annex.md", ANNEX.replace("whether drones were", "whether [insert what] were"))
    (notice,) = notices("--together", "letter.txt", "annex.md")
    (finding,) = [each for each in notice["findings"] if each["rule"] == "placeholder"]
    assert (finding["place"]["path"], finding["place"]["line"]) == ("annex.md", 8)
    assert (
        "::error file=annex.md,line=8," in foilint("check", "--together", "letter.txt", "annex.md", "-f", "github").out
    )


def test_the_settings_pair_letters_with_their_annexes(write, notices):
    write(".foilint.yaml", "together: [{letter: '*-letter.txt', annex: '*-PIT*.md'}]")
    write("77-letter.txt", LETTER)
    write("77-PIT-1.md", ANNEX)
    write("78-letter.txt", LETTER)
    write("79-PIT.md", ANNEX)
    found = {notice["path"]: rules(notice) for notice in notices(".")}
    assert found == {"77-letter.txt": [], "78-letter.txt": found["78-letter.txt"], "79-PIT.md": []}
    assert "reasoning-elsewhere" in found["78-letter.txt"]


@pytest.mark.parametrize("named", [["77-letter.txt"], ["77-PIT.md"], ["77-PIT.md", "77-letter.txt"]])
def test_a_pair_is_one_notice_whichever_of_it_is_named(write, notices, named):
    write(".foilint.yaml", "together: [{letter: '*-letter.txt', annex: '*-PIT*.md'}]")
    write("77-letter.txt", LETTER)
    write("77-PIT.md", ANNEX)
    assert [notice["path"] for notice in notices(*named)] == ["77-letter.txt"]


def test_an_annex_that_cannot_be_read_is_told_and_the_letter_is_still_checked(write, notices):
    write("letter.txt", LETTER)
    write("annex.docx", "junk")
    letter, annex = notices("--together", "letter.txt", "annex.docx")
    assert "reasoning-elsewhere" in rules(letter)
    assert rules(annex) == ["unreadable"]


def mail(text, **attachments):
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = (
        "officer@force.example",
        "head@force.example",
        "Draft for review",
    )
    message["Message-ID"] = "<1@force.example>"
    message.set_content(text)
    for name, content in attachments.items():
        message.add_attachment(content, filename=name.replace("_", "."))
    return bytes(message)


def test_a_draft_attached_to_an_e_mail_is_checked_too(write, notices):
    write("mail.eml", mail("Here is the draft.\n\nRegards\nA. Officer\n", drones_txt=UNBALANCED))
    own, attached = notices("mail.eml")
    assert (own["status"], rules(own)) == ("not-a-notice", [])
    assert attached["path"].endswith("drones.txt")
    assert rules(attached) == ["missing-balance"]


def test_an_e_mail_that_carries_no_notice_is_told_to_be_none(write, notices):
    write("mail.eml", mail("The garden club meets on Friday.\n", minutes_txt="Minutes of the garden club\n"))
    assert [rules(notice) for notice in notices("mail.eml")] == [["not-a-notice"], ["not-a-notice"]]


def test_an_e_mail_and_what_is_attached_to_it_may_be_one_notice(write, notices):
    write("mail.eml", mail(LETTER, annex_txt=ANNEX))
    (notice,) = notices("--together", "mail.eml")
    assert "reasoning-elsewhere" not in rules(notice)
