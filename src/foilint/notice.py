"""A notice as understood: what is relied on, what is argued for and against it, whether information is said to be held.

`recognise` builds a `Notice` from a `Document` and the laws; rules and reports ask it questions. No text is matched
here.
"""

from foilint.document import Document, Span
from foilint.law import Duty, Exemption, Law, Limb
from foilint.provision import Path
from foilint.values import NamedTuple, StrEnum


class Kind(StrEnum):
    """What sort of document a notice is."""

    LETTER = "letter"  # a full refusal letter, an e-mail, the outcome of an internal review
    ANNEX = "annex"  # a public interest test on its own
    PAGE = "page"  # a disclosure-log web page: no salutation, review rights or signature


class Response(StrEnum):
    """What the notice does with the request."""

    NCND = "ncnd"
    PARTIAL_NCND = "partial-ncnd"
    WITHHELD = "withheld"
    BAR = "bar"
    EXTENSION = "extension"
    NOT_A_REFUSAL = "not-a-refusal"

    @property
    def neither_confirms_nor_denies(self) -> bool:
        """Whether it does so in whole or in part."""
        return self in (Response.NCND, Response.PARTIAL_NCND)


class Part(StrEnum):
    """What an engaged exemption can owe."""

    HARM = "harm"
    FOR = "factors-for"
    AGAINST = "factors-against"
    BALANCE = "balance"


SIDES = (Part.FOR, Part.AGAINST)
TEST = frozenset((*SIDES, Part.BALANCE))  # the public interest test


class State(StrEnum):
    """How a part stands."""

    PRESENT = "present"
    ABSENT = "absent"
    NOT_OWED = "not-owed"
    ELSEWHERE = "elsewhere"


class Region(StrEnum):
    """Whose words a block holds, and to what end."""

    RESPONSE = "response"
    REQUEST = "request"  # the applicant's words
    QUOTATION = "quotation"  # statute or guidance, quoted
    RIGHTS = "rights"  # how to ask for a review and go to the Commissioner
    FURNITURE = "furniture"


class Use(StrEnum):
    """What a citation is there for."""

    RELIED_ON = "relied on"
    MENTIONED = "mentioned"


class Citation(NamedTuple):
    """A provision cited. `law` is the regime it is bound to, or the title of another Act, or "" where nothing tells."""

    law: str
    path: Path
    provision: str  # as reported: "31(1)(a)"
    span: Span
    use: Use
    why: str  # the evidence for `use`, for people: "lead-in: by virtue of", "in the request"
    label: Span | None  # the words beside the number that name the exemption


class Passage(NamedTuple):
    """Text that answers one part. `exemptions` are those it names; empty: it names none and speaks for all.

    `heading` is what introduces it (None in plain prose); `text` the spans that argue (empty under an empty heading).
    `leans` is the side that its words plainly argue, whatever it is headed. `stranger` names a provision in its heading
    that is not relied on at all.
    """

    part: Part
    exemptions: frozenset[str]
    heading: Span | None
    headed: bool  # by a heading or label, or by the head of its column or row
    text: tuple[Span, ...]
    duties: frozenset[Duty]  # which duty its words argue about; empty where they do not tell
    headed_duties: frozenset[Duty]  # the same for its heading alone
    ambiguous: bool
    leans: Part | None
    concludes: bool  # a balance that says which way it comes down
    stranger: str
    lean: float  # how much more its words argue for openness than against, where that had to be asked

    @property
    def span(self) -> Span:
        """Where it stands: its heading, else its first words."""
        return self.heading or self.text[0]

    @property
    def side(self) -> Part:
        """The part it answers; under an ambiguous heading, the side that its words argue."""
        if not self.ambiguous:
            return self.part
        return self.leans or (self.part if not self.lean else Part.FOR if self.lean > 0 else Part.AGAINST)

    def serves(self, number: str) -> bool:
        """Whether it speaks for an exemption: it names it, or names none."""
        return not self.exemptions or number in self.exemptions


class Engagement(NamedTuple):
    """One exemption relied on in this notice: the heart of the model."""

    exemption: Exemption
    law: Law
    provisions: tuple[str, ...]  # as cited, in order of the law
    limbs: tuple[Limb, ...]
    refuses: frozenset[Duty]  # what it is relied on for, as the notice puts it
    turned: bool  # read with a provision that turns it to the duty to confirm or deny (FOISA s.18, EIR reg 12(6))
    owes: frozenset[Part]
    parts: tuple[tuple[Part, State], ...]
    evidence: tuple[tuple[Part, Span], ...]
    citations: tuple[Citation, ...]  # those that claim it, in order

    def __str__(self) -> str:
        """As people write it: "section 31(1)(a)", "sections 24(2) and 24(1)", "regulation 12(5)(b)"."""
        numbers = [provision.rpartition(" ")[2] for provision in self.provisions]
        unit = self.law.unit if len(numbers) == 1 else f"{self.law.unit}s"
        return f"{unit} {numbers[0]}" if len(numbers) == 1 else f"{unit} {', '.join(numbers[:-1])} and {numbers[-1]}"

    @property
    def number(self) -> str:
        """As reported: "31", "reg 12(5)(b)"."""
        return self.exemption.number

    @property
    def span(self) -> Span:
        """Where it is first relied on."""
        return self.citations[0].span

    @property
    def is_bare(self) -> bool:
        """Whether no provision deeper than the exemption's own number is cited."""
        return len(self.exemption.path) == 1 and self.provisions == (self.exemption.number,)

    @property
    def several_limbs(self) -> bool:
        """Whether the exemption withholds under more than one limb or lettered head."""
        heads = [
            {steps[0] for steps in limb.steps} or {""}
            for limb in self.exemption.limbs
            if limb.lifts is Duty.DISCLOSE and not limb.condition and not limb.obsolete
        ]
        return sum(map(len, heads)) > 1

    @property
    def misses_duty(self) -> bool:
        """Whether no limb relied on lifts the duty that the notice does not meet by it."""
        if not self.limbs or self.turned or self.exemption.bar:  # a bar such as cost takes both duties away
            return False
        return not any(limb.lifts in self.refuses for limb in self.limbs)

    def limbs_of(self, duty: Duty) -> tuple[str, ...]:
        """The provisions of this exemption that lift a duty, as printed."""
        limbs = self.exemption.limbs
        return tuple(m.provision for m in limbs if m.lifts is duty and not m.condition and not m.obsolete)

    @property
    def ground(self) -> str:
        """What the limbs that call for harm rest on, for people: "prejudice", "endangerment", "necessity"."""
        basis = next((limb.basis for limb in self.limbs if limb.harm), "harm")
        return "what its qualified person foresees" if basis == "qualified-person" else basis.replace("-", " ")

    @property
    def elsewhere(self) -> bool:
        """Whether a part of it is said to stand in another file."""
        return any(state is State.ELSEWHERE for _, state in self.parts)

    def state(self, part: Part) -> State:
        """How a part stands."""
        return dict(self.parts)[part]

    def lacks(self, part: Part) -> bool:
        """Whether a part is owed and nowhere given."""
        return self.state(part) is State.ABSENT


class Mistitle(NamedTuple):
    """A label beside a citation that is the name of another exemption."""

    number: str
    words: Span
    belongs_to: str


class Disclaimer(NamedTuple):
    """A sentence that denies any inference; `one_sided` if only that information exists, or only that it does not."""

    span: Span
    one_sided: bool


class Step(StrEnum):
    """A step of the complaint route that a notice sets a time for."""

    ASK = "ask for a review"
    ANSWER = "answer a review"
    COMPLAIN = "complain to the Commissioner"


class Period(NamedTuple):
    """A time for a step that is out of line with the law or the Commissioner's practice."""

    step: Step
    span: Span


class Slip(NamedTuple):
    """Words that belong in another letter (a reference, an authority's name), and those expected in their place."""

    span: Span
    expected: str


class Contact(NamedTuple):
    """A dead contact of a Commissioner, and whose it was."""

    span: Span
    commissioner: str


class Told(NamedTuple):
    """What a notice tells the applicant beside the refusal itself, and where; None where it does not.

    The tuples hold what ought not to stand in it; all but the dates of completion, one for each thing that has one.
    """

    act: Span | None = None  # the Act or Regulations, by name
    review: Span | None = None  # how to have the decision looked at again
    no_review: Span | None = None  # that there is no review procedure
    review_done: Span | None = None  # that this is the outcome of a review, or that no further stage is left
    commissioner: Span | None = None  # the right to go to the Commissioner of this law
    stranger: Span | None = None  # a right to go to the Commissioner of another law
    more_time: Span | None = None  # that the decision on the public interest is still to come
    decision_date: Span | None = None  # by when it will be made
    completion_dates: tuple[Span, ...] = ()  # by when unfinished material will be complete, or that nobody knows
    qualified_person: Span | None = None  # the opinion given by the qualified person
    prejudice_level: Span | None = None  # "would" or "would be likely to"
    burden: Span | None = None  # that the request takes too much time or money
    estimate: Span | None = None  # how much, in hours or pounds
    advice: Span | None = None  # help to narrow the request
    obsolete_contacts: tuple[Contact, ...] = ()
    obsolete_periods: tuple[Period, ...] = ()
    placeholders: tuple[Span, ...] = ()
    references: tuple[Slip, ...] = ()
    authorities: tuple[Slip, ...] = ()
    threat_levels: tuple[Span, ...] = ()


class Notice(NamedTuple):
    """A notice as understood."""

    document: Document
    law: Law
    kind: Kind
    response: Response
    regions: tuple[Region, ...]  # one for each block
    citations: tuple[Citation, ...]
    engagements: tuple[Engagement, ...]
    passages: tuple[Passage, ...]
    statements: tuple[Span, ...]  # where it says that it neither confirms nor denies
    disclaimers: tuple[Disclaimer, ...]
    disclaimer: State
    refusals: tuple[Span, ...]  # where it refuses in words, whatever it relies on
    not_held: tuple[Span, ...]  # where it says that something is not held
    admissions: tuple[Span, ...]  # where it says outright that what it will not tell of is, or is not, held
    unknown: tuple[Citation, ...]  # relied on, yet no exemption of the law it names
    foreign: tuple[
        Citation, ...
    ]  # exemptions of another law than the one the notice is given under, or of a mis-styled one
    misnamed: tuple[Span, ...]  # an instrument under a wrong name
    mistitles: tuple[Mistitle, ...]
    empty: tuple[Span, ...]  # headings of parts or tests with nothing under them
    alternative: bool  # claims are made in the alternative
    apart: frozenset[frozenset[str]]  # pairs of exemptions that are claimed for different information
    purposes: frozenset[str]  # the engaged exemptions whose purpose is named
    elsewhere: Span | None  # the test is said to stand in another file
    told: Told = Told()

    def engagement(self, number: str) -> Engagement | None:
        """The engagement with that number, if the notice relies on it."""
        return next((e for e in self.engagements if e.number == number), None)
