"""The page of one journey map, put together."""

from dataclasses import dataclass
from typing import Final

from flask import Response, request, url_for
from markupsafe import Markup
from werkzeug.datastructures import MultiDict

from workshop.domain import map_edit
from workshop.domain.answer import Answer, Item
from workshop.domain.journey import Block
from workshop.domain.journey_map import Cycle
from workshop.domain.map_edit import Atlas, text_of
from workshop.web.drawing.views import Mistake
from workshop.web.map.changes import Undo, kind_words
from workshop.web.map.forms import ItemForm, draw_form, make
from workshop.web.map.frame import name_of, show_maps, way_on
from workshop.web.map.keeping import atlas_of, charted
from workshop.web.map.views import channel_options, cycle_options, field, phase_options, rounds
from workshop.web.visit import Visit

QUICK: Final = ("name", "block", "channel", "cycle")
"""What is enough to put a touchpoint on the map."""
ADDED: Final = "erbij"
_MOVES: Final = {"op": "neer", "neer": "op"}
_DEEDS: Final = frozenset({ADDED, *_MOVES, "kopie", "bewaard", "terug"})


@dataclass(frozen=True, slots=True)
class Told:
    """What just happened to a touchpoint, and where to go on: `focus` is the id of what gets the focus."""

    message: str = ""
    focus: str = ""


def quick_form(visit: Visit, start: Item | None = None, sent: MultiDict[str, str] | None = None) -> ItemForm:
    """Make the form that adds a touchpoint in one go."""
    return make(visit, [field(visit, code) for code in QUICK], start or Item({}), sent)


def draw_map(
    visit: Visit,
    code: str,
    quick: ItemForm | None = None,
    *,
    undo: Undo | None = None,
    trouble: str = "",
    status: int = 200,
) -> Response:
    """Show the page of a map, with what was typed and what is wrong with it."""
    atlas = atlas_of(visit.response)
    item = atlas.map(code)
    form = quick or quick_form(visit, _start(visit, atlas))
    views, wrong = draw_form(form)
    told = Told() if quick or undo or trouble else _told(visit, atlas)
    chosen = {one: "".join(form.form.entries[one].chosen[:1]) for one in QUICK}
    return show_maps(
        "map.html",
        visit,
        place=code,
        status=status,
        map=_about(visit, atlas, item),
        picture=picture(visit, code),
        quick=views,
        lists={
            "block": phase_options(visit, chosen["block"]),
            "channel": channel_options(visit, atlas, chosen["channel"]),
            "cycle": cycle_options(visit, chosen["cycle"]),
        },
        rounds=rounds(visit, atlas, code),
        undo=undo,
        told=told,
        onward=way_on(visit),
        mistakes=(Mistake("main", trouble),) if trouble else wrong,
    )


def picture(visit: Visit, code: str) -> Markup:
    """Draw one map as a picture; an empty one asks for what belongs in it."""
    return Markup(visit.workshop.map_svg(charted(visit.response), code, prompts=True))  # noqa: S704 - escaped by the report


def _about(visit: Visit, atlas: Atlas, item: Item) -> dict[str, object]:
    code = text_of(item, "code")
    return {
        "code": code,
        "name": name_of(item, visit.words),
        "kind": kind_words(visit)["design" if text_of(item, "kind") == "design" else "existing"],
        "personas": ", ".join(map_edit.names_of(item)),
        "count": len(atlas.points_on(code)),
        "link": url_for("map_page.show", dossier_id=visit.id, code=code),
        "scope": url_for("map_item.scope", dossier_id=visit.id, code=code),
        "others": [(text_of(one, "code"), name_of(one, visit.words)) for one in atlas.maps if one is not item],
    }


def _start(visit: Visit, atlas: Atlas) -> Item:
    """Return what stands in the quick form: the phase and cycle of the one just added, or of the phase asked for."""
    last = _point(atlas, request.args.get("bij", ""))
    if last is not None:
        return Item({code: answer for code in ("block", "cycle") if (answer := last.get(code)) is not None})
    block, cycle = request.args.get("blok", ""), request.args.get("keer", "")
    start = {"block": block if block in tuple(Block) else "", "cycle": cycle if cycle in tuple(Cycle) else "first"}
    return Item({code: Answer(value=said) for code, said in start.items() if said})


def _told(visit: Visit, atlas: Atlas) -> Told:
    """Say what the address tells that happened, when that can be so."""
    deed, item = request.args.get("deed", ""), _point(atlas, request.args.get("bij", ""))
    if item is None or deed not in _DEEDS:
        return Told(focus="name" if request.args.get("blok") else "")
    phase = visit.model.phase_of(map_edit.block_of(item))
    said = visit.words(
        f"map_editor.done.{deed}",
        name=name_of(item, visit.words),
        phase=phase.name if phase else visit.words("map_editor.outside"),
    )
    code = text_of(item, "code")
    if deed == ADDED:
        return Told(said, "name")
    return Told(said, f"{code}-{deed}" if deed in _MOVES else code)


def _point(atlas: Atlas, code: str) -> Item | None:
    return next((one for one in atlas.points if text_of(one, "code") == code), None)
