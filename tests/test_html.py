"""The page: whole, safe whatever a draft holds, linked both ways, legible; that it works is shown in test_browser."""

import re
from base64 import b64encode
from hashlib import sha256
from itertools import product
from pathlib import Path

import lxml.html
import pytest
from hypothesis import given
from hypothesis import strategies as st

import foilint
from foilint.document import Block, Cell, Layer, Span
from foilint.finding import Finding, Severity
from foilint.notice import Region
from foilint.places import NOWHERE
from foilint.report import Status, Verdict
from foilint.reports.html import render
from foilint.reports.html.draft import draft
from foilint.reports.html.markup import element, visible
from foilint.reports.html.stretches import Laid, stretches
from foilint.reports.look import PLAIN
from foilint.transcript import Recognised, Role, Transcript
from letters import ANNEX, UNBALANCED

PAGE = Path(__file__).parents[1] / "src" / "foilint" / "reports" / "html"

HOSTILE = UNBALANCED.replace(
    "The force relies",
    "</p></main><script>window.ran = 1</script><img src=x onerror='window.ran = 1'> \"&lt;\" ' "
    "\x00 \u202etxt.exe\u202c\n"
    "The force relies",
).replace("## Harm", "## Harm <svg/onload=window.ran=1> ${headline} $$ \x1b[31m")


@pytest.fixture
def page(foilint):
    """The page for some drafts, as a tree."""

    def tree(*paths):
        ran = foilint("check", *paths, "--format", "html")
        assert ran.err == ""
        return lxml.html.document_fromstring(ran.out)

    return tree


def text_of(node):
    return " ".join(node.text_content().split())


def test_the_page_says_what_is_wrong_where_why_and_what_to_do(write, page):
    write("drafts/drones.txt", UNBALANCED)
    tree = page("drafts/drones.txt")
    (finding,) = tree.cssselect(".finding")
    assert tree.findtext(".//h1") == "1 thing to mend in drones.txt"
    assert text_of(tree.cssselect(".gist")[0]) == (
        "To mend: 1 error. It was read as an annex with the public interest test that neither confirms nor denies"
        " that the information is held, relying on section 31(3)."
    )
    assert [text_of(part) for part in finding] == [
        "1Error section 31(3), Law enforcement",
        "Section 31(3) is qualified, but no balance is struck.",
        "What to do: Weigh the factors for and against confirming or denying that the information is held and say"
        " which prevail.",
        "The force relies on section 31(3) of the Freedom of Information Act 2000 and can neither …",
        "Show in the notice (line 3, column 21, under “# Public interest test: drones over the harbour”)",
        "Why: Listing factors is not weighing them: the notice must say that, in all the circumstances of the case,"
        " the public interest in maintaining the exemption outweighs the public interest in disclosure (or in"
        " confirming or denying). Law: FOIA 2000, sections 2 and 17(3). missing-balance",
    ]


def test_the_matrix_says_what_is_given_and_leads_to_it(write, page):
    write("drones.txt", UNBALANCED)
    tree = page("drones.txt")
    rows = [[text_of(cell) for cell in row] for row in tree.cssselect(".coverage tr")]
    assert rows == [
        ["Relied on", "Harm", "Factors for", "Factors against", "Balance"],
        ["section 31(3)Law enforcement", "✓given", "✓given", "✓given", "✗missing"],
        ["No-inference disclaimerfor the whole notice", "✓given"],
    ]
    links = [link.get("href") for link in tree.cssselect(".coverage td a")]
    shown = [text_of(tree.get_element_by_id(link[1:])) for link in links]
    assert [words[:52] for words in shown] == [
        "harm: section 31## Harm",
        "factors for: section 31## Factors favouring confirmi",
        "factors against: section 31## Factors against confir",
        "1Error section 31(3), Law enforcement Section 31(3) ",
    ]


def test_every_link_leads_somewhere_and_every_finding_leads_to_its_words_and_back(write, page):
    write("a.txt", UNBALANCED)
    write(
        "b.txt",
        UNBALANCED.replace(UNBALANCED[UNBALANCED.index("No inference") : UNBALANCED.index("exist.")], "Such letters "),
    )
    write("minutes.txt", "Minutes of the garden club")
    write("broken.docx", b"")
    tree = page(".")
    names = [node.get("id") for node in tree.xpath("//*[@id]")]
    assert len(names) == len(set(names))
    inner = {link.get("href")[1:] for link in tree.xpath("//a[starts-with(@href, '#')]")}
    assert inner <= set(names)
    marked = tree.cssselect(".sheet mark[id]")
    assert [mark.get("id") for mark in marked] == ["n1-m1", "n2-m1", "n2-m2"]
    for mark in marked:
        finding = mark.get("id").replace("m", "f")
        assert f"#{mark.get('id')}" in [link.get("href") for link in tree.get_element_by_id(finding).cssselect("a")]
        assert f"#{finding}" in [link.get("href") for link in tree.cssselect(".sheet a.ref")]


@pytest.mark.parametrize("name", ["drones.txt", "<script>window.ran=1<script>.md", 'it\'s "quoted" & <b>.txt'])
def test_nothing_in_a_draft_or_its_name_becomes_markup(write, page, name):
    write(name, HOSTILE)
    write("sound.txt", ANNEX)
    tree = page(name, "sound.txt")
    assert [script.text for script in tree.iter("script")] == [(PAGE / "page.js").read_text("utf-8")]
    assert [node.tag for node in tree.iter("img", "svg", "iframe", "object", "embed", "link", "base")] == []
    assert [(node.tag, key) for node in tree.iter() for key in node.attrib if key.startswith("on")] == []
    assert len(tree.cssselect("main")) == 1
    assert text_of(tree.cssselect("article h2")[0]) == name


def test_a_hostile_draft_is_shown_as_it_is(write, page):
    write("drones.txt", HOSTILE)
    sheet = text_of(page("drones.txt").cssselect(".sheet")[0])
    assert "</p></main><script>window.ran = 1</script><img src=x onerror='window.ran = 1'> \"&lt;\" '" in sheet
    assert "U+202Etxt.exeU+202C" in sheet
    assert "<svg/onload=window.ran=1> ${headline} $$" in sheet


def test_the_page_allows_its_own_style_and_script_alone(write, page):
    write("drones.txt", UNBALANCED)
    tree = page("drones.txt")
    policy = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    own = {
        kind: b64encode(sha256(tree.findtext(f".//{kind}").encode()).digest()).decode() for kind in ("style", "script")
    }
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{own['style']}'; script-src 'sha256-{own['script']}';"
        " base-uri 'none'; form-action 'none'"
    )


def test_the_page_fetches_nothing(write, page):
    write("drones.txt", UNBALANCED)
    tree = page("drones.txt")
    assert tree.xpath("//@src | //link/@href | //@style") == []
    assert {link.partition("/ukpga/")[0] for link in tree.xpath("//a/@href") if not link.startswith("#")} == {
        "https://www.legislation.gov.uk"
    }
    style = tree.findtext(".//style")
    assert "url(" not in style
    assert "@import" not in style


def test_one_notice_needs_no_overview(write, page):
    write("drones.txt", UNBALANCED)
    assert page("drones.txt").cssselect("#overview") == []


def test_the_overview_has_a_row_for_each_file(write, page):
    write("a.txt", ANNEX)
    write("deep/b.txt", UNBALANCED)
    write("minutes.txt", "Minutes of the garden club")
    tree = page(".")
    assert tree.findtext(".//h1") == "2 of 3 files need a look: 1 error, 1 warning"
    assert [[text_of(cell) for cell in row] for row in tree.cssselect("#files tr")] == [
        ["File", "Missing", "Errors", "Warnings", "Advice", "What it does", "Relies on"],
        ["a.txt", "", "0", "0", "0", "neither confirmed nor denied", "31(3)"],
        ["deep/ b.txt", "balance", "1", "0", "0", "neither confirmed nor denied", "31(3)"],
        ["minutes.txt", "", "0", "1", "0", "not understood as a notice", ""],
    ]


def test_what_was_let_stand_is_told_with_its_reason(write, page):
    write("drones.txt", UNBALANCED)
    write(".foilint.yaml", "allow: [{rule: missing-balance, notice: drones.txt, reason: 'see <b>para 6</b>'}]")
    (said,) = page("drones.txt").cssselect(".allowed")
    assert text_of(said) == (
        "Let stand: Section 31(3) is qualified, but no balance is struck. missing-balance Reason: see <b>para 6</b>"
    )


def test_a_verdict_without_its_text_still_makes_a_page():
    finding = Finding(
        "placeholder", Severity.ERROR, None, "fill it in", NOWHERE._replace(excerpt="[x]"), "f", Span(0, 0, 3)
    )
    tree = lxml.html.document_fromstring("".join(render([Verdict("a.docx", Status.CHECKED, (finding,))], PLAIN)))
    assert tree.cssselect(".sheet") == []
    assert text_of(tree.cssselect("blockquote")[0]) == "[x]"


def test_a_program_can_make_the_page_too(write):
    tree = lxml.html.document_fromstring(foilint.render(foilint.check(write("drones.txt", UNBALANCED)), "html"))
    assert "section 31(3)" in [text_of(mark) for mark in tree.cssselect(".sheet mark")]


def sheet(*blocks, recognised=(), findings=(), regions=None):
    """The text of a notice made of some blocks."""
    transcript = Transcript(blocks, regions or (Region.RESPONSE,) * len(blocks), tuple(recognised))
    verdict = Verdict("a.txt", Status.CHECKED, tuple(findings), transcript=transcript)
    return lxml.html.fragment_fromstring(draft(verdict, "n1")).cssselect(".sheet")[0]


def test_overlapping_parts_and_findings_are_cut_at_every_end():
    def finding(start, end):
        return Finding("placeholder", Severity.WARNING, None, "", NOWHERE, "", Span(0, start, end))

    drawn = sheet(
        Block("abcdefghij"),
        recognised=(Recognised(Span(0, 0, 6), Role.HARM), Recognised(Span(0, 4, 10), Role.FOR)),
        findings=(finding(2, 5), finding(5, 5), finding(5, 8)),
    )
    words = drawn.cssselect(".words")[0]
    assert lxml.html.tostring(words, encoding="unicode") == (
        '<p class="words" dir="auto">'
        '<span class="tint harm">ab</span>'
        '<mark class="warning" id="n1-m1"><span class="tint harm">cd</span></mark>'
        '<mark class="warning"><span class="tint harm for">e</span></mark>'
        '<a class="ref warning" href="#n1-f1" aria-label="finding 1, warning: placeholder">1</a>'
        '<mark class="warning" id="n1-m2"></mark>'
        '<a class="ref warning" href="#n1-f2" aria-label="finding 2, warning: placeholder">2</a>'
        '<mark class="warning" id="n1-m3"><span class="tint harm for">f</span></mark>'
        '<mark class="warning"><span class="tint for">gh</span></mark>'
        '<a class="ref warning" href="#n1-f3" aria-label="finding 3, warning: placeholder">3</a>'
        '<span class="tint for">ij</span>'
        "</p>"
    )


SPANS = st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)).map(sorted).map(tuple), max_size=6)


@given(st.integers(0, 10), SPANS)
def test_every_sign_is_cut_out_once_with_all_that_lies_on_it(length, spans):
    laid = [Laid(start, end, number) for number, (start, end) in enumerate(spans)]
    pieces = list(stretches(length, laid))
    wide = [piece for piece in pieces if piece.start < piece.end]
    assert [at for piece in wide for at in range(piece.start, piece.end)] == list(range(length))
    for piece in wide:
        over = [each.thing for each in laid if each.start <= piece.start and piece.end <= min(each.end, length)]
        assert list(piece.holds) == over
    for kind in ("begins", "ends"):
        assert sorted(thing for piece in pieces for thing in getattr(piece, kind)) == [each.thing for each in laid]


def test_tables_are_shown_in_rows_and_columns():
    drawn = sheet(
        Block("before"),
        *(
            Block(f"{row}{column}", cell=Cell(1, row, column))
            for row, column in ((1, 1), (1, 2), (2, 1), (2, 1), (2, 2))
        ),
        Block("other", cell=Cell(2, 1, 1)),
        Block("behind"),
    )
    assert [[[text_of(cell) for cell in row] for row in table] for table in drawn.iter("table")] == [
        [["11", "12"], ["2121", "22"]],
        [["other"]],
    ]
    assert text_of(drawn[0]) == "before"
    assert text_of(drawn[-1]) == "behind"


def test_the_margin_names_what_is_off_the_main_text_and_what_is_set_aside():
    drawn = sheet(
        Block("Please send me everything"),
        Block("and more"),
        Block("Head office", layer=Layer.HEADER),
        Block("see above", layer=Layer.NOTE, name="footnote 2"),
        Block("(a) one", marker="3.1", depth=1, level=2),
        Block("new", inserted=((0, 3),), path="annex.docx"),
        regions=(Region.REQUEST, Region.REQUEST, *(Region.RESPONSE,) * 4),
    )
    assert [text_of(node) for node in drawn.cssselect(".margin")] == [
        "the request, set aside",
        "page header",
        "footnote 2",
    ]
    assert [node.get("class") for node in drawn.cssselect(".block")] == [
        "block aside",
        "block aside",
        "block",
        "block",
        "block heading depth-1",
        "block",
    ]
    assert [text_of(node) for node in drawn.cssselect("h5")] == ["3.1 (a) one"]
    assert [text_of(node) for node in drawn.cssselect(".annex")] == ["annex: annex.docx"]
    assert [text_of(node) for node in drawn.cssselect("ins")] == ["new"]


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("a < b & c > d", "a &lt; b &amp; c &gt; d"),
        ("line\none\ttab", "line\none\ttab"),
        ("\x00", '<span class="sign" title="a sign that is not shown">U+0000</span>'),
        ("\u202e", '<span class="sign" title="right-to-left override">U+202E</span>'),
        ("\ud800", '<span class="sign" title="a sign that is not shown">U+D800</span>'),
        ("שלום\u200f é 漢", "שלום\u200f é 漢"),
    ],
)
def test_words_are_escaped_and_secret_signs_named(words, shown):
    assert visible(words) == shown


def test_attributes_hold_no_quotes_of_their_own():
    assert element("a", {"href": "x\" onclick='y'\x00"}, "z") == '<a href="x&quot; onclick=&#x27;y&#x27;\ufffd">z</a>'


def luminance(colour):
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


TINTS = ("harm", "for", "against", "balance", "ncnd", "disclaimer", "error-tint", "warning-tint", "advice-tint")
TEXT_ON_GROUND = (
    *product(("ink", "soft", "link", "error", "warning", "advice", "given"), ("paper", "desk")),
    *product(("ink",), TINTS),
    *product(("paper",), ("error", "warning", "advice")),  # the numbers of findings
)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), TEXT_ON_GROUND)
def test_text_is_legible_on_every_ground(scheme, text, ground):
    """WCAG 2.2, success criterion 1.4.3: 4.5 to 1."""
    light, dark = re.findall(r":root \{(.*?)\}", (PAGE / "page.css").read_text("utf-8"), re.DOTALL)[:2]
    colours = dict(re.findall(r"--([\w-]+): (#\w{6})", light if scheme == "light" else dark))
    assert contrast(colours[text], colours[ground]) >= 4.5
