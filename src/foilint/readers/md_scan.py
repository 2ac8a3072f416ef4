"""The blocks of Markdown: which lines make a paragraph, a heading or a table, and what they stand in. One pass."""

from foilint.document import Layer
from foilint.readers.lines import SOFT_HYPHEN
from foilint.readers.markers import marker_of
from foilint.readers.md_inline import SourceLine
from foilint.readers.md_lines import (
    OPENING,
    count_cells,
    fence_of,
    heading_level,
    heading_words,
    indent_of,
    is_rule,
    is_table_rule,
    item_of,
    opens_block,
    opens_html,
    underline_level,
    without_indent,
)
from foilint.values import NamedTuple, StrEnum

BLANK = "\n"  # a blank line, as what ends a leaf
_SPACE = " \t" + SOFT_HYPHEN
_SIGNS = frozenset(("", " ", "\t", "\\", "(", SOFT_HYPHEN, *OPENING))
_MARKER = 10  # characters in which a typed marker ends
_NOTE_INDENT = 2
_DEEPEST = 40  # quotations and lists in each other; further signs are passed over
_BULLETS = ("•", "◦", "▪")


class Kind(StrEnum):
    """What a leaf is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    TABLE = "table"
    CODE = "code"
    COMMENT = "comment"
    HTML = "html"


class Leaf(NamedTuple):
    """Lines that make one block (of a table, a row each) and where they stand."""

    kind: Kind
    lines: tuple[SourceLine, ...]
    hard: tuple[bool, ...] = ()  # of each line, whether a hard break follows
    level: int = 0
    marker: str = ""
    depth: int = 0
    layer: Layer = Layer.BODY
    name: str = ""


class _Container(NamedTuple):
    """A quotation (no indent), a list item or a note."""

    indent: int
    is_quote: bool = False
    note: str = ""


class Scan:
    """Reads lines one by one into `leaves`, `links` and `notes`."""

    def __init__(self) -> None:
        self.leaves: list[Leaf] = []
        self.links: set[str] = set()
        self.notes: set[str] = set()
        self._in: list[_Container] = []
        self._lists: list[tuple[str, int]] = []  # the sign and the last number of the lists at each depth of `_in`
        self._kind: Kind | None = None  # of the leaf that is open
        self._lines: list[SourceLine] = []
        self._hard: list[bool] = []
        self._until = ""  # what ends the open code, comment or HTML
        self._marker = ""  # of an item whose first leaf is still to come

    def line(self, number: int, whole: str) -> None:
        """Read the next line."""
        if not self._in and not self._until and self._kind is not Kind.TABLE and whole[:1] not in _SIGNS:
            self._letter(number, whole)
            return
        rest, depth = self._inside(whole)
        text = rest.lstrip(_SPACE)
        if self._until and depth == len(self._in):
            self._go_on(number, whole, rest)
            return
        if self._until:
            self.close()
        if not text:
            self._leave(depth)
        elif depth < len(self._in) and self._kind is Kind.PARAGRAPH and not opens_block(text):
            self._take(number, whole, text)
        else:
            if depth < len(self._in):
                self._leave(depth)
            text = self._enter(rest).lstrip(_SPACE)
            if text:
                self._leaf(number, whole, text)

    def _letter(self, number: int, whole: str) -> None:
        """Read a line that opens with a letter, outside of everything: nearly all lines are such."""
        if self._kind is Kind.PARAGRAPH and ")" in whole[:_MARKER] and self._splits(whole):
            self.close()
        self._kind = Kind.PARAGRAPH
        self._take(number, whole, whole)

    def close(self) -> None:
        """End the leaf that is open."""
        if self._kind is None:
            return
        kind, self._kind, self._until = self._kind, None, ""
        self._emit(kind)

    def _emit(self, kind: Kind, level: int = 0) -> None:
        notes = [container.note for container in self._in if container.note]
        layer = Layer.NOTE if notes else Layer.QUOTED if any(at.is_quote for at in self._in) else Layer.BODY
        name = f"footnote {notes[-1]}" if notes else ""
        depth = len([at for at in self._in if at.indent and not at.note]) if self._marker else 0
        lines, hard = tuple(self._lines), tuple(self._hard)
        self.leaves.append(Leaf(kind, lines, hard, level, self._marker, depth, layer, name))
        self._marker, self._lines, self._hard = "", [], []
        del self._lists[len(self._in) :]

    def _leave(self, depth: int) -> None:
        self.close()
        if depth < len(self._in):
            self._marker = ""
            del self._in[depth:]

    def _inside(self, whole: str) -> tuple[str, int]:
        """What is left of a line inside the quotations and items that it goes on with, and how many those are."""
        rest = whole
        for depth, container in enumerate(self._in):
            text = rest.lstrip(_SPACE)
            if container.is_quote:
                if text[:1] != ">":
                    return rest, depth
                rest = text[2:] if text[1:2] == " " else text[1:]
            elif text:
                if indent_of(rest)[0] < container.indent:
                    return rest, depth
                rest = without_indent(rest, container.indent)
        return rest, len(self._in)

    def _enter(self, rest: str) -> str:
        """What is left of a line inside the quotations and items that it opens."""
        while len(self._in) < _DEEPEST:
            columns, characters = indent_of(rest)
            text = rest[characters:]
            marker, words = item_of(text)
            if text[:1] == ">":
                self.close()
                self._in.append(_Container(0, is_quote=True))
                rest = text[2:] if text[1:2] == " " else text[1:]
            elif marker and self._may_open(marker, text[words:]):
                self.close()
                self._number(marker)
                self._in.append(_Container(columns + words))
                rest = text[words:]
            else:
                return rest
        return rest.lstrip("> \t")

    def _may_open(self, marker: str, words: str) -> bool:
        """Whether an item may open here: in the middle of a paragraph "1968." is a year and "-" a dash."""
        return self._kind is not Kind.PARAGRAPH or (marker[:-1] in ("", "1") and bool(words.strip()))

    def _number(self, marker: str) -> None:
        """Count an item, and keep its marker as a browser shows it."""
        sign, index = marker[-1], len(self._in)
        goes_on = len(self._lists) > index and self._lists[index][0] == sign
        number = self._lists[index][1] + 1 if goes_on else int(marker[:-1] or 0)
        self._lists[index:] = [("", 0)] * (index - len(self._lists)) + [(sign, number)]
        depth = len([at for at in self._in if at.indent])
        self._marker = f"{number}{sign}" if marker[:-1] else _BULLETS[min(depth, len(_BULLETS) - 1)]

    def _go_on(self, number: int, whole: str, rest: str) -> None:
        """Take a line into code, a comment or HTML, until that ends."""
        text = rest.strip(_SPACE)
        if self._kind is Kind.CODE and text.startswith(self._until) and not text.strip(self._until[0]):
            self.close()
            return
        if self._until == BLANK and not text:
            self.close()
            return
        self._take(number, whole, rest.lstrip(_SPACE))
        if self._kind is not Kind.CODE and self._until in text.lower():
            self.close()

    def _take(self, number: int, whole: str, text: str) -> None:
        words = text.rstrip(_SPACE)
        hard = text.endswith("  ")
        if words.endswith("\\"):
            words, hard = words[:-1].rstrip(_SPACE), True
        if words or self._kind is not Kind.PARAGRAPH:
            self._lines.append((number, len(whole) - len(text) + 1, words))
            self._hard.append(hard)

    def _leaf(self, number: int, whole: str, text: str) -> None:
        """Read the words of a line inside its containers."""
        if self._kind is Kind.TABLE:
            if "|" in text:
                self._take(number, whole, text)
                return
            self.close()
        if text[0] not in OPENING or not self._sign(number, whole, text):
            if self._kind is Kind.PARAGRAPH and self._lines and self._splits(text):
                self.close()
            self._kind = Kind.PARAGRAPH
            self._take(number, whole, text)

    def _sign(self, number: int, whole: str, text: str) -> bool:
        """Read a line that is no paragraph's: whether it is such a line."""
        level = heading_level(text)
        if level:
            self.close()
            words = heading_words(text)
            if words:
                self._take(number, whole, text[text.index(words[0], level) :])
                self._lines[-1] = (*self._lines[-1][:2], words)
                self._emit(Kind.HEADING, level)
            return True
        if self._kind is Kind.PARAGRAPH and self._lines and self._under(text):
            return True
        if text.startswith("[") and self._defines(number, whole, text):
            return True
        if is_rule(text):
            self.close()
            return True
        return self._raw(number, whole, text)

    def _under(self, text: str) -> bool:
        """Whether a line makes a heading or a table of the paragraph above it."""
        level = underline_level(text)
        if level:
            self._kind = None
            self._emit(Kind.HEADING, level)
            return True
        head = self._lines[-1]
        if not is_table_rule(text) or count_cells(head[2]) != count_cells(text):
            return False
        self._lines.pop()
        self._hard.pop()
        if self._lines:
            self.close()
        self._kind, self._lines, self._hard = Kind.TABLE, [head], [False]
        return True

    def _defines(self, number: int, whole: str, text: str) -> bool:
        """Whether a line defines a note or the address of a link."""
        label, colon, words = text[1:].partition("]:")
        if not colon or not label or "]" in label or (label[0] != "^" and self._kind is Kind.PARAGRAPH):
            return False
        if label[0] != "^":
            self.links.add(label.lower())
            return True
        self._leave(0)
        self.notes.add(label[1:].lower())
        self._in.append(_Container(_NOTE_INDENT, note=label[1:]))
        if words.strip():
            self._kind = Kind.PARAGRAPH
            self._take(number, whole, words.lstrip(_SPACE))
        return True

    def _raw(self, number: int, whole: str, text: str) -> bool:
        """Whether a line opens code, a comment or HTML."""
        fence, name = fence_of(text), opens_html(text)
        if fence:
            kind, until = Kind.CODE, fence
        elif name:
            kind, until = Kind.HTML, "</table>" if name == "table" else BLANK
        elif text.startswith("<!--") and not text.partition("-->")[2].strip():
            kind, until = Kind.COMMENT, "-->"
        else:
            return False
        self.close()
        self._kind, self._until = kind, until
        if kind is not Kind.CODE:
            self._take(number, whole, text)
            if until in text.lower():
                self.close()
        return True

    def _splits(self, text: str) -> bool:
        """Whether a line opens with the next letter or number in brackets, which Markdown has no lists of."""
        marker = marker_of(text)
        if marker is None or marker.shown[-1] != ")":
            return False
        before = marker_of(self._lines[0][2])
        return (before is not None and marker.follows(before)) or (marker.first and self._lines[-1][2].endswith(":"))
