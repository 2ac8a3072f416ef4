"""The tally: which exemptions a notice relies on, once every citation has been weighed."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from foilint.law import Law
from foilint.notice import Region
from foilint.provision import Path
from foilint.recognise import claims, denials, striking, weighing
from foilint.recognise.citations import Cited
from foilint.recognise.claims import Strength
from foilint.recognise.draft import Draft, Eyes
from foilint.recognise.weighing import Weighed
from foilint.recognise.words import Line, Sentence

NEAR = 8  # words
BELOW = 6  # paragraphs in which what is recited may be weighed
WITHDRAWN = 16  # tokens between a provision and the words that withdraw it
DISOWNED = frozenset((denials.NOT_RELIED_ON, denials.NOT_APPLYING, denials.TAKEN_BACK))
OF_THE_REPLY = frozenset((denials.HISTORY, denials.APPLICANTS))
TAKEN_BACK = DISOWNED | {denials.HISTORY, denials.CONSIDERED_ONLY}


def relied_on(ours: Sequence[Weighed], draft: Draft, sight: Eyes) -> set[str]:
    """The numbers of the exemptions relied on. `ours` are the citations that belong to one, weighed."""
    numbers = {w.number for w in ours if w.weight.strength is Strength.CLAIMED or _names_a_limb(w, sight)}
    numbers |= _explained(ours, draft, sight)
    if all(w.weight.why == weighing.HEADS for w in ours if w.weight.strength is Strength.CLAIMED):
        numbers |= {w.number for w in ours if w.weight.why == weighing.HEADS}  # here, headings are what claims
    told = (w for w in ours if w.weight.strength and w.sentence.tokens[0] != "if")  # "If section 40 comes up, ask"
    numbers = numbers or {w.number for w in told} or _upheld(ours, draft, sight)
    numbers -= _withdrawn(ours, sight) | _set_aside(draft, ours, sight)
    return numbers - _mentioned_in_passing(ours, numbers, sight)


def sending_on(ours: Sequence[Weighed], strong: set[str], main: Law) -> set[str]:
    """Of those relied on, the numbers of those that only send the request to a statute it is dealt with under."""
    others = {number: [w for w in ours if w.number == number] for number in strong}
    under = {w.law.regime for own in others.values() for w in own if w.law is not None} | {main.regime}
    return {number for number, own in others.items() if all(_sends_on(w, under) for w in own)}


def _sends_on(weighed: Weighed, under: set[str]) -> bool:
    limbs = weighed.law.limbs(weighed.cited.path) if weighed.law is not None else ()
    return bool(limbs) and all(limb.leads_to in under for limb in limbs)


def _names_a_limb(weighed: Weighed, sight: Eyes) -> bool:
    """Whether a provision that is only spoken of is spoken of as one relies on it: by its limb or with its title."""
    path = weighed.cited.path
    assert weighed.exemption is not None  # only those with both are asked
    assert weighed.law is not None
    if weighed.weight.strength is not Strength.SPOKEN_OF or not weighed.law.limbs(path):
        return False
    if weighed.sentence.mask & sight.lexicon.bits["considered"]:
        return False
    deeper = len(path) > len(weighed.exemption.path) or len(weighed.exemption.path) > 1
    return deeper or sight.titles.follows(weighed.cited.line.tokens, weighed.cited.end, weighed.law)


def _explained(ours: Sequence[Weighed], draft: Draft, sight: Eyes) -> set[str]:
    """Those recited and weighed, or recited by their limb and called absolute or qualified; no words claim them."""
    told = [w for w in ours if w.weight.strength is Strength.RECITED and w.weight.why == claims.RECITED]
    classed = {w.number for w in told if w.sentence.mask & sight.lexicon.bits["class-word"]}
    limbs = {w.number for w in told if w.exemption and len(w.cited.path) > len(w.exemption.path)}
    weighed = {w.number for w in told if _is_weighed_next(w, ours, sight)}
    weighed |= {w.number for w in told if w.number in limbs and _is_weighed_below(w, ours, draft, sight)}
    weighed |= {w.number for w in told if w.exemption and w.exemption.bar and _is_reached_here(w, sight)}
    return (classed & limbs | weighed) - {w.number for w in ours if w.weight.strength is Strength.DENIED}


def _is_weighed_next(recited: Weighed, ours: Sequence[Weighed], sight: Eyes) -> bool:
    """Whether the rest of its paragraph, up to another exemption, weighs the public interest in its favour."""
    line, number = recited.cited.line, recited.number
    others = (w.sentence.start for w in ours if w.cited.line is line and w.number != number)
    until = min((start for start in others if start > recited.sentence.start), default=len(line.tokens))
    rest = (s for s in line.sentences if recited.sentence.start < s.start < until)
    return any(striking.strikes(s, sight.lexicon) for s in rest)


def _is_reached_here(recited: Weighed, sight: Eyes) -> bool:
    """Whether the rest of its paragraph says that the limit is passed: "That limit would be exceeded here"."""
    rest = (s for s in recited.cited.line.sentences if s.start > recited.sentence.start)
    limit, excessive = sight.lexicon.bits["limit-word"], sight.lexicon.bits["excessive"]
    return any(s.mask & limit and s.mask & excessive and not HERE.isdisjoint(s.tokens) for s in rest)


HERE = frozenset(("here", "case", "your", "this"))


def _is_weighed_below(recited: Weighed, ours: Sequence[Weighed], draft: Draft, sight: Eyes) -> bool:
    """Whether the paragraphs below it, up to a heading or another exemption, weigh the public interest for it."""
    cited = {w.cited.line.index for w in ours if w.number != recited.number}
    at = recited.cited.line.index + 1
    for line, heading in zip(draft.lines[at : at + BELOW], draft.headings[at : at + BELOW], strict=True):
        if heading is not None or line.index in cited:
            return False
        if any(striking.strikes(s, sight.lexicon, striking.UNDER_TEST) for s in line.sentences):
            return True
    return False


def _upheld(ours: Sequence[Weighed], draft: Draft, sight: Eyes) -> set[str]:
    """Those that only the reply under review is said to have relied on, where a review claims none anew."""
    answered = [line for line, region in zip(draft.lines, draft.regions, strict=True) if region is Region.RESPONSE]
    sentences = [sentence for line in answered for sentence in line.sentences]
    reviews = any(sight.lexicon.says("reports-review", sentence) for sentence in sentences)
    if not reviews or any(sentence.mask & sight.lexicon.bits["withdraws"] for sentence in sentences):
        return set()
    return {w.number for w in ours if w.weight.why in OF_THE_REPLY}


def _withdrawn(ours: Sequence[Weighed], sight: Eyes) -> set[str]:
    """Those that the notice takes back, as the outcome of a review may, and does not claim again."""
    withdraws = sight.lexicon.bits["withdraws"]
    gone: set[str] = set()
    upheld = {
        w.number
        for w in ours
        if w.weight.strength is Strength.CLAIMED and w.sentence.mask & sight.lexicon.bits["upheld"]
    }
    for w in ours:
        spoken_of = w.weight.strength is Strength.SPOKEN_OF or w.weight.why in TAKEN_BACK
        if w.weight.strength is Strength.CLAIMED:
            gone.discard(w.number)
        elif spoken_of and not w.cited.is_relative and any(_takes_back(s, w, withdraws) for s in _with_the_next(w)):
            gone.add(w.number)
    return gone - upheld  # what is withdrawn then is a part of it


def _takes_back(sentence: Sentence, w: Weighed, withdraws: int) -> bool:
    """Whether a sentence withdraws a provision: near it, where nothing else denies that it is relied on."""
    anywhere = sentence is not w.sentence or w.weight.strength is Strength.DENIED
    places = (at for at, mask in sentence.hits if mask & withdraws)
    return any(anywhere or abs(at - w.cited.start) <= WITHDRAWN for at in places)


def _with_the_next(w: Weighed) -> Iterator[Sentence]:
    """The sentence of a citation and, where what follows takes the claim back, the next."""
    yield w.sentence
    if w.weight.why == denials.TAKEN_BACK:
        yield from (s for s in w.cited.line.sentences if s.start == w.sentence.end)


def _set_aside(draft: Draft, ours: Sequence[Weighed], sight: Eyes) -> set[str]:
    """Those that a section of their own takes back: "That exception was not available; I have set it aside"."""
    withdraws, that_one = sight.lexicon.bits["withdraws"], sight.lexicon.bits["that-provision"]
    cited: dict[int, set[str]] = {}
    for w in ours:
        cited.setdefault(w.cited.line.index, set()).add(w.number)
    claiming = {w.cited.line.index for w in ours if w.weight.strength}
    headed: set[str] = set()
    gone = _disowned(ours)
    for line, heading, own in zip(draft.lines, draft.headings, draft.cites, strict=True):
        if heading is not None:
            headed = cited.get(line.index, set())
        if heading is not None or not headed:
            continue
        withdrawn = not own and any(_meet(s, withdraws, that_one) and not _bounds(s) for s in line.sentences)
        given = line.index not in claiming and any(_gives(s, sight) for s in line.sentences)
        if withdrawn or given:
            gone |= headed
    return gone


def disowned_below_its_name(draft: Draft, ours: Sequence[Weighed], sight: Eyes) -> set[str]:
    """Those of which a paragraph that opens with them says so: "Section 43(2). We no longer rely on that exemption"."""
    withdraws, that_one = sight.lexicon.bits["withdraws"], sight.lexicon.bits["that-provision"]
    gone = {
        line.index
        for line, own in zip(draft.lines, draft.cites, strict=True)
        if own and _is_run_in(line, own) and any(_meet(s, withdraws, that_one) for s in line.sentences[1:])
    }
    return {w.number for w in ours if w.cited.line.index in gone}


def _is_run_in(line: Line, cites: Sequence[Cited]) -> bool:
    """Whether a paragraph opens with a provision as its label, and names no other: "Section 43(2). You are right"."""
    first = line.sentences[0]
    return first.end <= RUN_IN and all(cite.start < first.end for cite in cites)


RUN_IN = 8  # tokens of a label


def _bounds(sentence: Sentence) -> bool:
    """Whether it only says where an exemption is of no use: "The exception is not available for emissions"."""
    tokens = sentence.tokens
    return any(pair in BOUNDS for pair in pairwise(tokens))


BOUNDS = (("available", "for"), ("available", "where"), ("available", "if"))


def _gives(sentence: Sentence, sight: Eyes) -> bool:
    """Whether a sentence says that what was looked at is given: "We were not persuaded, and have released it"."""
    bits = sight.lexicon.bits
    looked = sentence.mask & bits["considered"] and sentence.mask & bits["negation"]
    return bool(looked and sentence.mask & bits["given-out"]) and not sentence.mask & bits["withheld"]


def _meet(sentence: Sentence, one: int, other: int) -> bool:
    """Whether two ideas stand near each other in a sentence."""
    if not (sentence.mask & one and sentence.mask & other):
        return False
    places = [at for at, mask in sentence.hits if mask & one]
    return any(mask & other and abs(at - place) <= NEAR for at, mask in sentence.hits for place in places)


def _disowned(ours: Sequence[Weighed]) -> set[str]:
    """Those that headings name or a paragraph explains, only to say that they are not relied on."""
    outright = [w.cited for w in ours if w.weight.why == denials.NOT_RELIED_ON]

    def is_kept(w: Weighed) -> bool:
        cited = w.cited
        explained = any(other.line is cited.line and _covers(other.path, cited.path) for other in outright)
        return bool(w.weight.strength) and w.weight.why != weighing.HEADS and not explained

    def is_of_another_limb(w: Weighed) -> bool:
        headed = [o.cited.path for o in ours if o.number == w.number and o.weight.why == weighing.HEADS]
        path = w.cited.path
        return bool(headed) and not any(_covers(path, other) or _covers(other, path) for other in headed)

    disowned = {w.number for w in ours if w.weight.why in DISOWNED and not is_of_another_limb(w)}
    return disowned - {w.number for w in ours if is_kept(w)}


def _covers(path: Path, other: Path) -> bool:
    """Whether one provision is the other, or holds it."""
    return other[: len(path)] == path


def _mentioned_in_passing(ours: Sequence[Weighed], numbers: set[str], sight: Eyes) -> set[str]:
    """Those that one doubtful sentence seems to claim and nothing else speaks of; none where that would be all."""
    spoken: dict[str, list[Sentence]] = {}
    for w in ours:
        spoken.setdefault(w.number, []).append(w.sentence)
    passing = set()
    for number in numbers:
        sentences = spoken[number]
        if all(s is sentences[0] for s in sentences) and _is_doubtful(sentences[0], sight):
            passing.add(number)
    return passing if passing < numbers else set()


def _is_doubtful(sentence: Sentence, sight: Eyes) -> bool:
    """Whether a sentence speaks of other requests, replies or opinions and withholds nothing."""
    bits = sight.lexicon.bits
    return bool(sentence.mask & bits["doubtful"]) and not sentence.mask & bits["withheld"]
