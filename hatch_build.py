"""Compiles schemas/ and the modules when foilint is built or installed (src/foilint/compiling.py and bundling.py)."""

import os
import sys
from types import ModuleType
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileSchemas(BuildHookInterface):  # type: ignore[type-arg] # the type parameter is hatchling's own affair
    """Writes knowledge.marshal and modules.marshal and puts them into the wheel, although git ignores them."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """What hatchling calls before it builds a wheel ("standard") or installs a checkout ("editable")."""
        del version  # both are compiled alike
        compiling = _compiling(os.path.join(self.root, "src", "foilint"))
        for compiled in (compiling.compile_schemas(), compiling.bundle_modules()):
            build_data["artifacts"].append(os.path.relpath(compiled, self.root))


def _compiling(package: str) -> Any:
    """foilint.compiling without foilint/__init__.py, which may import what is not installed where wheels are built."""
    bare = ModuleType("foilint")
    bare.__path__ = [package]
    sys.modules["foilint"] = bare
    from foilint import compiling  # the module is only there once the bare package is

    return compiling
