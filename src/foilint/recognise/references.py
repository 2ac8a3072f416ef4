"""Reference numbers: whether a letter gives one request two of them.

A reference is told by its label ("Our ref", "please quote"), by brackets in a subject line or by a line of its own at
the head of the letter. Another one of the same make is a slip, unless the sentence speaks of another request.
"""

from collections.abc import Iterator, Sequence

from foilint.document import Layer, Span
from foilint.notice import Region, Slip
from foilint.recognise.codes import FIGURES, candidates
from foilint.recognise.lexicon import Lexicon
from foilint.recognise.spoken import Spoken, is_heading, near
from foilint.recognise.words import Line, Sentence
from foilint.values import NamedTuple

LABEL_REACH = 40  # characters between a label and its reference
SUBJECT = 30  # tokens of a subject line
SLIPS = 2  # digits
QUOTED = 6  # words between "please quote" and the reference
BORNE = 9  # words between a thing and the number that it bears
HEAD = 4  # blocks at the head of a letter where a reference may stand without a label
CALLED = frozenset(("our", "the", "reference", "ref", "case", "request", "number", "no", ".", ":"))
OUTSIDE = frozenset((Region.REQUEST, Region.QUOTATION))


class Code(NamedTuple):
    """A reference as it stands, with the groups of letters and digits that make it comparable."""

    span: Span
    words: str
    groups: tuple[str, ...]
    labelled: bool
    line: Line

    @property
    def sentence(self) -> Sentence:
        """The sentence that gives it."""
        spans = ((sentence, sentence.span) for sentence in self.line.sentences)
        return next((s for s, span in spans if span.start <= self.span.start < span.end), self.line.whole)

    @property
    def token(self) -> int:
        """The first token of it in its line."""
        starts = (
            at for at in range(self.sentence.start, self.sentence.end) if self.line.start_of(at) >= self.span.start
        )
        return next(starts, self.sentence.end)

    def is_like(self, other: "Code") -> bool:
        """Whether the two are of one make: the same letters, and as many digits in as many groups."""
        return len(self.groups) == len(other.groups) and all(
            len(a) == len(b) if a.isdigit() and b.isdigit() else a == b
            for a, b in zip(self.groups, other.groups, strict=True)
        )

    def is_misspelt(self, other: "Code") -> bool:
        """Whether the two differ in no more digits than a slip of the hand would change."""
        pairs = zip("".join(self.groups), "".join(other.groups), strict=False)
        return sum(a != b for a, b in pairs) <= SLIPS

    def is_same(self, other: "Code") -> bool:
        """Whether one is the other, or its last part."""
        short, long = sorted((self.groups, other.groups), key=len)
        return short == long[len(long) - len(short) :]


def mismatched(lines: Sequence[Line], regions: Sequence[Region], spoken: Spoken) -> tuple[Slip, ...]:
    """The references that differ from the letter's own, the first that it gives."""
    lexicon = spoken.lexicon
    if any(line.mask & lexicon.mask("several-requests") for line in spoken.lines):
        return ()
    voiced = [
        line
        for line, region in zip(lines, regions, strict=True)
        if region not in OUTSIDE and line.block.layer not in (Layer.FURNITURE, Layer.QUOTED) and line.paragraph.figured
    ]
    label, noun = lexicon.mask("ref-label"), lexicon.mask("request-noun")
    head = _head(lines) | _beside_labels(lines, label)
    telling = [
        line
        for line in voiced
        if line.mask & label or line.index in head or "[" in line.folded or _numbers_request(line, noun)
    ]
    known = {line.index: tuple(_codes(line, label, noun, head)) for line in telling}
    other = lexicon.mask("other-request")
    labelled = [c for codes in known.values() for c in codes if c.labelled]
    at_the_head = next((c for c in labelled if c.line.index in head), None)  # "Internal review reference: …", say
    first = next((c for c in labelled if not c.sentence.mask & other), None)
    if first is None or _is_ours(first):
        first = at_the_head or first
    if first is None:
        return ()
    prefix = first.groups[0].lower()
    if prefix.isalpha():  # it is known again without a label
        rest = (line for line in voiced if prefix in line.folded and line.index not in known)
        known.update({line.index: tuple(_codes(line, label, noun, head)) for line in rest})
    codes = [code for at in sorted(known) for code in known[at]]
    own = [code for code in codes if _share_a_row(code, first)]
    elsewhere = _under_other_requests(lines, lexicon.mask("other-requests"))
    return tuple(
        Slip(code.span, first.words)
        for code in codes
        if not any(code.is_same(each) for each in own)
        and (not code.sentence.mask & other or _is_of_yours(code) or _is_quoted_as_ours(code, lexicon))
        and code.line.index not in elsewhere
        and (
            _is_to_be_quoted(code, codes, lexicon)
            or (
                code.is_like(first)
                and not _is_of_another_thing(code, lexicon)
                and (_refers(code, first) or _is_quoted_as_ours(code, lexicon))
            )
        )
    )


def _head(lines: Sequence[Line]) -> frozenset[int]:
    """The first blocks; of a letter on a page of a site, those of the letter."""
    inside = [line for line in lines if line.block.layer is not Layer.FURNITURE]
    is_letter = any(line.tokens[:1] == ["dear"] for line in inside[: 3 * HEAD])
    return frozenset(line.index for line in (inside if is_letter else lines)[:HEAD])


def _beside_labels(lines: Sequence[Line], label: int) -> frozenset[int]:
    """The cells of a letterhead's table that stand beside "Our ref"."""
    opens = next((line.index for line in lines if line.tokens[:1] == ["dear"]), 0)
    found, labelled = set(), set()
    for line in lines[:opens]:
        if (cell := line.block.cell) is not None:
            if (cell.table, cell.row, cell.column) in labelled:
                found.add(line.index)
            if line.mask & label:
                labelled.add((cell.table, cell.row, cell.column + 1))
    return frozenset(found)


def _refers(code: Code, first: Code) -> bool:
    """Whether a reference is told by a label, or is the first one but for a slip of the hand."""
    return code.labelled or (code.groups[0].isalpha() and code.is_misspelt(first))


def _is_of_yours(code: Code) -> bool:
    """Whether it directly follows "your request", whatever else its sentence is about: a complaint, say."""
    before = [token for token in code.line.tokens[code.sentence.start : code.token] if token.isalpha()]
    return before[-2:] == ["your", "request"]


def _is_ours(code: Code) -> bool:
    """Whether it directly follows "our reference": it is the one at the head, whatever that is called."""
    return code.line.tokens[code.token - 2 : code.token] in (["our", "reference"], ["our", "ref"])


def _is_quoted_as_ours(code: Code, lexicon: Lexicon) -> bool:
    """Whether it is to be quoted, whatever else its sentence is about: "say what you asked for, and quote FOI/12"."""
    at = code.token - 1
    while at > code.sentence.start and code.line.tokens[at] in CALLED:
        at -= 1
    return at >= code.sentence.start and bool(code.line.masks[at] & lexicon.mask("to-quote"))


def _is_to_be_quoted(code: Code, codes: Sequence[Code], lexicon: Lexicon) -> bool:
    """Whether the applicant is to quote it in a reply, of whatever make it is, and nothing before it bears it."""
    sentence, at = code.sentence, code.token
    quoted = near(sentence, lexicon.mask("to-quote"), at - QUOTED, at) and code.labelled
    if not quoted or not sentence.mask & lexicon.mask("in-a-reply") or _is_of_another_thing(code, lexicon):
        return False
    return not any(code.is_same(each) for each in codes if each.span.block < code.span.block)


def _is_of_another_thing(code: Code, lexicon: Lexicon) -> bool:
    """Whether something else than a request bears it ("the tender was advertised under reference TV 2210"), or several
    requests do: "our LO/FOI/1 to LO/FOI/18".
    """
    sentence, at = code.sentence, code.token
    if code.line.tokens[at - 1 : at] == ["to"]:
        return True
    if near(sentence, lexicon.mask("request-noun"), sentence.start, at):
        return False
    return near(sentence, lexicon.mask("numbered-thing"), at - BORNE, at)


def _under_other_requests(lines: Sequence[Line], others: int) -> frozenset[int]:
    """The blocks under a heading like "Previous requests", which is about what else was asked."""
    found: set[int] = set()
    under = False
    for line in lines:
        if is_heading(line) and line.tokens:
            under = bool(line.mask & others)
        elif under:
            found.add(line.index)
    return frozenset(found)


def _share_a_row(code: Code, first: Code) -> bool:
    """Whether a reference stands beside the first one: "Our refs: FOI/1234 and FOI/1235"."""
    between = first.line.block.text[first.span.end : code.span.start]  # either may itself be wrapped
    return code.span.block == first.span.block and "\n" not in between and code.span >= first.span


def _codes(line: Line, label: int, noun: int, heads: frozenset[int]) -> Iterator[Code]:
    """The references in a line, and whether each has a label, or stands as one does at the head of the letter."""
    text = line.block.text
    head = line.index in heads
    found = list(candidates(text))
    if not found:
        return
    ends = _ends_of(line, label)
    nouns = _ends_of(line, noun)
    for start, words, groups in found:
        end = start + len(words)
        labelled = any(0 <= start - after <= LABEL_REACH and _leads(text[after:start]) for after in ends) or any(
            start > after and not text[after:start].replace("for information", "").strip(" :#(,") for after in nouns
        )
        bracketed = text[start - 1 : start] in ("[", "(") and text[end : end + 1] in ("]", ")")
        alone = (
            head and text[text.rfind("\n", 0, start) + 1 : start].strip() == "" and text[end : end + 1] in ("", "\n")
        )
        yield Code(
            Span(line.index, start, end),
            " ".join(words.split()),
            groups,
            labelled or alone or (bracketed and groups[0].isalpha() and len(line.tokens) <= SUBJECT),
            line,
        )


def _numbers_request(line: Line, noun: int) -> bool:
    """Whether figures follow the word: "your request 5583/26"."""
    if not line.mask & noun:
        return False
    nexts = zip(line.masks, line.tokens[1:], strict=False)
    return any(mask & noun and token[0] in FIGURES for mask, token in nexts)


def _ends_of(line: Line, idea: int) -> list[int]:
    """Where each word of an idea ends in the line's text."""
    if not line.mask & idea:
        return []
    return [line.start_of(at) + len(line.tokens[at]) for at, mask in enumerate(line.masks) if mask & idea]


def _leads(between: str) -> bool:
    """Whether the words between a label and a reference lead from one to the other."""
    return "\n" not in between.strip() and FIGURES.isdisjoint(between) and ". " not in between.removeprefix(".")
