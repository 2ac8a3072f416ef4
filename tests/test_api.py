"""foilint as a Python library."""

import json
import pickle
import subprocess
import sys
from pathlib import Path

import pytest

import foilint as library
from letters import ANNEX, UNBALANCED


def test_a_path_gives_a_report(write):
    report = library.check(Path(write("drones.txt", UNBALANCED)))
    assert [finding.rule for finding in report.findings] == ["missing-balance"]
    assert report.summary == (1, 1, 0, 0, 0, 0)
    assert report.notices[0].engagements[0].provisions == ("31(3)",)


def test_bytes_give_a_report_under_the_name_they_are_given(folder):
    report = library.check(UNBALANCED.encode(), name="drones.txt")
    assert [verdict.path for verdict in report.notices] == ["drones.txt"]
    assert [finding.rule for finding in report.findings] == ["missing-balance"]


def test_settings_are_found_as_for_the_command(write):
    write("drafts/.foilint.yaml", "rules: {missing-balance: off}")
    assert library.check(write("drafts/drones.txt", UNBALANCED)).findings == ()
    assert library.check(UNBALANCED.encode(), name="drafts/drones.txt").findings == ()
    assert len(library.check(UNBALANCED.encode(), name="drones.txt").findings) == 1


def test_a_report_renders_as_the_command_writes_it(write, foilint):
    write("drones.txt", UNBALANCED)
    for form in ("json", "text", "sarif"):
        assert library.render(library.check("drones.txt"), form) == foilint("check", "drones.txt", "-f", form).out


def test_a_report_can_be_pickled(write):
    report = library.check(write("drones.txt", UNBALANCED))
    assert pickle.loads(pickle.dumps(report)) == report  # noqa: S301  our own bytes


def test_what_cannot_be_read_is_a_verdict(folder):
    report = library.check("nowhere.docx")
    assert [(verdict.status, verdict.findings[0].rule) for verdict in report.notices] == [("unreadable", "unreadable")]


@pytest.mark.parametrize(
    ("drafts", "options", "said"),
    [
        (("a.txt",), {"regime": "foia200"}, "no statute is called 'foia200'"),
        (("a.txt",), {"kind": "leter"}, "there is no kind of notice 'leter'; did you mean letter?"),
        (("a.txt",), {"select": ["mising-balance"]}, "did you mean missing-balance?"),
        (("a.txt",), {"template": "police"}, "there is no such template"),
        (("a.txt",), {"settings": "nowhere.yaml"}, "cannot be read"),
        ((b"a", "b.txt"), {}, "the bytes of a draft are checked alone"),
        ((), {"together": True}, "the letter first"),
    ],
)
def test_what_cannot_be_used_is_refused(folder, drafts, options, said):
    with pytest.raises(library.Misuse) as refused:
        library.check(*drafts, **options)
    assert said in str(refused.value)


def test_an_unknown_format_is_refused(folder):
    with pytest.raises(library.Misuse, match=r"there is no format 'jsn'; did you mean json\?"):
        library.render(library.check(ANNEX.encode()), "jsn")


def test_everything_offered_is_there_and_nothing_else():
    assert all(getattr(library, name) for name in library.__all__)
    with pytest.raises(AttributeError, match="module 'foilint' has no attribute 'chek'"):
        library.chek  # noqa: B018  asking is the test


def test_it_is_typed(folder):
    (folder / "uses.py").write_text(
        "import foilint\n"
        "report: foilint.Report = foilint.check('a.docx', select=['ncnd'])\n"
        "places: list[foilint.Place] = [finding.place for finding in report.findings]\n"
        "text: str = foilint.render(report, 'json')\n",
        "utf-8",
    )
    command = [sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(folder / "cache"), "uses.py"]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.stdout == "Success: no issues found in 1 source file\n"


def test_the_summary_of_a_report_is_that_of_its_json(write):
    report = library.check(write("drones.txt", UNBALANCED))
    assert json.loads(library.render(report))["summary"] == report.summary._asdict()
