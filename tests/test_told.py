"""What a notice tells the applicant, in the words of many officers, and what only looks like it."""

from pathlib import Path

import pytest
import yaml

from foilint.document import Block
from foilint.law import load
from foilint.notice import Region, Step
from foilint.recognise import particulars
from foilint.recognise.draft import eyes
from foilint.recognise.words import Line

WORDINGS = yaml.safe_load((Path(__file__).parent / "wordings" / "particulars.yaml").read_text("utf-8"))
FIELDS = {"scottish-commissioner": "commissioner", "completion-date": "completion_dates"}


def told(text, law="foia2000", region=Region.RESPONSE):
    lexicon = eyes().lexicon
    lines = [Line(number, Block(part), lexicon) for number, part in enumerate(text.split("\n\n"))]
    return particulars.recognise(lines, [region] * len(lines), load(law), lexicon)


def particular(name, told):
    return getattr(told, FIELDS.get(name, name.replace("-", "_")))


def words(text, span):
    return text.split("\n\n")[span.block][span.start : span.end]


def examples(side):
    return [(name, group["law"], text) for name, group in WORDINGS.items() for text in group[side]]


@pytest.mark.parametrize(("name", "law", "text"), examples("told"))
def test_every_wording_tells_the_particular(name, law, text):
    assert particular(name, told(text, law))


@pytest.mark.parametrize("region", [Region.RESPONSE, Region.RIGHTS])
@pytest.mark.parametrize(("name", "law", "text"), examples("not-told"))
def test_what_only_looks_like_it_tells_nothing(name, law, text, region):
    assert not particular(name, told(text, law, region))


@pytest.mark.parametrize("region", [Region.REQUEST, Region.QUOTATION, Region.FURNITURE])
def test_only_the_authority_can_tell(region):
    text = "You may ask for an internal review, and complain to the Information Commissioner under the FOI Act 2000."
    seen = told(text, region=region)
    assert (seen.review, seen.commissioner) == (None, None)
    assert bool(seen.act) == (region is Region.REQUEST)  # named is named, be it by the applicant


@pytest.mark.parametrize(
    ("law", "text"),
    [
        ("foia2000", "under the Freedom of Information Act 2000"),
        ("foia2000", "under the Freedom of Information (FOI) Act 2000"),
        ("foia2000", "under the\nFreedom of  Information\nAct"),
        ("foia2000", "as FOIA requires"),
        ("eir2004", "the Environmental Information Regulations 2004 (“EIR”)"),
        ("eir2004", "dealt with under the EIR"),
        ("foisa2002", "the Freedom of Information (Scotland) Act 2002"),
    ],
)
def test_the_act_is_named(law, text):
    assert told(text, law).act


@pytest.mark.parametrize(
    ("law", "text"),
    [
        ("foia2000", "your freedom of information request"),
        ("eir2004", "Our ref: EIR/4471"),
        ("eir2004", "EIR 2024/58812"),
    ],
)
def test_the_act_is_not_named(law, text):
    assert told(text, law).act is None


def test_a_heading_is_no_particular():
    assert told("Your right to request an internal review").review is None


def test_the_commissioner_of_another_law_is_a_stranger():
    seen = told("You can complain to the Information Commissioner's Office (ico.org.uk).", "foisa2002")
    assert (seen.commissioner, seen.stranger is not None) == (None, True)


def test_the_bare_word_means_the_commissioner_that_is_named():
    text = "The Scottish Information Commissioner is independent.\n\nYou may apply to the Commissioner for a decision."
    seen = told(text, "foisa2002")
    assert words(text, seen.commissioner) == "Commissioner"


@pytest.mark.parametrize(
    ("law", "text", "step", "period"),
    [
        ("foia2000", "You may ask for an internal review within 20 working days.", Step.ASK, "20 working days"),
        ("foia2000", "We will complete the internal review within three months.", Step.ANSWER, "three months"),
        (
            "foisa2002",
            "You may ask for a review. We will respond within 40 working days.",
            Step.ANSWER,
            "40 working days",
        ),
        ("foia2000", "Complain to the Information Commissioner within three months.", Step.COMPLAIN, "three months"),
        ("foisa2002", "Apply to the Scottish Information Commissioner within six weeks.", Step.COMPLAIN, "six weeks"),
    ],
)
def test_periods_out_of_line(law, text, step, period):
    found = told(text, law, Region.RIGHTS).obsolete_periods
    assert [(each.step, words(text, each.span)) for each in found] == [(step, period)]


@pytest.mark.parametrize(
    ("law", "text"),
    [
        ("foia2000", "Ask for a review within 40 working days and we will answer within 20 working days."),
        ("foia2000", "You may ask for an internal review within two months; we aim to reply within 40 working days."),
        ("foia2000", "You should complain to the Information Commissioner within six weeks."),
        ("foisa2002", "You may ask us to review what we have decided within 40 working days of receiving this."),
        ("foisa2002", "Somebody else will carry out the review, and you will hear within 20 working days."),
        ("foisa2002", "Apply to the Scottish Information Commissioner within six months."),
    ],
)
def test_periods_in_line(law, text):
    assert told(text, law, Region.RIGHTS).obsolete_periods == ()


@pytest.mark.parametrize("contact", ["mail@ico.gsi.gov.uk", "01625 545 700", "www.ico.gov.uk"])
def test_dead_contacts_of_the_commissioner(contact):
    assert told(f"Write to the Commissioner: {contact}.").obsolete_contacts


def test_other_contacts_are_left_alone():
    assert told("Write to foi@example.gsi.gov.uk or casework@ico.org.uk, 0303 123 1113.").obsolete_contacts == ()


def test_the_level_of_prejudice():
    assert told("Disclosure would be likely to prejudice the prevention of crime.").prejudice_level
    assert told("Disclosure means prejudice to the prevention of crime.").prejudice_level is None
