"""What a Word file made by python-docx reads as. The traps have their own file, test_word_traps.py."""

import io

import docx
import pytest

from foilint.document import Unreadable
from foilint.readers.word import read_word


@pytest.fixture
def letter():
    return docx.Document()


def read(letter):
    stream = io.BytesIO()
    letter.save(stream)
    return read_word(stream.getvalue(), "letter.docx")


def test_headings_have_the_level_of_their_style(letter):
    letter.add_heading("Refusal notice", 0)
    letter.add_heading("Harm", 1)
    letter.add_heading("Factors favouring disclosure", 2)
    letter.add_paragraph("Transparency.")
    assert [(block.level, block.text) for block in read(letter).blocks] == [
        (1, "Refusal notice"),
        (1, "Harm"),
        (2, "Factors favouring disclosure"),
        (0, "Transparency."),
    ]


def test_a_paragraph_all_in_bold_stands_out_and_a_bold_opening_is_its_lead(letter):
    letter.add_paragraph().add_run("Balance test").bold = True
    paragraph = letter.add_paragraph()
    paragraph.add_run("Harm: ").bold = True
    paragraph.add_run("it would warn offenders.")
    blocks = read(letter).blocks
    assert [(block.stands_out, block.lead) for block in blocks] == [(True, 0), (False, len("Harm:"))]


def test_what_is_no_word_package_is_refused_with_cause_and_advice():
    with pytest.raises(Unreadable) as caught:
        read_word(b"PK\3\4 and nothing more", "letter.docx")
    assert caught.value.cause == "it is damaged: the end of the package is missing"
    assert caught.value.advice.startswith("open it in the program it was written with")
