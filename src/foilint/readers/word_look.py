"""How words look in Word: what makes them stand out, and what keeps them from being seen."""

from functools import lru_cache
from typing import NamedTuple

from foilint.readers.nodes import Node

Properties = dict[str, str]
"""What a w:rPr says in so many words: its elements' names with their values; "" switches a property off."""

TOGGLES = ("w:b", "w:caps", "w:vanish")
_VALUES = frozenset(("w:color", "w:sz", "w:highlight", "w:rStyle"))
_OFF = frozenset(("0", "false", "off", "none"))

UNKNOWN = "unknown"  # a background that is not told by the text: a picture, a shape, a table style
_SMALLEST = 4  # in half points: 2 points cannot be read on paper
_WHITEST, _DARKEST = 0xF8, 0x10
_VIVID = 0x60


class Look(NamedTuple):
    """The look of a run, resolved.

    Colours are six hexadecimal digits, or "" where Word decides; `size` is in half points, 0 if unset.
    """

    emphasised: bool = False  # bold, underlined or in capitals
    needs_care: bool = False  # something below may keep words from being seen, or marks them
    hidden: bool = False
    colour: str = ""
    size: int = 0
    highlight: str = ""
    fill: str = ""


PLAIN = Look()


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
    for name, attributes, _ in run_properties[2]:
        if name in TOGGLES:
            given[name] = "1" if is_on(attributes) else ""
        elif name in _VALUES:
            value = attributes.get("w:val", "")
            given[name] = "" if value in {"auto", "none"} else value
        elif name == "w:u":
            given[name] = "1" if attributes.get("w:val", "none") != "none" else ""
        elif name == "w:shd":
            given[name] = fill_of(attributes)
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
        hidden or 0 < half_points <= _SMALLEST or bool(colour or highlight or fill),
        hidden,
        colour,
        half_points,
        highlight,
        fill,
    )


@lru_cache(maxsize=1024)
def why_unseen(look: Look, background: str) -> str:
    """Why nobody sees words of this look, in a few words for people; "" where they are seen."""
    if look.hidden:
        return "hidden"
    if 0 < look.size <= _SMALLEST:
        return "too small to see"
    behind = look.fill or background
    if look.highlight:
        return "black on black" if look.highlight == "black" and _is_dark(look.colour or "000000") else ""
    if look.colour and behind != UNKNOWN:
        if _is_white(look.colour) and (not behind or _is_white(behind)):
            return "white on white"
        if _is_dark(look.colour) and _is_dark(behind):
            return "black on black"
    return "in the colour of its background" if look.colour and look.colour == behind else ""


def highlight_of(look: Look) -> str:
    """The colour that words are marked with, for people; "" for none. Vivid shading of single words is marking too."""
    if look.highlight and look.highlight != "white":
        return look.highlight
    channels = _channels(look.fill)
    return "colour" if channels and max(channels) - min(channels) >= _VIVID else ""


def _channels(colour: str) -> tuple[int, ...]:
    try:
        return tuple(int(colour[at : at + 2], 16) for at in (0, 2, 4)) if len(colour) == 6 else ()
    except ValueError:
        return ()


def _is_white(colour: str) -> bool:
    return min(_channels(colour), default=0) >= _WHITEST


def _is_dark(colour: str) -> bool:
    return max(_channels(colour), default=255) <= _DARKEST
