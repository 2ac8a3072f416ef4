"""Neither confirming nor denying: the operative statement."""

from collections.abc import Sequence

from foilint.notice import Region
from foilint.recognise.lexicon import Lexicon, once
from foilint.recognise.spoken import near
from foilint.recognise.words import Line, Sentence

LED = 5  # words before a statement in which "considered whether" or "our reply is that" leads up to it
VOICE = 4  # words between "we" and "neither"
CLAUSE = frozenset((",", ";", ":", "and", "but"))


def statements(
    lines: Sequence[Line], regions: Sequence[Region], headed: Sequence[bool], lexicon: Lexicon
) -> list[Sentence]:
    """The sentences of the response in which the authority will not say whether it holds the information."""
    found = []
    for line, region, is_heading in zip(lines, regions, headed, strict=True):
        if region is Region.RESPONSE and not is_heading:
            found += [s for s in line.sentences if is_statement(s, lexicon)]
    return found


@once
def is_statement(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether a sentence is operative: no recital of the law, no condition, no argument about an answer."""
    found = lexicon.says("neither-confirm-nor-deny", sentence)
    if found is None:
        return False
    if found[0] > sentence.start and sentence.line.tokens[found[0] - 1] == "[":
        return False  # one of the choices of a template: "[neither confirm nor deny]"
    weighing = sentence.mask & lexicon.mask("public-interest")
    if weighing and near(sentence, lexicon.mask("favour", "outweigh"), found[0] - LED, found[0]):
        return False  # "the public interest favours not saying either way" ends a test and states nothing
    if _speaks_now(sentence, found[0], lexicon) and not near(sentence, lexicon.mask("said-then"), *found):
        return True
    said = lexicon.says("applicant-says", sentence)
    if (said and said[0] < found[0]) or sentence.mask & lexicon.mask("another-requester", "another-speaker"):
        return False
    undone = lexicon.mask("applicant-said", "recites-law", "no-reason", "authority-may")
    led = near(sentence, lexicon.mask("weighed-whether"), found[0] - LED, found[0])
    supposed = near(sentence, lexicon.mask("supposed-so"), found[0] - 2, found[0])
    return not led and not supposed and not near(sentence, undone, sentence.start, found[0])


def _speaks_now(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    """Whether a clause of the authority's own begins before a token: "You asked for the rest, and we neither …"."""
    ours = lexicon.mask("our-voice")
    tokens = sentence.line.tokens
    voices = [n for n, mask in sentence.hits if at - VOICE <= n < at and mask & ours and n > sentence.start]
    ours_is = near(sentence, lexicon.mask("our-reply"), at - 2 * LED, at)
    return ours_is or any(tokens[n - 1] in CLAUSE for n in voices)
