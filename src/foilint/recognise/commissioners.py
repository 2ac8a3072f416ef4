"""Where a notice tells of the right to go to the Commissioner of its law, or sends people to that of another."""

from collections.abc import Iterator, Sequence

from foilint.document import Span
from foilint.functional import cache
from foilint.law import Law
from foilint.recognise.lexicon import Lexicon
from foilint.recognise.spoken import Spoken, near
from foilint.recognise.words import Line, Sentence
from foilint.values import NamedTuple
from foilint.wording import TOKEN

ARGUED = 4  # words beside the Commissioner's name within which "guidance" or "has held" makes it an argument
REACH = 14  # words between "apply" or "complain" and the Commissioner


class Route(NamedTuple):
    """The ways to a Commissioner that a notice shows: to that of its law, and to that of another."""

    own: Span | None
    stranger: Span | None


def route(spoken: Spoken, law: Law, review: Span | None) -> Route:
    """Where it tells of the right to go to the Commissioner; a Commissioner who is only argued with does not count.

    `review` is where it offers a review: what follows it at once speaks of the same.
    """
    mentions = [
        each
        for sentence in spoken.sentences(spoken.lexicon.mask("commissioner-word"))
        for each in _mentions(sentence, law)
    ]
    ways = [each for each in mentions if _is_way(each, spoken, review)]
    bare = _whom_bare(mentions, spoken.lexicon)
    whose = [(bare if each.own is None else each.own, each.span) for each in ways]
    return Route(
        own=next((span for own, span in whose if own is True), None),
        stranger=next((span for own, span in whose if own is False), None),
    )


def names_another(lines: Sequence[Line], law: Law, lexicon: Lexicon) -> bool:
    """Whether some lines name a Commissioner who is not that of a law."""
    told = (line for line in lines if line.mask & lexicon.mask("commissioner-word"))
    return any(each.own is False for line in told for sentence in line.sentences for each in _mentions(sentence, law))


def _whom_bare(mentions: Sequence["Mention"], lexicon: Lexicon) -> bool | None:
    """Whom "the Commissioner" means: the one that is named elsewhere; where none is, that of the law at hand."""
    known = {each.own for each in mentions} - {None}
    if known:
        return known.pop() if len(known) == 1 else True
    alone = all(each.end - each.start == 1 and not _is_of_another_kind(each, lexicon) for each in mentions)
    return True if alone else None


def _is_of_another_kind(mention: "Mention", lexicon: Lexicon) -> bool:
    """Whether it is the Police and Crime Commissioner, or another who hears no appeals about information."""
    return near(mention.sentence, lexicon.mask("commissioner-kind"), mention.start - 3, mention.start)


class Mention(NamedTuple):
    """A Commissioner named at tokens `start` to `end`. `own` is None where "Commissioner" alone does not tell which."""

    sentence: Sentence
    start: int
    end: int
    own: bool | None

    @property
    def span(self) -> Span:
        """The words that name the Commissioner."""
        return self.sentence.line.span(self.start, self.end)


def _mentions(sentence: Sentence, law: Law) -> Iterator[Mention]:
    tokens = [token.removesuffix("'s") for token in sentence.line.tokens[sentence.start : sentence.end]]
    names = _names(law)
    at = 0
    while at < len(tokens):
        for name, own in names.get(tokens[at], ()):
            if tuple(tokens[at : at + len(name)]) == name:
                yield Mention(sentence, sentence.start + at, sentence.start + at + len(name), own)
                at += len(name)
                break
        else:
            at += 1


@cache
def _names(law: Law) -> dict[str, list[tuple[tuple[str, ...], bool | None]]]:
    """How this law's Commissioner, those of others and the bare one are called, by first word, the longest first."""
    named = [(name, True) for name in law.particulars.commissioners]
    named += [(name, False) for name in law.particulars.strangers]
    cut = [(tuple(token.removesuffix("'s") for token in TOKEN.findall(name)), own) for name, own in named]
    known = {name for name, _ in cut}
    generic = [(name, None) for name in (("information", "commissioner"), ("commissioner",)) if name not in known]
    names: dict[str, list[tuple[tuple[str, ...], bool | None]]] = {}
    for each in sorted((*cut, *generic), key=lambda each: -len(each[0])):
        names.setdefault(each[0][0], []).append(each)
    return names


def _is_way(mention: Mention, spoken: Spoken, review: Span | None) -> bool:
    """Whether the applicant is told to go there, not only what that Commissioner has said."""
    lexicon, sentence = spoken.lexicon, mention.sentence
    start = mention.start
    if _is_of_another_kind(mention, lexicon) or sentence.mask & lexicon.mask("of-another-day"):
        return False
    if near(sentence, lexicon.mask("door"), sentence.start, sentence.end):
        return True
    if _is_argued(mention, lexicon):
        return False
    goes = near(sentence, lexicon.mask("go-to"), start - REACH, start)
    if goes and (spoken.is_right(sentence) or sentence.mask & lexicon.mask("the-applicant", "offer")):
        return True
    if lexicon.says("commissioner-acts", sentence) and sentence.mask & lexicon.mask("the-applicant"):
        return True
    follows = review is not None and sentence.line.index - review.block in (0, 1)
    protests = sentence.line.mask & lexicon.mask("turned-away", "think-again", "internal-way")
    route = follows or protests or spoken.is_right(sentence)
    return bool(
        route and sentence.mask & lexicon.mask("the-applicant", "offer", "go-to", "complaint", "contact-detail")
    )


def _is_argued(mention: Mention, lexicon: Lexicon) -> bool:
    """Whether the Commissioner is there for what he has said: "the Commissioner's guidance", "as he has held"."""
    sentence, start, end = mention.sentence, mention.start, mention.end
    before, after = lexicon.mask("about-before"), lexicon.mask("about-commissioner")
    dotted = end + 1 < sentence.end and sentence.line.tokens[end] == "."  # "ico.org.uk"
    in_address = dotted and near(sentence, before, sentence.start, start)
    if in_address or near(sentence, before, start - ARGUED, start) or near(sentence, after, end, end + ARGUED):
        return True
    if sentence.mask & lexicon.mask("merely-read") and not sentence.mask & lexicon.mask(
        "complaint", "commissioner-does"
    ):
        return True
    owns = sentence.line.tokens[end - 1].endswith("'s") and end < sentence.end
    return owns and not sentence.line.masks[end] & lexicon.mask("other-way")
