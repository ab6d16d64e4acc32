"""De klantreis in beeld: each map as a picture, what changes from now to later, and in an annex the same in words."""

from collections.abc import Iterator

from workshop.domain.journey_map import Cycle, JourneyMap, MapKind, Touchpoint
from workshop.domain.map_compare import pairs
from workshop.report.chapters.experience import experience
from workshop.report.chapters.map_comparison import changes, comparisons, differs, earlier
from workshop.report.chapters.parts import note, paragraph
from workshop.report.document import Block, Heading
from workshop.report.map.picture import pictures
from workshop.report.map.table import table_of
from workshop.report.map.view import Band, MapView, band_of
from workshop.report.material import Material
from workshop.report.pages import Drawing, PageTurn


def journey_map(material: Material) -> tuple[Block, ...]:
    """Every map with a touchpoint on it, on lying pages; nothing when there is none.

    Only a report that tells all shows more than the journey as it goes now.
    """
    views = _views(material)
    if not views:
        return ()
    title = Heading(1, material.words("map.chapter.title"), "journey-map")
    counted = " ".join(_counted(view) for view in views)
    if not material.whole:
        now = _first(views)
        told = paragraph(" ".join((_counted(now), *_scope(now))))
        drawn = (PageTurn(wide=True), title, _drawing(material, now, last=True), PageTurn(wide=False))
        return (*drawn, told, *experience(material), *changes(views))
    return (
        title,
        note(counted),
        PageTurn(wide=True),
        *(block for at, view in enumerate(views, start=1) for block in _map(material, view, at, len(views))),
        PageTurn(wide=False),
        *experience(material),
        *comparisons(views),
    )


def _first(views: list[MapView]) -> MapView:
    """The map of the journey as it goes now; the first one where there is none."""
    return next((one for one in views if one.map.kind is MapKind.EXISTING), views[0])


def map_tables(material: Material) -> tuple[Block, ...]:
    """The annex: each map as a table; of a map of later that is compared, only what differs."""
    views = _views(material)
    if not views:
        return ()
    words = material.words
    return (
        Heading(1, words("map.annex.title"), "map-tables", annex=True),
        paragraph(words("map.annex.introduction")),
        *(block for view in views for block in _in_words(view, earlier(view, views))),
    )


def _views(material: Material) -> list[MapView]:
    return [_view(material, one) for one in material.assessment.reading.journey.maps if one.touchpoints]


def _in_words(view: MapView, now: MapView | None) -> tuple[Block, ...]:
    if now is None:
        return (table_of(view),)
    shown = tuple(_new(now, view))
    same = note(view.words("map.annex.same", name=view.name, other=now.name))
    return (table_of(view, shown), same) if shown else (same,)


def _new(now: MapView, later: MapView) -> Iterator[Touchpoint]:
    """The touchpoints of later that are new, or of which something on the map differs."""
    for moment in pairs(now.map, later.map):
        if moment.right is not None and (moment.left is None or differs(moment.left, moment.right)):
            yield moment.right


def _view(material: Material, one: JourneyMap) -> MapView:
    assessment = material.assessment
    return MapView(one, assessment.model, material.questionnaire, material.words, assessment.findings)


def _counted(view: MapView) -> str:
    """How many touchpoints a map has before, at and after purchase, and how many decision moments (002, 001)."""
    words, points = view.words, view.map.touchpoints
    counts = {band: str(sum(band_of(one.block) is band for one in points)) for band in Band}
    decisions = words.plural("map.decisions", sum(one.is_decision for one in points))
    said = {"before": counts[Band.BEFORE], "at": counts[Band.AT], "after": counts[Band.AFTER]}
    total = words.plural("map.touchpoints", len(points))
    return words("map.chapter.counted", name=view.name, total=total, decisions=decisions, **said)


def _map(material: Material, view: MapView, number: int, count: int) -> tuple[Block, ...]:
    """A map as a picture; how to read it stands below the last one."""
    return (
        Heading(2, _title(view), f"map-{number}"),
        paragraph(" ".join(_scope(view))),
        _drawing(material, view, last=number == count),
    )


def _drawing(material: Material, view: MapView, *, last: bool) -> Drawing:
    again = not material.assessment.reading.buys_once or bool(view.map.cycle(Cycle.REPEAT))
    drawn = pictures(view, table="map.table_in_annex", again=again)
    return Drawing(drawn, view.words("map.chapter.caption", name=view.name), _how_to_read(view) if last else "")


def _how_to_read(view: MapView) -> str:
    return " ".join(view.words(f"map.chapter.{key}") for key in ("numbers", "whole_text", "not_straight"))


def _title(view: MapView) -> str:
    """Whose journey it is; the name stands there once."""
    people = view.words.join(view.map.personas)
    if people and people not in view.name:
        return view.words("map.chapter.map", personas=people, name=view.name)
    return view.words("map.chapter.map_short", name=view.name)


def _scope(view: MapView) -> Iterator[str]:
    """Now or later, what the map is about, where it starts and ends, and how long it takes."""
    yield view.words("map.chapter.design" if view.map.kind is MapKind.DESIGN else "map.chapter.existing")
    for key in ("subject", "start", "finish", "duration"):
        said = str(getattr(view.map, key)).strip().rstrip(".")
        if said:
            yield view.words(f"map.chapter.{key}", said=said)
