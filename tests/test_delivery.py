"""Where reports go: whole or not at all, and one clear line where they cannot go."""

import json
import os

import pytest

from foilint import lint
from letters import ANNEX, UNBALANCED


def test_a_report_goes_to_the_file_named(write, foilint, folder):
    write("a.txt", UNBALANCED)
    ran = foilint("check", "a.txt", "--format", "json", "-o", "report.json")
    assert (ran.status, ran.out, ran.err) == (1, "", "")
    assert json.loads((folder / "report.json").read_text("utf-8"))["summary"]["errors"] == 1
    assert sorted(os.listdir(folder)) == ["a.txt", "report.json"]


def test_several_reports_of_one_run(write, foilint, folder):
    write("a.txt", UNBALANCED)
    alone = foilint("check", "a.txt")
    ran = foilint("check", "a.txt", "--report", "json:a.json", "--report", "sarif:a.sarif", "--report", "github:-")
    assert ran.out.startswith(alone.out)
    assert ran.out.removeprefix(alone.out).startswith("::error file=a.txt")
    assert (folder / "a.json").read_text("utf-8") == foilint("check", "a.txt", "-f", "json").out
    assert (folder / "a.sarif").read_text("utf-8") == foilint("check", "a.txt", "-f", "sarif").out


def test_a_file_gets_no_colours_though_the_terminal_does(write, foilint, folder, monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    write("a.txt", UNBALANCED)
    assert "\x1b[" in foilint("check", "a.txt", "--report", "terminal:a.log").out
    assert "\x1b[" not in (folder / "a.log").read_text("utf-8")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("-o", "nowhere/report.txt"), "nowhere/report.txt cannot be written: No such file or directory"),
        (("-o", "taken"), "taken cannot be written: Is a directory"),
        (("-o", "a.txt/report"), "a.txt/report cannot be written: Not a directory"),
        (
            ("--report", "json:nowhere/a.json", "--report", "sarif:a.sarif"),
            "nowhere/a.json cannot be written: there is no folder nowhere",
        ),
    ],
)
def test_a_file_that_cannot_be_written_is_one_clear_line_and_nothing_half_written(write, foilint, folder, words, said):
    (folder / "taken").mkdir()
    write("a.txt", UNBALANCED)
    assert foilint("check", "a.txt", *words) == (2, "", f"foilint: {said}\n")
    assert sorted(os.listdir(folder)) == ["a.txt", "taken"]
    assert os.listdir("taken") == []


def test_a_run_that_is_broken_off_leaves_the_old_report(write, foilint, folder, monkeypatch):
    write("a.txt", ANNEX)
    write("report.json", "yesterday's")

    def broken_off(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(lint, "judge", broken_off)
    assert foilint("check", "a.txt", "--format", "json", "-o", "report.json").status == 130
    assert (folder / "report.json").read_text("utf-8") == "yesterday's"
    assert sorted(os.listdir(folder)) == ["a.txt", "report.json"]


def test_a_report_may_go_to_a_pipe(write, foilint):
    if not os.path.exists("/dev/stderr"):
        pytest.skip("this system has no /dev/stderr to stand for a pipe")
    write("a.txt", ANNEX)
    reading, writing = os.pipe()
    ran = foilint("check", "a.txt", "--format", "jsonl", "-o", f"/dev/fd/{writing}")
    os.close(writing)
    with open(reading, encoding="utf-8") as pipe:
        assert json.loads(pipe.read())["path"] == "a.txt"
    assert ran.status == 0
