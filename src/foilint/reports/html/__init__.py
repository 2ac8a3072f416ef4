"""One self-contained page: an overview of many notices, and for each what it gives, what to mend, and its own text.

Nothing is fetched, and nothing in a draft can run: words are escaped where they are put in (`markup`), and the page's
own policy lets no script run but the one that foilint wrote.
"""

import base64
import hashlib
import os
from collections.abc import Iterable, Iterator
from string import Template

from foilint.report import Verdict, summarise
from foilint.reports.html.article import article
from foilint.reports.html.markup import Markup, element, visible
from foilint.reports.html.overview import overview
from foilint.reports.html.wording import headline
from foilint.reports.look import Look

_FOLDER = os.path.dirname(os.path.abspath(__file__))


def render(verdicts: Iterable[Verdict], look: Look) -> Iterator[str]:  # noqa: ARG001  every report takes the same
    """The page in pieces: what stands above the notices, each notice, what stands below."""
    kept = tuple(verdicts)
    style, script = _own("page.css"), _own("page.js")
    many = len(kept) > 1
    title = headline(kept, summarise(kept))
    above, below = (
        Template(_own("page.html"))
        .substitute(
            title=visible(f"foilint: {title}"),
            style=style,
            script=script,
            style_hash=_hash(style),
            script_hash=_hash(script),
            headline=visible(title),
            overview=overview(kept) if many else "",
            notices="\x00",
        )
        .split("\x00")
    )
    yield above
    for number, verdict in enumerate(kept, start=1):
        yield article(verdict, f"n{number}", back=_BACK if many else Markup())
    yield below


_BACK = element("p", {"class": "back"}, element("a", {"href": "#overview"}, "Back to the overview"))


def _own(name: str) -> str:
    """A file that travels in this package."""
    with open(os.path.join(_FOLDER, name), encoding="utf-8", newline="\n") as file:
        return file.read()


def _hash(text: str) -> str:
    """What a content security policy names a style or script by."""
    digest = hashlib.sha256(text.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"
