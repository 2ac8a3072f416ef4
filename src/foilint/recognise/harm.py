"""Harm in plain prose: whether a sentence foretells it, and whether it says how or why."""

from collections.abc import Sequence

from foilint.recognise.citations import Cited
from foilint.recognise.lexicon import Lexicon, once
from foilint.recognise.words import Sentence

CLAUSES = frozenset((";", ","))


@once
def foretells(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether a sentence says outright that harm is likely, or that security needs the refusal."""
    bits = lexicon.bits
    likely = sentence.mask & bits["prejudice"] and sentence.mask & bits["likelihood"]
    return bool(likely or needs_it(sentence, lexicon))


def needs_it(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether a sentence says that security needs the refusal."""
    bits = lexicon.bits
    return bool(sentence.mask & bits["necessity"] and sentence.mask & bits["security"])


def only_claims(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether a sentence speaks of likelihood only in its claim: "We rely on the lower level, 'would be likely to'"."""
    bits, mask = lexicon.bits, sentence.mask
    return bool(mask & bits["claims-now"] and mask & bits["our-voice"] and not mask & lexicon.mask("prejudice", "harm"))


def precedes_its_provision(sentence: Sentence, cites: Sequence[Cited], lexicon: Lexicon) -> bool:
    """Whether harm is foretold in a clause before the one that names a provision, and so of what was named before."""
    first = next((cite.start for cite in cites if sentence.start <= cite.start < sentence.end), sentence.end)
    tokens = sentence.line.tokens
    clause = next((at for at in range(first - 1, sentence.start, -1) if tokens[at] in CLAUSES), sentence.start)
    leads = not PREPOSITIONS.isdisjoint(tokens[clause + 1 : clause + 2])  # ", for the purposes of section 7"
    return clause > sentence.start and not leads and foretells(sentence.part(sentence.start, clause), lexicon)


PREPOSITIONS = frozenset(("for", "within", "under", "contrary", "as", "in", "by", "so"))


def is_bare(sentence: Sentence, protected: frozenset[str], lexicon: Lexicon) -> bool:
    """Whether a sentence foretells harm in the words of the statute and says neither how nor why.

    `protected` are the words for what the exemptions protect. "Disclosure would be likely to prejudice the commercial
    interests of both" is bare; "… by handing a thief his plan" is not.
    """
    if not foretells(sentence, lexicon) or _gives_reasons(sentence, lexicon):
        return False
    plain = lexicon.mask(*OF_ANY_CLAIM)
    if hurts_besides(sentence, protected, lexicon):
        return False
    text, line = sentence.line.block.text, sentence.line
    told = {
        word
        for at, (word, mask) in enumerate(zip(sentence.tokens, sentence.said.masks, strict=True), sentence.start)
        if len(word) > SHORT_WORD
        and word.isalpha()
        and not mask & plain
        and word not in protected
        and word not in TELL_NOTHING
        and not text[line.start_of(at)].isupper()
    }
    return len(told) <= FEW


def _gives_reasons(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether it says how or why: "exempt, since it would prejudice it" only leads to the harm by "since"."""
    hurt = next((at for at, mask in sentence.hits if mask & lexicon.bits["prejudice"]), sentence.start)
    return not (
        CIRCUMSTANCES.isdisjoint(sentence.tokens) and REASONS.isdisjoint(sentence.line.tokens[hurt : sentence.end])
    )


def hurts_besides(sentence: Sentence, protected: frozenset[str], lexicon: Lexicon) -> bool:
    """Whether a sentence tells of harm in other words than the statute's: "rivals would undercut the firm"."""
    hurts, prejudice, tokens = lexicon.bits["harm"], lexicon.bits["prejudice"], sentence.line.tokens
    return any(mask & hurts and not mask & prejudice and tokens[at] not in protected for at, mask in sentence.hits)


SHORT_WORD = 3  # letters
FEW = 2  # words that tell no more than what the information is
CIRCUMSTANCES = frozenset(("who", "whose", "when", "if", "were", "knowing", "how"))
REASONS = frozenset(("because", "since", "by", "so", "thus", "thereby", "for"))
OF_ANY_CLAIM = (
    *("prejudice", "likelihood", "disclosure", "rely", "withheld", "exemption-word", "section-word", "law-name"),
    *("act-word", "our-voice", "verdict", "hence", "information", "released", "conclude", "generic-thing"),
    *("confirm-or-deny", "existence"),
)
TELL_NOTHING = frozenset(
    (
        *("company", "companies", "council", "authority", "trust", "operator", "party", "parties", "third", "firm"),
        *("firms", "person", "persons", "both", "interests", "interest", "their", "that", "which", "this", "these"),
        *("such", "also", "very", "those", "supplier", "contractor", "provider", "bidders", "ability", "functions"),
        *("schedule", "figures", "document", "documents", "papers", "report", "list", "publication", "view", "with"),
        *("otherwise", "substantially"),
    )
)
