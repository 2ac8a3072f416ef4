"""Which reader reads a file: what it holds decides, then what it is called. What is no draft is explained."""

import io
import subprocess
import sys
import zipfile

import pytest

from foilint.document import Unreadable
from foilint.readers import SUFFIXES, read

OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
LFS = b"version https://git-lfs.github.com/spec/v1\noid sha256:1\n"
WORD_2003 = b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>'


def archive(**parts):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        for name, content in parts.items():
            package.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "path", "format_"),
    [
        (b"Dear Sir", "draft.txt", "text"),
        (b"Dear Sir", "-", "text"),
        (b"# Notice", "draft.md", "markdown"),
        (b"# Notice", "draft.MARKDOWN", "markdown"),
        (b"# Notice", "draft.txt", "text"),
        (b"<p>Dear Sir", "draft.htm", "html"),
        (b"<!DOCTYPE html><p>Dear Sir", "draft.txt", "html"),
        (b"\xef\xbb\xbf\r\n<html><body>Dear Sir", "letter.doc", "html"),
        ("<html><body>Dear Sir".encode("utf-16"), "letter.doc", "html"),
        (b"{\\rtf1 Dear Sir\\par}", "letter.doc", "rtf"),
        (b"MIME-Version: 1.0\nFrom: a@b.uk\nSubject: x\n\nDear Sir", "saved", "email"),
        (b"Dear Sir", "letter.doc", "text"),
        (b"From: FOI team\nSent: Monday\nTo: you\n\nDear Sir", "pasted.txt", "text"),
        (b"MIME-Version: what is that?\n\nDear Sir", "question.txt", "text"),
    ],
)
def test_the_content_decides_before_the_name(data, path, format_):
    assert read(data, path).format == format_


@pytest.mark.parametrize(
    ("data", "path", "cause"),
    [
        (b"", "a.docx", "it is empty"),
        (b" \r\n\t ", "a.txt", "it is empty"),
        (b"\xff\xfe", "a.txt", "it is empty"),
        (b"\x05Jane Smith", "drafts/~$letter.docx", "it only marks a document as open in an office program"),
        (b",jane,laptop,", "drafts/.~lock.letter.odt#", "it only marks a document as open in an office program"),
        (
            b"version https://git-lfs.github.com/spec/v1\noid sha256:1\n",
            "a.docx",
            "it is a Git LFS pointer, not the file itself",
        ),
        (OLE2 + "WordDocument".encode("utf-16-le"), "a.doc", "it is a Word document of the old kind (.doc)"),
        (OLE2 + "EncryptedPackage".encode("utf-16-le"), "a.docx", "it is encrypted"),
        (OLE2 + "__properties_version1.0".encode("utf-16-le"), "a.msg", "it is an Outlook message (.msg)"),
        (OLE2, "a.doc", "it is an Office file of the old kind"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "scan.png", "it is a picture"),
        (bytes(range(256)) * 20, "a.docx", "what it holds is not what its name says"),
        (bytes(range(256)) * 20, "a.bin", "it is no text, nor in any format that foilint reads"),
        (b"PK\3\4" + b"x" * 400, "a.docx", "it is damaged: its end is missing"),
        (archive(readme="hello"), "a.zip", "it is an archive, not a draft"),
        (archive(xl__workbook_xml="<x/>"), "a.xlsx", "it is a spreadsheet"),
        (archive(ppt__presentation_xml="<x/>"), "a.pptx", "it is a presentation"),
        (
            b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>',
            "a.doc",
            "it is a Word 2003 XML document",
        ),
    ],
)
def test_what_is_no_draft_is_explained(data, path, cause):
    with pytest.raises(Unreadable) as raised:
        read(data, path)
    assert raised.value.cause == cause
    assert raised.value.advice


def test_word_html_that_names_its_program_is_no_word_2003_xml():
    page = b'<?xml version="1.0"?><html><meta name=ProgId content=Word.Document><body><p>Dear Sir</body></html>'
    assert read(page, "letter.doc").format == "html"


def test_every_suffix_is_in_small_letters_with_its_dot_and_stands_once():
    assert all(suffix.startswith(".") and suffix == suffix.lower() for suffix in SUFFIXES)
    assert len(set(SUFFIXES)) == len(SUFFIXES)


def test_reading_a_text_imports_no_other_format():
    code = "import sys; from foilint.readers import read; read(b'Dear Sir', 'a.txt'); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {"lxml", "zipfile", "email", "foilint.readers.word", "foilint.readers.markdown"} & set(loaded)
