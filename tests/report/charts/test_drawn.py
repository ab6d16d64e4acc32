"""Charts as pictures: every number in its place, no word over another, and gaps where nothing is known."""

from dataclasses import replace
from decimal import Decimal
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from lxml import etree

from tests.report.charts.reading import charts
from tests.report.charts.samples import ALL, BARS, COLUMNS, LINES, MONEY, PHASES, RANGE, SPOTS
from workshop.language.tongue import Language
from workshop.report import html
from workshop.report.charts.chart import Chart, Spot
from workshop.report.charts.drawn import drawn
from workshop.report.charts.measures import WIDTH
from workshop.report.charts.spots import placed
from workshop.report.picture.looks import AREAS, FORMS, STROKES
from workshop.report.picture.shapes import Area, Box, Form, Frame, Line, Mark, Picture, Stroke, Text, frame_of
from workshop.report.picture.svg import svg

CSS = Path(html.__file__).with_name("map.css").read_text("utf-8")


def said(picture: Picture) -> list[str]:
    """All texts, each on one line."""
    return [" ".join(one.lines) for one in picture.texts]


def touch(one: Frame, other: Frame) -> bool:
    """Whether two frames overlap by more than half a point."""
    slack = 0.5
    across = one[0] < other[2] - slack and other[0] < one[2] - slack
    return across and one[1] < other[3] - slack and other[1] < one[3] - slack


@settings(max_examples=150, deadline=None)
@given(charts())
def test_every_chart_becomes_sound_svg_that_says_its_conclusion(chart: Chart) -> None:
    picture = drawn(chart, Language.NL)

    parsed = etree.fromstring(svg(picture))
    assert [one.text for one in parsed.iter("{http://www.w3.org/2000/svg}desc")] == [chart.conclusion]
    solid = [across(one) for one in picture.shapes if isinstance(one, Box | Mark)]
    assert all(start >= 0 and end <= WIDTH + 1 for start, end in solid)


def across(shape: Box | Mark) -> tuple[float, float]:
    """Where a shape begins and ends."""
    frame = frame_of(shape)
    return (shape.x, shape.x) if isinstance(shape, Mark) else (frame[0], frame[2])


@pytest.mark.parametrize("name", ALL)
def test_no_text_stands_over_another_or_outside_the_picture(name: str) -> None:
    picture = drawn(ALL[name], Language.NL)
    frames = [frame_of(one) for one in picture.texts if one.lines]

    assert not [(one, other) for one, other in combinations(frames, 2) if touch(one, other)]
    assert min(one[0] for one in frames) >= 0
    assert max(one[2] for one in frames) <= WIDTH + 1
    assert max(one[3] for one in frames) <= picture.height + 1


@settings(max_examples=150, deadline=None)
@given(charts().filter(lambda chart: bool(chart.spots)))
def test_names_of_spots_never_overlap_each_other_or_a_spot(chart: Chart) -> None:
    places = placed(chart)
    labels = [one.label.frame for one in places if one.label]
    spots = [(one.x - 4, one.y - 4, one.x + 4, one.y + 4) for one in places]

    assert not [1 for one, other in combinations(labels, 2) if touch(one, other)]
    assert not [1 for label in labels for spot in spots if touch(label, spot)]


def test_each_of_nine_spots_is_named() -> None:
    picture = drawn(SPOTS, Language.NL)

    text = " ".join(said(picture))
    assert all(one.name in text for one in SPOTS.spots)
    assert len([one for one in picture.shapes if isinstance(one, Mark)]) == 8


def test_short_names_at_one_place_stand_after_one_another() -> None:
    codes = tuple(Spot(name, Decimal(3), Decimal(3)) for name in ("G01", "G16", "G31"))

    assert "G01, G16, G31" in said(drawn(replace(SPOTS, spots=codes), Language.NL))


def test_a_range_says_its_number_and_its_ends_and_nothing_where_nothing_is_known() -> None:
    picture = drawn(RANGE, Language.NL)

    assert [one for one in said(picture) if "(" in one] == ["48 (42–54)", "63 (60–71)", "6 (2–30)"]
    assert len([one for one in picture.shapes if isinstance(one, Box)]) == 4
    assert all(phase in said(picture) for phase in PHASES)


@pytest.mark.parametrize(
    ("chart", "language", "label"),
    [
        (MONEY, Language.NL, "−€\u00a01.250"),
        (MONEY, Language.EN, "−€1,250"),
        (COLUMNS, Language.NL, "25\u00a0%"),
        (COLUMNS, Language.EN, "25%"),
        (BARS, Language.NL, "4,3"),
        (BARS, Language.EN, "4.3"),
    ],
)
def test_numbers_are_written_in_the_language_of_the_document(chart: Chart, language: Language, label: str) -> None:
    assert label in said(drawn(chart, language))


def test_what_is_not_known_breaks_a_line() -> None:
    """The first line and the first mark stand in the key."""
    picture = drawn(LINES, Language.NL)
    stretches = [one for one in picture.shapes if isinstance(one, Line) and one.stroke is Stroke.LINE_MAIN]
    marks = [one for one in picture.shapes if isinstance(one, Mark) and one.form is Form.POINT_MAIN]

    assert [len(one.points) for one in stretches] == [2, 11, 17, 9]
    assert len(marks) == 1 + 37


def test_columns_below_zero_hang_below_the_axis_in_the_look_of_cost() -> None:
    boxes = [one for one in drawn(MONEY, Language.NL).shapes if isinstance(one, Box)]

    assert [one.area for one in boxes] == [Area.BAR_COST] * 2 + [Area.BAR_MAIN] * 4
    assert boxes[0].top == boxes[1].top
    assert boxes[0].height > boxes[1].height
    assert boxes[2].top + boxes[2].height == pytest.approx(boxes[0].top, abs=0.5)


def test_every_shape_of_a_chart_has_a_look_on_screen_and_in_a_picture() -> None:
    shapes = [one for chart in ALL.values() for one in drawn(chart, Language.NL).shapes]
    looks = {f"map-{one.area}" for one in shapes if isinstance(one, Box)}
    looks |= {f"map-{one.stroke}" for one in shapes if isinstance(one, Line)}
    looks |= {f"map-{one.form}" for one in shapes if isinstance(one, Mark)}
    looks |= {f"map-{one.lettering}" for one in shapes if isinstance(one, Text)}

    assert sorted(one for one in looks if f".{one} " not in CSS and f".{one}," not in CSS) == []
    assert AREAS.keys() >= {one.area for one in shapes if isinstance(one, Box)}
    assert STROKES.keys() >= {one.stroke for one in shapes if isinstance(one, Line)}
    assert FORMS.keys() >= {one.form for one in shapes if isinstance(one, Mark)}
