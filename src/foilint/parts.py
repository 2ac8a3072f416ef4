"""One file of many parts, each read only when it is asked for.

To put a page of memory under what is read costs a cold check more than to read it, so what nobody asks for is not read.
"""

import marshal
import os

from foilint.values import Any

_LENGTH = 8  # the bytes that say how long the list of parts is
_AT_ONCE = 1 << 14  # bytes: more than the list is long
_VERSION = 4  # of marshal: read by every Python since 3.4


class Parts:
    """The parts of a file by name, and whatever was `told` of them as it was written.

    The file stays open, so that all of it is of one piece though another be put in its place.
    """

    __slots__ = ("_file", "_places", "_start", "told", "written")

    def __init__(self, path: str) -> None:
        """Open a file that `write` made. Raises OSError, or where it is damaged ValueError, EOFError or TypeError."""
        self._file = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        state = os.fstat(self._file)
        self.written = state.st_mtime
        opening = self._bytes(0, _AT_ONCE)
        start = _LENGTH + int.from_bytes(opening[:_LENGTH], "little")
        if start > state.st_size:
            raise ValueError(f"{path} is not whole")
        if start > len(opening):
            opening += self._bytes(len(opening), start - len(opening))
        end, places, self.told = marshal.loads(opening[_LENGTH:start])  # noqa: S302  as trusted as the modules beside it
        self._start = start
        self._places: dict[str, tuple[int, int]] = places
        if start + end != state.st_size:
            raise ValueError(f"{path} is not whole")

    @property
    def names(self) -> tuple[str, ...]:
        """What the parts are called."""
        return tuple(self._places)

    def read(self, name: str) -> Any:
        """What a part says, read anew each time. Raises KeyError where there is none of that name."""
        start, length = self._places[name]
        return marshal.loads(self._bytes(self._start + start, length))  # noqa: S302  as in __init__

    def _bytes(self, start: int, length: int) -> bytes:
        if hasattr(os, "pread"):
            return os.pread(self._file, length, start)
        os.lseek(self._file, start, os.SEEK_SET)  # Windows
        return os.read(self._file, length)


def write(path: str, parts: dict[str, Any], told: Any = None) -> None:
    """Write plain values as the parts of a file. It is whole, or what was there before stays as it is."""
    packed = {name: marshal.dumps(plain, _VERSION) for name, plain in parts.items()}
    places, end = {}, 0
    for name, data in packed.items():
        places[name] = end, len(data)
        end += len(data)
    opening = marshal.dumps((end, places, told), _VERSION)
    unfinished = f"{path}.{os.getpid()}"
    with open(unfinished, "wb") as stream:
        stream.writelines((len(opening).to_bytes(_LENGTH, "little"), opening, *packed.values()))
    os.replace(unfinished, path)
