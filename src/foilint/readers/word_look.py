"""The look of words in Word's own terms, from what w:rPr says."""

from foilint.readers.look import PLAIN, SMALLEST, Look
from foilint.readers.nodes import Node

Properties = dict[str, str]
"""What a w:rPr says in so many words: its elements' names with their values; "" switches a property off."""

TOGGLES = ("w:b", "w:caps", "w:vanish")
_VALUES = frozenset(("w:color", "w:sz", "w:highlight", "w:rStyle"))
_OFF = frozenset(("0", "false", "off", "none"))


def is_on(attributes: dict[str, str]) -> bool:
    """Whether a switch such as <w:b/> is on."""
    return attributes.get("w:val", "1") not in _OFF


def fill_of(shading: dict[str, str]) -> str:
    """The colour behind the text that a w:shd gives; "" where Word decides."""
    fill = shading.get("w:color" if shading.get("w:val") == "solid" else "w:fill", "auto")
    return "" if fill == "auto" else fill.upper()


def properties_of(run_properties: Node) -> Properties:
    """What a w:rPr sets; earlier formatting kept in a tracked change is not looked into."""
    given: Properties = {}
    for name, attributes, children in run_properties[2]:
        if name in TOGGLES:
            given[name] = "1" if is_on(attributes) else ""
        elif name in _VALUES:
            value = attributes.get("w:val", "")
            given[name] = "" if value in {"auto", "none"} else value
        elif name == "w:u":
            given[name] = "1" if attributes.get("w:val", "none") != "none" else ""
        elif name == "w:shd":
            given[name] = fill_of(attributes)
        elif name == "w14:textFill" and any(child[0] == "w14:noFill" for child in children):
            given["w:vanish"] = "1"  # letters without ink
    return given


def look_of(given: Properties) -> Look:
    """The look that properties amount to."""
    if not given:
        return PLAIN
    size = given.get("w:sz", "")
    half_points = int(size) if size.isdecimal() else 0
    hidden, colour = bool(given.get("w:vanish")), given.get("w:color", "").upper()
    highlight, fill = given.get("w:highlight", ""), given.get("w:shd", "")
    return Look(
        bool(given.get("w:b") or given.get("w:u") or given.get("w:caps")),
        hidden or 0 < half_points <= SMALLEST or bool(colour or highlight or fill),
        hidden,
        colour,
        half_points,
        highlight,
        fill,
    )
