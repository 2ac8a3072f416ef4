"""Negations: the claim is denied outright, before the citation, after it or in the next sentence."""

from itertools import pairwise

from foilint.recognise.around import BEFORE, NEAR, Words

LABEL = 12  # words of a label in brackets
FOLLOWING = 30  # words of a sentence that may do no more than take back what the one before claimed
TAKEN_BACK = ("disowned", "not-done", "refused-on-no-such-ground")
REASONS = frozenset(("because", "since", "as", "for"))
OURSELVES = frozenset(("i", "we"))
OF_ALL = frozenset(("either", "neither", "both"))  # "I am not relying on either today"
BRIEF = 10  # tokens of a sentence that does no more than take back
VERDICT = 4  # tokens of a sentence that does no more than say so
REACH = 16  # words after "nor do we" that it still denies


def verb_is_negated(words: Words) -> bool:
    """The verb is denied: "we do not rely on", but not "the duty does not apply by virtue of"."""
    verb = words.verb
    if verb is None:
        return False
    bits, masks = words.bits, words.line.masks
    last = next(t for t, m in reversed(words.before) if m & bits["rely"])
    if words.tokens[last + 1] == "by" and masks[last] & bits["allowing"]:
        return False  # "disclosure is not permitted by" relies on it
    if masks[last] & bits["not"]:
        return False  # "not released" refuses
    denies = not masks[last] & bits["leads-to"] or masks[verb] & bits["refusing-verb"]
    near = [t for t, m in words.before if m & bits["not"] and 0 <= verb - t <= NEAR and not _goes_on(words, t, verb)]
    return bool(denies) and any(not (_says_neither(words, t) or _is_of_the_test(words, t, verb)) for t in near)


def _is_of_the_test(words: Words, negation: int, verb: int) -> bool:
    """Whether it is a test that does not apply: "No public interest test applies to section 25"."""
    between = words.line.masks[negation:verb]
    return words.tokens[negation] == "no" and any(mask & words.bits["public-interest"] for mask in between)


def _goes_on(words: Words, negation: int, verb: int) -> bool:
    """Whether a claim follows what is denied: "it may not be disclosed, relying on", "it is not sent; we use"."""
    between = words.tokens[negation:verb]
    if ";" in between or any(pair in GOING_ON for pair in pairwise(between)):
        return True  # "they are not attached, and we rely for that on section 43(2)"
    if words.tokens[negation - 1] in CONCEDING and "," in words.tokens[negation:verb]:
        return True  # "the bids, although not the scoring, engage section 43(2)"
    if words.tokens[negation] == "without" and negation + 1 < verb:
        return True
    return words.tokens[verb].endswith("ing") and words.tokens[verb - 1] == "," and negation < verb - 1


GOING_ON = (("and", "we"), ("and", "i"))
CONCEDING = frozenset(("although", "though", "but", "if"))


def is_a_ground(words: Words) -> bool:
    """It is why something else is not needed: "In view of section 44 I no longer claim it"."""
    start = words.cited.start
    return words.tokens[max(words.sentence.start, start - 2) : start] in GROUNDS


GROUNDS = (["view", "of"], ["light", "of"], ["because", "of"], ["account", "of"])


def is_of_what_is_not_exempt(words: Words) -> bool:
    """It only bounds another: "information which is not exempt by section 23", "not exempt by virtue of section 30"."""
    start = words.cited.start
    return any(words.tokens[at : at + 2] in NOT_EXEMPT for at in range(max(0, start - 5), start - 2))


NOT_EXEMPT = (["not", "exempt"], ["not", "exempted"])


def _says_neither(words: Words, at: int) -> bool:
    """Whether a token stands in the statement that it is neither confirmed nor denied."""
    neither = words.lexicon.says("neither-confirm-nor-deny", words.sentence)
    if neither is None:
        return False
    lifted = words.line.masks[at] & words.bits["lifted"] and words.sentence.mask & words.bits["confirm-duty"]
    return bool(lifted) or neither[0] <= at < neither[1]


def is_kept_after(words: Words) -> bool:
    """It is claimed still: "I do not uphold it as regards section 36, which the Trust continues to rely on"."""
    kept = next((t for t, m in words.after if m & words.bits["relies-still"]), None)
    return kept is not None and not any(m & words.bits["negation"] and t < kept for t, m in words.after)


def is_negated_after(words: Words) -> bool:
    """A denial follows: "Section 22, to which you refer, has not been relied on", but not "does not require us to"."""
    tokens, bits = words.tokens, words.bits
    end = max(words.cited.end, words.cited.after)  # what is said of a list is said of each
    if tokens[end : end + 1] == ["("] and ")" in tokens[end + 1 : end + LABEL]:
        end = tokens.index(")", end) + 1
    end = _after_its_act(tokens, end)
    aside = tokens[end : end + 1] == [","] and REASONS.isdisjoint(tokens[end + 1 : end + 2])
    if aside and "," in tokens[end + 1 : end + 14]:
        end = tokens.index(",", end + 1) + 1
    looked = any(m & bits["considered"] and 0 <= t - end <= NEAR for t, m in words.after)
    near = BEFORE if looked else NEAR
    negated = next((t for t, m in words.after if m & bits["negation"] and 0 <= t - end <= near), None)
    if negated is None or (words.cited.is_relative and "," in tokens[end:negated]):
        return False
    if _denies_no_claim(words, negated) or words.sentence.mask & bits["class-word"]:
        return False  # "Section 36 is not magic, and being qualified …"
    masks = words.line.masks
    uses = any(mask & bits["uses"] for mask in masks[negated : negated + NEAR])
    if tokens[negated] == "cannot" and not uses:
        return False  # what "cannot be released" is withheld
    if not uses and not looked and not OURSELVES.isdisjoint(tokens[end:negated]):
        return False  # "because section 12 applies I have not looked at"
    claiming = bits["rely"] | bits["considered"]
    of_a_claim = any(m & claiming and end < t <= end + BEFORE for t, m in words.sentence.hits)
    called_for = any(mask & bits["called-for"] for mask in masks[end : end + 6])
    goes_on = tokens[end : end + 1] == ["and"]  # "exempt under section 30(1)(a)(i) and is not being supplied"
    return of_a_claim or called_for or (negated - end <= 2 and not goes_on)


def _after_its_act(tokens: list[str], end: int) -> int:
    """The token after the name of the Act that follows a provision: "section 12 of the Freedom of Information Act"."""
    if tokens[end : end + 1] not in (["of"], ["in"]):
        return end
    named = next((at for at in range(end + 1, end + ACT) if tokens[at : at + 1] in ACTS), None)
    if named is None:
        return end
    after = named + 2 if tokens[named + 1 : named + 2] and tokens[named + 1].isdigit() else named + 1
    return after if tokens[after : after + 1] in IT_IS else end


IT_IS = (["is"], ["was"], ["has"], ["does"])
ACT = 8  # words in which an Act is named
ACTS = (["act"], ["regulations"], ["eir"], ["eirs"], ["foia"], ["foisa"], ["eisrs"])


def _denies_no_claim(words: Words, negated: int) -> bool:
    """Whether "not" denies something else: "entitles us not to", "whether or not", "does not require us to"."""
    tokens, masks = words.tokens, words.line.masks
    if tokens[negated + 1 : negated + 2] == ["to"] and tokens[negated + 2 : negated + 3] != ["have"]:
        return True  # but "ought not to have been cited" denies it
    if tokens[negated - 1] in ("or", "need"):
        return True  # "whether or not", "need not comply"
    if "public interest" in " ".join(tokens[negated + 1 : negated + 6]):
        return True  # "and would not be in the public interest"
    lifts = any(mask & words.bits["lifting-verb"] for mask in masks[negated + 1 : negated + 2])
    return lifts or _says_neither(words, negated)  # "is not obliged to tell you whether it holds"


def is_overturned(words: Words) -> bool:
    """What rested on it is undone: "The refusal, which rested on section 41(1), is overturned", "36 dropped"."""
    tokens, end = words.tokens, max(words.cited.end, words.cited.after)
    end += tokens[end : end + 1] == [","]
    end += tokens[end : end + 1] in IS_NOW
    return any(mask & words.bits["withdraws"] for mask in words.line.masks[end : end + 1])


IS_NOW = (["is"], ["are"], ["was"])


def plays_no_part(words: Words) -> bool:
    """It is said to have no bearing: "section 30 does not come into it"."""
    playing = next((t for t, m in words.after if m & words.bits["no-part"] and t <= words.cited.end + 14), None)
    if playing is None:
        return False
    between = words.line.masks[words.cited.end : playing]
    return not any(mask & words.bits["public-interest"] for mask in between)  # "absolute, so the public interest …"


def is_unexamined(words: Words) -> bool:
    """Nobody looked at it: "we have not found it necessary to consider section 38"."""
    return words.stands("unexamined", within=18, of=words.cited.start)


def is_considered_only(words: Words) -> bool:
    """It was looked at and not used: "we considered section 36 but do not rely on it"."""
    end = words.cited.end
    before = words.stands("considered", within=12, of=words.cited.start) and not _is_thought_to_be(words)
    after = any(m & words.bits["considered"] and t - end <= NEAR for t, m in words.after)
    if before:
        return any(m & words.bits["not"] for _, m in words.after)
    return after and words.lexicon.says("not-relied-on", words.sentence) is not None


def _is_thought_to_be(words: Words) -> bool:
    """Whether "considered" only tells the view taken, or the test: "they are considered to fall within"."""
    tokens, start = words.tokens, words.cited.start
    near = range(max(words.sentence.start, start - 12), start)
    return any(tokens[at : at + 2] == ["considered", "to"] or tokens[at : at + 3] == THE_TEST for at in near)


THE_TEST = ["considered", "the", "public"]


def is_disowned_later(words: Words) -> bool:
    """The sentence takes the claim back: "… is a different exemption, and I do not rely on it", "no section 12"."""
    if words.tokens[words.cited.start - 1 : words.cited.start] == ["no"]:
        return True
    if words.cited.is_relative or words.sentence.mask & words.bits["private-interest"]:
        return False  # "naming them is not necessary to meet it", of a legitimate interest
    found = words.lexicon.says("disowned", words.sentence)
    if found is not None and any(m & words.bits["sent-round"] and t < found[0] for t, m in words.after):
        return False  # "they passed between officials and went no further"
    if found is not None and "without" in words.tokens[found[1] - 1 : found[1] + 3]:
        return False  # "I cannot rely on it without deciding whether …"
    if found is None or words.tokens[found[0] - 2 : found[0] - 1] == ["you"] or words.tokens[found[0] - 1] == "you":
        return False  # "since you do not need them" says nothing of us
    return found[0] >= words.cited.end and not _says_neither(words, found[0])


def is_disowned_next(words: Words) -> bool:
    """The next sentence takes the claim back: "We have not relied on it"."""
    sentence = words.sentence
    following = next((s for s in words.line.sentences if s.start == sentence.end), None)
    looked = words.stands("considered", within=12, of=words.cited.start)
    of_all = following is not None and len(following.tokens) <= BRIEF and not OF_ALL.isdisjoint(following.tokens)
    if sentence.mask & words.bits["withheld"] and not of_all:
        return False
    if following is None or (following.end - following.start > FOLLOWING and not looked):
        return False
    if following.mask & (words.bits["harm-label"] | words.bits["prejudice"]):
        return False  # "It is not necessary to show that any harm would follow"
    named = any(token[0].isdigit() for token in following.tokens)
    if named and following.mask & (words.bits["considered"] | words.bits["section-word"]):
        return False  # it takes back what it names itself
    if any(at and words.tokens[at - 1] == "any" and mask & words.bits["exemption-word"] for at, mask in following.hits):
        return False  # "We have not needed to consider any exemption besides"
    not_used = following.tokens[0] == "not" and following.mask & words.bits["rely"]  # "Not applied."
    brief = not_used and len(following.tokens) <= VERDICT
    found = [said for taken_back in TAKEN_BACK if (said := words.lexicon.says(taken_back, following))]
    return brief or any("without" not in words.tokens[end - 1 : end + 3] for _, end in found)


def is_neither_nor(words: Words) -> bool:
    """It is one of two that are not: "neither section 30 nor section 31", but not "neither confirm nor deny"."""
    tokens, cited = words.tokens, words.cited
    window = tokens[max(words.sentence.start, cited.start - 8) : cited.start]
    if "neither" in window and "nor" in tokens[cited.start - len(window) : cited.end + 8]:
        return not any(word.startswith("confirm") for word in window) or window[-1] == "nor"
    if window[-1:] == ["nor"] or window[-2:] in (["nor", "by"], ["nor", "under"]):
        return True
    doing, first = words.bits["doing"], max(words.sentence.start, cited.start - REACH)
    denied = (at for at in range(first, cited.start - 1) if tokens[at] == "nor" and words.line.masks[at + 1] & doing)
    return any(";" not in tokens[at : cited.start] for at in denied)
