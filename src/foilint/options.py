"""A command's arguments: declared as values beside the command, read without a general parser.

Building a parser for every command, as the standard library does, takes longer than checking a notice.
"""

from collections.abc import Callable

from foilint.misuse import Misuse, nearest
from foilint.values import NamedTuple


class Option(NamedTuple):
    """One option. `value` names what follows it ("FILE"); "" makes it a switch. Only `choices` are allowed, if any."""

    names: tuple[str, ...]
    value: str
    meaning: str
    choices: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The long name, by which its values are asked for."""
        return self.names[0]


class Arguments(NamedTuple):
    """What stood on the command line: the operands in order, and every option given with its value."""

    operands: tuple[str, ...]
    given: tuple[tuple[str, str], ...]

    def each(self, name: str) -> tuple[str, ...]:
        """Every value given for an option, in order."""
        return tuple(value for key, value in self.given if key == name)

    def last(self, name: str, default: str = "") -> str:
        """The last value given for an option, or the default."""
        return (self.each(name) or (default,))[-1]

    def has(self, name: str) -> bool:
        """Whether an option stands on the command line."""
        return any(key == name for key, _ in self.given)


class Command(NamedTuple):
    """A command: what it is for, its operands ("[PATH ...]") and options, and the function that runs it.

    The function returns the exit status; `limit` is the greatest number of operands, None where any may stand.
    """

    name: str
    summary: str
    operands: str
    options: tuple[Option, ...]
    run: Callable[[Arguments], int]
    limit: int | None = None
    notes: str = ""
    examples: tuple[tuple[str, str], ...] = ()  # command lines to try, each with what it is good for


WIDTH = 100
"""Signs in a line of help, at most."""

HELP = Option(("--help", "-h"), "", "show this and stop")


def parse(command: Command, words: list[str]) -> Arguments:
    """The arguments in the words after a command's name. Raises Misuse for an unknown option or value."""
    known = {name: option for option in (*command.options, HELP) for name in option.names}
    operands: list[str] = []
    given: list[tuple[str, str]] = []
    rest = list(reversed(words))
    while rest:
        word = rest.pop()
        if word == "--":
            operands.extend(reversed(rest))
            break
        if not word.startswith("-") or word == "-":
            operands.append(word)
            continue
        name, equals, value = word.partition("=")
        option = known.get(name)
        if option is None:
            raise Misuse(f"{command.name}: there is no option {name}{nearest(name, known)}")
        given.append((option.name, _value(option, equals, value, rest)))
    if command.limit is not None and len(operands) > command.limit:
        raise Misuse(f"{command.name}: {operands[command.limit]!r} is one argument too many")
    return Arguments(tuple(operands), tuple(given))


def usage(command: Command) -> str:
    """What `--help` shows of a command."""
    options = (*command.options, HELP)
    rows = [(", ".join(option.names) + (f" {option.value}" if option.value else ""), option) for option in options]
    width = min(28, max(len(left) for left, _ in rows))
    lines = [f"usage: foilint {command.name} [OPTIONS] {command.operands}".rstrip(), "", command.summary, ""]
    for left, option in rows:
        first, *more = _meaning(option, WIDTH - width - 4)
        gap = f"\n{'':{width + 4}}" if len(left) > width else " " * (width + 2 - len(left))
        lines += [f"  {left}{gap}{first}", *(f"{'':{width + 4}}{line}" for line in more)]
    notes = ["", command.notes] if command.notes else []
    return "\n".join([*lines, *notes, *_examples(command)]) + "\n"


def _meaning(option: Option, width: int) -> list[str]:
    from textwrap import wrap  # only for help

    choices = f" ({' | '.join(option.choices)})" if option.choices else ""
    return wrap(option.meaning + choices, width, break_on_hyphens=False)


def _examples(command: Command) -> list[str]:
    lines = []
    for line, meaning in command.examples:
        lines += ["", f"  # {meaning}", f"  {line}"]
    return ["", "examples:", *lines[1:]] if lines else []


def _value(option: Option, equals: str, value: str, rest: list[str]) -> str:
    if not option.value:
        if equals:
            raise Misuse(f"{option.name} takes no value")
        return ""
    if not equals:
        if not rest:
            raise Misuse(f"{option.name} needs a value: {option.value}")
        value = rest.pop()
    if option.choices and value not in option.choices:
        raise Misuse(f"{option.name}: {value!r} is none of {', '.join(option.choices)}{nearest(value, option.choices)}")
    return value
