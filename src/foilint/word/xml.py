"""The XML of Word's parts as trees that can be changed, and back."""

from lxml import etree

from foilint.document import Unreadable
from foilint.functional import lru_cache
from foilint.readers.word_package import PREFIXES

Element = etree._Element  # noqa: SLF001  lxml gives its elements' class no other name

XML = "http://www.w3.org/XML/1998/namespace"
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


def parsed(data: bytes, part: str) -> Element:
    """The root of a part. Raises Unreadable where it is broken, though the reader takes it."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        raise Unreadable(
            f"it is damaged: {part} cannot be taken apart", "open it in Word and save it again, or ask for another copy"
        ) from None


def written(root: Element) -> bytes:
    """A part as Word writes it."""
    return etree.tostring(root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True)


def name_of(node: Element) -> str:
    """An element's name with the customary prefix, "w:p", whatever prefix its file uses; "" for what is no element."""
    tag: object = node.tag  # a function where it is a comment, whatever the stubs say
    return _customary(tag) if isinstance(tag, str) else ""


def like(node: Element, name: str) -> str:
    """The full name of an element or attribute in a node's own namespace: Strict files have another than the rest."""
    return f"{{{etree.QName(node).namespace}}}{name}"


def value(node: Element, name: str = "val") -> str:
    """An attribute in a node's own namespace, "" where there is none."""
    return node.get(like(node, name), "")


def child(node: Element, name: str) -> Element | None:
    """The first child of that name in a node's own namespace."""
    return node.find(like(node, name))


def writable(text: str) -> str:
    """A text without the characters that XML cannot hold, sign for sign."""
    return text if text.isprintable() else "".join(sign if _fits(sign) else REPLACEMENT for sign in text)


def _fits(sign: str) -> bool:
    return sign in "\t\n" or (sign >= " " and not "\ud800" <= sign <= "\udfff" and sign not in "\ufffe\uffff")


@lru_cache(maxsize=4096)
def _customary(tag: str) -> str:
    name = etree.QName(tag)
    prefix = PREFIXES.get(name.namespace or "", "unknown" if name.namespace else "")
    return f"{prefix}:{name.localname}" if prefix else name.localname
