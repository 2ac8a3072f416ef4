"""A draft as read: blocks of text and where they stand. Formats end here; nothing in this file knows any law.

Readers turn bytes into a `Document`. Everything after them asks only for blocks, so a notice means the same
whether it was drafted in Word, LibreOffice, HTML, Markdown or a plain text editor.
"""

from foilint.values import NamedTuple, StrEnum


class Layer(StrEnum):
    """Which layer of the draft a block lies on."""

    BODY = "body"
    BOX = "text box"
    HEADER = "header"
    FOOTER = "footer"
    NOTE = "note"  # a footnote or endnote
    QUOTED = "quoted"  # marked up as somebody else's words: <blockquote>, "> ", an e-mail's history
    FURNITURE = "furniture"  # site navigation, cookie banners, page numbers: never part of the letter


class MarkKind(StrEnum):
    """What a draft holds beside the text that would be sent."""

    INSERTION = "insertion"
    DELETION = "deletion"
    MOVE = "move"
    COMMENT = "comment"
    HIDDEN = "hidden"
    HIGHLIGHT = "highlight"
    METADATA = "metadata"
    UNREAD = "unread"
    PLACEHOLDER = "placeholder"  # the prompt of a content control that nobody has filled in


class Origin(NamedTuple):
    """From `offset` of a block's text on, the characters stand in the source at `line` and `column` (from 1)."""

    offset: int
    line: int
    column: int


class Cell(NamedTuple):
    """Where a block stands in a table, all numbers from 1; `heads` is true for a cell that heads a column or row."""

    table: int
    row: int
    column: int
    heads: bool = False


class Block(NamedTuple):
    r"""One paragraph, heading, list item or table cell.

    `text` is what a reader of the sent letter sees: soft hyphens and deleted text are gone, a wrapped line or a soft
    break is one "\n", a no-break space is a space; quotes and dashes stand as typed. `level` is 1 to 9 where the
    format itself says "heading" (a style, `<h2>`, `## `), otherwise 0. `stands_out` says that a paragraph only looks
    like one: all bold, underlined or in capitals; in plain text, a short line of its own. `lead` is the length of an
    emphasised opening (a bold run-in label), 0 where there is none. `marker` is a list item's number or bullet as
    shown ("(a)", "3.1", "•"), not part of `text`.
    """

    text: str
    origins: tuple[Origin, ...] = ()
    level: int = 0
    stands_out: bool = False
    lead: int = 0
    marker: str = ""
    depth: int = 0
    cell: Cell | None = None
    layer: Layer = Layer.BODY
    paragraph: int | None = None  # Word and OpenDocument: the number of the paragraph in its layer, from 1
    name: str = ""  # of a part that is not the body: "footnote 2", "header", "text box"
    inserted: tuple[tuple[int, int], ...] = ()  # ranges of `text` that stand in an unaccepted insertion
    path: str = ""  # the annex a block comes from, where several files are read as one notice; "" in the first of them

    def line_and_column(self, offset: int) -> tuple[int, int] | None:
        """The source line and column (both from 1) of `text[offset]`; None where the format has no lines."""
        if not self.origins:
            return None
        from bisect import bisect_right  # a module to be loaded, for findings alone

        origin = self.origins[max(0, bisect_right(self.origins, (offset, 1 << 60, 0)) - 1)]
        return origin.line, origin.column + max(0, offset - origin.offset)


class Span(NamedTuple):
    """Words of a document: `text[start:end]` of the block with that index."""

    block: int
    start: int
    end: int


class Mark(NamedTuple):
    """Something in the draft that is not its text.

    `text` quotes it, `block` is the nearest block, if any; `note` says who or what.
    `heading` and `paragraph` serve where no block survives (a deleted paragraph).
    """

    kind: MarkKind
    text: str
    block: int | None = None
    note: str = ""


class Document(NamedTuple):
    """A draft as read. `path` is shown to people as given; `format` is the reader's name ("docx", "html", "text" …)."""

    path: str
    format: str
    blocks: tuple[Block, ...]
    marks: tuple[Mark, ...] = ()
    provisional: str = ""  # why what was read may be incomplete ("text extracted from a PDF"), for people
    attachments: tuple["Document", ...] = ()  # the drafts that an e-mail carries

    def words(self, span: Span) -> str:
        """The words of a span, as the officer wrote them."""
        return self.blocks[span.block].text[span.start : span.end]


class Unreadable(Exception):
    """A file that cannot be read as a draft: `cause` says why in one clause, `advice` what to do about it."""

    def __init__(self, cause: str, advice: str) -> None:
        super().__init__(f"{cause}; {advice}")
        self.cause = cause
        self.advice = advice

    def __reduce__(self) -> tuple[type["Unreadable"], tuple[str, str]]:
        return Unreadable, (self.cause, self.advice)
