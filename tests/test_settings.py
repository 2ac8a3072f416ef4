"""Settings: found, obeyed, and refused with what is wrong in them."""

import os

import pytest

from letters import ANNEX, UNBALANCED

WITHOUT_HARM = UNBALANCED[: UNBALANCED.index("## Harm")] + UNBALANCED[UNBALANCED.index("## Factors favouring") :]
"""Neither harm nor balance: two errors, for what settings do to one and not to the other."""


@pytest.fixture
def rules(foilint):
    """The rules that a run finds, with their severities."""

    def found(*words):
        lines = foilint("check", "--quiet", *words).out.splitlines()
        return [tuple(line.split(",")[0].split()) for line in lines if line.startswith("  ") and line[2] != " "]

    return found


def test_a_rule_and_a_family_have_the_severity_that_the_settings_give_them(write, rules):
    write("a.txt", WITHOUT_HARM)
    assert rules("a.txt") == [("error", "missing-harm"), ("error", "missing-balance")]
    write(".foilint.yaml", "rules: {missing-harm: advice, missing-balance: off}")
    assert rules("a.txt") == [("advice", "missing-harm")]
    write(".foilint.yaml", "rules: {public-interest: warning, missing-harm: error}")
    assert rules("a.txt") == [("error", "missing-harm"), ("warning", "missing-balance")]


def test_the_nearest_settings_hold_for_each_draft(write, rules):
    write(".foilint.yaml", "rules: {missing-balance: off}")
    write("a.md", UNBALANCED)
    write("drafts/.foilint.yaml", "rules: {missing-balance: advice}")
    write("drafts/deep/b.md", UNBALANCED)
    assert rules(".") == [("advice", "missing-balance")]


def test_settings_named_on_the_command_line_hold_in_their_place(write, rules):
    write(".foilint.yaml", "rules: {missing-balance: off}")
    write("strict.yaml", "rules: {missing-balance: warning}")
    write("a.txt", UNBALANCED)
    assert rules("--settings", "strict.yaml", "a.txt") == [("warning", "missing-balance")]


def test_overrides_hold_for_the_drafts_they_name_the_later_over_the_earlier(write, rules):
    write(
        ".foilint.yaml",
        """
        rules: {missing-harm: off, missing-balance: off}
        overrides:
          - {notices: ["annexes/**"], rules: {missing-balance: advice, missing-harm: advice}}
          - {notices: ["**/*.txt"], rules: {missing-balance: warning}}
        """,
    )
    write("a.md", WITHOUT_HARM)
    write("annexes/b.md", WITHOUT_HARM)
    write("annexes/c.txt", WITHOUT_HARM)
    assert rules("a.md") == []
    assert rules("annexes/b.md") == [("advice", "missing-harm"), ("advice", "missing-balance")]
    assert rules("annexes/c.txt") == [("advice", "missing-harm"), ("warning", "missing-balance")]


def test_the_command_line_stands_above_settings_and_overrides(write, rules):
    write(".foilint.yaml", "overrides: [{notices: ['*.txt'], rules: {missing-balance: error}}]")
    write("a.txt", UNBALANCED)
    assert rules("--ignore", "missing-balance", "a.txt") == []


def test_an_override_may_say_what_kind_of_notice_it_is(write, foilint):
    letter = f"Dear Ms Ferreira,\n\n{ANNEX}\nYours sincerely,\n\nA. Officer\n"
    write("a.txt", letter)
    assert '"kind": "letter"' in foilint("check", "a.txt", "-f", "json").out
    write(".foilint.yaml", "overrides: [{notices: [a.txt], kind: page}]")
    assert '"kind": "page"' in foilint("check", "a.txt", "-f", "json").out
    assert '"kind": "annex"' in foilint("check", "a.txt", "-f", "json", "--kind", "annex").out


def test_without_a_path_the_notices_of_the_settings_are_checked_wherever_one_stands(
    write, foilint, monkeypatch, folder
):
    write(".foilint.yaml", "notices: ['drafts/**/*.md', 'annexes/*.txt']")
    for name in ("drafts/2026/a.md", "drafts/b.txt", "annexes/c.txt", "README.md"):
        write(name, ANNEX)
    checked = "annexes/c.txt", "drafts/2026/a.md"
    assert [line.split(":")[0] for line in foilint("check").out.splitlines()][:-1] == list(checked)
    monkeypatch.chdir(folder / "drafts")
    assert [line.split(":")[0] for line in foilint("check").out.splitlines()][:-1] == [
        os.path.join("..", "annexes", "c.txt"),
        os.path.join("2026", "a.md"),
    ]


def test_without_paths_or_settings_the_folder_is_checked(write, foilint):
    write("a.md", ANNEX)
    assert foilint("check").out.startswith("1 notice: section 31(3)")


def test_the_severity_of_an_unused_allowance_is_set_as_any(write, rules):
    write(".foilint.yaml", "{rules: {unused-allowance: advice}, allow: [{rule: comment, notice: a.txt, reason: none}]}")
    write("a.txt", ANNEX)
    assert rules("a.txt") == [("advice", "unused-allowance")]
    write(".foilint.yaml", "{rules: {unused-allowance: off}, allow: [{rule: comment, notice: a.txt, reason: none}]}")
    assert rules("a.txt") == []


WRONG = {
    "broken YAML": ("notices: [a", ":2: is no YAML: did not find expected ',' or ']'"),
    "nothing": ("", ": is empty"),
    "a list": ("- a", ":1: must be a table of keys, and is a list"),
    "an unknown key": ("\nnotises: [a]", ":2: notises: is no key known here; did you mean notices?"),
    "an unknown rule": (
        "rules: {mising-harm: off}",
        ":1: rules.mising-harm: there is no rule or family 'mising-harm'; did you mean missing-harm?",
    ),
    "an unknown level": (
        "rules:\n  missing-harm: eror",
        ":2: rules.missing-harm: 'eror' is not known here; did you mean error?",
    ),
    "an allowance without a reason": ("allow:\n  - {rule: comment, notice: a}", ":2: allow[1]: lacks the key 'reason'"),
    "an allowance with an empty reason": (
        "allow: [{rule: comment, notice: a, reason: ' '}]",
        ":1: allow[1].reason: must say why the fault may stand",
    ),
    "an allowance of no rule": (
        "allow: [{rule: coment, notice: a, reason: b}]",
        ":1: allow[1].rule: 'coment' is not known here; did you mean comment?",
    ),
    "an allowance that ends on no day": (
        "allow: [{rule: comment, notice: a, reason: b, until: soon}]",
        ":1: allow[1].until: 'soon' is no date; write it as 2027-01-01",
    ),
    "a template that is not there": (
        "template: foia200",
        ":1: template: there is no template 'foia200', and no such file; did you mean foia2000?",
    ),
    "a kind that is none": (
        "overrides: [{notices: [a], kind: leter}]",
        ":1: overrides[1].kind: 'leter' is not known here; did you mean letter?",
    ),
    "a letter without a star": (
        "together: [{letter: a.docx, annex: '*.docx'}]",
        ":1: together[1].letter: must have exactly one *, for what a letter's name shares with its annexes",
    ),
    "an annex in another folder": (
        "together: [{letter: '*.docx', annex: 'b/*.docx'}]",
        ":1: together[1].annex: must be a pattern of names: letter and annexes stand in one folder",
    ),
    "notices that match nothing": ("notices: ['drafts/*.docx']", ": notices: no draft matches drafts/*.docx"),
}


@pytest.mark.parametrize(("content", "said"), WRONG.values(), ids=WRONG)
def test_wrong_settings_are_one_clear_line_and_status_2(write, foilint, folder, content, said):
    write("a.txt", ANNEX)
    file = write(".foilint.yaml", content)
    ran = foilint("check")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == f"foilint: {file}{said}\n"


def test_settings_that_may_not_be_read_are_one_clear_line(folder, write, foilint):
    (folder / ".foilint.yaml").mkdir()  # a folder stands for any file that cannot be opened, whoever runs the tests
    write("deep/a.txt", ANNEX)
    ran = foilint("check", "deep/a.txt")
    assert ran == (2, "", f"foilint: {folder}/.foilint.yaml: cannot be read: Is a directory\n")


def test_settings_under_a_name_that_would_be_overlooked_are_refused(folder, write, foilint):
    write(".foilint.yml", "rules: {missing-balance: off}")
    write("a.txt", UNBALANCED)
    ran = foilint("check", "a.txt")
    assert ran == (2, "", f"foilint: {folder}/.foilint.yml: settings are read from .foilint.yaml; rename it\n")


def test_wrong_settings_leave_reports_as_they_were(write, foilint, folder):
    write("a.txt", ANNEX)
    write(".foilint.yaml", "notises: []")
    write("report.json", "yesterday's")
    assert foilint("check", "a.txt", "--format", "json", "--output", "report.json").status == 2
    assert (folder / "report.json").read_text() == "yesterday's"
    assert sorted(os.listdir(folder)) == [".foilint.yaml", "a.txt", "report.json"]
