"""What is told to have happened: that somebody was disciplined, or what became of what a notice will not speak of."""

from collections.abc import Collection, Container, Iterable, Iterator, Sequence

from foilint.recognise.lexicon import Lexicon
from foilint.recognise.times import number
from foilint.recognise.words import Sentence

WAS = frozenset(("was", "were", "been"))
PARTICIPLES = ("ed", "en", "ade", "ent", "ept", "ought")
OURSELVES = frozenset(("we", "i", "having", "as"))
SAID = frozenset(("request", "question", "law", "act", "exemption", "section", "would", "could", "published"))
LONG = 4  # letters of a word that may tell what a sentence is about
_LITTLE = (
    "about which there their these those between where would under that this with from have been were they what when "
    "such than then them your also into some only more each very upon here does will made year both over"
)
LITTLE = frozenset(_LITTLE.split())
PLAIN = (
    *("our-voice", "rely", "withheld", "law-name", "act-word", "section-word", "refusal-word", "held-plainly"),
    *("confirm-verb", "confirm", "deny", "existence", "whether", "say", "any-letter"),
)
NOT_OURS = frozenset(("you", "your", "if", "were", "had", "should", "any"))
SUPPOSED = frozenset(("whether", "would", "could", "might", "may", "if", "any", "should"))
KEPT = frozenset(("keep", "keeps", "hold", "holds", "have", "has"))
FOUND = frozenset(("found", "located", "traced", "identified", "shows", "show"))
BEFORE_A_NOUN = frozenset(("a", "an", "any", "the", "such", "no", "all", "holds", "hold", "whether", "of"))
ASKED_FOR = frozenset(("a", "an", "any", "all"))
YOU_ASK = (["you", "ask"], ["you", "asked"], ["you", "want"], ["you", "seek"], ["you", "describe"])
OF_THE_KIND = (["of", "the", "kind"], ["of", "that", "kind"], ["of", "this", "kind"])


def tells_an_event(clause: Sentence, lexicon: Lexicon) -> bool:
    """Whether a clause tells what was done, to somebody or something: "Mr Ashworth was disciplined in private, and"."""
    tokens = clause.tokens
    if clause.mask & lexicon.mask("not-surely", "not-outright", "request-label", "law-name") or not SAID.isdisjoint(
        tokens
    ):
        return False
    passive = any(
        tokens[at] in WAS and tokens[at + 1].endswith(PARTICIPLES) and len(tokens[at + 1]) > LONG
        for at in range(1, len(tokens) - 1)
    )
    return passive and tokens[0] not in OURSELVES


def tells_what_came_of_it(
    sentence: Sentence, said: Sequence[Sentence], asked: Collection[str], lexicon: Lexicon
) -> bool:
    """Whether a sentence tells as a fact what became of the very thing that a statement will not speak of.

    "The Board opened one such investigation in the winter", where it will not say "whether an investigation exists";
    "the report you ask for was finished in July"; "the teams found that no complaints have been made". `asked` are the
    things asked for, which a statement about "the information requested" is about.
    """
    tokens = sentence.tokens
    unsaid = lexicon.mask("public-interest", "confirm-or-deny")
    if tokens[0] in NOT_OURS or not SUPPOSED.isdisjoint(tokens) or sentence.mask & unsaid:
        return False
    for statement in (each for each in said if each is not sentence):
        named = _thing(statement, lexicon)
        if named is None:
            return False
        if any(_came_of(sentence, thing) for thing in ((named,) if named else asked)):
            return True
    return False


def things_asked(sentences: Iterable[Sentence], lexicon: Lexicon) -> frozenset[str]:
    """What some sentences ask for, by its noun: the "referral" of "any referral about the dispensing of opioids"."""
    nouns = (next(_nouns(sentence, sentence.start, ASKED_FOR, lexicon), "") for sentence in sentences)
    return frozenset(nouns) - {""}


def _came_of(sentence: Sentence, thing: str) -> bool:
    """Whether a sentence counts such things as it found, or tells what one "such" thing, or the one asked for, did."""
    tokens = sentence.tokens
    for at in (n for n, token in enumerate(tokens) if token.removesuffix("s") == thing):
        before = tokens[max(0, at - 2) : at]
        searched = not FOUND.isdisjoint(tokens[:at])
        counted = any(word == "no" or number(word) is not None for word in before)
        asked_for = tokens[at + 1 : at + 3] in YOU_ASK or tokens[at + 1 : at + 4] in OF_THE_KIND
        told = _is_past(tokens) or not KEPT.isdisjoint(tokens)
        if (searched and counted) or ((asked_for or "such" in before) and told):
            return True
    return False


def _thing(statement: Sentence, lexicon: Lexicon) -> str | None:
    """The first noun of what a statement will not speak of: "report"; "" where it is all that was asked for, and None
    where it is something beside what the notice speaks of.
    """
    found = lexicon.says("neither-confirm-nor-deny", statement)
    if found is None or statement.mask & lexicon.mask("any-more", "whatever-else"):
        return None
    return next(_nouns(statement, found[0], BEFORE_A_NOUN, lexicon), "")


def _nouns(sentence: Sentence, start: int, before: Container[str], lexicon: Lexicon) -> Iterator[str]:
    """What a sentence speaks of from a token on, by its nouns that stand behind certain words, without the last "s"."""
    plain = lexicon.mask(*PLAIN)
    line = sentence.line
    for at in range(start, sentence.end):
        word = line.tokens[at]
        noun = len(word) >= LONG and word.isalpha() and word not in LITTLE and not line.masks[at] & plain
        if noun and line.tokens[at - 1] in before:
            yield word.removesuffix("s")


def _is_past(tokens: Sequence[str]) -> bool:
    """Whether something is told to have happened."""
    return not WAS.isdisjoint(tokens) or any(t.endswith("ed") and len(t) > LONG + 1 for t in tokens)


def subjects(sentence: Sentence, lexicon: Lexicon) -> frozenset[str]:
    """The words that tell what a sentence is about."""
    plain = lexicon.mask(*PLAIN)
    words = zip(sentence.tokens, sentence.said.masks, strict=True)
    return frozenset(
        word.removesuffix("s")
        for word, mask in words
        if len(word) >= LONG and word.isalpha() and word not in LITTLE and not mask & plain
    )
