"""What was understood of a notice, in one line, so that silence is known to mean "checked"."""

from foilint.notice import Part, Response, State
from foilint.report import Reliance, Status, Verdict

RESPONSES = {
    Response.NCND: "neither confirmed nor denied",
    Response.PARTIAL_NCND: "in part neither confirmed nor denied",
    Response.WITHHELD: "withheld",
    Response.BAR: "refused",
    Response.EXTENSION: "more time taken",
    Response.NOT_A_REFUSAL: "no refusal",
}
PARTS = ((Part.HARM, "harm"), (Part.FOR, "factors for"), (Part.AGAINST, "factors against"), (Part.BALANCE, "balance"))


def understood(verdict: Verdict) -> str:
    """What was understood: "sections 24(2), 31(3) neither confirmed nor denied; harm, factors, balance found"."""
    if verdict.status is Status.UNREADABLE:
        return "not checked"
    if verdict.status is Status.NOT_A_NOTICE:
        return "not understood as a notice"
    if verdict.status is Status.SETTINGS:
        return "holds what nothing needs"
    response = RESPONSES[verdict.response or Response.NOT_A_REFUSAL]
    clauses = [f"{_provisions(verdict.engagements)} {response}".strip(), *_parts(verdict)]
    if verdict.provisional:
        clauses.append(f"provisional: {verdict.provisional}")
    return "; ".join(clauses)


def _provisions(engagements: tuple[Reliance, ...]) -> str:
    printed = (provision for engagement in engagements for provision in engagement.provisions)
    provisions = [provision.rpartition(" ")[2] for provision in printed]  # "reg 12(5)(b)": the unit says it once
    if not provisions:
        return ""
    unit = engagements[0].unit + ("s" if len(provisions) > 1 else "")
    return f"{unit} {', '.join(provisions)}"


def _parts(verdict: Verdict) -> list[str]:
    """The clauses on what was found, what is missing and what is elsewhere."""
    states = {State.PRESENT: "found", State.ABSENT: "missing", State.ELSEWHERE: "elsewhere"}
    clauses = [f"{', '.join(names)} {word}" for state, word in states.items() if (names := _named(verdict, state))]
    if not clauses and verdict.engagements:
        return ["no public interest test owed" + " yet" * (verdict.response is Response.EXTENSION)]
    return clauses


def _named(verdict: Verdict, state: State) -> list[str]:
    names: list[str] = []
    for part, name in PARTS:
        holders = [each for each in verdict.engagements if each.state(part) is state]
        owing = [each for each in verdict.engagements if each.state(part) is not State.NOT_OWED]
        if holders:
            numbers = "" if len(holders) == len(owing) else f" ({', '.join(each.exemption for each in holders)})"
            names.append(name + numbers)
    if names[:3].count("factors for") and "factors against" in names:
        names[names.index("factors for")] = "factors"
        names.remove("factors against")
    if verdict.disclaimer is state:
        names.append("disclaimer")
    return names
