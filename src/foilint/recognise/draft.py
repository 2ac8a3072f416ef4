"""The draft cut into words, and what it is read with: the lexicon, the laws and the names of exemptions."""

from foilint import wording
from foilint.document import Document, Layer
from foilint.functional import cache
from foilint.law import Law, laws
from foilint.notice import Region
from foilint.recognise import citations, outline, regions
from foilint.recognise.acts import Shelf
from foilint.recognise.citations import Cited
from foilint.recognise.labels import Label
from foilint.recognise.lexicon import Lexicon
from foilint.recognise.titles import Titles
from foilint.recognise.words import Line
from foilint.values import Any, NamedTuple


class Eyes(NamedTuple):
    """What reading needs beside the draft: the words and the laws. Made once."""

    lexicon: Lexicon
    shelf: Shelf
    titles: Titles


@cache
def eyes() -> Eyes:
    """The built-in words and laws."""
    return open_eyes(wording.tables(), laws())


def open_eyes(tables: dict[str, Any], all_laws: tuple[Law, ...]) -> Eyes:
    """Words and laws ready for use, the presumed law first. `tables` are what `wording.arrange` made of those laws."""
    ordered = tuple(sorted(all_laws, key=lambda law: law.regime != tables["presumed"]))
    lexicon = Lexicon(tables)
    return Eyes(lexicon, Shelf(ordered, lexicon.bits), Titles(ordered))


class Draft(NamedTuple):
    """A document cut into words, with what each line cites, says as a heading, and whose words it holds."""

    document: Document
    lines: tuple[Line, ...]
    cites: tuple[tuple[Cited, ...], ...]
    headings: tuple[Label | None, ...]
    regions: tuple[Region, ...]

    @property
    def headed(self) -> tuple[bool, ...]:
        """Which lines are headings."""
        return tuple(label is not None for label in self.headings)

    def let_go(self) -> None:
        """Free what it holds at once: nobody reads it any more."""
        for line in self.lines:
            line.let_go()


def cut(document: Document, sight: Eyes) -> Draft:
    """Cut a document into words and find its citations, headings and regions."""
    lexicon = sight.lexicon
    lines = tuple(Line(n, block, lexicon) for n, block in enumerate(document.blocks))
    cites = tuple(tuple(citations.find(line, sight.shelf)) for line in lines)
    greeting = next((line.index for line in lines if line.tokens[:1] == ["dear"]), -1)
    headings = tuple(
        outline.heading(line, own, lexicon) if line.index > greeting else outline.letterhead(line)
        for line, own in zip(lines, cites, strict=True)
    )
    whose = tuple(regions.find(lines, headings, lexicon))
    heard = tuple(
        None if region is Region.FURNITURE or _is_asked(line, region) else label
        for line, label, region in zip(lines, headings, whose, strict=True)
    )
    return Draft(document, lines, cites, heard, whose)


def _is_asked(line: Line, region: Region) -> bool:
    """Whether a line is quoted from the request, where nothing heads an argument of ours."""
    return region is Region.REQUEST and line.block.layer is Layer.QUOTED
