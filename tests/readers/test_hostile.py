"""Files made by accident or to do harm: nothing crashes, nothing is lost without a word, nothing takes for ever.

No test here watches a clock: a reader that were not linear would not come to an end on these.
"""

import contextlib

import pytest
from contract import faults

from foilint.document import Unreadable
from foilint.readers import read

LONG = 2_000_000
TEXTS = {
    "one line of two megabytes": "word " * (LONG // 5),
    "one word of two megabytes": "w" * LONG,
    "nothing but line ends and a letter": "\n" * 12_500 + "a",
    "many short lines": "no\n" * 12_500,
    "many lines that go on": "and so on and on\n" * 12_500,
    "nothing but quotation signs": ">" * 62_500,
    "quotation signs on every line": "> > >\n" * 6_250,
    "nothing but form feeds": "\f" * 12_500 + "x",
    "page numbers and nothing else": "Page 1 of 2\n\f" * 2_500,
    "numbers that go on in sentences": "goes on\n3\nand on\n" * 2_500,
    "tabs": "a\tb\n" * 6_250,
    "a single row of many cells": "a\t" * 25_000 + "b\n" + "a\t" * 25_000 + "b",
    "bars": "|" * 25_000 + "\n" + "|" * 25_000,
    "markers": "(a) x\n" * 6_250,
    "bullets": "• x\n" * 6_250,
    "rules": "----\n" * 6_250,
    "soft hyphens": "\xad" * 25_000 + "x",
    "double spaces": "a  " * 25_000,
    "NULs strewn in": "Dear\0 Sir and Madam, thank you for your request of last week, which has come to us\n" * 100,
}
MARKDOWN = {
    "open brackets": "[" * 37_500,
    "brackets that close nothing": "]" * 37_500,
    "links that do not close": "[a](" * 12_500,
    "pictures in pictures": "![" * 6_250 + "](x)" * 6_250,
    "emphasis that does not close": "*a " * 25_000,
    "emphasis in emphasis": "*" * 12_500 + "a" + "*" * 12_500,
    "two signs in turn": "*a _b " * 12_500,
    "backticks of every length": " ".join("`" * length for length in range(1, 400)),
    "tags that do not close": "<a " * 12_500,
    "comments that do not close": "<!-- " * 12_500,
    "entities that are none": "&a" * 25_000,
    "lists in lists": "".join("  " * depth + "- x\n" for depth in range(400)),
    "items of items": "- " * 625 + "x",
    "a fence that does not close": "```\n" + "x\n" * 6_250,
    "a table that does not end": "|a|b|\n|-|-|\n" + "|x\n" * 6_250,
    "notes": "[^1]: x\n" * 2_500 + "[^1]" * 2_500,
    "backslashes": "\\" * 37_500,
    "front matter that does not close": "---\n" + "a: b\n" * 6_250,
}
PAGES = {
    "text without any tag": "word " * 12_500,
    "tags that do not close": "<b>" * 2_500 + "x",
    "tables that do not close": "<table><tr><td>" * 300 + "x",
    "cells without a table": "<td>x" * 2_500,
    "items without a list": "<li>x" * 2_500,
    "closing tags alone": "</div>" * 6_250 + "x",
    "a row of wide cells": "<table><tr>" + "<td colspan=1000 rowspan=1000>x" * 200 + "</table>",
    "spans that are no numbers": "<table><tr><td colspan=99999999999>x<td rowspan=-1>y<td colspan=&#178;>z</table>",
    "menus in menus": "<div class=menu>" * 1_500 + "x" + "</div>" * 1_500,
    "breaks": "<p>" + "x<br>" * 6_250,
    "breaks and nothing else": "<p>" + "<br>" * 12_500,
    "comments that do not close": "<!-- " * 6_250,
    "styles that are none": "<p style='" + ";:" * 6_250 + "'>x",
    "colours that are none": "<p style='color:rgb(x,y,z);background:#zz;font-size:1e9pt;font-weight:²'>x",
    "a list that starts nowhere": "<ol start=99999999999 type=i><li value=-5>x<li>y</ol>",
    "NULs": "<p>a\0b</p>",
    "a style sheet that does not close": "<style>/* .a{" + ".b{color:red" * 2_500 + "</style><p>x",
}


def check(data, path):
    """What is not read is refused as `Unreadable`; any other error fails the test."""
    with contextlib.suppress(Unreadable):
        assert faults(read(data, path)) == []


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("suffix", [".txt", ".md", ".html"])
def test_texts(name, suffix):
    check(TEXTS[name].encode(), f"hostile{suffix}")


@pytest.mark.parametrize("name", MARKDOWN)
def test_markdown(name):
    check(MARKDOWN[name].encode(), "hostile.md")


@pytest.mark.parametrize("name", PAGES)
def test_pages(name):
    check(PAGES[name].encode(), "hostile.html")


def test_a_page_too_deep_to_be_read_whole_is_refused_and_not_read_in_part():
    with pytest.raises(Unreadable, match="too deep"):
        read(b"<div>" * 100_000 + b"We refuse." + b"</div>" * 100_000, "deep.html")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-16", "utf-8-sig", "cp1252"])
def test_a_letter_is_read_in_any_encoding_it_may_come_in(encoding):
    letter = "The public interest – on balance – favours withholding: it’s £5."
    assert [block.text for block in read(letter.encode(encoding), "letter.txt").blocks] == [letter]


@pytest.mark.parametrize(
    "data",
    [
        b"{\\rtf1" + b"{" * 50_000,
        b"{\\rtf1 \\u99999999999? \\'zz \\bin999999999 x}",
        b"%PDF-1.4\n" + b"1 0 obj\n" * 1000,
        b"%PDF-1.7\nxref\n0 1\ntrailer << /Root 1 0 R /Prev 0 >>\nstartxref\n9\n%%EOF",
        b"MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n" + b"--x\n" * 20_000,
        b"MIME-Version: 1.0\nContent-Type: text/plain; charset=nonsense\n\nDear Sir",
        b"MIME-Version: 1.0\nContent-Type: text/plain\nContent-Transfer-Encoding: base64\n\n!!!!",
        b"MIME-Version: 1.0\nContent-Type: message/rfc822\n\n" * 2_000 + b"x",
        b"MIME-Version: 1.0\nFrom: \xff\xfe\nSubject: =?utf-8?b?////?=\nContent-Type: ;;;\n\nDear Sir",
    ],
    ids=["open groups", "odd words", "no objects", "a loop", "parts", "charset", "base64", "nested", "headers"],
)
def test_what_libraries_read(data):
    check(data, "hostile")
