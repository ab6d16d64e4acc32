"""Now beside later: what is new, what disappears and what changes between two maps of the same customers."""

from collections.abc import Iterator, Sequence
from typing import Final

from workshop.domain.journey_map import Feeling, MapKind, Touchpoint
from workshop.domain.map_compare import pairs
from workshop.report.chapters.parts import bullets, cell, paragraph
from workshop.report.document import Block, Cell, Column, Heading, Table
from workshop.report.map.table import pair
from workshop.report.map.view import MapView
from workshop.report.spans import Spans, text

Row = tuple[Cell, ...]
_OF_THE_MAP: Final = frozenset({"code", "map", "owner", "handoff_to", "measured_value", "measured_on"})
"""What differs between two maps by itself, or is compared in another way."""


def comparisons(views: Sequence[MapView]) -> Iterator[Block]:
    """A comparison for each map of how it will be that has one of how it goes now, for the same customers."""
    number = 0
    for later in views:
        now = earlier(later, views)
        if now is not None:
            number += 1
            yield from _comparison(now, later, number)


def earlier(later: MapView, views: Sequence[MapView]) -> MapView | None:
    """The map of how it goes now that a map of how it will be is compared with; None for any other map."""
    if later.map.kind is not MapKind.DESIGN:
        return None
    return next((one for one in views if one.map.kind is MapKind.EXISTING and _same_people(one, later)), None)


def differs(before: Touchpoint, after: Touchpoint) -> bool:
    """Tell whether anything that a map says of a touchpoint differs, but for what can only be measured now."""
    return _told(before) != _told(after)


def _told(point: Touchpoint) -> object:
    answers = {code: answer.value for code, answer in point.item.answers.items() if code not in _OF_THE_MAP}
    return answers, point.owner, point.receiver


def _same_people(one: MapView, other: MapView) -> bool:
    first, second = ({name.casefold() for name in view.map.personas} for view in (one, other))
    return bool(first & second) or first == second


def _comparison(now: MapView, later: MapView, number: int) -> Iterator[Block]:
    words = now.words
    name = words.join(later.map.personas) or later.name
    yield Heading(2, words("map.compare.title", name=name), f"map-compare-{number}")
    rows = tuple(_rows(now, later))
    if not rows:
        yield paragraph(words("map.compare.same"))
        return
    titles = ("touchpoint", "change", "functional", "emotional")
    columns = tuple(Column(words(f"map.compare.{title}"), width=4 if at == 0 else 3) for at, title in enumerate(titles))
    yield Table(columns, rows, words("map.compare.caption", name=name), words("map.compare.summary"))


def changes(views: Sequence[MapView]) -> Iterator[Block]:
    """The same in a few lines: which touchpoints are new, disappear and change."""
    for number, later in enumerate(views, start=1):
        now = earlier(later, views)
        if now is not None and (lines := tuple(_names(now, later))):
            words = later.words
            name = words.join(later.map.personas) or later.name
            yield Heading(2, words("map.compare.title", name=name), f"map-changes-{number}")
            yield bullets((*lines, text(words("chart.changes.where"))))


def _names(now: MapView, later: MapView) -> Iterator[Spans]:
    found: dict[str, list[str]] = {"new": [], "gone": [], "changed": []}
    for moment in pairs(now.map, later.map):
        kind = _kind(moment.left, moment.right)
        if kind:
            found[kind].append(moment.one.name or now.words("map.nameless"))
    return (text(now.words(f"chart.changes.{kind}", names=", ".join(names))) for kind, names in found.items() if names)


def _kind(before: Touchpoint | None, after: Touchpoint | None) -> str:
    if before is None or after is None:
        return "new" if before is None else "gone"
    return "changed" if differs(before, after) else ""


def _rows(now: MapView, later: MapView) -> Iterator[Row]:
    """What is new, what disappears and what changes, in the order of the journey."""
    for moment in pairs(now.map, later.map):
        before, after = moment.left, moment.right
        if before is None or after is None:
            said = [pair(now.words, moment.one, one) for one in Feeling]
            yield _row(now, moment.one, "new" if before is None else "gone", said)
        elif any(changes := _changes(now, before, after)):
            yield _row(now, after, "changed", changes)


def _changes(view: MapView, before: Touchpoint, after: Touchpoint) -> list[str]:
    return [_change(view, pair(view.words, before, one), pair(view.words, after, one)) for one in Feeling]


def _change(view: MapView, before: str, after: str) -> str:
    unknown = view.words("map.table.unknown")
    return "" if before == after else view.words("map.compare.from_to", now=before or unknown, later=after or unknown)


def _row(view: MapView, point: Touchpoint, change: str, said: Sequence[str]) -> Row:
    name = point.name or view.words("map.nameless")
    return (cell(name), cell(view.words(f"map.compare.{change}")), *map(cell, said))
