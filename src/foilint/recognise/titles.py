"""The names of exemptions: labels beside a number, headings that name one without it, and the purposes of limbs."""

from collections.abc import Iterable, Sequence

from foilint.law import Exemption, Law
from foilint.notice import Engagement, Mistitle, Region
from foilint.recognise.words import Line
from foilint.values import TYPE_CHECKING, NamedTuple
from foilint.wording import TOKEN, fold

if TYPE_CHECKING:  # values passed through; importing them would make a circle
    from foilint.recognise.engagements import Reliance
    from foilint.recognise.reading import Draft, Eyes
    from foilint.recognise.relying import Relied

LONGEST = 14
FEW = 9  # words of a heading that may name an exemption by its title alone


class Titled(NamedTuple):
    """One name of an exemption, in words."""

    words: tuple[str, ...]
    number: str


class Titles:
    """All names of all exemptions, made ready for a law when the first of its exemptions is looked at."""

    def __init__(self, laws: tuple[Law, ...]) -> None:
        """Take the laws with their titles and labels."""
        self._laws = {law.regime: law for law in laws}
        self._names: dict[str, dict[str, list[Titled]]] = {}
        self._by_first: dict[str, dict[str, list[Titled]]] = {}

    def of(self, law: Law, exemption: Exemption) -> list[Titled]:
        """The names of one exemption."""
        names = self._names.setdefault(law.regime, {})
        if exemption.number not in names:
            names[exemption.number] = [
                Titled(tuple(TOKEN.findall(fold(name))), exemption.number)
                for name in (exemption.title, *exemption.labels)
            ]
        return names[exemption.number]

    def at(self, tokens: Sequence[str], start: int, law: Law) -> list[Titled]:
        """The longest names of a law's exemptions that stand at a token; several where exemptions share it."""
        found: list[Titled] = []
        for titled in self._first_words(law).get(tokens[start], ()):
            if tuple(tokens[start : start + len(titled.words)]) == titled.words:
                if found and len(titled.words) < len(found[0].words):
                    break
                found.append(titled)
        return found

    def follows(self, tokens: Sequence[str], end: int, law: Law) -> bool:
        """Whether the name of any exemption of the law stands right after a citation, in brackets or after a dash."""
        if end + 1 >= len(tokens) or tokens[end] not in ("(", "-", ":", ","):
            return False
        return bool(self.at(tokens, end + 1, law)) or (end + 2 < len(tokens) and bool(self.at(tokens, end + 2, law)))

    def _first_words(self, law: Law) -> dict[str, list[Titled]]:
        if law.regime not in self._by_first:
            by_first: dict[str, list[Titled]] = {}
            for exemption in law.exemptions:
                for titled in self.of(law, exemption):
                    by_first.setdefault(titled.words[0], []).append(titled)
            for names in by_first.values():
                names.sort(key=lambda titled: -len(titled.words))
            self._by_first[law.regime] = by_first
        return self._by_first[law.regime]

    def named_by_heading(self, line: Line, engaged: Iterable[tuple[Law, Exemption]]) -> frozenset[str]:
        """The engaged exemptions that a short heading names by their title ("Commercial interests")."""
        words = [t for t in line.tokens if t[0].isalpha()]
        if len(words) > FEW:
            return frozenset()
        found = set()
        for law, exemption in engaged:
            for titled in self.of(law, exemption):
                if _contains(line.tokens, titled.words):
                    found.add(exemption.number)
        return frozenset(found)


def _contains(tokens: Sequence[str], words: tuple[str, ...]) -> bool:
    if words[0] not in tokens:
        return False
    return any(tuple(tokens[n : n + len(words)]) == words for n in range(len(tokens) - len(words) + 1))


def mistitles(draft: "Draft", relied: "Relied", sight: "Eyes") -> tuple[Mistitle, ...]:
    """Labels directly beside an engaged citation that name another exemption of the same law, not its own."""
    found: dict[str, Mistitle] = {}
    relying = {r.exemption.number: r for r in relied.reliances}
    for line, cites, region in zip(draft.lines, draft.cites, draft.regions, strict=True):
        if region is not Region.RESPONSE:
            continue
        for n, cite in enumerate(cites):
            number = relied.engaged.get((line.index, cite.start))
            if number is None or number in found:
                continue
            following = cites[n + 1].start if n + 1 < len(cites) else len(line.tokens)
            for end in (
                cite.end,
                _after_law(line, cite.after, sight),
            ):  # beside the number, or after the name of the law
                label = _label(line, end, min(following, end + LONGEST + 3))
                if label and (other := _another(line, label, relying[number], sight)):
                    found[number] = other
    return tuple(found.values())


def _after_law(line: Line, after: int, sight: "Eyes") -> int:
    """Where a bracket opens or a comma stands after the name of the law that follows a citation; else the end."""
    near = line.tokens[after : after + LONGEST]
    at = next((after + n for n, token in enumerate(near) if token in ("(", ",")), len(line.tokens))
    named = any(mask & sight.lexicon.mask("law-name", "act-word") for mask in line.masks[after:at])
    return at if named and not {";", "."} & set(line.tokens[after:at]) else len(line.tokens)


def _label(line: Line, start: int, end: int) -> tuple[int, int] | None:
    """The tokens from `start` that may be a label: after a dash, a bracket, a colon or a space, up to the next sign."""
    tokens = line.tokens
    while start < end and tokens[start] in OPENERS:
        start += 1
    stop = start
    while stop < end and tokens[stop] not in CLOSERS and tokens[stop][0] not in ".;":
        stop += 1
    return (start, stop) if stop > start else None


OPENERS = frozenset(["-", ":", "(", ",", "'", '"', "[", "|"])
CLOSERS = frozenset([")", "]", ":", ";", "|"])


def _another(line: Line, label: tuple[int, int], reliance: "Reliance", sight: "Eyes") -> Mistitle | None:
    start, stop = label
    number = reliance.exemption.number
    own = sight.titles.of(reliance.law, reliance.exemption)
    words = line.tokens[start:stop]
    if any(_contains(words, titled.words) for titled in own):
        return None
    for at in range(start, min(start + 2, stop)):
        if names := sight.titles.at(line.tokens, at, reliance.law):
            if any(t.number == number for t in names) or (len(names[0].words) == 1 and stop - at > 2):
                return None
            return Mistitle(number, line.span(at, at + len(names[0].words)), names[0].number)
    return None


def purposes(draft: "Draft", engaged: Sequence[Engagement]) -> frozenset[str]:
    """The engaged exemptions with a limb that needs a purpose, where the notice names one by number or in words."""
    named: set[str] = set()
    having = [(engagement, purpose) for engagement in engaged if (purpose := engagement.exemption.purpose)]
    if not having:
        return frozenset()
    response = zip(draft.lines, draft.regions, strict=True)
    spoken = [" ".join(line.tokens) for line, region in response if region is Region.RESPONSE]
    for engagement, purpose in having:
        numbers = any(
            cite.path[: len(purpose.listed_in)] == purpose.listed_in and len(cite.path) > len(purpose.listed_in)
            for cites in draft.cites
            for cite in cites
        )
        if numbers or any(words in said for said in spoken for words in purpose.words):
            named.add(engagement.number)
    return frozenset(named)
