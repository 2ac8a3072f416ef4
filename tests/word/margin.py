"""Reads comments back from a Word file as somebody sees them: the words that each marks, and what it says."""

import io
import zipfile
from typing import NamedTuple

from lxml import etree
from word_xml import W


class Note(NamedTuple):
    """A comment in the margin."""

    marked: str
    author: str
    date: str
    lines: tuple[str, ...]


def w(name):
    return f"{{{W}}}{name}"


def part(data, name):
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read(name)


def margin(data):
    """Every comment in the order of its mark."""
    body = etree.fromstring(part(data, "word/document.xml"))
    comments = {each.get(w("id")): each for each in etree.fromstring(part(data, "word/comments.xml"))}
    notes = []
    for reference in body.iter(w("commentReference")):
        comment = comments.pop(reference.get(w("id")))
        lines = tuple("".join(words.itertext()) for words in comment.iter(w("p")))
        marked = marked_by(body, reference.get(w("id")))
        notes.append(Note(marked, comment.get(w("author")), comment.get(w("date"), ""), lines))
    assert comments == {}, "a comment that nothing refers to"
    return notes


def marked_by(body, number):
    """The words between the marks of a comment; tabs and breaks are blanks."""
    inside, words = False, ""
    for node in body.iter():
        if node.tag in (w("commentRangeStart"), w("commentRangeEnd")) and node.get(w("id")) == number:
            inside = node.tag == w("commentRangeStart")
        elif inside and node.tag == w("t"):
            words += node.text or ""
        elif inside and node.tag in (w("tab"), w("br")):
            words += " "
    return words
