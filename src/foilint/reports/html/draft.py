"""The notice's own text, block by block: what each part was taken for beside it, every finding marked in its words."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from foilint.document import Block
from foilint.finding import Finding
from foilint.notice import Region
from foilint.report import Verdict
from foilint.reports.html.markup import NOTHING, Child, Markup, element
from foilint.reports.html.stretches import Laid, Stretch, stretches
from foilint.reports.margin import SINGLE_WORDS, margin
from foilint.reports.wrapping import unwrapped
from foilint.transcript import Recognised, Role, Transcript
from foilint.values import NamedTuple

SHADES = {
    Role.HARM: "harm",
    Role.FOR: "for",
    Role.AGAINST: "against",
    Role.BALANCE: "balance",
    Role.STATEMENT: "ncnd",
    Role.NOT_HELD: "ncnd",
    Role.DISCLAIMER: "disclaimer",
    Role.CLAIM: "claim",
}
"""The roles that have a shade of their own; the others are only named in the margin."""

SET_ASIDE = frozenset((Region.REQUEST, Region.QUOTATION, Region.FURNITURE))


class Marked(NamedTuple):
    """A finding on the page: its number, and the ids of where it is told and of its mark in the text ("": none)."""

    number: int
    finding: Finding
    told: str
    mark: str


class Line(NamedTuple):
    """A block with all that is to be shown of it."""

    block: Block
    region: Region
    here: tuple[Recognised, ...]
    marks: list[Marked]
    name: str  # its id
    unit: str  # what the law calls its provisions


def marked(verdict: Verdict, key: str) -> tuple[Marked, ...]:
    """Every finding of a notice, with its number."""
    return tuple(
        Marked(number, finding, f"{key}-f{number}", f"{key}-m{number}" if finding.span and verdict.transcript else "")
        for number, finding in enumerate(verdict.findings, start=1)
    )


def draft(verdict: Verdict, key: str) -> Markup:
    """The text of a notice; nothing where the verdict does not hold it."""
    if verdict.transcript is None or not verdict.transcript.blocks:
        return NOTHING
    unit = verdict.engagements[0].unit if verdict.engagements else ""
    drawn = _lines(verdict.transcript, marked(verdict, key), key, unit)
    return element(
        "section",
        {"class": "draft", "aria-labelledby": f"{key}-text"},
        element("h3", {"id": f"{key}-text"}, "The notice as foilint reads it"),
        _legend(verdict.transcript),
        element("div", {"class": "sheet"}, *_laid_out(drawn)),
    )


def _lines(transcript: Transcript, marks: Sequence[Marked], key: str, unit: str) -> list[Line]:
    found: list[list[Marked]] = [[] for _ in transcript.blocks]
    for each in marks:
        if each.finding.span:
            found[each.finding.span.block].append(each)
    rows = zip(transcript.blocks, transcript.regions, transcript.by_block(), found, strict=True)
    return [Line(*row, f"{key}-b{index}", unit) for index, row in enumerate(rows)]


def _legend(transcript: Transcript) -> Markup:
    shades = dict.fromkeys(SHADES[each.role] for each in transcript.recognised if each.role in SHADES)
    names = {shade: " or ".join(role for role, known in SHADES.items() if known == shade) for shade in shades}
    items = [
        element("li", {}, element("span", {"class": f"tint {shade}"}, name[0].upper() + name[1:]))
        for shade, name in names.items()
    ]
    return element("ul", {"class": "legend", "aria-label": "What the colours mean"}, *items) if items else NOTHING


def _laid_out(drawn: list[Line]) -> Iterator[Child]:
    """Blocks one under another, those of a table in their rows and columns; a letter's annexes under their names."""
    before, path = "", ""
    for (own, table), group in groupby(
        drawn, lambda each: (each.block.path, each.block.cell and each.block.cell.table)
    ):
        rendered: list[tuple[Line, Markup]] = []
        for each in group:
            named = margin(each.block, each.region, each.here, each.unit)
            rendered.append((each, _paragraph(each, named if named != before else "")))
            before = named
        if own != path:
            path = own
            yield element("p", {"class": "annex"}, f"annex: {path}")
        yield from (_table(rendered),) if table else (markup for _, markup in rendered)


def _table(members: list[tuple[Line, Markup]]) -> Markup:
    rows = groupby(members, lambda each: each[0].block.cell and each[0].block.cell.row)
    return element("div", {"class": "scroll"}, element("table", {}, *(_row(list(row)) for _, row in rows)))


def _row(members: list[tuple[Line, Markup]]) -> Markup:
    cells = groupby(members, lambda each: each[0].block.cell and each[0].block.cell.column)
    return element("tr", {}, *(element("td", {}, *(markup for _, markup in cell)) for _, cell in cells))


def _paragraph(line: Line, named: str) -> Markup:
    block = line.block
    marker = element("span", {"class": "marker"}, block.marker, " ") if block.marker else NOTHING
    name = f"h{min(3 + block.level, 6)}" if block.level else "p"
    return element(
        "div",
        {"id": line.name, "class": " ".join(("block", *_classes(line)))},
        element("p", {"class": "margin"}, named) if named else NOTHING,
        element(name, {"class": "words", "dir": "auto"}, marker, *_words(line)),
    )


def _classes(line: Line) -> Iterator[str]:
    if line.region in SET_ASIDE:
        yield "aside"
    if line.block.level or line.block.stands_out:
        yield "heading"
    if line.block.depth:
        yield f"depth-{min(line.block.depth, 4)}"
    shades = dict.fromkeys(
        SHADES[each.role] for each in line.here if each.role in SHADES and each.role not in SINGLE_WORDS
    )
    yield from list(shades)[:1]


def _words(line: Line) -> Iterator[Child]:
    """The text of a block: each stretch in the shade of what it is, marked where findings are about it."""
    text = unwrapped(line.block.text)
    laid: list[Laid[Recognised | Marked | str]] = [Laid(each.span.start, each.span.end, each) for each in line.here]
    laid += [Laid(start, end, "ins") for start, end in line.block.inserted]
    laid += [Laid(span.start, span.end, each) for each in line.marks if (span := each.finding.span)]
    for stretch in stretches(len(text), laid):
        yield _stretch(text[stretch.start : stretch.end], stretch)
        yield from (_reference(each) for each in stretch.ends if isinstance(each, Marked))


def _stretch(words: str, stretch: Stretch[Recognised | Marked | str]) -> Child:
    piece: Child = words
    if "ins" in stretch.holds:
        piece = element("ins", {}, piece)
    roles = (each.role for each in stretch.holds if isinstance(each, Recognised))
    if shades := dict.fromkeys(SHADES[role] for role in roles if role in SHADES):
        piece = element("span", {"class": f"tint {' '.join(shades)}"}, piece)
    for each in stretch.holds:
        if isinstance(each, Marked):
            begins = {"id": each.mark} if each in stretch.begins else {}
            piece = element("mark", {"class": each.finding.severity, **begins}, piece)
    return piece


def _reference(each: Marked) -> Markup:
    """The number of a finding behind its words, which leads to it."""
    label = f"finding {each.number}, {each.finding.severity}: {each.finding.rule}"
    attributes = {"class": f"ref {each.finding.severity}", "href": f"#{each.told}", "aria-label": label}
    return element("a", attributes, str(each.number))
