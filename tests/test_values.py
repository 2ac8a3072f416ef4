"""Values with named fields behave as collections.namedtuple lays down, though they are made another way."""

import copy
import pickle

import pytest

from foilint.values import NamedTuple


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
