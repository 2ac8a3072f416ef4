"""What a house template asks beside the statute: sections, approved wording, simple rules of its own.

Each check is made from a template. RULES are those made from the statute alone: they ask nothing, and serve lists.
"""

from collections.abc import Iterator

from foilint.document import Layer, Span
from foilint.finding import Complaint, Severity
from foilint.functional import partial
from foilint.linear import first
from foilint.notice import Notice, Region, State
from foilint.rules.rule import Rule
from foilint.template import STATUTE, Demand, Paragraph, Phrase, Section, Template
from foilint.worddiff import difference, holds, likeness, words

FAMILY = "house"
OWN_WORDS = (Region.RESPONSE, Region.RIGHTS)
NEARLY = 0.6
"""From this share of words in common on, a passage is taken for the approved paragraph, altered."""


def missing_section(template: Template, notice: Notice) -> Iterator[Complaint]:
    """The house template asks for a section that the notice does not have, or has as a bare heading.

    Practice: the house template, `sections`.
    """
    for section in _owed_sections(template, notice):
        at = _stands(section, notice)
        if section.part:
            continue
        if at is None:
            yield Complaint(f'the template asks for a section "{section.name}"; add it under a heading of that name')
        elif not _has_text(at, notice):
            yield Complaint(
                f'the section "{section.name}" has nothing under its heading; write it', span=_whole(at, notice)
            )


def misplaced_section(template: Template, notice: Notice) -> Iterator[Complaint]:
    """The sections of the notice do not stand in the order of the house template.

    Practice: the house template, `sections` with `in-order: true`.
    """
    last, before = -1, ""
    for section in _owed_sections(template, notice) if template.ordered else ():
        at = _stands(section, notice)
        if at is not None and at < last:
            yield Complaint(
                f'"{section.name}" comes after "{before}" in the template; move it there', span=_whole(at, notice)
            )
        elif at is not None:
            last, before = at, section.name


def missing_wording(template: Template, notice: Notice) -> Iterator[Complaint]:
    """A paragraph that the house has approved word for word is not in the notice, nor anything like it.

    Practice: the house template, `wording`.
    """
    for paragraph in _owed_paragraphs(template, notice):
        if not holds(_all_words(notice), words(paragraph.text)) and _nearest(paragraph, notice) is None:
            yield Complaint(
                f'the approved wording "{paragraph.name}" is missing; add: {" ".join(paragraph.text.split())}'
            )


def altered_wording(template: Template, notice: Notice) -> Iterator[Complaint]:
    """A paragraph that the house has approved word for word stands in the notice in other words.

    Spaces, line ends and the kind of quotes make no difference.

    Practice: the house template, `wording`.
    """
    for paragraph in _owed_paragraphs(template, notice):
        approved = words(paragraph.text)
        if holds(_all_words(notice), approved):
            continue
        nearest = _nearest(paragraph, notice)
        if nearest is not None:
            start, found = nearest
            said = f'this is not the approved wording "{paragraph.name}": it {difference(found, approved)}'
            yield Complaint(said, span=_whole(start, notice))


def house_rule(phrase: Phrase, notice: Notice) -> Iterator[Complaint]:
    """What a simple rule of a house says of a notice."""
    if phrase.kinds and notice.kind not in phrase.kinds:
        return
    if phrase.when and not any(_matches(phrase.when, notice)):
        return
    if phrase.must and not any(_matches(phrase.must, notice)):
        yield Complaint(phrase.message)
    if phrase.must_not:
        for span in _matches(phrase.must_not, notice):
            yield Complaint(phrase.message, span=span)


def rules_of(template: Template) -> tuple[Rule, ...]:
    """The rules that a template adds, its own simple ones last."""
    return (
        *(
            Rule(
                name=check.__name__.replace("_", "-"),
                family=FAMILY,
                severity=severity,
                check=partial(check, template),
                doc=check.__doc__ or "",
            )
            for check, severity in CHECKS
        ),
        *(
            Rule(
                name=each.name, family=FAMILY, severity=each.severity, check=partial(house_rule, each), doc=each.message
            )
            for each in template.phrases
        ),
    )


CHECKS = (
    (missing_section, Severity.ERROR),
    (misplaced_section, Severity.WARNING),
    (missing_wording, Severity.ERROR),
    (altered_wording, Severity.WARNING),
)
RULES = rules_of(STATUTE)


def _owed_sections(template: Template, notice: Notice) -> Iterator[Section]:
    for section in template.sections:
        if not section.kinds or notice.kind in section.kinds:
            yield section


def _owed_paragraphs(template: Template, notice: Notice) -> Iterator[Paragraph]:
    """The approved paragraphs that a notice owes; where there is no disclaimer at all, the rule for that speaks."""
    for paragraph in template.paragraphs:
        owed = _demanded(paragraph.demand, notice) and (not paragraph.kinds or notice.kind in paragraph.kinds)
        if owed and not (paragraph.name == "disclaimer" and notice.disclaimer is State.ABSENT):
            yield paragraph


def _demanded(demand: Demand, notice: Notice) -> bool:
    ncnd = notice.response.neither_confirms_nor_denies
    return demand is Demand.ALWAYS or (ncnd and demand is Demand.NCND)


def _stands(section: Section, notice: Notice) -> int | None:
    """The block that a section starts at; None where there is no such section."""
    if section.part:
        opening = (passage.heading or passage.text[0] for passage in notice.passages if passage.part is section.part)
        return min((span.block for span in opening), default=None)
    for at, block in enumerate(notice.document.blocks):
        if (block.level or block.stands_out) and block.layer is Layer.BODY:
            heading = f" {' '.join(block.text.lower().replace(':', ' ').split())} "
            if any(f" {words} " in heading for words in section.headings):
                return at
    return None


def _has_text(heading: int, notice: Notice) -> bool:
    """Whether anything stands between a heading and the next one of its rank; headings below it count as text."""
    blocks = notice.document.blocks
    rank = blocks[heading].level or 9
    for block in blocks[heading + 1 :]:
        if block.layer is not Layer.BODY or not block.text.strip():
            continue
        return not (block.level or block.stands_out) or (block.level or 9) > rank
    return False


def _own_blocks(notice: Notice) -> Iterator[int]:
    """The blocks in the authority's own words."""
    for at, region in enumerate(notice.regions):
        if region in OWN_WORDS:
            yield at


def _all_words(notice: Notice) -> list[str]:
    return [word for at in _own_blocks(notice) for word in words(notice.document.blocks[at].text)]


def _nearest(paragraph: Paragraph, notice: Notice) -> tuple[int, list[str]] | None:
    """The passage most like an approved paragraph: the block it starts in and its words; None where nothing is like it.

    A passage is as many blocks as it takes to be as long as the paragraph: an address may be one block or five.
    """
    approved = words(paragraph.text)
    own = [(at, words(notice.document.blocks[at].text)) for at in _own_blocks(notice)]
    best, start, found = NEARLY, -1, list[str]()
    for index, (at, opening) in enumerate(own):
        passage = list(opening)
        for follower in range(index + 1, len(own)):
            more = own[follower][1]
            if len(passage) + len(more) > len(approved) * 1.3:
                break
            passage += more
        if (alike := likeness(passage, approved)) > best:
            best, start, found = alike, at, passage
    return None if start < 0 else (start, found)


def _matches(pattern: str, notice: Notice) -> Iterator[Span]:
    """Where a pattern first matches in each block of the authority's own words."""
    for at in _own_blocks(notice):
        if found := first(pattern, notice.document.blocks[at].text):
            yield Span(at, *found)


def _whole(block: int, notice: Notice) -> Span:
    return Span(block, 0, len(notice.document.blocks[block].text))
