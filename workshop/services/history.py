"""The history of a dossier: who changed which answers and when, and taking a change back."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from workshop.domain.dossier import clean_who
from workshop.domain.edit import Edit, together
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

    def run(self, dossier_id: str, token: str, first: int, last: int) -> Edit:
        """Return the edits from one number to another as if they were one; raises NoSuchEdit unless both are there."""
        found = [one for one in self.edits(dossier_id, token, before=last + 1) if one.number >= first]
        if not found or (found[-1].number, found[0].number) != (first, last):
            raise NoSuchEdit(last)
        return together(found)

    def undo(
        self,
        dossier_id: str,
        token: str,
        number: int,
        who: str = "",
        *,
        since: int | None = None,
        shown: int | None = None,
    ) -> Dossier | None:
        """Put back the answers of before an edit, or of before all edits from `since` on; that is an edit too.

        Raises NoSuchEdit, and ChangedSince when an answer changed again afterwards, unless someone saw so at the
        revision `shown`, chose to put it back anyway, and nothing was kept in the meantime.
        """
        edit = self.run(dossier_id, token, number if since is None else since, number)

        def restore(kept: Dossier) -> Dossier:
            clashing = edit.changed_since(kept.response)
            if clashing and kept.revision != shown:
                raise ChangedSince(clashing)
            drafts = {code: one for code, one in kept.drafts.items() if code not in edit.codes}
            response = kept.response.with_answers(edit.before)
            return replace(kept, response=response, page=edit.page, updated=self.clock(), drafts=drafts)

        return self.dossiers.change(dossier_id, hash_token(token), restore, who=clean_who(who), undoes=number)
