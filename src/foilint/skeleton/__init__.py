"""Skeletons of notices: every heading that is owed, the fixed wording, and gaps where the officer argues.

claims (what was asked for) -> outline (which pieces a letter or annex is made of) -> rendered (text, Markdown, Word).
"""
