"""Drawings for Word: bars and the journey on the cover, as shapes in theme colours that stay editable."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from xml.sax.saxutils import escape as escape_xml

from workshop.report.document import Tone
from workshop.report.spans import clean
from workshop.report.word.xml import attribute

EMU_PER_TWIP: Final = 635
ACCENTS: Final = {
    Tone.FRAGILE: "accent2",
    Tone.BUILDING: "accent3",
    Tone.GOOD: "accent4",
    Tone.STRONG: "accent1",
    Tone.NONE: "accent6",
}
BAR_HEIGHT: Final = 115_000
_TICK: Final = 22_000
_NAME_HEIGHT: Final = 300_000
_GROUP: Final = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"
_LIGHT: Final = '<a:alpha val="38000"/>'


@dataclass(frozen=True, slots=True)
class Shape:
    """A rectangle, circle or line inside a drawing, in EMU; `shade` is extra XML inside the theme colour."""

    kind: str
    left: int
    top: int
    width: int
    height: int
    colour: str
    shade: str = ""
    geometry: str = ""
    words: str = ""


def journey(phases: Sequence[str], width: int, number: int, style: str) -> str:
    """The journey on the cover: a winding road with a stop and a name for each phase; `style` is that of a name."""
    height, radius, count = width * 27 // 100, width // 46, len(phases)
    shapes = [Shape("rect", 0, 0, width, height, "tx2"), _road(width, height, count)]
    for index, phase in enumerate(phases):
        left = (2 * index + 1) * width // (2 * count)
        top = height // 2 + (-1 if index % 2 else 1) * height // 6
        last = index == count - 1
        shapes.append(Shape("ellipse", left - radius, top - radius, 2 * radius, 2 * radius, "bg1"))
        inner = radius * 6 // 10
        shapes.append(
            Shape("ellipse", left - inner, top - inner, 2 * inner, 2 * inner, "accent2" if last else "accent3")
        )
        room = width // count
        under = top + radius if index % 2 == 0 else top - radius - _NAME_HEIGHT
        name = _name(phase, style)
        shapes.append(Shape("rect", left - room // 2, under, room, _NAME_HEIGHT, "", words=name))
    said = ", ".join(phases)
    return drawing(shapes, (width, height), number, said, said)


def _name(words: str, style: str) -> str:
    text = f'<w:r><w:t xml:space="preserve">{escape_xml(clean(words))}</w:t></w:r>'
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{text}</w:p>'


def _road(width: int, height: int, stops: int) -> Shape:
    """A wave from the left edge to the right one, drawn as a path without fill."""
    return Shape("road", 0, 0, width, height, "accent3", geometry=_wave(width, height, stops))


def _wave(width: int, height: int, stops: int) -> str:
    middle, swing = height // 2, height // 6
    step = width // stops
    points = [(0, middle)]
    path = f'<a:moveTo><a:pt x="0" y="{middle}"/></a:moveTo>'
    for index in range(stops):
        top = middle + (-1 if index % 2 else 1) * swing
        centre, end = index * step + step // 2, (index + 1) * step
        path += _curve(points[-1], (centre, top), flat_end=True) + _curve((centre, top), (end, middle), flat_end=False)
        points.append((end, middle))
    return f'<a:path w="{width}" h="{height}" fill="none">{path}</a:path>'


def _curve(start: tuple[int, int], end: tuple[int, int], *, flat_end: bool) -> str:
    reach = (end[0] - start[0]) // 2
    first = (start[0] + reach, start[1] + (end[1] - start[1]) // 2) if flat_end else (start[0] + reach, start[1])
    second = (end[0] - reach, end[1]) if flat_end else (end[0] - reach, start[1] + (end[1] - start[1]) // 2)
    points = "".join(f'<a:pt x="{x}" y="{y}"/>' for x, y in (first, second, end))
    return f"<a:cubicBezTo>{points}</a:cubicBezTo>"


def drawing(shapes: list[Shape], size: tuple[int, int], number: int, name: str, description: str) -> str:
    """A run with an inline drawing of shapes and its alternative text."""
    inside = "".join(_shape(shape, number * 100 + at) for at, shape in enumerate(shapes, start=1))
    return group(inside, size, number, name, description)


def group(inside: str, size: tuple[int, int], number: int, name: str, description: str) -> str:
    """A run with one inline group of shapes, already written, and its alternative text."""
    width, height = size
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wpg"><w:drawing>'
        '<wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{width}" cy="{height}"/>'
        f'<wp:docPr id="{number * 100}" name={attribute(name)} descr={attribute(description)}/>'
        f'<wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="{_GROUP}"><wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr>'
        f'<a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/><a:chOff x="0" y="0"/>'
        f'<a:chExt cx="{width}" cy="{height}"/></a:xfrm></wpg:grpSpPr>{inside}</wpg:wgp></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></mc:Choice></mc:AlternateContent></w:r>"
    )


def _shape(shape: Shape, number: int) -> str:
    if shape.words:
        return _text_box(shape, number)
    colour = f'<a:solidFill><a:schemeClr val="{shape.colour}">{shape.shade}</a:schemeClr></a:solidFill>'
    if shape.geometry:
        frame = '<a:rect l="0" t="0" r="r" b="b"/>'
        path = f"<a:pathLst>{shape.geometry}</a:pathLst>"
        form = f"<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>{frame}{path}</a:custGeom>"
        looks = f'<a:noFill/><a:ln w="57150" cap="rnd">{colour}<a:round/></a:ln>'
    else:
        form = f'<a:prstGeom prst="{shape.kind}"><a:avLst/></a:prstGeom>'
        looks = f"{colour}<a:ln><a:noFill/></a:ln>"
    return (
        f'<wps:wsp><wps:cNvPr id="{number}" name="{shape.kind} {number}"/><wps:cNvSpPr/><wps:spPr><a:xfrm>'
        f'<a:off x="{shape.left}" y="{shape.top}"/><a:ext cx="{shape.width}" cy="{shape.height}"/></a:xfrm>'
        f"{form}{looks}"
        "</wps:spPr><wps:bodyPr/></wps:wsp>"
    )


def _text_box(shape: Shape, number: int) -> str:
    return (
        f'<wps:wsp><wps:cNvPr id="{number}" name="text {number}"/><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm>'
        f'<a:off x="{shape.left}" y="{shape.top}"/><a:ext cx="{shape.width}" cy="{shape.height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></wps:spPr>'
        f"<wps:txbx><w:txbxContent>{shape.words}</w:txbxContent></wps:txbx>"
        '<wps:bodyPr lIns="0" tIns="36000" rIns="0" bIns="36000" anchor="ctr"/></wps:wsp>'
    )
