"""foilint review, as people use it: a Word copy of a draft with the findings in the margin, or one line why not."""

import pytest
from margin import margin
from word_xml import paragraph, rewritten, word

from foilint.readers import read
from letters import ANNEX, UNBALANCED

LINES = UNBALANCED.replace("\n\n", "\0").replace("\n", " ").split("\0")
STYLES = (
    '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    '<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/></w:style></w:styles>'
)


def in_word(lines):
    """A Word file with these paragraphs; Markdown's headings are Word's."""
    heading = '<w:pStyle w:val="Heading2"/>'
    written = (paragraph(line.lstrip("# "), properties=heading if line.startswith("#") else "") for line in lines)
    return word("".join(written), {"word/styles.xml": STYLES})


UNBALANCED_WORD = in_word(LINES)
OPENING = (
    "Checked by foilint 0.1.0: 1 error",
    "Understood: section 31(3) neither confirmed nor denied; harm, factors, disclaimer found; balance missing.",
    "Each comment by foilint names a rule; foilint explain NAME-OF-THE-RULE says more.",
)
FINDING = (
    "Error: missing-balance",
    "Section 31(3) is qualified, but no balance is struck.",
    "What to do: weigh the factors for and against confirming or denying that the information is held and say which "
    "prevail.",
    "Law: FOIA 2000, sections 2 and 17(3).",
)


def test_each_finding_is_a_comment_on_its_words(write, foilint, folder):
    write("draft.docx", UNBALANCED_WORD)
    assert foilint("review", "draft.docx", "-o", "copy.docx") == (0, "copy.docx: 1 error, each a comment\n", "")
    notes = margin((folder / "copy.docx").read_bytes())
    assert [(note.marked, note.lines) for note in notes] == [
        ("Public interest test: drones over the harbour", OPENING),
        ("section 31(3)", FINDING),
    ]


def test_the_copy_reads_as_the_draft(write, foilint, folder):
    write("draft.docx", UNBALANCED_WORD)
    foilint("review", "draft.docx", "-o", "copy.docx")
    assert (folder / "draft.docx").read_bytes() == UNBALANCED_WORD
    assert read((folder / "copy.docx").read_bytes(), "x").blocks == read(UNBALANCED_WORD, "x").blocks


def test_a_sound_notice_says_what_was_understood(write, foilint, folder):
    write("draft.md", ANNEX)
    assert foilint("review", "draft.md", "-o", "copy.docx").out == "copy.docx: nothing found\n"
    (note,) = margin((folder / "copy.docx").read_bytes())
    assert (
        note.lines[1]
        == "Understood: section 31(3) neither confirmed nor denied; harm, factors, balance, disclaimer found."
    )


def test_reviewing_the_copy_again_gives_the_same_copy(write, foilint, folder):
    write("draft.docx", UNBALANCED_WORD)
    foilint("review", "draft.docx", "-o", "copy.docx")
    assert foilint("review", "copy.docx", "-o", "again.docx") == (0, "again.docx: 1 error, each a comment\n", "")
    assert (folder / "again.docx").read_bytes() == (folder / "copy.docx").read_bytes()


@pytest.mark.parametrize(
    ("name", "draft"),
    [
        ("draft.md", UNBALANCED),
        ("draft.txt", UNBALANCED.replace("# ", "").replace("#", "")),
        (
            "draft.html",
            "".join(
                f"<p>{line.lstrip('# ')}</p>" if line[0] != "#" else f"<h2>{line.lstrip('# ')}</h2>" for line in LINES
            ),
        ),
    ],
)
def test_drafts_in_other_formats_become_word(name, draft, write, foilint, folder):
    draft = f"<html><body>{draft}</body></html>" if name.endswith("html") else draft
    write(name, draft)
    assert foilint("review", name, "-o", "copy.docx") == (0, "copy.docx: 1 error, each a comment\n", "")
    copy = (folder / "copy.docx").read_bytes()
    told = [block.text for block in read(copy, "x").blocks]
    assert told == [block.text.replace("\n", " ") for block in read(draft.encode(), name).blocks]
    assert [(note.marked, note.lines[0]) for note in margin(copy)][1] == ("section 31(3)", "Error: missing-balance")


def test_comments_bear_the_date_that_is_asked_for(write, foilint, folder, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    write("draft.md", ANNEX)
    foilint("review", "draft.md", "-o", "copy.docx")
    assert [note.date for note in margin((folder / "copy.docx").read_bytes())] == ["2026-01-01T00:00:00Z"]


def test_what_the_settings_let_stand_is_no_comment(write, foilint, folder):
    write(".foilint.yaml", "allow: [{rule: missing-balance, notice: draft.md, reason: struck in the letter}]\n")
    write("draft.md", UNBALANCED)
    assert foilint("review", "draft.md", "-o", "copy.docx").out == "copy.docx: 1 let stand\n"


LETTER = """Dear Ms Okafor,

Under the Freedom of Information Act 2000 we neither confirm nor deny that we hold anything, by virtue of section 31(3).

The public interest test is attached.

Yours sincerely,
"""


def test_a_letter_and_its_annex_are_judged_together_and_commented_apart(write, foilint, folder):
    write(".foilint.yaml", "together: [{letter: '*-letter.md', annex: '*-pit.md'}]\n")
    write("7-letter.md", LETTER)
    write("7-pit.md", UNBALANCED.replace("## Harm", "## Factors favouring section 31"))
    foilint("review", "7-letter.md", "-o", "letter.docx")
    foilint("review", "7-pit.md", "-o", "pit.docx")
    letter = {note.lines[0] for note in margin((folder / "letter.docx").read_bytes())[1:]}
    pit = {note.lines[0] for note in margin((folder / "pit.docx").read_bytes())[1:]}
    assert "Error: missing-review-route" in letter
    assert "Warning: ambiguous-heading" in pit
    assert letter.isdisjoint(pit)


WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def macros(data):
    """The same file as Word marks it that lets macros run."""
    return rewritten(
        data,
        lambda text: text.replace(f"{WORD}.document.main", "application/vnd.ms-word.document.macroEnabled.main"),
    )


SIGNED = word(paragraph("text"), {"_xmlsignatures/origin.sigs": ""})
REFUSALS = {
    "no draft": (["review"], "review: name one draft, as in foilint review letter.docx -o copy.docx"),
    "two drafts": (
        ["review", "draft.docx", "draft.md", "-o", "c.docx"],
        "review: name one draft, as in foilint review letter.docx -o copy.docx",
    ),
    "no copy": (["review", "draft.docm"], "review: say what the copy is called, as in -o draft.reviewed.docm"),
    "no copy in Word": (["review", "draft.md"], "review: say what the copy is called, as in -o draft.reviewed.docx"),
    "in place": (
        ["review", "draft.docx", "-o", "./draft.docx", "--force"],
        "./draft.docx is the draft itself, which is never written over; name another file",
    ),
    "over a file": (
        ["review", "draft.docx", "-o", "there.docx"],
        "there.docx exists already; name another file, or write over it with --force",
    ),
    "into a folder": (["review", "draft.docx", "-o", "."], ". is a folder; name the file to be written"),
    "into no folder": (
        ["review", "draft.docx", "-o", "no/copy.docx"],
        "no/copy.docx cannot be written: there is no folder no",
    ),
    "not there": (
        ["review", "none.docx", "-o", "c.docx"],
        "none.docx: there is no such file; check the spelling of its path",
    ),
    "a folder": (["review", ".", "-o", "c.docx"], ". is a folder; name one draft"),
    "damaged": (
        ["review", "damaged.docx", "-o", "c.docx"],
        "damaged.docx: it is damaged: its end is missing; restore it from a copy, or open it in the program that made "
        "it and save it again",
    ),
    "signed": (
        ["review", "signed.docx", "-o", "c.docx"],
        "signed.docx is digitally signed, and a comment would break the signature; review an unsigned copy",
    ),
    "macros in a copy without": (
        ["review", "macros.docm", "-o", "c.docx"],
        "c.docx: the copy is a Word file that Word opens as .docm only; give it a name ending in .docm",
    ),
    "Word in a text file": (
        ["review", "draft.md", "-o", "c.md"],
        "c.md: the copy is a Word file that Word opens as .docx only; give it a name ending in .docx",
    ),
    "no rule": (
        ["review", "draft.md", "-o", "c.docx", "--ignore", "missing-ballance"],
        "there is no rule or family 'missing-ballance'; did you mean missing-balance?",
    ),
}


@pytest.mark.parametrize(("command", "problem"), REFUSALS.values(), ids=REFUSALS)
def test_what_cannot_be_done_is_one_line_and_writes_nothing(command, problem, write, foilint, folder):
    write("draft.docx", UNBALANCED_WORD)
    write("draft.md", ANNEX)
    write("there.docx", b"as it was")
    write("damaged.docx", UNBALANCED_WORD[:400])
    write("signed.docx", SIGNED)
    write("macros.docm", macros(UNBALANCED_WORD))
    before = {path: path.read_bytes() for path in folder.iterdir()}
    assert foilint(*command) == (2, "", f"foilint: {problem}\n")
    assert {path: path.read_bytes() for path in folder.iterdir()} == before


@pytest.mark.parametrize("command", ["review", "fix"])
def test_a_fault_of_foilint_s_own_is_one_line(command, write, foilint, folder, monkeypatch):
    def fail(*_, **__):
        raise ZeroDivisionError

    monkeypatch.setattr("foilint.lint.recognise", fail)
    write("draft.docx", UNBALANCED_WORD)
    ran = foilint(command, "draft.docx", "-o", "copy.docx")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("foilint: draft.docx: foilint failed on it (ZeroDivisionError at test_review.py, line ")
    assert ran.err.count("\n") == 1
    assert [path.name for path in folder.iterdir()] == ["draft.docx"]


def test_a_wrong_date_is_one_line(write, foilint, folder, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    write("draft.md", ANNEX)
    problem = "foilint: SOURCE_DATE_EPOCH: 'yesterday' is no number of seconds since 1970\n"
    assert foilint("review", "draft.md", "-o", "copy.docx") == (2, "", problem)
    assert sorted(path.name for path in folder.iterdir()) == ["draft.md"]


def test_force_writes_over_a_file(write, foilint, folder):
    write("draft.docx", UNBALANCED_WORD)
    write("copy.docx", b"as it was")
    assert foilint("review", "draft.docx", "-o", "copy.docx", "--force").status == 0
    assert len(margin((folder / "copy.docx").read_bytes())) == 2


def test_macros_are_copied_as_what_they_are(write, foilint, folder):
    write("draft.docm", macros(UNBALANCED_WORD))
    assert foilint("review", "draft.docm", "-o", "copy.docm").status == 0


def test_a_link_to_the_draft_is_the_draft(write, foilint, folder):
    write("draft.docx", UNBALANCED_WORD)
    (folder / "copy.docx").symlink_to("draft.docx")
    assert "is the draft itself" in foilint("review", "draft.docx", "-o", "copy.docx", "--force").err
    assert (folder / "draft.docx").read_bytes() == UNBALANCED_WORD


def test_attached_drafts_are_spoken_of(write, foilint, folder):
    mail = (
        "From: foi@example.gov.uk\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n--x\n"
        "Content-Type: text/plain\n\nPlease find our letter attached.\n--x\n"
        "Content-Type: text/markdown; name=letter.md\n"
        f"Content-Disposition: attachment; filename=letter.md\n\n{ANNEX}\n--x--\n"
    )
    write("mail.eml", mail)
    ran = foilint("review", "mail.eml", "-o", "copy.docx")
    assert ran.status == 0
    assert ran.err.endswith("letter.md is attached and not in the copy; save it and review it by itself\n")
