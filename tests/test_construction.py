"""Notices that argue everything they owe, and the same with one part taken out: exactly that part is missed.

Each notice of fixtures/argued is written in every format. See argued.py.
"""

import pytest

import foilint
from argued import ARGUED, MISSED, NOTICES, Argued, Part
from foilint.readers import read
from foilint.recognise import recognise
from foilint.rules import RULES
from pieces import FORMATS, emptied, find, without

PARTS = [(notice, part) for notice in NOTICES for part in notice.parts]
HEADED = [(notice, part) for notice, part in PARTS if part.part != "disclaimer"]
RENAMED = [(notice, change) for notice in NOTICES for change in notice.facts.get("renamed", ())]

every_format = pytest.mark.parametrize("form", FORMATS)


def named(value):
    match value:
        case Argued():
            return value.name
        case Part():
            return value.at
        case dict():
            return f"{value['heads']} to {value['to']}"
    return None


def check(pieces, form):
    write, name = FORMATS[form]
    (verdict,) = foilint.check(write(pieces), name=name).notices
    return verdict


def faults(verdict):
    """What is said of errors and warnings: the rule and the exemption."""
    return sorted((each.rule, each.exemption) for each in verdict.findings if each.severity != "advice")


@every_format
@pytest.mark.parametrize("notice", NOTICES, ids=named)
def test_a_notice_that_argues_everything_is_understood_and_silent(notice, form):
    verdict = check(notice.pieces, form)
    facts = notice.facts
    assert [finding for finding in verdict.findings if finding.rule != "author-metadata"] == []
    assert (verdict.regime, verdict.kind, verdict.response) == (facts["regime"], facts["kind"], facts["response"])
    relied_on = {each.exemption: list(map(str, each.provisions)) for each in verdict.engagements}
    assert relied_on == {number: list(map(str, cited)) for number, cited in facts["engagements"].items()}
    found = {(part, each.exemption) for each in verdict.engagements for part, state in each.parts if state == "present"}
    assert found == {(part.part, number) for part in notice.parts for number in part.of}
    disclaims = any(part.part == "disclaimer" for part in notice.parts)
    assert verdict.disclaimer == ("present" if disclaims else "not-owed")


@every_format
@pytest.mark.parametrize(("notice", "part"), PARTS, ids=named)
def test_a_part_taken_out_is_missed_and_nothing_else(notice, part, form):
    gone = notice.own(part) | {find(notice.pieces, part.at)}
    verdict = check(without(notice.pieces, gone), form)
    assert set(faults(verdict)) == part.missed
    assert len(faults(verdict)) == len(part.missed)


@every_format
@pytest.mark.parametrize(("notice", "part"), HEADED, ids=named)
def test_a_heading_with_nothing_under_it_is_told_as_empty(notice, part, form):
    at = find(notice.pieces, part.at)
    left = [emptied(piece) if n == at else piece for n, piece in enumerate(notice.pieces)]
    verdict = check(without(tuple(left), notice.own(part)), form)
    assert faults(verdict) == [("empty-section", None)]
    absent = {(part, each.exemption) for each in verdict.engagements for part, state in each.parts if state == "absent"}
    assert absent == {(part.part, number) for number in part.of}


@every_format
@pytest.mark.parametrize(("notice", "change"), RENAMED, ids=named)
def test_headings_of_another_section_are_told_with_what_they_leave_unargued(notice, change, form):
    def other(piece):
        return piece._replace(head=piece.head.replace(change["heads"], change["to"]))

    verdict = check(tuple(map(other, notice.pieces)), form)
    assert faults(verdict) == sorted((rule, number) for rule, number in change["findings"])


# --- every good fixture ----------------------------------------------------------------------------------------------

READ = {".txt", ".md", ".html", ".fodt", ".docx"}
GOOD = sorted(path for path in (ARGUED.parent / "good").glob("*/*") if path.suffix in READ)


def understood(path):
    return recognise(read(path.read_bytes(), path.name))


def blocks_of(passage, notice):
    """The blocks that a passage stands in, its heading among them; a disclaimer below it is no part of it."""
    disclaimers = {disclaimer.span.block for disclaimer in notice.disclaimers}
    return {span.block for span in (passage.heading, *passage.text) if span is not None} - disclaimers


def removable(path):
    """The sections that can be taken out of a notice whole: no other passage stands in their blocks."""
    notice = understood(path)
    for n, passage in enumerate(notice.passages):
        others = set().union(*(blocks_of(each, notice) for each in notice.passages if each is not passage))
        if passage.heading and passage.text and not blocks_of(passage, notice) & others:
            yield n


def told(notice):
    return sorted((rule.name, each.exemption or "") for rule in RULES for each in rule.check(notice))


SECTIONS = [(path, n) for path in GOOD for n in removable(path)]


@pytest.mark.parametrize(("path", "n"), SECTIONS, ids=lambda value: getattr(value, "name", None))
def test_a_section_taken_out_of_a_good_fixture_is_missed(path, n):
    notice = understood(path)
    passage = notice.passages[n]
    others = [each for each in notice.passages if each is not passage and each.text and each.side is passage.side]

    def missed(others):
        return [
            (MISSED[passage.side], each.number)
            for each in notice.engagements
            if passage.side in each.owes and not each.lacks(passage.side) and passage.serves(each.number)
            if not any(other.serves(each.number) for other in others)
        ]

    gone = blocks_of(passage, notice)
    left = tuple(block for at, block in enumerate(notice.document.blocks) if at not in gone)
    headed = [other for other in others if other.headed]  # what prose says in passing may not do without a section
    expected = [sorted(told(notice) + missed(served)) for served in (others, headed)]
    assert told(recognise(notice.document._replace(blocks=left))) in expected
