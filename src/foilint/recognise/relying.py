"""From citations to reliances: which exemptions the notice relies on, by which provisions, and to refuse what."""

from collections.abc import Mapping, Sequence

from foilint.law import Law
from foilint.notice import Citation, Kind
from foilint.recognise import misplaced, second_reader, tally
from foilint.recognise.claims import Strength
from foilint.recognise.doubts import Doubts, doubts
from foilint.recognise.draft import Draft, Eyes
from foilint.recognise.engagements import Reliance
from foilint.recognise.reliances import citation, reliance
from foilint.recognise.weighing import Weighed
from foilint.values import NamedTuple

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
    doubts: Doubts


def rely(
    weighed: Sequence[Weighed], draft: Draft, main: Law, kind: Kind, sight: Eyes, dropped: frozenset[str] = frozenset()
) -> Relied:
    """Gather what is relied on from all citations as they were weighed; not the `dropped` exemptions."""
    ours = [w for w in weighed if w.law is not None and w.exemption is not None]
    kept = [w for w in ours if w.number not in dropped]
    claims = not dropped or any(w.weight.strength for w in kept)  # what is dropped makes room for no mere mention
    strong = tally.relied_on(kept, draft, sight) if claims else set()
    sure = second_reader.read(ours, kind, draft, sight.lexicon)
    heard = strong
    told = {w.number for w in kept if draft.headings[w.cited.line.index] is None}
    strong = second_reader.decide(strong & sure.keys(), sure, told, kind)
    strong -= tally.sending_on(ours, strong, main) | tally.disowned_below_its_name(draft, kept, sight)
    reliances = []
    for number in _in_order(ours, strong):
        own = [w for w in ours if w.number == number]
        claiming = [w for w in own if w.weight.strength and number in heard]
        reliances.append(reliance(claiming or own, weighed))
    engaged = {_key(w): w.number for w in ours if w.number in strong}
    claimed = frozenset(_key(w) for w in ours if w.number in strong and w.weight.strength is Strength.CLAIMED)
    others = frozenset(w.cited.path[0] for w in weighed if w.law is None)
    strangers = {_key(w): w.number for w in ours if w.number not in strong}
    return Relied(
        tuple(reliances),
        tuple(citation(w, strong) for w in weighed),
        engaged,
        claimed,
        strangers,
        tuple(citation(w, strong) for w in weighed if misplaced.is_unknown(w, others)),
        misplaced.foreign(weighed, strong) + misplaced.out_of_place(draft, ours, main, strong, sight),
        misplaced.apart(draft, ours, strong, sight),
        doubts(
            ours,
            strong - second_reader.certain(sure, kept, draft),
            second_reader.doubts(sure, kept, kind),
            draft,
            sight.lexicon,
        ),
    )


def _key(weighed: Weighed) -> Key:
    return weighed.cited.line.index, weighed.cited.start


def _in_order(ours: Sequence[Weighed], strong: set[str]) -> list[str]:
    """The exemptions relied on as they are first spoken of as such; what is only upheld comes last."""
    firm = (w.number for w in ours if w.number in strong and w.weight.strength)
    return list(dict.fromkeys((*firm, *(w.number for w in ours if w.number in strong))))
