"""YAML written by people: every value knows its file, line and key, so that what is wrong is said in those terms."""

import datetime as dt
from collections.abc import Iterable, Iterator

import yaml

from foilint.misuse import Misuse, nearest
from foilint.values import Any, NamedTuple

_KINDS = {yaml.MappingNode: "a table of keys", yaml.SequenceNode: "a list", yaml.ScalarNode: "a single value"}
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # ten times faster where PyYAML was built with libyaml
_DEEPEST = 50
_CONSTRUCTOR = yaml.constructor.SafeConstructor()


class WrongFile(Misuse):
    """A file is not laid down as it must be. `str()` names file, line and key, what is wrong and what is right."""

    def __init__(self, file: str, line: int, key: str, problem: str) -> None:
        super().__init__(file, line, key, problem)
        self.file, self.line, self.key, self.problem = file, line, key, problem

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.key}: {self.problem}" if self.key else f"{place}: {self.problem}"


class Entry(NamedTuple):
    """One value of a file, with the keys that lead to it. Each way to read it raises `WrongFile` for another kind."""

    node: yaml.Node
    file: str
    key: str  # "exemptions.7.limbs.7(1)"; "" for the file as a whole

    @property
    def line(self) -> int:
        """The line it starts on, from 1."""
        return int(self.node.start_mark.line) + 1

    def wrong(self, problem: str) -> WrongFile:
        """What to raise about this value."""
        return WrongFile(self.file, self.line, self.key, problem)

    def text(self) -> str:
        """Text as written: a number or a date is taken by its letters."""
        if not isinstance(self.node, yaml.ScalarNode) or self.node.tag.endswith(":null"):
            raise self.wrong(f"must be text, and is {self._kind()}")
        return str(self.node.value)

    def flag(self) -> bool:
        """A value that is true or false."""
        value = self._scalar()
        if not isinstance(value, bool):
            raise self.wrong("must be true or false")
        return value

    def number(self) -> int:
        """A whole number."""
        value = self._scalar()
        if not isinstance(value, int) or isinstance(value, bool):
            raise self.wrong("must be a whole number")
        return value

    def one_of(self, known: Iterable[str]) -> str:
        """One of the words known here."""
        word, known = self.text(), tuple(known)
        if word not in known:
            raise self.wrong(f"{word!r} is not known here{suggestion(word, known)}")
        return word

    def items(self) -> tuple["Entry", ...]:
        """The items of a list; a value that stands alone is a list of one."""
        if isinstance(self.node, yaml.ScalarNode) and not self.node.tag.endswith(":null"):
            return (self,)
        if not isinstance(self.node, yaml.SequenceNode):
            raise self.wrong(f"must be a list, and is {self._kind()}")
        return tuple(Entry(node, self.file, f"{self.key}[{at}]") for at, node in enumerate(self.node.value, start=1))

    def texts(self) -> tuple[str, ...]:
        """A list of texts."""
        return tuple(item.text() for item in self.items())

    def pairs(self) -> Iterator[tuple[str, "Entry"]]:
        """The keys of a table, whatever they are, with their values, as written. A key given twice is refused."""
        if not isinstance(self.node, yaml.MappingNode):
            raise self.wrong(f"must be a table of keys, and is {self._kind()}")
        seen: set[str] = set()
        for key_node, node in self.node.value:
            name = Entry(key_node, self.file, self.key).text()
            entry = Entry(node, self.file, f"{self.key}.{name}" if self.key else name)
            if name in seen:
                raise WrongFile(self.file, key_node.start_mark.line + 1, entry.key, "is given twice")
            seen.add(name)
            yield name, entry

    def table(self, needed: Iterable[str] = (), optional: Iterable[str] = ()) -> dict[str, "Entry"]:
        """The values of a table whose keys are fixed: those needed, and any of the optional ones."""
        needed, found = tuple(needed), {}
        known = (*needed, *optional)
        for name, entry in self.pairs():
            if name not in known:
                raise entry.wrong(f"is no key known here{suggestion(name, known)}")
            found[name] = entry
        for name in needed:
            if name not in found:
                raise self.wrong(f"lacks the key {name!r}")
        return found

    def plain(self) -> Any:
        """The value as plain data: dict, tuple, str, int, float, bool or None. Dates are given in their letters."""
        if isinstance(self.node, yaml.MappingNode):
            return {name: entry.plain() for name, entry in self.pairs()}
        if isinstance(self.node, yaml.SequenceNode):
            return tuple(entry.plain() for entry in self.items())
        value = self._scalar()
        return self.text() if isinstance(value, dt.date | bytes) else value

    def _scalar(self) -> Any:
        """A single value as YAML understands it."""
        if not isinstance(self.node, yaml.ScalarNode):
            raise self.wrong(f"must be a single value, and is {self._kind()}")
        try:
            return _CONSTRUCTOR.construct_object(self.node)
        except (yaml.YAMLError, ValueError):
            raise self.wrong("is no value that YAML knows") from None

    def _kind(self) -> str:
        empty = self.node.tag.endswith(":null")
        return "empty" if empty else _KINDS[type(self.node)]


def suggestion(word: str, known: Iterable[str]) -> str:
    """The end of a message about an unknown word: the right word spelled most alike, else all that could stand here."""
    words = tuple(known)
    return nearest(word, words) or f"; known here: {', '.join(sorted(words))}"


def read_yaml(file: str) -> Entry:
    """A YAML file as an entry. Raises `WrongFile` where it cannot be read, is no YAML, is empty or uses aliases."""
    try:
        with open(file, "rb") as stream:
            content = stream.read()
    except OSError as error:
        raise WrongFile(file, 0, "", f"cannot be read: {error.strerror}") from None
    return parse_yaml(content, file)


def parse_yaml(content: bytes | str, file: str) -> Entry:
    """YAML text as an entry; `file` is the name to give in messages. Raises as `read_yaml` does."""
    try:
        _refuse_traps(content, file)
        node = _LOADER(content).get_single_node()
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        raise WrongFile(file, line, "", f"is no YAML: {error.problem}") from None
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise WrongFile(file, 0, "", f"is no YAML: {' '.join(str(error).split())}") from None
    if node is None:
        raise WrongFile(file, 0, "", "is empty")
    return Entry(node, file, "")


def _refuse_traps(content: bytes | str, file: str) -> None:
    """Aliases could make a small file grow without end, and nesting without end would exhaust whoever reads it."""
    depth = 0
    for event in yaml.parse(content, Loader=_LOADER):
        line = event.start_mark.line + 1 if event.start_mark else 0
        if isinstance(event, yaml.AliasEvent):
            raise WrongFile(file, line, "", "uses an alias (*); write the value out")
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST:
            raise WrongFile(file, line, "", f"is nested more than {_DEEPEST} deep")
