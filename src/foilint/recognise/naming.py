"""Naming: which exemption is meant where no number stands, by a heading's title or by what is withheld under it."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from itertools import chain

from foilint.notice import Region
from foilint.recognise import engagements, things
from foilint.recognise.citations import Cited
from foilint.recognise.draft import Draft, Eyes
from foilint.recognise.labels import Role
from foilint.recognise.relying import Relied
from foilint.recognise.subjects import Numbers, Subjects
from foilint.recognise.words import Sentence

SHORT_WORD = 3  # letters


def subjects(draft: Draft, relied: Relied, sight: Eyes) -> Subjects:
    """Which exemption each citation, heading and thing means, and which exemptions owe what."""
    tested = frozenset(
        r.exemption.number
        for r in relied.reliances
        if engagements.owed(r.exemption, r.law.limbs(r.paths[0]) or r.exemption.limbs, turned=r.turned)
    )
    harmed = frozenset(
        r.exemption.number
        for r in relied.reliances
        if any(limb.harm for path in r.paths for limb in r.law.limbs(path) or r.exemption.limbs)
    )
    told_apart = things.told_apart(_claims(draft, relied), sight.lexicon)
    named = {**_by_things(draft, told_apart), **_by_titles(draft, relied, sight)}
    below = _claimed_below(draft, relied)
    titled = {  # what is claimed below says better what a heading is about
        at: numbers for at, numbers in named.items() if not below.get(at) or numbers & below[at]
    }
    relied_on = frozenset(r.exemption.number for r in relied.reliances)
    words = _words_of_names(relied, harmed, sight)
    interests = _only_of_one(words, sight) if len(harmed) > 1 else {}
    names = _only_of_one(_words_of_names(relied, relied_on, sight), sight) if len(relied_on) > 1 else {}
    protected = frozenset(words)
    provisions = {r.exemption.number: f"{r.law.regime} {r.exemption.number}" for r in relied.reliances}
    return Subjects(
        engaged=relied.engaged,
        claimed=relied.claimed,
        tested=tested,
        harmed=harmed,
        titles=titled,
        strangers=relied.strangers,
        things=told_apart,
        names=names,
        interests=interests,
        protected=protected,
        provisions=provisions,
    )


def _words_of_names(relied: Relied, numbers: Numbers, sight: Eyes) -> dict[str, set[str]]:
    """The words in the names of some of the exemptions relied on, each with the numbers of those."""
    words: dict[str, set[str]] = {}
    for r in relied.reliances:
        if r.exemption.number in numbers:
            for word in chain.from_iterable(titled.words for titled in sight.titles.of(r.law, r.exemption)):
                words.setdefault(word, set()).add(r.exemption.number)
    return words


def _only_of_one(words: Mapping[str, set[str]], sight: Eyes) -> Mapping[str, str]:
    """Of those, the words of one exemption only: "crime", "commercial"."""
    plain = sight.lexicon.mask("prejudice", "information", "likelihood", "exemption-word")
    told = {word: numbers for word, numbers in words.items() if len(word) > SHORT_WORD and len(numbers) == 1}
    masks = sight.lexicon.masks(list(told))
    return {word: min(told[word]) for word, mask in zip(told, masks, strict=True) if not mask & plain}


def _by_titles(draft: Draft, relied: Relied, sight: Eyes) -> dict[int, Numbers]:
    """What headings name by a title, from the one above the first claim on: that of a page is about the request."""
    first = min((index for index, _ in relied.claimed), default=0)
    above = max((at for at, label in enumerate(draft.headings[:first]) if label is not None), default=0)
    engaged = [(r.law, r.exemption) for r in relied.reliances]
    return {
        line.index: numbers
        for line, label in zip(draft.lines[above:], draft.headings[above:], strict=True)
        if label is not None
        and not label.cites
        and label.role is not Role.PART
        and (numbers := sight.titles.named_by_heading(line, engaged))
    }


def _by_things(draft: Draft, told_apart: Mapping[str, str]) -> Mapping[int, Numbers]:
    """What headings name by what is withheld."""
    others = [
        line
        for line, label, region in zip(draft.lines, draft.headings, draft.regions, strict=True)
        if label is not None and label.role is Role.OTHER and region is Region.RESPONSE
    ]
    return things.named_by_headings(others, told_apart)


def _claimed_below(draft: Draft, relied: Relied) -> dict[int, set[str]]:
    """The exemptions claimed in the text under each heading, by the block of the heading."""
    found: dict[int, set[str]] = {}
    headed = [line.index for line, label in zip(draft.lines, draft.headings, strict=True) if label is not None]
    for place in relied.claimed:
        at = bisect_right(headed, place[0]) - 1
        if at >= 0:
            found.setdefault(headed[at], set()).add(relied.engaged[place])
    return found


def _claims(draft: Draft, relied: Relied) -> Iterator[tuple[Cited, Sentence, str]]:
    """Every citation that claims, with its sentence and the number of its exemption."""
    for index, start in sorted(relied.claimed):
        line = draft.lines[index]
        cited = next(c for c in draft.cites[index] if c.start == start)
        sentence = next(s for s in line.sentences if s.start <= start < s.end)
        yield cited, sentence, relied.engaged[index, start]
