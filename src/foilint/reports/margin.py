"""What stands in the margin of a notice shown with what was recognised in it."""

from foilint.document import Block, Layer
from foilint.notice import Region
from foilint.transcript import Recognised, Role

REGIONS = {
    Region.REQUEST: "the request, set aside",
    Region.QUOTATION: "quoted, set aside",
    Region.RIGHTS: "review and complaint",
    Region.FURNITURE: "page furniture, set aside",
}
LAYERS = {
    Layer.BOX: "text box",
    Layer.HEADER: "page header",
    Layer.FOOTER: "page footer",
    Layer.NOTE: "note",
}
SINGLE_WORDS = frozenset((Role.CLAIM, Role.MENTION))
"""Roles of single words, which would crowd the margin."""


def margin(block: Block, region: Region, here: tuple[Recognised, ...], unit: str) -> str:
    """A block's place off the main text, whose words it holds, and what it was recognised as; "" for nothing.

    `unit` is what the law of the notice calls its provisions.
    """
    names = [block.name or LAYERS.get(block.layer, ""), REGIONS.get(region, "")]
    names += [_taken_for(each, unit) for each in here if each.role not in SINGLE_WORDS]
    return "; ".join(dict.fromkeys(filter(None, names)))


def numbers(unit: str, provisions: list[str]) -> str:
    """Provisions with the word for them: "section 24(2)", "regulations 12(4)(d) and 12(5)(b)"."""
    bare = [provision.rpartition(" ")[2] for provision in provisions]
    return f"{unit}{'s' * (len(bare) > 1)} {listed(bare)}".strip()


def listed(words: list[str]) -> str:
    """Words one after another: "a, b and c"."""
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def _taken_for(each: Recognised, unit: str) -> str:
    return f"{each.role}: {numbers(unit, list(each.exemptions))}" if each.exemptions else str(each.role)
