"""How well foilint understands notices by strangers: precision and recall per rule and per part, and what was missed.

usage: accuracy.py [SET ...] [--missed] [--rule NAME]

SET: a folder below benchmarks/notices (default: tuning and held-out). Beside every notice stands its label, NAME.yaml:
what an officer who knows the law says foilint should report, findings of severity error and warning only. A
`.docx.html` is the source of a Word file. docs/accuracy.md says who wrote them and how they were used.
Exit status 1 where the bar of 95 % of faults found and one false alarm in 20 notices is not met.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml

sys.path.insert(0, str(Path(__file__).parent))

from word_from_html import word_from_html

import foilint

HERE = Path(__file__).parent / "notices"
WEIGHTY = ("error", "warning")
DOCUMENT = ("tracked-change", "comment", "hidden-text", "highlight", "author-metadata", "unread-content")
PARTS = ("harm", "factors-for", "factors-against", "balance")


class Judged(NamedTuple):
    """One notice: what its label says and what foilint reports."""

    name: str
    label: dict[str, Any]
    report: dict[str, Any]

    @property
    def wanted(self) -> Counter[tuple[str, str | None]]:
        return Counter((f["rule"], f["exemption"]) for f in self.label["findings"])

    @property
    def found(self) -> Counter[tuple[str, str | None]]:
        return Counter(
            (f["rule"], f["exemption"])
            for f in self.report["findings"]
            if f["severity"] in WEIGHTY and f["rule"] not in DOCUMENT
        )


def judge(folder: Path) -> Iterator[Judged]:
    """Check every labelled notice below a folder."""
    for label in sorted(folder.rglob("*.yaml")):
        source = label.with_suffix("")
        name = str(source.relative_to(HERE))
        data = source.read_bytes()
        if name.endswith(".docx.html"):
            data, name = word_from_html(data.decode()), name.removesuffix(".html")
        report = json.loads(foilint.render(foilint.check(data, name=name)))["notices"][0]
        yield Judged(name, yaml.safe_load(label.read_text()), report)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*", default=["tuning", "held-out"])
    parser.add_argument("--missed", action="store_true", help="list every miss and false alarm")
    args = parser.parse_args()
    met = True
    for name in args.sets:
        judged = list(judge(HERE / name))
        met &= tell(name, judged, listed=args.missed)
    return 0 if met else 1


def tell(name: str, judged: list[Judged], *, listed: bool) -> bool:
    """Print the figures of one set; whether it meets the bar."""
    wanted = sum((j.wanted for j in judged), Counter())
    missed = sum((j.wanted - j.found for j in judged), Counter())
    alarms = sum((j.found - j.wanted for j in judged), Counter())
    total, lost, false = wanted.total(), missed.total(), alarms.total()
    found = f"{total - lost} ({1 - lost / max(total, 1):.1%})"
    alarmed = f"{false} false alarms ({false / len(judged):.2f} a notice)"
    print(f"{name}: {len(judged)} notices, {total} faults; found {found}; {alarmed}")
    engaged = [
        (_engaged(j.label), _engaged(j.report)) for j in judged if j.label["engagements"] or j.report.get("engagements")
    ]
    both = sum(len(a & b) for a, b in engaged)
    precision = both / max(1, sum(len(read) for _, read in engaged))
    recall = both / max(1, sum(len(labelled) for labelled, _ in engaged))
    print(f"  exemptions: precision {precision:.3f}, recall {recall:.3f}")
    for key in ("regime", "kind", "response", "disclaimer"):
        wrong = [
            j.name
            for j in judged
            if j.label["findings"] != [{"rule": "not-a-notice", "exemption": None}]
            and j.label.get(key) != j.report.get(key)
        ]
        print(
            f"  {key}: {len(judged) - len(wrong)} of {len(judged)}"
            + (f" (not {', '.join(wrong)})" if wrong and listed else "")
        )
    for part in PARTS:
        pairs = [(a[part], b[part]) for j in judged for a, b in _pairs(j)]
        same = sum(a == b for a, b in pairs)
        print(f"  {part}: {same} of {len(pairs)} as labelled")
    for rule in sorted({rule for rule, _ in [*wanted, *alarms]}):
        w = sum(n for (r, _), n in wanted.items() if r == rule)
        m = sum(n for (r, _), n in missed.items() if r == rule)
        f = sum(n for (r, _), n in alarms.items() if r == rule)
        print(f"    {rule:26s} {w - m} of {w}" + (f", {f} false" if f else ""))
    if listed:
        _list(judged)
    return lost <= 0.05 * total and false <= len(judged) / 20


def _list(judged: list[Judged]) -> None:
    for j in judged:
        for sign, findings in (("missed", j.wanted - j.found), ("false ", j.found - j.wanted)):
            for rule, exemption in findings.elements():
                print(f"  {sign} {j.name}: {rule} {exemption or ''}")
        lost, extra = _engaged(j.label) - _engaged(j.report), _engaged(j.report) - _engaged(j.label)
        if lost or extra:
            print(f"  engaged {j.name}: lost {sorted(lost)} extra {sorted(extra)}")
        for a, b in _pairs(j):
            wrong = [f"{part} {a[part]} read {b[part]}" for part in PARTS if a[part] != b[part]]
            if wrong or sorted(a["provisions"]) != sorted(b["provisions"]):
                print(f"  parts   {j.name} {a['exemption']}: {'; '.join(wrong)} {a['provisions']} {b['provisions']}")


def _engaged(notice: dict[str, Any]) -> set[str]:
    return {e["exemption"] for e in notice.get("engagements") or ()}


def _pairs(j: Judged) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    read = {e["exemption"]: e for e in j.report.get("engagements") or ()}
    for labelled in j.label["engagements"]:
        if labelled["exemption"] in read:
            yield labelled, read[labelled["exemption"]]


if __name__ == "__main__":
    sys.exit(main())
