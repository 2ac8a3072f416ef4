"""Subjects: which exemptions that the notice relies on a citation, a sentence or a heading means."""

from collections.abc import Iterable, Mapping, Sequence

from foilint.recognise.citations import Cited
from foilint.recognise.labels import Label, Role
from foilint.recognise.words import Line, Sentence
from foilint.values import NamedTuple

Numbers = frozenset[str]
NOBODY: Numbers = frozenset()


class Subjects(NamedTuple):
    """Which engaged exemption each citation means, and which the words of a heading name ("Commercial interests")."""

    engaged: Mapping[tuple[int, int], str]  # (block, token) -> exemption number
    claimed: frozenset[tuple[int, int]]  # the citations that claim
    tested: Numbers  # the engaged exemptions that owe a test
    harmed: Numbers  # the engaged exemptions whose harm must be explained
    titles: Mapping[int, Numbers]  # block of a heading -> exemptions its words name
    strangers: Mapping[tuple[int, int], str]  # citations of exemptions that are not relied on
    things: Mapping[str, str] = {}  # words of what is withheld under one exemption only -> its number
    names: Mapping[str, str] = {}  # words in the name of one exemption only -> its number
    interests: Mapping[str, str] = {}  # words for what one exemption only protects from harm -> its number
    protected: frozenset[str] = frozenset()  # words for what any of those exemptions protects
    provisions: Mapping[str, str] = {}  # exemption number -> its statute and number: "foia2000 43"

    def harmed_by(self, sentence: Sentence, numbers: Numbers) -> Numbers:
        """Of some exemptions, those whose interest a sentence says is harmed: all of them, if it names none's."""
        if len(self.harmed) < 2:
            return numbers
        named = frozenset(self.interests[token] for token in sentence.tokens if token in self.interests)
        return numbers & named if named else numbers

    def of(self, sentence: Sentence, cites: Sequence[Cited]) -> Numbers:
        """The engaged exemptions that a sentence cites; `cites` are all citations of its line."""
        if not cites:
            return NOBODY
        index = sentence.line.index
        return frozenset(
            self.engaged[index, cite.start]
            for cite in cites
            if sentence.start <= cite.start < sentence.end and (index, cite.start) in self.engaged
        )

    def claims(self, sentence: Sentence, cites: Iterable[Cited]) -> bool:
        """Whether a sentence claims an exemption; `cites` are all citations of its line."""
        index = sentence.line.index
        return any((index, c.start) in self.claimed for c in cites if sentence.start <= c.start < sentence.end)

    def headed(self, line: Line, label: Label) -> Numbers:
        """The engaged exemptions that a heading names, by number or by title; a table's row does from another line."""
        if label.cites:
            places = ((cite.line.index, cite.start) for cite in label.cites)
            return frozenset(self.engaged[place] for place in places if place in self.engaged)
        return self.titles.get(line.index, NOBODY) if label.role is not Role.PART else NOBODY

    def stranger(self, label: Label) -> str:
        """The first exemption that a heading names though the notice does not rely on it; empty where there is none."""
        places = ((cite.line.index, cite.start) for cite in label.cites)
        return next((self.strangers[place] for place in places if self.strangers.get(place)), "")
