"""The hooks of pre-commit: which files they are given, and what they do with them in a real repository of drafts."""

import os
import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest
import yaml
from docx import Document

from foilint.commands.schema import COMMAND as SCHEMA
from foilint.readers import SUFFIXES
from letters import ANNEX, UNBALANCED

ROOT = Path(__file__).parents[1]
HOOKS = {hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))}


def is_given(hook, path):
    return bool(re.search(hook["files"], path)) and not re.search(hook.get("exclude", "^$"), path)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_hook_is_given_every_format_that_a_reader_knows(suffix):
    assert is_given(HOOKS["foilint"], f"drafts/2026-014{suffix}")
    assert is_given(HOOKS["foilint"], f"2026-014{suffix.upper()}")


@pytest.mark.parametrize(
    "path", ["drafts/~$2026-014.docx", "~$a.docx", ".~lock.2026-014.odt#", "a.docx.bak", "figures.xlsx", "a.py", "docx"]
)
def test_the_hook_is_given_no_lock_file_and_nothing_else(path):
    assert not is_given(HOOKS["foilint"], path)


def test_the_hook_knows_no_suffix_that_no_reader_knows():
    suffixes = re.search(r"\\\.\((.*)\)\$", HOOKS["foilint"]["files"])[1]
    assert {f".{suffix}" for suffix in suffixes.split("|")} == set(SUFFIXES)


@pytest.mark.parametrize(
    ("path", "given"),
    [
        (".foilint.yaml", True),
        ("drafts/.foilint.yaml", True),
        (".foilint.yml", True),
        ("templates/council.yaml", True),
        ("drafts/council.yaml", False),
        (".pre-commit-config.yaml", False),
    ],
)
def test_the_settings_hook_is_given_settings_and_templates(path, given):
    assert is_given(HOOKS["foilint-settings"], path) == given


@pytest.mark.parametrize("hook", HOOKS.values(), ids=HOOKS)
def test_a_hook_runs_in_one_process_at_a_time_and_never_rewrites(hook):
    assert hook["require_serial"] is True
    assert "types" not in hook
    assert hook["entry"] in ("foilint check", "foilint schema check")


def test_the_hook_installs_what_every_reader_needs():
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]
    assert HOOKS["foilint"]["additional_dependencies"] == [*extras["pdf"], *extras["rtf"]]


def test_the_settings_hook_calls_what_there_is():
    assert "check" in SCHEMA.operands


def git(folder, *words):
    environment = {
        **os.environ,
        **{f"GIT_{who}_{what}": "a@b.example" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
    }
    for name in ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE"):
        environment.pop(name, None)
    return subprocess.run(["git", *words], cwd=folder, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture(scope="session")
def source(tmp_path_factory):
    """A repository with foilint as it stands here, committed or not, for pre-commit to clone."""
    folder = tmp_path_factory.mktemp("foilint")
    listed = git(ROOT, "ls-files", "-z", "--cached", "--others", "--exclude-standard").stdout
    for name in filter(None, listed.split("\0")):
        if name.startswith(("src/", "schemas/", "fixtures/bad/", "fixtures/good/")) or "/" not in name:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)
    git(folder, "init", "-q")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "as it stands")
    return folder, git(folder, "rev-parse", "HEAD").stdout.strip()


@pytest.fixture(scope="session")
def cache(tmp_path_factory):
    return tmp_path_factory.mktemp("pre-commit")


@pytest.fixture
def drafts(folder, write, source, cache, monkeypatch):
    """A repository of drafts that is guarded by both hooks; returns a function that commits what is there."""
    if not shutil.which("pre-commit"):
        pytest.skip("pre-commit is not installed")
    repository, revision = source
    monkeypatch.setenv("PRE_COMMIT_HOME", str(cache))
    git(folder, "init", "-q")
    config = {
        "repos": [{"repo": str(repository), "rev": revision, "hooks": [{"id": "foilint"}, {"id": "foilint-settings"}]}]
    }
    write(".pre-commit-config.yaml", yaml.safe_dump(config))
    installed = subprocess.run(
        ["pre-commit", "install", "--install-hooks"], capture_output=True, text=True, check=False
    )
    if re.search(r"No matching distribution|Temporary failure|ConnectionError|NewConnectionError", installed.stdout):
        pytest.skip("the packages that the hook needs cannot be fetched: there is no network")
    assert installed.returncode == 0, installed.stdout + installed.stderr
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "guarded")

    def commit():
        git(folder, "add", "-A")
        ran = git(folder, "commit", "-m", "drafts")
        return ran.returncode, ran.stdout + ran.stderr

    return commit


def word(path, text):
    """A Word file with a paragraph for each of a text's, headings as headings."""
    document = Document()
    for paragraph in text.split("\n\n"):
        if paragraph.startswith("#"):
            document.add_heading(paragraph.strip("# \n"), 2)
        else:
            document.add_paragraph(" ".join(paragraph.split()))
    document.core_properties.author = ""
    document.save(path)


def test_a_sound_word_file_is_committed_and_a_faulty_one_is_not(folder, drafts):
    word(folder / "sound.docx", ANNEX)
    status, said = drafts()
    assert status == 0, said
    word(folder / "faulty.docx", UNBALANCED)
    status, said = drafts()
    assert status == 1
    assert "faulty.docx" in said
    assert "error missing-balance, paragraph 2" in said
    assert "sound.docx" not in said
    assert git(folder, "ls-tree", "--name-only", "HEAD").stdout.split() == [".pre-commit-config.yaml", "sound.docx"]


def test_a_pointer_of_git_lfs_stops_the_commit_and_says_what_to_do(write, drafts):
    write("big.docx", "version https://git-lfs.github.com/spec/v1\noid sha256:" + "0" * 64 + "\nsize 12345\n")
    status, said = drafts()
    assert status == 1
    assert "it is a Git LFS pointer, not the file itself; run `git lfs pull` first" in said


def test_many_drafts_in_several_batches_are_all_checked(write, drafts, folder):
    names = [f"drafts/{'x' * 200}-{number:03}.txt" for number in range(700)]  # more than one command line holds
    for name in names:
        write(name, ANNEX)
    write(names[3], UNBALANCED)
    write(names[650], UNBALANCED)
    status, said = drafts()
    assert status == 1
    assert said.count("error missing-balance") == 2


def test_an_office_lock_file_does_not_stop_the_commit(write, drafts, folder):
    write("~$sound.docx", b"\x07officer" + b"\0" * 155)
    word(folder / "sound.docx", ANNEX)
    status, said = drafts()
    assert status == 0, said


def test_wrong_settings_stop_the_commit(write, drafts):
    write("drafts/.foilint.yaml", "template: council.yaml")
    status, said = drafts()
    assert status == 1
    assert "drafts/.foilint.yaml:1: template: there is no template 'council.yaml', and no such file" in said
