"""foilint reads a draft FOI refusal notice and says what it owes and does not give.

>>> import foilint
>>> report = foilint.check("drafts/2026-014.docx")
>>> [finding.rule for finding in report.findings]
['missing-balance']
"""

__version__ = "0.1.0"
