"""Pages and files made small for the line, for every browser that can read that."""

import gzip
from functools import lru_cache
from typing import Final

from flask import Flask, Response, request

_SHORT: Final = 1024
"""Below this many bytes it is not worth the work."""
_TEXT: Final = ("text/", "application/json", "application/manifest+json", "image/svg+xml")
_STATIC: Final = "/static/"


def compress_answers(app: Flask) -> None:
    """Send text compressed to a browser that asks for it.

    A page holds a form token, and a length can betray a secret beside something that an attacker chose. Here he cannot
    choose: cookies are SameSite=Lax, so no other site can ask for a page unseen, and Sec-Fetch-Site refuses its forms.
    """

    @app.after_request
    def _compress(response: Response) -> Response:
        if not (response.mimetype or "").startswith(_TEXT):
            return response
        response.vary.add("Accept-Encoding")
        streaming = response.is_streamed and not response.direct_passthrough
        if streaming or response.status_code == 206 or "Content-Encoding" in response.headers or not _takes_gzip():
            return response
        response.direct_passthrough = False
        data = response.get_data()
        if len(data) < _SHORT:
            return response
        response.set_data(_small(data) if request.path.startswith(_STATIC) else gzip.compress(data, 6, mtime=0))
        response.headers["Content-Encoding"] = "gzip"
        etag, _ = response.get_etag()
        if etag is not None:
            response.set_etag(etag, weak=True)
        return response


def _takes_gzip() -> bool:
    return bool(request.accept_encodings["gzip"]) and request.method != "HEAD"


@lru_cache(maxsize=64)
def _small(data: bytes) -> bytes:
    """Compress a file once, as small as it gets."""
    return gzip.compress(data, 9, mtime=0)
