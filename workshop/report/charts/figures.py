"""Numbers and names as a chart holds and shows them."""

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Final
from xml.sax.saxutils import escape

from workshop.language.numbers import format_money, format_number, format_percent
from workshop.language.tongue import Language
from workshop.report.charts.chart import Chart, NumberForm
from workshop.report.spans import clean

MOST_NAMED: Final = 60
_LONG_AXIS: Final = 20
_MOST: Final = 10**15
_CODES: Final = {
    Language.NL: {NumberForm.PERCENT: '0"\u00a0%"', NumberForm.EURO: '"€\u00a0"#,##0'},
    Language.EN: {NumberForm.PERCENT: '0"%"', NumberForm.EURO: '"€"#,##0'},
}
_LOOKS_ESCAPED: Final = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


def known(values: Iterable[Decimal | None]) -> tuple[Decimal, ...]:
    """The values that are known and can be drawn."""
    return tuple(one for one in values if one is not None and _holdable(one))


def written(value: Decimal | None) -> str | None:
    """A number as a workbook keeps it: "73", "3.5"; None when it is not known or too large to hold."""
    if value is None or not _holdable(value):
        return None
    return repr(float(value) + 0.0).removesuffix(".0")


def _holdable(value: Decimal) -> bool:
    """Whether a number has at most the fifteen whole digits that a workbook keeps."""
    return value.is_finite() and abs(value) < _MOST


def named(words: str) -> str:
    """A name on one line that fits beside a chart; the table after it has the whole name."""
    line = " ".join(clean(words).split())
    return line if len(line) <= MOST_NAMED else f"{line[: MOST_NAMED - 1].rstrip()}…"


def held(words: str) -> str:
    """Text as XML that Office reads back as it was typed, even where it looks like one of its own escapes."""
    return escape(_LOOKS_ESCAPED.sub("_x005F_", words))


def is_whole(chart: Chart) -> bool:
    """Whether the numbers of a chart are shown without decimals: they have none, or none that matters on its axis."""
    least, most = chart.values.least, chart.values.most
    if least is not None and most is not None and most - least >= _LONG_AXIS:
        return True
    return all(one == one.to_integral_value() for series in chart.series for one in known(series.values))


def format_code(chart: Chart, language: Language, *, axis: bool = False) -> str:
    """How Office writes the numbers of a chart; the program that opens it uses its own decimal mark.

    Numbers on an axis with fixed ends (`axis`) are whole.
    """
    if chart.form is NumberForm.PLAIN:
        fixed = axis and chart.values.least is not None
        return "0" if fixed or is_whole(chart) else "0.0"
    return _CODES[language][chart.form]


def shown(value: Decimal, form: NumberForm, language: Language, decimals: int = 0) -> str:
    """A number as a reader sees it: "73", "3,5", "20 %", "€ 1.250"."""
    match form:
        case NumberForm.PLAIN:
            return format_number(value, language, decimals)
        case NumberForm.PERCENT:
            return format_percent(value.scaleb(-2), language, 0)
        case NumberForm.EURO:
            return format_money(value, language, 0)


def decimals_of(chart: Chart) -> int:
    """How many decimals the plain numbers of a chart need."""
    return 0 if is_whole(chart) else 1
