"""The numbers of provisions: a list of them as it is read, step by step, asking the law what exists."""

from foilint.provision import Path
from foilint.recognise.acts import Exists

ROMAN = frozenset("ivx")


class Numbers:
    """A list of provisions as it is read: the paths so far, each with its tokens."""

    def __init__(self, tokens: list[str], exists: Exists) -> None:
        self.tokens = tokens
        self.exists = exists
        self.paths: list[tuple[Path, int, int]] = []

    def head(self, at: int) -> int:
        """Read a number and its steps at `at`; return the token after them, or `at` where there is no number."""
        token = self.tokens[at]
        path: Path = (token,)
        if not self.exists(path) and (split := split_letter(token)) and self.exists(split):
            path = split
        elif self.paths and not self.exists(path) and self.exists((self.paths[-1][0][0], token)):
            path = (self.paths[-1][0][0], token)
        self.paths.append((path, at, at + 1))
        at += 1
        if at + 1 < len(self.tokens) and self.tokens[at] == "." and self.tokens[at + 1][0].isdigit():
            self._grow(self.tokens[at + 1], at, at + 2)  # "regulation 12.5(b)"
            at += 2
        return self.steps(at)

    def steps(self, at: int) -> int:
        """Read steps in brackets from `at` on."""
        while (read := step(self.tokens, at)) is not None:
            code, end = read
            if len(code) > 1 and code.isdigit() and not self.exists((*self.paths[-1][0], code)):
                break  # how often it was used: "7(1) (17)"
            self._grow(code, at, end)
            at = end
        return at

    def _grow(self, code: str, start: int, end: int) -> None:
        path, begun, _ = self.paths[-1]
        grown = attach(path, code, self.exists)
        if len(grown) > len(path):
            self.paths[-1] = (grown, begun, end)
        else:
            self.paths.append((grown, start, end))

    def beside(self, at: int) -> int:
        """Read "(b)" after "and": another step of the provision before."""
        if (read := step(self.tokens, at)) is None:
            return at
        code, end = read
        path = self.paths[-1][0]
        grown = attach(path, code, self.exists)
        if len(grown) > len(path) and len(path) > 1:
            sideways = (*path[:-1], code)
            grown = sideways if self.exists(sideways) or not self.exists(grown) else grown
        self.paths.append((grown, at, end))
        return self.steps(end)

    def through(self, at: int) -> int:
        """Read "-(c)" after "(a)": every step between."""
        if (read := step(self.tokens, at)) is None:
            return at
        code, end = read
        path, _, _ = self.paths[-1]
        first = path[-1]
        if len(code) == len(first) == 1 and first.isalpha() and code.isalpha() and first < code:
            for letter in range(ord(first) + 1, ord(code) + 1):
                self.paths.append(((*path[:-1], chr(letter)), at, end))
            return end
        return at


def step(tokens: list[str], at: int) -> tuple[str, int] | None:
    """A step in brackets at `at` and the token after it; a lost closing bracket before the next step is forgiven."""
    if at + 2 >= len(tokens) or tokens[at] != "(":
        return None
    code = tokens[at + 1]
    if not (
        (code[0].isdigit() and len(code) <= 3)
        or (len(code) == 1 and code.isalpha())
        or (len(code) == 2 and code[0] == "a" and code[1] in "abcd")
        or set(code) <= ROMAN
    ):
        return None
    if tokens[at + 2] == ")":
        return code, at + 3
    if tokens[at + 2] == "(" and at + 3 < len(tokens) and len(tokens[at + 3]) <= 3:
        return code, at + 2
    return None


def split_letter(token: str) -> Path | None:
    """An officer's shorthand: "31a" as 31(a)."""
    digits = token.rstrip("abcdefghijklmnopqrstuvwxyz")
    return (digits, token[len(digits) :]) if digits and digits != token else None


def attach(path: Path, code: str, exists: Exists) -> Path:
    """Where a step belongs: the deepest place where the law has it, else where its kind fits."""
    places = [(*path, code), *((*path[:n], code) for n in range(len(path) - 1, 0, -1))]
    for place in places:
        if exists(place):
            return place
    for n in range(len(path) - 1, 0, -1):
        if _kind(path[n]) == _kind(code):
            return (*path[:n], code)
    return places[0]


def _kind(code: str) -> str:
    return "digit" if code[0].isdigit() else "roman" if set(code) <= ROMAN else "letter"
