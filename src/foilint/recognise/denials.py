"""What takes a claim back: the words of others, negation, history, what only would or might apply.

Each denial is one question to the words round a citation; the first that holds says why the provision is not relied on.
"""

from collections.abc import Callable

from foilint.recognise import hearsay, negations, suppositions
from foilint.recognise.around import Words, around
from foilint.recognise.citations import Cited
from foilint.recognise.lexicon import Lexicon, once
from foilint.recognise.words import Line, Sentence
from foilint.values import NamedTuple

NOT_RELIED_ON = "not relied on"
TAKEN_BACK = "taken back by what follows"
ONLY_WOULD = "only what would apply"
NOT_APPLYING = "said not to apply"
HISTORY = "history"
APPLICANTS = "the applicant's words"
CONSIDERED_ONLY = "considered and not relied on"
ELSEWHERE = "relied on in another reply"
WOULD_CONSIDER = "only what would be considered"
EXAMPLE = "an example"
OF_THE_WHOLE_LIST = frozenset(
    (NOT_RELIED_ON, TAKEN_BACK, ONLY_WOULD, CONSIDERED_ONLY, WOULD_CONSIDER, EXAMPLE, ELSEWHERE)
)


class Denial(NamedTuple):
    """A question to the words round a citation, why the provision is not relied on where it holds, and what it needs.

    Of each group of ideas in `needs` one must stand in the sentence: without it the question need not be put.
    """

    denies: Callable[[Words], bool]
    why: str
    needs: tuple[tuple[str, ...], ...] = ()


DENIALS = (
    Denial(hearsay.is_the_applicants, APPLICANTS),
    Denial(negations.is_of_what_is_not_exempt, "what is not exempt", (("not",),)),
    Denial(negations.verb_is_negated, NOT_RELIED_ON, (("rely",), ("not",))),
    Denial(suppositions.verb_is_hypothetical, ONLY_WOULD, (("rely",),)),
    Denial(suppositions.is_an_example, EXAMPLE, (("rely",), ("example",))),
    Denial(negations.is_negated_after, NOT_APPLYING, (("negation",),)),
    Denial(negations.is_overturned, TAKEN_BACK, (("withdraws",),)),
    Denial(negations.plays_no_part, NOT_RELIED_ON, (("no-part",),)),
    Denial(hearsay.is_history, HISTORY, (("earlier",),)),
    Denial(hearsay.is_of_another_reply, ELSEWHERE, (("another-requester", "another-reply"),)),
    Denial(hearsay.was_given_then, ELSEWHERE),
    Denial(hearsay.is_anothers_deed, ELSEWHERE, (("decided-elsewhere",),)),
    Denial(hearsay.is_a_comparison, "a comparison", (("compared-with",),)),
    Denial(negations.is_unexamined, "not examined", (("unexamined",),)),
    Denial(negations.is_considered_only, CONSIDERED_ONLY, (("considered",),)),
    Denial(negations.is_disowned_later, TAKEN_BACK),
    Denial(hearsay.was_decided, "decided before", (("commissioner-word",), ("was-upheld",))),
    Denial(suppositions.is_yet_to_consider, WOULD_CONSIDER, (("would-consider",),)),
    Denial(negations.is_neither_nor, NOT_RELIED_ON),
    Denial(hearsay.names_something_else, "names something else", (("not-ours",),)),
    Denial(hearsay.is_a_subject_of_guidance, "what guidance is about", (("guidance-on",),)),
    Denial(suppositions.is_supposed, ONLY_WOULD, (("hypothetical", "supposed"),)),
    Denial(negations.is_disowned_next, TAKEN_BACK),
)


def why_denied(line: Line, sentence: Sentence, cited: Cited, lexicon: Lexicon) -> str:
    """Why the words round a citation claim nothing; "" where they may."""
    question = why_denied, cited.start, cited.end, cited.after
    return line.paragraph.once(question, lambda: _why_denied(line, sentence, cited, lexicon))


def _why_denied(line: Line, sentence: Sentence, cited: Cited, lexicon: Lexicon) -> str:
    if line.is_quoted(cited.start):
        return "inside a quotation"
    words = around(line, sentence, cited, lexicon)
    if negations.is_kept_after(words) or negations.is_a_ground(words):
        return ""
    return next((each.why for each in _possible(sentence, lexicon) if each.denies(words)), "")


@once
def _possible(sentence: Sentence, lexicon: Lexicon) -> tuple[Denial, ...]:
    """The denials whose ideas stand in a sentence."""
    mask = sentence.mask
    return tuple(each for each in DENIALS if all(mask & lexicon.mask(*ideas) for ideas in each.needs))
