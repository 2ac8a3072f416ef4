"""What fixed wording a notice lacks, and where it belongs."""

from collections.abc import Callable, Iterator

from foilint.document import Block, Layer
from foilint.house import missing_wording
from foilint.notice import Notice, Region, Response
from foilint.recognise.draft import eyes
from foilint.recognise.words import Line
from foilint.skeleton.wording import COMMISSIONER, DISCLAIMER, REVIEW, Wording, wording
from foilint.template import Template
from foilint.values import NamedTuple

SHORT = 8  # words of a line that closes a letter
ACT = "act"
WORDING = "missing-wording"
ANSWERS = {
    "missing-act": ACT,
    "missing-disclaimer": DISCLAIMER,
    "missing-review-route": REVIEW,
    "missing-commissioner-route": COMMISSIONER,
}
"""The rules that fixed wording answers, and which; the approved paragraphs of a house answer `missing-wording`."""


class Insertion(NamedTuple):
    """A paragraph to be put in before a block (behind the last one, where its number is theirs)."""

    before: int
    text: str
    rule: str


def insertions(notice: Notice, template: Template, rules: frozenset[str]) -> tuple[Insertion, ...]:
    """The paragraphs that answer those rules, in the order of the notice. Raises Misuse where there are no words."""
    said = wording(notice.law)
    approved = {each.name: " ".join(each.text.split()) for each in template.paragraphs}
    found: list[Insertion] = []
    for rule, name in ANSWERS.items():
        if rule in rules:
            text = approved.get(name) or _own(name, notice, said)
            found.append(Insertion(_PLACES[name](notice), text, rule))
    if WORDING in rules:
        given = {insertion.text for insertion in found}
        found += [each for each in _approved(notice, template) if each.text not in given]
    return tuple(sorted(found, key=lambda insertion: insertion.before))


def _own(name: str, notice: Notice, said: Wording) -> str:
    """Foilint's own words, as they fit what the notice says already."""
    if name == DISCLAIMER and notice.response is Response.PARTIAL_NCND:
        return said.say(f"{DISCLAIMER}-besides")
    return said.fixed(name, "without-review" if notice.told.no_review else "after-review")


def _approved(notice: Notice, template: Template) -> Iterator[Insertion]:
    """The approved paragraphs that are missing, each before the signature unless it is one with a place of its own."""
    for paragraph in template.paragraphs:
        if any(missing_wording(template._replace(paragraphs=(paragraph,)), notice)):
            place = _PLACES.get(paragraph.name, _before_rights)
            yield Insertion(place(notice), " ".join(paragraph.text.split()), WORDING)


def _before_refusal(notice: Notice) -> int:
    """Before the paragraph in which the notice first refuses anything; never in the midst of a table or list."""
    spans = [*notice.statements, *notice.refusals, *(each.span for each in notice.engagements)]
    at = min((span.block for span in spans), default=0)
    while at and not _is_plain(notice.document.blocks[at]):
        at -= 1
    return at


def _behind_statement(notice: Notice) -> int:
    """Behind the section in which the notice says that it neither confirms nor denies, else behind the reasons."""
    end = _before_rights(notice)
    if not notice.statements:
        return end
    blocks = notice.document.blocks
    for at in range(notice.statements[0].block + 1, end):
        if (blocks[at].level or blocks[at].stands_out) and blocks[at].cell is None and blocks[at].layer is Layer.BODY:
            return at
    return end


def _before_rights(notice: Notice) -> int:
    """Before what is said of reviews and complaints, and its heading, else before the signature."""
    at = next((at for at, region in enumerate(notice.regions) if region is Region.RIGHTS), None)
    if at is None or at > _before_signature(notice):
        return _before_signature(notice)
    while at and _heads(notice.document.blocks[at - 1]):
        at -= 1
    return at


def _before_commissioner(notice: Notice) -> int:
    """Before what is said of the Commissioner, for a review comes first; else before the signature."""
    told = notice.told.commissioner or notice.told.stranger
    return told.block if told else _before_signature(notice)


def _behind_review(notice: Notice) -> int:
    """Behind what is said of a review, for the Commissioner comes next; else before the signature."""
    told = notice.told.review or notice.told.no_review or notice.told.review_done
    if told is None or notice.regions[told.block] is not Region.RIGHTS:
        return _before_signature(notice)
    return told.block + 1


def _before_signature(notice: Notice) -> int:
    """Before "Yours sincerely", else behind the last paragraph of the body."""
    lexicon = eyes().lexicon
    body = [at for at, block in enumerate(notice.document.blocks) if block.layer is Layer.BODY]
    spans = [*notice.statements, *notice.refusals, *(each.span for each in notice.engagements)]
    since = max((span.block for span in spans), default=0)
    for at in body:
        line = Line(at, notice.document.blocks[at], lexicon)
        if at >= since and line.mask & lexicon.bits["closing"] and len(line.tokens) <= SHORT:
            return at
    return body[-1] + 1 if body else len(notice.document.blocks)


def _is_plain(block: Block) -> bool:
    return block.layer is Layer.BODY and block.cell is None and not block.marker


def _heads(block: Block) -> bool:
    return bool(block.level or block.stands_out) and block.cell is None


_PLACES: dict[str, Callable[[Notice], int]] = {
    ACT: _before_refusal,
    DISCLAIMER: _behind_statement,
    REVIEW: _before_commissioner,
    COMMISSIONER: _behind_review,
}
