"""Who speaks in a block: the applicant, whose request is told, or the authority, which answers it."""

from foilint.recognise import ncnd
from foilint.recognise.lexicon import Lexicon
from foilint.recognise.words import Line

APPLICANT = frozenset(("you", "your"))
APPLYING = frozenset(("applies", "engaged"))
CONCLUDING = frozenset(("exempt", "therefore"))
QUOTES = frozenset("\"'")
COPULAS = frozenset(("is", "are", "was", "were"))
CLAIMED = (["exemption", "is"], ["exception", "is"])
YES_OR_NO = (("yes", ","), ("yes", "."), ("yes", ":"), ("no", ","))  # "No. 12" is a number
VERDICT = 5  # tokens of a sentence that tells no more than what was decided


def answers(line: Line, lexicon: Lexicon) -> bool:
    """Whether a block is the authority speaking: it decides, holds, relies, or thanks."""
    bits = lexicon.bits
    if is_quoted(line) or line.tokens[:1] == ['"']:
        return False
    ours = lexicon.mask("held-plainly", "refusal-word", "confirm-verb", "released", "dealt-with")
    for sentence in line.sentences:
        mask = sentence.mask
        tells_what = sentence.tokens[0] == "what" and mask & bits["claims-now"]  # "What follows is withheld under"
        asks_what = line.masks[sentence.start] & bits["question-word"] and not tells_what
        if sentence.tokens[-1][0] == "?" or asks_what:
            continue
        if (mask & bits["our-voice"] and mask & ours) or mask & bits["letter-cue"]:
            return True
        cites = mask & bits["section-word"] and mask & (bits["law-name"] | bits["withheld"])
        applies = mask & bits["section-word"] and not APPLYING.isdisjoint(sentence.tokens)
        if line.mask & bits["section-word"] and not line.block.marker and ncnd.is_statement(sentence, lexicon):
            return True
        if mask & bits["section-word"] and mask & bits["concluded-that"] and mask & bits["rely"]:
            return True
        claims = mask & bits["section-word"] and sentence.tokens[1:3] in CLAIMED  # "The exemption is section 31"
        theirs = mask & bits["please"] or not APPLICANT.isdisjoint(sentence.tokens)
        relies = mask & bits["section-word"] and "relies" in sentence.tokens and not theirs
        concludes = mask & bits["section-word"] and CONCLUDING.issubset(sentence.tokens)
        if applies or relies or claims or concludes or (cites and mask & bits["refusal-word"]):
            return True
    return _lists_exemptions(line, lexicon) or _tells_outcomes(line, lexicon) or tuple(line.tokens[:2]) in YES_OR_NO


def _tells_outcomes(line: Line, lexicon: Lexicon) -> bool:
    """Whether a block tells what became of it: "Not released.", "Two are released with this; the rest is withheld."."""
    if line.block.marker or not line.sentences or not APPLICANT.isdisjoint(line.tokens):
        return False
    bits = lexicon.bits
    first = line.sentences[0]
    verdict = first.mask & bits["withheld"] and first.end - first.start <= VERDICT and len(line.sentences) > 1
    told = [s for s in line.sentences if not COPULAS.isdisjoint(s.tokens)]
    withheld = any(s.mask & bits["withheld"] for s in told)
    given = any(s.mask & lexicon.mask("released", "held-plainly") and not s.mask & bits["withheld"] for s in told)
    return bool(verdict or (withheld and given))


def _lists_exemptions(line: Line, lexicon: Lexicon) -> bool:
    """Whether a block leads in a list of what is claimed: "Exemptions engaged by this request:"."""
    if not line.tokens or line.tokens[-1] != ":" or not APPLICANT.isdisjoint(line.tokens):
        return False
    last = line.sentences[-1].mask
    named = last & lexicon.mask("exemption-word", "provisions")
    return bool(named and last & lexicon.bits["in-use"])


def asks(line: Line, lexicon: Lexicon) -> bool:
    """Whether a block reads as part of a request: quoted, a list item, a question, or begins as requests do."""
    if line.tokens[:1] and (
        line.tokens[0][0] in QUOTES or line.block.marker or line.tokens[-1][0] == "?" or line.tokens[-1].endswith('"')
    ):
        return True
    first = next((mask for token, mask in zip(line.tokens, line.masks, strict=True) if token.isalpha()), 0)
    return bool(first & lexicon.bits["please"])


def is_quoted(line: Line) -> bool:
    """Whether all of a block stands in quotation marks."""
    tokens = line.tokens
    return len(tokens) > 4 and tokens[0][0] in QUOTES and tokens[-1][-1] in QUOTES
