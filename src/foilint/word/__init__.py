"""Word files as they are written: copies with comments or with paragraphs more, and new ones. Reading is readers' work.

What is not changed stays as it was, byte for byte: every part of a package that nothing is done to, and in the others
every element. The words are found by asking the reader itself (see `whereabouts`), never by reading twice.
"""
