"""The colours of the house, by the names that Word gives the colours of a theme."""

from typing import Final

THEME: Final = {
    "dk1": "20292D",
    "lt1": "FFFFFF",
    "dk2": "17434B",
    "lt2": "F7F2E9",
    "accent1": "1F6F78",
    "accent2": "B5502F",
    "accent3": "D79B2E",
    "accent4": "6F9463",
    "accent5": "7A4E68",
    "accent6": "5B686E",
    "hlink": "1A5F68",
    "folHlink": "6B4A6E",
}
