"""The matrix of traps in docs/formats.md: how many times each reader gives the words that a letter prints.

usage: python benchmarks/format_matrix.py            write the table into docs/formats.md
       python benchmarks/format_matrix.py --check    exit with 1 where the table is out of date
       python benchmarks/format_matrix.py --measure NAME ...  measure other readers, installed beside this Python:
                                                     python-docx, docx2python, mammoth, markitdown

The files are those of tests/readers/word_traps.py and opendocument_traps.py. What the others make of them is kept, with
their versions, in benchmarks/format_matrix.json; what foilint makes of them is worked out each time.
"""

import importlib.metadata
import json
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

HOME = Path(__file__).parents[1]
sys.path[:0] = [str(HOME / "src"), str(HOME / "tests" / "readers")]

import opendocument_traps  # noqa: E402  found on the path just set
import word_traps  # noqa: E402

from foilint.document import Document, MarkKind  # noqa: E402
from foilint.readers import read  # noqa: E402

PAGE = HOME / "docs" / "formats.md"
MEASURED = Path(__file__).with_suffix(".json")
OTHERS = ("python-docx", "docx2python", "mammoth", "markitdown")
FAILS = "cannot open"
Counts = dict[str, int]


def counts(text: str, words: Counts) -> Counts:
    """How often each word stands in a text; blanks, no-break hyphens and soft hyphens as typed make no difference."""
    folded = " ".join(text.replace("\u2011", "-").replace("\xad", "").split())
    return {word: folded.count(" ".join(word.split())) for word in words}


def by_python_docx(path: str) -> str:
    import docx
    from docx.table import Table

    def within(block: Any) -> list[str]:
        if not isinstance(block, Table):
            return [block.text]
        seen = {cell._tc: cell for row in block.rows for cell in row.cells}  # noqa: SLF001  what tells merged cells apart
        return [text for cell in seen.values() for inner in cell.iter_inner_content() for text in within(inner)]

    return "\n".join(text for block in docx.Document(path).iter_inner_content() for text in within(block))


def by_docx2python(path: str) -> str:
    from docx2python import docx2python

    with docx2python(path) as read_by_it:
        return read_by_it.text


def by_mammoth(path: str) -> str:
    import mammoth

    with open(path, "rb") as file:
        return mammoth.extract_raw_text(file).value


def by_markitdown(path: str) -> str:
    from markitdown import MarkItDown

    return MarkItDown().convert(path).text_content


READERS: dict[str, Callable[[str], str]] = dict(
    zip(OTHERS, (by_python_docx, by_docx2python, by_mammoth, by_markitdown), strict=True)
)


def measure(names: list[str]) -> None:
    """Write down what other readers make of Word's traps."""
    found = json.loads(MEASURED.read_text(encoding="utf-8")) if MEASURED.exists() else {"versions": {}, "rows": {}}
    found["versions"] |= {name: importlib.metadata.version(name) for name in names}
    rows: dict[str, dict[str, Counts | str]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for trap in word_traps.TRAPS:
            path = str(Path(folder) / "trap.docx")
            Path(path).write_bytes(trap.data)
            rows[trap.name] = found["rows"].get(trap.name, {})
            rows[trap.name] |= {name: _measured(READERS[name], path, trap.right) for name in names}
    written = ",\n".join(f"  {_json(name)}: {_json(row)}" for name, row in rows.items())
    versions = _json(found["versions"])
    MEASURED.write_text(f'{{\n "versions": {versions},\n "rows": {{\n{written}\n }}\n}}\n', encoding="utf-8")


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _measured(reader: Callable[[str], str], path: str, words: Counts) -> Counts | str:
    try:
        return counts(reader(path), words)
    except Exception as error:  # noqa: BLE001  whatever another reader fails with is its result
        return f"{FAILS} ({type(error).__name__})"


def printed(document: Document) -> str:
    """What the blocks of a document show, numbers of lists included."""
    return "\n".join(f"{block.marker} {block.text}".strip() for block in document.blocks)


def table() -> str:
    """The two tables, as Markdown."""
    measured = json.loads(MEASURED.read_text(encoding="utf-8"))
    titles = ["foilint", *(f"{name} {measured['versions'][name]}" for name in OTHERS)]
    lines = [f"| In a Word file | printed | {' | '.join(titles)} |", "|---" * (len(titles) + 2) + "|"]
    for trap in word_traps.TRAPS:
        others = [_cell(measured["rows"].get(trap.name, {}).get(name, "?"), trap.right) for name in OTHERS]
        lines.append(f"| {trap.name} | {_shown(trap.right)} | {_own(trap, 'trap.docx')} | {' | '.join(others)} |")
    lines += ["", "| In an OpenDocument text | printed | foilint |", "|---|---|---|"]
    lines += [f"| {trap.name} | {_shown(trap.right)} | {_own(trap, 'trap.odt')} |" for trap in opendocument_traps.TRAPS]
    return "\n".join(lines)


def _own(trap: word_traps.Trap, path: str) -> str:
    """What foilint reads, and what it says of the file besides."""
    document = read(trap.data, path)
    kinds = [mark.kind for mark in document.marks if mark.kind is not MarkKind.METADATA]
    said = f" + {', '.join(dict.fromkeys(kinds))}" if kinds else ""
    return _cell(counts(printed(document), trap.right), trap.right) + said


def _cell(found: Counts | str, right: Counts) -> str:
    if isinstance(found, str):
        return f"**{found}**"
    return _shown(found) if found == right else f"**{_shown(found)}**"


def _shown(found: Counts) -> str:
    return "/".join(map(str, found.values())) or "–"


def page() -> str:
    """docs/formats.md with the tables of now."""
    before, opening, rest = PAGE.read_text(encoding="utf-8").partition("<!-- matrix -->\n")
    _, closing, after = rest.partition("<!-- end of matrix -->")
    if not opening or not closing:
        raise SystemExit(f"{PAGE} has no <!-- matrix --> … <!-- end of matrix -->")
    return f"{before}{opening}{table()}\n{closing}{after}"


def main() -> int:
    if "--measure" in sys.argv:
        measure(sys.argv[2:])
    elif "--check" in sys.argv:
        if page() != PAGE.read_text(encoding="utf-8"):
            print("docs/formats.md is out of date: run python benchmarks/format_matrix.py")
            return 1
    else:
        PAGE.write_text(page(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
