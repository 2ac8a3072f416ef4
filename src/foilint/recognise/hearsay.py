"""Hearsay: somebody else claimed it, or it was claimed at another time, for another request, under another law."""

from foilint.recognise.around import NEAR, Words

# What is said to the applicant and not of them: "You may …", "You are entitled …".
TOLD_TO_THEM = frozenset(
    ("may", "can", "should", "will", "must", "could", "might", "need", "would", "are", "were", "have", "do")
)
OURSELVES = frozenset(("we", "i"))
SIGNS = frozenset((",", ";", ":"))
JOINTS = SIGNS | {"and", "but", "so", "therefore"}
FIRST = 3  # words in which a sentence names its subject
SUBJECT = 8  # words of a subject: "An earlier decision of March 2022 withheld"


def is_the_applicants(words: Words) -> bool:
    """The applicant said it; though "what you ask for is withheld under" only names what is withheld."""
    said = [at for at, mask in words.before if mask & words.bits["applicant-said"]]
    found = words.lexicon.says("applicant-says", words.sentence)
    if found and found[0] < words.cited.start:
        said.append(found[0])
    if _opens_with_their_deed(words):
        said.append(words.sentence.start)
    if words.tokens[words.sentence.start] in OURSELVES and words.tokens[words.cited.start - 2] == "exempt":
        return False  # "We take the view that it was due out before you wrote, and that the advice is exempt under"
    return any(not _names_what_was_asked(words, at) and not _turns_to_us(words, at) for at in said)


def _turns_to_us(words: Words, at: int) -> bool:
    """Whether a clause of our own stands between: "You have asked seven times, and we decline to answer by"."""
    tokens = words.tokens
    return any(
        tokens[n] in OURSELVES and tokens[n - 1] in JOINTS and _boundary(tokens, n)
        for n in range(at + 2, words.cited.start)
    )


def _boundary(tokens: list[str], at: int) -> bool:
    """Whether "we" at a token opens a clause of its own: a sign stands before it, or a sign and "and"."""
    return tokens[at - 1] in SIGNS or tokens[at - 2] in SIGNS


def _opens_with_their_deed(words: Words) -> bool:
    """Whether a sentence begins with what the applicant did: "You invited us to redact names under section 40"."""
    start = words.sentence.start
    if words.tokens[start] != "you" or start + 1 >= words.cited.start or words.tokens[start + 1] in TOLD_TO_THEM:
        return False
    withheld = words.bits["withheld"]
    return not any(mask & withheld and words.tokens[at - 1] != "to" for at, mask in words.before)


def _names_what_was_asked(words: Words, at: int) -> bool:
    asks = next((n for n in range(at + 1, min(at + 4, len(words.tokens))) if words.tokens[n].startswith("ask")), None)
    if asks is None:
        return False
    in_passing = at > words.sentence.start and words.tokens[asks + 1] == "for"
    return in_passing or any(t > at and m & words.bits["withheld"] for t, m in words.before)


def is_history(words: Words) -> bool:
    """The claim is an earlier one, and not upheld here ("originally withheld under")."""
    bits, sentence = words.bits, words.sentence
    if _was_wrong(words):
        return True
    if not sentence.mask & bits["earlier"] or sentence.mask & bits["upheld"]:
        return False
    if words.lexicon.says("refused-before", sentence):
        return True
    claiming = [t for t, m in sentence.hits if m & bits["rely"]]
    times = [t for t, m in sentence.hits if m & bits["earlier"]]
    return any(abs(t - c) <= (SUBJECT if t - sentence.start < FIRST else NEAR) for t in times for c in claiming)


def _was_wrong(words: Words) -> bool:
    """Whether it was used in error, whatever is upheld besides: "section 41 was wrongly applied, but it is exempt"."""
    near = range(words.cited.end, words.cited.after + FIRST)
    claimed = (t for t, m in words.after if m & words.bits["rely"])
    return any(t - 1 in near and words.line.masks[t - 1] & words.bits["in-error"] for t in claimed)


def is_of_another_reply(words: Words) -> bool:
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


def was_given_then(words: Words) -> bool:
    """Whether it tells what was given in a year gone by: "In 2023 we gave you all of it, with names removed under", but
    not "In 2023 we gave you the totals, and the rest is withheld under".
    """
    tokens, start, until = words.tokens, words.sentence.start, words.cited.start
    dated = tokens[start : start + 1] == ["in"] and tokens[start + 1].isdigit() and len(tokens[start + 1]) == YEAR
    gave = next((at for at in range(start, until) if tokens[at] in GAVE), None) if dated else None
    return gave is not None and TURNING.isdisjoint(tokens[gave:until])


YEAR = 4  # figures
TURNING = frozenset(("and", "but", "while", "whereas", "yet", ";"))
GAVE = frozenset(("gave", "sent", "supplied", "released", "disclosed", "provided", "answered"))


def is_anothers_deed(words: Words) -> bool:
    """Somebody else refused, or another paper did: "made by the police under section 38", "see also"."""
    return bool(words.sentence.mask & words.bits["decided-elsewhere"])


def is_a_comparison(words: Words) -> bool:
    """Another law would do otherwise: "there is no fixed limit, as there is in section 12 of"."""
    return words.stands("compared-with", within=5, of=words.cited.start)


def was_decided(words: Words) -> bool:
    """The Commissioner decided it before: "the Commissioner upheld our use of section 31"."""
    mask = words.sentence.mask
    return bool(mask & words.bits["commissioner-word"] and mask & words.bits["was-upheld"])


def names_something_else(words: Words) -> bool:
    """The provision only tells which: "a section 10 notice", "the section 45 code"."""
    start = words.cited.start
    if not words.after or not start or not words.line.masks[start - 1] & words.bits["article"]:
        return False
    token, mask = words.after[0]
    return bool(token <= words.cited.after and mask & words.bits["not-ours"])


def is_a_subject_of_guidance(words: Words) -> bool:
    """It is what guidance is about: "the Commissioner's guidance on section 36"."""
    return words.stands("guidance-on", within=3, of=words.cited.start)
