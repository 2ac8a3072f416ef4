"""The statutes as values: what each exemption rests on and what relying on it owes. Written in schemas/law/ only."""

from foilint import knowledge
from foilint.functional import cache
from foilint.misuse import Misuse, nearest
from foilint.provision import Path
from foilint.values import NamedTuple, StrEnum

_FOLDER = "law/"


class Duty(StrEnum):
    """The two duties of a right to know, each with its own exemption limbs and its own public interest test."""

    DISCLOSE = "disclose"  # FOIA s.1(1)(b): to communicate the information
    CONFIRM = "confirm-or-deny"  # FOIA s.1(1)(a): to say whether it is held


class Test(StrEnum):
    """Whether relying on a limb calls for a public interest test."""

    ABSOLUTE = "absolute"
    QUALIFIED = "qualified"
    UNSETTLED = "unsettled"  # tribunals and the Commissioner disagree: a test is neither demanded nor called needless


# Looking a member up is four times as fast as calling the enumeration, and every start does it for each limb.
_DUTIES = {duty.value: duty for duty in Duty}
_TESTS = {test.value: test for test in Test}


class Limb(NamedTuple):
    """One limb of an exemption."""

    provision: str  # as printed: "7(1)", "7(5B)(a)(i)"
    path: Path
    lifts: Duty  # the duty that the limb takes away
    test: Test
    harm: bool  # rests on prejudice, endangerment or necessity, so its harm must be explained
    basis: str  # a word of `statute.BASES`: class, prejudice, endangerment, necessity, ...
    steps: tuple[Path, ...]  # what exists below `path`, as the steps that follow it: ("a",), ("a", "i")
    condition: bool  # cited only beside another limb, which it completes: never alone an answer to "which limb?"
    obsolete: str  # "" or what to cite instead
    source: str
    leads_to: str = ""  # the statute under which the request is then dealt with, if that is why it is exempt
    absolute_with: tuple[Path, ...] = ()  # limbs in whose company it is absolute: so far as it relates to them


class Purpose(NamedTuple):
    """Limbs that are only complete with a purpose from a list elsewhere in the section (regulators' functions)."""

    limbs: tuple[Path, ...]
    listed_in: Path
    words: tuple[str, ...]  # phrases, lower case, by which a notice names one of the purposes without its number


class Exemption(NamedTuple):
    """One exemption (exception under the EIR), or a bar: no exemption, yet it ends the matter (cost, vexatiousness)."""

    number: str  # as reported: "7", "7A", "reg 7(5)(b)"
    path: Path
    title: str
    labels: tuple[str, ...]  # other names in use, lower case, longest first
    limbs: tuple[Limb, ...]
    presumed: tuple[
        Path, ...
    ]  # the limbs meant where none is cited; a duty without any: all that lift it (see `limbs`)
    bar: str  # "" for an exemption; "cost" or "conduct" for a bar
    qualified_person: bool
    purpose: Purpose | None
    defence: bool  # the public interest is argued though no test is owed: confidence, legitimate interests in data
    note: str
    source: str
    supporting: tuple[Path, ...] = ()  # provisions of the section that exempt nothing: definitions, certificates


class Companion(NamedTuple):
    """A provision that turns other exemptions to the duty to confirm or deny, and is none itself (FOISA, the EIR)."""

    provision: str
    path: Path
    turns: tuple[Path, ...]  # the exemptions (or limbs) it may be read with
    source: str
    supporting: tuple[Path, ...] = ()  # provisions that explain it and turn nothing


class Exclusion(NamedTuple):
    """Two limbs that cannot both cover the same information, unless claimed in the alternative."""

    one: Path
    other: Path
    source: str


class Particulars(NamedTuple):
    """What a notice under this law must tell the applicant beside the refusal. Periods are for checks of wording."""

    commissioner: str  # the Commissioner's name, for messages
    commissioners: tuple[str, ...]  # names and abbreviations by which a notice may call them, lower case
    strangers: tuple[str, ...]  # names of the Commissioners of other laws that would be the wrong one here, lower case
    review: str  # provision that asks for the review route
    review_waivable: bool  # a statement that there is no review procedure answers it (FOIA only)
    complaint: str  # provision that asks for the Commissioner's route
    extension: str  # provision under which more time may be taken with a date, "" where none exists
    advice: str  # provision on advice and assistance
    review_request_days: int  # working days allowed to ask for a review
    review_answer_days: int  # working days in which a review should be answered at the latest
    complaint_period: str  # as people say it: "six weeks", "six months"
    outdated_complaint_periods: tuple[str, ...]
    obsolete_contacts: tuple[str, ...]
    not_held_owes: bool  # a "not held" reply owes both routes too (FOISA)


class Lookup(NamedTuple):
    """What a law is asked most often, worked out beforehand by `statute`."""

    exemptions: dict[Path, Exemption]
    limbs: dict[Path, Limb]
    stems: dict[tuple[str, Path], tuple[Path, ...]]  # the limbs meant below it, by the duty they lift ("": either)
    provisions: frozenset[Path]
    machinery: frozenset[Path]


class Law(NamedTuple):
    """One statute. `exemptions` includes the bars."""

    regime: str  # its own name: "foia2000"
    reported_as: str  # the regime it is reported under (the Scottish EIRs report as "eir2004")
    title: str
    short: str  # "FOIA"
    unit: str  # "section" or "regulation"
    claim: str  # what it calls an exemption: "exemption" or "exception"
    names: tuple[str, ...]  # as notices name it, lower case, longest first
    misnamed: tuple[str, ...]  # wrong names for it, lower case ("environmental information regulations 2000")
    machinery: tuple[Path, ...]  # provisions that notices cite without claiming anything: duties, time, appeals
    general: tuple[Path, ...]  # of these, those by which every exemption takes effect: to cite them claims none
    ranges: tuple[tuple[str, str], ...]  # numbers between which a provision would have to be an exemption
    exemptions: tuple[Exemption, ...]
    companions: tuple[Companion, ...]
    exclusions: tuple[Exclusion, ...]
    particulars: Particulars
    confirm: str  # the provision that lays down the duty to confirm or deny
    url: str
    as_at: str
    lookup: Lookup

    def __hash__(self) -> int:
        # The look-up is made of dicts, and says nothing that the rest of the law does not say.
        return hash((self.regime, self.as_at))

    def exemption(self, path: Path) -> Exemption | None:
        """The exemption that a provision belongs to (the longest whose path opens it), or None."""
        exemptions = self.lookup.exemptions
        for end in range(len(path), 0, -1):
            if path[:end] in exemptions:
                return exemptions[path[:end]]
        return None

    def limbs(self, path: Path, duty: Duty | None = None) -> tuple[Limb, ...]:
        """The limbs that a citation can mean: the one at or above `path`, else all below it, those of `duty` if given.

        Below it, neither conditions nor obsolete limbs are meant; and of those that lift a duty, the presumed ones
        alone if there are any.
        """
        for end in range(len(path), 0, -1):
            limb = self.lookup.limbs.get(path[:end])
            if limb:
                return (limb,) if duty in (None, limb.lifts) else ()
        return tuple(self.lookup.limbs[limb] for limb in self.lookup.stems.get((duty or "", path), ()))

    def exists(self, path: Path) -> bool:
        """Whether the law has this provision at all, as limb, condition, deeper step, companion or machinery."""
        return path in self.lookup.provisions or self._lies_in_machinery(path)

    def is_machinery(self, path: Path) -> bool:
        """Whether notices cite it without claiming anything. Machinery covers all below it, but no exemption."""
        return self._lies_in_machinery(path) and self.exemption(path) is None

    def is_general(self, path: Path) -> bool:
        """Whether it is machinery by which every exemption takes effect: "exempt under section 2(2)" claims none."""
        return any(path[: len(each)] == each for each in self.general)

    def companion(self, path: Path) -> Companion | None:
        """The companion that a provision is, or None."""
        return next((companion for companion in self.companions if companion.path == path[: len(companion.path)]), None)

    def _lies_in_machinery(self, path: Path) -> bool:
        machinery = self.lookup.machinery
        return any(path[:end] in machinery for end in range(1, len(path) + 1))


class UnknownLaw(Misuse):
    """A statute is asked for that schemas/law/ does not hold."""


def laws() -> tuple[Law, ...]:
    """Every statute in schemas/law/, in the alphabetical order of the files. Raises `WrongFile` where one is wrong."""
    return tuple(load(name.removeprefix(_FOLDER)) for name in knowledge.names("law"))


@cache
def load(regime: str) -> Law:
    """One statute by its name, "foia2000". Raises `UnknownLaw`, or `WrongFile` where its file is wrong."""
    known = [name.removeprefix(_FOLDER) for name in knowledge.names("law")]
    if regime not in known:
        raise UnknownLaw(f"no statute is called {regime!r}{nearest(regime, known)} (there are {', '.join(known)})")
    return law_of(knowledge.read(_FOLDER + regime))


def load_file(file: str) -> Law:
    """A statute from a YAML file of one's own. Raises `WrongFile`."""
    return law_of(knowledge.arranged(_FOLDER, file))


def law_of(row: knowledge.Plain) -> Law:
    """A statute from plain data that `statute` has checked and arranged."""
    exemptions = tuple(_exemption(item) for item in row["exemptions"])
    values = {
        "exemptions": exemptions,
        "companions": tuple(Companion(**item) for item in row["companions"]),
        "exclusions": tuple(Exclusion(**item) for item in row["exclusions"]),
        "particulars": Particulars(**row["particulars"]),
        "lookup": Lookup(
            exemptions={exemption.path: exemption for exemption in exemptions},
            limbs={limb.path: limb for exemption in exemptions for limb in exemption.limbs},
            **row["lookup"],
        ),
    }
    return Law(**row | values)


def _exemption(row: knowledge.Plain) -> Exemption:
    purpose = Purpose(**row["purpose"]) if row["purpose"] else None
    return Exemption(**row | {"limbs": tuple(_limb(item) for item in row["limbs"]), "purpose": purpose})


def _limb(row: knowledge.Plain) -> Limb:
    return Limb(**row | {"lifts": _DUTIES[row["lifts"]], "test": _TESTS[row["test"]]})
