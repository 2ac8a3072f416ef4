"""The example repository of drafts, as it stands and with one thing wrong at a time."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

EXAMPLE = Path(__file__).parents[1] / "examples" / "drafts-repository"
EIR, LETTER, TEST = "drafts/EIR-0312.md", "drafts/2026-014-letter.md", "drafts/2026-014-PIT.md"


@pytest.fixture
def example(folder):
    """A copy of the example to stand in; returns a function that replaces words in one of its files."""
    shutil.copytree(EXAMPLE, folder, dirs_exist_ok=True)

    def replace(name, old, new):
        text = (folder / name).read_text("utf-8")
        assert old in text
        (folder / name).write_text(text.replace(old, new), "utf-8")

    return replace


def findings(ran):
    """The rules found, notice by notice, from a report for people."""
    found, path = {}, ""
    for line in ran.out.splitlines():
        if line and not line.startswith(" "):
            path = line.partition(":")[0]
        elif line.startswith("  ") and line[2] != " ":
            found.setdefault(path, []).append(line.split()[1].rstrip(","))
    return found


def test_the_example_is_in_order_as_it_stands(example, foilint):
    assert foilint("check", "--today", "2026-06-01") == (
        0,
        f"{LETTER}: section 43(2) withheld; harm, factors, balance found\n"
        f"{EIR}: regulation 12(5)(a) withheld; harm, factors, balance found\n"
        "2 notices: 1 let stand\n",
        "",
    )


def test_its_template_holds_its_own_examples(example, foilint):
    ran = foilint("schema", "test", "templates/marlshire.yaml")
    assert ran == (0, "templates/marlshire.yaml: 2 examples as they should be\n", "")


def test_its_settings_and_template_are_laid_down_rightly(example, foilint):
    assert foilint("schema", "check", ".foilint.yaml", "templates/marlshire.yaml") == (0, "", "")


FAULTS = (
    (EIR, "## Your request", "## What was asked", {EIR: ["missing-section"]}),
    (EIR, "parish of Nether Marl", "village of Nether Marl", {EIR: ["unnamed-parish"]}),
    (EIR, "the Monitoring Officer", "the Solicitor to the Council", {EIR: ["altered-wording", "stray-job-title"]}),
    (EIR, "within 40 working days", "within two months", {EIR: ["altered-wording"]}),
    (EIR, "\nYours sincerely", "\nA fee may be due.\n\nYours sincerely", {EIR: ["unexplained-fee"]}),
    (EIR, "EIR 0298", "EIR 0312", {".foilint.yaml": ["unused-allowance"]}),
    (TEST, "The depot was built", "[insert factors]\n\nThe depot was built", {LETTER: ["placeholder"]}),
    (LETTER, "section 43(2)", "section 42(1)", {LETTER: ["reasoning-elsewhere", "orphan-section"]}),
)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault[2].strip())
def test_one_thing_wrong_is_found_and_nothing_else(example, foilint, fault):
    name, old, new, found = fault
    example(name, old, new)
    assert findings(foilint("check", "--today", "2026-06-01")) == found


def test_its_allowance_ends(example, foilint):
    assert findings(foilint("check", "--today", "2100-01-01")) == {
        EIR: ["mismatched-reference"],
        ".foilint.yaml": ["unused-allowance"],
    }


def test_its_workflow_and_hooks_name_what_there_is(example, folder):
    workflow = (folder / ".github" / "workflows" / "foilint.yml").read_text("utf-8")
    assert "uses: your-organisation/foilint@v" in workflow
    command = ["pre-commit", "validate-config", os.fspath(folder / ".pre-commit-config.yaml")]
    if not shutil.which("pre-commit"):
        pytest.skip("pre-commit is not installed")
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout
