"""Take each part out of each notice: is it missed then? Needs no labels, and shows what is too easily an argument.

usage: taken_out.py [SET ...]

SET: a folder below benchmarks/notices (default: all). For every notice and each part of the test that it is read to
have, all sentences and headings of that part are taken out and the notice is read again. What is read as that part
even so is printed. A sentence that serves two parts is left alone.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from accuracy import HERE
from word_from_html import word_from_html

from foilint.document import Document, Span
from foilint.notice import Notice, Part, State
from foilint.readers import read
from foilint.recognise import recognise


def documents(folder: Path) -> Iterator[tuple[str, Document]]:
    """Every labelled notice below a folder, read."""
    for label in sorted(folder.rglob("*.yaml")):
        source = label.with_suffix("")
        name, data = str(source.relative_to(HERE)), source.read_bytes()
        if name.endswith(".docx.html"):
            data, name = word_from_html(data.decode()), name.removesuffix(".html")
        yield name, read(data, name)


def present(notice: Notice, part: Part) -> set[str]:
    """The exemptions that have a part."""
    return {each.number for each in notice.engagements if dict(each.parts).get(part) is State.PRESENT}


def spans(notice: Notice, part: Part) -> list[Span]:
    """Where the sentences and headings of a part stand."""
    own = [p for p in notice.passages if p.part is part]
    return [span for p in own for span in (*p.text, *((p.heading,) if p.heading else ()))]


def is_shared(notice: Notice, part: Part) -> bool:
    """Whether a sentence of the part serves another part too."""
    own = spans(notice, part)
    others = [span for p in notice.passages if p.part is not part for span in p.text]
    return any(a.block == b.block and a.start < b.end and b.start < a.end for a in own for b in others)


def without(document: Document, taken: list[Span]) -> Document:
    """A document without some stretches of its text, nor the blocks that hold no words any more."""
    blocks = []
    for number, block in enumerate(document.blocks):
        text = block.text
        for span in sorted((s for s in taken if s.block == number), reverse=True):
            text = f"{text[: span.start].rstrip(': ')} {text[span.end :].lstrip(': .')}"
        if any(character.isalpha() for character in text):
            blocks.append(block._replace(text=text.strip()))
    return document._replace(blocks=tuple(blocks))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*", default=["."])
    taken = still = 0
    for name, document in (each for folder in parser.parse_args().sets for each in documents(HERE / folder)):
        notice = recognise(document)
        for part in Part:
            having = present(notice, part)
            if not having or is_shared(notice, part):
                continue
            again = recognise(without(document, spans(notice, part)), notice.law, notice.kind)
            taken += len(having)
            for engagement in again.engagements:
                if engagement.number in having & present(again, part):
                    still += 1
                    read_as = again.document.words(dict(engagement.evidence)[part])
                    print(f"{name} {engagement.number} {part}: {read_as[:90]!r}")
    print(f"{taken} parts taken out, {taken - still} missed then ({100 * (taken - still) / taken:.1f} %)")


if __name__ == "__main__":
    main()
