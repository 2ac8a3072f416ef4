"""The parts of a Word package: which is the letter, and which other parts it names. Transitional and Strict alike."""

from foilint.document import Unreadable
from foilint.functional import lru_cache
from foilint.readers.nodes import root_of
from foilint.readers.package import Package, Part, unpack
from foilint.values import NamedTuple

_NAME = "a list of the document's parts"
_MICROSOFT = "http://schemas.openxmlformats.org"
_STRICT = "http://purl.oclc.org/ooxml"
PREFIXES = {
    f"{_MICROSOFT}/wordprocessingml/2006/main": "w",
    f"{_STRICT}/wordprocessingml/main": "w",
    f"{_MICROSOFT}/officeDocument/2006/relationships": "r",
    f"{_STRICT}/officeDocument/relationships": "r",
    f"{_MICROSOFT}/markup-compatibility/2006": "mc",
    f"{_MICROSOFT}/officeDocument/2006/math": "m",
    f"{_STRICT}/officeDocument/math": "m",
    f"{_MICROSOFT}/drawingml/2006/main": "a",
    f"{_STRICT}/drawingml/main": "a",
    f"{_MICROSOFT}/drawingml/2006/wordprocessingDrawing": "wp",
    f"{_STRICT}/drawingml/wordprocessingDrawing": "wp",
    f"{_MICROSOFT}/drawingml/2006/picture": "pic",
    f"{_STRICT}/drawingml/picture": "pic",
    f"{_MICROSOFT}/drawingml/2006/chart": "c",
    f"{_STRICT}/drawingml/chart": "c",
    f"{_MICROSOFT}/drawingml/2006/diagram": "dgm",
    f"{_STRICT}/drawingml/diagram": "dgm",
    "http://schemas.microsoft.com/office/word/2010/wordml": "w14",
    "http://schemas.microsoft.com/office/word/2010/wordprocessingShape": "wps",
    "http://schemas.microsoft.com/office/drawing/2017/decorative": "adec",
    "urn:schemas-microsoft-com:vml": "v",
    "urn:schemas-microsoft-com:office:office": "o",
    f"{_MICROSOFT}/package/2006/relationships": "",
    f"{_MICROSOFT}/package/2006/metadata/core-properties": "cp",
    "http://purl.org/dc/elements/1.1/": "dc",
    f"{_MICROSOFT}/officeDocument/2006/extended-properties": "",
    f"{_STRICT}/officeDocument/extendedProperties": "",
    f"{_MICROSOFT}/officeDocument/2006/custom-properties": "",
    f"{_STRICT}/officeDocument/customProperties": "",
    f"{_MICROSOFT}/officeDocument/2006/docPropsVTypes": "vt",
    f"{_STRICT}/officeDocument/docPropsVTypes": "vt",
    "http://www.w3.org/XML/1998/namespace": "xml",
}
"""The namespaces of Word's XML and the prefix that Word gives each."""


class Relationship(NamedTuple):
    """What a part names: an identifier, the last word of its type ("styles", "header"), and the name of the part.

    `external` targets lie outside the package: they are reported and never fetched.
    """

    identifier: str
    kind: str
    target: str
    external: bool


def relationships_of(package: Package, part: str) -> tuple[Relationship, ...]:
    """What `part` names ("" is the package itself); dangling ones are left out, for Word opens such files."""
    folder, _, name = part.rpartition("/")
    listed = package.part(f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels")
    every = _written(listed, folder) if listed else ()
    return tuple([found for found in every if found.external or found.target in package.entries])


def named(relationships: tuple[Relationship, ...], kind: str) -> str:
    """The part of that kind, or "" where none is named."""
    return next((found.target for found in relationships if found.kind == kind and not found.external), "")


@lru_cache(maxsize=32)
def _written(listed: Part, folder: str) -> tuple[Relationship, ...]:
    """All that a list of relationships names; remembered, for the drafts of a house have the same."""
    found: list[Relationship] = []
    for tag, given, _ in root_of(unpack(listed, _NAME), _NAME, PREFIXES)[2]:
        if tag == "Relationship":
            external = given.get("TargetMode") == "External"
            target = given.get("Target", "")
            kind = given.get("Type", "").rpartition("/")[2]
            found.append(
                Relationship(given.get("Id", ""), kind, target if external else _within(folder, target), external)
            )
    return tuple(found)


def _within(folder: str, target: str) -> str:
    """The name of a part, from a target relative to a folder of the package or to its root."""
    steps: list[str] = [] if target.startswith("/") else [step for step in folder.split("/") if step]
    for step in target.split("/"):
        if step == "..":
            del steps[-1:]
        elif step not in {"", "."}:
            steps.append(step)
    return "/".join(steps)


def letter_of(package: Package) -> str:
    """The name of the main part. Raises Unreadable where the package has none."""
    for relationship in relationships_of(package, ""):
        if relationship.kind == "officeDocument":
            return relationship.target
    if "word/document.xml" in package.entries:
        return "word/document.xml"
    raise Unreadable("it holds no Word document", "open it in Word and save it again, or ask for another copy")
