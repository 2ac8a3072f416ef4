"""Provisions as people write them in a question: "31(3)", "reg 12(5)(e)", "foisa 35", "s.40(5B)"."""

import re
from collections.abc import Iterator

from foilint.document import Block
from foilint.law import Law
from foilint.provision import Path, printed
from foilint.recognise.citations import Cited, find
from foilint.recognise.draft import eyes
from foilint.recognise.words import Line
from foilint.values import NamedTuple


class Reference(NamedTuple):
    """A provision of a law, whether or not the law has it."""

    law: Law
    path: Path

    def __str__(self) -> str:
        """As a sentence has it: "section 31(3)", "regulation 12(5)(e)"."""
        return f"{self.law.unit} {printed(self.path)}"

    @property
    def known(self) -> bool:
        """Whether the law has it, as an exemption, a companion or machinery."""
        return self.law.exists(self.path)


def references(words: str) -> tuple[Reference, ...]:
    """What the words can mean, the likeliest first; none where they name no provision.

    Without a law named every law is meant that has such a provision; if none has, the law presumed in notices.
    """
    shelf = eyes().shelf
    cited = _cited(words)
    if cited is None:
        return ()
    if cited.law:
        law = shelf.by_regime.get(cited.law)
        return (Reference(law, cited.path),) if law else ()
    laws = [law for law in shelf.laws if cited.unit in ("", law.unit)]
    meant = tuple(Reference(law, cited.path) for law in laws if law.exists(cited.path))
    return tuple(sorted(meant, key=_unlikely)) or (Reference(laws[0], cited.path),)


def neighbours(reference: Reference) -> tuple[str, ...]:
    """The provisions of the law that are nearest to one it does not have: those that share most of its steps."""
    law, path = reference
    limbs = [limb for exemption in law.exemptions for limb in exemption.limbs if not limb.obsolete]
    known = [(*limb.path, *steps) for limb in limbs for steps in ((), *limb.steps)]
    for shared in range(len(path) - 1, 0, -1):
        alike = [each for each in known if each[:shared] == path[:shared]]
        if alike:
            return tuple(printed(each) for each in alike)
    return ()


def _cited(words: str) -> Cited | None:
    """The provision in the words; a bare number is taken for a section or regulation."""
    sight = eyes()
    units = (law.unit for law in sight.shelf.laws)
    tries = [words, *(re.sub(r"\d", rf"{unit} \g<0>", words, count=1) for unit in dict.fromkeys(units))]
    cited: Iterator[Cited] = (
        each for attempt in tries for each in find(Line(0, Block(attempt), sight.lexicon), sight.shelf)
    )
    return next(cited, None)


def _unlikely(reference: Reference) -> int:
    """Provisions that exempt or turn come before those that only support them, and these before duties and appeals."""
    law, path = reference
    if law.is_machinery(path):
        return 2
    return 0 if law.limbs(path) or law.companion(path) else 1
