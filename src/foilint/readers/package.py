"""Zip packages (Word, OpenDocument) read straight from their bytes, within limits that no honest draft comes near.

The directory is read here and each part is inflated by zlib: nothing is ever written out, so a part's name can point
nowhere; and the zipfile module, which costs more to import than Python to start, stays out of a cold check.
"""

import struct
import zlib

from foilint.document import Unreadable
from foilint.values import NamedTuple

MOST_PARTS = 10_000
MOST_BYTES = 512 << 20  # all parts unpacked; pictures count here though they are never unpacked
MOST_BYTES_READ = 64 << 20  # one part unpacked; 200,000 words make 2 to 30 MB of XML
HIGHEST_RATIO = 250  # of unpacked to packed bytes, where a part is large enough to matter
RATIO_MATTERS_FROM = 4 << 20

_STORED, _DEFLATED = 0, 8
_ENCRYPTED = 1
_END = struct.Struct("<4s4H2LH")  # the record that closes a zip file
_ENTRY = struct.Struct("<4s6H3L5H2L")  # a part in the directory
_LOCAL = struct.Struct("<4s5H3L2H")  # what precedes a part's bytes
_LONGEST_COMMENT = 0xFFFF

_ASK_AGAIN = "open it in the program it was written with and save it again, or ask for another copy"
_SPLIT = "no draft needs so much: check where it comes from, or save its text as a new document"


class Part(NamedTuple):
    """One file of a package, still packed. Equal values hold equal bytes, so they may be remembered by."""

    packed: bytes
    method: int
    checksum: int
    size: int


class Entry(NamedTuple):
    """Where a part stands, as the package's directory says."""

    flags: int
    method: int
    checksum: int
    packed: int
    size: int
    offset: int


class Package(NamedTuple):
    """A zip package: its bytes and its directory."""

    data: bytes
    entries: dict[str, Entry]

    def part(self, name: str) -> Part | None:
        """The part of that name, still packed, or None. Raises Unreadable where it is locked or out of place."""
        entry = self.entries.get(name)
        if entry is None:
            return None
        if entry.flags & _ENCRYPTED:
            raise Unreadable("it is encrypted", "save it without a password first")
        if not 0 <= entry.offset <= len(self.data) - _LOCAL.size:
            raise _damaged(name)
        local = _LOCAL.unpack_from(self.data, entry.offset)
        start = entry.offset + _LOCAL.size + local[9] + local[10]
        if local[0] != b"PK\3\4" or start + entry.packed > len(self.data):
            raise _damaged(name)
        return Part(self.data[start : start + entry.packed], entry.method, entry.checksum, entry.size)

    def read(self, name: str) -> bytes | None:
        """The bytes of the part of that name, or None. Raises Unreadable as `part` and `unpack` do."""
        part = self.part(name)
        return None if part is None else unpack(part, name)


def open_package(data: bytes) -> Package:
    """The package that `data` is. Raises Unreadable where it is none, is damaged, or passes a limit."""
    end = data.rfind(b"PK\5\6", max(0, len(data) - _LONGEST_COMMENT - _END.size))
    try:
        if end < 0:
            raise Unreadable("it is damaged: the end of the package is missing", _ASK_AGAIN)
        _, _, _, _, count, length, start, _ = _END.unpack_from(data, end)
        if length > end:
            raise Unreadable("it is damaged: the directory of the package is missing", _ASK_AGAIN)
        if count > MOST_PARTS:
            raise Unreadable(f"the package claims {count:,} parts, more than {MOST_PARTS:,}", _SPLIT)
        entries = _entries(data, end - length, count, moved=end - length - start)
    except struct.error:
        raise Unreadable("it is damaged: the package is cut short", _ASK_AGAIN) from None
    total = sum(entry.size for entry in entries.values())
    if total > MOST_BYTES:
        raise Unreadable(f"it would unpack to {total >> 20:,} MB, more than {MOST_BYTES >> 20:,}", _SPLIT)
    return Package(data, entries)


def _entries(data: bytes, at: int, count: int, moved: int) -> dict[str, Entry]:
    """The directory of a package; `moved` is by how many bytes something before the package displaces it."""
    entries: dict[str, Entry] = {}
    for _ in range(count):
        (signature, _, _, flags, method, _, _, checksum, packed, size, name, extra, comment, _, _, _, offset) = (
            _ENTRY.unpack_from(data, at)
        )
        if signature != b"PK\1\2":
            raise Unreadable("it is damaged: the directory of the package is broken", _ASK_AGAIN)
        at += _ENTRY.size
        written = data[at : at + name].decode("utf-8", "replace").replace("\\", "/")
        entries[written] = Entry(flags, method, checksum, packed, size, offset + moved)
        at += name + extra + comment
    return entries


def unpack(part: Part, name: str) -> bytes:
    """The bytes of a part, proved by length and checksum. Raises Unreadable where they fail or pass a limit."""
    if part.size > MOST_BYTES_READ:
        raise Unreadable(f"{name} would unpack to {part.size >> 20:,} MB, more than {MOST_BYTES_READ >> 20:,}", _SPLIT)
    if part.size > RATIO_MATTERS_FROM and part.size > HIGHEST_RATIO * len(part.packed):
        raise Unreadable(f"{name} would unpack to more than {HIGHEST_RATIO} times its size", _SPLIT)
    if part.method == _DEFLATED:
        data = _inflated(part, name)
    elif part.method == _STORED:
        data = part.packed
    else:
        raise Unreadable(f"{name} is packed by a method that Word and LibreOffice do not use", _ASK_AGAIN)
    if len(data) != part.size or zlib.crc32(data) != part.checksum:
        raise _damaged(name)
    return data


def _inflated(part: Part, name: str) -> bytes:
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        return inflater.decompress(part.packed, part.size + 1)  # never more than announced and one byte as proof
    except zlib.error:
        raise _damaged(name) from None


def _damaged(name: str) -> Unreadable:
    return Unreadable(f"it is damaged: {name} cannot be unpacked", _ASK_AGAIN)
