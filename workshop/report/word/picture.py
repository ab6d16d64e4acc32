"""A picture as one group of vector shapes for Word, in theme colours; texts stay text and shapes stay editable."""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Final
from xml.sax.saxutils import escape

from workshop.report.picture.forms import OPEN, OUTLINES, ROUND
from workshop.report.picture.looks import AREAS, FORMS, STROKES, Looks
from workshop.report.picture.shapes import Box, Lettering, Line, Mark, Picture, Point, Shape, Text
from workshop.report.spans import clean
from workshop.report.word.drawing import EMU_PER_TWIP, group
from workshop.report.word.looks import WIDE_WIDTH
from workshop.report.word.xml import Styles

_UNITS: Final = 1120
UNIT: Final = WIDE_WIDTH * EMU_PER_TWIP // _UNITS
"""How long one unit of a picture is; its widest ones are as wide as the text on a lying page."""
ROOM: Final = 99
"""Shapes that one number of a drawing has room for."""


STYLES: Final = {
    Lettering.TITLE: "Map Title",
    Lettering.PHASE: "Map Phase",
    Lettering.HEAD: "Map Head",
    Lettering.GUIDE: "Map Soft",
    Lettering.NAME: "Map Name",
    Lettering.BODY: "Map Text",
    Lettering.SOFT: "Map Soft",
    Lettering.COUNT: "Map Count",
    Lettering.COUNT_FULL: "Map Count Full",
    Lettering.TAG: "Map Tag",
    Lettering.AXIS: "Map Soft",
    Lettering.FIGURE: "Map Text",
}
MIDDLE: Final = {Lettering.SOFT: "Map Soft Middle"}
"""Styles of texts that stand in the middle, where the same lettering also starts at the left."""


def drawn(picture: Picture, numbers: Callable[[], int], styles: Styles) -> str:
    """A run with the picture; `numbers` hands out numbers, each with room for a hundred shapes."""
    shapes = [one for one in picture.shapes if not isinstance(one, Text) or one.lines]
    number = numbers()
    for _ in range(len(shapes) // ROOM):
        numbers()
    inside = "".join(_shape(shape, number * 100 + at, styles) for at, shape in enumerate(shapes, start=1))
    size = (_emu(picture.width), _emu(picture.height))
    return group(inside, size, number, picture.title, picture.description)


def _shape(shape: Shape, number: int, styles: Styles) -> str:
    match shape:
        case Box():
            place = _place(shape.left, shape.top, shape.width, shape.height)
            form = "roundRect" if shape.round else "rect"
            return _vector(number, place, _preset(form, _bend(shape)), _fill(AREAS[shape.area]))
        case Line():
            return _line(shape, number)
        case Mark():
            return _mark(shape, number)
        case Text():
            return _text(shape, number, styles)


def _emu(units: float) -> int:
    return round(units * UNIT)


def _place(left: float, top: float, width: float, height: float) -> str:
    return f'<a:xfrm><a:off x="{_emu(left)}" y="{_emu(top)}"/><a:ext cx="{_emu(width)}" cy="{_emu(height)}"/></a:xfrm>'


def _bend(box: Box) -> str:
    if not box.round:
        return ""
    share = min(50000, round(box.round / min(box.width, box.height) * 100000))
    return f'<a:gd name="adj" fmla="val {share}"/>'


def _preset(form: str, guides: str = "") -> str:
    return f'<a:prstGeom prst="{form}"><a:avLst>{guides}</a:avLst></a:prstGeom>'


def _path(inside: str, width: int, height: int, *, filled: bool) -> str:
    kind = "" if filled else ' fill="none"'
    lists = "<a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
    return (
        f'<a:custGeom>{lists}<a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
        f'<a:path w="{width}" h="{height}"{kind}>{inside}</a:path></a:pathLst></a:custGeom>'
    )


def _fill(looks: Looks, *, arrow: bool = False) -> str:
    light = f'<a:lumMod val="{100 - looks.light}000"/><a:lumOff val="{looks.light}000"/>' if looks.light else ""
    fill = _colour(looks.fill, light) if looks.fill else "<a:noFill/>"
    if not looks.edge:
        return f"{fill}<a:ln><a:noFill/></a:ln>"
    shade = "" if looks.fill else light
    shade += f'<a:lumMod val="{looks.dark}000"/>' if looks.dark < 100 else ""
    dash = f'<a:prstDash val="{looks.dash}"/>' if looks.dash else ""
    head = '<a:tailEnd type="triangle"/>' if arrow else ""
    return f'{fill}<a:ln w="{looks.thick}">{_colour(looks.edge, shade)}{dash}<a:round/>{head}</a:ln>'


def _colour(name: str, shade: str = "") -> str:
    return f'<a:solidFill><a:schemeClr val="{name}">{shade}</a:schemeClr></a:solidFill>'


def _vector(number: int, place: str, form: str, looks: str) -> str:
    return (
        f'<wps:wsp><wps:cNvPr id="{number}" name="shape {number}"/><wps:cNvSpPr/>'
        f"<wps:spPr>{place}{form}{looks}</wps:spPr><wps:bodyPr/></wps:wsp>"
    )


def _line(line: Line, number: int) -> str:
    looks = _fill(STROKES[line.stroke], arrow=line.arrow)
    across, down = zip(*line.points, strict=True)
    left, top = min(across), min(down)
    width, height = max(across) - left, max(down) - top
    place = _place(left, top, width, height)
    if not (width and height):
        return _vector(number, place, _preset("line"), looks)
    moved = [(_emu(x - left), _emu(y - top)) for x, y in line.points]
    inside = "".join(_smooth(moved) if line.smooth else _straight(moved))
    return _vector(number, place, _path(inside, _emu(width), _emu(height), filled=False), looks)


def _straight(points: Sequence[tuple[int, int]]) -> Iterator[str]:
    for at, point in enumerate(points):
        kind = "lnTo" if at else "moveTo"
        yield f"<a:{kind}>{_point(point)}</a:{kind}>"


def _smooth(points: Sequence[tuple[int, int]]) -> Iterator[str]:
    yield f"<a:moveTo>{_point(points[0])}</a:moveTo>"
    for (x, y), (to_x, to_y) in pairwise(points):
        half = (x + to_x) // 2
        yield f"<a:cubicBezTo>{_point((half, y))}{_point((half, to_y))}{_point((to_x, to_y))}</a:cubicBezTo>"


def _point(point: tuple[int, int]) -> str:
    return f'<a:pt x="{point[0]}" y="{point[1]}"/>'


def _mark(mark: Mark, number: int) -> str:
    looks, r = _fill(FORMS[mark.form]), mark.radius
    if mark.form in ROUND:
        place = _place(mark.x - r, mark.y - r, 2 * r, 2 * r)
        return _vector(number, place, _preset("ellipse"), looks)
    corners: list[Point] = [(x * r, y * r) for x, y in OUTLINES[mark.form]]
    left, top = min(x for x, _ in corners), min(y for _, y in corners)
    width, height = max(x for x, _ in corners) - left, max(y for _, y in corners) - top
    inside = "".join(_straight([(_emu(x - left), _emu(y - top)) for x, y in corners]))
    inside += "" if mark.form in OPEN else "<a:close/>"
    form = _path(inside, _emu(width), _emu(height), filled=mark.form not in OPEN)
    return _vector(number, _place(mark.x + left, mark.y + top, width, height), form, looks)


def _text(text: Text, number: int, styles: Styles) -> str:
    """A text box; its lines are already broken, so Word breaks none."""
    name = MIDDLE.get(text.lettering, STYLES[text.lettering]) if text.middle else STYLES[text.lettering]
    lines = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(clean(line))}</w:t>' for line in text.lines)
    paragraph = f'<w:p><w:pPr><w:pStyle w:val="{styles(name)}"/></w:pPr><w:r>{lines}</w:r></w:p>'
    place = _place(text.left, text.top, max(text.width, 1), text.height)
    return (
        f'<wps:wsp><wps:cNvPr id="{number}" name="text {number}"/><wps:cNvSpPr txBox="1"/>'
        f"<wps:spPr>{place}{_preset('rect')}<a:noFill/></wps:spPr>"
        f"<wps:txbx><w:txbxContent>{paragraph}</w:txbxContent></wps:txbx>"
        '<wps:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"/></wps:wsp>'
    )
