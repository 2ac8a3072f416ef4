"""A new Word file around what is written in it: A4, one plain set of styles, today's Word, and no author."""

import os
from collections.abc import Mapping

from lxml import etree

from foilint.word.parts import TYPES, WORD, Letter, Parts, packed
from foilint.word.xml import Element, writable, written

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONSHIPS = "application/vnd.openxmlformats-package.relationships+xml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "word/document.xml"
_BESIDE = ("styles", "settings", "numbering")
_PAGE = {"w": "11906", "h": "16838"}  # A4, in twentieths of a point
_MARGINS = {"top": "1440", "right": "1440", "bottom": "1440", "left": "1440", "header": "708", "footer": "708"}
_INDENT, _HANGING = 720, 425
_DEEPEST = 8  # the last level of a list
_BULLETS = frozenset("•●○◦■▪–—-*·")

Lists = Mapping[tuple[str, int], int]
"""The lists of a file: what is shown before their items and how deep they lie, each with a number."""


def file_of(body: Element, lists: Lists) -> bytes:
    """The Word file with that body: the same bytes every time."""
    page = under(body, "sectPr")
    under(page, "pgSz", **_PAGE)
    under(page, "pgMar", **_MARGINS, gutter="0")
    letter = element("document")
    letter.append(body)
    with open(os.path.join(os.path.dirname(__file__), "styles.xml"), "rb") as file:
        styles = file.read()
    parts = {
        _MAIN: written(letter),
        "word/styles.xml": styles,
        "word/settings.xml": written(_settings()),
        "word/numbering.xml": written(_numbering(lists)),
    }
    return packed(Letter(_listed() | parts, _MAIN, {}))


def element(name: str) -> Element:
    """A new element of that name."""
    return etree.Element(f"{{{W}}}{name}", nsmap={"w": W})


def under(parent: Element, name: str, /, **attributes: str) -> Element:
    """A new element of that name as the last in another."""
    return etree.SubElement(parent, f"{{{W}}}{name}", {f"{{{W}}}{key}": value for key, value in attributes.items()})


def _listed() -> Parts:
    """The parts that list the others."""
    types = f'<Override PartName="/{_MAIN}" ContentType="{WORD}.document.main+xml"/>' + "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{WORD}.{name}+xml"/>' for name in _BESIDE
    )
    named = "".join(
        f'<Relationship Id="rId{at}" Type="{_OFFICE}/{name}" Target="{name}.xml"/>'
        for at, name in enumerate(_BESIDE, 1)
    )
    texts = {
        TYPES: f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType="{_RELATIONSHIPS}"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{types}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{_OFFICE}/officeDocument" Target="{_MAIN}"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{named}</Relationships>',
    }
    return {name: f"{_HEAD}{text}".encode() for name, text in texts.items()}


def _settings() -> Element:
    """That the file is of today's Word: it would show "compatibility mode" otherwise."""
    settings = element("settings")
    mode = {"name": "compatibilityMode", "uri": "http://schemas.microsoft.com/office/word", "val": "15"}
    under(under(settings, "compat"), "compatSetting", **mode)
    return settings


def _numbering(lists: Lists) -> Element:
    """One list for each marker: it shows the marker as it stands, whatever comes before."""
    root = element("numbering")
    for (marker, depth), number in lists.items():
        definition = under(root, "abstractNum", abstractNumId=str(number))
        under(definition, "multiLevelType", val="hybridMultilevel")
        level = under(definition, "lvl", ilvl=str(min(_DEEPEST, depth - 1)))
        under(level, "start", val="1")
        under(level, "numFmt", val="bullet" if marker in _BULLETS else "decimal")
        under(level, "lvlText", val=writable(marker))
        under(level, "lvlJc", val="left")
        under(under(level, "pPr"), "ind", left=str(_INDENT * depth), hanging=str(_HANGING))
    for number in lists.values():
        under(under(root, "num", numId=str(number)), "abstractNumId", val=str(number))
    return root
