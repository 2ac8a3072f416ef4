"""Siblings: headings side by side, read together, where one by one they tell too little.

Officers head the parts of a test in endless words: "Pull towards disclosure" and "Pull towards confidentiality", "Stage
one", "What we made of it". What such a heading opens follows from its neighbours: of two that speak of opposites one
heads the factors for and the other those against; what comes after both and decides is the balance; what stands beside
them and foretells harm is the harm. A plain line or a question is a heading only where it is read as one so.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from foilint.notice import SIDES, Part
from foilint.recognise import harm, striking
from foilint.recognise.cells import WAYS
from foilint.recognise.citations import Cited
from foilint.recognise.groups import Member, groups, member
from foilint.recognise.labels import Role
from foilint.recognise.lexicon import Lexicon
from foilint.recognise.outline import RUN_IN, Piece
from foilint.recognise.stances import object_of, speaks_of

ARGUMENTS = ("factor", "consideration", "argument", "reason", "case", "point")
VOICES = frozenset(("we", "our", "you", "your", "i", "released", "disclosed", "withheld", "refused", "attached"))


def solve(pieces: Sequence[Piece], cites: Sequence[Sequence[Cited]], lexicon: Lexicon) -> tuple[Piece, ...]:
    """The pieces, with what their neighbours tell of headings that do not say what they open.

    `cites` are the citations of every line: what cites a provision is the decision, and no argument.
    """
    solved = list(pieces)
    found = [_parts_of(group, lexicon) for group in groups(pieces, cites)]
    for parts in (*found, _mirrored_tests(pieces, cites, lexicon)):
        for at, part in parts.items():
            piece = solved[at]
            assert piece.label is not None  # members of a group are headings
            label = piece.label._replace(role=Role.PART, part=part, explained=piece.label.ambiguous)
            solved[at] = piece._replace(label=label, tentative=False)
    return _with_whole_tests(tuple(_without_tentative(solved)), lexicon)


def _with_whole_tests(pieces: tuple[Piece, ...], lexicon: Lexicon) -> tuple[Piece, ...]:
    """Headings that name the interest in openness alone head the whole test, where none heads another part of it.

    "The public interest in confirming or denying" may stand beside "The public interest in neither"; alone it is both.
    """
    if any(piece.label is not None and piece.label.part in (Part.AGAINST, Part.BALANCE) for piece in pieces):
        return pieces
    bits = lexicon.bits

    def whole(piece: Piece) -> Piece:
        label = piece.label
        if label is None or label.part is not Part.FOR or piece.rank >= RUN_IN:
            return piece
        words = piece.line.part(piece.start, piece.end)
        argues = any(token.startswith(ARGUMENTS) for token in words.tokens)
        if argues or not words.mask & bits["public-interest"] or words.mask & (bits["favour"] | bits["for-word"]):
            return piece
        return piece._replace(label=label._replace(role=Role.TEST, part=None))

    return tuple(map(whole, pieces))


def _mirrored_tests(pieces: Sequence[Piece], cites: Sequence[Sequence[Cited]], lexicon: Lexicon) -> dict[int, Part]:
    """The sides of two headings, one after the other, that would each head a whole test but for a denial in one."""
    headings = [at for at, piece in enumerate(pieces) if piece.label is not None and not piece.tentative]
    parts: dict[int, Part] = {}
    for at, after in pairwise(headings):
        labels = [pieces[n].label for n in (at, after)]
        if pieces[at].rank == pieces[after].rank and all(label and label.role is Role.TEST for label in labels):
            one, other = (member(pieces, n, cites) for n in (at, after))
            about = one.words.mask & other.words.mask & lexicon.bits["open"]  # confirming, disclosing …
            pair = _mirrored(one, other) if about else {}
            parts.update({each.at: WAYS[way] for way, each in pair.items()})
    return parts


def _without_tentative(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces with what only might have been a heading put back into the text it was cut from."""
    held: Piece | None = None
    for piece in pieces:
        if held is not None and piece.label is None and piece.line is held.line:
            yield piece._replace(start=held.start)
            held = None
            continue
        if held is not None:
            yield held._replace(label=None, rank=0, tentative=False)
        held = piece if piece.tentative else None
        if held is None:
            yield piece
    if held is not None:
        yield held._replace(label=None, rank=0, tentative=False)


# --- which is which --------------------------------------------------------------------------------------------------


def _parts_of(group: Sequence[Member], lexicon: Lexicon) -> dict[int, Part]:
    """The parts of those members that do not tell it, by their place among the pieces."""
    told = [m.part for m in group if m.part is not None]
    if len(told) > len(set(told)):
        return {}  # the parts of several tests, one after the other
    known = {m.part: m for m in group if m.part is not None}
    for find in (_unclear_side, _opposites, _other_side, _lone_side, _other_side, _balance, _harm):
        free = [m for m in group if m.part is None and m.below and m not in known.values()]
        known |= find(group, known, free, lexicon)
    return {m.at: part for part, m in known.items() if m.part is None}


Known = dict[Part, Member]


def _opposites(group: Sequence[Member], known: Known, free: Sequence[Member], lexicon: Lexicon) -> Known:
    """Two headings one after the other that speak of opposites: "Openness" and "Protection"."""
    for one, other in pairwise(group):
        pair = _mirrored(one, other) or {_way(one, lexicon): one, _way(other, lexicon): other}
        found = {part: pair[way] for way, part in WAYS.items() if way in pair}
        plain = all(VOICES.isdisjoint(m.words.tokens) for m in (one, other))  # no "What we are releasing"
        argued = not (one.cites or other.cites) and (plain or _airs(found.get(Part.FOR, one), lexicon))
        if (
            len(found) == len(SIDES)
            and argued
            and all(known.get(p) is m or (p not in known and m in free) for p, m in found.items())
        ):
            return found
    return {}


def _mirrored(one: Member, other: Member) -> dict[int, Member]:
    """Two headings in the same words but for a denial: "why it should be seen" and "why it should not be seen"."""
    words, others = ({token for token in m.words.tokens if token.isalpha()} for m in (one, other))
    alike = len(words & others) * 2 >= min(len(words), len(others))
    denied = {word for pair in ((words, others), (others, words)) for word in _denied(*pair)}
    if not alike or bool(denied & words) == bool(denied & others):
        return {}
    return {-1: one, 1: other} if denied & words else {1: one, -1: other}


def _denied(words: set[str], others: set[str]) -> Iterator[str]:
    """The words that deny what the others say: "not", or one of the others with "dis" or "un" before it."""
    for word in words - others:
        if word in DENIALS or (word.startswith(PREFIXES) and any(word.removeprefix(p) in others for p in PREFIXES)):
            yield word


DENIALS = frozenset(
    ("not", "no", "neither", "never", "without", "against", "wrong", "hinder", "harm", "lose", "loss", "lost")
)
PREFIXES = ("dis", "un", "non")


def _other_side(group: Sequence[Member], known: Known, free: Sequence[Member], lexicon: Lexicon) -> Known:
    """The heading next to one of the sides whose text argues the other."""
    one, other = known.get(Part.FOR), known.get(Part.AGAINST)
    if one is not None and other is None:
        beside = next((m for m in group if m.at > one.at), None)
        if beside is not None and beside in free and _is_the_other(beside, lexicon):
            return {Part.AGAINST: beside}
    elif other is not None and one is None:
        beside = next((m for m in reversed(group) if m.at < other.at), None)
        if beside is not None and beside in free and _airs(beside, lexicon) and _way(beside, lexicon) > 0:
            return {Part.FOR: beside}
    return {}


def _is_the_other(beside: Member, lexicon: Lexicon) -> bool:
    """Whether the heading after that of the factors for heads those against: says so, or decides nothing yet."""
    says = beside.words.mask & lexicon.mask("contrast", "against")
    return bool(says) or (not _decides(beside, lexicon) and _stands_against(beside, lexicon))


def _lone_side(_: Sequence[Member], known: Known, free: Sequence[Member], lexicon: Lexicon) -> Known:
    """The one heading before the decision that speaks of one side, where no heading speaks of the other."""
    decision = known.get(Part.BALANCE) or next((m for m in reversed(free) if _decides(m, lexicon)), None)
    if known.keys() & set(SIDES) or decision is None:
        return {}
    before = [m for m in free if m.at < decision.at and not m.cites and VOICES.isdisjoint(m.words.tokens)]
    opposed = [m for m in before if _opposes(m, lexicon) and not _decides(m, lexicon)]  # one that decides is a test
    return {Part.AGAINST: opposed[0]} if len(opposed) == 1 else {}


def _opposes(member: Member, lexicon: Lexicon) -> bool:
    """Whether a heading is plainly about the other side: about withholding, or against."""
    words = member.words
    if words.mask & lexicon.bits["in-use"]:
        return False  # "Why the exemption applies"
    return object_of(words, -1, lexicon) < 0 or bool(words.mask & lexicon.mask("contrast", "against"))


def _unclear_side(_: Sequence[Member], known: Known, free: Sequence[Member], __: Lexicon) -> Known:
    """The heading that favours a provision, beside one that favours disclosure, or is against it."""
    unclear = next((m for m in free if m.is_ambiguous), None)
    sides = known.keys() & set(SIDES)
    if unclear is None or len(sides) != 1:
        return {}
    return {Part.AGAINST if Part.FOR in sides else Part.FOR: unclear}


def _balance(_: Sequence[Member], known: Known, free: Sequence[Member], lexicon: Lexicon) -> Known:
    """The heading after the sides whose text decides, or after those against where none is for: not the other way."""
    if Part.BALANCE in known or Part.AGAINST not in known:
        return {}
    last = max(known[part].at for part in SIDES if part in known)
    decides = next((m for m in free if m.at > last and _decides(m, lexicon)), None)
    return {Part.BALANCE: decides} if decides is not None else {}


def _harm(_: Sequence[Member], known: Known, free: Sequence[Member], lexicon: Lexicon) -> Known:
    """The heading before, between or after the sides that speaks of effects, and whose text foretells harm."""
    if Part.HARM in known or not known.keys() & set(SIDES):
        return {}
    hurts = next((m for m in free if _hurts(m, lexicon)), None)
    return {Part.HARM: hurts} if hurts is not None else {}


def _way(member: Member, lexicon: Lexicon) -> int:
    """What a heading speaks of or opens: 1 openness, -1 its opposite, 0 neither."""
    if member.part is not None:
        return next((way for way, part in WAYS.items() if part is member.part), 0)
    return speaks_of(member.words, lexicon)


def _stands_against(member: Member, lexicon: Lexicon) -> bool:
    """Whether a heading beside that of the factors for heads the others: by its words or by what its text protects."""
    if member.words.mask & lexicon.mask("contrast", "against", "shut", "protection"):
        return True
    told = [s.mask for s in member.below]
    return any(m & lexicon.mask("harm", "protection") for m in told) and not any(
        m & lexicon.bits["openness"] for m in told
    )


def _airs(member: Member, lexicon: Lexicon) -> bool:
    """Whether the text under a heading speaks for openness."""
    return any(s.mask & lexicon.bits["openness"] and not s.mask & lexicon.bits["prejudice"] for s in member.below)


def _decides(member: Member, lexicon: Lexicon) -> bool:
    """Whether the text under a heading comes to a conclusion."""
    if member.cites:  # it may refuse by another provision
        return any(striking.strikes(s, lexicon, striking.UNDER_TEST) for s in member.below)
    return any(striking.comes_down(s, lexicon) for s in member.below)


def _hurts(member: Member, lexicon: Lexicon) -> bool:
    """Whether a heading speaks of effects, and the text under it tells of harm."""
    headed = member.words.mask & lexicon.mask("harm-label", "effects")
    told = lexicon.mask("harm", "likelihood")
    return bool(headed) and any(harm.foretells(s, lexicon) or s.mask & told for s in member.below)
