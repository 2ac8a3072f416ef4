"""foilint completion: what a shell needs to complete foilint's command lines."""

import sys
from collections.abc import Callable, Iterable

from foilint import cli, law
from foilint.catalogue import CATALOGUE
from foilint.commands import schema
from foilint.completion import Known, bash, fish, zsh
from foilint.misuse import Misuse, nearest
from foilint.options import Arguments, Command
from foilint.template_file import built_in

SHELLS: dict[str, Callable[[Iterable[Command], Known], str]] = {"bash": bash, "zsh": zsh, "fish": fish}


def run(arguments: Arguments) -> int:
    """Writes the script for a shell; returns the exit status. Raises Misuse."""
    shell = "".join(arguments.operands)
    if shell not in SHELLS:
        raise Misuse(f"completion: name a shell{nearest(shell, SHELLS)} ({', '.join(SHELLS)})")
    sys.stdout.write(SHELLS[shell]([cli.command(name) for name in cli.COMMANDS], known_words()))
    return 0


def known_words() -> Known:
    """The words that the names for values and operands stand for."""
    rules = tuple(rule.name for rule in CATALOGUE)
    families = tuple(dict.fromkeys(rule.family for rule in CATALOGUE))
    return {
        "RULES": rules + families,
        "RULE": rules + families,
        "REGIME": tuple(each.regime for each in law.laws()),
        "NAME-OR-FILE": built_in(),
        "SHELL": tuple(SHELLS),
        "[NAME": (*schema.schema_names(), "check", "test"),
    }


COMMAND = Command(
    "completion",
    "write what a shell needs to complete command lines",
    "SHELL",
    (),
    run,
    limit=1,
    notes="SHELL is bash, zsh or fish. In fish: foilint completion fish > ~/.config/fish/completions/foilint.fish",
    examples=(
        ('eval "$(foilint completion bash)"', "in ~/.bashrc"),
        ('eval "$(foilint completion zsh)"', "in ~/.zshrc, behind compinit"),
    ),
)
