"""Doubts: which exemptions no sentence claims outright, and which of them are dropped as nothing is argued for them.

A new way of mentioning an exemption can always be found. What a notice relies on it claims outright, or argues.
"""

from collections.abc import Sequence
from functools import reduce
from operator import or_

from foilint.notice import Engagement, Notice, Region, State
from foilint.recognise.claims import Strength
from foilint.recognise.draft import Draft, Eyes
from foilint.recognise.weighing import Weighed
from foilint.values import NamedTuple

# Others' words, other times, what might be or is not: a claim among such words is doubtful unless it is made outright.
DENYING = ("considered", "says-no-more", "not", "negation", "whether-or-if", "might-claim")
SOFT = (
    *("doubtful", "applicant-said", "the-asker", "guidance-on", "commissioner-word", "hypothetical", "supposed"),
    *("would-consider", "earlier", "asked-about"),
)
SUPPOSING = ("considered", "hypothetical", "supposed", "would-consider", "applicant-said")
# Remarks about a provision: other people's refusals, other times, how often it is used ...
REMARKS = ("another-requester", "another-reply", "decided-elsewhere", "aside", "how-often", "back-then")
# ... and, unless it is claimed in the same breath, what the Act says of it, what might be claimed, what others think.
TALK = ("of-the-act", "might-claim", "others-view")
OF_A_PARAGRAPH = ("aside", "counting")  # what makes remarks of all that a paragraph says


class Doubts(NamedTuple):
    """The exemptions that nothing but remarks claim outright, and those among them that nothing at all does."""

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
        talks = mask & talk and not mask & (withheld | now) and not (w.exemption and w.exemption.bar)
        return bool(mask & remarks or w.cited.line.mask & whole or talks) or w.cited.line.index > complains

    def claims(w: Weighed) -> bool:
        clause = _clause(w)
        claimed = w.sentence.mask & withheld or (clause & now and not clause & denying)
        return w.weight.duty is not None or bool(w.weight.strength is Strength.CLAIMED and claimed)

    def is_outright(w: Weighed) -> bool:
        mask = w.sentence.mask
        if w.exemption is not None and w.exemption.bar:
            return not mask & supposing  # "need not comply" is the way of a bar, but not "whether it would apply"
        return not mask & (soft | denying) or claims(w)

    told = [w for w in spoken if not is_remark(w)]
    remarked = {w.number for w in spoken} - {w.number for w in told} - {w.number for w in spoken if claims(w)}
    return Doubts(frozenset(numbers - {w.number for w in told if is_outright(w)}), frozenset(remarked & numbers))


# Where a clause begins: at such a word, or where a comma or "and" is followed by one who does something.
TURNS = frozenset((";", ":", "but", "although", "though", "because", "whereas", "while", "which"))
JOINTS = frozenset((",", "and", "so"))
DOERS = frozenset(("we", "i", "it", "they", "you", "which", "this", "that", "he", "she"))


def _clause(weighed: Weighed) -> int:
    """The ideas of the clause that a citation stands in; "whether or not" denies nothing."""
    sentence, cited = weighed.sentence, weighed.cited
    line = cited.line
    tokens = line.tokens

    def begins(at: int) -> bool:
        return tokens[at] in TURNS or (tokens[at] in JOINTS and at + 1 < len(tokens) and tokens[at + 1] in DOERS)

    start = next((at for at in range(cited.start - 1, sentence.start, -1) if begins(at)), sentence.start)
    end = next((at for at in range(cited.end, sentence.end) if begins(at)), sentence.end)
    masks = (m for at, m in enumerate(line.masks[start:end], start) if "or not" not in _around(tokens, at))
    return reduce(or_, masks, 0)


def _around(tokens: Sequence[str], at: int) -> str:
    return " ".join(tokens[max(0, at - 1) : at + 3])


def _complaint(claiming: Sequence[Weighed], draft: Draft) -> int:
    """The block after the first claim in which the complaint route begins."""
    first = min((w.cited.line.index for w in claiming), default=0)
    told = (at for at in range(first, len(draft.regions)) if draft.regions[at] is Region.RIGHTS)
    return next(told, len(draft.regions))


def unfounded(found: Doubts, notice: Notice) -> frozenset[str]:
    """The doubted exemptions to drop: nothing is argued for them alone, and what is claimed at all lacks something."""
    alone = {e.number for e in notice.engagements if any(p.exemptions == {e.number} for p in notice.passages)}
    lacking = {e.number for e in notice.engagements if _lacks_something(e)}
    return (found.remarked | (found.doubtful & lacking)) - alone


def _lacks_something(engagement: Engagement) -> bool:
    bare = engagement.provisions == (engagement.number,) and len(engagement.exemption.limbs) > 1
    absent = any(state is State.ABSENT for _, state in engagement.parts)
    owes_more = bool(engagement.exemption.bar)  # an estimate, and advice
    return bare or absent or owes_more
