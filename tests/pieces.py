"""A notice in pieces, so that a test can take one out, and write what remains in any format."""

import html
import io
import re
import textwrap
import zipfile
from collections.abc import Callable, Iterator
from enum import StrEnum
from functools import cache
from typing import NamedTuple

import docx

WIDTH = 96


class Form(StrEnum):
    """What a piece looks like."""

    HEADING = "heading"
    LABEL = "label"  # a paragraph that opens with its label
    TEXT = "text"
    LIST = "list"
    COLUMN = "column"  # of a table: columns side by side are one table


class Piece(NamedTuple):
    """A heading (with its level), or a paragraph, list or column with what introduces it, if anything does."""

    form: Form
    head: str = ""
    body: tuple[str, ...] = ()
    level: int = 0


Pieces = tuple[Piece, ...]


def parse(markdown: str) -> Pieces:
    """The pieces of a notice in simple Markdown."""
    found: list[Piece] = []
    for block in re.split(r"\n{2,}", markdown.strip()):
        lines = block.splitlines()
        joined = " ".join(lines)
        if heading := re.fullmatch(r"(#+) (.+)", joined):
            found.append(Piece(Form.HEADING, heading[2], (), len(heading[1])))
        elif label := re.fullmatch(r"\*\*(.+?)\*\* (.+)", joined):
            found.append(Piece(Form.LABEL, label[1], (label[2],)))
        elif lines[0].startswith("- "):
            found.append(Piece(Form.LIST, "", tuple(item.replace("\n", " ") for item in block[2:].split("\n- "))))
        elif lines[0].startswith("| "):
            heads, _, *rows = [[cell.strip() for cell in line.strip("| ").split(" | ")] for line in lines]
            found += [Piece(Form.COLUMN, head, cells) for head, *cells in zip(heads, *rows, strict=True)]
        else:
            found.append(Piece(Form.TEXT, "", (joined,)))
    return tuple(piece._replace(body=tuple(piece.body)) for piece in found)


def find(pieces: Pieces, at: str) -> int:
    """Where a piece stands: by its head, the heads that lead to it ("Section 38 > Harm"), or how its text begins."""
    start = 0
    for name in at.split(" > "):
        start = next(
            n
            for n, piece in enumerate(pieces)
            if n >= start and (piece.head == name or (piece.form is Form.TEXT and piece.body[0].startswith(name)))
        )
    return start


def below(pieces: Pieces, at: int) -> range:
    """The pieces that stand under a heading, up to the next one of its level; none under any other piece."""
    if pieces[at].form is not Form.HEADING:
        return range(at + 1, at + 1)
    heads = (n for n in range(at + 1, len(pieces)) if 0 < pieces[n].level <= pieces[at].level)
    return range(at + 1, next(heads, len(pieces)))


def without(pieces: Pieces, gone: set[int]) -> Pieces:
    """The pieces that are not gone."""
    return tuple(piece for n, piece in enumerate(pieces) if n not in gone)


def emptied(piece: Piece) -> Piece:
    """A piece of which only the head is left."""
    return piece._replace(body=("",) * len(piece.body) if piece.form is Form.COLUMN else ())


# --- formats ---------------------------------------------------------------------------------------------------------


def text(pieces: Pieces, width: int = WIDTH) -> bytes:
    """Plain text, wrapped as letters are: a heading is a line of its own, and columns stand one below the other."""
    blocks: list[str] = []
    for piece in pieces:
        if piece.form is Form.LABEL:
            blocks.append(_wrapped(f"{piece.head.rstrip('.:')}: {' '.join(piece.body)}", width))
        elif piece.form is Form.LIST:
            blocks.append("\n".join(_wrapped(f"• {item}", width) for item in piece.body))
        else:
            blocks += [piece.head, *(_wrapped(words, width) for words in piece.body)]
    return ("\n\n".join(block for block in blocks if block) + "\n").encode()


def _wrapped(words: str, width: int) -> str:
    return textwrap.fill(words, width, break_on_hyphens=False, break_long_words=False)


def markdown(pieces: Pieces, width: int = WIDTH) -> bytes:
    """Markdown, as the fixtures have it."""
    blocks: list[str] = []
    for piece, columns in _tabled(pieces):
        if columns:
            heads, *rows = _rows(columns)
            blocks.append("\n".join(f"| {' | '.join(row)} |" for row in (heads, ["---"] * len(heads), *rows)))
        elif piece.form is Form.HEADING:
            blocks.append(f"{'#' * piece.level} {piece.head}")
        elif piece.form is Form.LABEL:
            blocks.append(_wrapped(f"**{piece.head}** {' '.join(piece.body)}", width))
        elif piece.form is Form.LIST:
            blocks.append("\n".join(f"- {item}" for item in piece.body))
        else:
            blocks += [_wrapped(words, width) for words in piece.body]
    return ("\n\n".join(blocks) + "\n").encode()


def page(pieces: Pieces) -> bytes:
    """HTML."""
    blocks: list[str] = []
    for piece, columns in _tabled(pieces):
        head, body = html.escape(piece.head), [html.escape(words) for words in piece.body]
        if columns:
            heads, *rows = _rows(columns)
            blocks.append(f"<table>{_row(heads, 'th')}{''.join(_row(cells, 'td') for cells in rows)}</table>")
        elif piece.form is Form.HEADING:
            blocks.append(f"<h{piece.level}>{head}</h{piece.level}>")
        elif piece.form is Form.LABEL:
            blocks.append(f"<p><b>{head}</b> {' '.join(body)}</p>")
        elif piece.form is Form.LIST:
            blocks.append(f"<ul>{''.join(f'<li>{item}</li>' for item in body)}</ul>")
        else:
            blocks += [f"<p>{words}</p>" for words in body]
    return ("<!DOCTYPE html>\n<html><body>\n" + "\n".join(blocks) + "\n</body></html>\n").encode()


def _row(cells: tuple[str, ...], tag: str) -> str:
    return "<tr>" + "".join(f"<{tag}>{html.escape(cell)}</{tag}>" for cell in cells) + "</tr>"


def word(pieces: Pieces) -> bytes:
    """Word, with heading styles."""
    return _package(pieces, _styled)


def word_in_bold(pieces: Pieces) -> bytes:
    """Word, with bold paragraphs in place of heading styles."""
    return _package(pieces, _bold)


def _package(pieces: Pieces, heading: Callable[[Piece], str]) -> bytes:
    """A Word file: what Word's own default template holds, with these pieces for its text."""
    blocks: list[str] = []
    for piece, columns in _tabled(pieces):
        if columns:
            rows = ("".join(f"<w:tc>{_paragraph(_run(cell))}</w:tc>" for cell in cells) for cells in _rows(columns))
            blocks.append(f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>")
        elif piece.form is Form.HEADING:
            blocks.append(heading(piece))
        elif piece.form is Form.LABEL:
            blocks.append(_paragraph(_run(piece.head, "<w:b/>") + _run(" ".join(("", *piece.body)))))
        else:
            blocks += [_paragraph(_run(words), "ListBullet" * (piece.form is Form.LIST)) for words in piece.body]
    document = f'<w:document xmlns:w="{WORD}"><w:body>{"".join(blocks)}</w:body></w:document>'
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as made:
        for name, data in _template().items():
            made.writestr(name, document if name == "word/document.xml" else data)
    return stream.getvalue()


WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def _styled(piece: Piece) -> str:
    return _paragraph(_run(piece.head), f"Heading{piece.level}")


def _bold(piece: Piece) -> str:
    return _paragraph(_run(piece.head, "<w:b/>"))


def _paragraph(runs: str, style: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style or "Normal"}"/></w:pPr>{runs}</w:p>'


def _run(words: str, look: str = "") -> str:
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{html.escape(words)}</w:t></w:r>'


@cache
def _template() -> dict[str, bytes]:
    """The parts of an empty Word file, without its author."""
    document = docx.Document()
    document.core_properties.author = ""
    stream = io.BytesIO()
    document.save(stream)
    with zipfile.ZipFile(stream) as made:
        return {name: made.read(name) for name in made.namelist()}


# --- tables ----------------------------------------------------------------------------------------------------------


def _tabled(pieces: Pieces) -> Iterator[tuple[Piece, Pieces]]:
    """Each piece with the columns of the table that begins with it; the other columns do not come again."""
    for n, piece in enumerate(pieces):
        if piece.form is not Form.COLUMN:
            yield piece, ()
        elif n == 0 or pieces[n - 1].form is not Form.COLUMN:
            last = next((m for m in range(n, len(pieces)) if pieces[m].form is not Form.COLUMN), len(pieces))
            yield piece, pieces[n:last]


def _rows(columns: Pieces) -> list[tuple[str, ...]]:
    """The rows of a table, the first of which heads its columns."""
    return [tuple(column.head for column in columns), *zip(*(column.body for column in columns), strict=True)]


FORMATS = {
    "text": (text, "notice.txt"),
    "Markdown": (markdown, "notice.md"),
    "HTML": (page, "notice.html"),
    "Word": (word, "notice.docx"),
    "Word in bold": (word_in_bold, "notice.docx"),
}
"""How a notice is written in each format, and what the file is called."""
