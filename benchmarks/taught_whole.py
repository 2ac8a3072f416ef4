"""What `learn.py` learns of whole notices: what each relies on, does, leaves out and decides, as its label says."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple, Protocol

from taught import OTHER, Example, labelled_notices

from foilint.notice import Part
from foilint.recognise import absences, passages, recognise, verdicts, whole
from foilint.recognise.absences import Evidence
from foilint.recognise.clues import clues
from foilint.recognise.draft import Draft, cut, eyes
from foilint.recognise.learned import SUMS, Arguments, Tellings
from foilint.recognise.second_look import SecondLook
from foilint.recognise.second_reader import signs
from foilint.recognise.verdicts import Ending
from foilint.recognise.weighing import weigh_all
from foilint.recognise.words import Sentence

RELIES = "relies"
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


def _signs(draft: Draft, without: int | None) -> tuple[str, ...]:
    """The signs of a draft without one of its blocks."""
    kept = [(line, region) for line, region in zip(draft.lines, draft.regions, strict=True) if line.index != without]
    return whole.signs([line for line, _ in kept], [region for _, region in kept], eyes().lexicon)


def reliances() -> Iterator[Example]:
    """The exemptions that labelled notices name, by what is said where they do, and whether they are relied on."""
    sight = eyes()
    for _, labelled, document in labelled_notices():
        notice, draft = recognise(document), cut(document, sight)
        relied = {str(each["exemption"]) for each in labelled.label["engagements"]}
        weighed = weigh_all(draft, notice.law, notice.kind, sight)
        ours = [w for w in weighed if w.law is not None and w.exemption is not None]
        for number, said in signs(ours, notice.kind, draft, sight.lexicon).items():
            yield Example(tuple(sorted(said)), RELIES if number in relied else OTHER, True)


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
    argues: list[tuple[bool, bool]]  # whether each may argue, and does more than assert harm
    several: bool

    def signs(self, tables: Tables) -> dict[str, float]:
        """See `absences.signs`."""
        told = zip(tables.arguments.read(self.clues), self.argues, strict=True)
        return absences.signs([Evidence(likely, *argues) for likely, argues in told], several=self.several)


class Ended(NamedTuple):
    """What may end a test, in prose and under the heading of its balance, and whether it comes down nowhere."""

    folder: Path
    holds: dict[str, bool]
    prose: list[tuple[Clues, Ending]]
    headed: list[tuple[Clues, Ending]]

    def signs(self, tables: Tables) -> dict[str, float]:
        """See `verdicts.signs`."""

        def seen(said: Clues, ending: Ending, balance: float) -> Ending:
            return ending._replace(concludes=tables.endings.surely("concludes", said), balance=balance)

        of_balance = [likely[-1] for likely in tables.arguments.read([said for said, _ in self.prose])]
        prose = [seen(*each, balance) for each, balance in zip(self.prose, of_balance, strict=True)]
        return verdicts.signs(prose, [seen(*each, 0.0) for each in self.headed])


class Heard(NamedTuple):
    """What the second look hears of an exemption."""

    look: SecondLook
    told: Sequence[Sentence]
    prose: Sequence[Part]  # the parts that no heading opens
    headed: Sequence[Sentence]  # the sentences under the heading of its balance

    def endings(self, sentences: Sequence[Sentence]) -> list[tuple[Clues, Ending]]:
        """Some sentences by their clues, and as they may end a test."""
        return [(clues(sentence, self.look.lexicon), self.look.ending_of(sentence)) for sentence in sentences]


@contextmanager
def _listening() -> Iterator[dict[str, Heard]]:
    """What the second look hears of each exemption of the notice read last."""
    heard: dict[str, Heard] = {}

    class Listener(SecondLook):
        """Remembers what is told of each exemption before it is looked at again."""

        def look(self) -> None:
            for number in self.subjects.tested:
                told = [t.sentence for t in self.told if number in t.numbers or not t.numbers]
                prose = [part for part in SUMS["absences"] if self.is_prose(part, number)]
                heard[number] = Heard(self, told, prose, self.headed_balance(number))
            super().look()

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
        judge, several = heard.look.judge, len(heard.look.subjects.tested) > 1
        argues = [(judge.may_argue(sentence), not judge.only_asserts(sentence)) for sentence in heard.told]
        yield Argued(folder, holds, [said for said, _ in heard.endings(heard.told)], argues, several)


def undecided() -> Iterator[Ended]:
    """By what may end the test of each exemption, whether it comes down on a side."""
    for folder, engaged, wanted, heard in _tested():
        rules = {rule for rule, _ in wanted}
        open_ended = "inconclusive-balance" in rules
        if "missing-balance" not in rules and (open_ended or engaged.get("balance") == "present"):
            yield Ended(folder, {"undecided": open_ended}, heard.endings(heard.told), heard.endings(heard.headed))
