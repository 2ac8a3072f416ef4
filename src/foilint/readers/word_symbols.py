"""Characters that Word keeps as a font and a number (w:sym): the boxes, ticks and bullets that letters use."""

_WINGDINGS = {
    0x6C: "●", 0x6E: "■", 0x6F: "☐", 0x71: "❑", 0x74: "◆", 0x76: "❖", 0x9F: "•", 0xA7: "▪", 0xA8: "☐",
    0xD8: "➢", 0xE0: "→", 0xDF: "←", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_WINGDINGS_2 = {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0xA3: "☐", 0x96: "●"}
_SYMBOL = {
    0x2D: "−", 0xA3: "≤", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB9: "≠", 0xD2: "®", 0xD3: "©",
    0xD4: "™", 0xAE: "→", 0xE2: "®", 0xE3: "©", 0xE4: "™", 0xA2: "′", 0xB2: "″", 0xBC: "…",
}  # fmt: skip
_FONTS = {"wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2, "symbol": _SYMBOL}
_PRIVATE, _PRIVATE_END = 0xF000, 0xF0FF
_UNKNOWN = "□"


def symbol(font: str, number: str) -> str:
    """The character for a w:sym, "□" where the font alone knows what it draws."""
    try:
        code = int(number, 16)
    except ValueError:
        return _UNKNOWN
    table = _FONTS.get(font.lower())
    if _PRIVATE <= code <= _PRIVATE_END:
        code -= _PRIVATE
        if table is None or table is _SYMBOL:
            return _SYMBOL.get(code, chr(code) if 0x20 <= code < 0x7F else _UNKNOWN)
    if table is not None:
        return table.get(code, _UNKNOWN if table is not _SYMBOL else chr(code))
    return chr(code) if 0x20 <= code < 0x110000 else _UNKNOWN
