"""Forget rare wording at random: how are the labelled notices understood then? A strangers' letter, without a stranger.

usage: unheard.py [SET ...] [--share SHARE] [--times TIMES] [--missed]

SET: a folder below benchmarks/notices (default: all). An entry of schemas/wording/ that few of those notices use was
learned from one of them, and the next stranger will use another. SHARE of the entries that at most RARE notices use
are forgotten (default 0.35), half as many of those that somewhat more do. What is then missed and falsely reported,
by rule, is where a decision rests on a single word. The seeds are fixed, so two versions of the code can be compared.
"""

import argparse
import random
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from accuracy import HERE, Judged, judge
from taken_out import documents

from foilint import knowledge, wording
from foilint.document import Document
from foilint.law import laws
from foilint.recognise import draft, reading

RARE, LESS_RARE = 3, 8  # notices that use an entry
SPARED = 3  # an idea of no more entries is left whole


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*", default=["."])
    parser.add_argument("--share", type=float, default=0.35)
    parser.add_argument("--times", type=int, default=4)
    parser.add_argument("--missed", action="store_true", help="list every miss and false alarm")
    args = parser.parse_args()
    used = _users([_spoken(document) for name in args.sets for _, document in documents(HERE / name)])
    missed: Counter[str] = Counter()
    alarms: Counter[str] = Counter()
    notices = wanted = 0
    for seed in range(args.times):
        with _forgetting(args.share, random.Random(seed), used):  # noqa: S311 # to be the same every time
            for judged in (each for name in args.sets for each in judge(HERE / name)):
                notices, wanted = notices + 1, wanted + judged.wanted.total()
                missed += _rules(judged, judged.wanted - judged.found, "missed", listed=args.missed)
                alarms += _rules(judged, judged.found - judged.wanted, "false ", listed=args.missed)
    found = f"{1 - missed.total() / max(wanted, 1):.1%} found"
    print(f"{notices} readings: {found}, {alarms.total() / max(notices, 1):.2f} false alarms a notice")
    for rule in sorted(missed | alarms, key=lambda rule: -(missed[rule] + alarms[rule])):
        print(f"  {rule:26s} {missed[rule]} missed, {alarms[rule]} false")
    return 0


def _rules(judged: Judged, findings: Counter[tuple[str, str | None]], sign: str, *, listed: bool) -> Counter[str]:
    for rule, exemption in findings.elements() if listed else ():
        print(f"  {sign} {judged.name}: {rule} {exemption or ''}")
    return Counter(rule for rule, _ in findings.elements())


def _spoken(document: Document) -> str:
    return " | ".join(" ".join(wording.TOKEN.findall(wording.fold(block.text))) for block in document.blocks)


def _users(texts: list[str]) -> dict[str, int]:
    """How many of some texts use each entry of the wording files."""
    spoken = [f" {text} " for text in texts]
    entries = {str(entry) for file in _files() for said in file["ideas"].values() for entry in said}
    return {entry: sum(bool(pattern.search(text)) for text in spoken) for entry, pattern in _patterns(entries)}


def _patterns(entries: Iterable[str]) -> Iterator[tuple[str, re.Pattern[str]]]:
    for entry in entries:
        yield entry, re.compile(" " + " ".join(_step(step) for step in entry.split()) + " ")


def _step(step: str) -> str:
    words = step.split("/") if len(step) > 1 else [step]
    return "(?:" + "|".join(map(_word, words)) + ")"


def _word(word: str) -> str:
    if word == "_":
        return r"\S+"
    return re.escape(word.rstrip("*")) + r"\S*" * word.endswith("*")


def _files() -> list[dict[str, dict[str, list[str]]]]:
    return [knowledge.read(name) for name in knowledge.names("wording")]


@contextmanager
def _forgetting(share: float, chance: random.Random, used: dict[str, int]) -> Iterator[None]:
    """While entered: notices are read without some of the rare entries."""

    def is_kept(entry: str) -> bool:
        of = used[entry]
        return chance.random() > (share if of <= RARE else share / 2 if of <= LESS_RARE else 0)

    files = [
        {
            **file,
            "ideas": {
                idea: [entry for entry in said if len(said) <= SPARED or is_kept(str(entry))]
                for idea, said in file["ideas"].items()
            },
        }
        for file in _files()
    ]
    eyes, known = reading.eyes, draft.open_eyes(wording.arrange(files, laws()), laws())
    setattr(reading, "eyes", lambda: known)  # noqa: B010 # mypy would have it cached, as the built-in ones are
    try:
        yield
    finally:
        reading.eyes = eyes


if __name__ == "__main__":
    sys.exit(main())
