"""How words look: what makes them stand out, what keeps them from being seen, what marks them."""

from foilint.functional import lru_cache
from foilint.values import NamedTuple

UNKNOWN = "unknown"  # a background that the text does not tell: a picture, a shape, the style of a table
SMALLEST = 4  # in half points: what is set in 2 points cannot be read on paper
_WHITEST, _DARKEST = 0xF8, 0x10
_VIVID = 0x60  # between the strongest and the weakest of red, green and blue: highlighters are vivid, shading is not


class Look(NamedTuple):
    """The look of a stretch of words.

    Colours are six hexadecimal digits in capitals, or "" where the program decides; `size` is in half points, or 0.
    """

    emphasised: bool = False  # bold, underlined or in capitals
    needs_care: bool = False  # something below may keep words from being seen, or marks them
    hidden: bool = False
    colour: str = ""
    size: int = 0
    highlight: str = ""  # the name of a marker's colour
    fill: str = ""  # the colour behind the words


PLAIN = Look()


@lru_cache(maxsize=1024)
def why_unseen(look: Look, background: str) -> str:
    """Why nobody sees words of this look, in a few words for people; "" where they are seen."""
    if look.hidden:
        return "hidden"
    if 0 < look.size <= SMALLEST:
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
    """The colour that words are marked with, for people; "" for none.

    Vivid shading of single words is marking too, and so is black, with which words are meant to be redacted.
    """
    if look.highlight and look.highlight != "white":
        return look.highlight
    if _is_dark(look.fill) and not _is_white(look.colour):
        return "black"
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
