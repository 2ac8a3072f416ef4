"""Values and enumerations behave as collections.namedtuple and enum lay down, though they are made another way."""

import copy
import enum
import json
import pickle

import pytest

from foilint.values import IntEnum, NamedTuple, StrEnum


class Provision(NamedTuple):
    """A provision for these examples."""

    number: str
    depth: int = 1
    below: "Provision | None" = None

    @property
    def whole(self) -> str:
        return f"section {self.number}"


class Lone(NamedTuple):
    name: str


def test_a_value_is_a_tuple_of_its_fields():
    assert Provision("12", 2) == ("12", 2, None)
    assert Provision._fields == ("number", "depth", "below")
    number, depth, _ = Provision(depth=3, number="14")
    assert (number, depth) == ("14", 3)
    assert Lone("a") == ("a",)


def test_fields_and_properties_are_read_by_name():
    assert Provision("12").depth == 1
    assert Provision("12").whole == "section 12"


def test_a_changed_copy_leaves_the_value_as_it_was():
    first = Provision("12")
    assert first._replace(depth=4) == Provision("12", 4)
    assert first == Provision("12")
    with pytest.raises(ValueError, match="Provision has no deepness"):
        first._replace(deepness=4)
    with pytest.raises(AttributeError):
        first.depth = 4


def test_a_value_says_what_it_holds():
    assert repr(Provision("12")) == "Provision(number='12', depth=1, below=None)"
    assert Provision("12")._asdict() == {"number": "12", "depth": 1, "below": None}


@pytest.mark.parametrize("given", [(), ("12", 1, None, "more")])
def test_wrong_numbers_of_items_are_refused(given):
    with pytest.raises(TypeError):
        Provision(*given)
    with pytest.raises(TypeError, match=f"Provision takes 3 items, not {len(given)}"):
        Provision._make(given)


def test_values_travel_between_processes_and_match_patterns():
    value = Provision("12", below=Provision("1"))
    assert pickle.loads(pickle.dumps(value)) == value  # noqa: S301  our own
    assert type(copy.deepcopy(value)) is Provision
    match value:
        case Provision(number, _, Provision(below)):
            assert (number, below) == ("12", "1")


class Tone(StrEnum):
    """How a letter sounds, for these examples."""

    PLAIN = "plain"
    STIFF = "rather stiff"

    @property
    def is_good(self) -> bool:
        return self is Tone.PLAIN


class Model(enum.StrEnum):
    """The same as Python makes it."""

    PLAIN = "plain"
    STIFF = "rather stiff"


@pytest.mark.parametrize(
    "told",
    [
        list,
        len,
        lambda kind: [member.name for member in kind],
        lambda kind: [member.value for member in kind],
        lambda kind: [str(member) for member in kind],
        lambda kind: [f"{member:>20}" for member in kind],
        lambda kind: [repr(member).partition(".")[2] for member in kind],
        lambda kind: [hash(member) for member in kind],
        lambda kind: json.dumps({kind.PLAIN: kind.STIFF}),
        lambda kind: type(str(kind.PLAIN)),
        lambda kind: kind("plain") is kind.PLAIN,
        lambda kind: kind(kind.STIFF) is kind.STIFF,
        lambda kind: kind.PLAIN in kind,
        lambda kind: (kind.PLAIN == "plain", kind.PLAIN != kind.STIFF, {"plain": 1}[kind.PLAIN]),
        lambda kind: isinstance(kind.PLAIN, kind) and isinstance(kind.PLAIN, str),
    ],
)
def test_an_enumeration_behaves_as_that_of_python(told):
    assert told(Tone) == told(Model)


def test_a_word_that_stands_for_no_member_is_refused_as_python_does():
    for kind in (Tone, Model):
        with pytest.raises(ValueError, match=f"'loud' is not a valid {kind.__name__}"):
            kind("loud")


def test_a_member_stays_the_same_when_it_is_copied_or_sent():
    assert pickle.loads(pickle.dumps(Tone.STIFF)) is Tone.STIFF  # noqa: S301  our own
    assert copy.deepcopy([Tone.STIFF])[0] is Tone.STIFF
    assert copy.copy(Tone.STIFF) is Tone.STIFF


def test_a_member_has_what_its_class_gives_it():
    assert (Tone.PLAIN.is_good, Tone.STIFF.is_good) == (True, False)
    assert repr(Tone.STIFF) == "<Tone.STIFF: 'rather stiff'>"


class Grade(IntEnum):
    """How good a letter is, for these examples."""

    POOR = 0
    FAIR = 2


class Number(enum.IntEnum):
    """The same as Python makes it."""

    POOR = 0
    FAIR = 2


@pytest.mark.parametrize(
    "told",
    [
        list,
        lambda kind: [(member.name, member.value, str(member), f"{member:>4}", hash(member)) for member in kind],
        lambda kind: kind(2) is kind.FAIR,
        lambda kind: (kind.POOR < kind.FAIR, bool(kind.POOR), kind.FAIR + 1, json.dumps(kind.FAIR)),
        lambda kind: repr(kind.FAIR).partition(".")[2],
        lambda kind: copy.copy(kind.FAIR) is kind.FAIR,
    ],
)
def test_an_enumeration_of_numbers_behaves_as_that_of_python(told):
    assert told(Grade) == told(Number)
