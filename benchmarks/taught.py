"""What `learn.py` learns from: sentences that strangers labelled, and the labelled notices as foilint reads them."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import yaml

sys.path.insert(0, str(Path(__file__).parent))

from accuracy import HERE as NOTICES
from accuracy import judge
from taken_out import documents

from foilint.document import Block, Span
from foilint.notice import Notice, Part, Region
from foilint.recognise import absences, passages, recognise, striking, whole
from foilint.recognise.absences import Evidence
from foilint.recognise.clues import clues
from foilint.recognise.draft import Draft, cut, eyes
from foilint.recognise.learned import KINDS, TELLINGS, Arguments
from foilint.recognise.second_look import SecondLook
from foilint.recognise.second_reader import signs
from foilint.recognise.weighing import weigh_all
from foilint.recognise.words import Line

FRAGMENTS = Path(__file__).parent / "fragments"
OTHER = KINDS[0]
ARGUED = {"harm": KINDS[1], "for": KINDS[2], "against": KINDS[3], "balance": KINDS[4]}
TOLD = {"review-route": "review", "disclaimer-both": "disclaimer", "ncnd-statement": "statement"}
REVEALS, FINE = "reveals", "fine"
RELIES = "relies"
UNSETTLED = "concludes-nothing"  # the kind of endings that come down on no side
BLANKS = 200  # notices that say nothing at all: what is short is to be told by what it says, not by what it leaves out
AROUND = 3  # sentences of a letter that stand before a test and after it


class Example(NamedTuple):
    """A sentence by its clues, what it argues or tells, and whether a stranger says so."""

    clues: tuple[str, ...]
    kind: str
    by_stranger: bool


def sentences(text: str) -> Iterator[tuple[str, ...]]:
    """The clues of each sentence of a text."""
    lexicon = eyes().lexicon
    for paragraph in text.splitlines():
        for sentence in Line(0, Block(paragraph), lexicon).sentences:
            yield clues(sentence, lexicon)


def tests(name: str) -> Iterator[list[Example]]:
    """The tests of a file of fragments, sentence by sentence."""
    for test in yaml.safe_load((FRAGMENTS / f"{name}.yaml").read_text("utf-8")):
        pieces = [("claim", test.get("claim", "")), *((p["part"], p["text"]) for p in test["pieces"])]
        yield [
            Example(said, kind, True)
            for part, text in pieces
            if (kind := _kind_of(part)) is not None
            for said in sentences(text)
        ]


def _kind_of(part: str) -> str | None:
    """What a labelled piece teaches; None where it argues both sides at once."""
    if part == "weighs":
        return ARGUED["balance"]  # whether it comes down on a side is asked of `endings`
    parts = part.split("+")
    if len(parts) > 1:
        return ARGUED["balance"] if "balance" in parts else None
    return ARGUED.get(part, OTHER)


def in_letters(told: list[list[Example]]) -> list[list[Example]]:
    """Tests with sentences of a letter before and after, whole and with each part taken out: so they are to be read."""
    around = [Example((), OTHER, False)] * AROUND
    outs = ("", *ARGUED.values())
    return [[*around, *(each for each in test if each.kind != out), *around] for test in told for out in outs]


def particulars() -> Iterator[Example]:
    """The sentences of the files of fragments that hold single ones, by which particular they tell, if any."""
    for file in sorted(FRAGMENTS.glob("sentences*.yaml")):
        for kind, texts in yaml.safe_load(file.read_text("utf-8")).items():
            tells = TOLD.get(kind, kind if kind in TELLINGS["particulars"] else OTHER)
            for text in texts if isinstance(texts[0], str) else ():
                yield from (Example(said, tells, True) for said in sentences(text))


def endings(name: str) -> Iterator[Example]:
    """The sentences of a file of endings: some conclude in the last of theirs, the others nowhere."""
    for kind, texts in yaml.safe_load((FRAGMENTS / f"{name}.yaml").read_text("utf-8")).items():
        for text in texts:
            told = [Example(said, OTHER, True) for said in sentences(text)]
            yield from told if kind == UNSETTLED else [told[-1]._replace(kind=ARGUED["balance"])]


def endings_of_tests(name: str) -> Iterator[Example]:
    """The same of a file of tests: the last sentences of their balances, and all of what only weighs."""
    for test in yaml.safe_load((FRAGMENTS / f"{name}.yaml").read_text("utf-8")):
        for piece in test["pieces"]:
            told = list(sentences(piece["text"])) if piece["part"] in ("balance", "weighs") else []
            if piece["part"] == "weighs":
                yield from (Example(said, OTHER, True) for said in told)
            elif told:
                yield Example(told[-1], ARGUED["balance"], True)


def admissions(name: str) -> Iterator[Example]:
    """The sentences of a file of fragments from letters that neither confirm nor deny, by whether they reveal."""
    for context in yaml.safe_load((FRAGMENTS / f"{name}.yaml").read_text("utf-8")):
        for kind, text in context["sentences"]:
            yield from (Example(said, kind, True) for said in sentences(text))


def silent_notices() -> Iterator[Example]:
    """The sentences of the labelled notices that neither confirm nor deny and rightly reveal nothing."""
    for folder in sorted({path.parent for path in NOTICES.rglob("*.yaml")}):
        labels = {j.name: j for j in judge(folder)}
        for name, document in documents(folder):
            label = labels[name]
            if label.label["response"] == "ncnd" and not any(rule == "reveals-holding" for rule, _ in label.wanted):
                yield from (each._replace(kind=FINE) for each in _read(recognise(document), []))


def wholes() -> Iterator[Example]:
    """The labelled notices, by all that each says and by which of `TELLINGS` hold of it; and once more without the
    paragraph that tells of a review.
    """
    sight = eyes()
    for folder in sorted({path.parent for path in NOTICES.rglob("*.yaml")}):
        labels = {j.name: j for j in judge(folder)}
        for name, document in documents(folder):
            labelled, draft = labels[name], cut(document, sight)
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
    for folder in sorted({path.parent for path in NOTICES.rglob("*.yaml")}):
        labels = {j.name: j.label for j in judge(folder)}
        for name, document in documents(folder):
            notice, draft = recognise(document), cut(document, sight)
            relied = {str(each["exemption"]) for each in labels[name]["engagements"]}
            weighed = weigh_all(draft, notice.law, notice.kind, sight)
            ours = [w for w in weighed if w.law is not None and w.exemption is not None]
            for number, said in signs(ours, notice.kind, draft, sight.lexicon).items():
                yield Example(said, RELIES if number in relied else OTHER, True)


class Told(NamedTuple):
    """What a labelled notice tells of an exemption in prose, and which parts it argues there (True) or leaves out."""

    folder: Path
    clues: tuple[tuple[str, ...], ...]  # of each sentence
    argues: tuple[bool, ...]  # whether each may argue ...
    reasons: tuple[bool, ...]  # ... and does more than assert harm
    several: bool
    parts: dict[Part, bool]

    def signs(self, table: Arguments) -> dict[str, float]:
        """The signs by which the table of what is left out knows it."""
        told = zip(table.read(self.clues), self.argues, self.reasons, strict=True)
        return absences.signs([Evidence(*each) for each in told], several=self.several)


def left_out() -> Iterator[Told]:
    """Each exemption of the labelled notices that owes a test, with the parts that no heading opens."""
    heard: dict[str, Told] = {}

    class Listener(SecondLook):
        """Remembers what is told of each exemption before it is looked at again."""

        def look(self) -> None:
            heard.update((number, self.hear(number)) for number in self.subjects.tested)
            super().look()

        def hear(self, number: str) -> Told:
            told = [t.sentence for t in self.told if number in t.numbers or not t.numbers]
            return Told(
                folder,
                tuple(clues(sentence, self.lexicon) for sentence in told),
                tuple(self.judge.may_argue(sentence) for sentence in told),
                tuple(not self.judge.only_asserts(sentence) for sentence in told),
                len(self.subjects.tested) > 1,
                {part: True for part in absences.PARTS if self._is_prose(part, number)},
            )

    passages.SecondLook = Listener  # type: ignore[misc]
    for folder in sorted({path.parent for path in NOTICES.rglob("*.yaml")}):
        labels = {j.name: j for j in judge(folder)}
        for name, document in documents(folder):
            heard.clear()
            recognise(document)
            for engaged in labels[name].label["engagements"]:
                number = str(engaged["exemption"])
                if number in heard and labels[name].label["response"] != "extension":
                    missing = {rule.removeprefix("missing-") for rule, of in labels[name].wanted if of == number}
                    states = {part: part not in missing for part in heard[number].parts}
                    kept = {p: s for p, s in states.items() if not s or engaged.get(p) == "present"}
                    yield heard[number]._replace(parts=kept)
    passages.SecondLook = SecondLook  # type: ignore[misc]


def notices() -> tuple[dict[Path, list[Example]], list[Example], list[Example]]:
    """The sentences of labelled notices: what they argue, by the folder they lie in, what they tell, how balances end.

    Of the first two, only those of notices that foilint reads as their labels say.
    """
    argued: dict[Path, list[Example]] = {}
    told: list[Example] = []
    ends: list[Example] = []
    for folder in sorted({path.parent for path in NOTICES.rglob("*.yaml")}):
        judged = {j.name: j for j in judge(folder)}
        for name, document in documents(folder):
            notice, labelled = recognise(document), judged[name]
            ends += _ends(notice, {number for rule, number in labelled.wanted if rule == "inconclusive-balance"})
            if labelled.wanted == labelled.found:
                argued.setdefault(folder, []).extend(_read(notice, _passages(notice)))
                told += _read(notice, _particulars(notice), _unsure(notice))
    return argued, told, ends


def _ends(notice: Notice, unsettled: set[str | None]) -> Iterator[Example]:
    """The sentences in which balances under headings conclude, and all of those of exemptions that stay unsettled."""
    lexicon = eyes().lexicon
    for passage in notice.passages:
        for span in passage.text if passage.part is Part.BALANCE and passage.headed else ():
            for sentence in Line(span.block, notice.document.blocks[span.block], lexicon).sentences:
                inside = span.start <= sentence.span.start < span.end
                if inside and (None in unsettled or any(number and passage.serves(number) for number in unsettled)):
                    yield Example(clues(sentence, lexicon), OTHER, True)
                elif inside and not unsettled and striking.comes_down(sentence, lexicon):
                    yield Example(clues(sentence, lexicon), ARGUED["balance"], False)


def _read(notice: Notice, kinds: list[tuple[Span, str]], unsure: frozenset[int] = frozenset()) -> Iterator[Example]:
    """The sentences of the response, each by the kind of the spans that it overlaps; what is of two is left out.

    In the blocks `unsure`, what is of no kind is left out too.
    """
    lexicon = eyes().lexicon
    for at, block in enumerate(notice.document.blocks):
        if (notice.regions[at] is not Region.RESPONSE and at not in unsure) or block.level:
            continue
        here = [(span, kind) for span, kind in kinds if span.block == at]
        for sentence in Line(at, block, lexicon).sentences:
            span = sentence.span
            own = {kind for other, kind in here if other.start < span.end and other.end > span.start}
            if len(own) == 1 or (not own and at not in unsure):
                yield Example(clues(sentence, lexicon), own.pop() if own else OTHER, False)


def _unsure(notice: Notice) -> frozenset[int]:
    """The blocks in which a particular may be told more often than foilint notes it: where it is, and the rights."""
    told = {span.block for span, _ in _particulars(notice)}
    rights = {at for at, region in enumerate(notice.regions) if region is Region.RIGHTS and notice.told.review}
    return frozenset(told | rights)


def _passages(notice: Notice) -> list[tuple[Span, str]]:
    return [(span, passage.part) for passage in notice.passages for span in passage.text]


def _particulars(notice: Notice) -> list[tuple[Span, str]]:
    told = notice.told
    one_each = ((told.review, "review"), (told.advice, "advice"))
    both_ways = [(each.span, "disclaimer") for each in notice.disclaimers if not each.one_sided]
    statements = [(span, "statement") for span in notice.statements]
    return [*((span, kind) for span, kind in one_each if span), *both_ways, *statements]
