"""The time of day as people in the Netherlands read it."""

from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

_PLACE: Final = "Europe/Amsterdam"


def local(moment: datetime) -> datetime:
    """Return a moment as the clocks in the Netherlands show it."""
    try:
        return moment.astimezone(ZoneInfo(_PLACE))
    except ZoneInfoNotFoundError:  # Windows without tzdata: the clock of this computer
        return moment.astimezone()


def clock(moment: datetime) -> str:
    """Return the time of day in the Netherlands, such as 14:32."""
    return local(moment).strftime("%H:%M")
