"""From citations to reliances: which exemptions the notice relies on, by which provisions, and to refuse what."""

from collections.abc import Mapping, Sequence

from foilint.law import Law
from foilint.notice import Citation, Kind
from foilint.recognise import claims, denials, misplaced
from foilint.recognise.claims import Strength
from foilint.recognise.engagements import Reliance
from foilint.recognise.reliances import citation, reliance
from foilint.recognise.weighing import Weighed, weigh_all
from foilint.recognise.words import Sentence
from foilint.values import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:  # a value passed through; importing it would make a circle
    from foilint.recognise.reading import Draft, Eyes

Key = tuple[int, int]


class Relied(NamedTuple):
    """What the notice relies on, and what it only mentions."""

    reliances: tuple[Reliance, ...]
    citations: tuple[Citation, ...]
    engaged: Mapping[Key, str]
    claimed: frozenset[Key]
    strangers: Mapping[Key, str]  # citations of exemptions that are not relied on, by their place
    unknown: tuple[Citation, ...]
    foreign: tuple[Citation, ...]
    apart: frozenset[frozenset[str]]


def rely(draft: "Draft", main: Law, kind: Kind, sight: "Eyes") -> Relied:
    """Weigh every citation and gather what is relied on."""
    weighed = weigh_all(draft, main, kind, sight)
    ours = [w for w in weighed if w.law is not None and w.exemption is not None]
    strong = {
        w.exemption.number
        for w in ours
        if w.exemption and (w.weight.strength is Strength.CLAIMED or _names_a_limb(w, sight))
    }
    strong |= _explained(ours, sight)
    if not strong:
        strong = {w.exemption.number for w in ours if w.exemption and w.weight.strength}
    strong -= _withdrawn(ours, sight) | _set_aside(draft, ours, sight)
    strong -= _mentioned_in_passing(ours, strong, sight)
    reliances = []
    for number in _in_order(ours, strong):
        own = [w for w in ours if w.exemption and w.exemption.number == number and w.weight.strength]
        reliances.append(reliance(own, weighed))
    engaged = {_key(w): w.exemption.number for w in ours if w.exemption and w.exemption.number in strong}
    claimed = frozenset(
        _key(w) for w in ours if w.exemption and w.exemption.number in strong and w.weight.strength is Strength.CLAIMED
    )
    strangers = {_key(w): w.exemption.number for w in ours if w.exemption and w.exemption.number not in strong}
    return Relied(
        tuple(reliances),
        tuple(citation(w, strong) for w in weighed),
        engaged,
        claimed,
        strangers,
        tuple(citation(w, strong) for w in weighed if misplaced.is_unknown(w)),
        misplaced.foreign(weighed, strong) + misplaced.out_of_place(draft, ours, main, strong, sight),
        misplaced.apart(draft, ours, strong, sight),
    )


def _names_a_limb(weighed: Weighed, sight: "Eyes") -> bool:
    """Whether a provision that is only spoken of is spoken of as one relies on it: by its limb or with its title."""
    path = weighed.cited.path
    assert weighed.exemption is not None  # only those with both are asked
    assert weighed.law is not None
    deeper = len(path) > len(weighed.exemption.path) or len(weighed.exemption.path) > 1
    if weighed.sentence.mask & sight.lexicon.bits["considered"]:
        return False
    if weighed.weight.strength is not Strength.SPOKEN_OF or not weighed.law.limbs(path):
        return False
    return deeper or sight.titles.follows(weighed.cited.line.tokens, weighed.cited.end, weighed.law)


def _withdrawn(ours: Sequence[Weighed], sight: "Eyes") -> set[str]:
    """The exemptions that the notice takes back, as the outcome of a review may, and does not claim again."""
    bits = sight.lexicon.bits
    gone: set[str] = set()
    for w in ours:
        assert w.exemption is not None  # only those are passed
        spoken_of = w.weight.strength is Strength.SPOKEN_OF or w.weight.why in TAKEN_BACK
        if spoken_of and w.weight.strength < Strength.CLAIMED and w.sentence.mask & bits["withdraws"]:
            gone.add(w.exemption.number)
        elif w.weight.strength is Strength.CLAIMED:
            gone.discard(w.exemption.number)
    return gone


def _explained(ours: Sequence[Weighed], sight: "Eyes") -> set[str]:
    """The exemptions that are recited by their limb and called absolute or qualified, though no words claim them."""
    told = [w for w in ours if w.weight.strength is Strength.RECITED and w.weight.why == claims.RECITED]
    classed = {w.exemption.number for w in told if w.exemption and w.sentence.mask & sight.lexicon.bits["class-word"]}
    limbs = {w.exemption.number for w in told if w.exemption and len(w.cited.path) > len(w.exemption.path)}
    denied = {w.exemption.number for w in ours if w.exemption and w.weight.strength is Strength.DENIED}
    return (classed & limbs) - denied


def _mentioned_in_passing(ours: Sequence[Weighed], strong: set[str], sight: "Eyes") -> set[str]:
    """The exemptions that one doubtful sentence seems to claim and nothing else speaks of, where others are claimed."""
    places: dict[str, list[Weighed]] = {number: [] for number in strong}
    for w in ours:
        if w.exemption and w.exemption.number in strong:
            places[w.exemption.number].append(w)
    passing = {
        number
        for number, spoken in places.items()
        if len({id(w.sentence) for w in spoken}) == 1 and _is_doubtful(spoken[0].sentence, sight)
    }
    return passing if passing < strong else set()


def _is_doubtful(sentence: Sentence, sight: "Eyes") -> bool:
    """Whether a sentence speaks of other requests, replies or opinions and withholds nothing."""
    bits = sight.lexicon.bits
    return bool(sentence.mask & bits["doubtful"]) and not sentence.mask & bits["withheld"]


def _set_aside(draft: "Draft", ours: Sequence[Weighed], sight: "Eyes") -> set[str]:
    """The exemptions that a section of their own takes back: "That exception was not available; I set it aside"."""
    bits = sight.lexicon.bits
    headed: set[str] = set()
    gone: set[str] = set()
    for line, heading, own in zip(draft.lines, draft.headings, draft.cites, strict=True):
        if heading is not None:
            headed = {w.exemption.number for w in ours if w.exemption and w.cited.line is line}
        elif (
            headed
            and not own
            and any(s.mask & bits["withdraws"] and s.mask & bits["that-provision"] for s in line.sentences)
        ):
            gone |= headed
    return gone


TAKEN_BACK = (denials.NOT_RELIED_ON, denials.NOT_APPLYING, denials.HISTORY, denials.CONSIDERED_ONLY)


def _key(weighed: Weighed) -> Key:
    return weighed.cited.line.index, weighed.cited.start


def _in_order(ours: Sequence[Weighed], strong: set[str]) -> list[str]:
    return list(
        dict.fromkeys(
            w.exemption.number for w in ours if w.exemption and w.exemption.number in strong and w.weight.strength
        )
    )
