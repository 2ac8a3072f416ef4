"""More time over the public interest: put off in any words, or a decision that is still to come."""

import pytest

import foilint
from brief_letters import EIR, letter
from foilint.notice import Kind, Response
from foilint.readers import read
from foilint.recognise import recognise

WEIGHED = (
    "There is a public interest in knowing what the estate earns. Against that, tenants who knew one another's rents "
    "would bargain harder. The public interest in maintaining the exemption outweighs that in disclosure."
)
CLAIM = "The rent roll is exempt from disclosure under section 43(2), which is a qualified exemption."

PUT_OFF = [
    "The test of the public interest will take up to a further 20 working days.",
    "By 30 March 2026 we will have weighed the public interest and will tell you the outcome.",
    "The public interest is still being considered.",
    "The public interest test will be concluded, at the latest, on 31 March.",
    "A panel meets on 30 March to weigh the public interest.",
    "We cannot yet say where the public interest lies.",
    "The public interest is finely balanced and we need an extension.",
    "We are extending the time for our reply so that we can weigh the public interest.",
    "The public interest assessment is still with the board, and you will have our answer by Friday 6 March 2026.",
    "We may take a reasonable time to decide where the public interest lies. We need that time here.",
    "The weighing exercise has yet to be done. Expect to hear from us by the 3rd of April 2026.",
    "No conclusion can be given today: the competing interests are still being weighed.",
    "We will write with our conclusion on the public interest by 8 May 2026.",
    "A determination under section 2(2)(b) is outstanding, and will be sent to you when it is made.",
    "The Act allows longer than twenty working days where the balance between openness and harm is hard to strike.",
]

NOT_PUT_OFF = [
    "The public interest is finely balanced, but favours withholding the roll.",
    "The panel that met to let the farm had weighed many things.",
    "There is a public interest in the inquiry, which is still going on.",
    "The contract is still under negotiation, and it is in the public interest that it should be let well.",
    "The board will consider the rents in May.",
    "We apologise for the delay in answering.",
    "The building works continue.",
    "It took us longer than we had hoped to weigh the public interest.",
    "The public interest test requires us to weigh the arguments for and against disclosure.",
]


@pytest.mark.parametrize("words", PUT_OFF)
def test_a_decision_that_is_still_to_come(words):
    assert letter(f"{CLAIM}\n\n{words}").response is Response.EXTENSION


@pytest.mark.parametrize("words", NOT_PUT_OFF)
def test_a_refusal_that_only_speaks_of_time(words):
    assert letter(f"{CLAIM}\n\n{words}\n\n{WEIGHED}").response is Response.WITHHELD


UNFINISHED = """The flood model is withheld under regulation 12(4)(d), as material in the course of completion. There is
a public interest in early sight of it. Against that, half a model misleads. The public interest in maintaining the
exception in regulation 12(4)(d) outweighs that in disclosure."""

INTERNAL = """The scores are withheld under regulation 12(4)(e), as internal communications. There is a public interest
in fair scores. Against that, officers need room to try a method. {} The public interest in maintaining the exception in
regulation 12(4)(e) outweighs that in disclosure."""


@pytest.mark.parametrize(
    ("model", "scores", "missed"),
    [
        ("", "The final scores, with reasons, are to be published in the autumn.", True),
        ("The model is to be finished in the autumn.", "", False),
        ("The model is to be finished in the autumn.", "The final scores are to be published in December.", False),
    ],
)
def test_each_exception_has_its_own_date_of_completion(model, scores, missed):
    parts = ("Dear Ms Hall", f"Your request was considered under {EIR}.", UNFINISHED, model, INTERNAL.format(scores))
    (verdict,) = foilint.check("\n\n".join((*parts, "Yours sincerely")).encode(), name="letter.md").notices
    assert ("missing-decision-date" in {finding.rule for finding in verdict.findings}) == missed


@pytest.mark.parametrize(
    ("words", "kind"),
    [("Response published 2 July 2026", Kind.PAGE), ("The book was published in July 2026", Kind.ANNEX)],
)
def test_a_reply_that_was_published_is_a_page(words, kind):
    text = f"# Hose contract\n\n{words}\n\n## The price\n\nIt is withheld under section 43(2) of the FOI Act 2000."
    assert recognise(read(text.encode(), "hose.md")).kind is kind
