"""Sides: which side a sentence of plain prose argues, clause by clause.

Openness speaks for and protection against; a clause that tells neither goes on with the side of the clause before it,
and a turn ("but", "however") leads from the factors for to those against.
"""

from collections.abc import Sequence
from itertools import pairwise

from foilint.notice import Part
from foilint.recognise.lexicon import Lexicon, once
from foilint.recognise.stances import Stance, stance_of_prose
from foilint.recognise.striking import TURNS, describes_test, interest_in
from foilint.recognise.words import Sentence
from foilint.values import NamedTuple

FIRST = 4  # words that open a clause
EARLY = 8  # words in which a clause may still turn: "That has to be set against"
THING = 12  # words that tell what a public interest is in
FEW = 8  # words of a sentence that says too little to be an argument
OPENING = 5  # words in which a sentence says that it adds to the one before
OURSELVES = frozenset(("we", "i"))
ADDING = frozenset(("also", "too", "further", "likewise", "equally"))
WHOLE_TEST = 60  # words of a sentence long enough to argue both ways and conclude
MEASURED = frozenset(("hours", "minutes"))  # what an estimate counts, after a number: "the minutes" are a paper
_COUNTS = "one two three four five six seven eight nine ten twelve twenty thirty forty fifty several many few half"
COUNTS = frozenset(_COUNTS.split())
BREAKS = frozenset([";", ":", "but", "whereas", "while", "whilst", "although", "though", "yet", "however", "against"])
PRESUMED = 6  # words that say what is presumed: "in favour of disclosure"


class Bearing(NamedTuple):
    """The side that prose argues as it goes on, and whether words in the test have not yet shown theirs."""

    side: Part | None = None
    unsaid: bool = False


def argued(sentence: Sentence, bearing: Bearing, lexicon: Lexicon) -> tuple[list[Part], Bearing]:
    """What a sentence inside a test argues, and the bearing after it."""
    if describes_test(sentence, lexicon) or sentence.tokens[-1][0] == "?":
        return [], bearing
    if bearing.side is None and _is_open(sentence, lexicon):
        return [Part.FOR], bearing._replace(side=Part.FOR)
    return _by_clauses(sentence, bearing, lexicon)


def _is_open(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether a sentence speaks for openness as a whole, whatever a clause of it says by the way."""
    if not sentence.mask & lexicon.bits["openness"] or not (BREAKS - {";"}).isdisjoint(sentence.tokens):
        return False
    other_side = lexicon.mask("prejudice", "protection", "against", "contrast", "both-sides", "shut")
    return sentence.tokens[0] not in TURNS and not sentence.mask & other_side


def struck(sentence: Sentence, bearing: Bearing, lexicon: Lexicon) -> tuple[list[Part], Bearing]:
    """What a sentence that strikes the balance does, and the bearing after it: it may argue as it weighs."""
    bits = lexicon.bits
    mask = sentence.mask
    open_, shut = mask & bits["openness"], mask & (bits["harm"] | bits["protection"])
    sides = [Part.BALANCE]
    if mask & bits["concede"] and open_:
        sides.append(Part.FOR)
    weighs_both = open_ and shut and mask & bits["concede"]
    added = bearing.side is None and bearing.unsaid and not ADDING.isdisjoint(sentence.tokens)
    speaking = bearing.side is Part.FOR or added
    concludes = mask & bits["keeps"] and not mask & (bits["harm"] | bits["protection"]) and not open_
    adds = _adds_another(sentence, lexicon) and not concludes  # but not "the interest in maintaining the exemption"
    turned = speaking and (mask & bits["contrast"] or adds)
    if weighs_both or (shut and mask & bits["prejudice"]) or turned:
        sides.append(Part.AGAINST)
    if sentence.end - sentence.start > WHOLE_TEST:
        more, bearing = _by_clauses(sentence, bearing, lexicon)
        sides += [part for part in more if part not in sides]
    return sides, bearing


@once
def leaning(sentence: Sentence, lexicon: Lexicon) -> Part | None:
    """The side that a sentence plainly argues, whatever heading it stands under."""
    bits = lexicon.bits
    hurts = sentence.mask & bits["harm"] and sentence.mask & bits["likelihood"]
    open_ = bool(sentence.mask & bits["openness"]) and not hurts
    shut = bool(sentence.mask & bits["prejudice"] and sentence.mask & bits["likelihood"])
    if open_ != shut:
        return Part.FOR if open_ else Part.AGAINST
    side = stance_of_prose(sentence, lexicon)
    return Part.FOR if side is Stance.FOR else Part.AGAINST if side is Stance.AGAINST else None


def _by_clauses(sentence: Sentence, bearing: Bearing, lexicon: Lexicon) -> tuple[list[Part], Bearing]:
    """What the clauses of a sentence argue, one after the other."""
    sides: list[Part] = []
    for clause in _clauses(sentence):
        told, bearing = _clause(clause, bearing, lexicon)
        sides += [part for part in told if part not in sides]
    return sides, bearing


def _clause(clause: Sentence, bearing: Bearing, lexicon: Lexicon) -> tuple[tuple[Part, ...], Bearing]:
    """What a clause argues: what it says it does, else what it speaks of, else what the clause before it did."""
    bits = lexicon.bits
    side = stance_of_prose(clause, lexicon)
    opens_with_turn = clause.tokens[0] in TURNS
    turned = opens_with_turn or bool(clause.mask & bits["contrast"])
    first = next((at - clause.start for at, ideas in clause.hits if ideas & bits["contrast"]), EARLY)
    if (opens_with_turn or first < EARLY) and bearing.side is None and bearing.unsaid:
        return (Part.FOR, Part.AGAINST), bearing._replace(side=Part.AGAINST)  # before the turn spoke the other side
    speaks_for = side is Stance.FOR or clause.mask & (bits["openness"] | bits["favour"])
    if bearing.side is Part.FOR and side is None and _adds_another(clause, lexicon):
        return (Part.AGAINST,), bearing._replace(side=Part.AGAINST)
    asks = clause.mask & bits["test-if"]
    if (opens_with_turn or first < FIRST) and bearing.side is None and not (speaks_for or asks):
        return (Part.AGAINST,), bearing._replace(side=Part.AGAINST)  # nothing spoke the other side
    if turned and bearing.side is Part.FOR and (opens_with_turn or side is not Stance.FOR):
        return (Part.AGAINST,), bearing._replace(side=Part.AGAINST)
    if side is Stance.BOTH and not clause.mask & bits["both-sides"]:
        return (Part.FOR, Part.AGAINST), bearing
    if side in (Stance.FOR, Stance.AGAINST):
        bearing = bearing._replace(side=Part.FOR if side is Stance.FOR else Part.AGAINST)
    else:
        bearing = _spoken_of(clause, bearing, lexicon)
    return (bearing.side,) if bearing.side else (), bearing


def turns(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether a sentence opens by turning to the other side: "Against that, …", "On the other hand …"."""
    opening = (mask for at, mask in sentence.hits if at - sentence.start < FIRST)
    return sentence.tokens[0] in TURNS or any(mask & lexicon.bits["contrast"] for mask in opening)


def adds(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether a sentence adds what is recognised besides, or another interest, and not that disclosure serves it."""
    opening = sentence.tokens[:OPENING]
    speaks = not OURSELVES.isdisjoint(opening) and not ADDING.isdisjoint(opening)
    told = sentence.tokens[-1] != ":" and interest_in(sentence, lexicon)
    another = told and not sentence.mask & lexicon.bits["openness"]
    return (speaks or another) and not sentence.mask & lexicon.mask("open", "favour")


def _adds_another(clause: Sentence, lexicon: Lexicon) -> bool:
    """Whether a clause speaks of a public interest in something else than openness: "… in a safe procurement"."""
    at = next((at for at, mask in clause.hits if mask & lexicon.bits["public-interest"]), None)
    if at is None:
        return False
    plainly = not ADDING.isdisjoint(clause.line.tokens[clause.start : at + FEW])
    told = clause.line.masks[at + 2 : min(at + THING, clause.end)] if plainly else (clause.mask,)
    return not any(mask & lexicon.mask("openness", "open", "favour") for mask in told)


def _spoken_of(clause: Sentence, bearing: Bearing, lexicon: Lexicon) -> Bearing:
    """The bearing after a clause that does not say which side it takes, from what it speaks of."""
    bits = lexicon.bits
    mask = clause.mask
    if mask & bits["openness"] and not mask & bits["prejudice"]:
        holds = bearing.side is Part.AGAINST and not mask & (bits["public-interest"] | bits["favour"])
        return bearing if holds else bearing._replace(side=Part.FOR)
    opens = bearing.side is None and interest_in(clause, lexicon)
    if opens and not mask & lexicon.mask("protection", "prejudice", "shut"):
        return bearing._replace(unsaid=True)
    if mask & (bits["harm"] | bits["protection"]):
        conceded = bearing.side is Part.FOR and _concedes(clause, lexicon)
        return bearing if conceded else bearing._replace(side=Part.AGAINST)
    if bearing.side is not None:
        return bearing
    return bearing if is_procedure(clause, lexicon) else bearing._replace(unsaid=True)


def _concedes(clause: Sentence, lexicon: Lexicon) -> bool:
    """Whether a clause opens by granting a point: "We recognise that safety is of concern"; "we also" adds another."""
    opening = [mask for at, mask in clause.hits if at - clause.start < FIRST]
    prejudices = clause.mask & lexicon.bits["prejudice"]
    return any(mask & lexicon.bits["concede"] for mask in opening) and not (prejudices or adds(clause, lexicon))


def is_procedure(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether words tell how the test was made or what work would take and not what weighed, or are too few."""
    contrasts = sentence.mask & lexicon.bits["contrast"]
    if contrasts and sentence.mask & lexicon.bits["ought"]:
        return False  # "Against that, officers should be safe."
    if _estimates(sentence) and not sentence.mask & lexicon.mask("concede", "public-interest"):
        return True
    words = sum(token[0].isalpha() for token in sentence.tokens)
    argues = contrasts or sentence.mask & lexicon.mask("openness", "protection", "favour", "against")
    return words < FEW or bool(sentence.mask & lexicon.bits["of-the-test"] and not argues)


@once
def only_presumes(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether a sentence speaks of openness only as the law presumes it: that is a rule for the weighing, no factor."""
    presumed = next((at for at, mask in sentence.hits if mask & lexicon.bits["presumes"]), None)
    if presumed is None:
        return False
    airs = lexicon.mask("openness", "wished-for", "stakeholder", "common-good", "concede")
    interest = lexicon.bits["public-interest"]
    aired = (at for at, mask in sentence.hits if mask & airs and not mask & interest)
    return all(presumed <= at <= presumed + PRESUMED for at in aired)


def _estimates(sentence: Sentence) -> bool:
    """Whether a sentence counts the time that work takes."""
    tokens = pairwise(sentence.tokens)
    return any(token in MEASURED and (before in COUNTS or before[0].isdigit()) for before, token in tokens)


def _clauses(sentence: Sentence) -> list[Sentence]:
    """A sentence cut where it may turn from one side to the other."""
    tokens = sentence.line.tokens
    cuts = [sentence.start]
    cuts += [
        n
        for n in range(sentence.start + 1, sentence.end)
        if tokens[n] in BREAKS and n - cuts[-1] > 2 and not _compares(tokens, n)
    ]
    return [sentence.part(a, b) for a, b in zip(cuts, [*cuts[1:], sentence.end], strict=True) if b > a]


def _compares(tokens: Sequence[str], at: int) -> bool:
    """Whether "against", "while" or "yet" turns nothing here ("weighed against", "for and against", "not yet")."""
    if tokens[at] == "yet":
        return tokens[at - 1] not in ("and", ",", ";")  # "not yet"
    return (tokens[at] == "against" and tokens[at - 1] not in (",", ".", "and", ";")) or (
        tokens[at] == "while" and tokens[at - 1] in ("a", "the", "worth")
    )
