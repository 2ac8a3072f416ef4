"""What the authority itself says in a notice: the lines in its own voice, and which of them tell of rights."""

from collections.abc import Callable, Iterator, Sequence

from foilint.document import Layer, Span
from foilint.notice import Region
from foilint.recognise.lexicon import Lexicon
from foilint.recognise.words import Line, Sentence
from foilint.values import NamedTuple

LONGEST_HEADING = 9
ANSWERING = frozenset((Region.RESPONSE, Region.RIGHTS))

ASKED_WITHIN = 9  # tokens
ASKED = frozenset(("asked", "requested", "wanted", "sought"))
WANTED = (("you", "want"), ("you", "would"))

LETTERHEAD = frozenset((Layer.HEADER, Layer.FOOTER))

Judge = Callable[[Sentence], Span | None]


class Spoken(NamedTuple):
    """The lines in the authority's own voice, and the ideas that tell what they say."""

    lines: tuple[Line, ...]
    rights: frozenset[int]  # the blocks that tell of the complaint rights
    lexicon: Lexicon

    def sentences(self, ideas: int) -> Iterator[Sentence]:
        """The sentences that hold any of the ideas."""
        for line in self.lines:
            if line.mask & ideas:
                for sentence in line.sentences:
                    if sentence.mask & ideas:
                        yield sentence

    def answering(self, ideas: int) -> Iterator[Sentence]:
        """The same, of the answer alone and not of the complaint rights."""
        for line in self.lines:
            if line.mask & ideas and line.index not in self.rights:
                for sentence in line.sentences:
                    if sentence.mask & ideas:
                        yield sentence

    def everything(self) -> Iterator[Sentence]:
        """All its sentences."""
        for line in self.lines:
            yield from line.sentences

    def answer(self) -> Iterator[Sentence]:
        """The sentences that are not about the complaint rights."""
        for line in self.lines:
            if line.index not in self.rights:
                yield from line.sentences

    def says(self, statement: str, sentences: Iterator[Sentence]) -> Span | None:
        """Where one of some sentences makes a statement."""
        for sentence in sentences:
            if found := self.lexicon.says(statement, sentence):
                return sentence.line.span(*found)
        return None

    def is_right(self, sentence: Sentence) -> bool:
        """Whether a sentence stands among the complaint rights."""
        return sentence.line.index in self.rights


def tells_what_was_asked(sentence: Sentence) -> bool:
    """Whether it begins by telling of the request: "By your letter of 2 October you asked for …"."""
    tokens = sentence.tokens
    for at, word in enumerate(tokens[:ASKED_WITHIN]):
        if word == "you":
            verb = at + 2 if tokens[at + 1 : at + 2] in (["had"], ["have"], ["also"]) else at + 1
            if not ASKED.isdisjoint(tokens[verb : verb + 1]):
                return True
    return tuple(tokens[:2]) in WANTED


def spoken(lines: Sequence[Line], regions: Sequence[Region], lexicon: Lexicon) -> Spoken:
    """The lines of a notice that are neither the applicant's words nor quoted nor furniture, and its letterhead."""
    own = tuple(
        line
        for line, region in zip(lines, regions, strict=True)
        if region in ANSWERING or line.block.layer in LETTERHEAD
    )
    rights = {line.index for line in own if regions[line.index] is Region.RIGHTS}
    return Spoken(own, frozenset(rights | _headed(own, lexicon)), lexicon)


def _headed(own: Sequence[Line], lexicon: Lexicon) -> set[int]:
    """The blocks under a heading that announces the complaint rights, in the latter half of a notice."""
    announces, closing = lexicon.mask("rights-heading"), lexicon.mask("letter-closes")
    headed: set[int] = set()
    under = False
    for line in own[len(own) // 2 :]:
        if line.masks and line.masks[0] & closing:
            under = False
        elif is_heading(line):
            under = bool(line.mask & announces) or (under and not line.block.level)
        elif under:
            headed.add(line.index)
    return headed


def first(sentences: Iterator[Sentence], judge: Judge) -> Span | None:
    """The first span that a judge finds in some sentences."""
    return next((span for span in map(judge, sentences) if span), None)


def is_heading(line: Line) -> bool:
    """Whether a line only announces what follows: a few words that end without a stop and tell no address or number."""
    tokens = line.tokens
    if not tokens or line.block.level:
        return True
    return len(tokens) <= LONGEST_HEADING and tokens[-1].isalpha() and all(t.isalpha() or t in "-&/,'" for t in tokens)


def near(sentence: Sentence, ideas: int, start: int, end: int) -> bool:
    """Whether any of the ideas stands at tokens `start` to `end` (not included) of the line, within the sentence."""
    if not sentence.mask & ideas:
        return False
    return any(mask & ideas for at, mask in sentence.hits if start <= at < end)
