"""The axes of a native chart: thin, quiet, and only as long as asked."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final
from xml.sax.saxutils import quoteattr

from workshop.report.charts.chart import Axis
from workshop.report.charts.figures import named, written
from workshop.report.charts.measures import Scale, scale_of
from workshop.report.charts.xml import FAINT, FONT_SIZE, QUIET, line, rich, text
from workshop.report.picture.lettering import wrapped

CATEGORIES: Final = 111111
VALUES: Final = 222222
_THIN: Final = 6350
_CORNER: Final = 88.0
"""How wide a title in a corner may be, in points: programs break wider ones, as if it stood beside the axis."""
_NO_EDGE: Final = "<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>"


@dataclass(frozen=True, slots=True)
class Drawn:
    """How an axis stands in its chart.

    `side` is b, l, t or r; `crosses` says where it meets the other axis; `lines` asks for a grid, `edge` for the
    line of the axis itself; `labels` is "low", "nextTo" the axis or "none"; `skip` shows only each so-many-th
    name; `title_at` is where the title begins, in shares of the chart, where Word must not choose.
    """

    side: str
    crosses: str = '<c:crosses val="autoZero"/>'
    code: str = "0"
    lines: bool = False
    edge: bool = True
    labels: str = "low"
    title_at: tuple[float, float] | None = None
    upside_down: bool = False
    skip: int = 1


def category_axis(axis: Axis, drawn: Drawn, locale: str) -> str:
    """The axis of the names; its labels stand at the low end, clear of bars below zero."""
    skip = f'<c:tickLblSkip val="{drawn.skip}"/>' if drawn.skip > 1 else ""
    return (
        f"<c:catAx>{_start(axis, CATEGORIES, '', drawn, locale)}{_looks(drawn, locale)}"
        f'<c:crossAx val="{VALUES}"/>{drawn.crosses}<c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/>'
        f'{skip}<c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def value_axis(axis: Axis, drawn: Drawn, locale: str, *, number: int = VALUES, between: bool = True) -> str:
    """An axis of numbers; without fixed ends it follows the numbers, also when somebody changes them."""
    other = CATEGORIES if number == VALUES else VALUES
    cross = "between" if between else "midCat"
    ends = "".join(
        f'<c:{tag} val="{written(end)}"/>' for tag, end in (("max", axis.most), ("min", axis.least)) if end is not None
    )
    fixed = axis.least is not None and axis.most is not None
    unit = f'<c:majorUnit val="{_plain(scale_of(axis, (), from_zero=False).step)}"/>' if fixed else ""
    return (
        f"<c:valAx>{_start(axis, number, ends, drawn, locale)}{_looks(drawn, locale)}"
        f'<c:crossAx val="{other}"/>{drawn.crosses}<c:crossBetween val="{cross}"/>{unit}</c:valAx>'
    )


def layout(start: tuple[float, float] | None, size: tuple[float, float] | None = None) -> str:
    """A fixed place in a chart, in shares of its width and height; without one Word chooses."""
    if start is None:
        return "<c:layout/>"
    target = '<c:layoutTarget val="inner"/>' if size else ""
    places = zip("xywh", (*start, *(size or ())), strict=False)
    shares = "".join(f'<c:{tag} val="{min(1.0, max(0.0, share)):.4f}"/>' for tag, share in places)
    modes = '<c:xMode val="edge"/><c:yMode val="edge"/>'
    return f"<c:layout><c:manualLayout>{target}{modes}{shares}</c:manualLayout></c:layout>"


def fixed_axis(title: str, scale: Scale) -> Axis:
    """An axis with the ends of a scale."""
    return Axis(title, Decimal(_plain(scale.least)), Decimal(_plain(scale.most)))


def _start(axis: Axis, number: int, ends: str, drawn: Drawn, locale: str) -> str:
    way = "maxMin" if drawn.upside_down else "minMax"
    grid = f"<c:majorGridlines><c:spPr>{line(FAINT, _THIN)}</c:spPr></c:majorGridlines>" if drawn.lines else ""
    title = ""
    if axis.title:
        said = named(axis.title)
        lines = wrapped(said, FONT_SIZE, _CORNER, 2) if drawn.title_at else (said,)
        words = rich(lines, locale, left=drawn.title_at is not None)
        title = f'<c:title>{words}{layout(drawn.title_at)}<c:overlay val="0"/></c:title>'
    return (
        f'<c:axId val="{number}"/><c:scaling><c:orientation val="{way}"/>{ends}</c:scaling><c:delete val="0"/>'
        f'<c:axPos val="{drawn.side}"/>{grid}{title}'
    )


def _looks(drawn: Drawn, locale: str) -> str:
    edge = f"<c:spPr>{line(QUIET, _THIN)}</c:spPr>" if drawn.edge else _NO_EDGE
    return (
        f'<c:numFmt formatCode={quoteattr(drawn.code)} sourceLinked="0"/><c:majorTickMark val="none"/>'
        f'<c:minorTickMark val="none"/><c:tickLblPos val="{drawn.labels}"/>{edge}{text(locale)}'
    )


def _plain(value: float) -> str:
    return written(Decimal(repr(value))) or "1"
