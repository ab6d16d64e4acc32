"""Pictures for a phone: gauges, a radar and a heat map that stay inside their frame and draw nothing unknown."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.language.tongue import Language
from workshop.report.charts.chart import Chart, ChartKind, NumberForm, Series
from workshop.report.charts.drawn import drawn
from workshop.report.charts.gauges import NARROW, Gauge, gauges
from workshop.report.charts.heat import Row, Spot, heat
from workshop.report.charts.radar import radar
from workshop.report.picture.shapes import Area, Box, Form, Line, Mark, Picture, Stroke, frame_of

SHARES = st.floats(0, 1)
NAMES = st.text(st.characters(categories=("L", "N", "Zs")), max_size=70)


def boxes(picture: Picture, area: Area) -> list[Box]:
    return [one for one in picture.shapes if isinstance(one, Box) and one.area is area]


def marks(picture: Picture, form: Form) -> list[Mark]:
    return [one for one in picture.shapes if isinstance(one, Mark) and one.form is form]


def lines(picture: Picture, stroke: Stroke) -> list[Line]:
    return [one for one in picture.shapes if isinstance(one, Line) and one.stroke is stroke]


def fits(picture: Picture) -> bool:
    """Tell whether nothing sticks out of a picture by more than a hair."""
    frames = [frame_of(one) for one in picture.shapes]
    return all(
        left >= -2 and top >= -2 and right <= picture.width + 2 and bottom <= picture.height + 2
        for left, top, right, bottom in frames
    )


def test_a_gauge_is_as_long_as_its_share() -> None:
    half, whole = boxes(gauges([Gauge("a", "50", 0.5), Gauge("b", "100", 1.0)], "t", "d"), Area.BAR_RANGE)

    assert half.width * 2 == pytest.approx(whole.width, abs=0.5)


def test_what_is_not_known_has_a_range_and_no_bar() -> None:
    picture = gauges([Gauge("a", "?", None, 0.2, 0.8)], "t", "d")

    assert boxes(picture, Area.BAR_RANGE) == []
    assert len(lines(picture, Stroke.WHISKER)) == 3


def test_zero_is_drawn_as_a_bar_without_length() -> None:
    (bar,) = boxes(gauges([Gauge("a", "0", 0.0)], "t", "d"), Area.BAR_RANGE)

    assert bar.width < 1


def test_a_place_to_compare_with_is_marked() -> None:
    first, second = marks(
        gauges([Gauge("a", "1", 0.1, mark=0), Gauge("b", "1", 0.1, mark=1)], "", ""), Form.POINT_OTHER
    )

    assert first.x < second.x


def test_a_radar_breaks_its_line_at_what_is_not_known() -> None:
    picture = radar([0.5, 0.5, None, 0.5, 0.5], "t", "d")

    assert len(marks(picture, Form.POINT_MAIN)) == 4
    assert len(lines(picture, Stroke.LINE_MAIN)) == 3
    assert ("3 ?",) in [one.lines for one in picture.texts]


def test_a_radar_of_zeros_has_its_points_in_the_middle() -> None:
    points = marks(radar([0.0, 0.0, 0.0], "t", "d"), Form.POINT_MAIN)

    assert len({(one.x, one.y) for one in points}) == 1


def test_a_cell_fills_by_its_level_and_looks_by_its_fit() -> None:
    picture = heat([Row("Winkel", (Spot(1, True), Spot(3, False), Spot(0, True), Spot(None, True)))], "t", "d")

    (light,), (heavy,) = boxes(picture, Area.BAR_MAIN), boxes(picture, Area.BAR_COST)
    assert light.height * 3 == pytest.approx(heavy.height)
    assert [one.lines for one in picture.texts].count(("?",)) == 1


@given(st.lists(st.builds(Gauge, NAMES, st.just("100 (100–100)"), SHARES, SHARES, SHARES, SHARES), max_size=7))
def test_gauges_stay_inside_their_frame(rows: list[Gauge]) -> None:
    assert fits(gauges(rows, "t", "d"))


@given(st.lists(st.none() | SHARES, min_size=3, max_size=10))
def test_a_radar_stays_inside_its_frame(values: list[float | None]) -> None:
    picture = radar(values, "t", "d")

    assert fits(picture)
    assert len(marks(picture, Form.POINT_MAIN)) == sum(one is not None for one in values)


@given(NAMES, st.integers(1, 10), st.none() | st.integers(0, 3), st.booleans())
def test_a_heat_map_stays_inside_its_frame(name: str, phases: int, level: int | None, fit: bool) -> None:
    assert fits(heat([Row(name, (Spot(level, fit),) * phases)] * 3, "t", "d"))


def columns(values: tuple[Decimal | None, ...]) -> Chart:
    names = tuple(str(at) for at in range(len(values)))
    return Chart(ChartKind.COLUMNS, "c", "d", names, (Series("s", values),), form=NumberForm.EURO)


def bars(values: tuple[Decimal | None, ...]) -> Chart:
    names = tuple(f"Naam {at}" for at in range(len(values)))
    return Chart(ChartKind.BARS, "c", "d", names, (Series("s", values),), form=NumberForm.PERCENT)


@pytest.mark.parametrize("make", [columns, bars])
@pytest.mark.parametrize("width", [NARROW, 300.0])
def test_a_chart_can_be_drawn_for_a_phone(make: Callable[[tuple[Decimal | None, ...]], Chart], width: float) -> None:
    picture = drawn(make((Decimal(-35), Decimal(100), None, Decimal(336))), Language.NL, width)

    assert picture.width == width
    assert fits(picture)
