"""A form with hundreds of fields in fewer bytes: the same HTML5 without quotes and line ends it can do without."""

import re
from typing import Final

from markupsafe import Markup

_TAG: Final = re.compile(r"<[a-z][^<>]*>")
_QUOTED: Final = re.compile(r'="([^\s"\'`=<>&/]+)"')
_BETWEEN: Final = re.compile(r">[ \t]*\n\s*<")
_TYPED: Final = re.compile(r"(<textarea[^>]*>.*?</textarea>)", re.DOTALL)


def lean(html: str) -> Markup:
    """Leave out of the HTML of a form what a browser does not need; what was typed stays as it is."""
    pieces = _TYPED.split(html)
    small = (piece if number % 2 else _BETWEEN.sub("><", piece) for number, piece in enumerate(pieces))
    return Markup(_TAG.sub(_unquoted, "".join(small)))  # noqa: S704 - it was safe HTML and stays so


def _unquoted(tag: re.Match[str]) -> str:
    return _QUOTED.sub(r"=\1", tag[0])
