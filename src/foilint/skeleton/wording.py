"""The fixed words of a law's notices (they stand in schemas/skeletons.yaml), and what a skeleton is asked to be."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from foilint import knowledge
from foilint.law import Duty, Law
from foilint.misuse import Misuse
from foilint.notice import Kind, Part
from foilint.skeleton.claims import Claim
from foilint.template import Demand, Paragraph, Template
from foilint.values import Any, NamedTuple

DISCLAIMER, REVIEW, COMMISSIONER = "disclaimer", "review", "commissioner"
OWN_PLACES = (DISCLAIMER, REVIEW, COMMISSIONER)
"""Approved paragraphs of a house that take the place of foilint's own; all others follow the reasons."""


class Wording(NamedTuple):
    """The words of a law's notices, by name; {fields} are still to be filled in."""

    law: Law
    words: Mapping[str, Any]

    def say(self, name: str, duty: Duty | None = None, **fields: str) -> str:
        """The words of that name, for a duty where they differ by it."""
        words = self.words[name]
        text = words[duty] if duty else words
        known = self.law.particulars
        usual = {
            "law": self.law.title,
            "unit": self.law.unit,
            "claim": self.law.claim,
            "days": str(known.review_request_days),
            "period": known.complaint_period,
        }
        return str(text.format_map(usual | fields))

    def about(self, name: str, claims: Sequence[Claim], duty: Duty | None = None, **fields: str) -> str:
        """The words of that name, about claims."""
        provisions = self.provisions(claims)
        title = claims[0].exemption.title
        return self.say(name, duty, provisions=provisions, Provisions=capital(provisions), title=title, **fields)

    def fixed(self, name: str, situation: str = "after-review") -> str:
        """A fixed paragraph; `situation` says when the Commissioner comes in."""
        return self.say(name, unhappy=self.say(situation)) if name == COMMISSIONER else self.say(name)

    def provisions(self, claims: Sequence[Claim]) -> str:
        """The provisions of claims, as a sentence has them: "section 7(1)", "sections 7(1) and 8(2)"."""
        numbers = [number for claim in claims for number in claim.numbers]
        if len(numbers) == 1:
            return f"{self.law.unit} {numbers[0]}"
        return f"{self.law.unit}s {', '.join(numbers[:-1])} and {numbers[-1]}"


class Asked(NamedTuple):
    """What a skeleton is to be: what it relies on, of which kind, under which template, in which words."""

    claims: tuple[Claim, ...]
    kind: Kind
    template: Template
    said: Wording

    def of(self, duty: Duty) -> tuple[Claim, ...]:
        """The exemptions relied on for a duty; bars are none."""
        return tuple(each for each in self.claims if each.duty is duty and not each.exemption.bar)

    @property
    def bars(self) -> tuple[Claim, ...]:
        """The provisions relied on that are no exemptions, yet end the matter."""
        return tuple(each for each in self.claims if each.exemption.bar)

    def owing(self, part: Part, claims: Iterable[Claim]) -> tuple[Claim, ...]:
        """Those of the claims that owe a part, in this house."""
        owed = self.template.owed
        return tuple(each for each in claims if part in owed(self.kind, each.exemption.number, each.owes))

    def approved(self, name: str) -> str:
        """The paragraph that takes a place in the notice: the one the house has approved, else foilint's own."""
        own = [each.text for each in self.owed_paragraphs() if each.name == name]
        return " ".join(own[0].split()) if own else self.said.fixed(name)

    def owed_paragraphs(self) -> Iterator[Paragraph]:
        """The approved paragraphs of the house that this notice owes."""
        for each in self.template.paragraphs:
            demanded = each.demand is Demand.ALWAYS or (each.demand is Demand.NCND and bool(self.of(Duty.CONFIRM)))
            if demanded and (not each.kinds or self.kind in each.kinds):
                yield each


def wording(law: Law) -> Wording:
    """The words of a law's notices. Raises Misuse where there are none for it."""
    plain = knowledge.read("skeletons")
    if law.regime not in plain["laws"]:
        raise Misuse(f"there is no skeleton for the {law.title}; there is one for {', '.join(plain['laws'])}")
    return Wording(law, plain["wording"] | plain["laws"][law.regime])


def capital(words: str) -> str:
    """Words with a capital at their start."""
    return words[:1].upper() + words[1:]
