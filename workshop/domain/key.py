"""Keys to a dossier, beside the private link it began with."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class KeyKind(StrEnum):
    """What a key is for: a device that stays in, or a short code that lets devices in."""

    DEVICE = "device"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Key:
    """A key as it is kept: only its SHA-256 (32 bytes); `made` and `until` are aware UTC times, None has no end."""

    token_hash: bytes
    kind: KeyKind
    made: datetime
    until: datetime | None = None
