"""Charts in a Word file: native and editable, or as pictures for programs that show no native chart."""

from typing import Final

from workshop.language.tongue import Language
from workshop.report.charts.book import workbook
from workshop.report.charts.chart import Chart
from workshop.report.charts.drawn import drawn
from workshop.report.charts.measures import height_of
from workshop.report.charts.part import chart_part
from workshop.report.charts.sheet import sheet_of
from workshop.report.picture.bitmap import png
from workshop.report.theme import THEME
from workshop.report.word.hung import Hung
from workshop.report.word.xml import attribute

_EMU: Final = 12700
_TWIPS: Final = 20
_DRAWING: Final = "http://schemas.openxmlformats.org/drawingml/2006"
_MOST_SAID: Final = 250


class Charts:
    """Writes the charts of one document; `pictures` asks for pictures in the place of native charts."""

    def __init__(self, hung: Hung, language: Language, *, pictures: bool = False) -> None:
        self._hung = hung
        self._language = language
        self._pictures = pictures

    def run(self, chart: Chart, number: int, width: int) -> str:
        """A run with the chart in the line; `number` is free in the document, `width` in twips."""
        if self._pictures:
            return self._picture(chart, number)
        points, sheet = width / _TWIPS, sheet_of(chart)
        part = self._hung.chart(chart_part(chart, sheet, self._language, points), workbook(sheet))
        graphic = (
            f'<a:graphic><a:graphicData uri="{_DRAWING}/chart"><c:chart xmlns:c="{_DRAWING}/chart" r:id="{part}"/>'
            "</a:graphicData></a:graphic>"
        )
        return _inline(chart, number, (points, height_of(chart)), graphic)

    def _picture(self, chart: Chart, number: int) -> str:
        picture = drawn(chart, self._language)
        part = self._hung.picture(png(picture, {**THEME, **self._hung.colours()}))
        size = (picture.width, picture.height)
        name = attribute(chart.caption[:60])
        graphic = (
            f'<a:graphic><a:graphicData uri="{_DRAWING}/picture"><pic:pic xmlns:pic="{_DRAWING}/picture">'
            f'<pic:nvPicPr><pic:cNvPr id="{number * 100 + 1}" name={name}/><pic:cNvPicPr/></pic:nvPicPr>'
            f'<pic:blipFill><a:blip r:embed="{part}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
            f'<pic:spPr><a:xfrm><a:off x="0" y="0"/>{_extent("a:ext", size)}</a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        )
        return _inline(chart, number, size, graphic)


def _inline(chart: Chart, number: int, size: tuple[float, float], graphic: str) -> str:
    said = chart.conclusion if len(chart.conclusion) <= _MOST_SAID else f"{chart.conclusion[: _MOST_SAID - 1]}…"
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">{_extent("wp:extent", size)}'
        f'<wp:docPr id="{number * 100}" name={attribute(chart.caption[:60])} descr={attribute(said)}/>'
        f"<wp:cNvGraphicFramePr/>{graphic}</wp:inline></w:drawing></w:r>"
    )


def _extent(tag: str, size: tuple[float, float]) -> str:
    return f'<{tag} cx="{round(size[0] * _EMU)}" cy="{round(size[1] * _EMU)}"/>'
