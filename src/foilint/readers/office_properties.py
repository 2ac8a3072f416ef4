"""What a Word file says of the people and places behind it: authors, company, manager, templates, labels, paths."""

from collections.abc import Iterator

from foilint.document import Mark, MarkKind
from foilint.functional import lru_cache
from foilint.readers.nodes import Node, root_of, words_of
from foilint.readers.package import Package, Part, unpack
from foilint.readers.word_package import PREFIXES, Relationship, relationships_of

_WHO = {
    "dc:creator": "author",
    "cp:lastModifiedBy": "last editor",
    "Company": "company",
    "Manager": "manager",
    "Template": "template",
    "HyperlinkBase": "base of links",
}
_NAMES_NOBODY = frozenset(("", "python-docx", "un-named", "unknown", "normal", "normal.dotm", "normal.dot"))


def office_properties(package: Package, beside: tuple[Relationship, ...]) -> list[Mark]:
    """The properties that tell of somebody; `beside` is what the letter names."""
    found: list[tuple[str, str]] = []
    for relationship in relationships_of(package, ""):
        if relationship.kind in {"core-properties", "coreProperties", "extended-properties", "extendedProperties"}:
            found += _stated(package.part(relationship.target), relationship.target)
        elif relationship.kind in {"custom-properties", "customProperties"}:
            found += _custom(package.part(relationship.target), relationship.target)
    for relationship in beside:
        if relationship.kind == "settings":
            found += _templates(package, relationship.target)
        elif relationship.external and relationship.target.lower().startswith(("file:", "\\\\")):
            found.append(("link to a file", relationship.target))
    return [Mark(MarkKind.METADATA, text, None, note) for note, text in found]


@lru_cache(maxsize=32)
def _stated(part: Part | None, name: str) -> tuple[tuple[str, str], ...]:
    """What the properties of every document say; remembered, for the drafts of a house often say the same."""
    found: list[tuple[str, str]] = []
    for node in _root(part, name)[2]:
        who = _WHO.get(node[0])
        text = words_of(node).strip() if who else ""
        if who and text.lower() not in _NAMES_NOBODY and (who != "template" or _is_path(text)):
            found.append((who, text))
    return tuple(found)


@lru_cache(maxsize=32)
def _custom(part: Part | None, name: str) -> tuple[tuple[str, str], ...]:
    """What the properties of a house's own say; remembered likewise."""
    named = [(node[1].get("name", ""), words_of(node).strip()) for node in _root(part, name)[2]]
    return tuple([(f"property {key}", text) for key, text in named if key and text])


def _root(part: Part | None, name: str) -> Node:
    data = unpack(part, name) if part else b""
    return root_of(data, name, PREFIXES) if data else ("", {}, [])


def _templates(package: Package, settings: str) -> Iterator[tuple[str, str]]:
    for relationship in relationships_of(package, settings):
        if relationship.kind == "attachedTemplate" and _is_path(relationship.target):
            yield "template", relationship.target


def _is_path(text: str) -> bool:
    return "/" in text or "\\" in text
