"""How long checks take, as ratios that hold on any machine; docs/performance.md says what they were.

usage: python benchmarks/speed.py [FOILINT]    FOILINT: an ordinary install; otherwise the one beside this Python

The letters are those of fixtures/good, written as text, HTML and Word. Cold: one check against `python -c pass`.
Batch: 400 Word letters against a bare reading of them with zipfile and lxml. Linear: a word of a letter eight times
as long against a word of the short one. Jobs: two processes against one. Each pair is run in turn, nine times when
cold, otherwise three.
"""

import html
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from docx import Document

GOOD = Path(__file__).parents[1] / "fixtures" / "good"
ROUNDS = 9
LETTERS = 400
LONG, TIMES_AS_LONG = 32, 8  # a shorter one takes no longer than the noise of starting
BARE = """
import sys, zipfile
from lxml import etree
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
for path in sys.argv[1:]:
    root = etree.fromstring(zipfile.ZipFile(path).read("word/document.xml"))
    words = ["".join(text.text or "" for text in paragraph.iter(W + "t")) for paragraph in root.iter(W + "p")]
"""


def seconds(command: list[str]) -> float:
    """How long a command takes. Findings are no failure; anything else ends the measurement."""
    start = time.perf_counter()
    status = subprocess.run(command, stdout=subprocess.DEVNULL, check=False).returncode
    took = time.perf_counter() - start
    if status not in {0, 1}:
        sys.exit(f"{' '.join(command)[:100]} ended with {status}")
    return took


def ratio(command: list[str], measure: list[str], rounds: int = ROUNDS) -> float:
    """How many times as long as `measure` a command takes."""
    seconds(measure), seconds(command)
    return statistics.median(seconds(command) / seconds(measure) for _ in range(rounds))


def letters() -> list[str]:
    """The sound notices of the fixtures, as text."""
    return [path.read_text("utf-8") for path in sorted(GOOD.glob("*/*")) if path.suffix in {".txt", ".md"}]


def write_word(text: str, path: Path) -> str:
    """A letter in Word, a paragraph for each of the text."""
    letter = Document()
    for paragraph in text.split("\n\n"):
        letter.add_paragraph(" ".join(paragraph.split()))
    letter.save(str(path))
    return str(path)


def write(text: str, path: Path) -> str:
    path.write_text(text, "utf-8")
    return str(path)


def as_page(text: str) -> str:
    return "<!doctype html><body>" + "".join(f"<p>{html.escape(each)}</p>" for each in text.split("\n\n"))


def measured(check: list[str], python: str, folder: Path) -> dict[str, float]:
    """Every ratio by its name."""
    known = letters()
    one = max(known, key=len)
    cold = {
        "text": write(one, folder / "one.txt"),
        "HTML": write(as_page(one), folder / "one.html"),
        "Word": write_word(one, folder / "one.docx"),
    }
    found = {f"cold, {kind}": ratio([*check, path], [python, "-c", "pass"]) for kind, path in cold.items()}
    many = [write_word(known[n % len(known)], folder / f"{n}.docx") for n in range(LETTERS)]
    found["batch, Word"] = ratio([*check, *many], [python, "-c", BARE, *many], 3)
    short = write("\n\n".join([one] * LONG), folder / "short.txt")
    long = write("\n\n".join([one] * LONG * TIMES_AS_LONG), folder / "long.txt")
    start = min(seconds([*check, cold["text"]]) for _ in range(3))
    spent = [min(seconds([*check, path]) for _ in range(3)) - start for path in (short, long)]
    found["linear, text"] = spent[1] / spent[0] * (LONG - 1) / (LONG * TIMES_AS_LONG - 1)
    found["two jobs"] = ratio([*check[:2], "--jobs", "2", *many], [*check, *many], 3)
    return found


def main() -> None:
    program = sys.argv[1] if len(sys.argv) > 1 else str(Path(sys.executable).with_name("foilint"))
    with tempfile.TemporaryDirectory() as folder:
        check = [program, "check", "--jobs", "1"]
        for name, value in measured(check, str(Path(program).with_name("python")), Path(folder)).items():
            print(f"{name:14}{value:6.2f}")


if __name__ == "__main__":
    main()
