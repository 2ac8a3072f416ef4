"""Reports: verdicts in, text out; a module for each format, with one function `render`, imported when asked for."""

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module

from foilint.report import Verdict
from foilint.reports.look import Look

Render = Callable[[Iterable[Verdict], Look], Iterator[str]]
"""A report's function: its text in pieces, given as verdicts come, so that many drafts need little memory."""

FORMATS: tuple[str, ...] = (
    "text",
    "terminal",
    "html",
    "json",
    "jsonl",
    "sarif",
    "github",
    "gitlab",
    "junit",
    "markdown",
)
"""Every format, each the name of its module."""

SHOW_THE_DRAFT: frozenset[str] = frozenset(("terminal", "html"))
"""Formats that show what a draft says: their verdicts come with a transcript."""


def renderer(name: str) -> Render:
    """The function that renders a format."""
    render: Render = import_module(f"foilint.reports.{name}").render
    return render
