"""When a lead came: the many ways senders write a request date (LEAD-02).

Every moment returned is aware: in the offset that was written, else in the zone given by the caller.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone, tzinfo

# Offsets of the abbreviations that American senders write, in hours.
_ABBREVIATIONS = {
    "UTC": 0, "GMT": 0, "Z": 0, "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8,
    "PDT": -7, "AKST": -9, "AKDT": -8, "HST": -10,
}  # fmt: skip
_MONTHS = {name: at for at, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
_YEAR_FIRST = re.compile(r"\b(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})(?!\d)")
_COMPACT = re.compile(r"\b(?P<y>(?:19|20)\d\d)(?P<m>\d\d)(?P<d>\d\d)(?=T|\b)")
_YEAR_LAST = re.compile(r"\b(?P<m>\d{1,2})[-/.](?P<d>\d{1,2})[-/.](?P<y>\d{4}|\d{2})(?!\d)")
_NAMED = re.compile(
    r"\b(?:(?P<d>\d{1,2})(?:st|nd|rd|th)?[\s-]+)?(?P<mon>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?[\s-]+"
    r"(?:(?P<d2>\d{1,2})(?:st|nd|rd|th)?,?[\s-]+)?(?P<y>\d{4})(?!\d)",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"(?<![\d:+-])T?\s*(?P<h>\d{1,2}):(?P<mi>\d{1,2})(?::(?P<s>\d{1,2})(?:[.,](?P<f>\d{1,9}))?)?\s*(?P<half>[ap]\.?m\b\.?)?",
    re.IGNORECASE,
)
_HOUR = re.compile(r"(?<![\d:])(?P<h>\d{1,2})\s*(?P<half>[ap]\.?m\b\.?)", re.IGNORECASE)
_OFFSET = re.compile(
    r"^\s*(?:(?:GMT|UTC)?\s*(?P<sign>[+\u2212-])(?P<h>\d{1,2}):?(?P<m>\d{0,2})(?!\d)|\(?(?P<name>[A-Z]{1,4})\b)",
    re.IGNORECASE,
)


def read_moment(text: str, zone: tzinfo) -> datetime | None:
    """The moment written in `text`, or None. Without an offset it is local to `zone`; without a time, midnight."""
    text = text.strip()[:80]
    if (day := _day(text)) is None:
        return None
    date, rest = day
    clock, after = _clock(rest)
    if clock is None:
        return None
    try:
        return datetime(*date, *clock, tzinfo=_offset(after) or zone)
    except (ValueError, OverflowError):
        return None


def has_time(text: str) -> bool:
    """Whether a time of day is written in `text`, not a day alone."""
    return bool(_TIME.search(text) or _HOUR.search(text))


def _day(text: str) -> tuple[tuple[int, int, int], str] | None:
    for pattern in (_YEAR_FIRST, _COMPACT, _YEAR_LAST, _NAMED):
        if found := pattern.search(text):
            parts = found.groupdict()
            month = _MONTHS[parts["mon"].lower()] if "mon" in parts else int(parts["m"])
            day = int(parts["d"] or parts.get("d2") or 1)
            year = int(parts["y"])
            if pattern is _YEAR_LAST and month > 12:
                month, day = day, month  # a sender who writes the day first
            return (year + 2000 if year < 100 else year, month, day), text[: found.start()] + " " + text[
                found.end() :
            ]
    return None


def _clock(text: str) -> tuple[tuple[int, int, int, int] | None, str]:
    """Hour, minute, second and microsecond in `text`, and what follows them; None for an impossible hour."""
    found = _TIME.search(text) or _HOUR.search(text)
    if not found:
        return (0, 0, 0, 0), text
    parts = {"mi": None, "s": None, "f": None} | found.groupdict()
    hour = _hour(int(parts["h"] or 0), parts["half"])
    fraction = int((parts["f"] or "").ljust(6, "0")[:6])
    clock = (hour, int(parts["mi"] or 0), int(parts["s"] or 0), fraction)
    fits = clock[0] < 24 and clock[1] < 60 and clock[2] < 60
    return (clock if fits else None), text[found.end() :]


def _hour(hour: int, half: str | None) -> int:
    if not half or hour > 12:
        return hour
    return hour % 12 + (12 if half[0] in "pP" else 0)


def _offset(text: str) -> tzinfo | None:
    """The offset at the start of `text`; `-08:0` is eight hours."""
    found = _OFFSET.match(text)
    if not found:
        return None
    if found["name"]:
        hours = _ABBREVIATIONS.get(found["name"].upper())
        return None if hours is None else timezone(timedelta(hours=hours))
    minutes = int(found["h"]) * 60 + int(found["m"] or 0)
    if minutes >= 24 * 60:
        return None
    return timezone(timedelta(minutes=minutes if found["sign"] == "+" else -minutes))
