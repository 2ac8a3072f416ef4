"""Learns what sentences of a test lean to, and writes schemas/learned.yaml (docs/decisions/0028).

usage: learn.py [--without FILE ...] [--judge]        (needs scikit-learn)

It learns from two sources: the labelled tests in benchmarks/fragments, whose sentences strangers have labelled, and the
labelled notices, with what foilint itself reads in them where that agrees with the label. With --judge nothing is
written: each file of tests is read by what was learned without it, and the share of sentences it tells rightly printed.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain, pairwise
from math import log
from pathlib import Path
from typing import Any, NamedTuple

import yaml

sys.path.insert(0, str(Path(__file__).parent))

from accuracy import HERE as NOTICES
from accuracy import judge
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression
from taken_out import documents

from foilint.document import Block, Document
from foilint.notice import Region
from foilint.recognise import recognise
from foilint.recognise.draft import eyes
from foilint.recognise.learned import KINDS, WEIGHT, Learned, clues
from foilint.recognise.words import Line

FRAGMENTS = Path(__file__).parent / "fragments"
LEARNED = Path(__file__).parents[1] / "schemas" / "learned.yaml"
KIND = {"harm": KINDS[1], "for": KINDS[2], "against": KINDS[3], "balance": KINDS[4]}
AROUND = 3  # sentences of a letter that stand before a test and after it
BY_STRANGERS = 5.0  # what a sentence that a stranger labelled counts, beside one that foilint read itself
SELDOM = 5  # a clue that stands in fewer sentences teaches nothing; of two words that meet:
SELDOM_MEETING = 12
STRENGTH = 0.03  # of what is learned: less of it is more cautious
FAINT = 8  # a clue whose every figure is smaller is left out

OPENING = """\
# What sentences of a public interest test lean to. Made by benchmarks/learn.py; do not edit by hand.
# `clues`: a stem, two stems that meet or an idea (@), then how much it speaks for each kind, in hundredths of a natural
# logarithm of odds.
# `first`, `next`: how often each kind comes first, and after each kind, in hundredths of one.
"""


class Example(NamedTuple):
    """A sentence by its clues, what it argues, and what it weighs in learning."""

    clues: tuple[str, ...]
    kind: str
    weight: float


def told(text: str) -> Iterator[tuple[str, ...]]:
    """The clues of each sentence of a text."""
    lexicon = eyes().lexicon
    for paragraph in text.splitlines():
        for sentence in Line(0, Block(paragraph), lexicon).sentences:
            yield tuple(clues(sentence, lexicon))


def kind_of(part: str) -> str | None:
    """What a labelled piece teaches; None where it argues both sides at once."""
    parts = part.split("+")
    if len(parts) > 1:
        return KIND["balance"] if "balance" in parts else None
    return KIND.get(part, KINDS[0])


def tests(name: str) -> Iterator[list[Example]]:
    """The tests of a file of fragments, sentence by sentence."""
    for test in yaml.safe_load((FRAGMENTS / f"{name}.yaml").read_text("utf-8")):
        pieces = [("claim", test.get("claim", "")), *((p["part"], p["text"]) for p in test["pieces"])]
        yield [
            Example(said, kind, BY_STRANGERS)
            for part, text in pieces
            if (kind := kind_of(part)) is not None
            for said in told(text)
        ]


def notices() -> Iterator[Example]:
    """The sentences of the labelled notices that foilint reads as their labels say."""
    for folder in sorted({path.parent for path in NOTICES.rglob("*.yaml")}):
        right = {j.name for j in judge(folder) if j.wanted == j.found}
        for name, document in documents(folder):
            if name in right:
                yield from read(document)


def read(document: Document) -> Iterator[Example]:
    """The sentences of one notice, as foilint reads them."""
    lexicon, notice = eyes().lexicon, recognise(document)
    argued: dict[int, list[tuple[int, int, str]]] = {}
    for passage in notice.passages:
        for span in passage.text:
            argued.setdefault(span.block, []).append((span.start, span.end, passage.part))
    for at, block in enumerate(document.blocks):
        if notice.regions[at] is not Region.RESPONSE or block.level:
            continue
        for sentence in Line(at, block, lexicon).sentences:
            span = sentence.span
            kinds = {kind for start, end, kind in argued.get(at, ()) if start < span.end and end > span.start}
            if len(kinds) <= 1:
                yield Example(tuple(clues(sentence, lexicon)), kinds.pop() if kinds else KINDS[0], 1.0)


def learn(examples: list[Example], order: list[list[Example]]) -> dict[str, Any]:
    """What `Learned` takes: what each clue says of a kind, however common the kind is, and how kinds follow."""
    often = Counter(clue for example in examples for clue in example.clues)
    telling = sorted(clue for clue, n in often.items() if n >= (SELDOM_MEETING if "_" in clue else SELDOM))
    counting = CountVectorizer(analyzer=lambda example: example.clues, vocabulary=telling, binary=True)
    seen = counting.transform(examples)
    kinds = [example.kind for example in examples]
    model = LogisticRegression(C=STRENGTH, max_iter=400).fit(seen, kinds, [example.weight for example in examples])
    common = Counter(kinds)
    rows = [list(model.classes_).index(kind) for kind in KINDS]
    bias = [model.intercept_[row] - log(common[kind] / len(kinds)) for row, kind in zip(rows, KINDS, strict=True)]
    figures = {clue: [model.coef_[row][at] for row in rows] for clue, at in sorted(counting.vocabulary_.items())}
    table = {clue: _units(each) for clue, each in figures.items()}
    return {
        "bias": _units(bias),
        "first": _shares(Counter(test[0].kind for test in order)),
        "next": [_shares(Counter(b.kind for t in order for a, b in pairwise(t) if a.kind == kind)) for kind in KINDS],
        "clues": table,
    }


def _units(figures: Iterable[float]) -> list[int]:
    return [round(figure / WEIGHT) for figure in figures]


def _shares(counted: Counter[str]) -> list[int]:
    """Shares in percent, none of them nothing: what was never seen is not impossible."""
    total = sum(counted.values())
    return [max(1, round(100 * counted[kind] / total)) for kind in KINDS]


def in_letters(told: Iterable[list[Example]]) -> list[list[Example]]:
    """Tests with sentences of a letter before and after, whole and with each part taken out: so they are to be read."""
    around = [Example((), KINDS[0], 1.0)] * AROUND
    return [
        [*around, *(each for each in test if each.kind != out), *around]
        for test in told
        for out in ("", *KIND.values())
    ]


def write(plain: dict[str, Any]) -> None:
    """Write schemas/learned.yaml, a clue a line."""
    telling = ((clue, each) for clue, each in plain["clues"].items() if max(map(abs, each)) >= FAINT)
    table = "".join(f"  {clue} {' '.join(map(str, each))}\n" for clue, each in telling)
    rows = "".join(f"  - {row}\n" for row in plain["next"])
    kinds = f"kinds: [{', '.join(KINDS)}]\n"
    LEARNED.write_text(
        f"{OPENING}{kinds}bias: {plain['bias']}\nfirst: {plain['first']}\nnext:\n{rows}clues: |\n{table}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--judge", action="store_true", help="write nothing; say how well it tells what it has not seen"
    )
    parser.add_argument("--without", nargs="+", default=[], metavar="FILE", help="learn nothing from a file of tests")
    args = parser.parse_args()
    names = {path.stem for path in FRAGMENTS.glob("tests-*.yaml")} - set(args.without)
    labelled = {name: list(tests(name)) for name in sorted(names)}
    own = list(notices())
    if args.judge:
        for name, unseen in labelled.items():
            others = [test for other, told_there in labelled.items() if other != name for test in told_there]
            plain = learn([*own, *chain(*others)], in_letters(others))
            print(f"{name}: {right(Learned(plain), unseen):.1%} of the sentences told rightly", flush=True)
        return
    every = [test for inside in labelled.values() for test in inside]
    write(learn([*own, *chain(*every)], in_letters(every)))


def right(tables: Learned, unseen: list[list[Example]]) -> float:
    """The share of sentences whose likeliest kind is the one they are labelled with."""
    told_rightly = [
        KINDS[max(range(len(KINDS)), key=read_as.__getitem__)] == example.kind
        for test in unseen
        for read_as, example in zip(tables.read([e.clues for e in test]), test, strict=True)
    ]
    return sum(told_rightly) / len(told_rightly)


if __name__ == "__main__":
    main()
