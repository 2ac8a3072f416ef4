"""The knowledge in schemas/, as plain data: statutes, wording, house templates. Read here and nowhere else.

PyYAML costs more than all the rest of a check, so the files are compiled when foilint is built or installed, and read
as YAML only in a checkout that was never installed, or whose files are newer than what was compiled. marshal is what
Python keeps its own modules in: built in, nothing to import, and tuples come back as tuples.
"""

import os

from foilint.functional import cache
from foilint.parts import Parts
from foilint.values import Any

Plain = Any
"""dict, tuple, str, bytes, int, float, bool or None: what YAML holds, once nothing in it can be changed by accident."""

_PACKAGE = os.path.dirname(os.path.abspath(__file__))
_CARRIED = os.path.join(_PACKAGE, "schemas")  # in a wheel
_CHECKOUT = os.path.normpath(os.path.join(_PACKAGE, "..", "..", "schemas"))
_SUFFIX = ".yaml"

LEARNED = "learned/"
"""What the names of the tables begin with that benchmarks/learn.py has learned."""

COMPILED = os.path.join(_PACKAGE, "knowledge.marshal")
"""The compiled file. Never committed: `compiling` writes it."""


@cache
def read(name: str) -> Plain:
    """What schemas/NAME.yaml says: "wording", "law/NAME" (arranged for `law`), "templates/NAME" or "learned/NAME".

    A name that does not exist raises KeyError. Where the YAML itself is read, a wrong file raises `WrongFile`.
    """
    return compiled(name) if _compiled() else arranged(name, files()[name])


def compiled(name: str) -> Plain:
    """What was compiled under a name; None where nothing is compiled, or it is out of date."""
    parts = _compiled()
    return parts.read(name) if parts else None


def names(folder: str) -> tuple[str, ...]:
    """The names in one folder of schemas/, in alphabetical order: "law" gives "law/…" for each statute."""
    parts = _compiled()
    known = parts.names if parts else files()
    return tuple(sorted(name for name in known if name.startswith(f"{folder}/")))


def schemas() -> str:
    """The folder that holds the YAML files and their JSON Schemas."""
    return _CARRIED if os.path.isdir(_CARRIED) else _CHECKOUT


def arranged(name: str, file: str) -> Plain:
    """What a YAML file says, checked and arranged as files of that name are. Raises `WrongFile`."""
    # PyYAML costs more than Python's start-up, and so do the checks; they are due only where nothing is compiled.
    from foilint import statute, yamlfile

    entry = yamlfile.read_yaml(file)
    if name.startswith(LEARNED):
        return _tabled(entry.plain())
    return statute.arrange(entry) if name.startswith("law/") else entry.plain()


def _tabled(plain: dict[str, Plain]) -> dict[str, Plain]:
    """A learned table, packed."""
    rows = (line.split() for line in plain["clues"].splitlines())
    return packed(plain, {clue: tuple(map(int, figures)) for clue, *figures in rows})


def packed(table: dict[str, Plain], clues: dict[str, tuple[int, ...]]) -> dict[str, Plain]:
    """A learned table as it is kept: its `clues` line by line, and all their `figures` in a row, of two bytes each, the
    lower first. To read ten thousand tuples takes longer than most checks that ask for a hundred of them.
    """
    figures = b"".join(figure.to_bytes(2, "little", signed=True) for row in clues.values() for figure in row)
    return {**table, "clues": "\n".join(clues), "figures": figures}


def files() -> dict[str, str]:
    """Every YAML file of schemas/ by its name."""
    folder = schemas()
    found = (
        os.path.join(path, file) for path, _, inside in os.walk(folder) for file in inside if file.endswith(_SUFFIX)
    )
    return {file[len(folder) + 1 : -len(_SUFFIX)].replace(os.sep, "/"): file for file in found}


@cache
def _compiled() -> Parts | None:
    """What is compiled, each part still to be read; None where there is nothing, or it is out of date."""
    try:
        parts = Parts(COMPILED)
    except (OSError, ValueError, EOFError, TypeError):
        return None
    return None if _is_stale(parts.written) else parts


def _is_stale(compiled_at: float) -> bool:
    """Whether a checkout has been edited since: its YAML files, the folders they are in, or what arranges them."""
    if os.path.isdir(_CARRIED):
        return False
    written = files().values()
    arranging = (os.path.join(_PACKAGE, name) for name in ("statute.py", "runs.py", "yamlfile.py", "wording.py"))
    return any(os.stat(path).st_mtime > compiled_at for path in {*written, *map(os.path.dirname, written), *arranging})
