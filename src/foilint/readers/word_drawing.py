"""What a drawing in Word holds: text boxes, words drawn as WordArt, and what nobody can read from the file."""

from foilint.readers.letterhead import PICTURE
from foilint.readers.nodes import Node, child_of
from foilint.readers.word_look import is_on
from foilint.values import NamedTuple

_UNREAD = {
    "c:chart": "chart",
    "dgm:relIds": "diagram",
    "o:OLEObject": "embedded object",
    "w:control": "form control",
    "w:objectEmbed": "embedded object",
    "w:objectLink": "linked object",
}
_PICTURES = frozenset(("pic:pic", "v:imagedata"))
_NAMED = frozenset(("wp:docPr", "v:shape", "pic:cNvPr"))
_UNDERSTOOD = frozenset(("wps", "wpg", "wpc", "wpi", "w14", "w15", "wp14", "a14", "c", "c14", "dgm", "pic", "v"))
_SMALLEST_TO_HOLD_WORDS = 360_000  # English Metric Units: one centimetre


class Drawing(NamedTuple):
    """What a drawing holds: text boxes (w:txbxContent), its WordArt, what cannot be read ("" if nothing)."""

    boxes: tuple[Node, ...]
    words: tuple[str, ...]
    unread: str
    hidden: bool


def branch_of(alternatives: Node) -> list[Node]:
    """The children of the branch of an mc:AlternateContent to read: the first understood, else the fallback."""
    fallback: list[Node] = []
    for name, attributes, children in alternatives[2]:
        if name == "mc:Choice" and _UNDERSTOOD.issuperset(attributes.get("Requires", "").split()):
            return children
        if name == "mc:Fallback":
            fallback = children
    return fallback


def look_into(drawing: Node) -> Drawing:
    """What a w:drawing, w:pict or w:object holds. A picture counts as read if described, or too small for words."""
    boxes: list[Node] = []
    words: list[str] = []
    unread = ""
    described = hidden = False
    waiting = [drawing]
    while waiting:
        node = waiting.pop()
        name, attributes, children = node
        if name == "w:txbxContent":
            boxes.append(node)
            continue
        if name == "v:textpath":
            words.append(attributes.get("string", ""))
        elif name in _UNREAD:
            unread = _UNREAD[name]
        elif name in _PICTURES:
            unread = unread or PICTURE
        described = described or _is_described(name, attributes)
        hidden = hidden or _is_hidden(name, attributes)
        waiting.extend(reversed(branch_of(node) if name == "mc:AlternateContent" else children))
    if unread == PICTURE and described:
        unread = ""
    return Drawing(tuple(boxes), tuple(filter(None, words)), unread, hidden)


def _is_hidden(name: str, attributes: dict[str, str]) -> bool:
    """Whether an element takes its whole shape off the page."""
    if name == "wp:docPr":
        return attributes.get("hidden") in {"1", "true"}
    return name == "v:shape" and "visibility:hidden" in attributes.get("style", "").replace(" ", "")


def _is_described(name: str, attributes: dict[str, str]) -> bool:
    """Whether an element describes its picture, or shows that nothing is lost: decoration, or too small for words."""
    if name in _NAMED:
        return any(attributes.get(key, "").strip() for key in ("descr", "alt", "title"))
    if name == "adec:decorative":
        return attributes.get("val") in {"1", "true"}
    sides = [attributes.get("cx", ""), attributes.get("cy", "")]
    tiny = all(map(str.isdecimal, sides)) and min(map(int, sides)) < _SMALLEST_TO_HOLD_WORDS
    return name == "wp:extent" and tiny


def choice_of(field: Node) -> str:
    """What an old form field shows: the entry chosen from its list, or its box with or without a tick."""
    form = child_of(field, "w:ffData")
    entries = child_of(form, "w:ddList") if form else None
    if entries:
        values = [node[1].get("w:val", "") for node in entries[2] if node[0] == "w:listEntry"]
        result = child_of(entries, "w:result") or child_of(entries, "w:default")
        chosen = result[1].get("w:val", "") if result else "0"
        return values[int(chosen)] if chosen.isdecimal() and len(chosen) < 4 and int(chosen) < len(values) else ""
    box = child_of(form, "w:checkBox") if form else None
    if box is None:
        return ""
    ticked = child_of(box, "w:checked") or child_of(box, "w:default")
    return "☒" if ticked and is_on(ticked[1]) else "☐"


def content_of(control: Node) -> tuple[list[Node], bool]:
    """What a content control (w:sdt) holds, and whether that is only its prompt."""
    settings, content = child_of(control, "w:sdtPr"), child_of(control, "w:sdtContent")
    prompt = child_of(settings, "w:showingPlcHdr") if settings else None
    return content[2] if content else [], prompt is not None and is_on(prompt[1])
