"""Whose: which exemption a sentence is about, by all that the response says before it, in it and after it."""

import pytest

from brief_letters import letter
from foilint.document import Span
from foilint.notice import Part, State
from foilint.recognise import passages
from foilint.recognise.draft import eyes
from foilint.recognise.ear import ALL, hear, topics
from foilint.recognise.gathered import Gathered
from foilint.recognise.second_look import SecondLook
from foilint.recognise.told import read

CLAIM = "The patrol plan is withheld under section 31(1)(a), and the tender under section 43(2)."
PLAN = "Somebody who had the plan would know on which nights nobody walks, and burglary would be likely to follow."
TENDER = "Its rivals would be likely to undercut the bidder, who has two more contracts to win this year."
BOTH = """\
For both, the public would see how the estate is looked after, and how its money is spent. Against that, tenants ought \
to be safe, and firms ought to be willing to bid. On balance the public interest in maintaining both exemptions is the \
greater."""


@pytest.fixture
def shares(monkeypatch):
    """How much each sentence of a letter counts for each exemption, by the words it begins with."""
    heard = {}

    class Listener(SecondLook):
        def look(self):
            for number, leanings in self.leanings().items():
                for each in leanings:
                    span = each.sentence.span
                    heard[number, each.sentence.line.block.text[span.start : span.end]] = each.share

    monkeypatch.setattr(passages, "SecondLook", Listener)

    def of(words, beginning):
        heard.clear()
        letter(words)
        return {number: share for (number, said), share in heard.items() if said.startswith(beginning)}

    return of


def test_a_paragraph_is_about_what_it_cites_at_its_end(shares):
    told = "It sets out prices that two rivals would like to see. They would gain by them. So section 43(2) applies."
    found = shares(f"{CLAIM}\n\n{PLAN}\n\n{told}\n\n{BOTH}", "They would gain")
    assert found["43"] > 0.9
    assert found["31"] < 0.5


def test_a_sentence_is_about_what_it_names_by_what_is_withheld(shares):
    found = shares(f"{CLAIM}\n\nAs for the plan, it is looked at each spring.\n\n{BOTH}", "As for the plan")
    assert found["31"] > found["43"]


def test_a_sentence_is_about_what_letters_on_such_an_exemption_speak_of(shares):
    found = shares(f"{CLAIM}\n\n{TENDER}\n\n{BOTH}", "Its rivals")
    assert found["43"] > found["31"]


# Words that letters about crime or commerce do not use.
BEHIND = "We rely on section 31(1)(a) for the blue album and on section 43(2) for the green one."


def test_what_is_withheld_may_stand_behind_its_provision(shares):
    found = shares(f"{BEHIND}\n\nThe green one has nine leaves.\n\n{BOTH}", "The green one has")
    assert found["43"] > found["31"]


def test_what_opens_a_paragraph_is_what_it_is_about(shares):
    opening = shares(
        f"{BEHIND}\n\nThe green one has nine leaves of plain card and thread.\n\n{BOTH}", "The green one has"
    )
    later = shares(f"{BEHIND}\n\nNine leaves of plain card and thread has the green one.\n\n{BOTH}", "Nine leaves")
    assert opening["31"] < later["31"] < later["43"]


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("The first is old and of no great length.", "31"),
        ("The second was bought in the spring.", "43"),
        ("Against the latter stands the cost of it.", "43"),
    ],
)
def test_exemptions_are_counted_as_they_were_claimed(shares, words, meant):
    found = shares(f"{BEHIND}\n\n{words}\n\n{BOTH}", words[:12])
    assert max(found, key=found.get) == meant


def test_the_first_tenant_is_no_exemption(shares):
    words = "The first tenant left in the spring."
    found = shares(f"{BEHIND}\n\n{words}\n\n{BOTH}", words[:12])
    assert found["31"] == pytest.approx(found["43"], abs=0.1)


@pytest.fixture
def heard(monkeypatch):
    """The signs of what begins with some words, in a letter, and the step that leads to it."""
    found = []

    class Listener(SecondLook):
        def look(self):
            leanings = read([each.sentence for each in self.told], self.lexicon)
            found.append(hear(self.told, leanings, self.lines, self.judge.cites, self.subjects, self.lexicon))

    monkeypatch.setattr(passages, "SecondLook", Listener)

    def of(words, beginning):
        found.clear()
        letter(words)
        (notice,) = found
        at = next(n for n, each in enumerate(notice.sayings) if " ".join(each.words.tokens).startswith(beginning))
        return notice.signs[at], notice.steps[at - 1]

    return of


@pytest.mark.parametrize(
    ("words", "meant"), [("Commercial interests are apt.", "43"), ("Crime is apt.", "31"), ("Village life is apt.", "")]
)
def test_an_exemption_is_meant_by_its_name(heard, words, meant):
    signs, _ = heard(f"{BEHIND}\n\n{words}\n\n{BOTH}", words[:5].lower())
    assert {number for number in ("31", "43") if signs[number]["name"]} == ({meant} if meant else set())


@pytest.mark.parametrize(("words", "several"), [("Both the blue and the green", True), ("The dull blue one", False)])
def test_what_speaks_of_the_things_of_several_may_be_about_all(heard, words, several):
    signs, _ = heard(f"{BEHIND}\n\n{words} have thread.\n\n{BOTH}", words.lower())
    assert signs[ALL]["things"] is several


@pytest.mark.parametrize(
    ("opening", "step"),
    [
        ("It was bound in May.", "within-on"),
        ("Binding was in May.", "within"),
        ("The green one is old.", "within-anew"),
    ],
)
def test_how_a_sentence_opens_says_whether_it_goes_on_about_the_same(heard, opening, step):
    _, found = heard(f"{BEHIND}\n\nNine leaves are in all. {opening}\n\n{BOTH}", opening[:-1].lower())
    assert found == step


def test_what_says_both_is_about_both(shares):
    found = shares(f"{CLAIM}\n\n{PLAN} {TENDER}\n\n{BOTH}", "For both")
    assert min(found.values()) > 0.9


def test_one_exemption_has_all(shares):
    words = f"The plan is withheld under section 31(1)(a).\n\n{PLAN}\n\n{BOTH}"
    assert set(shares(words, "").values()) == {1.0}


def test_harm_to_one_is_none_to_the_other():
    told = (
        "Rivals who had the tender would be likely to prejudice the bidder's commercial interests by undercutting it."
    )
    notice = letter(f"{CLAIM}\n\nThe plan is looked at each spring.\n\nAs for the tender, {told}\n\n{BOTH}")
    assert {e.number for e in notice.engagements if e.state(Part.HARM) is State.ABSENT} == {"31"}


def test_kinds_of_exemption_are_shared_by_statutes():
    said = ("bidd", "competitor")
    assert topics().speaks_of("foisa2002 33", said) == topics().speaks_of("foia2000 43", said) > 0
    assert topics().speaks_of("a statute of which nothing is known 1", said) == 0


@pytest.mark.parametrize(("part", "kept"), [(Part.FOR, {"31"}), (Part.HARM, {"31", "43"})])
def test_what_is_all_about_one_argues_no_test_of_the_other(part, kept):
    both = frozenset(("31", "43"))
    gathered = Gathered(eyes().lexicon)
    passage = gathered.open(part, both)
    passage.text.append(Span(3, 0, 40))
    gathered.share_out(lambda _, number: {"31": 0.95, "43": 0.05}[number], both)
    assert passage.numbers == kept
    assert gathered.argues(part, frozenset(("43",))) is ("43" in kept)
