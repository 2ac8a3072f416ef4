"""Doubts: which exemptions no sentence claims outright, and which of them are dropped as nothing is argued for them.

A new way of mentioning an exemption can always be found. What a notice relies on it claims outright, or argues.
"""

from collections.abc import Sequence

from foilint.notice import Engagement, Notice, Region, State
from foilint.recognise.claims import Strength
from foilint.recognise.draft import Draft, Eyes
from foilint.recognise.weighing import Weighed
from foilint.values import NamedTuple

# Others' words, other times, what might be or is not: a claim among such words is doubtful unless it is made outright.
DENYING = ("considered", "says-no-more", "not", "negation")
SOFT = (
    *("doubtful", "applicant-said", "the-asker", "guidance-on", "commissioner-word", "hypothetical", "supposed"),
    *("would-consider", "earlier"),
)
SUPPOSING = ("considered", "hypothetical", "supposed", "would-consider", "applicant-said")
# Remarks about a provision: other people's refusals, other times, how often it is used ...
REMARKS = ("another-requester", "another-reply", "decided-elsewhere", "aside", "how-often", "back-then")
# ... and, unless it is claimed in the same breath, what the Act says of it, what might be claimed, what others think.
TALK = ("of-the-act", "might-claim", "others-view")
OF_A_PARAGRAPH = ("aside", "counting")  # what makes remarks of all that a paragraph says


class Doubts(NamedTuple):
    """The exemptions that no sentence claims outright: in doubtful words only, and in remarks only."""

    doubtful: frozenset[str]
    remarked: frozenset[str]


def doubts(ours: Sequence[Weighed], numbers: set[str], draft: Draft, sight: Eyes) -> Doubts:
    """What is to be doubted of some exemptions. A claim after the complaint route has begun is a remark."""
    lexicon = sight.lexicon
    withheld, now = lexicon.bits["withheld"], lexicon.bits["claims-now"]
    soft, denying, supposing = (lexicon.mask(*ideas) for ideas in (SOFT, DENYING, SUPPOSING))
    remarks, talk, whole = (lexicon.mask(*ideas) for ideas in (REMARKS, TALK, OF_A_PARAGRAPH))
    spoken = [w for w in ours if w.weight.strength >= Strength.SPOKEN_OF]
    complains = _complaint([w for w in spoken if w.weight.strength is Strength.CLAIMED], draft)

    def is_remark(w: Weighed) -> bool:
        mask = w.sentence.mask
        talks = mask & talk and not mask & (withheld | now)
        return bool(mask & remarks or w.cited.line.mask & whole or talks) or w.cited.line.index > complains

    def is_outright(w: Weighed) -> bool:
        mask = w.sentence.mask
        if w.exemption is not None and w.exemption.bar:
            return not mask & supposing  # "need not comply" is the way of a bar, but not "whether it would apply"
        if w.weight.duty is not None or not mask & (soft | denying):
            return True
        return w.weight.strength is Strength.CLAIMED and bool(mask & withheld or (mask & now and not mask & denying))

    told = [w for w in spoken if not is_remark(w)]
    remarked = numbers & {w.number for w in spoken} - {w.number for w in told}
    return Doubts(frozenset(numbers - remarked - {w.number for w in told if is_outright(w)}), frozenset(remarked))


def _complaint(claiming: Sequence[Weighed], draft: Draft) -> int:
    """The block after the first claim in which the complaint route begins."""
    first = min((w.cited.line.index for w in claiming), default=0)
    told = (at for at in range(first, len(draft.regions)) if draft.regions[at] is Region.RIGHTS)
    return next(told, len(draft.regions))


def unfounded(found: Doubts, notice: Notice) -> frozenset[str]:
    """The doubted exemptions to drop: nothing is argued for them alone, and what is more than remarked lacks something."""
    alone = {e.number for e in notice.engagements if any(p.exemptions == {e.number} for p in notice.passages)}
    lacking = {e.number for e in notice.engagements if _lacks_something(e)}
    return (found.remarked | (found.doubtful & lacking)) - alone


def _lacks_something(engagement: Engagement) -> bool:
    bare = engagement.provisions == (engagement.number,) and len(engagement.exemption.limbs) > 1
    absent = any(state is State.ABSENT for _, state in engagement.parts)
    owes_more = bool(engagement.exemption.bar)  # an estimate, and advice
    return bare or absent or owes_more
