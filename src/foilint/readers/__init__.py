"""Readers: bytes in, a `Document` out; one module a format. What a file holds decides, before what it is called.

Every reader is imported only when its format is met: lxml and the e-mail package each cost more than the
rest of a check's start-up, and a run meets one or two formats.
"""

import os.path
from collections.abc import Callable

from foilint.document import Document
from foilint.readers.opening import opening
from foilint.readers.refused import refuse

Reader = Callable[[bytes, str], Document]


def read(data: bytes, path: str) -> Document:
    """The draft that `data` holds; `path` is shown to people, and its suffix decides where the content does not tell.

    Raises `Unreadable`, with cause and advice, for whatever is no draft or cannot be read as one.
    """
    head = opening(data)
    refuse(data, path, head)
    for holds, reader in _BY_CONTENT:
        if holds(head):
            return reader(data, path)
    return _BY_SUFFIX.get(os.path.splitext(path)[1].lower(), _text)(data, path)


def _is_opendocument(head: str) -> bool:
    return (head.startswith("pk\3\4") and "word/" not in head) or (head.startswith("<") and "<office:document" in head)


def _is_word(head: str) -> bool:
    return head.startswith("pk\3\4")


def _is_pdf(head: str) -> bool:
    return head.startswith("%pdf-")


def _is_rtf(head: str) -> bool:
    return head.startswith("{\\rtf")


def _is_html(head: str) -> bool:
    return head.startswith("<") and any(tag in head for tag in ("<!doctype html", "<html", "<body"))


def _is_email(head: str) -> bool:
    """Whether it opens with the header of a message as stored, not with the "From: … Sent: …" of a pasted one."""
    header = head.replace("\r\n", "\n").partition("\n\n")[0]
    names = {line.partition(":")[0] for line in header.split("\n") if ":" in line}
    return bool(names & {"message-id", "mime-version", "received"}) and bool(names & {"from", "content-type"})


def _word(data: bytes, path: str) -> Document:
    from foilint.readers.word import read_word  # its tables are for Word alone

    return read_word(data, path)


def _opendocument(data: bytes, path: str) -> Document:
    from foilint.readers.opendocument import read_opendocument  # as for Word

    return read_opendocument(data, path)


def _html(data: bytes, path: str) -> Document:
    from foilint.readers.html import read_html  # needs lxml

    return read_html(data, path)


def _email(data: bytes, path: str) -> Document:
    from foilint.readers.email import read_email  # needs the e-mail package

    return read_email(data, path)


def _rtf(data: bytes, path: str) -> Document:
    from foilint.readers.rtf import read_rtf  # needs an extra

    return read_rtf(data, path)


def _pdf(data: bytes, path: str) -> Document:
    from foilint.readers.pdf import read_pdf  # needs an extra

    return read_pdf(data, path)


def _markdown(data: bytes, path: str) -> Document:
    from foilint.readers.markdown import read_markdown  # a run on other formats should not pay for its tables

    return read_markdown(data, path)


def _text(data: bytes, path: str) -> Document:
    from foilint.readers.text import read_text  # as for Markdown

    return read_text(data, path)


_BY_CONTENT: tuple[tuple[Callable[[str], bool], Reader], ...] = (
    (_is_opendocument, _opendocument),
    (_is_word, _word),  # `refuse` has turned every other archive away
    (_is_pdf, _pdf),
    (_is_rtf, _rtf),
    (_is_html, _html),
    (_is_email, _email),
)
_BY_SUFFIX: dict[str, Reader] = {
    ".md": _markdown,
    ".markdown": _markdown,
    ".html": _html,
    ".htm": _html,
    ".xhtml": _html,
    ".eml": _email,
}
SUFFIXES: tuple[str, ...] = (
    ".docx",
    ".docm",
    ".dotx",
    ".dotm",
    ".doc",
    ".odt",
    ".ott",
    ".fodt",
    ".html",
    ".htm",
    ".xhtml",
    ".md",
    ".markdown",
    ".txt",
    ".text",
    ".eml",
    ".rtf",
    ".pdf",
)
"""What drafts are called; .doc is among them, for it may hold HTML or RTF, and an old one must be spoken of."""
