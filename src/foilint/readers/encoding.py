"""Bytes to text where the file does not say how it is encoded: byte order mark, UTF-8, UTF-16, else Windows-1252."""

from foilint.document import Unreadable

_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_SAMPLE = 4096
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\v\x1b\0"))


def decode(data: bytes, declared: str = "") -> str:
    """The text of a plain file; raises `Unreadable` where it is no text at all. NUL bytes strewn in are dropped.

    `declared` is the encoding that the file itself names, for what is no UTF-8.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, errors="replace")
    if b"\0" in data:
        wide = _wide(data[:_SAMPLE])
        if wide:
            return data.decode(wide, errors="replace")
        if data.count(b"\0") * 50 > len(data):
            raise _no_text()
        data = data.replace(b"\0", b"")
    if (len(data) - len(data.translate(None, _CONTROLS))) * 50 > len(data):
        raise _no_text()
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    try:
        return data.decode(declared, errors="replace") if declared else _western(data)
    except (LookupError, UnicodeError):
        return _western(data)


def _western(data: bytes) -> str:
    return data.decode("cp1252", errors="replace")


def _wide(sample: bytes) -> str:
    """The name of UTF-16 without its mark: mostly Latin letters leave every second byte empty."""
    half = len(sample) // 2
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if odd > half * 0.4 and even < half * 0.1:
        return "utf-16-le"
    if even > half * 0.4 and odd < half * 0.1:
        return "utf-16-be"
    return ""


def _no_text() -> Unreadable:
    return Unreadable(
        "it is no text, nor in any format that foilint reads",
        "give it the draft as Word, OpenDocument, HTML or text",
    )
