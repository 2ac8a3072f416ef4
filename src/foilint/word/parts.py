"""The parts of a Word file: taken out by name, put together again, and new ones made known to the rest."""

import io
import posixpath
import zipfile

from lxml import etree

from foilint.document import Unreadable
from foilint.readers.package import open_package
from foilint.readers.word_package import letter_of
from foilint.values import NamedTuple
from foilint.word.xml import Element, parsed, written

TYPES = "[Content_Types].xml"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
SUFFIXES = {
    f"{WORD}.document.main+xml": ".docx",
    f"{WORD}.template.main+xml": ".dotx",
    "application/vnd.ms-word.document.macroEnabled.main+xml": ".docm",
    "application/vnd.ms-word.template.macroEnabledTemplate.main+xml": ".dotm",
}
"""What Word calls files by the type of their main part; it opens none under the suffix of another."""

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_STRICT_OFFICE = "http://purl.oclc.org/ooxml/officeDocument/relationships/"
_FIXED_TIME = (1980, 1, 1, 0, 0, 0)  # the earliest that a package can hold: new parts have no time of their own

Parts = dict[str, bytes]
"""The parts of a package by name, in order."""


class Letter(NamedTuple):
    """A Word file: its parts, and the name of the one that holds the letter itself."""

    parts: Parts
    main: str
    infos: dict[str, zipfile.ZipInfo]  # how each part was packed

    @property
    def relationships(self) -> str:
        """The name of the part that lists what the letter names."""
        folder, file = posixpath.split(self.main)
        return posixpath.join(folder, "_rels", f"{file}.rels")

    def beside(self, kind: str) -> str:
        """The part of that kind that the letter names ("comments", "styles"); "" where it names none."""
        listed = self.root(self.relationships) if self.relationships in self.parts else ()
        targets = (each.get("Target", "") for each in listed if each.get("Type", "").rpartition("/")[2] == kind)
        names = (posixpath.normpath(posixpath.join("/", posixpath.dirname(self.main), each))[1:] for each in targets)
        return next((name for name in names if name in self.parts), "")

    def root(self, part: str) -> Element:
        """The root of a part. Raises Unreadable."""
        return parsed(self.parts[part], part)

    def changed(self, changes: Parts) -> "Letter":
        """The letter with parts replaced, or added at the end."""
        return self._replace(parts=self.parts | changes)

    @property
    def suffix(self) -> str:
        """What a file of this kind must be called; "" where its kind is not known."""
        return SUFFIXES.get(_type_of(self.root(TYPES), self.main), "")

    @property
    def is_signed(self) -> bool:
        """Whether somebody has signed it digitally: every change would break the signature."""
        return any(name.startswith("_xmlsignatures/") for name in self.parts)


def unpacked(data: bytes) -> Letter:
    """A Word file taken apart. Raises Unreadable where it cannot be."""
    main = letter_of(open_package(data))
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            infos = {info.filename.replace("\\", "/"): info for info in package.infolist()}
            return Letter({name: package.read(info) for name, info in infos.items()}, main, infos)
    except (
        *(zipfile.BadZipFile, EOFError, OSError, ValueError),  # damaged, cut off
        RuntimeError,  # encrypted
        NotImplementedError,  # packed in a way that zipfile does not know
    ):
        raise Unreadable(
            "a part of it cannot be unpacked", "open it in Word and save it again, or ask for another copy"
        ) from None


def packed(letter: Letter) -> bytes:
    """The file that parts make: the same bytes for the same parts, whenever and wherever."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        for name, data in letter.parts.items():
            before = letter.infos.get(name)
            info = zipfile.ZipInfo(name, before.date_time if before else _FIXED_TIME)
            info.compress_type = before.compress_type if before else zipfile.ZIP_DEFLATED
            info.external_attr = before.external_attr if before else 0
            info.create_system = before.create_system if before else 0
            package.writestr(info, data)
    return stream.getvalue()


def with_part(letter: Letter, kind: str, name: str, data: bytes, content_type: str) -> Letter:
    """The letter with one part more, which it names: a relationship of that kind and the part's type are added."""
    listed = letter.relationships
    relationships = letter.root(listed) if listed in letter.parts else _no_relationships()
    types = letter.root(TYPES)
    office = _STRICT_OFFICE if any(_STRICT_OFFICE in each.get("Type", "") for each in relationships) else _OFFICE
    taken = {each.get("Id") for each in relationships}
    number = next(number for number in range(1, len(taken) + 2) if f"rId{number}" not in taken)
    target = posixpath.relpath(name, posixpath.dirname(letter.main) or ".")
    _add(relationships, "Relationship", {"Id": f"rId{number}", "Type": office + kind, "Target": target})
    if _type_of(types, name) != content_type:
        _add(types, "Override", {"PartName": f"/{name}", "ContentType": content_type})
    return letter.changed({TYPES: written(types), listed: written(relationships), name: data})


def free_name(letter: Letter, name: str) -> str:
    """A name for a new part: `name`, or the next with a number that is not taken ("word/comments2.xml")."""
    stem, suffix = posixpath.splitext(name)
    names = (name, *(f"{stem}{number}{suffix}" for number in range(2, len(letter.parts) + 3)))
    return next(each for each in names if each not in letter.parts)


def _type_of(types: Element, part: str) -> str:
    return next((each.get("ContentType", "") for each in types if each.get("PartName") == f"/{part}"), "")


def _add(root: Element, name: str, attributes: dict[str, str]) -> None:
    etree.SubElement(root, f"{{{etree.QName(root).namespace}}}{name}", attributes)


def _no_relationships() -> Element:
    return parsed(b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>', TYPES)
