"""Labels that name another exemption than their number does, and the purposes that complete a limb."""

from collections.abc import Sequence

from foilint.notice import Engagement, Mistitle, Region
from foilint.recognise.draft import Draft, Eyes
from foilint.recognise.engagements import Reliance
from foilint.recognise.relying import Relied
from foilint.recognise.titles import contains
from foilint.recognise.words import Line

LONGEST = 14  # tokens of a label
NAMING = 5  # tokens from a provision to "headed" or "entitled"


def mistitles(draft: Draft, relied: Relied, sight: Eyes) -> tuple[Mistitle, ...]:
    """Labels directly beside an engaged citation that name another exemption of the same law, not its own."""
    found: dict[str, Mistitle] = {}
    relying = {r.exemption.number: r for r in relied.reliances}
    for line, cites, region in zip(draft.lines, draft.cites, draft.regions, strict=True):
        if region is not Region.RESPONSE:
            continue
        for n, cite in enumerate(cites):
            number = relied.engaged.get((line.index, cite.start))
            if number is None or number in found:
                continue
            following = cites[n + 1].start if n + 1 < len(cites) else len(line.tokens)
            for end in (
                cite.end,
                _after_law(line, cite.after, sight),
            ):  # beside the number, or after the name of the law
                label = _label(line, _past_naming(line, end, sight), min(following, end + LONGEST + 3))
                other = _another(line, label, relying[number], sight) if label else None
                earlier = {c.path[0] for c in cites[:n]}  # "Sections 24 and 31: national security; law enforcement"
                if other and other.belongs_to not in earlier:
                    found[number] = other
    return tuple(found.values())


def _after_law(line: Line, after: int, sight: Eyes) -> int:
    """Where a bracket opens or a comma stands after the name of the law that follows a citation; else the end."""
    near = line.tokens[after : after + LONGEST]
    at = next((after + n for n, token in enumerate(near) if token in ("(", ",")), len(line.tokens))
    names = sight.lexicon.mask("law-name", "act-word")
    named = line.mask & names and any(mask & names for mask in line.masks[after:at])
    return at if named and not {";", "."} & set(line.tokens[after:at]) else len(line.tokens)


def _past_naming(line: Line, start: int, sight: Eyes) -> int:
    """Where a label starts that words lead up to: "section 43(2), which is headed legal professional privilege"."""
    called = sight.lexicon.mask("called-by")
    if not line.mask & called:
        return start
    reach = range(start, min(start + NAMING, len(line.tokens)))
    return next((at + 1 for at in reach if line.masks[at] & called), start)


def _label(line: Line, start: int, end: int) -> tuple[int, int] | None:
    """The tokens from `start` that may be a label: after a dash, a bracket, a colon or a space, up to the next sign."""
    tokens = line.tokens
    while start < end and tokens[start] in OPENERS:
        start += 1
    stop = start
    while stop < end and tokens[stop] not in CLOSERS and tokens[stop][0] not in ".;":
        stop += 1
    return (start, stop) if stop > start else None


OPENERS = frozenset(["-", ":", "(", ",", "'", '"', "[", "|"])
CLOSERS = frozenset([")", "]", ":", ";", "|"])


def _another(line: Line, label: tuple[int, int], reliance: Reliance, sight: Eyes) -> Mistitle | None:
    start, stop = label
    number = reliance.exemption.number
    own = sight.titles.of(reliance.law, reliance.exemption)
    words = line.tokens[start:stop]
    if any(contains(words, titled.words) for titled in own):
        return None
    for at in range(start, min(start + 2, stop)):
        if names := sight.titles.at(line.tokens, at, reliance.law):
            if any(t.number == number for t in names) or (len(names[0].words) == 1 and stop - at > 2):
                return None
            return Mistitle(number, line.span(at, at + len(names[0].words)), names[0].number)
    return None


def purposes(draft: Draft, engaged: Sequence[Engagement]) -> frozenset[str]:
    """The engaged exemptions with a limb that needs a purpose, where the notice names one by number or in words."""
    named: set[str] = set()
    having = [(engagement, purpose) for engagement in engaged if (purpose := engagement.exemption.purpose)]
    if not having:
        return frozenset()
    response = zip(draft.lines, draft.regions, strict=True)
    spoken = "\n".join([" ".join(line.tokens) for line, region in response if region is Region.RESPONSE])
    for engagement, purpose in having:
        numbers = any(
            cite.path[: len(purpose.listed_in)] == purpose.listed_in and len(cite.path) > len(purpose.listed_in)
            for cites in draft.cites
            for cite in cites
        )
        if numbers or any(words in spoken for words in purpose.words):
            named.add(engagement.number)
    return frozenset(named)
