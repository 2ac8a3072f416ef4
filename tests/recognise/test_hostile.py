"""Any words in any order are read without a mishap."""

import random
from pathlib import Path

import pytest
import yaml

from foilint import knowledge
from foilint.readers import read
from foilint.recognise import recognise

WORDS = [
    " ".join("word" if step == "_" else step.split("/")[0].rstrip("*") or step for step in str(entry).split())
    for name in knowledge.names("wording")
    for entries in yaml.safe_load(Path(knowledge.files()[name]).read_text("utf-8"))["ideas"].values()
    for entry in entries
]
CITATIONS = [
    *("section 31(1)(a)", "section 43(2)", "sections 24(2), 31(3) and 40(5B)(a)(i)", "regulation 12(5)(b)", "s.36"),
    *("section 12", "31(1)(a)", "section 99", "of the Act", "of the Bees Act 1980"),
]
MARKS = [
    *(",", ".", ";", ":", "?", "(", ")", '"', "-", "*", "\n", "\n\n", "\n\n## ", "\n\n**", "**", "\n- "),
    *("\n\n| a | b |\n|---|---|\n| ", " | ", " |\n"),
]
LONGEST = 160  # words of a text


@pytest.mark.parametrize("seed", range(300))
@pytest.mark.parametrize("name", ["draft.md", "draft.txt"])
def test_any_words_are_read(seed, name):
    chance = random.Random(seed)  # noqa: S311 # to be the same every time
    kinds = chance.choices((WORDS, CITATIONS, MARKS), (62, 17, 21), k=chance.randint(1, LONGEST))
    text = "Dear Ms Hall " + " ".join(chance.choice(kind) for kind in kinds)
    assert recognise(read(text.encode(), name)).law


@pytest.mark.parametrize(
    "words",
    ["## Why", "section 31,", "section 31(1)(a) and (", "keep * back", "whether. So it is.", "section 31 , "],
)
def test_words_that_once_led_to_a_mishap(words):
    assert recognise(read(f"Dear Ms Hall\n\n{words}\n\n{words}".encode(), "draft.md")).law
