"""What tells the format of a file: its first words, and of an archive the names of what is inside."""

_HEAD = 2048
_BLANK = b"\xef\xbb\xbf\xfe\xff \t\r\n"  # with the byte order marks


def opening(data: bytes) -> str:
    """In lower case and without the NULs of UTF-16, whatever the encoding: the names of formats are all ASCII."""
    head = data[:_HEAD] + _directory(data) if data.startswith(b"PK\3\4") else data[:_HEAD].lstrip(_BLANK)
    return head.replace(b"\0", b"").decode("latin-1").lower()


def _directory(data: bytes) -> bytes:
    """The directory at the end of a zip archive; empty where the archive has lost its end."""
    end = data.rfind(b"PK\5\6")
    return data[int.from_bytes(data[end + 16 : end + 20], "little") : end] if end > 0 else b""
