"""Letters twice as large on a screen of 320 pixels: everything can be read, and short words stay whole."""

from collections.abc import Iterator
from typing import Final

import pytest
from playwright.sync_api import BrowserContext, Page, ViewportSize

from tests.proof.site import QUICK, Site, serve

pytestmark = [pytest.mark.browser, pytest.mark.slow]
NARROW: Final[ViewportSize] = {"width": 320, "height": 800}
LETTERS: Final = "document.documentElement.style.fontSize = '200%'"
SHORT: Final = 12
"""A word of so many letters fits on a line of letters twice as large; a longer one may be broken."""
FAULTS: Final = """
short => {
  const faults = [];
  const unseen = '.hide, .skip, svg, select, textarea, script, title, [hidden]';
  const hidden = one => one.closest(unseen) || !one.checkVisibility();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const over = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  if (over > 0) faults.push(`scrolls ${over} px`);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const holder = node.parentElement;
    if (!node.data.trim() || hidden(holder)) continue;
    for (const { 0: word, index } of node.data.matchAll(/\\S+/g)) {
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      const lines = [...range.getClientRects()].filter(one => one.width > 0);
      const whole = range.getBoundingClientRect();
      if (word.length <= short && new Set(lines.map(one => Math.round(one.top))).size > 1 && !/[-/·…–|@.]./.test(word))
        faults.push(`broken: ${word}`);
      if (whole.left < -1 || whole.right > innerWidth + 1 || whole.top + scrollY < -1) faults.push(`off: ${word}`);
      for (let box = holder; box !== document.body; box = box.parentElement) {
        const edge = box.getBoundingClientRect(), style = getComputedStyle(box);
        if (style.overflowX !== 'visible' && (whole.right > edge.right + 1 || whole.left < edge.left - 1)
            && !(box.scrollWidth > box.clientWidth && /auto|scroll/.test(style.overflowX)))
          faults.push(`cut: ${word}`);
      }
    }
  }
  for (const mark of document.querySelectorAll('summary')) {
    const { width, height } = getComputedStyle(mark, '::before');
    if (mark.checkVisibility() && width !== 'auto' && width !== height) faults.push(`oval: ${mark.textContent.trim()}`);
  }
  return [...new Set(faults)];
}
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with serve(tmp_path_factory.mktemp("narrow")) as site:
        yield site


def test_every_page_can_be_read_with_letters_twice_as_large(site: Site, context: BrowserContext) -> None:
    kept = site.keep(QUICK)
    site.enter(context, kept)
    page = context.new_page()
    page.set_viewport_size(NARROW)
    questions = [f"vraag/{one.code}" for one in site.pages(kept)]

    faults = {
        place: found
        for place in (*questions, "", "controle", "resultaat", "wat-als")
        if (found := faults_on(page, f"{site.address}{kept.here}{place}"))
    }

    assert faults == {}, faults
    assert len(questions) > 10


def faults_on(page: Page, address: str) -> list[str]:
    page.goto(address)
    page.evaluate(LETTERS)
    found: list[str] = page.evaluate(FAULTS, SHORT)
    return found


@pytest.mark.parametrize(
    ("style", "fault"),
    [
        ("main h1 { width: 2ch; overflow-wrap: anywhere; }", "broken:"),
        ("main h1 { position: absolute; left: -60px; }", "off:"),
        ("main h1 { width: 2ch; overflow: hidden; white-space: nowrap; }", "cut:"),
        ("main { min-width: 900px; }", "scrolls"),
        ("summary::before { width: 3px !important; }", "oval:"),
    ],
)
def test_the_look_finds_what_cannot_be_read(site: Site, context: BrowserContext, style: str, fault: str) -> None:
    kept = site.keep(QUICK)
    site.enter(context, kept)
    page = context.new_page()
    page.set_viewport_size(NARROW)
    page.goto(f"{site.address}{kept.here}vraag/week_hours")
    page.evaluate(
        "style => { const s = new CSSStyleSheet(); s.replaceSync(style); document.adoptedStyleSheets = [s]; }", style
    )

    found: list[str] = page.evaluate(FAULTS, SHORT)

    assert any(one.startswith(fault) for one in found)
