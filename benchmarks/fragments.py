"""What foilint makes of single sentences and tests by strangers, each set into an otherwise sound letter.

usage: fragments.py [FILE ...] [--quiet]

FILE: a name in benchmarks/fragments (default: all of them). Complete notices show how often foilint is right; fragments
show the same of one idea at a time, and many more of them: a claim, a mention, a test with each of its parts taken out
in turn, a disclaimer, a way to the Commissioner. Every fragment that is misread is printed.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml

import foilint

HERE = Path(__file__).parent / "fragments"
HOSTS = yaml.safe_load((HERE / "hosts.yaml").read_text("utf-8"))
MISSED = {
    "harm": "missing-harm",
    "for": "missing-factors-for",
    "against": "missing-factors-against",
    "balance": "missing-balance",
}


class Trial(NamedTuple):
    """One letter with a fragment in it, and what is wrong with how it was read ("" where nothing is)."""

    kind: str
    what: str
    wrong: str


Told = tuple[dict[str, Any], list[tuple[str, str | None]]]


def check(letter: str) -> Told:
    """The report on a letter, and its findings of weight."""
    (notice,) = json.loads(foilint.render(foilint.check(letter.encode(), name="letter.md")))["notices"]
    return notice, [(f["rule"], f["exemption"]) for f in notice["findings"] if f["severity"] in ("error", "warning")]


def engaged(notice: dict[str, Any]) -> dict[str, list[str]]:
    """The exemptions that a notice was read to rely on, with their provisions."""
    return {e["exemption"]: e["provisions"] for e in notice["engagements"]}


# --- mentions and claims ---------------------------------------------------------------------------------------------


def mentions(entries: list[dict[str, Any]]) -> Iterator[Trial]:
    """An exemption that is only named changes nothing."""
    for entry in entries:
        host = HOSTS["sound"][entry["regime"]]
        usual = engaged(check(host.replace("SLOT", ""))[0])
        notice, found = check(host.replace("SLOT", entry["text"].strip()))
        wrong = [*map(str, found), *(f"engaged {n}" for n in set(engaged(notice)) - set(usual))]
        yield Trial("mention", entry["text"], "; ".join(wrong))


def claims(entries: list[dict[str, Any]]) -> Iterator[Trial]:
    """An exemption that is claimed is relied on, by the limbs that are named."""
    for entry in entries:
        host = HOSTS["sound"][entry["regime"]]
        own = engaged(check(host.replace("SLOT", ""))[0])
        notice, _ = check(host.replace("SLOT", entry["text"].strip()))
        got = {number: cited for number, cited in engaged(notice).items() if number not in own}
        wanted = {entry["exemption"]: entry["provisions"]}
        same = {n: sorted(c) for n, c in got.items()} == {n: sorted(c) for n, c in wanted.items()}
        yield Trial("claim", entry["text"], "" if same else f"wanted {wanted}, read {got}")


# --- whole tests -----------------------------------------------------------------------------------------------------


def tests(entries: list[dict[str, Any]]) -> Iterator[Trial]:
    """A test with all its parts is sound; without one, exactly that part is missing. Prose is tried in two shapes."""
    for entry in entries:
        host = HOSTS[entry["duty"]][entry["regime"]]
        pieces = entry["pieces"]
        yield from _tests(entry, pieces, host, "\n\n")
        if not any(mark in piece["text"] for piece in pieces for mark in ("#", "*", "|", "\n\n")):
            yield from _tests(entry, pieces, host, " ")


def _tests(entry: dict[str, Any], pieces: list[dict[str, str]], host: str, joint: str) -> Iterator[Trial]:
    def told(left: list[dict[str, str]]) -> list[tuple[str, str | None]]:
        words = joint.join(_shaped(piece["text"], joint) for piece in left)
        return check(host.replace("SLOT", f"{entry.get('claim', '').strip()}\n\n{words}".strip()))[1]

    def wanted(left: list[dict[str, str]]) -> set[tuple[str, str | None]]:
        argued = {part for piece in left for part in piece["part"].split("+")}
        owed = set(MISSED) if entry["owes-harm"] else set(MISSED) - {"harm"}
        missed = {(MISSED[part], entry["exemption"]) for part in owed - argued}
        if "weighs" in argued and "balance" not in argued:
            missed = missed - {(MISSED["balance"], entry["exemption"])} | {("inconclusive-balance", entry["exemption"])}
        return missed

    way = "paragraphs" if joint == "\n\n" else "one paragraph"
    whole = set(told(pieces))
    yield Trial(f"whole test, {way}", _outline(entry), "; ".join(map(str, whole - wanted(pieces))))
    if whole != wanted(pieces):
        return
    for part in tuple(MISSED):
        left = [piece for piece in pieces if part not in piece["part"].split("+")]
        if len(left) == len(pieces) or (part == "harm" and not entry["owes-harm"]):
            continue
        found = set(told(left))
        wrong = "" if found == wanted(left) else f"wanted {sorted(wanted(left))}, read {sorted(found, key=str)}"
        yield Trial(f"without {part}, {way}", _outline(entry), wrong)


def _shaped(text: str, joint: str) -> str:
    return text.strip() if "\n" in joint else " ".join(text.split())


def _outline(entry: dict[str, Any]) -> str:
    return entry.get("claim", "").strip() + "".join(
        f"\n      [{p['part']}] {p['text'].strip()}" for p in entry["pieces"]
    )


# --- sentences -------------------------------------------------------------------------------------------------------


class Slot(NamedTuple):
    """The letter that a kind of sentence is set into, and the findings that should come of it."""

    host: str
    wanted: tuple[tuple[str, str | None], ...] = ()


SENTENCES = {
    "disclaimer-both": Slot("ncnd-without-disclaimer"),
    "disclaimer-one-sided": Slot("ncnd-without-disclaimer", (("one-sided-disclaimer", None),)),
    "not-a-disclaimer": Slot("ncnd-without-disclaimer", (("missing-disclaimer", None),)),
    "ncnd-statement": Slot("ncnd-without-statement"),
    "not-ncnd-statement": Slot("ncnd-without-statement", (("missing-ncnd-statement", None),)),
    "review-route": Slot("without-review"),
    "review-none": Slot("without-review"),
    "not-review-route": Slot("without-review", (("missing-review-route", None),)),
    "commissioner-route": Slot("without-commissioner"),
    "commissioner-route-scottish": Slot("without-commissioner-scottish"),
    "not-commissioner-route": Slot("without-commissioner", (("missing-commissioner-route", None),)),
    "extension-with-date": Slot("extension"),
    "extension-without-date": Slot("extension", (("missing-decision-date", None),)),
    "estimate": Slot("cost-without-estimate"),
    "not-estimate": Slot("cost-without-estimate", (("missing-estimate", None),)),
    "advice": Slot("cost-without-advice"),
    "not-advice": Slot("cost-without-advice", (("missing-advice", None),)),
    "qualified-person": Slot("conduct"),
    "not-qualified-person": Slot("conduct", (("missing-qualified-person", "36"),)),
    "placeholder": Slot("sound-foia", (("placeholder", None),)),
    "not-placeholder": Slot("sound-foia"),
    "balance-conclusive": Slot("law-enforcement-without-balance"),
    "balance-inconclusive": Slot("law-enforcement-headed", (("inconclusive-balance", "31"),)),
    "reveals-holding": Slot("ncnd-without-statement", (("reveals-holding", None),)),
    "reveals-beside": Slot("ncnd-with-statement", (("reveals-holding", None),)),
    "reveals-nothing": Slot("ncnd-with-statement"),
    "decision-date": Slot("extension-put-off"),
    "no-decision-date": Slot("extension-put-off", (("missing-decision-date", None),)),
    "partial-ncnd": Slot("ncnd-without-statement"),
}


def sentences(kinds: dict[str, list[Any]]) -> Iterator[Trial]:
    """Each sentence does in its letter what its kind says."""
    for kind, texts in kinds.items():
        if kind in ("loose-title", "wrong-title"):
            yield from titles(kind, texts)
            continue
        slot = SENTENCES[kind]
        host = HOSTS["sentences"][slot.host]
        for text in texts:
            words = str(text).strip()
            found = set(check(host.replace("SLOT", words))[1])
            wrong = found != set(slot.wanted)
            yield Trial(kind, words, f"read {sorted(found, key=str)}" if wrong else "")


WAYS = {"law-enforcement-headed": "under a heading", "law-enforcement-without-balance": "in prose"}


def endings(kinds: dict[str, list[str]]) -> Iterator[Trial]:
    """A balance comes down on a side or on none, under a heading and in prose after both sides."""
    for kind, texts in kinds.items():
        for where, way in WAYS.items():
            for text in texts:
                found = {rule for rule, _ in check(HOSTS["sentences"][where].replace("SLOT", text.strip()))[1]}
                left_open = bool(found) and found <= {"inconclusive-balance", "missing-balance"}
                right = left_open if kind == "concludes-nothing" else not found
                yield Trial(f"{kind}, {way}", text, "" if right else f"read {sorted(found)}")


def titles(kind: str, entries: list[dict[str, Any]]) -> Iterator[Trial]:
    """A title beside a citation is right though loose, or another exemption's."""
    for entry in entries:
        host = HOSTS["sound"][entry["regime"]]
        found = [rule for rule, _ in check(host.replace("SLOT", entry["text"].strip()))[1]]
        told = "mistitled-exemption" in found
        yield Trial(kind, entry["text"], "" if told is (kind == "wrong-title") else f"read {found}")


READ: dict[str, Callable[[Any], Iterator[Trial]]] = {
    "mentions": mentions,
    "claims": claims,
    "tests": tests,
    "sentences": sentences,
    "endings": endings,
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", help="names in benchmarks/fragments, without .yaml")
    parser.add_argument("--quiet", action="store_true", help="only count")
    args = parser.parse_args()
    files = args.files or sorted(path.stem for path in HERE.glob("*.yaml") if path.stem != "hosts")
    for name in files:
        entries = yaml.safe_load((HERE / f"{name}.yaml").read_text("utf-8"))
        done, right = Counter[str](), Counter[str]()
        for trial in READ[name.split("-")[0]](entries):
            done[trial.kind] += 1
            right[trial.kind] += not trial.wrong
            if trial.wrong and not args.quiet:
                print(f"  {trial.kind}: {trial.wrong}\n      {trial.what.strip()}")
        print(f"{name}: {right.total()} of {done.total()} as they should be")
        for kind in done:
            print(f"    {kind:32s} {right[kind]} of {done[kind]}")


if __name__ == "__main__":
    sys.exit(main())
