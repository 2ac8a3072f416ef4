"""What foilint writes, opened by LibreOffice: no word lost, every comment there. Skipped where it is not installed."""

import shutil
import subprocess
from pathlib import Path

import pytest
from word_xml import cell, paragraph, row, run, table, word

from foilint.document import MarkKind
from foilint.readers import read
from letters import ANNEX, UNBALANCED

SOFFICE = shutil.which("soffice")
pytestmark = pytest.mark.skipif(not SOFFICE, reason="LibreOffice is not installed")

CONTROL = "<w:sdt><w:sdtPr>{0}</w:sdtPr><w:sdtContent>{1}</w:sdtContent></w:sdt>"
BY = 'w:id="7" w:author="Jane Smith" w:date="2026-11-02T09:00:00Z"'
TRAPS = word(
    CONTROL.format("", paragraph("Freedom of Information Act 2000: your request [insert subject]"))
    + paragraph("Dear Ms Okafor,")
    + paragraph(
        "We neither confirm nor deny under ", f"<w:ins {BY}>{run('section 31(3)')}</w:ins>", " that we hold it."
    )
    + table(row(cell("For"), cell("Against")), row(cell("[insert the factors for]"), cell("[insert those against]")))
    + CONTROL.format("", paragraph("The balance [DELETE AS APPROPRIATE] falls on the side of silence."))
    + paragraph("Ask ", CONTROL.format("<w:text/>", run("[insert name]")), " for a review.")
    + paragraph("Yours sincerely,")
)
FORMATTED = Path(__file__).parents[2] / "fixtures" / "formats" / "notice-libreoffice.docx"
DRAFTS = {"traps.docx": TRAPS, "annex.md": UNBALANCED.encode(), "letter.docx": FORMATTED.read_bytes()}


def opened(folder, *names):
    """These files as LibreOffice opens and saves them, by name."""
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [SOFFICE, "--headless", profile, "--convert-to", "odt", "--outdir", str(folder / "opened"), *names]
    subprocess.run(command, check=True, capture_output=True, timeout=300, cwd=folder)
    found = {name: folder / "opened" / f"{Path(name).stem}.odt" for name in names}
    return {name: read(path.read_bytes(), path.name) for name, path in found.items()}


def words(document):
    return " ".join(" ".join(block.text for block in document.blocks).split())


def test_libreoffice_sees_every_word_and_every_comment(write, foilint, folder):
    for name, data in DRAFTS.items():
        write(name, data)
        foilint("review", name, "-o", f"{Path(name).stem}-reviewed.docx")
    write("bare.docx", b"")
    write("bare.md", ANNEX[: ANNEX.index("No inference")])
    foilint("review", "bare.md", "-o", "bare.docx", "--force")
    foilint("fix", "bare.docx", "-o", "mended.docx", "--ignore", "comment")
    foilint("new", "-e", "24(2),43(2)", "-o", "skeleton.docx")
    copies = [f"{Path(name).stem}-reviewed.docx" for name in DRAFTS]
    seen = opened(folder, *copies, "skeleton.docx", "mended.docx")
    for name, copy in zip(DRAFTS, copies, strict=True):
        assert words(seen[copy]) == words(read(DRAFTS[name], name))
        assert comments(seen[copy]) == comments(read((folder / copy).read_bytes(), copy)) != []
    assert "[insert how you weighed these factors in this case]" in words(seen["skeleton.docx"])
    assert "No inference should be drawn from this response" in words(seen["mended.docx"])


def comments(document):
    return sorted(mark.text for mark in document.marks if mark.kind is MarkKind.COMMENT)
