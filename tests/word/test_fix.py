"""foilint fix, as people use it: fixed wording where it is owed and absent, nothing else touched; or why not."""

import pytest
from margin import part
from word_xml import cell, element, paragraph, row, run, table, word

from foilint.readers import read
from letters import ANNEX

ACT = "We have handled this request under the Freedom of Information Act 2000."
DISCLAIMER = (
    "No inference should be drawn from this response that the information you asked for is held, "
    "or that it is not held."
)
REVIEW = (
    "If you are unhappy with this decision, you may ask us for an internal review by replying to this letter within 40 "
    "working days of receiving it."
)
COMMISSIONER = (
    "If you are still unhappy after our review, you may complain to the Information Commissioner under section 50 of "
    "the Act, within six weeks of our final response: Information Commissioner's Office, Wycliffe House, Water Lane, "
    "Wilmslow, Cheshire SK9 5AF; ico.org.uk."
)
LETTER = [
    "# Your request of 9 February 2026",
    "Dear Ms Okafor,",
    "You asked how often drones were flown over the harbour.",
    "We neither confirm nor deny that we hold the information, by virtue of the following:",
    "- Section 31(3): Law enforcement",
    "## Harm",
    "To say whether drones were flown over the harbour would be likely to prejudice the prevention of crime, because "
    "smugglers would move their landings to other nights.",
    "## Factors favouring confirming or denying",
    "Residents would see how the force spends its money.",
    "## Factors against confirming or denying",
    "A tactic that works only while nobody knows where it is used would be lost.",
    "## Balance",
    "In all the circumstances of the case, the public interest in maintaining the exclusion of the duty to confirm or "
    "deny outweighs the public interest in confirming whether the information is held.",
    "Yours sincerely,",
    "Adwoa Mensah",
]
WHOLE = [*LETTER[:3], ACT, *LETTER[3:5], DISCLAIMER, *LETTER[5:13], REVIEW, COMMISSIONER, *LETTER[13:]]
PUT_IN = "put in for missing-act, missing-disclaimer, missing-review-route, missing-commissioner-route"


WRAPPED = DISCLAIMER.replace(" not held.", " not\nheld.\n")
"""The disclaimer at the width of the annex."""


def text_of(lines, end="\n"):
    return (end * 2).join(lines) + end


DIFF = [
    "--- letter.md",
    "+++ copy.md",
    "@@ -5,7 +5,11 @@",
    " You asked how often drones were flown over the harbour.",
    " ",
    f"+{ACT}",
    "+",
    " We neither confirm nor deny that we hold the information, by virtue of the following:",
    " ",
    " Section 31(3): Law enforcement",
    "+",
    f"+{DISCLAIMER}",
    " ",
    " Harm",
    "@@ -25,4 +29,8 @@",
    f" {LETTER[12]}",
    " ",
    f"+{REVIEW}",
    "+",
    f"+{COMMISSIONER}",
    "+",
    " Yours sincerely,",
    " ",
    f"copy.md: {PUT_IN}; left to mend: nothing",
]


def test_what_is_owed_and_absent_is_put_in_and_shown(write, foilint, folder):
    write("letter.md", text_of(LETTER))
    ran = foilint("fix", "letter.md", "-o", "copy.md")
    assert (ran.status, ran.out.splitlines(), ran.err) == (0, DIFF, "")
    assert (folder / "copy.md").read_text() == text_of(WHOLE)
    assert (folder / "letter.md").read_text() == text_of(LETTER)


@pytest.mark.parametrize("missing", [DISCLAIMER, REVIEW, COMMISSIONER])
def test_each_goes_where_it_belongs(missing, write, foilint, folder):
    write("letter.md", text_of([line for line in WHOLE if line != missing]))
    foilint("fix", "letter.md", "-o", "copy.md")
    assert (folder / "copy.md").read_text() == text_of(WHOLE)


def test_a_whole_letter_needs_nothing_and_none_is_written(write, foilint, folder):
    write("letter.md", text_of(WHOLE))
    said = "letter.md: no fixed wording is owed and absent; nothing was written\n"
    assert foilint("fix", "letter.md", "-o", "copy.md") == (0, said, "")
    assert [path.name for path in folder.iterdir()] == ["letter.md"]


def test_an_annex_owes_the_disclaimer_alone(write, foilint, folder):
    write("annex.md", ANNEX[: ANNEX.index("No inference")])
    foilint("fix", "annex.md", "-o", "copy.md")
    statement = ANNEX.index("## Harm")
    expected = ANNEX[:statement] + WRAPPED + "\n" + ANNEX[statement : ANNEX.index("No inference")]
    assert (folder / "copy.md").read_text() == expected


@pytest.mark.parametrize(
    ("encoding", "end"), [("utf-8", "\r\n"), ("cp1252", "\n"), ("utf-8-sig", "\n"), ("utf-16", "\n"), ("utf-8", "\r")]
)
def test_a_text_keeps_its_encoding_and_its_line_ends(encoding, end, write, foilint, folder):
    def text(lines):
        plain = [line.removeprefix("# ").removeprefix("## ").replace("Adwoa", "Zoë") for line in lines]
        return text_of(plain, end).encode(encoding)

    write("letter.txt", text(LETTER))
    assert foilint("fix", "letter.txt", "-o", "copy.txt").status == 0
    assert (folder / "copy.txt").read_bytes() == text(WHOLE)


def test_wrapped_lines_are_wrapped_alike(write, foilint, folder):
    write("annex.txt", ANNEX[: ANNEX.index("No inference")].replace("# ", "").replace("#", ""))
    foilint("fix", "annex.txt", "-o", "copy.txt")
    assert f"\n\n{WRAPPED}\n" in (folder / "copy.txt").read_text()


def test_part_of_the_information_is_disclaimed_as_part(write, foilint, folder):
    lines = [*WHOLE[:3], "We hold the duty rota. It is withheld under section 40(2).", *WHOLE[3:6], *WHOLE[7:]]
    write("letter.md", text_of(lines))
    foilint("fix", "letter.md", "-o", "copy.md")
    assert (
        "No inference should be drawn from this response that any other information is held"
        in (folder / "copy.md").read_text()
    )


def test_without_a_review_procedure_the_commissioner_comes_at_once(write, foilint, folder):
    none = "We have no internal review procedure."
    write("letter.md", text_of([none if line == REVIEW else line for line in WHOLE if line != COMMISSIONER]))
    foilint("fix", "letter.md", "-o", "copy.md")
    assert (
        f"{none}\n\nIf you are unhappy with this decision, you may complain to the Information"
        in (folder / "copy.md").read_text()
    )


HOUSE = """extends: foia2000
wording:
  review: {text: "Write to the Clerk within 40 working days and ask for an internal review."}
  welsh: {text: "You may write to us in Welsh, and we will answer in Welsh without delay."}
"""


def test_the_house_s_own_wording_comes_first(write, foilint, folder):
    write("house.yaml", HOUSE)
    write("letter.md", text_of([line for line in WHOLE if line != REVIEW]))
    ran = foilint("fix", "letter.md", "-o", "copy.md", "--template", "house.yaml")
    assert ran.out.endswith("copy.md: put in for missing-review-route, missing-wording; left to mend: nothing\n")
    text = (folder / "copy.md").read_text()
    assert "Write to the Clerk within 40 working days and ask for an internal review." in text
    assert "You may write to us in Welsh" in text
    assert REVIEW not in text


# --- Word -------------------------------------------------------------------------------------------------------------

STYLES = element(
    "styles",
    '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Body"><w:name w:val="Body Text"/></w:style>',
)
BODY = '<w:pStyle w:val="Body"/><w:keepNext/><w:spacing w:after="120"/>'
FONT = '<w:rFonts w:ascii="Georgia"/><w:b/><w:highlight w:val="none"/><w:sz w:val="23"/>'


def word_paragraph(line):
    if line.startswith("#"):
        return paragraph(line.lstrip("# "), properties='<w:pStyle w:val="Heading1"/>')
    return paragraph(run(line.removeprefix("- "), FONT.replace("<w:b/>", "")), properties=BODY)


def in_word(lines, end=""):
    return word("".join(map(word_paragraph, lines)) + end, {"word/styles.xml": STYLES})


def test_word_gets_paragraphs_in_the_style_of_their_neighbours(write, foilint, folder):
    write("letter.docx", in_word(LETTER))
    ran = foilint("fix", "letter.docx", "-o", "copy.docx")
    assert ran.out.endswith(f"copy.docx: {PUT_IN}; left to mend: nothing\n")
    copy = (folder / "copy.docx").read_bytes()
    assert [block.text for block in read(copy, "x").blocks] == [line.lstrip("#- ") for line in WHOLE]
    written = (
        '<w:p><w:pPr><w:pStyle w:val="Body"/><w:spacing w:after="120"/></w:pPr><w:r><w:rPr>'
        '<w:rFonts w:ascii="Georgia"/><w:sz w:val="23"/></w:rPr>'
        f'<w:t xml:space="preserve">{DISCLAIMER}</w:t></w:r></w:p>'
    )
    assert written.encode() in part(copy, "word/document.xml")


def test_word_keeps_everything_else(write, foilint, folder):
    data = in_word(LETTER)
    write("letter.docx", data)
    foilint("fix", "letter.docx", "-o", "copy.docx")
    copy = (folder / "copy.docx").read_bytes()
    assert part(copy, "word/styles.xml") == part(data, "word/styles.xml")
    left = part(copy, "word/document.xml").decode()
    for text in (ACT, DISCLAIMER, REVIEW, COMMISSIONER):
        start = left.rindex("<w:p>", 0, left.index(text))
        left = left[:start] + left[left.index("</w:p>", start) + len("</w:p>") :]
    assert left.replace("'", '"').split("?>")[1].lstrip() == part(data, "word/document.xml").decode().split("?>")[1]


def test_in_word_the_end_is_before_the_page_settings_and_after_a_table(write, foilint, folder):
    unsigned = [line for line in LETTER if line not in ("Yours sincerely,", "Adwoa Mensah")]
    end = table(row(cell("Our hours"), cell("9 to 5"))) + "<w:sectPr/>"
    write("letter.docx", in_word(unsigned, end))
    foilint("fix", "letter.docx", "-o", "copy.docx", "--kind", "letter")
    copy = (folder / "copy.docx").read_bytes()
    assert [block.text for block in read(copy, "x").blocks][-4:] == ["Our hours", "9 to 5", REVIEW, COMMISSIONER]
    assert part(copy, "word/document.xml").endswith(b"<w:sectPr/></w:body></w:document>")


@pytest.mark.parametrize("wrapped", ["<w:sdt><w:sdtPr/><w:sdtContent>{0}</w:sdtContent></w:sdt>"])
def test_in_word_nothing_is_put_into_a_control_that_it_stands_beside(wrapped, write, foilint, folder):
    lines = [line for line in WHOLE if line not in (REVIEW, COMMISSIONER)]
    body = "".join(map(word_paragraph, lines[:-2])) + wrapped.format("".join(map(word_paragraph, lines[-2:])))
    write("letter.docx", word(body, {"word/styles.xml": STYLES}))
    foilint("fix", "letter.docx", "-o", "copy.docx")
    xml = part((folder / "copy.docx").read_bytes(), "word/document.xml").decode()
    assert xml.index(REVIEW) < xml.index(COMMISSIONER) < xml.index("<w:sdt>") < xml.index("Yours sincerely")


def test_in_word_a_letter_laid_out_in_a_frame_stays_in_it(write, foilint, folder):
    body = table(row(cell(*map(word_paragraph, LETTER))))
    write("letter.docx", word(body, {"word/styles.xml": STYLES}))
    assert foilint("fix", "letter.docx", "-o", "copy.docx").status == 0
    xml = part((folder / "copy.docx").read_bytes(), "word/document.xml").decode()
    assert xml.index(COMMISSIONER) < xml.index("Yours sincerely") < xml.index("</w:tc>")


# --- what cannot be done ----------------------------------------------------------------------------------------------

GAPS = (
    'extends: foia2000\nwording:\n  review: {text: "Write to [insert address] within 40 working days for a review."}\n'
)
SIGNED = word("".join(map(word_paragraph, LETTER)), {"word/styles.xml": STYLES, "_xmlsignatures/origin.sigs": ""})
REFUSALS = {
    "no draft": (["fix"], "fix: name one draft, as in foilint fix letter.docx -o copy.docx"),
    "no copy": (["fix", "letter.md"], "fix: say what the copy is called, as in -o letter.fixed.md"),
    "in place": (
        ["fix", "letter.md", "-o", "letter.md", "--force"],
        "letter.md is the draft itself, which is never written over; name another file",
    ),
    "over a file": (
        ["fix", "letter.md", "-o", "there.md"],
        "there.md exists already; name another file, or write over it with --force",
    ),
    "another format": (
        ["fix", "letter.md", "-o", "copy.docx"],
        "copy.docx: a copy of a .md file is one too; give it a name ending in .md",
    ),
    "a web page": (
        ["fix", "page.html", "-o", "copy.html"],
        "page.html: fix puts words into Word, Markdown and plain text; save the draft as one of these",
    ),
    "signed": (
        ["fix", "signed.docx", "-o", "copy.docx"],
        "signed.docx is digitally signed, and any change breaks the signature; mend an unsigned copy",
    ),
    "not there": (["fix", "none.md", "-o", "c.md"], "none.md: there is no such file; check the spelling of its path"),
    "a new finding": (
        ["fix", "letter.md", "-o", "c.md", "--template", "gaps.yaml"],
        "letter.md: the fixed wording would bring placeholder: this is left over from a template; fill it in or delete "
        "it",
    ),
}


@pytest.mark.parametrize(("command", "problem"), REFUSALS.values(), ids=REFUSALS)
def test_what_cannot_be_done_is_one_line_and_writes_nothing(command, problem, write, foilint, folder):
    write("letter.md", text_of(LETTER))
    write("there.md", "as it was")
    write("page.html", "<html><body><p>We refuse.</p></body></html>")
    write("signed.docx", SIGNED)
    write("gaps.yaml", GAPS)
    before = {path: path.read_bytes() for path in folder.iterdir()}
    assert foilint(*command) == (2, "", f"foilint: {problem}\n")
    assert {path: path.read_bytes() for path in folder.iterdir()} == before
