"""What the document family says of a draft: one finding for each place and kind, in words that tell what to do."""

import pytest

from foilint.document import Block, Document, Mark, MarkKind, Span
from foilint.recognise import recognise
from foilint.rules.document import RULES


@pytest.fixture
def said():
    """What the rules say of marks in a letter of two paragraphs: rule, message, place, words quoted."""

    def said(*marks):
        blocks = (Block("Thank you for your request."), Block("We will not answer it."))
        document = Document("letter.docx", "docx", blocks, marks)
        notice = recognise(document)
        return [
            (rule.name, complaint.message, complaint.span, complaint.excerpt)
            for rule in RULES
            for complaint in rule.check(notice)
        ]

    return said


def test_a_clean_draft_has_nothing_to_say(said):
    assert said() == []


def test_changes_in_a_paragraph_are_one_finding(said):
    assert said(
        Mark(MarkKind.DELETION, "may", 1, "Jane Smith"),
        Mark(MarkKind.INSERTION, "will not", 1, "Jane Smith"),
    ) == [
        (
            "tracked-change",
            'tracked changes by Jane Smith: deleted "may" and inserted "will not"; '
            "accept or reject them before the notice goes out",
            Span(1, 0, 22),
            "may",
        )
    ]


def test_an_inserted_paragraph_break_is_said_in_words(said):
    ((_, message, _, _),) = said(Mark(MarkKind.INSERTION, "", 0, ""))
    assert message == "tracked changes: inserted a paragraph break; accept or reject them before the notice goes out"


def test_comments_at_a_paragraph_are_one_finding_with_their_authors(said):
    assert said(
        Mark(MarkKind.COMMENT, "Is this true?", 0, "Jane Smith"),
        Mark(MarkKind.COMMENT, "Yes.", 0, "Tom Jones"),
    ) == [
        (
            "comment",
            'review comment by Jane Smith and Tom Jones: "Is this true?" and "Yes."; '
            "delete it before the notice goes out",
            Span(0, 0, 27),
            "Is this true?",
        )
    ]


def test_a_comment_without_a_place_is_said_of_the_whole(said):
    ((rule, _, span, excerpt),) = said(Mark(MarkKind.COMMENT, "Is this true?", None, ""))
    assert (rule, span, excerpt) == ("comment", None, "Is this true?")


def test_hidden_words_are_quoted_with_the_reason(said):
    assert said(Mark(MarkKind.HIDDEN, "The source is Mr Brown.", 1, "white on white")) == [
        (
            "hidden-text",
            'words that are not seen (white on white): "The source is Mr Brown."; delete them, or let them be seen',
            Span(1, 0, 22),
            "The source is Mr Brown.",
        )
    ]


def test_a_highlight_points_at_its_words(said):
    assert said(Mark(MarkKind.HIGHLIGHT, "not answer", 1, "yellow")) == [
        (
            "highlight",
            'highlighted: "not answer"; settle what it marks, then take the highlighting away',
            Span(1, 8, 18),
            "",
        )
    ]


def test_the_properties_of_a_file_are_one_finding(said):
    marks = [
        Mark(MarkKind.METADATA, name, None, note)
        for name, note in (("Jane Smith", "author"), ("Kent Police", "company"))
    ]
    assert said(*marks) == [
        (
            "author-metadata",
            'the file\'s properties tell of author "Jane Smith" and company "Kent Police"; '
            "remove them before the notice goes out",
            None,
            "",
        )
    ]


def test_what_cannot_be_read_is_named(said):
    assert said(Mark(MarkKind.UNREAD, "", 0, "embedded object")) == [
        (
            "unread-content",
            "foilint cannot read an embedded object that stands here; "
            "read it yourself, and describe it in its alternative text or put its words into the notice",
            Span(0, 0, 27),
            "",
        )
    ]


def test_long_words_are_cut_and_many_counted(said):
    marks = [Mark(MarkKind.HIGHLIGHT, f"{number} {'word ' * 30}", 0, "") for number in range(6)]
    ((_, message, _, _),) = said(*marks)
    assert message.count("…") == 3
    assert "and 3 more" in message


def test_each_rule_has_a_name_that_is_its_function_and_says_on_what_practice_it_rests():
    assert [rule.name for rule in RULES] == [
        "tracked-change",
        "comment",
        "hidden-text",
        "highlight",
        "author-metadata",
        "unread-content",
    ]
    assert all("Practice: " in rule.doc for rule in RULES)
