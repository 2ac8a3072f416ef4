"""Who stands behind an HTML file: what its head says, and what Word writes into a comment there."""

from collections.abc import Iterator

from lxml import etree

from foilint.document import Mark, MarkKind

_NAMED = {"author": "author", "creator": "author", "dc.creator": "author", "dcterms.creator": "author"}
_IN_WORD = {
    "o:author": "author",
    "o:lastauthor": "last editor",
    "o:company": "company",
    "o:manager": "manager",
    "o:template": "template",
}
_NOBODY = frozenset(("", "normal", "normal.dotm", "normal.dot"))


def metadata_of(root: etree._Element) -> list[Mark]:
    """What the head of a page tells of people and their offices."""
    head = next(root.iterchildren("head"), None)
    if head is None:
        return []
    found = dict.fromkeys((*_declared(head), *_in_comments(head)))
    return [Mark(MarkKind.METADATA, text, None, note) for note, text in found if text.lower() not in _NOBODY]


def _declared(head: etree._Element) -> Iterator[tuple[str, str]]:
    for meta in head.iter("meta"):
        note = _NAMED.get(meta.get("name", "").lower())
        if note:
            yield note, meta.get("content", "").strip()


def _in_comments(head: etree._Element) -> Iterator[tuple[str, str]]:
    for comment in head.iter(etree.Comment):
        text = comment.text or ""
        if "<o:DocumentProperties>" not in text:
            continue
        for part in text.split("<")[1:]:
            name, _, words = part.partition(">")
            if name.lower() in _IN_WORD:
                yield _IN_WORD[name.lower()], words.strip()
