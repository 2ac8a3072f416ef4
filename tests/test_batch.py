"""Many drafts at once: nothing that comes out depends on the number of processes."""

import io
import os
import subprocess
import sys

import pytest

from foilint import batch, cli, lint
from foilint.batch import check_units
from foilint.commands import asked
from foilint.lint import Terms, Unit
from foilint.report import Status
from foilint.rules import RULES
from foilint.selection import active
from letters import ANNEX, UNBALANCED

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork: there is one process always")
TERMS = Terms(active=active(RULES))


@pytest.fixture
def many(write):
    """A folder of drafts: sound ones, ones with a fault, one that is empty and one that is no notice."""
    for number in range(40):
        write(f"drafts/{number:02}.txt", (ANNEX, UNBALANCED)[number % 2])
    write("drafts/20.txt", "")
    write("drafts/21.txt", "Minutes of the garden club")
    return "drafts"


@needs_fork
@pytest.mark.parametrize("form", ["text", "json", "jsonl", "sarif", "github", "gitlab", "junit", "markdown"])
def test_the_report_is_the_same_byte_for_byte_whatever_the_number_of_processes(many, foilint, form):
    alone = foilint("check", many, "--format", form, "--jobs", "1", "--statistics")
    assert alone.status == 2
    assert foilint("check", many, "--format", form, "--jobs", "2", "--statistics") == alone
    assert foilint("check", many, "--format", form, "--jobs", "3", "--statistics") == alone


def test_the_report_is_the_same_in_every_process_and_at_every_run(many, folder):
    command = [sys.executable, "-m", "foilint", "check", many, "--format", "json"]
    runs = {
        subprocess.run(command, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=False).stdout
        for seed in ("0", "1", "2")
    }
    assert len(runs) == 1


@needs_fork
def test_a_process_that_dies_costs_only_the_draft_it_died_of(folder, monkeypatch):
    units = [Unit((f"{number}.txt",), TERMS) for number in range(batch.PAYS_FROM * 2)]
    home = os.getpid()

    def dies_of_the_fourth(unit):
        if unit.paths == ("3.txt",) and os.getpid() != home:
            os._exit(9)
        return (lint.Verdict(unit.paths[0], Status.CHECKED, ()),)

    monkeypatch.setattr(batch, "check_unit", dies_of_the_fourth)
    verdicts = [verdict for each in check_units(units, 2) for verdict in each]
    assert [verdict.path for verdict in verdicts] == [unit.paths[0] for unit in units]
    assert [verdict.path for verdict in verdicts if verdict.unread] == ["3.txt"]
    assert verdicts[3].findings[0].message == (
        "cannot be read: the process that read it died; check it alone; please report it if it dies again"
    )


@needs_fork
def test_whoever_stops_listening_leaves_no_process_behind(folder):
    units = [Unit((f"{number}.txt",), TERMS) for number in range(batch.PAYS_FROM * 2)]
    verdicts = check_units(units, 2)
    next(verdicts)
    verdicts.close()
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


@needs_fork
def test_whoever_stops_listening_ends_processes_that_wait_for_a_full_pipe(folder, monkeypatch):
    said = (lint.Verdict("x" * 100_000, Status.CHECKED, ()),)
    monkeypatch.setattr(batch, "check_unit", lambda _: said)
    verdicts = check_units([Unit((f"{number}.txt",), TERMS) for number in range(batch.PAYS_FROM * 3)], 3)
    next(verdicts)
    verdicts.close()
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_few_drafts_are_not_worth_a_process(folder, monkeypatch):
    monkeypatch.setattr(batch, "_in_processes", lambda *_: pytest.fail("a process was started"))
    units = [Unit((f"{number}.txt",), TERMS) for number in range(batch.PAYS_FROM * 2 - 1)]
    assert len(list(check_units(units, 2))) == len(units)
    assert len(list(check_units(units, 0))) == len(units)


def test_a_fault_of_our_own_is_told_and_hides_no_other_draft(write, foilint, monkeypatch):
    write("a.txt", ANNEX)
    write("b.txt", UNBALANCED)
    judge = lint.judge

    def fails_on_a(document, terms):
        if document.path == "a.txt":
            raise KeyError("harm")
        return judge(document, terms)

    monkeypatch.setattr(lint, "judge", fails_on_a)
    ran = foilint("check", "a.txt", "b.txt", "--quiet")
    assert ran.status == 2
    assert "cannot be read: foilint failed on it (KeyError at test_batch.py, line " in ran.out
    assert "missing-balance" in ran.out


def test_memory_stays_flat_however_many_drafts(many, folder):
    resource = pytest.importorskip("resource", reason="this system does not tell how much memory was used")
    del resource
    code = (
        "import resource, sys; from foilint.cli import main;"
        "sys.argv[1:] = ['check', '--jobs', '1', *sys.argv[1:]]; main();"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)"
    )

    def peak(paths):
        command = [sys.executable, "-c", code, *paths]
        return int(subprocess.run(command, capture_output=True, text=True, check=False).stderr.split()[-1])

    for number in range(600):
        os.link("drafts/01.txt", f"drafts/more-{number}.txt")
    assert peak(["drafts"]) < 1.3 * peak(["drafts/01.txt", "drafts/03.txt"])


class Terminal(io.StringIO):
    """Standard error on a terminal."""

    def isatty(self):
        return True


def test_a_terminal_is_told_how_far_a_long_run_is_and_the_line_is_taken_back(many, monkeypatch, capfd):
    said = Terminal()
    monkeypatch.setattr(asked, "LONG", 40)
    monkeypatch.setattr(asked, "STEP", 20)
    monkeypatch.setattr("sys.stderr", said)
    assert cli.run(["check", many, "--quiet"]) == 2
    assert said.getvalue() == "\r20 of 40 drafts\r40 of 40 drafts\r\x1b[K"


def test_a_short_run_and_a_pipe_are_told_nothing(many, monkeypatch, foilint):
    assert foilint("check", many, "--quiet").err == ""
    said = Terminal()
    monkeypatch.setattr("sys.stderr", said)
    cli.run(["check", many, "--quiet"])
    assert said.getvalue() == ""
