"""How much all visitors together may do in a while: guessing codes, starting dossiers."""

from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True)
class Limit:
    """At most so many in the `seconds` before `now`, an aware UTC time."""

    most: int
    now: datetime
    seconds: int = 60

    @property
    def since(self) -> datetime:
        """The moment after which they count."""
        return self.now - timedelta(seconds=self.seconds)


class OverLimit(Exception):
    """There were too many just now, and this one was not done; wait `seconds` before trying again."""

    def __init__(self, seconds: int) -> None:
        super().__init__(seconds)
        self.seconds = seconds
