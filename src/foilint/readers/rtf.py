"""RTF, through the `striprtf` library: its words alone, which is all that library tells."""

from foilint.document import Document, Unreadable
from foilint.readers.text import blocks_of_paragraphs

_PROVISIONAL = "only the words of the RTF were read: not its headings, hidden text or tracked changes"


def read_rtf(data: bytes, path: str) -> Document:
    """The draft in an RTF file. Raises `Unreadable` where the extra is not installed, or the file is damaged."""
    try:
        from striprtf.striprtf import rtf_to_text  # an extra: few drafts are RTF
    except ImportError:
        raise Unreadable(
            "RTF is read with the library striprtf, which is not installed",
            "run `pip install 'foilint[rtf]'`, or save the draft as .docx",
        ) from None
    try:
        text: str = rtf_to_text(data.decode("latin-1"), errors="replace")  # type: ignore[no-untyped-call]  # no types
    except (ValueError, LookupError, TypeError, OverflowError, RecursionError):
        raise Unreadable("its RTF is damaged", "open it in Word and save it as .docx") from None
    blocks = tuple(block._replace(origins=()) for block in blocks_of_paragraphs(text))
    return Document(path, "rtf", blocks, provisional=_PROVISIONAL)
