"""Markdown: CommonMark with tables, notes and front matter, and the (a), (b), (c) that letters have.

An own scanner, for speed (docs/decisions says by how much): it knows what can stand in a letter, keeps the line and
the column of every word, and takes linear time on any input.
"""

from collections.abc import Iterator, Sequence

from foilint.document import Block, Cell, Document, Layer, Mark, MarkKind, Origin
from foilint.readers.comments import is_prose
from foilint.readers.emphasis import emphasis
from foilint.readers.encoding import decode
from foilint.readers.lines import SOFT_HYPHEN, Line, joined, plain, squeeze
from foilint.readers.markers import OpenItem
from foilint.readers.md_inline import Inline, inline
from foilint.readers.md_lines import cells_of
from foilint.readers.md_scan import Kind, Leaf, Scan
from foilint.readers.md_tokens import HARD, Known
from foilint.readers.tables import with_heads
from foilint.readers.text import paragraphs_of
from foilint.readers.typed import is_capitals, without_typed_marker

_NOTED = (MarkKind.INSERTION, MarkKind.HIGHLIGHT)


def read_markdown(data: bytes, path: str) -> Document:
    """The draft in a Markdown file."""
    lines = plain(decode(data)).replace("\r\n", "\n").replace("\r", "\n").replace("\f", " ").split("\n")
    scan = Scan()
    for number in range(_after_front_matter(lines), len(lines)):
        scan.line(number + 1, lines[number])
    scan.close()
    writer = _Writer(Known(scan.links, scan.notes))
    for leaf in scan.leaves:
        writer.write(leaf)
    return Document(path, "markdown", tuple(writer.blocks), tuple(writer.marks))


def _after_front_matter(lines: Sequence[str]) -> int:
    """The number of lines that the front matter takes: what stands between two rules at the very start."""
    if lines[0].rstrip() != "---":
        return 0
    for number, line in enumerate(lines[1:], 1):
        if line.rstrip() in ("---", "..."):
            return number + 1
        if not line.strip():
            return 0
    return 0


class _Writer:
    """Makes blocks and marks of leaves."""

    def __init__(self, known: Known) -> None:
        self.blocks: list[Block] = []
        self.marks: list[Mark] = []
        self._known = known
        self._opened: tuple[OpenItem, ...] = ()
        self._tables = 0

    def write(self, leaf: Leaf) -> None:
        """Add the blocks of a leaf."""
        if leaf.kind is Kind.TABLE:
            self._table(leaf)
        elif leaf.kind is Kind.CODE:
            self._code(leaf)
        elif leaf.kind is Kind.HTML:
            self._html(leaf)
        elif leaf.kind is Kind.COMMENT:
            self._comment("\n".join(words for _, _, words in leaf.lines).strip("<!-> \n"))
        elif leaf.lines:
            self._words(leaf)

    def _words(self, leaf: Leaf) -> None:
        """A paragraph or a heading; hard breaks part a paragraph as line ends part plain text."""
        whole = inline(leaf.lines, self._known, leaf.hard)
        parts = [whole] if leaf.level or HARD not in whole.text else list(_parted(whole))
        for number, part in enumerate(parts):
            stands_out, lead = (False, 0) if leaf.level else _emphasis(part)
            marker = "" if number else leaf.marker
            block = Block(
                part.text.replace(HARD, "\n"),
                part.origins,
                leaf.level,
                stands_out,
                lead,
                marker,
                leaf.depth if marker else 0,
                layer=leaf.layer,
                name=leaf.name,
                inserted=_inserted(part),
            )
            if not marker:
                block, self._opened = without_typed_marker(block, self._opened)
            self._add(block, part)
        self._aside(whole)

    def _add(self, block: Block, words: Inline) -> None:
        if not block.text:
            return
        for stretch in words.stretches:
            if stretch.change in _NOTED:
                text = words.text[stretch.start : stretch.end]
                self.marks.append(Mark(stretch.change, text, len(self.blocks)))
        self.blocks.append(block)

    def _aside(self, words: Inline) -> None:
        """Note what stood between words and is not read with them."""
        for comment in words.comments:
            self._comment(comment)
        for text in words.deleted:
            self.marks.append(Mark(MarkKind.DELETION, text, self._nearest()))

    def _comment(self, text: str) -> None:
        if is_prose(text):
            self.marks.append(Mark(MarkKind.COMMENT, " ".join(text.split()), self._nearest()))

    def _nearest(self) -> int | None:
        return len(self.blocks) - 1 if self.blocks else None

    def _table(self, leaf: Leaf) -> None:
        self._tables += 1
        cells: list[Block] = []
        for row, (number, column, text) in enumerate(leaf.lines, 1):
            for place, (start, cell) in enumerate(cells_of(text), 1):
                words = cell.strip(" \t" + SOFT_HYPHEN)
                if not words:
                    continue
                read = inline([(number, column + start + cell.index(words), words)], self._known)
                stands_out, lead = _emphasis(read)
                at = Cell(self._tables, row, place, row == 1)
                shown = read.text.replace(HARD, "\n")
                if shown:
                    cells.append(Block(shown, read.origins, 0, stands_out, lead, cell=at, layer=leaf.layer))
                self._aside(read)
        self.blocks += with_heads(cells)

    def _code(self, leaf: Leaf) -> None:
        """What is set as code is read as plain text."""
        lines: list[Line] = []
        for number, column, source in leaf.lines:
            text, turns = squeeze(source, column)
            if text:
                gap = number - lines[-1].number - 1 if lines else 0
                lines.append(Line(text, source, number, column, gap, turns=turns))
        for start, end in paragraphs_of(lines):
            text, origins = joined(lines[start:end])
            self.blocks.append(Block(text, origins, layer=leaf.layer, name=leaf.name))

    def _html(self, leaf: Leaf) -> None:
        """HTML among Markdown is read as HTML."""
        from foilint.readers.html import read_html  # needs lxml, and few drafts hold any

        read = read_html("\n".join(words for _, _, words in leaf.lines).encode(), "")
        for mark in read.marks:
            nearest = None if mark.block is None else mark.block + len(self.blocks)
            self.marks.append(mark._replace(block=nearest))
        tables = [block.cell.table for block in read.blocks if block.cell]
        for block in read.blocks:
            cell = block.cell and block.cell._replace(table=block.cell.table + self._tables)
            layer = leaf.layer if block.layer is Layer.BODY else block.layer
            self.blocks.append(block._replace(origins=_shifted(block.origins, leaf), cell=cell, layer=layer))
        self._tables += max(tables, default=0)


def _shifted(origins: Sequence[Origin], leaf: Leaf) -> tuple[Origin, ...]:
    """Places in the lines of a leaf as places in the file."""
    places = [leaf.lines[origin.line - 1] for origin in origins]
    return tuple(
        Origin(origin.offset, line, column + origin.column - 1)
        for origin, (line, column, _) in zip(origins, places, strict=True)
    )


def _parted(whole: Inline) -> Iterator[Inline]:
    """The paragraphs of words with hard breaks: a line that stands out is one, others as their wraps tell."""
    run: list[tuple[int, int]] = []
    runs_out = False
    start = 0
    for words in (*whole.text.split(HARD), ""):
        end = start + len(words)
        stands_out = bool(words) and _emphasis(whole.part(start, end))[0]
        if run and (not words or stands_out != runs_out):
            lines = [Line(text := whole.text[low:high], text, at, 1) for at, (low, high) in enumerate(run, 1)]
            for first, last in paragraphs_of(lines):
                yield whole.part(run[first][0], run[last - 1][1])
            run = []
        if words:
            run.append((start, end))
            runs_out = stands_out
        start = end + 1


def _emphasis(words: Inline) -> tuple[bool, int]:
    if is_capitals(words.text):
        return True, 0  # in one stretch or, as "1\\. HARM", in several
    if len(words.stretches) == 1 and not words.stretches[0].strong:
        return False, 0
    stretches: list[tuple[str, bool]] = []
    end = 0
    for stretch in words.stretches:
        strong = stretch.strong or is_capitals(words.text[stretch.start : stretch.end])
        stretches.append((words.text[end : stretch.end], strong))
        end = stretch.end
    return emphasis(stretches)


def _inserted(words: Inline) -> tuple[tuple[int, int], ...]:
    return tuple((at.start, at.end) for at in words.stretches if at.change is MarkKind.INSERTION)
