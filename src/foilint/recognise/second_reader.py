"""The second reader: how probably a notice relies on an exemption, by all that it says where it names it.

The grammar weighs each citation by the words that claim it or deny it; one phrase taken the wrong way makes a claim of
a mention, or loses one. The second reader knows nothing of that grammar. It has learned from labelled notices which
ideas stand around exemptions that are relied on, and which around others (docs/decisions/0033). Where it is sure it
decides; where it is not, what the grammar finds is doubtful.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from foilint.notice import Kind
from foilint.provision import Path
from foilint.recognise.claims import Strength
from foilint.recognise.draft import Draft
from foilint.recognise.learned import tellings
from foilint.recognise.lexicon import Lexicon
from foilint.recognise.weighing import Weighed

LIKELY = 0.99  # how probably an exemption has to be relied on, to be so whatever the grammar hears ...
CERTAIN = 0.998  # ... or not to be doubted ...
UNLIKELY = 0.02  # ... and how improbably, not to be ...
DOUBTFUL = 0.2  # ... or to be doubted
EVEN = 0.5  # more probably relied on than not
OFTEN = 2  # lines that name what is relied on beyond a doubt, in a letter of fewer lines than are ...
ENOUGH = 11  # ... of a length that it knows well, where so probable is enough
SAFE = 0.75  # how probably one is relied on there, not to be doubted
NEAR = 8  # words before a provision and after it
MANY = 6  # sentences or exemptions: more than so many are no other sign

Sure = Mapping[str, float]
"""By the number of an exemption, how probably it is relied on."""


def read(ours: Sequence[Weighed], kind: Kind, draft: Draft, lexicon: Lexicon) -> Sure:
    """How probably each exemption is relied on. `ours` are the citations that belong to one."""
    return {
        number: tellings("reliances").surely("relies", said)
        for number, said in signs(ours, kind, draft, lexicon).items()
    }


def decide(strong: set[str], sure: Sure, told: set[str], kind: Kind) -> set[str]:
    """The numbers of the exemptions relied on, where `strong` are those that the grammar finds, and `told` those that
    more than headings name. It takes away no claim that is all there is.
    """
    unlikely = UNLIKELY if may_doubt(kind) else 0
    added = {number for number in told - strong if sure[number] > LIKELY}
    kept = {number for number in strong if sure[number] > unlikely}
    return (kept | added) or strong


def certain(sure: Sure, ours: Sequence[Weighed], draft: Draft) -> set[str]:
    """The numbers of those that are relied on beyond a doubt: a short notice names them again and again."""
    if len(draft.lines) >= ENOUGH:
        return {number for number, p in sure.items() if p > SAFE}
    naming: dict[str, set[int]] = {}
    for weighed in ours:
        naming.setdefault(weighed.number, set()).add(weighed.cited.line.index)
    return {number for number, lines in naming.items() if sure[number] > CERTAIN and len(lines) >= OFTEN}


def doubts(sure: Sure, ours: Sequence[Weighed], kind: Kind) -> set[str]:
    """The numbers of those that are not relied on, unless something is argued for them: none that is claimed in one
    breath with another that is relied on.
    """
    claimed: dict[tuple[int, int], set[str]] = {}
    for w in ours:
        if w.weight.strength is Strength.CLAIMED:
            claimed.setdefault((w.cited.line.index, w.sentence.start), set()).add(w.number)
    vouched = {number for beside in claimed.values() if max(map(sure.__getitem__, beside)) > EVEN for number in beside}
    return {number for number, p in sure.items() if p < DOUBTFUL} - vouched if may_doubt(kind) else set()


def may_doubt(kind: Kind) -> bool:
    """Whether what is claimed may be doubted: an annex claims by its headings, which say too little."""
    return kind is not Kind.ANNEX


def signs(ours: Sequence[Weighed], kind: Kind, draft: Draft, lexicon: Lexicon) -> dict[str, frozenset[str]]:
    """What the table knows each exemption by: the ideas of the sentences that name it, of the words near it and of the
    sentences that follow, in the text, in headings and in what is no answer; and in how many sentences, beside how
    many others, in what kind of notice under which law it is named.
    """
    named: dict[str, list[Weighed]] = {}
    for weighed in ours:
        named.setdefault(weighed.number, []).append(weighed)
    others = f"exemptions:{min(len(named), MANY)}"
    return {
        number: frozenset((others, f"kind:{kind}", *_signs(_of_these_limbs(citing), draft, lexicon)))
        for number, citing in named.items()
    }


def _of_these_limbs(citing: Sequence[Weighed]) -> Sequence[Weighed]:
    """Without other limbs that are denied: "section 30(c), which the first reply also cited" says nothing of 30(b)."""
    claimed = [w.cited.path for w in citing if w.weight.strength is Strength.CLAIMED]
    return [w for w in citing if w.weight.strength is not Strength.DENIED or not _is_apart(w.cited.path, claimed)]


def _is_apart(path: Path, claimed: Sequence[Path]) -> bool:
    """Whether a provision is neither one of those claimed, nor within one, nor around one."""
    return bool(claimed) and all(path[: len(other)] != other[: len(path)] for other in claimed)


def _signs(citing: Sequence[Weighed], draft: Draft, lexicon: Lexicon) -> Iterator[str]:
    masks: dict[str, int] = {}
    sentences = set()
    for weighed in citing:
        cited, sentence = weighed.cited, weighed.sentence
        line = cited.line
        where = _place(weighed, draft)
        sentences.add((line.index, sentence.start))
        following = (s.mask for s in line.sentences if s.start == sentence.end)
        before = line.masks[max(sentence.start, cited.start - NEAR) : cited.start]
        after = line.masks[cited.end : min(sentence.end, cited.end + NEAR)]
        heard = (("", (sentence.mask,)), ("before:", before), ("after:", after), ("next:", following))
        for side, said in heard:
            masks[f"{side}{where}"] = masks.get(f"{side}{where}", 0) | _all(said)
        yield from (f"before:{token}" for token in line.tokens[max(0, cited.start - 1) : cited.start])
        yield from (f"after:{token}" for token in line.tokens[cited.end : cited.end + 1])
        if weighed.exemption is not None and len(cited.path) > len(weighed.exemption.path):
            yield f"{where}:limb"
        if weighed.exemption is not None and weighed.exemption.bar:
            yield "bar"
    for where, mask in masks.items():
        yield from (f"{where}:{idea}" for idea in lexicon.named(mask))
    yield f"sentences:{min(len(sentences), MANY)}"
    yield f"law:{citing[0].law.regime if citing[0].law is not None else ''}"


def _all(masks: Iterable[int]) -> int:
    """The ideas of several masks."""
    together = 0
    for mask in masks:
        together |= mask
    return together


def _place(weighed: Weighed, draft: Draft) -> str:
    """Where a provision is named: in a heading of some role, or else in the region of its line."""
    at = weighed.cited.line.index
    heading = draft.headings[at]
    return f"heading-{heading.role}" if heading is not None else str(draft.regions[at])
