"""The homework page: what is not known yet, where to find it and how long that takes; to print or to take along."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from itertools import groupby
from typing import Final

from flask import Blueprint, url_for
from flask.typing import ResponseReturnValue
from markupsafe import Markup

from workshop.domain.homework import Errand, errands, found_out, minutes, things
from workshop.domain.map_edit import text_of
from workshop.domain.route import plan
from workshop.language.dates import format_date
from workshop.language.messages import Words
from workshop.language.numbers import format_number
from workshop.report.answers import item_title
from workshop.report.material import Material
from workshop.report.waiting import waiting
from workshop.web.dossier.check import said
from workshop.web.dossier.overview import here, switch, things_words
from workshop.web.drawing.bare import bare_of
from workshop.web.map.keeping import charted
from workshop.web.pages import show
from workshop.web.route.way_back import HOMEWORK, WayBack
from workshop.web.visit import Visit, enter

blueprint: Final = Blueprint("homework", __name__, url_prefix="/d/<dossier_id>")
MOST_WAITING: Final = 3
LONG: Final = 90
"""More minutes than this are told in hours."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where to fill in an answer; `name` tells entries of the same question apart, "" when there is but one."""

    name: str
    link: str


@dataclass(frozen=True, slots=True)
class Line:
    """Something to find out; `time` says how long it takes ("" while nobody knows) and `waits` what waits for it."""

    title: str
    state: str
    where: str
    find: Markup
    time: str
    waits: str
    unit: tuple[str, str]
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """What is to be found out in one section."""

    title: str
    lines: tuple[Line, ...]


@blueprint.get("/huiswerk", endpoint="show")
def show_homework(dossier_id: str) -> ResponseReturnValue:
    """Show what is to be found out, and what has been."""
    visit = enter(dossier_id)
    answers, words = charted(visit.response), visit.words
    found = errands(plan(visit.questionnaire, answers), visit.model)
    taken = minutes(one.asked for one in found)
    material = visit.workshop.material(answers)
    parts = _parts(visit, material, found)
    return show(
        "homework.html",
        words,
        switch=switch(visit, HOMEWORK),
        here=here(visit),
        client=visit.response.client,
        made_on=format_date(visit.workshop.today(), visit.language),
        parts=parts,
        count=sum(len(part.lines) for part in parts),
        kinds=things_words(words, things(found)),
        taken=_taken(words, taken),
        unsaid=sum(not line.time for part in parts for line in part.lines),
        found=_found(visit, material),
    )


def _taken(words: Words, taken: int) -> str:
    """Say how many minutes it takes together, in half hours when it is long; "" while nobody knows."""
    if taken <= LONG:
        return words("web.homework.total", minutes=str(taken)) if taken else ""
    halves = (Decimal(taken) / 30).to_integral_value(ROUND_HALF_UP) / 2
    return words("web.homework.total_hours", hours=format_number(halves.normalize(), words.language))


def _parts(visit: Visit, material: Material, found: Iterable[Errand]) -> tuple[Part, ...]:
    sections = {one.code: section.title for section in visit.questionnaire.sections for one in section.questions}
    by_section = groupby(found, key=lambda one: sections[one.question.code])
    return tuple(Part(title, tuple(_lines(visit, material, group))) for title, group in by_section)


def _lines(visit: Visit, material: Material, found: Iterable[Errand]) -> Iterator[Line]:
    together: dict[tuple[str, str], list[Errand]] = {}
    for one in found:
        together.setdefault((one.question.code, one.asked.code), []).append(one)
    for same in together.values():
        yield _line(visit, material, same)


def _line(visit: Visit, material: Material, same: list[Errand]) -> Line:
    words, asked = visit.words, same[0].asked
    told = asked.find or asked.prompt or words("report.not_known.no_hint")
    time = "time" if len(same) == 1 else "time_each"
    return Line(
        title=asked.title,
        state=words(f"web.homework.{'unknown' if same[0].unknown else 'open'}"),
        where=words(f"web.homework.{'where' if asked.find else 'think'}"),
        find=Markup(visit.workshop.render_markdown(told)),  # noqa: S704 - cleaned by nh3
        time="" if asked.minutes is None else words(f"web.homework.{time}", minutes=str(asked.minutes)),
        waits=_waits(material, same[0].question.code),
        unit=bare_of(visit).unit(asked),
        places=tuple(_place(visit, material, one) for one in same),
    )


def _waits(material: Material, code: str) -> str:
    """Name the figures and possible gaps that wait for an answer, three at most."""
    found = waiting(material, code)
    names = (*found.figures, *found.gaps)
    told = "; ".join(names[:MOST_WAITING])
    rest = len(names) - MOST_WAITING
    return f"{told} {material.words.plural('web.homework.more_waits', rest)}" if rest > 0 else told


def _place(visit: Visit, material: Material, errand: Errand) -> Place:
    question, item = errand.question, errand.item
    if question.editor:
        return Place(_point_named(material, errand) if item else "", _on_map(visit, errand))
    page = next(one.code for one in visit.route.pages if question.code in {q.code for q in one.questions})
    there = WayBack(HOMEWORK).question(visit, page)
    if errand.phase:
        return Place(material.voice.phase(errand.phase), f"{there}#{question.code}-{errand.phase}")
    if item is not None:
        return Place(item_title(question, item, material.voice), f"{there}#{question.code}-{errand.number}")
    return Place("", f"{there}#{question.code}-vraag")


def _point_named(material: Material, errand: Errand) -> str:
    """Name a touchpoint, with its map where there are more."""
    name = item_title(errand.question, errand.item, material.voice) if errand.item else ""
    maps = material.assessment.reading.journey.maps
    code = text_of(errand.item, "map") if errand.item else ""
    found = next((one.name for one in maps if one.code == code), "")
    return f"{name} ({found})" if found and len(maps) > 1 else name


def _on_map(visit: Visit, errand: Errand) -> str:
    point, code = (text_of(errand.item, one) if errand.item else "" for one in ("code", "map"))
    if point and code:
        return url_for("map_item.point", dossier_id=visit.id, code=code, point=point)
    return url_for("maps.show", dossier_id=visit.id)


def _found(visit: Visit, material: Material) -> tuple[tuple[str, str], ...]:
    """Return what has been looked up, with the answer in words."""
    return tuple((one.title, said(one, visit.response.get(one.code), material.voice)) for one in found_out(visit.route))
