"""foilint new: a skeleton for whatever one may rely on, in every format; it lacks what is to be written, no more."""

import io
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from foilint.commands.new import UNWRITTEN
from foilint.law import laws, load
from foilint.lint import check_bytes
from foilint.misuse import Misuse
from foilint.notice import Kind
from foilint.provision import printed
from foilint.readers import read
from foilint.skeleton.claims import claims
from foilint.skeleton.outline import outline
from foilint.skeleton.rendered import FORMATS, rendered
from foilint.template import STATUTE
from foilint.template_file import named_template
from foilint.wishes import terms_of

LETTER = (Path(__file__).parent / "skeleton-letter.md").read_text("utf-8")


def test_a_letter_in_markdown(foilint, folder):
    ran = foilint("new", "--exemption", "24(2)", "--exemption", "section 31(3)", "-o", "draft.md")
    said = (
        "draft.md: letter under the Freedom of Information Act 2000, "
        "sections 24(2), 31(3) neither confirmed nor denied; 14 places to fill in\n"
    )
    assert ran == (0, said, "")
    assert (folder / "draft.md").read_text() == LETTER


def test_text_and_word_say_the_same(foilint, folder):
    foilint("new", "-e", "24(2),31(3)", "-o", "draft.txt")
    foilint("new", "-e", "24(2),31(3)", "-o", "draft.docx")
    bare = LETTER.replace("## ", "").replace("# ", "").replace("> ", "")
    assert (folder / "draft.txt").read_text() == bare
    with zipfile.ZipFile(folder / "draft.docx") as package:
        body = etree.fromstring(package.read("word/document.xml"))
    w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    paragraphs = ["".join(words.text for words in each.iter(f"{w}t")) for each in body.iter(f"{w}p")]
    assert paragraphs == [line.removeprefix("- ") for line in bare.split("\n") if line]


FILLED = {
    "the name and address of the authority": "Mirefield Harbour Police, 2 Quay Street, Mirefield",
    "the date": "2 March 2026",
    "the reference number": "FOI 2026/118",
    "the applicant's name": "Ms Okafor",
    "its subject": "drones over the harbour",
    "its date": "9 February 2026",
    "the request, word for word": "How often were drones flown over the harbour last year?",
    "who or what": "Smugglers who learned whether the harbour is watched from the air would be likely to prejudice the "
    "prevention of crime by moving their landings, and national security would be undermined.",
    "gain": "The public would see how the force spends its money on {0} and could debate it.",
    "lose": "A tactic that works only while nobody knows where it is used would be lost, and with it evidence for {0}.",
    "how you weighed": "Spending is published each year; the loss of the tactic could not be made good.",
    "name and job title": "A. Mensah, Information Officer",
}


def test_filled_in_it_is_a_sound_notice():
    letter = LETTER
    for number in ("24(2)", "31(3)"):
        for gap in ("gain", "lose"):
            asks = f"what the public would {gap} if we said whether the information is held, under section {number}"
            whole = f"[insert {asks}]"
            assert whole in letter
            letter = letter.replace(
                whole, FILLED[gap].format({"24(2)": "the coast's defence", "31(3)": "trials"}[number])
            )
    while "[insert" in letter:
        gap = letter[letter.index("[insert") : letter.index("]", letter.index("[insert")) + 1]
        filling = next(text for words, text in FILLED.items() if gap.startswith(f"[insert {words}"))
        letter = letter.replace(gap, filling)
    (verdict,) = check_bytes(letter.encode(), "letter.md", terms_of(STATUTE))
    assert [(finding.rule, finding.message) for finding in verdict.findings] == []


def whatever_can_be_relied_on(law):
    """Every limb that stands by itself, every condition with a limb that it completes, every exemption turned."""
    for exemption in law.exemptions:
        limbs = [limb for limb in exemption.limbs if not limb.obsolete]
        for limb in limbs:
            whole = [each.provision for each in limbs if each.lifts is limb.lifts and not each.condition]
            yield [whole[0], limb.provision] if limb.condition else [limb.provision]
    for companion in law.companions:
        for turned in companion.turns:
            limbs = law.limbs(turned)
            yield [limbs[0].provision if limbs else printed(turned), companion.provision]


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("kind", [Kind.LETTER, Kind.ANNEX])
@pytest.mark.parametrize("law", laws(), ids=lambda law: law.regime)
def test_every_skeleton_lacks_what_is_to_be_written_and_nothing_else(law, kind, suffix):
    companions = {companion.provision for companion in law.companions}
    wrong = []
    for asked in whatever_can_be_relied_on(law):
        data = rendered(outline(claims(asked, law), kind, STATUTE), f"draft{suffix}")
        (verdict,) = check_bytes(data, f"draft{suffix}", terms_of(STATUTE))
        faults = {finding.rule for finding in verdict.findings} - UNWRITTEN
        understood = {number.removeprefix("reg ") for each in verdict.engagements for number in each.provisions}
        if faults or understood != set(asked) - companions or (verdict.kind, verdict.regime) != (kind, law.reported_as):
            wrong.append((asked, faults, understood, verdict.kind, verdict.regime))
    assert wrong == []


@pytest.mark.parametrize("name", ["foia2000", "police-pit"])
def test_a_template_of_ours_is_met(name):
    template = named_template(name, ".")
    for kind in (Kind.LETTER, Kind.ANNEX):
        data = rendered(outline(claims(["24(2)", "30(3)"], None), kind, template), "draft.md")
        (verdict,) = check_bytes(data, "draft.md", terms_of(template))
        assert {finding.rule for finding in verdict.findings} == {"placeholder"}


HOUSE = """extends: foia2000
wording:
  disclaimer: {text: "Nothing should be read into this reply as to whether information is or is not held."}
  review: {text: "Write to the Clerk within 40 working days and a person who did not decide will review the decision."}
  welsh: {text: "Mae croeso i chi ysgrifennu yn Gymraeg."}
  annexes-only: {text: "Not here.", kinds: [annex]}
sections:
  - {name: Harm, part: harm}
  - {name: Consultation}
  - {name: Balance, part: balance}
  - {name: Publication scheme, headings: [where else to look]}
in-order: true
"""


def test_a_house_template_gives_its_own_wording_and_sections(write, foilint, folder):
    write("house.yaml", HOUSE)
    ran = foilint("new", "-e", "31(3)", "--template", "house.yaml", "-o", "draft.md")
    assert ran.err == ""
    text = (folder / "draft.md").read_text()
    headings = [line[3:] for line in text.splitlines() if line.startswith("## ")]
    assert headings == [
        "Our decision",
        "Harm in confirming or denying: section 31(3)",
        "Consultation",
        "Factors favouring confirming or denying: section 31(3)",
        "Factors against confirming or denying: section 31(3)",
        "Balance: section 31(3)",
        "Where else to look",
        "If you are not satisfied",
    ]
    assert "Nothing should be read into this reply" in text
    assert "No inference" not in text
    assert "Write to the Clerk within 40 working days" in text
    assert "internal review" not in text
    assert "complain to the Information Commissioner" in text
    assert "Mae croeso" in text
    assert "Not here." not in text
    assert {
        line.split()[1].rstrip(",")
        for line in foilint("check", "--template", "house.yaml", "draft.md").out.splitlines()
        if line.startswith("  error")
    } == {"placeholder"}


def test_the_template_of_the_settings_is_used(write, foilint, folder):
    write(".foilint.yaml", "template: foisa2002\n")
    foilint("new", "-e", "34(1)", "-e", "18", "-o", "draft.md")
    text = (folder / "draft.md").read_text()
    assert "Under section 18 of the Freedom of Information (Scotland) Act 2002 we neither confirm nor deny" in text
    assert "- Section 34(1): Investigations by Scottish public authorities" in text
    assert "Scottish Information Commissioner" in text


def test_what_is_wrong_with_the_choice_itself_is_told(foilint, folder):
    ran = foilint("new", "-e", "23(1)", "-e", "24(1)", "-o", "draft.md")
    assert ran.status == 0
    assert ran.err.startswith("warning exclusive-exemptions: ")


def test_word_has_content_controls_with_names_and_no_author(foilint, folder):
    foilint("new", "-e", "14(1)", "-o", "draft.docx")
    with zipfile.ZipFile(io.BytesIO((folder / "draft.docx").read_bytes())) as package:
        assert [name for name in package.namelist() if name.startswith("docProps")] == []
        body = etree.fromstring(package.read("word/document.xml"))
    w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    controls = list(body.iter(f"{w}sdt"))
    names = [each.find(f"{w}sdtPr/{w}alias").get(f"{w}val") for each in controls]
    assert names == [
        "The name and address of the authority",
        "The date",
        "The reference number",
        "The applicant's name",
        "Its subject",
        "Its date",
        "The request, word for word",
        "Why section 14(1) applies to this request",
        "Name and job title",
    ]
    assert all(each.find(f"{w}sdtPr/{w}showingPlcHdr") is not None for each in controls)
    assert len({each.find(f"{w}sdtPr/{w}id").get(f"{w}val") for each in controls}) == len(controls)


def test_the_same_skeleton_is_the_same_file():
    pieces = outline(claims(["43(2)"], None), Kind.LETTER, STATUTE)
    assert rendered(pieces, "a.docx") == rendered(pieces, "b.docx")


def test_the_prompts_of_controls_are_no_text_of_the_notice_and_are_missed():
    data = rendered(outline(claims(["43(2)"], None), Kind.LETTER, STATUTE), "draft.docx")
    texts = [block.text for block in read(data, "draft.docx").blocks]
    assert not any("[" in text for text in texts)
    (verdict,) = check_bytes(data, "draft.docx", terms_of(STATUTE))
    under = [
        (finding.place.heading, finding.place.excerpt) for finding in verdict.findings if finding.rule == "placeholder"
    ]
    assert (
        "Factors favouring disclosure: section 43(2)",
        "[insert what the public would gain by disclosure, under section 43(2)]",
    ) in under


REFUSALS = {
    "no provision": (["-o", "d.md"], "new: say what the notice relies on, as in --exemption 'section 7(1)'"),
    "no file": (["-e", "24(2)"], "new: say what the draft is called, as in -o draft.docx"),
    "an operand": (
        ["24(2)", "-o", "d.md"],
        "new: '24(2)' is no option; give provisions with --exemption and a file with -o",
    ),
    "no number": (
        ["-e", "security", "-o", "d.md"],
        "--exemption: 'security' is no provision; write it as 7(1), section 7(1) or reg 7(5)(b)",
    ),
    "no limb": (
        ["-e", "24", "-o", "d.md"],
        "--exemption: section 24 has several limbs; say which is relied on: 24(1), 24(2)",
    ),
    "no such limb": (
        ["-e", "31(4)", "-o", "d.md"],
        "--exemption: FOIA has no exemption 31(4); there is 31(1), 31(1)(a), 31(1)(b), 31(1)(c), 31(1)(d), 31(1)(e)",
    ),
    "no exemption": (["-e", "17(1)", "-o", "d.md"], "--exemption: FOIA has no exemption 17(1)"),
    "repealed": (
        ["-e", "40(5)(b)(i)", "-o", "d.md"],
        "--exemption: section 40(5)(b)(i) has been repealed or renumbered; it is now ",
    ),
    "half a claim": (
        ["-e", "40(3A)(a)", "-o", "d.md"],
        "--exemption: 40(3A)(a) only completes another limb; name that too: one of 40(1), 40(2)",
    ),
    "a companion alone": (
        ["-e", "foisa 18", "-o", "d.md"],
        "section 18 is read with exemptions and is none itself; name the exemption too",
    ),
    "what only a rarer law has": (
        ["-e", "31(4)", "-o", "d.md"],
        "--exemption: FOIA has no exemption 31(4); there is 31(1),",
    ),
    "two laws": (
        ["-e", "24(2)", "-e", "reg 12(5)(b)", "-o", "d.md"],
        "--exemption: section 24(2) FOIA and regulation 12(5)(b) EIR are of different laws; a notice is given under "
        "one",
    ),
    "no such format": (
        ["-e", "24(2)", "-o", "d.pdf"],
        "d.pdf: a skeleton is written as .docx, .md, .txt; give it such a name",
    ),
    "no such kind": (["-e", "24(2)", "--kind", "page", "-o", "d.md"], "--kind: 'page' is none of letter, annex"),
    "over a file": (
        ["-e", "24(2)", "-o", "there.md"],
        "there.md exists already; name another file, or write over it with --force",
    ),
}


@pytest.mark.parametrize(("words", "problem"), REFUSALS.values(), ids=REFUSALS)
def test_what_cannot_be_done_is_one_line_and_writes_nothing(words, problem, write, foilint, folder):
    write("there.md", "as it was")
    ran = foilint("new", *words)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith(f"foilint: {problem}")
    assert ran.err.count("\n") == 1
    assert [path.name for path in folder.iterdir()] == ["there.md"]


def test_a_law_without_words_for_it_has_no_skeleton():
    law = load("foia2000")._replace(regime="elsewhere", title="Elsewhere Act 1999")
    with pytest.raises(Misuse, match="no skeleton for the Elsewhere Act 1999"):
        outline(tuple(each._replace(law=law) for each in claims(["24(2)"], None)), Kind.LETTER, STATUTE)
