"""What may stand: allowances with a reason and an end, and the baseline."""

import json

import pytest

from letters import ANNEX, UNBALANCED

ALLOWED = "allow: [{rule: missing-balance, notice: a.txt, reason: the balance goes by post}]"


def test_an_allowed_fault_is_set_apart_with_its_reason(write, foilint):
    write("a.txt", UNBALANCED)
    write(".foilint.yaml", ALLOWED)
    ran = foilint("check", "a.txt")
    assert ran.status == 0
    assert ran.out.endswith("balance missing (1 let stand)\n")
    (notice,) = json.loads(foilint("check", "a.txt", "-f", "json").out)["notices"]
    assert notice["findings"] == []
    assert [(each["rule"], each["reason"]) for each in notice["allowed"]] == [
        ("missing-balance", "the balance goes by post")
    ]


@pytest.mark.parametrize(
    "allowance",
    [
        "{rule: missing-harm, notice: a.txt, reason: b}",
        "{rule: missing-balance, notice: b.txt, reason: b}",
        "{rule: missing-balance, notice: a.txt, exemption: 24, reason: b}",
        "{rule: missing-balance, notice: 'drafts/*', reason: b}",
    ],
)
def test_an_allowance_covers_only_its_rule_its_drafts_and_its_exemption(write, foilint, allowance):
    write("a.txt", UNBALANCED)
    write(".foilint.yaml", f"allow: [{allowance}]")
    assert "error missing-balance" in foilint("check", "a.txt").out


def test_an_allowance_may_be_for_one_exemption_and_for_a_pattern_of_drafts(write, foilint):
    write("drafts/2026/a.txt", UNBALANCED)
    write(".foilint.yaml", "allow: [{rule: missing-balance, notice: 'drafts/**', exemption: 31, reason: b}]")
    assert foilint("check", "drafts").status == 0


def test_an_allowance_that_nothing_needs_is_reported_at_its_line(write, foilint):
    write("a.txt", ANNEX)
    write(".foilint.yaml", f"# our settings\n{ALLOWED}\n")
    ran = foilint("check", "a.txt")
    assert ran.status == 1
    assert ran.out.splitlines()[1:5] == [
        ".foilint.yaml: holds what nothing needs",
        "  warning unused-allowance, line 2, column 1",
        "    nothing needs the allowance of missing-balance in a.txt; remove it",
        "",
    ]
    assert ran.out.splitlines()[-1] == "1 notice: 1 warning"


def test_an_allowance_holds_until_its_last_day_and_is_reported_after_it(write, foilint):
    write("a.txt", UNBALANCED)
    write(".foilint.yaml", ALLOWED.replace("reason:", "until: 2026-05-31, reason:"))
    assert foilint("check", "a.txt", "--today", "2026-05-31").status == 0
    later = foilint("check", "a.txt", "--today", "2026-06-01", "--quiet")
    assert later.status == 1
    assert "error missing-balance" in later.out
    assert later.out.endswith(
        "    the allowance of missing-balance in a.txt ended on 2026-05-31; mend the notice and remove the allowance,"
        " or set a new date\n\n"
    )


def test_an_allowance_is_not_judged_by_a_run_that_did_not_see_what_it_speaks_of(write, foilint):
    write("a.txt", UNBALANCED)
    write("b.txt", ANNEX)
    write("sub/c.txt", ANNEX)
    write(
        ".foilint.yaml",
        "allow: [{rule: missing-balance, notice: '*.txt', reason: b}, {rule: comment, notice: gone.txt, reason: b}]",
    )
    assert foilint("check", "b.txt").status == 0
    assert foilint("check", "sub").status == 0
    assert foilint("check", "b.txt", "a.txt").status == 0
    assert "nothing needs the allowance of comment in gone.txt; remove it" in foilint("check", ".").out


def test_an_allowance_is_not_judged_where_not_every_rule_was_asked(write, foilint):
    write("a.txt", ANNEX)
    write(".foilint.yaml", ALLOWED)
    assert foilint("check", "a.txt", "--select", "ncnd").status == 0


def test_what_cannot_be_read_cannot_be_allowed(write, foilint):
    write("a.docx", "junk")
    write(".foilint.yaml", "allow: [{rule: unreadable, notice: a.docx, reason: b}]")
    assert foilint("check", "a.docx").status == 2


def test_the_baseline_holds_what_stands_and_lets_new_faults_through(write, foilint):
    write("a.txt", UNBALANCED)
    assert foilint("baseline", "a.txt") == (0, ".foilint-baseline.json: 1 finding\n", "")
    assert foilint("check", "a.txt").status == 0
    write("b.txt", UNBALANCED)
    assert foilint("check", "a.txt", "b.txt", "--quiet").out.splitlines()[0] == "b.txt"


def test_the_baseline_knows_a_fault_again_after_edits_elsewhere(write, foilint):
    write("a.txt", UNBALANCED)
    foilint("baseline", "a.txt")
    write("a.txt", UNBALANCED.replace("# Public", "Our reference 12/26\n\n# Public").replace("smugglers", "wreckers"))
    assert foilint("check", "a.txt").status == 0


def test_what_is_mended_is_reported_until_the_baseline_is_written_anew(write, foilint):
    write("a.txt", UNBALANCED)
    write("b.txt", UNBALANCED)
    foilint("baseline", "a.txt", "b.txt")
    write("a.txt", ANNEX)
    ran = foilint("check", "a.txt", "b.txt")
    assert ran.status == 1
    assert ".foilint-baseline.json: holds what nothing needs\n" in ran.out
    assert "    a.txt no longer has missing-balance (31); run foilint baseline, so that it is held no more\n" in ran.out
    assert foilint("baseline", "a.txt").out == ".foilint-baseline.json: 1 finding\n"
    assert foilint("check", "a.txt", "b.txt").status == 0


def test_the_baseline_stands_beside_the_settings_or_where_they_say(write, foilint, folder):
    write("drafts/a.txt", UNBALANCED)
    write(".foilint.yaml", "baseline: kept/baseline.json")
    (folder / "kept").mkdir()
    assert foilint("baseline", "drafts").out == "kept/baseline.json: 1 finding\n"
    held = json.loads((folder / "kept/baseline.json").read_text("utf-8"))["findings"]
    assert [(each["notice"], each["rule"], each["exemption"], each["excerpt"]) for each in held] == [
        ("drafts/a.txt", "missing-balance", "31", "section 31(3)")
    ]
    assert foilint("check", "drafts").status == 0


def test_a_draft_that_is_gone_leaves_the_baseline(write, foilint, folder):
    write("a.txt", UNBALANCED)
    write("b.txt", UNBALANCED)
    foilint("baseline", ".")
    (folder / "a.txt").unlink()
    assert foilint("baseline", "b.txt").out == ".foilint-baseline.json: 1 finding\n"


def test_what_is_allowed_or_unreadable_is_not_held(write, foilint):
    write("a.txt", UNBALANCED)
    write("b.docx", "junk")
    write(".foilint.yaml", ALLOWED)
    ran = foilint("baseline", "a.txt", "b.docx")
    assert (ran.status, ran.out) == (2, ".foilint-baseline.json: 0 findings\n")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ('{"baseline_version": 2, "findings": []}', "its version is 2, not 1; write it anew with foilint baseline"),
        ("[]", "is not a baseline that foilint wrote; write it anew with foilint baseline"),
        (
            '{"baseline_version": 1, "findings": [{"rule": 1}]}',
            "is not a baseline that foilint wrote; write it anew with foilint baseline",
        ),
        ("{", "is not a baseline that foilint wrote; write it anew with foilint baseline"),
        ("[" * 100_000, "is not a baseline that foilint wrote; write it anew with foilint baseline"),
    ],
)
def test_a_baseline_of_another_making_is_one_clear_line_and_status_2(write, foilint, content, said):
    write("a.txt", UNBALANCED)
    write(".foilint-baseline.json", content)
    ran = foilint("check", "a.txt")
    assert ran == (2, "", f"foilint: .foilint-baseline.json: {said}\n")
