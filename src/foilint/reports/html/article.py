"""One notice on the page: what it is, what it relies on and gives, what to mend, and its own text."""

from collections.abc import Iterator

from foilint.catalogue import CATALOGUE
from foilint.finding import Finding
from foilint.grounds import grounds, linked, under
from foilint.notice import Part, State
from foilint.report import Reliance, Verdict
from foilint.reports.html.draft import Marked, draft, marked
from foilint.reports.html.markup import NOTHING, Child, Markup, element, joined, lines
from foilint.reports.html.wording import (
    PARTS,
    STATES,
    WEIGHTS,
    exemption,
    file_name,
    gist,
    provisions,
    sentence,
    understanding,
)
from foilint.reports.remedy import fault_and_remedy
from foilint.reports.text import where
from foilint.reports.wrapping import unwrapped

RULES = {rule.name: rule for rule in CATALOGUE}
QUOTED = 60
"""Signs before and behind the words of a finding that are quoted with them."""


def article(verdict: Verdict, key: str, back: Markup) -> Markup:
    """A notice, with `back` as the way out of it."""
    text = draft(verdict, key)
    return element(
        "article",
        {"id": key, "class": "notice" if text else "notice brief", "aria-labelledby": f"{key}-title"},
        lines(
            element(
                "header",
                {},
                element("h2", {"id": f"{key}-title", "dir": "auto"}, file_name(verdict.path)),
                _about(verdict),
            ),
            _coverage(verdict, key),
            _findings(verdict, key),
            text,
            back,
        ),
    )


def _about(verdict: Verdict) -> Markup:
    """What is to be mended, and what the notice was taken for."""
    said = filter(None, (understanding(verdict), sentence(verdict.provisional)))
    return element("p", {"class": "gist"}, element("strong", {}, gist(verdict)), *(f" {each}" for each in said))


def _coverage(verdict: Verdict, key: str) -> Markup:
    """Exemption by what it owes; below it the disclaimer, which serves the whole notice."""
    if not verdict.engagements:
        return NOTHING
    heads = [element("th", {"scope": "col"}, name) for name in ("Relied on", *PARTS.values())]
    rows = [_engagement(each, verdict, key) for each in verdict.engagements]
    if verdict.disclaimer:
        head = element("th", {"scope": "row"}, "No-inference disclaimer", element("small", {}, "for the whole notice"))
        rows.append(element("tr", {}, head, _state(verdict.disclaimer, _told_of(verdict, key, None), "4")))
    table = element(
        "table",
        {"class": "coverage"},
        element("thead", {}, element("tr", {}, *heads)),
        element("tbody", {}, *rows),
    )
    title = element("h3", {"id": f"{key}-coverage"}, "What it relies on, and what it gives")
    return element("section", {"class": "given", "aria-labelledby": f"{key}-coverage"}, title, table)


def _engagement(engagement: Reliance, verdict: Verdict, key: str) -> Markup:
    title = element("small", {}, engagement.title)
    law = (
        element("a", {"href": engagement.source}, provisions(engagement))
        if engagement.source
        else provisions(engagement)
    )
    cells = [_state(engagement.state(part), _leads_to(engagement, part, verdict, key)) for part in PARTS]
    return element("tr", {}, element("th", {"scope": "row"}, law, title), *cells)


def _state(state: State, target: str, columns: str = "1") -> Markup:
    sign, words = STATES[state]
    said: Child = joined(element("span", {"class": "state", "aria-hidden": "true"}, sign), words) if sign else words
    if target:
        said = element("a", {"href": f"#{target}"}, said)
    return element("td", {"class": state, **({"colspan": columns} if columns != "1" else {})}, said)


def _leads_to(engagement: Reliance, part: Part, verdict: Verdict, key: str) -> str:
    """Where a state can be looked up: the words that give the part, or the finding that misses it."""
    state = engagement.state(part)
    if state is State.ABSENT:
        return _told_of(verdict, key, engagement.exemption, f"missing-{part}")
    spans = [each.span for each in engagement.evidence if each.part is part and each.span]
    return f"{key}-b{spans[0].block}" if spans and verdict.transcript and state is State.PRESENT else ""


def _told_of(verdict: Verdict, key: str, number: str | None, rule: str = "missing-disclaimer") -> str:
    """The finding of a rule about an exemption (None: about the notice); "" where there is none."""
    for each in marked(verdict, key):
        if (each.finding.rule, each.finding.exemption) == (rule, number):
            return each.told
    return ""


def _findings(verdict: Verdict, key: str) -> Markup:
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
