"""axe-core as a judge: what it finds wrong with a page in a look, one line a finding."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final, Literal

import axe_playwright_python
from playwright.sync_api import Page

RULES: Final = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")


@dataclass(frozen=True, slots=True)
class Look:
    """How a page is looked at: on a light or dark screen of so many pixels wide."""

    name: str
    scheme: Literal["light", "dark"]
    width: int

    def put_on(self, page: Page) -> None:
        """Show the page in this look."""
        page.emulate_media(color_scheme=self.scheme)
        page.set_viewport_size({"width": self.width, "height": 800})


DESKTOP_LIGHT: Final = Look("desktop, light", "light", 1280)
DESKTOP_DARK: Final = Look("desktop, dark", "dark", 1280)
PHONE_LIGHT: Final = Look("phone, light", "light", 360)
PHONE_DARK: Final = Look("phone, dark", "dark", 360)
LOOKS: Final = (DESKTOP_LIGHT, DESKTOP_DARK, PHONE_LIGHT, PHONE_DARK)
OPPOSITE: Final = (DESKTOP_LIGHT, PHONE_DARK)
"""Two looks in which each width and each scheme is seen once."""


def findings(page: Page, looks: Sequence[Look]) -> list[str]:
    """Return what is wrong with the page in these looks; what folds is unfolded first. The policy stays in force."""
    page.evaluate(_source())
    page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")
    found: list[str] = []
    for look in looks:
        look.put_on(page)
        result = page.evaluate("rules => axe.run(document, {resultTypes: ['violations'], runOnly: rules})", list(RULES))
        for one in result["violations"]:
            places = ", ".join(" ".join(map(str, node["target"])) for node in one["nodes"][:3])
            found.append(f"{page.url} ({look.name}): {one['id']}, {one['help']}: {places}")
    return found


@cache
def _source() -> str:
    return (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
