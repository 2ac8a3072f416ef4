"""The README against the code. Run as a script, it writes the tables anew."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from foilint import cli
from foilint.commands import check, rules
from foilint.reports import FORMATS, renderer
from foilint.settings_file import read_settings
from foilint.template_file import named_template
from letters import ANNEX, UNBALANCED

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"


def commands():
    rows = (f"| `foilint {name}` | {summary} |" for name, summary in cli.COMMANDS.items())
    return "\n".join(["| command | what for |", "|---|---|", *rows])


def options():
    rows = []
    for option in check.OPTIONS:
        names = ", ".join(f"`{name} {option.value}`".replace(" `", "`") for name in option.names)
        known = ": " + ", ".join(option.choices) if option.choices and option.name != "--format" else ""
        rows.append(f"| {names} | {option.meaning}{known} |")
    return "\n".join(["| option | what for |", "|---|---|", *rows])


def formats():
    rows = []
    for name in FORMATS:
        words = sys.modules[renderer(name).__module__].__doc__.split("\n\n")[0]
        rows.append(f"| `{name}` | {' '.join(words.split())} |")
    return "\n".join(["| format | |", "|---|---|", *rows])


TABLES = {"commands": commands, "options": options, "formats": formats, "rules": lambda: rules.table().strip()}


def with_tables(text):
    """The README's text with every table as the code has it."""
    for name, table in TABLES.items():
        before, opening, rest = text.partition(f"<!-- {name} -->\n")
        _, closing, after = rest.partition(f"<!-- /{name} -->")
        text = f"{before}{opening}{table()}\n{closing}{after}"
    return text


def blocks(language):
    """The code blocks of a language, without the indentation of the list they stand in."""
    found = re.findall(rf"^( *)```{language}\n(.*?)^\1```$", README.read_text("utf-8"), flags=re.DOTALL | re.MULTILINE)
    return [re.sub(rf"(?m)^{indent}", "", block) for indent, block in found]


@pytest.mark.parametrize("name", TABLES)
def test_a_table_is_as_the_code_has_it(name):
    shown = re.search(rf"<!-- {name} -->\n(.*?)\n?<!-- /{name} -->", README.read_text("utf-8"), flags=re.DOTALL)
    assert shown[1] == TABLES[name](), "write it anew: python tests/test_readme.py"


def test_the_settings_shown_can_be_used(write):
    first, *_ = [block for block in blocks("yaml") if block.startswith("notices:") and "allow:" in block]
    settings = read_settings(write(".foilint.yaml", first))
    assert settings.allow[0].reason == "different parts, see para 6"


def test_the_first_settings_shown_can_be_used(write):
    (first,) = [block for block in blocks("yaml") if block.startswith("notices:") and "allow:" not in block]
    assert read_settings(write(".foilint.yaml", first)).authority == "West Midlands Police"


def test_the_template_shown_can_be_used(write):
    (shown,) = [block for block in blocks("yaml") if block.startswith("extends:")]
    template = named_template(write("template.yaml", shown), ".")
    assert [phrase.name for phrase in template.phrases] == ["unexplained-fee"]


def test_the_hooks_shown_are_those_there_are():
    (shown,) = [yaml.safe_load(block) for block in blocks("yaml") if block.startswith("repos:")]
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert [hook["id"] for hook in shown["repos"][0]["hooks"]] == [hook["id"] for hook in hooks]


def test_the_python_shown_runs(write, monkeypatch, capsys):
    (code,) = blocks("python")
    write(
        "drafts/2026-014.docx", UNBALANCED.replace("#", "")
    )  # text under the name of a Word file is refused, and told
    exec(compile(code, "README.md", "exec"), {})  # noqa: S102  our own words
    assert '"report_version": 1' in capsys.readouterr().out


def test_the_example_of_a_finding_is_what_foilint_says(write, foilint):
    shown = next(block for block in blocks("console") if "missing-balance" in block)
    write("a.txt", UNBALANCED)
    said = foilint("check", "a.txt").out
    for line in (line.strip() for line in shown.splitlines()[3:] if line.strip()):
        assert line in said


def test_the_order_of_who_decides_stands_once_above_the_code_and_once_here():
    above_the_code = sys.modules["foilint.settings"].__doc__
    for step in re.findall(r"^\d\. .*?(?=^\d\. |^$)", above_the_code, flags=re.DOTALL | re.MULTILINE):
        assert " ".join(step.replace("`", "").split()) in " ".join(README.read_text("utf-8").replace("`", "").split())


def test_every_command_line_shown_is_understood(foilint, write):
    write("sound.txt", ANNEX)
    lines = [line[2:] for block in blocks("console") for line in block.splitlines() if line.startswith("$ ")]
    for line in lines:
        for command in line.split(" && "):
            words = shlex.split(command)
            if words[0] == "foilint":
                assert words[1] in cli.COMMANDS
                assert "no option" not in foilint(*words[1:]).err


def test_installing_and_checking_take_one_line_each():
    lines = [line[2:] for block in blocks("console") for line in block.splitlines() if line.startswith("$ python")]
    assert lines == [
        "python -m pip install . && foilint check path/to/a-draft.docx",
        "python -m pip install -e '.[dev]' && ./check",
    ]
    assert subprocess.run(["sh", "-n", ROOT / "check"], check=False).returncode == 0
    assert "./check" in (ROOT / ".ci" / "run").read_text("utf-8")


def test_versions_agree():
    version = re.search(r'version = "(.*)"', (ROOT / "pyproject.toml").read_text("utf-8"))[1]
    assert f"## {version}" in (ROOT / "CHANGELOG.md").read_text("utf-8")
    assert cli.__version__ == version
    places = (
        ROOT / "README.md",
        ROOT / "ci" / "foilint.gitlab-ci.yml",
        *ROOT.glob("examples/*/.pre-commit-config.yaml"),
    )
    for place in places:
        assert set(re.findall(r"(?:foilint@v|rev: v|foilint==)([\d.]+)", place.read_text("utf-8"))) == {version}


if __name__ == "__main__":
    README.write_text(with_tables(README.read_text("utf-8")), "utf-8")
