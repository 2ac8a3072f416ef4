"""HTML put together so that nothing in a draft can become markup: whatever is not `Markup` is escaped on its way in."""

import unicodedata
from html import escape
from typing import TypeAlias

REPLACEMENT = "\ufffd"


class Markup(str):
    """Text that is HTML already. Only this module makes it."""

    __slots__ = ()


Child: TypeAlias = str | Markup
"""What an element holds: markup as it is, or words, which are escaped."""

NOTHING = Markup("")
VOID = frozenset(("input", "wbr"))


def element(name: str, attributes: dict[str, str], *children: Child) -> Markup:
    """An element with its children one after another. An attribute whose value is its own name stands without one."""
    opened = name + "".join(map(_attribute, attributes.items()))
    if name in VOID:
        return Markup(f"<{opened}>")
    return Markup(f"<{opened}>{joined(*children)}</{name}>")


def joined(*children: Child) -> Markup:
    """Markup and words one after another."""
    return Markup("".join(child if isinstance(child, Markup) else visible(child) for child in children))


def lines(*children: Child) -> Markup:
    """Markup and words, each on a line of its own; empty ones are left out."""
    return Markup("\n".join(joined(child) for child in children if child))


def visible(words: str) -> Markup:
    """Words as they can be read: escaped; a sign that cannot be seen, or turns the direction of others, is named."""
    if words.isprintable():
        return Markup(escape(words, quote=False))
    return Markup("".join(_sign(sign) if _is_secret(sign) else escape(sign, quote=False) for sign in words))


def _is_secret(sign: str) -> bool:
    """Whether a sign commands rather than says something: controls, overrides of direction, halves of pairs."""
    if sign.isprintable() or sign in "\n\t":
        return False
    return unicodedata.category(sign) in ("Cc", "Cs", "Cn") or unicodedata.bidirectional(sign) in _TURNING


_TURNING = frozenset(("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"))


def _sign(sign: str) -> str:
    name = escape(unicodedata.name(sign, "a sign that is not shown").lower())
    return f'<span class="sign" title="{name}">U+{ord(sign):04X}</span>'


def _attribute(pair: tuple[str, str]) -> str:
    name, value = pair
    if name == value:
        return f" {name}"
    plain = "".join(REPLACEMENT if _is_secret(sign) else sign for sign in value)
    return f' {name}="{escape(plain)}"'
