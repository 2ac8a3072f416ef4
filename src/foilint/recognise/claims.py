"""Relied on, or merely mentioned: what each citation of an exemption is there for.

In the response, a provision is relied on where the words claim it ("withheld under", "by virtue of", a list after such a lead-in, a heading
or a table cell of its own). Words can also take a claim back: negation, history, "would be exempt", the applicant's own argument, a recital.
"""

from collections.abc import Mapping
from enum import IntEnum
from typing import NamedTuple

from foilint.law import Duty, Law
from foilint.notice import Region
from foilint.provision import Path
from foilint.recognise.citations import Cited
from foilint.recognise.words import Lexicon, Line, Sentence

NEAR = 4
BEFORE = 9
FOLLOWING = 30  # words of a sentence that may do no more than take back what the one before claimed
AFTER = 9


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


class Claim(NamedTuple):
    """A citation of an exemption of the law at hand, weighed."""

    cited: Cited
    law: Law
    path: Path
    weight: Weight


def weigh(
    line: Line,
    sentence: Sentence,
    cited: Cited,
    *,
    region: Region,
    lead_in: Weight | None,
    lexicon: Lexicon,
) -> Weight:
    """Weigh one citation. `lead_in` is what a lead-in above the line claims for the list it opens."""
    if region is Region.REQUEST:
        return Weight(Strength.DENIED, "in the request")
    if region is not Region.RESPONSE:
        return Weight(Strength.DENIED, f"in the {region}")
    if _inside_quotes(line, cited):
        return Weight(Strength.DENIED, "inside a quotation")
    if denied := _denied(sentence, cited, lexicon) or _denied_after(line, sentence, lexicon):
        return Weight(Strength.DENIED, denied)
    duty = duty_of(sentence, lexicon) or _duty_before(line, sentence, lexicon)
    if duty is Duty.CONFIRM and _duty_before(line, sentence, lexicon):
        return Weight(Strength.CLAIMED, "follows the statement that it is neither confirmed nor denied", duty)
    if claimed := _claimed(sentence, cited, lexicon):
        return Weight(Strength.CLAIMED, claimed, duty)
    if lead_in is not None and _lists(line, sentence, cited):
        return Weight(Strength.CLAIMED, lead_in.why, lead_in.duty)
    if _stands_alone(line, sentence, cited):
        return Weight(Strength.CLAIMED, "stands by itself", duty)
    if _recites(sentence, cited, lexicon):
        return Weight(Strength.RECITED, "recited", duty)
    return Weight(Strength.SPOKEN_OF, "spoken of in the response", duty)


def duty_of(sentence: Sentence, lexicon: Lexicon) -> Duty | None:
    """Which duty a sentence says it does not meet, if it says so."""
    if sentence.mask & lexicon.bits["public-interest"]:
        return None  # a test argues; it does not decide
    if lexicon.says("neither-confirm-nor-deny", sentence):
        return Duty.CONFIRM
    if sentence.mask & lexicon.bits["withheld"]:
        return Duty.DISCLOSE
    return None


def _duty_before(line: Line, sentence: Sentence, lexicon: Lexicon) -> Duty | None:
    """CONFIRM where the sentence before says that the authority neither confirms nor denies: the provisions follow."""
    before = next((s for s in line.sentences if s.end == sentence.start), None)
    return Duty.CONFIRM if before is not None and lexicon.says("neither-confirm-nor-deny", before) else None


def lead_in(line: Line, lexicon: Lexicon) -> Weight | None:
    """What a block claims for the list that follows it: "… by virtue of the following exemptions:"."""
    if not line.sentences:
        return None
    last = line.sentences[-1]
    bits = lexicon.bits
    if not last.mask & bits["rely"] or not last.mask & bits["lead-list"]:
        return None
    if line.tokens[-1] not in (":", ";", "-", ".") and not last.mask & bits["lead-list"]:
        return None
    if last.mask & bits["applicant-said"]:
        return None
    closes = line.tokens[-1] in (":", ";", "-") or "following" in last.tokens[-6:] or "below" in last.tokens[-3:]
    return (
        Weight(Strength.CLAIMED, "lead-in: " + " ".join(last.tokens[-8:]), duty_of(last, lexicon)) if closes else None
    )


def _inside_quotes(line: Line, cited: Cited) -> bool:
    if '"' not in line.folded:
        return False
    before = line.folded[: line.start_of(cited.start)]
    return before.count('"') % 2 == 1 and '"' in line.folded[line.start_of(cited.start) :]


def _denied(sentence: Sentence, cited: Cited, lexicon: Lexicon) -> str:
    """Why the words round a citation claim nothing; "" where they may."""
    bits = lexicon.bits
    hits = sentence.hits
    before = [(t, m) for t, m in hits if t < cited.start]
    after = [(t, m) for t, m in hits if t >= cited.end]
    if any(m & bits["applicant-said"] and not _only_asks(t, before, sentence, lexicon) for t, m in before):
        return "the applicant's words"
    nearest = next(((t, m) for t, m in reversed(before) if m & bits["rely"] and cited.start - t <= BEFORE), None)
    if nearest is not None:
        at, _ = nearest
        reached = _verbs_start(before, at, lexicon)
        denies = not _under(sentence, at, cited) or sentence.line.tokens[reached].startswith(REFUSING)
        if denies and any(m & bits["not"] and 0 <= reached - t <= NEAR for t, m in before):
            return "not relied on"
        if any(m & bits["hypothetical"] and 0 <= reached - t <= NEAR for t, m in before):
            return "only what would apply"
        if any(m & bits["example"] and 0 <= cited.start - t <= NEAR + 2 for t, m in before):
            return "an example"
        words = sentence.line.tokens
        if words[reached - 1] == "be" and "would" in words[sentence.start : reached]:
            return "only what would apply"
    tokens = sentence.line.tokens
    ends = _after_aside(tokens, cited.end)
    negated = next((t for t, m in after if m & bits["negation"] and 0 <= t - ends <= 4), None)
    if negated is not None and (
        _says_of(sentence, ends, lexicon) or (negated - ends <= 2 and tokens[negated + 1 : negated + 2] not in LIFTING)
    ):
        return "said not to apply"
    if any(m & bits["no-part"] and cited.end <= t <= cited.end + 14 for t, m in hits):
        return "said not to apply"
    if _was_claimed(sentence, lexicon):
        return "history"
    if any(m & bits["unexamined"] and cited.start - t <= 18 for t, m in before):
        return "not examined"
    if any(m & bits["considered"] and cited.start - t <= 12 for t, m in before) and any(
        m & bits["not"] for _, m in after
    ):
        return "considered and not relied on"
    if sentence.line.tokens[cited.start - 1 : cited.start] == ["no"] or _disowned_later(sentence, cited, lexicon):
        return "not relied on"
    if sentence.mask & bits["commissioner-word"] and sentence.mask & bits["was-upheld"]:
        return "decided before"
    if any(m & bits["would-consider"] and 0 < cited.start - t <= 14 for t, m in before):
        return "only what would be considered"
    if _neither(sentence, cited):
        return "not relied on"
    if (
        after
        and after[0][0] <= cited.after
        and after[0][1] & bits["not-ours"]
        and sentence.line.tokens[cited.start - 1 : cited.start] in (["a"], ["any"], ["the"], ["such"])
    ):
        return "names something else"
    if any(
        (m & bits["hypothetical"] and t - cited.end <= 2) or (m & bits["supposed"] and t - cited.end <= 7)
        for t, m in after
    ):
        return "only what would apply"
    return ""


def _disowned_later(sentence: Sentence, cited: Cited, lexicon: Lexicon) -> bool:
    """Whether the sentence goes on to take the claim back: "… is a different exemption, and I do not rely on it"."""
    found = lexicon.says("disowned", sentence)
    return found is not None and found[0] >= cited.end


def _was_claimed(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether the claim is an earlier one, and not upheld here ("originally withheld under")."""
    bits = lexicon.bits
    if not sentence.mask & bits["earlier"] or sentence.mask & bits["upheld"]:
        return False
    if lexicon.says("refused-before", sentence):
        return True
    claiming = [t for t, m in sentence.hits if m & bits["rely"]]
    return any(m & bits["earlier"] and any(abs(t - c) <= NEAR for c in claiming) for t, m in sentence.hits)


def _denied_after(line: Line, sentence: Sentence, lexicon: Lexicon) -> str:
    """Whether the next sentence takes the claim back: "We have not relied on it"."""
    bits = lexicon.bits
    if sentence.mask & bits["withheld"]:
        return ""
    following = next((s for s in line.sentences if s.start == sentence.end), None)
    if following is None or following.end - following.start > FOLLOWING:
        return ""
    said = lexicon.says("disowned", following) or lexicon.says("refused-on-no-such-ground", following)
    done = following.mask & bits["do-so"] and following.mask & bits["negation"]
    return "not relied on" if said or done else ""


def _verbs_start(before: list[tuple[int, int]], at: int, lexicon: Lexicon) -> int:
    """The first of the claiming words that run up to `at` ("sought to rely on")."""
    for token, mask in reversed(before):
        if mask & lexicon.bits["rely"] and at - token <= 2:
            at = token
    return at


REFUSING = ("withh", "refus", "redact", "rely", "reli", "claim", "cite", "invok", "engag", "used", "using", "exempted")
LIFTING = (["require"], ["oblige"], ["only"], ["allow"], ["permit"], ["compel"])


def _under(sentence: Sentence, at: int, cited: Cited) -> bool:
    """Whether the claiming word is a preposition: "does not apply by virtue of" claims, "do not rely on" does not."""
    tokens = sentence.line.tokens
    return tokens[at] in PREPOSITIONS or (tokens[at] in ("terms", "accordance") and tokens[at - 1] == "in")


PREPOSITIONS = frozenset(
    [
        "virtue",
        "under",
        "pursuant",
        "accordance",
        "terms",
        "because",
        "reason",
        "owing",
        "due",
        "read",
        "conjunction",
        "basis",
        "purposes",
        "excluded",
        "exempt",
        "exempted",
        "withheld",
        "withhold",
        "refused",
        "exemption",
        "exception",
        "redacted",
        "required",
        "obliged",
        "disapplied",
        "excused",
        "released",
        "relieved",
        "absolved",
        "grounds",
    ]
)


def _only_asks(at: int, before: list[tuple[int, int]], sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether the applicant's words only name what is then withheld: "what you ask for is withheld under"."""
    asks = any(token.startswith("ask") for token in sentence.line.tokens[at + 1 : at + 3])
    return asks and any(t > at and m & lexicon.bits["withheld"] for t, m in before)


def _after_aside(tokens: list[str], end: int) -> int:
    """Where a sentence goes on after a citation and an aside between commas: "Section 22, to which you refer, is not …"."""
    if tokens[end : end + 1] == [","] and "," in tokens[end + 1 : end + 9]:
        return tokens.index(",", end + 1) + 1
    return end


def _says_of(sentence: Sentence, end: int, lexicon: Lexicon) -> bool:
    """Whether "not" after a citation belongs to a verb of claiming ("section 30 does not apply", "was not relied on")."""
    bits = lexicon.bits
    return any(m & (bits["rely"] | bits["considered"]) and end < t <= end + AFTER for t, m in sentence.hits) or any(
        w in sentence.line.tokens[end : end + 6]
        for w in ("needed", "necessary", "relevant", "bearing", "used", "available")
    )


def _neither(sentence: Sentence, cited: Cited) -> bool:
    tokens = sentence.line.tokens
    start = max(sentence.start, cited.start - 8)
    window = tokens[start : cited.start]
    if (
        "neither" in window
        and not any(w.startswith("confirm") for w in window)
        and "nor" in tokens[start : cited.end + 8]
    ):
        return True
    return window[-1:] == ["nor"] or window[-2:] in (["nor", "by"], ["nor", "under"])


def _claimed(sentence: Sentence, cited: Cited, lexicon: Lexicon) -> str:
    """The words that claim a citation, or ""."""
    bits = lexicon.bits
    if _recites(sentence, cited, lexicon):
        return ""
    for token, mask in reversed(sentence.hits):
        if token < cited.start and mask & bits["rely"]:
            return f"claimed by {sentence.line.tokens[token]!r}"
    for token, mask in sentence.hits:
        if cited.end <= token <= cited.after + AFTER and mask & bits["rely"]:
            return f"claimed by {sentence.line.tokens[token]!r}"
    return ""


def _recites(sentence: Sentence, cited: Cited, lexicon: Lexicon) -> bool:
    """Whether a sentence only tells what a provision says ("Section 43(2) exempts information whose …")."""
    bits = lexicon.bits
    if any(m & bits["any-authority"] and t < cited.start for t, m in sentence.hits):
        return True
    if any(t in ("we", "i", "us", "our") for t in sentence.line.tokens[cited.end : sentence.end]):
        return False
    first = cited.start - sentence.start <= 3
    told = any(m & bits["recital"] and cited.end <= t <= cited.after + 4 for t, m in sentence.hits)
    return first and told


def _lists(line: Line, sentence: Sentence, cited: Cited) -> bool:
    """Whether a citation opens its block, as list items do."""
    return (
        line.start_of(cited.start) <= 12
        or sum(t.isalpha() for t in line.tokens[: cited.start]) <= 3
        or len(line.tokens) <= 30
    )


def _stands_alone(line: Line, sentence: Sentence, cited: Cited) -> bool:
    """Whether a block is hardly more than the citation and its label."""
    words = sum(t.isalpha() and len(t) > 1 for t in line.tokens)
    return words <= 16 and line.tokens[-1][0] not in "?" and sum(t.isalpha() for t in line.tokens[: cited.start]) <= 6


def laws_of(cited: Cited, main: Law, laws: Mapping[str, Law]) -> Law | None:
    """The law that a citation means: the one named with it, else the main one if its unit fits, else one whose unit does."""
    if cited.law in laws:
        return _of_that_name(laws[cited.law], cited, main, laws)
    if cited.law:
        return None
    if not cited.unit or cited.unit == main.unit:
        return main
    return None


def _of_that_name(law: Law, cited: Cited, main: Law, laws: Mapping[str, Law]) -> Law:
    """Of two laws that share a name ("the EIRs"), the one of the country whose law the notice is given under."""
    for other in (main, *laws.values()):
        near = other.particulars.commissioner == main.particulars.commissioner
        if near and other.exists(cited.path) and not set(other.names).isdisjoint(law.names):
            return other
    return law
