"""The order in which a notice is understood, step by step; each step is a module beside this one."""

from collections.abc import Sequence

from foilint.document import Document, Span
from foilint.law import Duty, Law
from foilint.notice import Disclaimer, Kind, Notice, Part, Passage, Response, State
from foilint.recognise import doubts, engagements, kinds, mistitles, naming, regimes, whole
from foilint.recognise.besides import Besides, besides
from foilint.recognise.draft import Draft, Eyes, cut, eyes
from foilint.recognise.engagements import Reliance
from foilint.recognise.lexicon import Lexicon
from foilint.recognise.overheard import overheard
from foilint.recognise.passages import Gatherer
from foilint.recognise.relying import Relied, rely
from foilint.recognise.told import read
from foilint.recognise.weighing import weigh_all
from foilint.recognise.words import Sentence
from foilint.template import Template


def understand(document: Document, law: Law | None, kind: Kind | None, template: Template) -> Notice:
    """See `recognise`."""
    sight = eyes()
    draft = cut(document, sight)
    try:
        return _understand(draft, law, kind, template, sight)
    finally:
        draft.let_go()


def _understand(draft: Draft, law: Law | None, kind: Kind | None, template: Template, sight: Eyes) -> Notice:
    main = law or regimes.choose(draft.lines, draft.regions, draft.cites, sight.shelf, sight.lexicon, template.regime)
    signs = whole.signs(draft.lines, draft.regions, sight.lexicon)
    doubted = kind is None and whole.is_no_notice(signs, draft.lines)
    kind = kind or kinds.kind(draft.document, draft.lines, draft.regions, sight.lexicon)
    weighed = weigh_all(draft, main, kind, sight)
    relied = rely(weighed, draft, main, kind, sight)
    if doubted and not (relied.claimed and kinds.is_reply(draft.lines, draft.regions, sight.lexicon)):
        return _none(draft, main, kind)
    silent = any(engagements.is_of_confirming(reliance) for reliance in relied.reliances)
    said = besides(draft, main, sight, signs, silent=silent)
    notice = _notice(draft, main, kind, template, relied, said, sight)
    dropped = doubts.unfounded(relied.doubts, notice)
    if not dropped:
        return notice
    surely = rely(weighed, draft, main, kind, sight, dropped)
    return _notice(draft, main, kind, template, surely, said, sight) if surely.reliances else notice


def _none(draft: Draft, main: Law, kind: Kind) -> Notice:
    """What is understood of a file that is no notice: nothing is relied on, and nothing said of it."""
    return Notice(
        document=draft.document,
        law=main,
        kind=kind,
        response=Response.NOT_A_REFUSAL,
        regions=draft.regions,
        citations=(),
        engagements=(),
        passages=(),
        statements=(),
        disclaimers=(),
        disclaimer=State.NOT_OWED,
        refusals=(),
        not_held=(),
        admissions=(),
        unknown=(),
        foreign=(),
        misnamed=(),
        mistitles=(),
        empty=(),
        alternative=False,
        apart=frozenset(),
        purposes=frozenset(),
        elsewhere=None,
    )


def _notice(
    draft: Draft, main: Law, kind: Kind, template: Template, relied: Relied, said: Besides, sight: Eyes
) -> Notice:
    subjects = naming.subjects(draft, relied, sight)
    gatherer = Gatherer(draft.cites, subjects, sight.lexicon)
    passages = gatherer.gather(said.pieces)
    neither = bool(said.statements) or (kind is Kind.ANNEX and any(Duty.CONFIRM in p.headed_duties for p in passages))
    withholds = any(Duty.DISCLOSE in r.refuses for r in relied.reliances if not r.exemption.bar)
    answers = [
        engagements.answer(
            r,
            ncnd=neither,
            withholds=withholds,
            disclaims=bool(said.disclaimers),
            argued=_argued(r, passages, relied.reliances),
        )
        for r in relied.reliances
    ]
    tested = any(p.part is Part.BALANCE and set(p.text) - said.weighed_later for p in passages)
    response = kinds.response(
        refuses=[a.refuses for a in answers if not a.reliance.exemption.bar],
        bars=any(a.reliance.exemption.bar for a in answers),
        partly=kind is not Kind.ANNEX and said.of_a_part,
        statements=said.statements if neither else (),
        refusals=said.refusals,
        extends=said.extends or (said.may_extend and not tested),
    )
    if response is Response.NOT_A_REFUSAL and neither:
        response = Response.NCND
    elsewhere = said.elsewhere if kind is not Kind.ANNEX else None  # an annex is what a letter refers to
    engaged = tuple(
        engagements.engagement(
            a,
            passages,
            kind=kind,
            template=template,
            extension=response is Response.EXTENSION,
            elsewhere=elsewhere,
        )
        for a in answers
    )
    owes_one = template.owes_disclaimer(ncnd=response.neither_confirms_nor_denies)
    disclaiming = said.disclaimers or (_disclaimer(draft, said, sight) if owes_one else ())
    return Notice(
        document=draft.document,
        law=main,
        kind=kind,
        response=response,
        regions=draft.regions,
        citations=relied.citations,
        engagements=engaged,
        passages=passages,
        statements=tuple(s.span for s in said.statements),
        disclaimers=disclaiming,
        disclaimer=State.PRESENT if disclaiming and owes_one else State.ABSENT if owes_one else State.NOT_OWED,
        refusals=tuple(s.span for s in said.refusals),
        not_held=said.not_held,
        admissions=(said.admissions or _admission(draft, sight)) if response is Response.NCND else said.taken_back,
        unknown=relied.unknown,
        foreign=relied.foreign,
        misnamed=said.misnamed,
        mistitles=mistitles.mistitles(draft, relied, sight),
        empty=gatherer.empty(),
        alternative=said.alternative,
        apart=relied.apart,
        purposes=mistitles.purposes(draft, engaged),
        elsewhere=elsewhere,
        told=said.told,
    )


def _disclaimer(draft: Draft, said: Besides, sight: Eyes) -> tuple[Disclaimer, ...]:
    """A disclaimer in words that no wording file knows; to say that nothing is confirmed or denied is none."""
    stated = {statement.span for statement in said.statements}
    told = (
        sentence
        for sentence in kinds.spoken(draft.lines, draft.regions, draft.headed)
        if _denies(sentence, sight.lexicon, stated=sentence.span in stated)
    )
    found = overheard("disclaimer", told, sight.lexicon)
    return (Disclaimer(found.span, False),) if found else ()


def _denies(sentence: Sentence, lexicon: Lexicon, *, stated: bool) -> bool:
    """Whether a sentence denies something: more than that anything is confirmed or denied, where that is `stated`."""
    denials = lexicon.mask("not", "negation")
    if not stated:
        return bool(sentence.mask & denials)
    start, last = lexicon.says("neither-confirm-nor-deny", sentence) or (sentence.end, sentence.end)
    told = (at for at, mask in sentence.hits if mask & denials and not start <= at <= last)
    return any(sentence.line.tokens[at] not in EITHER for at in told)


EITHER = frozenset(("neither", "nor", "none"))


ARGUES_NOTHING = 0.5  # how probably a sentence argues no part of a test, for it to give anything away
SUPPOSING = ("not-surely", "likelihood", "public-interest", "section-word", "law-name")


def _admission(draft: Draft, sight: Eyes) -> tuple[Span, ...]:
    """What gives away in passing whether the information is held: a plain fact, in words that no wording file knows."""
    supposing = sight.lexicon.mask(*SUPPOSING)
    told = read(list(kinds.spoken(draft.lines, draft.regions, draft.headed)), sight.lexicon)
    facts = (each.sentence for each in told if each.likely[0] > ARGUES_NOTHING)
    plain = (s for s in facts if not s.mask & supposing and s.tokens[0] not in ("were", "had"))
    said = overheard("admits", plain, sight.lexicon)
    return (said.span,) if said else ()


def _argued(reliance: Reliance, passages: Sequence[Passage], all_of_them: Sequence[Reliance]) -> frozenset[Duty]:
    """Which duties the passages about an exemption speak of; for the only one of a notice, the notice as a whole."""
    number = reliance.exemption.number
    spoken: set[Duty] = set()
    for passage in passages:
        if number in passage.exemptions or (not passage.exemptions and len(all_of_them) == 1):
            spoken |= passage.duties
    return frozenset(spoken or ({Duty.CONFIRM} if len(all_of_them) == 1 else ()))
