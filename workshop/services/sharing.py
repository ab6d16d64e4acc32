"""Sharing: a short code lets another device into a dossier, each with a key of its own."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from workshop.domain.key import Key, KeyKind
from workshop.domain.limit import Limit
from workshop.services.intake import Started, hash_token, new_token, utc_now
from workshop.services.ports import Dossiers

CODE_LENGTH: Final = 8
VALID: Final = timedelta(days=14)
MOST_TRIES: Final = 20
"""The most wrong codes in a minute, of all visitors together."""
_LETTERS: Final = "0123456789ACDEFGHJKMNPQRTVWXY"
"""No two of these look alike: 29 letters give 8 of them over 38 bits."""
_MEANT: Final = str.maketrans("OILSZBU", "011528V")


@dataclass(frozen=True, slots=True)
class ShortCode:
    """A short code as people read it ("KX4M-7PQ2"), valid up to `until` (aware UTC)."""

    text: str
    until: datetime


def new_code() -> str:
    """Make a short code out of letters that do not look alike."""
    return "".join(secrets.choice(_LETTERS) for _ in range(CODE_LENGTH))


def read_code(typed: str) -> str:
    """Return the code that was meant: capitals without spaces or dashes, O as 0 and I as 1; "" for no code."""
    code = "".join(one for one in typed.upper() if one.isalnum()).translate(_MEANT)
    return code if len(code) == CODE_LENGTH and set(code) <= set(_LETTERS) else ""


@dataclass(frozen=True, slots=True)
class Sharing:
    """The service that makes and takes short codes; a wrong token gives None or False, as everywhere."""

    dossiers: Dossiers
    clock: Callable[[], datetime] = utc_now
    new_code: Callable[[], str] = new_code
    new_token: Callable[[], str] = new_token

    def make_code(self, dossier_id: str, token: str) -> ShortCode | None:
        """Make a code that takes the place of an older one; only its hash is kept, so this shows it once."""
        now, code = self.clock(), self.new_code()
        key = Key(hash_token(code), KeyKind.CODE, now, now + VALID)
        if not self.dossiers.add_key(dossier_id, hash_token(token), key):
            return None
        half = CODE_LENGTH // 2
        return ShortCode(f"{code[:half]}-{code[half:]}", now + VALID)

    def code_until(self, dossier_id: str, token: str) -> datetime | None:
        """Return until when a code is in force; None when there is none."""
        key = self.dossiers.code(dossier_id, hash_token(token))
        return key.until if key is not None and key.until is not None and key.until > self.clock() else None

    def withdraw(self, dossier_id: str, token: str) -> bool:
        """Take the code out of force; devices that came in by it stay in."""
        return self.dossiers.drop_codes(dossier_id, hash_token(token))

    def redeem(self, typed: str) -> Started | None:
        """Open the dossier of a code with a new token for this device; None for a code that opens nothing (now).

        Raises OverLimit when others tried too many wrong ones; what cannot be a code at all is not counted.
        """
        code = read_code(typed)
        if not code:
            return None
        now, token = self.clock(), self.new_token()
        key = Key(hash_token(token), KeyKind.DEVICE, now)
        dossier = self.dossiers.redeem(hash_token(code), key, Limit(MOST_TRIES, now))
        return None if dossier is None else Started(dossier, token)
