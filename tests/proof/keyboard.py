"""A person with a keyboard only: the same locators as a mouse has, worked by Tab, arrows, space and Enter."""

from dataclasses import dataclass, field
from typing import Any, Final

from playwright.sync_api import Locator, Page

FAR: Final = 200
"""After so many tabs something counts as out of reach."""
ARROWS: Final = 60
WHERE: Final = """
(there) => {
  const here = document.activeElement;
  if (here === there) return 0;
  if (!here || here === document.body) return 1;
  return here.compareDocumentPosition(there) & Node.DOCUMENT_POSITION_PRECEDING ? -1 : 1;
}
"""
"""Says in which direction something lies from where the focus is; 0 when it has it."""
SEEN: Final = """
() => {
  const here = document.activeElement;
  const drawn = (style) => style.outlineStyle !== "none" || style.boxShadow !== "none";
  const marked = (one) => one && drawn(getComputedStyle(one));
  return [here, here.parentElement, here.nextElementSibling, here.closest('label')].some(marked);
}
"""
"""Says whether the focus shows: a line around what has it, or around the label that belongs to it."""


@dataclass
class Keyboard:
    """A page that is worked without a mouse; `unseen` is every place where the focus did not show."""

    page: Page
    unseen: list[str] = field(default_factory=list)

    def locator(self, selector: str, **options: Any) -> "Key":
        """Find something as a locator of the page does."""
        return Key(self, self.page.locator(selector, **options))

    def press(self, key: str) -> None:
        """Press a key."""
        self.page.keyboard.press(key)

    def reach(self, target: Locator) -> None:
        """Tab to something, in the direction in which it lies."""
        for _ in range(FAR):
            direction = target.evaluate(WHERE)
            if direction == 0:
                if not self.page.evaluate(SEEN):
                    self.unseen.append(f"{self.page.url}: {target}")
                return
            self.press("Tab" if direction > 0 else "Shift+Tab")
        raise AssertionError(f"{target} is out of reach on {self.page.url}")


@dataclass(frozen=True)
class Key:
    """Something on the page, worked by keys."""

    board: Keyboard
    target: Locator

    def fill(self, text: str) -> None:
        """Type over what stands there."""
        self.board.reach(self.target)
        self.board.press("Control+a")
        self.board.page.keyboard.type(text)

    def click(self) -> None:
        """Press Enter on it."""
        self.board.reach(self.target)
        self.board.press("Enter")

    def check(self) -> None:
        """Tick a box with space, or choose one of some buttons with the arrows."""
        if self.target.is_checked():
            return
        if self.target.get_attribute("type") == "checkbox":
            self.board.reach(self.target)
        else:
            self._arrow_to()
        if not self.target.is_checked():
            self.board.press("Space")
        assert self.target.is_checked()

    def _arrow_to(self) -> None:
        name = self.target.get_attribute("name")
        chosen = self.board.page.locator(f"input[type=radio][name='{name}']:checked")
        group = self.board.page.locator(f"input[type=radio][name='{name}']")
        self.board.reach(chosen if chosen.count() else group.first)
        for _ in range(ARROWS):
            if self.target.evaluate(WHERE) == 0:
                return
            self.board.press("ArrowDown")

    def select_option(self, value: str) -> None:
        """Choose from a list with the arrows."""
        self.board.reach(self.target)
        for _ in range(ARROWS):
            if self.target.input_value() == value:
                return
            self.board.press("ArrowDown")
        raise AssertionError(f"{value} is not in {self.target}")

    def evaluate(self, _: str) -> None:
        """Unfold something that is folded."""
        if self.target.get_attribute("open") is None:
            self.board.reach(self.target.locator("> summary"))
            self.board.press("Enter")

    def count(self) -> int:
        """Tell how many there are."""
        return self.target.count()

    def is_visible(self) -> bool:
        """Tell whether it can be seen."""
        return self.target.is_visible()

    def wait_for(self) -> None:
        """Wait until it is there."""
        self.target.wait_for()
