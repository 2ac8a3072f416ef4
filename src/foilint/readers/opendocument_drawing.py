"""What a drawing in OpenDocument holds: text boxes, shapes with words, and what nobody can read from the file."""

from foilint.readers.letterhead import PICTURE
from foilint.readers.nodes import Node, words_of

_PARAGRAPHS = frozenset(("text:p", "text:h"))
SHAPES = frozenset(("draw:custom-shape", "draw:rect", "draw:ellipse", "draw:line", "draw:path", "draw:polygon"))
_EMBEDDED = frozenset(("draw:object", "draw:object-ole", "draw:applet", "draw:plugin", "draw:floating-frame"))
_SMALLEST_TO_HOLD_WORDS = 1.0  # centimetres
_IN_CENTIMETRES = {"cm": 1.0, "mm": 0.1, "in": 2.54, "pt": 2.54 / 72}


def look_into(drawing: Node) -> tuple[list[Node], list[str]]:
    """The text boxes in a drawing, and what in it cannot be read."""
    boxes: list[Node] = []
    unread: list[str] = []
    waiting = [drawing]
    while waiting:
        node = waiting.pop()
        if node[0] == "draw:text-box" or (node[0] in SHAPES and any(child[0] in _PARAGRAPHS for child in node[2])):
            boxes.append(node)
        elif node[0] == "draw:control":
            unread.append("form control")
        elif node[0] == "draw:frame":
            inside = {child[0] for child in node[2]}
            if inside & _EMBEDDED:
                unread.append("embedded object")
            elif "draw:image" in inside and not _is_described(node):
                unread.append(PICTURE)
            waiting += reversed([child for child in node[2] if child[0] == "draw:text-box"])
        else:
            waiting += reversed(node[2])
    return boxes, unread


def _is_described(frame: Node) -> bool:
    """Whether a frame describes its picture, or shows that nothing is lost: decoration, or too small for words."""
    if any(child[0] in {"svg:title", "svg:desc"} and words_of(child).strip() for child in frame[2]):
        return True
    sides = [_centimetres(frame[1].get(side, "")) for side in ("svg:width", "svg:height")]
    return frame[1].get("loext:decorative") == "true" or 0 < min(sides) < _SMALLEST_TO_HOLD_WORDS


def _centimetres(length: str) -> float:
    number, unit = length[:-2], length[-2:]
    if not number.replace(".", "", 1).isdecimal() or len(number) > 12:
        return 0.0
    return float(number) * _IN_CENTIMETRES.get(unit, 0.0)
