"""The words of one Word paragraph: what would be printed, and beside it what is deleted, hidden, marked or unread."""

from collections.abc import Callable, Mapping

from foilint.document import Mark, MarkKind
from foilint.readers.characters import as_read
from foilint.readers.look import Look
from foilint.readers.nodes import Node, words_of
from foilint.readers.word_drawing import branch_of, choice_of, content_of, look_into
from foilint.readers.word_look import properties_of
from foilint.readers.word_styles import Style, Styles
from foilint.readers.word_symbols import symbol
from foilint.readers.words import Words
from foilint.values import ClassVar

_SIGNS = {"w:tab": "\t", "w:ptab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "-"}


class Field:
    """A field that is open: its code is never text, its result is.

    Some have no result and show something of their own: a MACROBUTTON the end of its code, a form field its choice.
    """

    def __init__(self, choice: str) -> None:
        self.code = ""
        self.choice = choice
        self.in_code = True

    def shown(self) -> str:
        """What a field without a result shows."""
        return " ".join(self.code.split()[2:]) if self.code.split()[:1] == ["MACROBUTTON"] else self.choice


class Flow:
    """What carries on from paragraph to paragraph through a part of the document."""

    def __init__(self, styles: Styles, comments: dict[str, Mark]) -> None:
        self.styles = styles
        self.comments = comments  # those whose place has not been met yet
        self.notes: list[tuple[str, str]] = []  # ("footnote", identifier), in the order of their references
        self.fields: list[Field] = []
        self.fields_close = True  # false where a field has no end, so that its code cannot be told from text
        self.prompts = 0  # how many content controls around here show only their prompt


class Runs(Words):
    """Collects one paragraph of Word."""

    def __init__(self, flow: Flow, style: Style, background: str) -> None:
        super().__init__(background)
        self.flow = flow
        self.style = style
        self.has_deletions = False

    def content(self, nodes: list[Node]) -> None:
        """Read what stands in a paragraph, or in anything that wraps part of one."""
        for node in nodes:
            if node[0] == "w:r":  # nearly all of them
                self._run(node[2], self.style.look)
            elif node[0] in self._INLINE:
                self._INLINE[node[0]](self, node)

    def _run(self, nodes: list[Node], look: Look) -> None:
        text = ""
        for node in nodes:
            name = node[0]
            if name == "w:t":
                for words in node[2]:
                    text += words[1].get("", "")
            elif name == "w:rPr":
                given = properties_of(node)
                look = self.flow.styles.look(self.style.base, given) if given else self.style.look
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
        """Take words, unless they are the code of a field or the prompt of a content control."""
        flow = self.flow
        if flow.fields and flow.fields_close and any(field.in_code for field in flow.fields):
            return
        if flow.prompts:
            self.mark(MarkKind.PLACEHOLDER, as_read(text))
        else:
            self.write(text, look)

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
            self.mark(MarkKind.INSERTION, self.since(since), _author(node), since)

    def _moved_here(self, node: Node) -> None:
        since = len(self.pieces)
        self.content(node[2])
        if len(self.pieces) > since:
            self.mark(MarkKind.MOVE, self.since(since), _author(node), since)

    def _deleted(self, node: Node) -> None:
        kind = MarkKind.DELETION if node[0] == "w:del" else MarkKind.MOVE
        text = as_read(unprinted_words(node))
        if text:
            self.has_deletions = True
            self.mark(kind, text, _author(node))

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
            fields.append(Field(choice_of(node)))
        elif kind == "separate" and fields:
            fields[-1].in_code = False
        elif kind == "end" and fields:
            field = fields.pop()
            if field.in_code and field.shown():
                self._write(field.shown(), self.style.look)

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
        if drawing.hidden:
            words = " ".join([*drawing.words, *map(unprinted_words, drawing.boxes)])
            self.mark(MarkKind.HIDDEN, as_read(words), "in a hidden shape")
            return
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

    _INLINE: ClassVar[Mapping[str, Callable[["Runs", Node], None]]] = {
        "w:ins": _inserted,
        "w:del": _deleted,
        "w:moveFrom": _deleted,
        "w:moveTo": _moved_here,
        "w:sdt": _control,
        "mc:AlternateContent": _alternatives,
        "m:oMath": _mathematics,
        "m:oMathPara": _mathematics,
    } | dict.fromkeys(("w:hyperlink", "w:smartTag", "w:customXml", "w:fldSimple", "w:dir", "w:bdo"), _through)
    _IN_RUN: ClassVar[Mapping[str, Callable[["Runs", Node, Look], None]]] = {
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


def unprinted_words(node: Node) -> str:
    """The words in something deleted or moved away, whatever wraps them."""
    if node[0] in {"w:delText", "w:t"}:
        return words_of(node)
    return "".join([_SIGNS.get(child[0]) or unprinted_words(child) for child in node[2]])


def _author(node: Node) -> str:
    return node[1].get("w:author", "").strip()
