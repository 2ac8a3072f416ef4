"""Fixed wording put into a draft where it is owed and absent: what goes in and where, then each format's own way.

Never an argument: only what is the same in every notice of a law or a house.
"""
