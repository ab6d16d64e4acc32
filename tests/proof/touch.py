"""A person with a phone only: the same locators as a mouse has, worked by tapping; and what was in the way."""

from dataclasses import dataclass, field
from typing import Any, Final

from playwright.sync_api import Locator, Page

SMALLEST: Final = 24
"""Pixels that a target must at least be wide and high (WCAG 2.2 AA)."""
LABELS: Final = "one => one.labels && one.labels.length ? one.labels[0].getBoundingClientRect().height : 0"


@dataclass
class Touch:
    """A page that is worked by a finger; `small` is what was tapped and is too small for it."""

    page: Page
    small: list[str] = field(default_factory=list)

    def locator(self, selector: str, **options: Any) -> "Finger":
        """Find something as a locator of the page does."""
        return Finger(self, self.page.locator(selector, **options))

    def tap(self, target: Locator) -> None:
        """Tap something; it must be large enough, and nothing may lie over it."""
        target.scroll_into_view_if_needed()
        box = target.bounding_box()
        assert box is not None, target
        label = target.evaluate(LABELS) if box["height"] < SMALLEST else 0
        if max(box["height"], label) < SMALLEST:
            self.small.append(f"{self.page.url}: {target} is {box['width']:.0f} by {box['height']:.0f}")
        target.tap()


@dataclass(frozen=True)
class Finger:
    """Something on the page, worked by tapping."""

    phone: Touch
    target: Locator

    def fill(self, text: str) -> None:
        """Tap the field, and type over what stands there."""
        self.phone.tap(self.target)
        self.target.fill(text)

    def click(self) -> None:
        """Tap it."""
        self.phone.tap(self.target)

    def check(self) -> None:
        """Tap a box or a choice that is not chosen yet; its label when the box itself is not drawn."""
        if self.target.is_checked():
            return
        id_ = self.target.get_attribute("id")
        label = self.phone.page.locator(f"label[for='{id_}']")
        self.phone.tap(label.first if id_ and label.count() else self.target)
        assert self.target.is_checked(), self.target

    def select_option(self, value: str) -> None:
        """Choose from a list, as the wheel of the phone does."""
        self.phone.tap(self.target)
        self.target.select_option(value)

    def evaluate(self, _: str) -> None:
        """Unfold something that is folded."""
        if self.target.get_attribute("open") is None:
            self.phone.tap(self.target.locator("> summary"))

    def count(self) -> int:
        """Tell how many there are."""
        return self.target.count()

    def is_visible(self) -> bool:
        """Tell whether it can be seen."""
        return self.target.is_visible()

    def wait_for(self) -> None:
        """Wait until it is there."""
        self.target.wait_for()
