"""All rules, in the order in which they are listed."""

from foilint.rules import document, drafting, exemptions, file, ncnd, particulars, public_interest
from foilint.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    *exemptions.RULES,
    *public_interest.RULES,
    *ncnd.RULES,
    *particulars.RULES,
    *drafting.RULES,
    *document.RULES,
    *file.RULES,
)
