"""The names of exemptions, as labels beside a number and headings without one give them."""

from collections.abc import Iterable, Sequence

from foilint.law import Exemption, Law
from foilint.recognise.words import Line
from foilint.values import NamedTuple
from foilint.wording import TOKEN, fold

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
                if contains(line.tokens, titled.words):
                    found.add(exemption.number)
        return frozenset(found)


def contains(tokens: Sequence[str], words: tuple[str, ...]) -> bool:
    """Whether some tokens hold a name, word for word."""
    if words[0] not in tokens:
        return False
    return any(tuple(tokens[n : n + len(words)]) == words for n in range(len(tokens) - len(words) + 1))
