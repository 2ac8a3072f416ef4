"""What must make no difference: how a notice is set, quoted, numbered, filed and ordered.

Each property takes a notice of fixtures/argued, often with a part taken out, and writes it in another way: what is said
of it, rule by rule and exemption by exemption, stays the same. See argued.py.
"""

import re
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

import foilint
from argued import NOTICES
from pieces import FORMATS, Form, Piece, find, markdown, text, without

quickly = settings(
    max_examples=30, derandomize=True, deadline=None, database=None, phases=(Phase.generate, Phase.shrink)
)


def said(data, name):
    """What is said of a draft: each rule with its exemption."""
    return sorted(
        (each.rule, each.exemption or "")
        for notice in foilint.check(data, name=name).notices
        for each in notice.findings
    )


def said_of_text(pieces):
    return said(text(pieces), "notice.txt")


@st.composite
def notices(draw, among=NOTICES):
    """A notice that argues everything, or the same without one of its parts."""
    notice = draw(st.sampled_from(among))
    part = draw(st.sampled_from((None, *notice.parts)))
    gone = notice.own(part) | {find(notice.pieces, part.at)} if part else set()
    return without(notice.pieces, gone)


def rewritten(pieces, write):
    """The pieces with their words written in another way."""
    return tuple(piece._replace(head=write(piece.head), body=tuple(map(write, piece.body))) for piece in pieces)


# --- how the text is set ---------------------------------------------------------------------------------------------


@quickly
@given(notices(), st.integers(30, 160))
def test_where_lines_break_makes_no_difference(pieces, width):
    assert said(text(pieces, width), "notice.txt") == said_of_text(pieces)
    assert said(markdown(pieces, width), "notice.md") == said(markdown(pieces), "notice.md")


@quickly
@given(notices(), st.integers(60, 100), st.sampled_from(["\n\n", "\n \n", "  \n\n", "\r\n", "\r\n\r\n"]))
def test_blank_lines_after_every_line_and_other_line_ends_make_no_difference(pieces, width, end):
    assert said(text(pieces, width).replace(b"\n", end.encode()), "notice.txt") == said_of_text(pieces)


@quickly
@given(notices(), st.data())
def test_kinds_and_numbers_of_blanks_make_no_difference(pieces, data):
    blank = st.sampled_from([" ", " ", "  ", "\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}"])
    spaced = re.sub(" ", lambda _: data.draw(blank), text(pieces).decode())
    assert said(spaced.encode(), "notice.txt") == said_of_text(pieces)


@quickly
@given(notices(), st.sampled_from(list(FORMATS)))
def test_the_format_makes_no_difference(pieces, form):
    write, file = FORMATS[form]
    assert said(write(pieces), file) == said(markdown(pieces), "notice.md")


CURLY = [(r'"(?=\w)', "“"), ('"', "”"), (r"(?<=\w)'", "’"), ("'", "‘"), (" - ", " – ")]


@quickly
@given(notices())
def test_curly_quotes_and_dashes_make_no_difference(pieces):
    def curled(words):
        for plain, curly in CURLY:
            words = re.sub(plain, curly, words)
        return words

    assert said(text(rewritten(pieces, curled)), "notice.txt") == said_of_text(pieces)


@quickly
@given(notices(), st.sampled_from([str.upper, str.lower, str.title]), st.sampled_from(list(FORMATS)))
def test_the_letter_case_of_headings_makes_no_difference(pieces, case, form):
    write, file = FORMATS[form]

    def cased(words):  # lower case letters name limbs, capital ones do not
        return re.sub(r"[^()]+(?![^(]*\))", lambda found: case(found[0]), words)

    shouted = tuple(piece._replace(head=cased(piece.head)) for piece in pieces)
    assert said(write(shouted), file) == said(write(pieces), file)


@quickly
@given(notices(), st.integers(1, 4))
def test_the_level_that_headings_start_from_makes_no_difference(pieces, deeper):
    lowered = tuple(piece._replace(level=piece.level + deeper) if piece.level else piece for piece in pieces)
    assert said(markdown(lowered), "notice.md") == said(markdown(pieces), "notice.md")


@quickly
@given(notices(), st.sampled_from(["{0}.", "{0}"]))
def test_numbers_before_headings_make_no_difference(pieces, form):
    heads = [n for n, piece in enumerate(pieces) if piece.level == 2]
    numbered = tuple(
        piece._replace(head=f"{form.format(heads.index(n) + 1)} {piece.head}") if n in heads else piece
        for n, piece in enumerate(pieces)
    )
    assert said(text(numbered), "notice.txt") == said_of_text(pieces)


# --- how provisions are cited ----------------------------------------------------------------------------------------

UNITS = {
    "section": ["section ", "Section ", "s.", "s. ", "s", "S", "sec "],
    "regulation": ["regulation ", "reg ", "reg. "],
}
CITED = re.compile(r"(?i)\b(section|regulation) (\d+[A-Z]?)((?:\(\w+\))*)")


@quickly
@given(notices(), st.data())
def test_the_surface_form_of_citations_makes_no_difference(pieces, data):
    def cite(found):
        unit = data.draw(st.sampled_from(UNITS[found[1].lower()]))
        steps = data.draw(st.sampled_from(["(", " (", " ("]))
        return f"{unit}{found[2]}{found[3].replace('(', steps)}"

    written = rewritten(pieces, lambda words: CITED.sub(cite, words))
    assert said(markdown(written), "notice.md") == said(markdown(pieces), "notice.md")


# --- what stands around it -------------------------------------------------------------------------------------------

BANNERS = [
    "Skip to main content",
    "We use some essential cookies to make this website work.",
    "Quickly exit this site by pressing the Escape key Leave this site",
    "OFFICIAL",
    "Page 1 of 4",
]
REQUESTS = [
    "You asked whether sections 23(5), 24(2) and 30(3) would be relied on, as they were in reply to you in 2021.",
    "You added: “Please do not rely on section 12 or section 43(2); the public interest in disclosure outweighs both.”",
    "Your words were: “I know that section 36 and regulation 12(4)(e) are often claimed by virtue of habit.”",
]
letters = tuple(notice for notice in NOTICES if notice.facts["kind"] == "letter")


@quickly
@given(notices(), st.lists(st.sampled_from(BANNERS), max_size=3, unique=True), st.sampled_from(list(FORMATS)))
def test_banners_and_footers_make_no_difference(pieces, banners, form):
    write, file = FORMATS[form]
    lines = tuple(Piece(Form.TEXT, "", (line,)) for line in banners)
    assert said(write((*lines, *pieces)), file) == said(write(pieces), file)
    assert said(write((*pieces, *lines)), file) == said(write(pieces), file)


@quickly
@given(notices(letters), st.lists(st.sampled_from(REQUESTS), min_size=1, unique=True), st.sampled_from(list(FORMATS)))
def test_a_request_full_of_sections_makes_no_difference(pieces, requests, form):
    write, file = FORMATS[form]
    asked = next(n for n, piece in enumerate(pieces) if piece.body and piece.body[0].startswith("Dear")) + 1
    quoted = tuple(Piece(Form.TEXT, "", (words,)) for words in requests)
    assert said(write((*pieces[:asked], *quoted, *pieces[asked:])), file) == said(write(pieces), file)


# --- in which order --------------------------------------------------------------------------------------------------


def bundles(notice):
    """The pieces that argue one exemption, exemption by exemption: the sections that may change places."""
    found = {}
    for part in notice.parts:
        if len(part.of) == 1:
            at = find(notice.pieces, part.at)
            topic = find(notice.pieces, part.at.split(" > ")[0])
            found.setdefault(part.of, set()).update({topic, at}, notice.own(part))
    return [sorted(bundle) for bundle in found.values()]


ORDERED = tuple(notice for notice in NOTICES if len(bundles(notice)) > 1)


@quickly
@given(st.sampled_from(ORDERED), st.sampled_from(list(FORMATS)), st.data())
def test_the_order_of_sections_makes_no_difference(notice, form, data):
    write, file = FORMATS[form]
    slots = bundles(notice)
    order = [n for bundle in data.draw(st.permutations(slots)) for n in bundle]
    moved = dict(zip((n for bundle in slots for n in bundle), order, strict=True))
    pieces = tuple(notice.pieces[moved.get(n, n)] for n in range(len(notice.pieces)))
    assert said(write(pieces), file) == said(write(notice.pieces), file)


# --- the fixtures as they are ----------------------------------------------------------------------------------------

FIXTURES = Path(__file__).parents[1] / "fixtures"
SETTINGS_BESIDE = {path.parent.name for path in FIXTURES.glob("*/*/.foilint.yaml")}
WRITTEN = sorted(
    path
    for path in FIXTURES.glob("[bg]*d/*/*")
    if path.suffix in {".txt", ".md", ".html"} and path.parent.name not in SETTINGS_BESIDE
)
SURFACES = {
    "line ends": lambda words: words.replace("\n", "\r\n"),
    "no-break spaces": lambda words: re.sub(r"(?i)\b(sections?|regulations?) (?=\d)", "\\1\N{NO-BREAK SPACE}", words),
    "curly quotes": lambda words: re.sub(r"(?<=\w)'(?=\w)", "’", words),
    "spaced brackets": lambda words: re.sub(r"(?<=\d)\((?=\w\))", " (", words),
}


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: "/".join(path.parts[-3:]))
@pytest.mark.parametrize("surface", SURFACES)
def test_the_surface_of_a_fixture_makes_no_difference(surface, path):
    written = path.read_text("utf-8")
    assert said(SURFACES[surface](written).encode(), path.name) == said(written.encode(), path.name)
