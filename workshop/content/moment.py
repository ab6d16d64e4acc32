"""Moments in a file: any time zone comes in, UTC goes on."""

from datetime import UTC, datetime
from typing import Final

_YEARS: Final = range(2000, 2200)
"""Far from the ends of the calendar, where another time zone would fall off it."""


def read_moment(raw: object) -> datetime | None:
    """Return an aware UTC time; None for what is no time with a zone, in the years 2000 to 2199."""
    try:
        moment = datetime.fromisoformat(str(raw))
        found = moment.astimezone(UTC) if moment.tzinfo is not None else None
    except (ValueError, OverflowError):
        return None
    return found if found is not None and found.year in _YEARS else None
