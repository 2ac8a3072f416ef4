"""Neither confirming nor denying: the operative statement, and words that give the game away."""

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
    if _speaks_now(sentence, found[0], lexicon):
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


def admissions(
    lines: Sequence[Line],
    regions: Sequence[Region],
    headed: Sequence[bool],
    said: Sequence[Sentence],
    lexicon: Lexicon,
) -> list[Sentence]:
    """The sentences that say outright that the information is, or is not, held: no "whether", no other information.

    `said` are the statements that it is neither confirmed nor denied: what is admitted for a question they do not
    cover is no admission.
    """
    bits = lexicon.bits
    found = []
    covered = frozenset(number for sentence in said for number in _questions(sentence))
    for line, region, is_heading in zip(lines, regions, headed, strict=True):
        if region is not Region.RESPONSE or is_heading:
            continue
        for sentence in line.sentences:
            mask = sentence.mask
            if not mask & bits["information"] or not _says_held(sentence, lexicon):
                continue
            asked = _questions(sentence)
            if (
                mask & (bits["not-outright"] | bits["any-authority"])
                or bool(asked) != bool(covered)
                or not asked <= covered
            ):
                continue
            found.append(sentence)
    return found


def _says_held(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether the authority holds it, or it is held; "information held by government" says neither."""
    held, ours = lexicon.bits["held-plainly"], lexicon.bits["our-voice"]
    tokens = sentence.line.tokens
    return any(
        mask & held
        and not _is_bracketed(tokens, sentence.start, at)
        and (tokens[at - 1] in PLAINLY or any(m & ours and 0 < at - t <= NEAR for t, m in sentence.hits))
        for at, mask in sentence.hits
    )


def _is_bracketed(tokens: list[str], start: int, at: int) -> bool:
    """Whether a word is in brackets, as the label of a provision is: "section 17 (information not held)"."""
    before = tokens[start:at]
    return before.count("(") > before.count(")")


PLAINLY = frozenset(("is", "are", "not", "also"))
NEAR = 5  # words between who holds and the word for it


def _questions(sentence: Sentence) -> frozenset[str]:
    """The numbers of the questions or parts that a sentence speaks of."""
    tokens = sentence.line.tokens
    numbers: set[str] = set()
    for at in range(sentence.start, sentence.end):
        if tokens[at] in ASKED:
            numbers |= {t for t in tokens[at + 1 : min(at + 8, sentence.end)] if t.isdigit() and len(t) <= 2}
    first = tokens[sentence.start : sentence.start + 6]
    numbers |= {
        t
        for before, t, after in zip(first, first[1:], first[2:], strict=False)
        if before == "(" and after == ")" and len(t) == 1
    }
    return frozenset(numbers)


ASKED = frozenset(["question", "questions", "part", "parts", "item", "items", "request", "requests"])
