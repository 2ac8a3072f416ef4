"""What would reach the applicant beside the text: changes, comments, hidden words, names, content that was not read."""

from collections.abc import Iterator

from foilint.document import Document, Mark, MarkKind, Span
from foilint.finding import Complaint, Severity
from foilint.notice import Notice
from foilint.rules.rule import rule

FAMILY = "document"

_CHANGES = {MarkKind.INSERTION: "inserted", MarkKind.DELETION: "deleted", MarkKind.MOVE: "moved"}
_LONGEST_QUOTE = 60


@rule(Severity.ERROR, family=FAMILY)
def tracked_change(notice: Notice) -> Iterator[Complaint]:
    """A change is tracked that nobody has accepted or rejected.

    Whoever opens the file can see what was deleted, what was put in its place, when and by whom: the drafting of a
    refusal, and sometimes the very information it withholds. foilint checks the text as if every change were accepted.

    Practice: ICO, "How to disclose information safely": accept or reject every change, then save a clean copy.
    """
    for block, marks in _by_block(notice.document, *_CHANGES):
        told = [f"{_CHANGES[mark.kind]} {_quoted(mark.text) or 'a paragraph break'}" for mark in marks]
        message = f"tracked changes{_by(marks)}: {_listed(told)}; accept or reject them before the notice goes out"
        yield _complaint(notice.document, block, marks[0], message)


@rule(Severity.ERROR, family=FAMILY)
def comment(notice: Notice) -> Iterator[Complaint]:
    """A review comment is left in the file.

    Comments are written for colleagues. They may say what the notice refuses to say.

    Practice: ICO, "How to disclose information safely": delete all comments, the resolved ones too.
    """
    for block, marks in _by_block(notice.document, MarkKind.COMMENT):
        quoted = [_quoted(mark.text) for mark in marks if mark.text.strip()]
        message = f"review comment{_by(marks)}: {_listed(quoted) or 'empty'}; delete it before the notice goes out"
        yield _complaint(notice.document, block, marks[0], message)


@rule(Severity.ERROR, family=FAMILY)
def hidden_text(notice: Notice) -> Iterator[Complaint]:
    """The file holds words that are not seen: hidden, white on white, black on black, or too small.

    The applicant finds them by selecting the page, copying it, or showing hidden text. foilint does not count them as
    part of the notice.

    Practice: ICO, "How to disclose information safely": hidden or covered text is disclosed with the file.
    """
    for block, marks in _by_block(notice.document, MarkKind.HIDDEN):
        reasons = ", ".join(dict.fromkeys(mark.note or "hidden" for mark in marks))
        quoted = _listed([_quoted(mark.text) for mark in marks])
        message = f"words that are not seen ({reasons}): {quoted}; delete them, or let them be seen"
        yield _complaint(notice.document, block, marks[0], message)


@rule(Severity.WARNING, family=FAMILY)
def highlight(notice: Notice) -> Iterator[Complaint]:
    """Words are highlighted.

    Highlighting marks what is still to be settled, or what was to be redacted.

    Practice: a notice goes out as plain text, with every query answered.
    """
    for block, marks in _by_block(notice.document, MarkKind.HIGHLIGHT):
        quoted = _listed([_quoted(mark.text) for mark in marks])
        message = f"highlighted: {quoted}; settle what it marks, then take the highlighting away"
        yield _complaint(notice.document, block, marks[0], message)


@rule(Severity.ADVICE, family=FAMILY)
def author_metadata(notice: Notice) -> Iterator[Complaint]:
    """The file's properties name its author, last editor, company, manager, labels or template.

    They go out with the file. Junior officers are often entitled to anonymity, and a template's path tells of systems.

    Practice: ICO, "How to disclose information safely": inspect the document and remove its properties.
    """
    marks = [mark for mark in notice.document.marks if mark.kind is MarkKind.METADATA]
    if marks:
        told = _listed([f"{mark.note} {_quoted(mark.text)}" for mark in marks])
        yield Complaint(f"the file's properties tell of {told}; remove them before the notice goes out")


@rule(Severity.WARNING, family=FAMILY)
def unread_content(notice: Notice) -> Iterator[Complaint]:
    """Something in the file may hold words that foilint cannot read.

    A picture without alternative text, a chart or an embedded file was not checked, and an applicant who cannot see it
    reads nothing either.

    Practice: the accessibility regulations for public bodies ask for alternative text; an embedded file goes out whole,
    hidden sheets and all.
    Not asked of: the crest of a letterhead.
    """
    for block, marks in _by_block(notice.document, MarkKind.UNREAD):
        what = _listed([_article(note) for note in dict.fromkeys(mark.note or "something" for mark in marks)])
        advice = "read it yourself, and describe it in its alternative text or put its words into the notice"
        yield _complaint(notice.document, block, marks[0], f"foilint cannot read {what} that stands here; {advice}")


def _by_block(document: Document, *kinds: MarkKind) -> Iterator[tuple[int | None, list[Mark]]]:
    """The marks of some kinds, gathered by the block that they stand at: one finding for each place is enough."""
    gathered: dict[int | None, list[Mark]] = {}
    for mark in document.marks:
        if mark.kind in kinds:
            gathered.setdefault(mark.block, []).append(mark)
    yield from gathered.items()


def _complaint(document: Document, block: int | None, mark: Mark, message: str) -> Complaint:
    """A complaint about a mark: at its words where they stand in the text, else at its block with its words quoted."""
    if block is None:
        return Complaint(message, excerpt=mark.text)
    text = document.blocks[block].text
    words = mark.text.strip()
    start = text.find(words) if words else -1
    if start < 0:
        return Complaint(message, None, Span(block, 0, len(text)), words)
    return Complaint(message, None, Span(block, start, start + len(words)))


def _by(marks: list[Mark]) -> str:
    authors = list(dict.fromkeys(mark.note for mark in marks if mark.note))
    return f" by {_listed(authors)}" if authors else ""


def _quoted(text: str) -> str:
    """Words in quotation marks, cut where they grow long; "" for none."""
    words = " ".join(text.split())
    return f'"{words[:_LONGEST_QUOTE].rstrip()}{" …" if len(words) > _LONGEST_QUOTE else ""}"' if words else ""


def _listed(things: list[str]) -> str:
    """Things in a row: a; a and b; a, b, c and 3 more."""
    things = [thing for thing in things if thing]
    if len(things) > 4:
        things = [*things[:3], f"{len(things) - 3} more"]
    return " and ".join(filter(None, (", ".join(things[:-1]), *things[-1:])))


def _article(noun: str) -> str:
    return f"{'an' if noun[:1] in 'aeiou' else 'a'} {noun}"


RULES = (tracked_change, comment, hidden_text, highlight, author_metadata, unread_content)
