"""Compiles all modules of foilint into the one file that `bundle` reads: `python -m foilint.compiling`, and builds."""

import ast
import os
from collections.abc import Iterator

from foilint import bundle, parts

_SUFFIX = ".py"
_PACKAGE = "__init__"


def bundle_modules() -> str:
    """Write the bundle, for this version of Python, and say where."""
    sources = dict(_sources())
    compiled, modules, uses = {}, {}, {}
    for name, is_package in sources.items():
        file = bundle.source(name, is_package=is_package)
        with open(file, "rb") as stream:
            said = stream.read()
        compiled[name] = compile(said, file, "exec", dont_inherit=True, optimize=0)
        modules[name] = (len(said), is_package)
        uses[name] = [each for each in _imported(ast.parse(said)) if each in sources]
    needs = {name: tuple(_needed(name, uses, set())) for name in sources if name.startswith("foilint.commands.")}
    parts.write(bundle.BUNDLE, compiled, {"python": bundle.PYTHON, "modules": modules, "needs": needs})
    return bundle.BUNDLE


def _sources() -> Iterator[tuple[str, bool]]:
    """Every module by its name, and whether it is a package."""
    for folder, _, files in os.walk(bundle.PACKAGE):
        inside = folder.removeprefix(bundle.PACKAGE).replace(os.sep, ".")
        if _PACKAGE + _SUFFIX in files:
            yield f"foilint{inside}", True
            for file in sorted(files):
                if file.endswith(_SUFFIX) and file != _PACKAGE + _SUFFIX:
                    yield f"foilint{inside}.{file.removesuffix(_SUFFIX)}", False


def _imported(module: ast.Module) -> Iterator[str]:
    """What a module may import as it is loaded: modules, packages, and what is theirs."""
    for statement in module.body:
        if isinstance(statement, ast.ImportFrom) and statement.module:
            yield statement.module
            yield from (f"{statement.module}.{alias.name}" for alias in statement.names)


def _needed(name: str, uses: dict[str, list[str]], known: set[str]) -> Iterator[str]:
    """A module behind all that it needs, each once."""
    known.add(name)
    folder = name.rpartition(".")[0]
    for each in (*([folder] if folder else []), *uses[name]):
        if each not in known:
            yield from _needed(each, uses, known)
    yield name
