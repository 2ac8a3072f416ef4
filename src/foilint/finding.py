"""Findings: what is wrong with a notice, where, and in which words."""

from foilint.document import Span
from foilint.values import NamedTuple, StrEnum


class Severity(StrEnum):
    """How much a fault weighs.

    Errors break the statute or the house template; advice never fails a run unless asked to.
    """

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


class Place(NamedTuple):
    """Where a finding stands, for people: line and column in text formats, paragraph in Word, always with its words.

    `part` names a place off the main text ("footnote 2", "table 1, row 2, column 1", "header"); "" in the body.
    """

    line: int | None
    column: int | None
    paragraph: int | None
    heading: str | None
    part: str
    excerpt: str
    path: str = ""  # the annex it stands in, where several files are read as one notice; "" in the first of them
    end_line: int | None = None  # where the words end, the column behind the last of them; None where `line` is
    end_column: int | None = None


class Complaint(NamedTuple):
    """What a rule says: a sentence or two, the exemption it concerns (None: the whole notice), the words it points at.

    `span` None means the notice as a whole; `excerpt` overrides the words quoted (a comment, deleted text).
    """

    message: str
    exemption: str | None = None
    span: Span | None = None
    excerpt: str = ""


class Finding(NamedTuple):
    """A complaint with its rule, severity and place, ready for any report.

    `fingerprint` rests on the rule, the exemption, the words at the place and the number of earlier findings equal in
    all three, never on line numbers.
    """

    rule: str
    severity: Severity
    exemption: str | None
    message: str
    place: Place
    fingerprint: str
    span: Span | None = None
