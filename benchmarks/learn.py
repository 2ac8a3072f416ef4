"""Learns what sentences lean to, and writes schemas/learned (docs/decisions/0029). `taught.py` says from what.

usage: learn.py [--without FILE ...] [--judge]        (needs scikit-learn)

With --judge nothing is written: each file of tests is read by what was learned without it, and the share of sentences
told rightly is printed.
"""

import argparse
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain, pairwise
from math import log
from pathlib import Path
from typing import Any

from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler
from taught import (
    ARGUED,
    FRAGMENTS,
    RELIES,
    REVEALS,
    Example,
    Told,
    admissions,
    endings,
    endings_of_tests,
    in_letters,
    left_out,
    notices,
    particulars,
    reliances,
    silent_notices,
    tests,
    wholes,
)

from foilint.recognise.absences import PARTS
from foilint.recognise.learned import KINDS, TELLINGS, WEIGHT, Arguments

LEARNED = Path(__file__).parents[1] / "schemas" / "learned"
BY_STRANGERS = 10.0  # what a sentence that a stranger labelled counts, beside one that foilint read itself

APART = 3  # tables that each read what the others have learned from

Seldom = tuple[int, int]
"""In how many sentences a clue has to stand to teach anything, and in how many two words that meet."""
USUAL: Seldom = (5, 12)
OF_FEW: Seldom = (3, 3)
OF_SIGNS: Seldom = (6, 6)

# How much is made of what is seen: less is more cautious.
CAUTIOUSLY = {
    "arguments": 0.03,
    "particulars": 0.05,
    "endings": 0.1,
    "admissions": 0.3,
    "reliances": 0.15,
    "notices": 0.1,
}
FAINT = 12  # units: a clue whose every figure is smaller is left out ...
FAINT_SIGN = 4  # ... or a sign of more than a sentence, of which many small ones count together
OF_WHOLES = [list(TELLINGS[table]) for table in ("reliances", "notices")]

OPENING = """\
# What sentences lean to. Made by benchmarks/learn.py; do not edit by hand.
# `clues`: a stem, two stems that meet or an idea (@), then how much it speaks for each kind, in hundredths of a natural
# logarithm of odds. `first`, `next`: how often each kind comes first, and after each kind, in percent.
"""


class Seen:
    """Examples made ready for learning."""

    def __init__(self, examples: list[Example], seldom: Seldom = USUAL) -> None:
        often = Counter(clue for example in examples for clue in example.clues)
        self.clues = sorted(clue for clue, n in often.items() if n >= seldom["_" in clue])
        counting = CountVectorizer(analyzer=lambda example: example.clues, vocabulary=self.clues, binary=True)
        self.rows = counting.transform(examples)
        self.kinds = [example.kind for example in examples]
        self.weights = [BY_STRANGERS if example.by_stranger else 1.0 for example in examples]

    def table(self, columns: list[Any]) -> dict[str, list[int]]:
        """The figures of each clue, from the coefficients of each column."""
        return {clue: _units(column[at] for column in columns) for at, clue in enumerate(self.clues)}


def learn_arguments(examples: list[Example], order: list[list[Example]]) -> dict[str, Any]:
    """What `Arguments` takes: what each clue says of a kind, however common the kind is, and how kinds follow."""
    seen = Seen(examples)
    model = LogisticRegression(C=CAUTIOUSLY["arguments"], max_iter=400).fit(seen.rows, seen.kinds, seen.weights)
    common = Counter(seen.kinds)
    rows = [list(model.classes_).index(kind) for kind in KINDS]
    bias = (model.intercept_[row] - log(common[kind] / len(examples)) for row, kind in zip(rows, KINDS, strict=True))
    return {
        "kinds": list(KINDS),
        "bias": _units(bias),
        "first": _shares(Counter(test[0].kind for test in order)),
        "next": [_shares(Counter(b.kind for t in order for a, b in pairwise(t) if a.kind == kind)) for kind in KINDS],
        "clues": seen.table([model.coef_[row] for row in rows]),
    }


def learn_tellings(
    table: str, examples: list[Example], tells: dict[str, str], seldom: Seldom = USUAL
) -> dict[str, Any]:
    """What `Tellings` takes: for each kind of a table, what each clue says of a sentence that tells it.

    `tells` says which kind of example tells each; some are of two kinds ("extends+lacks-review").
    """
    seen = Seen(examples, seldom)
    cautious = CAUTIOUSLY[table]
    models = [
        LogisticRegression(C=cautious, max_iter=600).fit(
            seen.rows, [tells[each] in k.split("+") for k in seen.kinds], seen.weights
        )
        for each in TELLINGS[table]
    ]
    return {
        "kinds": list(TELLINGS[table]),
        "bias": _units(model.intercept_[0] for model in models),
        "clues": seen.table([model.coef_[0] for model in models]),
    }


def learn_absences(told: Sequence[Told], tables: Sequence[tuple[set[Path], Arguments]]) -> dict[str, Any]:
    """What `absences` takes: how probably each part is left out, from what is told of an exemption in all.

    What is told in a notice is read by a table that has learned nothing from its folder: each of `tables` comes with
    the folders that it may read.
    """
    by_folder = {folder: table for folders, table in tables for folder in folders}
    read = [(each.signs(by_folder[each.folder]), each.parts) for each in told]
    names = sorted(read[0][0])
    columns = []
    for part in PARTS:
        rows = [([found[name] for name in names], not parts[part]) for found, parts in read if part in parts]
        scale = StandardScaler().fit([row for row, _ in rows])
        model = LogisticRegression(max_iter=2000).fit(scale.transform([row for row, _ in rows]), [k for _, k in rows])
        weights = model.coef_[0] / scale.scale_
        columns.append((float(model.intercept_[0] - weights @ scale.mean_), dict(zip(names, weights, strict=True))))
    return {
        "kinds": list(PARTS),
        "bias": _units(bias for bias, _ in columns),
        "clues": {name: _units(weights[name] for _, weights in columns) for name in names},
    }


def apart(argued: dict[Path, list[Example]], labelled: Sequence[Example], order: list[list[Example]]) -> Any:
    """Tables that have each learned from all notices but those of some folders, and those folders."""
    for at in range(APART):
        folders = set(sorted(argued)[at::APART])
        others = chain.from_iterable(inside for folder, inside in argued.items() if folder not in folders)
        table = learn_arguments([*others, *labelled], order)
        yield folders, Arguments({**table, "clues": {clue: tuple(each) for clue, each in table["clues"].items()}})


def _units(figures: Iterable[float]) -> list[int]:
    return [round(figure / WEIGHT) for figure in figures]


def _shares(counted: Counter[str]) -> list[int]:
    """Shares in percent, none of them nothing: what was never seen is not impossible."""
    total = sum(counted.values())
    return [max(1, round(100 * counted[kind] / total)) for kind in KINDS]


def write(tables: dict[str, dict[str, Any]]) -> None:
    """Write the tables, a clue a line."""
    for name, table in tables.items():
        (LEARNED / f"{name}.yaml").write_text(OPENING + _written(table))


def _written(table: dict[str, Any]) -> str:
    lines = [f"kinds: [{', '.join(table['kinds'])}]", f"bias: {table['bias']}"]
    if "next" in table:
        lines += [f"first: {table['first']}", "next:", *(f"  - {row}" for row in table["next"])]
    faint = 0 if table["kinds"] == list(PARTS) else FAINT_SIGN if table["kinds"] in OF_WHOLES else FAINT
    telling = ((clue, each) for clue, each in table["clues"].items() if max(map(abs, each)) >= faint)
    lines += ["clues: |", *(f"  {clue} {' '.join(map(str, each))}" for clue, each in telling)]
    return "".join(f"{line}\n" for line in lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--judge", action="store_true", help="write nothing; say how well it tells what it has not seen"
    )
    parser.add_argument(
        "--without", nargs="+", default=[], metavar="FILE", help="learn nothing from a file of tests or endings"
    )
    args = parser.parse_args()
    labelled = {name: list(tests(name)) for name in files("tests", args.without)}
    argued, told, ended = notices()
    if args.judge:
        for name, unseen in labelled.items():
            others = [test for other, inside in labelled.items() if other != name for test in inside]
            table = learn_arguments([*chain(*argued.values()), *chain(*others)], in_letters(others))
            print(f"{name}: {right(Arguments(table), unseen):.1%} of the sentences told rightly", flush=True)
        return
    every = [test for inside in labelled.values() for test in inside]
    ends = list(chain.from_iterable(endings(name) for name in files("endings", args.without)))
    ended += chain.from_iterable(endings_of_tests(name) for name in labelled)
    weighing = [end._replace(kind=ARGUED["balance"]) for end in ends]  # settled or not
    revealing = chain.from_iterable(admissions(name) for name in files("admissions", args.without))
    by_strangers = [*weighing, *chain(*every)]
    write(
        {
            "arguments": learn_arguments([*chain(*argued.values()), *by_strangers], in_letters(every)),
            "absences": learn_absences(list(left_out()), list(apart(argued, by_strangers, in_letters(every)))),
            "particulars": learn_tellings(
                "particulars", [*told, *particulars()], {k: k for k in TELLINGS["particulars"]}
            ),
            "endings": learn_tellings("endings", [*ended, *ends], {"concludes": ARGUED["balance"]}, OF_FEW),
            "admissions": learn_tellings("admissions", [*silent_notices(), *revealing], {"admits": REVEALS}, OF_FEW),
            "reliances": learn_tellings("reliances", list(reliances()), {"relies": RELIES}, OF_SIGNS),
            "notices": learn_tellings("notices", list(wholes()), {k: k for k in TELLINGS["notices"]}, OF_SIGNS),
        }
    )


def files(kind: str, without: list[str]) -> list[str]:
    """The names of the files of fragments of one kind, but for some."""
    return sorted({path.stem for path in FRAGMENTS.glob(f"{kind}-*.yaml")} - set(without))


def right(table: Arguments, unseen: list[list[Example]]) -> float:
    """The share of sentences whose likeliest kind is the one they are labelled with."""
    told_rightly = [
        KINDS[max(range(len(KINDS)), key=read_as.__getitem__)] == example.kind
        for test in unseen
        for read_as, example in zip(table.read([e.clues for e in test]), test, strict=True)
    ]
    return sum(told_rightly) / len(told_rightly)


if __name__ == "__main__":
    main()
