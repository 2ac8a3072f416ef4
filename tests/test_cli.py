"""The command line: what it says, and the status it leaves."""

import io
import os
import subprocess
import sys

import pytest

from foilint import cli
from letters import ANNEX, UNBALANCED

UNDERSTOOD = "section 31(3) neither confirmed nor denied; harm, factors, balance, disclaimer found"


def test_a_sound_notice_is_said_to_be_understood(write, foilint):
    write("sound.txt", ANNEX)
    assert foilint("check", "sound.txt") == (0, f"1 notice: {UNDERSTOOD}\n", "")


def test_a_fault_is_told_with_its_place_its_words_and_what_to_do(write, foilint):
    write("unbalanced.txt", UNBALANCED)
    status, out, err = foilint("check", "unbalanced.txt")
    assert status == 1
    assert out == (
        "unbalanced.txt\n"
        '  error missing-balance, line 3, column 21, under "# Public interest test: drones over the harbour"\n'
        '    "section 31(3)"\n'
        "    section 31(3) is qualified, but no balance is struck; weigh the factors for and against confirming or"
        " denying that the information is held and say which prevail\n"
        "\n"
        "1 notice: section 31(3) neither confirmed nor denied; harm, factors, disclaimer found; balance missing"
        " (1 error)\n"
    )
    assert err == ""


def test_several_notices_are_each_said_to_be_understood(write, foilint):
    write("a.txt", ANNEX)
    write("b.txt", ANNEX)
    assert foilint("check", "a.txt", "b.txt").out == (
        f"a.txt: {UNDERSTOOD}\nb.txt: {UNDERSTOOD}\n2 notices: nothing found\n"
    )


def test_quiet_says_findings_alone(write, foilint):
    write("sound.txt", ANNEX)
    write("unbalanced.txt", UNBALANCED)
    assert foilint("check", "--quiet", "sound.txt").out == ""
    assert foilint("check", "--quiet", "sound.txt", "unbalanced.txt").out.splitlines()[0] == "unbalanced.txt"


def test_statistics_count_by_rule_the_most_frequent_first(write, foilint):
    write("a.txt", UNBALANCED)
    write("b.txt", UNBALANCED)
    write("c.txt", "Minutes of the garden club")
    out = foilint("check", "--statistics", "--quiet", "a.txt", "b.txt", "c.txt").out
    assert out.endswith("     2 missing-balance\n     1 not-a-notice\n")


@pytest.mark.parametrize(("level", "status"), [("error", 1), ("warning", 1), ("advice", 1), ("never", 0)])
def test_an_error_fails_a_run_at_every_level_but_never(write, foilint, level, status):
    write("unbalanced.txt", UNBALANCED)
    assert foilint("check", "--fail-on", level, "unbalanced.txt").status == status


@pytest.mark.parametrize(("level", "status"), [("error", 0), ("warning", 1), ("advice", 1), ("never", 0)])
def test_a_warning_fails_a_run_unless_only_errors_should(write, foilint, level, status):
    write("minutes.txt", "Minutes of the garden club")
    assert foilint("check", "--fail-on", level, "minutes.txt").status == status


def test_advice_fails_a_run_only_when_asked_to(write, foilint):
    write("drones.txt", UNBALANCED)
    write(".foilint.yaml", "rules: {missing-balance: advice}")
    assert foilint("check", "drones.txt").status == 0
    assert foilint("check", "drones.txt", "--fail-on", "advice").status == 1


def test_what_cannot_be_read_fails_a_run_whatever_the_level(write, foilint):
    write("sound.txt", ANNEX)
    assert foilint("check", "--fail-on", "never", "nowhere.txt", "sound.txt").status == 2


def test_select_asks_only_the_rules_and_families_named(write, foilint):
    write("unbalanced.txt", UNBALANCED)
    assert foilint("check", "--select", "missing-harm,ncnd", "unbalanced.txt").status == 0
    assert foilint("check", "--select", "public-interest", "unbalanced.txt").status == 1


def test_ignore_wins_over_select(write, foilint):
    write("unbalanced.txt", UNBALANCED)
    ran = foilint("check", "--select", "public-interest", "--ignore", "missing-balance", "unbalanced.txt")
    assert ran.status == 0


def test_an_unknown_rule_is_refused_with_the_nearest_spelling(write, foilint):
    write("sound.txt", ANNEX)
    ran = foilint("check", "--ignore", "mising-balance", "sound.txt")
    assert ran == (2, "", "foilint: there is no rule or family 'mising-balance'; did you mean missing-balance?\n")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("chek",), "foilint: there is no command 'chek'; did you mean check?; see foilint --help\n"),
        (("check", "--formt", "json"), "foilint: check: there is no option --formt; did you mean --format?\n"),
        (
            ("check", "--format", "jsn"),
            "foilint: --format: 'jsn' is none of text, ",
        ),
        (
            ("check", "--jobs", "two"),
            "foilint: --jobs: 'two' is not a whole number; 0 means one process for each processor\n",
        ),
        (("check", "--format"), "foilint: --format needs a value: FORMAT\n"),
        (("check", "--quiet=yes"), "foilint: --quiet takes no value\n"),
        (("check", "--today", "tomorrow", "x"), "foilint: --today: 'tomorrow' is no date; write it as 2027-01-01\n"),
        (("check", "--regime", "foia200", "x"), "foilint: no statute is called 'foia200'; did you mean foia2000?"),
        (
            ("check", "--report", "sarif"),
            "foilint: --report sarif: say where it goes, as in --report sarif:FILE (- for standard output)\n",
        ),
        (
            ("check", "--together"),
            "foilint: to be checked together, the files of a notice must be named, the letter first\n",
        ),
        (("check", "-", "other.txt"), "foilint: - (standard input) is checked alone; leave the other files out\n"),
        (("rules", "missing-balance"), "foilint: rules: 'missing-balance' is one argument too many\n"),
    ],
)
def test_a_wrong_command_line_is_one_clear_line_and_status_2(folder, foilint, words, said):
    ran = foilint(*words)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith(said)
    assert ran.err.count("\n") == 1


def test_the_overview_lists_every_command_with_its_own_summary(foilint):
    ran = foilint("--help")
    assert (ran.status, ran.err) == (0, "")
    for name, summary in cli.COMMANDS.items():
        assert f"  {name:9} {summary}\n" in ran.out
        assert cli.command(name).summary == summary
        assert cli.command(name).name == name


@pytest.mark.parametrize("name", cli.COMMANDS)
def test_each_command_says_how_it_is_used(foilint, name):
    ran = foilint(name, "--help")
    assert ran.status == 0
    assert ran.out.startswith(f"usage: foilint {name} [OPTIONS]")
    assert ran.out == foilint("help", name).out
    assert f"\n  foilint {name}" in ran.out or f'"$(foilint {name}' in ran.out, "give it examples"
    assert max(map(len, ran.out.splitlines())) <= 120


def test_standard_input_is_checked_under_the_name_given(folder, foilint, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(UNBALANCED.encode())))
    ran = foilint("check", "-", "--stdin-filename", "drafts/drones.txt")
    assert ran.status == 1
    assert ran.out.splitlines()[0] == "drafts/drones.txt"


def test_colours_only_on_a_terminal_or_when_forced(write, foilint, monkeypatch):
    write("unbalanced.txt", UNBALANCED)
    assert "\x1b[" not in foilint("check", "unbalanced.txt").out
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[" in foilint("check", "unbalanced.txt").out
    assert "\x1b[" not in foilint("check", "unbalanced.txt", "--format", "text").out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in foilint("check", "unbalanced.txt").out


def test_a_reader_that_stops_early_is_no_crash(write):
    for number in range(40):
        write(f"drafts/{number:02}.txt", UNBALANCED)
    command = f"{sys.executable} -m foilint check drafts | head -n 1"
    ran = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)  # noqa: S602  a pipe is the point
    assert ran.stdout == "drafts/00.txt: " + ran.stdout.partition(": ")[2]
    assert ran.stderr == ""


def test_a_path_that_is_no_text_is_shown_and_not_obeyed(folder, foilint):
    with open(os.fsencode(folder) + b"/d\xff\x1b[31m.txt", "wb") as file:
        file.write(UNBALANCED.encode())
    ran = foilint("check", os.fspath(folder))
    assert ran.status == 1
    assert "\\udcff\\x1b[31m.txt" in ran.out.splitlines()[0]


def test_a_full_disk_is_one_clear_line(write):
    if not os.path.exists("/dev/full"):
        pytest.skip("this system has no /dev/full to stand for a full disk")
    write("unbalanced.txt", UNBALANCED)
    with open("/dev/full", "w") as full:
        command = [sys.executable, "-m", "foilint", "check", "unbalanced.txt"]
        ran = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (2, "foilint: the report cannot be written: No space left on device\n")


def test_the_installed_script_is_the_same_program(write):
    write("sound.txt", ANNEX)
    script = os.path.join(os.path.dirname(sys.executable), "foilint")
    ran = subprocess.run([script, "check", "sound.txt"], capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout) == (0, f"1 notice: {UNDERSTOOD}\n")
