"""A skeleton as a file: Word with content controls for its gaps, Markdown, or plain text."""

import os
import textwrap
from collections.abc import Callable, Mapping, Sequence

from foilint.misuse import Misuse, nearest
from foilint.skeleton.pieces import Form, Piece

STYLES = {Form.TITLE: "Heading1", Form.HEADING: "Heading2", Form.QUOTATION: "Quote"}
MARKS = {Form.TITLE: "# ", Form.HEADING: "## ", Form.ITEM: "- ", Form.QUOTATION: "> "}
LONGEST_NAME = 60  # signs that Word shows on a content control


def rendered(pieces: Sequence[Piece], file: str) -> bytes:
    """The skeleton in the format that a file's name asks for. Raises Misuse where there is none."""
    suffix = os.path.splitext(file)[1].lower()
    if suffix not in FORMATS:
        known = ", ".join(FORMATS)
        raise Misuse(f"{file}: a skeleton is written as {known}{nearest(suffix, FORMATS)}; give it such a name")
    return FORMATS[suffix](pieces)


def _word(pieces: Sequence[Piece]) -> bytes:
    from foilint.word.composed import Paragraph, Run, composed  # needs lxml and zipfile

    return composed(
        [
            Paragraph(
                tuple(Run(words, prompt=_name(words) if is_gap else "") for words, is_gap in piece.parts()),
                STYLES.get(piece.form, ""),
                "•" if piece.form is Form.ITEM else "",
                1 if piece.form is Form.ITEM else 0,
            )
            for piece in pieces
        ]
    )


def _name(gap: str) -> str:
    """What a content control is called: "[insert the date]" is "The date"."""
    words = gap.strip("[]").removeprefix("insert").strip(" :")
    short = textwrap.shorten(words, LONGEST_NAME, placeholder=" …")
    return short[:1].upper() + short[1:]


def _markdown(pieces: Sequence[Piece]) -> bytes:
    return _lines(pieces, MARKS)


def _text(pieces: Sequence[Piece]) -> bytes:
    return _lines(pieces, {Form.ITEM: MARKS[Form.ITEM]})


def _lines(pieces: Sequence[Piece], marks: Mapping[Form, str]) -> bytes:
    """Pieces parted by blank lines, items by none. A paragraph is one line, ready to be pasted into an e-mail."""
    text = ""
    for number, piece in enumerate(pieces):
        is_first = not number or not piece.form is pieces[number - 1].form is Form.ITEM
        text += "\n" * (is_first and number > 0) + marks.get(piece.form, "") + piece.words + "\n"
    return text.encode()


FORMATS: dict[str, Callable[[Sequence[Piece]], bytes]] = {".docx": _word, ".md": _markdown, ".txt": _text}
