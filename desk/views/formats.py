"""Moments and spans as people read them: "9:35", "Oct 21", "6 m over", "in 1 m".

Moments are aware UTC; ``zone`` is the store's (or the customer's) IANA name; ``now`` is always passed in.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

from desk.views.text import say

if TYPE_CHECKING:  # the first frame shows no time yet
    from datetime import date, datetime
    from zoneinfo import ZoneInfo

_HOURS = re.compile(r"(\d\d):(\d\d)\s*-\s*(\d\d):(\d\d)")
_US = QLocale(QLocale.Language.English, QLocale.Country.UnitedStates)
SOON_S = 5 * 60  # within five minutes a due time reads "in 4 m", which needs no arithmetic


@lru_cache(maxsize=16)
def _zone(name: str) -> ZoneInfo:
    from zoneinfo import ZoneInfo

    return ZoneInfo(name)


def local(moment: datetime, zone: str) -> datetime:
    return moment.astimezone(_zone(zone))


def clock(moment: datetime, zone: str) -> str:
    """9:35"""
    at = local(moment, zone)
    return f"{at.hour % 12 or 12}:{at.minute:02}"


def clock_full(moment: datetime, zone: str) -> str:
    """9:35 AM"""
    return f"{clock(moment, zone)} {'AM' if local(moment, zone).hour < 12 else 'PM'}"


def weekday(moment: datetime, zone: str) -> str:
    """Wed"""
    return _US.dayName(local(moment, zone).isoweekday(), QLocale.FormatType.ShortFormat)


def day(moment: datetime, zone: str) -> str:
    """Oct 21"""
    at = local(moment, zone)
    return f"{_US.monthName(at.month, QLocale.FormatType.ShortFormat)} {at.day}"


def day_full(moment: datetime, zone: str) -> str:
    """Tuesday, October 14"""
    at = local(moment, zone)
    return f"{_US.dayName(at.isoweekday())}, {_US.monthName(at.month)} {at.day}"


def hours_of(span: str) -> str:
    """8:30 – 6:30 from "08:30-18:30", as people say it; anything else as it came."""
    return _HOURS.sub(lambda told: f"{_hour(told[1], told[2])} – {_hour(told[3], told[4])}", span)


def _hour(hour: str, minute: str) -> str:
    return f"{(int(hour) - 1) % 12 + 1}{'' if minute == '00' else f':{minute}'}"


def calendar_day(day: date) -> str:
    """Oct 21, 2026: a day of the calendar, which has no zone."""
    return f"{_US.monthName(day.month, QLocale.FormatType.ShortFormat)} {day.day}, {day.year}"


def day_long(moment: datetime, zone: str, now: datetime) -> str:
    """Today, Yesterday, or "Monday, Oct 13": the line between the days of a conversation."""
    away = days_away(moment, now, zone)
    if away in (0, -1):
        return say("Today") if away == 0 else say("Yesterday")
    name = _US.dayName(local(moment, zone).isoweekday(), QLocale.FormatType.LongFormat)
    return f"{name}, {day(moment, zone)}"


def when(moment: datetime, zone: str, now: datetime) -> str:
    """Today 9:35 AM, Wed 10:00 AM, or "Oct 21, 8:58 AM"."""
    away = days_away(moment, now, zone)
    time = clock_full(moment, zone)
    if away == 0:
        return say("Today {time}", time=time)
    if 0 < abs(away) < 7:
        return f"{weekday(moment, zone)} {time}"
    return f"{day(moment, zone)}, {time}"


def days_away(moment: datetime, now: datetime, zone: str) -> int:
    """Calendar days from now to ``moment`` in that zone; negative when it is past."""
    return (local(moment, zone).date() - local(now, zone).date()).days


def span(seconds: float) -> str:
    """A span in its largest unit: "58 s", "6 m", "3 h", "1 d"."""
    whole = max(0, int(seconds))
    for unit, size in (("d", 86400), ("h", 3600), ("m", 60)):
        if whole >= size:
            return f"{whole // size} {unit}"
    return f"{whole} s"


def _parts(seconds: float) -> tuple[int, int, int, int]:
    """Days, hours, minutes and seconds."""
    whole = max(0, int(seconds))
    return whole // 86400, whole % 86400 // 3600, whole % 3600 // 60, whole % 60


def span_exact(seconds: float) -> str:
    """A span in two units: "3 m 48 s", "1 h 5 m"."""
    named = zip(_parts(seconds), "dhms", strict=True)
    return " ".join([f"{count} {unit}" for count, unit in named if count][:2]) or "0 s"


def countdown(seconds: float) -> str:
    """What a timer shows: "6:12", and "1 h 4 m" or "2 d 3 h" where seconds no longer matter."""
    whole = max(0, int(seconds))
    return span_exact(whole) if whole >= 3600 else f"{whole // 60}:{whole % 60:02}"


def span_words(seconds: float) -> str:
    """A span for the ear: "46 seconds", "3 minutes 48 seconds"."""
    shown = [_counted(count, unit) for unit, count in enumerate(_parts(seconds)) if count][:2]
    return " ".join(shown) or say("{n} seconds", n=0)


def _counted(count: int, unit: int) -> str:
    if count == 1:
        return (say("1 day"), say("1 hour"), say("1 minute"), say("1 second"))[unit]
    several = say("{n} days"), say("{n} hours"), say("{n} minutes"), say("{n} seconds")
    return several[unit].format(n=count)


def due(moment: datetime, now: datetime, zone: str) -> tuple[str, bool]:
    """When a step is due, and whether it is over: ("6 m over", True), ("in 1 m", False), ("9:40", False)."""
    left = (moment - now).total_seconds()
    if left <= -60:
        return say("{span} over", span=span(-left)), True
    if left < 60:
        return say("now"), False
    if left < SOON_S:
        return say("in {n} m", n=round(left / 60)), False
    away = days_away(moment, now, zone)
    if away == 0:
        return clock(moment, zone), False
    return (f"{weekday(moment, zone)} {clock(moment, zone)}" if away < 7 else day(moment, zone)), False


def phone(number: str) -> str:
    """(208) 555-0142 from +12085550142; any other number as it came."""
    digits = "".join(c for c in number if c.isdigit())
    digits = digits[1:] if len(digits) == 11 and digits.startswith("1") else digits
    return f"({digits[:3]}) {digits[3:6]}-{digits[6:]}" if len(digits) == 10 else number


def size(count_of_bytes: int) -> str:
    """0.4 MB, 213 MB"""
    megabytes = count_of_bytes / 1_000_000
    return f"{megabytes:.1f} MB" if megabytes < 10 else f"{megabytes:,.0f} MB"


def count(number: int) -> str:
    """1,204"""
    return f"{number:,}"
