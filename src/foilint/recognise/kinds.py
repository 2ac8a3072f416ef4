"""What sort of document it is, and what it does with the request."""

from collections.abc import Iterable, Iterator, Sequence

from foilint.document import Document, Layer
from foilint.law import Duty
from foilint.notice import Kind, Region, Response
from foilint.recognise.lexicon import Lexicon
from foilint.recognise.words import Line, Sentence

OPENING = 30  # blocks from the start in which a letter shows itself
ANNEX_OPENING = 4
SHORT_TITLE = 14  # words of the title of an annex ...
ANNEXED = ("annex", "annexe", "appendix")
TITLE = 30  # ... and of one that begins with the word
STRAPLINE = 3  # blocks: the title of a page and what stands under it
TELLING = 15  # words of a paragraph that tells how to complain, at least: a heading only names it
FURNISHED = 3  # blocks of navigation that make a file a page of a site


def kind(document: Document, lines: Sequence[Line], regions: Sequence[Region], lexicon: Lexicon) -> Kind:
    """Letter, annex or page."""
    bits = lexicon.bits
    if document.format == "email":
        return Kind.LETTER
    salutation = any(
        line.tokens[:1] == ["dear"] or (line.mask & bits["salutation"] and len(line.tokens) <= 8) for line in lines
    )
    closing = any(line.mask & bits["closing"] and len(line.tokens) <= 8 for line in lines)
    head = [line for line in lines if line.tokens and line.block.layer is Layer.BODY][:OPENING]
    furniture = sum(line.block.layer is Layer.FURNITURE for line in lines)
    web = document.format == "html" and furniture >= FURNISHED
    if salutation or (closing and not (web and any(line.mask & bits["log-cue"] for line in head))):
        return Kind.LETTER
    if web:
        return Kind.PAGE
    rights = any(region is Region.RIGHTS for region in regions)
    if head and head[0].tokens[0] in ANNEXED:
        return Kind.ANNEX
    logged = any(line.mask & bits["log-cue"] for line in head)
    log_titled = any(line.mask & bits["log-cue"] and len(line.tokens) <= TITLE for line in head[:STRAPLINE])
    if log_titled or (logged and not any(line.mask & bits["letter-cue"] and len(line.tokens) > 12 for line in head)):
        return Kind.PAGE
    titled = any(_is_title(line, bits["annex-cue"]) or line.mask & bits["goes-with"] for line in head[:ANNEX_OPENING])
    if titled and not rights:
        return Kind.ANNEX
    request = any(region is Region.REQUEST for region in regions)
    if document.format == "html" and furniture and not rights:
        return Kind.PAGE  # nobody is greeted, nothing is signed, and a site is round it
    if rights or any(line.mask & bits["letter-cue"] for line in head[:12]):
        return Kind.LETTER if not (request and not rights) else Kind.PAGE
    return Kind.PAGE if request else Kind.ANNEX


def is_reply(lines: Sequence[Line], regions: Sequence[Region], lexicon: Lexicon) -> bool:
    """Whether a letter greets somebody, tells how to complain and takes nothing back: no other letter does all that."""
    greeted = any(line.tokens[:1] == ["dear"] for line in lines)
    tells = any(
        region is Region.RIGHTS and len(line.tokens) >= TELLING for line, region in zip(lines, regions, strict=True)
    )
    return greeted and tells and not any(line.mask & lexicon.bits["withdraws"] for line in lines)


def _is_title(line: Line, cue: int) -> bool:
    """Whether a line is short and has a cue, or a heading that opens with it: "Annex 2: section 27(1)(a) and (c)"."""
    opens = len(line.tokens) <= TITLE and any(mask & cue for mask in line.masks[:1])
    return opens or bool(line.mask & cue and len(line.tokens) <= SHORT_TITLE)


def response(
    *,
    refuses: Iterable[frozenset[Duty]],
    bars: bool,
    partly: bool,
    statements: Sequence[Sentence],
    refusals: Sequence[Sentence],
    extends: bool,
) -> Response:
    """What the notice does, from what its engagements refuse and what it says.

    `partly`: the statements leave a part of the request out; `extends`: the public interest is yet to be weighed.
    """
    duties = [d for refused in refuses for d in refused]
    ncnd = Duty.CONFIRM in duties or (bool(statements) and not bars)
    withheld = Duty.DISCLOSE in duties
    if ncnd:
        return Response.PARTIAL_NCND if withheld or partly else Response.NCND
    if extends:
        return Response.EXTENSION
    if withheld:
        return Response.WITHHELD
    if bars:
        return Response.BAR
    return Response.WITHHELD if refusals else Response.NOT_A_REFUSAL


def sentences_with(
    lines: Sequence[Line], regions: Sequence[Region], headed: Sequence[bool], wanted: int, unwanted: int = 0
) -> list[Sentence]:
    """The sentences of the response, headings apart, that hold an idea of `wanted` and none of `unwanted`."""
    return [
        sentence
        for line, region, is_heading in zip(lines, regions, headed, strict=True)
        if region is Region.RESPONSE and not is_heading and line.mask & wanted
        for sentence in line.sentences
        if sentence.mask & wanted and not sentence.mask & unwanted
    ]


def spoken(lines: Sequence[Line], regions: Sequence[Region], headed: Sequence[bool]) -> Iterator[Sentence]:
    """All sentences of the response, headings apart."""
    for line, region, is_heading in zip(lines, regions, headed, strict=True):
        if region is Region.RESPONSE and not is_heading:
            yield from line.sentences


def asks_more_time(lines: Sequence[Line], regions: Sequence[Region], lexicon: Lexicon) -> bool:
    """Whether words say that the public interest is yet to be weighed: more time is taken, or a decision will come."""
    bits = lexicon.bits
    plain = [False] * len(lines)
    longer = sentences_with(lines, regions, plain, bits["more-time"])
    asked = any(s.mask & bits["our-voice"] and "able" not in s.tokens for s in longer)
    if asked and sentences_with(lines, regions, plain, bits["public-interest"]):
        return True
    return bool(weighed_later(lines, regions, lexicon))


def weighed_later(lines: Sequence[Line], regions: Sequence[Region], lexicon: Lexicon) -> list[Sentence]:
    """The sentences that put the public interest off: "We cannot yet say where the public interest lies"."""
    about_it, over = lexicon.mask("the-weighing", "by-provision"), lexicon.mask("time-taken")
    weighing = sentences_with(lines, regions, [False] * len(lines), about_it, over)
    return [sentence for sentence in weighing if lexicon.says("weighs-later", sentence)]
