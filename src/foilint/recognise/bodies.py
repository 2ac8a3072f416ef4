"""The names of public authorities in a line: the words that tell one from another, and what kind of body each is."""

from collections.abc import Iterator, Sequence

from foilint.recognise.lexicon import Lexicon
from foilint.recognise.words import Line
from foilint.values import NamedTuple

BODIES = (
    *("police-body", "council-body", "university-body", "health-body", "school-body", "fire-body"),
    *("state-body", "one-school-body"),
)
UNITS = frozenset(("agency", "department", "directorate", "office", "service", "services", "school", "team", "unit"))
LONGEST = 7  # words of a name before "Police" or "Council", or after "University"


class Name(NamedTuple):
    """An authority's name, tokens `start` to `end`: the words that tell it from others, and what kind of body it is."""

    line: Line
    start: int
    end: int
    points: tuple[str, ...]  # the points of the compass in it
    words: tuple[str, ...]  # the other words that tell it from others, in order
    body: int
    kind: str  # the word that says what it is: "police", "executive"
    minor: bool  # whether that word is also used of what is no authority: a department, a school of a trust

    @property
    def written(self) -> str:
        """As the officer wrote it, without the "'s" of what is its own."""
        span = self.line.span(self.start, self.end)
        return " ".join(self.line.block.text[span.start : span.end].split()).removesuffix("'s").removesuffix("’s")


def names_in(line: Line, lexicon: Lexicon) -> Sequence[Name]:
    """The names of authorities in a line: capital words before "Police", or after "University of"."""
    bodies = lexicon.mask(*BODIES, "nhs")
    if not line.mask & bodies:
        return ()
    found = line.paragraph.once(names_in, lambda: [name[1:] for name in _names_in(line, bodies, lexicon)])
    return [Name(line, *name) for name in found]


def _names_in(line: Line, bodies: int, lexicon: Lexicon) -> Iterator[Name]:
    text = line.block.text
    before, nhs = lexicon.mask("before-a-name"), lexicon.mask("nhs")
    for at, mask in enumerate(line.masks):
        if not mask & bodies:
            continue
        if mask & nhs and _leads(text, line, at, lexicon):
            end = _runs_to(text, line, at + 1)
            yield _name(line, at, end, lexicon.mask("health-body"), "nhs", lexicon)
        elif not mask & nhs and _has_capital(text, line.tokens[at].removesuffix("'s")) and _is_capital(text, line, at):
            start = at
            while start > 0 and at - start < LONGEST and _is_part(text, line, start - 1):
                start -= 1
            while start < at and (line.masks[start] & before or not line.tokens[start].isalpha()):
                start += 1
            yield _name(
                line, start, _end(text, line, at, lexicon), mask & bodies, line.tokens[at].removesuffix("'s"), lexicon
            )


def called_we(line: Line, lexicon: Lexicon) -> Iterator[Name]:
    """What is called "we" and is of no known kind: "we at Ardenmoor", but not "we at the Legal Department"."""
    tokens, known = line.tokens, lexicon.mask(*BODIES)
    for at in range(2, len(tokens)) if "at" in tokens else ():
        start = at + 1 if tokens[at] == "the" else at
        end = _runs_to(line.block.text, line, start) if tokens[at - 2 : at] in CALLING else start
        if start < end and UNITS.isdisjoint(tokens[start:end]) and not any(m & known for m in line.masks[start:end]):
            yield _name(line, start, end, 0, WE, lexicon)


WE = "we"
CALLING = (["we", "at"], ["us", "at"])


def capitals(line: Line) -> frozenset[str]:
    """The words of a line that begin with a capital."""
    text = line.block.text
    return frozenset(token for at, token in enumerate(line.tokens) if token.isalpha() and _is_capital(text, line, at))


def _leads(text: str, line: Line, at: int, lexicon: Lexicon) -> bool:
    """Whether "NHS" opens the name of a board: "NHS Moor and Glen", but not "NHS Trust" or "NHS England"."""
    follows = at + 1 < len(line.tokens) and line.tokens[at + 1].isalpha() and _is_capital(text, line, at + 1)
    return (
        follows
        and not line.masks[at] & lexicon.mask("nhs-at-large")
        and not line.masks[at + 1] & lexicon.mask("no-name")
    )


def _runs_to(text: str, line: Line, at: int) -> int:
    """Where the capital words from a token on end: "Harbours and Inland Shipping"."""
    then = end = at
    while then < min(len(line.tokens), at + LONGEST) and (
        line.tokens[then] in LINKS or (line.tokens[then].isalpha() and _is_capital(text, line, then))
    ):
        then += 1
        end = then if line.tokens[then - 1] not in LINKS else end
    return end


LINKS = frozenset(("of", "for", "and", "&", "the"))


def _has_capital(text: str, token: str) -> bool:
    """Whether a word stands in a text in capitals or with one: to ask costs less than to find its place."""
    return token.capitalize() in text or token.upper() in text


def _end(text: str, line: Line, at: int, lexicon: Lexicon) -> int:
    """Where a name that "University", "Police Service" or "Integrated Care" opens goes on to."""
    end = at + 1
    goes_on = lexicon.mask("body-goes-on")
    while end < len(line.tokens) and line.masks[end] & goes_on and _is_capital(text, line, end):
        end += 1
    if line.masks[at] & lexicon.mask("led-body"):
        return _runs_to(text, line, end)
    if line.tokens[end : end + 1] in (["of"], ["service"]):
        then = end
        while then < min(len(line.tokens), at + LONGEST) and (
            line.tokens[then] in ("of", "service") or _is_capital(text, line, then)
        ):
            then += 1
            end = then if _is_capital(text, line, then - 1) else end
    return end


def _name(line: Line, start: int, end: int, body: int, kind: str, lexicon: Lexicon) -> Name:
    compass, plain = lexicon.mask("compass"), lexicon.mask("no-name")
    tokens = [token.removesuffix("'s") for token in line.tokens[start:end]]
    told = list(zip(tokens, lexicon.masks(tokens), strict=True))
    points = tuple(word for word, mask in told if mask & compass)
    words = tuple(word for word, mask in told if word.isalpha() and not mask & (compass | plain))
    return Name(line, start, end, points, words, body, kind, bool(body & lexicon.mask("state-body", "one-school-body")))


def _is_capital(text: str, line: Line, at: int) -> bool:
    start = line.start_of(at)
    return text[start : start + 1].isupper()


def _is_part(text: str, line: Line, at: int) -> bool:
    """Whether a token may belong to a name that goes on after it."""
    start, then = line.start_of(at), line.start_of(at + 1)
    if "\n" in text[start:then] and not _is_wrapped(text, start):
        return False
    if line.tokens[at] in ("and", "&", "-"):
        return at > 0 and _is_capital(text, line, at - 1)
    return line.tokens[at].isalpha() and _is_capital(text, line, at)


def _is_wrapped(text: str, at: int) -> bool:
    """Whether the row of a text that a place stands in is as long as those that only go on in the next."""
    row = text[text.rfind("\n", 0, at) + 1 :].partition("\n")[0]
    return len(row) > SHORT_ROW


SHORT_ROW = 55  # characters; the rows of a letterhead are no longer


def row(name: Name, lexicon: Lexicon) -> Iterator[str]:
    """All words of the row of a letterhead that a name stands in."""
    folded, start = name.line.folded, name.line.start_of(name.start)
    row = folded[folded.rfind("\n", 0, start) + 1 :].partition("\n")[0].replace("-", " ").split()
    plain = lexicon.mask("no-name", "compass")
    return (word for word, mask in zip(row, lexicon.masks(row), strict=True) if word.isalpha() and not mask & plain)
