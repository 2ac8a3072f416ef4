"""Word files written out by hand, as small as Word opens them: what python-docx cannot write is written here as XML."""

import io
import zipfile
from collections.abc import Callable

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = "http://purl.oclc.org/ooxml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_NAMESPACES = " ".join(
    f'xmlns:{prefix}="{namespace}"'
    for prefix, namespace in {
        "w": W,
        "r": f"{_OFFICE}/relationships",
        "m": f"{_OFFICE}/math",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
        "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
    }.items()
)
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_KINDS = {  # the relationship of a part, and its content type
    "word/styles.xml": ("styles", f"{_WORD}.styles+xml"),
    "word/numbering.xml": ("numbering", f"{_WORD}.numbering+xml"),
    "word/settings.xml": ("settings", f"{_WORD}.settings+xml"),
    "word/footnotes.xml": ("footnotes", f"{_WORD}.footnotes+xml"),
    "word/endnotes.xml": ("endnotes", f"{_WORD}.endnotes+xml"),
    "word/comments.xml": ("comments", f"{_WORD}.comments+xml"),
    "word/header1.xml": ("header", f"{_WORD}.header+xml"),
    "word/header2.xml": ("header", f"{_WORD}.header+xml"),
    "word/footer1.xml": ("footer", f"{_WORD}.footer+xml"),
    "word/chunk.html": ("aFChunk", "text/html"),
}
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def element(name: str, content: str) -> str:
    """A root element that declares every namespace in use."""
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:{name} {_NAMESPACES}>{content}</w:{name}>'


def run(text: str, properties: str = "") -> str:
    """A run; `properties` is what stands in its w:rPr."""
    looks = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{looks}<w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*content: str, properties: str = "") -> str:
    """A paragraph of runs or whatever wraps them; bare words become a run."""
    runs = "".join(part if part.startswith("<") else run(part) for part in content)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{runs}</w:p>"


def table(*rows: str, properties: str = "") -> str:
    """A table of rows."""
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid/>{''.join(rows)}</w:tbl>"


def row(*cells: str, properties: str = "") -> str:
    """A row of cells."""
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{''.join(cells)}</w:tr>"


def cell(*content: str, properties: str = "") -> str:
    """A cell of paragraphs and tables; bare words become a paragraph, and a paragraph ends it as Word demands."""
    blocks = [part if part.startswith(("<w:p>", "<w:tbl>")) else paragraph(part) for part in content]
    end = "" if blocks[-1].startswith("<w:p>") else paragraph()
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(blocks)}{end}</w:tc>"


def relationship(identifier: str, kind: str, target: str, mode: str = "") -> str:
    """One relationship of the letter."""
    external = f' TargetMode="{mode}"' if mode else ""
    return f'<Relationship Id="{identifier}" Type="{_OFFICE}/relationships/{kind}" Target="{target}"{external}/>'


def word(body: str, parts: dict[str, str] | None = None, relationships: str = "") -> bytes:
    """A Word file with that body. `parts` maps the names of further parts to their whole content."""
    parts = parts or {}
    listed = relationships
    types = f'<Override PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/>'
    for name in parts:
        if name in _KINDS:
            kind, content_type = _KINDS[name]
            target = name.removeprefix("word/")
            listed += relationship(f"id-{target}", kind, target)
            types += f'<Override PartName="/{name}" ContentType="{content_type}"/>'
    return package(
        {
            "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
            f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Default Extension="xml" ContentType="application/xml"/>{types}</Types>',
            "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
            + relationship("rId1", "officeDocument", "word/document.xml")
            + _properties(parts)
            + "</Relationships>",
            "word/document.xml": element("document", f"<w:body>{body}</w:body>"),
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{listed}</Relationships>',
        }
        | parts
    )


def rewritten(data: bytes, change: Callable[[str], str]) -> bytes:
    """The same package with every XML part changed."""
    with zipfile.ZipFile(io.BytesIO(data)) as given:
        return package({name: change(given.read(name).decode()) for name in given.namelist()})


def as_strict(text: str) -> str:
    """XML as Word writes it for "Strict Open XML Document"."""
    return text.replace(W, f"{_STRICT}/wordprocessingml/main").replace(_OFFICE, f"{_STRICT}/officeDocument")


def _properties(parts: dict[str, str]) -> str:
    known = {
        "docProps/core.xml": f"{_PACKAGE}/relationships/metadata/core-properties",
        "docProps/app.xml": f"{_OFFICE}/relationships/extended-properties",
        "docProps/custom.xml": f"{_OFFICE}/relationships/custom-properties",
    }
    return "".join(
        f'<Relationship Id="{name}" Type="{kind}" Target="{name}"/>' for name, kind in known.items() if name in parts
    )


def package(parts: dict[str, str | bytes]) -> bytes:
    """A zip file of these parts, the same bytes every time."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return stream.getvalue()
