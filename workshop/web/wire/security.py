"""What every answer of the web carries and what every question must bring: headers, tokens, hosts and sizes."""

from typing import Final

from flask import Flask, Response, abort, request
from flask_wtf.csrf import CSRFProtect

from workshop.web.needs import Settings

MEGABYTE: Final = 1024 * 1024
MOST_FORM_PARTS: Final = 2000

POLICY: Final = "; ".join(
    (
        "default-src 'none'",
        "style-src 'self'",
        "script-src 'self'",
        "connect-src 'self'",
        "img-src 'self'",
        "manifest-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS: Final = (
    ("Content-Security-Policy", POLICY),
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
    ("Referrer-Policy", "no-referrer"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()"),
)
TWO_YEARS: Final = "max-age=63072000; includeSubDomains"
_CHANGES_NOTHING: Final = frozenset({"GET", "HEAD", "OPTIONS"})
_OWN_PAGES: Final = frozenset({"same-origin", "none"})


def guard(app: Flask, settings: Settings) -> None:
    """Set limits, cookies and form tokens, and put the headers on every answer, errors included."""
    app.config.update(
        SECRET_KEY=settings.secret_key,
        TRUSTED_HOSTS=list(settings.trusted_hosts) or None,
        MAX_CONTENT_LENGTH=MEGABYTE,
        MAX_FORM_MEMORY_SIZE=MEGABYTE,
        MAX_FORM_PARTS=MOST_FORM_PARTS,
        SESSION_COOKIE_NAME="__Host-form" if settings.https else "form",
        SESSION_COOKIE_SECURE=settings.https,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        WTF_CSRF_TIME_LIMIT=None,  # people take an afternoon over their figures
        WTF_CSRF_SSL_STRICT=False,  # it wants a Referer, and we send none; Sec-Fetch-Site does that work
    )
    app.before_request(refuse_other_sites)
    CSRFProtect(app)
    strict = (("Strict-Transport-Security", TWO_YEARS),) if settings.https else ()

    @app.after_request
    def _add_headers(response: Response) -> Response:
        for name, value in (*HEADERS, *strict):
            response.headers.setdefault(name, value)
        response.headers.setdefault("Cache-Control", "no-store")
        return response


def refuse_other_sites() -> None:
    """Refuse a change that a browser says comes from another site; old browsers say nothing and have the token."""
    site = request.headers.get("Sec-Fetch-Site", "same-origin")
    if request.method not in _CHANGES_NOTHING and site not in _OWN_PAGES:
        abort(403)
