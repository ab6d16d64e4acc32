"""The balance of one customer through the years, as it is and as it would be: a picture and its table."""

from dataclasses import dataclass
from itertools import accumulate

from markupsafe import Markup

from workshop.report.chapters.cost_return import conclusion, moments, steps
from workshop.report.charts.chart import Axis, Chart, ChartKind, NumberForm, Role, Series
from workshop.report.charts.drawn import drawn
from workshop.report.charts.gauges import NARROW
from workshop.report.voice import Voice
from workshop.web.board.panel import Grid
from workshop.web.board.scores import inline
from workshop.web.what_if.form import Trial


@dataclass(frozen=True, slots=True)
class Balance:
    """A picture of the balance, the sentence that says what it shows, and the table beside it."""

    picture: Markup
    says: str
    table: Grid


def balance(trial: Trial) -> Balance | None:
    """Draw the balance before and after; None while it is not known what a customer costs or brings in."""
    visit, sums = trial.visit, trial.sums
    voice, words = Voice(visit.words, visit.questionnaire, visit.model), visit.words
    now, then = (tuple(accumulate(steps(one))) for one in (sums.now, sums.then))
    if not then:
        return None
    before, after = words("web.what_if.before"), words("web.what_if.after")
    compared = [(before, now, Role.OTHER)] if now else []
    compared += [(after, then, Role.MAIN)] if sums.tried else []
    series = tuple(Series(name, saldo, role) for name, saldo, role in compared)
    years = tuple(str(year) for year in range(len(then)))
    chart = Chart(
        ChartKind.COLUMNS,
        words("chart.cost_return.caption"),
        conclusion(voice, then),
        years,
        series,
        form=NumberForm.EURO,
        categories_axis=Axis(words("web.dashboard.cost_return.years")),
    )
    heads = (words("chart.cost_return.column.moment"), *(name for name, _, _ in compared))
    rows = zip(moments(words), *([voice.money(one, 2) for one in saldo] for _, saldo, _ in compared), strict=True)
    return Balance(inline(drawn(chart, visit.language, NARROW)), chart.conclusion, Grid(heads, tuple(rows)))
