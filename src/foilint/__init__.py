"""foilint reads a draft FOI refusal notice and says what it owes and does not give.

>>> import foilint
>>> report = foilint.check("drafts/2026-014.docx")
>>> [finding.rule for finding in report.findings]
['missing-balance']
>>> foilint.render(report, "json")
'{"report_version": 1, ...'
"""

TYPE_CHECKING = False  # true to a type checker; to import it from where the others do would be to load that first

if TYPE_CHECKING:
    from foilint.api import check, render
    from foilint.finding import Finding, Place, Severity
    from foilint.misuse import Misuse
    from foilint.report import Report, Verdict

__version__ = "0.1.0"
__all__ = ["Finding", "Misuse", "Place", "Report", "Severity", "Verdict", "__version__", "check", "render"]


def __getattr__(name: str) -> object:
    """What is offered here is imported when it is first asked for, so that the command line starts without it."""
    if name not in __all__:
        raise AttributeError(f"module 'foilint' has no attribute {name!r}")
    from foilint import api

    return getattr(api, name)
