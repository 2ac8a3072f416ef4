"""The Python interface: what `import foilint` offers."""

import os
import time
from collections.abc import Iterable

from foilint import wishes
from foilint.batch import check_units
from foilint.finding import Finding, Place, Severity
from foilint.lint import check_bytes
from foilint.misuse import Misuse, nearest
from foilint.plan import plan, plan_named, plan_together
from foilint.report import Report, Verdict
from foilint.reports import FORMATS, renderer
from foilint.reports.look import PLAIN
from foilint.standing import Run, let_stand

__all__ = ["Finding", "Misuse", "Place", "Report", "Severity", "Verdict", "check", "render"]

Path = str | os.PathLike[str]


def check(  # noqa: PLR0913  each is an option of the command, and has its name
    *drafts: Path | bytes,
    name: str = "<bytes>",
    together: bool = False,
    settings: Path = "",
    template: str = "",
    regime: str = "",
    kind: str = "",
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    today: str = "",
    jobs: int = 1,
) -> Report:
    """Checks drafts: files, folders or patterns, or the bytes of one draft, which is then called `name`.

    Everything else means what the option of that name means to `foilint check`: the settings nearest to each draft hold
    unless others are named. A draft that cannot be read is a verdict with status "unreadable", never an exception.
    Raises `Misuse` where settings, a template or an argument cannot be used.
    """
    wished = wishes.wishes(
        settings=os.fspath(settings), template=template, regime=regime, kind=kind, select=select, ignore=ignore
    )._replace(transcribed=True)  # the report may be rendered as a page, and keeping the text takes no time
    paths = tuple(os.fspath(draft) for draft in drafts if not isinstance(draft, bytes))
    folders = tuple(os.path.abspath(path) for path in paths or (os.curdir,) if os.path.isdir(path))
    run = Run(today or time.strftime("%Y-%m-%d"), folders, every_rule=not (wished.select or wished.ignore))
    held = [draft for draft in drafts if isinstance(draft, bytes)]
    if held and len(drafts) > 1:
        raise Misuse("the bytes of a draft are checked alone; write them to files to check several")
    if held:
        governed = plan_named(name, wished)
        return Report(tuple(let_stand([(governed, check_bytes(held[0], name, governed.unit.terms))], run)))
    planned = plan_together(paths, wished) if together else plan(paths, wished)
    verdicts = check_units([each.unit for each in planned], jobs)
    return Report(tuple(let_stand(zip(planned, verdicts, strict=True), run)))


def render(report: Report, form: str = "json") -> str:
    """A report as `foilint check --format` writes it. Raises `Misuse` where there is no such format."""
    if form not in FORMATS:
        raise Misuse(f"there is no format {form!r}{nearest(form, FORMATS)} ({', '.join(FORMATS)})")
    return "".join(renderer(form)(report.notices, PLAIN))
