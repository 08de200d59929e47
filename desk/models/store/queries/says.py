"""Moments in words, where a snapshot carries a sentence: "Today 9:35 AM", "Wed 10:00 AM", "Oct 21"."""

from __future__ import annotations

from datetime import datetime

from desk.models.time import local

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def clock(moment: datetime, zone: str) -> str:
    """9:35 AM, as the wall clock in ``zone`` shows it."""
    at = local(moment, zone)
    return f"{at.hour % 12 or 12}:{at.minute:02} {'AM' if at.hour < 12 else 'PM'}"


def day(moment: datetime, zone: str) -> str:
    """Oct 21, in ``zone``."""
    at = local(moment, zone)
    return f"{_MONTHS[at.month - 1]} {at.day}"


def start_of_day(now: datetime, zone: str) -> datetime:
    """The last midnight in ``zone``."""
    return local(now, zone).replace(hour=0, minute=0, second=0, microsecond=0)


def when(moment: datetime, now: datetime, zone: str) -> str:
    """9:35 AM of today, Wed 9:35 AM within a week, else Oct 21, 9:35 AM."""
    away = (local(moment, zone).date() - local(now, zone).date()).days
    time = clock(moment, zone)
    if away == 0:
        return time
    if 0 < abs(away) < 7:
        return f"{_DAYS[local(moment, zone).weekday()]} {time}"
    return f"{day(moment, zone)}, {time}"
