"""RTF and PDF, which are read through libraries that need not be there."""

import sys
from pathlib import Path

import pytest

from foilint.document import Unreadable
from foilint.readers import read

FORMATS = Path(__file__).parents[2] / "fixtures" / "formats"


@pytest.mark.parametrize(("name", "module"), [("notice.rtf", "striprtf.striprtf"), ("notice.pdf", "pypdf")])
def test_without_its_library_a_file_is_refused_with_the_command_that_helps(name, module, monkeypatch):
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(Unreadable) as raised:
        read((FORMATS / name).read_bytes(), name)
    assert f"pip install 'foilint[{name.rpartition('.')[2]}]'" in raised.value.advice


def test_a_pdf_of_pictures_is_refused():
    pypdf = pytest.importorskip("pypdf")
    import io

    writer, stream = pypdf.PdfWriter(), io.BytesIO()
    writer.add_blank_page(595, 842)
    writer.write(stream)
    with pytest.raises(Unreadable, match="pictures of pages"):
        read(stream.getvalue(), "scan.pdf")


def test_a_locked_pdf_is_refused():
    pypdf = pytest.importorskip("pypdf")
    import io

    writer, stream = pypdf.PdfWriter(), io.BytesIO()
    writer.add_blank_page(595, 842)
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(stream)
    with pytest.raises(Unreadable, match="locked with a password"):
        read(stream.getvalue(), "locked.pdf")


def test_a_damaged_pdf_is_refused():
    with pytest.raises(Unreadable, match="the PDF is damaged"):
        read(b"%PDF-1.7\n" + bytes(range(256)), "damaged.pdf")


def test_rtf_words_in_any_alphabet():
    rtf = rb"{\rtf1\ansi\ansicpg1252 It\'92s \u163?5 \endash  \{refused\}\par \pard\bullet\tab openness\par}"
    assert [(block.marker, block.text) for block in read(rtf, "letter.rtf").blocks] == [
        ("", "It’s £5 – {refused}"),
        ("•", "openness"),
    ]
