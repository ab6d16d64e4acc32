"""Pictures as PNG: the same bytes each time, in any theme, and readable without a font of the machine."""

import io

import pytest
from hypothesis import given, settings
from PIL import Image, ImageFont

from tests.report.charts.reading import charts
from tests.report.charts.samples import ALL, LINES, MONEY
from workshop.language.tongue import Language
from workshop.report.charts.chart import Chart
from workshop.report.charts.drawn import drawn
from workshop.report.picture import bitmap
from workshop.report.picture.bitmap import letters, png
from workshop.report.theme import THEME


@settings(max_examples=25, deadline=None)
@given(charts())
def test_every_chart_can_be_drawn(chart: Chart) -> None:
    picture = drawn(chart, Language.NL)

    with Image.open(io.BytesIO(png(picture, THEME, dpi=36))) as image:
        assert image.width == pytest.approx(picture.width / 2, abs=1)
        assert image.height == pytest.approx(picture.height / 2, abs=1)


@pytest.mark.parametrize("name", ALL)
def test_the_same_picture_gives_the_same_bytes(name: str) -> None:
    picture = drawn(ALL[name], Language.NL)

    assert png(picture, THEME, dpi=72) == png(picture, THEME, dpi=72)


def test_paper_has_exactly_the_colour_of_the_theme() -> None:
    with Image.open(io.BytesIO(png(drawn(LINES, Language.NL), {**THEME, "lt1": "FFFFF0"}))) as image:
        assert image.convert("RGB").getpixel((image.width - 1, 0)) == (255, 255, 240)


def test_without_a_font_on_the_machine_words_stay_readable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bitmap, "font_of", ImageFont.load_default)

    said = letters("Oriëntatie – € 1.250\u00a0per één klant", bitmap.font_of(30))

    assert said == "Orientatie - EUR 1.250 per een klant"
    assert png(drawn(MONEY, Language.NL), THEME, dpi=72)


def test_with_a_font_of_the_machine_words_stay_as_they_are() -> None:
    found = bitmap.font_of(30)
    if not isinstance(found, ImageFont.FreeTypeFont) or found.getname()[0] == bitmap.BUILT_IN:
        pytest.skip("this machine has none of the usual fonts")

    assert letters("Oriëntatie – € 1.250", found) == "Oriëntatie – € 1.250"
