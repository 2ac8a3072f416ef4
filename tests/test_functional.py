"""What is remembered behaves as functools lays down, though functools is not imported."""

import functools

import pytest

from foilint import functional


@pytest.mark.parametrize("of", [functools, functional])
@pytest.mark.parametrize("most", [None, 2])
def test_a_function_answers_once_and_remembers_so_many(of, most):
    asked = []

    @of.lru_cache(most)
    def double(number: int) -> int:
        """Twice a number."""
        asked.append(number)
        return 2 * number

    assert [double(number) for number in (1, 2, 3, 3, 1, 3)] == [2, 4, 6, 6, 2, 6]
    double.cache_clear()
    assert double(1) == 2
    assert asked == ([1, 2, 3, 1] if most is None else [1, 2, 3, 1, 1])
    assert (double.__name__, double.__doc__, double.__wrapped__(4)) == ("double", "Twice a number.", 8)
    assert tuple(double.cache_info()) == (0, 1, most, 1)


def test_all_answers_are_kept_by_cache():
    asked = []
    remembering = functional.cache(asked.append)
    assert [remembering(number) for number in (1, 2, 1)] == [None] * 3
    assert asked == [1, 2]
