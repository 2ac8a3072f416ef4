"""Colours and links of a terminal, written by hand: the few codes that every terminal in use knows.

https://ecma-international.org/publications-and-standards/standards/ecma-48/ (SGR),
https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda (OSC 8).
"""

import os

from foilint.finding import Severity
from foilint.reports.look import Look

BOLD, DIM, UNDERLINED = "1", "2", "4"
RED, GREEN, YELLOW, CYAN = (f"3{colour}" for colour in "1236")  # 3 is the foreground
WEIGHT = {Severity.ERROR: RED, Severity.WARNING: YELLOW, Severity.ADVICE: CYAN}
"""The colour of each severity."""

PLAINLY = frozenset(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/")


def painted(words: str, look: Look, *codes: str) -> str:
    """Words in a style, or as they are where no colours are shown."""
    return f"\x1b[{';'.join(codes)}m{words}\x1b[0m" if look.colours and words else words


def linked(words: str, url: str, look: Look) -> str:
    """Words that open an address, or as they are where links are not known."""
    return f"\x1b]8;;{url}\x1b\\{words}\x1b]8;;\x1b\\" if look.links and url else words


def file_url(path: str) -> str:
    """The address of a file on this machine; every sign that means something to a terminal is escaped."""
    steps = os.fsencode(os.path.abspath(path).replace(os.sep, "/"))
    return "file://" + "".join(chr(byte) if byte in PLAINLY else f"%{byte:02X}" for byte in steps)
