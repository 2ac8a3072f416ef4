"""Which paragraphs look like headings, and which open with a label: told from their look, in any format."""

from collections.abc import Iterable


def emphasis(stretches: Iterable[tuple[str, bool]]) -> tuple[bool, int]:
    """Whether all words of a paragraph are emphasised, and otherwise the length of an emphasised opening (0 for none).

    `stretches` gives the words in order, each with whether they are bold, underlined or set in capitals. Blanks and
    punctuation need no emphasis, and blanks at the end of an opening do not count.
    """
    text = ""
    speaks = False
    for words, emphasised in stretches:
        if any(map(str.isalnum, words)):
            if not emphasised:
                return False, len(text.rstrip()) if speaks else 0
            speaks = True
        text += words
    return speaks, 0
