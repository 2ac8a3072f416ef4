"""A template on trial: whether its own examples pass and fail as they say."""

from collections.abc import Iterator

from foilint.finding import Finding, Severity
from foilint.lint import Terms, Unit, check_bytes, check_unit
from foilint.template import Example, Template
from foilint.wishes import terms_of


def failures(template: Template) -> tuple[str, ...]:
    """What is not as the template's examples say, each in a line for its author; none where all are as they should be.

    An example trips exactly the rules it names; advice is not counted, unless it is named.
    """
    terms = terms_of(template)
    told = ((example.line, _told(example, terms)) for example in template.examples)
    return tuple(f"{template.source}:{line}: this example {problem}" for line, problem in told if problem)


def _told(example: Example, terms: Terms) -> str:
    """What an example trips that it should not, and the reverse; "" where all is well."""
    found = {
        finding.rule
        for finding in _findings(example, terms)
        if finding.severity is not Severity.ADVICE or finding.rule in example.trips
    }
    missing, more = sorted(set(example.trips) - found), sorted(found - set(example.trips))
    clauses = (f"does not trip {', '.join(missing)}" if missing else "", f"trips {', '.join(more)}" if more else "")
    return ", and ".join(clause for clause in clauses if clause)


def _findings(example: Example, terms: Terms) -> Iterator[Finding]:
    if example.file:
        verdicts = check_unit(Unit((example.file,), terms))
    else:
        verdicts = check_bytes(example.text.encode(), "example.md", terms)
    for verdict in verdicts:
        yield from verdict.findings
