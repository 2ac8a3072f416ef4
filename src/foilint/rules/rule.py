"""What a rule is: a named question to a notice, with its severity, its family and its reasons."""

from collections.abc import Callable, Iterator

from foilint.finding import Complaint, Severity
from foilint.notice import Notice
from foilint.values import NamedTuple

Check = Callable[[Notice], Iterator[Complaint]]


class Rule(NamedTuple):
    """One rule. `name` states the fault; `doc` says what is wrong, why, and on what law or practice it rests."""

    name: str
    family: str
    severity: Severity
    check: Check
    doc: str


def rule(severity: Severity, *, family: str) -> Callable[[Check], Rule]:
    """Make a rule of the function below; its name is the rule's with underscores, its docstring the rule's reasons."""

    def make(check: Check) -> Rule:
        return Rule(check.__name__.replace("_", "-"), family, severity, check, check.__doc__ or "")

    return make
