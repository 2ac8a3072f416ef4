"""Copies of drafts: never over the draft itself, over nothing else unasked, and written whole or not at all."""

import os

from foilint.misuse import Misuse


def see_that_it_may_be_written(copy: str, force: bool, draft: str = "") -> None:  # noqa: FBT001  it is --force itself
    """Raises Misuse where a copy would take the place of its draft, or of any file without `force`."""
    folder = os.path.dirname(copy) or os.curdir
    if os.path.isdir(copy):
        raise Misuse(f"{copy} is a folder; name the file to be written")
    if not os.path.isdir(folder):
        raise Misuse(f"{copy} cannot be written: there is no folder {folder}")
    if draft and os.path.exists(copy) and os.path.exists(draft) and os.path.samefile(copy, draft):
        raise Misuse(f"{copy} is the draft itself, which is never written over; name another file")
    if os.path.lexists(copy) and not force:
        raise Misuse(f"{copy} exists already; name another file, or write over it with --force")


def write_copy(copy: str, data: bytes) -> None:
    """Writes a file beside its place first, and lets it take that place once it is whole. Raises Misuse."""
    unfinished = f"{copy}.{os.getpid()}.unfinished"
    try:
        with open(unfinished, "xb") as stream:
            stream.write(data)
        os.replace(unfinished, copy)
    except OSError as error:
        raise Misuse(f"{copy} cannot be written: {error.strerror}") from None
    finally:
        if os.path.exists(unfinished):
            os.remove(unfinished)
