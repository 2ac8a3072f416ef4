"""Clauses: the part of a sentence that a citation stands in, and the ideas that are heard there."""

from collections.abc import Sequence
from operator import or_

from foilint.functional import reduce
from foilint.recognise.citations import Cited
from foilint.recognise.words import Sentence

# Where a clause begins: at such a word, or where a comma or "and" is followed by one who does something, or by a verb.
TURNS = frozenset((";", ":", "but", "although", "though", "because", "since", "whereas", "while", "which"))
JOINTS = frozenset((",", "and", "so"))
DOERS = frozenset(("we", "i", "it", "they", "you", "which", "this", "that", "he", "she"))
VERBS = frozenset(("is", "are", "was", "were", "has", "have", "will", "would", "cannot", "does", "do"))


def ideas_about(cited: Cited, sentence: Sentence, refusals: int) -> int:
    """The ideas of the clause that a citation stands in, but for words that raise no doubt; `refusals` refuse."""
    question = ideas_about, cited.start, cited.end, refusals
    return cited.line.paragraph.once(question, lambda: _ideas_about(cited, sentence, refusals))


def _ideas_about(cited: Cited, sentence: Sentence, refusals: int) -> int:
    line = cited.line
    tokens = line.tokens
    start = next((at for at in range(cited.start - 1, sentence.start, -1) if _begins(tokens, at)), sentence.start)
    end = next((at for at in range(cited.end, sentence.end) if _begins(tokens, at)), sentence.end)
    told = enumerate(line.masks[start:end], start)
    return reduce(or_, (mask for at, mask in told if not _says_nothing(tokens, at, mask & refusals)), 0)


def _begins(tokens: Sequence[str], at: int) -> bool:
    follows = tokens[at + 1] if at + 1 < len(tokens) else ""
    return tokens[at] in TURNS or (tokens[at] in JOINTS and (follows in DOERS or follows in VERBS))


def _says_nothing(tokens: Sequence[str], at: int, refuses: int) -> bool:
    """Whether a word raises no doubt: "whether or not", "entitles us not to", "not included", "would be likely to".

    Nor does what "falls to be considered under" a provision.
    """
    if tokens[at] == "considered":
        return tokens[at - 1] == "be"
    if tokens[at] == "not":
        return tokens[at - 1] in ("or", "us", "must") or bool(refuses)
    return tokens[at] == "would" and tokens[at + 1 : at + 3] == ["be", "likely"]
