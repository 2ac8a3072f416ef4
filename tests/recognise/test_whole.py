"""The notice as a whole: what all its words tell where no sentence says it outright."""

import foilint
from foilint.notice import Response
from foilint.readers import read
from foilint.recognise import besides, recognise, whole
from foilint.recognise.draft import cut, eyes

LATER = """\
Dear Ms Achterberg

You asked on 9 March 2026, under the Freedom of Information Act 2000, for the offers that we received for the three \
barges.

We hold them. I am writing because I cannot yet give you our decision.

We think that the offers are exempt under section 43(2). The barges are unsold, and a buyer who knew what others had \
put in would be likely to offer less than he might have, to the prejudice of the Trust's commercial interests.

Section 43 is qualified, and we have to judge whether the public interest in keeping to it outweighs that in \
disclosure. The Treasurer, whose view we need, is abroad until the middle of April. Section 10(3) of the Act gives \
us such time as is reasonable. We estimate that our decision will reach you by 7 May 2026; if it can be sooner, it \
will.

{review}

You may also apply to the Information Commissioner, Wycliffe House, Water Lane, Wilmslow, Cheshire SK9 5AF, \
ico.org.uk.

Yours sincerely

K. Brennand
"""
REVIEW = (
    "Should you be unhappy that we take this time, somebody who had no part in it will look at the matter again: write "
    "to the Clerk to the Trust within 40 working days."
)


def sure(kind, words):
    draft = cut(read(words.encode(), "letter.txt"), eyes())
    return whole.surely(kind, whole.signs(draft.lines, draft.regions, eyes().lexicon))


def test_a_decision_that_is_put_off_owes_no_test_yet():
    words = LATER.format(review=REVIEW)
    assert sure("extends", words) > besides.EXTENDS
    assert recognise(read(words.encode(), "letter.txt")).response is Response.EXTENSION
    assert not [f for f in foilint.check(words.encode(), name="letter.txt").findings if f.severity != "advice"]


def test_a_letter_without_the_way_to_a_review_lacks_it_as_a_whole():
    assert sure("lacks-review", LATER.format(review=REVIEW)) < sure("lacks-review", LATER.format(review=""))
    found = foilint.check(LATER.format(review="").encode(), name="letter.txt").findings
    assert "missing-review-route" in {finding.rule for finding in found}


def test_what_says_nothing_extends_nothing_and_tells_of_no_review():
    assert sure("extends", "Thank you.") < 0.1
    assert sure("lacks-review", "Thank you.") > 0.9
