"""axe-core as a judge: what it finds wrong with a page, light and dark, wide and narrow, one line a finding."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

import axe_playwright_python
from playwright.sync_api import Page

SOURCE: Final = Path(axe_playwright_python.__file__).parent / "axe.min.js"
RULES: Final = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
COLOURS: Final = ("color-contrast", "link-in-text-block")
"""The rules that look at colours; all others look at what stands on the page, and where."""


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


LOOKS: Final = (
    Look("phone, light", "light", 360),
    Look("phone, dark", "dark", 360),
    Look("desktop, light", "light", 1280),
    Look("desktop, dark", "dark", 1280),
)
"""Each light one is followed by the dark one of the same width."""
RUN: Final = """
async (only) => {
  const found = await axe.run(document, {resultTypes: ['violations'], runOnly: only});
  return found.violations.map(one =>
    `${one.id}, ${one.help}: ${one.nodes.slice(0, 3).map(node => node.target.join(' ')).join(', ')}`);
}
"""
MOVED: Final = """
() => {
  const before = window.places;
  window.places = [...document.querySelectorAll('body *')].map(one => {
    const {x, y, width, height} = one.getBoundingClientRect();
    return [x + scrollX, y + scrollY, width, height].join();
  }).join(';');
  return window.places !== before;
}
"""
"""Tells whether anything stands elsewhere than when this was asked last."""
UNFOLD: Final = """
() => {
  const folded = [...document.querySelectorAll('details:not([open])')];
  for (const fold of folded) fold.open = true;
  return folded.length;
}
"""


def judge(page: Page) -> Page:
    """Put the judge on every page that this window opens; the policy stays in force."""
    page.add_init_script(path=SOURCE)
    return page


def findings(page: Page, looks: Sequence[Look] = LOOKS) -> list[str]:
    """Return what is wrong with the page: as it comes on a phone, and with all unfolded in these looks.

    Where the dark page has everything on the same place as the light one, only the rules about colours are asked again.
    """
    found: list[str] = []
    looks[0].put_on(page)
    as_it_comes = page.evaluate(RUN, list(RULES))
    if page.evaluate(UNFOLD):
        found += [f"{page.url} (phone, light, folded): {one}" for one in as_it_comes]
        as_it_comes = page.evaluate(RUN, list(RULES))
    for look in looks:
        look.put_on(page)
        moved = page.evaluate(MOVED)
        only = list(RULES) if moved or look.scheme == "light" else {"type": "rule", "values": list(COLOURS)}
        told = as_it_comes if look == looks[0] else page.evaluate(RUN, only)
        found += [f"{page.url} ({look.name}): {one}" for one in told]
    return found
