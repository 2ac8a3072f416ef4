"""What `learn.py` learns of whole notices: what each relies on, does, leaves out and decides, as its label says."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import NamedTuple, Protocol

import yaml
from fragments import HOSTS
from taught import FRAGMENTS, OTHER, Example, is_none, labelled_files, labelled_notices

from foilint.document import Document
from foilint.notice import Part, Region
from foilint.readers import read
from foilint.recognise import absences, passages, recognise, verdicts, whole
from foilint.recognise.absences import Evidence
from foilint.recognise.clues import clues
from foilint.recognise.draft import Draft, cut, eyes
from foilint.recognise.learned import SUMS, Arguments, Tellings
from foilint.recognise.second_look import ITS_OWN, SecondLook
from foilint.recognise.second_reader import signs
from foilint.recognise.told import Leaning, beside, read_by
from foilint.recognise.verdicts import Ending
from foilint.recognise.weighing import weigh_all
from foilint.recognise.words import Sentence

RELIES = "relies"
FEW = 4  # lines on either side of one
BLANKS = 200  # notices that say nothing at all: what is short is to be told by what it says, not by what it leaves out


def wholes() -> Iterator[Example]:
    """The labelled notices, by all that each says and by which of `TELLINGS` hold of it; and once more without the
    paragraph that tells of a review.
    """
    for _, labelled, document in labelled_notices():
        draft = cut(document, eyes())
        lacks = any(rule == "missing-review-route" for rule, _ in labelled.wanted)
        tells = ["extends"] * (labelled.label["response"] == "extension")
        yield Example(_signs(draft, None), "+".join([*tells, *["lacks-review"] * lacks]) or OTHER, True)
        review = recognise(document).told.review
        if review is not None and not lacks:
            yield Example(_signs(draft, review.block), "+".join([*tells, "lacks-review"]), True)
    yield from [Example((), "lacks-review", True)] * BLANKS


def any_files() -> Iterator[Example]:
    """The labelled files, and whether each is no notice. Of each notice, also what it claims with half of the rest, how
    it begins, and a few lines that stand together: what is short or broken off is a notice too.
    """
    lexicon, random = eyes().lexicon, Random(0)  # noqa: S311  the same few lines each time
    for _, labelled, document in labelled_files():
        draft, none = cut(document, eyes()), is_none(labelled)
        count, kind = len(draft.lines), "no-notice" if none else OTHER
        kept: list[Iterable[int]] = [range(count)]
        if not none:
            claimed = [
                n
                for n, (own, region) in enumerate(zip(draft.cites, draft.regions, strict=True))
                if own and region is Region.RESPONSE
            ]
            at = random.randrange(count)
            kept.append(n for n in range(count) if draft.cites[n] or n % 2)
            kept.append(range(min(count, (claimed or [0])[0] + 2 + at % 4)))
            kept.append(range(max(0, at - FEW), min(count, at + FEW)))
        for numbers in map(list, kept):
            lines, regions = [draft.lines[n] for n in numbers], [draft.regions[n] for n in numbers]
            yield Example((*whole.signs(lines, regions, lexicon), *whole.words(lines)), kind, none)


def _signs(draft: Draft, without: int | None) -> tuple[str, ...]:
    """The signs of a draft without one of its blocks."""
    kept = [(line, region) for line, region in zip(draft.lines, draft.regions, strict=True) if line.index != without]
    return whole.signs([line for line, _ in kept], [region for _, region in kept], eyes().lexicon)


def reliances() -> Iterator[Example]:
    """The exemptions that labelled notices name, by what is said where they do, and whether they are relied on; and so
    those of single claims and mentions, which nothing else in their letters is about.
    """
    for _, labelled, document in labelled_notices():
        relied = {str(each["exemption"]) for each in labelled.label["engagements"]}
        yield from (_named(said, relied=number in relied) for number, said in _exemptions(document).items())
    for file in sorted([*FRAGMENTS.glob("claims*.yaml"), *FRAGMENTS.glob("mentions*.yaml")]):
        for entry in yaml.safe_load(file.read_text("utf-8")):
            host = HOSTS["sound"][entry["regime"]]
            theirs = _exemptions(_letter(host, ""))
            for number, said in _exemptions(_letter(host, entry["text"].strip())).items():
                if number not in theirs:
                    yield _named(said, relied=number == entry.get("exemption"))


def _letter(host: str, words: str) -> Document:
    return read(host.replace("SLOT", words).encode(), "letter.md")


def _exemptions(document: Document) -> dict[str, frozenset[str]]:
    """The exemptions that a document names, each by its signs."""
    notice, draft, sight = recognise(document), cut(document, eyes()), eyes()
    weighed = weigh_all(draft, notice.law, notice.kind, sight)
    return signs([w for w in weighed if w.law and w.exemption], notice.kind, draft, sight.lexicon)


def _named(said: frozenset[str], *, relied: bool) -> Example:
    return Example(tuple(sorted(said)), RELIES if relied else OTHER, True)


# Exemptions of several statutes that are of one kind; what letters say of one they say of the others.
KIN = {
    "audit": ("foia2000 33", "foisa2002 40"),
    "commercial": ("foia2000 43", "foisa2002 33", "eir2004 reg 12(5)(e)", "eisr2004 reg 10(5)(e)"),
    "conduct": ("foia2000 36", "foisa2002 30"),
    "confidence": ("foia2000 41",),
    "crime": ("foia2000 31", "foisa2002 35"),
    "drafts": ("eir2004 reg 12(4)(d)", "eisr2004 reg 10(4)(d)"),
    "environment": ("eir2004 reg 12(5)(g)", "eisr2004 reg 10(5)(g)"),
    "health": ("foia2000 38", "foisa2002 39"),
    "internal": ("eir2004 reg 12(4)(e)", "eisr2004 reg 10(4)(e)"),
    "investigations": ("foia2000 30", "foisa2002 34"),
    "justice": ("eir2004 reg 12(5)(b)", "eisr2004 reg 10(5)(b)"),
    "personal": ("foia2000 40", "foisa2002 38", "eir2004 reg 13", "eisr2004 reg 11"),
    "policy": ("foia2000 35", "foisa2002 29"),
    "privilege": ("foia2000 42", "foisa2002 36"),
    "providers": ("eir2004 reg 12(5)(f)", "eisr2004 reg 10(5)(f)"),
    "relations": ("foia2000 27", "foisa2002 32"),
    "safety": ("eir2004 reg 12(5)(a)", "eisr2004 reg 10(5)(a)"),
    "security": ("foia2000 24", "foisa2002 31"),
    "soon-published": ("foia2000 22", "foisa2002 27"),
    "unreasonable": ("eir2004 reg 12(4)(b)", "eisr2004 reg 10(4)(b)"),
}


def subjects() -> Iterator[Example]:
    """The sentences of the response where a notice relies on one exemption, by the words in them and its kind."""
    kinds = {provision: kind for kind, provisions in KIN.items() for provision in provisions}
    for _, labelled, document in labelled_notices():
        draft = cut(document, eyes())
        numbers = {str(each["exemption"]) for each in labelled.label["engagements"]}
        kind = kinds.get(f"{labelled.label['regime']} {min(numbers)}", OTHER) if len(numbers) == 1 else None
        for line, region in zip(draft.lines, draft.regions, strict=True) if kind else ():
            for sentence in line.sentences if region is Region.RESPONSE else ():
                words = {clue for clue in clues(sentence, eyes().lexicon) if clue.isalpha() and len(clue) >= SHORTEST}
                yield Example(tuple(sorted(words)), kind, True)


SHORTEST = 3  # letters of a word that may say what a sentence is about


class Tables(NamedTuple):
    """Tables of sentences, and the folders from which they have learned nothing."""

    folders: set[Path]
    arguments: Arguments
    endings: Tellings


Clues = tuple[str, ...]


class Summed(Protocol):
    """What is told of an exemption, and what holds of it."""

    @property
    def folder(self) -> Path:
        """Where the notice lies."""

    @property
    def holds(self) -> dict[str, bool]:
        """Which kinds of one of `SUMS` hold."""

    def signs(self, tables: Tables) -> dict[str, float]:
        """Its signs, as tables of sentences see them."""


class Argued(NamedTuple):
    """What is told of an exemption in prose, and which parts it leaves out."""

    folder: Path
    holds: dict[str, bool]
    clues: list[Clues]  # of each sentence
    evidence: list[Evidence]
    told: list[Leaning]
    several: bool

    def signs(self, tables: Tables) -> dict[str, float]:
        """See `absences.signs`."""
        together = beside([each.sentence for each in self.told])
        read = zip(*read_by(tables.arguments, self.clues, together), strict=True)
        seen = []
        for each, (likely, usual), evidence in zip(self.told, read, self.evidence, strict=True):
            leaning = each._replace(likely=likely, usual=usual).by(each.share, each.harms)
            seen.append(evidence._replace(likely=leaning.likely, usual=leaning.usual))
        return absences.signs(seen, several=self.several)


class Ended(NamedTuple):
    """What may end a test, in prose and under the heading of its balance, and whether it comes down nowhere."""

    folder: Path
    holds: dict[str, bool]
    told: list[tuple[Clues, Leaning, Ending]]
    headed: list[tuple[Clues, Ending]]

    def signs(self, tables: Tables) -> dict[str, float]:
        """See `verdicts.signs`."""

        def seen(said: Clues, ending: Ending, balance: float) -> Ending:
            return ending._replace(concludes=tables.endings.surely("concludes", said), balance=balance)

        read = tables.arguments.read([tables.arguments.sums(said) for said, *_ in self.told]) if self.told else []
        prose = [
            seen(said, ending, leaning.share * likely[-1])
            for (said, leaning, ending), likely in zip(self.told, read, strict=True)
            if leaning.share > ITS_OWN
        ]
        return verdicts.signs(prose, [seen(*each, 0.0) for each in self.headed])


class Heard(NamedTuple):
    """What the second look hears of an exemption."""

    look: SecondLook
    told: Sequence[Leaning]
    prose: Sequence[Part]  # the parts that no heading opens
    headed: Sequence[Sentence]  # the sentences under the heading of its balance

    def endings(self, sentences: Iterable[Sentence]) -> list[tuple[Clues, Ending]]:
        """Some sentences by their clues, and as they may end a test."""
        return [(clues(sentence, self.look.lexicon), self.look.ending_of(sentence)) for sentence in sentences]

    def told_endings(self) -> list[tuple[Clues, Leaning, Ending]]:
        """What is told in prose, by its clues, as it leans and as it may end a test."""
        endings = self.endings(each.sentence for each in self.told)
        return [(said, leaning, ending) for leaning, (said, ending) in zip(self.told, endings, strict=True)]


@contextmanager
def _listening() -> Iterator[dict[str, Heard]]:
    """What the second look hears of each exemption of the notice read last."""
    heard: dict[str, Heard] = {}

    class Listener(SecondLook):
        """Remembers what is told of each exemption, and looks no further."""

        def look(self) -> None:
            told = self.leanings()
            for number in self.subjects.tested:
                prose = [part for part in SUMS["absences"] if self.is_prose(part, number)]
                heard[number] = Heard(self, told[number], prose, self.headed_balance(number))

    passages.SecondLook = Listener  # type: ignore[misc]
    try:
        yield heard
    finally:
        passages.SecondLook = SecondLook  # type: ignore[misc]


def _tested() -> Iterator[tuple[Path, Mapping[str, object], set[tuple[str, str | None]], Heard]]:
    """Each exemption of the labelled notices that owes a test: its folder, its label, what is found, what is heard."""
    with _listening() as heard:
        for folder, labelled, document in labelled_notices():
            heard.clear()
            recognise(document)
            if labelled.label["response"] != "extension":
                for engaged in labelled.label["engagements"]:
                    if (number := str(engaged["exemption"])) in heard:
                        mine = {(rule, of) for rule, of in labelled.wanted if of in (number, None)}
                        yield folder, engaged, mine, heard[number]


def left_out() -> Iterator[Argued]:
    """By what is told of each exemption, which parts that no heading opens it leaves out."""
    for folder, engaged, wanted, heard in _tested():
        missing = {rule.removeprefix("missing-") for rule, of in wanted if of}
        holds = {part: part in missing for part in heard.prose if part in missing or engaged.get(part) == "present"}
        look, told = heard.look, list(heard.told)
        said = [clues(each.sentence, look.lexicon) for each in told]
        yield Argued(folder, holds, said, look.evidence(told), told, len(look.subjects.tested) > 1)


def undecided() -> Iterator[Ended]:
    """By what may end the test of each exemption, whether it comes down on a side."""
    for folder, engaged, wanted, heard in _tested():
        rules = {rule for rule, _ in wanted}
        open_ended = "inconclusive-balance" in rules
        if "missing-balance" not in rules and (open_ended or engaged.get("balance") == "present"):
            yield Ended(folder, {"undecided": open_ended}, heard.told_endings(), heard.endings(heard.headed))
