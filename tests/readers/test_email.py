"""E-mail: the message is the letter, what it answers is somebody else's, what is attached is read too."""

from email.message import EmailMessage

import pytest
from contract import faults

from foilint.document import Layer, MarkKind, Unreadable
from foilint.readers import read

REPLY = "Dear Ms Adeyemi,\n\nWe refuse your request.\n"


def message(text=REPLY, **headers):
    made = EmailMessage()
    made["From"] = "FOI team <foi@northmoor.example>"
    made["Message-ID"] = "<1@northmoor.example>"
    for name, value in headers.items():
        made[name] = value
    if text is not None:
        made.set_content(text)
    return made


def document(made):
    found = read(made.as_bytes(), "reply.eml")
    assert faults(found) == []
    return found


def body(made):
    return [(block.layer, block.text) for block in document(made).blocks]


def test_the_subject_is_a_header_and_the_text_the_letter():
    assert body(message(Subject="Your request – FOI/17 £5")) == [
        (Layer.HEADER, "Your request – FOI/17 £5"),
        (Layer.BODY, "Dear Ms Adeyemi,"),
        (Layer.BODY, "We refuse your request."),
    ]


def test_text_is_read_before_html_and_html_where_there_is_no_text():
    both = message()
    both.add_alternative("<p>The same in HTML.", subtype="html")
    assert body(both)[1] == (Layer.BODY, "We refuse your request.")
    alone = message(None)
    alone.set_content("<p>We <b>refuse</b> it – sorry.", subtype="html")
    assert body(alone) == [(Layer.BODY, "We refuse it – sorry.")]


def test_an_empty_text_beside_html_is_no_letter():
    both = message("\n")
    both.add_alternative("<p>We refuse.", subtype="html")
    assert body(both) == [(Layer.BODY, "We refuse.")]


@pytest.mark.parametrize(
    "divider",
    [
        "From: T. Adeyemi\nSent: 20 April 2026 09:12\nTo: FOI team\nSubject: request",
        "-----Original Message-----",
        "Begin forwarded message:",
        "On 20 April 2026 at 09:12, T. Adeyemi <a@example.org> wrote:",
    ],
)
def test_the_history_below_a_message_is_quoted(divider):
    blocks = document(message(f"{REPLY}\n{divider}\n\nPlease send me all of it.\n")).blocks
    assert [block.layer for block in blocks if block.text.startswith(("We refuse", "Please send"))] == [
        Layer.BODY,
        Layer.QUOTED,
    ]


def test_a_reply_below_what_it_quotes_is_the_letter():
    below = "On 20 April 2026, T. Adeyemi wrote:\n> Please send me all of it.\n\nWe refuse.\n"
    assert body(message(below)) == [
        (Layer.QUOTED, "On 20 April 2026, T. Adeyemi wrote:"),
        (Layer.QUOTED, "Please send me all of it."),
        (Layer.BODY, "We refuse."),
    ]


def test_a_printed_message_that_starts_with_its_header_is_the_letter():
    printed = "From: FOI team\nSent: 14 May 2026\nTo: T. Adeyemi\nSubject: FOI/17\n\nWe refuse.\n"
    assert {layer for layer, _ in body(message(printed))} == {Layer.BODY}


def test_attached_drafts_are_documents_of_their_own():
    made = message()
    made.add_attachment(b"# Annex\n\nHarm", maintype="text", subtype="markdown", filename="annex.md")
    made.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="logo.png")
    made.add_attachment(b"", maintype="application", subtype="msword", filename="C:\\drafts\\empty.docx")
    found = document(made)
    assert [(attached.path, attached.format) for attached in found.attachments] == [("reply.eml/annex.md", "markdown")]
    assert [(mark.kind, mark.text, mark.note) for mark in found.marks] == [
        (MarkKind.UNREAD, "empty.docx", "attachment: it is empty")
    ]


def test_an_attached_message_is_read_with_what_is_attached_to_it():
    inner = message("We refuse.\n", Subject="inner")
    inner.add_attachment(b"Harm", maintype="text", subtype="plain", filename="annex.txt")
    outer = message()
    outer.add_attachment(inner)
    [attached] = document(outer).attachments
    assert [block.text for block in attached.blocks] == ["inner", "We refuse."]
    assert [annex.path for annex in attached.attachments] == ["reply.eml/message.eml/annex.txt"]


def test_messages_in_messages_end_somewhere():
    made = message("the innermost")
    for _ in range(12):
        outer = message("around it")
        outer.add_attachment(made)
        made = outer
    depth, found = 0, document(made)
    while found.attachments:
        depth, found = depth + 1, found.attachments[0]
    assert depth == 3
    assert [mark.note for mark in found.marks] == ["attachment: it is attached too deep"]


def test_places_are_lines_of_the_file_where_it_is_not_encoded():
    made = message()
    made.replace_header("Content-Transfer-Encoding", "7bit")
    lines = made.as_string().split("\n")
    for block in document(made).blocks:
        line, column = block.line_and_column(0)
        assert lines[line - 1][column - 1 :] == block.text


def test_there_are_no_places_where_the_file_is_encoded():
    made = message(None)
    made.set_content("It’s refused – sorry.\n", cte="base64")
    assert [(block.text, block.origins) for block in document(made).blocks] == [("It’s refused – sorry.", ())]


def test_damaged_headers_are_no_crash():
    data = b"MIME-Version: 1.0\nFrom: \xff<\nSubject: =?x?q?=\nContent-Type: text/plain; charset=\n\nWe refuse."
    assert [block.text for block in read(data, "a.eml").blocks][-1] == "We refuse."


def test_a_web_archive_is_read_as_the_page_it_holds():
    data = (
        b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=X\n\n--X\n"
        b"Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n"
        b"<p>We ref=\nuse =C2=A35.\n--X--\n"
    )
    assert [block.text for block in read(data, "letter.mht").blocks] == ["We refuse £5."]


def test_a_message_without_anything_in_it():
    with pytest.raises(Unreadable, match="it is empty"):
        read(b"\n", "a.eml")
    assert read(b"MIME-Version: 1.0\nFrom: a\n\n", "a.eml").blocks == ()
