"""The pictures of the README against the program."""

import sys
from pathlib import Path

import pytest
from lxml import etree

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "scripts"))

import pictures  # noqa: E402  it stands among the scripts


@pytest.mark.parametrize("name", pictures.DRAWN)
def test_a_picture_is_what_foilint_shows(name):
    assert pictures.drawn(pictures.DRAWN[name]) == (pictures.PICTURES / name).read_text("utf-8"), (
        "run python scripts/pictures.py and look at what changed"
    )


def test_a_picture_is_sound_and_fetches_nothing():
    for name in pictures.DRAWN:
        tree = etree.fromstring((pictures.PICTURES / name).read_bytes())
        assert tree.xpath("//@*[local-name() = 'href'] | //*[local-name() = 'script' or local-name() = 'image']") == []


def test_every_run_stands_in_its_column():
    line = "\x1b[2m  a\x1b[0m 漢字 \x1b[31;1mmissing\x1b[0m"
    assert list(pictures.runs(line)) == [
        pictures.Run(0, "  a", ("2",)),
        pictures.Run(3, " 漢字 ", ()),
        pictures.Run(9, "missing", ("31", "1")),
    ]


def test_every_picture_of_the_readme_is_there_and_is_made_by_the_script():
    readme = (ROOT / "README.md").read_text("utf-8")
    shown = {
        line.partition("](docs/pictures/")[2].partition(")")[0]
        for line in readme.splitlines()
        if "](docs/pictures/" in line
    }
    assert shown == {*pictures.DRAWN, pictures.PHOTOGRAPH} & shown
    assert {"check.svg", pictures.PHOTOGRAPH} <= shown
    assert all((pictures.PICTURES / name).exists() for name in shown)
