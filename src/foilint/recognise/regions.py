"""Whose words are these? The applicant's request, quoted statute, the authority's response, the complaint rights, furniture.

Only the response can rely on an exemption or argue a test; section numbers in all other regions are mere mentions.
"""

from collections.abc import Sequence

from foilint.document import Layer
from foilint.notice import Region
from foilint.recognise.labels import Label, Role
from foilint.recognise.words import Lexicon, Line

QUOTES = frozenset("\"'")
LONGEST_QUOTATION = 12  # blocks that an opening quotation mark may run on for


def find(lines: Sequence[Line], headings: Sequence[Label | None], lexicon: Lexicon) -> list[Region]:
    """One region for each line. `headings` holds what each line says as a heading, None for running text."""
    regions: list[Region] = []
    state = Region.RESPONSE
    held_open = 0  # blocks that an unclosed quotation may still run on for
    expects = None  # what a lead-in with a colon announced
    for line, heading in zip(lines, headings, strict=True):
        region = _of_layer(line, lexicon)
        if region is not None:
            regions.append(state if region is Region.QUOTATION and state is Region.REQUEST else region)
            continue
        if heading is not None:
            state = _after_heading(state, heading, line, lexicon)
            expects = Region.REQUEST if heading.role is Role.REQUEST else None
            held_open = 0
            regions.append(Region.RIGHTS if state is Region.RIGHTS else Region.RESPONSE)
            continue
        if held_open:
            held_open = 0 if _closes(line) else held_open - 1
            regions.append(expects or Region.QUOTATION)
            continue
        region, state, expects = _of_text(line, state, expects, lexicon)
        if region is not Region.RESPONSE and _opens(line):
            held_open = LONGEST_QUOTATION
        regions.append(region)
    return regions


def _of_layer(line: Line, lexicon: Lexicon) -> Region | None:
    layer = line.block.layer
    if layer is Layer.FURNITURE:
        return Region.FURNITURE
    if layer in (Layer.HEADER, Layer.FOOTER):
        return Region.RIGHTS if line.mask & lexicon.bits["rights-cue"] else Region.FURNITURE
    return Region.QUOTATION if layer is Layer.QUOTED else None


def _after_heading(state: Region, heading: Label, line: Line, lexicon: Lexicon) -> Region:
    if heading.role is Role.RIGHTS:
        return Region.RIGHTS
    if heading.role is Role.REQUEST:
        return Region.REQUEST
    if state is Region.RIGHTS and heading.role is Role.OTHER and line.mask & lexicon.bits["rights-cue"]:
        return Region.RIGHTS
    return Region.RESPONSE


def _of_text(line: Line, state: Region, expects: Region | None, lexicon: Lexicon) -> tuple[Region, Region, Region | None]:
    """The region of a block of running text, the state after it, and what it announces."""
    bits = lexicon.bits
    if state is Region.RIGHTS:
        return Region.RIGHTS, Region.RIGHTS, None
    if state is Region.REQUEST or expects is Region.REQUEST:
        if not _answers(line, lexicon) and (state is Region.REQUEST or _asks(line, lexicon)):
            return Region.REQUEST, state, Region.REQUEST
        if expects is Region.REQUEST and state is not Region.REQUEST and line.block.marker:
            return Region.REQUEST, state, Region.REQUEST
    if expects is Region.QUOTATION and (line.block.marker or _quoted(line) or line.tokens[:1] == ["("]):
        return Region.QUOTATION, Region.RESPONSE, Region.QUOTATION
    if line.tokens and line.tokens[-1] == ":":
        last = line.sentences[-1]
        if line.mask & bits["you-asked"]:
            return Region.RESPONSE, Region.RESPONSE, Region.REQUEST
        if last.mask & bits["recital"] and last.mask & bits["section-word"] and not last.mask & bits["our-voice"]:
            return Region.RESPONSE, Region.RESPONSE, Region.QUOTATION
    if _quoted(line):
        return Region.QUOTATION, Region.RESPONSE, None
    return Region.RESPONSE, Region.RESPONSE, None


def _answers(line: Line, lexicon: Lexicon) -> bool:
    """Whether a block is the authority speaking: it decides, holds, relies, or thanks."""
    bits = lexicon.bits
    for sentence in line.sentences:
        if sentence.tokens[-1][0] == "?":
            continue
        if sentence.mask & bits["our-voice"] and sentence.mask & (bits["held-plainly"] | bits["refusal-word"] | bits["confirm-verb"]):
            return not _quoted(line) and line.tokens[:1] != ['"']
        if sentence.mask & bits["letter-cue"]:
            return True
    return False


def _asks(line: Line, lexicon: Lexicon) -> bool:
    """Whether a block reads as part of a request: quoted, a list item, a question, or begins as requests do."""
    if line.tokens[:1] and (line.tokens[0][0] in QUOTES or line.block.marker or line.tokens[-1][0] == "?" or line.tokens[-1].endswith('"')):
        return True
    first = next((mask for token, mask in zip(line.tokens, line.masks, strict=True) if token.isalpha()), 0)
    return bool(first & lexicon.bits["please"])


def _quoted(line: Line) -> bool:
    tokens = line.tokens
    return len(tokens) > 4 and tokens[0][0] in QUOTES and tokens[-1][-1] in QUOTES


def _opens(line: Line) -> bool:
    """Whether a block opens a quotation and leaves it open."""
    marks = line.folded.count('"')
    return marks % 2 == 1 and line.folded.lstrip()[:1] == '"'


def _closes(line: Line) -> bool:
    return line.folded.count('"') % 2 == 1
