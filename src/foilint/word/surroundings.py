"""What stands around a node of a Word file: where comment marks may stand beside it, and where they would do harm."""

from collections.abc import Iterator

from lxml import etree

from foilint.word.xml import Element, child, like, name_of

_CLOSED = frozenset(("w:r", "w:fldSimple", "mc:AlternateContent", "w:txbxContent", "m:oMath", "m:oMathPara"))
_FILLED_IN = frozenset(
    ("w:text", "w:dropDownList", "w:comboBox", "w:date", "w:dataBinding", "w:citation", "w:bibliography", "w:picture")
)
_GONE = frozenset(("w:del", "w:moveFrom", "mc:Fallback"))


def outside(node: Element) -> Element:
    """The element around a node, or itself, that comment marks may stand beside: as near as Word allows."""
    place = node
    for ancestor in _up_to_paragraph(node):
        if name_of(ancestor) in _CLOSED or _fills_itself(ancestor):
            place = ancestor
    return place


def _up_to_paragraph(node: Element) -> Iterator[Element]:
    """A node and its ancestors below the paragraph of the body that it stands in; shapes are climbed out of."""
    chain = [node, *node.iterancestors()]
    outermost = max((at for at, each in enumerate(chain) if name_of(each) == "w:p"), default=0)
    return iter(chain[:outermost])


def _fills_itself(node: Element) -> bool:
    """Whether a node is a content control that Word fills in anew, which would lose marks in it."""
    settings = child(node, "sdtPr") if name_of(node) == "w:sdt" else None
    return settings is not None and any(name_of(each) in _FILLED_IN for each in settings)


def opens_control(node: Element) -> bool:
    """Whether a node stands in, or is, the first paragraph of a content control that holds paragraphs."""
    paragraph = next(iter(reversed([each for each in (node, *node.iterancestors()) if name_of(each) == "w:p"])), None)
    controls = () if paragraph is None else paragraph.iterancestors(like(paragraph, "sdtContent"))
    return any(next(control.iter(like(control, "p"))) is paragraph for control in controls)


def head_of(paragraph: Element) -> Element:
    """The last thing in a paragraph that stands before its words; made where there is none."""
    settings = child(paragraph, "pPr")
    if settings is None:
        settings = etree.Element(like(paragraph, "pPr"))
        paragraph.insert(0, settings)
    return settings


def is_shown(node: Element) -> bool:
    """Whether a node is read at all: it is neither deleted nor written for old versions of Word only."""
    return not any(name_of(ancestor) in _GONE for ancestor in node.iterancestors())


def is_boxed(node: Element) -> bool:
    """Whether a node stands in a text box."""
    return any(name_of(ancestor) == "w:txbxContent" for ancestor in node.iterancestors())
