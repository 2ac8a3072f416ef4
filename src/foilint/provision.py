"""How a provision of a statute is written: "7(5B)(a)" as steps, and the steps in print again."""

from foilint.functional import cache

Path = tuple[str, ...]
"""A provision as its steps, lower case: section 7(1)(a) is ("7", "1", "a"), 7(5B)(a)(i) is ("7", "5b", "a", "i")."""


def path_of(provision: str) -> Path:
    """The steps of a printed provision: "7(5B)(a)" is ("7", "5b", "a"). Spaces do not matter; nothing is checked."""
    return tuple(provision.replace(" ", "").replace(")", "").lower().split("("))


@cache
def printed(path: Path) -> str:
    """A provision in print: ("7", "5b", "a") is "7(5B)(a)". Letters after a number are capitals, as in statutes."""
    number, *steps = (step.upper() if step[:1].isdigit() else step for step in path)
    return number + "".join(f"({step})" for step in steps)
