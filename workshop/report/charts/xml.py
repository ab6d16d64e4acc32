"""Small pieces of chart XML: colours, lines, text and the kept copies of cells."""

from typing import Final

from workshop.report.charts.figures import held
from workshop.report.charts.looks import SeriesLook
from workshop.report.charts.sheet import SheetColumn

NAMESPACES: Final = (
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
FONT_SIZE: Final = 9
INK: Final = '<a:schemeClr val="tx1"/>'
SHEET: Final = '<a:schemeClr val="bg1"/>'
FAINT: Final = '<a:schemeClr val="tx1"><a:lumMod val="15000"/><a:lumOff val="85000"/></a:schemeClr>'
QUIET: Final = '<a:schemeClr val="tx1"><a:lumMod val="50000"/><a:lumOff val="50000"/></a:schemeClr>'
_LEVEL: Final = '<a:bodyPr rot="0" vert="horz"/>'
_SNUG: Final = '<a:bodyPr rot="0" vert="horz" wrap="none" lIns="12700" tIns="0" rIns="12700" bIns="0"/>'
NOTHING: Final = "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"


def solid(colour: str) -> str:
    """An area of one colour."""
    return f"<a:solidFill>{colour}</a:solidFill>"


def line(colour: str, width: int, dash: str = "solid") -> str:
    """A line; `width` in EMU."""
    return f'<a:ln w="{width}" cap="rnd">{solid(colour)}<a:prstDash val="{dash}"/><a:round/></a:ln>'


def colour_of(look: SeriesLook) -> str:
    """The colour of a series."""
    return f'<a:schemeClr val="{look.colour}">{look.shade}</a:schemeClr>'


def area(look: SeriesLook) -> str:
    """A bar or column: a full colour, or a pattern in that colour on the colour of the page."""
    colour = colour_of(look)
    fill = solid(colour)
    if look.pattern:
        fill = f'<a:pattFill prst="{look.pattern}"><a:fgClr>{colour}</a:fgClr><a:bgClr>{SHEET}</a:bgClr></a:pattFill>'
    return f"<c:spPr>{fill}{line(colour, 9525)}</c:spPr>"


def text(locale: str) -> str:
    """How text in a part of the chart looks: level, in the font of the theme."""
    return (
        f"<c:txPr>{_LEVEL}<a:lstStyle/><a:p><a:pPr>{_font(locale, 'defRPr')}</a:pPr>"
        f'<a:endParaRPr lang="{locale}"/></a:p></c:txPr>'
    )


def rich(lines: tuple[str, ...], locale: str, *, left: bool = False) -> str:
    """Lines of text of our own, such as a title of an axis or the name of a spot; in the middle, or from the left."""
    align = "l" if left else "ctr"
    look = f'<a:pPr algn="{align}">{_font(locale, "defRPr")}</a:pPr>'
    run = _font(locale, "rPr")
    paragraphs = "".join(f"<a:p>{look}<a:r>{run}<a:t>{held(one)}</a:t></a:r></a:p>" for one in lines)
    return f"<c:tx><c:rich>{_SNUG}<a:lstStyle/>{paragraphs}</c:rich></c:tx>"


def _font(locale: str, tag: str) -> str:
    return f'<a:{tag} lang="{locale}" sz="{FONT_SIZE * 100}" b="0">{solid(INK)}<a:latin typeface="+mn-lt"/></a:{tag}>'


def name(column: SheetColumn) -> str:
    """The name of a series, from the head of its column."""
    point = f'<c:pt idx="0"><c:v>{held(column.head)}</c:v></c:pt>'
    cache = f'<c:strCache><c:ptCount val="1"/>{point}</c:strCache>'
    return f"<c:tx><c:strRef><c:f>{column.head_at}</c:f>{cache}</c:strRef></c:tx>"


def names(tag: str, column: SheetColumn) -> str:
    """A column of texts with its copy."""
    cache = f"<c:strCache>{_points(column)}</c:strCache>"
    return f"<c:{tag}><c:strRef><c:f>{column.cells_at}</c:f>{cache}</c:strRef></c:{tag}>"


def numbers(tag: str, column: SheetColumn) -> str:
    """A column of numbers with its copy; an empty cell has no point, so that it stays a gap."""
    cache = f"<c:numCache><c:formatCode>General</c:formatCode>{_points(column)}</c:numCache>"
    return f"<c:{tag}><c:numRef><c:f>{column.cells_at}</c:f>{cache}</c:numRef></c:{tag}>"


def _points(column: SheetColumn) -> str:
    points = "".join(
        f'<c:pt idx="{at}"><c:v>{held(one) if column.is_text else one}</c:v></c:pt>'
        for at, one in enumerate(column.cells)
        if one is not None
    )
    return f'<c:ptCount val="{len(column.cells)}"/>{points}'
