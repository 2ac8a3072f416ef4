"""XML is read within limits, and never looks anywhere else."""

import pytest

from foilint.document import Unreadable
from foilint.readers import nodes
from foilint.readers.nodes import hand_on, root_of, words_of

_PREFIXES = {"http://example.org/words": "w", "http://example.org/strict": "w"}


def cause(data):
    with pytest.raises(Unreadable) as caught:
        root_of(data, "the letter", _PREFIXES)
    return caught.value.cause


@pytest.mark.parametrize(
    "data",
    [
        b'<w:a xmlns:w="http://example.org/words" w:b="1">words <w:c/>and</w:a>',
        b'<x:a xmlns:x="http://example.org/words" x:b="1">words <x:c/>and</x:a>',
        b'<x:a xmlns:x="http://example.org/strict" x:b="1">words <x:c/>and</x:a>',
        b'<a xmlns="http://example.org/words" xmlns:y="http://example.org/words" y:b="1">words <c/>and</a>',
    ],
)
def test_names_have_their_customary_prefix_however_they_are_written(data):
    root = root_of(data, "the letter", _PREFIXES)
    assert (root[0], root[1].get("w:b"), words_of(root)) == ("w:a", "1", "words and")
    assert [child[0] for child in root[2]] == ["", "w:c", ""]


def test_elements_are_handed_on_one_by_one():
    handed = []
    root = hand_on(b"<a><b><c>1</c></b><b>2<b>3</b></b></a>", "the letter", {}, 1, handed.append)
    assert (root, [words_of(node) for node in handed]) == ("a", ["1", "23"])


def test_a_document_type_is_refused_and_with_it_every_entity():
    bomb = b'<!DOCTYPE a [<!ENTITY b "boom"><!ENTITY c "&b;&b;">]><a>&c;</a>'
    outside = b'<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>'
    assert cause(bomb) == cause(outside) == "it declares a document type, which Word and LibreOffice never do"


def test_depth_is_limited():
    assert cause(b"<a>" * 300 + b"</a>" * 300) == "the letter is nested more than 256 levels deep"


def test_the_number_of_elements_is_limited(monkeypatch):
    monkeypatch.setattr(nodes, "MOST_ELEMENTS", 1000)
    assert cause(b"<a>" + b"<b/>" * 2001 + b"</a>") == "the letter holds more than 1,000 elements"


def test_broken_xml_says_where_it_breaks_off():
    assert cause(b"<a>\n<b>") == "it is damaged: the letter breaks off at line 2"


def test_an_unknown_encoding_is_damage():
    assert cause(b'<?xml version="1.0" encoding="x-none"?><a/>') == "it is damaged: the letter is in no known encoding"
