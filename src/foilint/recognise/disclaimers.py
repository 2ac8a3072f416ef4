"""Disclaimers: sentences that deny any inference about whether information is held, and whether both ways."""

from collections.abc import Sequence

from foilint.notice import Disclaimer, Region
from foilint.recognise.lexicon import Lexicon, once
from foilint.recognise.words import Line, Sentence

GOES_ON = frozenset(["nor", "neither", "equally", "or", "and", "likewise"])
SILENT = frozenset((Region.REQUEST, Region.QUOTATION, Region.FURNITURE))


def disclaimers(
    lines: Sequence[Line], regions: Sequence[Region], headed: Sequence[bool], lexicon: Lexicon
) -> list[Disclaimer]:
    """The disclaimers of a notice, wherever the authority itself speaks; those both ways alone, where there are any."""
    found: list[Disclaimer] = []
    for line, region, is_heading in zip(lines, regions, headed, strict=True):
        if region in SILENT or is_heading:
            continue
        for sentence, following in zip(line.sentences, (*line.sentences[1:], None), strict=True):
            if _tells_harm(sentence, lexicon):
                continue
            if lexicon.says("means-neither", sentence):
                found.append(Disclaimer(sentence.span, False))
            elif not denies_inference(sentence, lexicon):
                continue
            elif _is_about_holding(sentence, following, lexicon):
                found.append(Disclaimer(sentence.span, not _looks_both_ways(sentence, following, lexicon)))
            elif lexicon.says("no-inference-at-all", sentence):
                found.append(Disclaimer(sentence.span, False))
    return [each for each in found if not each.one_sided] or found


def _tells_harm(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether it says why security needs the silence: "it is the gaps that a denial would hand over"."""
    needs = sentence.mask & lexicon.bits["necessity"] and sentence.mask & lexicon.bits["security"]
    return bool(needs) and not sentence.mask & lexicon.bits["nothing-said"]


def _is_about_holding(sentence: Sentence, following: Sentence | None, lexicon: Lexicon) -> bool:
    """Whether an inference is about what is held, and none about harm or the public interest."""
    bits = lexicon.bits
    if sentence.mask & bits["existence"] or lexicon.says("refusal-means-nothing", sentence):
        return True
    if sentence.mask & bits["both-ways"] and not sentence.mask & lexicon.mask("harm-label", "public-interest"):
        return True
    return following is not None and bool(following.mask & bits["existence"] and following.mask & bits["both-ways"])


def _looks_both_ways(sentence: Sentence, following: Sentence | None, lexicon: Lexicon) -> bool:
    """Whether neither "it exists" nor "it does not" may be inferred; "exists or is held" is one of them only."""
    bits = lexicon.bits
    if any(mask & bits["both-ways"] and not mask & bits["existence-pair"] for _, mask in sentence.hits):
        return True
    if lexicon.says("either-direction", sentence) or lexicon.says("denies-again", sentence):
        return True
    if not sentence.mask & lexicon.mask("existence", "ever-happened", "coded") or _denies_twice(sentence, lexicon):
        return True
    goes_on = following is not None and following.tokens[0] in GOES_ON
    return goes_on and following is not None and bool(following.mask & (bits["infer"] | bits["existence"]))


def _denies_twice(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether a sentence denies each way for itself: "it does not mean that we have, and not that we have not"."""
    whole = lexicon.says("no-inference", sentence)
    clauses = [n for n in range(sentence.start + 1, sentence.end) if sentence.line.tokens[n] == "and"]
    return whole is not None and any(
        lexicon.says("no-inference-word", sentence.part(at, sentence.end)) for at in clauses if at > whole[0]
    )


def _is_testimony(sentence: Sentence, at: int) -> bool:
    """Whether a word is the evidence that witnesses give: "frightened witnesses do not give evidence"."""
    tokens = sentence.line.tokens
    return tokens[at] == "evidence" and tokens[at - 1] in ("give", "gives", "gave", "giving", "given")


@once
def denies_inference(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether "not" governs an inference, and no condition makes it an argument ("if we did not, they could infer")."""
    if lexicon.says("refusal-means-nothing", sentence):
        return True
    found = lexicon.says("no-inference", sentence)
    if found is None:
        return False
    bits = lexicon.bits
    inferring = [
        mask
        for token, mask in sentence.hits
        if token > found[0] and mask & bits["infer"] and not _is_testimony(sentence, token)
    ]
    if all(mask & bits["mere-saying"] for mask in inferring):
        return False  # "we will not say whether it is held"
    if any(mask & bits["confirm-duty-word"] and found[0] <= at < found[0] + 3 for at, mask in sentence.hits):
        return False  # "not obliged to say whether": the duty, not an inference
    inferred = next((t for t, m in sentence.hits if t > found[0] and m & bits["infer"]), found[0])
    return not any(
        (token < found[0] and mask & bits["condition"]) or (found[0] < token < inferred and mask & bits["supposes"])
        for token, mask in sentence.hits
    )
