"""What takes a claim back: the words of others, negation, history, what only would or might apply.

Each denial is one question to the words round a citation; the first that holds says why the provision is not relied on.
"""

from foilint.recognise import hearsay, negations, suppositions
from foilint.recognise.around import around
from foilint.recognise.citations import Cited
from foilint.recognise.lexicon import Lexicon
from foilint.recognise.words import Line, Sentence

NOT_RELIED_ON = "not relied on"
TAKEN_BACK = "taken back by what follows"
ONLY_WOULD = "only what would apply"
NOT_APPLYING = "said not to apply"
HISTORY = "history"
CONSIDERED_ONLY = "considered and not relied on"
ELSEWHERE = "relied on in another reply"
WOULD_CONSIDER = "only what would be considered"
EXAMPLE = "an example"
OF_THE_WHOLE_LIST = frozenset(
    (NOT_RELIED_ON, TAKEN_BACK, ONLY_WOULD, CONSIDERED_ONLY, WOULD_CONSIDER, EXAMPLE, ELSEWHERE)
)

DENIALS = (
    (hearsay.is_the_applicants, "the applicant's words"),
    (negations.verb_is_negated, NOT_RELIED_ON),
    (suppositions.verb_is_hypothetical, ONLY_WOULD),
    (suppositions.is_an_example, EXAMPLE),
    (negations.is_negated_after, NOT_APPLYING),
    (negations.plays_no_part, NOT_RELIED_ON),
    (hearsay.is_history, HISTORY),
    (hearsay.is_of_another_reply, ELSEWHERE),
    (hearsay.is_anothers_deed, ELSEWHERE),
    (hearsay.is_a_comparison, "a comparison"),
    (negations.is_unexamined, "not examined"),
    (negations.is_considered_only, CONSIDERED_ONLY),
    (negations.is_disowned_later, TAKEN_BACK),
    (hearsay.was_decided, "decided before"),
    (suppositions.is_yet_to_consider, WOULD_CONSIDER),
    (negations.is_neither_nor, NOT_RELIED_ON),
    (hearsay.names_something_else, "names something else"),
    (hearsay.is_a_subject_of_guidance, "what guidance is about"),
    (suppositions.is_supposed, ONLY_WOULD),
    (negations.is_disowned_next, TAKEN_BACK),
)


def why_denied(line: Line, sentence: Sentence, cited: Cited, lexicon: Lexicon) -> str:
    """Why the words round a citation claim nothing; "" where they may."""
    if line.is_quoted(cited.start):
        return "inside a quotation"
    words = around(line, sentence, cited, lexicon)
    return next((why for denies, why in DENIALS if denies(words)), "")
