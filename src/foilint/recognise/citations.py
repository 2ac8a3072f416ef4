"""The grammar of citations: from "Sections 4(2), 7(1)(a)&(b) and 9 (2) of the Act" to provisions, each with its Act.

    citation  = unit list [label] [of the Act]  |  number steps    ("7(1)(a)" on its own, in a table or list)
    list      = item { separator (item | steps) }                  ("7(1)(a) and (b)", "4(2), 5(4) and 7(3)")
    item      = number { step }
    step      = "(" code ")"                                       spaces anywhere, a bracket may be lost
    reversed  = "subsection" steps "of" unit number

Whether "(b)" after "7(1)(a)" goes one deeper or stands beside "(a)" is decided by what the law has, not by its look.
"""

from foilint.patterns import pattern
from foilint.provision import Path
from foilint.recognise.acts import Shelf, bound_to
from foilint.recognise.numbers import Numbers, attach, step
from foilint.recognise.words import Line
from foilint.values import NamedTuple

BARE = pattern("number with a bracket")
SEPARATORS = frozenset((",", ";", "&", "/", "and", "or", "plus"))
RANGES = frozenset(("-", "to"))
LABEL_REACH = 14


class Cited(NamedTuple):
    """One provision as it stands in a line: tokens `start` to `end`, and the law named with it.

    `law` is a regime, the title of another Act, or "" where the words name none. `unit` is "section", "regulation" or
    "" for a bare number.
    """

    line: Line
    unit: str
    path: Path
    start: int
    end: int
    law: str
    after: int  # the token after its whole list, from which a label or "of the Act" is read

    @property
    def is_relative(self) -> bool:
        """Whether a clause of its own speaks of it: "section 8 does not reach that to which section 7 applies"."""
        return self.line.tokens[self.start - 1 : self.start] == ["which"]


def find(line: Line, shelf: Shelf) -> tuple[Cited, ...]:
    """Every provision cited in a line, in order."""
    if not _may_cite(line, shelf):
        return ()
    found = line.paragraph.once(shelf, lambda: [cited[1:] for cited in _found(line, shelf)])
    return tuple([Cited(line, *cited) for cited in found])


def _may_cite(line: Line, shelf: Shelf) -> bool:
    """Whether a line has a unit and a number, or a bare number with steps."""
    if not line.paragraph.figured:
        return False
    return bool(line.mask & shelf.any_unit) or bool(BARE.search(line.folded))


def _found(line: Line, shelf: Shelf) -> list[Cited]:
    found: list[Cited] = []
    tokens, masks = line.tokens, line.masks
    may_cite = shelf.any_unit | shelf.below
    read = 0  # tokens before this one belong to a citation found already
    for at, mask in enumerate(masks):
        if at < read or not (mask & may_cite or tokens[at][0] in DIGITS):
            continue
        unit = next((name for name, bit in shelf.units if mask & bit), None)
        if unit is not None:
            read = _cited(line, shelf, unit, at, found)
        elif at + 1 < len(tokens) and tokens[at + 1] == "(":
            read = _reversed(line, shelf, at, found) if mask & shelf.below else _bare(line, shelf, at, found)
    return _with_shared_act(found)


def _with_shared_act(found: list[Cited]) -> list[Cited]:
    """Give a bare number joined to the next provision its Act too: "section 41 and section 58 of the Highways Act"."""
    for n in range(len(found) - 2, -1, -1):
        cited, following = found[n], found[n + 1]
        joined = following.start - cited.end <= 2 and len(cited.path) == 1
        if joined and following.law and not cited.law:
            found[n] = cited._replace(law=following.law)
    return found


DIGITS = frozenset("0123456789")


def _cited(line: Line, shelf: Shelf, unit: str, at: int, found: list[Cited]) -> int:
    tokens = line.tokens
    start = at
    at += 1
    while at < len(tokens) and tokens[at] in (".", "'", ":", "no") and at - start < 3:
        at += 1
    if at < len(tokens) and line.masks[at] & shelf.any_unit:  # "sections s.38(1)(b)"
        return at
    if at >= len(tokens) or not tokens[at][0].isdigit() or len(tokens[at]) > 3 or _is_postcode(tokens, at):
        return start + 1
    read = Numbers(tokens, shelf.exists(unit))
    at = read.head(at)
    at = _more(read, at, line, shelf, start)
    law = bound_to(line, shelf, at, start, read.paths[0][0])
    for n, (path, begun, end) in enumerate(read.paths):
        found.append(Cited(line, unit, path, start if n == 0 else begun, end, law, at))
    return at


def _is_postcode(tokens: list[str], at: int) -> bool:
    """Whether a number opens a postcode: "S35 9WG" is a place in Sheffield."""
    following = tokens[at + 1] if at + 1 < len(tokens) else ""
    return len(following) == 3 and following[0].isdigit() and following[1:].isalpha()


def _more(read: Numbers, at: int, line: Line, shelf: Shelf, start: int) -> int:
    """Read on after an item: "and (b)", ", 31(3)", "-(c)", over a label in brackets."""
    tokens = line.tokens
    plural = bool(line.masks[start] & shelf.plural)
    while True:
        if (
            at + 1 < len(tokens)
            and tokens[at] in RANGES
            and tokens[at + 1] == "("
            and (end := read.through(at + 1)) > at + 1
        ):
            at = end
            continue
        if (end := _spelled_out(read, at, line, shelf)) > at:
            at = end
            continue
        after = _past_separators(tokens, _past_label(tokens, at))
        if after is None or after >= len(tokens):
            return at
        if tokens[after] == "(":
            end = after if _counts_off(tokens, start, after) else read.beside(after)
        elif tokens[after][0].isdigit() and _continues(read, tokens, after, plural=plural):
            end = read.head(after)
        else:
            return at
        if end <= after:
            return at
        at = end


def _spelled_out(read: Numbers, at: int, line: Line, shelf: Shelf) -> int:
    """Read on over words for steps: "section 7, subsection (1), paragraph (b)"; `at` where none stand here."""
    tokens = line.tokens
    unit = at + 1 if tokens[at : at + 1] == [","] else at
    below = unit + 1 < len(tokens) and line.masks[unit] & shelf.below and tokens[unit + 1] == "("
    end = read.steps(unit + 1) if below else at
    return end if end > unit + 1 else at


def _counts_off(tokens: list[str], start: int, at: int) -> bool:
    """Whether "(b)" numbers the next of several answers: "(a) under section 7 (safety) and (b) by section 9"."""
    code = "".join(tokens[at + 1 : at + 2])
    before = ROMAN[ROMAN.index(code) - 1] if code in ROMAN[1:] else chr(ord(code) - 1) if len(code) == 1 else ""
    if not before or at - 1 < start or tokens[at - 1] == ")":
        return False
    return any(tokens[n : n + 3] == ["(", before, ")"] for n in range(start - 2))


ROMAN = ("i", "ii", "iii", "iv", "v", "vi")


def _continues(read: Numbers, tokens: list[str], at: int, *, plural: bool) -> bool:
    """Whether a number after a separator is a provision: it has steps, or the law knows it and it counts nothing."""
    token = tokens[at]
    if len(token) > 3:
        return False
    if at + 1 < len(tokens) and tokens[at + 1] == "(" and step(tokens, at + 1):
        return read.exists((token,)) or read.exists((read.paths[-1][0][0], token))
    if not read.exists((token,)):
        return read.exists((read.paths[-1][0][0], token)) and not token.isdigit()
    return plural or at + 1 >= len(tokens) or not tokens[at + 1][0].isalpha() or tokens[at + 1] in ENDERS


ENDERS = frozenset(
    (
        "and",
        "or",
        "of",
        "are",
        "is",
        "as",
        "apply",
        "applies",
        "has",
        "have",
        "to",
        "in",
        "both",
        "do",
        "does",
        "because",
        "for",
        "on",
        "under",
        "being",
        "were",
        "was",
        "may",
        "the",
        "would",
    )
)


def _past_label(tokens: list[str], at: int) -> int:
    """The token after a label in brackets, if one stands here and more of a list may follow it."""
    if at < len(tokens) and tokens[at] == ")":
        return at + 1
    if at >= len(tokens) or tokens[at] != "(":
        return at
    for end in range(at + 1, min(at + LABEL_REACH, len(tokens))):
        if ")" in tokens[end]:  # the end of a sentence keeps the bracket that closes it: "etc.)"
            return end + 1
        if tokens[end] == "(":
            break
    return at


def _past_separators(tokens: list[str], at: int) -> int | None:
    begun = at
    while at < len(tokens) and tokens[at] in SEPARATORS:
        at += 1
    return at if at > begun else None


def _bare(line: Line, shelf: Shelf, at: int, found: list[Cited]) -> int:
    """A number with steps and no unit: a provision only if an exemption of some law is so numbered."""
    tokens = line.tokens
    if len(tokens[at]) > 3 or (at and (line.masks[at - 1] & shelf.not_ours or tokens[at - 1] in NOT_BEFORE)):
        return at + 1
    read = Numbers(tokens, shelf.exists(""))
    end = read.head(at)
    path = read.paths[0][0]
    if len(path) < 2 or not any(law.exemption(path) and law.exists(path) for law in shelf.laws):
        return at + 1
    end = _more(read, end, line, shelf, at)
    law = bound_to(line, shelf, end, at, path)
    for path, begun, stop in read.paths:
        found.append(Cited(line, "", path, begun, stop, law, end))
    return end


NOT_BEFORE = frozenset(("£", "$", ":", ".", "/", "#", "article", "question", "part", "schedule")) - {":", "."}


def _reversed(line: Line, shelf: Shelf, at: int, found: list[Cited]) -> int:
    """Read "subsection (2) of section 40"."""
    tokens = line.tokens
    end = at + 1
    codes: list[str] = []
    while end < len(tokens):
        if (read := step(tokens, end)) is not None:
            codes.append(read[0])
            end = read[1]
        elif codes and tokens[end] in SEPARATORS:
            end += 1
        else:
            break
    if not codes or end + 2 >= len(tokens) or tokens[end] != "of":
        return end
    unit = next((name for name, bit in shelf.units if line.masks[end + 1] & bit), None)
    number = end + 3 if tokens[end + 2] == "." else end + 2
    if unit is None or number >= len(tokens) or not tokens[number][0].isdigit():
        return end
    whole = Numbers(tokens, shelf.exists(unit))
    after = whole.head(number)
    path = whole.paths[-1][0]
    law = bound_to(line, shelf, after, at, path)
    for code in codes:
        grown = attach(path, code, whole.exists)
        path = grown
        found.append(Cited(line, unit, grown, at, after, law, after))
    if len(codes) > 1 and len(found[-1].path) > len(found[-2].path):
        found[-2:] = [found[-1]]
    return after
