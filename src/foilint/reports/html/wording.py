"""How the page puts things: in whole words, for readers who have never seen foilint."""

import os

from foilint.finding import Severity
from foilint.notice import Kind, Part, Response, State
from foilint.report import Reliance, Status, Summary, Verdict, summarise
from foilint.reports.html.markup import Markup, element, joined
from foilint.reports.margin import numbers
from foilint.reports.text import counted

PARTS = {
    Part.HARM: "Harm",
    Part.FOR: "Factors for",
    Part.AGAINST: "Factors against",
    Part.BALANCE: "Balance",
}
STATES = {
    State.PRESENT: ("✓", "given"),
    State.ABSENT: ("✗", "missing"),
    State.NOT_OWED: ("", "not owed"),
    State.ELSEWHERE: ("↗", "in another file"),
}
WEIGHTS = {
    Severity.ERROR: "Error",
    Severity.WARNING: "Warning",
    Severity.ADVICE: "Advice",
}
KINDS = {
    Kind.LETTER: "a letter",
    Kind.ANNEX: "an annex with the public interest test",
    Kind.PAGE: "a page of a disclosure log",
}
RESPONSES = {
    Response.NCND: "neither confirms nor denies that the information is held",
    Response.PARTIAL_NCND: "in part neither confirms nor denies that the information is held",
    Response.WITHHELD: "withholds information",
    Response.BAR: "refuses the request as a whole",
    Response.EXTENSION: "takes more time to weigh the public interest",
    Response.NOT_A_REFUSAL: "refuses nothing",
}


def headline(verdicts: tuple[Verdict, ...], summary: Summary) -> str:
    """The page's title: what is to be mended, in how many notices."""
    found = counted(summary)
    if not verdicts:
        return "no notice was checked"
    if len(verdicts) == 1:
        return f"{_to_mend(verdicts[0])} in {os.path.basename(verdicts[0].path)}"
    faulty = sum(bool(verdict.findings) for verdict in verdicts)
    return f"{faulty} of {len(verdicts)} files need a look" + (f": {found}" if found else "")


def gist(verdict: Verdict) -> str:
    """How much there is to mend in a file, in a sentence."""
    if verdict.status is Status.UNREADABLE:
        return "This file could not be read, so it was not checked."
    if verdict.status is Status.NOT_A_NOTICE:
        return "Nothing in this file reads as a refusal, so nothing was checked."
    if verdict.status is Status.SETTINGS:
        return "This is no notice: it holds entries that nothing needs any more."
    found = counted(summarise((verdict,)))
    return f"To mend: {found}." if verdict.findings else "Nothing to mend."


def understanding(verdict: Verdict) -> str:
    """What a notice is and does, in a sentence; "" where it is none."""
    if not verdict.kind or not verdict.response:
        return ""
    relied = [provision for each in verdict.engagements for provision in each.provisions]
    on = f", relying on {numbers(verdict.engagements[0].unit, relied)}" if relied else ""
    return f"It was read as {KINDS[verdict.kind]} that {RESPONSES[verdict.response]}{on}."


def provisions(engagement: Reliance) -> str:
    """The provisions relied on under an exemption: "sections 24(1) and 24(2)"."""
    return numbers(engagement.unit, list(engagement.provisions))


def exemption(number: str, verdict: Verdict) -> str:
    """An exemption as the notice cites it, with its title; its number alone where it is not relied on."""
    for engagement in verdict.engagements:
        if engagement.exemption == number:
            return f"{provisions(engagement)}, {engagement.title}"
    return number


def sentence(words: str) -> str:
    """Words with a capital and a stop."""
    return words[:1].upper() + words[1:] + ("" if words[-1:] in ".!?:…" else ".") if words else ""


def file_name(path: str) -> Markup:
    """A path as a name, with its folder before it in small; it may break behind each slash."""
    folder, slash, name = path.rpartition("/")
    if not slash:
        return joined(path)
    breakable = joined(*(joined(f"{step}/", element("wbr", {})) for step in folder.split("/")))
    return joined(element("small", {"class": "folder"}, breakable), " ", name)


def _to_mend(verdict: Verdict) -> str:
    count = len(verdict.findings)
    if not count:
        return "nothing to mend"
    return f"{count} thing{'s' * (count > 1)} to mend"
