"""What a line of Markdown opens, by its first characters."""

from foilint.readers.lines import SOFT_HYPHEN

OPENING = frozenset("#>`~-*+=<_|:[0123456789")
_PARTS = ("table", "div", "p", "ul", "ol", "dl", "section", "article", "details", "center", "h1", "h2", "h3", "h4")
_DIGITS = 9  # of the number of an item


def indent_of(line: str) -> tuple[int, int]:
    """How far a line is indented, in columns and in characters."""
    characters = len(line) - len(line.lstrip(" \t" + SOFT_HYPHEN))
    columns = 0
    for character in line[:characters]:
        columns += 4 - columns % 4 if character == "\t" else character == " "
    return columns, characters


def without_indent(line: str, columns: int) -> str:
    """A line less so much of its indent."""
    at = gone = 0
    while gone < columns and line[at : at + 1] in (" ", "\t"):
        gone += 4 - gone % 4 if line[at] == "\t" else 1
        at += 1
    return line[at:]


def heading_level(text: str) -> int:
    """The level of a heading that opens with "#", else 0."""
    level = len(text) - len(text.lstrip("#"))
    return level if level <= 6 and text[level : level + 1] in ("", " ", "\t") else 0


def heading_words(text: str) -> str:
    """The words of such a heading, which it may close with "#" again."""
    words = text.lstrip("#").strip()
    bare = words.rstrip("#")
    return bare.rstrip() if not bare or bare[-1] in " \t" else words


def underline_level(text: str) -> int:
    """The level that a line gives to the paragraph above it as its underline, else 0."""
    sign = text[:1]
    return {"=": 1, "-": 2}.get(sign, 0) if not text.rstrip().strip(sign or " ") else 0


def is_rule(text: str) -> bool:
    """Whether a line is a rule across the page."""
    signs = text.replace(" ", "").replace("\t", "")
    return len(signs) > 2 and signs[0] in "-*_" and not signs.strip(signs[0])


def fence_of(text: str) -> str:
    """The fence that opens or closes code, else ""."""
    sign = text[:1]
    if sign not in ("`", "~"):
        return ""
    length = len(text) - len(text.lstrip(sign))
    return sign * length if length > 2 and (sign == "~" or "`" not in text[length:]) else ""


def item_of(text: str) -> tuple[str, int]:
    """The bullet or number that opens a list item, and where its words start; "" and 0 for none."""
    first = text[:1]
    if first in ("-", "*", "+"):
        length = 1
    elif first.isdecimal() and first.isascii():
        digits = len(text) - len(text.lstrip("0123456789"))
        if digits > _DIGITS or text[digits : digits + 1] not in (".", ")"):
            return "", 0
        length = digits + 1
    else:
        return "", 0
    if text[length : length + 1] not in ("", " ", "\t") or is_rule(text):
        return "", 0
    spaces = len(text) - length - len(text[length:].lstrip(" \t"))
    return text[:length], length + (spaces if 0 < spaces < 5 else 1)


def opens_html(text: str) -> str:
    """The name of the block element that a line opens with its tag, else ""."""
    if not text.startswith("<"):
        return ""
    name = text[1:12].replace(">", " ").partition(" ")[0].lower()
    return name if name in _PARTS else ""


def opens_block(text: str) -> bool:
    """Whether a line cannot go on with a paragraph, lazily, outside the quotation or the item that it stood in."""
    if text[0] not in OPENING:
        return False
    return (
        text[0] == ">"
        or bool(item_of(text)[0])
        or bool(heading_level(text) or fence_of(text) or opens_html(text))
        or is_rule(text)
    )


def is_table_rule(text: str) -> bool:
    """Whether a line is the rule under the head of a table."""
    return "-" in text and not text.strip("|-: \t")


def cells_of(text: str) -> list[tuple[int, str]]:
    """The cells of a row, each with where it starts; an escaped bar parts nothing."""
    cells: list[tuple[int, str]] = []
    start = at = 0
    while at >= 0:
        at = text.find("|", at)
        if at > 0 and text[at - 1] == "\\":
            at += 1
            continue
        cells.append((start, text[start:at] if at >= 0 else text[start:]))
        start = at = at + 1 if at >= 0 else -1
    if not cells[0][1].strip():
        del cells[0]
    if cells and not cells[-1][1].strip():
        del cells[-1]
    return cells


def count_cells(text: str) -> int:
    """How many cells a row has; none where it is no row."""
    return len(cells_of(text)) if "|" in text else 0
