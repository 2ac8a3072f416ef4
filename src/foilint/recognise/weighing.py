"""Every citation of a draft with the law it means, the exemption it belongs to, and how strongly it is claimed."""

from collections.abc import Sequence

from foilint.law import Duty, Exemption, Law
from foilint.notice import Kind, Region
from foilint.recognise import cells, claims, denials, run_in
from foilint.recognise.citations import Cited
from foilint.recognise.claims import Strength, Weight
from foilint.recognise.draft import Draft, Eyes
from foilint.recognise.labels import Label, Role
from foilint.recognise.words import Line, Sentence
from foilint.values import NamedTuple

LONG = 40  # tokens of a paragraph without a citation that ends a list of claims
HEADS = "heads a section of the response"
ADJOINING = 4  # tokens from an Act to a provision that is still its own: "Act 1980, and section 3"
SHORT_WORD = 3  # letters
SIGNS = frozenset((":", "-", ","))
OF_ANY_HEADING = (
    *("exemption-word", "section-word", "law-name", "act-word", "rely", "public-interest", "test-word", "harm-label"),
    *("annex-cue", "response-label", "refusal-word", "factor", "question-word"),
)
RUN_IN_REACH = 12  # tokens from the start in which a run-in label may cite


class Weighed(NamedTuple):
    """A citation with the law it means (None: no law of ours), what it belongs to, and its weight."""

    cited: Cited
    sentence: Sentence
    law: Law | None
    exemption: Exemption | None
    weight: Weight

    @property
    def number(self) -> str:
        """The number of its exemption, or ""."""
        return self.exemption.number if self.exemption is not None else ""


class Under(NamedTuple):
    """A line with its citations and what they stand under. `lead` is what a lead-in above claims for its list."""

    line: Line
    own: Sequence[Cited]
    heading: Label | None
    region: Region
    lead: Weight | None
    announced: bool  # whether a paragraph above says that several provisions are relied on
    disowned: bool  # whether the heading above says that what follows is not relied on
    counted: bool  # whether it is a cell that heads figures ...
    overturned: bool  # ... or tells what was first decided, and is undone


def weigh_all(draft: Draft, main: Law, kind: Kind, sight: Eyes) -> list[Weighed]:
    """Every citation of a draft, weighed: by its own words, then by the heading, list or label it stands under."""
    weighed: list[Weighed] = []
    lead: Weight | None = None
    announced = disowned = False
    tables = [line for line in draft.lines if line.block.cell is not None]
    figures, undone = cells.counted(tables), cells.overturned(tables, sight.lexicon.bits["withdraws"])
    for line, own, heading, region in zip(draft.lines, draft.cites, draft.headings, draft.regions, strict=True):
        if (
            region is not Region.RESPONSE
            or (not own and len(line.tokens) > LONG)
            or (heading and heading.role not in (Role.TOPIC, Role.OTHER))
        ):
            lead = None
        if heading is not None:
            disowned = bool(not own and sight.lexicon.says("not-relied-on", line.whole))
            announced = False
        under = Under(
            line, own, heading, region, lead, announced, disowned, line.index in figures, line.index in undone
        )
        for cited in own:
            each = _weigh(cited, under, draft, main, kind, sight)
            before = weighed[-1] if weighed else None
            weighed.append(_as_the_one_before(each, before, sight) if before is not None else each)
        if region is Region.RESPONSE:
            lead = claims.lead_in(line, sight.lexicon) or lead
            announced = announced or claims.announces(line, sight.lexicon)
    return weighed


def _as_the_one_before(weighed: Weighed, before: Weighed, sight: Eyes) -> Weighed:
    """A citation as part of a list whose verb denies all of it: "we might have to look at section 38 (…) or 31"."""
    if (
        _stands_beside(weighed.cited, before.cited)
        and before.weight.strength > weighed.weight.strength > Strength.DENIED
    ):
        return weighed._replace(weight=before.weight)
    denied = before.weight.why
    if weighed.cited.is_relative or (
        denied not in denials.OF_THE_WHOLE_LIST
        or before.sentence is not weighed.sentence
        or not weighed.weight.strength
    ):
        return weighed
    bits = sight.lexicon.bits
    between = weighed.cited.line.masks[before.cited.end : weighed.cited.start]
    if any(mask & (bits["rely"] | bits["contrast"]) for mask in between):
        return weighed
    return weighed._replace(weight=Weight(Strength.DENIED, denied))


def _reads_with_companion(own: Sequence[Cited], law: Law) -> bool:
    """Whether a paragraph cites the provision by which it need not be said what another would exempt (FOISA s.18)."""
    return any(cited.path[: len(c.path)] == c.path for cited in own for c in law.companions)


def _stands_beside(cited: Cited, before: Cited) -> bool:
    """Whether a provision is only the next step of the one before: the second of "7(1)(a) and (b)"."""
    return cited.line is before.line and cited.after == before.after and cited.line.tokens[cited.start] == "("


def _weigh(cited: Cited, under: Under, draft: Draft, main: Law, kind: Kind, sight: Eyes) -> Weighed:
    line, own = under.line, under.own
    sentence = next(s for s in line.sentences if s.start <= cited.start < s.end)
    law = claims.laws_of(cited, main, sight.shelf.by_regime) or _by_unit(cited, main, sight)
    weight = claims.weigh(
        line, sentence, cited, region=under.region, lead_in=under.lead, announced=under.announced, lexicon=sight.lexicon
    )
    limbed = law is not None and len(cited.path) > 1 and weight.why == denials.ONLY_WOULD
    if law is not None and limbed and _reads_with_companion(own, law):
        weight = Weight(Strength.CLAIMED, "would apply, were it said whether it is held", Duty.CONFIRM)
    label = under.heading or _run_in_label(line, own, cited, sight)
    if label is not None and under.region is Region.RESPONSE:
        argued = (
            label.role is Role.TOPIC
            and _argued_below(draft, line, sight)
            and not _names_its_subject(line, cited, sight)
        )
        told = under.lead is not None or sentence.mask & sight.lexicon.bits["withheld"]
        if not (argued and told and weight.strength is Strength.CLAIMED):  # listed below a lead-in, or "withheld under"
            weight = _of_heading(weight, label.role, kind, argued=argued)
    if law is not None and _is_recited_for(cited, own, law):
        weight = Weight(Strength.DENIED, "recited for the limb before it")
    if weight.strength and under.heading is not None and line.tokens[-1][0] == "?":
        weight = weight._replace(strength=Strength.RECITED, why="in a question")
    if under.counted:
        weight = Weight(Strength.DENIED, "heads figures")
    if under.overturned:
        weight = Weight(Strength.DENIED, denials.HISTORY)
    if weight.strength and under.disowned:
        weight = Weight(Strength.DENIED, "under a heading of what is not relied on")
    spoken_of = weight.strength < Strength.CLAIMED and _shares_an_act(cited, own, sentence.start, sight)
    nowhere = not main.exists(cited.path) and _shares_an_act(cited, own, 0, sight)
    if law is main and (spoken_of or nowhere or _is_of_another_act(cited, sentence, sight)):
        law = None
    return Weighed(cited, sentence, law, law.exemption(cited.path) if law is not None else None, weight)


def _shares_an_act(cited: Cited, own: Sequence[Cited], start: int, sight: Eyes) -> bool:
    """Whether from token `start` on another Act was named before: "section 18(1) of that Act, and section 23(1)"."""
    if cited.law:
        return False
    named = next((c.law for c in reversed(own) if start <= c.start < cited.start and c.law), "")
    return bool(named) and named not in sight.shelf.by_regime


def _is_of_another_act(cited: Cited, sentence: Sentence, sight: Eyes) -> bool:
    """Whether an Act that is none of ours is named before: "That is the Bees Act 1980, and section 3 bars it"."""
    line, shelf = sentence.line, sight.shelf
    if cited.law or sentence.mask & (sight.lexicon.bits["withheld"] | shelf.any_name):
        return False
    return any(
        line.masks[at] & shelf.acts and line.tokens[at + 1].isdigit() and len(line.tokens[at + 1]) == len("1980")
        for at in range(max(sentence.start, cited.start - ADJOINING), cited.start - 1)
    )


def _is_recited_for(cited: Cited, own: Sequence[Cited], law: Law) -> bool:
    """Whether a withholding limb only explains the NCND limb just before it ("30(3) (by virtue of section 30(2))")."""
    before = next((c for c in reversed(own) if c.end <= cited.start), None)
    if before is None or before.path[0] != cited.path[0] or "virtue" not in cited.line.tokens[before.end : cited.start]:
        return False
    lifted = {limb.lifts for limb in law.limbs(before.path)}
    own_lifts = {limb.lifts for limb in law.limbs(cited.path) if not limb.condition}
    return lifted == {Duty.CONFIRM} and own_lifts == {Duty.DISCLOSE}


def _argued_below(draft: Draft, line: Line, sight: Eyes) -> bool:
    """Whether the next thing below a heading is a heading for a part of the test, and no text that claims anything."""
    for at in range(line.index + 1, len(draft.lines)):
        other = draft.lines[at]
        if other.tokens:
            below = draft.headings[other.index]
            if below is not None:
                return below.role in (Role.PART, Role.TEST)
            label = run_in.find(other, sight.lexicon, draft.cites[other.index])
            return label is not None and label[1].part is not None
    return False


def _names_its_subject(line: Line, cited: Cited, sight: Eyes) -> bool:
    """Whether a heading says what is withheld before it names the provision: "Unit prices: section 43(2), …".

    A heading left over from a template names no more than the exemption.
    """
    plain = sight.lexicon.mask(*OF_ANY_HEADING)
    before = zip(line.tokens[: cited.start], line.masks[: cited.start], strict=True)
    named = [word for word, mask in before if word.isalpha() and len(word) > SHORT_WORD and not mask & plain]
    return bool(named) and not SIGNS.isdisjoint(line.tokens[max(0, cited.start - 2) : cited.start])


def _run_in_label(line: Line, own: Sequence[Cited], cited: Cited, sight: Eyes) -> Label | None:
    """The run-in label that a citation stands in, if it labels a part of the test."""
    if line.block.cell is not None or cited.start > RUN_IN_REACH:
        return None
    found = run_in.find(line, sight.lexicon, own)
    labelled = found is not None and found[1].role in (Role.PART, Role.TEST) and cited.start < found[0]
    return found[1] if found is not None and labelled else None


def _by_unit(cited: Cited, main: Law, sight: Eyes) -> Law | None:
    """The law that knows a provision which the main law does not have, by its unit; any law for a bare number."""
    if cited.law:
        return None
    for law in sight.shelf.laws:
        if (
            (law.unit == cited.unit or not cited.unit)
            and law.regime != main.regime
            and _same_country(law, main)
            and law.exemption(cited.path)
        ):
            return law
    return None


def _same_country(one: Law, other: Law) -> bool:
    return one.particulars.commissioner == other.particulars.commissioner


def _of_heading(weight: Weight, role: Role, kind: Kind, *, argued: bool) -> Weight:
    """A heading over a part claims in an annex only; a heading that is the exemption's own claims everywhere."""
    if not weight.strength:
        return weight
    if role is Role.TOPIC:
        claimed = Strength.CLAIMED if kind is Kind.ANNEX or not argued else Strength.RECITED
        return weight._replace(strength=claimed, why=HEADS)
    if kind is Kind.ANNEX:
        # "Factors favouring withholding any reports, section 24(2)" may be all about the wrong duty.
        return weight._replace(strength=Strength.CLAIMED, why="heads a part of the test", duty=None)
    return weight._replace(strength=Strength.RECITED, why="heads a part of the test")
