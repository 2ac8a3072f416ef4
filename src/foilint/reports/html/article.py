"""One notice on the page: what it is, what it relies on and gives, what to mend, and its own text."""

from foilint.notice import Part, State
from foilint.report import Reliance, Verdict
from foilint.reports.html.draft import draft, marked
from foilint.reports.html.findings import findings
from foilint.reports.html.markup import NOTHING, Child, Markup, element, joined, lines
from foilint.reports.html.wording import (
    PARTS,
    STATES,
    file_name,
    gist,
    provisions,
    sentence,
    understanding,
)


def article(verdict: Verdict, key: str, back: Markup) -> Markup:
    """A notice, with `back` as the way out of it."""
    text = draft(verdict, key)
    title = element("h2", {"id": f"{key}-title", "dir": "auto"}, file_name(verdict.path))
    return element(
        "article",
        {"id": key, "class": "notice" if text else "notice brief", "aria-labelledby": f"{key}-title"},
        lines(
            element("header", {}, title, _about(verdict)),
            _coverage(verdict, key),
            findings(verdict, key),
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
