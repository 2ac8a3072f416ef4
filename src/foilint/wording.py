"""The words of notices, arranged for looking up: schemas/wording/*.yaml becomes tables of words, stems and phrases.

Arranging is done once, when foilint is built (`compiling`), for it costs more than a whole check.
An idea becomes one bit of a number, so that a sentence's ideas are one number too.
"""

import marshal
from collections.abc import Iterable, Mapping, Sequence

from foilint import knowledge
from foilint.functional import cache
from foilint.law import Law, laws
from foilint.patterns import pattern
from foilint.values import Any

TOKEN = pattern("token")
SINGLE = "‘’ʼ"
DOUBLE = "“”"
DASHES = "–—‐‑‒−"  # the dashes that word processors put for a hyphen
SPACES = "\u00a0\u202f\u00ad"
FOLD = str.maketrans(
    {
        **dict.fromkeys(SINGLE, "'"),
        **dict.fromkeys(DOUBLE, '"'),
        **dict.fromkeys(DASHES, "-"),
        **dict.fromkeys(SPACES, " "),
        "«": "<",
        "»": ">",
        "…": ".",
    }
)

TABLES = "words"  # the name under which the arranged tables are compiled
_WITHOUT_REFERENCES = 2  # of the versions of marshal, the last that writes the same value always the same

ENDS = ""  # in a fork: the meaning of the phrases that end here
STEMS = "*"  # in a fork: what words beginning with a stem lead to

Plain = Any
"""A fork of phrases: {next word: further fork or, where every phrase ends there, their meaning}, with ENDS and STEMS.

A meaning is a place in the table of "meanings", which holds ideas: it is short where ideas are numbers of many bits.
"""


@cache
def tables() -> dict[str, Plain]:
    """The tables of all wording files together with the names of the laws, as `arrange` makes them.

    Where nothing is compiled, a wrong file raises `WrongFile` or `WrongWording`.
    """
    compiled: dict[str, Plain] | None = knowledge.compiled(TABLES)
    return compiled or arrange([knowledge.read(name) for name in knowledge.names("wording")], laws())


def fold(text: str) -> str:
    """Lower case with straight quotes and plain hyphens, character for character, so that offsets stay true."""
    folded = text.translate(FOLD).lower()
    if len(folded) == len(text):
        return folded
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text.translate(FOLD))


class WrongWording(ValueError):
    """A wording file says something twice, or speaks of an idea that is nowhere laid down."""


def arrange(files: Iterable[Mapping[str, Plain]], laws: Iterable[Law]) -> dict[str, Plain]:
    """The tables that `recognise.words.Lexicon` looks up, from what the wording files say and how the laws are called.

    The ideas of all files are read as one. Each law is an idea by its regime, "misnamed REGIME" its wrong names, and
    "law-name" all of them; "UNIT-word" is what its provisions are called, "commissioner-word" its Commissioner too.
    Raises `WrongWording`.
    """
    ideas: dict[str, Sequence[str]] = {}
    statements: dict[str, Sequence[str]] = {}
    presumed = ""
    for file in files:
        for known, said in ((ideas, file["ideas"]), (statements, file["statements"])):
            if twice := sorted(known.keys() & said.keys()):
                raise WrongWording(f"laid down twice: {', '.join(twice)}")
            known.update(said)
        presumed = file.get("presumed-law", presumed)
    laws = tuple(laws)
    for law in laws:
        ideas[law.regime] = [_spaced(name) for name in law.names]
        ideas[f"misnamed-{law.regime}"] = [_spaced(name) for name in law.misnamed]
        if f"{law.unit}-word" not in ideas:  # abbreviations and slips need a wording file; the plain word does not
            ideas[f"{law.unit}-word"] = [law.unit, f"{law.unit}s"]
            ideas["plural-unit"] = [*ideas.get("plural-unit", ()), f"{law.unit}s"]
    ideas["commissioner-word"] = [*ideas.get("commissioner-word", ()), *_unusual(ideas, laws)]
    ideas["law-name"] = [*ideas.get("law-name", ()), *(name for law in laws for name in ideas[law.regime])]
    tables = _Tables()
    for idea, words in ideas.items():
        tables.add(idea, words)
    said = {name: tuple(tables.statement(pattern) for pattern in patterns) for name, patterns in statements.items()}
    head = min(map(len, tables.stems.keys() | tables.phrase_stems.keys()), default=0)
    meanings: dict[int, int] = {0: 0}
    phrases = {word: _meaning(fork, meanings) for word, fork in tables.phrases.items()}
    phrase_stems = {stem: _meaning(fork, meanings) for stem, fork in tables.phrase_stems.items()}
    return {
        "bits": tables.bits,
        "words": tables.words,
        "head": head,
        "stems": _by_head(tables.stems, head),
        "meanings": tuple(meanings),
        "phrases": {word: _packed(fork) for word, fork in phrases.items()},
        "phrase stems": _by_head(phrase_stems, head),
        "statements": said,
        "presumed": presumed,
    }


def _by_head(stems: Mapping[str, Plain], head: int) -> dict[str, dict[str, Plain]]:
    """Stems by their first letters, as many as the shortest has: few words begin as any stem does."""
    heads: dict[str, dict[str, Plain]] = {}
    for stem, means in stems.items():
        heads.setdefault(stem[:head], {})[stem] = means
    return heads


def _meaning(fork: dict[str, Plain], meanings: dict[int, int]) -> Plain:
    """A fork of ideas as one of meanings, which grow; the meaning alone where every phrase ends."""
    told = {
        word: meanings.setdefault(further, len(meanings)) if word == ENDS else _meaning(further, meanings)
        for word, further in fork.items()
        if word != STEMS
    }
    if STEMS in fork:
        told[STEMS] = {stem: _meaning(further, meanings) for stem, further in fork[STEMS].items()}
    return told[ENDS] if told.keys() == {ENDS} else told


def _packed(fork: Plain) -> bytes:
    """The phrases that a word opens, to be unpacked once it is heard: a letter has the words to open one in ten."""
    return marshal.dumps(fork, _WITHOUT_REFERENCES)


def unpacked(packed: bytes) -> Plain:
    """The phrases that a word opens, as a fork."""
    return marshal.loads(packed)  # noqa: S302  as trusted as what it was compiled into


def _unusual(ideas: Mapping[str, Sequence[str]], laws: Iterable[Law]) -> list[str]:
    """The names of Commissioners that have none of the words by which the wording files know one."""
    usual = tuple(word.rstrip(STEMS) for word in ideas.get("commissioner-word", ()))
    names = (_spaced(name) for law in laws for name in law.particulars.commissioners)
    return [name for name in names if not any(word.startswith(usual) for word in name.split())]


def _spaced(name: str) -> str:
    return " ".join(TOKEN.findall(fold(name)))


class _Tables:
    """The tables as they grow."""

    def __init__(self) -> None:
        self.bits: dict[str, int] = {}
        self.words: dict[str, int] = {}
        self.stems: dict[str, int] = {}
        self.phrases: dict[str, Plain] = {}
        self.phrase_stems: dict[str, Plain] = {}  # those whose first word is a stem

    def add(self, idea: str, entries: Iterable[str]) -> None:
        """Add the words, stems and phrases of an idea."""
        bit = self.bits.setdefault(idea, 1 << len(self.bits))
        for entry in entries:
            first, *rest = str(entry).split()
            for word in _choices(first):
                if rest and word[-1] == STEMS and len(word) > 1:
                    _grow(self.phrase_stems.setdefault(word[:-1], {}), rest, bit)
                elif rest:
                    _grow(self.phrases.setdefault(word, {}), rest, bit)
                elif word[-1] == STEMS and len(word) > 1:
                    _mark(self.stems, word[:-1], bit)
                else:
                    _mark(self.words, word, bit)

    def statement(self, pattern: str) -> tuple[tuple[tuple[int, int], ...], int]:
        """A statement as ((ideas, gap), …) and the ideas that forbid it."""
        says, _, unless = pattern.partition(" unless ")
        items: list[tuple[int, int]] = []
        gap = ANYWHERE
        for step in says.split():
            if step.startswith("~"):
                gap = int(step[1:])
            else:
                items.append((self._mask(step.split("|")), gap))
                gap = ANYWHERE
        return tuple(items), self._mask(unless.split())

    def _mask(self, ideas: Iterable[str]) -> int:
        mask = 0
        for idea in ideas:
            if idea not in self.bits:
                raise WrongWording(f"no idea is called {idea!r}")
            mask |= self.bits[idea]
        return mask


ANYWHERE = 1 << 30


def _mark(table: dict[str, int], word: str, bit: int) -> None:
    """Add an idea to a word. The bit itself is kept where it is the only one: marshal then writes a short reference."""
    table[word] = table[word] | bit if word in table else bit


def _grow(fork: dict[str, Plain], steps: list[str], bit: int) -> None:
    """Add a phrase's further steps to a fork."""
    if not steps:
        fork[ENDS] = fork.get(ENDS, 0) | bit
        return
    for word in _choices(steps[0]):
        stem = "" if word == "_" else word[:-1] if word[-1] == STEMS and len(word) > 1 else None
        branches = fork if stem is None else fork.setdefault(STEMS, {})
        _grow(branches.setdefault(word if stem is None else stem, {}), steps[1:], bit)


def _choices(step: str) -> list[str]:
    """The words that a step offers: "review/appeal" two, a bare "/" itself."""
    return step.split("/") if len(step) > 1 else [step]
