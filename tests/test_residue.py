"""What a template or another letter leaves behind, and what only looks like it."""

from pathlib import Path

import pytest
import yaml

from foilint.document import Block
from foilint.law import load
from foilint.notice import Region
from foilint.recognise import particulars
from foilint.recognise.draft import eyes
from foilint.recognise.words import Line

RESIDUE = yaml.safe_load((Path(__file__).parent / "wordings" / "residue.yaml").read_text("utf-8"))
CLOSE = ("Yours sincerely", "A. Person\nInformation Officer")


def told(*blocks):
    lexicon = eyes().lexicon
    lines = [Line(number, Block(text), lexicon) for number, text in enumerate(blocks)]
    return particulars.recognise(lines, [Region.RESPONSE] * len(lines), load("foia2000"), lexicon)


def words(blocks, spans):
    return [blocks[span.block][span.start : span.end] for span in spans]


def slips(blocks, found):
    return [(words(blocks, [slip.span])[0], slip.expected) for slip in found]


@pytest.mark.parametrize("text", RESIDUE["left-over"])
def test_what_a_template_leaves_behind(text):
    assert told(text).placeholders


@pytest.mark.parametrize("text", RESIDUE["ordinary"])
def test_what_is_no_placeholder(text):
    assert words([text], told(text).placeholders) == []


def test_a_placeholder_is_quoted_whole():
    text = "Dear <<Name>>, please contact [insert name of officer] by XX/XX/2026 or {{ date }}."
    assert words([text], told(text).placeholders) == [
        "<<Name>>",
        "[insert name of officer]",
        "XX/XX/2026",
        "{{ date }}",
    ]


@pytest.mark.parametrize(
    ("head", "later", "slip"),
    [
        ("Our ref: FOI/14138", "I refer to your request FOI/15105 of 3 May 2026.", ("FOI/15105", "FOI/14138")),
        ("ATISN 24817", "Complaint in respect of ATISN 24818", ("ATISN 24818", "ATISN 24817")),
        ("Reference: 2026/33417", "Please quote reference 2026/31952 if you write.", ("2026/31952", "2026/33417")),
        ("Subject: bids [IC-2025-0311]", "Please quote IC-2025-0331.", ("IC-2025-0331", "IC-2025-0311")),
        ("Our Ref: CQC IAT 2526 0611", "Please quote CQC IAT 2526 0612.", ("CQC IAT 2526 0612", "CQC IAT 2526 0611")),
        ("Our reference: 5583/26", "Freedom of Information request 5538/26", ("5538/26", "5583/26")),
        ("FOI2025/17206", "Your request FOI2025/17207 was received.", ("FOI2025/17207", "FOI2025/17206")),
        ("Our ref: FOI-00048213", "Please quote F0021877 in any correspondence.", ("F0021877", "FOI-00048213")),
        ("Our ref: EIR/26/771", "Quote FOI/26/804 if you contact us about it.", ("FOI/26/804", "EIR/26/771")),
        ("Our ref: 4471-26", "Thank you for your request (4417-26).", ("4417-26", "4471-26")),
        ("Our ref: 26/0331", "Your request, numbered 26/0313, is refused.", ("26/0313", "26/0331")),
        ("Our ref: 26-02214", "Ask us within 40 days. Please give the number 26-02217.", ("26-02217", "26-02214")),
        ("Case: 25-1188", "Write to us within 40 working days, giving case 25-1181.", ("25-1181", "25-1188")),
        (
            "Our reference SQS/FOI/26-131",
            "Say what was asked for, and quote SQS/FOI/26-134.",
            ("SQS/FOI/26-134", "SQS/FOI/26-131"),
        ),
    ],
)
def test_two_references_for_one_request(head, later, slip):
    blocks = (head, "Dear Ms X", later)
    assert slips(blocks, told(*blocks).references) == [slip]


@pytest.mark.parametrize(
    ("head", "later"),
    [
        ("Our ref: FOI/14138", "Please quote FOI/14138."),
        ("Our reference: 5583/26", "Your request 5583/26 was received."),
        ("Our reference: 5583/26", "You made another request 5538/26 last year."),
        ("Our reference: 5583/26", "Freedom of information request about planning application 5538/26"),
        ("Our ref: FOI/14138\nYour ref: JH/3321", "I refer to your letter JH/3321."),
        ("Our ref: FOI 1234 and FOI 1235", "Your request FOI 1235 was received second."),
        ("Subject (ref 26-0214)", "You asked for this last year (our reference 25-1877)."),
        ("Reference: 2026/33417", "Ring 0303 123 1113 and quote 33417."),
        ("Our ref: FOI-2026-0311", "The earlier request has the reference FOI-2025-1234."),
        ("Our ref: LO/FOI/19", "This is your nineteenth request (our LO/FOI/1 to LO/FOI/18)."),
        ("Our ref: TV 1182", "The tender was advertised under reference TV 2210."),
        ("Our ref: FOI-00048213\nYour ref: PJ/7712", "Please quote PJ/7712 in any reply."),
        ("Our ref: FOI-00048213", "To reply about the bins, quote your account number AB123456."),
        ("Our ref: FOI-00048213", "The library asks readers to quote shelf mark QB445566."),
        ("Reference: 455-26", "The reference is 455-26, and the date is 28/01/2026."),
    ],
)
def test_references_that_agree(head, later):
    assert told(head, "Dear Ms X", later).references == ()


def test_a_heading_says_that_what_follows_is_about_other_requests():
    blocks = ("Our ref: FOI 7745", "Dear Ms X", "Previous requests", "You were given it in January (FOI ref: 7102).")
    assert told(*blocks).references == ()


@pytest.mark.parametrize(
    ("letterhead", "text", "other"),
    [
        (
            "HEDDLU GWENT POLICE",
            "South Wales Police will neither confirm nor deny whether we hold it.",
            "South Wales Police",
        ),
        (
            "Suffolk County Council",
            "Essex County Council holds the information you have requested.",
            "Essex County Council",
        ),
        ("University of Wexcombe", "At Eastcliffe University we are committed to openness.", "Eastcliffe University"),
        ("Dyfed-Powys Police", "Section 17 requires -Powys Police, when refusing to provide it.", "Powys Police"),
        ("South Yorkshire Police", "West Yorkshire Police can confirm that it holds this.", "West Yorkshire Police"),
        ("Essex Police", "Thank you for your request to Cheshire Constabulary.", "Cheshire Constabulary"),
        ("Essex Police", "This refusal is sent on behalf of Cheshire Constabulary.", "Cheshire Constabulary"),
        (
            "Harrow Vale Learning Trust",
            "Kestrel Learning Partnership holds your request.",
            "Kestrel Learning Partnership",
        ),
        ("NHS Sarn Care Board", "NHS Fen Integrated Care Board refuses it.", "NHS Fen Integrated Care Board"),
        ("Kent Police", "Surrey Police considers that the public interest favours the exemption.", "Surrey Police"),
        ("Office for Canals", "The Bridges Agency holds this information, and we cannot give it.", "Bridges Agency"),
        ("NHS Braes", "If we at NHS Moor and Glen do not change our mind, write again.", "NHS Moor and Glen"),
        (
            "Harle University",
            "The University of Fen takes its duty seriously and we would be sued.",
            "University of Fen",
        ),
        ("Moray Council", "It is Fife Council’s policy that we give no names.", "Fife Council’s"),
        ("Moray Council", "In the view of Fife Council the public interest favours silence.", "Fife Council"),
        ("Moray Council", "If you are unhappy, write to the Solicitor, Fife Council, for a review.", "Fife Council"),
        ("Moray Council", 'Fife Council ("the Council") holds the letters.', "Fife Council"),
        ("Moray Council", "We, as Fife Council, have to weigh the public interest.", "Fife Council"),
        ("Hill School", "Dale School refuses your request under section 40(2).", "Dale School"),
        ("Ministry of Canals", "The Bridges Inspectorate is withholding the report.", "Bridges Inspectorate"),
        ("Moray Council", "You asked Fife Council on 25 June for copies of its letters.", "Fife Council"),
        ("Moray Council", "Thank you for your email of 12 May asking Fife Council for the logs.", "Fife Council"),
        ("Moray Council", "Write to the Clerk, Fife Council, Castle Street, within 40 working days.", "Fife Council"),
        ("Moray Council", "Fife Council confirms that it holds information of this kind.", "Fife Council"),
        ("Moray Council", "Fife Council holds it, but I'm refusing the request under section 12(1).", "Fife Council"),
    ],
)
def test_another_authority_speaks(letterhead, text, other):
    blocks = (letterhead, "Dear Ms X", text, *CLOSE)
    assert slips(blocks, told(*blocks).authorities) == [(other, letterhead)]


def test_another_authority_is_told_once_a_block():
    blocks = ("Moray Council", "Dear Ms X", "Fife Council is not obliged to. We at Fife Council refuse it.", *CLOSE)
    assert slips(blocks, told(*blocks).authorities) == [("Fife Council", "Moray Council")]


def test_without_a_letterhead_the_authority_that_was_asked_is_the_one_named_first():
    blocks = ("Dear Ms X", "You asked about claims against Aberdeenshire Council.", "We at Moray Council refuse it.")
    assert slips(blocks, told(*blocks).authorities) == [("Moray Council", "Aberdeenshire Council")]


@pytest.mark.parametrize(
    ("letterhead", "text"),
    [
        ("Sussex Police", "Kent Police holds its own records; you may wish to contact them."),
        ("Sussex Police", "The Metropolitan Police Service has told us that it can neither confirm nor deny."),
        ("Suffolk County Council", "Ipswich Borough Council holds the information. Please write to them."),
        ("Cambridgeshire Constabulary", "Cambridgeshire Police can neither confirm nor deny."),
        ("Home Office", "We consulted Kent Police, who consider that disclosure would harm the information requested."),
        ("Office of the Police and Crime Commissioner for Kent", "Kent Police does not hold the information."),
        ("Police Service of Scotland", "Police Scotland can neither confirm nor deny."),
        ("The Christie NHS Foundation Trust", "The Trust holds the information."),
        ("Bristol City Council", "Accordingly Bristol City Council neither confirms nor denies."),
        ("Harrow Vale Learning Trust", "Kestrel Learning Partnership holds its own records; you may wish to ask them."),
        ("Calder Council", "West Yorkshire Police is the lead and holds the information requested."),
        ("Moray Council", "Your request to Fife Council was passed to us on 4 May."),
        ("Moray Council", "We hold the information requested on behalf of Fife Council."),
        ("Moray Council", "Fife Council would outbid us if the information were disclosed."),
        ("Moray Council", "Fife Council's policy on allotments was the model for ours."),
        ("Moray Council", "If your complaint is about Fife Council, write to that council instead."),
        ("Kent Police", "For a review, write to the Unit at Surrey Police Station."),
        ("Harle University", "Fen University holds the other half, and we cannot speak for it."),
        ("Harle University", "At the Department of Chemistry we keep no such records."),
        ("Office for Canals", "The Bridges Agency can confirm the water level; we cannot."),
        ("Office for Canals", "The Bridges Agency's view is that the lock is safe, and we share it."),
        ("Office for Canals", "The Finance Department considers that the public interest favours silence."),
        ("Moray Council", "You said in your email that Fife Council published its figures after a decision."),
        ("Moray Council", "You asked whether Fife Council had the letters too."),
        ("Tarn Hospitals NHS Trust", "NHS England can confirm that it holds the information requested."),
    ],
)
def test_others_may_be_mentioned(letterhead, text):
    blocks = (letterhead, "Dear Ms X", text, *CLOSE)
    assert slips(blocks, told(*blocks).authorities) == []


@pytest.mark.parametrize(
    "text",
    [
        "The current threat level to the UK is 'severe'.",
        "The threat from terrorism cannot be ignored; it is currently SUBSTANTIAL.",
        "The threat to the UK from international terrorism is assessed as critical.",
    ],
)
def test_the_threat_level_is_stated(text):
    assert told(text).threat_levels


@pytest.mark.parametrize(
    "text", ["A substantial threat to the finances of the Trust.", "The threat from terrorism is real."]
)
def test_other_threats_are_no_level(text):
    assert told(text).threat_levels == ()
