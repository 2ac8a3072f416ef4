"""Characters that are not seen, or are seen as others, in any format: soft hyphens, no-break spaces and their kin."""

_READ_AS = {
    0x00A0: " ",  # no-break space
    0x202F: " ",  # narrow no-break space
    0x2007: " ",  # figure space
    0x2011: "-",  # no-break hyphen
    0x2028: "\n",  # line separator
    0x00AD: None,  # soft hyphen
    0x200B: None,  # zero-width space
    0x200C: None,  # zero-width non-joiner
    0x200D: None,  # zero-width joiner
    0x2060: None,  # word joiner
    0xFEFF: None,  # byte order mark
    # What office programs keep of a character from a font of symbols, read as most such fonts draw it:
    0xF06F: "☐",
    0xF0A7: "▪",
    0xF0A8: "☐",
    0xF0B7: "•",
    0xF0D8: "➢",
    0xF0FC: "✓",
    0xF0FD: "☒",
    0xF0FE: "☑",
}

_CHANGED = tuple(map(chr, _READ_AS))


def as_read(text: str) -> str:
    """The text as a reader of the sent letter sees it; quotes and dashes stand as typed."""
    # To translate takes four times as long as to see that there is nothing to translate, and longer texts far more.
    if text.isascii() or not any(map(text.__contains__, _CHANGED)):
        return text
    return text.translate(_READ_AS)
