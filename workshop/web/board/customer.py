"""Panels about the customer: the balance, the years, what is expected and experienced, and the map."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from flask import url_for

from workshop.domain.formulas import YEARS
from workshop.domain.journey_map import JourneyMap
from workshop.report.chapters.cost_return import cost_return
from workshop.report.chapters.experience import experience as experience_chapter
from workshop.report.charts.chart import Axis, Chart, ChartKind
from workshop.report.charts.drawn import drawn
from workshop.report.charts.gauges import NARROW, Gauge
from workshop.report.document import Block
from workshop.report.map.picture import pictures
from workshop.report.map.view import Lane, MapView
from workshop.report.sums import BALANCE, COSTS, VALUES, figure_of, value_words
from workshop.web.board.panel import Desk, Figure, Grid, Panel, tables_in
from workshop.web.board.scores import drawn_gauges, inline
from workshop.web.route.progress import Link

_SHOWN: Final = ("acquisition_cost", "clv5", "clv5_to_cac", "payback_months", "payback_orders", "retention")
_MAP: Final = ("touchpoints", "maps")
_LANES: Final = (Lane.TOUCHPOINT, Lane.EMOTIONAL, Lane.GAPS)


def balance(desk: Desk) -> Panel:
    """What a customer costs to win beside what he brings in."""
    sums, voice = desk.material.assessment.economics, desk.material.voice
    cost, value = sums.acquisition_cost, sums.clv5
    if cost.value is None and value.value is None:
        return desk.missing("balance", (*value.missing, *cost.missing))
    said = {
        name: voice.money(one, 0) for name, one in (("cost", cost.value), ("value", value.value)) if one is not None
    }
    says = desk.t("balance.says" if len(said) == 2 else f"balance.{next(iter(said))}_only", **said)
    rows = _bars(desk, cost.value, value.value)
    figures = (Figure(drawn_gauges(rows, desk.t("balance.title"), says)),)
    ask = None if len(said) == 2 else desk.missing("balance", (*value.missing, *cost.missing)).ask
    more = Link(url_for("what_if.show", dossier_id=desk.visit.id), desk.t("balance.what_if"))
    return Panel("balance", desk.t("balance.title"), says, figures, tables=(_figures(desk),), ask=ask, more=more)


def _bars(desk: Desk, cost: Decimal | None, value: Decimal | None) -> list[Gauge]:
    """Both amounts on one scale; one that is not known has no bar, and one below zero neither."""
    most = max(one for one in (cost, value, Decimal(1)) if one is not None)
    pairs = (("cost", cost), ("value", value))
    return [
        Gauge(
            desk.t(f"balance.{name}"),
            "?" if one is None else desk.material.voice.money(one, 0),
            None if one is None else float(one / most),
        )
        for name, one in pairs
    ]


def _figures(desk: Desk) -> Grid:
    """The figures to steer by; what is not known says so."""
    sums, voice, words = desk.material.assessment.economics, desk.material.voice, desk.visit.words
    specs = [one for one in (*COSTS, *VALUES, *BALANCE) if one.name in _SHOWN]
    found = [(one, figure_of(sums, one.name)) for one in specs]
    rows = tuple(
        (
            words(f"report.figure.{spec.name}.name"),
            desk.t("not_known") if figure.value is None else value_words(spec, figure, voice),
        )
        for spec, figure in found
    )
    return Grid((desk.t("balance.figure"), desk.t("balance.amount")), rows)


def years(desk: Desk) -> Panel:
    """When a customer starts to pay: his balance through the years."""
    sums, blocks = desk.material.assessment.economics, cost_return(desk.material)
    charts = _charts(blocks)
    if not charts:
        return desk.missing("cost_return", (*sums.acquisition_cost.missing, *sums.clv5.missing))
    chart = charts[0]
    short = replace(
        chart,
        categories=tuple(str(year) for year in range(YEARS + 1)),
        categories_axis=Axis(desk.t("cost_return.years")),
    )
    title = desk.t("cost_return.title")
    return Panel("cost_return", title, chart.conclusion, (_drawn(desk, short),), tables=tables_in(blocks))


def experience(desk: Desk) -> Panel:
    """What customers expect beside what they get, practical and felt, along the map."""
    blocks = experience_chapter(desk.material)
    charts = _charts(blocks)
    if not charts:
        return desk.missing("experience", _MAP, desk.t("experience.none"))
    says = charts[-1].conclusion
    figures = tuple(_drawn(desk, one, desk.t(f"experience.{_side(one)}")) for one in charts)
    title, note = desk.t("experience.title"), desk.t("experience.reading")
    return Panel("experience", title, says, figures, note, _scores(desk, blocks), size="double")


def _scores(desk: Desk, blocks: Sequence[Block]) -> tuple[Grid, ...]:
    """Per touchpoint what is expected and experienced, in as few columns as a phone has room for."""
    heads = (
        desk.visit.words("report.column.touchpoint"),
        desk.t("experience.functional"),
        desk.t("experience.emotional"),
    )
    return tuple(
        Grid(heads, tuple((f"{number} {name}", f"{a} → {b}", f"{c} → {d}") for number, name, a, b, c, d in one.rows))
        for one in tables_in(blocks)
    )


def _side(chart: Chart) -> str:
    return "functional" if chart.kind is ChartKind.COLUMNS else "emotional"


def _charts(blocks: Sequence[Block]) -> list[Chart]:
    return [one for one in blocks if isinstance(one, Chart)]


def _drawn(desk: Desk, chart: Chart, title: str = "") -> Figure:
    return Figure(inline(drawn(chart, desk.visit.language, NARROW)), title)


def journey_map(desk: Desk) -> Panel:
    """The first map with its touchpoints."""
    visit = desk.visit
    found = next((one for one in desk.material.assessment.reading.journey.maps if one.touchpoints), None)
    if found is None:
        return desk.missing("map", _MAP, desk.t("map.none"))
    points, short = len(found.touchpoints), sum(max(one.shortfalls, default=0) > 0 for one in found.touchpoints)
    says = desk.plural("map.says", points, name=found.name or visit.words("map.nameless"))
    says += f" {desk.plural('map.short', short)}" if short else ""
    link = Link(url_for("map_page.show", dossier_id=visit.id, code=found.code), desk.t("map.open"))
    table = _moments(desk, found)
    return Panel("map", desk.t("map.title"), says, _strips(desk, found), tables=(table,), more=link, size="broad")


def _strips(desk: Desk, found: JourneyMap) -> tuple[Figure, ...]:
    """The map with only the lanes that tell the journey; the findings have all of them."""
    assessment = desk.material.assessment
    parts = (found, assessment.model, desk.material.questionnaire, desk.visit.words, assessment.findings)
    return tuple(Figure(inline(one, "strip")) for one in pictures(MapView(*parts, lanes=_LANES), again=False))


def _moments(desk: Desk, found: JourneyMap) -> Grid:
    """The touchpoints per phase."""
    words = desk.visit.words
    rows = []
    for phase in desk.material.assessment.model.phases:
        names = [one.name or words("map.nameless") for one in found.in_blocks(phase.blocks)]
        rows.append((phase.name, ", ".join(names) or desk.t("map.nothing")))
    return Grid((words("report.column.phase"), desk.t("map.moments")), tuple(rows))
