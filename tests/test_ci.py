"""What runs elsewhere: the GitHub Action, the GitLab template, and the package itself."""

import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
import yaml
from lxml import etree

from foilint import knowledge
from letters import ANNEX, UNBALANCED

ROOT = Path(__file__).parents[1]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
GITLAB = yaml.safe_load((ROOT / "ci" / "foilint.gitlab-ci.yml").read_text("utf-8"))["foilint"]
PATH = os.pathsep.join([os.path.dirname(sys.executable), os.environ["PATH"]])

needs_bash = pytest.mark.skipif(not shutil.which("bash"), reason="there is no bash")


@pytest.fixture
def act(folder):
    """Runs the action's last step as GitHub does, with its inputs; returns status, log, summary and outputs."""

    def run(**inputs):
        step = ACTION["runs"]["steps"][-1]
        known = {name: given["default"] for name, given in ACTION["inputs"].items()} | inputs
        environment = {
            "PATH": PATH,
            "GITHUB_STEP_SUMMARY": str(folder / "summary.md"),
            "GITHUB_OUTPUT": str(folder / "output"),
        }
        for name, words in step["env"].items():
            environment[name] = known[words.removeprefix("${{ inputs.").removesuffix(" }}")]
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
        ran = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        assert ran.stderr == ""
        return ran.returncode, ran.stdout, (folder / "summary.md").read_text("utf-8"), (folder / "output").read_text()

    return run


@needs_bash
def test_the_action_annotates_writes_a_summary_and_fails(write, act, folder):
    write("drafts/sound.md", ANNEX)
    write("drafts/it's faulty; really.md", UNBALANCED)
    status, log, summary, output = act(paths="drafts/sound.md\ndrafts/it's faulty; really.md\n", sarif="f.sarif")
    assert (status, output) == (1, "status=1\n")
    assert "::error file=drafts/it's faulty; really.md,line=3,col=21" in log
    assert "drafts/sound.md: section 31(3) neither confirmed nor denied" in log
    assert summary.startswith("## foilint: 1 error\n\n| notice | response |")
    assert len(json.loads((folder / "f.sarif").read_text("utf-8"))["runs"][0]["results"]) == 1


@needs_bash
def test_the_action_checks_what_the_settings_name_and_fails_as_it_is_told(write, act):
    write(".foilint.yaml", "notices: ['drafts/*.md']")
    write("drafts/faulty.md", UNBALANCED)
    assert act(**{"fail-on": "never"})[0] == 0
    assert act()[0] == 1


def test_the_action_hands_its_inputs_over_as_words_and_pins_what_it_uses():
    for step in ACTION["runs"]["steps"]:
        assert "${{" not in step.get("run", "")
        if "uses" in step:
            assert len(step["uses"].partition("@")[2]) == 40


@needs_bash
def test_the_gitlab_template_leaves_the_reports_that_it_names(write, folder):
    write(".foilint.yaml", "notices: ['drafts/*.md']")
    write("drafts/faulty.md", UNBALANCED)
    install, check = GITLAB["script"]
    assert install == 'pip install --quiet "$FOILINT_SOURCE"'
    ran = subprocess.run(["bash", "-ec", check], env={"PATH": PATH}, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (1, "")
    reports = GITLAB["artifacts"]["reports"]
    assert [each["check_name"] for each in json.loads((folder / reports["codequality"]).read_text())] == [
        "missing-balance"
    ]
    assert etree.parse(folder / reports["junit"]).getroot()[0].get("failures") == "1"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    pytest.importorskip("hatchling", reason="hatchling, which builds the wheel, is not installed")
    folder = tmp_path_factory.mktemp("wheel")
    copy = folder / "source"
    copy.mkdir()
    for name in ("pyproject.toml", "hatch_build.py", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, copy / name)
    for name in ("src", "schemas", "fixtures"):
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__", "*.marshal*"))
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=copy, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


def test_the_wheel_carries_what_foilint_knows_and_that_it_is_typed(wheel):
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    schemas = Path(knowledge.schemas())
    carried = {
        f"foilint/schemas/{path.relative_to(schemas).as_posix()}" for path in schemas.rglob("*") if path.is_file()
    }
    assert carried <= names
    assert {"foilint/knowledge.marshal", "foilint/modules.marshal"} <= names
    assert {"foilint/py.typed", "foilint-0.1.0.dist-info/licenses/LICENSE"} <= names
    assert {name.partition("/")[0] for name in names} == {"foilint", "foilint-0.1.0.dist-info"}


def test_the_wheel_checks_a_notice_without_the_checkout(wheel, write, folder):
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "installed")
    write("sound.txt", ANNEX)
    command = [sys.executable, "-m", "foilint", "check", "sound.txt"]
    environment = {**os.environ, "PYTHONPATH": str(folder / "installed")}
    ran = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout.partition(":")[0]) == (0, "1 notice")
