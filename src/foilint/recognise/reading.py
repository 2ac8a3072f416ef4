"""The order in which a notice is understood, step by step; each step is a module beside this one."""

from collections.abc import Sequence

from foilint.document import Document, Span
from foilint.law import Duty, Law
from foilint.notice import Kind, Notice, Part, Passage, Region, Response, State
from foilint.recognise import (
    admissions,
    disclaimers,
    doubts,
    engagements,
    kinds,
    mistitles,
    naming,
    ncnd,
    outline,
    particulars,
    regimes,
)
from foilint.recognise.draft import Draft, Eyes, cut, eyes
from foilint.recognise.engagements import Reliance
from foilint.recognise.lexicon import Lexicon
from foilint.recognise.passages import Gatherer
from foilint.recognise.relying import Relied, rely
from foilint.recognise.words import Line
from foilint.template import Template

LONGEST_NAME = 8  # tokens


def understand(document: Document, law: Law | None, kind: Kind | None, template: Template) -> Notice:
    """See `recognise`."""
    sight = eyes()
    draft = cut(document, sight)
    main = law or regimes.choose(draft.lines, draft.regions, draft.cites, sight.shelf, sight.lexicon, template.regime)
    kind = kind or kinds.kind(document, draft.lines, draft.regions, sight.lexicon)
    relied = rely(draft, main, kind, sight)
    notice = _notice(draft, main, kind, template, relied, sight)
    dropped = doubts.unfounded(relied.doubts, notice)
    if not dropped:
        return notice
    surely = rely(draft, main, kind, sight, dropped)
    return _notice(draft, main, kind, template, surely, sight) if surely.reliances else notice


def _notice(draft: Draft, main: Law, kind: Kind, template: Template, relied: Relied, sight: Eyes) -> Notice:
    lexicon = sight.lexicon
    bits = lexicon.bits
    lines, headed = draft.lines, draft.headed
    subjects = naming.subjects(draft, relied, sight)
    wanted = [region is Region.RESPONSE for region in draft.regions]
    gatherer = Gatherer(draft.cites, subjects, lexicon)
    passages = gatherer.gather(outline.pieces(lines, draft.headings, draft.cites, wanted, lexicon))
    statements = ncnd.statements(lines, draft.regions, headed, lexicon)
    refusals = kinds.sentences_with(lines, draft.regions, headed, bits["refusal-word"], bits["not-refusing"])
    neither = bool(statements) or (kind is Kind.ANNEX and any(Duty.CONFIRM in p.headed_duties for p in passages))
    withholds = any(Duty.DISCLOSE in r.refuses for r in relied.reliances if not r.exemption.bar)
    answers = [
        engagements.answer(r, ncnd=neither, withholds=withholds, argued=_argued(r, passages, relied.reliances))
        for r in relied.reliances
    ]
    bars = any(a.reliance.exemption.bar for a in answers)
    later = {sentence.span for sentence in kinds.weighed_later(lines, draft.regions, lexicon)}
    tested = any(p.part is Part.BALANCE and set(p.text) - later for p in passages)
    response = kinds.response(
        refuses=[a.refuses for a in answers if not a.reliance.exemption.bar],
        bars=bars,
        partly=kind is not Kind.ANNEX and admissions.is_of_a_part(statements, lines, draft.regions, headed, lexicon),
        statements=statements if neither else (),
        refusals=refusals,
        more_time=kinds.asks_more_time(lines, draft.regions, lexicon),
        tested=tested,
    )
    if response is Response.NOT_A_REFUSAL and neither:
        response = Response.NCND
    elsewhere = _elsewhere(draft, lexicon)
    engaged = tuple(
        engagements.engagement(
            a, passages, kind=kind, template=template, extension=response is Response.EXTENSION, elsewhere=elsewhere
        )
        for a in answers
    )
    disclaiming = disclaimers.disclaimers(lines, draft.regions, headed, lexicon)
    owes_one = template.owes_disclaimer(ncnd=response in (Response.NCND, Response.PARTIAL_NCND))
    return Notice(
        document=draft.document,
        law=main,
        kind=kind,
        response=response,
        regions=draft.regions,
        citations=relied.citations,
        engagements=engaged,
        passages=passages,
        statements=tuple(s.span for s in statements),
        disclaimers=tuple(disclaiming),
        disclaimer=State.PRESENT if disclaiming and owes_one else State.ABSENT if owes_one else State.NOT_OWED,
        refusals=tuple(s.span for s in refusals),
        not_held=tuple(s.span for s in kinds.sentences_with(lines, draft.regions, headed, bits["not-held"])),
        admissions=tuple(s.span for s in admissions.admissions(lines, draft.regions, headed, statements, lexicon)),
        unknown=relied.unknown,
        foreign=relied.foreign,
        misnamed=_misnamed(draft, sight),
        mistitles=mistitles.mistitles(draft, relied, sight),
        empty=gatherer.empty(),
        alternative=any(
            s.mask & bits["alternative"]
            for s in kinds.sentences_with(lines, draft.regions, headed, bits["alternative"])
        ),
        apart=relied.apart,
        purposes=mistitles.purposes(draft, engaged),
        elsewhere=elsewhere,
        told=particulars.recognise(lines, draft.regions, main, lexicon),
    )


def _argued(reliance: Reliance, passages: Sequence[Passage], all_of_them: Sequence[Reliance]) -> frozenset[Duty]:
    """Which duties the passages about an exemption speak of; for the only one of a notice, the notice as a whole."""
    number = reliance.exemption.number
    spoken: set[Duty] = set()
    for passage in passages:
        if number in passage.exemptions or (not passage.exemptions and len(all_of_them) == 1):
            spoken |= passage.duties
    return frozenset(spoken or ({Duty.CONFIRM} if len(all_of_them) == 1 else ()))


def _elsewhere(draft: Draft, lexicon: Lexicon) -> Span | None:
    """Where the notice says that its test stands in another file."""
    bits = lexicon.bits
    for sentence in kinds.sentences_with(
        draft.lines, draft.regions, draft.headed, bits["attached"], bits["below-here"]
    ):
        about = sentence.mask & (bits["public-interest"] | bits["harm-label"])
        here = "this" in sentence.tokens[:1]  # "This annex contains the test"
        if about and not here and sentence.mask & (bits["test-word"] | bits["harm-label"] | bits["factor"]):
            return sentence.span
    return None


def _name_end(line: Line, at: int) -> int:
    """The token after the name of an instrument: its year, else its last word that says what it is."""
    tokens = line.tokens[at : at + LONGEST_NAME]
    year = next((n for n, token in enumerate(tokens) if token.isdigit() and len(token) == len("2004")), len(tokens) - 1)
    return at + year + 1


def _misnamed(draft: Draft, sight: Eyes) -> tuple[Span, ...]:
    """Where the authority calls an instrument by a wrong name."""
    found = []
    for line, region in zip(draft.lines, draft.regions, strict=True):
        if region in (Region.REQUEST, Region.QUOTATION) or not line.mask & sight.shelf.any_misnamed:
            continue
        for at, mask in enumerate(line.masks):
            if mask & sight.shelf.any_misnamed:
                found.append(line.span(at, _name_end(line, at)))
    return tuple(found)
