"""Our own clean base for Word: A4, named styles, theme colours, heading numbers, and nothing that python-docx adds.

`scripts/build_word_template.py` writes it to templates/word/basis.docx; a test keeps the two equal.
"""

from typing import Final

from workshop.report.theme import THEME
from workshop.report.word.looks import SANS, SERIF
from workshop.report.word.styles import styles_xml
from workshop.report.word.xml import DECLARATIONS
from workshop.report.zipped import FIXED_TIME as FIXED_TIME
from workshop.report.zipped import pack as pack

_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_MAIN: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS: Final = ("styles", "settings", "numbering", "fontTable", "header", "footer")


def build_template() -> bytes:
    """The whole template as a file."""
    return pack({name: (_HEAD + text).encode("utf-8") for name, text in _members().items()})


def _members() -> dict[str, str]:
    return {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations(
            ("rId1", f"{_OFFICE}/officeDocument", "word/document.xml"),
            ("rId2", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            ("rId3", f"{_OFFICE}/extended-properties", "docProps/app.xml"),
        ),
        "docProps/app.xml": _APP,
        "docProps/core.xml": _CORE,
        "word/document.xml": _document(),
        "word/_rels/document.xml.rels": _relations(
            *((f"rId{number}", f"{_OFFICE}/{part}", f"{part}.xml") for number, part in enumerate(_PARTS, start=1)),
            ("rId7", f"{_OFFICE}/theme", "theme/theme1.xml"),
        ),
        "word/styles.xml": styles_xml(),
        "word/settings.xml": _settings(),
        "word/numbering.xml": _numbering(),
        "word/fontTable.xml": _fonts(),
        "word/header.xml": f"<w:hdr {DECLARATIONS}>{_margin_line('Header', '{{client}} · {{title}}')}</w:hdr>",
        "word/footer.xml": f"<w:ftr {DECLARATIONS}>{_footer()}</w:ftr>",
        "word/theme/theme1.xml": _theme(),
    }


def _content_types() -> str:
    kinds = {
        "/word/document.xml": f"{_MAIN}.document.main+xml",
        "/word/theme/theme1.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "/docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
        **{f"/word/{part}.xml": f"{_MAIN}.{part}+xml" for part in _PARTS},
    }
    overrides = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in kinds.items())
    relations = "application/vnd.openxmlformats-package.relationships+xml"
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType="{relations}"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relations(*relations: tuple[str, str, str]) -> str:
    lines = "".join(f'<Relationship Id="{id_}" Type="{kind}" Target="{to}"/>' for id_, kind, to in relations)
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{lines}</Relationships>'


_APP: Final = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>Klantreis Workshop</Application></Properties>"
)
_CORE: Final = (
    f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
    "<dc:title>Klantreis-adviesrapport</dc:title><dc:creator>Klantreis Workshop</dc:creator>"
    '<dcterms:created xsi:type="dcterms:W3CDTF">2026-01-01T00:00:00Z</dcterms:created>'
    "<dc:language>nl-NL</dc:language></cp:coreProperties>"
)


def _document() -> str:
    page = (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId5"/><w:footerReference w:type="default" r:id="rId6"/>'
        '<w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1361" w:right="1247" w:bottom="1134" w:left="1247" w:header="624" w:footer="510" '
        'w:gutter="0"/>'
        '<w:cols w:space="708"/><w:titlePg/></w:sectPr>'
    )
    body = '<w:p><w:pPr><w:pStyle w:val="Normal"/></w:pPr><w:r><w:t>{{report}}</w:t></w:r></w:p>'
    return f"<w:document {DECLARATIONS}><w:body>{body}{page}</w:body></w:document>"


def _margin_line(style: str, text: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def _footer() -> str:
    def number(field: str) -> str:
        return f'<w:fldSimple w:instr=" {field} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'

    def words(text: str) -> str:
        return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'

    inside = f"{words('{{page}} ')}{number('PAGE')}{words(' {{of}} ')}{number('NUMPAGES')}"
    return f'<w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>{inside}</w:p>'


def _settings() -> str:
    compat = "http://schemas.microsoft.com/office/word"
    return (
        f'<w:settings {DECLARATIONS}><w:zoom w:percent="100"/><w:defaultTabStop w:val="708"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        f'<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="{compat}" w:val="15"/>'
        f'<w:compatSetting w:name="overrideTableStyleFontSizeAndJustification" w:uri="{compat}" w:val="1"/>'
        f'<w:compatSetting w:name="enableOpenTypeFeatures" w:uri="{compat}" w:val="1"/>'
        f'<w:compatSetting w:name="doNotFlipMirrorIndents" w:uri="{compat}" w:val="1"/>'
        f'<w:compatSetting w:name="differentiateMultirowTableHeaders" w:uri="{compat}" w:val="1"/></w:compat>'
        '<w:themeFontLang w:val="nl-NL"/>'
        '<w:clrSchemeMapping w:bg1="light1" w:t1="dark1" w:bg2="light2" w:t2="dark2" w:accent1="accent1" '
        'w:accent2="accent2" w:accent3="accent3" w:accent4="accent4" w:accent5="accent5" w:accent6="accent6" '
        'w:hyperlink="hyperlink" w:followedHyperlink="followedHyperlink"/>'
        '<w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
    )


def _level(level: int, format_: str, text: str, style: str, left: int, hanging: int) -> str:
    linked = f'<w:pStyle w:val="{style}"/>' if style else ""
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{format_}"/>{linked}<w:lvlText w:val="{text}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr></w:lvl>'
    )


def _numbering() -> str:
    headings = _level(0, "decimal", "%1", "Heading1", 680, 680) + _level(1, "decimal", "%1.%2", "Heading2", 680, 680)
    annexes = _level(0, "upperLetter", "%1", "AnnexHeading", 2300, 2300)
    bullets = _level(0, "bullet", "•", "ListBullet", 340, 340) + _level(1, "bullet", "–", "ListBullet2", 680, 340)
    boxes = _level(0, "bullet", "•", "BoxBullet", 284, 284)
    lists = (("4B4A0001", headings), ("4B4A0002", annexes), ("4B4A0003", bullets), ("4B4A0004", boxes))
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{number}"><w:nsid w:val="{nsid}"/>'
        f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
        for number, (nsid, levels) in enumerate(lists)
    )
    nums = "".join(f'<w:num w:numId="{at + 1}"><w:abstractNumId w:val="{at}"/></w:num>' for at in range(len(lists)))
    return f"<w:numbering {DECLARATIONS}>{abstract}{nums}</w:numbering>"


def _fonts() -> str:
    kinds = ((SANS, "swiss"), (SERIF, "roman"))
    fonts = "".join(
        f'<w:font w:name="{name}"><w:family w:val="{family}"/><w:pitch w:val="variable"/></w:font>'
        for name, family in kinds
    )
    return f"<w:fonts {DECLARATIONS}>{fonts}</w:fonts>"


def _theme() -> str:
    colours = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in THEME.items())
    fonts = "".join(
        f'<a:{kind}><a:latin typeface="{face}"/><a:ea typeface=""/><a:cs typeface=""/></a:{kind}>'
        for kind, face in (("majorFont", SERIF), ("minorFont", SANS))
    )
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    edges = "".join(
        f'<a:ln w="{width}" cap="flat" cmpd="sng" algn="ctr">{fill}<a:prstDash val="solid"/></a:ln>'
        for width in (6350, 12700, 19050)
    )
    effects = "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
    return (
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Klantreis"><a:themeElements>'
        f'<a:clrScheme name="Klantreis">{colours}</a:clrScheme><a:fontScheme name="Klantreis">{fonts}</a:fontScheme>'
        f'<a:fmtScheme name="Klantreis"><a:fillStyleLst>{fill * 3}</a:fillStyleLst><a:lnStyleLst>{edges}</a:lnStyleLst>'
        f"<a:effectStyleLst>{effects}</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst>"
        "</a:fmtScheme></a:themeElements></a:theme>"
    )
