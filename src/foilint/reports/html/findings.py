"""What to mend: each finding with its fault, the remedy, its words in place, and why it is one."""

from collections.abc import Iterator

from foilint.catalogue import CATALOGUE
from foilint.finding import Finding
from foilint.grounds import grounds, linked, under
from foilint.report import Verdict
from foilint.reports.html.draft import Marked, marked
from foilint.reports.html.markup import NOTHING, Child, Markup, element, lines
from foilint.reports.html.wording import WEIGHTS, exemption, sentence
from foilint.reports.remedy import fault_and_remedy
from foilint.reports.text import where
from foilint.reports.wrapping import unwrapped

RULES = {rule.name: rule for rule in CATALOGUE}
QUOTED = 60
"""Signs before and behind the words of a finding that are quoted with them."""


def findings(verdict: Verdict, key: str) -> Markup:
    """The findings of a notice, and what was let stand; nothing where there is neither."""
    if not verdict.findings and not verdict.allowed:
        return NOTHING
    title = element("h3", {"id": f"{key}-findings"}, "What to mend" if verdict.findings else "What was let stand")
    explained: set[str] = set()
    items = [_finding(each, verdict, explained) for each in marked(verdict, key)]
    return element(
        "section",
        {"class": "findings", "aria-labelledby": f"{key}-findings"},
        title,
        element("ol", {}, *items) if items else NOTHING,
        *_allowed(verdict),
    )


def _allowed(verdict: Verdict) -> Iterator[Child]:
    for each in verdict.allowed:
        fault, _ = fault_and_remedy(each.finding.message)
        code = element("code", {}, each.finding.rule)
        yield element("p", {"class": "allowed"}, "Let stand: ", sentence(fault), " ", code, f" Reason: {each.reason}")


def _finding(each: Marked, verdict: Verdict, explained: set[str]) -> Markup:
    finding = each.finding
    fault, remedy = fault_and_remedy(finding.message)
    number = element("span", {"class": "number"}, str(each.number))
    weight = element("span", {"class": "weight"}, WEIGHTS[finding.severity])
    concerned = exemption(finding.exemption, verdict) if finding.exemption else "the whole notice"
    return element(
        "li",
        {"id": each.told, "class": f"finding {finding.severity}"},
        lines(
            element("p", {"class": "about"}, number, weight, " ", concerned),
            element("h4", {}, sentence(fault)),
            element("p", {}, element("strong", {}, "What to do: "), sentence(remedy)) if remedy else NOTHING,
            _quoted(each, verdict),
            _why(finding, verdict, explained),
        ),
    )


def _quoted(each: Marked, verdict: Verdict) -> Markup:
    """The words a finding is about among those round them, and the way to them."""
    finding, place = each.finding, each.finding.place
    stands = ", ".join(filter(None, (where(place), f"under “{place.heading}”" if place.heading else "")))
    link = element("a", {"href": f"#{each.mark}"}, "Show in the notice") if each.mark else NOTHING
    quoted = element("blockquote", {"dir": "auto"}, *_in_context(finding, verdict)) if place.excerpt else NOTHING
    at = element("p", {"class": "at"}, link, " " if link and stands else "", f"({stands})" if stands else "")
    return lines(quoted, at if link or stands else NOTHING)


def _in_context(finding: Finding, verdict: Verdict) -> Iterator[Child]:
    transcript, span = verdict.transcript, finding.span
    words = element("mark", {"class": finding.severity}, finding.place.excerpt)
    if transcript is None or span is None or not _quotes(finding, " ".join(transcript.words(span).split())):
        yield words
        return
    text = transcript.blocks[span.block].text  # which may be as long as a book
    before = unwrapped(text[max(0, span.start - 4 * QUOTED) : span.start])
    behind = unwrapped(text[span.end : span.end + 4 * QUOTED])
    cut = len(before) - QUOTED
    yield f"… {before[cut:].partition(' ')[2]}" if cut > 0 else before
    yield words
    yield f"{behind[:QUOTED].rpartition(' ')[0]} …" if len(behind) > QUOTED else behind


def _quotes(finding: Finding, words: str) -> bool:
    """Whether a finding's excerpt is the words it points at, whole, and not something beside the text."""
    return words == finding.place.excerpt


def _why(finding: Finding, verdict: Verdict, explained: set[str]) -> Markup:
    """Why a rule calls it a fault, and on what that rests: told once in each notice."""
    rule = RULES.get(finding.rule)
    code = element("code", {}, finding.rule)
    if rule is None or finding.rule in explained:
        return element("p", {"class": "why"}, code)
    explained.add(finding.rule)
    told = grounds(rule)
    reasons = (("Why", told.why), ("Law", under(told.law, verdict.regime)), ("Practice", told.practice))
    given = ((element("b", {}, f"{name}: "), *_linked(sentence(words)), " ") for name, words in reasons if words)
    return element("p", {"class": "why"}, *(part for each in given for part in each), code)


def _linked(words: str) -> Iterator[Child]:
    """Words with their links; what stands between backquotes is the name of a rule or an option."""
    for piece in linked(words):
        if piece.url:
            yield element("a", {"href": piece.url}, piece.words)
        else:
            for number, part in enumerate(piece.words.split("`")):
                yield element("code", {}, part) if number % 2 else part
