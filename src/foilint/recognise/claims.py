"""Relied on, or merely mentioned: what each citation of an exemption is there for.

In the response, a provision is relied on where the words claim it ("withheld under", "by virtue of", a list after such
a lead-in, a heading or a table cell of its own). What takes a claim back again stands in `denials`.
"""

from collections.abc import Mapping

from foilint.law import Duty, Law
from foilint.notice import Region
from foilint.recognise import denials
from foilint.recognise.citations import Cited
from foilint.recognise.lexicon import Lexicon, once
from foilint.recognise.words import Line, Sentence
from foilint.values import IntEnum, NamedTuple

RECITED = "recited"
LEAD_IN = "lead-in: "
BY_ITSELF = "stands by itself"
ANNOUNCED = "one of those that the words before announce"
AFTER = 9  # words after a provision in which a verb may claim it
ACT = 7  # words more where its Act may be named first


class Strength(IntEnum):
    """How strongly words claim a provision."""

    DENIED = 0  # not relied on, or merely mentioned
    RECITED = 1  # the sentence tells what the provision says
    SPOKEN_OF = 2
    CLAIMED = 3


class Weight(NamedTuple):
    """How strongly words claim a provision, and why."""

    strength: Strength
    why: str
    duty: Duty | None = None  # what is refused by it, where the words tell


def weigh(
    line: Line,
    sentence: Sentence,
    cited: Cited,
    *,
    region: Region,
    lead_in: Weight | None,
    announced: bool,
    lexicon: Lexicon,
) -> Weight:
    """Weigh one citation.

    `lead_in` is what a lead-in above the line claims for the list it opens, and `announced` whether a paragraph above
    says that several provisions are relied on.
    """
    if region is Region.REQUEST:
        return Weight(Strength.DENIED, "in the request")
    if region is not Region.RESPONSE:
        return Weight(Strength.DENIED, f"in the {region}")
    denied = denials.why_denied(line, sentence, cited, lexicon)
    if denied and not (denied == denials.ONLY_WOULD and _explains_silence(line, sentence, lexicon)):
        return Weight(Strength.DENIED, denied)
    duty = duty_of(sentence, lexicon)
    if duty is None or _goes_on(sentence, lexicon):
        duty = _duty_before(line, sentence, lexicon) or duty
    if duty is Duty.CONFIRM and cited.start > sentence.start and lexicon.says("neither-confirm-nor-deny", sentence):
        return Weight(Strength.CLAIMED, "stands in the statement that it is neither confirmed nor denied", duty)
    if duty is Duty.CONFIRM and _duty_before(line, sentence, lexicon) is Duty.CONFIRM:
        return Weight(Strength.CLAIMED, "follows the statement that it is neither confirmed nor denied", duty)
    if claimed := _claimed(sentence, cited, lexicon):
        return Weight(Strength.CLAIMED, claimed, duty)
    if _counts_off(line, sentence, cited, lexicon, announced=announced):
        return Weight(Strength.CLAIMED, ANNOUNCED, duty)
    if lead_in is not None and _lists(line, cited):
        return Weight(Strength.CLAIMED, lead_in.why, lead_in.duty)
    if (_stands_alone(line, cited) or _labels(sentence, cited)) and not _recites(sentence, cited, lexicon):
        return Weight(Strength.CLAIMED, BY_ITSELF, duty)
    if _recites(sentence, cited, lexicon):
        return Weight(Strength.RECITED, RECITED, duty)
    return Weight(Strength.SPOKEN_OF, "spoken of in the response", duty)


@once
def duty_of(sentence: Sentence, lexicon: Lexicon) -> Duty | None:
    """Which duty a sentence says it does not meet, if it says so."""
    if _argues(sentence, lexicon):
        return None  # a test argues; it does not decide
    if lexicon.says("neither-confirm-nor-deny", sentence):
        return Duty.CONFIRM
    withheld, open_ = lexicon.bits["withheld"], lexicon.bits["refuses-request"]
    if any(mask & withheld and not mask & open_ for _, mask in sentence.hits):
        return Duty.DISCLOSE
    return None


def _argues(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether a sentence is part of a test: "The factors against release under section 7 are weightier"."""
    weighs = sentence.mask & lexicon.mask("factor") and sentence.mask & lexicon.mask("outweigh")
    return bool(weighs or sentence.mask & lexicon.mask("public-interest", "balance-noun"))


def _goes_on(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether a sentence says why of the one before: "We neither confirm nor deny it. It is exempt under section 7"."""
    return bool(sentence.line.masks[sentence.start] & lexicon.mask("same-thing"))


def _explains_silence(line: Line, sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether what only would apply is all that a refusal to say rests on.

    "We neither confirm nor deny that we hold it. Any such information would be exempt under section 7."
    """
    before = next((s for s in line.sentences if s.end == sentence.start), None)
    if before is None or before.mask & lexicon.mask("section-word", "regulation-word"):
        return False
    return _goes_on(sentence, lexicon) and duty_of(before, lexicon) is Duty.CONFIRM


def _duty_before(line: Line, sentence: Sentence, lexicon: Lexicon) -> Duty | None:
    """The duty that the sentence before says is not met: the provisions follow."""
    if _argues(sentence, lexicon):
        return None
    before = next((s for s in line.sentences if s.end == sentence.start), None)
    return duty_of(before, lexicon) if before is not None else None


def lead_in(line: Line, lexicon: Lexicon) -> Weight | None:
    """What a block claims for the list that follows it: "… by virtue of the following exemptions:"."""
    if not line.sentences:
        return None
    last = line.sentences[-1]
    bits = lexicon.bits
    opens = last.mask & bits["lead-list"] or (last.mask & bits["withheld"] and line.tokens[-1] == ":")
    if not last.mask & bits["rely"] or not opens:
        return None
    if line.tokens[-1] not in (":", ";", "-", ".") and not last.mask & bits["lead-list"]:
        return None
    if last.mask & (bits["applicant-said"] | bits["favour"] | bits["against"]):
        return None  # it leads in the factors
    closes = line.tokens[-1] in (":", ";", "-") or "following" in last.tokens[-6:] or "below" in last.tokens[-3:]
    return Weight(Strength.CLAIMED, LEAD_IN + " ".join(last.tokens[-8:]), duty_of(last, lexicon)) if closes else None


def _claimed(sentence: Sentence, cited: Cited, lexicon: Lexicon) -> str:
    """The words that claim a citation, or ""."""
    bits = lexicon.bits
    if _recites(sentence, cited, lexicon) or (cited.is_relative and not sentence.mask & bits["withheld"]):
        return ""
    for token, mask in reversed(sentence.hits):
        if token < cited.start and mask & bits["rely"] and not _names_an_act(sentence, token, lexicon):
            return f"claimed by {sentence.line.tokens[token]!r}"
    if _says_they_are(sentence, cited):
        return "said to be what it covers"
    reach = cited.after + AFTER
    if "," not in sentence.line.tokens[cited.after : reach]:
        reach += ACT  # "section 7 of the Such and Such Act 1999 makes it exempt"
    for token, mask in sentence.hits:
        if cited.end <= token <= reach and mask & bits["rely"]:
            return f"claimed by {sentence.line.tokens[token]!r}"
    return ""


def _says_they_are(sentence: Sentence, cited: Cited) -> bool:
    """Whether a sentence says that something is what the provision covers: "These are … for the purposes of it"."""
    told = sentence.line.tokens[sentence.start : cited.start]
    return tuple(told[-len(PURPOSES) :]) == PURPOSES and not SAID_TO_BE.isdisjoint(told)


PURPOSES = ("for", "the", "purposes", "of")
SAID_TO_BE = frozenset(("is", "are", "was", "were"))


def _names_an_act(sentence: Sentence, token: int, lexicon: Lexicon) -> bool:
    """Whether "under" only leads to an Act: "Under the Information Act there is a limit"."""
    line = sentence.line
    names = any(mask & lexicon.bits["law-name"] for mask in line.masks[token + 1 : token + 3])
    return line.tokens[token] == "under" and token == sentence.start and names


def _counts_off(line: Line, sentence: Sentence, cited: Cited, lexicon: Lexicon, *, announced: bool) -> bool:
    """Whether a sentence names the next of several just claimed: "We rely on two provisions. … The second is …"."""
    opening = line.tokens[sentence.start : cited.start]
    if len(opening) > OPENING or ORDINALS.isdisjoint(opening) or COPULAS.isdisjoint(opening):
        return False
    return announced or any(_claims_several(s, lexicon) for s in line.sentences if s.end <= sentence.start)


def announces(line: Line, lexicon: Lexicon) -> bool:
    """Whether a paragraph ends by saying that several provisions are relied on: "I rely on two exemptions."."""
    return bool(line.sentences) and _claims_several(line.sentences[-1], lexicon)


def _claims_several(sentence: Sentence, lexicon: Lexicon) -> bool:
    bits = lexicon.bits
    several = sentence.mask & bits["rely"] and sentence.mask & bits["lead-list"]
    return bool(several and not sentence.mask & bits["the-asker"])


OPENING = 6  # words
ORDINALS = frozenset(("first", "second", "third", "fourth", "other", "next", "last"))
COPULAS = frozenset(("is", "being", "was"))


def _recites(sentence: Sentence, cited: Cited, lexicon: Lexicon) -> bool:
    """Whether a sentence only tells what a provision says ("Section 43(2) exempts information whose …")."""
    bits = lexicon.bits
    before = [(t, m) for t, m in sentence.hits if t < cited.start and sentence.line.tokens[t - 1] not in BY]
    if any(m & bits["any-authority"] for _, m in before):
        return True
    tokens = sentence.line.tokens
    if not OURS.isdisjoint(tokens[cited.end : sentence.end]) or not OURS.isdisjoint(
        tokens[sentence.start : cited.start]
    ):
        return False  # "I claim section 7, which concerns …"
    first = cited.start - sentence.start <= 3
    told = (t for t, m in sentence.hits if m & bits["recital"] and cited.end <= t <= cited.after + 4)
    return first and any(tokens[t + 1 : t + 2] not in THESE for t in told)


OURS = frozenset(("we", "i", "us", "our"))
THESE = (["it"], ["them"], ["both"], ["these"], ["those"])  # "Section 7(2) exempts it" tells of what is at hand
BY = ("by", "public")  # "proceedings conducted by public authorities" is a title


def _lists(line: Line, cited: Cited) -> bool:
    """Whether a citation opens its block, as list items do."""
    return len(line.tokens) <= 30 or sum(t.isalpha() for t in line.tokens[: cited.start]) <= 3


def _stands_alone(line: Line, cited: Cited) -> bool:
    """Whether a block is hardly more than the citation and its label."""
    if not TELLING.isdisjoint(line.tokens[: cited.start]):
        return False
    words = sum(t.isalpha() and len(t) > 1 for t in line.tokens)
    return words <= 16 and line.tokens[-1][0] != "?" and sum(t.isalpha() for t in line.tokens[: cited.start]) <= 6


def _labels(sentence: Sentence, cited: Cited) -> bool:
    """Whether a sentence is no more than what is withheld and the provision: "The advice: section 42(1)."."""
    told = sentence.line.tokens[sentence.start : cited.start]
    if told[:1] == ["for"] and told[-2:] in IT_IS:
        return True  # "For the prices in the agreement it is section 43, since …"
    short = sentence.end - sentence.start <= LABELLED
    if told[-1:] == ["-"] and sentence.end - cited.after <= 1:
        return short and TELLING.isdisjoint(told)  # "The covering note from our engineer - regulation 12(5)(h)."
    return short and told[-1:] == [":"] and TELLING.isdisjoint(told) and sentence.tokens[-1][0] != "?"


LABELLED = 24  # tokens
IT_IS = (["it", "is"], ["that", "is"], ["this", "is"])
TELLING = frozenset(("was", "were", "had", "did", "used", "asked", "named", "mentioned", "suggested"))


def laws_of(cited: Cited, main: Law, laws: Mapping[str, Law]) -> Law | None:
    """The law that a citation means: the one named with it, else the main one if its unit fits; None for neither."""
    if cited.law in laws:
        return _of_that_name(laws[cited.law], cited, main, laws)
    if cited.law:
        return None
    if not cited.unit or cited.unit == main.unit:
        return main
    if main.companion(cited.path):
        return main  # "section 12(6)", of Regulations
    own = main.exemption(cited.path) if main.exists(cited.path) else None
    others = [law for law in laws.values() if law.unit == cited.unit]
    if len(cited.path) > 1 and main.is_machinery(cited.path) and not any(law.exists(cited.path) for law in others):
        return main  # "the test under section 12(1)(b)", of Regulations
    theirs = (law.exemption(cited.path) for law in others if law.exists(cited.path))
    misnamed = own is not None and all(other is None or len(other.path) < len(own.path) for other in theirs)
    return main if misnamed else None  # "section 12(4)(e)", of Regulations


def _of_that_name(law: Law, cited: Cited, main: Law, laws: Mapping[str, Law]) -> Law:
    """Of two laws that share a name ("the EIRs"), the one of the country whose law the notice is given under."""
    for other in (main, *laws.values()):
        near = other.particulars.commissioner == main.particulars.commissioner
        if near and other.exists(cited.path) and not set(other.names).isdisjoint(law.names):
            return other
    return law
