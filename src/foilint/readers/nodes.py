"""XML as plain tuples, by expat: no document type, so no entities; no network; within limits of depth and size.

Expat is part of Python and starts at no cost, where importing lxml doubles Python's start-up. A large part is handed on
element by element, so that memory follows the longest table and not the whole draft.
"""

import pyexpat
from collections.abc import Callable, Mapping

from foilint.document import Unreadable

Attributes = dict[str, str]
Node = tuple[str, Attributes, list["Node"]]
"""An element: its name with the customary prefix ("w:p"), its attributes, its children.

Words are a child whose name is "" and whose one attribute "" holds them."""

DEEPEST = 256
MOST_ELEMENTS = 2_000_000

_OPEN_AGAIN = "open it in the program it was written with and save it again, or ask for another copy"
_LONGEST_DECLARATION = 160
_NEVER = -1


def words_of(node: Node) -> str:
    """All words in a node, in order."""
    return "".join([words_of(child) if child[0] else child[1][""] for child in node[2]])


def child_of(node: Node, name: str) -> Node | None:
    """The first child of that name."""
    for child in node[2]:
        if child[0] == name:
            return child
    return None


def root_of(data: bytes, part: str, prefixes: Mapping[str, str]) -> Node:
    """The root of an XML part with all that it holds; `prefixes` names the customary prefix of each namespace.

    `part` is its name, for people. Raises Unreadable where it is broken, declares a document type, or passes a limit.
    """
    return _parse(data, part, prefixes, _NEVER, _keep)


def hand_on(data: bytes, part: str, prefixes: Mapping[str, str], depth: int, each: Callable[[Node], None]) -> str:
    """Give `each` every element with `depth` ancestors as soon as it is whole; returns the root's name.

    Raises Unreadable as `root_of` does.
    """
    return _parse(data, part, prefixes, depth, each)[0]


def _parse(data: bytes, part: str, prefixes: Mapping[str, str], depth: int, each: Callable[[Node], None]) -> Node:
    if data.count(b"<") > 2 * MOST_ELEMENTS:
        raise Unreadable(f"{part} holds more than {MOST_ELEMENTS:,} elements", "check where it comes from, or split it")
    top: list[Node] = []
    start, end, words = _builder(top, part, depth, each)
    if _is_customary(data, prefixes):
        parser = pyexpat.ParserCreate()
        parser.StartElementHandler = start
    else:
        short = _Short(prefixes)
        parser = pyexpat.ParserCreate(namespace_separator=" ")
        parser.StartElementHandler = lambda name, given: start(short[name], {short[key]: given[key] for key in given})
    parser.buffer_text = True
    parser.EndElementHandler = end
    parser.CharacterDataHandler = words
    parser.StartDoctypeDeclHandler = _refuse_document_type
    try:
        parser.Parse(data, True)
    except pyexpat.ExpatError as fault:
        raise Unreadable(f"it is damaged: {part} breaks off at line {fault.lineno}", _OPEN_AGAIN) from None
    except LookupError:
        raise Unreadable(f"it is damaged: {part} is in no known encoding", _OPEN_AGAIN) from None
    return top[0]


def _builder(
    top: list[Node], part: str, depth: int, each: Callable[[Node], None]
) -> tuple[Callable[[str, Attributes], None], Callable[[str], None], Callable[[str], None]]:
    """What to do at the start of an element, at its end, and with words, to put the tree into `top`.

    Closures over local names are twice as fast here as methods over attributes, and this is where a reader's time goes.
    """
    inside = top  # the children of the element that is open
    around: list[list[Node]] = []  # those of the elements that it stands in

    def start(name: str, attributes: Attributes) -> None:
        nonlocal inside
        children: list[Node] = []
        inside.append((name, attributes, children))
        around.append(inside)
        inside = children
        if len(around) > DEEPEST:
            raise Unreadable(f"{part} is nested more than {DEEPEST} levels deep", _OPEN_AGAIN)

    def end(_: str) -> None:
        nonlocal inside
        inside = around.pop()
        if len(around) == depth:
            each(inside.pop())

    def words(text: str) -> None:
        inside.append(("", {"": text}, []))

    return start, end, words


def _keep(_: Node) -> None:
    """Hand nothing on."""


def _refuse_document_type(*_: object) -> None:
    raise Unreadable("it declares a document type, which Word and LibreOffice never do", _OPEN_AGAIN)


def _is_customary(data: bytes, prefixes: Mapping[str, str]) -> bool:
    """Whether every known namespace is declared under its customary prefix, so that names may be taken as written."""
    declarations = data.split(b"xmlns")
    if len(declarations) == 1:  # UTF-16, or nothing declared at all
        return False
    for declaration in declarations[1:]:
        prefix, _, rest = declaration[:_LONGEST_DECLARATION].partition(b"=")
        namespace = rest[1 : rest.find(rest[:1], 1)].decode("ascii", "replace")
        if namespace in prefixes and prefixes[namespace] != prefix[1:].decode("ascii", "replace").rstrip():
            return False
    return True


class _Short(dict[str, str]):
    """Names as expat expands them ("namespace name") to names with the customary prefix, each worked out once."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        self.prefixes = prefixes

    def __missing__(self, expanded: str) -> str:
        namespace, _, local = expanded.rpartition(" ")
        prefix = self.prefixes.get(namespace, "unknown" if namespace else "")
        self[expanded] = f"{prefix}:{local}" if prefix else local
        return self[expanded]
