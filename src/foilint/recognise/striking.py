"""Striking: whether a sentence opens, announces, describes or decides the public interest test."""

from itertools import pairwise

from foilint.recognise.lexicon import Lexicon, once
from foilint.recognise.stances import Stance, stance_of_prose
from foilint.recognise.words import Sentence

TURNS = frozenset(
    ["but", "however", "whereas", "yet", "against", "conversely", "nevertheless", "nonetheless", "equally"]
)
# "the public interest in this case" is in nothing yet
ABOUT = frozenset(
    (
        *("relation", "respect", "this", "these", "each", "all", "any"),
        *("more", "detail", "regard", "section", "sections", "regulation"),
    )
)
ANYWHERE = ("strikes-balance",)
ASKING = frozenset(("considering", "deciding", "asking", "weighing", "determining", "judging", "assessing", "testing"))
ASIDE = 5  # tokens of ", if held, "
CONVINCED = frozenset(("satisfied", "convinced", "persuaded", "sure", "certain"))
MAY = frozenset(("may", "might"))
MUST = frozenset(("must", "have", "has", "need", "needs"))
SUBJECT = 4  # tokens from "whether" in which the subject of its clause begins
SUPPOSED = 4  # tokens from "if" to what is only supposed
UNDER_TEST = ("strikes-balance", "closes-test")  # statements of the balance once the test has begun


@once
def opens_test(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether a sentence argues about the public interest here, and does not only say that a test is due."""
    bits = lexicon.bits
    mask = sentence.mask
    if not mask & bits["public-interest"]:
        return takes_side(sentence, lexicon) and bool(mask & bits["argues"])
    if mask & (bits["no-test"] | bits["any-authority"]) or (
        _is_absolute(sentence, lexicon) and not mask & bits["favour"]
    ):
        return False
    if describes_test(sentence, lexicon):
        return False
    if interest_in(sentence, lexicon):
        return True
    if mask & bits["test-if"] and not mask & (bits["openness"] | bits["concede"]):
        return False
    return bool(mask & lexicon.mask("openness", "protection", "favour", "against", "concede", "prejudice"))


@once
def announces_test(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether a sentence says that the public interest is considered from here on."""
    bits = lexicon.bits
    about = sentence.mask & (bits["public-interest"] | bits["both-sides"])
    excused = sentence.mask & lexicon.mask("no-test", "any-authority") or _is_absolute(sentence, lexicon)
    return bool(about and not excused)


def _is_absolute(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether a sentence calls an exemption absolute."""
    bits = lexicon.bits
    return bool(sentence.mask & bits["absolute"] and not sentence.mask & bits["not-absolute"])


@once
def plainly_argues(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether a sentence takes a side once a test has been announced."""
    bits = lexicon.bits
    told = sentence.mask & (bits["openness"] | bits["contrast"])
    return bool(told) or sentence.tokens[0] in TURNS or takes_side(sentence, lexicon)


@once
def describes_test(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether a sentence only says that a test is due or what it asks."""
    bits = lexicon.bits
    mask = sentence.mask
    told = mask & lexicon.mask("in-the-interest", "contrast") or interest_in(sentence, lexicon)
    if not mask & bits["public-interest"] or told:
        return False
    due = mask & (bits["test-if"] | bits["due"])
    return bool(due and not mask & (bits["openness"] | bits["concede"])) and stance_of_prose(sentence, lexicon) is None


@once
def interest_in(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether a sentence speaks of a public interest in something, and does not ask about it."""
    bits = lexicon.bits
    if sentence.mask & bits["test-if"] and sentence.mask & (bits["weigh"] | bits["outweigh"]):
        return False
    tokens = sentence.line.tokens
    return any(
        mask & bits["public-interest"]
        and tokens[at + 2 : at + 3] == ["in"]
        and not ABOUT & set(tokens[at + 3 : at + 4])
        for at, mask in sentence.hits
    )


def strikes(sentence: Sentence, lexicon: Lexicon, conclusions: tuple[str, ...] = ANYWHERE) -> bool:
    """Whether a sentence weighs the sides and says which is heavier, or finds an answer against the public interest.

    `conclusions` are the statements that conclude where the sentence stands; what is quoted or only asked does not.
    """
    put_off = sentence.mask & lexicon.mask("more-time", "no-such-test", "recites-law")
    private = sentence.mask & lexicon.bits["private-interest"] and not sentence.mask & lexicon.bits["public-interest"]
    if put_off or private or sentence.line.tokens[sentence.end - 1][0] == "?":
        return False
    if lexicon.says("finds-contrary", sentence):
        return True
    found = next((said for name in conclusions if (said := lexicon.says(name, sentence))), None)
    if found is None or supposes(sentence):
        return False
    return not _is_only_said(sentence, *found) and _settled(sentence, found[1], lexicon)


def plainly_strikes(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether it says in the words of the test which interest outweighs the other, or where the balance lies."""
    told = sentence.mask & lexicon.mask("public-interest", "balance-noun") and sentence.mask & lexicon.mask(
        "outweigh", "favour"
    )
    return bool(told) and not sentence.mask & lexicon.mask("not") and strikes(sentence, lexicon)


def is_of_handling(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether it only says how the request was dealt with: "Your complaint about our delay is upheld"."""
    weighs = lexicon.mask("public-interest", "withheld", "exemption-word", "openness", "contrast", "balance-noun")
    return bool(sentence.mask & lexicon.mask("of-handling")) and not sentence.mask & weighs


def supposes(sentence: Sentence) -> bool:
    """Whether it only says what follows if the public interest lies somewhere: "It gives way if the public is …"."""
    words = sentence.tokens
    public = (at for at, word in enumerate(words) if word == "public" and len(words) <= SUPPOSED)
    return any(not IF.isdisjoint(words[max(0, at - 2) : at]) for at in public)


SUPPOSED = 25  # words of a sentence that only supposes; a longer one may go on to decide
IF = frozenset(("if", "unless"))


def _sets_against(sentence: Sentence) -> bool:
    """Whether a sentence says no more than that one interest was weighed against the other."""
    tokens = sentence.tokens
    weighed = next((at for at, token in enumerate(tokens) if token in ("weighed", "balanced")), None)
    return weighed is not None and "against" in tokens[weighed:] and not any(t in JOINED for t in tokens[weighed:])


JOINED = frozenset((",", "and", "which", "that", "but", ";", ":"))


def _is_only_said(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a conclusion, from token `start` to `end`, is quoted, supposed, put off, or one that may yet change."""
    tokens = sentence.line.tokens
    if tokens[:start].count('"') % 2 or not MAY.isdisjoint((tokens[start + 1], tokens[end - 2])):
        return True  # "the balance may shift in time"
    if _sets_against(sentence):
        return True
    supposed = sentence.tokens[0] == "should" and "," not in tokens[sentence.start : start]
    told_later = "why" in tokens[max(sentence.start, start - 2) : start]
    return supposed or told_later  # "should the balance fall the other way", "why the public interest is against it"


@once
def comes_down(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether a sentence under the heading of a balance says how the case is decided, in whatever words."""
    if strikes(sentence, lexicon, UNDER_TEST):
        return True
    deciding = lexicon.mask("decides", "beats", "outweigh")
    return any(mask & deciding and _settled(sentence, at, lexicon) for at, mask in sentence.hits) and not (
        describes_test(sentence, lexicon) or sentence.mask & lexicon.mask("any-authority", "recites-law")
    )


def _settled(sentence: Sentence, end: int, lexicon: Lexicon) -> bool:
    """Whether a conclusion that ends before token `end` is told and not asked: "whether" is outdone by "we decided"."""
    bits = lexicon.bits
    asked = False
    tokens = sentence.line.tokens
    for token, mask in sentence.hits:
        if mask & bits["settle"] and tokens[token - 1] == "be":
            must = not MUST.isdisjoint(tokens[max(0, token - 4) : token])
            asked = asked or (must and tokens[token] in CONVINCED)  # "we must be satisfied that"
        elif mask & bits["settle"] and "if" in tokens[max(sentence.start, token - SUPPOSED) : token]:
            asked = True  # "if we then conclude that"
        elif mask & bits["settle"]:
            if token >= end:
                return True
            asked = False
        elif _concedes(sentence, token, end):
            continue
        elif mask & bits["test-if"] and token < end and not _leads_to_an_answer(sentence, token, lexicon):
            asked = asked or tokens[token] != "must" or not _is_over(tokens, token, end)
    return not asked


def _concedes(sentence: Sentence, token: int, end: int) -> bool:
    """Whether "whether" opens what makes no difference: "Whether taken apart or together, the balance lies in"."""
    clause = sentence.line.tokens[token:end]
    return token == sentence.start and clause[:1] == ["whether"] and {"or", ","}.issubset(clause)


def _is_over(tokens: list[str], must: int, end: int) -> bool:
    """Whether a clause ends before the next one concludes: "That must come first, and the interest in it prevails"."""
    return any(pair == (",", "and") for pair in pairwise(tokens[must:end]))


def _leads_to_an_answer(sentence: Sentence, token: int, lexicon: Lexicon) -> bool:
    """Whether "whether" asks nothing: "denying whether it is held would not be", "that is where the interest lies".

    Nor does "if" in "the report, if held, is worth less than …".
    """
    line = sentence.line
    aside = line.tokens[token - 1] == "," and "," in line.tokens[token + 1 : token + ASIDE]
    says = line.masks[token - 1] & lexicon.mask("deny", "confirm", "say")
    weighs = any(mask & lexicon.bits["public-interest"] for mask in line.masks[token : token + SUBJECT])
    asks = (weighs and line.tokens[token] == "whether") or (line.tokens[token - 1] != "is" and not says)
    telling = line.tokens[token - 2 if line.tokens[token - 1] in ("on", "about") else token - 1]
    asks = asks and not (telling.endswith("ing") and telling not in ASKING)  # "not commenting on whether"
    return not asks or (aside and line.tokens[token] == "if")


def asks_which(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether a sentence asks which interest is the greater: "The question is whether the public interest in …"."""
    interest = lexicon.bits["public-interest"]
    asked = (at for at, word in enumerate(sentence.tokens, sentence.start) if word == "whether")
    return any(mask & interest for at in asked for mask in sentence.line.masks[at : at + SUBJECT])


def takes_side(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether a sentence says which side it takes: "Against disclosure, …"."""
    return stance_of_prose(sentence, lexicon) in (Stance.FOR, Stance.AGAINST)
