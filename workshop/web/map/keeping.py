"""Keeping what was drawn: changes meet what is kept now, and what was removed travels along until it is put back."""

import json
from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Final, TypeVar

from werkzeug.exceptions import NotFound

from workshop.domain.answer import Answer, Item
from workshop.domain.dossier import Draft
from workshop.domain.map_edit import MAPS, TOUCHPOINTS, Atlas, Gone, Removed, follow_personas, read_atlas, text_of
from workshop.domain.plain import from_plain, to_plain
from workshop.domain.questionnaire import Page, Question, Questionnaire
from workshop.domain.response import Response
from workshop.domain.route import items_of
from workshop.services.intake import Drafting, without_answered
from workshop.web.fields import sealing
from workshop.web.fields.sealing import Spoiled
from workshop.web.visit import NoDossier, Visit, enter, who_types

T = TypeVar("T")
PERSONAS: Final = "personas"
"""Code of the question whose items are the customer groups."""
EDITOR: Final = "map"
"""What a question says whose items are made in the map editor."""
_REMOVED: Final = "removed from maps"


class Full(Exception):
    """There are as many maps or touchpoints as a dossier takes."""

    def __init__(self, question: Question) -> None:
        super().__init__(question.code)
        self.question = question


def enter_maps(dossier_id: str) -> Visit:
    """Open a dossier whose questionnaire has journey maps."""
    visit = enter(dossier_id)
    if editor_page(visit.questionnaire) is None:
        raise NotFound
    return visit


def enter_map(dossier_id: str, code: str) -> Visit:
    """Open a dossier to work on one of its maps."""
    visit = enter_maps(dossier_id)
    try:
        atlas_of(visit.response).map(code)
    except Gone:
        raise NotFound from None
    return visit


def editor_page(questionnaire: Questionnaire) -> Page | None:
    """Return the page of the questionnaire that the map editor stands for."""
    known = (questionnaire.question(MAPS), questionnaire.question(TOUCHPOINTS))
    if not all(one and one.editor == EDITOR for one in known):
        return None
    return next((page for page in questionnaire.pages if any(one.code == MAPS for one in page.questions)), None)


def asked(questionnaire: Questionnaire, code: str) -> Question:
    """Return one of the two questions of the editor."""
    found = questionnaire.question(code)
    if found is None:
        raise NotFound
    return found


def atlas_of(response: Response) -> Atlas:
    """Return the maps and touchpoints of the answers."""
    return read_atlas(items_of(response.get(MAPS)), items_of(response.get(TOUCHPOINTS)))


def charted(response: Response) -> Response:
    """Return the answers with the maps and touchpoints as the editor codes them."""
    return response.with_answers(_answers(atlas_of(response)))


def keep(visit: Visit, change: Callable[[Atlas], Atlas], drafts: Drafting = without_answered) -> Visit:
    """Change the maps that are kept now, and the drafts; returns the visit as it is after the commit.

    A new item gets none of the drafts of a removed one that had its code. What `change` raises passes through with
    nothing saved; raises Full for more than a dossier takes.
    """
    page, fresh = editor_page(visit.questionnaire), set[str]()

    def settled(now: Response) -> Mapping[str, Answer | None]:
        was = atlas_of(now)
        new = change(was)
        _check_room(visit.questionnaire, was, new)
        fresh.update(_codes(new) - _codes(was))
        return _answers(new)

    def typed_now(kept: Mapping[str, Draft], changed: Collection[str]) -> Mapping[str, Draft]:
        return drafts({key: one for key, one in kept.items() if ".".join(key.split(".")[:2]) not in fresh}, changed)

    code = page.code if page else ""
    kept = visit.workshop.intake.settle(
        visit.id, visit.token, settled, code, who=who_types(), drafts=typed_now, seen=visit.dossier
    )
    if kept is None:
        raise NoDossier
    return Visit(visit.workshop, kept, visit.token)


def keep_with(visit: Visit, change: Callable[[Atlas], tuple[Atlas, T]]) -> tuple[Visit, T]:
    """Change the maps as `keep` does, and hand over what `change` tells besides."""
    told: list[T] = []

    def noted(atlas: Atlas) -> Atlas:
        new, besides = change(atlas)
        told.append(besides)
        return new

    kept = keep(visit, noted)
    return kept, told[-1]


def follow(now: Response, changes: Mapping[str, Answer | None]) -> Mapping[str, Answer | None]:
    """Let the maps go along with customer groups that these changes give another name."""
    maps = items_of(now.get(MAPS))
    if PERSONAS not in changes or not maps:
        return changes
    followed = follow_personas(maps, items_of(now.get(PERSONAS)), items_of(changes[PERSONAS]))
    return changes if followed == maps else {**changes, MAPS: Answer(value=followed)}


def seal(visit: Visit, removed: Removed) -> str:
    """Write what was removed so that a form can carry it: packed, and signed for this dossier."""
    both = {MAPS: removed.maps, TOUCHPOINTS: removed.points}
    plain = {
        code: [[place, to_plain(asked(visit.questionnaire, code), Answer(value=(item,)))] for place, item in taken]
        for code, taken in both.items()
    }
    return sealing.seal(visit, _REMOVED, json.dumps(plain))


def unseal(visit: Visit, sealed: str) -> Removed:
    """Read back what `seal` wrote; raises Spoiled."""
    plain = json.loads(str(sealing.unseal(visit, _REMOVED, sealed)), parse_float=Decimal)
    return Removed(
        tuple(_read(visit, MAPS, *one) for one in plain[MAPS]),
        tuple(_read(visit, TOUCHPOINTS, *one) for one in plain[TOUCHPOINTS]),
    )


def _read(visit: Visit, code: str, place: int, raw: object) -> tuple[int, Item]:
    question = replace(asked(visit.questionnaire, code), at_most=None)
    read = from_plain(question, raw, visit.questionnaire, visit.model)
    items = items_of(read) if isinstance(read, Answer) else ()
    if not items:
        raise Spoiled
    return place, items[0]


def _answers(atlas: Atlas) -> Mapping[str, Answer | None]:
    return {
        MAPS: Answer(value=atlas.maps) if atlas.maps else None,
        TOUCHPOINTS: Answer(value=atlas.points) if atlas.points else None,
    }


def _codes(atlas: Atlas) -> set[str]:
    """Return what the drafts of each item begin with."""
    items = ((MAPS, atlas.maps), (TOUCHPOINTS, atlas.points))
    return {f"{question}.{text_of(one, 'code')}" for question, found in items for one in found}


def _check_room(questionnaire: Questionnaire, was: Atlas, new: Atlas) -> None:
    for code, before, after in ((MAPS, was.maps, new.maps), (TOUCHPOINTS, was.points, new.points)):
        question = asked(questionnaire, code)
        if question.at_most is not None and len(after) > max(question.at_most, len(before)):
            raise Full(question)
