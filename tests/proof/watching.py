"""Listening to a page: what its console says, and whom it calls."""

from dataclasses import dataclass, field
from typing import Final

from playwright.sync_api import BrowserContext, ConsoleMessage, Page

MENDABLE: Final = ("status of 422", "status of 409", "status of 404", "net::ERR_")
"""What the console says of a page with a mistake to mend or of a line that is down: no fault of the page."""
STORES: Final = """
async () => {
  const found = [];
  for (const [name, store] of Object.entries({localStorage, sessionStorage})) if (store.length) found.push(name);
  if ((await indexedDB.databases()).length) found.push('indexedDB');
  if ((await caches.keys()).length) found.push('caches');
  if ((await navigator.serviceWorker.getRegistrations()).length) found.push('serviceWorker');
  if (document.cookie) found.push(document.cookie);
  return found;
}
"""


def stores(page: Page) -> list[str]:
    """Return where in the browser a script could have put something and did; a cookie that scripts can read as well."""
    found: list[str] = page.evaluate(STORES)
    return found


@dataclass
class Watch:
    """What went wrong on the pages that were opened with it."""

    complaints: list[str] = field(default_factory=list)

    def page(self, context: BrowserContext) -> Page:
        """Open a page that is listened to."""
        page = context.new_page()
        page.on("console", self._heard)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", lambda one: None if _own(one.url) else self.complaints.append(one.url))
        return page

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type == "error" and not any(one in message.text for one in MENDABLE):
            self.complaints.append(f"{message.location['url']}: {message.text}")


def _own(url: str) -> bool:
    return "//127.0.0.1:" in url or url.startswith(("about:", "blob:"))
