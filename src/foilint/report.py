"""What one run says: a verdict on each draft, and their sum. Values only; how they are printed stands in reports/."""

from collections.abc import Iterable

from foilint.document import Span
from foilint.finding import Finding, Place, Severity
from foilint.notice import Kind, Part, Response, State
from foilint.transcript import Transcript
from foilint.values import NamedTuple, StrEnum


class Status(StrEnum):
    """What became of a file."""

    CHECKED = "checked"
    UNREADABLE = "unreadable"
    NOT_A_NOTICE = "not-a-notice"
    SETTINGS = "settings"  # no draft: a file of settings or a baseline that holds what nothing needs any more


class Evidence(NamedTuple):
    """The words on which a part was taken to be present."""

    part: Part
    place: Place
    span: Span | None = None


class Reliance(NamedTuple):
    """One exemption relied on, as reported: which provisions of it, and how each part stands."""

    exemption: str
    title: str
    provisions: tuple[str, ...]
    unit: str  # "section", "regulation": what the law calls its provisions
    parts: tuple[tuple[Part, State], ...]
    evidence: tuple[Evidence, ...]
    source: str = ""  # the official page of the provision

    def state(self, part: Part) -> State:
        """How a part stands."""
        return dict(self.parts)[part]


class Allowed(NamedTuple):
    """A finding that was let stand, and why: the reason in the settings, or that the baseline holds it."""

    finding: Finding
    reason: str


class Verdict(NamedTuple):
    """What foilint says about one draft. `regime` to `disclaimer` are None where it was not read as a notice.

    `provisional` says why what was read may be incomplete, for people; "" where it is whole. `transcript` is
    the draft's own text, held only for reports that show it.
    """

    path: str
    status: Status
    findings: tuple[Finding, ...]
    regime: str | None = None
    kind: Kind | None = None
    response: Response | None = None
    engagements: tuple[Reliance, ...] = ()
    disclaimer: State | None = None
    allowed: tuple[Allowed, ...] = ()
    provisional: str = ""
    transcript: Transcript | None = None

    @property
    def unread(self) -> bool:
        """Whether the draft could not be read."""
        return self.status is Status.UNREADABLE


class Summary(NamedTuple):
    """The sum of verdicts: files looked at, what was found, what was let stand, what could not be read."""

    notices: int = 0
    errors: int = 0
    warnings: int = 0
    advice: int = 0
    allowed: int = 0
    unreadable: int = 0

    def with_verdict(self, verdict: Verdict) -> "Summary":
        """This sum and one verdict more."""
        weights = [finding.severity for finding in verdict.findings]
        return Summary(
            self.notices + (verdict.status is not Status.SETTINGS),
            self.errors + weights.count(Severity.ERROR),
            self.warnings + weights.count(Severity.WARNING),
            self.advice + weights.count(Severity.ADVICE),
            self.allowed + len(verdict.allowed),
            self.unreadable + verdict.unread,
        )


class Report(NamedTuple):
    """The verdicts of one run, in the order of the files."""

    notices: tuple[Verdict, ...]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Every finding, notice by notice."""
        return tuple(finding for verdict in self.notices for finding in verdict.findings)

    @property
    def summary(self) -> Summary:
        """The sum of all verdicts."""
        return summarise(self.notices)


def summarise(verdicts: Iterable[Verdict]) -> Summary:
    """The sum of verdicts."""
    summary = Summary()
    for verdict in verdicts:
        summary = summary.with_verdict(verdict)
    return summary
