"""Frozen values with named fields, and enumerations. To a type checker `NamedTuple` is that of typing, `StrEnum` and
`IntEnum` those of enum; at work they are the ones below.

A check makes some hundred such classes as it starts. With typing each value takes an eighth of a millisecond, for it
compiles a constructor and looks at every annotation, and typing itself takes as long as reading a notice. Here a class
costs a tenth of that: its constructor is compiled when its first value is made, and no annotation is looked at. What
comes out behaves as `collections.namedtuple` lays down, and its values are made and read as fast. With enum a class
takes five times as long as here, for it provides for members of any type, and enum itself a millisecond.
"""

TYPE_CHECKING = False  # true to a type checker, whoever defines it

if TYPE_CHECKING:
    from enum import IntEnum, StrEnum
    from typing import IO, Any, ClassVar, NamedTuple, Protocol
else:
    from _collections import _tuplegetter as field  # what collections.namedtuple reads its fields by

    class Annotation:
        """What stands in annotations, with or without brackets, and means nothing at work."""

        def __class_getitem__(cls, _):
            """The same whatever it is of."""
            return cls

    IO = Any = ClassVar = Protocol = Annotation

    class Frozen(type):
        """Makes a class of tuples from annotated names and their defaults."""

        def __new__(cls, name, bases, space):
            """A class with a field for each annotation, in their order."""
            if bases != (tuple,):
                fields = tuple(annotated(space))
                space["_field_defaults"] = {each: space[each] for each in fields if each in space}
                space |= {each: field(at, "") for at, each in enumerate(fields)}
                space |= {"_fields": fields, "__match_args__": fields, "__slots__": ()}
            return super().__new__(cls, name, bases, space)

    class NamedTuple(tuple, metaclass=Frozen):
        """A tuple whose items have names."""

        __slots__ = ()

        def __new__(cls, *given, **named):
            """The first value of a class: from now on a constructor of its own makes them."""
            template = _template(len(cls._fields))
            code = template.__code__.replace(co_varnames=("_cls", *cls._fields))
            constructor = type(template)(code, template.__globals__, "__new__", tuple(cls._field_defaults.values()))
            constructor.__qualname__ = f"{cls.__qualname__}.__new__"
            cls.__new__ = staticmethod(constructor)
            return constructor(cls, *given, **named)

        @classmethod
        def _make(cls, items):
            """A value of items in order."""
            made = tuple.__new__(cls, items)
            if len(made) != len(cls._fields):
                raise TypeError(f"{cls.__name__} takes {len(cls._fields)} items, not {len(made)}")
            return made

        def _replace(self, /, **changes):
            """The same with some items changed."""
            made = self._make(map(changes.pop, self._fields, self))
            if changes:
                raise ValueError(f"{type(self).__name__} has no {', '.join(changes)}")
            return made

        def _asdict(self):
            """The items by name."""
            return dict(zip(self._fields, self, strict=True))

        def __repr__(self):
            items = ", ".join(f"{name}={item!r}" for name, item in zip(self._fields, self, strict=True))
            return f"{type(self).__name__}({items})"

        def __getnewargs__(self):
            """What pickle and copy make it from."""
            return tuple(self)

    _templates = {}

    def _template(arity):
        """A constructor of so many items whatever they are called: compiling it costs more than giving it names."""
        if arity not in _templates:
            names = ", ".join(f"_{at}" for at in range(arity))
            template = eval(f"lambda _cls, {names}: _made(_cls, ({names},))", {"_made": tuple.__new__})  # noqa: S307  our own names
            _templates[arity] = template
        return _templates[arity]

    class Enumeration(type):
        """Makes a class of a few words or numbers from their names."""

        def __new__(cls, name, bases, space):
            """A class with a member for each name that is given a word or a number."""
            made = super().__new__(cls, name, bases, space)
            made._members = {}
            if bases[0] not in (str, int):
                kind = made.__mro__[2]  # behind this class and the one below: str or int
                for each, value in space.items():
                    if type(value) is kind and not each.startswith("_"):
                        member = made._members[value] = kind.__new__(made, value)
                        member.name, member.value = each, value
                        setattr(made, each, member)
            return made

        def __call__(cls, value):
            """The member of a value."""
            if value not in cls._members:
                raise ValueError(f"{value!r} is not a valid {cls.__name__}")
            return cls._members[value]

        def __iter__(cls):
            return iter(cls._members.values())

        def __len__(cls):
            return len(cls._members)

        def __contains__(cls, value):
            return value in cls._members

    class StrEnum(str, metaclass=Enumeration):
        """One of a few words; each is made once, so that members may be told apart by `is`."""

        __slots__ = ("name", "value")

        def __repr__(self):
            return f"<{type(self).__name__}.{self.name}: {self.value!r}>"

        def __reduce_ex__(self, protocol):
            """The way to itself, for pickle and copy."""
            return type(self), (self.value,)

    class IntEnum(int, metaclass=Enumeration):
        """One of a few numbers; likewise."""

        __str__ = int.__repr__
        __repr__ = StrEnum.__repr__
        __reduce_ex__ = StrEnum.__reduce_ex__

    def annotated(space):
        """The annotated names of a class body. From Python 3.14 on they are told by a function, not kept."""
        told = space.get("__annotate_func__") or space.get("__annotate__")
        return told(1) if told else space.get("__annotations__", {})


__all__ = ["IO", "TYPE_CHECKING", "Any", "ClassVar", "IntEnum", "NamedTuple", "Protocol", "StrEnum"]
