"""From citations to reliances: which exemptions the notice relies on, by which provisions, and to refuse what."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from foilint.law import Duty, Exemption, Law
from foilint.notice import Citation, Kind, Region, Use
from foilint.provision import Path
from foilint.recognise import claims, outline
from foilint.recognise.citations import Cited
from foilint.recognise.claims import Strength, Weight
from foilint.recognise.engagements import Reliance, printed
from foilint.recognise.labels import Label, Role
from foilint.recognise.words import Line, Sentence

if TYPE_CHECKING:  # a value passed through; importing it would make a circle
    from foilint.recognise.reading import Draft, Eyes

LONG = 40  # tokens of a paragraph without a citation that ends a list of claims
RUN_IN_REACH = 12  # tokens from the start in which a run-in label may cite
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


class Weighed(NamedTuple):
    """A citation with the law it means (None: no law of ours), what it belongs to, and its weight."""

    cited: Cited
    sentence: Sentence
    law: Law | None
    exemption: Exemption | None
    weight: Weight


def rely(draft: "Draft", main: Law, kind: Kind, sight: "Eyes") -> Relied:
    """Weigh every citation and gather what is relied on."""
    weighed = _weigh_all(draft, main, kind, sight)
    ours = [w for w in weighed if w.law is not None and w.exemption is not None]
    strong = {
        w.exemption.number
        for w in ours
        if w.exemption and (w.weight.strength is Strength.CLAIMED or _names_a_limb(w, sight))
    }
    if not strong:
        strong = {w.exemption.number for w in ours if w.exemption and w.weight.strength}
    strong -= _withdrawn(ours, sight)
    reliances = []
    for number in _in_order(ours, strong):
        own = [w for w in ours if w.exemption and w.exemption.number == number and w.weight.strength]
        reliances.append(_reliance(own, weighed))
    engaged = {_key(w): w.exemption.number for w in ours if w.exemption and w.exemption.number in strong}
    claimed = frozenset(
        _key(w) for w in ours if w.exemption and w.exemption.number in strong and w.weight.strength is Strength.CLAIMED
    )
    strangers = {_key(w): w.exemption.number for w in ours if w.exemption and w.exemption.number not in strong}
    return Relied(
        tuple(reliances),
        tuple(_citation(w, strong) for w in weighed),
        engaged,
        claimed,
        strangers,
        tuple(_citation(w, strong) for w in weighed if _is_unknown(w)),
        _foreign(weighed, main, strong) + _out_of_place(draft, ours, main, strong, sight),
        _apart(draft, ours, strong, sight),
    )


def _names_a_limb(weighed: Weighed, sight: "Eyes") -> bool:
    """Whether a provision that is only spoken of is spoken of as one relies on it: by its limb or with its title."""
    path = weighed.cited.path
    assert weighed.exemption is not None and weighed.law is not None  # only those are asked
    deeper = len(path) > len(weighed.exemption.path) or len(weighed.exemption.path) > 1
    if weighed.weight.strength is not Strength.SPOKEN_OF or not weighed.law.limbs(path):
        return False
    return deeper or sight.titles.follows(weighed.cited.line.tokens, weighed.cited.end, weighed.law)


def _withdrawn(ours: Sequence[Weighed], sight: "Eyes") -> set[str]:
    """The exemptions that the notice takes back, as the outcome of a review may, and does not claim again."""
    bits = sight.lexicon.bits
    gone: set[str] = set()
    for w in ours:
        assert w.exemption is not None  # only those are passed
        if w.weight.strength is Strength.DENIED and w.weight.why in TAKEN_BACK and w.sentence.mask & bits["withdraws"]:
            gone.add(w.exemption.number)
        elif w.weight.strength is Strength.CLAIMED:
            gone.discard(w.exemption.number)
    return gone


TAKEN_BACK = ("not relied on", "said not to apply", "history", "considered and not relied on")


def _key(weighed: Weighed) -> Key:
    return weighed.cited.line.index, weighed.cited.start


def _in_order(ours: Sequence[Weighed], strong: set[str]) -> list[str]:
    return list(
        dict.fromkeys(
            w.exemption.number for w in ours if w.exemption and w.exemption.number in strong and w.weight.strength
        )
    )


def _weigh_all(draft: "Draft", main: Law, kind: Kind, sight: "Eyes") -> list[Weighed]:
    weighed: list[Weighed] = []
    lead: Weight | None = None
    disowned = False
    bits = sight.lexicon.bits
    for line, own, heading, region in zip(draft.lines, draft.cites, draft.headings, draft.regions, strict=True):
        if (
            region is not Region.RESPONSE
            or (not own and len(line.tokens) > LONG)
            or (heading and heading.role not in (Role.TOPIC, Role.OTHER))
        ):
            lead = None
        if heading is not None:
            disowned = bool(not own and sight.lexicon.says("not-relied-on", line.whole))
        for cited in own:
            sentence = next(s for s in line.sentences if s.start <= cited.start < s.end)
            law = claims.laws_of(cited, main, sight.shelf.by_regime)
            law = law or _by_unit(cited, main, sight)
            elsewhere = next((c.law for c in reversed(own) if sentence.start <= c.start < cited.start and c.law), "")
            weight = claims.weigh(line, sentence, cited, region=region, lead_in=lead, lexicon=sight.lexicon)
            label = heading or _run_in_label(line, own, cited, sight)
            if label is not None and region is Region.RESPONSE:
                weight = _of_heading(
                    weight, label.role, kind, argued=label.role is Role.TOPIC and _argued_below(draft, line, sight)
                )
            if law is not None and _is_recited_for(cited, own, law):
                weight = Weight(Strength.DENIED, "recited for the limb before it")
            if heading is not None and line.tokens[-1][0] == "?" and weight.strength:
                weight = weight._replace(strength=Strength.RECITED, why="in a question")
            if disowned and weight.strength:
                weight = Weight(Strength.DENIED, "under a heading of what is not relied on")
            if (
                law is main
                and not cited.law
                and elsewhere
                and elsewhere not in sight.shelf.by_regime
                and weight.strength < Strength.CLAIMED
            ):
                law = None  # "section 18(1) of that other Act, and section 23(1)": the second is of the other Act too
            exemption = law.exemption(cited.path) if law is not None else None
            weighed.append(Weighed(cited, sentence, law, exemption, weight))
        if region is Region.RESPONSE:
            lead = claims.lead_in(line, sight.lexicon) or lead
    return weighed


def _is_recited_for(cited: Cited, own: Sequence[Cited], law: Law) -> bool:
    """Whether a withholding limb only explains the NCND limb just before it ("30(3) (by virtue of section 30(2))")."""
    before = next((c for c in reversed(own) if c.end <= cited.start), None)
    if before is None or before.path[0] != cited.path[0] or "virtue" not in cited.line.tokens[before.end : cited.start]:
        return False
    lifted = {limb.lifts for limb in law.limbs(before.path)}
    own_lifts = {limb.lifts for limb in law.limbs(cited.path) if not limb.condition}
    return lifted == {Duty.CONFIRM} and own_lifts == {Duty.DISCLOSE}


def _argued_below(draft: "Draft", line: Line, sight: "Eyes") -> bool:
    """Whether the next thing below a heading is a heading for a part of the test, and no text that claims anything."""
    for other in draft.lines[line.index + 1 :]:
        if other.tokens:
            below = draft.headings[other.index]
            if below is not None:
                return below.role in (Role.PART, Role.TEST)
            label = outline.run_in(other, sight.lexicon, draft.cites[other.index])
            return label is not None and label[1].part is not None
    return False


def _run_in_label(line: Line, own: Sequence[Cited], cited: Cited, sight: "Eyes") -> Label | None:
    """The run-in label that a citation stands in, if it labels a part of the test."""
    if line.block.cell is not None or cited.start > RUN_IN_REACH:
        return None
    found = outline.run_in(line, sight.lexicon, own)
    return found[1] if found is not None and found[1].role is Role.PART and cited.start < found[0] else None


def _by_unit(cited: Cited, main: Law, sight: "Eyes") -> Law | None:
    """A provision of another unit than the main law's belongs to the law of that unit which knows it; a bare one to any that does."""
    if cited.law:
        return None
    for law in sight.shelf.laws:
        if (
            (law.unit == cited.unit or not cited.unit)
            and law.regime != main.regime
            and _same_country(law, main)
            and law.exemption(cited.path)
        ):
            return law
    return None


def _same_country(one: Law, other: Law) -> bool:
    return one.particulars.commissioner == other.particulars.commissioner


def _of_heading(weight: Weight, role: Role, kind: Kind, *, argued: bool) -> Weight:
    """A heading over a part claims in an annex only; a heading that is the exemption's own claims everywhere."""
    if not weight.strength:
        return weight
    if role is Role.TOPIC:
        claimed = Strength.CLAIMED if kind is Kind.ANNEX or not argued else Strength.RECITED
        return weight._replace(strength=claimed, why="heads a section of the response")
    if kind is Kind.ANNEX:
        return weight._replace(strength=Strength.CLAIMED, why="heads a part of the test")
    return weight._replace(strength=Strength.RECITED, why="heads a part of the test")


def _reliance(own: Sequence[Weighed], weighed: Sequence[Weighed]) -> Reliance:
    law, exemption = own[0].law, own[0].exemption
    assert law is not None and exemption is not None  # only those are passed
    claimed = [w for w in own if w.weight.strength is Strength.CLAIMED]
    claimed = claimed or [w for w in own if w.weight.strength is Strength.SPOKEN_OF] or list(own)
    lifted = {
        limb.lifts for w in claimed for limb in law.limbs(w.cited.path) if len(w.cited.path) > len(exemption.path)
    }
    paths = [w.cited.path for w in claimed if _names_limb(w.cited.path, law, exemption)]
    bare = not any(len(path) > len(exemption.path) for path in paths)
    for w in own:
        path = w.cited.path
        adds = bare or _completes(path, law, exemption)
        if w.weight.strength < Strength.CLAIMED and adds and _names_limb(path, law, exemption) and path not in paths:
            paths.append(path)
    if Duty.CONFIRM in lifted and Duty.DISCLOSE in lifted:
        paths = _without_recited(claimed, paths, law)
    duties = frozenset(w.weight.duty for w in claimed if w.weight.duty is not None)
    turned = any(
        w.law is law
        and w.weight.strength
        and any(
            w.cited.path[: len(c.path)] == c.path or c.path[: len(w.cited.path)] == w.cited.path for c in law.companions
        )
        and any(_within(path, turn) for c in law.companions for turn in c.turns for path in paths or [exemption.path])
        for w in weighed
    )
    return Reliance(
        law,
        exemption,
        tuple(paths) or (exemption.path,),
        duties,
        turned,
        tuple(_citation(w, {exemption.number}) for w in claimed),
    )


def _within(path: Path, turn: Path) -> bool:
    return path[: len(turn)] == turn or turn[: len(path)] == path


def _names_limb(path: Path, law: Law, exemption: Exemption) -> bool:
    """Whether a path is the exemption, one of its limbs or conditions, or a purpose that completes one; no mere definition in the section."""
    return path == exemption.path or bool(law.limbs(path)) or _completes(path, law, exemption)


def _completes(path: Path, law: Law, exemption: Exemption) -> bool:
    if any(limb.condition for limb in law.limbs(path)):
        return True
    return (
        exemption.purpose is not None
        and _within(path, exemption.purpose.listed_in)
        and len(path) > len(exemption.purpose.listed_in)
    )


def _without_recited(claimed: Sequence[Weighed], paths: list[Path], law: Law) -> list[Path]:
    """Where both duties are refused under one section, a withholding limb counts only if the words withhold by it."""
    kept = []
    for path in paths:
        lifts = {limb.lifts for limb in law.limbs(path)}
        own = [w.weight for w in claimed if w.cited.path == path]
        withholds = any(w.duty is Duty.DISCLOSE or (w.strength is Strength.CLAIMED and w.duty is None) for w in own)
        if lifts == {Duty.DISCLOSE} and not withholds:
            continue
        kept.append(path)
    return kept


def _citation(weighed: Weighed, strong: set[str]) -> Citation:
    relied = (
        weighed.exemption is not None
        and weighed.exemption.number in strong
        and weighed.weight.strength is Strength.CLAIMED
    )
    cited = weighed.cited
    name = weighed.law.regime if weighed.law else cited.law
    return Citation(
        name,
        cited.path,
        printed(cited.path),
        cited.line.span(cited.start, cited.end),
        Use.RELIED_ON if relied else Use.MENTIONED,
        weighed.weight.why,
        None,
    )


def _is_unknown(weighed: Weighed) -> bool:
    """Relied on, yet the law has no such exemption."""
    law, path = weighed.law, weighed.cited.path
    if law is None or weighed.weight.strength < Strength.CLAIMED or law.exists(path):
        return False
    if weighed.exemption is not None:
        return True
    head = path[0].rstrip("abcdefgh")
    return any(
        first.isdigit() and head.isdigit() and int(first) <= int(head) <= int(last) for first, last in law.ranges
    )


def _foreign(weighed: Sequence[Weighed], main: Law, strong: set[str]) -> tuple[Citation, ...]:
    """Provisions cited in the wrong style ("section 12(4)(b) of the EIR")."""
    return tuple(
        _citation(w, strong)
        for w in weighed
        if w.law is not None
        and w.weight.strength
        and w.cited.unit
        and w.cited.unit != w.law.unit
        and w.exemption is not None
    )


def _out_of_place(
    draft: "Draft", ours: Sequence[Weighed], main: Law, strong: set[str], sight: "Eyes"
) -> tuple[Citation, ...]:
    """Exemptions of another law than the notice is given under, where nothing says that a part of the request falls under it."""
    found = []
    for w in ours:
        if (
            w.law is main
            or w.law is None
            or w.exemption is None
            or w.weight.strength < Strength.CLAIMED
            or _leads_to(w.exemption, main)
        ):
            continue
        if w.law.unit == main.unit and not w.cited.law:
            continue
        gateway = any(
            _leads_to(o.exemption, w.law) for o in ours if o.exemption and o.law is main and o.weight.strength
        )
        if not gateway and not _deals_under(draft, w.law, sight):
            found.append(_citation(w, strong))
    return tuple(found)


def _leads_to(exemption: Exemption, main: Law) -> bool:
    """Whether an exemption is the gateway to the law at hand (FOIA s.39, FOISA s.39(2): environmental information)."""
    return any(name.lower() in main.title.lower() for name in (exemption.title, *exemption.labels))


def _deals_under(draft: "Draft", law: Law, sight: "Eyes") -> bool:
    """Whether the notice says that it deals with something under that law: it names it otherwise than to cite a provision."""
    bit = sight.lexicon.bits[law.regime]
    for line, own, region in zip(draft.lines, draft.cites, draft.regions, strict=True):
        if region in (Region.REQUEST, Region.QUOTATION) or not line.mask & bit:
            continue
        cited_from = [(c.start, c.after + 8) for c in own]
        for token, mask in enumerate(line.masks):
            if mask & bit and not any(start <= token <= end for start, end in cited_from):
                return True
    return False


def _apart(draft: "Draft", ours: Sequence[Weighed], strong: set[str], sight: "Eyes") -> frozenset[frozenset[str]]:
    """Pairs of exemptions that are claimed for different information: in different sentences that each speak of a part of it."""
    places: dict[str, list[Weighed]] = {}
    for w in ours:
        if w.exemption and w.exemption.number in strong and w.weight.strength is Strength.CLAIMED:
            places.setdefault(w.exemption.number, []).append(w)
    bits = sight.lexicon.bits
    together = any(
        line.mask & bits["whole-lot"]
        and any(s.mask & bits["whole-lot"] and s.mask & bits["withheld"] for s in line.sentences)
        for line, region in zip(draft.lines, draft.regions, strict=True)
        if region is Region.RESPONSE
    )
    pairs = set()
    for one, firsts in places.items():
        for other, seconds in places.items():
            if one >= other:
                continue
            same = any(
                a.sentence.start == b.sentence.start and a.cited.line is b.cited.line for a in firsts for b in seconds
            )
            parts = any(w.sentence.mask & bits["different-parts"] for w in (*firsts, *seconds))
            if not same and parts and not together:
                pairs.add(frozenset((one, other)))
    return frozenset(pairs)
