"""Dossiers in memory: the smallest thing that satisfies the port."""

import hmac
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime

from workshop.domain.dossier import Dossier, DossierError, Trouble
from workshop.domain.edit import Edit, difference
from workshop.domain.key import Key, KeyKind
from workshop.domain.limit import Limit, OverLimit


class MemoryDossiers:
    """Keeps dossiers as long as it lives."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[bytes, Dossier]] = {}
        self._edits: dict[str, list[Edit]] = {}
        self._keys: list[tuple[str, Key]] = []
        self._tries: list[datetime] = []

    def add(self, dossier: Dossier, token_hash: bytes, edits: Iterable[Edit] = (), limit: Limit | None = None) -> None:
        if limit and sum(one.created > limit.since for _, one in self._kept.values()) >= limit.most:
            raise OverLimit(limit.seconds)
        if dossier.id in self._kept or self.find(token_hash) is not None:
            raise DossierError(Trouble.UNUSABLE, "id or token in use")
        self._kept[dossier.id] = (token_hash, dossier)
        self._edits[dossier.id] = list(edits)[::-1]

    def get(self, dossier_id: str, token_hash: bytes) -> Dossier | None:
        found = self._kept.get(dossier_id)
        if found is None:
            return None
        own = hmac.compare_digest(found[0], token_hash)
        return found[1] if own or self._opened_by(token_hash, KeyKind.DEVICE) == dossier_id else None

    def newest_first(self, ids: Iterable[str]) -> tuple[str, ...]:
        there = [self._kept[one][1] for one in ids if one in self._kept]
        return tuple(one.id for one in sorted(there, key=lambda one: (one.updated, one.id), reverse=True))

    def find(self, token_hash: bytes) -> Dossier | None:
        own = next((one for hashed, one in self._kept.values() if hashed == token_hash), None)
        other = self._opened_by(token_hash, KeyKind.DEVICE)
        return own or (self._kept[other][1] if other else None)

    def change(
        self,
        dossier_id: str,
        token_hash: bytes,
        change: Callable[[Dossier], Dossier],
        *,
        who: str = "",
        undoes: int = 0,
        seen: Dossier | None = None,
    ) -> Dossier | None:
        kept = self.get(dossier_id, token_hash)
        if kept is None:
            return None
        changed = replace(change(kept), id=kept.id, created=kept.created, revision=kept.revision + 1)
        self._kept[dossier_id] = (self._kept[dossier_id][0], changed)
        before, after = difference(kept.response, changed.response)
        if after:
            made = Edit(changed.revision, changed.updated, who, changed.page, before, after, undoes)
            self._edits[dossier_id].insert(0, made)
        return changed

    def edits(self, dossier_id: str, token_hash: bytes, most: int = 200, before: int | None = None) -> tuple[Edit, ...]:
        if self.get(dossier_id, token_hash) is None:
            return ()
        below = (one for one in self._edits[dossier_id] if before is None or one.number < before)
        return tuple(below)[:most]

    def remove(self, dossier_id: str, token_hash: bytes) -> bool:
        if self.get(dossier_id, token_hash) is None:
            return False
        del self._kept[dossier_id], self._edits[dossier_id]
        self._keys = [(id_, key) for id_, key in self._keys if id_ != dossier_id]
        return True

    def add_key(self, dossier_id: str, token_hash: bytes, key: Key) -> bool:
        if self.get(dossier_id, token_hash) is None:
            return False
        if key.kind is KeyKind.CODE:
            self.drop_codes(dossier_id, token_hash)
        self._keys.append((dossier_id, key))
        return True

    def code(self, dossier_id: str, token_hash: bytes) -> Key | None:
        codes = [key for id_, key in self._keys if id_ == dossier_id and key.kind is KeyKind.CODE]
        return codes[0] if codes and self.get(dossier_id, token_hash) else None

    def drop_codes(self, dossier_id: str, token_hash: bytes) -> bool:
        if self.get(dossier_id, token_hash) is None:
            return False
        self._keys = [(id_, key) for id_, key in self._keys if id_ != dossier_id or key.kind is not KeyKind.CODE]
        return True

    def redeem(self, code_hash: bytes, key: Key, limit: Limit | None = None) -> Dossier | None:
        if limit and sum(at > limit.since for at in self._tries) >= limit.most:
            raise OverLimit(limit.seconds)
        dossier_id = self._opened_by(code_hash, KeyKind.CODE, key.made)
        if dossier_id is None:
            self._tries += [limit.now] if limit else []
            return None
        self._keys.append((dossier_id, key))
        return self._kept[dossier_id][1]

    def _opened_by(self, token_hash: bytes, kind: KeyKind, now: datetime | None = None) -> str | None:
        return next(
            (
                id_
                for id_, key in self._keys
                if key.token_hash == token_hash
                and key.kind is kind
                and (key.until is None or (now is not None and key.until > now))
            ),
            None,
        )
