"""One notice in every format: it reads to the same words, headings, markers and cells."""

from pathlib import Path

import pytest

from foilint.document import Layer
from foilint.readers import read

FORMATS = Path(__file__).parents[2] / "fixtures" / "formats"
PLAIN = "notice.txt"
SAME = [
    "notice-wrapped.txt",
    "notice-double-spaced.txt",
    "notice-cp1252.txt",
    "notice-utf-16.txt",
    "notice.md",
    "notice.html",
    "notice.eml",
]


def blocks(name):
    document = read((FORMATS / name).read_bytes(), name)
    return [block for block in document.blocks if block.layer is Layer.BODY]


def words(block):
    return block.text.replace("\n", " ")


def outline(name):
    return [(words(block), block.level, block.marker, block.depth, block.cell) for block in blocks(name)]


@pytest.mark.parametrize("name", SAME)
def test_the_notice_is_the_same_in_every_format(name):
    assert outline(name) == outline(PLAIN)


def test_rtf_gives_the_same_words_markers_and_cells_but_no_headings():
    assert [(*line[:1], *line[2:]) for line in outline("notice.rtf")] == [
        (*line[:1], *line[2:]) for line in outline(PLAIN)
    ]


def test_a_pdf_gives_the_same_paragraphs_out_of_its_printed_lines():
    assert [words(block) for block in blocks("notice.pdf")] == [words(block) for block in blocks(PLAIN)]


def test_the_notice_has_the_headings_it_was_written_with():
    assert [(block.level, block.text) for block in blocks(PLAIN) if block.level] == [
        (1, "Refusal notice: reference FOI-2026-0417"),
        (2, "Our decision"),
        (2, "The harm in answering"),
        (2, "The public interest: section 24(2)"),
        (2, "The public interest: section 31(3)"),
        (2, "Where the balance lies"),
        (2, "If you are unhappy with this answer"),
    ]


@pytest.mark.parametrize("name", ["notice.rtf", "notice.pdf"])
def test_what_is_read_through_a_library_says_that_it_may_be_incomplete(name):
    assert read((FORMATS / name).read_bytes(), name).provisional
