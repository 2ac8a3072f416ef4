"""PDF, through the `pypdf` library: the text of its pages, from whose lines the paragraphs are made again."""

import io

from foilint.document import Document, Unreadable
from foilint.readers.text import blocks_of

_PROVISIONAL = "its text was extracted from a PDF, where headings, tables and the order of words can be lost"
_ADVICE = "check the draft that the PDF was made from"


def read_pdf(data: bytes, path: str) -> Document:
    """The text of a PDF. Raises `Unreadable` where the extra is not installed, or there is no text to be had."""
    try:
        import pypdf  # an extra: few drafts are PDF
    except ImportError:
        raise Unreadable(
            "PDF is read with the library pypdf, which is not installed",
            f"run `pip install 'foilint[pdf]'`, or {_ADVICE}",
        ) from None
    import logging  # which pypdf has imported: it reports on standard error what is wrong with a file

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        locked = reader.is_encrypted and not reader.decrypt("")
        pages = [] if locked else [page.extract_text() for page in reader.pages]
    except Exception:  # noqa: BLE001 a damaged PDF makes pypdf raise errors of any kind
        raise Unreadable("the PDF is damaged", _ADVICE) from None
    if locked:
        raise Unreadable("the PDF is locked with a password", _ADVICE)
    blocks = tuple(block._replace(origins=()) for block in blocks_of("\n\f".join(pages)))
    if not blocks:
        raise Unreadable("the PDF holds pictures of pages and no text", _ADVICE)
    return Document(path, "pdf", blocks, provisional=_PROVISIONAL)
