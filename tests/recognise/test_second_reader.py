"""The second reader: what is relied on, by all that a notice says where it names an exemption."""

import pytest

import foilint
from brief_letters import FOISA, letter
from foilint.notice import Kind
from foilint.readers import read
from foilint.recognise import recognise, second_reader
from foilint.recognise.draft import cut, eyes
from foilint.recognise.weighing import weigh_all

SURE = {"31": 0.999, "40": 0.5, "43": 0.02}

REVIEW = """\
Dear Mr Osei

You wrote on 4 June 2026, under the Freedom of Information Act 2000, to have our answer of 11 May about the Ashby \
ward report looked at again. You had asked for "the report and its appendices, and please do not tell me that \
section 43 stops you".

We gave you the report. We refused appendix 2, the drawings of ligature points, under section 31, and appendix 3, \
the statements of two families, under section 41(1).

Section 31 was the wrong exemption for the drawings, and I withdraw it. They are exempt under section 38(1)(a): \
anybody who studied them would learn where a door or a rail will bear weight, and that would be likely to endanger \
patients who are at risk.

Section 38 is qualified. In favour of disclosure, three people have died on the ward and the public should see \
whether it was made safe. Against it, the drawings show what is still to be mended, and the work will take until \
March. I find that the public interest in maintaining the exemption outweighs that in disclosure.

The statements were given in confidence, by people who have not agreed that they be passed on. To publish them would \
be an actionable breach of that confidence, so section 41(1) applies. It is absolute.

This is the end of our own procedure. You may complain to the Information Commissioner, Wycliffe House, Water Lane, \
Wilmslow, Cheshire SK9 5AF, www.ico.org.uk.

Yours sincerely

F. Oduya
"""


def cited(words):
    notice = letter(words)
    weighed = weigh_all(cut(notice.document, eyes()), notice.law, notice.kind, eyes())
    return [w for w in weighed if w.law and w.exemption], cut(notice.document, eyes())


def signs(words):
    notice = letter(words)
    return second_reader.signs(cited(words)[0], notice.kind, cut(notice.document, eyes()), eyes().lexicon)


def test_an_exemption_is_known_by_where_it_is_named_and_by_the_ideas_around_it():
    found = signs("We withhold the list under section 31(1)(a). It names every alarm.")
    assert set(found) == {"31"}
    assert {"response:limb", "response:withheld", "before:response:withheld", "sentences:1"} <= set(found["31"])
    assert "bar" not in found["31"]


def test_what_is_named_beside_others_is_known_by_their_number():
    found = signs("We withhold the list under section 31(1)(a) and the names under section 40(2).")
    assert all("exemptions:2" in said for said in found.values())


def test_what_the_grammar_finds_stands_unless_it_is_most_unlikely():
    heard = {"40", "43"}
    assert second_reader.decide(heard, SURE, {"31", "40", "43"}, Kind.LETTER) == {"31", "40"}


def test_a_claim_that_is_all_there_is_stands():
    assert second_reader.decide({"43"}, SURE, {"43"}, Kind.LETTER) == {"43"}


def test_what_only_headings_name_is_not_added():
    assert second_reader.decide(set(), SURE, set(), Kind.LETTER) == set()


def test_an_annex_claims_by_its_headings():
    assert second_reader.decide({"40", "43"}, SURE, set(), Kind.ANNEX) == {"40", "43"}
    assert second_reader.doubts(SURE, (), Kind.ANNEX) == set()
    assert second_reader.doubts(SURE, (), Kind.LETTER) == {"43"}


def test_a_review_relies_on_what_it_puts_in_the_place_of_what_it_withdraws():
    notice = recognise(read(REVIEW.encode(), "review.txt"))
    assert {engagement.number for engagement in notice.engagements} == {"38", "41"}
    findings = foilint.check(REVIEW.encode(), name="review.txt").findings
    assert not [finding for finding in findings if finding.severity != "advice"]


def test_what_is_named_again_and_again_is_relied_on_beyond_a_doubt():
    once, twice = "It is withheld under section 31(1)(a).", "Section 31(1)(a) is about crime."
    assert second_reader.certain(SURE, *cited(once)) == set()
    assert second_reader.certain(SURE, *cited(f"{once}\n\n{twice}")) == {"31"}


def test_a_letter_of_some_length_need_not():
    length = "\n\n".join(["It is kept by the estates team."] * second_reader.ENOUGH)
    assert second_reader.certain(SURE, *cited(f"It is withheld under section 31(1)(a).\n\n{length}")) == {"31"}


def test_a_limb_no_longer_relied_on_says_nothing_of_another():
    words = (
        "Documents 16 to 21 are withheld under section 30(b)(i) and (ii). We considered section 30(c), which the first "
        "reply also cited, and no longer rely on it."
    )
    assert [e.number for e in letter(words, FOISA).engagements] == ["30"]


@pytest.mark.parametrize("place", ["heading-topic", "response", "request"])
def test_the_table_knows_each_place(place):
    weights = second_reader.tellings("reliances").weights
    assert any(clue.startswith(f"{place}:") for clue in weights)


def test_what_is_claimed_in_one_breath_with_another_is_not_doubted():
    together, apart = "It is withheld under section 40(2) and section 43(2).", "It is withheld under section 43(2)."
    assert second_reader.doubts({"40": 0.9, "43": 0.1}, cited(together)[0], Kind.LETTER) == set()
    assert second_reader.doubts({"43": 0.1}, cited(apart)[0], Kind.LETTER) == {"43"}
