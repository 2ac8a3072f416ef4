"""Which side a label announces: "Factors favouring disclosure", "Why it might be released", "For withholding"."""

from foilint.recognise.citations import Cited
from foilint.recognise.lexicon import Lexicon
from foilint.recognise.stances import NOT, Stance, negated, object_of
from foilint.recognise.words import Sentence
from foilint.values import NamedTuple


class Lean(NamedTuple):
    """The word of a label that favours (1) or opposes (-1), where it stands, and whether it is more than "for"."""

    sign: int
    at: int
    strong: bool


def stance_of_label(sentence: Sentence, cites: tuple[Cited, ...], lexicon: Lexicon) -> Stance | None:
    """Which side a heading announces; None where it announces none."""
    if sentence.mask & lexicon.bits["both-sides"]:
        return Stance.BOTH
    if _asks_a_fact(sentence, lexicon):
        return None
    if not cites and (side := _of_gain_or_loss(sentence, lexicon)):
        return side
    if asks_why(sentence, lexicon):
        return Stance.FOR if _asks_for_openness(sentence, lexicon) else None
    return _stance_of_reasons(sentence, cites, lexicon)


def _of_gain_or_loss(sentence: Sentence, lexicon: Lexicon) -> Stance | None:
    """The side of "What the public would gain from release", or of "Why people might suffer if it were published"."""
    bits, mask = lexicon.bits, sentence.mask
    signs = {sign for idea, sign in (("gain", 1), ("loss", -1)) if mask & bits[idea]}
    goal = object_of(sentence, -1, lexicon)
    if len(signs) != 1 or not goal or sentence.end - sentence.start > BRIEF or mask & bits["not"]:
        return None
    return _side(signs.pop() * goal)


BRIEF = 10  # tokens of a heading about gain and loss


def _stance_of_reasons(sentence: Sentence, cites: tuple[Cited, ...], lexicon: Lexicon) -> Stance | None:
    """Which side a heading announces by a word that leans and its object."""
    lean = _lean(sentence, cites, lexicon)
    if lean is None:
        return _interest_in(sentence, lexicon)
    goal = -1 if lean.sign > 0 and negated(sentence, lean.at) else _goal(sentence, lean, lexicon)
    if _is_no_label(sentence, cites, lean, lexicon) or (goal < 0 < lean.sign and _explains(sentence, lexicon)):
        return None
    goal = goal or object_of(sentence, -1, lexicon, until=lean.at)
    if goal:
        return _side(lean.sign * goal)
    apart = sentence.line.tokens[lean.at + 1 : lean.at + 2] == [","]  # "What speaks against, on section 31"
    if not apart and any(c.start > lean.at for c in cites):
        return Stance.UNCLEAR if lean.strong and not _is_about(sentence, lean, lexicon) else None
    if not lean.strong and (cites or _for_the_record(sentence, lean)):
        return None  # "Section 43(2) for the contract price", "For the record it reads:"
    return _side(lean.sign) if _argues_by_itself(sentence, cites, lean, lexicon) else None


def _for_the_record(sentence: Sentence, lean: Lean) -> bool:
    """Whether "for" only opens a turn of phrase: "For the record", "For ease of reference"."""
    after = [word for word in sentence.line.tokens[lean.at + 1 : lean.at + 3] if word != "the"]
    return after[:1] != [] and after[0] in TURNS_OF_PHRASE


TURNS_OF_PHRASE = frozenset(
    (
        *("record", "completeness", "ease", "clarity", "information", "reference", "example", "instance", "avoidance"),
        *("now", "case", "request", "letter", "application"),
    )
)


def _goal(sentence: Sentence, lean: Lean, lexicon: Lexicon) -> int:
    """The object of a word that leans, as `object_of` tells it: "Against, under either exemption" has none."""
    if sentence.line.tokens[lean.at + 1 : lean.at + 2] == [","]:
        return 0
    return object_of(sentence, _after(sentence, lean), lexicon)


def asks_why(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether a label asks why one would do something: "Why it should not"; why there would be harm is another part."""
    return sentence.tokens[0] == "why" and not sentence.mask & lexicon.mask("harm-label", "prejudice")


def _asks_a_fact(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether a heading repeats what the applicant asked: "How many were removed for conduct, and for what reason?"."""
    asking = any(at - sentence.start < FIRST for at, mask in sentence.hits if mask & lexicon.bits["asks-a-fact"])
    asks = sentence.tokens[-1][0] == "?" and asking
    return asks and not sentence.mask & lexicon.mask("public-interest", "favour", "against")


FIRST = 4  # tokens, a number among them


def _asks_for_openness(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether "why" leads to what speaks for openness: "Why it might be released", but not "Why we did not"."""
    bits = lexicon.bits
    plainly = any(mask & bits["open"] for at, mask in sentence.hits if at == sentence.start + 1)
    supposed = plainly or not SUPPOSING.isdisjoint(sentence.tokens)
    return supposed and not sentence.mask & bits["not"] and object_of(sentence, sentence.start, lexicon) > 0


SUPPOSING = frozenset(("might", "may", "could", "should", "would", "ought"))


def _after(sentence: Sentence, lean: Lean) -> int:
    """The token after which the object of a word stands: after the "not" of "reasons not to release"."""
    return lean.at + 1 if lean.sign < 0 and sentence.line.tokens[lean.at + 1 : lean.at + 2] == ["not"] else lean.at


def _side(sign: int) -> Stance:
    return Stance.FOR if sign > 0 else Stance.AGAINST


def _lean(sentence: Sentence, cites: tuple[Cited, ...], lexicon: Lexicon) -> Lean | None:
    """The first word that leans; "for" does where a word of arguing stands beside it, or where it opens the label."""
    bits = lexicon.bits
    factor = sentence.mask & bits["factor"]
    for token, ideas in sentence.hits:
        if sentence.line.tokens[token - 1 : token] == ["business"]:
            continue  # "Request: business case for the partnership"
        if ideas & bits["against"]:
            return Lean(-1, token, strong=True)
        if ideas & bits["favour"]:
            denied = not NOT.isdisjoint(sentence.line.tokens[max(sentence.start, token - 1) : token])
            return Lean(-1 if denied else 1, token, strong=True)  # "Not in favour of release"
        tested = any(m & bits["test-word"] for m in sentence.line.masks[token - 1 : token])
        before = sentence.line.tokens[sentence.start : token]
        if before.count("(") > before.count(")"):
            continue  # "Public interest test (for the file)"
        if ideas & bits["for-word"] and not tested and (factor or _opens(sentence, cites, token)):
            return Lean(1, token, strong=False)
    return None


def _is_no_label(sentence: Sentence, cites: tuple[Cited, ...], lean: Lean, lexicon: Lexicon) -> bool:
    """Whether a word leans only by the way, in a long sentence, a label of harm or "For all three exemptions"."""
    bits = lexicon.bits
    by_the_way = not sentence.mask & bits["factor"] and not _opens(sentence, cites, lean.at)
    if by_the_way and sentence.end - sentence.start > SHORT:
        return True
    tokens, at = sentence.line.tokens, lean.at + 1
    if sentence.mask & lexicon.bits["factor"] and any(
        m & lexicon.bits["in-use"] for m in sentence.line.masks[at : at + 2]
    ):
        return True  # "Reasons for applying section 7"
    if not lean.strong and tokens[at - 2 : at - 1] in USED:
        return True  # "Used for: the sums and benefits in the agreement"
    if _is_of_one_kind(tokens[at : at + KIND], sentence.line.masks[at : at + KIND], lexicon):
        return True  # "For the safety exemption: …"
    if tokens[at : at + 1] in EACH or (tokens[at : at + 1] == ["for"] and tokens[at + 1 : at + 2] in EACH):
        return True
    return not lean.strong and bool(sentence.mask & (bits["harm-label"] | bits["balance-label"]))


def _is_of_one_kind(tokens: list[str], masks: list[int], lexicon: Lexicon) -> bool:
    """Whether words name one exemption by its kind: "the safety exemption", but not "the exemption"."""
    named = next((at for at, mask in enumerate(masks) if mask & lexicon.bits["exemption-word"]), 0)
    between = tokens[1:named]
    return tokens[:1] == ["the"] and bool(between) and all(word.isalpha() and word not in PLAINLY for word in between)


USED = (["used"], ["applied"], ["claimed"], ["cited"])
KIND = 5  # words in which a kind of exemption is named
PLAINLY = frozenset(("said", "same", "above", "relevant", "public", "interest", "use", "of", "in", "maintaining"))


def _explains(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether "Reasons for withholding" explains the refusal."""
    return "reasons" in sentence.tokens and not sentence.mask & lexicon.bits["public-interest"]


def _is_about(sentence: Sentence, lean: Lean, lexicon: Lexicon) -> bool:
    """Whether "for" only leads to what the test is about: "Public interest arguments for section 24"."""
    leads = sentence.line.tokens[lean.at + 1 : lean.at + 2] == ["for"]
    return leads and bool(sentence.mask & lexicon.bits["public-interest"])


def _argues_by_itself(sentence: Sentence, cites: tuple[Cited, ...], lean: Lean, lexicon: Lexicon) -> bool:
    """Whether a label without an object leans: "Factors in favour", but not "Reasons for our decision"."""
    at = lean.at if lean.strong else max(sentence.start, lean.at - 1)
    words = sentence.line.tokens[at : sentence.end]
    if words[0].startswith("reason") and words[1:2] == ["for"] and words[2:]:
        return False
    return bool(sentence.mask & lexicon.bits["factor"]) or _opens(sentence, cites, lean.at)


SHORT = 8  # words
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
        joins = bool(cites) and tokens[start] == "and"  # "Sections 30(1) and 31(1): for disclosure"
        if start < token and (joins or not tokens[start].isalpha() or tokens[start] in SKIPPED):
            start += 1
            moved = True
    return start >= token


SKIPPED = frozenset(
    (
        *("i", "ii", "iii", "iv", "v", "vi", *"abcde", "the", "arguments", "public", "interest", "test"),
        *("what", "speaking", "speaks", "telling", "tells", "counting", "counts", "pointing", "points", "pulling"),
    )
)


IN_RELATION = (["relation"], ["respect"], ["regard"], ["connection"])  # "public interest in relation to both"


def _interest_in(sentence: Sentence, lexicon: Lexicon) -> Stance | None:
    """The side of "Public interest in disclosure", or of "The public interest in maintaining the exemption"."""
    bits = lexicon.bits
    if sentence.mask & bits["test-if"]:
        return None
    opening = [word for word in sentence.tokens[:3] if word != "the"][:2]
    if opening == ["interest", "in"]:  # a row of a table: "Interest in release"
        goal = object_of(sentence, -1, lexicon, until=sentence.start + SHORT)
        return _side(goal) if goal else None
    if not sentence.mask & bits["public-interest"]:
        return None
    for token, ideas in sentence.hits:
        inside = sentence.line.tokens[token + 2 : token + 4]
        if ideas & bits["public-interest"] and inside[:1] == ["in"] and inside[1:] not in IN_RELATION:
            goal = object_of(sentence, token, lexicon, until=token + 7)
            return Stance.FOR if goal > 0 else Stance.AGAINST if goal < 0 else None
    return None
