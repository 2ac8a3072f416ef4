"""The traps of Word: one small file a row, with the words in it and how many times each is printed.

Some words must come out once, some never; `marks` are what foilint must say of the file besides. docs/formats.md shows
what other readers make of the same files.
"""

from typing import NamedTuple

from word_xml import as_strict, cell, element, paragraph, relationship, rewritten, row, run, table, word

from foilint.document import MarkKind

_BY = 'w:id="7" w:author="Jane Smith" w:date="2026-11-02T09:00:00Z"'


class Trap(NamedTuple):
    """A row of the matrix: `right` gives, for each telling word, how many times the reader of the letter sees it."""

    name: str
    data: bytes
    right: dict[str, int]
    marks: tuple[MarkKind, ...] = ()


def _field(code: str, result: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{code}</w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def _form(data: str) -> str:
    opening = f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{data}</w:ffData></w:fldChar></w:r>'
    return f'{opening}<w:r><w:instrText>FORM</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'


def _drawing(content: str, described: str = "", properties: str = "") -> str:
    return (
        f'<w:drawing><wp:anchor><wp:extent cx="2000000" cy="2000000"/><wp:docPr id="1" name="Shape" descr="{described}"'
        f"{properties}/><a:graphic><a:graphicData>{content}</a:graphicData></a:graphic></wp:anchor></w:drawing>"
    )


def _box(text: str) -> str:
    return f"<w:txbxContent>{paragraph(text)}</w:txbxContent>"


def _control(content: str, properties: str = "") -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def _style(identifier: str, content: str, kind: str = "paragraph", name: str = "") -> str:
    name = name or identifier
    return f'<w:style w:type="{kind}" w:styleId="{identifier}"><w:name w:val="{name}"/>{content}</w:style>'


def _notes(kind: str, *texts: str) -> str:
    separator = f'<w:{kind} w:id="-1" w:type="separator">{paragraph("SEPARATOR")}</w:{kind}>'
    notes = "".join(f'<w:{kind} w:id="{at}">{paragraph(text)}</w:{kind}>' for at, text in enumerate(texts, 1))
    return element(f"{kind}s", separator + notes)


_PICTURE = "<pic:pic><pic:blipFill><a:blip/></pic:blipFill></pic:pic>"
_LONG = "This opening sentence is long enough to show that the letterhead is over and the letter has begun."
_NUMBERING = element(
    "numbering",
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="31"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num>',
)
_IN_LIST = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="5"/></w:numPr>'
_PAGE = '<w:sectPr><w:headerReference w:type="default" r:id="id-header1.xml"/>'
_DOCUMENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_WITH_MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"
_OFF = _drawing(_box("SWITCHEDOFF"), properties=' hidden="1"')
_CHANGED = f"<w:rPrChange {_BY}><w:rPr/></w:rPrChange>"

TRAPS = (
    Trap(
        "tracked insertion",
        word(paragraph("before ", f"<w:ins {_BY}>{run('INSERTED')}</w:ins>", " after")),
        {"INSERTED": 1},
        (MarkKind.INSERTION,),
    ),
    Trap(
        "tracked deletion",
        word(paragraph("before", f"<w:del {_BY}><w:r><w:delText>DELETED</w:delText></w:r></w:del>", " after")),
        {"DELETED": 0},
        (MarkKind.DELETION,),
    ),
    Trap(
        "deletion inside an insertion",
        word(
            paragraph("before", f"<w:ins {_BY}><w:del {_BY}><w:r><w:delText>UNDONE</w:delText></w:r></w:del></w:ins>")
        ),
        {"UNDONE": 0},
        (MarkKind.DELETION,),
    ),
    Trap(
        "moved from, moved to",
        word(
            paragraph("here", f"<w:moveFrom {_BY}>{run('MOVEDAWAY')}</w:moveFrom>")
            + paragraph("there", f"<w:moveTo {_BY}>{run('MOVEDHERE')}</w:moveTo>")
        ),
        {"MOVEDAWAY": 0, "MOVEDHERE": 1},
        (MarkKind.MOVE, MarkKind.MOVE),
    ),
    Trap(
        "tracked formatting, which changes no text",
        word(paragraph(run("FORMATTED", f"<w:b/>{_CHANGED}"))),
        {"FORMATTED": 1},
    ),
    Trap(
        "deleted paragraph mark, which joins two paragraphs",
        word(paragraph("JOINED", properties=f"<w:rPr><w:del {_BY}/></w:rPr>") + paragraph("TOGETHER")),
        {"JOINEDTOGETHER": 1},
        (MarkKind.DELETION,),
    ),
    Trap(
        "deleted table row",
        word(table(row(cell("KEPT"), cell("b")), row(cell("ROWGONE"), cell("d"), properties=f"<w:del {_BY}/>"))),
        {"KEPT": 1, "ROWGONE": 0},
        (MarkKind.DELETION,),
    ),
    Trap(
        "inserted table row",
        word(table(row(cell("a"), cell("b")), row(cell("ROWNEW"), cell("d"), properties=f"<w:ins {_BY}/>"))),
        {"ROWNEW": 1},
        (MarkKind.INSERTION,),
    ),
    Trap(
        "hidden text",
        word(paragraph("seen ", run("HIDDENRUN", "<w:vanish/>"))),
        {"HIDDENRUN": 0},
        (MarkKind.HIDDEN,),
    ),
    Trap(
        "text hidden by its style, and by the style that it is based on",
        word(
            paragraph("seen ", run("HIDDENSTYLE", '<w:rStyle w:val="Unseen"/>'))
            + paragraph("HIDDENBASE", properties='<w:pStyle w:val="Child"/>'),
            {
                "word/styles.xml": element(
                    "styles",
                    _style("Unseen", "<w:rPr><w:vanish/></w:rPr>", "character")
                    + _style("Parent", "<w:rPr><w:vanish/></w:rPr>")
                    + _style("Child", '<w:basedOn w:val="Parent"/>'),
                )
            },
        ),
        {"HIDDENSTYLE": 0, "HIDDENBASE": 0},
        (MarkKind.HIDDEN, MarkKind.HIDDEN),
    ),
    Trap(
        "text hidden on the web only",
        word(paragraph(run("WEBHIDDEN", "<w:webHidden/>"))),
        {"WEBHIDDEN": 1},
    ),
    Trap(
        "white text on white, and of one point",
        word(
            paragraph("seen ", run("WHITEWORD", '<w:color w:val="FFFFFF"/>'))
            + paragraph("seen ", run("TINYWORD", '<w:sz w:val="2"/>'))
        ),
        {"WHITEWORD": 0, "TINYWORD": 0},
        (MarkKind.HIDDEN, MarkKind.HIDDEN),
    ),
    Trap(
        "white text in a dark cell",
        word(
            table(
                row(
                    cell(
                        paragraph(run("WHITEHEAD", '<w:color w:val="FFFFFF"/>')),
                        properties='<w:shd w:val="clear" w:fill="1F3864"/>',
                    ),
                    cell("b"),
                )
            )
        ),
        {"WHITEHEAD": 1},
    ),
    Trap(
        "words blacked out and still there",
        word(paragraph("seen ", run("BLACKEDOUT", '<w:highlight w:val="black"/>'))),
        {"BLACKEDOUT": 0},
        (MarkKind.HIDDEN,),
    ),
    Trap(
        "content control, block and inline",
        word(_control(paragraph("CONTROLBLOCK")) + paragraph("in ", _control(run("CONTROLINLINE")), " line")),
        {"CONTROLBLOCK": 1, "CONTROLINLINE": 1},
    ),
    Trap(
        "content control that nobody filled in",
        word(paragraph("Name: ", _control(run("PROMPTWORD"), "<w:showingPlcHdr/>"))),
        {"PROMPTWORD": 0},
        (MarkKind.PLACEHOLDER,),
    ),
    Trap(
        "content control around a row and a cell",
        word(table(_control(row(cell("CONTROLROW"), _control(cell("CONTROLCELL")))))),
        {"CONTROLROW": 1, "CONTROLCELL": 1},
    ),
    Trap(
        "field: its code, its result",
        word(paragraph(_field("FIELDCODE \\h", run("FIELDRESULT")))),
        {"FIELDCODE": 0, "FIELDRESULT": 1},
    ),
    Trap(
        "field within the code of a field",
        word(
            paragraph(
                _field(
                    f"IF </w:instrText></w:r>{_field('INNER', run('INNERRESULT'))}<w:r><w:instrText>",
                    run("OUTERRESULT"),
                )
            )
        ),
        {"INNERRESULT": 0, "OUTERRESULT": 1},
    ),
    Trap(
        "simple field",
        word(paragraph(f'<w:fldSimple w:instr="TITLE">{run("SIMPLEFIELD")}</w:fldSimple>')),
        {"SIMPLEFIELD": 1},
    ),
    Trap(
        "text box, written twice for old versions of Word",
        word(
            paragraph(
                "<w:r><mc:AlternateContent><mc:Choice Requires='wps'>"
                + _drawing(f"<wps:wsp><wps:txbx>{_box('BOXED')}</wps:txbx></wps:wsp>")
                + f"</mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>{_box('BOXED')}</v:textbox></v:shape></w:pict>"
                "</mc:Fallback></mc:AlternateContent></w:r>"
            )
        ),
        {"BOXED": 1},
    ),
    Trap(
        "text box of an old version of Word",
        word(paragraph(f"<w:r><w:pict><v:shape><v:textbox>{_box('OLDBOX')}</v:textbox></v:shape></w:pict></w:r>")),
        {"OLDBOX": 1},
    ),
    Trap(
        "text box that is switched off",
        word(paragraph("seen", f"<w:r>{_OFF}</w:r>")),
        {"SWITCHEDOFF": 0},
        (MarkKind.HIDDEN,),
    ),
    Trap(
        "WordArt",
        word(paragraph('<w:r><w:pict><v:shape><v:textpath string="WORDART"/></v:shape></w:pict></w:r>')),
        {"WORDART": 1},
    ),
    Trap(
        "automatic number",
        word(paragraph("Law enforcement", properties=_IN_LIST), {"word/numbering.xml": _NUMBERING}),
        {"31.": 1},
    ),
    Trap(
        "table cell, nested table",
        word(table(row(cell("OUTERCELL"), cell(table(row(cell("INNERCELL"), cell("d"))))))),
        {"OUTERCELL": 1, "INNERCELL": 1},
    ),
    Trap(
        "cells merged across and down",
        word(
            table(
                row(
                    cell("ACROSS", properties='<w:gridSpan w:val="2"/>'),
                    cell("DOWN", properties='<w:vMerge w:val="restart"/>'),
                ),
                row(cell("a"), cell("b"), cell(paragraph(), properties="<w:vMerge/>")),
            )
        ),
        {"ACROSS": 1, "DOWN": 1},
    ),
    Trap(
        "footnote and endnote",
        word(
            paragraph("text", '<w:r><w:footnoteReference w:id="1"/></w:r><w:r><w:endnoteReference w:id="1"/></w:r>'),
            {
                "word/footnotes.xml": _notes("footnote", "FOOTNOTE", "UNREFERRED"),
                "word/endnotes.xml": _notes("endnote", "ENDNOTE"),
            },
        ),
        {"FOOTNOTE": 1, "ENDNOTE": 1},
    ),
    Trap(
        "note that nothing refers to any more",
        word(paragraph("text"), {"word/footnotes.xml": _notes("footnote", "UNREFERRED")}),
        {"UNREFERRED": 0},
    ),
    Trap(
        "header and footer",
        word(
            paragraph("text") + _PAGE + '<w:footerReference w:type="default" r:id="id-footer1.xml"/></w:sectPr>',
            {
                "word/header1.xml": element("hdr", paragraph("PAGEHEADER")),
                "word/footer1.xml": element("ftr", paragraph("PAGEFOOTER")),
            },
        ),
        {"PAGEHEADER": 1, "PAGEFOOTER": 1},
    ),
    Trap(
        "header of a first page that is like the others",
        word(
            paragraph("text") + '<w:sectPr><w:headerReference w:type="first" r:id="id-header1.xml"/></w:sectPr>',
            {"word/header1.xml": element("hdr", paragraph("NOFIRSTPAGE"))},
        ),
        {"NOFIRSTPAGE": 0},
    ),
    Trap(
        "comment",
        word(
            paragraph("text", '<w:r><w:commentReference w:id="3"/></w:r>'),
            {
                "word/comments.xml": element(
                    "comments", f'<w:comment w:id="3" w:author="Jane Smith">{paragraph("COMMENTED")}</w:comment>'
                )
            },
        ),
        {"COMMENTED": 0},
        (MarkKind.COMMENT,),
    ),
    Trap(
        "smart tag, custom XML",
        word(
            paragraph(f"<w:smartTag>{run('SMARTTAG')}</w:smartTag>")
            + f"<w:customXml>{paragraph('CUSTOMXML')}</w:customXml>"
        ),
        {"SMARTTAG": 1, "CUSTOMXML": 1},
    ),
    Trap(
        "hyperlink",
        word(paragraph(f'<w:hyperlink w:anchor="x">{run("LINKED")}</w:hyperlink>')),
        {"LINKED": 1},
    ),
    Trap(
        "embedded HTML (altChunk)",
        word(
            paragraph("text") + '<w:altChunk r:id="id-chunk.html"/>',
            {"word/chunk.html": "<html><body><p>EMBEDDED</p></body></html>"},
        ),
        {"EMBEDDED": 0},
        (MarkKind.UNREAD,),
    ),
    Trap(
        "embedded object",
        word(paragraph(_LONG) + paragraph('<w:r><w:object><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>')),
        {},
        (MarkKind.UNREAD,),
    ),
    Trap(
        "picture without alternative text, and one with it",
        word(
            paragraph(_LONG)
            + paragraph(f"<w:r>{_drawing(_PICTURE)}</w:r>")
            + paragraph(f"<w:r>{_drawing(_PICTURE, described='A map of the area')}</w:r>")
        ),
        {},
        (MarkKind.UNREAD,),
    ),
    Trap(
        "crest of a letterhead",
        word(paragraph(f"<w:r>{_drawing(_PICTURE)}</w:r>") + paragraph(_LONG)),
        {},
    ),
    Trap(
        "no-break hyphen, soft hyphen, no-break space",
        word(
            paragraph(
                "<w:r><w:t>NON</w:t><w:noBreakHyphen/><w:t>BREAK SO</w:t><w:softHyphen/><w:t>FT HAR\u00adD</w:t></w:r>"
            )
            + paragraph("SECTION\u00a031")
        ),
        {"NON-BREAK": 1, "SOFT": 1, "HARD": 1, "SECTION 31": 1},
    ),
    Trap(
        "tab and line break",
        word(paragraph("<w:r><w:t>TAB</w:t><w:tab/><w:t>BED</w:t><w:br/><w:t>BROKEN</w:t></w:r>")),
        {"TAB BED\nBROKEN": 1},
    ),
    Trap(
        "symbol",
        word(paragraph('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', " held")),
        {"✓ held": 1},
    ),
    Trap(
        "equation",
        word(paragraph("<m:oMath><m:r><m:t>EQUATION</m:t></m:r></m:oMath>")),
        {"EQUATION": 1},
    ),
    Trap(
        "prompt of a template that is a field (MACROBUTTON)",
        word(
            paragraph(
                _field("MACROBUTTON NoMacro CLICKHERE", "").replace(
                    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>', ""
                )
            )
        ),
        {"CLICKHERE": 1, "NoMacro": 0},
    ),
    Trap(
        "form fields of old: a list and a box",
        word(
            paragraph(
                _form(
                    '<w:ddList><w:result w:val="1"/><w:listEntry w:val="NOTCHOSEN"/>'
                    '<w:listEntry w:val="CHOSEN"/></w:ddList>'
                ),
                _form('<w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox>'),
            )
        ),
        {"NOTCHOSEN": 0, "CHOSEN": 1, "☒": 1},
    ),
    Trap(
        "field that is never closed",
        word(paragraph('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', "UNCLOSED")),
        {"UNCLOSED": 1},
    ),
    Trap(
        "highlighting",
        word(paragraph("text ", run("HIGHLIGHTED", '<w:highlight w:val="yellow"/>'))),
        {"HIGHLIGHTED": 1},
        (MarkKind.HIGHLIGHT,),
    ),
    Trap(
        "building blocks of the template (glossary)",
        word(
            paragraph("text"),
            {"word/glossary/document.xml": element("glossaryDocument", paragraph("GLOSSARY"))},
            relationship("g", "glossaryDocument", "glossary/document.xml"),
        ),
        {"GLOSSARY": 0},
    ),
    Trap(
        "Strict Open XML",
        rewritten(word(paragraph("STRICTLY")), as_strict),
        {"STRICTLY": 1},
    ),
    Trap(
        "document with macros (.docm)",
        rewritten(word(paragraph("MACROS")), lambda text: text.replace(_DOCUMENT, _WITH_MACROS)),
        {"MACROS": 1},
    ),
    Trap(
        "template (.dotx)",
        rewritten(
            word(paragraph("TEMPLATE")), lambda text: text.replace(_DOCUMENT, _DOCUMENT.replace("document", "template"))
        ),
        {"TEMPLATE": 1},
    ),
    Trap(
        "relationship that leads nowhere",
        word(paragraph("DANGLING"), {}, relationship("rId8", "image", "NULL")),
        {"DANGLING": 1},
    ),
    Trap(
        "XML with another prefix",
        rewritten(word(paragraph("PREFIXED")), lambda text: text.replace("w:", "x:").replace("xmlns:w=", "xmlns:x=")),
        {"PREFIXED": 1},
    ),
)
