"""Which files a run checks."""

import pytest

from foilint.drafts import named


@pytest.fixture
def found(folder):
    def names(*paths):
        return list(named(paths))

    return names


def test_a_folder_stands_for_its_drafts_by_name_whatever_their_case(write, found):
    for name in ("drafts/b.docx", "drafts/a.TXT", "drafts/2026/c.md", "drafts/x.png", "drafts/.hidden/d.txt"):
        write(name)
    assert found("drafts") == ["drafts/2026/c.md", "drafts/a.TXT", "drafts/b.docx"]


def test_files_named_are_checked_once_and_in_the_order_given(write, found):
    for name in ("b.txt", "a.txt", "notes.log"):
        write(name)
    assert found("b.txt", "notes.log", "./b.txt", ".") == ["b.txt", "notes.log", "a.txt"]


def test_what_git_ignores_is_left_out_of_folders_but_not_when_named(write, found, folder):
    (folder / ".git").mkdir()
    write(".gitignore", "# old letters\nold/\n*.bak.txt\n/top.txt\ndrafts/*.odt\n!keep.bak.txt\n\n")
    for name in (
        "old/a.txt",
        "drafts/old/a.txt",
        "b.bak.txt",
        "keep.bak.txt",
        "top.txt",
        "drafts/top.txt",
        "drafts/c.odt",
    ):
        write(name)
    assert found(".") == ["drafts/top.txt", "keep.bak.txt"]
    assert found("drafts") == ["drafts/top.txt"]
    assert found("b.bak.txt") == ["b.bak.txt"]


def test_a_gitignore_further_down_stands_above_one_higher_up(write, found, folder):
    (folder / ".git").mkdir()
    write(".gitignore", "*.md\n")
    write("drafts/.gitignore", "!*.md\n")
    write("a.md")
    write("drafts/b.md")
    assert found(".") == ["drafts/b.md"]


def test_outside_a_repository_a_gitignore_above_does_not_count(write, found):
    write(".gitignore", "drafts/\n")
    write("drafts/a.txt")
    assert found("drafts") == ["drafts/a.txt"]


def test_a_pattern_stands_for_its_matches(write, found):
    for name in ("drafts/a.docx", "drafts/2026/b.docx", "drafts/2026/c.txt"):
        write(name)
    assert found("drafts/**/*.docx") == ["drafts/2026/b.docx", "drafts/a.docx"]
    assert found("drafts/*/*.txt") == ["drafts/2026/c.txt"]


def test_a_file_whose_name_looks_like_a_pattern_is_that_file(write, found):
    write("[a].txt")
    write("a.txt")
    assert found("[a].txt") == ["[a].txt"]


def test_what_is_not_there_stands_for_itself_so_that_reading_it_says_so(write, found, folder):
    (folder / "empty").mkdir()
    assert found("nowhere.txt", "empty", "*.docx") == ["nowhere.txt", "empty", "*.docx"]
