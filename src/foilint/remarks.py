"""What a reviewer reads beside a notice: what was understood of it, and each finding with what to do and why."""

from collections.abc import Iterable, Iterator

from foilint import __version__
from foilint.catalogue import CATALOGUE
from foilint.document import Layer
from foilint.finding import Finding
from foilint.grounds import grounds, under
from foilint.report import Verdict, summarise
from foilint.reports.remedy import fault_and_remedy
from foilint.reports.text import counted
from foilint.reports.understood import understood
from foilint.word.comments import Comment, Line

OUT_OF_REACH = frozenset((str(Layer.HEADER), str(Layer.FOOTER), str(Layer.BOX), "footnote", "endnote"))
"""Words for places where Word can hang no comment: it stands elsewhere, and quotes what it is about."""


def remarks(verdict: Verdict, findings: Iterable[Finding]) -> tuple[Comment, ...]:
    """The comments on a notice: what was understood of it, then what concerns all of it, then the rest in order."""
    ordered = sorted(findings, key=lambda finding: finding.span or (-1, 0, 0))
    return (_opening(verdict), *(Comment(each.span, tuple(_lines(each, verdict.regime))) for each in ordered))


def _opening(verdict: Verdict) -> Comment:
    counts = counted(summarise([verdict])) or "nothing found"
    return Comment(
        None,
        (
            Line(f"Checked by foilint {__version__}: {counts}", bold=True),
            Line(f"Understood: {understood(verdict)}."),
            Line("Each comment by foilint names a rule; foilint explain NAME-OF-THE-RULE says more."),
        ),
    )


def _lines(finding: Finding, regime: str | None) -> Iterator[Line]:
    fault, remedy = fault_and_remedy(finding.message)
    yield Line(f"{str(finding.severity).capitalize()}: {finding.rule}", bold=True)
    yield Line(_sentence(fault))
    if remedy:
        yield Line(f"What to do: {remedy.rstrip('.')}.")
    if any(word in finding.place.part for word in OUT_OF_REACH):
        yield Line(f'Where: {finding.place.part}, "{finding.place.excerpt}"')
    yield from _grounds(finding.rule, regime)


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:].rstrip('.')}."


def _grounds(name: str, regime: str | None) -> Iterator[Line]:
    """The law under which the notice is given, or the practice, that a rule rests on."""
    for rule in CATALOGUE:
        if rule.name == name:
            told = grounds(rule)
            if told.law:
                yield Line(f"Law: {under(told.law, regime).rstrip('.')}.")
            if told.practice:
                yield Line(f"Practice: {told.practice.rstrip('.')}.")
