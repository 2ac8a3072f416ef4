"""Things: words that tell which exemption is meant without naming it, by what is withheld under it.

A claim says what it withholds: "The record of the meeting is exempt under section 27(1)(a), and the price list under
section 43(2)". From then on "the record" means the one and "the price list" the other.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from foilint.recognise.citations import Cited
from foilint.recognise.lexicon import Lexicon
from foilint.recognise.subjects import NOBODY, Numbers
from foilint.recognise.words import Line, Sentence

LONG = 4  # letters of a word that may tell one thing from another
UNITS = frozenset(("section", "sections", "regulation", "regulations", "article"))
FEW_DIGITS = 2
COVERS = frozenset(("covers", "protects", "applies"))
ACT = 10  # tokens after a provision, its Act and title among them
THING = 10  # tokens that tell what it covers
PRONOUNS = frozenset(("they", "it", "these", "this", "that", "those", "which", "all", "both"))
PLAIN = (
    *("rely", "withheld", "law-name", "act-word", "section-word", "our-voice", "refusal-word", "held-plainly", "open"),
    *("public-interest", "generic-thing", "applicant-said", "released", "shut", "harm", "openness"),
)


def told_apart(claims: Iterable[tuple[Cited, Sentence, str]], lexicon: Lexicon) -> Mapping[str, str]:
    """Words that stand in the claims of one exemption only, with its number.

    `claims` are the citations that claim, each with its sentence and the number of its exemption.
    """
    plain = lexicon.mask(*PLAIN)
    numbers: dict[str, set[str]] = {}
    begun, until, before, last = 0, 0, None, None
    for cited, sentence, number in claims:
        if sentence is not last:
            begun, until = _start(cited, sentence), cited.start
        elif before is not None and _thing(cited.line, _past_label(before), cited.start, plain):
            # It says a thing of its own: "the prices under section 43(2), nor the advice, exempt under section 42(1)".
            begun, until = _past_label(before), cited.start
        before, last = cited, sentence
        withheld = _given_for(cited, sentence, plain)
        if withheld:
            begun, until = cited.after, cited.after  # "on section 33(1)(b) for the lines of enquiry, and on …"
        for word in withheld or _thing(cited.line, begun, until, plain) or _covered(cited, sentence, plain):
            numbers.setdefault(word, set()).add(number)
    return {word: next(iter(of)) for word, of in numbers.items() if len(of) == 1}


def _given_for(cited: Cited, sentence: Sentence, plain: int) -> set[str]:
    """The words that tell what is withheld behind the provision: "section 43(2) for the loan terms and"."""
    tokens, start = cited.line.tokens, _past_label(cited)
    if tokens[start : start + 1] != ["for"] or tokens[start + 1 : start + 2] not in DETERMINERS:
        return set()
    end = min(start + THING, sentence.end)
    return _thing(cited.line, start, next((at for at in range(start, end) if tokens[at] in ENDS), end), plain)


DETERMINERS = (["the"], ["your"], ["our"], ["both"], ["all"])
ENDS = frozenset((",", ";", "and", "(", ".", "because", "as", "since", "on", "under", "section", "regulation"))


def _past_label(before: Cited) -> int:
    """The token after a citation and the label in brackets that may follow it."""
    tokens = before.line.tokens
    labelled = tokens[before.end : before.end + 1] == ["("] and ")" in tokens[before.end :]
    return tokens.index(")", before.end) + 1 if labelled else before.end


def _start(cited: Cited, sentence: Sentence) -> int:
    """Where the words that tell what a claim withholds begin: its sentence, or one before where "they" stands."""
    while _refers_back(sentence):
        before = next((s for s in cited.line.sentences if s.end == sentence.start), None)
        if before is None:
            break
        sentence = before
    return sentence.start


def _refers_back(sentence: Sentence) -> bool:
    """Whether a sentence opens with "they", "these papers", but not with "for these reasons"."""
    opening = sentence.tokens[:2]
    return not PRONOUNS.isdisjoint(opening) and opening[0] != "for"


def _thing(line: Line, start: int, until: int, plain: int) -> set[str]:
    """The words from `start` up to the first provision of a claim, which tell what it withholds."""
    words = zip(line.tokens[start:until], line.masks[start:until], strict=True)
    telling = ((word, mask) for word, mask in words if len(word) >= LONG and word.isalpha() and word not in PRONOUNS)
    return {word for word, mask in telling if not mask & plain} | _numbered(line.tokens[start:until])


def _numbered(tokens: Sequence[str]) -> set[str]:
    """What is told from others by its number: "chapter 4", "item 2", but no "section 31"."""
    return {
        f"{word} {number}"
        for word, number in pairwise(tokens)
        if word.isalpha() and len(word) >= LONG and word not in UNITS and number.isdigit() and len(number) <= FEW_DIGITS
    }


def _covered(cited: Cited, sentence: Sentence, plain: int) -> set[str]:
    """The words that tell what is withheld after the provision: "The second is section 43(2), which covers bids"."""
    tokens = cited.line.tokens
    covers = next((at for at in range(cited.after, min(cited.after + ACT, sentence.end)) if tokens[at] in COVERS), None)
    return _thing(cited.line, covers, min(covers + THING, sentence.end), plain) if covers is not None else set()


def meant(tokens: Iterable[str], things: Mapping[str, str]) -> Numbers:
    """The one exemption whose things words speak of; nobody's where they speak of none or of several."""
    told = list(tokens)
    numbers = {things[token] for token in (*told, *_numbered(told)) if token in things}
    return frozenset(numbers) if len(numbers) == 1 else NOBODY


def named_by_headings(headings: Sequence[Line], things: Mapping[str, str]) -> Mapping[int, Numbers]:
    """The exemption that each heading is about, by its block; none unless the headings tell several apart."""
    named = {line.index: numbers for line in headings if (numbers := meant(line.tokens, things))}
    return named if len(set(named.values())) > 1 else {}
