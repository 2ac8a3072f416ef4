"""Every word, stem and phrase of the wording files is heard where it is said."""

from pathlib import Path

import pytest
import yaml

from foilint import knowledge
from foilint.notice import Kind
from foilint.readers import read
from foilint.recognise import recognise
from foilint.recognise.draft import eyes

IDEAS = {
    idea: entries
    for name in knowledge.names("wording")
    for idea, entries in yaml.safe_load(Path(knowledge.files()[name]).read_text("utf-8"))["ideas"].items()
}


def spoken(entry):
    """An entry as somebody would say it: the first of each choice, a stem as a word, any word for "_"."""
    steps = (step.split("/")[0] if len(step) > 1 else step for step in str(entry).split())
    return " ".join("word" if step == "_" else step.rstrip("*") if len(step) > 1 else step for step in steps)


@pytest.mark.parametrize("idea", IDEAS)
def test_no_entry_is_laid_down_twice(idea):
    assert sorted(map(str, IDEAS[idea])) == sorted({str(entry) for entry in IDEAS[idea]})


@pytest.mark.parametrize("idea", IDEAS)
def test_every_entry_is_heard(idea):
    lexicon = eyes().lexicon
    unheard = [entry for entry in IDEAS[idea] if not lexicon.hear(f"{spoken(entry)} ").mask & lexicon.bits[idea]]
    assert unheard == []


def test_any_entry_may_stand_alone_as_a_heading_a_label_or_a_paragraph():
    entries = sorted({spoken(str(entry)) for idea in IDEAS for entry in IDEAS[idea]})
    lines = (f"## {entry}\n\n{entry}\n\n**{entry}.** So.\n\n{entry}:\n\n- section 31(1)(a)" for entry in entries)
    assert recognise(read("\n\n".join(lines).encode(), "entries.md"), kind=Kind.LETTER).passages
