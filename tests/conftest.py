"""What tests share: a folder to work in, and the program run as people run it."""

import os
from typing import NamedTuple

import pytest

from foilint import cli


class Ran(NamedTuple):
    """What came of a run."""

    status: int
    out: str
    err: str


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """An empty folder to stand in, outside any repository, with no colours asked for."""
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.fixture
def write(folder):
    """Writes a file, given by its name and content, into the folder."""

    def file(name, content=""):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, bytes):
            path.write_bytes(content)
        else:
            path.write_text(content, "utf-8")
        return os.fspath(path)

    return file


@pytest.fixture
def foilint(capfd, monkeypatch):
    """Runs foilint with a command line, and returns its status and what it said."""

    def run(*words):
        capfd.readouterr()
        monkeypatch.setattr("sys.argv", ["foilint", *words])
        status = cli.main()
        said = capfd.readouterr()
        return Ran(status, said.out, said.err)

    return run
