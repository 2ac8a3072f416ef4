"""Citations out of place: unknown provisions, the wrong style, another law; and claims that are kept apart."""

from collections.abc import Sequence
from itertools import takewhile

from foilint.law import Exemption, Law
from foilint.notice import Citation, Region
from foilint.recognise.claims import Strength
from foilint.recognise.draft import Draft, Eyes
from foilint.recognise.reliances import citation
from foilint.recognise.weighing import Weighed


def is_unknown(weighed: Weighed, others: frozenset[str]) -> bool:
    """Relied on, yet the law has no such exemption. `others` are the numbers cited from Acts that are none of ours."""
    law, path = weighed.law, weighed.cited.path
    if law is None or path[0] in others or weighed.weight.strength < Strength.CLAIMED:
        return False
    if law.is_machinery(path):
        return not law.is_general(path) and _is_called_an_exemption(weighed)
    if law.exists(path):
        return False
    if weighed.exemption is not None:
        return True
    head = path[0].rstrip("abcdefgh")
    return any(
        first.isdigit() and head.isdigit() and int(first) <= int(head) <= int(last) for first, last in law.ranges
    )


def _is_called_an_exemption(weighed: Weighed) -> bool:
    """Whether the words before a provision call it an exemption: "exempt from disclosure under section 45"."""
    before = weighed.cited.line.tokens[weighed.sentence.start : weighed.cited.start]
    between = list(takewhile(LEADING.__contains__, reversed(before)))
    return bool(between) and not EXEMPTING.isdisjoint(before[len(before) - len(between) - 1 :][:1])


EXEMPTING = frozenset(("exempt", "exempted", "excepted", "withheld", "exemption", "exception"))
_LEADING = (
    "under by in at virtue of the from disclosure release publication provided given set out contained information"
)
LEADING = frozenset(_LEADING.split())


def foreign(weighed: Sequence[Weighed], strong: set[str]) -> tuple[Citation, ...]:
    """Provisions cited in the wrong style ("section 12(4)(b) of the EIR")."""
    return tuple(
        citation(w, strong)
        for w in weighed
        if w.law is not None
        and w.weight.strength
        and w.cited.unit
        and w.cited.unit != w.law.unit
        and w.exemption is not None
    )


def out_of_place(
    draft: Draft, ours: Sequence[Weighed], main: Law, strong: set[str], sight: Eyes
) -> tuple[Citation, ...]:
    """Exemptions of another law than the notice's, where nothing says that a part of the request falls under it."""
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
            found.append(citation(w, strong))
    return tuple(found)


def _leads_to(exemption: Exemption, main: Law) -> bool:
    """Whether an exemption is the gateway to the law at hand (FOIA s.39, FOISA s.39(2): environmental information)."""
    return any(name.lower() in main.title.lower() for name in (exemption.title, *exemption.labels))


def _deals_under(draft: Draft, law: Law, sight: Eyes) -> bool:
    """Whether the notice deals with something under that law: it names it otherwise than to cite a provision."""
    bit = sight.lexicon.bits[law.regime]
    for line, own, region in zip(draft.lines, draft.cites, draft.regions, strict=True):
        if region in (Region.REQUEST, Region.QUOTATION) or not line.mask & bit:
            continue
        cited_from = [(c.start, c.after + 8) for c in own]
        for token, mask in enumerate(line.masks):
            if mask & bit and not any(start <= token <= end for start, end in cited_from):
                return True
    return False


def apart(draft: Draft, ours: Sequence[Weighed], strong: set[str], sight: Eyes) -> frozenset[frozenset[str]]:
    """Pairs of exemptions claimed for different information: in different sentences that each speak of a part."""
    places: dict[str, list[Weighed]] = {}
    for w in ours:
        if w.exemption and w.exemption.number in strong and w.weight.strength is Strength.CLAIMED:
            places.setdefault(w.exemption.number, []).append(w)
    bits = sight.lexicon.bits
    together = any(
        line.mask & bits["whole-lot"]
        and any(
            s.mask & bits["whole-lot"] and s.mask & (bits["refusal-word"] | bits["speaks-firmly"])
            for s in line.sentences
        )
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
            same = same or any(_is_of_the_same(w, sight) for w in (*firsts, *seconds))
            parts = any(w.sentence.mask & bits["different-parts"] for w in (*firsts, *seconds))
            if not same and parts and not together:
                pairs.add(frozenset((one, other)))
    return frozenset(pairs)


def _is_of_the_same(w: Weighed, sight: Eyes) -> bool:
    """Whether a provision is claimed for what another was: "The same 190 pages are exempt under section 31 as well"."""
    tokens, masks = w.cited.line.tokens, w.cited.line.masks
    things = sight.lexicon.mask("generic-thing", "information")
    places = (at for at in range(w.sentence.start, w.cited.start - 1) if tokens[at] == "same")
    return any(tokens[at + 1].isdigit() or masks[at + 1] & things for at in places)
