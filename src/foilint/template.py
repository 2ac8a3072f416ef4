"""A house template as a value: what a kind of notice must hold beside, or instead of, what its statute asks.

`settings` reads templates from YAML; `recognise` asks them what is owed and by which headings parts are known;
`house` checks the rest.
"""

from foilint.finding import Severity
from foilint.notice import Kind, Part
from foilint.values import NamedTuple, StrEnum


class Demand(StrEnum):
    """When a notice owes a statement."""

    NCND = "ncnd"  # where it neither confirms nor denies: what police and government practice ask
    ALWAYS = "always"
    NEVER = "never"


class Owing(NamedTuple):
    """What relying on an exemption owes in this house, beside or instead of what the statute says.

    Empty `kinds` or `exemptions` mean every one; exemptions go by the number they are reported under.
    """

    kinds: frozenset[Kind]
    exemptions: frozenset[str]
    adds: frozenset[Part]
    drops: frozenset[Part]

    def speaks_of(self, kind: Kind, exemption: str) -> bool:
        """Whether it concerns that exemption in a notice of that kind."""
        return (not self.kinds or kind in self.kinds) and (not self.exemptions or exemption in self.exemptions)


class Heading(NamedTuple):
    """The house's own words for the heading of a part, lower case; `part` is a Part's value or "disclaimer"."""

    part: str
    words: str


class Section(NamedTuple):
    """A section that a notice must have; `headings` are words that its heading holds, lower case.

    With `part` it is where that part stands, under whatever heading: then it only has its place in the order, for
    whether the part is owed is said by `Owing`.
    """

    kinds: frozenset[Kind]
    name: str
    headings: tuple[str, ...]
    part: Part | None = None


class Paragraph(NamedTuple):
    """A paragraph the house has approved word for word: a notice that owes it gives exactly this text."""

    name: str  # "disclaimer", "review" or the house's own name
    text: str
    kinds: frozenset[Kind]
    demand: Demand


class Phrase(NamedTuple):
    """A simple rule of the house: if `when` matches (or is empty), `must` has to match and `must_not` may not.

    The patterns are regular expressions matched in linear time, case ignored; "" where there is none.
    """

    name: str
    severity: Severity
    message: str
    kinds: frozenset[Kind]
    when: str
    must: str
    must_not: str


class Example(NamedTuple):
    """A notice that proves the template: the rules it must trip, none where it must pass. `text` or `file` holds it."""

    line: int
    text: str
    file: str
    trips: tuple[str, ...]


class Template(NamedTuple):
    """What a house asks of its notices. The plain value asks for what the statute does and nothing else."""

    name: str = ""
    source: str = ""  # the file it comes from, for people
    title: str = ""
    authority: str = ""  # whose notices they are, as the settings have it
    regime: str = ""  # the law its notices are given under where their text does not tell
    owes: tuple[Owing, ...] = ()
    disclaimer: Demand = Demand.NCND
    headings: tuple[Heading, ...] = ()
    sections: tuple[Section, ...] = ()
    ordered: bool = False  # whether the sections must stand in the order given
    paragraphs: tuple[Paragraph, ...] = ()
    phrases: tuple[Phrase, ...] = ()
    levels: tuple[
        tuple[tuple[str, str], ...], ...
    ] = ()  # layers of rule or family with "error" … "off", as `selection` takes them
    examples: tuple[Example, ...] = ()

    def owed(self, kind: Kind, exemption: str, by_statute: frozenset[Part]) -> frozenset[Part]:
        """The parts that an exemption owes in a notice of that kind, given what its statute asks."""
        owed = by_statute
        for owing in self.owes:
            if owing.speaks_of(kind, exemption):
                owed = (owed | owing.adds) - owing.drops
        return owed

    def owes_disclaimer(self, *, ncnd: bool) -> bool:
        """Whether a notice owes the disclaimer, given that it does or does not neither confirm nor deny."""
        return self.disclaimer is Demand.ALWAYS or (ncnd and self.disclaimer is Demand.NCND)


STATUTE = Template()
"""Asks for what the statute does, and for the disclaimer where a notice neither confirms nor denies."""
