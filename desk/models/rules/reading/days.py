"""Turns what was said about a day into a date, counted from the message's own day in the store's zone (AI-09)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from dateutil.easter import easter

from desk.models.rules.reading.dates import Atom

FRIDAY, SATURDAY = 4, 5
_HORIZON = timedelta(days=5 * 366)
"""A date further off is a year of something else."""
_NTH = {"first": "1", "1st": "1", "primer": "1", "second": "2", "2nd": "2", "third": "3", "3rd": "3",
        "fourth": "4", "4th": "4", "last": "last", "ultimo": "last"}  # fmt: skip
_FIXED = {
    "d0": 0,
    "d0n": 0,
    "d0a": 0,
    "d0e": 0,
    "d0m": 0,
    "now": 0,
    "later": 0,
    "d1": 1,
    "d2": 2,
    "w1": 7,
    "w2": 14,
    "w1d1": 8,
    "day_after": 1,
    "day_before": 0,
}


def day_of(atom: Atom, today: date, dates: Mapping[str, Any]) -> date | None:
    """Gives the first day an atom names; None for a day that does not exist or lies in the past.

    An atom of another's day with `days_on` names the day so many days from it.
    """
    if on := atom.piece("days_on"):
        named = replace(atom, pieces={name: said for name, said in atom.pieces.items() if name != "days_on"})
        day = day_of(named, today, dates)
        return day + timedelta(days=int(on)) if day else None
    match atom.kind:
        case "relday":
            return today + timedelta(days=next(_FIXED[name] for name in _FIXED if name in atom.pieces))
        case "weekday":
            return _weekday(atom, today, dates)
        case "weekend":
            return _stretch(atom, today, dates)
        case "ordinal":
            return _next_dom(_dom(atom, dates), today)
        case "holiday":
            return _holiday(atom, today, dates)
        case _:
            return _monthday(atom, today, dates)


def moved_on(day: date, unit: str, weekdays: Mapping[str, int], *, back: bool) -> date:
    """Gives the day a day, a week or a month after another or before it, or the next or last such weekday."""
    days = {"day": 1, "dia": 1, "week": 7, "semana": 7}.get(unit)
    if unit in weekdays and back:
        return day - timedelta(days=1 + (day.weekday() - weekdays[unit] - 1) % 7)
    if unit in weekdays:
        return day + timedelta(days=1 + (weekdays[unit] - day.weekday() - 1) % 7)
    if days:
        return day + timedelta(days=-days if back else days)
    month = (day.replace(day=1) + timedelta(days=-1 if back else 32)).replace(day=1)
    last = (month + timedelta(days=32)).replace(day=1) - timedelta(days=1)
    return month.replace(day=min(day.day, last.day))


def _dom(atom: Atom, dates: Mapping[str, Any]) -> int:
    """Gives the day of the month an ordinal names in figures or in words."""
    if atom.piece("dom4", "dom5"):
        return 1
    word: int = dates["ordinals"].get(atom.piece("domw"), 0)
    return word or int(atom.piece("dom", "dom2", "dom3", "dom6", "dom7", "weekof") or 0)


def _weekday(atom: Atom, today: date, dates: Mapping[str, Any]) -> date | None:
    if atom.piece("lastish"):
        return None
    table = dates["weekdays"]
    wanted = table[atom.piece("weekday", "weekday2", "weekday3", "weekday4", "weekday5") or "monday"]
    if dom := atom.piece("dom", "dom1"):
        return _next_dom(int(dom), today)
    if dom := atom.piece("weekof"):
        first = _next_dom(int(dom), today)
        return first + timedelta(days=wanted - first.weekday()) if first else None
    coming = today + timedelta(days=(wanted - today.weekday()) % 7)
    monday = today - timedelta(days=today.weekday())
    said, after = atom.piece("which") or "", atom.piece("after", "inweek") or ""
    if after == "after next":
        return monday + timedelta(days=14 + wanted)
    if said in ("next", "the following", "following", "el otro") or any(
        word in after for word in ("next", "week after", "semana")
    ):
        return monday + timedelta(days=7 + wanted)
    if atom.piece("weeks2"):
        return coming + timedelta(days=14)
    if atom.piece("week", "week2") or (coming == today and "proximo" in said):
        return coming + timedelta(days=7)
    return coming


def _stretch(atom: Atom, today: date, dates: Mapping[str, Any]) -> date | None:
    monday = today - timedelta(days=today.weekday())
    next_month = (today.replace(day=1) + timedelta(days=32)).replace(day=1)
    firsts = {
        "weekend": today if today.weekday() >= SATURDAY else monday + timedelta(days=SATURDAY),
        "nextweekend": monday + timedelta(days=7 + SATURDAY),
        "weekend2": monday + timedelta(days=14 + SATURDAY),
        "endweek": max(today, monday + timedelta(days=FRIDAY)),
        "nextweek": monday + timedelta(days=7),
        "thisweek": today,
        "nextmonth": next_month,
        "endmonth": next_month - timedelta(days=1),
        "nextyear": date(today.year + 1, 1, 1),
    }
    name = next(name for name in atom.pieces if not name.endswith("_month"))
    if name in firsts:
        return firsts[name]
    if said := atom.piece("last_month"):
        first = _next_date(dates["months"][said] % 12 + 1, 1, None, today + timedelta(days=1))
        return first - timedelta(days=1) if first else None
    return _next_date(dates["months"][atom.pieces["bare_month"]], 1, None, today)


def _holiday(atom: Atom, today: date, dates: Mapping[str, Any]) -> date | None:
    """A holiday is "12-25", or by its weekday "11-thu-4" (the fourth Thursday), "05-mon-last", or "easter"; "+1" a day on."""
    told, _, on = dates["holidays"][atom.piece("holiday", "holiday2")].partition("+")
    month, *rest = told.split("-")
    after = timedelta(days=int(on or 0) + (atom.piece("dayafter") is not None))
    day: date | None
    if told == "easter":
        day = _next_easter(today - after)
    elif len(rest) == 1:
        day = _next_date(int(month), int(rest[0]), None, today - after)
    else:
        day = _next_nth(int(month), rest[1], dates["weekdays"][rest[0]], today - after)
    if day and (weekday := atom.piece("onday")):
        return moved_on(day, weekday, dates["weekdays"], back=atom.piece("weekdaybefore") is not None)
    return day + after if day else None


def _next_easter(today: date) -> date:
    this: date = easter(today.year)
    following: date = easter(today.year + 1)
    return this if this >= today else following


def _next_nth(month: int, nth: str, weekday: int, today: date) -> date:
    """Gives the next such day as "the first Saturday in August", counted from today."""
    this = _nth(today.year, month, nth, weekday)
    return this if this >= today else _nth(today.year + 1, month, nth, weekday)


def _nth(year: int, month: int, nth: str, weekday: int) -> date:
    first = date(year, month, 1)
    day = first + timedelta(days=(weekday - first.weekday()) % 7)
    if nth != "last":
        return day + timedelta(weeks=int(nth) - 1)
    return max(later for weeks in (3, 4) if (later := day + timedelta(weeks=weeks)).month == month)


def _monthday(atom: Atom, today: date, dates: Mapping[str, Any]) -> date | None:
    months = dates["months"]
    if atom.piece("nth"):
        return _named_nth(atom, today, dates)
    if atom.piece("nthweek"):
        first = 7 * (min(int(_NTH[atom.pieces["nthweek"]].replace("last", "4")), 4) - 1) + 1
        return _next_date(months[atom.pieces["weekmonth"]], first, None, today)
    if atom.piece("monthstart", "monthmid"):
        dom = 15 if atom.piece("monthmid") else 1
        return _next_date(months[atom.piece("monthstart", "monthmid") or "january"], dom, None, today)
    if atom.piece("mm"):
        month, dom, year = int(atom.pieces["mm"]), int(atom.pieces["dd"]), atom.piece("yy")
    else:
        month = months[atom.piece("month", "month2", "month3") or "january"]
        said = dates["ordinals"].get(atom.piece("domw")) or atom.piece("dom", "dom2") or 0
        dom, year = int(said), atom.piece("year", "year2")
    full = int(year) + (2000 if len(year) < 4 else 0) if year else None
    return _next_date(month, dom, full, today)


def _named_nth(atom: Atom, today: date, dates: Mapping[str, Any]) -> date:
    said, weekday = atom.pieces["nthmonth"], dates["weekdays"][atom.pieces["nthday"]]
    nth = _NTH[atom.pieces["nth"]]
    if said in dates["months"]:
        return _next_nth(dates["months"][said], nth, weekday, today)
    ahead = (today.replace(day=1) + timedelta(days=32)).replace(day=1)
    this = _nth(today.year, today.month, nth, weekday)
    return this if "next" not in said and this >= today else _nth(ahead.year, ahead.month, nth, weekday)


def _next_date(month: int, dom: int, year: int | None, today: date) -> date | None:
    try:
        day = date(year or today.year, month, dom)
        ahead = day if year or day >= today else day.replace(year=today.year + 1)
    except ValueError:
        return None
    return ahead if today <= ahead < today + _HORIZON else None


def _next_dom(dom: int, today: date) -> date | None:
    first = today.replace(day=1)
    for _ in range(12):
        try:
            if first.replace(day=dom) >= today:
                return first.replace(day=dom)
        except ValueError:
            if not 1 <= dom <= 31:
                return None
        first = (first + timedelta(days=32)).replace(day=1)
    return None
