"""Parts hung on a Word file beside its text: charts with their workbooks, and pictures."""

from typing import TYPE_CHECKING, Final

from workshop.report.charts.part import BOOK
from workshop.report.word.parts import theme_of
from workshop.report.word.theme import theme_colours

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.opc.part import Part

_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES: Final = "application/vnd.openxmlformats-officedocument"
_CHART: Final = f"{_TYPES}.drawingml.chart+xml"
_BOOK: Final = f"{_TYPES}.spreadsheetml.sheet"


class Hung:
    """Hangs parts on one Word file, under names that its template does not use yet."""

    def __init__(self, word: "WordDocument") -> None:
        self._word = word
        self._names = {str(one.partname) for one in word.part.package.parts}

    def chart(self, xml: bytes, book: bytes) -> str:
        """Hang a chart with its workbook; gives the relationship id of the chart."""
        chart = self._part(self._free("/word/charts/chart{}.xml"), _CHART, xml)
        workbook = self._part(self._free("/word/embeddings/Microsoft_Excel_Sheet{}.xlsx"), _BOOK, book)
        made = chart.relate_to(workbook, f"{_OFFICE}/package")
        assert made == BOOK  # noqa: S101 - the chart was written with this id
        return str(self._word.part.relate_to(chart, f"{_OFFICE}/chart"))

    def picture(self, png: bytes) -> str:
        """Hang a picture; gives its relationship id."""
        part = self._part(self._free("/word/media/chart{}.png"), "image/png", png)
        return str(self._word.part.relate_to(part, f"{_OFFICE}/image"))

    def colours(self) -> dict[str, str]:
        """The colours of the template's theme, as RRGGBB by slot."""
        return theme_colours(theme_of(self._word))

    def _free(self, pattern: str) -> str:
        number = 1
        while pattern.format(number) in self._names:
            number += 1
        self._names.add(pattern.format(number))
        return pattern.format(number)

    def _part(self, name: str, kind: str, blob: bytes) -> "Part":
        from docx.opc.packuri import PackURI
        from docx.opc.part import Part

        return Part(PackURI(name), kind, blob, self._word.part.package)
