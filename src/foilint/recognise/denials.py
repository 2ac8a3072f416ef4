"""What takes a claim back: the words of others, negation, history, what only would or might apply.

Each denial is one question to the words round a citation; the first that holds says why the provision is not relied on.
"""

from itertools import pairwise

from foilint.recognise.citations import Cited
from foilint.recognise.lexicon import Lexicon
from foilint.recognise.words import Line, Sentence
from foilint.values import NamedTuple

NEAR = 4  # words between a verb and what turns it round
BEFORE = 9  # words before a provision in which its verb stands
LABEL = 12  # words of a label in brackets
FOLLOWING = 30  # words of a sentence that may do no more than take back what the one before claimed
REFUSING = ("withh", "refus", "redact", "rely", "reli", "claim", "cite", "invok", "engag", "used", "using", "exempted")
ALLOWING = ("permit", "allow")
LIFTING = (["require"], ["oblige"], ["only"], ["allow"], ["permit"], ["compel"])
CALLED_FOR = frozenset(("needed", "necessary", "relevant", "bearing", "used", "available"))
PREPOSITIONS = frozenset(
    (
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
    )
)
DOING = frozenset(("do", "does", "did", "is", "are", "was", "were", "have", "has", "can", "will", "would"))
REACH = 16  # words after "nor do we" that it still denies
ARTICLES = (["a"], ["any"], ["the"], ["such"])

Hits = list[tuple[int, int]]


class Words(NamedTuple):
    """The words round a citation: what stands before and after it in its sentence, as (token, ideas)."""

    line: Line
    sentence: Sentence
    cited: Cited
    lexicon: Lexicon
    bits: dict[str, int]
    tokens: list[str]
    before: Hits
    after: Hits

    @property
    def verb(self) -> int | None:
        """The first of the claiming words that run up to the citation ("sought to rely on"), where any is near."""
        rely = self.bits["rely"]
        near = next((t for t, m in reversed(self.before) if m & rely and self.cited.start - t <= BEFORE), None)
        if near is None:
            return None
        first = near
        for token, mask in reversed(self.before):
            if mask & rely and token <= first and first - token <= 2:
                first = token
        return first

    def stands(self, idea: str, *, within: int, of: int) -> bool:
        """Whether an idea stands before the citation, no more than `within` words before the token `of`."""
        return any(m & self.bits[idea] and 0 <= of - t <= within for t, m in self.before)


def why_denied(line: Line, sentence: Sentence, cited: Cited, lexicon: Lexicon) -> str:
    """Why the words round a citation claim nothing; "" where they may."""
    if _in_a_quotation(line, cited):
        return "inside a quotation"
    before = [(t, m) for t, m in sentence.hits if t < cited.start]
    after = [(t, m) for t, m in sentence.hits if t >= cited.end]
    words = Words(line, sentence, cited, lexicon, lexicon.bits, line.tokens, before, after)
    return next((why for denies, why in DENIALS if denies(words)), "")


def _in_a_quotation(line: Line, cited: Cited) -> bool:
    if '"' not in line.folded:
        return False
    at = line.start_of(cited.start)
    return line.folded[:at].count('"') % 2 == 1 and '"' in line.folded[at:]


def _is_the_applicants(words: Words) -> bool:
    """The applicant said it; though "what you ask for is withheld under" only names what is withheld."""
    said = [at for at, mask in words.before if mask & words.bits["applicant-said"]]
    found = words.lexicon.says("applicant-says", words.sentence)
    if found and found[0] < words.cited.start:
        said.append(found[0])
    return any(not _names_what_was_asked(words, at) for at in said)


def _names_what_was_asked(words: Words, at: int) -> bool:
    asks = next((n for n in range(at + 1, min(at + 4, len(words.tokens))) if words.tokens[n].startswith("ask")), None)
    if asks is None:
        return False
    in_passing = at > words.sentence.start and words.tokens[asks + 1] == "for"
    return in_passing or any(t > at and m & words.bits["withheld"] for t, m in words.before)


def _verb_is_negated(words: Words) -> bool:
    """The verb is denied: "we do not rely on", but not "the duty does not apply by virtue of"."""
    verb = words.verb
    if verb is None:
        return False
    near = next(t for t, m in reversed(words.before) if m & words.bits["rely"])
    token = words.tokens[near]
    if words.tokens[near + 1] == "by" and token.startswith(ALLOWING):
        return False  # "disclosure is not permitted by" relies on it
    under = token in PREPOSITIONS or (token in ("terms", "accordance") and words.tokens[near - 1] == "in")
    return (not under or words.tokens[verb].startswith(REFUSING)) and words.stands("not", within=NEAR, of=verb)


def _verb_is_hypothetical(words: Words) -> bool:
    verb = words.verb
    if verb is None:
        return False
    would_be = words.tokens[verb - 1] == "be" and "would" in words.tokens[words.sentence.start : verb]
    supposed = (t for t, m in words.before if m & words.bits["hypothetical"] and 0 <= verb - t <= NEAR)
    return would_be or any(not _foretells(words, at) for at in supposed)


def _foretells(words: Words, at: int) -> bool:
    """Whether "would be" only foretells harm: "would be likely to"."""
    return "likely" in words.tokens[at : at + 4]


def _is_an_example(words: Words) -> bool:
    return words.verb is not None and words.stands("example", within=NEAR + 2, of=words.cited.start)


def _is_negated_after(words: Words) -> bool:
    """A denial follows: "Section 22, to which you refer, has not been relied on", but not "does not require us to"."""
    cited, tokens, bits = words.cited, words.tokens, words.bits
    end = cited.end
    if tokens[end : end + 1] == ["("] and ")" in tokens[end + 1 : end + LABEL]:
        end = tokens.index(")", end) + 1
    if tokens[end : end + 1] == [","] and "," in tokens[end + 1 : end + 14]:
        end = tokens.index(",", end + 1) + 1
    looked = any(m & bits["considered"] and 0 <= t - end <= NEAR for t, m in words.after)
    near = BEFORE if looked else NEAR
    negated = next((t for t, m in words.after if m & bits["negation"] and 0 <= t - end <= near), None)
    if negated is None:
        return False
    claiming = bits["rely"] | bits["considered"]
    of_a_claim = any(m & claiming and end < t <= end + BEFORE for t, m in words.sentence.hits)
    return (
        of_a_claim
        or not CALLED_FOR.isdisjoint(tokens[end : end + 6])
        or (negated - end <= 2 and tokens[negated + 1 : negated + 2] not in LIFTING)
    )


def _plays_no_part(words: Words) -> bool:
    return any(m & words.bits["no-part"] and t <= words.cited.end + 14 for t, m in words.after)


def _is_history(words: Words) -> bool:
    """The claim is an earlier one, and not upheld here ("originally withheld under")."""
    bits, sentence = words.bits, words.sentence
    if not sentence.mask & bits["earlier"] or sentence.mask & bits["upheld"]:
        return False
    if words.lexicon.says("refused-before", sentence):
        return True
    claiming = [t for t, m in sentence.hits if m & bits["rely"]]
    return any(m & bits["earlier"] and any(abs(t - c) <= NEAR for c in claiming) for t, m in sentence.hits)


def _is_of_another_reply(words: Words) -> bool:
    """The claim was made in the answer to another request: "in our reply of 4 June 2024 we held back … under"."""
    if any(m & words.bits["another-requester"] for _, m in words.before):
        return True
    then = words.bits["refused-then"]
    if any(m & then for _, m in words.before) and words.sentence.mask & words.bits["another-requester"]:
        return True
    replied = next((t for t, m in words.sentence.hits if m & words.bits["another-reply"]), None)
    if replied is None or words.sentence.mask & words.bits["upheld"]:
        return False
    return any(m & then for _, m in words.before)


def _is_a_comparison(words: Words) -> bool:
    """Another law would do otherwise: "there is no fixed limit, as there is in section 12 of"."""
    return words.stands("compared-with", within=5, of=words.cited.start)


def _is_unexamined(words: Words) -> bool:
    return words.stands("unexamined", within=18, of=words.cited.start)


def _is_considered_only(words: Words) -> bool:
    considered = words.stands("considered", within=12, of=words.cited.start)
    return considered and any(m & words.bits["not"] for _, m in words.after)


def _is_disowned_later(words: Words) -> bool:
    """The sentence takes the claim back: "… is a different exemption, and I do not rely on it", "no section 12"."""
    if words.tokens[words.cited.start - 1 : words.cited.start] == ["no"]:
        return True
    found = words.lexicon.says("disowned", words.sentence)
    return found is not None and found[0] >= words.cited.end


def _was_decided(words: Words) -> bool:
    mask = words.sentence.mask
    return bool(mask & words.bits["commissioner-word"] and mask & words.bits["was-upheld"])


def _is_yet_to_consider(words: Words) -> bool:
    return words.stands("would-consider", within=14, of=words.cited.start - 1)


def _is_neither_nor(words: Words) -> bool:
    """It is one of two that are not: "neither section 30 nor section 31", but not "neither confirm nor deny"."""
    tokens, cited = words.tokens, words.cited
    window = tokens[max(words.sentence.start, cited.start - 8) : cited.start]
    if "neither" in window and "nor" in tokens[cited.start - len(window) : cited.end + 8]:
        return not any(word.startswith("confirm") for word in window) or window[-1] == "nor"
    if window[-1:] == ["nor"] or window[-2:] in (["nor", "by"], ["nor", "under"]):
        return True
    earlier = tokens[max(words.sentence.start, cited.start - REACH) : cited.start]
    return any(one == "nor" and then in DOING for one, then in pairwise(earlier))


def _names_something_else(words: Words) -> bool:
    """The provision only tells which: "a section 10 notice", "the section 45 code"."""
    if not words.after or words.tokens[words.cited.start - 1 : words.cited.start] not in ARTICLES:
        return False
    token, mask = words.after[0]
    return bool(token <= words.cited.after and mask & words.bits["not-ours"])


def _is_a_subject_of_guidance(words: Words) -> bool:
    return words.stands("guidance-on", within=3, of=words.cited.start)


def _is_supposed(words: Words) -> bool:
    end = words.cited.end
    hypothetical = (t for t, m in words.after if m & words.bits["hypothetical"] and t - end <= 2)
    supposed = any(m & words.bits["supposed"] and t - end <= 7 for t, m in words.after)
    return supposed or any(not _foretells(words, at) for at in hypothetical)


def _is_disowned_next(words: Words) -> bool:
    """The next sentence takes the claim back: "We have not relied on it"."""
    bits, sentence = words.bits, words.sentence
    if sentence.mask & bits["withheld"]:
        return False
    following = next((s for s in words.line.sentences if s.start == sentence.end), None)
    looked = words.stands("considered", within=12, of=words.cited.start)
    if following is None or (following.end - following.start > FOLLOWING and not looked):
        return False
    if following.mask & bits["do-so"] and following.mask & bits["negation"]:
        return True
    says = words.lexicon.says
    return bool(says("disowned", following) or says("refused-on-no-such-ground", following))


NOT_RELIED_ON = "not relied on"
ONLY_WOULD = "only what would apply"
NOT_APPLYING = "said not to apply"
HISTORY = "history"
CONSIDERED_ONLY = "considered and not relied on"

ELSEWHERE = "relied on in another reply"
WOULD_CONSIDER = "only what would be considered"
EXAMPLE = "an example"
OF_THE_WHOLE_LIST = frozenset((NOT_RELIED_ON, ONLY_WOULD, CONSIDERED_ONLY, WOULD_CONSIDER, EXAMPLE, ELSEWHERE))

DENIALS = (
    (_is_the_applicants, "the applicant's words"),
    (_verb_is_negated, NOT_RELIED_ON),
    (_verb_is_hypothetical, ONLY_WOULD),
    (_is_an_example, EXAMPLE),
    (_is_negated_after, NOT_APPLYING),
    (_plays_no_part, NOT_APPLYING),
    (_is_history, HISTORY),
    (_is_of_another_reply, ELSEWHERE),
    (_is_a_comparison, "a comparison"),
    (_is_unexamined, "not examined"),
    (_is_considered_only, CONSIDERED_ONLY),
    (_is_disowned_later, NOT_RELIED_ON),
    (_was_decided, "decided before"),
    (_is_yet_to_consider, WOULD_CONSIDER),
    (_is_neither_nor, NOT_RELIED_ON),
    (_names_something_else, "names something else"),
    (_is_a_subject_of_guidance, "what guidance is about"),
    (_is_supposed, ONLY_WOULD),
    (_is_disowned_next, NOT_RELIED_ON),
)
