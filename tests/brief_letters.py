"""Letters of one paragraph or two, for tables of wording."""

from foilint.readers import read
from foilint.recognise import recognise

FOIA = "the Freedom of Information Act 2000"
FOISA = "the Freedom of Information (Scotland) Act 2002"
EIR = "the Environmental Information Regulations 2004"


def letter(words, act=FOIA):
    """The notice in a letter that holds these words, in Markdown, beside the least that makes a letter."""
    text = f"Dear Ms Hall\n\nYour request was considered under {act}.\n\n{words}\n\nYours sincerely\n\nA. Officer\n"
    return recognise(read(text.encode(), "letter.md"))
