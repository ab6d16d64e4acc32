"""The pages of one touchpoint and of what a map is about, put together."""

from flask import Response, url_for

from workshop.domain import map_edit
from workshop.domain.journey_map import Cycle
from workshop.domain.map_edit import Atlas, lanes, text_of
from workshop.web.drawing.views import Mistake, Option
from workshop.web.map.forms import ItemForm, draw_form, parts
from workshop.web.map.frame import groups, map_name, show_maps
from workshop.web.map.keeping import atlas_of, editor_page
from workshop.web.map.personas import persona_names
from workshop.web.map.views import channel_options, phase_options
from workshop.web.pages import Switch
from workshop.web.route.progress import Link
from workshop.web.route.way_back import way_back
from workshop.web.visit import Visit


def draw_point(
    made: ItemForm, code: str, point: str, *, gone: bool = False, trouble: str = "", status: int = 200
) -> Response:
    """Show the form of a touchpoint, with what was typed and what is wrong with it."""
    visit = made.visit
    atlas = atlas_of(visit.response)
    views, wrong = draw_form(made)
    entries = made.form.entries
    chosen = {one: "".join(entries[one].chosen[:1]) for one in ("block", "channel") if one in entries}
    said = visit.words("map_editor.gone.save_again") if gone else trouble
    came, page = way_back(), editor_page(visit.questionnaire)
    return show_maps(
        "map_point.html",
        visit,
        status=status,
        switch=Switch.away_from(visit.language, form="answers"),
        name=entries["name"].text if "name" in entries else "",
        back=came.link(visit, page) if came and page else _back(visit, atlas, code),
        onward=came.button(visit) if came else visit.words("map_editor.point.save"),
        here=came.page("map_item.save_point", dossier_id=visit.id, code=code, point=point),
        save=url_for("map_autosave.point", dossier_id=visit.id, code=code, point=point),
        parts=parts(visit, views),
        made=made,
        lists={
            "block": phase_options(visit, chosen.get("block", "")),
            "channel": channel_options(visit, atlas, chosen.get("channel", "")),
        },
        gone=gone,
        next="" if came else _name_of(atlas, next_point(visit, code, point), visit),
        mistakes=(Mistake("main", said),) if said else wrong,
    )


def draw_scope(made: ItemForm, code: str, *, trouble: str = "", status: int = 200) -> Response:
    """Show the form of a map, with what was typed and what is wrong with it."""
    visit = made.visit
    atlas = atlas_of(visit.response)
    views, wrong = draw_form(made)
    return show_maps(
        "map_scope.html",
        visit,
        status=status,
        switch=Switch.away_from(visit.language, form="answers"),
        back=_back(visit, atlas, code),
        here=url_for("map_item.save_scope", dossier_id=visit.id, code=code),
        save=url_for("map_autosave.scope", dossier_id=visit.id, code=code),
        fields=tuple(views.values()),
        made=made,
        groups=_ticks(visit, made),
        mistakes=(Mistake("main", trouble),) if trouble else wrong,
    )


def next_point(visit: Visit, code: str, point: str) -> str:
    """Return the touchpoint after this one on the same map, "" after the last."""
    atlas, phases = atlas_of(visit.response), groups(visit.model)
    order = [item for cycle in Cycle for lane in lanes(atlas, code, cycle, phases) for item in lane]
    codes = [text_of(one, "code") for one in order]
    after = codes[codes.index(point) + 1 :] if point in codes else []
    return next(iter(after), "")


def _back(visit: Visit, atlas: Atlas, code: str) -> Link:
    return Link(url_for("map_page.show", dossier_id=visit.id, code=code), map_name(atlas, code, visit.words))


def _name_of(atlas: Atlas, point: str, visit: Visit) -> str:
    found = next((one for one in atlas.points if text_of(one, "code") == point), None)
    return text_of(found, "name") or visit.words("map_editor.nameless") if found else ""


def _ticks(visit: Visit, made: ItemForm) -> tuple[Option, ...]:
    """Return the customer groups to tick: those there are, and those that the map names besides."""
    text = made.form.entries["personas"].text if "personas" in made.form.entries else ""
    typed = map_edit.split_names(text)
    names = dict.fromkeys((*persona_names(visit), *map_edit.names_of(made.item), *typed))
    return tuple(
        Option(f"personas-{number}", "personas", name, name, name in typed) for number, name in enumerate(names, 1)
    )
