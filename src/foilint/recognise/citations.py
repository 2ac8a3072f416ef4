"""The grammar of citations: from "Sections 24(2), 31(1)(a)&(b) and 40 (2) of FOIA" to provisions, each bound to its Act.

    citation  = unit list [label] [of the Act]  |  number steps            ("31(1)(a)" on its own, in a table or list)
    list      = item { separator (item | steps) }                          ("30(1)(a) and (b)", "24(2), 27(4) and 31(3)")
    item      = number { step }
    step      = "(" code ")"                                               spaces anywhere, a bracket may be lost
    reversed  = "subsection" steps "of" unit number

Whether "(b)" after "31(1)(a)" goes one deeper or stands beside "(a)" is decided by what the law has, not by the look of it.
"""

from collections.abc import Callable
from typing import NamedTuple

from foilint.law import Law
from foilint.provision import Path
from foilint.recognise.words import Line

Exists = Callable[[Path], bool]

SEPARATORS = frozenset([",", ";", "&", "/", "and", "or", "&", "plus"])
RANGES = frozenset(("-", "to"))
ROMAN = frozenset("ivx")
REACH = 16  # words after a citation in which "of the … Act" may name its Act
LABEL_REACH = 14
OTHER = "other"


class Cited(NamedTuple):
    """One provision as it stands in a line: tokens `start` to `end`, and the law named with it.

    `law` is a regime, the title of another Act, or "" where the words name none. `unit` is "section", "regulation" or "" for a bare number.
    `alone` tells that no other provision shares its list.
    """

    line: Line
    unit: str
    path: Path
    start: int
    end: int
    law: str
    after: int  # the token after its whole list, from which a label or "of the Act" is read


class Shelf:
    """The laws a notice may cite, and the ideas that name them and their units."""

    def __init__(self, laws: tuple[Law, ...], bits: dict[str, int]) -> None:
        """`bits` are the lexicon's ideas; every law has one called by its regime, every unit one called "section-word" or the like."""
        self.laws = laws
        self.by_regime = {law.regime: law for law in laws}
        self.units = tuple({law.unit: bits[f"{law.unit}-word"] for law in laws}.items())
        self.plural = bits["plural-unit"]
        self.below = bits["below-unit"]
        self.not_ours = bits["other-provision"]
        self.names = tuple((law.regime, bits[law.regime]) for law in laws)
        self.misnamed = tuple((law.regime, bits[f"misnamed {law.regime}"]) for law in laws)
        self.acts = bits["act-word"]
        self.other_acts = bits["other-act"]
        self.any_name = 0
        for _, bit in self.names + self.misnamed:
            self.any_name |= bit
        self.any_misnamed = 0
        for _, bit in self.misnamed:
            self.any_misnamed |= bit
        self.any_unit = 0
        for _, bit in self.units:
            self.any_unit |= bit

    def named(self, mask: int, path: Path) -> str:
        """The regime that words name; where two laws share a name ("the EIRs"), the one that has the provision."""
        regimes = [regime for regime, bit in self.names + self.misnamed if mask & bit]
        return next((regime for regime in regimes if self.by_regime[regime].exemption(path)), regimes[0])

    def exists(self, unit: str) -> Exists:
        """A question to the laws with that unit (all of them for ""): is there such a provision?"""
        laws = [law for law in self.laws if not unit or law.unit == unit]
        return lambda path: any(law.exists(path) for law in laws)


def find(line: Line, shelf: Shelf) -> list[Cited]:
    """Every provision cited in a line, in order."""
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
    """ "Section 41 and section 58 of the Highways Act": a bare number joined to the next provision is of the same Act."""
    for n in range(len(found) - 2, -1, -1):
        cited, following = found[n], found[n + 1]
        joined = following.start - cited.end <= 2 and len(cited.path) == 1
        if joined and following.law and not cited.law:
            found[n] = cited._replace(law=following.law)
    return found


DIGITS = frozenset("0123456789")


class _List:
    """A list of provisions as it is read: the paths so far, each with its tokens."""

    def __init__(self, tokens: list[str], exists: Exists) -> None:
        self.tokens = tokens
        self.exists = exists
        self.paths: list[tuple[Path, int, int]] = []

    def head(self, at: int) -> int:
        """Read a number and its steps at `at`; return the token after them, or `at` where there is no number."""
        token = self.tokens[at]
        path: Path = (token,)
        if not self.exists(path) and (split := _split_letter(token)) and self.exists(split):
            path = split
        elif self.paths and not self.exists(path) and self.exists((self.paths[-1][0][0], token)):
            path = (self.paths[-1][0][0], token)
        self.paths.append((path, at, at + 1))
        at += 1
        if at + 1 < len(self.tokens) and self.tokens[at] == "." and self.tokens[at + 1][0].isdigit():
            self._grow(self.tokens[at + 1], at, at + 2)  # "regulation 12.5(b)"
            at += 2
        return self.steps(at)

    def steps(self, at: int) -> int:
        """Read steps in brackets from `at` on."""
        while (read := _step(self.tokens, at)) is not None:
            code, end = read
            self._grow(code, at, end)
            at = end
        return at

    def _grow(self, code: str, start: int, end: int) -> None:
        path, begun, _ = self.paths[-1]
        grown = _attach(path, code, self.exists)
        if len(grown) > len(path):
            self.paths[-1] = (grown, begun, end)
        else:
            self.paths.append((grown, start, end))

    def beside(self, at: int) -> int:
        """Read "(b)" after "and": another step of the provision before."""
        if (read := _step(self.tokens, at)) is None:
            return at
        code, end = read
        path = self.paths[-1][0]
        grown = _attach(path, code, self.exists)
        if len(grown) > len(path) and len(path) > 1:
            sideways = (*path[:-1], code)
            grown = sideways if self.exists(sideways) or not self.exists(grown) else grown
        self.paths.append((grown, at, end))
        return self.steps(end)

    def through(self, at: int) -> int:
        """Read "-(c)" after "(a)": every step between."""
        if (read := _step(self.tokens, at)) is None:
            return at
        code, end = read
        path, _, _ = self.paths[-1]
        first = path[-1]
        if len(code) == len(first) == 1 and first.isalpha() and code.isalpha() and first < code:
            for letter in range(ord(first) + 1, ord(code) + 1):
                self.paths.append(((*path[:-1], chr(letter)), at, end))
            return end
        return at


def _step(tokens: list[str], at: int) -> tuple[str, int] | None:
    """A step in brackets at `at` and the token after it; a lost closing bracket before the next step is forgiven."""
    if at + 2 >= len(tokens) or tokens[at] != "(":
        return None
    code = tokens[at + 1]
    if not (
        (code[0].isdigit() and len(code) <= 3)
        or (len(code) == 1 and code.isalpha())
        or (len(code) == 2 and code[0] == "a" and code[1] in "abcd")
        or set(code) <= ROMAN
    ):
        return None
    if tokens[at + 2] == ")":
        return code, at + 3
    if tokens[at + 2] == "(" and at + 3 < len(tokens) and len(tokens[at + 3]) <= 3:
        return code, at + 2
    return None


def _split_letter(token: str) -> Path | None:
    """ "31a" as 31(a): an officer's shorthand."""
    digits = token.rstrip("abcdefghijklmnopqrstuvwxyz")
    return (digits, token[len(digits) :]) if digits and digits != token else None


def _attach(path: Path, code: str, exists: Exists) -> Path:
    """Where a step belongs: the deepest place where the law has it, else where its kind fits."""
    places = [(*path, code), *((*path[:n], code) for n in range(len(path) - 1, 0, -1))]
    for place in places:
        if exists(place):
            return place
    for n in range(len(path) - 1, 0, -1):
        if _kind(path[n]) == _kind(code):
            return (*path[:n], code)
    return places[0]


def _kind(code: str) -> str:
    return "digit" if code[0].isdigit() else "roman" if set(code) <= ROMAN else "letter"


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
    read = _List(tokens, shelf.exists(unit))
    at = read.head(at)
    at = _more(read, at, line, shelf, start)
    law, at = _act(line, shelf, at, start, read.paths[0][0])
    for n, (path, begun, end) in enumerate(read.paths):
        found.append(Cited(line, unit, path, start if n == 0 else begun, end, law, at))
    return at


def _is_postcode(tokens: list[str], at: int) -> bool:
    """ "S35 9WG" is a place in Sheffield."""
    following = tokens[at + 1] if at + 1 < len(tokens) else ""
    return len(following) == 3 and following[0].isdigit() and following[1:].isalpha()


def _more(read: _List, at: int, line: Line, shelf: Shelf, start: int) -> int:
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
        after = _past_separators(tokens, _past_label(tokens, at))
        if after is None or after >= len(tokens):
            return at
        if tokens[after] == "(":
            end = read.beside(after)
        elif tokens[after][0].isdigit() and _continues(read, tokens, after, plural):
            end = read.head(after)
        else:
            return at
        if end <= after:
            return at
        at = end


def _continues(read: _List, tokens: list[str], at: int, plural: bool) -> bool:
    """Whether a number after a separator is a provision: it has steps, or the law knows it and nothing is counted with it."""
    token = tokens[at]
    if len(token) > 3:
        return False
    if at + 1 < len(tokens) and tokens[at + 1] == "(" and _step(tokens, at + 1):
        return read.exists((token,)) or read.exists((read.paths[-1][0][0], token))
    if not read.exists((token,)):
        return read.exists((read.paths[-1][0][0], token)) and not token.isdigit()
    return plural or at + 1 >= len(tokens) or not tokens[at + 1][0].isalpha() or tokens[at + 1] in ENDERS


ENDERS = frozenset(
    [
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
    ]
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


def _act(line: Line, shelf: Shelf, at: int, start: int, path: Path) -> tuple[str, int]:
    """The law that a citation is bound to by the words round it, and the token after its list."""
    tokens, masks = line.tokens, line.masks
    end = min(at + REACH, len(tokens))
    named = at
    while named < end:
        if masks[named] & shelf.any_name and (named == at or _links(tokens, at, named)):
            return shelf.named(masks[named], path), at
        if masks[named] & shelf.other_acts and (named == at or _links(tokens, at, named)):
            return tokens[named], at
        if tokens[named - 1] in ("that", "same") and masks[named] & shelf.acts and named - at <= 3:
            return _that_act(line, shelf, named), at
        if masks[named] & shelf.acts and named > at and (title := _other_title(line, at, named)):
            return title, at
        if masks[named] & shelf.any_unit or tokens[named][0] in ".!?;":
            break
        named += 1
    before = start - 1
    while before > 0 and tokens[before] in (",", "(", "'s"):
        before -= 1
    if before >= 0:
        for _, bit in shelf.names:
            for n in range(max(0, before - 7), before + 1):
                if masks[n] & bit and _ends_at(line, n, before):
                    return shelf.named(masks[n], path), at
        if masks[before] & shelf.other_acts:
            return tokens[before], at
        if (
            tokens[before].isdigit()
            and len(tokens[before]) == 4
            and before > 0
            and masks[before - 1] & (shelf.acts | shelf.other_acts)
        ):
            return OTHER, at
    return "", at


def _that_act(line: Line, shelf: Shelf, named: int) -> str:
    """What "that Act" is: OTHER where the Act named before it in the paragraph is none of ours."""
    for at in range(named - 2, -1, -1):
        if line.masks[at] & shelf.any_name:
            return ""
        year = line.tokens[at + 1]
        if line.masks[at] & shelf.acts and year.isdigit() and len(year) == 4:
            ours = any(mask & shelf.any_name for mask in line.masks[max(0, at - 8) : at + 1])
            return "" if ours else OTHER
    return ""


def _links(tokens: list[str], at: int, named: int) -> bool:
    """Whether "of", "of the", "in the", "under the" alone lead from a citation (or its label in brackets) to a name."""
    words = tokens[at:named]
    if words and words[0] in ("(", "-", ",", "'", '"'):
        return any(w in LINKS for w in words)
    return bool(words) and words[0] in LINKS and len(words) <= 3


LINKS = frozenset(("of", "in", "under", "to"))


def _other_title(line: Line, at: int, named: int) -> str:
    """The title of another Act between "of the" and "Act": "" where it is only "the Act" or "that Act"."""
    tokens = line.tokens
    for n in range(at, named):
        if tokens[n] == "of" and n + 2 <= named and all(len(t) > 1 or t in "(),&" for t in tokens[n + 1 : named]):
            words = [t for t in tokens[n + 1 : named] if t not in ("the", "that", "this", "said", "same", "our")]
            year = tokens[named + 1] if named + 1 < len(tokens) and tokens[named + 1].isdigit() else ""
            if n > at and tokens[at] not in ("(", "-", ",", ":"):
                continue
            if not words or all(word.isdigit() for word in words):
                return OTHER if not words and year and len(year) == 4 and tokens[n + 1] != "the" else ""
            return " ".join([*words, tokens[named], year]).strip()
    return ""


def _ends_at(line: Line, name: int, before: int) -> bool:
    """Whether the name that starts at token `name` reaches up to `before`."""
    return before - name <= 7 and all(
        t not in SEPARATORS and t[0] not in ".!?;:" for t in line.tokens[name : before + 1]
    )


def _bare(line: Line, shelf: Shelf, at: int, found: list[Cited]) -> int:
    """A number with steps and no unit: a provision only if an exemption of some law is so numbered."""
    tokens = line.tokens
    if len(tokens[at]) > 3 or (at and (line.masks[at - 1] & shelf.not_ours or tokens[at - 1] in NOT_BEFORE)):
        return at + 1
    read = _List(tokens, shelf.exists(""))
    end = read.head(at)
    path = read.paths[0][0]
    if len(path) < 2 or not any(law.exemption(path) and law.exists(path) for law in shelf.laws):
        return at + 1
    end = _more(read, end, line, shelf, at)
    law, end = _act(line, shelf, end, at, path)
    for path, begun, stop in read.paths:
        found.append(Cited(line, "", path, begun, stop, law, end))
    return end


NOT_BEFORE = frozenset(["£", "$", ":", ".", "/", "#", "article", "question", "part", "schedule"]) - {":", "."}


def _reversed(line: Line, shelf: Shelf, at: int, found: list[Cited]) -> int:
    """ "subsection (2) of section 40"."""
    tokens = line.tokens
    end = at + 1
    codes: list[str] = []
    while end < len(tokens):
        if (read := _step(tokens, end)) is not None:
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
    whole = _List(tokens, shelf.exists(unit))
    after = whole.head(number)
    path = whole.paths[-1][0]
    law, after = _act(line, shelf, after, at, path)
    for code in codes:
        grown = _attach(path, code, whole.exists)
        path = grown
        found.append(Cited(line, unit, grown, at, after, law, after))
    if len(codes) > 1 and len(found[-1].path) > len(found[-2].path):
        found[-2:] = [found[-1]]
    return after
