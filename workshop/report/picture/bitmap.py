"""A picture as PNG, sharp in print, for programs that can show nothing else."""

import io
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from math import hypot
from typing import TYPE_CHECKING, Final

from workshop.report.picture.forms import OUTLINES, ROUND
from workshop.report.picture.looks import AREAS, FORMS, STROKES, Looks
from workshop.report.picture.shapes import Box, Lettering, Line, Mark, Picture, Point, Shape, Text, leading_of, size_of
from workshop.report.spans import clean

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont, ImageFont

DPI: Final = 300
_FINER: Final = 2
"""Drawn larger and then made smaller, so that slanting lines are smooth."""
_POINTS: Final = 72
_EMU_PER_POINT: Final = 12700
_COLOURS: Final = 128
_SLOTS: Final = {"tx1": "dk1", "bg1": "lt1", "tx2": "dk2", "bg2": "lt2"}
_DASHES: Final = {"": (), "solid": (), "dash": (4.0, 3.0), "sysDash": (3.0, 2.0), "sysDot": (1.0, 1.5)}
"""Lengths drawn and left open, in widths of the line."""
FONTS: Final = ("calibri.ttf", "Carlito-Regular.ttf", "segoeui.ttf", "Arial.ttf", "LiberationSans-Regular.ttf")
BUILT_IN: Final = "Aileron"
"""The font of Pillow itself."""
_PLAIN: Final = str.maketrans(
    {"€": "EUR ", "–": "-", "—": "-", "−": "-", "\u00a0": " ", "\u202f": " ", "•": "-", "×": "x"}
)
Colour = tuple[int, int, int]


def png(picture: Picture, colours: Mapping[str, str], dpi: int = DPI) -> bytes:
    """Draw a picture whose units are points; `colours` are those of the theme as RRGGBB by slot ("accent1").

    The same picture gives the same bytes on one machine; letters come from the first usual font that it has.
    """
    from PIL import Image, ImageDraw  # loads only when a picture is asked for

    scale = dpi * _FINER / _POINTS
    size = (round(picture.width * scale), round(picture.height * scale))
    image = Image.new("RGB", size, _rgb(colours["lt1"]))
    brush = _Brush(ImageDraw.Draw(image), colours, scale)
    for shape in picture.shapes:
        brush.draw(shape)
    small = image.reduce(_FINER)
    flat = small.quantize(_COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    _clear(flat, _rgb(colours["lt1"]))
    buffer = io.BytesIO()
    flat.save(buffer, "PNG", dpi=(dpi, dpi))
    return buffer.getvalue()


def _clear(flat: "Image", paper: Colour) -> None:
    """Give the colour that is used most exactly that of the paper; few colours make a file small, but tint it."""
    counts, palette = flat.histogram(), flat.getpalette() or []
    most = counts.index(max(counts))
    palette[3 * most : 3 * most + 3] = paper
    flat.putpalette(palette)


class _Brush:
    """Draws shapes; `scale` is dots per point."""

    def __init__(self, pen: "ImageDraw", colours: Mapping[str, str], scale: float) -> None:
        self.pen = pen
        self.colours = colours
        self.scale = scale

    def draw(self, shape: Shape) -> None:
        """Draw one shape."""
        match shape:
            case Box():
                self._box(shape)
            case Line():
                self._line(shape.points, STROKES[shape.stroke])
            case Mark():
                self._mark(shape)
            case Text():
                self._text(shape)

    def _box(self, box: Box) -> None:
        looks = AREAS[box.area]
        left, top = self._dots((box.left, box.top))
        right, bottom = self._dots((box.left + box.width, box.top + box.height))
        edge = self._edge(looks) if looks.edge else None
        frame = (left, top, max(left, right), max(top, bottom))
        self.pen.rectangle(frame, fill=self._fill(looks), outline=edge, width=self._thick(looks))

    def _mark(self, mark: Mark) -> None:
        looks, reach = FORMS[mark.form], mark.radius
        if mark.form in ROUND:
            left, top = self._dots((mark.x - reach, mark.y - reach))
            right, bottom = self._dots((mark.x + reach, mark.y + reach))
            frame = (left, top, right, bottom)
            self.pen.ellipse(frame, fill=self._fill(looks), outline=self._edge(looks), width=self._thick(looks))
            return
        corners = [self._dots((mark.x + x * reach, mark.y + y * reach)) for x, y in OUTLINES[mark.form]]
        self.pen.polygon(corners, fill=self._fill(looks))
        self.pen.line([*corners, *corners[:2]], fill=self._edge(looks), width=self._thick(looks), joint="curve")

    def _line(self, points: Sequence[Point], looks: Looks) -> None:
        thick, colour = self._thick(looks), self._edge(looks)
        on_off = tuple(length * thick for length in _DASHES[looks.dash])
        dots = [self._dots(one) for one in points]
        pieces = _dashed(dots, on_off) if on_off else iter([dots])
        for piece in pieces:
            self.pen.line(piece, fill=colour, width=thick, joint="curve")

    def _text(self, text: Text) -> None:
        font = font_of(round(size_of(text.lettering) * self.scale))
        step = leading_of(text.lettering)
        quiet = text.lettering in (Lettering.AXIS, Lettering.SOFT)
        colour = _rgb(self.colours["accent6" if quiet else "dk1"])
        for at, line in enumerate(text.lines):
            middle = text.top + (at + 0.5) * step
            x, anchor = (text.left + text.width / 2, "mm") if text.middle else (text.left, "lm")
            self.pen.text(self._dots((x, middle)), letters(line, font), font=font, fill=colour, anchor=anchor)

    def _dots(self, point: Point) -> tuple[float, float]:
        return round(point[0] * self.scale), round(point[1] * self.scale)

    def _thick(self, looks: Looks) -> int:
        return max(1, round(looks.thick / _EMU_PER_POINT * self.scale))

    def _fill(self, looks: Looks) -> Colour | None:
        return _mixed(self._slot(looks.fill), 255, looks.light) if looks.fill else None

    def _edge(self, looks: Looks) -> Colour:
        colour = _mixed(self._slot(looks.edge), 0, 100 - looks.dark)
        return colour if looks.fill else _mixed(colour, 255, looks.light)

    def _slot(self, name: str) -> Colour:
        return _rgb(self.colours[_SLOTS.get(name, name)])


def _dashed(points: Sequence[Point], on_off: Sequence[float]) -> Iterator[list[Point]]:
    """Cut a line into dashes."""
    drawn, left = True, on_off[0]
    for (x, y), (to_x, to_y) in pairwise(points):
        length, gone = hypot(to_x - x, to_y - y), 0.0
        while gone < length:
            step = min(left, length - gone)
            if drawn:
                ends = ((gone) / length, (gone + step) / length)
                yield [(x + (to_x - x) * share, y + (to_y - y) * share) for share in ends]
            gone, left = gone + step, left - step
            if left <= 0:
                drawn = not drawn
                left = on_off[0] if drawn else on_off[1]


@cache
def font_of(size: int) -> "FreeTypeFont | ImageFont":
    """The first usual font of this machine, else the one that comes with Pillow; `size` in dots."""
    from PIL import ImageFont

    for name in FONTS:
        try:
            return ImageFont.truetype(name, size)
        except OSError:
            continue
    return ImageFont.load_default(size)


def letters(line: str, font: "FreeTypeFont | ImageFont") -> str:
    """A line of text in letters that the font has: the font of Pillow itself knows no accents and no euro."""
    said = clean(line).replace("\n", " ")
    if _family(font) != BUILT_IN:
        return said
    plain = unicodedata.normalize("NFKD", said.translate(_PLAIN)).encode("ascii", "ignore").decode()
    return " ".join(plain.split())


def _family(font: "FreeTypeFont | ImageFont") -> str | None:
    from PIL import ImageFont

    return font.getname()[0] if isinstance(font, ImageFont.FreeTypeFont) else BUILT_IN


def _rgb(value: str) -> Colour:
    return int(value[:2], 16), int(value[2:4], 16), int(value[4:6], 16)


def _mixed(colour: Colour, other: int, share: int) -> Colour:
    red, green, blue = (round((part * (100 - share) + other * share) / 100) for part in colour)
    return red, green, blue
