"""The lexicon: what words and phrases mean, and which statements they make.

Offices write the same sentences over and over, so what a sentence says is worked out once and remembered.
"""

from collections.abc import Iterator
from operator import or_
from sys import intern

from foilint.functional import reduce
from foilint.recognise.memory import Memory
from foilint.values import TYPE_CHECKING, Any, NamedTuple, Protocol
from foilint.wording import ENDS as ENDS_HERE
from foilint.wording import STEMS, TOKEN, unpacked

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeVar

    S = TypeVar("S", bound="Sentence")
    T = TypeVar("T")

REMEMBERED_WORDS = 50_000

STOPS = frozenset(".!?")

Hits = tuple[tuple[int, int], ...]
Fork = Any  # of phrases, as `wording` makes them: a dict, or an int where phrases end


class Item(NamedTuple):
    """One step of a statement: any of the ideas in `mask`, at most `gap` words after the step before."""

    mask: int
    gap: int


class Statement(NamedTuple):
    """Ideas in order within one sentence; `unless` are ideas that must not stand from the first step to the last."""

    items: tuple[Item, ...]
    unless: int


class Said:
    """What some words say wherever they stand: their ideas, where each is (`hits`), and the answers given so far."""

    __slots__ = ("_starts", "_stops", "answers", "hits", "mask", "masks", "text", "tokens")

    def __init__(self, tokens: list[str], masks: list[int], text: str = "") -> None:
        """Take words with the ideas at each, and the text they were cut from."""
        self.text = text
        self.tokens = tokens
        self.masks = masks
        self.mask: int = reduce(or_, masks, 0)
        self.hits: Hits = tuple([(at, mask) for at, mask in enumerate(masks) if mask])
        self.answers: dict[Any, Any] = {}
        self._starts: list[int] | None = None
        self._stops: list[int] | None = None

    @property
    def stops(self) -> list[int]:
        """The words that are signs which may end a sentence."""
        if self._stops is None:
            self._stops = [at for at, token in enumerate(self.tokens) if token[0] in STOPS]
        return self._stops

    @property
    def starts(self) -> list[int]:
        """The offset in the text at which each word starts."""
        if self._starts is None:
            self._starts = [match.start() for match in TOKEN.finditer(self.text)]
        return self._starts


class Sentence(Protocol):
    """Words of a line from token `start` on, as much of them as the lexicon has to know."""

    start: int
    mask: int
    said: Said  # what they say


UNASKED = (-1, -1)


class Lexicon:
    """The ideas and statements of schemas/wording/, ready to look up. It remembers only what it has heard."""

    def __init__(self, tables: dict[str, Any]) -> None:
        """Take what `wording.arrange` made."""
        self.bits: dict[str, int] = tables["bits"]
        self._words: dict[str, int] = tables["words"]
        self._head: int = tables["head"]  # the letters by which stems are found
        self._stems: dict[str, dict[str, int]] = tables["stems"]
        self._meanings: tuple[int, ...] = tables["meanings"]  # the ideas of phrases
        self._phrases: dict[str, bytes] = tables["phrases"]
        self._phrase_stems: dict[str, dict[str, Any]] = tables["phrase stems"]
        self._opens: dict[str, list[Any]] = {}  # the forks of the phrases that a word opens
        self._masks: dict[tuple[str, ...], int] = {}
        self._ideas: dict[int, tuple[str, ...]] = {}
        self._by_bit: dict[int, str] = {}
        self._seen: dict[str, int] = {}
        self._said = Memory()
        self.paragraphs = Memory()
        self._pairs: dict[tuple[str, str], tuple[Any, ...]] = {}  # where two words that may open a phrase lead
        self.statements = {
            name: tuple(Statement(tuple(Item(*item) for item in items), unless) for items, unless in said)
            for name, said in tables["statements"].items()
        }

        self._opens_and_closes = {
            name: (
                reduce(or_, (statement.items[0].mask for statement in said)),
                reduce(or_, (statement.items[-1].mask for statement in said)),
            )
            for name, said in self.statements.items()
        }

    def mask(self, *ideas: str) -> int:
        """The bits of some ideas; KeyError for a name that no wording file lays down."""
        mask = self._masks.get(ideas)
        if mask is None:
            mask = self._masks[ideas] = reduce(or_, (self.bits[idea] for idea in ideas), 0)
        return mask

    def ideas(self, mask: int) -> tuple[str, ...]:
        """The names of the ideas at a word."""
        ideas = self._ideas.get(mask)
        if ideas is None:
            ideas = self._ideas[mask] = tuple(self.named(mask))
        return ideas

    def named(self, mask: int) -> Iterator[str]:
        """The names of some ideas, which are not remembered."""
        by_bit = self._by_bit
        if not by_bit:
            by_bit.update((bit, idea) for idea, bit in self.bits.items())
        while mask:
            lowest = mask & -mask
            yield by_bit[lowest]
            mask ^= lowest

    def masks(self, tokens: list[str]) -> list[int]:
        """The ideas at each token; a phrase counts at its first word."""
        masks: list[Any] = list(map(self._seen.get, tokens))
        if None in masks:
            masks = [self._look_up(t) if m is None else m for t, m in zip(tokens, masks, strict=True)]
        opens, pairs = self._opens, self._pairs
        last = len(tokens) - 1
        for at in [n for n, token in enumerate(tokens) if token in opens]:
            if at == last:
                continue
            pair = (tokens[at], tokens[at + 1])
            forks = pairs.get(pair)
            if forks is None:
                forks = pairs[pair] = tuple(further for fork in opens[pair[0]] for further in _branches(fork, pair[1]))
            for fork in forks:
                masks[at] |= self._further(fork, tokens, at + 1)
        return masks

    def _look_up(self, token: str) -> int:
        mask = self._words.get(token, 0)
        opened = [unpacked(self._phrases[token])] if token in self._phrases else []
        head = token[: self._head]
        for stem, ideas in self._stems.get(head, {}).items():
            if token.startswith(stem):
                mask |= ideas
        opened += [fork for stem, fork in self._phrase_stems.get(head, {}).items() if token.startswith(stem)]
        if opened:
            self._opens[token] = opened
        if len(self._seen) < REMEMBERED_WORDS:
            self._seen[token] = mask
        return mask

    def _further(self, fork: Fork, tokens: list[str], at: int) -> int:
        """The ideas of all phrases that a fork and the tokens after `at` complete."""
        ends_only = isinstance(fork, int)
        mask: int = self._meanings[fork if ends_only else fork.get(ENDS_HERE, 0)]
        if not ends_only and at + 1 < len(tokens):
            for further in _branches(fork, tokens[at + 1]):
                mask |= self._further(further, tokens, at + 1)
        return mask

    def hear(self, text: str) -> Said:
        """What a sentence says, or any text without the end of a sentence within; `text` is folded."""
        said: Said | None = self._said.recall(text)
        if said is None:
            tokens = list(map(intern, TOKEN.findall(text)))  # each word is kept once, however often it is said
            said = Said(tokens, self.masks(tokens), text)
            self._said.keep(text, said)
        return said

    def says(self, name: str, sentence: Sentence) -> tuple[int, int] | None:
        """Where a sentence makes a statement of the wording files: its first and last token, or None."""
        first, last = self._opens_and_closes[name]
        if not (sentence.mask & first and sentence.mask & last):
            return None
        said = sentence.said
        found = said.answers.get(name, UNASKED)
        if found is UNASKED:
            found = said.answers[name] = _first(self.statements[name], said)
        return found and (found[0] + sentence.start, found[1] + sentence.start)


def _branches(fork: dict[str, Any], token: str) -> Iterator[Fork]:
    """Where a word leads from a fork."""
    if token in fork and token != STEMS:  # a star in a notice is no key
        yield fork[token]
    if STEMS in fork:
        for stem, further in fork[STEMS].items():
            if token.startswith(stem):
                yield further


def _first(statements: tuple[Statement, ...], said: Said) -> tuple[int, int] | None:
    """Where the first of some statements that words make stands."""
    mask = said.mask
    for statement in statements:
        for needed, _ in statement.items:
            if not needed & mask:
                break
        else:
            if found := _match_from(statement, said.hits, 0, 0, None):
                return found
    return None


def _match_from(statement: Statement, hits: Hits, step: int, hit: int, first: int | None) -> tuple[int, int] | None:
    item = statement.items[step]
    last = hits[hit - 1][0] if first is not None else -1
    for at in range(hit, len(hits)):
        token, mask = hits[at]
        if first is not None and token - last > item.gap:
            return None
        if mask & item.mask:
            begun = token if first is None else first
            if step + 1 == len(statement.items):
                if not statement.unless or not any(m & statement.unless for t, m in hits if begun <= t <= token):
                    return begun, token + 1
                return None
            if found := _match_from(statement, hits, step + 1, at + 1, begun):
                return found
    return None


def once(ask: "Callable[[S, Lexicon], T]") -> "Callable[[S, Lexicon], T]":
    """Ask the same words the same question only once; what `ask` answers may not depend on where they stand."""

    def answer(sentence: "S", lexicon: Lexicon) -> "T":
        answers = sentence.said.answers
        if ask not in answers:
            answers[ask] = ask(sentence, lexicon)
        answered: T = answers[ask]
        return answered

    answer.__doc__ = ask.__doc__
    return answer
