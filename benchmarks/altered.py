"""Alter each notice in one place, as a slip or a template would: does the rule that is about it speak then?

usage: altered.py [SET ...]

SET: a folder below benchmarks/notices (default: all). Needs no labels. For every alteration it prints the places that
nobody missed, and in the end how many of how many were told.
"""

import argparse
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent))

from accuracy import HERE
from taken_out import documents

from foilint.document import Document
from foilint.notice import Kind, Notice, Region, Response
from foilint.recognise import recognise
from foilint.recognise.codes import candidates
from foilint.rules import RULES

DATE = re.compile(
    r"\b\d{1,2} (January|February|March|April|May|June|July|August|September|October|November|December)( 20\d\d)?\b"
)
GAPS = ("[insert date]", "<date>", "XX XXXX 2026", "____ 2026")  # what a template has in place of a date
SILENCES = re.compile(r"31\(3\)|24\(2\)|38\(2\)|43\(3\)")
WITHHOLDING = {"31": "31(1)(a)", "24": "24(1)", "38": "38(1)(a)", "43": "43(2)"}
AROUND = 100  # characters printed on either side
HEAD = 8  # blocks in which a letter gives its reference

Rewrite = Callable[[str], str]


class Alteration(NamedTuple):
    """One change to a notice: its name, the rule that should speak of it, and the block to rewrite (None: all)."""

    name: str
    rule: str
    rewrite: Rewrite
    block: int | None = None


def alterations(notice: Notice) -> Iterator[Alteration]:
    """What can be altered in a notice."""
    yield Alteration("dead site", "obsolete-contact", lambda text: text.replace("ico.org.uk", "ico.gov.uk", 1))
    if notice.law.unit == "regulation":
        yield Alteration(
            "year of the Regulations", "wrong-instrument", _replace("Regulations 2004", "Regulations 2000")
        )
        yield Alteration(
            "unit", "wrong-instrument", lambda text: re.sub(r"\bregulation (?=1\d\(\d\)\()", "section ", text, count=1)
        )
    numbers = {engagement.number for engagement in notice.engagements}
    if (
        notice.law.regime == "foia2000"
        and notice.response is Response.NCND
        and len(numbers & WITHHOLDING.keys()) == len(numbers) == 1
    ):
        limb = WITHHOLDING[numbers.pop()]
        yield Alteration("limb", "wrong-limb", lambda text: SILENCES.sub(limb, text))
    yield from _dates(notice)
    if notice.kind is Kind.LETTER:
        yield from _references(notice)


def _replace(old: str, new: str) -> Rewrite:
    return lambda text: text.replace(old, new)


def _dates(notice: Notice) -> Iterator[Alteration]:
    """The first date of the answer, as a template would have it."""
    for number, (block, region) in enumerate(zip(notice.document.blocks, notice.regions, strict=True)):
        found = DATE.search(block.text) if region is Region.RESPONSE else None
        if found:
            for gap in GAPS:
                yield Alteration(f"date: {gap}", "placeholder", _replace(found[0], gap), number)
            return


def _references(notice: Notice) -> Iterator[Alteration]:
    """The reference of the head where it is given again, with another last digit."""
    places: dict[str, list[int]] = {}
    for number, block in enumerate(notice.document.blocks):
        for _, words, _ in candidates(block.text):
            places.setdefault(words, []).append(number)
    for words, where in places.items():
        if len(where) > 1 and where[0] <= HEAD < where[-1] and not words.isdigit():
            at = max(n for n, character in enumerate(words) if character.isdigit())
            other = f"{words[:at]}{(int(words[at]) + 3) % 10}{words[at + 1 :]}"
            yield Alteration("reference", "mismatched-reference", _replace(words, other), where[-1])


def altered(document: Document, alteration: Alteration) -> tuple[Document, str] | None:
    """The document with one alteration, and the words around it; None where there is nothing to alter."""
    blocks, around = list(document.blocks), ""
    for number, block in enumerate(blocks):
        text = alteration.rewrite(block.text) if alteration.block in (None, number) else block.text
        if text != block.text and not around:
            at = next(n for n, (old, new) in enumerate(zip(block.text, text, strict=False)) if old != new)
            around = " ".join(text[max(0, at - AROUND) : at + AROUND].split())
        blocks[number] = block._replace(text=text)
    return (document._replace(blocks=tuple(blocks)), around) if around else None


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*", default=["."])
    speaks = {rule.name: lambda notice, rule=rule: any(True for _ in rule.check(notice)) for rule in RULES}
    tried: Counter[str] = Counter()
    told: Counter[str] = Counter()
    for name, document in (each for folder in parser.parse_args().sets for each in documents(HERE / folder)):
        notice = recognise(document)
        if notice.response is Response.NOT_A_REFUSAL:
            continue
        for alteration in alterations(notice):
            changed = None if speaks[alteration.rule](notice) else altered(document, alteration)
            if changed is None:
                continue
            tried[alteration.name] += 1
            if speaks[alteration.rule](recognise(changed[0], notice.law, notice.kind)):
                told[alteration.name] += 1
            else:
                print(f"{name} {alteration.name}: {changed[1]!r}", flush=True)
    for each, count in tried.items():
        print(f"{each}: {told[each]} of {count}")


if __name__ == "__main__":
    main()
