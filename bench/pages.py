"""How soon each page of questions stands on a slow phone, and what it weighs.

    python -m bench.pages [--example kapsalon] [--rounds 3]

Largest Contentful Paint in Chromium: 360 × 640, 1.6 Mbit/s, 150 ms there and back, a processor four times as slow; the
median of the rounds. First with an empty cache, as by a private link on a new phone; then after the task list, as
people come to a page. Weight: page, style sheets and scripts as they come over the line with an empty cache. The aims
are 800 ms and 60 KB. Nothing here passes or fails.
"""

import argparse
import statistics
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

from tests.proof.site import Kept, Site, serve
from tests.tools import QUIET, find_chromium

AIM_MS: Final = 800
AIM_KB: Final = 60
SLOW: Final = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 93_750}
"""Bytes a second; 150 ms of waiting before each answer."""
PAINTED: Final = """
() => new Promise((give) => {
  new PerformanceObserver((list) => give(list.getEntries().at(-1).startTime))
    .observe({ type: "largest-contentful-paint", buffered: true });
  setTimeout(() => give(-1), 5000);
})
"""


@dataclass(frozen=True, slots=True)
class Measured:
    """A page: the median paint in ms with an empty cache and after the task list, and the bytes over the line."""

    code: str
    paint: float
    after: float
    bytes: int

    @property
    def line(self) -> str:
        """The page in words."""
        return (
            f"{self.code:<28} {self.paint:>6.0f} ms {self.after:>6.0f} ms after the tasks {self.bytes / 1024:>6.1f} KB"
        )


def main() -> None:
    """Measure every page of questions and print it, the slowest last."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--example", default="kapsalon")
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, serve(Path(folder)) as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=[*QUIET])
        kept = site.keep(asked.example)
        pages = [measure(browser, site, kept, page.code, asked.rounds) for page in site.pages(kept)]
        browser.close()
    for page in sorted(pages, key=lambda page: page.paint):
        print(page.line)
    heaviest = max(pages, key=lambda page: page.bytes)
    slowest = max(pages, key=lambda page: page.paint)
    print(f"slowest:  {slowest.line}   (aim {AIM_MS} ms)")
    print(f"heaviest: {heaviest.line}   (aim {AIM_KB} KB)")


def measure(browser: Browser, site: Site, kept: Kept, code: str, rounds: int) -> Measured:
    """Open a page with an empty cache a number of times."""
    site.visitor(kept).get(f"{kept.here}vraag/{code}")  # the server has made its templates
    taken = [once(browser, site, kept, code) for _ in range(rounds)]
    warm = [once(browser, site, kept, code, after=f"{site.address}{kept.here}") for _ in range(rounds)]
    cold, later = (statistics.median(paint for paint, _ in those) for those in (taken, warm))
    return Measured(code, cold, later, max(weight for _, weight in taken))


def once(browser: Browser, site: Site, kept: Kept, code: str, after: str = "") -> tuple[float, int]:
    """Return when the page stood, in ms, and how many bytes came over the line; `after` is opened first."""
    context = browser.new_context(viewport={"width": 360, "height": 640}, is_mobile=True, locale="nl-NL")
    site.enter(context, kept)
    page = context.new_page()
    if after:
        page.goto(after, wait_until="networkidle")
    session = slow_down(context.new_cdp_session(page))
    came: list[int] = []
    session.on("Network.loadingFinished", lambda event: came.append(int(event["encodedDataLength"])))
    paint = opened(page, f"{site.address}{kept.here}vraag/{code}")
    context.close()
    return paint, sum(came)


def slow_down(session: CDPSession) -> CDPSession:
    """Make the line and the processor of a page slow."""
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW)
    session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    return session


def opened(page: Page, address: str) -> float:
    """Open a page and return its Largest Contentful Paint in ms."""
    page.goto(address, wait_until="networkidle")
    return float(page.evaluate(PAINTED))


if __name__ == "__main__":
    main()
