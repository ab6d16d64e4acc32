"""Blocks that are about the page: pictures as wide as it, and pages that lie on their side."""

from dataclasses import dataclass

from workshop.report.picture.shapes import Picture


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows starts on a new page."""


@dataclass(frozen=True, slots=True)
class PageTurn:
    """What follows stands on lying pages (`wide`), or on upright ones again; a chapter uses both."""

    wide: bool


@dataclass(frozen=True, slots=True)
class Drawing:
    """Pictures under one another with one caption; each says itself what it shows. A table beside it says the same."""

    pictures: tuple[Picture, ...]
    caption: str
    note: str = ""
