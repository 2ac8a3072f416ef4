"""Word files made to do harm are refused with their cause, and none makes foilint look outside the file."""

import io
import zipfile

import pytest
from word_xml import element, package, paragraph, relationship, run, word

from foilint.document import MarkKind, Unreadable
from foilint.readers import read

_RELATIONSHIPS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f"{relationship('rId1', 'officeDocument', 'word/document.xml')}</Relationships>"
)


def letter(document, **more):
    return package({"_rels/.rels": _RELATIONSHIPS, "word/document.xml": document, **more})


def cause(data):
    with pytest.raises(Unreadable) as caught:
        read(data, "letter.docx")
    assert caught.value.advice
    return caught.value.cause


def test_a_letter_that_unpacks_to_far_more_than_it_is():
    bomb = element("document", f"<w:body>{paragraph('words ' * 1_500_000)}</w:body>")
    assert cause(letter(bomb)) == "word/document.xml would unpack to more than 250 times its size"


def test_entities_that_multiply():
    lolz = "".join('<!ENTITY l{} "{}">'.format(at, 10 * f"&l{at - 1};") for at in range(1, 10))
    text = element("document", "<w:body><w:p><w:r><w:t>&l9;</w:t></w:r></w:p></w:body>")
    bomb = text.replace("?>", f'?><!DOCTYPE d [<!ENTITY l0 "lol">{lolz}]>', 1)
    assert cause(letter(bomb)) == "it declares a document type, which Word and LibreOffice never do"


def test_an_entity_that_would_read_a_file():
    text = element("document", "<w:body><w:p><w:r><w:t>&file;</w:t></w:r></w:p></w:body>")
    theft = text.replace("?>", '?><!DOCTYPE d [<!ENTITY file SYSTEM "file:///etc/passwd">]>', 1)
    assert cause(letter(theft)) == "it declares a document type, which Word and LibreOffice never do"


def test_tables_within_tables_without_end():
    deep = "<w:tbl><w:tr><w:tc>" * 5000 + "</w:tc></w:tr></w:tbl>" * 5000
    assert cause(letter(element("document", f"<w:body>{deep}</w:body>"))).endswith("nested more than 256 levels deep")


def test_a_letter_as_deep_as_the_limit_is_read():
    deep = "<w:smartTag>" * 250 + run("Harm") + "</w:smartTag>" * 250
    data = letter(element("document", f"<w:body>{paragraph(deep)}</w:body>"))
    assert [block.text for block in read(data, "letter.docx").blocks] == ["Harm"]


def test_names_that_point_out_of_the_package_are_only_names():
    with zipfile.ZipFile(io.BytesIO(word(paragraph("Harm")))) as made:
        parts = {name: made.read(name) for name in made.namelist()}
    data = package({"../../../tmp/foilint-was-here": "x", "/etc/foilint": "x", **parts})
    assert [block.text for block in read(data, "letter.docx").blocks] == ["Harm"]


def test_what_lies_elsewhere_is_never_fetched(monkeypatch):
    def never(*_):
        raise AssertionError("the network was asked")

    monkeypatch.setattr("socket.socket.connect", never)
    elsewhere = relationship("rId9", "styles", "http://127.0.0.1:9/styles.xml", "External")
    document = read(word(paragraph("Harm"), {}, elsewhere), "letter.docx")
    assert [block.text for block in document.blocks] == ["Harm"]
    assert [mark for mark in document.marks if mark.kind is MarkKind.UNREAD] == []


def test_a_footnote_that_refers_to_itself():
    reference = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    note = f'<w:footnote w:id="1">{paragraph("Note", reference)}</w:footnote>'
    body = paragraph("Harm", reference)
    document = read(word(body, {"word/footnotes.xml": element("footnotes", note)}), "letter.docx")
    assert [block.text for block in document.blocks] == ["Harm", "Note"]
