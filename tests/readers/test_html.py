"""HTML: what is the letter, what is the page around it, what nobody would see."""

import pytest
from contract import faults
from hypothesis import given, settings
from hypothesis import strategies as st

from foilint.document import Cell, Layer, Mark, MarkKind
from foilint.readers.html import read_html

MAIN = "<p>" + "The duty to confirm or deny does not apply to what you asked for. " * 8 + "</p>"


def page(markup):
    document = read_html(markup.encode(), "page.html")
    assert faults(document) == []
    return document


def texts(markup, layer=Layer.BODY):
    return [block.text for block in page(markup).blocks if block.layer is layer]


def marks(markup):
    return [(mark.kind, mark.text, mark.note) for mark in page(markup).marks]


def test_headings_have_their_levels():
    blocks = page("<h1>Notice</h1><h2>Harm</h2><h6>Note</h6><p class=MsoTitle>Annex</p>").blocks
    assert [(block.level, block.text) for block in blocks] == [(1, "Notice"), (2, "Harm"), (6, "Note"), (1, "Annex")]


@pytest.mark.parametrize(
    "markup",
    [
        "<p><b>Balance test</b></p>",
        "<p><strong>Balance</strong> <u>test</u></p>",
        "<p><span style='font-weight:bold'>Balance test</span></p>",
        "<p style='font-weight: 700'>Balance test</p>",
        "<p style='text-decoration: underline'>Balance test</p>",
        "<p>BALANCE TEST</p>",
        "<style>p.Head {font-weight:bold}</style><p class=Head>Balance test</p>",
        "<style>.head, .x {font-weight:bold}</style><p class='a head'>Balance test</p>",
    ],
)
def test_a_paragraph_that_looks_like_a_heading_stands_out(markup):
    [block] = page(markup).blocks
    assert block.stands_out


@pytest.mark.parametrize(
    "markup",
    [
        "<p>Balance test</p>",
        "<p><a href=x style='text-decoration: underline'>Balance test</a></p>",
        "<p>FOI-2026-00417</p>",
        "<p><b>Balance</b> test</p>",
        "<style>@media print {.head {font-weight:bold}}</style><p class=head>Balance test</p>",
    ],
)
def test_a_paragraph_that_does_not(markup):
    [block] = page(markup).blocks
    assert not block.stands_out


def test_an_emphasised_opening_is_a_lead():
    [block] = page("<p><b>For disclosure:</b> it is open.</p>").blocks
    assert (block.text[: block.lead], block.stands_out) == ("For disclosure:", False)


def test_white_space_is_folded_and_soft_hyphens_are_gone():
    assert texts("<p>  The&nbsp;public\n  inter&shy;est <b> is</b>\u200b served.\n</p>") == [
        "The public interest is served."
    ]


def test_words_in_different_looks_join_as_they_are_written():
    assert texts("<p>s<i>.</i>31(<b>1</b>)(a)</p>") == ["s.31(1)(a)"]


@pytest.mark.parametrize(
    ("markup", "paragraphs"),
    [
        ("<p>One.<br><br>Two.</p>", ["One.", "Two."]),
        ("<p><b>Harm</b><br>It would harm.</p>", ["Harm", "It would harm."]),
        (
            "<p>31(3) Law Enforcement<br>24(2) National Security</p>",
            ["31(3) Law Enforcement", "24(2) National Security"],
        ),
        ("<div>One.<br/>\n<br/>Two.<p>Three.</p>Four.</div>", ["One.", "Two.", "Three.", "Four."]),
    ],
)
def test_line_breaks_part_paragraphs(markup, paragraphs):
    assert texts(markup) == paragraphs


def test_line_breaks_at_the_width_of_wraps_part_nothing():
    lines = (
        "Whilst there is a public interest in the openness of what the",
        "force does, there is a very strong public interest in keeping",
        "the country safe and in the work of those who do so, whose",
        "methods must stay unknown.",
    )
    [block] = page(f"<p>{'<br>'.join(lines)}</p>").blocks
    assert block.text.count("\n") == 3


def test_a_break_in_a_heading_or_a_short_cell_is_a_line_of_it():
    assert texts("<h2>Refusal<br>notice</h2>") == ["Refusal\nnotice"]
    assert texts("<table><tr><td>Section 31<br>Law Enforcement<td>x</table>")[0] == "Section 31\nLaw Enforcement"


def test_lists_have_the_markers_a_browser_shows():
    blocks = page(
        "<ol type=a start=2><li>x<li value=9>x<ul><li>x<ol><li>x</ol></ul><li>x</ol>"
        "<ol style='list-style-type:upper-roman'><li>x</ol><ul style='list-style:none'><li>x</ul>"
    ).blocks
    assert [(block.marker, block.depth) for block in blocks] == [
        ("b.", 1),
        ("i.", 1),
        ("◦", 2),
        ("1.", 3),
        ("j.", 1),
        ("I.", 1),
        ("", 0),
    ]


def test_typed_markers_are_markers_too():
    blocks = page("<p>(a) states that fact,</p><p>(b) specifies the exemption</p><p><b>1. Harm</b></p>").blocks
    assert [(block.marker, block.text) for block in blocks] == [
        ("(a)", "states that fact,"),
        ("(b)", "specifies the exemption"),
        ("1.", "Harm"),
    ]


def test_tables_with_spans():
    blocks = page(
        "<table><caption>Test</caption><tr><th>For<th colspan=2>Against"
        "<tr><td rowspan=2>Openness.<td>Harm.<td>Cost.<tr><td>Risk.<td>Time.</table>"
    ).blocks
    assert [(block.text, block.cell) for block in blocks] == [
        ("Test", None),
        ("For", Cell(1, 1, 1, heads=True)),
        ("Against", Cell(1, 1, 2, heads=True)),
        ("Openness.", Cell(1, 2, 1)),
        ("Harm.", Cell(1, 2, 2)),
        ("Cost.", Cell(1, 2, 3)),
        ("Risk.", Cell(1, 3, 2)),
        ("Time.", Cell(1, 3, 3)),
    ]


@pytest.mark.parametrize(
    ("rows", "heads"),
    [
        ("<tr><td><b>For</b><td><b>Against</b><tr><td>It is open.<td>It harms.", ["For", "Against"]),
        ("<tr><td>For<td>Against<tr><td>It is open.<td>It harms.", ["For", "Against"]),
        ("<tr><td>For<td>It is open.<tr><td>Against<td>It harms.", ["For", "Against"]),
        ("<tr><td>It is open.<td>It harms.<tr><td>Yes.<td>No.", []),
    ],
)
def test_cells_that_head_a_table_without_saying_so(rows, heads):
    assert [block.text for block in page(f"<table>{rows}</table>").blocks if block.cell.heads] == heads


@pytest.mark.parametrize(
    "table",
    [
        "<table role=presentation><tr><td>One<td>Two</table>",
        "<table><tr><td>One<tr><td>Two</table>",
        "<table><tr><td>One<td>Two<table><tr><td>a<td>b</table></table>",
    ],
)
def test_a_table_that_only_lays_out_a_page_is_none(table):
    assert [block.cell for block in page(table).blocks if block.text in ("One", "Two")] == [None, None]


def test_definition_lists_have_labels():
    assert [(block.text, block.stands_out) for block in page("<dl><dt>Reference<dd>3300/18</dl>").blocks] == [
        ("Reference", True),
        ("3300/18", False),
    ]


def test_quotations_are_somebody_elses_words():
    assert texts("<blockquote><p>Please send it.</blockquote><p>No.", Layer.QUOTED) == ["Please send it."]
    assert texts("<p>They say <q>no</q>.") == ["They say “no”."]


def test_text_as_typed_keeps_its_lines():
    assert texts("<pre>Harm\n\nIt would harm.\nBalance</pre>") == ["Harm", "It would harm.", "Balance"]


@pytest.mark.parametrize(
    "part",
    [
        "<nav><ul><li>Home</ul></nav>",
        "<header><p>Home</header>",
        "<footer><p>Home</footer>",
        "<aside><p>Home</aside>",
        "<div role=navigation>Home</div>",
        "<div role='contentinfo'>Home</div>",
        "<div class='cookie-banner'>Home</div>",
        "<div id='CookieConsent' class='cookies'>Home</div>",
        "<div class='govuk-breadcrumbs breadcrumbs'>Home</div>",
        "<a class='skip-link' href='#x'>Home</a>",
        "<ul class='main_menu menu'><li>Home</ul>",
        "<div class='page-feedback feedback'>Home</div>",
        "<button>Home</button>",
        "<div>Home</div>",
        "<div class=cookies style='display:none'>Home</div>",
    ],
)
def test_what_stands_around_the_main_part_of_a_page_is_furniture(part):
    markup = f"{part}<main>{MAIN}</main>"
    assert texts(markup, Layer.FURNITURE) == ["Home"]
    assert marks(markup) == []


@pytest.mark.parametrize(
    "body",
    [
        f"<div class='has-sidebar menu'>{MAIN}</div>",
        f"<article><header>{MAIN}</header></article>",
        f"<form id=search>{MAIN}</form>",
        f"<div class=navigation><main>{MAIN}</main></div>",
        f"<nav>Home</nav><div class=footer>{MAIN}</div>",
    ],
)
def test_nothing_that_may_be_the_letter_is_furniture(body):
    assert len(texts(body)) == 1


def test_the_heading_of_a_page_counts_wherever_it_stands():
    assert texts(f"<div><h1>Drones (3300/18)</h1></div><main>{MAIN}</main>")[0] == "Drones (3300/18)"


def test_the_header_and_footer_of_a_letter_are_the_letters():
    document = page("<header>Northmoor Constabulary</header><p>We refuse.<footer>You may ask for a review.</footer>")
    assert [(block.layer, block.text) for block in document.blocks] == [
        (Layer.HEADER, "Northmoor Constabulary"),
        (Layer.BODY, "We refuse."),
        (Layer.FOOTER, "You may ask for a review."),
    ]


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("<span style='display:none'>unseen</span>", "hidden"),
        ("<span style='visibility: hidden'>unseen</span>", "hidden"),
        ("<span style='mso-hide:all'>unseen</span>", "hidden"),
        ("<span hidden>unseen</span>", "hidden"),
        ("<span style='color:white'>unseen</span>", "white on white"),
        ("<font color='#FFFFFF'>unseen</font>", "white on white"),
        ("<span style='color:rgb(255, 255, 255)'>unseen</span>", "white on white"),
        ("<span style='font-size:1px'>unseen</span>", "too small to see"),
        ("<span style='font-size:0'>unseen</span>", "too small to see"),
    ],
)
def test_words_that_nobody_sees_are_noted_and_not_read(words, why):
    markup = f"<p>Seen {words}words.</p>"
    assert texts(markup) == ["Seen words."]
    assert marks(markup) == [(MarkKind.HIDDEN, "unseen", why)]


@pytest.mark.parametrize(
    "words",
    [
        "<span style='background:#036;color:white'>seen</span>",
        "<table bgcolor=navy><tr><td><font color=white>seen</font><td>x</table>",
        "<span aria-hidden=true>seen</span>",
        "<span style='font-size:8pt'>seen</span>",
        "<link rel=stylesheet href=x><span style='color:white'>seen</span>",
    ],
)
def test_words_that_are_seen_after_all(words):
    assert "seen" in texts(words)
    assert MarkKind.HIDDEN not in [kind for kind, _, _ in marks(words)]


@pytest.mark.parametrize(
    ("words", "colour"),
    [
        ("<mark>check</mark>", "colour"),
        ("<span style='background:yellow'>check</span>", "yellow"),
        ("<span style='background-color: #ff0'>check</span>", "#ff0"),
        ("<span style='mso-highlight:lime;background:lime'>check</span>", "lime"),
    ],
)
def test_highlighting_is_noted_and_read(words, colour):
    assert texts(f"<p>Please {words} this.</p>") == ["Please check this."]
    assert marks(f"<p>Please {words} this.</p>") == [(MarkKind.HIGHLIGHT, "check", colour)]


@pytest.mark.parametrize("words", ["<span style='background:#eee'>x</span>", "<td style='background:yellow'>x</td>"])
def test_shading_is_no_highlighting(words):
    assert marks(f"<table><tr>{words}</table>") == []


def test_changes_are_noted_and_the_final_text_is_read():
    document = page(
        '<p>We <del cite="mailto:Jane%20Smith">may</del><ins cite="mailto:Jane%20Smith">must</ins> refuse.</p>'
    )
    assert [block.text for block in document.blocks] == ["We must refuse."]
    assert document.blocks[0].inserted == ((3, 7),)
    assert document.marks == (
        Mark(MarkKind.DELETION, "may", 0, "Jane Smith"),
        Mark(MarkKind.INSERTION, "must", 0, "Jane Smith"),
    )


def test_comments_that_people_wrote_are_noted():
    assert marks("<p>We refuse.<!-- Jane, is this right? Legal should see it. --></p>") == [
        (MarkKind.COMMENT, "Jane, is this right? Legal should see it.", "")
    ]


@pytest.mark.parametrize(
    "comment",
    [
        "[if gte mso 9]><xml>a b c d e</xml><![endif]",
        " end of main content ",
        " nav ",
        "/container",
        " var x = {a: 1}; ",
    ],
)
def test_comments_that_programs_left_are_not(comment):
    assert marks(f"<p>We refuse.<!--{comment}--></p>") == []


def test_words_own_html():
    document = page(
        "<html xmlns:o='urn:x'><head><!--[if gte mso 9]><xml><o:DocumentProperties><o:Author>Jane Smith</o:Author>"
        "<o:Template>Normal.dotm</o:Template></o:DocumentProperties></xml><![endif]--></head><body>"
        "<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>"
        "(a)<span style='font:7.0pt \"Times\"'>&nbsp;&nbsp; </span></span><![endif]>states<o:p></o:p></p>"
        "<p>Held<span class=MsoCommentReference><a class=msocomanchor>[JS1]</a></span>.</p>"
        "<div style='mso-element:comment-list'><p class=MsoCommentText>Is this so?</p></div>"
        "<div style='mso-element:footnote' id=ftn1><p><span class=MsoFootnoteReference>[1]</span>See the Act.</p></div>"
    )
    assert [(block.marker, block.depth, block.text, block.layer, block.name) for block in document.blocks] == [
        ("(a)", 2, "states", Layer.BODY, ""),
        ("", 0, "Held.", Layer.BODY, ""),
        ("", 0, "See the Act.", Layer.NOTE, "footnote 1"),
    ]
    assert [(mark.kind, mark.text, mark.note) for mark in document.marks] == [
        (MarkKind.COMMENT, "Is this so?", ""),
        (MarkKind.METADATA, "Jane Smith", "author"),
    ]


def test_a_picture_without_a_description_may_hold_words_unless_it_stands_above_the_letter():
    assert marks("<img src=crest.png><p>We refuse.<p><img src=scan.png><img src=dot.png alt=''>") == [
        (MarkKind.UNREAD, "", "picture")
    ]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"<p>it\x92s \xa35", "it’s £5"),
        (b"<meta charset=iso-8859-1><p>it\x92s \xa35", "it’s £5"),
        (b"<meta charset='iso-8859-2'><p>\xb1", "ą"),
        (b"<meta charset=nonsense><p>\xa35", "£5"),
        (b"<meta charset=windows-1252><p>it\xe2\x80\x99s", "it’s"),
        ("<p>it’s £5".encode("utf-16"), "it’s £5"),
        ("\ufeff<p>it’s £5".encode(), "it’s £5"),
        (b"<p>it&rsquo;s &pound;5 &#163;5 &amp;", "it’s £5 £5 &"),
    ],
)
def test_encodings(data, words):
    assert [block.text for block in read_html(data, "page.html").blocks] == [words]


def test_places_are_lines_and_columns_of_the_source():
    [block] = page("<html>\r\n<p\n class=x>We <b>must</b>\n  refuse &amp; say so.</p>").blocks
    assert [block.line_and_column(block.text.index(word)) for word in ("We", "must", "refuse")] == [
        (3, 10),
        (3, 16),
        (4, 3),
    ]


@pytest.mark.parametrize("markup", ["", "<!-- x -->", "<html></html>", "<p>&nbsp;</p>", "<p/><br/>"])
def test_pages_with_nothing_in_them(markup):
    assert texts(markup) == []


@pytest.mark.parametrize("markup", ["plain", "<", "a < b"])
def test_pages_without_any_markup(markup):
    assert texts(markup) == [markup]


tags = ["p", "b", "/b", "/p", "br", "ul", "li", "/ul", "table", "tr", "td", "/table", "h2", "/h2", "pre", "blockquote"]
tags += ["/blockquote", "/div", "ins", "/ins", "del", "/span", "th colspan=2", "div class=menu"]
tags += ["span style='display:none'"]
words = ["word ", "(a) x", "\n", "&nbsp;", "&shy;", "<!-- a b c d e -->"]
bits = st.sampled_from([*(f"<{tag}>" for tag in tags), *words])


@given(st.lists(bits, max_size=25).map("".join))
@settings(max_examples=150, deadline=None)
def test_any_markup_at_all_keeps_the_contract(markup):
    page(markup)
