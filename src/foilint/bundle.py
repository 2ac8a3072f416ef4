"""All modules of foilint compiled in one file, from which the console script takes them: a check needs some 120.

To look for a module, open its file and see that it is fit takes as long as to load it. Here one file stays open, and
a module is read from its place in it; Python's own import system does the rest. A module that was edited since is left
to Python, and so is every module where another version of Python compiled the file.
"""

import os
import sys
from _imp import _fix_co_filename  # type: ignore[attr-defined] # what Python itself tells code by where its source is
from importlib.machinery import ModuleSpec, SourceFileLoader

from foilint.parts import Parts
from foilint.values import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from types import CodeType, ModuleType

PACKAGE = os.path.dirname(os.path.abspath(__file__))
BUNDLE = os.path.join(PACKAGE, "modules.marshal")
"""The file. Never committed: `bundling` writes it."""

_FINAL = sys.version_info.releaselevel == "final"  # from then on a version of Python compiles alike to its end
PYTHON = (sys.implementation.cache_tag, 0 if _FINAL else sys.hexversion)
"""Which Pythons can run what this one compiles."""

UNPACKING = 10.0
"""Seconds from the first to the last of our files that an installer writes, in whatever order it does."""


def use(first: str) -> None:
    """Take from the bundle, from now on, whatever is fit, and load at once the module `first` with all that it needs.

    Where there is no bundle for this Python nothing happens, and modules are imported as ever.
    """
    try:
        parts = Parts(BUNDLE)
    except (OSError, ValueError, EOFError, TypeError):
        return
    if parts.told["python"] == PYTHON and not sys.flags.optimize:
        bundle = Bundle(parts)
        sys.meta_path.insert(0, bundle)
        bundle.load(parts.told["needs"].get(first, ()))


class Bundle:
    """What Python's import system asks for our modules first."""

    def __init__(self, parts: Parts) -> None:
        """Take an open bundle."""
        self._parts = parts
        self._modules: dict[str, tuple[int, bool]] = parts.told["modules"]
        installed = os.path.isdir(os.path.join(PACKAGE, "schemas"))
        self._latest = parts.written + (UNPACKING if installed else 0)

    def find_spec(
        self, name: str, path: "Sequence[str] | None" = None, target: "ModuleType | None" = None
    ) -> ModuleSpec | None:
        """How to load one of our modules; None for all others, and for one whose source has changed."""
        del path, target  # every module of ours has one place
        if name not in self._modules:
            return None
        size, is_package = self._modules[name]
        file = source(name, is_package=is_package)
        try:
            state = os.stat(file)
        except OSError:
            return None
        if state.st_size != size or state.st_mtime > self._latest:
            return None
        spec = ModuleSpec(name, Loader(name, file, self._parts), origin=file, is_package=is_package)
        spec.has_location = True
        spec.cached = BUNDLE
        if spec.submodule_search_locations is not None:
            spec.submodule_search_locations.append(os.path.dirname(file))
        return spec

    def load(self, names: "Iterable[str]") -> None:
        """Load modules in an order in which each finds what it imports loaded: nothing has to be searched or locked.

        Packages are there from the start, as they are when what they import imports from them. Where a module was
        edited it may import something else, so then none is loaded before it is asked for.
        """
        specs = [(name, self.find_spec(name)) for name in names if name not in sys.modules]
        found = [(name, spec, _empty(spec)) for name, spec in specs if spec]
        if len(found) < len(specs):
            return
        sys.modules.update({name: module for name, _, module in found if self._modules[name][1]})
        for name, spec, module in found:
            if sys.modules.setdefault(name, module) is module and spec.loader:  # else one before has imported it
                spec.loader.exec_module(module)
                folder, _, own = name.rpartition(".")
                setattr(sys.modules[folder], own, module)


def _empty(spec: ModuleSpec) -> "ModuleType":
    """A module before its code has run."""
    module = type(sys)(spec.name)
    module.__spec__ = spec
    module.__loader__ = spec.loader
    module.__package__ = spec.parent
    module.__file__ = spec.origin
    if spec.submodule_search_locations is not None:
        module.__path__ = spec.submodule_search_locations
    return module


class Loader(SourceFileLoader):
    """Loads a module as Python does, but with the code from the bundle."""

    def __init__(self, name: str, path: str, parts: Parts) -> None:
        """Take the module's name and source, and the open bundle."""
        super().__init__(name, path)
        self._parts = parts

    def get_code(self, fullname: str) -> "CodeType":
        """The compiled module; tracebacks find its source where it lies now, not where it was compiled."""
        code: CodeType = self._parts.read(fullname)
        _fix_co_filename(code, self.path)
        return code


def source(name: str, *, is_package: bool) -> str:
    """Where the source of a module lies."""
    inside = name.removeprefix("foilint").replace(".", os.sep)
    return f"{PACKAGE}{inside}{os.sep}__init__.py" if is_package else f"{PACKAGE}{inside}.py"
