"""The house style as data: theme colours, fonts, and every paragraph style of the Word template."""

from dataclasses import dataclass
from typing import Final

from workshop.report.theme import THEME

SERIF: Final = "Georgia"
SANS: Final = "Calibri"
TEXT_WIDTH: Final = 9412
"""Twips between the margins of the page (A4, 2.2 cm left and right)."""
WIDE_WIDTH: Final = 14344
"""The same on a lying page."""

INK, WHITE, DEEP, PAPER = "text1", "background1", "text2", "background2"
TEAL, CLAY, OCHRE, SLATE = "accent1", "accent2", "accent3", "accent6"
_NAMES: Final = {INK: "dk1", WHITE: "lt1", DEEP: "dk2", PAPER: "lt2", "hyperlink": "hlink"}


def colour(name: str) -> str:
    """The value of a theme colour by the name that Word uses for it in a style."""
    return THEME[_NAMES.get(name, name)]


@dataclass(frozen=True, slots=True)
class Look:
    """A paragraph style; sizes in points, distances in twips, nothing given means "as the style it is based on".

    `space` is before, after and line height (240 is single); `keep` holds it with what follows; `indent` is left and
    hanging; `list` a list of the template (0 takes the numbers away) and the level in it.
    """

    name: str
    based_on: str = "Normal"
    font: str = ""
    size: float = 0
    colour: str = ""
    bold: bool = False
    italic: bool = False
    caps: bool = False
    space: tuple[int, int, int] | None = None
    indent: tuple[int, int] | None = None
    align: str = ""
    keep: bool = False
    outline: int = -1
    list: tuple[int, int] | None = None
    rule_below: str = ""
    rule_beside: str = ""
    tabs: tuple[int, ...] = ()
    dots_to: int = 0


NO_LIST, ANNEX_LIST, BULLET_LIST, BOX_LIST = 0, 2, 3, 4
_TOC_TABS: Final = (1200,)

LOOKS: Final = (
    Look("Normal", "", space=(20, 80, 259)),
    Look("Title", font=SERIF, size=34, colour=DEEP, space=(520, 60, 240), keep=True),
    Look("Subtitle", size=14, colour=SLATE, space=(0, 500, 264)),
    Look("Cover Client", font=SERIF, size=20, colour=CLAY, space=(0, 220, 252)),
    Look("Cover Phase", size=9.5, colour=WHITE, space=(0, 0, 240), align="center"),
    Look("Cover Fact", size=11, space=(0, 60, 276)),
    Look("heading 1", font=SERIF, size=18, colour=DEEP, space=(240, 60, 252), keep=True, outline=0, list=(1, 0)),
    Look("heading 2", font=SERIF, size=13, colour=TEAL, space=(200, 50, 252), keep=True, outline=1, list=(1, 1)),
    Look("heading 3", font=SERIF, size=12, colour=DEEP, space=(240, 60, 252), keep=True, outline=2),
    Look("Annex Heading", "heading 1", outline=0, list=(ANNEX_LIST, 0)),
    Look("Annex Subheading", "heading 2", outline=1, list=(NO_LIST, 0), indent=(0, 0)),
    Look("Lead", size=12, colour=DEEP, space=(0, 80, 264)),
    Look("Note", size=9, colour=SLATE, space=(30, 60, 252)),
    Look("Advice", space=(0, 40, 252), indent=(227, 0), rule_beside=TEAL),
    Look("Label", size=9, colour=CLAY, bold=True, caps=True, space=(90, 20, 252), keep=True),
    Look("List Bullet", space=(0, 20, 252), indent=(340, 340), list=(BULLET_LIST, 0)),
    Look("List Bullet 2", space=(0, 50, 269), indent=(680, 340), list=(BULLET_LIST, 1)),
    Look("List Number", space=(0, 50, 269), indent=(340, 340)),
    Look("List Number 2", space=(0, 50, 269), indent=(680, 340)),
    Look("Quote", font=SERIF, size=10, colour=DEEP, space=(20, 60, 252), indent=(340, 0)),
    Look("caption", size=9, colour=SLATE, bold=True, space=(80, 30, 252), keep=True),
    Look("Table Text", size=9, space=(0, 0, 252)),
    Look("Table Number", "Table Text", align="right"),
    Look("Table Words", "Table Text", bold=True),
    Look("Table Head", "Table Text", bold=True, colour=DEEP, keep=True),
    Look("Table Head Number", "Table Head", align="right"),
    Look("Sum", "Table Text", colour=DEEP, bold=True),
    Look("Table Note", "Table Text", colour=SLATE),
    Look("Result", "Table Number", font=SERIF, size=10.5, colour=DEEP),
    Look("Key Value", font=SERIF, size=17, colour=DEEP, space=(40, 0, 240), keep=True),
    Look("Key Label", size=9.5, space=(0, 40, 252)),
    Look("Box Title", font=SERIF, size=11, colour=DEEP, space=(20, 20, 252), keep=True),
    Look("Box Text", size=9, space=(0, 30, 252)),
    Look("Box Bullet", size=9, space=(0, 20, 252), indent=(284, 284), list=(BOX_LIST, 0)),
    Look("Card Number", font=SERIF, size=22, colour=WHITE, space=(40, 40, 240), align="center"),
    Look("Card Title", font=SERIF, size=11.5, colour=DEEP, space=(20, 10, 252), keep=True),
    Look("Card Text", size=9, space=(0, 30, 252)),
    Look("Form Line", size=9, colour=SLATE, space=(20, 20, 252), tabs=(4400,)),
    Look("TOC Heading", font=SERIF, size=14.5, colour=DEEP, space=(320, 100, 252), keep=True),
    Look("toc 1", size=10, colour=DEEP, space=(0, 14, 252), tabs=_TOC_TABS, dots_to=TEXT_WIDTH),
    Look("toc 2", size=10, space=(0, 10, 252), indent=(1200, 0), tabs=_TOC_TABS, dots_to=TEXT_WIDTH),
    Look("annotation text", space=(0, 0, 240)),
    Look("Chart", space=(0, 40, 240)),
    Look("Map Picture", space=(0, 40, 240)),
    Look("Map Text", size=7, space=(0, 0, 236)),
    Look("Map Soft", "Map Text", colour=SLATE),
    Look("Map Soft Middle", "Map Soft", align="center"),
    Look("Map Name", "Map Text", bold=True),
    Look("Map Head", "Map Text", bold=True, colour=TEAL),
    Look("Map Tag", "Map Text", bold=True, align="center"),
    Look("Map Count", "Map Text", align="center"),
    Look("Map Count Full", "Map Text", bold=True, colour=WHITE, align="center"),
    Look("Map Phase", "Map Text", size=8.5, bold=True, align="center"),
    Look("Map Title", "Map Text", font=SERIF, size=9.5, bold=True, colour=TEAL),
    Look("header", size=9, colour=SLATE, space=(0, 0, 240), rule_below=OCHRE),
    Look("footer", size=9, colour=SLATE, space=(0, 0, 240), align="right"),
)
BUILT_IN: Final = frozenset(
    (
        *("Normal", "Title", "Subtitle", "Quote", "caption", "header", "footer", "TOC Heading", "toc 1", "toc 2"),
        *("heading 1", "heading 2", "heading 3", "List Bullet", "List Bullet 2", "List Number", "List Number 2"),
        "annotation text",
    )
)
"""Styles that Word itself knows by name."""
CHARACTERS: Final = ("Strong", "Emphasis", "Hyperlink", "Placeholder Text", "annotation reference")
TABLES: Final = ("Report Table", "Report Box", "Report Cards", "Report Figures")
