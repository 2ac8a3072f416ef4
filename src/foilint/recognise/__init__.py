"""Understand a notice: a Document and the laws become a Notice. All difficulty of foilint lives below this function.

words -> citations and labels -> regions -> the law -> what is relied on -> passages -> engagements.
"""

from foilint.document import Document
from foilint.law import Law
from foilint.notice import Kind, Notice
from foilint.recognise.reading import understand
from foilint.template import STATUTE, Template


def recognise(
    document: Document, law: Law | None = None, kind: Kind | None = None, template: Template = STATUTE
) -> Notice:
    """The notice that a document holds, under `law` and as a `kind` if given, else as the text tells.

    `template` says what a house owes besides.
    """
    return understand(document, law, kind, template)
