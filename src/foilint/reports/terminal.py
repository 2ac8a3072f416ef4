"""The report on a terminal: what each notice relies on and gives as a matrix, and each finding with its words in place.

Colours mean one thing each: red, yellow and cyan are errors, warnings and advice, green is what is given. Nothing is
told by colour alone.
"""

from collections.abc import Iterable, Iterator
from itertools import chain, islice

from foilint.finding import Finding
from foilint.notice import Part, State
from foilint.report import Reliance, Summary, Verdict
from foilint.reports.look import Look
from foilint.reports.paint import BOLD, CYAN, DIM, GREEN, RED, UNDERLINED, WEIGHT, YELLOW, file_url, linked, painted
from foilint.reports.remedy import fault_and_remedy
from foilint.reports.text import counted, frequencies, printable, where
from foilint.reports.understood import RESPONSES, understood
from foilint.reports.wrapping import around, cells, clipped, filled, wrapped

SIGNS = {"error": "✗", "warning": "!", "advice": "·"}
COLUMNS = {Part.HARM: "harm", Part.FOR: "for", Part.AGAINST: "against", Part.BALANCE: "balance"}
STATES = {
    State.PRESENT: ("✓", (GREEN,)),
    State.ABSENT: ("✗ missing", (RED, BOLD)),
    State.NOT_OWED: ("not owed", (DIM,)),
    State.ELSEWHERE: ("elsewhere", (CYAN,)),
}
COLUMN = 11  # cells for the widest state and a gap
LABEL = 22  # cells for the provisions; more of them stand on a line of their own


def render(verdicts: Iterable[Verdict], look: Look) -> Iterator[str]:
    """The report in pieces, notice by notice, with their sum at the end."""
    coming = iter(verdicts)
    first = list(islice(coming, 2))
    summary, rules = Summary(), dict[str, int]()
    for verdict in chain(first, coming):
        summary = summary.with_verdict(verdict)
        for finding in verdict.findings:
            rules[finding.rule] = rules.get(finding.rule, 0) + 1
        if verdict.findings or (len(first) == 1 and not look.quiet):
            yield from _whole(verdict, look)
        elif not look.quiet:
            yield from _sound(verdict, look)
    if look.statistics:
        yield from frequencies(rules)
    if not look.quiet:
        yield from _closing(summary, rules, look)


def _sound(verdict: Verdict, look: Look) -> Iterator[str]:
    """A notice with nothing to mend, among others: its path and what was understood."""
    path = printable(verdict.path)
    lines = list(wrapped(f"{path}: {understood(verdict)}", look.width - 2))
    if lines[0].startswith(path):
        lines[0] = linked(painted(path, look, BOLD), file_url(verdict.path), look) + lines[0][len(path) :]
    yield f"{painted('✓', look, GREEN)} {lines[0]}\n"
    yield from (f"  {line}\n" for line in lines[1:])


def _whole(verdict: Verdict, look: Look) -> Iterator[str]:
    path = painted(printable(verdict.path), look, BOLD)
    yield linked(path, file_url(verdict.path), look) + "\n"
    if verdict.response and not look.quiet:
        about = f"{verdict.kind}, {RESPONSES[verdict.response]}"
        yield from (f"  {line}\n" for line in wrapped(about, look.width - 2))
    if verdict.provisional:
        yield from (f"  {line}\n" for line in wrapped(f"provisional: {verdict.provisional}", look.width - 2))
    if verdict.engagements and not look.quiet:
        yield "\n"
        yield from matrix(verdict, look)
    for finding in verdict.findings:
        yield "\n"
        yield from _finding(finding, verdict, look)
    for allowed in verdict.allowed:
        yield from _dim(f"{allowed.finding.rule} let stand: {allowed.reason}", look)
    yield "\n"


def matrix(verdict: Verdict, look: Look) -> Iterator[str]:
    """Exemption by harm, factors for and against, balance; below it the disclaimer."""
    labels = [", ".join(each.provisions) for each in verdict.engagements]
    width = max(len("disclaimer"), *(len(label) for label in labels if len(label) <= LABEL), 0) + 2
    heads = "".join(filled(name, COLUMN) for name in COLUMNS.values())
    yield f"  {painted(filled('', width) + heads.rstrip(), look, DIM)}\n"
    for label, engagement in zip(labels, verdict.engagements, strict=True):
        if len(label) > LABEL:
            yield f"  {label}\n"
            label = ""  # noqa: PLW2901  it has its own line
        yield f"  {filled(label, width)}{_row(engagement, look.width - width - 2, look)}\n"
    if verdict.disclaimer:
        yield f"  {filled('disclaimer', width)}{_state(verdict.disclaimer, look).rstrip()}\n"


def _row(engagement: Reliance, width: int, look: Look) -> str:
    states = "".join(_state(engagement.state(part), look) for part in COLUMNS)
    title = clipped(engagement.title, width - COLUMN * len(COLUMNS))
    return states + linked(painted(title, look, DIM), engagement.source, look) if title else states.rstrip()


def _state(state: State, look: Look) -> str:
    words, codes = STATES[state]
    return painted(words, look, *codes) + " " * (COLUMN - cells(words))


def _finding(finding: Finding, verdict: Verdict, look: Look) -> Iterator[str]:
    weight = WEIGHT[finding.severity]
    sign = painted(f"{SIGNS[finding.severity]} {finding.severity}", look, weight, BOLD)
    yield f"  {sign} {painted(finding.rule, look, BOLD)}{_concerned(finding, verdict, look)}\n"
    under = f'under "{finding.place.heading}"' if finding.place.heading not in (None, finding.place.excerpt) else ""
    stands = ", ".join(filter(None, (where(finding.place), under)))
    if stands:
        yield f"    {painted(clipped(stands, look.width - 4), look, DIM)}\n"
    yield from _quoted(finding, verdict, look)
    fault, remedy = fault_and_remedy(finding.message)
    yield from (f"    {line}\n" for line in wrapped(fault, look.width - 4))
    for number, line in enumerate(wrapped(remedy, look.width - 6)):
        yield f"    {' ' if number else painted('→', look, GREEN)} {line}\n"


def _quoted(finding: Finding, verdict: Verdict, look: Look) -> Iterator[str]:
    """The words a finding is about, underlined among those round them; without colours, signs below underline them."""
    bar, width = painted("│", look, DIM), look.width - 6
    transcript, span = verdict.transcript, finding.span
    before, words, behind = "", clipped(finding.place.excerpt, width), ""
    if transcript and span and transcript.words(span).split() and _same(transcript.words(span), finding.place.excerpt):
        before, words, behind = map(_visible, around(transcript.blocks[span.block].text, span.start, span.end, width))
    if not words:
        return
    yield f"    {bar} {before}{painted(words, look, WEIGHT[finding.severity], UNDERLINED)}{behind}\n"
    if not look.colours and (before or behind):
        yield f"    {bar} {' ' * cells(before)}{'^' * cells(words)}\n"


def _same(words: str, excerpt: str) -> bool:
    """Whether an excerpt quotes the words, and not something beside the text."""
    return _visible(" ".join(words.split())).startswith(excerpt.removesuffix("…"))


def _visible(words: str) -> str:
    """Words sign for sign, without those that would command the terminal."""
    return words if words.isprintable() else "".join(sign if sign.isprintable() else "\ufffd" for sign in words)


def _concerned(finding: Finding, verdict: Verdict, look: Look) -> str:
    """The exemption behind the rule, or below it where there is no room."""
    if not finding.exemption:
        return ""
    words = _exemption(finding.exemption, verdict)
    if cells(f"  x {finding.severity} {finding.rule}, {words}") <= look.width:
        return f", {words}"
    return "".join(f"\n    {line}" for line in wrapped(words, look.width - 4))


def _exemption(number: str, verdict: Verdict) -> str:
    """An exemption as the notice cites it, with its title; its number alone where it is not relied on."""
    for engagement in verdict.engagements:
        if engagement.exemption == number:
            unit = engagement.unit + "s" * (len(engagement.provisions) > 1)
            numbers = ", ".join(provision.rpartition(" ")[2] for provision in engagement.provisions)
            return f"{unit} {numbers} ({engagement.title})"
    return number


def _dim(words: str, look: Look) -> Iterator[str]:
    yield from (f"  {painted(line, look, DIM)}\n" for line in wrapped(words, look.width - 2))


def _closing(summary: Summary, rules: dict[str, int], look: Look) -> Iterator[str]:
    notices = f"{summary.notices} notice" + "s" * (summary.notices != 1)
    found = counted(summary)
    codes = (RED,) if summary.errors or summary.unreadable else (YELLOW,) if rules else (GREEN,)
    yield f"{notices}: {painted(found or 'nothing to mend', look, BOLD, *codes)}\n"
    if rules:
        yield from _dim(f"foilint explain {next(iter(rules))} says why, with the law and examples.", look)
