"""What `learn.py` learns from: sentences that strangers labelled, and the labelled notices as foilint reads them."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import yaml

sys.path.insert(0, str(Path(__file__).parent))

from accuracy import HERE as NOTICES
from accuracy import Judged, judge
from taken_out import documents

from foilint.document import Block, Document, Span
from foilint.notice import Notice, Part, Region
from foilint.recognise import recognise, striking
from foilint.recognise.clues import clues
from foilint.recognise.draft import eyes
from foilint.recognise.learned import KINDS, TELLINGS
from foilint.recognise.words import Line

FRAGMENTS = Path(__file__).parent / "fragments"
OTHER = KINDS[0]
ARGUED = {"harm": KINDS[1], "for": KINDS[2], "against": KINDS[3], "balance": KINDS[4]}
TOLD = {"review-route": "review", "disclaimer-both": "disclaimer", "ncnd-statement": "statement"}
REVEALS, FINE = "reveals", "fine"
UNSETTLED = "concludes-nothing"  # the kind of endings that come down on no side
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
    for _, labelled, document in labelled_notices():
        if labelled.label["response"] == "ncnd" and not any(rule == "reveals-holding" for rule, _ in labelled.wanted):
            yield from (each._replace(kind=FINE) for each in _read(recognise(document), []))


class Taught(NamedTuple):
    """What the sentences of the notices of a folder argue, what they tell, and how balances end."""

    argued: list[Example]
    told: list[Example]
    ends: list[Example]


def notices() -> dict[Path, Taught]:
    """The sentences of labelled notices by folder; what they argue and tell only where foilint reads as labelled."""
    taught: dict[Path, Taught] = {}
    for folder, labelled, document in labelled_notices():
        here = taught.setdefault(folder, Taught([], [], []))
        notice = recognise(document)
        here.ends.extend(_ends(notice, {of for rule, of in labelled.wanted if rule == "inconclusive-balance"}))
        if labelled.wanted == labelled.found:
            here.argued.extend(_read(notice, _passages(notice)))
            here.told.extend(_read(notice, _particulars(notice), _unsure(notice)))
    return taught


def labelled_notices() -> Iterator[tuple[Path, Judged, Document]]:
    """Every labelled notice: its folder, what its label says and foilint reports, and the document."""
    return ((folder, judged, document) for folder, judged, document in labelled_files() if not is_none(judged))


def labelled_files() -> Iterator[tuple[Path, Judged, Document]]:
    """The same of every labelled file, be it a notice or none."""
    for folder in sorted({path.parent for path in NOTICES.rglob("*.yaml")}):
        judged = {j.name: j for j in judge(folder)}
        for name, document in documents(folder):
            yield folder, judged[name], document


def is_none(judged: Judged) -> bool:
    """Whether a file is labelled as no notice."""
    return ("not-a-notice", None) in judged.wanted


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
