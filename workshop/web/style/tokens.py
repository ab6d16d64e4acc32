"""The looks as tokens: what app.css names in its custom properties, and how well its colours can be told apart."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from workshop.web.wire.assets import FOLDER

TEXT: Final = 4.5
"""Least contrast of text with its ground (WCAG 2.2, 1.4.3)."""
MARK: Final = 3.0
"""Least contrast of a border or mark that tells something (WCAG 2.2, 1.4.11)."""
PAIRS: Final = (
    *((text, ground, TEXT) for text in ("ink", "soft", "green") for ground in ("paper", "sheet", "wash", "sand")),
    *(("green-deep", ground, TEXT) for ground in ("paper", "sheet", "wash")),
    ("on-green", "green", TEXT),
    ("on-green", "green-deep", TEXT),
    ("paper", "here", TEXT),
    *((text, "error-wash", TEXT) for text in ("ink", "green", "error")),
    *(("error", ground, TEXT) for ground in ("paper", "sheet")),
    ("error-wash", "error", TEXT),
    *((mark, ground, MARK) for mark in ("edge", "here", "focus") for ground in ("paper", "sheet")),
)
"""Colours that meet on a page: what is read or seen, the ground it stands on, and the least contrast."""
_ROOT: Final = re.compile(r":root \{(.*?)\}", re.DOTALL)
_TOKEN: Final = re.compile(r"--(?P<name>[a-z0-9-]+):\s*(?P<value>[^;]+);")
_COLOUR: Final = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})")


@dataclass(frozen=True, slots=True)
class Token:
    """A custom property; `dark` is its value in the dark theme, the same as `value` where that does not change it."""

    name: str
    value: str
    dark: str

    @property
    def is_colour(self) -> bool:
        """Tell whether it is a colour."""
        return _COLOUR.fullmatch(self.value) is not None


@dataclass(frozen=True, slots=True)
class Pair:
    """Two colours that meet, with their contrast (1 to 21) in the light and the dark theme, and the least it may be."""

    front: Token
    ground: Token
    light: float
    dark: float
    least: float

    @property
    def enough(self) -> bool:
        """Tell whether both themes have the contrast that is needed."""
        return min(self.light, self.dark) >= self.least


@cache
def tokens() -> tuple[Token, ...]:
    """Return every token of app.css, in its order."""
    style = (FOLDER / "app.css").read_text("utf-8")
    light, dark = (_named(root) for root in _ROOT.findall(style))
    return tuple(Token(name, value, dark.get(name, value)) for name, value in light.items())


def pairs() -> tuple[Pair, ...]:
    """Return every pair of colours that meets on a page, with its contrast."""
    named = {token.name: token for token in tokens()}
    return tuple(
        Pair(
            named[front],
            named[ground],
            contrast(named[front].value, named[ground].value),
            contrast(named[front].dark, named[ground].dark),
            least,
        )
        for front, ground, least in PAIRS
    )


def _named(root: str) -> dict[str, str]:
    return {found["name"]: found["value"].strip() for found in _TOKEN.finditer(root)}


def contrast(one: str, other: str) -> float:
    """Return the contrast between two colours (#rgb or #rrggbb), 1 to 21, as WCAG counts it."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    digits = colour.removeprefix("#")
    digits = digits if len(digits) == 6 else "".join(digit * 2 for digit in digits)
    red, green, blue = (_linear(int(digits[at : at + 2], 16) / 255) for at in (0, 2, 4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.03928 else float(((part + 0.055) / 1.055) ** 2.4)
