"""A notice as understood: what it relies on and why foilint thinks so, what it gives, what each block was taken for."""

from collections.abc import Iterator
from itertools import groupby

from foilint.document import Block
from foilint.report import Verdict
from foilint.reports.look import Look
from foilint.reports.margin import margin
from foilint.reports.paint import BOLD, CYAN, DIM, painted
from foilint.reports.terminal import matrix
from foilint.reports.text import printable
from foilint.reports.understood import RESPONSES, understood
from foilint.reports.wrapping import clipped, filled, wrapped
from foilint.transcript import Role, Transcript

PLACE = 6  # cells for the number of a line or paragraph
WORDED = 9  # and with the word before it


def outline(verdict: Verdict, look: Look) -> Iterator[str]:
    """The outline of a notice in pieces."""
    yield painted(printable(verdict.path), look, BOLD) + "\n"
    about = (verdict.kind, verdict.regime, RESPONSES[verdict.response] if verdict.response else understood(verdict))
    yield from _indented(", ".join(filter(None, about)), look)
    if verdict.provisional:
        yield from _indented(f"provisional: {verdict.provisional}", look)
    transcript = verdict.transcript
    if transcript is None:
        yield from (line for finding in verdict.findings for line in _indented(finding.message, look))
        return
    if verdict.engagements:
        yield "\n"
        yield from matrix(verdict, look)
    yield from _citations("Relied on", Role.CLAIM, transcript, look)
    yield from _citations("Only mentioned", Role.MENTION, transcript, look)
    yield from _text(verdict, transcript, look)


def _citations(title: str, role: Role, transcript: Transcript, look: Look) -> Iterator[str]:
    """The provisions cited in a role: where, and on what evidence."""
    cited = [each for each in transcript.recognised if each.role is role]
    if not cited:
        return
    yield f"\n{painted(title, look, BOLD)}\n"
    width = max(len(", ".join(each.exemptions)) for each in cited)
    for each in cited:
        evidence = f"{filled(', '.join(each.exemptions), width)}  {each.why}".rstrip()
        words = " ".join(transcript.words(each.span).split())
        block = transcript.blocks[each.span.block]
        place = f"{'line' if block.origins else 'para'} {_place(block, each.span.start)}"
        yield f"  {place:<{WORDED}}  {clipped(f'{evidence}: “{words}”', look.width - WORDED - 4)}\n"


def _text(verdict: Verdict, transcript: Transcript, look: Look) -> Iterator[str]:
    """Every block on a line, under what it was taken for; a blank line ends what was taken for something."""
    unit = verdict.engagements[0].unit if verdict.engagements else ""
    rows = zip(transcript.blocks, transcript.regions, transcript.by_block(), strict=True)
    named = [(margin(block, region, here, unit), block) for block, region, here in rows if block.text.strip()]
    yield f"\n{painted('The text', look, BOLD)}\n"
    for number, (name, group) in enumerate(groupby(named, key=lambda each: each[0])):
        yield "\n" if number else ""
        if name:
            yield from (f"{painted(line, look, CYAN)}\n" for line in wrapped(f"{name}:", look.width))
        for _, block in group:
            yield _line(block, look)


def _line(block: Block, look: Look) -> str:
    words = " ".join(f"{block.marker} {block.text}".split())
    words = clipped("".join(sign if sign.isprintable() else "\ufffd" for sign in words), look.width - PLACE - 2)
    heading = block.level or block.stands_out
    place = f"{_place(block, 0):>{PLACE}}"
    return f"{painted(place, look, DIM)}  {painted(words, look, BOLD) if heading else words}\n"


def _place(block: Block, offset: int) -> str:
    """The number of a line or paragraph."""
    at = block.line_and_column(offset)
    return str(at[0] if at else block.paragraph or "")


def _indented(words: str, look: Look) -> Iterator[str]:
    yield from (f"  {line}\n" for line in wrapped(words, look.width - 2))
