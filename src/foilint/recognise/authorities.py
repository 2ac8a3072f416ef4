"""Who speaks: whether another public authority says what only the letter's own can say, or half of a name is left.

The letter's own authority is named in the letterhead, the signature, the footers and the addresses of its sites.
Another body may be mentioned, consulted or recommended; it may not rely, refuse, or neither confirm nor deny.
"""

from collections.abc import Mapping, Sequence

from foilint.document import Layer
from foilint.notice import Region, Slip
from foilint.recognise.bodies import UNITS, WE, Name, called_we, capitals, names_in, row
from foilint.recognise.lexicon import Lexicon
from foilint.recognise.spoken import Spoken
from foilint.recognise.voices import Voice
from foilint.recognise.words import Line
from foilint.values import NamedTuple

HEAD, TAIL = 8, 7  # blocks of a letterhead, and of a signature
OUTSIDE = frozenset((Region.REQUEST, Region.QUOTATION))
APART = frozenset((Layer.HEADER, Layer.FOOTER, Layer.FURNITURE, Layer.BOX))


OVER = UNITS | {"ministry"}  # what a unit with a name of its own belongs to, and may answer for


class Own(NamedTuple):
    """The letter's own authority, as far as its head, foot and sites name it."""

    home: tuple[Name, ...]
    words: frozenset[str]
    bodies: int
    head: frozenset[str]  # the words with capitals of its head and foot, where it has a head
    greets: bool  # whether it is a letter, whose head would name it
    places: Mapping[tuple[str, ...], frozenset[int]]  # the blocks in which each name stands, by its words

    def is_other(self, name: Name, names: Sequence[Name]) -> bool:
        """Whether a name belongs to somebody else."""
        key = name.words or name.points
        if not key:
            return False
        if name.kind == WE:
            return self.is_unheard_of(name)
        if not self.home:
            return _is_latecomer(name, names, self.places[name.words]) or self.is_unheard_of(name)
        if name.minor and not self.words.issuperset(key):
            return all(name.kind != each.kind or self.words.isdisjoint(key) for each in self.home)
        if self.words.isdisjoint(key) or (key[0] not in self.words and not _opens_sentence(name)):
            return True
        # West Yorkshire, not South Yorkshire.
        alike = [each for each in self.home if each.body & name.body and each.words == name.words and each.points]
        return bool(alike and name.points) and all(each.points != name.points for each in alike)

    def is_unheard_of(self, name: Name) -> bool:
        """Whether nothing of a name stands in the letter's head and foot, though these name no body of a known kind."""
        return bool(self.head and name.words) and self.head.isdisjoint(name.words)

    def is_stranger(self, name: Name, spoken: Spoken) -> bool:
        """Whether a body of another kind says "we", though a word of its name stands in the letterhead's address."""
        if not self.home or self.bodies & name.body or name.minor:
            return False
        return Voice(name, False, name.line.index in spoken.rights, spoken.lexicon).is_we()

    def hears(self, name: Name, spoken: Spoken) -> bool:
        """Whether somebody else speaks as this authority would.

        A department or an agency is told from a unit of the letter's own only where that is one too.
        """
        peer = bool(not self.home or self.bodies & name.body)
        voice = Voice(name, peer, name.line.index in spoken.rights, spoken.lexicon)
        if not self.home and self.is_unheard_of(name):
            return name.kind not in OVER and (voice.answers_you() or (self.greets and voice.takes_the_word()))
        if peer or not name.minor:
            return voice.speaks()
        return name.kind not in UNITS and voice.answers_you()


def others(lines: Sequence[Line], regions: Sequence[Region], spoken: Spoken) -> tuple[Slip, ...]:
    """Where another authority speaks, or half of a name is left, each with the name of the letter's own."""
    lexicon = spoken.lexicon
    called = [name for line in lines for name in called_we(line, lexicon)]
    names = [*(name for line in lines for name in names_in(line, lexicon)), *called]
    zone = _zone(lines, lexicon) if names else frozenset()
    home = tuple(name for name in names if name.line.index in zone)
    known = {word for name in home for word in (*name.words, *row(name, lexicon))} | _site_words(lines, lexicon)
    greets = any(line.masks[:1] and line.masks[0] & lexicon.mask("letter-opens") for line in lines[: HEAD * 2])
    own = Own(home, frozenset(known), _bodies(home), _head(lines, zone), greets, _places(names))
    slips: dict[tuple[int, tuple[str, ...]], Slip] = {}  # one for each name in a block, which "we at Moray" may repeat
    for name in names:
        if regions[name.line.index] in OUTSIDE or name.line.index in zone:
            continue
        heard = own.hears(name, spoken) if own.is_other(name, names) else own.is_stranger(name, spoken)
        if _is_half(name) or heard:
            theirs = (each for each in names if each.words != name.words and each.kind != WE)
            expected = next((each.written for each in (*home, *theirs) if each.words or each.points), "")
            slip = Slip(name.line.span(name.start, name.end), expected)
            earlier = slips.get((name.line.index, name.words))
            if earlier is None or earlier.span.start == slip.span.start:  # "Leeds Hospitals" goes on: "NHS Trust"
                slips[name.line.index, name.words] = slip
    return tuple(slips.values())


def _head(lines: Sequence[Line], zone: frozenset[int]) -> frozenset[str]:
    """The words with capitals of the head and foot; none where there is no head."""
    words = [capitals(line) for line in lines if line.index in zone]
    headed = any(len(capitals(line)) > 1 for line in lines[: HEAD * 2] if line.index in zone)
    return frozenset().union(*words) if headed else frozenset()


def _bodies(names: Sequence[Name]) -> int:
    bodies = 0
    for name in names:
        bodies |= name.body
    return bodies


def _places(names: Sequence[Name]) -> Mapping[tuple[str, ...], frozenset[int]]:
    places: dict[tuple[str, ...], set[int]] = {}
    for name in names:
        places.setdefault(name.words, set()).add(name.line.index)
    return {words: frozenset(found) for words, found in places.items()}


def _is_latecomer(name: Name, names: Sequence[Name], places: frozenset[int]) -> bool:
    """Where no letterhead tells: whether it is named in one place only, after another body of its kind."""
    first = next((each for each in names if each.words and each.body & name.body), name)
    return len(places) == 1 and first.line.index < name.line.index and set(first.words).isdisjoint(name.words)


def _zone(lines: Sequence[Line], lexicon: Lexicon) -> frozenset[int]:
    """The blocks of the letterhead, the signature, the headers, the footers and the site's own furniture."""
    salutation, closing = lexicon.mask("letter-opens"), lexicon.mask("letter-closes")
    heads = lines[: HEAD * 2]
    opens = next((n for n, line in enumerate(heads) if line.masks and line.masks[0] & salutation), None)
    zone = set(range(opens if opens is not None else min(HEAD, len(lines) // 4)))
    for n, line in enumerate(lines):
        if line.block.layer in APART:
            zone.add(n)
        elif line.masks and line.masks[0] & closing and len(line.tokens) <= TAIL:
            zone |= set(range(n, min(n + TAIL, len(lines))))
    return frozenset(zone)


def _site_words(lines: Sequence[Line], lexicon: Lexicon) -> set[str]:
    """The words of e-mail and web addresses: they name the authority when its head does not."""
    sign = lexicon.mask("domain-word")
    words: set[str] = set()
    for line in lines:
        if line.mask & sign:
            for chunk in line.folded.split():
                if "@" in chunk or "www." in chunk or "://" in chunk:
                    words.update(chunk.replace("@", ".").replace("-", ".").replace("/", ".").split("."))
    return words


def _is_half(name: Name) -> bool:
    """Whether only the second half of a hyphened name is left in a sentence: "requires -Powys Police"."""
    text, start = name.line.block.text, name.line.start_of(name.start)
    return start > len("a -") - 1 and text[start - 1] in "-–‐‑" and text[start - 2] == " " and text[start - 3].isalpha()


def _opens_sentence(name: Name) -> bool:
    return any(sentence.start == name.start for sentence in name.line.sentences)
