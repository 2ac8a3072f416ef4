"""What a heading, a run-in label or a lead-in says of the text below it: which part it opens, of which exemption."""

from foilint.law import Duty
from foilint.notice import Part
from foilint.recognise.announced import asks_why, stance_of_label
from foilint.recognise.citations import Cited
from foilint.recognise.lexicon import Lexicon, once
from foilint.recognise.spoken import near
from foilint.recognise.stances import Stance, object_of
from foilint.recognise.words import Line, Sentence, once_there
from foilint.values import NamedTuple, StrEnum

CALLED_FOR = frozenset(("why", "required", "needed", "necessary", "how"))
LONGEST = 18  # words of a heading


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

    `within` is the part it opens only inside a test with headings: "Reasons for withholding", "Conclusion",
    "For waiting:". `explained` is whether one beside it tells the side of one that is ambiguous.
    """

    role: Role
    part: Part | None
    cites: tuple[Cited, ...]
    ambiguous: bool
    duties: frozenset[Duty]
    within: Part | None = None
    explained: bool = False


def read(sentence: Sentence, cites: tuple[Cited, ...], lexicon: Lexicon) -> Label:
    """Read a heading or label."""
    return _read(sentence, cites, lexicon) if cites else _read_without_citations(sentence, lexicon)


@once_there
def _read_without_citations(sentence: Sentence, lexicon: Lexicon) -> Label:
    return _read(sentence, (), lexicon)


def _read(sentence: Sentence, cites: tuple[Cited, ...], lexicon: Lexicon) -> Label:
    bits = lexicon.bits
    mask = sentence.mask
    duties = duties_of(sentence, lexicon)
    within = _within_test(sentence, lexicon) or _concludes(sentence, cites, lexicon)

    def label(role: Role, part: Part | None = None, *, ambiguous: bool = False) -> Label:
        return Label(role, part, cites, ambiguous, duties, within)

    if mask & (bits["not-in-the-interest"] | bits["in-the-interest"]) and not asks_why(sentence, lexicon):
        return label(Role.TEST)
    side = stance_of_label(sentence, cites, lexicon)
    if side is Stance.BOTH:
        return label(Role.TEST)
    if mask & bits["factor"] and "weighed" in sentence.tokens:
        return label(Role.TEST)
    if side is Stance.FOR and sentence.tokens[0] in ("weighing", "balancing"):
        return label(Role.TEST)  # "Weighing the public interest in release"
    if mask & bits["balance-label"] and side not in (Stance.FOR, Stance.AGAINST):
        return label(Role.PART, Part.BALANCE)
    if side is Stance.FOR:
        return label(Role.PART, Part.FOR)
    if side is Stance.AGAINST:
        return label(Role.PART, Part.AGAINST)
    if side is Stance.UNCLEAR:
        return label(Role.PART, Part.FOR, ambiguous=True)
    interest = mask & bits["public-interest"]
    if interest and sentence.tokens[-1] == "assessment" and not cites:
        return label(Role.TEST)  # the whole of it: "Public interest assessment"
    concludes = mask & bits["conclusion-label"] and not _tests_findings(sentence, lexicon)
    if (interest or cites) and concludes and (interest or mask & bits["concluding"]):
        return label(Role.PART, Part.BALANCE)
    if mask & bits["named-by-harm"]:
        return label(Role.TOPIC)  # "Prejudice to the effective conduct of public affairs" is what section 36 is called
    told = mask & bits["harm-label"] and not mask & bits["class-word"]  # "Section 7, prejudice based" tells its class
    needs = mask & bits["necessity"] and mask & bits["security"]
    if needs and cites and not told and CALLED_FOR.isdisjoint(sentence.tokens):
        return label(Role.TOPIC)  # "Section 24(1): safeguarding national security" is what it is called
    if (told or needs) and not interest:
        return label(Role.PART, Part.HARM)
    if interest:
        return label(Role.TEST)
    if not cites and _offers_rights(sentence, lexicon):
        return label(Role.RIGHTS)
    if cites and not FACTORS.isdisjoint(sentence.tokens):
        return label(Role.TEST)
    if cites:
        return label(Role.TOPIC)
    if mask & bits["response-label"]:  # "Response to your request" is one too
        return label(Role.RESPONSE)
    if mask & bits["help-label"]:
        return label(Role.OTHER)  # "How you might change your request"
    if mask & bits["request-label"] and not (mask & bits["law-name"] or _captions(sentence, lexicon)):
        return label(Role.REQUEST)
    return label(Role.OTHER)


def _captions(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether a title only says which request it belongs to: "Lochanbrae College, request LC/2026/031"."""
    tokens = sentence.line.tokens
    named = [at for at, mask in sentence.hits if mask & lexicon.bits["request-label"] and at > sentence.start + 1]
    return any(tokens[at - 1] == "," and any(map(str.isdigit, tokens[at + 1 : at + CODE])) for at in named)


def opens_beside(sentence: Sentence, label: Label, lexicon: Lexicon) -> bool:
    """Whether plain words are a heading beside another: "Reasons for withholding the letters", "Conclusion"."""
    reasons = label.within is Part.AGAINST and sentence.mask & lexicon.bits["factor"]
    return label.within is Part.BALANCE or bool(reasons) or asks_why(sentence, lexicon)


def _offers_rights(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether a heading is about the complaint rights: "If you are unhappy", but not "Who complained?"."""
    bits = lexicon.bits
    first, last = sentence.line.masks[sentence.start], sentence.line.masks[sentence.end - 1]
    if sentence.mask & bits["was-decided"]:
        return False  # "The organ builder's name: your complaint is upheld"
    if sentence.tokens[0] in ("i", "we"):
        return False  # "I have carried out the internal review that you asked for"
    if sentence.tokens[-1][0] == "?" and not sentence.mask & bits["protest"]:
        return False  # "Are there complaints about the masks?" was asked by the applicant
    if last & bits["information"] or (first | last) & bits["outcome-word"] or first & bits["asks-a-fact"]:
        return False
    brief = sentence.end - sentence.start <= 3 and not sentence.mask & bits["office-word"]
    return bool(sentence.mask & bits["rights-label"] or (brief and sentence.mask & bits["rights-word"]))


def _tests_findings(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether a conclusion is only what the test is about: "Public interest test for the draft findings"."""
    bits = lexicon.bits
    tests = [at for at, mask in sentence.hits if mask & bits["test-word"]]
    concludes = next((at for at, mask in sentence.hits if mask & bits["conclusion-label"]), 0)
    between = sentence.line.tokens[tests[0] : concludes] if tests else []
    return not {"for", "of", "about", ":"}.isdisjoint(between)


def _concludes(sentence: Sentence, cites: tuple[Cited, ...], lexicon: Lexicon) -> Part | None:
    """The balance, for a label that is no more than "Conclusion" or "Our decision"."""
    if cites or not sentence.mask & lexicon.bits["conclusion-label"]:
        return None
    words = sum(token.isalpha() for token in sentence.tokens)
    on = sentence.tokens[1:2] in ON and sentence.line.masks[sentence.start] & lexicon.bits["concluding"]
    return Part.BALANCE if words <= BARE or on else None  # "Conclusion on bundle A"


BARE = 2  # words
CODE = 6  # tokens of a reference
ON = (["on"], ["about"], ["as"], ["for"])
FACTORS = frozenset(("factors", "considerations", "arguments"))  # of no side


def _within_test(sentence: Sentence, lexicon: Lexicon) -> Part | None:
    """The side words would take beside a heading for the other: those for anything but openness are against."""
    bits = lexicon.bits
    if asks_why(sentence, lexicon):
        return Part.AGAINST if sentence.mask & (bits["not"] | bits["shut"]) else None
    if sentence.tokens[0] == "in" and any(m & bits["open"] for at, m in sentence.hits if at == sentence.start + 1):
        return Part.FOR  # "In disclosing", under "Public interest"
    for token, ideas in sentence.hits:
        if ideas & (bits["favour"] | bits["for-word"]):
            return Part.AGAINST if object_of(sentence, token, lexicon) <= 0 else None
    return None


@once
def duties_of(sentence: Sentence, lexicon: Lexicon) -> frozenset[Duty]:
    """Which duty the words argue about: saying whether information is held, or disclosing it."""
    bits = lexicon.bits
    discloses = bool(sentence.mask & bits["disclosure"])
    confirms = bool(sentence.mask & bits["confirm-or-deny"])
    if discloses and confirms and not _speaks_of_confirming(sentence, lexicon):
        return frozenset((Duty.DISCLOSE,))
    if not confirms and sentence.mask & bits["answering"] and not _discloses_first(sentence, lexicon):
        return frozenset((Duty.CONFIRM, Duty.DISCLOSE))  # an answer may be either
    return frozenset(duty for duty, told in ((Duty.CONFIRM, confirms), (Duty.DISCLOSE, discloses)) if told)


def _speaks_of_confirming(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether a sentence that speaks of disclosure speaks of confirming too.

    "Release would show whether such payments give value" does not; "to disclose whether such a payment was made" does.
    """
    bits = lexicon.bits
    outright = (
        mask & bits["confirm-or-deny"]
        and (not mask & bits["whether-one"] or near(sentence, bits["disclosure"], at - DISCLOSED, at))
        for at, mask in sentence.hits
    )
    return any(outright)


def _discloses_first(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether an answer is spoken of only after disclosure: "publication of charges that nobody could answer"."""
    discloses, answers = lexicon.mask("disclosure"), lexicon.mask("answering")
    return next(bool(mask & discloses) for _, mask in sentence.hits if mask & (discloses | answers))


DISCLOSED = 3  # words between "disclose" and the "whether" that it leads to


def is_sentence(line: Line) -> bool:
    """Whether a short unmarked line still reads as a sentence: it speaks in somebody's voice ("(i)" is nobody's)."""
    tokens = line.tokens
    return any(token in SPEAKING and (not n or tokens[n - 1] != "(") for n, token in enumerate(tokens))


SPEAKING = frozenset(("we", "i", "you", "would", "is", "are", "was", "has", "have", "will"))
