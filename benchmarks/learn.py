"""Learns what sentences lean to, and writes schemas/learned (docs/decisions/0029). `taught.py` says from what.

usage: learn.py [TABLE ...] [--without FILE ...] [--judge]        (needs scikit-learn)

Letters are read with the tables that there are. To learn all of them anew, learn topics, whose, ways and sequels first
and compile them (python -m foilint.compiling), as the sums are made of what they say.

With --judge nothing is written: each file of tests is read by what was learned without it, and the share of sentences
told rightly is printed.
"""

import argparse
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import cache
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
    REVEALS,
    Example,
    Taught,
    admissions,
    endings,
    endings_of_tests,
    in_letters,
    notices,
    particulars,
    silent_notices,
    tests,
)
from taught_told import Weights, letters, sequels_weights, ways, whose_weights
from taught_whole import KIN, RELIES, Summed, Tables, any_files, left_out, reliances, subjects, undecided, wholes

from foilint.knowledge import packed
from foilint.recognise.learned import KINDS, SUMS, TELLINGS, WEIGHT, Arguments, Tellings

LEARNED = Path(__file__).parents[1] / "schemas" / "learned"
BY_STRANGERS = 10.0  # what a sentence that a stranger labelled counts, beside one that foilint read itself

APART = 3  # tables that each read what the others have learned from

Seldom = tuple[int, int]
"""In how many sentences a clue has to stand to teach anything, and in how many two words that meet."""
USUAL: Seldom = (5, 12)
OF_FEW: Seldom = (3, 3)
OF_SIGNS: Seldom = (6, 6)
OF_FILES: Seldom = (12, 12)

# How much is made of what is seen: less is more cautious.
CAUTIOUSLY = {
    "arguments": 0.03,
    "particulars": 0.05,
    "endings": 0.1,
    "admissions": 0.3,
    "reliances": 0.15,
    "notices": 0.1,
    "files": 0.3,
}
FAINT = 12  # units: a clue whose every figure is smaller is left out
COMMON = 12  # sentences in which a word has to stand to say what others are about
ENOUGH = 150  # sentences about a kind of exemption, to know its words
UNSEEN = 5  # sentences in which a word is thought to have stood besides
TELLING = 150  # words of a kind
SLIGHT = 0.3  # natural logarithms of odds: what says less says nothing
LEFT_OUT = {  # the same of tables of more than a sentence, whose many small figures count together
    **dict.fromkeys((*SUMS, "topics", "sequels"), 0),
    **dict.fromkeys(("reliances", "notices"), 4),
    "files": 8,
}

OPENING = """\
# What sentences lean to. Made by benchmarks/learn.py; do not edit by hand.
# `clues`: a stem, two stems that meet, an idea (@) or another sign, then how much it speaks for each kind, in
# hundredths of a natural logarithm of odds. `first`, `next`: how often each kind comes first, and after each kind, in
# percent. `kin`: which kind of exemption each provision is of.
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


def learn_sums(table: str, observed: Iterable[Summed], apart: Sequence[Tables]) -> dict[str, Any]:
    """What `Sums` takes: how probably each kind of a table holds, from figures of what is told in all.

    What is told in a notice is read by tables that have learned nothing from its folder: `apart` are some for each.
    """
    by_folder = {folder: tables for tables in apart for folder in tables.folders}
    return learn_from_signs(table, [(each.signs(by_folder[each.folder]), each.holds) for each in observed])


def learn_from_signs(table: str, read: Sequence[tuple[dict[str, float], dict[str, bool]]]) -> dict[str, Any]:
    """The same from the signs themselves, and which kinds hold."""
    names = sorted(read[0][0])
    columns = []
    for kind in SUMS[table]:
        rows = [[found[name] for name in names] for found, holds in read if kind in holds]
        scale = StandardScaler().fit(rows)
        model = LogisticRegression(max_iter=2000)
        model.fit(scale.transform(rows), [holds[kind] for _, holds in read if kind in holds])
        weights = model.coef_[0] / scale.scale_
        columns.append((float(model.intercept_[0] - weights @ scale.mean_), dict(zip(names, weights, strict=True))))
    return {
        "kinds": list(SUMS[table]),
        "bias": _units(bias for bias, _ in columns),
        "clues": {name: _units(weights[name] for _, weights in columns) for name in names},
    }


def learn_endings(ended: Iterable[Example]) -> dict[str, Any]:
    """What `Tellings` takes of sentences that conclude a test."""
    return learn_tellings("endings", list(ended), {"concludes": ARGUED["balance"]}, OF_FEW)


def learn_topics(examples: Iterable[Example]) -> dict[str, Any]:
    """What `ear.Topics` takes: how much oftener each word stands in what is said of a kind of exemption."""
    every: Counter[str] = Counter()
    of_kind: dict[str, Counter[str]] = {}
    sentences: Counter[str] = Counter()
    for words, kind, _ in examples:
        every.update(words)
        of_kind.setdefault(kind, Counter()).update(words)
        sentences[kind] += 1
    table: dict[str, list[int]] = {}
    for kind, known in of_kind.items():
        if kind not in KIN or sentences[kind] < ENOUGH:
            continue
        expected = {word: n * sentences[kind] / sentences.total() for word, n in every.items() if n >= COMMON}
        tells = {word: log((known[word] + UNSEEN) / (n + UNSEEN)) for word, n in expected.items()}
        most = sorted(tells, key=lambda w: -abs(tells[w]) * max(known[w], expected[w]) ** 0.5)[:TELLING]
        table |= {f"{kind}:{word}": [10 * round(tells[word] * 10)] for word in most if abs(tells[word]) > SLIGHT}
    kin = {provision: kind for kind, provisions in KIN.items() for provision in provisions}
    return {"kinds": ["about"], "bias": [0], "kin": kin, "clues": table}


def learned_weights(kinds: Sequence[str], found: Weights) -> dict[str, Any]:
    """A table of weights that were learned of whole letters."""
    return {"kinds": list(kinds), "bias": [0] * len(kinds), "clues": {sign: _units(row) for sign, row in found.items()}}


def learn_apart(taught: dict[Path, Taught], by_strangers: Taught, order: list[list[Example]], at: int) -> Tables:
    """Tables that have learned from all notices but those of every so many folders, `at` being the first of these."""
    folders = set(sorted(taught)[at::APART])
    others = [here for folder, here in taught.items() if folder not in folders]
    argued = learn_arguments([*chain(*(here.argued for here in others)), *by_strangers.argued], order)
    ended = learn_endings([*chain(*(here.ends for here in others)), *by_strangers.ends])
    return Tables(folders, Arguments(_read_back(argued)), Tellings(_read_back(ended)))


def _read_back(table: dict[str, Any]) -> dict[str, Any]:
    return packed(table, {clue: tuple(figures) for clue, figures in table["clues"].items()})


def _units(figures: Iterable[float]) -> list[int]:
    return [round(figure / WEIGHT) for figure in figures]


def _shares(counted: Counter[str]) -> list[int]:
    """Shares in percent, none of them nothing: what was never seen is not impossible."""
    total = sum(counted.values())
    return [max(1, round(100 * counted[kind] / total)) for kind in KINDS]


def write(tables: dict[str, dict[str, Any]]) -> None:
    """Write the tables, a clue a line."""
    for name, table in tables.items():
        (LEARNED / f"{name}.yaml").write_text(OPENING + _written(name, table))


def _written(name: str, table: dict[str, Any]) -> str:
    lines = [f"kinds: [{', '.join(table['kinds'])}]", f"bias: {table['bias']}"]
    if "kin" in table:
        lines += ["kin:", *(f"  {provision}: {kind}" for provision, kind in table["kin"].items())]
    if "next" in table:
        lines += [f"first: {table['first']}", "next:", *(f"  - {row}" for row in table["next"])]
    faint = LEFT_OUT.get(name, FAINT)
    telling = ((clue, each) for clue, each in table["clues"].items() if max(map(abs, each)) >= faint)
    lines += ["clues: |", *(f"  {clue} {' '.join(map(str, each))}" for clue, each in telling)]
    return "".join(f"{line}\n" for line in lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tables", nargs="*", choices=TABLES, metavar="TABLE", help=f"learn only these: {TABLES}")
    parser.add_argument(
        "--judge", action="store_true", help="write nothing; say how well it tells what it has not seen"
    )
    parser.add_argument(
        "--without", nargs="+", default=[], metavar="FILE", help="learn nothing from a file of tests or endings"
    )
    args = parser.parse_args()
    labelled = {name: list(tests(name)) for name in files("tests", args.without)}
    taught = notices()
    argued = list(chain.from_iterable(here.argued for here in taught.values()))
    if args.judge:
        judge(labelled, argued)
        return
    every = [test for inside in labelled.values() for test in inside]
    settled_or_not = list(chain.from_iterable(endings(name) for name in files("endings", args.without)))
    ends = list(settled_or_not)
    ends += chain.from_iterable(endings_of_tests(name) for name in labelled)
    weighing = [end._replace(kind=ARGUED["balance"]) for end in settled_or_not]
    revealing = chain.from_iterable(admissions(name) for name in files("admissions", args.without))
    by_strangers = Taught([*weighing, *chain(*every)], list(particulars()), ends)
    order = in_letters(every)
    told = chain.from_iterable(here.told for here in taught.values())
    ended = chain.from_iterable(here.ends for here in taught.values())
    particular = {kind: kind for kind in TELLINGS["particulars"]}

    @cache
    def apart() -> list[Tables]:
        return [learn_apart(taught, by_strangers, order, at) for at in range(APART)]

    def unread() -> dict[Path, Arguments]:
        return {folder: tables.arguments for tables in apart() for folder in tables.folders}

    learn: dict[str, Callable[[], dict[str, Any]]] = {
        "arguments": lambda: learn_arguments([*argued, *by_strangers.argued], order),
        "absences": lambda: learn_sums("absences", left_out(), apart()),
        "verdicts": lambda: learn_sums("verdicts", undecided(), apart()),
        "ways": lambda: learn_from_signs("ways", [(found, {"apart": way}) for found, way in ways(letters())]),
        "whose": lambda: learned_weights(SUMS["whose"], whose_weights(letters())),
        "particulars": lambda: learn_tellings("particulars", [*told, *by_strangers.told], particular),
        "endings": lambda: learn_endings([*ended, *ends]),
        "admissions": lambda: learn_tellings(
            "admissions", [*silent_notices(), *revealing], {"admits": REVEALS}, OF_FEW
        ),
        "reliances": lambda: learn_tellings("reliances", list(reliances()), {"relies": RELIES}, OF_SIGNS),
        "notices": lambda: learn_tellings("notices", list(wholes()), {k: k for k in TELLINGS["notices"]}, OF_SIGNS),
        "files": lambda: learn_tellings("files", list(any_files()), {"no-notice": "no-notice"}, OF_FILES),
        "topics": lambda: learn_topics(subjects()),
        "sequels": lambda: learned_weights(KINDS, sequels_weights(letters(), unread())),
    }
    for table in args.tables or TABLES:
        write({table: learn[table]()})


def judge(labelled: dict[str, list[list[Example]]], argued: list[Example]) -> None:
    """Print of each file of tests how well it is read by what was learned without it."""
    for name, unseen in labelled.items():
        others = [test for other, inside in labelled.items() if other != name for test in inside]
        table = learn_arguments([*argued, *chain(*others)], in_letters(others))
        print(f"{name}: {right(Arguments(_read_back(table)), unseen):.1%} of the sentences told rightly", flush=True)


TABLES = ("arguments", *SUMS, *TELLINGS, "topics", "sequels")


def files(kind: str, without: list[str]) -> list[str]:
    """The names of the files of fragments of one kind, but for some."""
    return sorted({path.stem for path in FRAGMENTS.glob(f"{kind}-*.yaml")} - set(without))


def right(table: Arguments, unseen: list[list[Example]]) -> float:
    """The share of sentences whose likeliest kind is the one they are labelled with."""
    told_rightly = [
        KINDS[max(range(len(KINDS)), key=read_as.__getitem__)] == example.kind
        for test in unseen
        for read_as, example in zip(table.read([table.sums(e.clues) for e in test]), test, strict=True)
    ]
    return sum(told_rightly) / len(told_rightly)


if __name__ == "__main__":
    main()
