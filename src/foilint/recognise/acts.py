"""The laws a notice may cite, and the Act that the words round a citation bind it to."""

from collections.abc import Callable

from foilint.law import Law
from foilint.provision import Path
from foilint.recognise.words import Line

Exists = Callable[[Path], bool]

REACH = 16  # words after a citation in which "of the … Act" may name its Act
OTHER = "other"  # an Act that is none of ours, known by its year alone


class Shelf:
    """The laws a notice may cite, and the ideas that name them and their units."""

    def __init__(self, laws: tuple[Law, ...], bits: dict[str, int]) -> None:
        """`bits` are the lexicon's ideas: each law has one called by its regime, each unit one ("section-word")."""
        self.laws = laws
        self.by_regime = {law.regime: law for law in laws}
        self.years = frozenset(law.title[-len("2000") :] for law in laws)
        self.units = tuple({law.unit: bits[f"{law.unit}-word"] for law in laws}.items())
        self.plural = bits["plural-unit"]
        self.below = bits["below-unit"]
        self.not_ours = bits["other-provision"]
        self.names = tuple((law.regime, bits[law.regime]) for law in laws)
        self.misnamed = tuple((law.regime, bits[f"misnamed-{law.regime}"]) for law in laws)
        self.acts = bits["act-word"]
        self.other_acts = bits["other-act"]
        self.any_law = 0
        for _, bit in self.names:
            self.any_law |= bit
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

    def is_another_year(self, token: str) -> bool:
        """Whether a token is a year in which none of the laws was made."""
        return len(token) == len("2000") and token.isdigit() and token not in self.years

    def exists(self, unit: str) -> Exists:
        """A question to the laws with that unit (all of them for ""): is there such a provision?"""
        laws = [law for law in self.laws if not unit or law.unit == unit]
        return lambda path: any(law.exists(path) for law in laws)


def bound_to(line: Line, shelf: Shelf, at: int, start: int, path: Path) -> str:
    """The law that a citation is bound to by the words round it: `start` is its first token, `at` the one after it."""
    return _act_after(line, shelf, at, path) or _act_before(line, shelf, start, path)


def _act_after(line: Line, shelf: Shelf, at: int, path: Path) -> str:
    """The law named after a citation: "of the Freedom of Information Act", "FOIA", "of that Act"."""
    tokens, masks = line.tokens, line.masks
    if tokens[at : at + 2] == ["and", "following"]:
        at += 2  # "section 25 and following of the Electricity Act 1989"
    for named in range(at, min(at + REACH, len(tokens))):
        mask = masks[named]
        linked = named == at or _links(tokens, at, named) or _ends_in_name(line, shelf, at, named)
        if mask & shelf.any_name and linked:
            return shelf.named(mask, path)
        dated = mask & shelf.acts and shelf.is_another_year(tokens[named - 1])  # "of the 1974 Act"
        if linked and (dated or mask & shelf.other_acts):
            return tokens[named]
        if mask & shelf.acts and tokens[named - 1] in POINTING and named - at <= 3:
            return _that_act(line, shelf, named)
        if _is_loose(tokens, named):
            continue
        if mask & shelf.acts and named > at and (title := _other_title(line, at, named)):
            return title
        if mask & shelf.any_unit or tokens[named][0] in ".!?;":
            return ""
    return ""


def _act_before(line: Line, shelf: Shelf, start: int, path: Path) -> str:
    """The law named before a citation: "FOIA s.31", "the Data Protection Act 2018, section 45"."""
    tokens, masks = line.tokens, line.masks
    before = start - 1
    while before > 0 and tokens[before] in (",", "(", "'s"):
        before -= 1
    if before < 0:
        return ""
    for n in range(max(0, before - 7), before + 1):
        if masks[n] & shelf.any_law and _ends_at(line, n, before):
            return shelf.named(masks[n], path)
    if masks[before] & shelf.other_acts:
        return tokens[before]
    year = tokens[before].isdigit() and len(tokens[before]) == len("2000")
    return OTHER if year and before and masks[before - 1] & (shelf.acts | shelf.other_acts) else ""


LOOSE = frozenset(("order", "rules", "code", "bill"))


def _is_loose(tokens: list[str], at: int) -> bool:
    """Whether a word is no instrument but a common word: "good order", but not "the Misuse of Drugs Order 2001"."""
    return tokens[at] in LOOSE and not (at + 1 < len(tokens) and tokens[at + 1].isdigit() and len(tokens[at + 1]) == 4)


POINTING = ("that", "same", "those", "these", "said")


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
    if words[:1] == ["("] and ")" in words and words[words.index(")") + 1 :] in ([], [","]):
        return True  # "section 31(3) (law enforcement), Freedom of Information Act 2000"
    if words and words[0] in ("(", "-", ",", "'", '"'):
        return any(w in LINKS for w in words) and CLAUSE.isdisjoint(words)
    return bool(words) and words[0] in LINKS and len(words) <= 3


def _ends_in_name(line: Line, shelf: Shelf, at: int, named: int) -> bool:
    """Whether a comma alone leads to a name, which no other provision follows: "section 43(2), Freedom of … 2000"."""
    if line.tokens[at:named] != [","]:
        return False
    ends = (n for n in range(named, min(named + NAME, len(line.tokens))) if line.masks[n] & shelf.acts)
    after = next(ends, named) + 1
    while line.tokens[after : after + 1] and line.tokens[after].isdigit():
        after += 1
    return not any(mask & shelf.any_unit for mask in line.masks[after : after + 1])


NAME = 8  # tokens of the name of an Act
LINKS = frozenset(("of", "in", "under", "to"))
CLAUSE = frozenset(("because", "since", "which", "as", "you", "we", "it"))


def _other_title(line: Line, at: int, named: int) -> str:
    """The title of another Act between "of the" and "Act": "" where it is only "the Act" or "that Act"."""
    tokens = line.tokens
    for n in range(at, named):
        if tokens[n] == "of" and n + 2 <= named and all(len(t) > 1 or t in "(),&" for t in tokens[n + 1 : named]):
            if tokens[n + 1 : named].count(")") > tokens[n + 1 : named].count("("):
                continue  # "section 38(1)(b) (the safety of any individual) of the Act"
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
        t not in PASSED_OVER and t[0] not in ".!?;:" for t in line.tokens[name : before + 1]
    )


PASSED_OVER = frozenset((",", ";", "&", "/", "and", "or", "plus"))
