"""Words that give the game away: what is said to be held, or not, where a notice neither confirms nor denies."""

from collections.abc import Iterator, Sequence

from foilint.notice import Region
from foilint.recognise.disclaimers import denies_inference
from foilint.recognise.events import subjects, tells_an_event, tells_what_came_of_it, things_asked
from foilint.recognise.lexicon import Lexicon
from foilint.recognise.questions import OPENING, by_question, questions
from foilint.recognise.words import Line, Sentence, once_there

BESIDE = 1  # blocks between an admission and the statement that takes it back, where only their subject joins them
ANSWERED = frozenset((Region.RESPONSE,))
UNSURE = ("not-surely", "released", "said-that")
TELLING = (
    *("held-plainly", "has-it", "kept-passively", "lies-in", "there-is", "there-is-one", "have-read", "not-held"),
    "deny",
)
CLAUSE = 4  # tokens of a clause that may admit something


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
    by_line = {line.index: numbers for line, numbers in by_question(lines, headed, lexicon)}
    covered = frozenset(n for sentence in said for n in questions(sentence, lexicon) or by_line[sentence.line.index])
    telling = lexicon.mask(*TELLING)
    asked_for = things_asked(_requests(lines, regions, lexicon), lexicon) if said else ()
    found = []
    for line, region, is_heading in zip(lines, regions, headed, strict=True):
        if region is not Region.RESPONSE or is_heading:
            continue
        for sentence in line.sentences:
            tells = tells_what_came_of_it(sentence, said, asked_for, lexicon)
            if not tells and not sentence.mask & telling:
                continue
            asked = questions(sentence, lexicon) or by_line[line.index]
            if bool(asked) != bool(covered) or not asked <= covered or denies_inference(sentence, lexicon):
                continue
            if tells or _admits(sentence, said, lexicon) or _admits_first(sentence, said, lexicon):
                found.append(sentence)
    return found


def _requests(lines: Sequence[Line], regions: Sequence[Region], lexicon: Lexicon) -> Iterator[Sentence]:
    """The sentences that tell what was asked for."""
    for line, region in zip(lines, regions, strict=True):
        for sentence in line.sentences:
            if region is Region.REQUEST or sentence.mask & lexicon.mask("you-asked"):
                yield sentence


def _admits_first(sentence: Sentence, said: Sequence[Sentence], lexicon: Lexicon) -> bool:
    """Whether what stands before a statement in its own sentence admits: "It is held, but we neither confirm nor"."""
    found = lexicon.says("neither-confirm-nor-deny", sentence)
    if found is None or found[0] - sentence.start < CLAUSE or questions(sentence, lexicon):
        return False
    first = sentence.part(sentence.start, found[0])
    return _admits(first, said, lexicon) or tells_an_event(first, lexicon)


def _admits(sentence: Sentence, said: Sequence[Sentence], lexicon: Lexicon) -> bool:
    """Whether a sentence tells that the information is held, or that what a statement beside it speaks of is."""
    if sentence.mask & lexicon.mask("information") and _says_held(sentence, lexicon):
        outright = not sentence.mask & lexicon.mask("not-outright", "any-authority")
        if outright and not _is_of_something_else(sentence, said, lexicon):
            return True
    found = lexicon.says("tells-of-holding", sentence)
    if not found or sentence.line.is_quoted(found[0]) or sentence.mask & lexicon.mask(*UNSURE):
        return False
    return any(
        subjects(sentence, lexicon) & subjects(each, lexicon) or _takes_back(each, sentence, lexicon)
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
    same = subjects(sentence, lexicon) & subjects(statement, lexicon)  # "A referral was made …", "about a referral"
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
    own = subjects(sentence, lexicon)
    return bool(own) and all(not own & subjects(each, lexicon) for each in beside)


def _opens_with_another(line: Line) -> bool:
    """Whether a paragraph opens with a question that is not the first: "The second I cannot answer in this way"."""
    return not FURTHER.isdisjoint(line.tokens[:OPENING])


FURTHER = frozenset(("second", "third", "fourth", "fifth", "last", "other", "remaining"))


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
        each for each, region in zip(by_question(lines, headed, lexicon), regions, strict=True) if region in ANSWERED
    ]
    own = {sentence.line.index for sentence in said}
    covered = {number for line, numbers in answered if line.index in own for number in numbers}
    covered.update(number for sentence in said for number in questions(sentence, lexicon))
    refused = lexicon.mask("section-word", "regulation-word")  # "on question 3, section 23 is used" answers nothing
    return bool(covered) and any(numbers - covered for line, numbers in answered if not line.mask & refused)
