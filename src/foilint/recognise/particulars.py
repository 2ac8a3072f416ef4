"""What the applicant is told beside the refusal itself: the Act, the routes of complaint, times, opinions, the cost.

Only the authority's own words count: what the applicant wrote, or a statute is quoted as saying, tells nobody anything.
Each particular is an idea that may be worded in many ways (schemas/wording/particulars.yaml); what a law asks for
stands in its own file.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from operator import itemgetter

from foilint.document import Layer, Span
from foilint.functional import cache
from foilint.law import Law, laws
from foilint.notice import Contact, Region, Told
from foilint.recognise import authorities, commissioners, costs, deadlines, references, residue, reviews, whole
from foilint.recognise.learned import surely
from foilint.recognise.lexicon import Lexicon
from foilint.recognise.overheard import overheard, span_of
from foilint.recognise.spoken import Spoken, first, near, spoken, tells_what_was_asked
from foilint.recognise.words import Line, Sentence
from foilint.wording import TOKEN, fold

REFERS_BACK = 20  # words before "she considers" in which she may be called the qualified person
MAY_LACK_REVIEW = 0.2  # how probably a notice tells of no review, for one to be looked for in vain ...
TELLS_REVIEW = 0.4  # how probably one sentence must tell of it then
LACKS_REVIEW = 0.9  # ... and for none to be looked for

Names = Mapping[str, Sequence[tuple[str, ...]]]
"""The names of a law, each as its words, by the word they begin with."""

ASIDES = frozenset(("(", ")", "foi"))  # "the Freedom of Information (FOI) Act"


def recognise(lines: Sequence[Line], regions: Sequence[Region], law: Law, lexicon: Lexicon) -> Told:
    """What a notice under `law` tells, from its lines and the region of each."""
    said = spoken(lines, regions, lexicon)
    no_review = reviews.none(said)
    review = reviews.offer(said) or (None if no_review else span_of(_likely_review(lines, regions, said)))
    route = commissioners.route(said, law, review)
    burden = costs.burden(said)
    advice = costs.advice(said) or (span_of(_likely_advice(said)) if burden else None)
    return Told(
        act=_act(_in_own_words(lines, regions, said), law),
        review=review,
        no_review=no_review,
        review_done=reviews.done(said),
        commissioner=route.own,
        stranger=route.stranger,
        more_time=deadlines.more_time(said),
        decision_date=deadlines.decision_date(said),
        completion_dates=tuple(deadlines.completion_dates(said)),
        qualified_person=_qualified_person(said),
        prejudice_level=_prejudice_level(said),
        burden=burden,
        estimate=costs.estimate(said),
        advice=advice,
        obsolete_contacts=tuple(_obsolete_contacts(said)),
        obsolete_periods=deadlines.obsolete_periods(said, law, route),
        placeholders=residue.placeholders(said._replace(lines=tuple(_told_to_you(lines, regions, said)))),
        references=references.mismatched(lines, regions, said),
        authorities=authorities.others(lines, regions, said),
        threat_levels=residue.threat_levels(said),
    )


def _likely_advice(said: Spoken) -> Sentence | None:
    """The sentence that most probably helps to narrow the request; what a search took is no help."""
    told = (s for s in said.answer() if SPENT.isdisjoint(s.tokens) or costs.time_in(s) is None)
    return overheard("advice", told, said.lexicon)


SPENT = frozenset(("took", "needed", "spent"))


def _likely_review(lines: Sequence[Line], regions: Sequence[Region], said: Spoken) -> Sentence | None:
    """The sentence that most probably tells how to have the decision looked at again: any, where the notice as a whole
    most probably tells it, and none, where it most probably does not.
    """
    lacks = whole.surely("lacks-review", whole.signs(lines, regions, said.lexicon))
    if lacks > MAY_LACK_REVIEW:
        return overheard("review", _to_us(said), said.lexicon) if lacks < LACKS_REVIEW else None
    likely = [(surely("review", sentence, said.lexicon), sentence) for sentence in _to_us(said)]
    surest, sentence = max(likely, key=itemgetter(0), default=(0.0, None))
    return sentence if surest > TELLS_REVIEW else None


def _to_us(said: Spoken) -> Iterator[Sentence]:
    """The sentences that do not speak of a Commissioner."""
    commissioner = said.lexicon.mask("commissioner-word")
    return (s for s in said.everything() if not s.mask & commissioner and s.tokens[0] != "[")


def _told_to_you(lines: Sequence[Line], regions: Sequence[Region], said: Spoken) -> Iterator[Line]:
    """What the authority says, with what it tells of the request in its place: "which you sent us on"."""
    own = {line.index for line in said.lines}
    for line, region in zip(lines, regions, strict=True):
        retold = region is Region.REQUEST and line.block.layer is Layer.BODY and not YOU.isdisjoint(line.tokens)
        if retold or line.index in own:
            yield line


YOU = frozenset(("you", "your"))


def _in_own_words(lines: Sequence[Line], regions: Sequence[Region], said: Spoken) -> Iterator[Line]:
    """What the authority says, then what it tells of the request: "You asked, under the Act, for …"."""
    yield from said.lines
    for line, region in zip(lines, regions, strict=True):
        if region is Region.REQUEST:
            yield line


def _act(lines: Iterable[Line], law: Law) -> Span | None:
    """Where the Act or Regulations are named, by whatever name, be it a wrong one."""
    names, bare = _names(law), _bare_names(law)
    for line in lines:
        if names.keys().isdisjoint(line.tokens) and "foi" not in line.tokens:
            continue
        plain = [token for token in line.tokens if token not in ASIDES]
        if _is_named(line.tokens, names) or _is_named(plain, bare) or _is_called_by_its_letters(line.tokens):
            return line.span(0, len(line.tokens))
    return None


def _is_called_by_its_letters(tokens: list[str]) -> bool:
    """Whether a line speaks of an "FOI request", as no reference or address does."""
    return any(pair[0] == "foi" and pair[1] in OF_AN_ACT for pair in pairwise(tokens))


OF_AN_ACT = frozenset(("request", "requests", "act", "legislation", "law", "response", "reply", "decision"))


def _is_named(tokens: list[str], names: Names) -> bool:
    for at, token in enumerate(tokens):
        for name in names.get(token, ()):
            end = at + len(name)
            if tuple(tokens[at:end]) == name and (len(name) > 1 or not _is_reference(tokens, end)):
                return True
    return False


def _is_reference(tokens: list[str], end: int) -> bool:
    """Whether "EIR" goes on as a reference number does: "EIR/4471"."""
    return end < len(tokens) and (tokens[end] in "/-" or tokens[end].isdigit())


@cache
def _names(law: Law) -> Names:
    """The names of a law as they are written."""
    return _by_first(tuple(TOKEN.findall(fold(name))) for name in (*law.names, *law.misnamed))


@cache
def _bare_names(law: Law) -> Names:
    """Those that still are names without the signs that come and go: "Freedom of Information (FOI) Act"."""
    words = (tuple(each for each in name if each not in ASIDES) for names in _names(law).values() for name in names)
    return _by_first(name for name in words if len(name) >= SHORTEST)


def _by_first(names: Iterable[tuple[str, ...]]) -> Names:
    found: dict[str, list[tuple[str, ...]]] = {}
    for name in names:
        found.setdefault(name[0], []).append(name)
    return found


SHORTEST = 3  # words of a name without its signs: "the Act" is none


def _qualified_person(said: Spoken) -> Span | None:
    """Where the qualified person's opinion is given, not only where the Act is said to ask for one."""
    lexicon = said.lexicon
    if not any(line.mask & lexicon.mask("qualified-one", "qualified-office") for line in said.lines):
        return None
    sentences = said.answering(lexicon.mask("opinion", "qualified-one", "agrees", "agreement"))
    return first(sentences, lambda sentence: _opinion(sentence, lexicon))


def _opinion(sentence: Sentence, lexicon: Lexicon) -> Span | None:
    """Where a sentence gives an opinion, be it of somebody whom the sentence before calls the qualified person."""
    if tells_what_was_asked(sentence):
        return None
    found = lexicon.says("gives-opinion", sentence)
    before = sentence.part(max(0, sentence.start - REFERS_BACK), sentence.start)
    ours = before.mask & lexicon.mask("qualified-one") and sentence.mask & lexicon.mask("our-own")
    if not found and (ours or before.mask & lexicon.mask("the-qualified")):
        found = lexicon.says("agrees-too", sentence)
    if not found or near(sentence, lexicon.mask("opinion-absent"), sentence.start, found[1]):
        return None
    recited = near(sentence, lexicon.mask("opinion-recited"), sentence.start, found[0])
    if recited and not sentence.mask & lexicon.mask("opinion-had"):
        return None
    return sentence.line.span(*found)


def _prejudice_level(said: Spoken) -> Span | None:
    """Where the harm is said to be what would, or would be likely to, happen."""
    return said.says("claims-level", said.answering(said.lexicon.mask("prejudicing", "plainly-likely")))


def _obsolete_contacts(said: Spoken) -> Iterator[Contact]:
    """The dead contacts of any Commissioner: a letter that names the wrong one may give a dead address besides."""
    text = "\n".join(line.folded for line in said.lines)
    whose = {contact: law.particulars.commissioner for law in laws() for contact in law.particulars.obsolete_contacts}
    dead = [contact for contact in whose if contact in text]
    for line in said.lines if dead else ():
        found = next((contact for contact in dead if contact in line.folded), None)
        if found:
            at = line.folded.index(found)
            yield Contact(Span(line.index, at, at + len(found)), whose[found])
