"""JUnit XML, as Jenkins and most CI systems read it: a suite for each notice, a case for each finding."""

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from foilint.finding import Finding, Severity
from foilint.report import Verdict
from foilint.reports.look import Look
from foilint.reports.text import where
from foilint.reports.understood import understood


def render(verdicts: Iterable[Verdict], look: Look) -> Iterator[str]:  # noqa: ARG001  every report takes the same
    """The report in pieces. Advice is told and does not fail; a file that cannot be read is an error, not a failure."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="foilint">\n'
    for verdict in verdicts:
        yield from _suite(verdict)
    yield "</testsuites>\n"


def _suite(verdict: Verdict) -> Iterator[str]:
    path = _attribute(verdict.path)
    failing = sum(finding.severity is not Severity.ADVICE for finding in verdict.findings)
    errors, failures = (failing, 0) if verdict.unread else (0, failing)
    cases = max(1, len(verdict.findings))
    yield f'  <testsuite name={path} tests="{cases}" failures="{failures}" errors="{errors}" skipped="0">\n'
    for finding in verdict.findings:
        yield from _case(verdict, finding)
    if not verdict.findings:
        yield f'    <testcase classname={path} name="checked">\n'
        yield f"      <system-out>{_text(understood(verdict))}</system-out>\n    </testcase>\n"
    yield "  </testsuite>\n"


def _case(verdict: Verdict, finding: Finding) -> Iterator[str]:
    stands = where(finding.place)
    name = f"{finding.rule}: {stands}" if stands else finding.rule
    quoted = f'"{finding.place.excerpt}"\n' if finding.place.excerpt else ""
    body = _text(f"{quoted}{finding.message}")
    yield f"    <testcase classname={_attribute(verdict.path)} name={_attribute(name)}>\n"
    if finding.severity is Severity.ADVICE:
        yield f"      <system-out>{body}</system-out>\n"
    else:
        kind = "error" if verdict.unread else "failure"
        message, rule = _attribute(finding.message), _attribute(f"{finding.severity}: {finding.rule}")
        yield f"      <{kind} type={rule} message={message}>{body}</{kind}>\n"
    yield "    </testcase>\n"


def _text(words: str) -> str:
    return escape(_sound(words))


def _attribute(words: str) -> str:
    return quoteattr(_sound(words))


def _sound(words: str) -> str:
    """Without the signs that XML does not allow."""
    return "".join(sign if sign.isprintable() or sign == "\n" else "\ufffd" for sign in words)
