"""What a heading, a run-in label or a lead-in says of the text below it: which part it opens, of which exemption.

The grammar is who favours what: a word that favours or opposes, and an object that is openness (disclosing, confirming)
or its opposite (withholding, the exemption). "Against disclosure" and "favouring non-disclosure" both argue against;
"against withholding" argues for.
"""

from enum import StrEnum

from foilint.law import Duty
from foilint.notice import Part
from foilint.recognise.citations import Cited
from foilint.recognise.lexicon import Lexicon, once
from foilint.recognise.words import Sentence
from foilint.values import NamedTuple


class Role(StrEnum):
    """What a label introduces."""

    PART = "part"  # one part of the test, or the harm
    TEST = "test"  # the public interest test as a whole; its sentences tell the parts
    TOPIC = "topic"  # an exemption, and what is said about it
    REQUEST = "request"
    RESPONSE = "response"
    RIGHTS = "rights"
    OTHER = "other"


class Label(NamedTuple):
    """What a heading says: its role, the part it opens, the provisions it names, and whether its side cannot be told.

    `within` is the part it opens only inside a test whose other side is headed alike: "Reasons for withholding",
    "For waiting:".
    """

    role: Role
    part: Part | None
    cites: tuple[Cited, ...]
    ambiguous: bool
    duties: frozenset[Duty]
    within: Part | None = None


class Stance(StrEnum):
    """Which side words take."""

    FOR = "for"
    AGAINST = "against"
    UNCLEAR = "unclear"  # "favouring section 31"
    BOTH = "both"


def read(sentence: Sentence, cites: tuple[Cited, ...], lexicon: Lexicon) -> Label:
    """Read a heading or label."""
    bits = lexicon.bits
    mask = sentence.mask
    duties = duties_of(sentence, lexicon)
    within = _within_test(sentence, lexicon)

    def label(role: Role, part: Part | None = None, *, ambiguous: bool = False) -> Label:
        return Label(role, part, cites, ambiguous, duties, within)

    if mask & bits["not-in-the-interest"] or mask & bits["in-the-interest"]:
        return label(Role.TEST)
    side = stance_of_label(sentence, cites, lexicon)
    if side is Stance.BOTH:
        return label(Role.TEST)
    if mask & bits["factor"] and "weighed" in sentence.tokens:
        return label(Role.TEST)
    if mask & bits["balance-label"] and side not in (Stance.FOR, Stance.AGAINST):
        return label(Role.PART, Part.BALANCE)
    if side is Stance.FOR:
        return label(Role.PART, Part.FOR)
    if side is Stance.AGAINST:
        return label(Role.PART, Part.AGAINST)
    if side is Stance.UNCLEAR:
        return label(Role.PART, Part.FOR, ambiguous=True)
    interest = mask & bits["public-interest"]
    concludes = mask & bits["conclusion-label"] and not _tests_findings(sentence, lexicon)
    if (interest or cites) and concludes and (interest or mask & bits["concluding"]):
        return label(Role.PART, Part.BALANCE)
    if _names_by_harm(sentence, cites, lexicon):
        return label(Role.TOPIC)
    if (mask & bits["harm-label"] or (mask & bits["necessity"] and mask & bits["security"])) and not interest:
        return label(Role.PART, Part.HARM)
    if interest:
        return label(Role.TEST)
    if (mask & bits["rights-label"] and not cites) or (
        mask & bits["rights-word"] and sentence.end - sentence.start <= 3
    ):
        return label(Role.RIGHTS)
    if cites:
        return label(Role.TOPIC)
    if mask & bits["response-label"]:  # "Response to your request" is one too
        return label(Role.RESPONSE)
    if mask & bits["request-label"] and not mask & bits["law-name"]:
        return label(Role.REQUEST)
    return label(Role.OTHER)


def _tests_findings(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether a conclusion is only what the test is about: "Public interest test for the draft findings"."""
    bits = lexicon.bits
    tests = [at for at, mask in sentence.hits if mask & bits["test-word"]]
    concludes = next((at for at, mask in sentence.hits if mask & bits["conclusion-label"]), 0)
    between = sentence.line.tokens[tests[0] : concludes] if tests else []
    return not {"for", "of", "about"}.isdisjoint(between)


def _names_by_harm(sentence: Sentence, cites: tuple[Cited, ...], lexicon: Lexicon) -> bool:
    """Whether a heading gives an exemption the name of its harm: "Section 36: prejudice to the conduct of affairs"."""
    return bool(cites and sentence.mask & lexicon.bits["named-by-harm"])


def _within_test(sentence: Sentence, lexicon: Lexicon) -> Part | None:
    """The side words would take beside a heading for the other: those for anything but openness are against."""
    bits = lexicon.bits
    for token, ideas in sentence.hits:
        if ideas & (bits["favour"] | bits["for-word"]):
            return Part.AGAINST if _object(sentence, token, lexicon) <= 0 else None
    return None


@once
def duties_of(sentence: Sentence, lexicon: Lexicon) -> frozenset[Duty]:
    """Which duty the words argue about: saying whether information is held, or disclosing it."""
    bits = lexicon.bits
    duties = set()
    if sentence.mask & bits["confirm-or-deny"]:
        duties.add(Duty.CONFIRM)
    elif sentence.mask & bits["answering"]:
        duties |= {Duty.CONFIRM, Duty.DISCLOSE}  # an answer may be either
    if sentence.mask & bits["disclosure"]:
        duties.add(Duty.DISCLOSE)
    return frozenset(duties)


def stance_of_label(sentence: Sentence, cites: tuple[Cited, ...], lexicon: Lexicon) -> Stance | None:
    """Which side a heading announces; None where it announces none."""
    bits = lexicon.bits
    mask = sentence.mask
    if mask & bits["both-sides"]:
        return Stance.BOTH
    favour, against, weak = bits["favour"], bits["against"], bits["for-word"]
    sign = 0
    at = -1
    factor = mask & bits["factor"]
    for token, ideas in sentence.hits:
        if ideas & against:
            sign, at = -1, token
            break
        weakly = ideas & weak and not any(m & bits["test-word"] for m in sentence.line.masks[token - 1 : token])
        if ideas & favour or (weakly and (factor or _opens(sentence, cites, token))):
            sign, at = 1, token
            break
    if not sign:
        return _interest_in(sentence, lexicon)
    if not factor and not _opens(sentence, cites, at) and sentence.end - sentence.start > 8:
        return None
    strong = not any(token == at and not ideas & (favour | against) for token, ideas in sentence.hits)
    if not strong and (mask & bits["harm-label"] or sentence.line.tokens[at + 1 : at + 2] in EACH):
        return None  # "For all three exemptions:" takes no side
    goal = _object(sentence, at, lexicon)
    if sign > 0 and _negated(sentence, at):
        goal = -1
    if goal < 0 < sign and "reasons" in sentence.tokens and not mask & bits["public-interest"]:
        return None  # "Reasons for withholding" explains the refusal
    if goal:
        return Stance.FOR if sign * goal > 0 else Stance.AGAINST
    if before := _object(sentence, -1, lexicon, until=at):
        return Stance.FOR if sign * before > 0 else Stance.AGAINST
    if any(c.start > at for c in cites):
        about = sentence.line.tokens[at + 1 : at + 2] == ["for"] and mask & bits["public-interest"]
        return Stance.UNCLEAR if strong and not about else None  # "Public interest arguments for section 24"
    if not factor and sign > 0 and not strong and not _opens(sentence, cites, at):
        return None
    words = sentence.line.tokens[at : sentence.end]
    if words[0].startswith("reason") and words[1:2] == ["for"] and words[2:]:
        return None  # "Reasons for our decision" opens the response
    if factor or _opens(sentence, cites, at):
        return Stance.FOR if sign > 0 else Stance.AGAINST
    return None


EACH = (["all"], ["each"], ["both"], ["every"], ["either"])


def _opens(sentence: Sentence, cites: tuple[Cited, ...], token: int) -> bool:
    """Whether a word opens the label, not counting numbers, dashes and the provision it is about."""
    start = sentence.start
    tokens = sentence.line.tokens
    moved = True
    while moved and start < token:
        moved = False
        for cite in cites:
            if cite.start <= start < cite.end:
                start = cite.end
                moved = True
        if start < token and (not tokens[start].isalpha() or tokens[start] in SKIPPED):
            start += 1
            moved = True
    return start >= token


SKIPPED = frozenset(
    ["i", "ii", "iii", "iv", "v", "vi", "a", "b", "c", "d", "e", "the", "arguments", "public", "interest", "test"]
)


def _object(sentence: Sentence, after: int, lexicon: Lexicon, until: int = 1 << 30) -> int:
    """What is favoured or opposed after a token: 1 openness, -1 its opposite, 0 nothing told."""
    shut, opened = lexicon.bits["shut"], lexicon.bits["open"]
    if not sentence.mask & (shut | opened):
        return 0
    for token, ideas in sentence.hits:
        if token >= until:
            return 0
        if token > after:
            if ideas & shut:
                return -1
            if ideas & opened:
                return 1
    return 0


def _negated(sentence: Sentence, at: int) -> bool:
    """Whether "not" follows close behind a word that favours: "something to be said for not turning …"."""
    return "not" in sentence.line.tokens[at + 1 : min(at + 5, sentence.end)]


def _goal_at(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether a sentence opens with what it is for: "For disclosure", but not "For those reasons disclosure"."""
    goals = lexicon.mask("open", "shut")
    return any(mask & goals and at - sentence.start <= 2 for at, mask in sentence.hits) and not any(
        token in DETERMINERS for token in sentence.tokens[1:2]
    )


DETERMINERS = frozenset(("those", "these", "this", "that", "all", "both", "each"))


def _interest_in(sentence: Sentence, lexicon: Lexicon) -> Stance | None:
    """The side of "Public interest in disclosure", or of "The public interest in maintaining the exemption"."""
    bits = lexicon.bits
    if not sentence.mask & bits["public-interest"] or sentence.mask & bits["test-if"]:
        return None
    for token, ideas in sentence.hits:
        if ideas & bits["public-interest"] and sentence.line.tokens[token : token + 3][-1:] == ["in"]:
            goal = _object(sentence, token, lexicon, until=token + 7)
            return Stance.FOR if goal > 0 else Stance.AGAINST if goal < 0 else None
    return None


@once
def stance_of_prose(sentence: Sentence, lexicon: Lexicon) -> Stance | None:
    """Which side a sentence takes in plain prose: a word that favours or opposes with its object close behind."""
    bits = lexicon.bits
    if sentence.mask & bits["both-sides"]:
        return Stance.BOTH
    if not sentence.mask & (bits["favour"] | bits["against"] | bits["for-word"]):
        return None
    found: set[int] = set()
    for token, ideas in sentence.hits:
        if ideas & bits["against"]:
            sign = -1
        elif ideas & bits["favour"] or (
            token == sentence.start and ideas & bits["for-word"] and _goal_at(sentence, lexicon)
        ):
            sign = 1
        else:
            continue
        if sign > 0 and _negated(sentence, token):
            found.add(-1)
        elif goal := _object(sentence, token, lexicon, until=token + 9):
            found.add(sign * goal)
    if found == {1}:
        return Stance.FOR
    if found == {-1}:
        return Stance.AGAINST
    return Stance.BOTH if found else None
