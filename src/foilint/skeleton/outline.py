"""Which pieces a letter or an annex is made of, given what it relies on and what the house asks besides."""

from collections.abc import Iterator, Sequence

from foilint.law import Duty
from foilint.notice import Kind, Part
from foilint.provision import printed
from foilint.skeleton.claims import Claim
from foilint.skeleton.pieces import Form, Piece
from foilint.skeleton.wording import COMMISSIONER, DISCLAIMER, OWN_PLACES, REVIEW, Asked, Wording, capital, wording
from foilint.template import Section, Template

Placed = tuple[Part | None, Piece]
"""A piece, and the part that it is of, if any."""


def outline(claims: tuple[Claim, ...], kind: Kind, template: Template) -> tuple[Piece, ...]:
    """The pieces of a notice of that kind, in order. Raises Misuse where there are no words for its law."""
    asked = Asked(claims, kind, template, wording(claims[0].law))
    body = _with_house_sections([*_reasons(asked), *_disclaimer(asked)], asked)
    own = [_paragraph(" ".join(each.text.split())) for each in asked.owed_paragraphs() if each.name not in OWN_PLACES]
    pieces = (*_decision(asked), *(piece for _, piece in body), *own)
    if kind is Kind.ANNEX:
        return (*_annex_head(asked.said), *pieces)
    return (*_letter_head(asked.said), *pieces, *_letter_foot(asked))


def _letter_head(said: Wording) -> Iterator[Piece]:
    for name in ("sender", "date", "reference", "salutation"):
        yield _paragraph(said.say(name))
    yield Piece(Form.TITLE, said.say("subject"))
    yield _paragraph(said.say("received"))
    yield Piece(Form.QUOTATION, said.say("request"))
    yield Piece(Form.HEADING, said.say("decision-heading"))


def _annex_head(said: Wording) -> Iterator[Piece]:
    yield Piece(Form.TITLE, said.say("annex-subject"))
    yield _paragraph(said.say("annex-opening"))
    yield Piece(Form.HEADING, said.say("decision-heading"))


def _decision(asked: Asked) -> Iterator[Piece]:
    """What is refused and by which provisions, and what a letter must say of them besides."""
    said = asked.said
    withheld, ncnd = asked.of(Duty.DISCLOSE), asked.of(Duty.CONFIRM)
    not_held = tuple(each for each in withheld if set(each.numbers) & set(said.words.get("not-held-limbs", ())))
    held = tuple(each for each in withheld if each not in not_held)
    for bar in asked.bars:
        yield _paragraph(said.about("barred" if bar.duty is Duty.DISCLOSE else "barred-ncnd", [bar]))
    for each in not_held:
        yield _paragraph(said.about("not-held", [each]))
    besides = "-besides" if held and ncnd else ""
    for name, claims in ((f"withheld{besides}", held), (f"ncnd{besides}", ncnd)):
        if claims:
            claim = said.law.claim
            yield _paragraph(said.say(name, claims=claim if len(claims) == 1 else f"{claim}s"))
            yield from (Piece(Form.ITEM, _item(each, said)) for each in claims)
    if asked.kind is Kind.LETTER:
        for each in asked.claims:
            yield from map(_paragraph, _particulars(each, said))


def _item(claim: Claim, said: Wording) -> str:
    if claim.turned_by:
        return said.about("item-turned", [claim], companion=claim.turned_by.provision)
    return said.about("item", [claim])


def _particulars(claim: Claim, said: Wording) -> Iterator[str]:
    """What a letter must say of a claim beside its reasons."""
    exemption = claim.exemption
    bases = {limb.basis for limb in claim.limbs}
    if exemption.qualified_person:
        yield said.about("qualified-person", [claim])
    if exemption.purpose and any(path[: len(each)] == each for path in claim.paths for each in exemption.purpose.limbs):
        yield said.say("purpose", listed=printed(exemption.purpose.listed_in))
    if "unfinished" in bases:
        yield said.say("unfinished")
    if exemption.bar:
        yield said.about(f"bar-{exemption.bar}", [claim])
    if "cost" in bases:
        yield said.say("help-to-narrow")


def _reasons(asked: Asked) -> Iterator[Placed]:
    """Harm or reasons, factors for and against, and the balance: what is withheld first, then what is not confirmed."""
    for duty in (Duty.DISCLOSE, Duty.CONFIRM):
        claims = asked.of(duty)
        harmful = asked.owing(Part.HARM, claims)
        for each in claims:
            if each not in harmful:
                yield from _section("reasons", None, [each], None, asked.said)
        if harmful:
            yield from _section("harm", Part.HARM, harmful, duty, asked.said)
        for each in claims:
            for part in (Part.FOR, Part.AGAINST):
                if asked.owing(part, [each]):
                    yield from _section(str(part), part, [each], duty, asked.said)
        if weighed := asked.owing(Part.BALANCE, claims):
            yield from _section("balance", Part.BALANCE, weighed, duty, asked.said)
            yield Part.BALANCE, _paragraph(asked.said.say("conclusion", duty))


def _section(
    name: str, part: Part | None, claims: Sequence[Claim], duty: Duty | None, said: Wording
) -> Iterator[Placed]:
    """A heading and the gap under it."""
    yield part, Piece(Form.HEADING, said.about(f"{name}-heading", claims, duty))
    yield part, _paragraph(said.about(name, claims, duty))


def _disclaimer(asked: Asked) -> Iterator[Placed]:
    if asked.template.owes_disclaimer(ncnd=bool(asked.of(Duty.CONFIRM))):
        own = asked.approved(DISCLAIMER)
        besides = own == asked.said.fixed(DISCLAIMER) and asked.of(Duty.DISCLOSE)
        yield None, _paragraph(asked.said.say(f"{DISCLAIMER}-besides") if besides else own)


def _with_house_sections(body: list[Placed], asked: Asked) -> list[Placed]:
    """The body with the sections that the house asks for besides, each behind what its template has before it."""
    at = 0
    for section in asked.template.sections:
        if section.kinds and asked.kind not in section.kinds:
            continue
        if section.part:
            at = max((number for number, (part, _) in enumerate(body, 1) if part is section.part), default=at)
        else:
            heading = _heading_of(section)
            body[at:at] = [(None, Piece(Form.HEADING, heading)), (None, _paragraph(f"[insert: {heading}]"))]
            at += 2
    return body


def _heading_of(section: Section) -> str:
    known = any(words in section.name.lower() for words in section.headings)
    return section.name if known else capital(section.headings[0])


def _letter_foot(asked: Asked) -> Iterator[Piece]:
    said = asked.said
    yield Piece(Form.HEADING, said.say("rights-heading"))
    review = asked.approved(REVIEW)
    yield _paragraph(review)
    names = said.law.particulars.commissioners
    if review == said.fixed(REVIEW) or not any(name in review.lower() for name in names):
        yield _paragraph(asked.approved(COMMISSIONER))
    yield _paragraph(said.say("closing"))
    yield _paragraph(said.say("signature"))


def _paragraph(words: str) -> Piece:
    return Piece(Form.PARAGRAPH, words)
