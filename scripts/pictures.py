"""Makes every picture of README.md from the program itself: terminal output as SVG, the HTML page as a photograph.

python scripts/pictures.py            all of them; the photograph needs Chromium, its driver and selenium
python scripts/pictures.py --check    says which of the drawn ones are out of date, and changes nothing
"""

import base64
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import NamedTuple

from foilint.reports.wrapping import cells

PICTURES = Path(__file__).parents[1] / "docs" / "pictures"
DRAFT = "drafts/2026-014.md"
DRAWN = {
    "check.svg": ("check", DRAFT),
    "explain.svg": ("explain", "missing-balance"),
    "show.svg": ("show", DRAFT),
}
"""The pictures of a terminal, and the command lines they show."""

PHOTOGRAPH, SIZE = "page.webp", (1280, 1180)
COLUMNS = 80
CELL, LINE, MARGIN = 8.4, 19, 16  # pixels
STYLES = {
    "1": "font-weight:700",
    "2": "fill:#9a9a9a",
    "4": "text-decoration:underline",
    "31": "fill:#ff8f8a",
    "32": "fill:#8fd79e",
    "33": "fill:#f5c46a",
    "36": "fill:#7fd4e6",
}
"""What the codes of `foilint.reports.paint` look like on a dark ground."""

FONT = 'ui-monospace,"DejaVu Sans Mono",Menlo,Consolas,monospace'
STYLE = f"<style>text{{font:14px {FONT};fill:#e8e6e0;white-space:pre}}</style>"


class Run(NamedTuple):
    """Words in one style, from a column on."""

    column: int
    words: str
    codes: tuple[str, ...]


def said(words: tuple[str, ...]) -> str:
    """What foilint says on a terminal with colours."""
    kept = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    wished = {"FORCE_COLOR": "1", "FORCE_HYPERLINK": "0", "COLUMNS": str(COLUMNS)}
    command = [sys.executable, "-m", "foilint", *words]
    ran = subprocess.run(command, cwd=PICTURES, env=kept | wished, capture_output=True, text=True, check=False)
    if ran.stderr:
        sys.exit(ran.stderr)
    return ran.stdout


def runs(line: str) -> Iterator[Run]:
    """The runs of a line with its codes."""
    column, codes = 0, ()
    for piece in re.split(r"(\x1b\[[\d;]*m)", line):
        if piece.startswith("\x1b"):
            codes = tuple(code for code in piece[2:-1].split(";") if code != "0")
        elif piece:
            yield Run(column, piece, codes)
            column += cells(piece)


def drawn(words: tuple[str, ...]) -> str:
    """A terminal that shows a command line and what it says."""
    shown = " ".join(words)
    lines = [f"\x1b[32m$\x1b[0m \x1b[1mfoilint {shown}\x1b[0m", *said(words).rstrip("\n").split("\n")]
    width, height = COLUMNS * CELL + 2 * MARGIN, len(lines) * LINE + 2 * MARGIN
    texts = [text for number, line in enumerate(lines) for text in _texts(number, line)]
    opening = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height}" width="{width:g}" height="{height}"'
        f' role="img" aria-label="What foilint {escape(shown)} shows on a terminal">'
    )
    ground = f'<rect width="{width:g}" height="{height}" rx="8" fill="#1b1b1e"/>'
    return "\n".join((opening, STYLE, ground, *texts, "</svg>\n"))


def _texts(number: int, line: str) -> Iterator[str]:
    """Each run at its place and of its width, whatever font there is."""
    for run in runs(line):
        if run.words.strip():
            lead = len(run.words) - len(run.words.lstrip())
            words = run.words.strip()
            x, y = MARGIN + (run.column + lead) * CELL, MARGIN + LINE * number + 14
            style = ";".join(STYLES[code] for code in run.codes)
            yield (
                f'<text x="{x:g}" y="{y}" textLength="{cells(words) * CELL:g}" lengthAdjust="spacingAndGlyphs"'
                f"{f' style={chr(34)}{style}{chr(34)}' if style else ''}>{escape(words)}</text>"
            )


def photograph() -> bytes:
    """The HTML page of the draft, as Chromium shows it."""
    from selenium import webdriver  # only for the photograph

    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or ""
    for argument in ("--headless=new", "--no-sandbox", "--hide-scrollbars"):
        options.add_argument(argument)
    with tempfile.TemporaryDirectory() as folder:
        page = os.path.join(folder, "page.html")
        command = [sys.executable, "-m", "foilint", "check", DRAFT, "--format", "html", "--output", page]
        subprocess.run(command, cwd=PICTURES, check=False)
        browser = webdriver.Chrome(options=options, service=webdriver.ChromeService(shutil.which("chromedriver")))
        try:
            width, height = SIZE
            metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
            browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
            browser.get(f"file://{page}")
            shot = browser.execute_cdp_cmd("Page.captureScreenshot", {"format": "webp", "quality": 70})
        finally:
            browser.quit()
    return base64.b64decode(shot["data"])


def stale() -> list[str]:
    """The drawn pictures that are not what foilint shows now."""
    return [name for name, words in DRAWN.items() if _kept(PICTURES / name) != drawn(words)]


def _kept(file: Path) -> str:
    return file.read_text("utf-8") if file.exists() else ""


def main() -> int:
    if "--check" in sys.argv[1:]:
        old = stale()
        print("".join(f"docs/pictures/{name} is out of date: run scripts/pictures.py\n" for name in old), end="")
        return 1 if old else 0
    for name, words in DRAWN.items():
        (PICTURES / name).write_text(drawn(words), "utf-8")
    (PICTURES / PHOTOGRAPH).write_bytes(photograph())
    return 0


if __name__ == "__main__":
    sys.exit(main())
