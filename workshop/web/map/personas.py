"""Customer groups as cards: what is known of each and how well, with the maps of its journey."""

from collections.abc import Iterable
from dataclasses import dataclass

from flask import url_for

from workshop.domain.answer import Evidence, Item
from workshop.domain.map_edit import Atlas, names_of, text_of
from workshop.domain.questionnaire import Question
from workshop.domain.route import cut_fields, items_of
from workshop.web.map.changes import kind_words
from workshop.web.map.frame import name_of
from workshop.web.map.keeping import PERSONAS
from workshop.web.visit import Visit


@dataclass(frozen=True, slots=True)
class Aspect:
    """One side of a customer group: filled in or not, and from 0 to 3 what that rests on."""

    title: str
    filled: bool
    level: int
    basis: str


@dataclass(frozen=True, slots=True)
class MapRow:
    """One map in the list."""

    code: str
    name: str
    link: str
    kind: str
    others: str
    count: int


@dataclass(frozen=True, slots=True)
class PersonaCard:
    """A customer group with its maps; one without a name holds the maps that belong to no known group."""

    name: str
    about: str
    aspects: tuple[Aspect, ...]
    maps: tuple[MapRow, ...]

    @property
    def known(self) -> int:
        """How many aspects are filled in."""
        return sum(one.filled for one in self.aspects)


def persona_names(visit: Visit) -> tuple[str, ...]:
    """Return the names of the customer groups, each once."""
    named = (text_of(one, "name") for one in items_of(visit.response.get(PERSONAS)))
    return tuple(dict.fromkeys(name for name in named if name))


def personas_link(visit: Visit) -> str:
    """Return the page where customer groups are filled in, "" when the questionnaire has none."""
    found = (page.code for page in visit.route.pages if any(one.code == PERSONAS for one in page.questions))
    page = next(found, "")
    return url_for("questions.page", dossier_id=visit.id, page=page) if page else ""


def cards(visit: Visit, atlas: Atlas) -> tuple[PersonaCard, ...]:
    """Return a card per customer group, and one more for the maps of no group or of an unknown one."""
    items = [one for one in items_of(visit.response.get(PERSONAS)) if text_of(one, "name")]
    fields = _aspects_asked(visit)
    known = {text_of(one, "name") for one in items}
    found = [
        PersonaCard(
            name,
            text_of(item, "description"),
            tuple(_aspect(visit, one, item) for one in fields),
            _rows(visit, atlas, name, (one for one in atlas.maps if name == _home(one, known))),
        )
        for item in items
        for name in [text_of(item, "name")]
    ]
    loose = tuple(_rows(visit, atlas, "", (one for one in atlas.maps if not _home(one, known))))
    return (*found, PersonaCard("", "", (), loose)) if loose or not found else tuple(found)


def _home(item: Item, known: Iterable[str]) -> str:
    """Return the customer group under which a map stands: the first known one it is for."""
    return next((name for name in names_of(item) if name in known), "")


def _rows(visit: Visit, atlas: Atlas, persona: str, items: Iterable[Item]) -> tuple[MapRow, ...]:
    kinds = kind_words(visit)
    return tuple(
        MapRow(
            code,
            name_of(item, visit.words),
            url_for("map_page.show", dossier_id=visit.id, code=code),
            kinds["design" if text_of(item, "kind") == "design" else "existing"],
            ", ".join(name for name in names_of(item) if name != persona),
            len(atlas.points_on(code)),
        )
        for item in items
        for code in [text_of(item, "code")]
    )


def _aspects_asked(visit: Visit) -> tuple[Question, ...]:
    """Return the fields of a customer group that ask what they rest on."""
    question = visit.questionnaire.question(PERSONAS)
    fields = cut_fields(question, visit.route.shown).fields if question else ()
    return tuple(one for one in fields if one.asks_evidence)


def _aspect(visit: Visit, field: Question, item: Item) -> Aspect:
    answer = item.get(field.code)
    filled = answer is not None and answer.known
    level = answer.evidence if filled and answer is not None and answer.evidence is not None else Evidence.NONE
    short = f"map_editor.aspect.{field.code}"
    title = visit.words(short) if visit.words.has(short) else field.title
    basis = f"web.evidence.{level.name.lower()}" if level else "map_editor.basis_unknown"
    return Aspect(title, filled, int(level), visit.words(basis if filled else "map_editor.not_filled"))
