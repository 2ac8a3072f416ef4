"""Doubts: which exemptions are claimed in doubtful words only, and dropped where nothing is argued for them either.

A new way of mentioning an exemption can always be found. What a notice relies on it claims outright, or argues.
"""

from collections.abc import Sequence

from foilint.notice import Engagement, Notice, Region, State
from foilint.recognise.claims import Strength
from foilint.recognise.draft import Draft, Eyes
from foilint.recognise.weighing import Weighed

# Others' words, other times, what might be or is not: a claim among such words is doubtful where it withholds nothing.
SOFT = (
    *("doubtful", "applicant-said", "the-asker", "guidance-on", "commissioner-word", "considered", "hypothetical"),
    *("supposed", "would-consider", "earlier", "says-no-more", "not", "negation"),
)
SUPPOSING = ("considered", "hypothetical", "supposed", "would-consider", "applicant-said")
# Other people's refusals, and remarks in passing.
HARD = ("another-requester", "another-reply", "decided-elsewhere", "aside")


def doubtful(ours: Sequence[Weighed], numbers: set[str], draft: Draft, sight: Eyes) -> frozenset[str]:
    """Those of some exemptions that no sentence claims outright before the complaint route."""
    claiming = [w for w in ours if w.weight.strength is Strength.CLAIMED]
    complains = _complaint(claiming, draft)
    soft, hard, supposing = (sight.lexicon.mask(*ideas) for ideas in (SOFT, HARD, SUPPOSING))
    withheld, aside = sight.lexicon.bits["withheld"], sight.lexicon.bits["aside"]

    def is_outright(w: Weighed) -> bool:
        mask = w.sentence.mask
        if (mask | w.cited.line.mask & aside) & hard or w.cited.line.index > complains:
            return False
        if w.exemption is not None and w.exemption.bar:
            return not mask & supposing  # "need not comply" is the way of a bar, but not "whether it would apply"
        return w.weight.duty is not None or not mask & soft or bool(mask & withheld)

    return frozenset(numbers & {w.number for w in claiming} - {w.number for w in claiming if is_outright(w)})


def _complaint(claiming: Sequence[Weighed], draft: Draft) -> int:
    """The block after the first claim in which the complaint route begins."""
    first = min((w.cited.line.index for w in claiming), default=0)
    told = (at for at in range(first, len(draft.regions)) if draft.regions[at] is Region.RIGHTS)
    return next(told, len(draft.regions))


def is_unargued(engagement: Engagement, notice: Notice) -> bool:
    """Whether something is missing for an exemption, and nothing is argued for it alone."""
    bare = engagement.provisions == (engagement.number,) and len(engagement.exemption.limbs) > 1
    absent = any(state is State.ABSENT for _, state in engagement.parts)
    owes_more = bool(engagement.exemption.bar)  # an estimate, and advice
    return (bare or absent or owes_more) and not any(p.exemptions == {engagement.number} for p in notice.passages)
