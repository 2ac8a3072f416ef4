"""The words of one OpenDocument paragraph: what would be printed, and beside it what is changed, hidden or unread."""

from collections.abc import Callable, Mapping

from foilint.document import MarkKind
from foilint.readers.characters import as_read
from foilint.readers.look import Look
from foilint.readers.nodes import Node, child_of, words_of
from foilint.readers.opendocument_drawing import SHAPES, look_into
from foilint.readers.opendocument_styles import Style, Styles
from foilint.readers.words import Words
from foilint.values import ClassVar, NamedTuple

_PARAGRAPHS = frozenset(("text:p", "text:h"))


class Change(NamedTuple):
    """A tracked change: its kind, who made it, and the words that a deletion took out."""

    kind: MarkKind | None  # None: of formatting only
    author: str
    words: str = ""


class Flow:
    """What carries on from paragraph to paragraph through a part of the document."""

    def __init__(self, styles: Styles, changes: dict[str, Change]) -> None:
        self.styles = styles
        self.changes = changes
        self.notes: list[tuple[str, Node]] = []  # ("footnote", its body), in order
        self.inserting: dict[str, str] = {}  # the insertions that are open, and by whom
        self.unmarked: set[str] = set()  # those of them that have shown no words yet
        self.hidden = 0  # how many hidden sections are around


class Spans(Words):
    """Collects one paragraph."""

    def __init__(self, flow: Flow, style: Style, background: str) -> None:
        super().__init__(background)
        self.flow = flow
        self.style = style
        self.inserted = bool(flow.inserting)
        self._since = 0  # the piece with which the present insertion starts
        self._blank = True  # whether a blank would come after another, or first

    def paragraph(self, node: Node) -> None:
        """Read a text:p or text:h."""
        self._content(node[2], self.style.look)
        self._close_insertion()

    def _content(self, nodes: list[Node], look: Look) -> None:
        for node in nodes:
            if node[0]:
                self._READERS.get(node[0], Spans._through)(self, node, look)
            else:
                self._write(self._folded(node[1][""]), look)

    def _folded(self, text: str) -> str:
        """Words with each run of blanks as one: the format keeps further blanks in elements of their own."""
        text = text.replace("\n", " ").replace("\t", " ").replace("\r", " ")
        while "  " in text:
            text = text.replace("  ", " ")
        if self._blank:
            text = text.removeprefix(" ")
        return text

    def _write(self, text: str, look: Look) -> None:
        if text:
            self._blank = text[-1] in " \n"
            if self.flow.hidden:
                self.mark(MarkKind.HIDDEN, as_read(text), "hidden")
            else:
                self.write(text, look)

    def _through(self, node: Node, look: Look) -> None:
        self._content(node[2], look)

    def _nothing(self, node: Node, look: Look) -> None:
        pass

    def _span(self, node: Node, look: Look) -> None:
        name = node[1].get("text:style-name", "")
        self._content(
            node[2], self.flow.styles.look(self.style, self.flow.styles.style("text", name)) if name else look
        )

    def _spaces(self, node: Node, look: Look) -> None:
        count = node[1].get("text:c", "1")
        self._write(" " * (int(count) if count.isdecimal() and len(count) < 4 else 1), look)

    def _tab(self, _: Node, look: Look) -> None:
        self._write("\t", look)

    def _break(self, _: Node, look: Look) -> None:
        self._write("\n", look)

    def _note(self, node: Node, _: Look) -> None:
        body = child_of(node, "text:note-body")
        if body:
            self.flow.notes.append((node[1].get("text:note-class", "footnote"), body))

    def _comment(self, node: Node, _: Look) -> None:
        creator = child_of(node, "dc:creator")
        words = "\n".join(
            filter(None, (words_of(child) for child in node[2] if child[0] in {*_PARAGRAPHS, "text:list"}))
        )
        self.mark(MarkKind.COMMENT, as_read(words), words_of(creator).strip() if creator else "")

    def _deleted(self, node: Node, _: Look) -> None:
        change = self.flow.changes.get(node[1].get("text:change-id", ""))
        if change and change.kind is MarkKind.DELETION:
            self.mark(MarkKind.DELETION, as_read(change.words), change.author)

    def _insertion_starts(self, node: Node, _: Look) -> None:
        self._close_insertion()
        start_insertion(self.flow, node)
        self.inserted = bool(self.flow.inserting)
        self._since = len(self.pieces)

    def _insertion_ends(self, node: Node, _: Look) -> None:
        self._close_insertion()
        author = end_insertion(self.flow, node)
        if author is not None:
            self.mark(MarkKind.INSERTION, "", author)
        self.inserted = bool(self.flow.inserting)

    def _close_insertion(self) -> None:
        """Mark the words inserted so far."""
        if self.flow.inserting and len(self.pieces) > self._since:
            self.has_insertions = True
            self.flow.unmarked.clear()
            self.mark(
                MarkKind.INSERTION, self.since(self._since), next(iter(self.flow.inserting.values())), self._since
            )
            self._since = len(self.pieces)

    def _prompt(self, node: Node, _: Look) -> None:
        self.mark(MarkKind.PLACEHOLDER, words_of(node))

    def _control(self, node: Node, look: Look) -> None:
        if node[1].get("loext:showing-place-holder") == "true":
            self._prompt(node, look)
        else:
            self._content(node[2], look)

    def _hidden_words(self, node: Node, look: Look) -> None:
        if node[1].get("text:is-hidden") == "true":
            self.mark(MarkKind.HIDDEN, node[1].get("text:string-value", "") or words_of(node), "hidden")
        else:
            self._content(node[2], look)

    def _ruby(self, node: Node, look: Look) -> None:
        base = child_of(node, "text:ruby-base")
        self._content(base[2] if base else [], look)

    def _drawing(self, node: Node, _: Look) -> None:
        boxes, unread = look_into(node)
        self.boxes += boxes
        for what in unread:
            self.mark(MarkKind.UNREAD, "", what)

    _READERS: ClassVar[Mapping[str, Callable[["Spans", Node, Look], None]]] = {
        "text:span": _span,
        "text:s": _spaces,
        "text:tab": _tab,
        "text:line-break": _break,
        "text:note": _note,
        "text:ruby": _ruby,
        "text:change": _deleted,
        "text:change-start": _insertion_starts,
        "text:change-end": _insertion_ends,
        "text:placeholder": _prompt,
        "loext:content-control": _control,
        "text:hidden-text": _hidden_words,
        "office:annotation": _comment,
        **dict.fromkeys(("draw:a", "draw:g", "draw:frame", "draw:control", *SHAPES), _drawing),
        **dict.fromkeys(("text:hidden-paragraph", "text:script", "office:event-listeners"), _nothing),
    }


def start_insertion(flow: Flow, node: Node) -> None:
    """Open the insertion that a text:change-start names."""
    identifier = node[1].get("text:change-id", "")
    change = flow.changes.get(identifier)
    if change and change.kind is MarkKind.INSERTION:
        flow.inserting[identifier] = change.author
        flow.unmarked.add(identifier)


def end_insertion(flow: Flow, node: Node) -> str | None:
    """Close an insertion; its author if it showed no words at all, so that only a paragraph break was inserted."""
    identifier = node[1].get("text:change-id", "")
    author = flow.inserting.pop(identifier, None)
    if identifier not in flow.unmarked:
        return None
    flow.unmarked.discard(identifier)
    return author
