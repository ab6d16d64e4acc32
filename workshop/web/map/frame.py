"""What every page of the map editor has: its words, the phase models to switch between, and the way on."""

from dataclasses import dataclass

from flask import Response as WebResponse
from flask import url_for

from workshop.domain.answer import Item
from workshop.domain.journey import Block, PhaseModel
from workshop.domain.map_edit import Atlas, text_of
from workshop.language.messages import Words
from workshop.web.map.keeping import editor_page
from workshop.web.pages import Switch, show
from workshop.web.route.model import model_buttons
from workshop.web.route.progress import Link, after_page, ends_section
from workshop.web.visit import Visit


@dataclass(frozen=True, slots=True)
class Says:
    """The words of the map editor, as templates call them."""

    words: Words

    def __call__(self, key: str, /, **values: str) -> str:
        """Return a text."""
        return self.words(f"map_editor.{key}", **values)

    def plural(self, key: str, n: int, /, **values: str) -> str:
        """Return a text with a number in it."""
        return self.words.plural(f"map_editor.{key}", n, **values)


def show_maps(
    template: str, visit: Visit, *, place: str = "", switch: Switch | None = None, status: int = 200, **values: object
) -> WebResponse:
    """Render a page of the editor; `place` is where changing the model or the language comes back to."""
    turn = url_for("maps.turn", dossier_id=visit.id)
    return show(
        template,
        visit.words,
        status=status,
        switch=switch or Switch.away_from(visit.language, action=turn, back=place),
        m=Says(visit.words),
        updated=visit.dossier.updated,
        turn=turn,
        all=url_for("maps.show", dossier_id=visit.id),
        place=place,
        models=model_buttons(visit),
        **values,
    )


def groups(model: PhaseModel) -> tuple[tuple[Block, ...], ...]:
    """Return the blocks of each phase, in the order shown, and last those that the model does not have."""
    return (*(phase.blocks for phase in model.phases), model.outside)


def map_name(atlas: Atlas, code: str, words: Words) -> str:
    """Return the name of a map, or a word for one without a name."""
    return name_of(atlas.map(code), words)


def name_of(item: Item, words: Words) -> str:
    """Return the name of a map or touchpoint, or a word for one without a name."""
    return text_of(item, "name") or words("map_editor.nameless")


def way_back(visit: Visit) -> Link:
    """Return the page of the wizard before the editor."""
    page = editor_page(visit.questionnaire)
    before = visit.route.before(page.code) if page else None
    if before is None:
        return Link(url_for("overview.show", dossier_id=visit.id), visit.words("web.overview.title"))
    return Link(url_for("questions.page", dossier_id=visit.id, page=before.code), before.title)


def way_on(visit: Visit) -> Link:
    """Return the page of the wizard after the editor."""
    page = editor_page(visit.questionnaire)
    if page is None:
        return Link(url_for("check.show", dossier_id=visit.id), visit.words("map_editor.on_check"))
    after = visit.route.after(page.code)
    if after is None or ends_section(visit, page):
        return Link(after_page(visit, page), visit.words("web.section_result.onward"))
    return Link(
        url_for("questions.page", dossier_id=visit.id, page=after.code),
        visit.words("map_editor.on", page=after.title),
    )
