"""foilint schema: the JSON Schemas of foilint's files; and whether settings and templates are what they should be."""

import os
import sys
from collections.abc import Callable, Iterable

from foilint import knowledge
from foilint.misuse import Misuse, nearest
from foilint.options import Arguments, Command
from foilint.settings import NAME
from foilint.settings_file import read_settings
from foilint.template_file import named_template
from foilint.trial import failures

SUFFIX = ".schema.json"
NOTES = """foilint schema                    the names of the schemas
foilint schema NAME               one of them, for an editor
foilint schema check FILE ...     whether settings (.foilint.yaml) and templates are laid down rightly
foilint schema test TEMPLATE ...  whether a template passes and fails its own examples"""


def run(arguments: Arguments) -> int:
    """Prints a schema, or judges files. Returns the exit status. Raises Misuse."""
    match arguments.operands:
        case ():
            sys.stdout.write("".join(f"{name}\n" for name in schema_names()))
        case ("check", *files):
            return _each(files, _check)
        case ("test", *templates):
            return _each(templates, _test)
        case (name,):
            sys.stdout.write(_schema(name))
        case _:
            raise Misuse("schema: give one name, or check or test with files; see foilint schema --help")
    return 0


def schema_names() -> tuple[str, ...]:
    """The names of the JSON Schemas: "report", "settings" ..."""
    return tuple(sorted(file.removesuffix(SUFFIX) for file in os.listdir(knowledge.schemas()) if file.endswith(SUFFIX)))


def _schema(name: str) -> str:
    if name not in schema_names():
        raise Misuse(f"there is no schema {name!r}{nearest(name, schema_names())} ({', '.join(schema_names())})")
    with open(os.path.join(knowledge.schemas(), name + SUFFIX), encoding="utf-8") as file:
        return file.read()


def _each(files: Iterable[str], judge: Callable[[str], Iterable[str]]) -> int:
    """Tells what is wrong with each file; one that is wrong does not hide another."""
    status = 0
    for file in files:
        try:
            problems = tuple(judge(file))
        except Misuse as error:
            problems, status = (str(error),), 2
        sys.stdout.write("".join(f"{problem}\n" for problem in problems))
        status = max(status, 1 if problems else 0)
    return status


def _check(file: str) -> tuple[str, ...]:
    if os.path.basename(file) == NAME:
        read_settings(os.path.abspath(file))
    else:
        named_template(file, os.curdir)
    return ()


def _test(name: str) -> tuple[str, ...]:
    template = named_template(name, os.curdir)
    if not template.examples:
        raise Misuse(f"{template.source}: it has no examples; add some that pass and some that trip its rules")
    problems = failures(template)
    count = len(template.examples)
    sys.stdout.write("" if problems else f"{template.source}: {count} example{'s' * (count > 1)} as they should be\n")
    return problems


COMMAND = Command(
    "schema",
    "show or check the files foilint reads and writes",
    "[NAME | check FILE ... | test TEMPLATE ...]",
    (),
    run,
    notes=NOTES,
    examples=(
        ("foilint schema settings > settings.schema.json", "let an editor complete .foilint.yaml"),
        ("foilint schema check .foilint.yaml templates/our-force.yaml", "are they laid down rightly?"),
        ("foilint schema test templates/our-force.yaml", "does the template do what its examples say?"),
    ),
)
