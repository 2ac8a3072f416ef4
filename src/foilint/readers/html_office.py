"""What Word says in its own HTML by class names and by styles of its own: titles, list levels, comments, notes."""

from collections.abc import Mapping

from foilint.document import Layer
from foilint.readers.html_blocks import Place
from foilint.readers.html_look import Styles

SIGNS = ("msocomanchor", "msofootnotereference", "msoendnotereference")  # classes of what stands for a note or comment
_OWN = frozenset(("mso-list", "mso-element"))
_HISTORY = ("gmail_quote", "yahoo_quoted")  # and what mail programs say
_NAMED = ("msotitle", *_HISTORY)


def office_place(place: Place, names: str, styles: Styles, given: Mapping[str, str]) -> Place:
    """The place inside an element that stands at `place` and has the attributes `given`."""
    if styles.keys().isdisjoint(_OWN) and names not in _NAMED:
        return place
    if names == "msotitle":
        place = place._replace(level=1)
    elif names in _HISTORY:
        place = place._replace(layer=Layer.QUOTED)
    level = styles.get("mso-list", "").partition("level")[2][:1]
    if level.isdecimal():
        place = place._replace(depth=int(level))
    part = styles.get("mso-element", "")
    if part in ("header", "footer"):
        place = place._replace(layer=Layer(part), name=part)
    elif part in ("footnote", "endnote"):
        number = "".join(filter(str.isdecimal, given.get("id", "")))
        place = place._replace(layer=Layer.NOTE, name=f"{part} {number}".strip())
    return place
