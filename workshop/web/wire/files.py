"""Files over the line: handed out under a name that says what they are, and taken in by a form with room for one."""

from collections.abc import Callable
from typing import Any, Final

from flask import Response, make_response, request

_FORM: Final = 64 * 1024
"""Bytes of a form around the file in it."""


def download(content: str | bytes, kind: str, name: str = "", *, inline: bool = False) -> Response:
    """Return a file of this content type, to be kept under a name; with `inline`, or without a name, to be shown."""
    answer = make_response(content)
    answer.headers["Content-Type"] = kind
    if inline:
        answer.headers["Content-Disposition"] = "inline"
    elif name:
        answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def room_for(most: int, form: int = _FORM) -> Callable[[str | None, dict[str, Any] | None], None]:
    """Return what lets a blueprint take files of at most so many bytes, in a form of at most `form` bytes.

    For `url_value_preprocessor`, which runs before the form token is read.
    """

    def make_room(_endpoint: str | None, _values: dict[str, Any] | None) -> None:
        request.max_content_length = most + form

    return make_room
