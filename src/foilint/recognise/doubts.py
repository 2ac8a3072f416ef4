"""Doubts: which exemptions no sentence claims outright, and which of them are dropped as nothing is argued for them.

A new way of mentioning an exemption can always be found. What a notice relies on it claims outright, or argues.
"""

from collections.abc import Sequence

from foilint.notice import Engagement, Notice, Part, Region, State
from foilint.recognise import claims, weighing
from foilint.recognise.claims import Strength
from foilint.recognise.clauses import ideas_about
from foilint.recognise.draft import Draft
from foilint.recognise.lexicon import Lexicon
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
REFUSALS = ("withheld", "claims-now", "kept-out", "confirm-or-deny")
LISTED = (claims.LEAD_IN, claims.BY_ITSELF, claims.ANNOUNCED, weighing.HEADS)  # claims by where they stand


class Doubts(NamedTuple):
    """The exemptions that no sentence claims outright, and those that only remarks name."""

    doubtful: frozenset[str]
    remarked: frozenset[str]


def doubts(ours: Sequence[Weighed], numbers: set[str], doubted: set[str], draft: Draft, lexicon: Lexicon) -> Doubts:
    """What is to be doubted of some exemptions; the second reader has `doubted` some.

    A claim after the complaint route has begun is a remark.
    """
    spoken = [w for w in ours if w.weight.strength >= Strength.SPOKEN_OF and w.number in numbers]
    complains = _complaint([w for w in spoken if w.weight.strength is Strength.CLAIMED], draft)
    told = [w for w in spoken if w.cited.line.index <= complains and not _is_remark(w, lexicon)]
    claimed = {w.number for w in spoken if _says_so(w, lexicon)}
    return Doubts(
        frozenset(
            (numbers & doubted) | (numbers - {w.number for w in told if _is_outright(w, lexicon)}),
        ),
        frozenset({w.number for w in spoken} - {w.number for w in told} - claimed),
    )


def _says_so(w: Weighed, lexicon: Lexicon) -> bool:
    """Whether words say that the provision is used here, to refuse: "is withheld under", "applies to it"."""
    if w.weight.why == claims.ANNOUNCED:
        return True
    if w.weight.duty is not None or (
        w.weight.strength is Strength.CLAIMED and w.sentence.mask & lexicon.bits["withheld"]
    ):
        return True
    clause = ideas_about(w.cited, w.sentence, lexicon.mask(*REFUSALS))
    return bool(clause & lexicon.bits["claims-now"] and not clause & lexicon.mask(*DENYING))


def _is_remark(w: Weighed, lexicon: Lexicon) -> bool:
    """Whether a sentence only speaks about a provision, or its paragraph says that the information is given."""
    mask, whole = w.sentence.mask, w.cited.line.mask
    if mask & lexicon.mask(*REMARKS) or whole & lexicon.mask(*OF_A_PARAGRAPH):
        return True
    if w.exemption is None or not w.exemption.bar:
        talks = mask & lexicon.mask(*TALK) and not mask & lexicon.mask("withheld", "claims-now")
        given = any(s.mask & lexicon.bits["given-out"] and "if" not in s.tokens for s in w.cited.line.sentences)
        return bool(talks or (given and not _says_so(w, lexicon)))
    return False


def _is_outright(w: Weighed, lexicon: Lexicon) -> bool:
    """Whether a provision is claimed without a doubt: in so many words, in a list, or in a paragraph that refuses."""
    if w.exemption is not None and w.exemption.bar:
        return not w.sentence.mask & lexicon.mask(*SUPPOSING)  # "need not comply" is the way of a bar
    if _says_so(w, lexicon):
        return True
    refusals, whole = lexicon.mask(*REFUSALS), w.cited.line.mask
    near = whole & refusals and not whole & lexicon.bits["given-out"]
    clause = ideas_about(w.cited, w.sentence, refusals)
    return bool(near or w.weight.why.startswith(LISTED)) and not clause & lexicon.mask(*SOFT, *DENYING)


def _complaint(claiming: Sequence[Weighed], draft: Draft) -> int:
    """The block after the first claim in which the complaint route begins."""
    first = min((w.cited.line.index for w in claiming), default=0)
    told = (at for at in range(first, len(draft.regions)) if draft.regions[at] is Region.RIGHTS)
    return next(told, len(draft.regions))


def unfounded(found: Doubts, notice: Notice) -> frozenset[str]:
    """The doubted exemptions to drop: nothing is argued for them alone, and what is claimed at all lacks something."""
    named = {e.number: min((c.span.block for c in e.citations), default=0) for e in notice.engagements}
    alone = [
        (number, passage.part)
        for passage in notice.passages
        if len(passage.exemptions) == 1
        for number in passage.exemptions
        if passage.span.block >= named.get(number, 0)  # what is said before it is named is said of others
    ]
    argued, tested = {number for number, _ in alone}, {number for number, part in alone if part is not Part.HARM}
    lacking = {e.number for e in notice.engagements if _lacks_something(e)}
    return (found.remarked - tested) | ((found.doubtful & lacking) - argued)


def _lacks_something(engagement: Engagement) -> bool:
    bare = engagement.provisions == (engagement.number,) and len(engagement.exemption.limbs) > 1
    absent = any(state is State.ABSENT for _, state in engagement.parts)
    owes_more = bool(engagement.exemption.bar)  # an estimate, and advice
    return bare or absent or owes_more
