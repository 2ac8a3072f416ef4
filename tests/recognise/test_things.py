"""Headings and paragraphs that name what is withheld and not by which exemption."""

from brief_letters import letter
from foilint.notice import Part

CLAIMS = """We are not sending the prices, which are exempt under section 43(2), nor the advice, which is exempt under
section 42(1). The names of the panel are withheld under section 40(2)."""

PRICES = """Three bidders would know what to undercut, and the Council would be likely to be offered worse terms.

There is a public interest in seeing that public money is well spent. Against this, a dearer contract would be paid for
by the same residents. On balance the public interest in maintaining the exemption outweighs that in disclosure."""

ADVICE = """It is important that councils can speak frankly to their lawyers. The courts have said so often, and the
award may still be challenged. We have therefore decided that the public interest favours keeping it confidential."""


def argued(text, part):
    """Which exemptions a part is argued for."""
    passages = [passage for passage in letter(text).passages if passage.part is part and passage.text]
    return sorted({number for passage in passages for number in passage.exemptions})


def test_each_heading_is_about_what_was_claimed_for_it():
    text = f"{CLAIMS}\n\n## The prices\n\n{PRICES}\n\n## The legal advice\n\n{ADVICE}"
    assert argued(text, Part.HARM) == ["43"]
    assert "43" in argued(text, Part.FOR)
    assert argued(text, Part.AGAINST) == ["42", "43"]
    assert argued(text, Part.BALANCE) == ["42", "43"]


def test_one_heading_alone_tells_nothing_apart():
    text = f"{CLAIMS}\n\n## The prices\n\n{PRICES}"
    assert argued(text, Part.FOR) == ["40", "42", "43"]


def test_a_paragraph_may_open_with_what_it_is_about():
    text = f"{CLAIMS}\n\n{PRICES}\n\nAs to the advice, there is a public interest in knowing why the award was made."
    assert argued(text, Part.FOR) == ["40", "42", "43"]
    assert [p.exemptions for p in letter(text).passages if p.part is Part.FOR][-1] == {"42"}


def test_a_paper_of_any_kind_may_be_what_is_withheld():
    claims = "The plans are exempt under section 31(1)(a), the minutes under section 36(2)(b)(ii)."
    text = f"{claims}\n\n## The plans\n\nAgainst disclosure, a thief would be helped.\n\n## The minutes\n\n{ADVICE}"
    assert argued(text, Part.BALANCE) == ["36"]
