"""foilint rules: lists every rule."""

import sys

from foilint.catalogue import CATALOGUE, reasons, summary
from foilint.options import Arguments, Command, Option

FORMATS = ("text", "markdown", "json")


def run(arguments: Arguments) -> int:
    """Lists the rules in the format asked for."""
    form = arguments.last("--format", "text")
    sys.stdout.write(_json() if form == "json" else table() if form == "markdown" else _text())
    return 0


def _text() -> str:
    width = max(len(rule.name) for rule in CATALOGUE)
    lines = []
    for family in dict.fromkeys(rule.family for rule in CATALOGUE):
        lines.append(f"{family}")
        lines += [
            f"  {rule.name:{width}}  {rule.severity:7}  {summary(rule)}" for rule in CATALOGUE if rule.family == family
        ]
    return "\n".join(lines) + "\n"


def table() -> str:
    """The rules as a Markdown table, as the README shows them."""
    rows = (f"| `{rule.name}` | {rule.family} | {rule.severity} | {summary(rule)} |" for rule in CATALOGUE)
    return "\n".join(["| rule | family | severity | fault |", "|---|---|---|---|", *rows]) + "\n"


def _json() -> str:
    import json  # only for this format

    keys = ("rule", "family", "severity", "summary", "doc")
    rows = [dict(zip(keys, (*rule[:3], summary(rule), reasons(rule)), strict=True)) for rule in CATALOGUE]
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


COMMAND = Command(
    "rules",
    "list every rule",
    "",
    (Option(("--format", "-f"), "FORMAT", "how to list them", FORMATS),),
    run,
    limit=0,
    examples=(
        ("foilint rules", "every rule with its severity, by family"),
        ("foilint rules --format json", "the same, with reasons, for programs"),
    ),
)
