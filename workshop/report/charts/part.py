"""A chart as a native, editable Word chart: theme colours, its numbers kept beside a workbook with the same ones."""

from typing import Final

from workshop.language.tongue import Language
from workshop.report.charts import series as series_xml
from workshop.report.charts.axes import CATEGORIES, VALUES, Drawn, category_axis, fixed_axis, layout, value_axis
from workshop.report.charts.chart import Axis, Chart, ChartKind
from workshop.report.charts.figures import format_code
from workshop.report.charts.frames import lying_frame, standing_frame
from workshop.report.charts.measures import WIDTH, height_of, labels_fit, shows_scale, skip_of
from workshop.report.charts.sheet import Sheet
from workshop.report.charts.spots import placed, plot_of
from workshop.report.charts.xml import FAINT, NAMESPACES, NOTHING, line, text
from workshop.report.picture.shapes import Frame

_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_LOCALES: Final = {Language.NL: "nl-NL", Language.EN: "en-GB"}
_LYING: Final = frozenset({ChartKind.RANGE, ChartKind.BARS})
_AXES: Final = f'<c:axId val="{CATEGORIES}"/><c:axId val="{VALUES}"/>'
_GAP, _TIGHT = 60, 25
_TITLE_AT: Final = (0.0, 0.0)
"""Titles along numbers that go up stand level, in the corner above them."""
BOOK: Final = "rId1"
"""The relationship of a chart with its workbook."""


def chart_part(chart: Chart, sheet: Sheet, language: Language, width: float = WIDTH) -> bytes:
    """The XML of the chart; `width` in points."""
    locale = _LOCALES[language]
    legend = ""
    if len(chart.series) > 1:
        legend = f'<c:legend><c:legendPos val="t"/><c:overlay val="0"/>{text(locale)}</c:legend>'
    xml = (
        f'{_HEAD}<c:chartSpace {NAMESPACES}><c:date1904 val="0"/><c:lang val="{locale}"/><c:roundedCorners val="0"/>'
        f'<c:chart><c:autoTitleDeleted val="1"/><c:plotArea>{_plot(chart, sheet, language, width)}</c:plotArea>{legend}'
        f'<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>{NOTHING}{text(locale)}'
        f'<c:externalData r:id="{BOOK}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )
    return xml.encode("utf-8")


def _plot(chart: Chart, sheet: Sheet, language: Language, width: float) -> str:
    match chart.kind:
        case ChartKind.RANGE | ChartKind.BARS | ChartKind.COLUMNS:
            return _bars(chart, sheet, language, width)
        case ChartKind.LINES:
            return _lines(chart, sheet, language, width)
        case ChartKind.SPOTS:
            return _spots(chart, sheet, language, width)


def _bars(chart: Chart, sheet: Sheet, language: Language, width: float) -> str:
    locale, code = _LOCALES[language], format_code(chart, language)
    labelled = labels_fit(chart, language, width)
    if chart.kind is ChartKind.RANGE:
        series = series_xml.ranges(chart, sheet, locale, code)
    else:
        series = series_xml.bars(chart, sheet, locale, code, labelled=labelled)
    way, frame = ("col", standing_frame(chart, language, width))
    if chart.kind in _LYING:
        way, frame = ("bar", lying_frame(chart, width))
    gap = _TIGHT if chart.kind is ChartKind.RANGE else _GAP
    overlap = -5 if len(chart.series) > 1 else 0
    return (
        f'{_layout(chart, frame, width)}<c:barChart><c:barDir val="{way}"/>'
        f'<c:grouping val="clustered"/><c:varyColors val="0"/>{series}'
        f'<c:gapWidth val="{gap}"/><c:overlap val="{overlap}"/>{_AXES}</c:barChart>'
        f"{_axes(chart, language, width, scale=shows_scale(chart, labelled=labelled))}{NOTHING}"
    )


def _lines(chart: Chart, sheet: Sheet, language: Language, width: float) -> str:
    return (
        f"{_layout(chart, standing_frame(chart, language, width), width)}<c:lineChart>"
        '<c:grouping val="standard"/><c:varyColors val="0"/>'
        f'{series_xml.lines(chart, sheet)}<c:marker val="1"/>{_AXES}</c:lineChart>'
        f"{_axes(chart, language, width, scale=True)}{NOTHING}"
    )


def _axes(chart: Chart, language: Language, width: float, *, scale: bool) -> str:
    """Names along one side, numbers along the other if asked; lying bars have their first name on top."""
    locale, code = _LOCALES[language], format_code(chart, language, axis=True)
    lying = chart.kind in _LYING
    names = Drawn("l" if lying else "b", upside_down=lying, skip=skip_of(chart, width))
    crosses = '<c:crosses val="max"/>' if lying else '<c:crosses val="autoZero"/>'
    corner = None if lying else _TITLE_AT
    beside = "none" if not scale else "nextTo" if lying else "low"
    numbers = Drawn("b" if lying else "l", crosses, code, lines=scale, edge=False, labels=beside, title_at=corner)
    return category_axis(chart.categories_axis, names, locale) + value_axis(chart.values, numbers, locale)


def _spots(chart: Chart, sheet: Sheet, language: Language, width: float) -> str:
    """Two axes that cross in the middle, their numbers along the sides."""
    plot, locale = plot_of(chart, width), _LOCALES[language]
    series = series_xml.spots(sheet, placed(chart, width), locale)
    across = fixed_axis(chart.categories_axis.title, plot.across)
    up = fixed_axis(chart.values.title, plot.up)
    frame = f"<c:spPr><a:noFill/>{line(FAINT, 6350)}</c:spPr>"
    return (
        f"{_layout(chart, plot.frame, width)}"
        f'<c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>{series}{_AXES}</c:scatterChart>'
        f"{value_axis(across, Drawn('b', _middle(up)), locale, number=CATEGORIES, between=False)}"
        f"{value_axis(up, Drawn('l', _middle(across), title_at=_TITLE_AT), locale, between=False)}{frame}"
    )


def _middle(other: Axis) -> str:
    """Cross the other axis half-way."""
    assert other.least is not None and other.most is not None  # noqa: S101, PT018 - made by fixed_axis
    return f'<c:crossesAt val="{float((other.least + other.most) / 2):g}"/>'


def _layout(chart: Chart, frame: Frame, width: float) -> str:
    (left, top, right, bottom), height = frame, height_of(chart)
    return layout((left / width, top / height), ((right - left) / width, (bottom - top) / height))
