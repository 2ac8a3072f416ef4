"""What a Word paragraph says of itself, beside its words: style, outline level, list, background."""

from foilint.readers.nodes import Node
from foilint.readers.word_look import fill_of
from foilint.values import NamedTuple

_OUTLINE = {str(level): level + 1 for level in range(9)}


class Numbering(NamedTuple):
    """Which list a paragraph belongs to: the list's number ("0" takes it out of any, "" says nothing) and the level."""

    number: str = ""
    level: int | None = None


class ParagraphProperties(NamedTuple):
    """What a w:pPr says in so many words. `level` is None where it says nothing, 0 for body text."""

    style: str = ""
    level: int | None = None
    numbering: Numbering = Numbering()
    fill: str = ""
    ending: Node | None = None  # the w:rPr of the paragraph mark
    section: Node | None = None


def paragraph_properties(node: Node) -> ParagraphProperties:
    """What a w:pPr says."""
    style, fill = "", ""
    level: int | None = None
    numbering = Numbering()
    ending: Node | None = None
    section: Node | None = None
    for child in node[2]:
        name, attributes, children = child
        if name == "w:pStyle":
            style = attributes.get("w:val", "")
        elif name == "w:outlineLvl":
            level = _OUTLINE.get(attributes.get("w:val", ""), 0)
        elif name == "w:numPr":
            numbering = _numbering(children)
        elif name == "w:shd":
            fill = fill_of(attributes)
        elif name == "w:rPr":
            ending = child
        elif name == "w:sectPr":
            section = child
    return ParagraphProperties(style, level, numbering, fill, ending, section)


def _numbering(children: list[Node]) -> Numbering:
    number, level = "", None
    for name, attributes, _ in children:
        value = attributes.get("w:val", "")
        if name == "w:numId":
            number = value
        elif name == "w:ilvl" and value.isdecimal():
            level = int(value)
    return Numbering(number, level)


def inherited(own: Numbering, parent: Numbering) -> Numbering:
    """The list of a style or paragraph, completed from what it inherits."""
    return Numbering(own.number or parent.number, parent.level if own.level is None else own.level)
