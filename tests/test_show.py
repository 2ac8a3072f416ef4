"""foilint show: what was understood and why; the text as read, and git comparing Word drafts by it."""

import io
import os
import subprocess
import sys

import docx
import pytest

from foilint.document import Block, Cell, Document, Layer, Mark, MarkKind, Origin, Span
from foilint.notice import Kind, Part, Region, Response, State
from foilint.report import Reliance, Status, Verdict
from foilint.reports.look import PLAIN
from foilint.reports.outline import outline
from foilint.reports.reading import reading
from foilint.transcript import Recognised, Role, Transcript
from letters import ANNEX, UNBALANCED

REQUEST, RESPONSE = Region.REQUEST, Region.RESPONSE


def line(number, text, **more):
    return Block(text, origins=(Origin(0, number, 1),), **more)


LETTER = Verdict(
    "letter.txt",
    Status.CHECKED,
    (),
    regime="foia2000",
    kind=Kind.LETTER,
    response=Response.NCND,
    engagements=(
        Reliance("31", "Law enforcement", ("31(3)",), "section", tuple((p, State.PRESENT) for p in Part), ()),
    ),
    disclaimer=State.PRESENT,
    transcript=Transcript(
        blocks=(
            line(1, "Your request", level=1),
            line(3, "You asked whether drones were flown under section 40(2)."),
            line(5, "We neither confirm nor deny under section 31(3)."),
            line(7, "That would be likely to prejudice the prevention of crime; " + "really " * 20),
            line(9, "Some would meet elsewhere.", marker="(a)"),
            Block("No inference\nmay be drawn \x1b[31m.", paragraph=12, name="footnote 1"),
            line(14, "   "),
            line(15, "Yours faithfully"),
        ),
        regions=(RESPONSE, REQUEST, *(RESPONSE,) * 6),
        recognised=(
            Recognised(Span(1, 42, 55), Role.MENTION, ("40(2)",), "in the request"),
            Recognised(Span(2, 0, 48), Role.STATEMENT),
            Recognised(Span(2, 34, 47), Role.CLAIM, ("31(3)",), "claimed by 'under'"),
            Recognised(Span(3, 0, 60), Role.HARM, ("24", "31")),
            Recognised(Span(4, 0, 26), Role.HARM, ("24", "31")),
            Recognised(Span(5, 0, 33), Role.DISCLAIMER),
        ),
    ),
)


def test_the_outline_says_what_each_block_was_taken_for_and_why():
    assert "".join(outline(LETTER, PLAIN)) == (
        "letter.txt\n"
        "  letter, foia2000, neither confirmed nor denied\n"
        "\n"
        "              harm       for        against    balance\n"
        "  31(3)       ✓          ✓          ✓          ✓          Law enforcement\n"
        "  disclaimer  ✓\n"
        "\n"
        "Relied on\n"
        "  line 5     31(3)  claimed by 'under': “section 31(3)”\n"
        "\n"
        "Only mentioned\n"
        "  line 3     40(2)  in the request: “section 40(2)”\n"
        "\n"
        "The text\n"
        "     1  Your request\n"
        "\n"
        "the request, set aside:\n"
        "     3  You asked whether drones were flown under section 40(2).\n"
        "\n"
        "neither confirms nor denies:\n"
        "     5  We neither confirm nor deny under section 31(3).\n"
        "\n"
        "harm: sections 24 and 31:\n"
        "     7  That would be likely to prejudice the prevention of crime; really reall…\n"
        "     9  (a) Some would meet elsewhere.\n"
        "\n"
        "footnote 1; disclaimer:\n"
        "    12  No inference may be drawn \ufffd[31m.\n"
        "\n"
        "    15  Yours faithfully\n"
    )


def test_a_notice_is_shown_as_check_understands_it(write, foilint):
    write("drones.txt", UNBALANCED)
    ran = foilint("show", "drones.txt")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith(
        "drones.txt\n"
        "  annex, foia2000, neither confirmed nor denied\n"
        "\n"
        "              harm       for        against    balance\n"
        "  31(3)       ✓          ✓          ✓          ✗ missing  Law enforcement\n"
        "  disclaimer  ✓\n"
        "\n"
        "Relied on\n"
        "  line 3 "
    )
    assert "\nfactors for: section 31:\n    11  ## Factors favouring confirming or denying for section 31\n" in ran.out


def test_a_kind_can_be_tried_out(write, foilint):
    write("drones.txt", UNBALANCED)
    assert foilint("show", "--kind", "page", "drones.txt").out.splitlines()[1] == (
        "  page, foia2000, in part neither confirmed nor denied"
    )


def test_what_is_no_notice_is_shown_too(write, foilint):
    write("minutes.txt", "Minutes of the garden club\n\nNobody came.")
    assert foilint("show", "minutes.txt").out == (
        "minutes.txt\n"
        "  not understood as a notice\n"
        "\n"
        "The text\n"
        "     1  Minutes of the garden club\n"
        "     3  Nobody came.\n"
    )


def test_what_cannot_be_read_is_said_and_hides_nothing_else(write, foilint):
    write("minutes.txt", "Minutes of the garden club")
    ran = foilint("show", "nowhere.docx", "minutes.txt")
    assert ran.status == 2
    assert ran.out.startswith("nowhere.docx\n  not checked\n  cannot be read: there is no such file; check")
    assert "\nminutes.txt\n" in ran.out


def test_a_draft_must_be_named(foilint):
    assert foilint("show") == (2, "", "foilint: show: name a draft, as in foilint show letter.docx\n")


def read_back(*blocks, **more):
    return "".join(reading(Document("a.docx", "docx", blocks, **more)))


def test_the_text_is_a_sentence_a_line_and_a_group_a_block():
    assert read_back(
        Block("Your request", level=2),
        Block("We hold it. It is exempt (s. 31): “Why?” Because.\nYours"),
        Block("one", marker="(a)", depth=1),
        Block("two. And more", marker="(i)", depth=2),
        Block("   "),
        Block("Page 1", layer=Layer.FOOTER),
        Block("See above", layer=Layer.NOTE, name="footnote 2"),
        Block("Annex", path="annex.docx", level=1),
    ) == (
        "## Your request\n"
        "\n"
        "We hold it.\n"
        "It is exempt (s. 31):\n"
        "“Why?” Because.\n"
        "Yours\n"
        "\n"
        "(a) one\n"
        "\n"
        "  (i) two.\n"
        "  And more\n"
        "\n"
        "[footer] Page 1\n"
        "\n"
        "[footnote 2] See above\n"
        "\n"
        "[annex.docx] # Annex\n"
        "\n"
    )


def test_a_row_of_a_table_is_a_group_and_bears_no_number():
    cells = ((1, 1, 1, "For"), (1, 1, 2, "Against"), (1, 2, 1, "Trust. Money"), (1, 2, 2, "Harm"))
    assert read_back(*(Block(text, cell=Cell(*where)) for *where, text in cells)) == (
        "| For\n| Against\n\n| Trust.\nMoney\n| Harm\n\n"
    )


def test_what_stands_beside_the_text_is_told_but_for_what_every_saving_changes():
    marks = (
        Mark(MarkKind.COMMENT, "Really?\nAsk legal.", 0, "by A. Clerk"),
        Mark(MarkKind.DELETION, "the old words"),
        Mark(MarkKind.METADATA, "last saved by A. Clerk"),
    )
    assert read_back(Block("Dear reader"), marks=marks) == (
        "Dear reader\n\n--- beside the text ---\ncomment (by A. Clerk): Really? Ask legal.\ndeletion: the old words\n\n"
    )


def test_attached_drafts_follow():
    attached = Document("annex.txt", "text", (Block("Harm"),))
    assert read_back(Block("Dear all"), attachments=(attached,)) == (
        "Dear all\n\n=== attached: annex.txt ===\n\nHarm\n\n"
    )


def test_the_text_commands_no_terminal():
    assert read_back(Block("a\x1b[31mb\u202ec\td")) == "a\ufffd[31mb\ufffdc d\n\n"


def test_the_text_of_standard_input(folder, foilint, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"# Dear all\n")))
    assert foilint("show", "--text", "--stdin-filename", "a.md", "-").out == "# Dear all\n\n"


def test_what_cannot_be_read_is_said_in_place_of_the_text_and_stops_no_diff(write, foilint):
    write("broken.docx", b"PK\x03\x04")
    write("a.txt", "Dear all")
    ran = foilint("show", "--text", "broken.docx", "a.txt")
    assert ran.status == 0
    assert ran.out.startswith("[cannot be read: ")
    assert ran.out.endswith("]\nDear all\n\n")


def word(*paragraphs):
    """A Word letter."""
    letter = docx.Document()
    letter.add_heading("Public interest test", 1)
    for text in paragraphs:
        letter.add_paragraph(text)
    data = io.BytesIO()
    letter.save(data)
    return data.getvalue()


def git(*words):
    home = {"HOME": os.curdir, "GIT_CONFIG_NOSYSTEM": "1", "PATH": os.environ["PATH"]}
    identity = ("-c", "user.name=Officer", "-c", "user.email=officer@example.org", "-c", "init.defaultBranch=main")
    ran = subprocess.run(["git", *identity, *words], capture_output=True, text=True, check=True, env=home)
    return ran.stdout


def test_git_compares_word_letters_by_their_words(write, folder):
    """The two lines that README gives."""
    git("init")
    write(".gitattributes", "*.docx diff=foilint\n")
    git("config", "diff.foilint.textconv", f"{sys.executable} -m foilint show --text")
    write("letter.docx", word("We hold it. It is exempt.", "The balance favours disclosure. It is close."))
    git("add", ".")
    git("commit", "-m", "Draft")
    write("letter.docx", word("We hold it. It is exempt.", "The balance favours the exemption. It is close."))
    diff = git("diff", "--unified=1")
    assert diff[diff.index("@@") :] == (
        "@@ -5,3 +5,3 @@ It is exempt.\n"
        " \n"
        "-The balance favours disclosure.\n"
        "+The balance favours the exemption.\n"
        " It is close.\n"
    )
    write("letter.docx", b"")
    assert "+[cannot be read: it is empty" in git("diff")


@pytest.mark.parametrize("name", ["letter.txt", "letter.md"])
def test_the_text_of_a_notice_is_the_same_every_time(write, foilint, name):
    write(name, ANNEX)
    assert foilint("show", "--text", name).out == foilint("show", "--text", name).out != ""
