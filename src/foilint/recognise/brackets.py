"""Brackets that were never filled in: "[insert date]", "<name>", "{{ reference }}", «Title».

A redaction ("[REDACTED]", "[Name supplied]"), a link, a citation ("[2025] UKSC 27"), the writer's own word in somebody
else's sentence ("the [Council] must") and an ordinary aside are none.
"""

from collections.abc import Callable

from foilint.recognise.lexicon import Lexicon
from foilint.recognise.words import Line

CLOSERS = {"[": "]", "<": ">", "{": "}", "(": ")"}
LONGEST = 40  # words that a bracket may hold
MERGE_FIELD = 3  # words of «First name» at most
GREETING = 8  # tokens of "Dear Mr/Mrs/Ms" at most
RUNNING = 3  # words before an empty bracket that make it one in a sentence, not a box to tick
ADDRESSED = (["to", ":"], ["from", ":"], ["cc", ":"])
SIGNS = frozenset(".,:;/@-•●…'\"#_*")
BULLETS = frozenset("•●_")


def unfilled(line: Line, at: int, lexicon: Lexicon) -> int | None:
    """Where a bracket that opens at a token and was never filled in ends, or None."""
    tokens, opener = line.tokens, line.tokens[at]
    closer = CLOSERS[opener]
    reach = range(at + 1, min(at + LONGEST, len(tokens)))
    last = next((n for n in reach if tokens[n].endswith(closer)), None)  # a full stop may stand before it: ".]"
    if last is None or any(mask & lexicon.mask("redaction") for mask in line.masks[at + 1 : last]):
        return None
    if not _JUDGES[opener](line, at, last, lexicon):
        return None
    doubled = tokens[at + 1] == opener and tokens[last + 1 : last + 2] == [closer]
    return last + 2 if doubled else last + 1


def _square(line: Line, at: int, last: int, lexicon: Lexicon) -> bool:
    inner = line.tokens[at + 1 : last]
    if not inner:
        return at > RUNNING and last + 1 < len(line.tokens)
    if line.tokens[max(0, at - 2) : at] in ADDRESSED:
        return False  # the head of an e-mail, made anonymous
    if _asks_to_fill(line, at, last, lexicon) or BULLETS.issuperset(inner):
        return True
    if line.tokens[:at].count('"') % 2:
        return False  # somebody else's sentence, with the writer's own word in it
    first = at + 1
    if line.masks[first] & lexicon.mask("to-drafter") and line.tokens[first + 1] == ":":
        return True
    return bool(line.masks[first] & lexicon.mask("instruction")) or _is_field(line, at, last, lexicon)


def _pointed(line: Line, at: int, last: int, lexicon: Lexicon) -> bool:
    text, start = line.block.text, line.start_of(at)
    if text[start] == "«":  # a merge field is no French quotation
        words = sum(token not in SIGNS for token in line.tokens[at + 1 : last])
        return words <= MERGE_FIELD and not text[start + 1 : start + 2].isspace()
    if any(sign in line.tokens[at + 1 : last] for sign in "@:/."):
        return False  # an address
    doubled = line.tokens[at + 1] == "<"
    return (
        _asks_to_fill(line, at, last, lexicon)
        or (doubled and last > at + 2 and line.tokens[at + 2].isalpha())
        or (line.tokens[at + 2] == "of" and bool(line.masks[at + 1] & lexicon.mask("field")))  # "<name of our area>"
        or _is_field(line, at, last, lexicon)
    )


def _curly(line: Line, at: int, last: int, lexicon: Lexicon) -> bool:
    return line.tokens[at + 1] == "{" or _is_field(line, at, last, lexicon)


def _round(line: Line, at: int, last: int, lexicon: Lexicon) -> bool:
    """Round brackets are ordinary ones unless they instruct, or stand where a name must."""
    tokens, masks = line.tokens, line.masks
    inner = tokens[at + 1 : last]
    if not inner:
        return bool(at and (tokens[at - 1][0].isdigit() or masks[at - 1] & lexicon.mask("numbered")))
    instructs = masks[at + 1] & lexicon.mask("fill-in") or any(
        m & lexicon.mask("leftover") for m in masks[at + 1 : last]
    )
    if instructs or inner[-2:] == ["to", "complete"]:
        return True
    if not masks[at + 1] & lexicon.mask("nameless") or len(inner) > RUNNING or not _is_field(line, at, last, lexicon):
        return False
    if last + 1 >= len(tokens):
        return False
    opens = at == 0 or tokens[at - 1][0] in ".!?:"
    named = opens or bool(masks[at - 1] & lexicon.mask("before-name"))
    goes_on = opens and line.block.text[line.start_of(last + 1)].islower()  # "(police force) spent £46,200"
    return named and (goes_on or bool(masks[last + 1] & lexicon.mask("after-name")))


def _asks_to_fill(line: Line, at: int, last: int, lexicon: Lexicon) -> bool:
    return any(mask & lexicon.mask("fill-in") for mask in line.masks[at + 1 : last])


def _is_field(line: Line, at: int, last: int, lexicon: Lexicon) -> bool:
    """Whether a bracket holds nothing but the name of what should stand there."""
    inner = zip(line.tokens[at + 1 : last], line.masks[at + 1 : last], strict=True)
    words = [(word, mask) for word, mask in inner if word not in SIGNS and word not in CLOSERS]
    field, beside, title = lexicon.mask("field"), lexicon.mask("field-only-with"), lexicon.mask("title")
    before = line.masks[at - 1] if at and "dear" not in line.tokens[max(0, at - GREETING) : at] else 0
    if [word for word, _ in words] == ["x"] and not before & lexicon.mask("numbered"):
        return False  # a ticked box
    named = all(mask & field or set(word) == {"x"} for word, mask in words)
    alone = all(mask & beside for _, mask in words)
    return bool(words) and named and not alone and not before & title


_JUDGES: dict[str, Callable[[Line, int, int, Lexicon], bool]] = {
    "[": _square,
    "<": _pointed,
    "{": _curly,
    "(": _round,
}
