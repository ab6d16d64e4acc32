"""Dossiers in memory: the smallest thing that satisfies the port."""

import hmac
from collections.abc import Callable
from dataclasses import replace

from workshop.domain.dossier import Dossier, DossierError, Trouble


class MemoryDossiers:
    """Keeps dossiers as long as it lives."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[bytes, Dossier]] = {}

    def add(self, dossier: Dossier, token_hash: bytes) -> None:
        if dossier.id in self._kept or self.find(token_hash) is not None:
            raise DossierError(Trouble.UNUSABLE, "id or token in use")
        self._kept[dossier.id] = (token_hash, dossier)

    def get(self, dossier_id: str, token_hash: bytes) -> Dossier | None:
        found = self._kept.get(dossier_id)
        return found[1] if found and hmac.compare_digest(found[0], token_hash) else None

    def find(self, token_hash: bytes) -> Dossier | None:
        return next((one for hashed, one in self._kept.values() if hashed == token_hash), None)

    def change(self, dossier_id: str, token_hash: bytes, change: Callable[[Dossier], Dossier]) -> Dossier | None:
        kept = self.get(dossier_id, token_hash)
        if kept is None:
            return None
        changed = replace(change(kept), id=kept.id, created=kept.created, revision=kept.revision + 1)
        self._kept[dossier_id] = (token_hash, changed)
        return changed
