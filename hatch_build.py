"""Compiles schemas/ when foilint is built or installed, so that no check reads YAML (see src/foilint/compiling.py)."""

import os
import sys
from types import ModuleType
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileSchemas(BuildHookInterface):  # type: ignore[type-arg] # the type parameter is hatchling's own affair
    """Writes src/foilint/knowledge.marshal and puts it into the wheel, although git ignores it."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """What hatchling calls before it builds a wheel ("standard") or installs a checkout ("editable")."""
        del version  # both are compiled alike
        compiled = _compiling(os.path.join(self.root, "src", "foilint")).compile_schemas()
        build_data["artifacts"].append(os.path.relpath(compiled, self.root))


def _compiling(package: str) -> Any:
    """foilint.compiling without foilint/__init__.py, which may import what is not installed where wheels are built."""
    bare = ModuleType("foilint")
    bare.__path__ = [package]
    sys.modules["foilint"] = bare
    from foilint import compiling  # the module is only there once the bare package is

    return compiling
