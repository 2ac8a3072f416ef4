"""All rules, in the order in which they are listed."""

from foilint.rules import document, exemptions, file, ncnd, public_interest
from foilint.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    *exemptions.RULES,
    *public_interest.RULES,
    *ncnd.RULES,
    *document.RULES,
    *file.RULES,
)
