"""The seed: a police force's own public interest test, as PDF extraction left it. It lies beside the checkout only."""

from pathlib import Path

import pytest

import foilint
from pieces import FORMATS, Form, Piece, text, without

SEED = Path(__file__).parents[2] / "shared" / "notices" / "000_2d59c344b19b8a02.txt"
DISCLAIMER = "No inference can be taken"
HEADINGS = {
    "Overall Harm for the NCND": ("missing-harm", ("24", "31")),
    "S24 Factors Favouring Confirmation or Denial": ("missing-factors-for", ("24",)),
    "S24 Factors Against Confirming or Denying": ("missing-factors-against", ("24",)),
    "S31 Factors Favouring Confirmation or Denial": ("missing-factors-for", ("31",)),
    "S31 Factors against Confirming or Denying": ("missing-factors-against", ("31",)),
    "Balance Test": ("missing-balance", ("24", "31")),
}

pytestmark = pytest.mark.skipif(not SEED.exists(), reason="the seed is not in this checkout")
every_heading = pytest.mark.parametrize("heading", HEADINGS)
every_format = pytest.mark.parametrize("form", FORMATS)


def lines():
    return SEED.read_text("utf-8").splitlines()


def at(start):
    """The line that begins so."""
    return next(n for n, line in enumerate(lines()) if line.strip().startswith(start))


def under(heading):
    """The lines below a heading, up to the next heading or the disclaimer."""
    stops = sorted(at(start) for start in (*HEADINGS, DISCLAIMER))
    return range(at(heading) + 1, next(stop for stop in stops if stop > at(heading)))


def without_lines(gone):
    return "\n".join(line for n, line in enumerate(lines()) if n not in gone).encode()


def pieces():
    """The seed with its headings as headings."""
    title = Piece(Form.HEADING, next(line.strip() for line in lines() if line.strip()), (), 1)
    parts = []
    for heading in HEADINGS:
        words = " ".join(lines()[n].strip() for n in under(heading) if lines()[n].strip())
        parts += [Piece(Form.HEADING, heading, (), 2), Piece(Form.TEXT, "", (words,))]
    closing = " ".join(line.strip() for line in lines()[at(DISCLAIMER) :] if line.strip())
    return (title, *parts, Piece(Form.TEXT, "", (closing,)))


def check(data, name="seed.txt"):
    (verdict,) = foilint.check(data, name=name).notices
    return verdict


def faults(verdict):
    return sorted((each.rule, each.exemption) for each in verdict.findings if each.severity != "advice")


def missed(heading):
    rule, exemptions = HEADINGS[heading]
    return [(rule, exemption) for exemption in exemptions]


def assert_sound(verdict):
    assert (verdict.regime, verdict.kind, verdict.response) == ("foia2000", "annex", "ncnd")
    assert [each.exemption for each in verdict.engagements] == ["24", "31"]
    assert [{state for _, state in each.parts} for each in verdict.engagements] == [{"present"}, {"present"}]
    assert verdict.disclaimer == "present"
    assert faults(verdict) == []


def test_the_seed_passes(foilint):
    assert foilint("check", str(SEED)).status == 0


def test_the_seed_is_understood():
    assert_sound(check(SEED.read_bytes()))


@every_format
def test_the_seed_is_understood_in_every_format(form):
    write, name = FORMATS[form]
    assert_sound(check(write(pieces()), name))


@every_heading
def test_a_part_of_the_seed_taken_out_is_missed(heading):
    gone = {at(heading), *under(heading)}
    assert faults(check(without_lines(gone))) == missed(heading)


@every_heading
def test_a_heading_of_the_seed_with_nothing_under_it_is_empty(heading):
    assert faults(check(without_lines(set(under(heading))))) == [("empty-section", None)]


@every_format
@every_heading
def test_the_same_holds_in_every_format(heading, form):
    write, name = FORMATS[form]
    seed = pieces()
    head = next(n for n, piece in enumerate(seed) if piece.head == heading)
    assert faults(check(write(without(seed, {head, head + 1})), name)) == missed(heading)
    assert faults(check(write(without(seed, {head + 1})), name)) == [("empty-section", None)]


@every_format
def test_the_seed_without_its_disclaimer_misses_it(form):
    write, name = FORMATS[form]
    assert faults(check(write(pieces()[:-1]), name)) == [("missing-disclaimer", None)]
    assert faults(check(without_lines(set(range(at(DISCLAIMER), len(lines())))))) == [("missing-disclaimer", None)]


@every_format
@pytest.mark.parametrize(("section", "other"), [("S31", "S30"), ("S24", "S38")])
def test_one_heading_of_another_section_leaves_two_tests_half_argued(section, other, form):
    write, name = FORMATS[form]
    renamed = tuple(
        piece._replace(head=piece.head.replace(section, other)) if "Favouring" in piece.head else piece
        for piece in pieces()
    )
    left, taken = section[1:], other[1:]
    expected = [("missing-factors-against", taken), ("missing-factors-for", left)]
    assert faults(check(write(renamed), name)) == expected


def test_the_seed_set_in_one_line_a_paragraph_is_the_seed():
    assert faults(check(text(pieces(), 10_000))) == []
