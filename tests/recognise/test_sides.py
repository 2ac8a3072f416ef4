"""Which side prose argues: by what it speaks of, by where it turns, and by what stands beside it."""

import pytest

from brief_letters import letter
from foilint.notice import Part

CLAIM = "The price list is exempt under section 43(2). Rivals would be likely to undercut the firm, to its prejudice."
BALANCE = "On balance the public interest in maintaining the exemption outweighs that in disclosure."

BOTH = [
    "Earlier release would let residents read it sooner. That has to be set against the good of having it complete.",
    "On the one hand, early sight of it would help those who must decide this summer. On the other, it is unfinished.",
    "The land is held for all, and one officer decided it. Against that, the Council must obtain the best rent it can.",
    "I put on your side that this is the largest sum that we have ever spent. On the other side, candour would suffer.",
    "There are good reasons why people want to see it. There are also good reasons against letting them see it yet.",
    "It is in the public interest that parents can satisfy themselves about the price. It is equally in the public "
    "interest that there should be competition, and firms will not bid if they expect to be talked about.",
    "We recognise that the public should be able to see that it was bought well. We recognise too that boards need to "
    "bargain, that suppliers whose prices get about bid high, and that a contest ought not to be spoilt.",
    "**Why it might be released.** Residents pay for it. **Why it should not.** Figures unchecked may be wrong.",
]

FOR_ONLY = [
    "The public is entitled to see how money is spent. Disclosure would add to accountability.",
    "We recognise that:\n\n- people love the path;\n- what we know of rare birds and their protection helps all.",
]

AGAINST_ONLY = [
    "A person must be able to consult a lawyer in private. Were such advice disclosed it would be sought less often, "
    "and decisions would be poorer and more open to challenge. The Council would be at a disadvantage.",
]


def argued(words):
    notice = letter(f"{CLAIM}\n\nWe have considered the public interest.\n\n{words}\n\n{BALANCE}")
    return {passage.part for passage in notice.passages if passage.text} & {Part.FOR, Part.AGAINST}


@pytest.mark.parametrize("words", BOTH)
def test_both_sides_are_argued(words):
    assert argued(words.replace(" **Why it should", "\n\n**Why it should")) == {Part.FOR, Part.AGAINST}


@pytest.mark.parametrize("words", FOR_ONLY)
def test_only_openness_is_argued(words):
    assert argued(words) == {Part.FOR}


@pytest.mark.parametrize("words", AGAINST_ONLY)
def test_only_the_exemption_is_argued(words):
    assert argued(words) == {Part.AGAINST}


def test_a_paragraph_may_hold_several_labels():
    labelled = (
        "Why it might be right to let you have it. Rents pay for it. Why it might not. Firms that expect their "
        "prices to be known stop bidding. Where we come down. For now the public interest lies in withholding it."
    )
    parts = {passage.part: passage.text for passage in letter(f"{CLAIM}\n\n{labelled}").passages}
    assert set(parts) == {Part.HARM, Part.FOR, Part.AGAINST, Part.BALANCE}


def test_a_label_may_begin_a_line_of_a_paragraph():
    labelled = "For disclosing it: staff would like to see it.\nAgainst disclosing it: part of it would mislead."
    parts = [passage.part for passage in letter(f"{CLAIM}\n\n{labelled}\n\n{BALANCE}").passages]
    assert parts == [Part.HARM, Part.FOR, Part.AGAINST, Part.BALANCE]
