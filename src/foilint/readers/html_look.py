"""How words look in HTML, as far as its own tags and style attributes tell: bold, marked, changed, not seen."""

from collections.abc import Mapping

from foilint.document import MarkKind
from foilint.values import NamedTuple

Styles = dict[str, str]

_BOLD = frozenset(("b", "strong", "u", "th"))
_INLINE = frozenset(("span", "font", "mark", "b", "strong", "i", "em", "u", "a", "small", "big"))
_NO_COLOUR = frozenset(("", "white", "transparent", "none", "inherit", "initial", "unset", "auto", "window", "#fff"))
_GREYS = frozenset(("black", "gray", "grey", "silver", "lightgray", "lightgrey", "whitesmoke", "gainsboro"))
TELLING = frozenset(
    (
        *("background", "background-color", "color", "display", "font-size", "font-weight", "text-decoration"),
        *("visibility", "mso-element", "mso-hide", "mso-highlight", "mso-list"),
    )
)
_VIVID = 0x60  # between the strongest and the weakest of red, green and blue: highlighters are vivid, shading is not
_WHITEST = 0xF8


class Look(NamedTuple):
    """The look of words."""

    bold: bool = False
    highlight: str = ""  # the colour of the marker
    aside: MarkKind | None = None  # what makes words no part of the text, or not yet
    note: str = ""  # on `aside`, for people
    coloured: bool = False  # stands on a background that is not white
    is_marker: bool = False  # the number of a list item, written out by Word


PLAIN = Look()


def styles_of(tag: str, given: Mapping[str, str]) -> Styles:
    """What the attributes of an element declare about its look, those of older pages too."""
    styles: Styles = {}
    if "bgcolor" in given:
        styles["background-color"] = given["bgcolor"].lower()
    if tag == "font" and "color" in given:
        styles["color"] = given["color"].lower()
    if "style" in given:
        styles |= declared(given["style"])
    if "hidden" in given:
        styles["display"] = "none"
    return styles


def declared(style: str) -> Styles:
    """The declarations of a style attribute or rule."""
    declarations = (declaration.partition(":") for declaration in style.lower().split(";"))
    return {name.strip(): value.replace("!important", "").strip() for name, _, value in declarations}


def look_in(look: Look, tag: str, styles: Styles) -> Look:
    """The look inside an element whose surroundings have `look`."""
    if tag in _BOLD:
        look = look._replace(bold=True)
    if tag == "mark":
        look = look._replace(highlight="colour")
    return look if styles.keys().isdisjoint(TELLING) else _styled(look, tag, styles)


def _styled(look: Look, tag: str, styles: Styles) -> Look:
    weight = styles.get("font-weight", "")
    if weight:
        look = look._replace(bold=weight.startswith("bold") or (weight.isdecimal() and int(weight[:4]) >= 600))
    if "underline" in styles.get("text-decoration", "") and tag != "a":
        look = look._replace(bold=True)
    background = styles.get("mso-highlight") or styles.get("background-color") or styles.get("background", "")
    colour = background.partition(" ")[0] if not background.startswith("rgb") else background.partition(")")[0] + ")"
    if colour and colour not in _NO_COLOUR:
        vivid = "mso-highlight" in styles or (tag in _INLINE and _is_vivid(colour))
        look = look._replace(highlight=colour if vivid else look.highlight, coloured=True)
    if styles.get("mso-list") == "ignore":
        look = look._replace(is_marker=True)
    if styles.get("mso-element") in ("comment", "comment-list"):
        look = look._replace(aside=MarkKind.COMMENT)
    hidden = _why_hidden(styles, look)
    return look._replace(aside=MarkKind.HIDDEN, note=hidden) if hidden else look


def _why_hidden(styles: Styles, look: Look) -> str:
    if styles.get("display") == "none" or styles.get("visibility") == "hidden" or styles.get("mso-hide") == "all":
        return "hidden"
    if not look.coloured and _is_white(styles.get("color", "")):
        return "white on white"
    size = styles.get("font-size", "")
    number = size.rstrip("ptxem%")
    if number.replace(".", "", 1).isdigit() and float(number[:9]) <= (1 if size.endswith(("px", "pt")) else 0):
        return "too small to see"
    return ""


def _is_white(colour: str) -> bool:
    return colour == "white" or min(_channels(colour), default=0) >= _WHITEST


def _is_vivid(colour: str) -> bool:
    channels = _channels(colour)
    return max(channels) - min(channels) >= _VIVID if channels else colour.isalpha() and colour not in _GREYS


def _channels(colour: str) -> list[int]:
    """Red, green and blue of "#ff0", "#ffff00" or "rgb(255, 255, 0)"; nothing for a name."""
    try:
        if colour.startswith("#"):
            digits = colour[1:7] if len(colour) > 4 else "".join(2 * digit for digit in colour[1:4])
            return [int(digits[at : at + 2], 16) for at in (0, 2, 4)]
        if colour.startswith("rgb"):
            return [int(float(part)) for part in colour.partition("(")[2].rstrip(")").replace(",", " ").split()[:3]]
    except ValueError:
        pass
    return []
