"""Neither confirming nor denying: the operative statement, the disclaimer, and words that give the game away."""

from collections.abc import Sequence

from foilint.notice import Disclaimer, Region
from foilint.recognise.lexicon import Lexicon, once
from foilint.recognise.words import Line, Sentence


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
    bits = lexicon.bits
    said = lexicon.says("applicant-says", sentence)
    if (said and said[0] < found[0]) or sentence.mask & bits["another-requester"]:
        return False
    if any(mask & bits["no-reason"] and token < found[0] for token, mask in sentence.hits):
        return False
    before = 0
    for token, mask in sentence.hits:
        if token < found[0]:
            before |= mask
    return not before & (bits["applicant-said"] | bits["recites-law"])


def disclaimers(
    lines: Sequence[Line], regions: Sequence[Region], headed: Sequence[bool], lexicon: Lexicon
) -> list[Disclaimer]:
    """The sentences, but for requests and quotations, that deny any inference about whether information is held."""
    found: list[Disclaimer] = []
    bits = lexicon.bits
    for line, region, is_heading in zip(lines, regions, headed, strict=True):
        if region in (Region.REQUEST, Region.QUOTATION, Region.FURNITURE) or is_heading:
            continue
        for n, sentence in enumerate(line.sentences):
            if not _denies_inference(sentence, lexicon):
                continue
            following = line.sentences[n + 1] if n + 1 < len(line.sentences) else None
            both = (
                any(m & bits["both-ways"] and not m & bits["existence-pair"] for _, m in sentence.hits)
                or _denies_twice(sentence, lexicon)
                or not sentence.mask & bits["existence"]
                or (
                    following is not None
                    and following.tokens[0] in GOES_ON
                    and bool(following.mask & (bits["infer"] | bits["existence"]))
                )
            )
            about = (
                sentence.mask & bits["existence"]
                or (
                    sentence.mask & bits["both-ways"]
                    and not sentence.mask & lexicon.mask("harm-label", "public-interest")
                )
                or (following is not None and following.mask & bits["existence"] and following.mask & bits["both-ways"])
            )
            if about:
                found.append(Disclaimer(sentence.span, not both))
            elif lexicon.says("no-inference-at-all", sentence):
                found.append(Disclaimer(sentence.span, False))
    if any(not d.one_sided for d in found):
        found = [d for d in found if not d.one_sided] or found
    return found


def _denies_twice(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether a sentence denies each way for itself: "it does not mean that we have, and not that we have not"."""
    whole = lexicon.says("no-inference", sentence)
    clauses = [n for n in range(sentence.start + 1, sentence.end) if sentence.line.tokens[n] == "and"]
    return whole is not None and any(
        lexicon.says("no-inference-word", sentence.part(at, sentence.end)) for at in clauses if at > whole[0]
    )


GOES_ON = frozenset(["nor", "neither", "equally", "or", "and", "likewise"])


@once
def _denies_inference(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether "not" governs an inference, and no condition makes it an argument ("if we did not, they could infer")."""
    found = lexicon.says("no-inference", sentence)
    if found is None:
        return False
    bits = lexicon.bits
    inferring = [mask for token, mask in sentence.hits if token > found[0] and mask & bits["infer"]]
    if all(mask & bits["mere-saying"] for mask in inferring):
        return False  # "we will not say whether it is held"
    if any(mask & bits["confirm-duty-word"] and found[0] <= at < found[0] + 3 for at, mask in sentence.hits):
        return False  # "not obliged to say whether": the duty, not an inference
    inferred = next((t for t, m in sentence.hits if t > found[0] and m & bits["infer"]), found[0])
    return not any(
        (token < found[0] and mask & bits["condition"]) or (found[0] < token < inferred and mask & bits["supposes"])
        for token, mask in sentence.hits
    )


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
        mask & held and (tokens[at - 1] in PLAINLY or any(m & ours and 0 < at - t <= NEAR for t, m in sentence.hits))
        for at, mask in sentence.hits
    )


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
