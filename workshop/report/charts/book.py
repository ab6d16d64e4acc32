"""The workbook inside a chart: what opens when somebody chooses "edit data"."""

from collections.abc import Iterable
from typing import Final

from workshop.report.charts.figures import held
from workshop.report.charts.sheet import NAME, Sheet, SheetColumn
from workshop.report.theme import THEME
from workshop.report.zipped import pack

_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_DRAWING: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
_KIND: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_DAY: Final = "2026-01-01T00:00:00Z"
_COLOURS: Final = {**THEME, "dk1": "000000"}


def workbook(sheet: Sheet) -> bytes:
    """The numbers of a chart as an .xlsx file, the same bytes for the same numbers."""
    strings = _Strings()
    members = {
        **_FIXED,
        "xl/worksheets/sheet1.xml": _sheet(sheet, strings),
        "xl/sharedStrings.xml": strings.xml(),
    }
    return pack({name: (_HEAD + text).encode("utf-8") for name, text in members.items()})


class _Strings:
    """Texts by number, each kept once."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._uses = 0

    def number(self, words: str) -> int:
        self._uses += 1
        return self._numbers.setdefault(words, len(self._numbers))

    def xml(self) -> str:
        items = "".join(f'<si><t xml:space="preserve">{held(one)}</t></si>' for one in self._numbers)
        return f'<sst xmlns="{_MAIN}" count="{self._uses}" uniqueCount="{len(self._numbers)}">{items}</sst>'


def _sheet(sheet: Sheet, strings: _Strings) -> str:
    columns = sheet.columns
    heads = "".join(_text(f"{one.letter}1", one.head, strings) for one in columns)
    rows = [f'<row r="1">{heads}</row>']
    for at in range(len(sheet.names.cells)):
        cells = "".join(_cell(column, at, strings) for column in columns)
        rows.append(f'<row r="{at + 2}">{cells}</row>')
    corner = f"{columns[-1].letter}{len(sheet.names.cells) + 1}"
    return (
        f'<worksheet xmlns="{_MAIN}"><dimension ref="A1:{corner}"/>'
        '<sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="15"/>'
        f'<cols><col min="1" max="1" width="36" customWidth="1"/></cols><sheetData>{"".join(rows)}</sheetData>'
        '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/></worksheet>'
    )


def _cell(column: SheetColumn, at: int, strings: _Strings) -> str:
    value, place = column.cells[at], f"{column.letter}{at + 2}"
    if value is None:
        return ""
    if column.is_text:
        return _text(place, value, strings)
    formula = f"<f>{column.formula.format(row=at + 2)}</f>" if column.formula else ""
    return f'<c r="{place}">{formula}<v>{value}</v></c>'


def _text(place: str, words: str, strings: _Strings) -> str:
    return f'<c r="{place}" t="s"><v>{strings.number(words)}</v></c>'


def _relations(relations: Iterable[tuple[str, str]]) -> str:
    lines = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{to}"/>'
        for number, (kind, to) in enumerate(relations, start=1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{lines}</Relationships>'


def _content_types() -> str:
    office = "application/vnd.openxmlformats-officedocument"
    kinds = {
        "/xl/workbook.xml": f"{_KIND}.sheet.main+xml",
        "/xl/worksheets/sheet1.xml": f"{_KIND}.worksheet+xml",
        "/xl/styles.xml": f"{_KIND}.styles+xml",
        "/xl/sharedStrings.xml": f"{_KIND}.sharedStrings+xml",
        "/xl/theme/theme1.xml": f"{office}.theme+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "/docProps/app.xml": f"{office}.extended-properties+xml",
    }
    overrides = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in kinds.items())
    relations = "application/vnd.openxmlformats-package.relationships+xml"
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType="{relations}"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _theme() -> str:
    colours = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in _COLOURS.items())
    face = '<a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    edges = "".join(f'<a:ln w="{width}">{fill}<a:prstDash val="solid"/></a:ln>' for width in (6350, 12700, 19050))
    effects = "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
    return (
        f'<a:theme xmlns:a="{_DRAWING}" name="Office"><a:themeElements><a:clrScheme name="Office">{colours}'
        f'</a:clrScheme><a:fontScheme name="Office"><a:majorFont>{face}</a:majorFont><a:minorFont>{face}</a:minorFont>'
        f'</a:fontScheme><a:fmtScheme name="Office"><a:fillStyleLst>{fill * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{edges}</a:lnStyleLst><a:effectStyleLst>{effects}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )


_STYLES: Final = (
    f'<styleSheet xmlns="{_MAIN}"><fonts count="1"><font><sz val="11"/><color theme="1"/><name val="Calibri"/>'
    '<family val="2"/><scheme val="minor"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/>'
    '</fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/>'
    '<bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" '
    'borderId="0"/></cellStyleXfs><cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)
_CORE: Final = (
    f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
    f'<dc:creator>Klantreis Workshop</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">{_DAY}</dcterms:created>'
    f'<dcterms:modified xsi:type="dcterms:W3CDTF">{_DAY}</dcterms:modified></cp:coreProperties>'
)
_FIXED: Final = {
    "[Content_Types].xml": _content_types(),
    "_rels/.rels": _relations(
        (
            (f"{_OFFICE}/officeDocument", "xl/workbook.xml"),
            (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            (f"{_OFFICE}/extended-properties", "docProps/app.xml"),
        )
    ),
    "docProps/app.xml": (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        "<Application>Klantreis Workshop</Application></Properties>"
    ),
    "docProps/core.xml": _CORE,
    "xl/workbook.xml": (
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><bookViews><workbookView/></bookViews>'
        f'<sheets><sheet name="{NAME}" sheetId="1" r:id="rId1"/></sheets></workbook>'
    ),
    "xl/_rels/workbook.xml.rels": _relations(
        (
            (f"{_OFFICE}/worksheet", "worksheets/sheet1.xml"),
            (f"{_OFFICE}/theme", "theme/theme1.xml"),
            (f"{_OFFICE}/styles", "styles.xml"),
            (f"{_OFFICE}/sharedStrings", "sharedStrings.xml"),
        )
    ),
    "xl/theme/theme1.xml": _theme(),
    "xl/styles.xml": _STYLES,
}
