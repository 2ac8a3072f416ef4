"""What a rule rests on, taken from its documentation: the fault, why it is one, the law with links, who is spared."""

from collections.abc import Iterator

from foilint.catalogue import reasons, summary
from foilint.document import Block
from foilint.functional import cache
from foilint.law import Law, laws
from foilint.recognise.citations import find
from foilint.recognise.draft import eyes
from foilint.recognise.words import Line
from foilint.rules.rule import Rule
from foilint.values import NamedTuple

LABELS = {"law": "Law: ", "practice": "Practice: ", "spared": "Not asked of: "}


class Grounds(NamedTuple):
    """A rule's reasons; "" where it gives none of a kind. `spared` says of what it is not asked."""

    fault: str
    why: str
    law: str
    practice: str
    spared: str


class Piece(NamedTuple):
    """Words, and the official page of the provision they name; "" where they name none."""

    words: str
    url: str


def grounds(rule: Rule) -> Grounds:
    """The reasons of a rule, each on one line."""
    told: dict[str, list[str]] = {name: [] for name in ("why", *LABELS)}
    at = "why"
    for line in reasons(rule).partition("\n\n")[2].splitlines():
        label = next((name for name, words in LABELS.items() if line.startswith(words)), "")
        at = label or at
        told[at].append(line.removeprefix(LABELS.get(label, "")))
    return Grounds(summary(rule), **{name: " ".join(" ".join(lines).split()) for name, lines in told.items()})


@cache
def linked(words: str) -> tuple[Piece, ...]:
    """Words cut so that each provision they name by number stands in a piece of its own, with its official page."""
    return tuple(_pieces(words))


def under(words: str, regime: str | None) -> str:
    """Of the clauses on the law, those about a notice's own regime, if there are any: the others say nothing to it."""
    own = {law.short for law in laws() if law.reported_as == regime}
    other = {law.short for law in laws()} - own
    clauses = words.split("; ")
    if not any(clause.split(" ", 1)[0] in own for clause in clauses):
        return words
    return "; ".join(clause for clause in clauses if clause.split(" ", 1)[0] not in other)


def page(law: Law, number: str) -> str:
    """The official page of a section or regulation."""
    return f"{law.url}/{law.unit}/{number.upper()}"


def _pieces(words: str) -> Iterator[Piece]:
    sight = eyes()
    line = Line(0, Block(words), sight.lexicon)
    done, law = 0, None
    for cited in find(line, sight.shelf):
        law = sight.shelf.by_regime.get(cited.law, law)
        span = line.span(cited.start, cited.end)
        if law and span.start >= done and words[span.start] != "(":
            if span.start > done:
                yield Piece(words[done : span.start], "")
            yield Piece(words[span.start : span.end], page(law, cited.path[0]))
            done = span.end
    if done < len(words):
        yield Piece(words[done:], "")
