"""HTML: disclosure-log pages with all that is around them, Word's and LibreOffice's own, letters written by hand."""

from lxml import etree

from foilint.document import Document
from foilint.readers.encoding import decode
from foilint.readers.html_metadata import metadata_of
from foilint.readers.html_walk import Walk

_HEAD = 2048  # bytes in which a page names its encoding
_DECLARED = b"charset="


def read_html(data: bytes, path: str) -> Document:
    """The draft in an HTML file. Raises `Unreadable` where it is no text, or is made to be too deep."""
    text = decode(data, _declared(data[:_HEAD].lower())).replace("\r\n", "\n").replace("\r", "\n")
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, no_network=True)
    root = etree.fromstring(text.replace("\0", "").encode("utf-8", "replace"), parser)
    if root is None:
        return Document(path, "html", ())
    walk = Walk(root, text.split("\n"))
    walk.read()
    return Document(path, "html", tuple(walk.page.blocks), (*walk.page.marks, *metadata_of(root)))


def _declared(head: bytes) -> str:
    """The encoding that a page names, where that name can be true: its bytes were read as ASCII up to there."""
    found = head.find(_DECLARED)
    if found < 0:
        return ""
    name = head[found + len(_DECLARED) :].lstrip(b"\"' ")
    letters = bytes(byte for byte in name[:24].partition(b">")[0] if chr(byte).isalnum() or byte in b"-_").decode(
        "ascii"
    )
    western = letters.startswith("utf") or letters in ("iso-8859-1", "us-ascii", "latin1")  # as browsers take them
    return "" if western else letters
