"""A chart as a picture in neutral shapes: for pages, and for programs that show no native chart."""

from workshop.language.tongue import Language
from workshop.report.charts.chart import Chart, ChartKind
from workshop.report.charts.lying import lying
from workshop.report.charts.measures import WIDTH
from workshop.report.charts.scattered import scattered
from workshop.report.charts.standing import standing
from workshop.report.picture.shapes import Picture, Shape


def drawn(chart: Chart, language: Language, width: float = WIDTH) -> Picture:
    """The chart as a picture, as wide as the text or as asked; in points. Its conclusion is the alternative text."""
    height, shapes = _shapes(chart, language, width)
    return Picture(chart.caption, chart.conclusion, width, round(height, 1), shapes)


def _shapes(chart: Chart, language: Language, width: float) -> tuple[float, tuple[Shape, ...]]:
    match chart.kind:
        case ChartKind.RANGE | ChartKind.BARS:
            return lying(chart, language, width)
        case ChartKind.COLUMNS | ChartKind.LINES:
            return standing(chart, language, width)
        case ChartKind.SPOTS:
            return scattered(chart, language, width)
