"""Where in a Word file the words of a block stand: the reader reads them dyed, and the dye comes out where they are.

Every element that holds words gets a dye of its own: its letters are replaced by one character of Unicode's private
planes, which means nothing to anybody. The reader then reads the dyed file. Whatever it leaves out, joins or turns over
(deleted text, fields, controls, text boxes), it need not be told twice, and cannot be told differently.
"""

from collections.abc import Iterator

from foilint.document import Document, Unreadable
from foilint.readers.characters import as_read
from foilint.readers.word import read_word
from foilint.values import NamedTuple
from foilint.word.parts import Letter, Parts, packed
from foilint.word.xml import XML, Element, name_of, written

_FIRST = 0xF0000
_PLANE = 0xFFFE  # the last two of each plane are no characters
_MOST = 2 * _PLANE
_HOLD_WORDS = frozenset(("w:t", "m:t", "v:textpath"))
_NOTES = ("footnotes", "endnotes")
_WRITTEN_ON = "string"  # the attribute of a v:textpath that holds its words


class Spot(NamedTuple):
    """A place in an element that holds words: before the sign with that number, counted in its own text."""

    holder: Element
    at: int


class Whereabouts(NamedTuple):
    """The roots of the parts that hold words, what holds them and which, and the blocks as they come out dyed."""

    roots: dict[str, Element]
    holders: tuple[Element, ...]
    words: tuple[str, ...]  # what each of the holders held, for they may be cut
    dyed: tuple[str, ...]
    texts: tuple[str, ...]

    def stretch(self, block: int, start: int, end: int) -> tuple[Spot, Spot] | None:
        """Where words of a block begin and end: before the first seen sign, behind the last. None where none is."""
        dyed, text = self.dyed[block], self.texts[block]
        shift = len(dyed) - len(text)  # a typed number in front is dyed too, and so is not known for one
        seen = [at for at in range(max(0, start + shift), max(0, end + shift)) if at < len(dyed) and _dye(dyed[at])]
        if not seen:
            return None
        return self._spot(dyed, seen[0], 0), self._spot(dyed, seen[-1], 1)

    def holders_of(self, block: int) -> tuple[Element, ...]:
        """The elements that hold a block's words, in order."""
        return tuple(self.holders[dye - 1] for dye in dict.fromkeys(filter(None, map(_dye, self.dyed[block]))))

    def _spot(self, dyed: str, at: int, behind: int) -> Spot:
        number = _dye(dyed[at]) - 1
        before = dyed.count(dyed[at], 0, at)
        seen = [place for place, sign in enumerate(self.words[number]) if _is_seen(sign)]
        return Spot(self.holders[number], seen[before] + behind)


def whereabouts(letter: Letter, document: Document) -> Whereabouts:
    """Where the words of a draft's blocks stand in its file. Raises Unreadable where there are too many pieces."""
    names = (letter.main, *filter(None, map(letter.beside, _NOTES)))
    roots = {name: letter.root(name) for name in names}
    holders: list[Element] = []
    dyed_parts: Parts = {}
    for name, root in roots.items():
        dyed_parts[name] = written(_with_dye(letter.root(name), len(holders) + 1))
        holders += _holders(root)
    dyed = read_word(packed(letter.changed(dyed_parts)), document.path).blocks
    if len(dyed) != len(document.blocks):
        raise Unreadable("its words cannot be found again in its file", "please report it, with a file that shows it")
    texts = tuple(block.text for block in document.blocks)
    return Whereabouts(roots, tuple(holders), tuple(map(text_of, holders)), tuple(block.text for block in dyed), texts)


def text_of(holder: Element) -> str:
    """The words that an element holds."""
    return holder.get(_WRITTEN_ON, "") if name_of(holder) == "v:textpath" else "".join(map(str, holder.itertext()))


def write(holder: Element, words: str) -> None:
    """Let a w:t hold these words."""
    for inside in holder:
        holder.remove(inside)
    holder.text = words
    holder.set(f"{{{XML}}}space", "preserve")


def _with_dye(root: Element, first: int) -> Element:
    """A part with the words of every holder dyed, each in a dye of its own; `first` is the number of the first dye."""
    for number, holder in enumerate(_holders(root), first):
        dye = _sign(number)
        words = "".join(dye if _is_seen(sign) else sign for sign in text_of(holder))
        if name_of(holder) == "v:textpath":
            holder.set(_WRITTEN_ON, words)
        else:
            write(holder, words)
    return root


def _holders(root: Element) -> Iterator[Element]:
    """The elements of a part that hold words."""
    return (node for node in root.iter() if name_of(node) in _HOLD_WORDS)


def _is_seen(sign: str) -> bool:
    """Whether a sign is read as one that can be seen: blanks and soft hyphens keep their own ways."""
    return bool(as_read(sign).strip())


def _sign(dye: int) -> str:
    """The character that stands for a dye. Raises Unreadable where there are no more."""
    if dye > _MOST:
        raise Unreadable("its words lie in too many pieces", "save it anew from Word, or split it")
    plane, low = divmod(dye - 1, _PLANE)
    return chr(_FIRST + plane * 0x10000 + low)


def _dye(sign: str) -> int:
    """The dye that a character stands for, 0 for none."""
    plane, low = divmod(ord(sign) - _FIRST, 0x10000)
    return plane * _PLANE + low + 1 if plane >= 0 and low < _PLANE else 0
