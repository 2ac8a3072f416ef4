"""Whose words are these? The request, quoted statute, the authority's response, the complaint rights, furniture.

Only the response can rely on an exemption or argue a test; section numbers in all other regions are mere mentions.
"""

from collections.abc import Sequence
from itertools import takewhile

from foilint.document import Layer
from foilint.notice import Region
from foilint.recognise import labels, run_in
from foilint.recognise.labels import Label, Role
from foilint.recognise.lexicon import Lexicon
from foilint.recognise.speakers import APPLICANT, answers, asks, is_quoted
from foilint.recognise.words import Line

SIGNATURE = 4  # headings among which a signature may end
LONGEST_QUOTATION = 12  # blocks that an opening quotation mark may run on for


class _State:
    """Where the walk through a letter stands."""

    def __init__(self) -> None:
        self.region = Region.RESPONSE  # of the section at hand
        self.announced: Region | None = None  # what a lead-in with a colon announced for the blocks below it
        self.fresh = False  # whether the lead-in was the block just before
        self.responded = False  # whether the response has begun
        self.closed = False  # whether the letter has been signed off
        self.signing = 0  # blocks that the signature may still run on for
        self.quoting = 0  # blocks that an unclosed quotation may still run on for
        self.indented = False  # whether the block before was the authority's own, and only set in


def find(lines: Sequence[Line], headings: Sequence[Label | None], lexicon: Lexicon) -> list[Region]:
    """One region for each line. `headings` holds what each line says as a heading, None for running text."""
    state = _State()
    regions: list[Region] = []
    for n, (line, heading) in enumerate(zip(lines, headings, strict=True)):
        label = heading
        if label is not None and label.role is Role.RIGHTS and not _leads_to_rights(lines, headings, n, lexicon):
            label = label._replace(role=Role.OTHER)
        if _signs_off(line, lexicon):
            label = None
        region = _set_apart(state, line, label, lexicon)
        if region is None:
            region = _of_text(state, line, lexicon) if label is None else _after_heading(state, label, line, lexicon)
        regions.append(region)
    return regions


def _set_apart(state: _State, line: Line, label: Label | None, lexicon: Lexicon) -> Region | None:
    """The region of a block that the layout sets apart; None where its words must tell, as in a block only set in."""
    region = _of_layer(line, lexicon)
    state.indented = (
        region is Region.QUOTATION
        and state.region is Region.RESPONSE
        and state.announced is None
        and (_heads_a_part(label) or _argues(line, lexicon) or (state.indented and not is_quoted(line)))
    )
    if state.indented or (region is Region.QUOTATION and _boxes_rights(state, line, lexicon)):
        return None
    if region is Region.QUOTATION and Region.REQUEST in (state.region, state.announced):
        state.fresh = False  # the layout ends it: what follows must ask in its own words
        return Region.REQUEST
    return region


def _heads_a_part(label: Label | None) -> bool:
    return label is not None and label.part is not None


def _argues(line: Line, lexicon: Lexicon) -> bool:
    """Whether an indented block is the authority's own argument: it has a label of the test, or strikes the balance."""
    if is_quoted(line) or not line.sentences or not APPLICANT.isdisjoint(line.tokens):
        return False
    found = run_in.find(line, lexicon, ())
    return (found is not None and found[1].part is not None) or any(
        lexicon.says("strikes-balance", sentence) for sentence in line.sentences
    )


def _boxes_rights(state: _State, line: Line, lexicon: Lexicon) -> bool:
    """Whether a block is only set in to tell the rights: "Not content? Ask for an internal review within …"."""
    if is_quoted(line) or not ASKING_US.isdisjoint(line.tokens):
        return False
    rights = state.region is Region.RIGHTS or (state.region is Region.RESPONSE and state.announced is None)
    return rights and bool(line.mask & lexicon.mask("rights-cue", "door"))


YOURS = 6  # tokens in which "your request" proves to be one for a review
ASKING_US = frozenset(("i", "my", "me", "please"))  # what applicants say of themselves, and ask


def _leads_to_rights(lines: Sequence[Line], headings: Sequence[Label | None], at: int, lexicon: Lexicon) -> bool:
    """Whether what follows a heading really is about complaining ("Complaints about taxis" may be the request, or the
    title of a page).
    """
    if not any(line.tokens and line.block.layer is Layer.BODY for line in lines[:at]):
        return False
    below = (
        line
        for line, heading in zip(lines[at + 1 :], headings[at + 1 :], strict=True)
        if heading is None and line.tokens
    )
    first = next(below, None)
    if first is None:
        return True
    for_review = any(mask & lexicon.bits["rights-cue"] for mask in first.masks[:YOURS])
    if _greets(first, lexicon) or (first.tokens[:2] == ["your", "request"] and not for_review):
        return False  # the subject of a letter, "Taxi complaints"
    bits = lexicon.bits
    section = takewhile(lambda line: not headings[line.index], lines[at + 1 :])
    if any(s.mask & bits["withheld"] and s.mask & bits["section-word"] for line in section for s in line.sentences):
        return False
    told = bits["rights-cue"] | bits["rights-word"]
    if any(s.mask & told and s.mask & bits["may-complain"] for s in first.sentences):
        return True
    return not first.mask & (bits["letter-cue"] | bits["you-asked"] | bits["refusal-word"])


def _of_layer(line: Line, lexicon: Lexicon) -> Region | None:
    layer = line.block.layer
    if layer is Layer.FURNITURE:
        return Region.FURNITURE
    if layer in (Layer.HEADER, Layer.FOOTER):
        return Region.RIGHTS if line.mask & lexicon.bits["rights-cue"] else Region.FURNITURE
    if _lists_links(line) and not line.mask & lexicon.mask("rights-cue", "commissioner-word"):
        return Region.FURNITURE
    return Region.QUOTATION if layer is Layer.QUOTED else None


def _lists_links(line: Line) -> bool:
    """Whether a block is a bar of links: "Contact us | Terms | Sections 12 and 14 explained"."""
    if line.folded.count(" | ") < FEW_LINKS:
        return False
    links = line.folded.split(" | ")
    return all(len(link.split()) <= LINK for link in links)


def _after_heading(state: _State, heading: Label, line: Line, lexicon: Lexicon) -> Region:
    state.quoting = 0
    state.announced, state.fresh = None, False
    state.signing = 0 if line.block.level or line.mask & lexicon.bits["annex-cue"] else state.signing - 1
    if state.signing > 0 and heading.role is Role.PART:
        return Region.FURNITURE  # "For the Council", below a signature
    if (line.mask & lexicon.bits["page-label"] and len(line.tokens) <= 6) or line.tokens in FILES:
        state.region = Region.FURNITURE
        return Region.FURNITURE
    if heading.role is Role.RIGHTS:
        state.region = Region.RIGHTS
    elif state.closed and heading.role in (Role.OTHER, Role.REQUEST) and not _is_appended(line, lexicon):
        return Region.RIGHTS
    elif heading.role is Role.REQUEST and not (state.responded and _is_number(line)):
        state.region = Region.REQUEST
        state.announced, state.fresh = Region.REQUEST, True
    elif not (state.region is Region.RIGHTS and heading.role is Role.OTHER and line.mask & lexicon.bits["rights-cue"]):
        state.region = Region.RESPONSE
    state.responded = state.responded or heading.role is Role.RESPONSE
    return Region.RIGHTS if state.region is Region.RIGHTS else Region.RESPONSE


def _is_appended(line: Line, lexicon: Lexicon) -> bool:
    """Whether a heading below the signature opens an annex, or the schedule of what is withheld."""
    return bool(line.mask & lexicon.mask("annex-cue", "schedule-cue"))


def _greets(line: Line, lexicon: Lexicon) -> bool:
    """Whether a block is a salutation: "Dear Ms Hall", "Hello"."""
    return any(mask & lexicon.bits["letter-opens"] for mask in line.masks[:1])


def _signs_off(line: Line, lexicon: Lexicon) -> bool:
    """Whether a block is "Yours sincerely", however it looks."""
    return bool(line.mask & lexicon.bits["closing"]) and len(line.tokens) <= 6


def _is_number(line: Line) -> bool:
    """Whether a heading is no more than "Question 2", or opens with that and a colon: after the response has begun, its
    answer follows.
    """
    colon = line.tokens.index(":") if ":" in line.tokens else 0
    opening = line.tokens if len(line.tokens) <= BRIEF else line.tokens[:colon]
    return len(opening) <= BRIEF and any(token[0].isdigit() or token in NUMBERS for token in opening)


BRIEF = 6  # tokens of "Questions 2 and 3"
FILES = (["files"], ["downloads"])
FEW_LINKS = 2
LINK = 6  # words
NUMBERS = frozenset(["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"])


def _of_text(state: _State, line: Line, lexicon: Lexicon) -> Region:
    """The region of a block of running text; the state moves on."""
    if _signs_off(line, lexicon):
        state.closed = True
        state.signing = SIGNATURE
        state.region = Region.RIGHTS
    if state.region is Region.FURNITURE:
        return Region.FURNITURE
    if state.quoting and state.announced is not None:
        state.quoting = 0 if _closes(line) else state.quoting - 1
        return state.announced
    if state.region is Region.RIGHTS and not (state.responded or state.closed) and answers(line, lexicon):
        state.region = Region.RESPONSE  # no rights are told before the answer: that heading was of something else
    if state.closed and (_is_note(line) or _is_entry(line, lexicon)):
        return Region.RESPONSE
    if state.region is Region.RIGHTS or _tells_rights(line, lexicon):
        return Region.RIGHTS
    if _greets(line, lexicon):
        state.region, state.announced = Region.RESPONSE, None
    region = _announced(state, line, lexicon)
    if region is Region.RESPONSE:
        state.responded = state.responded or answers(line, lexicon)
        state.announced = _announces(line, lexicon)
    state.fresh = region is Region.RESPONSE and state.announced is not None
    if region is not Region.RESPONSE and _opens(line):
        state.announced = region
        state.quoting = LONGEST_QUOTATION
    return region


def _is_note(line: Line) -> bool:
    """Whether a block below the signature is a note to the text: "[1] The exemption is that in section 42(1)."."""
    return (
        line.tokens[:1] == ["["] and line.tokens[1:2] != [] and line.tokens[1].isdigit() and line.tokens[2:3] == ["]"]
    )


def _is_entry(line: Line, lexicon: Lexicon) -> bool:
    """Whether a block is the cell of a table that names a provision: "Exemption relied on" | "section 43(2)"."""
    return line.block.cell is not None and bool(line.mask & lexicon.mask("section-word", "regulation-word"))


def _announced(state: _State, line: Line, lexicon: Lexicon) -> Region:
    """Whether a block is what the heading or lead-in above it announced."""
    if state.region is Region.REQUEST:
        if not answers(line, lexicon):
            return Region.REQUEST
        state.region = Region.RESPONSE
        state.responded = True
        return Region.RESPONSE
    if state.announced is Region.REQUEST and not answers(line, lexicon) and (state.fresh or asks(line, lexicon)):
        return Region.REQUEST
    if (line.block.stands_out or line.block.marker) and _puts_questions(line):
        opens_asking = line.sentences[0].tokens[-1][0] == line.tokens[-1][0] == "?"
        first = line.sentences[0]  # "What speaks for release? Residents would see", "What speaks against?"
        argues = labels.read(first, (), lexicon).part or first.mask & lexicon.mask("against", "favour")
        if opens_asking or not (argues or answers(line, lexicon)):
            return Region.REQUEST
    if state.announced is Region.QUOTATION and (line.block.marker or is_quoted(line) or line.tokens[:1] == ["("]):
        return Region.QUOTATION
    return Region.QUOTATION if is_quoted(line) else Region.RESPONSE


def _puts_questions(line: Line) -> bool:
    """Whether a block asks, and does not go on to answer: "What if it were released? Plans would …" does."""
    asked = [sentence.tokens[-1][0] == "?" for sentence in line.sentences]
    return any(asked) and 2 * sum(asked) + 1 >= len(asked)


def _announces(line: Line, lexicon: Lexicon) -> Region | None:
    """What a lead-in that ends with a colon announces for the blocks below it."""
    bits = lexicon.bits
    if not line.tokens or line.tokens[-1] != ":":
        return None
    last = line.sentences[-1].mask
    if last & bits["you-asked"] and not last & bits["refusal-word"]:
        return Region.REQUEST
    return (
        Region.QUOTATION
        if last & bits["recital"] and last & bits["section-word"] and not last & bits["our-voice"]
        else None
    )


def _tells_rights(line: Line, lexicon: Lexicon) -> bool:
    """Whether a paragraph without a heading tells the applicant how to complain."""
    bits = lexicon.bits
    if line.mask & bits["refusal-word"]:
        return False
    asked = 0  # whether the sentence before asks: "Not happy with this reply? Write to …"
    for sentence in line.sentences:
        if (sentence.mask | asked) & bits["complains"] and sentence.mask & bits["may-complain"]:
            return True
        asked = sentence.mask if sentence.tokens[-1] == "?" else 0
    return False


def _opens(line: Line) -> bool:
    """Whether a block opens a quotation and leaves it open."""
    marks = line.folded.count('"')
    return marks % 2 == 1 and line.folded.lstrip()[:1] == '"'


def _closes(line: Line) -> bool:
    return line.folded.count('"') % 2 == 1
