"""Every reader keeps to the contract of document.Block, and its places are true."""

from pathlib import Path

import pytest
from contract import faults, misplaced

from foilint.document import Layer
from foilint.readers import SUFFIXES, read

FIXTURES = Path(__file__).parents[2] / "fixtures"
REFUSED = {"hostile", "unreadable"}


def fixtures():
    """Every draft among the fixtures, without those that cannot be read (test_hostile speaks of them)."""
    files = (path for path in FIXTURES.rglob("*") if path.suffix in SUFFIXES and not REFUSED & {*path.parts})
    return [pytest.param(path, id=path.relative_to(FIXTURES).as_posix()) for path in sorted(files)]


@pytest.mark.parametrize("path", fixtures())
def test_a_fixture_reads_to_blocks_that_keep_the_contract(path):
    assert faults(read(path.read_bytes(), path.name)) == []


@pytest.mark.parametrize("path", [case for case in fixtures() if case.values[0].suffix in (".txt", ".md")])
def test_the_words_of_a_text_stand_where_they_are_said_to(path):
    data = path.read_bytes()
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8"
    try:
        source = data.decode(encoding)
    except UnicodeDecodeError:
        source = data.decode("cp1252")
    assert misplaced(read(data, path.name), source.replace("\xa0", " ")) == []


def test_the_words_of_a_page_stand_on_the_line_they_are_said_to():
    path = FIXTURES / "formats" / "notice.html"
    lines = path.read_text("utf-8").split("\n")
    for block in read(path.read_bytes(), path.name).blocks:
        for origin in block.origins:
            first = block.text[origin.offset :].split()[0].strip("“”")
            assert first in lines[origin.line - 1], (origin, first)


def test_an_email_keeps_the_lines_of_its_file():
    path = FIXTURES / "formats" / "notice.eml"
    document = read(path.read_bytes(), path.name)
    body = document._replace(blocks=tuple(block for block in document.blocks if block.layer is not Layer.HEADER))
    assert misplaced(body, path.read_text("utf-8")) == []
