"""A text cut wherever one of several things in it begins or ends, whether or not they overlap."""

from collections.abc import Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")


class Laid(NamedTuple, Generic[T]):
    """A thing that lies on a text from `start` to `end`."""

    start: int
    end: int
    thing: T


class Stretch(NamedTuple, Generic[T]):
    """A piece of text with all that lies on it, in the order given; which of that begins, and which ends with it."""

    start: int
    end: int
    holds: tuple[T, ...]
    begins: tuple[T, ...]
    ends: tuple[T, ...]


def stretches(length: int, laid: Sequence[Laid[T]]) -> Iterator[Stretch[T]]:
    """The text from 0 to `length` in pieces; a thing without width lies on an empty piece of its own.

    The work grows with what lies on a piece, not with all that lies on the text.
    """
    fitted = [Laid(min(each.start, length), min(each.end, length), each.thing) for each in laid]
    waiting = sorted(enumerate(fitted), key=lambda each: each[1].start, reverse=True)
    cuts = sorted({0, length, *(each.start for each in fitted), *(each.end for each in fitted)})
    active: list[tuple[int, Laid[T]]] = []
    for at, following in zip(cuts, [*cuts[1:], length], strict=True):
        begun = []
        while waiting and waiting[-1][1].start == at:
            begun.append(waiting.pop())
        empty = [each for each in begun if each[1].end == at]
        if empty:
            things = _things(empty)
            yield Stretch(at, at, things, things, things)
        begun = [each for each in begun if each[1].end > at]
        active = sorted([each for each in active if each[1].end > at] + begun)
        if at < following:
            ending = [each for each in active if each[1].end == following]
            yield Stretch(at, following, _things(active), _things(sorted(begun)), _things(ending))


def _things(numbered: list[tuple[int, Laid[T]]]) -> tuple[T, ...]:
    return tuple(each.thing for _, each in numbered)
