"""What can be done with a whole map, and how to take it back: each change meets what is kept now."""

from collections.abc import Mapping
from dataclasses import dataclass

from workshop.domain import map_edit
from workshop.domain.answer import Answer
from workshop.domain.journey_map import MapKind
from workshop.domain.map_edit import MAPS, Atlas, Removed, names_of, text_of
from workshop.web.map.frame import name_of
from workshop.web.map.keeping import Full, asked, keep_with, seal
from workshop.web.visit import Visit


@dataclass(frozen=True, slots=True)
class Undo:
    """What was just removed: its name, and what a form carries to put it back."""

    name: str
    sealed: str


def undo_of(visit: Visit, removed: Removed) -> Undo:
    """Say what was removed and how to put it back."""
    _, item = (*removed.maps, *removed.points)[0]
    return Undo(name_of(item, visit.words), seal(visit, removed))


def full_words(visit: Visit, full: Full) -> str:
    """Say that a dossier takes no more maps or touchpoints."""
    return visit.words(f"map_editor.full.{full.question.code}", most=str(full.question.at_most))


def make_map(visit: Visit, kind: MapKind, persona: str) -> str:
    """Make a map for a customer group; returns its code."""
    return keep_with(visit, lambda atlas: map_edit.add_map(atlas, _about(visit, atlas, kind, persona)))[1]


def copy_map(visit: Visit, code: str, kind: MapKind, persona: str) -> str:
    """Copy a map with its touchpoints, for the same customer group when none is named; returns the code of the copy."""

    def copy(atlas: Atlas) -> tuple[Atlas, str]:
        group = persona or f"{map_edit.SEPARATOR} ".join(names_of(atlas.map(code)))
        return map_edit.copy_map(atlas, code, _about(visit, atlas, kind, group))

    return keep_with(visit, copy)[1]


def remove_map(visit: Visit, code: str) -> tuple[Visit, Removed]:
    """Take a map away with its touchpoints."""
    return keep_with(visit, lambda atlas: map_edit.remove_map(atlas, code))


def copy_point(visit: Visit, code: str) -> str:
    """Copy a touchpoint; returns the code of the copy."""

    def copy(atlas: Atlas) -> tuple[Atlas, str]:
        name = visit.words("map_editor.copy_of", name=name_of(atlas.point(code), visit.words))
        return map_edit.copy_touchpoint(atlas, code, {"name": Answer(value=name)})

    return keep_with(visit, copy)[1]


def kind_words(visit: Visit) -> Mapping[str, str]:
    """Return what each kind of map is called."""
    field = asked(visit.questionnaire, MAPS).field("kind")
    named = {one.code: one.text for one in field.choices} if field else {}
    return {one.value: named.get(one.value, one.value) for one in MapKind}


def _about(visit: Visit, atlas: Atlas, kind: MapKind, persona: str) -> Mapping[str, Answer | None]:
    """Return what a new map says of itself."""
    key = f"map_editor.named.{kind}"
    name = visit.words(key, persona=persona or visit.words("map_editor.named.anyone"))
    return {
        "name": Answer(value=_unused(name, {text_of(one, "name") for one in atlas.maps})),
        "personas": Answer(value=persona) if persona else None,
        "kind": Answer(value=kind.value),
    }


def _unused(name: str, taken: set[str]) -> str:
    """Return this name with a number behind it when another map has it already."""
    tries = (name, *(f"{name} ({number})" for number in range(2, len(taken) + 3)))
    return next(one for one in tries if one not in taken)
