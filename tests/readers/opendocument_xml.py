"""OpenDocument texts written out by hand, as small as LibreOffice opens them."""

from word_xml import package

_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
_NAMESPACES = " ".join(
    f'xmlns:{prefix}="{namespace}"'
    for prefix, namespace in {
        "office": f"{_OASIS}:office:1.0",
        "style": f"{_OASIS}:style:1.0",
        "text": f"{_OASIS}:text:1.0",
        "table": f"{_OASIS}:table:1.0",
        "draw": f"{_OASIS}:drawing:1.0",
        "fo": f"{_OASIS}:xsl-fo-compatible:1.0",
        "svg": f"{_OASIS}:svg-compatible:1.0",
        "meta": f"{_OASIS}:meta:1.0",
        "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
        "dc": "http://purl.org/dc/elements/1.1/",
        "xlink": "http://www.w3.org/1999/xlink",
    }.items()
)


def p(content: str, style: str = "Standard") -> str:
    """A paragraph."""
    return f'<text:p text:style-name="{style}">{content}</text:p>'


def h(content: str, level: int) -> str:
    """A heading."""
    return f'<text:h text:style-name="Heading_20_{level}" text:outline-level="{level}">{content}</text:h>'


def span(content: str, style: str) -> str:
    """Words in a style of their own."""
    return f'<text:span text:style-name="{style}">{content}</text:span>'


def style(name: str, properties: str, family: str = "text", parent: str = "") -> str:
    """A style; `properties` are the attributes of its words, or whole elements."""
    inner = properties if properties.startswith("<") else f"<style:text-properties {properties}/>"
    inherits = f' style:parent-style-name="{parent}"' if parent else ""
    return f'<style:style style:name="{name}" style:family="{family}"{inherits}>{inner}</style:style>'


def table(*rows: str, heads: int = 0) -> str:
    """A table; the first `heads` rows are marked as its head."""
    head = f"<table:table-header-rows>{''.join(rows[:heads])}</table:table-header-rows>" if heads else ""
    return f'<table:table table:name="T"><table:table-column/>{head}{"".join(rows[heads:])}</table:table>'


def row(*cells: str) -> str:
    """A row of cells; bare words become a paragraph in a cell."""
    written = [part if part.startswith("<table:") else cell(part) for part in cells]
    return f"<table:table-row>{''.join(written)}</table:table-row>"


def cell(content: str, attributes: str = "") -> str:
    """A cell of paragraphs, or of bare words."""
    return f"<table:table-cell {attributes}>{content if content.startswith('<') else p(content)}</table:table-cell>"


def _root(name: str, content: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?><office:{name} {_NAMESPACES}>{content}</office:{name}>'


def odt(body: str, automatic: str = "", styles: str = "", pages: str = "", meta: str = "") -> bytes:
    """An OpenDocument text: `automatic` and `styles` are styles, `pages` what stands in its page styles."""
    return package(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": _root(
                "document-content",
                f"<office:automatic-styles>{automatic}</office:automatic-styles>"
                f"<office:body><office:text>{body}</office:text></office:body>",
            ),
            "styles.xml": _root(
                "document-styles",
                f"<office:styles>{styles}</office:styles><office:master-styles>{pages}</office:master-styles>",
            ),
            "meta.xml": _root("document-meta", f"<office:meta>{meta}</office:meta>"),
        }
    )


def fodt(body: str, automatic: str = "") -> bytes:
    """The same as one flat file."""
    return _root(
        "document",
        f"<office:automatic-styles>{automatic}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body>",
    ).encode()
