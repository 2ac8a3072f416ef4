"""The overview of many notices: a table that a reader can sort and filter, and read without either."""

from foilint.finding import Severity
from foilint.report import Verdict
from foilint.reports.html.markup import Markup, element, lines
from foilint.reports.html.wording import file_name
from foilint.reports.understood import RESPONSES, understood

COLUMNS = ("File", "Missing", "Errors", "Warnings", "Advice", "What it does", "Relies on")
WORST = (
    ("", "every file"),
    ("found", "with something to mend"),
    ("error", "with errors"),
    ("none", "with nothing to mend"),
)


def overview(verdicts: tuple[Verdict, ...]) -> Markup:
    """A row for each file, and the controls that a script brings to life."""
    heads = [element("th", {"scope": "col"}, name) for name in COLUMNS]
    scrolling = {"class": "scroll", "role": "region", "aria-labelledby": "overview-title", "tabindex": "0"}
    rows = [_row(verdict, f"n{number}") for number, verdict in enumerate(verdicts, start=1)]
    table = element(
        "table",
        {"id": "files"},
        element("thead", {}, element("tr", {}, *heads)),
        lines(element("tbody", {}, *rows)),
    )
    return element(
        "section",
        {"id": "overview", "aria-labelledby": "overview-title"},
        lines(
            element("h2", {"id": "overview-title"}, "All files"),
            _filters(verdicts),
            element("div", scrolling, table),
        ),
    )


def _filters(verdicts: tuple[Verdict, ...]) -> Markup:
    """Hidden until the script is there that makes them work."""
    rules = sorted({finding.rule for verdict in verdicts for finding in verdict.findings})
    exemptions = sorted({each.exemption for verdict in verdicts for each in verdict.engagements}, key=_natural)
    return element(
        "form",
        {"id": "filters", "hidden": "hidden", "role": "search", "aria-label": "Filter the files"},
        element("label", {}, "Words ", element("input", {"type": "search", "name": "words", "autocomplete": "off"})),
        _choice("Show ", "worst", WORST),
        _choice("Rule ", "rule", (("", "any rule"), *((rule, rule) for rule in rules))),
        _choice("Exemption ", "exemption", (("", "any exemption"), *((each, each) for each in exemptions))),
        element("button", {"type": "reset"}, "Show all"),
        element("output", {"id": "count", "role": "status"}),
    )


def _choice(label: str, name: str, options: tuple[tuple[str, str], ...]) -> Markup:
    listed = (element("option", {"value": value}, words) for value, words in options)
    return element("label", {}, label, element("select", {"name": name}, *listed))


def _row(verdict: Verdict, key: str) -> Markup:
    weights = [finding.severity for finding in verdict.findings]
    counts = [weights.count(severity) for severity in Severity]
    worst = next((str(severity) for severity in Severity if severity in weights), "none")
    data = {
        "data-notice": key,
        "data-worst": worst,
        "data-rules": " ".join(dict.fromkeys(finding.rule for finding in verdict.findings)),
        "data-exemptions": "|".join(each.exemption for each in verdict.engagements),
    }
    does = RESPONSES[verdict.response] if verdict.response else understood(verdict)
    relied = ", ".join(provision for each in verdict.engagements for provision in each.provisions)
    return element(
        "tr",
        data,
        element("th", {"scope": "row", "dir": "auto"}, element("a", {"href": f"#{key}"}, file_name(verdict.path))),
        element("td", {"class": "absent"} if _missing(verdict) else {}, _missing(verdict)),
        *(
            element("td", {"class": f"count {severity}" if count else "count none"}, str(count))
            for severity, count in zip(Severity, counts, strict=True)
        ),
        element("td", {}, does),
        element("td", {}, relied),
    )


def _missing(verdict: Verdict) -> str:
    """The parts that are owed and not given."""
    clauses = [clause for clause in understood(verdict).split("; ") if clause.endswith(" missing")]
    return "; ".join(clause.removesuffix(" missing") for clause in clauses)


def _natural(number: str) -> tuple[int, str]:
    """The order of numbers: 9, 12, 12A, reg 12(4)."""
    digits = "".join(sign for sign in number.partition("(")[0] if sign.isdigit())
    return int(digits or 0), number
