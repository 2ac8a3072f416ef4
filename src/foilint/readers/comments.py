"""Comments in HTML and Markdown: those that people wrote to each other, and those that programs left for themselves."""

_CODE = frozenset("<>{}=[]|")
_MARKS_A_PART = frozenset(("begin", "start", "end", "ends", "starts", "opening", "closing", "/"))
_SENTENCE = ".?!:"


def is_prose(comment: str) -> bool:
    """Whether a comment says something to people: at least three words, no code, no label of a part of the page."""
    words = comment.split()
    if len(words) < 3 or not _CODE.isdisjoint(comment):
        return False
    if words[0].lower() in _MARKS_A_PART or words[-1].lower() in _MARKS_A_PART or words[0][0] in "/#!":
        return False
    return len(words) > 4 or any(word[-1] in _SENTENCE for word in words)
