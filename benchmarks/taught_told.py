"""What `learn.py` learns from letters whose sentences strangers labelled (benchmarks/told).

That is whom each is about, and what is argued after what.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import yaml
from accuracy import HERE as NOTICES
from chains import Chain, weights
from taken_out import documents

from foilint.notice import Part
from foilint.recognise import passages, recognise, whose
from foilint.recognise.clues import clues
from foilint.recognise.ear import ALL, STEPS, Heard, hear
from foilint.recognise.learned import KINDS, SUMS, WEIGHT, Arguments
from foilint.recognise.second_look import SecondLook
from foilint.recognise.told import beside, read
from foilint.recognise.whose import CLOSES_IN, OPENS_OUT, STAYS

LABELS = Path(__file__).parent / "told"
CAUTIOUSLY = {"whose": 0.3, "sequels": 0.5}
TURNS = (STAYS, OPENS_OUT, CLOSES_IN)
SIGNS = (
    *("cited", "cited-beside", "thing", "name", "opens", "ordinal", "at-hand", "topic", "topic-alike"),
    *("all", "alike", "all-at-hand", "paragraph-of-all", "of-holding", "opens-test", "opens-first-test"),
    *("cites-several", "says-several", "ordinals", "things", "both"),
    *KINDS[1:],
)
DOES = {"h": Part.HARM, "H": Part.HARM, "F": Part.FOR, "A": Part.AGAINST, "B": Part.BALANCE, "w": Part.BALANCE}
Weights = dict[str, list[float]]


class Labelled(NamedTuple):
    """A letter as foilint hears it, with the labels of its sentences told: whose each is, and what it does."""

    folder: Path
    way: str  # the file of its labels
    heard: Heard
    tested: int  # exemptions that owe a test
    clues: list[tuple[str, ...]]
    together: list[bool]
    labels: list[tuple[list[str], str] | None]


def letters() -> Iterator[Labelled]:
    """The labelled letters."""
    files = sorted(LABELS.glob("*.yaml"))
    read_from = {file.stem: yaml.safe_load(file.read_text("utf-8")) for file in files}
    labels = {name: told for by_name in read_from.values() for name, told in by_name.items()}
    way = {name: stem for stem, by_name in read_from.items() for name in by_name}
    heard: list[tuple[Heard, SecondLook]] = []

    class Listener(SecondLook):
        """Remembers what is heard, and looks no further."""

        def look(self) -> None:
            leanings = read([each.sentence for each in self.told], self.lexicon)
            found = hear(self.told, leanings, self.lines, self.judge.cites, self.subjects, self.lexicon)
            heard.append((found, self))

    passages.SecondLook = Listener  # type: ignore[misc]
    try:
        for folder in sorted({(NOTICES / name).parent for name in labels}):
            for name, document in documents(folder):
                heard.clear()
                recognise(document) if name in labels else None
                for found, look in heard:
                    if found.signs:
                        told = [each.sentence for each in look.told]
                        yield Labelled(
                            folder,
                            way[name],
                            found,
                            len(look.subjects.tested),
                            [clues(sentence, look.lexicon) for sentence in told],
                            beside(told),
                            [_label(" ".join(sentence.tokens), labels[name]) for sentence in told],
                        )
    finally:
        passages.SecondLook = SecondLook  # type: ignore[misc]


def _label(words: str, labels: Mapping[str, str]) -> tuple[list[str], str] | None:
    """Whose a sentence is and what it does, by the words that it opens with."""
    label = next((label for opening, label in labels.items() if words.startswith(opening)), None)
    if label is None:
        return None
    of, does = label.rsplit(" ", 1)
    return of.split("+"), does


# --- whose each sentence is -----------------------------------------------------------------------------------------


def whose_weights(labelled: Iterable[Labelled]) -> Weights:
    """How much each sign speaks for a subject, and each turn for what follows, in each of the ways."""
    found: Weights = {}
    letters = list(labelled)
    for way in SUMS["whose"]:
        chains = [_by_subject(letter) for letter in letters if letter.way == way]
        signs, turns = weights(chains, CAUTIOUSLY["whose"])
        for sign, figure in zip(SIGNS, signs, strict=True):
            found.setdefault(sign, []).append(figure)
        for step, row in zip(STEPS, turns, strict=True):
            for turn, figure in zip(TURNS, row, strict=True):
                found.setdefault(f"{step}-{turn}", []).append(figure)
    return found


def ways(labelled: Iterable[Labelled]) -> Iterator[tuple[dict[str, float], bool]]:
    """How each letter goes about its exemptions, and whether it takes them apart."""
    return ((whose.manner(letter.heard), letter.way == "apart") for letter in labelled)


def _by_subject(letter: Labelled) -> Chain:
    """A letter as a chain of whom its sayings are about; the last state is all exemptions."""
    heard = letter.heard
    subjects = [*heard.numbers, ALL]
    signs = np.array([[[found[each].get(sign, 0) for sign in SIGNS] for each in subjects] for found in heard.signs])
    allowed = np.ones(signs.shape[:2], bool)
    for at, saying in enumerate(heard.sayings):
        label = letter.labels[saying.told] if saying.told is not None else None
        mine = _meant(subjects, label[0], letter.tested) if label else []
        if any(mine):
            allowed[at] = mine
    one, of_all = np.eye(len(subjects)), np.zeros((len(subjects), len(subjects)))
    of_all[:-1, -1] = 1
    turns = np.zeros((len(STEPS), len(TURNS), len(subjects), len(subjects)))
    turns[:] = (one, of_all, of_all.T)
    return Chain(signs, np.array([STEPS.index(step) for step in heard.steps], int), turns, allowed)


def _meant(subjects: Sequence[str], of: Sequence[str], tested: int) -> list[bool]:
    """Which subjects a label may mean: what is of several, but not of all that owe a test, may be heard as either."""
    mine = [subject in of for subject in subjects]
    if "all" in of or sum(mine) >= tested:
        return [subject == ALL for subject in subjects]
    return [*mine[:-1], sum(mine) > 1]


# --- what follows what ----------------------------------------------------------------------------------------------


def sequels_weights(labelled: Iterable[Labelled], tables: Mapping[Path, Arguments]) -> Weights:
    """How the sums of sentences are taken, and what follows what. `tables` have learned nothing from each folder."""
    chains = [_by_kind(letter, tables[letter.folder]) for letter in labelled]
    signs, turns = weights([chain for chain in chains if len(chain.signs)], CAUTIOUSLY["sequels"])
    size = len(KINDS)
    rows = {
        f"{step}:{kind}": list(row)
        for step, figures in zip(("within", "between"), turns, strict=True)
        for kind, row in zip(KINDS, figures.reshape(size, size), strict=True)
    }
    return {"scale": [signs[0]] * size, "bias": list(signs[1:]), **rows}


def _by_kind(letter: Labelled, table: Arguments) -> Chain:
    """A letter as a chain of what its sentences argue."""
    size = len(KINDS)
    signs = np.zeros((len(letter.clues), size, 1 + size))
    allowed = np.ones(signs.shape[:2], bool)
    for at, (said, label) in enumerate(zip(letter.clues, letter.labels, strict=True)):
        signs[at] = np.hstack([np.array(table.sums(said))[:, None] * WEIGHT, np.eye(size)])
        does = {DOES[sign] for sign in label[1] if sign in DOES} if label else set()
        does = {Part.BALANCE} if Part.BALANCE in does else does or {KINDS[0]}
        may_assert = label is not None and label[1] == "h"  # which is said to be no harm told, and to be some
        allowed[at] = [kind in does or (may_assert and kind == KINDS[0]) for kind in KINDS]
    turns = np.tile(np.eye(size * size).reshape(size * size, size, size), (2, 1, 1, 1))
    return Chain(signs, np.array([0 if each else 1 for each in letter.together], int), turns, allowed)
