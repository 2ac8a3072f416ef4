"""Run-in labels: the words that open a paragraph, or stand inside one, and say what the rest of it argues."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from foilint.notice import Part
from foilint.recognise import labels
from foilint.recognise.citations import Cited
from foilint.recognise.labels import Label, Role
from foilint.recognise.lexicon import Lexicon
from foilint.recognise.words import Line

LONGEST_LABEL = 16  # tokens before the colon of a run-in label
STOP = "."
DASH = "-"
SIGNS = frozenset((":", DASH, STOP))  # what may end a run-in label


def find(line: Line, lexicon: Lexicon, cites: Sequence[Cited], start: int = 0) -> tuple[int, Label] | None:
    """Where a run-in label that begins a paragraph, or stands at token `start`, ends, and what it says; else None."""
    question = find, start, line.block.lead
    if question in line.paragraph.answers:
        return None
    found = _find(line, lexicon, cites, start)
    if found is None:  # as with most paragraphs, and each is asked again for every heading that it may stand under
        line.paragraph.answers[question] = None
    return found


def _find(line: Line, lexicon: Lexicon, cites: Sequence[Cited], start: int) -> tuple[int, Label] | None:
    for end in _possible_ends(line, start):
        inside = tuple(c for c in cites if start <= c.start and c.end <= end)
        label = labels.read(line.whole.part(start, end), inside, lexicon)
        introduces = (
            label.role in (Role.PART, Role.TEST)
            or label.within is Part.BALANCE
            or (label.within is not None and line.tokens[start] == "why")
            or (label.role is Role.TOPIC and line.block.lead and not start)
        )
        if introduces and _label_like(line, start, end):
            return end, label
    return None


def _possible_ends(line: Line, start: int) -> Iterator[int]:
    tokens = line.tokens
    block = line.block
    if block.lead and not start:
        end = next((n for n in range(len(tokens)) if line.start_of(n) >= block.lead), len(tokens))
        if end < len(tokens):
            yield end
            return
    for n, sign in enumerate(tokens[start : start + LONGEST_LABEL], start):
        if sign in SIGNS and start < n < len(tokens) - 1:
            yield n
            if sign == STOP:
                return


def _label_like(line: Line, start: int, end: int) -> bool:
    """Whether the words before a colon are a label and no sentence that happens to have one."""
    tokens = line.tokens[start:end]
    if "whether" in tokens:
        tokens = tokens[: tokens.index("whether")]  # "Reasons for saying whether we hold it."
    if line.block.lead and not start:
        return end <= 2 * LONGEST_LABEL  # its look says that it is one
    if tokens[:1] in POINTING or (not ASKING.intersection(tokens[:1]) and "would" in tokens):
        return False  # "Those points favour release." and "That would cost us dear: …" are said
    if line.tokens[end] == STOP and tokens[:1] == ["why"]:
        return True
    if line.tokens[end] == STOP:
        return sum(t.isalpha() and len(t) > 1 for t in tokens) <= 9 and not any(t in VERBS for t in tokens)
    if line.tokens[end] == DASH:
        return len(tokens) <= 9 and not any(t in VERBS for t in tokens)
    return not any(t in VOICES for t in tokens) and not any(pair in THERE_IS for pair in pairwise(tokens))


VERBS = frozenset(
    (
        *("we", "i", "you", "us", "is", "are", "was", "were", "has", "have", "will", "would", "could", "may", "can"),
        *("do", "does", "requires", "require", "calls", "call", "must", "applies", "apply", "protects", "covers"),
        *("provides", "supports", "support", "favours", "adds", "lends", "gives", "makes"),
    )
)
THERE_IS = (("there", "is"), ("there", "are"))  # "On the sheet, there is a good case for release: every acre pays"
VOICES = frozenset(["we", "i", "you"])
POINTING = (["those"], ["these"], ["that"], ["this"], ["all"], ["both"])
ASKING = frozenset(("what", "how", "why", "who", "where"))
