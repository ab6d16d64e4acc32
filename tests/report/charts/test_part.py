"""Native charts: sound XML, the numbers of the workbook and of nobody else, and nothing where nothing is known."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from lxml import etree

from tests.report.chart_reader import C, place
from tests.report.charts.reading import cells, charts, points, values_of
from tests.report.charts.samples import ALL, COLUMNS, FEELING, LINES, MONEY, RANGE, SPOTS, numbers
from tests.report.word_reader import Element
from workshop.language.tongue import Language
from workshop.report.charts.book import workbook
from workshop.report.charts.chart import Chart, ChartKind, NumberForm, Role, Series
from workshop.report.charts.looks import roles_of
from workshop.report.charts.part import chart_part
from workshop.report.charts.sheet import sheet_of

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def tree(chart: Chart, language: Language = Language.NL) -> Element:
    """The chart part, parsed."""
    return etree.fromstring(chart_part(chart, sheet_of(chart), language))


def vals(element: Element, tag: str) -> list[str]:
    """The values of all elements of this name."""
    return [one.get("val", "") for one in element.iter(f"{C}{tag}")]


@settings(max_examples=150, deadline=None)
@given(charts())
def test_each_copy_in_a_chart_is_what_its_workbook_holds(chart: Chart) -> None:
    held, drawn = cells(workbook(sheet_of(chart))), tree(chart)

    for reference in drawn.iter(f"{C}f"):
        copy, where = reference.getparent(), (reference.text or "").removeprefix("Data!").replace("$", "")
        assert copy is not None
        first, _, last = where.partition(":")
        (top, column), (bottom, _) = place(first), place(last or first)
        expected = {row - top: held[row, column] for row in range(top, bottom + 1) if (row, column) in held}
        assert points(copy) == expected


@settings(max_examples=150, deadline=None)
@given(charts())
def test_the_numbers_are_those_of_the_chart_and_unknown_is_no_point(chart: Chart) -> None:
    given_values: list[list[Decimal | None]]
    if chart.kind is ChartKind.SPOTS:
        given_values = [[one.across for one in chart.spots], [one.up for one in chart.spots]]
    else:
        given_values = [list(series.values) for series in chart.series]

    shown = values_of(tree(chart))

    for values, seen in zip(given_values, shown, strict=True):
        known = {at: float(one) for at, one in enumerate(values) if one is not None and abs(one) < 10**15}
        assert {at: float(one) for at, one in seen.items()} == known


@settings(max_examples=80, deadline=None)
@given(charts())
def test_axes_are_positive_and_belong_to_the_chart(chart: Chart) -> None:
    drawn = tree(chart)

    plot = next(one for one in drawn.iter() if str(one.tag).endswith("Chart"))
    asked = [one.get("val", "") for one in plot.findall(f"{C}axId")]
    made = [axis[0].get("val", "") for axis in drawn.iter(f"{C}catAx", f"{C}valAx")]
    assert sorted(asked) == sorted(made)
    assert len(set(made)) == 2
    assert all(0 < int(one) < 2**32 for one in made)


@pytest.mark.parametrize("name", ALL)
def test_colours_come_from_the_theme_alone(name: str) -> None:
    drawn = tree(ALL[name])

    assert not list(drawn.iter(f"{A}srgbClr", f"{A}sysClr", f"{A}prstClr"))
    assert list(drawn.iter(f"{A}schemeClr"))


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize(("language", "locale"), [(Language.NL, "nl-NL"), (Language.EN, "en-GB")])
def test_all_text_has_the_language_of_the_document_and_the_font_of_the_theme(
    name: str, language: Language, locale: str
) -> None:
    drawn = tree(ALL[name], language)

    looks = list(drawn.iter(f"{A}defRPr", f"{A}rPr"))
    assert {one.get("lang") for one in looks} == {locale}
    assert vals(drawn, "lang") == [locale]
    assert {one.get("typeface") for one in drawn.iter(f"{A}latin")} == {"+mn-lt"}
    assert all(int(one.get("sz", "0")) >= 900 for one in looks)


@pytest.mark.parametrize("name", ALL)
def test_the_caption_stands_outside_and_gaps_stay_gaps(name: str) -> None:
    chart = ALL[name]
    drawn = tree(chart)

    assert drawn.find(f"{C}chart/{C}title") is None
    assert vals(drawn, "autoTitleDeleted") == ["1"]
    assert vals(drawn, "dispBlanksAs") == ["gap"]
    assert (drawn.find(f".//{C}legend") is not None) is (len(chart.series) > 1)


def test_series_differ_without_colour_too() -> None:
    fills = [[one.tag for one in looks][:1] for looks in tree(COLUMNS).iterfind(f".//{C}ser/{C}spPr")]
    marks = vals(tree(LINES), "symbol")
    dashes = [one.find(f"{C}spPr/{A}ln/{A}prstDash") for one in tree(LINES).iter(f"{C}ser")]

    assert fills == [[f"{A}solidFill"], [f"{A}pattFill"]]
    assert len(set(marks)) == 2
    assert [one.get("val") for one in dashes if one is not None] == ["sysDash", "solid"]


def test_two_series_that_ask_for_one_role_still_look_different() -> None:
    same = (Series("a", numbers(1)), Series("b", numbers(2)), Series("c", numbers(3), Role.OTHER))

    assert set(roles_of(Chart(ChartKind.BARS, "x", "y", ("z",), same))) == set(Role)


def test_the_range_reaches_from_the_lowest_to_the_highest() -> None:
    bars = tree(RANGE).find(f".//{C}errBars")
    assert bars is not None

    assert points(bars.find(f"{C}minus")) == {0: "6", 1: "2.5", 2: "0", 4: "4"}
    assert points(bars.find(f"{C}plus")) == {0: "6", 1: "8.5", 2: "0", 4: "24"}


def test_a_number_that_would_stand_on_its_range_is_left_out() -> None:
    labels = tree(RANGE).find(f".//{C}dLbls")
    assert labels is not None

    assert [one[0].get("val") for one in labels.iter(f"{C}dLbl")] == ["3", "4"]


def test_lying_bars_have_their_first_name_on_top_and_numbers_below() -> None:
    drawn = tree(RANGE)

    assert [vals(axis, "orientation")[0] for axis in drawn.iter(f"{C}catAx")] == ["maxMin"]
    assert [vals(axis, "crosses") for axis in drawn.iter(f"{C}valAx")] == [["max"]]


def test_names_stand_clear_of_what_lies_below_zero() -> None:
    assert [vals(axis, "tickLblPos") for axis in tree(MONEY).iter(f"{C}catAx")] == [["low"]]


def test_amounts_below_zero_look_like_cost() -> None:
    points_below = [one[0].get("val") for one in tree(MONEY).iter(f"{C}dPt")]

    assert points_below == ["0", "1"]


@pytest.mark.parametrize(
    ("chart", "language", "code"),
    [
        (MONEY, Language.NL, '"€\u00a0"#,##0'),
        (MONEY, Language.EN, '"€"#,##0'),
        (COLUMNS, Language.NL, '0"\u00a0%"'),
        (COLUMNS, Language.EN, '0"%"'),
        (ALL["bars"], Language.NL, "0.0"),
        (RANGE, Language.NL, "0"),
    ],
)
def test_numbers_are_written_by_the_program_that_shows_them(chart: Chart, language: Language, code: str) -> None:
    labels = tree(chart, language).find(f".//{C}ser/{C}dLbls/{C}numFmt")

    assert labels is not None
    assert labels.get("formatCode") == code


def test_an_axis_has_the_ends_that_were_asked_and_else_follows_the_numbers() -> None:
    fixed, free = (next(tree(one).iter(f"{C}valAx")) for one in (FEELING, MONEY))

    assert (vals(fixed, "min"), vals(fixed, "max"), vals(fixed, "majorUnit")) == (["-2"], ["2"], ["1"])
    assert (vals(free, "min"), vals(free, "max")) == ([], [])


def test_spots_at_one_place_share_a_label_and_the_axes_cross_in_the_middle() -> None:
    drawn = tree(SPOTS)
    said = [[one.text for one in label.iter(f"{A}t")] for label in drawn.iter(f"{C}dLbl")]
    together = next(lines for lines in said if any(str(one).startswith("• ") for one in lines))

    names = "• Nog geen vast moment voor terugkomen • De website zegt niet voor wie je er bent"
    assert " ".join(map(str, together)) == names
    assert vals(drawn, "crossesAt") == ["3", "3"]
    assert len(list(drawn.iter(f"{C}dLbl"))) == len(SPOTS.spots)


def test_labels_of_crowded_columns_are_left_out() -> None:
    many = tuple(Decimal(12345 + at) for at in range(40))
    crowded = Chart(ChartKind.COLUMNS, "a", "b", tuple(map(str, many)), (Series("s", many),), form=NumberForm.EURO)

    assert tree(crowded).find(f".//{C}dLbls") is None
    assert int(vals(tree(crowded), "tickLblSkip")[0]) > 1
