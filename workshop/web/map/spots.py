"""Where a map or a touchpoint stands among what is kept, and what was typed there that is no answer yet."""

from collections.abc import Mapping
from dataclasses import dataclass

from workshop.domain import map_edit
from workshop.domain.answer import Item
from workshop.domain.dossier import Draft
from workshop.domain.map_edit import MAPS, Atlas, Changes
from workshop.web.visit import Visit


@dataclass(frozen=True, slots=True)
class Spot:
    """One item of the editor: the question it belongs to, and its code."""

    question: str
    code: str

    def now(self, atlas: Atlas) -> Item:
        """Return the item as it is kept now; raises Gone."""
        return atlas.map(self.code) if self.question == MAPS else atlas.point(self.code)

    def change(self, atlas: Atlas, changes: Changes) -> Atlas:
        """Change what is said of it; raises Gone."""
        change = map_edit.change_map if self.question == MAPS else map_edit.change_touchpoint
        return change(atlas, self.code, changes)

    def drafts(self, visit: Visit) -> Mapping[str, Draft]:
        """Return its drafts by field."""
        return self.own(visit.dossier.drafts)

    def own(self, drafts: Mapping[str, Draft]) -> Mapping[str, Draft]:
        """Take its drafts out of all those of a dossier, by field."""
        return {key.removeprefix(self._name): one for key, one in drafts.items() if key.startswith(self._name)}

    def put(self, drafts: Mapping[str, Draft], own: Mapping[str, Draft]) -> Mapping[str, Draft]:
        """Return all drafts of a dossier, with these as its own."""
        others = {key: one for key, one in drafts.items() if not key.startswith(self._name)}
        return others | {f"{self._name}{field}": one for field, one in own.items()}

    @property
    def _name(self) -> str:
        """What the drafts of its fields are called before the name of the field."""
        return f"{self.question}.{self.code}."
