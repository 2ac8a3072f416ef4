"""The walk over an HTML page: which words are text of the draft, which block they stand in, how they look."""

from collections.abc import Callable, Mapping

from lxml import etree

from foilint.document import Layer, MarkKind, Unreadable
from foilint.readers.comments import is_prose
from foilint.readers.html_blocks import BREAK, Collector, Place
from foilint.readers.html_css import classes_of, styles_of_class
from foilint.readers.html_lists import ListOfItems
from foilint.readers.html_look import PLAIN, Look, Styles, look_in, styles_of
from foilint.readers.html_office import SIGNS, office_place
from foilint.readers.html_page import Page
from foilint.readers.html_tables import Table, is_layout
from foilint.values import Any, ClassVar, NamedTuple

_BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "div"),
        *("dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head"),
        *("header", "hr", "html", "legend", "li", "main", "nav", "noscript", "ol", "option", "p", "pre", "section"),
        *("select", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"),
    )
)
_SKIPPED = frozenset(("script", "style", "template", "svg", "math", "title", "meta", "link", "datalist", "canvas"))
_UNREAD = {"img": "picture", "object": "embedded object", "embed": "embedded object", "iframe": "embedded page"}
_DEEPEST = 2000  # elements in each other: the parser drops words a little below that


class State(NamedTuple):
    """What holds for the words inside an element."""

    look: Look = PLAIN
    place: Place = Place()
    as_typed: bool = False  # white space counts, as in <pre>
    outside: bool = False  # beside the main part of the page, but not known to be a menu or the like


class Walk:
    """Walks over a page once, from its first element to its last."""

    def __init__(self, root: etree._Element, source: list[str]) -> None:
        self.page = Collector(source)
        self._root = root
        self._parts = Page(root)
        self._classes = classes_of(root, is_site=self._parts.is_site)
        self._states = [self._first()]
        self._line = 1
        self._lists: list[ListOfItems] = []
        self._tables: list[Table | None] = []  # None for one that only lays out the page
        self._count = 0

    def _first(self) -> State:
        look = PLAIN._replace(coloured=self._parts.is_styled_elsewhere)
        outside = self._parts.main is not None
        return State(look, Place(Layer.FURNITURE if outside else Layer.BODY), outside=outside)

    def read(self) -> None:
        """Collect the blocks and marks of the page."""
        events = etree.iterwalk(self._root, events=("start", "end", "comment", "pi"))
        for event, element in events:
            if event == "start":
                if self._start(element):
                    events.skip_subtree()
            elif event == "end":
                self._end(element)
            else:
                self._comment(element)
        self.page.close()

    def _start(self, element: Any) -> bool:
        """Enter an element; whether what it holds is to be skipped."""
        tag, state = str(element.tag), self._states[-1]
        self._line = max(self._line, _line_of(element))
        if len(self._states) > _DEEPEST:
            raise Unreadable("its elements stand too deep in each other", "save the page again, or save it as text")
        if tag in _BLOCKS:
            self.page.close()
        given: dict[str, str] = dict(element.items())
        state = self._in_part(element, tag, given, state)
        names = given.get("class", "").lower()
        styles = styles_of(tag, given) if given else {}
        if names and self._classes:
            styles = styles_of_class(self._classes, tag, names) | styles
        look = look_in(state.look, tag, styles)
        if look is not state.look:
            state = state._replace(look=look)
        if names or styles:
            state = state._replace(place=office_place(state.place, names, styles, given))
        enter = self._ENTER.get(tag)
        if enter:
            state = enter(self, element, state, styles)
        self._states.append(state)
        if tag in _SKIPPED or names in SIGNS:
            self._line += (element.text or "").count("\n")
            return True
        self._text(element.text, state)
        return False

    def _end(self, element: etree._Element) -> None:
        tag = str(element.tag)
        if tag in _BLOCKS:
            self.page.close()
        self._states.pop()
        if tag in ("ul", "ol"):
            self._lists.pop()
        elif tag == "table":
            table = self._tables.pop()
            if table:
                table.finish(self.page.blocks)
        elif tag == "q":
            self._text("”", self._states[-1])
        self._text(element.tail, self._states[-1])

    def _comment(self, element: Any) -> None:
        state = self._states[-1]
        self._line = max(self._line, _line_of(element))
        if element.tag is etree.Comment and is_prose(element.text or ""):
            self.page.add(element.text or "", Look(aside=MarkKind.COMMENT), state.place, self._line)
        self._text(element.tail, state)

    def _text(self, text: str | None, state: State) -> None:
        if not text:
            return
        if state.as_typed:
            for line, part in enumerate(text.split("\n")):
                if line:
                    self.page.add(BREAK, state.look, state.place, self._line + line)
                self.page.add(part, state.look, state.place, self._line + line)
        else:
            self.page.add(text, state.look, state.place, self._line)
        self._line += text.count("\n")

    def _in_part(self, element: etree._Element, tag: str, given: Mapping[str, str], state: State) -> State:
        """What an element is of the page: its main part, its furniture, a letterhead."""
        place = state.place
        if state.outside:
            if element is self._parts.main:
                return state._replace(place=Place(), outside=False)
            if tag == "h1":
                return state._replace(place=place._replace(layer=Layer.BODY))
        elif place.layer is Layer.FURNITURE:
            return state
        if self._parts.is_furniture(element, tag, given):
            return state._replace(place=place._replace(layer=Layer.FURNITURE), outside=False)
        if tag in ("header", "footer") and not self._parts.is_site:
            return state._replace(place=place._replace(layer=Layer(tag), name=tag))
        return state

    def _heading(self, element: etree._Element, state: State, _: Styles) -> State:
        return state._replace(place=state.place._replace(level=int(str(element.tag)[1])))

    def _list(self, element: etree._Element, state: State, styles: Styles) -> State:
        style = styles.get("list-style-type") or styles.get("list-style", "")
        self._lists.append(ListOfItems(element, style, len(self._lists) + 1))
        return state

    def _item(self, element: etree._Element, state: State, _: Styles) -> State:
        if not self._lists:
            return state
        self.page.marker = self._lists[-1].next_marker(element)
        return state._replace(place=state.place._replace(depth=len(self._lists)))

    def _table(self, element: etree._Element, state: State, _: Styles) -> State:
        if is_layout(element):
            self._tables.append(None)
        else:
            self._count += 1
            self._tables.append(Table(self._count, len(self.page.blocks)))
        return state

    def _row(self, _: etree._Element, state: State, __: Styles) -> State:
        if self._tables and self._tables[-1]:
            self._tables[-1].next_row()
        return state

    def _cell(self, element: etree._Element, state: State, _: Styles) -> State:
        table = self._tables[-1] if self._tables else None
        heads = element.tag == "th"
        cell = table.next_cell(element, heads=heads) if table else None
        look = state.look._replace(bold=False) if heads and cell else state.look
        return state._replace(look=look, place=state.place._replace(cell=cell, depth=0))

    def _quotation(self, _: etree._Element, state: State, __: Styles) -> State:
        quoted = state.place.layer is Layer.BODY
        return state._replace(place=state.place._replace(layer=Layer.QUOTED)) if quoted else state

    def _term(self, _: etree._Element, state: State, __: Styles) -> State:
        return state._replace(place=state.place._replace(is_label=True))

    def _typed(self, _: etree._Element, state: State, __: Styles) -> State:
        return state._replace(as_typed=True)

    def _break(self, _: etree._Element, state: State, __: Styles) -> State:
        self.page.add(BREAK, state.look, state.place, self._line)
        return state

    def _mark(self, _: etree._Element, state: State, __: Styles) -> State:
        self._text("“", state)
        return state

    def _change(self, element: etree._Element, state: State, _: Styles) -> State:
        if state.look.aside:
            return state
        kind = MarkKind.INSERTION if element.tag == "ins" else MarkKind.DELETION
        by = element.get("cite", "").removeprefix("mailto:").replace("%20", " ")
        return state._replace(look=state.look._replace(aside=kind, note=by))

    def _picture(self, element: etree._Element, state: State, _: Styles) -> State:
        """What cannot be read, unless it says itself what it is, or stands above the letter as a crest does."""
        described = element.get("alt") is not None or element.get("title")
        if not described and any(block.layer is Layer.BODY for block in self.page.blocks):
            look = state.look._replace(aside=MarkKind.UNREAD, note=_UNREAD[str(element.tag)])
            self.page.add("", look, state.place, self._line)
        return state

    _ENTER: ClassVar[dict[str, Callable[["Walk", etree._Element, State, Styles], State]]] = {
        **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), _heading),
        **dict.fromkeys(("ul", "ol"), _list),
        **dict.fromkeys(("td", "th"), _cell),
        **dict.fromkeys(("ins", "del"), _change),
        **dict.fromkeys(_UNREAD, _picture),
        "li": _item,
        "table": _table,
        "tr": _row,
        "blockquote": _quotation,
        "dt": _term,
        "pre": _typed,
        "br": _break,
        "q": _mark,
    }


def _line_of(element: Any) -> int:
    """The source line on which an element's start tag ends (lxml's stubs do not tell the type)."""
    return element.sourceline or 0
