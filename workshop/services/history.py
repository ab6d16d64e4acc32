"""The history of a dossier: who changed which answers and when, and taking a change back."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from workshop.domain.dossier import clean_who
from workshop.domain.edit import Edit
from workshop.services.intake import hash_token, utc_now
from workshop.services.ports import Dossier, Dossiers


class ChangedSince(Exception):
    """Answers were changed again after this edit; nothing was kept. `codes` are those questions."""

    def __init__(self, codes: tuple[str, ...]) -> None:
        super().__init__(", ".join(codes))
        self.codes = codes


class NoSuchEdit(LookupError):
    """The history of this dossier has no edit with this number."""


@dataclass(frozen=True, slots=True)
class History:
    """The service of the history; a wrong token and an unknown id give none, as everywhere."""

    dossiers: Dossiers
    clock: Callable[[], datetime] = utc_now

    def edits(self, dossier_id: str, token: str, most: int = 200, before: int | None = None) -> tuple[Edit, ...]:
        """Return at most so many edits with a number below `before`, the newest first."""
        return self.dossiers.edits(dossier_id, hash_token(token), most, before)

    def edit(self, dossier_id: str, token: str, number: int) -> Edit:
        """Return one edit; raises NoSuchEdit."""
        found = self.edits(dossier_id, token, 1, number + 1)
        if not found or found[0].number != number:
            raise NoSuchEdit(number)
        return found[0]

    def undo(self, dossier_id: str, token: str, number: int, who: str = "", *, anyway: bool = False) -> Dossier | None:
        """Put back the answers of before an edit; that is an edit too, so it can be taken back in turn.

        Raises NoSuchEdit, and ChangedSince when an answer changed again afterwards, unless `anyway`.
        """
        edit = self.edit(dossier_id, token, number)

        def restore(kept: Dossier) -> Dossier:
            clashing = () if anyway else edit.changed_since(kept.response)
            if clashing:
                raise ChangedSince(clashing)
            drafts = {code: one for code, one in kept.drafts.items() if code not in edit.codes}
            response = kept.response.with_answers(edit.before)
            return replace(kept, response=response, page=edit.page, updated=self.clock(), drafts=drafts)

        return self.dossiers.change(dossier_id, hash_token(token), restore, who=clean_who(who), undoes=number)
