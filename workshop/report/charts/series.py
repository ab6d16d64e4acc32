"""The series of a native chart: bars, lines and spots with their looks, labels and ranges."""

from decimal import Decimal
from typing import Final
from xml.sax.saxutils import quoteattr

from workshop.report.charts.chart import Chart, Role, Series
from workshop.report.charts.figures import known
from workshop.report.charts.looks import LOOKS, SeriesLook, roles_of
from workshop.report.charts.sheet import SeriesColumns, Sheet
from workshop.report.charts.spots import Placed
from workshop.report.charts.xml import INK, SHEET, area, colour_of, line, name, names, numbers, rich, solid, text

_LINE: Final = 22225
_SHOWN: Final = (
    '<c:showLegendKey val="0"/><c:showVal val="{shown}"/><c:showCatName val="0"/><c:showSerName val="0"/>'
    '<c:showPercent val="0"/><c:showBubbleSize val="0"/>'
)
_NO_LABEL: Final = '<c:delete val="1"/>'
_TINT: Final = '<a:schemeClr val="accent1"><a:alpha val="40000"/></a:schemeClr>'
_ROOM_FOR_LABEL: Final = Decimal("0.12")
_SMALL_MARK, _LARGE_MARK = 5, 7
_MANY: Final = 16


def bars(chart: Chart, sheet: Sheet, locale: str, code: str, *, labelled: bool) -> str:
    """The series of lying bars or standing columns."""
    labels = _labels(locale, code, "outEnd") if labelled else ""
    return "".join(
        f"<c:ser>{_order(at)}{name(columns.values)}{area(LOOKS[role])}"
        f'<c:invertIfNegative val="0"/>{_below_zero(chart, series)}{labels}'
        f"{names('cat', sheet.names)}{numbers('val', columns.values)}</c:ser>"
        for at, (series, columns, role) in enumerate(zip(chart.series, sheet.series, roles_of(chart), strict=True))
    )


def ranges(chart: Chart, sheet: Sheet, locale: str, code: str) -> str:
    """The series of bars with the range of each; light, so that the range stays clear on top of it."""
    light = f"<c:spPr>{solid(_TINT)}{line(colour_of(LOOKS[Role.MAIN]), 9525)}</c:spPr>"
    looks = [light if role is Role.MAIN else area(LOOKS[role]) for role in roles_of(chart)]
    return "".join(
        f"<c:ser>{_order(at)}{name(columns.values)}{look}"
        f'<c:invertIfNegative val="0"/>{_labels_inside(chart, series, locale, code)}{_reach(columns)}'
        f"{names('cat', sheet.names)}{numbers('val', columns.values)}</c:ser>"
        for at, (series, columns, look) in enumerate(zip(chart.series, sheet.series, looks, strict=True))
    )


def lines(chart: Chart, sheet: Sheet) -> str:
    """The series of lines through marks; a value that is not known breaks the line."""
    size = _SMALL_MARK if len(chart.categories) > _MANY else _LARGE_MARK
    return "".join(
        f"<c:ser>{_order(at)}{name(columns.values)}"
        f"<c:spPr>{line(colour_of(LOOKS[role]), _LINE, LOOKS[role].dash)}</c:spPr>{_mark(LOOKS[role], size)}"
        f'{names("cat", sheet.names)}{numbers("val", columns.values)}<c:smooth val="0"/></c:ser>'
        for at, (columns, role) in enumerate(zip(sheet.series, roles_of(chart), strict=True))
    )


def spots(sheet: Sheet, places: tuple[Placed, ...], locale: str) -> str:
    """The one series of spots, each place with the names that stand there."""
    across, up = (one.values for one in sheet.series)
    labels = {place.spots[0]: _name(place, locale) for place in places}
    each = "".join(
        f'<c:dLbl><c:idx val="{number}"/>{labels.get(number) or _NO_LABEL}</c:dLbl>'
        for number in range(len(sheet.names.cells))
    )
    return (
        f'<c:ser>{_order(0)}{name(up)}<c:spPr><a:ln w="19050"><a:noFill/></a:ln></c:spPr>'
        f"{_mark(LOOKS[Role.MAIN], _LARGE_MARK + 2)}<c:dLbls>{each}{text(locale)}{_SHOWN.format(shown=0)}</c:dLbls>"
        f'{numbers("xVal", across)}{numbers("yVal", up)}<c:smooth val="0"/></c:ser>'
    )


def _name(place: Placed, locale: str) -> str:
    if place.label is None:
        return ""
    return (
        f"{rich(place.label.lines, locale)}<c:spPr>{solid(SHEET)}<a:ln><a:noFill/></a:ln></c:spPr>"
        f'<c:dLblPos val="{place.label.side}"/>{_SHOWN.format(shown=1)}'
    )


def _order(at: int) -> str:
    return f'<c:idx val="{at}"/><c:order val="{at}"/>'


def _mark(look: SeriesLook, size: int) -> str:
    fill = SHEET if look.hollow else colour_of(look)
    looks = f"<c:spPr>{solid(fill)}{line(colour_of(look), 15875)}</c:spPr>"
    return f'<c:marker><c:symbol val="{look.mark}"/><c:size val="{size}"/>{looks}</c:marker>'


def _below_zero(chart: Chart, series: Series) -> str:
    """Where one series stands alone, what lies below zero looks like cost."""
    if len(chart.series) > 1:
        return ""
    return "".join(
        f'<c:dPt><c:idx val="{at}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>{area(LOOKS[Role.COST])}</c:dPt>'
        for at, value in enumerate(series.values)
        if value is not None and value < 0
    )


def _labels(locale: str, code: str, place: str, before: str = "") -> str:
    return (
        f'<c:dLbls>{before}<c:numFmt formatCode={quoteattr(code)} sourceLinked="0"/>'
        f'<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{text(locale)}<c:dLblPos val="{place}"/>'
        f"{_SHOWN.format(shown=1)}</c:dLbls>"
    )


def _labels_inside(chart: Chart, series: Series, locale: str, code: str) -> str:
    """A number at the foot of each bar that has room for it before its range begins."""
    ends = (*known(series.values), *known(series.low), *known(series.high))
    most = chart.values.most or max(ends, default=Decimal(1))
    least = chart.values.least or Decimal(0)
    begins = [min(one for one in pair if one is not None) for pair in _starts(series)]
    without = "".join(
        f'<c:dLbl><c:idx val="{at}"/>{_NO_LABEL}</c:dLbl>'
        for at, begin in enumerate(begins)
        if begin - least < (most - least) * _ROOM_FOR_LABEL
    )
    return _labels(locale, code, "inBase", without)


def _starts(series: Series) -> list[tuple[Decimal | None, Decimal]]:
    low = series.low or tuple(Decimal(0) if one is None else one for one in series.values)
    return list(zip(series.values, low, strict=True))


def _reach(columns: SeriesColumns) -> str:
    """How far the truth may lie below and above a value."""
    if not columns.reach:
        return ""
    minus, plus = columns.reach
    return (
        '<c:errBars><c:errBarType val="both"/><c:errValType val="cust"/><c:noEndCap val="0"/>'
        f"{numbers('plus', plus)}{numbers('minus', minus)}<c:spPr>{line(INK, 12700)}</c:spPr></c:errBars>"
    )
