"""What was said lately, remembered for the next letter of the same house."""

from foilint.values import Any

REMEMBERED = 500  # sentences, and as many paragraphs, twice over


class Memory:
    """What was said lately, by its text, in two generations.

    What is not said again while the younger one fills up is forgotten with the older.
    """

    __slots__ = ("_older", "_younger")

    def __init__(self) -> None:
        """Nothing was said yet."""
        self._younger: dict[str, Any] = {}
        self._older: dict[str, Any] = {}

    def recall(self, text: str) -> Any | None:
        """What was kept under a text; None where it is forgotten, or never was."""
        found = self._younger.get(text)
        if found is None:
            found = self._older.get(text)
            if found is not None:
                self.keep(text, found)
        return found

    def keep(self, text: str, said: Any) -> None:
        """Keep what a text says."""
        if len(self._younger) == REMEMBERED:
            self._younger, self._older = {}, self._younger
        self._younger[text] = said
