"""The signs inside a paragraph of Markdown, told from its words. An opening sign that nothing closes is text.

One pass, in linear time on any input: what was looked for in vain is remembered, and nothing is looked for far.
"""

import re
from collections.abc import Callable, Container

from foilint.document import MarkKind
from foilint.readers.lines import SOFT_HYPHEN, plain
from foilint.values import ClassVar, NamedTuple

HARD = "\v"  # a hard break between two lines; `plain` leaves no other
SPECIAL = re.compile(r"[\\`*_~\[\]<&!\xad\t]|  ")
_BACKTICKS = re.compile("`+")
_TAGS = frozenset(
    (
        *(
            "a",
            "abbr",
            "b",
            "big",
            "br",
            "center",
            "cite",
            "code",
            "del",
            "div",
            "em",
            "font",
            "i",
            "img",
            "ins",
            "kbd",
        ),
        *("kbd", "mark", "p", "s", "small", "span", "strike", "strong", "sub", "sup", "u"),
    )
)  # what stands between < and > otherwise is text: "<name of officer>"
_STRONG = frozenset(("b", "strong", "u"))
_CHANGES = {"ins": MarkKind.INSERTION, "del": MarkKind.DELETION, "mark": MarkKind.HIGHLIGHT}
_ADDRESSES = ("http://", "https://", "ftp://", "mailto:")
_FAR, _LABEL, _ENTITY = 2000, 200, 32  # characters in which the end of a link or tag, a label, an entity is looked for


class Known(NamedTuple):
    """What the file defines for its links and notes, in small letters."""

    links: Container[str] = ()
    notes: Container[str] = ()


class Token:
    """A piece of the words; a run of emphasis signs shrinks as its signs are used up."""

    __slots__ = ("at", "change", "strong", "text")

    def __init__(self, text: str, at: int) -> None:
        self.text = text
        self.at = at
        self.strong = 0  # strong stretches that begin after it, less those that end
        self.change: MarkKind | None = None  # what begins after it, or ends if it has begun


class _Run(NamedTuple):
    token: Token
    sign: str


class Scanner:
    """Cuts the words of a paragraph into `tokens`."""

    def __init__(self, source: str, known: Known) -> None:
        self.tokens: list[Token] = []
        self.comments: list[str] = []
        self._source = source
        self._known = known
        self._runs: list[_Run] = []  # of emphasis signs that may still be closed
        self._count = dict.fromkeys("*_~", 0)
        self._brackets: list[tuple[int, int, bool]] = []  # token and place of each open "[", and whether of a picture
        self._fences: dict[int, list[int]] = {}  # where runs of backticks of each length start, the last one first
        self._comments_gone = False
        self._searched = 0  # up to where there is no ")"

    def scan(self) -> None:
        """Fill `tokens` and `comments`."""
        source, at = self._source, 0
        while True:
            found = SPECIAL.search(source, at)
            if found is None:
                self._add(source[at:], at)
                return
            start = found.start()
            if start > at:
                self._add(source[at:start], at)
            at = self._READ[source[start]](self, start)
            if at == start:  # the sign is text
                self._add(source[start], start)
                at += 1

    def _add(self, text: str, at: int) -> Token:
        token = Token(text, at)
        self.tokens.append(token)
        return token

    def _escape(self, at: int) -> int:
        escaped = self._source[at + 1 : at + 2]
        if not escaped or escaped.isalnum() or escaped.isspace() or not escaped.isascii():
            return at
        self._add(escaped, at + 1)
        return at + 2

    def _blank(self, at: int) -> int:
        end = at
        while self._source[end : end + 1] in (" ", "\t", SOFT_HYPHEN):
            end += 1
        if self._source[at:end].strip(SOFT_HYPHEN) and self._source[at - 1 : at] != " ":
            self._add(" ", at)
        return end

    def _code(self, at: int) -> int:
        source = self._source
        if not self._fences:
            self._fences = _fences(source)
        end = _end_of_run(source, at)
        alike = self._fences.get(end - at, [])  # from the last to the first
        while alike and alike[-1] < end:
            alike.pop()
        if not alike:
            self._add(source[at:end], at)
            return end
        close = alike.pop()
        code = source[end:close]
        bare = code[1:-1] if code[:1] == code[-1:] == " " and code.strip() else code
        self._add(_seen(bare), end + (len(code) - len(bare)) // 2)
        return close + end - at

    def _emphasis(self, at: int) -> int:
        source, end = self._source, _end_of_run(self._source, at)
        sign, count = source[at], end - at
        opens, closes = _flanks(sign, source[at - 1 : at] if at else " ", source[end : end + 1] or " ")
        if sign == "~" and count != 2:
            opens = closes = False
        while count and closes and self._count[sign]:
            opener = self._runs.pop()
            self._count[opener.sign] -= 1
            if opener.sign != sign:
                continue
            used = min(count, len(opener.token.text), 2)
            count -= used
            opener.token.text = opener.token.text[used:]
            if used == 2 and sign != "~":
                opener.token.strong += 1
                self._add("", at).strong -= 1
            if opener.token.text:
                self._keep(opener)
        if count:
            token = self._add(sign * count, end - count)
            if opens:
                self._keep(_Run(token, sign))
        return end

    def _keep(self, run: _Run) -> None:
        self._runs.append(run)
        self._count[run.sign] += 1

    def _open_bracket(self, at: int) -> int:
        if self._source[at + 1 : at + 2] == "^":
            end = self._source.find("]", at, at + _LABEL)
            if end > 0 and self._source[at + 2 : end].lower() in self._known.notes:
                return end + 1
        return self._bracket(at, at + 1, picture=False)

    def _picture(self, at: int) -> int:
        return self._bracket(at, at + 2, picture=True) if self._source[at + 1 : at + 2] == "[" else at

    def _bracket(self, at: int, end: int, *, picture: bool) -> int:
        self._brackets.append((len(self.tokens), end, picture))
        self._add(self._source[at:end], at)
        return end

    def _close_bracket(self, at: int) -> int:
        if not self._brackets:
            return at
        index, place, picture = self._brackets.pop()
        end = self._destination(at + 1) or self._reference(place, at)
        if end:
            self.tokens[index].text = ""
            if picture:
                del self.tokens[index + 1 :]
        return end or at

    def _destination(self, at: int) -> int:
        """Where "(address "title")" ends; 0 if there is none."""
        source = self._source
        if source[at : at + 1] != "(":
            return 0
        end = source.find(")", max(at, self._searched), at + _FAR)
        if end < 0:
            self._searched = min(len(source), at + _FAR)
            return 0
        if source.count("(", at + 1, end):  # an address with brackets in it
            end = max(end, source.find(")", end + 1, at + _FAR))
        inside = source[at + 1 : end].strip()
        _, gap, title = inside.partition("> " if inside.startswith("<") else " ")
        return 0 if gap and title.lstrip()[:1] not in ('"', "'", "(") else end + 1

    def _reference(self, start: int, at: int) -> int:
        """Where "[text][label]" or "[label]" ends, if the file defines the label; else 0."""
        source, end = self._source, at + 1
        label = source[start:at] if at - start < _LABEL else ""
        if source[end : end + 1] == "[":
            close = source.find("]", end, end + _LABEL)
            if close > end:
                label, end = source[end + 1 : close] or label, close + 1
        return end if label.lower() in self._known.links else 0

    def _tag(self, at: int) -> int:
        source = self._source
        if source.startswith("<!--", at):
            return self._comment(at)
        end = source.find(">", at, at + _FAR)
        inner = source[at + 1 : end] if end > 0 else ""
        if inner.startswith(_ADDRESSES) or ("@" in inner and not any(map(str.isspace, inner))):
            self._add(_seen(inner.removeprefix("mailto:")), at + 1)
            return end + 1
        name = inner.lstrip("/").partition(" ")[0].rstrip("/").lower()
        if name not in _TAGS:
            return at
        token = self._add(HARD if name == "br" else "", at)
        token.strong = (-1 if inner.startswith("/") else 1) if name in _STRONG else 0
        token.change = _CHANGES.get(name)
        return end + 1

    def _comment(self, at: int) -> int:
        end = -1 if self._comments_gone else self._source.find("-->", at)
        if end < 0:
            self._comments_gone = True
            return at
        self.comments.append(self._source[at + 4 : end].strip())
        return end + 3

    def _entity(self, at: int) -> int:
        end = self._source.find(";", at, at + _ENTITY)
        if end < 0:
            return at
        from html import unescape  # its table of names is long, and few drafts have entities

        entity = self._source[at : end + 1]
        read = unescape(entity)
        if read == entity:
            return at
        self._add(_seen(plain(read)), at)
        return end + 1

    _READ: ClassVar[dict[str, Callable[["Scanner", int], int]]] = {
        "\\": _escape,
        "`": _code,
        "*": _emphasis,
        "_": _emphasis,
        "~": _emphasis,
        "[": _open_bracket,
        "]": _close_bracket,
        "!": _picture,
        "<": _tag,
        "&": _entity,
        " ": _blank,
        "\t": _blank,
        SOFT_HYPHEN: _blank,
    }


def _seen(words: str) -> str:
    """Words that are taken as they are, less what nobody sees."""
    words = words.replace(SOFT_HYPHEN, "").replace("\t", " ")
    while "  " in words:
        words = words.replace("  ", " ")
    return words


def _end_of_run(source: str, at: int) -> int:
    end = at
    while end < len(source) and source[end] == source[at]:
        end += 1
    return end


def _fences(source: str) -> dict[int, list[int]]:
    fences: dict[int, list[int]] = {}
    for run in _BACKTICKS.finditer(source):
        fences.setdefault(run.end() - run.start(), []).append(run.start())
    for starts in fences.values():
        starts.reverse()
    return fences


def _flanks(sign: str, before: str, after: str) -> tuple[bool, bool]:
    """Whether a run of emphasis signs may open and may close, by what stands beside it."""
    beside = [character.isspace() for character in (before, after)]
    signs = [not character.isalnum() and not character.isspace() for character in (before, after)]
    left = not beside[1] and (not signs[1] or beside[0] or signs[0])
    right = not beside[0] and (not signs[0] or beside[1] or signs[1])
    if sign == "_":
        return left and (not right or signs[0]), right and (not left or signs[1])
    return left, right
