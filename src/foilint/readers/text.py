"""Plain text: paragraphs out of lines, by how the lines lie and never by what they say.

A text may come wrapped at any width or not at all, with a blank line after every line or after none, through an
editor, an e-mail or a PDF; the same notice is to read to the same blocks. `wraps` tells where a line was cut for
want of room, `page_furniture` what a page put between two lines, `markers` what opens an item of a list.
"""

from collections.abc import Iterator, Sequence

from foilint.document import Block, Document, Layer
from foilint.readers.columns import Row, cells_of, row_of, tables_of
from foilint.readers.encoding import decode
from foilint.readers.lines import Line, joined, lines_of, part_of
from foilint.readers.markers import Marker, OpenItem, is_item, marker_of, resting, with_item
from foilint.readers.page_furniture import page_furniture
from foilint.readers.wraps import Wrap, goes_on, is_address, surely_goes_on, wraps_of
from foilint.values import NamedTuple

_SHORT = 100  # characters of a line that may be a heading
_LABEL = 60  # characters of a line that may be a label; longer ones that end with a colon lead in to a list
_RULE = "=-_*~#+|:–— "
_CAPITALS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
_LEVELS = {"=": 1, "-": 2}
_LONGEST_HEADING = 3  # lines that one underline may stand under


class _Layout(NamedTuple):
    """The lines that are the writer's, and what lay between them; all numbers are of the line that follows."""

    lines: Sequence[Line]
    rows: Sequence[Row]
    markers: Sequence[Marker | None]
    sure: frozenset[int]  # lines that surely go on with a sentence of the line before
    wraps: Sequence[Wrap]
    rules: dict[int, Line]  # a line of dashes or the like
    furniture: dict[int, list[Line]]

    def parted(self, at: int) -> bool:
        """Whether a line is parted from the line before by more than the lines of one paragraph are."""
        line = self.lines[at]
        if at in self.rules or line.quoted != self.lines[at - 1].quoted:
            return True
        return line.gap > self.wraps[at].gap and not line.page and at not in self.furniture

    def joins(self, start: int, at: int, opened: Sequence[OpenItem]) -> bool:
        """Whether a line belongs to the paragraph that starts at `start`."""
        if self.parted(at):
            return False
        if at in self.sure:
            return True
        if not goes_on(self.lines, start, at, self.wraps[at]):
            return False
        marker = self.markers[at]
        return marker is None or not is_item(marker, self.lines[at].column, opened, self.lines[at - 1].text)


def read_text(data: bytes, path: str) -> Document:
    """The draft in a plain text file."""
    return Document(path, "text", blocks_of(decode(data)))


def blocks_of(text: str) -> tuple[Block, ...]:
    """The blocks of a plain text."""
    return _blocks(_layout(lines_of(text)))


def blocks_of_paragraphs(text: str) -> tuple[Block, ...]:
    """The blocks of a text each line of which is a paragraph: no line goes on with another."""
    lines = lines_of(text)
    rows = [row_of(line) for line in lines]
    markers = [None if row else marker_of(line.text) for line, row in zip(lines, rows, strict=True)]
    return _blocks(_Layout(lines, rows, markers, frozenset(), [Wrap(gap=-1)] * len(lines), {}, {}))


def _blocks(layout: _Layout) -> tuple[Block, ...]:
    tables = _tables(layout)
    blocks: list[Block] = []
    table = 0
    for start, end, item in _paragraphs(layout, tables):
        blocks += _furniture(layout, start, start + 1)
        if start in tables:
            table += 1
            blocks += cells_of(layout.rows[start:end], table)
        else:
            blocks.append(_block(layout, start, end, item))
        blocks += _furniture(layout, start + 1, end)
    return (*blocks, *_furniture(layout, len(layout.lines), len(layout.lines) + 1))


def paragraphs_of(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """Where the paragraphs start and end that are made of `lines`, all of which are words of the draft."""
    markers = [marker_of(line.text) for line in lines]
    sure = _sure(lines, markers)
    layout = _Layout(lines, [[]] * len(lines), markers, frozenset(sure), wraps_of(lines, sure), {}, {})
    return [(start, end) for start, end, _ in _paragraphs(layout, {})]


def _paragraphs(layout: _Layout, tables: dict[int, int]) -> Iterator[tuple[int, int, Sequence[OpenItem]]]:
    """The start and the end of each paragraph or table, and the lists it is an item of, the innermost last."""
    opened: tuple[OpenItem, ...] = ()
    start = 0
    while start < len(layout.lines):
        end = tables.get(start, 0)
        item: tuple[OpenItem, ...] = ()
        if not end:
            marker, line = layout.markers[start], layout.lines[start]
            if marker and is_item(marker, line.column, opened, None):
                opened = item = with_item(opened, marker, line.column)
            else:
                opened = resting(opened)
            end = start + 1
            while end < len(layout.lines) and end not in tables and layout.joins(start, end, opened):
                end += 1
        yield start, end, item
        start = end


def _layout(every: Sequence[Line]) -> _Layout:
    rows = [row_of(line) for line in every]
    markers = [None if row else marker_of(line.text) for line, row in zip(every, rows, strict=True)]
    sure = _sure(every, markers)
    wraps = wraps_of(every, sure)
    aside = page_furniture(every, wraps)
    kept: list[int] = []
    rules: dict[int, Line] = {}
    furniture: dict[int, list[Line]] = {}
    for at, line in enumerate(every):
        if at in aside:
            furniture.setdefault(len(kept), []).append(line)
        elif line.text[0] in _RULE and len(line.text) > 2 and not line.text.strip(_RULE):
            rules[len(kept)] = line
        else:
            kept.append(at)
    if len(kept) == len(every):
        return _Layout(every, rows, markers, frozenset(sure), wraps, rules, furniture)
    lines, left = [every[at] for at in kept], [markers[at] for at in kept]
    return _Layout(
        lines,
        [rows[at] for at in kept],
        left,
        frozenset(_sure(lines, left)),
        [wraps[at] for at in kept],
        rules,
        furniture,
    )


def _sure(lines: Sequence[Line], markers: Sequence[Marker | None]) -> list[int]:
    return [
        at
        for at in range(1, len(lines))
        if markers[at] is None and lines[at].text[0] not in _CAPITALS and surely_goes_on(lines[at - 1], lines[at])
    ]


def _tables(layout: _Layout) -> dict[int, int]:
    if not any(layout.rows):
        return {}
    ruled = {at for at, rule in layout.rules.items() if "|" in rule.text or "+" in rule.text}
    close = [
        at > 0 and (at in ruled or not layout.lines[at].gap or not layout.parted(at)) for at in range(len(layout.lines))
    ]
    return tables_of(layout.rows, close)


def _furniture(layout: _Layout, start: int, end: int) -> Iterator[Block]:
    for at in range(start, end) if layout.furniture else ():
        for line in layout.furniture.get(at, ()):
            yield Block(*joined((line,)), layer=Layer.FURNITURE)


def _block(layout: _Layout, start: int, end: int, item: Sequence[OpenItem]) -> Block:
    lines = layout.lines[start:end]
    layer = Layer.QUOTED if lines[0].quoted else Layer.BODY
    if not item:
        text, origins = joined(lines)
        level = _level(layout, start, end)
        return Block(text, origins, level, not level and _stands_out(text), layer=layer)
    marker = item[-1][0]
    text, origins = joined((part_of(lines[0], len(marker.shown)), *lines[1:]))
    heads = marker.style[-1] in ".1" and not marker.style.startswith("a") and text[0].isupper()
    return Block(text, origins, 0, heads and _stands_out(text), marker=marker.shown, depth=len(item), layer=layer)


def _level(layout: _Layout, start: int, end: int) -> int:
    """The level of a heading that is underlined, else 0."""
    rule = layout.rules.get(end)
    if rule is None or end - start > _LONGEST_HEADING or rule.text.strip(rule.text[0]):
        return 0
    if end - start > 1 and layout.lines[end - 1].text[-1] in ".;,":
        return 0  # a paragraph above the rule over the next heading
    widths = [len(line.text) for line in layout.lines[start:end]]
    if rule.gap > layout.wraps[start].gap and abs(len(rule.text) - max(widths)) > 2:
        return 0
    return _LEVELS.get(rule.text[0], 0) if max(widths) // 2 <= len(rule.text) <= sum(widths) * 3 // 2 else 0


def _stands_out(text: str) -> bool:
    """Whether a paragraph only looks like a heading: short, and it ends no sentence."""
    if len(text) > (_LABEL if text[-1] == ":" else _SHORT) or text[-1] in ".!?;," or is_address(text):
        return False
    return sum(character.isalpha() for character in text) > 1
