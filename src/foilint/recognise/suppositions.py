"""Suppositions: the claim only would, might or may be made."""

from foilint.recognise.around import NEAR, Words

LONGER = 8  # words from a verb that supposes to "under": "we would probably have to remove names and addresses under"


def verb_is_hypothetical(words: Words) -> bool:
    """The verb only supposes: "section 22 might have applied", "would be withheld under"."""
    verb = words.verb
    if verb is None:
        return False
    would_be = words.tokens[verb - 1] == "be" and "would" in words.tokens[words.sentence.start : verb]
    ideas = words.bits["hypothetical"] | words.bits["supposed"]
    reach = LONGER if words.tokens[verb] == "under" else NEAR
    supposed = (t for t, m in words.before if m & ideas and 0 <= verb - t <= reach)
    return would_be or any(not _foretells(words, at) for at in supposed)


def is_an_example(words: Words) -> bool:
    """It is one of several that might serve: "an exemption, for example section 21, may be engaged"."""
    return words.verb is not None and words.stands("example", within=NEAR + 2, of=words.cited.start)


def is_yet_to_consider(words: Words) -> bool:
    """Nobody has looked at it yet: "we would have to consider section 38"."""
    return words.stands("would-consider", within=14, of=words.cited.start - 1)


def is_supposed(words: Words) -> bool:
    """What follows only supposes: "section 40 might have applied"."""
    end = words.cited.end
    hypothetical = (t for t, m in words.after if m & words.bits["hypothetical"] and t - end <= 2)
    supposed = any(m & words.bits["supposed"] and t - end <= 7 for t, m in words.after)
    return supposed or any(not _foretells(words, at) for at in hypothetical)


def _foretells(words: Words, at: int) -> bool:
    """Whether "would be" only foretells harm: "would be likely to"."""
    return "likely" in words.tokens[at : at + 4]
