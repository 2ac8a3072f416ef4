"""What a draft says besides what it relies on: read once, though what is relied on may be weighed twice."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from foilint.document import Span
from foilint.law import Law
from foilint.notice import Disclaimer, Region, Told
from foilint.recognise import admissions, disclaimers, kinds, ncnd, outline, particulars, siblings, whole
from foilint.recognise.draft import Draft, Eyes
from foilint.recognise.lexicon import Lexicon
from foilint.recognise.outline import Piece
from foilint.recognise.overheard import overheard
from foilint.recognise.spoken import near
from foilint.recognise.words import Line, Sentence
from foilint.values import NamedTuple

LONGEST_NAME = 8  # tokens
NEAR = 8  # tokens between what is attached and what it holds
EXTENDS = 0.2  # how probably a notice puts the public interest test off (FOIA s.17(2)); few do
MAY_EXTEND = 0.005  # ... where words say so


class Besides(NamedTuple):
    """What a draft says, whichever exemptions it relies on."""

    pieces: tuple[Piece, ...]
    statements: tuple[Sentence, ...]  # that it is neither confirmed nor denied
    of_a_part: bool  # whether those leave a part of the request out
    refusals: tuple[Sentence, ...]
    extends: bool  # whether the public interest is most probably yet to be weighed ...
    may_extend: bool  # ... or words say so, and it may be
    weighed_later: frozenset[Span]  # what puts the public interest off
    disclaimers: tuple[Disclaimer, ...]
    not_held: tuple[Span, ...]
    admissions: tuple[Span, ...]
    taken_back: tuple[Span, ...]  # of those, what the next words take back
    alternative: bool
    elsewhere: Span | None
    misnamed: tuple[Span, ...]
    told: Told


def besides(draft: Draft, law: Law, sight: Eyes, signs: Sequence[str], *, silent: bool) -> Besides:
    """What a draft under `law` says besides what it relies on; `silent`: that is reason not to say what is held.

    `signs` are what `whole` knows it by.
    """
    lexicon, lines, regions = sight.lexicon, draft.lines, draft.regions
    bits = lexicon.bits
    headed = [is_heading and not _speaks(line, lexicon) for line, is_heading in zip(lines, draft.headed, strict=True)]

    def holding(wanted: str, unwanted: int = 0) -> list[Sentence]:
        return kinds.sentences_with(lines, regions, headed, bits[wanted], unwanted)

    responding = [region is Region.RESPONSE for region in regions]
    pieces = tuple(outline.pieces(lines, draft.headings, draft.cites, responding, lexicon))
    statements = ncnd.statements(lines, regions, headed, lexicon)
    if silent and not statements:
        told = (
            s for s in kinds.spoken(lines, regions, headed) if not s.mask & bits["public-interest"]
        )  # a test argues
        statements = [said] if (said := overheard("statement", told, lexicon)) else []
    admitted = admissions.admissions(lines, regions, headed, statements, lexicon)
    extends = whole.surely("extends", signs)
    return Besides(
        pieces=siblings.solve(pieces, draft.cites, lexicon),
        statements=tuple(statements),
        of_a_part=admissions.is_of_a_part(statements, lines, regions, headed, lexicon),
        refusals=tuple(s for s in holding("refusal-word", bits["not-refusing"]) if s.tokens[0] != "if"),
        extends=extends > EXTENDS,
        may_extend=extends > MAY_EXTEND and kinds.asks_more_time(lines, regions, lexicon),
        weighed_later=frozenset(sentence.span for sentence in kinds.weighed_later(lines, regions, lexicon)),
        disclaimers=tuple(disclaimers.disclaimers(lines, regions, headed, lexicon)),
        not_held=tuple(
            s.span for s in (*holding("not-held"), *_have_not(kinds.spoken(lines, regions, headed), lexicon))
        ),
        admissions=tuple(s.span for s in admitted),
        taken_back=tuple(s.span for s in admissions.taken_back(admitted, statements, lexicon)),
        alternative=bool(holding("alternative")),
        elsewhere=_elsewhere(draft, lexicon),
        misnamed=_misnamed(draft, sight),
        told=particulars.recognise(lines, regions, law, lexicon),
    )


def _speaks(line: Line, lexicon: Lexicon) -> bool:
    """Whether a line that stands out like a heading is a sentence of ours: "**We do not hold this information.**"."""
    return line.tokens[-1] == "." and bool(line.mask & lexicon.mask("our-voice"))


def _have_not(sentences: Iterable[Sentence], lexicon: Lexicon) -> Iterator[Sentence]:
    """The sentences that answer "we do not" to what the one before asks: "… whether we hold it. We do not."."""
    for before, sentence in pairwise(sentences):
        short = len(sentence.tokens) <= SHORT and sentence.mask & lexicon.mask("our-voice", "not")
        if short and sentence.tokens[-3:-1] in DENYING and before.mask & lexicon.mask("held-plainly"):
            yield sentence


SHORT = 7  # tokens
DENYING = (["do", "not"], ["does", "not"], ["we", "don't"])


def _elsewhere(draft: Draft, lexicon: Lexicon) -> Span | None:
    """Where the notice says that its test stands in another file."""
    bits = lexicon.bits
    for sentence in kinds.sentences_with(
        draft.lines, draft.regions, draft.headed, bits["attached"], bits["below-here"]
    ):
        about = sentence.mask & (bits["public-interest"] | bits["harm-label"])
        here = "this" in sentence.tokens[:1]  # "This annex contains the test"
        tested = bits["test-word"] | bits["harm-label"] | bits["factor"] | bits["public-interest"]
        if about and not here and _stands_by(sentence, bits["attached"], tested, bits["shut"]):
            return sentence.span
    return None


def _stands_by(sentence: Sentence, attached: int, tested: int, shut: int) -> bool:
    """Whether what is attached is a test: "the test is attached", but not "the incident annex … in the interest", nor
    what is withheld: "the public interest favours withholding annex C".
    """
    places = (at for at, mask in sentence.hits if mask & attached)
    return any(near(sentence, tested, at - NEAR, at + NEAR) and not near(sentence, shut, at - 2, at) for at in places)


def _name_end(line: Line, at: int) -> int:
    """The token after the name of an instrument: its year, else its last word that says what it is."""
    tokens = line.tokens[at : at + LONGEST_NAME]
    year = next((n for n, token in enumerate(tokens) if token.isdigit() and len(token) == len("2004")), len(tokens) - 1)
    return at + year + 1


def _misnamed(draft: Draft, sight: Eyes) -> tuple[Span, ...]:
    """Where the authority calls an instrument by a wrong name."""
    found = []
    for line, region in zip(draft.lines, draft.regions, strict=True):
        if region in (Region.REQUEST, Region.QUOTATION) or not line.mask & sight.shelf.any_misnamed:
            continue
        for at, mask in enumerate(line.masks):
            if mask & sight.shelf.any_misnamed:
                found.append(line.span(at, _name_end(line, at)))
    return tuple(found)
