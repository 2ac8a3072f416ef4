"""The traps of OpenDocument: one small file a row, as for Word."""

from opendocument_xml import cell, odt, p, row, span, style, table
from word_traps import Trap

from foilint.document import MarkKind

_INFO = (
    "<office:change-info><dc:creator>Jane Smith</dc:creator><dc:date>2026-11-02T09:00:00</dc:date></office:change-info>"
)


def _tracked(*regions: str) -> str:
    changed = "".join(
        f'<text:changed-region xml:id="c{at}" text:id="c{at}">{region}</text:changed-region>'
        for at, region in enumerate(regions, 1)
    )
    return f"<text:tracked-changes>{changed}</text:tracked-changes>"


def _frame(content: str) -> str:
    return f'<draw:frame svg:width="5cm" svg:height="5cm">{content}</draw:frame>'


def _note(kind: str, text: str) -> str:
    return (
        f'<text:note text:note-class="{kind}"><text:note-citation>1</text:note-citation>'
        f"<text:note-body>{p(text)}</text:note-body></text:note>"
    )


_PICTURE = '<draw:image xlink:href="Pictures/1.png"/>'
_LONG = "This opening sentence is long enough to show that the letterhead is over and the letter has begun."
_LIST = (
    '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1" '
    'style:num-suffix="." text:start-value="31"/></text:list-style>'
)

TRAPS = (
    Trap(
        "tracked insertion",
        odt(
            _tracked(f"<text:insertion>{_INFO}</text:insertion>")
            + p('before <text:change-start text:change-id="c1"/>INSERTED<text:change-end text:change-id="c1"/> after')
        ),
        {"INSERTED": 1},
        (MarkKind.INSERTION,),
    ),
    Trap(
        "tracked insertion of a paragraph break",
        odt(
            _tracked(f"<text:insertion>{_INFO}</text:insertion>")
            + p('before<text:change-start text:change-id="c1"/>')
            + p('<text:change-end text:change-id="c1"/>AFTERBREAK')
        ),
        {"AFTERBREAK": 1},
        (MarkKind.INSERTION,),
    ),
    Trap(
        "tracked deletion",
        odt(
            _tracked(f"<text:deletion>{_INFO}{p('DELETED')}</text:deletion>")
            + p('before<text:change text:change-id="c1"/> after')
        ),
        {"DELETED": 0, "before after": 1},
        (MarkKind.DELETION,),
    ),
    Trap(
        "tracked formatting, which changes no text",
        odt(
            _tracked(f"<text:format-change>{_INFO}</text:format-change>")
            + p('<text:change-start text:change-id="c1"/>FORMATTED<text:change-end text:change-id="c1"/>')
        ),
        {"FORMATTED": 1},
    ),
    Trap(
        "hidden text, by its style and by the style that it is based on",
        odt(
            p(f"seen {span('HIDDENRUN', 'T1')}") + p("HIDDENBASE", "Child"),
            style("T1", 'text:display="none"') + style("Child", 'fo:color="#000000"', "paragraph", "Parent"),
            style("Parent", 'text:display="none"', "paragraph"),
        ),
        {"HIDDENRUN": 0, "HIDDENBASE": 0},
        (MarkKind.HIDDEN, MarkKind.HIDDEN),
    ),
    Trap(
        "hidden section, hidden paragraph, hidden words",
        odt(
            f'<text:section text:name="s" text:display="none">{p("HIDDENSECTION")}</text:section>'
            + p('<text:hidden-paragraph text:condition="1" text:is-hidden="true"/>HIDDENPARAGRAPH')
            + p('seen <text:hidden-text text:condition="1" text:string-value="HIDDENWORD" text:is-hidden="true"/>')
        ),
        {"HIDDENSECTION": 0, "HIDDENPARAGRAPH": 0, "HIDDENWORD": 0},
        (MarkKind.HIDDEN, MarkKind.HIDDEN, MarkKind.HIDDEN),
    ),
    Trap(
        "white text on white, and of one point",
        odt(
            p(f"seen {span('WHITEWORD', 'T1')}") + p(f"seen {span('TINYWORD', 'T2')}"),
            style("T1", 'fo:color="#ffffff"') + style("T2", 'fo:font-size="1pt"'),
            '<style:default-style style:family="paragraph">'
            '<style:text-properties style:use-window-font-color="true"/></style:default-style>',
        ),
        {"WHITEWORD": 0, "TINYWORD": 0},
        (MarkKind.HIDDEN, MarkKind.HIDDEN),
    ),
    Trap(
        "white text in a dark cell",
        odt(
            table(row(cell(p(span("WHITEHEAD", "T1")), 'table:style-name="Dark"'), "b")),
            style("T1", 'fo:color="#ffffff"')
            + style("Dark", '<style:table-cell-properties fo:background-color="#1f3864"/>', "table-cell"),
        ),
        {"WHITEHEAD": 1},
    ),
    Trap(
        "content control and placeholder that nobody filled in",
        odt(
            p('Name: <loext:content-control loext:showing-place-holder="true">PROMPTWORD</loext:content-control>')
            + p('Date: <text:placeholder text:placeholder-type="text">PLACEHOLDERFIELD</text:placeholder>')
        ),
        {"PROMPTWORD": 0, "PLACEHOLDERFIELD": 0},
        (MarkKind.PLACEHOLDER, MarkKind.PLACEHOLDER),
    ),
    Trap(
        "content control",
        odt(p("Name: <loext:content-control>CONTROLLED</loext:content-control>")),
        {"CONTROLLED": 1},
    ),
    Trap(
        "field",
        odt(p('<text:user-defined text:name="x">FIELDRESULT</text:user-defined>')),
        {"FIELDRESULT": 1},
    ),
    Trap(
        "text box, in a paragraph and on a page",
        odt(
            _frame(f"<draw:text-box>{p('PAGEBOX')}</draw:text-box>")
            + p(_frame(f"<draw:text-box>{p('BOXED')}</draw:text-box>"))
        ),
        {"BOXED": 1, "PAGEBOX": 1},
    ),
    Trap(
        "shape with words",
        odt(p(f"<draw:custom-shape>{p('SHAPED')}</draw:custom-shape>")),
        {"SHAPED": 1},
    ),
    Trap(
        "automatic number",
        odt(
            f'<text:list text:style-name="L1"><text:list-item>{p("Law enforcement")}</text:list-item></text:list>',
            _LIST,
        ),
        {"31.": 1},
    ),
    Trap(
        "table cell, nested table",
        odt(table(row("OUTERCELL", cell(table(row("INNERCELL", "d")))))),
        {"OUTERCELL": 1, "INNERCELL": 1},
    ),
    Trap(
        "merged cells, with words left in the covered one",
        odt(
            table(
                row(
                    cell("ACROSS", 'table:number-columns-spanned="2"'),
                    f"<table:covered-table-cell>{p('COVERED')}</table:covered-table-cell>",
                )
            )
        ),
        {"ACROSS": 1, "COVERED": 0},
        (MarkKind.HIDDEN,),
    ),
    Trap(
        "footnote and endnote",
        odt(p(f"text{_note('footnote', 'FOOTNOTE')}{_note('endnote', 'ENDNOTE')}")),
        {"FOOTNOTE": 1, "ENDNOTE": 1},
    ),
    Trap(
        "header and footer",
        odt(
            p("text"),
            pages='<style:master-page style:name="Standard">'
            f"<style:header>{p('PAGEHEADER')}</style:header><style:footer>{p('PAGEFOOTER')}</style:footer>"
            f'<style:header-first style:display="false">{p("NOFIRSTPAGE")}</style:header-first></style:master-page>'
            f'<style:master-page style:name="Envelope"><style:header>{p("UNUSEDPAGE")}</style:header>'
            "</style:master-page>",
        ),
        {"PAGEHEADER": 1, "PAGEFOOTER": 1, "NOFIRSTPAGE": 0, "UNUSEDPAGE": 0},
    ),
    Trap(
        "comment",
        odt(p(f"text<office:annotation><dc:creator>Jane Smith</dc:creator>{p('COMMENTED')}</office:annotation>")),
        {"COMMENTED": 0},
        (MarkKind.COMMENT,),
    ),
    Trap(
        "link",
        odt(p('<text:a xlink:href="https://ico.org.uk">LINKED</text:a>')),
        {"LINKED": 1},
    ),
    Trap(
        "embedded object",
        odt(p(_LONG) + p(_frame(f'<draw:object xlink:href="./Object 1"/>{_PICTURE}'))),
        {},
        (MarkKind.UNREAD,),
    ),
    Trap(
        "picture without alternative text, and one with it",
        odt(p(_LONG) + p(_frame(_PICTURE)) + p(_frame(f"{_PICTURE}<svg:desc>A map of the area</svg:desc>"))),
        {},
        (MarkKind.UNREAD,),
    ),
    Trap(
        "crest of a letterhead",
        odt(p(_frame(_PICTURE)) + p(_LONG)),
        {},
    ),
    Trap(
        "no-break hyphen, soft hyphen, no-break space",
        odt(p("NON\u2011BREAK HAR\u00adD SECTION\u00a031")),
        {"NON-BREAK": 1, "HARD": 1, "SECTION 31": 1},
    ),
    Trap(
        "tab, line break, blanks",
        odt(p('TAB<text:tab/>BED<text:line-break/>BRO\n  KEN<text:s text:c="3"/>UP')),
        {"TAB BED\nBRO KEN UP": 1},
    ),
    Trap(
        "highlighting",
        odt(p(f"text {span('HIGHLIGHTED', 'T1')}"), style("T1", 'fo:background-color="#ffff00"')),
        {"HIGHLIGHTED": 1},
        (MarkKind.HIGHLIGHT,),
    ),
)
