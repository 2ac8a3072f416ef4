"""The questions or parts of a request that a notice counts: "question 2", "(2)", and the lines that answer them."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from foilint.recognise.lexicon import Lexicon
from foilint.recognise.words import Line, Sentence, once_there

OPENING = 4  # words of a sentence among which its number may stand
LONG_NUMBER = 3
_ASKED = "question questions part parts item items request requests response responses answer"
ASKED = frozenset(_ASKED.split())
COUNTING = frozenset((",", "and", "or", "to", "&", "(", ")", "-", "number", "numbers", "no"))


def by_question(
    lines: Sequence[Line], headed: Sequence[bool], lexicon: Lexicon
) -> Iterator[tuple[Line, frozenset[str]]]:
    """Each line with the numbers of the questions that it, or the heading above it, speaks of."""
    none: frozenset[str] = frozenset()
    heading = none
    for line, is_heading in zip(lines, headed, strict=True):
        counts = (line.paragraph.figured or "(" in line.folded) and not ASKED.isdisjoint(line.tokens)
        numbers = questions(line.whole, lexicon) if counts else none
        heading = numbers if is_heading else heading
        yield line, numbers or _item(line) or heading


def _item(line: Line) -> frozenset[str]:
    """The number of an item of a list in brackets, which answers the part of that number: "(a)"."""
    marker = line.block.marker
    return frozenset((marker[1:-1],)) if marker[:1] == "(" and marker[-1:] == ")" else frozenset()


@once_there
def questions(sentence: Sentence, _: Lexicon) -> frozenset[str]:
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
    """The numbers that a list begins with: "1, 2 and 3", "(a)", but none in "as the duty in section 1"."""
    for before, token in pairwise(("", *tokens)):
        if (token.isdigit() and len(token) < LONG_NUMBER) or (before == "(" and len(token) == 1 and token.isalpha()):
            yield token
        elif token not in COUNTING:
            return
