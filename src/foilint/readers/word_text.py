"""The words of one Word paragraph: what would be printed, and beside it what is deleted, hidden, marked or unread."""

from collections.abc import Callable, Mapping
from typing import ClassVar

from foilint.document import Mark, MarkKind
from foilint.readers.characters import as_read
from foilint.readers.nodes import Node, words_of
from foilint.readers.word_drawing import branch_of, content_of, look_into
from foilint.readers.word_look import Look, highlight_of, properties_of, why_unseen
from foilint.readers.word_styles import Style, Styles
from foilint.readers.word_symbols import symbol

_SIGNS = {"w:tab": "\t", "w:ptab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "-"}
_NEED_WORDS = frozenset((MarkKind.HIDDEN, MarkKind.HIGHLIGHT, MarkKind.PLACEHOLDER))


Piece = tuple[str, Look, bool]
"""Words in one look, and whether they stand in an insertion that nobody has accepted."""


class Field:
    """A field that is open: its code is never text, its result is; a MACROBUTTON shows the end of its code."""

    def __init__(self) -> None:
        self.code = ""
        self.in_code = True


class Flow:
    """What carries on from paragraph to paragraph through a part of the document."""

    def __init__(self, styles: Styles, comments: dict[str, Mark]) -> None:
        self.styles = styles
        self.comments = comments  # those whose place has not been met yet
        self.notes: list[tuple[str, str]] = []  # ("footnote", identifier), in the order of their references
        self.fields: list[Field] = []
        self.fields_close = True  # false where a field has no end, so that its code cannot be told from text
        self.prompts = 0  # how many content controls around here show only their prompt


class Found:
    """A mark in the making: it grows while the same goes on."""

    def __init__(self, mark: Mark, until: int) -> None:
        self.mark = mark
        self.until = until  # the number of pieces before its end


class Words:
    """Collects one paragraph."""

    def __init__(self, flow: Flow, style: Style, background: str) -> None:
        self.flow = flow
        self.style = style
        self.background = background
        self.inserted = False
        self.has_emphasis = False
        self.has_insertions = False
        self.pieces: list[Piece] = []
        self.boxes: list[Node] = []
        self.found: list[Found] = []

    def text(self) -> str:
        """The words that would be printed."""
        return "".join([piece[0] for piece in self.pieces])

    def marks(self) -> list[Mark]:
        """What was found beside the text."""
        if not self.found:
            return []
        marks = [found.mark for found in self.found]
        return [mark for mark in marks if mark.kind not in _NEED_WORDS or mark.text.strip()]

    def open_with(self, earlier: "Words") -> None:
        """Put the words of an earlier paragraph before these: the mark between the two is deleted or hidden."""
        for found in self.found:
            found.until += len(earlier.pieces)
        self.pieces[:0] = earlier.pieces
        self.boxes[:0] = earlier.boxes
        self.found[:0] = earlier.found
        self.has_emphasis = self.has_emphasis or earlier.has_emphasis
        self.has_insertions = self.has_insertions or earlier.has_insertions

    def content(self, nodes: list[Node]) -> None:
        """Read what stands in a paragraph, or in anything that wraps part of one."""
        for node in nodes:
            reader = self._INLINE.get(node[0])
            if reader is not None:
                reader(self, node)

    def run(self, node: Node) -> None:
        """Read a w:r."""
        self._run(node[2], self.style.look)

    def _run(self, nodes: list[Node], look: Look) -> None:
        text = ""
        for node in nodes:
            name = node[0]
            if name == "w:t":
                for words in node[2]:
                    text += words[1].get("", "")
            elif name == "w:rPr":
                look = self.flow.styles.look(self.style.base, properties_of(node))
            elif name in _SIGNS:
                text += _SIGNS[name]
            elif name in self._IN_RUN:
                if text:
                    self._write(text, look)
                    text = ""
                self._IN_RUN[name](self, node, look)
        if text:
            self._write(text, look)

    def _write(self, text: str, look: Look) -> None:
        """Take words as printed, or note why they are not."""
        if not text.isascii():
            text = as_read(text)
        if (self.flow.fields or self.flow.prompts or look.needs_care) and self._is_kept_out(text, look):
            return
        self.pieces.append((text, look, self.inserted))
        if look.emphasised:
            self.has_emphasis = True

    def _is_kept_out(self, text: str, look: Look) -> bool:
        """Whether words are not printed, which is noted, as are words that are printed with a highlight."""
        flow = self.flow
        if flow.fields_close and any(field.in_code for field in flow.fields):
            return True
        if flow.prompts:
            self.mark(MarkKind.PLACEHOLDER, text)
            return True
        unseen = why_unseen(look, self.background)
        if unseen:
            self.mark(MarkKind.HIDDEN, text, unseen)
            return True
        colour = highlight_of(look)
        if colour:
            self.mark(MarkKind.HIGHLIGHT, text, colour, then=1)
        return False

    def mark(self, kind: MarkKind, text: str, note: str = "", since: int | None = None, then: int = 0) -> None:
        """Note something beside the text, as one with what came just before if that is of the same kind.

        It concerns the pieces from `since` (default: none so far), and the `then` pieces that follow.
        """
        since = len(self.pieces) if since is None else since
        until = len(self.pieces) + then
        for found in reversed(self.found):
            if found.mark.kind is kind and found.mark.note == note:
                if found.until == since and kind not in {MarkKind.COMMENT, MarkKind.UNREAD}:
                    found.mark = found.mark._replace(text=found.mark.text + text)
                    found.until = until
                    return
                break
        self.found.append(Found(Mark(kind, text, None, note), until))

    def _through(self, node: Node) -> None:
        self.content(node[2])

    def _alternatives(self, node: Node) -> None:
        self.content(branch_of(node))

    def _control(self, node: Node) -> None:
        content, prompts = content_of(node)
        self.flow.prompts += prompts
        self.content(content)
        self.flow.prompts -= prompts

    def _inserted(self, node: Node) -> None:
        since, before = len(self.pieces), self.inserted
        self.inserted = True
        self.content(node[2])
        self.inserted = before
        self.has_insertions = True
        if not before and len(self.pieces) > since:
            self.mark(MarkKind.INSERTION, self._text(since), _author(node), since)

    def _moved_here(self, node: Node) -> None:
        since = len(self.pieces)
        self.content(node[2])
        if len(self.pieces) > since:
            self.mark(MarkKind.MOVE, self._text(since), _author(node), since)

    def _deleted(self, node: Node) -> None:
        kind = MarkKind.DELETION if node[0] == "w:del" else MarkKind.MOVE
        text = as_read(deleted_words(node))
        if text:
            self.mark(kind, text, _author(node))

    def _text(self, since: int) -> str:
        return "".join([piece[0] for piece in self.pieces[since:]])

    def _mathematics(self, node: Node) -> None:
        for child in node[2]:
            if child[0] == "m:t":
                self._write(words_of(child), self.style.look)
            else:
                self._mathematics(child)

    def _symbol(self, node: Node, look: Look) -> None:
        self._write(symbol(node[1].get("w:font", ""), node[1].get("w:char", "")), look)

    def _field(self, node: Node, _: Look) -> None:
        fields, kind = self.flow.fields, node[1].get("w:fldCharType")
        if kind == "begin":
            fields.append(Field())
        elif kind == "separate" and fields:
            fields[-1].in_code = False
        elif kind == "end" and fields:
            field = fields.pop()
            if field.in_code and field.code.split()[:1] == ["MACROBUTTON"]:
                self._write(" ".join(field.code.split()[2:]), self.style.look)

    def _code(self, node: Node, _: Look) -> None:
        if self.flow.fields:
            self.flow.fields[-1].code += words_of(node)

    def _note(self, node: Node, _: Look) -> None:
        kind = "footnote" if node[0] == "w:footnoteReference" else "endnote"
        self.flow.notes.append((kind, node[1].get("w:id", "")))

    def _comment(self, node: Node, _: Look) -> None:
        comment = self.flow.comments.pop(node[1].get("w:id", ""), None)
        if comment:
            self.mark(comment.kind, comment.text, comment.note)

    def _drawing(self, node: Node, look: Look) -> None:
        drawing = look_into(node)
        if drawing.unread:
            self.mark(MarkKind.UNREAD, "", drawing.unread)
        for words in drawing.words:
            self._write(words, look)
        self.boxes.extend(drawing.boxes)

    def _alternatives_in_run(self, node: Node, look: Look) -> None:
        self._run(branch_of(node), look)

    def _ruby(self, node: Node, _: Look) -> None:
        for child in node[2]:
            if child[0] == "w:rubyBase":
                self.content(child[2])

    _INLINE: ClassVar[Mapping[str, Callable[["Words", Node], None]]] = {
        "w:r": run,
        "w:ins": _inserted,
        "w:del": _deleted,
        "w:moveFrom": _deleted,
        "w:moveTo": _moved_here,
        "w:sdt": _control,
        "mc:AlternateContent": _alternatives,
        "m:oMath": _mathematics,
        "m:oMathPara": _mathematics,
    } | dict.fromkeys(("w:hyperlink", "w:smartTag", "w:customXml", "w:fldSimple", "w:dir", "w:bdo"), _through)
    _IN_RUN: ClassVar[Mapping[str, Callable[["Words", Node, Look], None]]] = {
        "w:fldChar": _field,
        "w:instrText": _code,
        "w:sym": _symbol,
        "w:footnoteReference": _note,
        "w:endnoteReference": _note,
        "w:commentReference": _comment,
        "w:drawing": _drawing,
        "w:pict": _drawing,
        "w:object": _drawing,
        "w:ruby": _ruby,
        "mc:AlternateContent": _alternatives_in_run,
    }


def deleted_words(node: Node) -> str:
    """The words in something deleted or moved away, whatever wraps them."""
    if node[0] in {"w:delText", "w:t"}:
        return words_of(node)
    return "".join([_SIGNS.get(child[0]) or deleted_words(child) for child in node[2]])


def _author(node: Node) -> str:
    return node[1].get("w:author", "").strip()
