"""Patterns of paths: what .gitignore and shells mean by them, and never slow."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foilint.globs import matches, name_matches


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("a.docx", "a.docx"),
        ("*.docx", "2026-014.docx"),
        ("*", ""),
        ("2026-???-letter.*", "2026-014-letter.odt"),
        ("[ab].txt", "b.txt"),
        ("[!ab].txt", "c.txt"),
        ("[0-9][0-9].md", "07.md"),
        ("[]].md", "].md"),
        ("a[.md", "a[.md"),
        (r"a\*.md", "a*.md"),
        ("*-PIT*.docx", "014-PIT-final-PIT.docx"),
    ],
)
def test_a_name_matches(pattern, path):
    assert name_matches(pattern, path)


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("a.docx", "A.docx"),
        ("*.docx", "a.docx.bak"),
        ("?.txt", ".txt"),
        ("[ab].txt", "c.txt"),
        ("[!ab].txt", "a.txt"),
        (r"a\*.md", "ab.md"),
        ("", "a"),
    ],
)
def test_a_name_does_not_match(pattern, path):
    assert not name_matches(pattern, path)


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("drafts/*.docx", "drafts/a.docx"),
        ("drafts/**/*.docx", "drafts/a.docx"),
        ("drafts/**/*.docx", "drafts/2026/may/a.docx"),
        ("**", "drafts/a.docx"),
        ("**/a.docx", "a.docx"),
        ("drafts/**", "drafts/2026/a.docx"),
    ],
)
def test_a_path_matches(pattern, path):
    assert matches(pattern, path)


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("*.docx", "drafts/a.docx"),
        ("drafts/*.docx", "drafts/2026/a.docx"),
        ("drafts/**/*.docx", "other/a.docx"),
        ("**/drafts/a.docx", "drafts/b/a.docx"),
    ],
)
def test_a_path_does_not_match(pattern, path):
    assert not matches(pattern, path)


@given(st.text("ab*?", max_size=12), st.text("ab", max_size=12))
def test_it_agrees_with_the_definition(pattern, name):
    def defined(signs, rest):
        if not signs:
            return not rest
        if signs[0] == "*":
            return any(defined(signs[1:], rest[at:]) for at in range(len(rest) + 1))
        return bool(rest) and signs[0] in ("?", rest[0]) and defined(signs[1:], rest[1:])

    assert name_matches(pattern, name) == defined(pattern, name)


def test_no_pattern_takes_more_steps_than_the_two_lengths_multiplied(monkeypatch):
    steps = 0

    def counted(sign, letter):
        nonlocal steps
        steps += 1
        return sign == letter

    monkeypatch.setattr("foilint.globs._character", counted)
    assert not name_matches("a*" * 30 + "b", "a" * 300)
    assert steps < 31 * 301
