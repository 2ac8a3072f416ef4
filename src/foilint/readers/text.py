"""Plain text."""

from foilint.document import Block, Document, Origin
from foilint.readers.encoding import decode


def read_text(data: bytes, path: str) -> Document:
    """The paragraphs of a plain text file."""
    blocks: list[Block] = []
    lines: list[tuple[int, str]] = []
    for number, line in enumerate([*decode(data).splitlines(), ""], 1):
        words = " ".join(line.split())
        if words:
            lines.append((number, words))
        elif lines:
            offset, origins = 0, []
            for at, text in lines:
                origins.append(Origin(offset, at, 1))
                offset += len(text) + 1
            blocks.append(Block("\n".join(text for _, text in lines), tuple(origins)))
            lines = []
    return Document(path, "text", tuple(blocks))
