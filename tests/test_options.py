"""Arguments, as people write them."""

import pytest

from foilint.misuse import Misuse
from foilint.options import Command, Option, parse, usage

LOOK = Command(
    name="look",
    summary="look at drafts",
    operands="[PATH ...]",
    options=(
        Option(("--format", "-f"), "FORMAT", "how to show them", ("long", "short")),
        Option(("--only",), "RULE", "what to look at; may be repeated"),
        Option(("--quiet", "-q"), "", "say little"),
    ),
    run=lambda _: 0,
    limit=2,
)


def test_values_follow_their_option_or_an_equals_sign():
    arguments = parse(LOOK, ["--format", "short", "a.txt", "--only=x", "--only", "-", "-q"])
    assert arguments.operands == ("a.txt",)
    assert arguments.last("--format") == "short"
    assert arguments.each("--only") == ("x", "-")
    assert arguments.has("--quiet")


def test_the_short_name_is_the_same_option_and_the_last_value_counts():
    assert parse(LOOK, ["-f", "short", "--format=long"]).last("--format") == "long"


def test_what_is_not_given_has_its_default():
    arguments = parse(LOOK, [])
    assert (arguments.last("--format", "long"), arguments.each("--only"), arguments.has("--quiet")) == (
        "long",
        (),
        False,
    )


def test_behind_two_dashes_everything_is_an_operand():
    assert parse(LOOK, ["--", "-q", "--format"]).operands == ("-q", "--format")


def test_a_value_may_look_like_an_option_and_may_hold_an_equals_sign():
    assert parse(LOOK, ["--only", "--x", "--only=a=b"]).each("--only") == ("--x", "a=b")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--fromat", "long"], "look: there is no option --fromat; did you mean --format?"),
        (["--format"], "--format needs a value: FORMAT"),
        (["--format=lnog"], "--format: 'lnog' is none of long, short; did you mean long?"),
        (["-q=1"], "--quiet takes no value"),
        (["a", "b", "c"], "look: 'c' is one argument too many"),
    ],
)
def test_a_mistake_is_told_with_what_is_right(words, said):
    with pytest.raises(Misuse) as refused:
        parse(LOOK, words)
    assert str(refused.value) == said


def test_the_usage_shows_every_option_with_its_values():
    assert usage(LOOK) == (
        "usage: foilint look [OPTIONS] [PATH ...]\n"
        "\n"
        "look at drafts\n"
        "\n"
        "  --format, -f FORMAT  how to show them (long | short)\n"
        "  --only RULE          what to look at; may be repeated\n"
        "  --quiet, -q          say little\n"
        "  --help, -h           show this and stop\n"
    )
