"""What a form takes along and brings back unchanged: packed, and signed for one dossier and one purpose."""

from itsdangerous import BadData, URLSafeSerializer
from werkzeug.exceptions import NotFound

from workshop.web.visit import Visit


class Spoiled(NotFound):
    """What a form took along cannot be read: it was changed on the way, or is of another dossier."""


def seal(visit: Visit, purpose: str, plain: object) -> str:
    """Write what JSON can hold so that a form can carry it."""
    signed = _signer(visit, purpose).dumps(plain)
    return signed if isinstance(signed, str) else signed.decode()


def unseal(visit: Visit, purpose: str, sealed: str) -> object:
    """Read back what `seal` wrote for the same dossier and purpose; raises Spoiled."""
    try:
        plain: object = _signer(visit, purpose).loads(sealed)
    except (BadData, ValueError, TypeError):
        raise Spoiled from None
    return plain


def _signer(visit: Visit, purpose: str) -> URLSafeSerializer:
    return URLSafeSerializer(visit.workshop.settings.secret_key, salt=f"{purpose} of {visit.id}")
