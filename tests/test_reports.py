"""Every report against what reads it: schemas where there are any, the consumer's own rules where not."""

import io
import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import jsonschema
import pytest
from lxml import etree

from foilint.catalogue import CATALOGUE
from foilint.finding import Finding, Severity
from foilint.places import NOWHERE
from foilint.report import Status, Verdict
from foilint.reports import FORMATS, renderer
from foilint.reports.look import PLAIN
from letters import ANNEX, UNBALANCED

ROOT = Path(__file__).parents[1]
REPORT = json.loads((ROOT / "schemas" / "report.schema.json").read_text("utf-8"))
CONSUMERS = Path(os.environ.get("FOILINT_CONSUMERS", ROOT.parent / "shared" / "consumers"))
"""Where the schemas of the programs that read reports are kept; they belong to others and are not part of foilint."""


@pytest.fixture
def drafts(write):
    """Drafts of every status, with every kind of place."""
    write("sound.txt", ANNEX)
    write("deep/unbalanced, 100%: «é».txt", UNBALANCED)
    write("minutes.txt", "Minutes of the garden club")
    write("empty.docx", b"")
    write(".foilint.yaml", "allow: [{rule: missing-harm, notice: sound.txt, reason: it is public already}]")
    return "."


@pytest.fixture
def report(drafts, foilint):
    """The drafts reported in a format, as text."""

    def text(form):
        ran = foilint("check", drafts, "--format", form)
        assert (ran.status, ran.err) == (2, "")
        return ran.out

    return text


def consumer(name):
    path = CONSUMERS / name
    if not path.exists():
        pytest.skip(f"{name} is not there: set FOILINT_CONSUMERS to a folder that holds it")
    return path


def test_json_is_as_its_schema_lays_down(report):
    jsonschema.validate(json.loads(report("json")), REPORT)


def test_json_says_what_was_understood_and_where(write, foilint):
    write("unbalanced.txt", UNBALANCED)
    told = json.loads(foilint("check", "unbalanced.txt", "--format", "json").out)
    assert told["summary"] == {"notices": 1, "errors": 1, "warnings": 0, "advice": 0, "allowed": 0, "unreadable": 0}
    (notice,) = told["notices"]
    (engagement,) = notice["engagements"]
    (finding,) = notice["findings"]
    evidence = engagement.pop("evidence")
    assert {key: notice[key] for key in ("path", "status", "regime", "kind", "response", "disclaimer")} == {
        "path": "unbalanced.txt",
        "status": "checked",
        "regime": "foia2000",
        "kind": "annex",
        "response": "ncnd",
        "disclaimer": "present",
    }
    assert engagement == {
        "exemption": "31",
        "title": "Law enforcement",
        "provisions": ["31(3)"],
        "harm": "present",
        "factors-for": "present",
        "factors-against": "present",
        "balance": "absent",
    }
    assert {each["part"]: each["line"] for each in evidence} == {"harm": 6, "factors-for": 11, "factors-against": 15}
    assert (finding["rule"], finding["severity"], finding["exemption"]) == ("missing-balance", "error", "31")
    assert finding["place"] == {
        "line": 3,
        "column": 21,
        "end_line": 3,
        "end_column": 34,
        "paragraph": None,
        "heading": "# Public interest test: drones over the harbour",
        "part": None,
        "path": None,
        "excerpt": "section 31(3)",
    }


def test_json_lines_are_the_notices_of_json_one_a_line(report):
    lines = [json.loads(line) for line in report("jsonl").splitlines()]
    assert {line.pop("report_version") for line in lines} == {1}
    assert lines == json.loads(report("json"))["notices"]


def test_the_summary_is_the_sum_of_the_notices(report):
    told = json.loads(report("json"))
    severities = [finding["severity"] for notice in told["notices"] for finding in notice["findings"]]
    statuses = [notice["status"] for notice in told["notices"]]
    assert statuses == ["checked", "unreadable", "not-a-notice", "checked", "settings"]
    assert told["summary"] == {
        "notices": 4,
        "errors": severities.count("error"),
        "warnings": severities.count("warning"),
        "advice": 0,
        "allowed": 0,
        "unreadable": 1,
    }


def test_sarif_is_as_oasis_lays_down(report):
    schema = json.loads(consumer("sarif-schema-2.1.0.json").read_text("utf-8"))
    jsonschema.validate(json.loads(report("sarif")), schema)


def test_sarif_satisfies_github(report):
    told = json.loads(report("sarif"))
    (run,) = told["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [rule.name for rule in CATALOGUE]
    for rule in rules:
        assert rule["shortDescription"]["text"]
        assert len(rule["fullDescription"]["text"]) <= 1024
        assert rule["help"]["text"]
    assert [result["ruleId"] for result in run["results"]] == [
        "missing-balance",
        "unreadable",
        "not-a-notice",
        "unused-allowance",
    ]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        location = result["locations"][0]["physicalLocation"]
        assert re.fullmatch(r"[\w./%-]+", location["artifactLocation"]["uri"])
        assert not location["artifactLocation"]["uri"].startswith("/")
        assert min(location["region"][key] for key in ("startLine", "startColumn", "endLine", "endColumn")) >= 1
        assert result["partialFingerprints"]["primaryLocationLineHash"]
    assert run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == (
        "deep/unbalanced%2C%20100%25%3A%20%C2%AB%C3%A9%C2%BB.txt"
    )


def test_sarif_passes_the_validator_of_its_authors(report, folder):
    program = shutil.which("sarif-multitool")
    if not program:
        pytest.skip("sarif-multitool is not installed: npm install -g @microsoft/sarif-multitool")
    (folder / "foilint.sarif").write_text(report("sarif"), "utf-8")
    command = [program, "validate", "foilint.sarif", "--rule-kind", "'Sarif;Ghas'", "--level", "'Error;Warning'"]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "Analysis completed successfully." in ran.stdout, ran.stdout + ran.stderr
    complaints = re.findall(r"(?:error|warning) (?:SARIF|GH)\d+.*", ran.stdout)
    # SARIF2005 asks for the tool's page on the web, which foilint does not have.
    assert [each for each in complaints if "SARIF2005" not in each] == []


def test_junit_is_as_its_schema_lays_down(report):
    schema = etree.XMLSchema(etree.parse(consumer("junit-10.xsd")))
    schema.assertValid(etree.fromstring(report("junit").encode()))


def test_junit_counts_what_it_holds(report):
    root = etree.fromstring(report("junit").encode())
    suites = {suite.get("name"): suite for suite in root}
    assert {
        name: tuple(suite.get(key) for key in ("tests", "failures", "errors")) for name, suite in suites.items()
    } == {
        "sound.txt": ("1", "0", "0"),
        "deep/unbalanced, 100%: «é».txt": ("1", "1", "0"),
        "minutes.txt": ("1", "1", "0"),
        "empty.docx": ("1", "0", "1"),
        ".foilint.yaml": ("1", "1", "0"),
    }
    assert suites["sound.txt"].findtext("testcase/system-out").startswith("section 31(3) neither confirmed nor denied")


def test_gitlab_finds_all_it_needs(report):
    issues = json.loads(report("gitlab"))
    assert [(issue["check_name"], issue["severity"]) for issue in issues] == [
        ("missing-balance", "major"),
        ("unreadable", "blocker"),
        ("not-a-notice", "minor"),
        ("unused-allowance", "minor"),
    ]
    for issue in issues:
        assert set(issue) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert issue["description"]
        assert not issue["location"]["path"].startswith(("/", "./"))
        assert issue["location"]["lines"]["begin"] >= 1


def test_gitlab_fingerprints_are_unique_though_two_files_share_a_fault(write, foilint):
    write("a.txt", UNBALANCED)
    write("b.txt", UNBALANCED)
    issues = json.loads(foilint("check", "a.txt", "b.txt", "--format", "gitlab").out)
    assert len({issue["fingerprint"] for issue in issues}) == len(issues) == 2


def test_gitlab_is_an_empty_list_where_nothing_is_found(write, foilint):
    write("sound.txt", ANNEX)
    assert foilint("check", "sound.txt", "--format", "gitlab").out == "[]\n"


def test_github_annotates_lines_in_text_and_whole_files_in_word(report):
    lines = report("github").splitlines()
    assert lines[0] == (
        "::error file=deep/unbalanced%2C 100%25%3A «é».txt,line=3,col=21,endColumn=34,title=foilint%3A missing-balance"
        "::section 31(3) is qualified, but no balance is struck; weigh the factors for and against confirming or"
        " denying that the information is held and say which prevail"
    )
    assert lines[1].startswith("::error file=empty.docx,title=foilint%3A unreadable::cannot be read: it is empty")
    assert lines[2].startswith("::warning file=minutes.txt,")
    assert lines[3].startswith("::warning file=.foilint.yaml,line=1,col=1,title=foilint%3A unused-allowance::")


def faults(severity, count):
    place = NOWHERE._replace(paragraph=7, excerpt="Wörds")
    return tuple(
        Finding("placeholder", severity, None, f"{severity} {each}\nmore", place, str(each)) for each in range(count)
    )


def rendered(form, *verdicts):
    return "".join(renderer(form)(verdicts, PLAIN))


def test_github_shows_the_worst_first_and_counts_what_it_does_not_show():
    verdict = Verdict("a.docx", Status.CHECKED, (*faults(Severity.ADVICE, 12), *faults(Severity.ERROR, 11)))
    lines = rendered("github", verdict).splitlines()
    assert [line.split()[0] for line in lines] == ["::error"] * 10 + ["::notice"] * 10
    assert lines[0] == "::error file=a.docx,title=foilint%3A placeholder::paragraph 7: error 0%0Amore"
    assert lines[-1] == "::notice title=foilint::4 more findings: see the text report"


def test_sarif_keeps_the_worst_where_github_would_refuse_the_file(monkeypatch):
    monkeypatch.setattr("foilint.reports.sarif.MOST", 3)
    verdict = Verdict("a.docx", Status.CHECKED, (*faults(Severity.ADVICE, 2), *faults(Severity.ERROR, 2)))
    results = json.loads(rendered("sarif", verdict))["runs"][0]["results"]
    assert [result["level"] for result in results] == ["error", "error", "note"]


def test_sarif_names_paragraphs_where_there_are_no_lines():
    (result,) = json.loads(rendered("sarif", Verdict("a.docx", Status.CHECKED, faults(Severity.ERROR, 1))))["runs"][0][
        "results"
    ]
    (location,) = result["locations"]
    assert location["physicalLocation"]["region"]["startLine"] == 7
    assert location["logicalLocations"] == [{"fullyQualifiedName": "paragraph 7"}]
    assert result["message"]["text"] == "error 0\nmore (paragraph 7)"


def test_advice_does_not_fail_in_junit():
    root = etree.fromstring(rendered("junit", Verdict("a.docx", Status.CHECKED, faults(Severity.ADVICE, 1))).encode())
    assert root[0].get("failures") == "0"
    assert root.find(".//system-out").text == '"Wörds"\nadvice 0\nmore'


def test_markdown_gives_the_matrix_and_the_findings(write, foilint):
    write("a|b <c>.txt", UNBALANCED)
    assert foilint("check", "a|b <c>.txt", "--format", "markdown").out == (
        "## foilint: 1 error\n"
        "\n"
        "| notice | response | exemption | harm | factors for | factors against | balance | disclaimer |\n"
        "|---|---|---|---|---|---|---|---|\n"
        "| a\\|b &lt;c>.txt | neither confirmed nor denied | 31(3) | ✓ | ✓ | ✓ | **missing** | ✓ |\n"
        "\n"
        "### a\\|b &lt;c>.txt\n"
        "\n"
        "section 31(3) neither confirmed nor denied; harm, factors, disclaimer found; balance missing\n"
        "\n"
        "- **error** `missing-balance`, line 3, column 21: section 31(3) is qualified, but no balance is struck; weigh"
        " the factors for and against confirming or denying that the information is held and say which prevail\n"
        "  \n"
        "  > section 31(3)\n"
    )


@pytest.mark.parametrize("form", FORMATS)
def test_every_report_bears_whatever_a_path_or_a_notice_holds(form):
    place = NOWHERE._replace(line=1, column=1, excerpt="\ufffe\ufffd<&]]>\"'|")
    finding = Finding("placeholder", Severity.ERROR, "X", "a<&>|%::error::]]>", place, "f")
    text = rendered(form, Verdict("d\udcff<&\"'|,:\n%.txt", Status.CHECKED, (finding,)))
    stream = io.TextIOWrapper(io.BytesIO(), "utf-8", errors="backslashreplace", newline="\n")
    stream.write(text)
    stream.flush()
    data = stream.buffer.getvalue()
    if form in ("json", "jsonl", "sarif", "gitlab"):
        json.loads(data)
    if form == "junit":
        etree.fromstring(data)
    if form in ("text", "github", "junit", "markdown"):
        assert b"\x1b" not in data
    if form == "github":
        assert data.count(b"\n") == 1


@pytest.mark.parametrize("form", FORMATS)
def test_every_report_of_nothing_is_whole(form):
    text = rendered(form)
    if form in ("json", "sarif", "gitlab"):
        json.loads(text)
    if form == "junit":
        etree.fromstring(text.encode())
