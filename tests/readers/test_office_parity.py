"""The notice of test_parity.py as python-docx and LibreOffice write it: the same blocks, whoever made the file."""

import importlib.util
from pathlib import Path

import pytest
from test_parity import FORMATS, PLAIN, outline, words

from foilint.document import Layer
from foilint.readers import read

_BUILDER = Path(__file__).parents[2] / "benchmarks" / "word_from_html.py"


@pytest.fixture(scope="module")
def word_from_html():
    spec = importlib.util.spec_from_file_location("word_from_html", _BUILDER)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.word_from_html


def test_word_as_python_docx_writes_it(word_from_html):
    data = word_from_html((FORMATS / "notice.html").read_text("utf-8"))
    document = read(data, "notice.docx")
    assert document.format == "docx"
    blocks = [block for block in document.blocks if block.layer is Layer.BODY]
    assert [(words(block), block.level, block.marker, block.depth, block.cell) for block in blocks] == outline(PLAIN)


def test_the_same_page_makes_the_same_bytes(word_from_html):
    page = "<body><p class=header>Force</p><h1>Harm</h1><ol type=a><li>one<li>two</ol></body>"
    assert word_from_html(page) == word_from_html(page)


def test_an_element_that_the_builder_does_not_know_is_an_error(word_from_html):
    with pytest.raises(ValueError, match="<marquee> on line 1 is not known"):
        word_from_html("<body><marquee>Harm</marquee></body>")


@pytest.mark.parametrize(("name", "form"), [("notice-libreoffice.docx", "docx"), ("notice.odt", "odt")])
def test_word_and_opendocument_as_libreoffice_writes_them(name, form):
    assert outline(name) == outline(PLAIN)
    assert read((FORMATS / name).read_bytes(), name).format == form
