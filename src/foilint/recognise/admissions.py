"""Words that give the game away: what is said to be held, or not, where a notice neither confirms nor denies."""

from collections.abc import Iterable, Iterator, Sequence

from foilint.notice import Region
from foilint.recognise.disclaimers import denies_inference
from foilint.recognise.lexicon import Lexicon
from foilint.recognise.times import number
from foilint.recognise.words import Line, Sentence, once_there

BESIDE = 1  # blocks between an admission and the statement that takes it back, where only their subject joins them
ANSWERED = frozenset((Region.RESPONSE,))
CLAUSE = 4  # tokens of a clause that may admit something
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
    by_line = {line.index: numbers for line, numbers in _by_question(lines, headed, lexicon)}
    covered = frozenset(n for sentence in said for n in _questions(sentence, lexicon) or by_line[sentence.line.index])
    telling = lexicon.mask(
        "held-plainly",
        "has-it",
        "kept-passively",
        "lies-in",
        "there-is",
        "there-is-one",
        "have-read",
        "not-held",
        "deny",
    )
    found = []
    for line, region, is_heading in zip(lines, regions, headed, strict=True):
        if region is not Region.RESPONSE or is_heading:
            continue
        for sentence in line.sentences:
            tells = _tells_what_came_of_it(sentence, said, lexicon)
            if not tells and not sentence.mask & telling:
                continue
            asked = _questions(sentence, lexicon) or by_line[line.index]
            if bool(asked) != bool(covered) or not asked <= covered or denies_inference(sentence, lexicon):
                continue
            if tells or _admits(sentence, said, lexicon) or _admits_first(sentence, said, lexicon):
                found.append(sentence)
    return found


def _admits_first(sentence: Sentence, said: Sequence[Sentence], lexicon: Lexicon) -> bool:
    """Whether what stands before a statement in its own sentence admits: "It is held, but we neither confirm nor"."""
    found = lexicon.says("neither-confirm-nor-deny", sentence)
    if found is None or found[0] - sentence.start < CLAUSE or _questions(sentence, lexicon):
        return False
    first = sentence.part(sentence.start, found[0])
    return _admits(first, said, lexicon) or _tells_an_event(first, lexicon)


def _tells_what_came_of_it(sentence: Sentence, said: Sequence[Sentence], lexicon: Lexicon) -> bool:
    """Whether a sentence tells as a fact what became of the very thing that a statement will not speak of.

    "The Board opened one such investigation in the winter", where it will not say "whether an investigation exists";
    "the report you ask for was finished in July"; "the teams found that no complaints have been made".
    """
    tokens = sentence.tokens
    if tokens[0] in NOT_OURS or not SUPPOSED.isdisjoint(tokens) or sentence.mask & lexicon.mask("public-interest"):
        return False
    for statement in said:
        thing = _thing(statement, lexicon) if statement is not sentence else ""
        for at in (n for n, token in enumerate(tokens) if thing and token.removesuffix("s") == thing):
            before = tokens[max(0, at - 2) : at]
            searched = not FOUND.isdisjoint(tokens[:at])
            counted = any(word == "no" or number(word) is not None for word in before)
            asked_for = tokens[at + 1 : at + 3] in YOU_ASK or tokens[at + 1 : at + 4] in OF_THE_KIND
            if (searched and counted) or ((asked_for or "such" in before) and _is_past(tokens)):
                return True
    return False


def _thing(statement: Sentence, lexicon: Lexicon) -> str:
    """The first noun of what a statement will not speak of: "report"; "" where it is all that was asked for."""
    found = lexicon.says("neither-confirm-nor-deny", statement)
    if found is None or statement.mask & lexicon.mask("any-more", "whatever-else"):
        return ""
    plain = lexicon.mask(*PLAIN)
    line = statement.line
    for at in range(found[0], statement.end):
        word = line.tokens[at]
        noun = len(word) >= LONG and word.isalpha() and word not in LITTLE and not line.masks[at] & plain
        if noun and line.tokens[at - 1] in DETERMINERS | {"holds", "hold", "whether", "of"}:
            return word.removesuffix("s")
    return ""


def _is_past(tokens: Sequence[str]) -> bool:
    """Whether something is told to have happened."""
    return not WAS.isdisjoint(tokens) or any(t.endswith("ed") and len(t) > LONG + 1 for t in tokens)


NOT_OURS = frozenset(("you", "your", "if", "were", "had", "should", "any"))
SUPPOSED = frozenset(("whether", "would", "could", "might", "may", "if", "any", "should"))
FOUND = frozenset(("found", "located", "traced", "identified", "shows", "show"))
DETERMINERS = frozenset(("a", "an", "any", "the", "such", "no"))
YOU_ASK = (["you", "ask"], ["you", "asked"], ["you", "want"], ["you", "seek"], ["you", "describe"])
OF_THE_KIND = (["of", "the", "kind"], ["of", "that", "kind"], ["of", "this", "kind"])


def _tells_an_event(clause: Sentence, lexicon: Lexicon) -> bool:
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


def _admits(sentence: Sentence, said: Sequence[Sentence], lexicon: Lexicon) -> bool:
    """Whether a sentence tells that the information is held, or that what a statement beside it speaks of is."""
    if sentence.mask & lexicon.mask("information") and _says_held(sentence, lexicon):
        outright = not sentence.mask & lexicon.mask("not-outright", "any-authority")
        if outright and not _is_of_something_else(sentence, said, lexicon):
            return True
    if not lexicon.says("tells-of-holding", sentence) or sentence.mask & lexicon.mask(
        "not-surely", "released", "said-that"
    ):
        return False
    return any(
        _subjects(sentence, lexicon) & _subjects(each, lexicon) or _takes_back(each, sentence, lexicon)
        for each in _beside(sentence, said, lexicon)
    )


def taken_back(admitted: Sequence[Sentence], said: Sequence[Sentence], lexicon: Lexicon) -> list[Sentence]:
    """Of what is admitted, what the next words take back: "The log is held. However, we neither confirm nor deny …"."""
    return [s for s in admitted if any(_takes_back(each, s, lexicon) for each in _beside(s, said, lexicon))]


def _takes_back(statement: Sentence, sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether a statement follows at once, in its paragraph or at the head of the next, on what we are said to have."""
    ours = sentence.mask & lexicon.mask("held-plainly", "has-it", "kept-passively", "lies-in", "in-ours")
    if not ours or sentence.mask & lexicon.mask("withheld") or sentence.tokens[0] == "you":
        return False
    same = _subjects(sentence, lexicon) & _subjects(statement, lexicon)  # "A referral was made …", "about a referral"
    if OF_THE_REQUEST.isdisjoint(statement.tokens) and not same:
        return False  # it names what it is about
    if statement.line is sentence.line:
        return statement.start == sentence.end
    ends = sentence.end == len(sentence.line.tokens)
    return ends and statement.start == 0 and statement.line.index == sentence.line.index + 1


def _beside(sentence: Sentence, said: Sequence[Sentence], lexicon: Lexicon) -> Iterator[Sentence]:
    """The statements that stand beside a sentence and leave no part of the request out."""
    for each in said:
        near_by = abs(each.line.index - sentence.line.index) <= BESIDE
        if near_by and each is not sentence and not each.mask & lexicon.mask("any-more"):
            yield each


def _is_of_something_else(sentence: Sentence, said: Sequence[Sentence], lexicon: Lexicon) -> bool:
    """Whether the statement beside a sentence is about another thing: "Of cameras nothing is held. As to drones"."""
    if said and all(_opens_with_another(each.line) and each.line is not sentence.line for each in said):
        return True
    beside = [each for each in said if each.line is sentence.line]
    if not beside or not all(each.mask & lexicon.mask("as-to") for each in beside):
        return False
    own = _subjects(sentence, lexicon)
    return bool(own) and all(not own & _subjects(each, lexicon) for each in beside)


def _opens_with_another(line: Line) -> bool:
    """Whether a paragraph opens with a question that is not the first: "The second I cannot answer in this way"."""
    return not FURTHER.isdisjoint(line.tokens[:OPENING])


FURTHER = frozenset(("second", "third", "fourth", "fifth", "last", "other", "remaining"))


def _subjects(sentence: Sentence, lexicon: Lexicon) -> frozenset[str]:
    """The words that tell what a sentence is about."""
    plain = lexicon.mask(*PLAIN)
    words = zip(sentence.tokens, sentence.said.masks, strict=True)
    return frozenset(
        word.removesuffix("s")
        for word, mask in words
        if len(word) >= LONG and word.isalpha() and word not in LITTLE and not mask & plain
    )


@once_there
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


OF_THE_REQUEST = frozenset(("question", "request", "requested", "asked", "seek", "sought", "described", "want"))
PLAINLY = frozenset(("is", "are", "not", "also"))
NEAR = 5  # words between who holds and the word for it


def is_of_a_part(
    said: Sequence[Sentence],
    lines: Sequence[Line],
    regions: Sequence[Region],
    headed: Sequence[bool],
    lexicon: Lexicon,
) -> bool:
    """Whether statements leave a part of the request out, which is then answered: "any other information"."""
    if not said:
        return False
    if any(sentence.mask & lexicon.mask("whatever-else") for sentence in said):
        return True
    if all(_opens_with_another(sentence.line) for sentence in said):
        return True
    answered = [
        each for each, region in zip(_by_question(lines, headed, lexicon), regions, strict=True) if region in ANSWERED
    ]
    own = {sentence.line.index for sentence in said}
    covered = {number for line, numbers in answered if line.index in own for number in numbers}
    covered.update(number for sentence in said for number in _questions(sentence, lexicon))
    refused = lexicon.mask("section-word", "regulation-word")  # "on question 3, section 23 is used" answers nothing
    return bool(covered) and any(numbers - covered for line, numbers in answered if not line.mask & refused)


def _by_question(
    lines: Sequence[Line], headed: Sequence[bool], lexicon: Lexicon
) -> Iterator[tuple[Line, frozenset[str]]]:
    """Each line with the numbers of the questions that it, or the heading above it, speaks of."""
    none: frozenset[str] = frozenset()
    heading = none
    for line, is_heading in zip(lines, headed, strict=True):
        counts = (line.paragraph.figured or "(" in line.folded) and not ASKED.isdisjoint(line.tokens)
        numbers = _questions(line.whole, lexicon) if counts else none
        heading = numbers if is_heading else heading
        yield line, numbers or heading


@once_there
def _questions(sentence: Sentence, _: Lexicon) -> frozenset[str]:
    """The numbers of the questions or parts that a sentence speaks of."""
    tokens = sentence.line.tokens
    numbers: set[str] = set()
    for at in range(sentence.start, sentence.end):
        if tokens[at] in ASKED:
            numbers.update(_counted(tokens[at + 1 : sentence.end]))
    for at in range(sentence.start, min(sentence.start + OPENING, sentence.end - 2)):
        item = tokens[at] == "(" and tokens[at + 2] == ")" and len(tokens[at + 1]) == 1
        if item and not (at and tokens[at - 1][0].isdigit()):
            numbers.add(tokens[at + 1])  # "(2) We hold …", but not "Under section 38(2) we need not …"
    return frozenset(numbers)


def _counted(tokens: Iterable[str]) -> Iterator[str]:
    """The numbers that a list begins with: "1, 2 and 3", but none in "as the duty in section 1"."""
    for token in tokens:
        if token.isdigit() and len(token) < LONG_NUMBER:
            yield token
        elif token not in COUNTING:
            return


OPENING = 4  # words of a sentence among which its number may stand
LONG_NUMBER = 3
ASKED = frozenset(
    (
        "question",
        "questions",
        "part",
        "parts",
        "item",
        "items",
        "request",
        "requests",
        "response",
        "responses",
        "answer",
    )
)
COUNTING = frozenset((",", "and", "or", "to", "&", "(", ")", "-", "number", "numbers", "no"))
