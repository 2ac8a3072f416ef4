"""A module imports only from its own floor's neighbours below: DESIGN's floors, read from the imports themselves."""

import ast
import re
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "foilint"

FLOORS = (
    # What people get wrong, files of knowledge, a draft as read and statutes as values.
    {
        "values",
        "functional",
        "misuse",
        "provision",
        "runs",
        "yamlfile",
        "statute",
        "wording",
        "parts",
        "patterns",
        "bundle",
        "bundling",
        "knowledge",
        "compiling",
        "document",
        "law",
    },
    # Tools of text and paths.
    {"globs", "linear", "worddiff", "copies"},
    # The officer's view.
    {"notice", "finding", "template", "transcript", "report"},
    # Formats, recognition, rules.
    {
        "readers",
        "recognise",
        "rules",
        "word",
        "places",
        "drafts",
        "house",
        "catalogue",
        "grounds",
        "references",
        "selection",
    },
    # The house's own.
    {"settings", "template_file", "settings_file", "baseline", "pairs"},
    # The pipeline, for one and for many.
    {
        "lint",
        "wishes",
        "plan",
        "batch",
        "standing",
        "trial",
        "reports",
        "delivery",
        "remarks",
        "skeleton",
        "mending",
    },
    # What users touch.
    {"options", "completion", "commands", "cli", "start", "api", "__main__", "__init__"},
)
"""The floors from the ground up. Within a floor modules may use each other, so long as no circle arises."""

FLOOR = {module: number for number, modules in enumerate(FLOORS) for module in modules}
MODULES = sorted(path.relative_to(SOURCE) for path in SOURCE.rglob("*.py"))


def room(path: Path) -> str:
    """The module or package that a file belongs to: "lint", "readers"."""
    return path.parts[0].removesuffix(".py")


def imported(path: Path) -> set[str]:
    """The rooms that a file imports from, wherever in it the import stands."""
    rooms = set()
    for node in ast.walk(ast.parse((SOURCE / path).read_text("utf-8"))):
        names = []
        if isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            names = [node.module] if node.module != "foilint" else [f"foilint.{each.name}" for each in node.names]
        elif isinstance(node, ast.Import):
            names = [each.name for each in node.names]
        for name in names:
            if found := re.match(r"foilint\.(\w+)", name):
                rooms.add(found[1])
    return rooms - {"__version__"}


@pytest.mark.parametrize("path", MODULES, ids=str)
def test_a_module_stands_on_a_floor_and_imports_from_none_above_it(path):
    assert room(path) in FLOOR, "give it a floor in FLOORS"
    own = FLOOR[room(path)]
    above = {each for each in imported(path) if FLOOR.get(each, own) > own}
    assert above == set()


def test_no_circle_of_rooms():
    uses = {}
    for path in MODULES:
        uses.setdefault(room(path), set()).update(imported(path) - {room(path)})
    left = dict(uses)
    while left:
        free = {each for each, needs in left.items() if not needs & set(left)}
        assert free, f"these import each other in a circle: {sorted(left)}"
        for each in free:
            del left[each]


@pytest.mark.parametrize("path", MODULES, ids=str)
def test_no_import_climbs_by_dots(path):
    tree = ast.parse((SOURCE / path).read_text("utf-8"))
    assert [node.lineno for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.level] == []


def test_statutes_stand_in_schemas_alone():
    exemption = re.compile(r"(?<!%)\b(2[1-9]|3[0-9]|4[0-4])A?(\(|\b)")
    found = []
    for path in MODULES:
        tree = ast.parse((SOURCE / path).read_text("utf-8"))
        prose = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        words = [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
        found += [f"{path}:{word.lineno}" for word in words if id(word) not in prose and exemption.search(word.value)]
    assert found == []
