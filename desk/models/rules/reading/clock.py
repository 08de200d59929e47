"""Turns a time phrase into a moment in the store's zone, with a dealership's sense of the hour (AI-09).

Moments are computed as wall-clock times and then placed in the zone, so that a night on which the clocks
change moves nothing: "tomorrow at 3" is 15:00 on either side of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from desk.models.rules.reading.dates import DAYS, HOURS, Atom, Phrase
from desk.models.rules.reading.days import day_of
from desk.models.rules.reading.lexicon import Lexicon
from desk.models.rules.reading.values import Appointment, MessageIn, Precision

_UNITS = {
    "minute": timedelta(minutes=1),
    "hour": timedelta(hours=1),
    "day": timedelta(days=1),
    "week": timedelta(weeks=1),
    "fortnight": timedelta(weeks=2),
}
_MOST = 1000
"""No one plans further ahead than this many of anything; it keeps absurd numbers inside the calendar."""
_UNIT_PIECES = ("unit", *(f"unit{n}" for n in range(2, 21)), "unit20b")
_COUNT_PIECES = ("count", *(f"count{n}" for n in range(2, 21)))
_HALF_PIECES = tuple(f"m{n}" for n in range(1, 41))
_PART_NAMES = {
    "manana": "morning", "temprano": "morning", "first": "morning", "early": "morning", "late_morning": "morning", "before_open": "morning",
    "am": "morning", "pm": "afternoon", "after_work2": "after_work", "evening2": "evening", "evening3": "evening",
}  # fmt: skip
_PART_OF_DAY = {"d0n": "evening", "d0a": "afternoon", "d0e": "evening", "d0m": "morning"}


@dataclass(frozen=True, slots=True)
class Here:
    """The message's moment in the store's zone, and the words of the clock."""

    now: datetime
    zone: ZoneInfo
    lexicon: Lexicon
    store_open: Mapping[int, tuple[time, time]] | None

    @classmethod
    def of(cls, message: MessageIn, lexicon: Lexicon) -> Here:
        """Places the message's moment in the store's zone."""
        zone = ZoneInfo(message.timezone)
        return cls(message.now.astimezone(zone), zone, lexicon, message.store_open)

    def at(self, day: date, when: time) -> datetime:
        """Gives the wall-clock time of a day in the store's zone, a time the clocks skip moved past the gap."""
        return datetime.combine(day, when, self.zone).astimezone(ZoneInfo("UTC")).astimezone(self.zone)

    def day(self, atom: Atom) -> date | None:
        """Gives the date an atom names, counted from today; None for one that does not exist or is past."""
        if atom.kind == "ahead":
            ahead = span_of(atom, self)
            return self.now.date() + ahead[0] if ahead else _months_on(atom, self)
        return day_of(atom, self.now.date(), self.lexicon.dates)

    def part(self, name: str, day: date) -> time:
        """Gives the first hour of a part of the day: the table's, or the store's opening if that is later."""
        opening = (self.store_open or {}).get(day.weekday())
        start = time.fromisoformat(self.lexicon.dates["parts"][name])
        return max(start, opening[0]) if opening else start

    def opening(self, day: date) -> time:
        """Gives the store's opening, or the first hour of a morning where its hours are not known."""
        opening = (self.store_open or {}).get(day.weekday())
        return opening[0] if opening else self.part("morning", day)


def resolve(phrase: Phrase, here: Here) -> Appointment | None:
    """Gives the moment a phrase names, or None when it names none (or one that cannot be)."""
    days = _days(phrase, here)
    if phrase.of(*DAYS) and not days:
        return None
    relative = phrase.of("relative", "stretch")
    if relative and _starts_now(phrase):
        return _relative(relative[0], here)
    clocks = phrase.of(*HOURS)
    exact = [atom for atom in clocks if phrase.alternative or not atom.piece("noon")]
    times = [told for atom in exact or clocks if (told := _time_of(atom, phrase, here))]
    if phrase.of(*HOURS) and not times:
        return None
    part = _part_name(phrase)
    if times:
        return _at_times(phrase, days, times, here)
    if part:
        return _in_part(phrase, days, part, here)
    return _on_days(phrase, days, here)


def _starts_now(phrase: Phrase) -> bool:
    """Whether a stretch of time is counted from now: no day stands beside it, or only "on my way"."""
    return all(atom.piece("now") for atom in phrase.of(*DAYS))


def _days(phrase: Phrase, here: Here) -> list[date]:
    """A date beside a weekday decides ("Friday, October 23"), unless they are alternatives."""
    dated = phrase.of("monthday", "ordinal", "holiday")
    atoms = dated if dated and not phrase.alternative else _of_one_week(phrase.of(*DAYS))
    return [day for atom in atoms if (day := here.day(atom))]


def _of_one_week(atoms: list[Atom]) -> list[Atom]:
    """ "Wednesday or Thursday next week": the week named with the last of several weekdays is that of all."""
    week = atoms[-1].piece("after") if atoms and all(atom.kind == "weekday" for atom in atoms) else None
    if week is None:
        return atoms
    return [
        atom if atom.piece("which") else replace(atom, pieces={**atom.pieces, "after": week})
        for atom in atoms
    ]


def _number(word: str | None, here: Here) -> int | None:
    if word is None:
        return None
    return min(int(float(word)), _MOST) if word[0].isdigit() else here.lexicon.dates["numbers"].get(word)


def span_of(atom: Atom, here: Here) -> tuple[timedelta, str] | None:
    """Gives how far ahead a "in 2 hours" lies and its unit; None for months and years (see `resume`)."""
    unit = here.lexicon.dates["units"].get(atom.piece(*_UNIT_PIECES) or "")
    if atom.piece("in5", "in5b", "in5c", "in5d"):
        unit = "minute"
    if unit not in _UNITS:
        return None
    count = _number(atom.piece(*_COUNT_PIECES), here)
    half = atom.piece("half", "half4", "half5") is not None
    if count is None and not half and (atom.piece(*_UNIT_PIECES) or "").endswith("s"):
        return None
    amount = 0.5 if half and not atom.piece("half2", "half3") else float(count or 1)
    if atom.piece("half2", "half3"):
        amount += 0.5
    return _UNITS[unit] * amount, unit


def _relative(atom: Atom, here: Here) -> Appointment | None:
    ahead = span_of(atom, here)
    if ahead is None or atom.piece("sooner", "later"):
        return None  # "an hour later than we said": counted from an hour nobody names
    start = (here.now.astimezone(ZoneInfo("UTC")) + ahead[0]).astimezone(here.zone)
    return Appointment(start.replace(second=0, microsecond=0), None, "minute", "")


@dataclass(frozen=True, slots=True)
class Told:
    """A time of day as told; `sure` when morning or afternoon was said with it."""

    when: time
    minutes: bool
    sure: bool


def _time_of(atom: Atom, phrase: Phrase, here: Here) -> Told | None:
    if atom.piece("noon"):
        thirty = atom.piece("min38") is not None
        return Told(time(12, 30 if thirty else 0), thirty, True)
    hour = _number(
        atom.piece("h", *(f"h{n}" for n in range(1, 10)), "h10w", "h11w", *(f"h{n}" for n in range(12, 44))),
        here,
    )
    if hour is None or hour > 23:
        return None
    minute, earlier = _minute(atom, here)
    half = _half_said(atom) or _half_of_day(phrase, hour, here)
    hour = _on_the_clock(hour, half, here)
    late, sooner = (_number(atom.piece(name), here) or 0 for name in ("late", "sooner"))
    whole = (hour * 60 + minute - earlier + late - sooner) % (24 * 60)
    return Told(
        time(whole // 60, whole % 60),
        bool(minute or earlier or late or sooner or atom.piece("min5")),
        half is not None or hour > 12,
    )


def _minute(atom: Atom, here: Here) -> tuple[int, int]:
    past, to = (_number(atom.piece(name), here) for name in ("m60past", "m60to"))
    if past or to:
        return (past or 0) % 60, (to or 0) % 60
    said = atom.piece("min4", "min5", "min8", "min9", "min11", *(f"min{n}" for n in range(14, 44))) or ""
    digits = "".join(c for c in said if c.isdigit())
    if digits:
        return int(digits) % 60, 0
    if "forty" in said:
        return 45, 0
    if atom.piece("half", "half2") or "media" in said or "thirty" in said:
        return 30, 0
    if atom.piece("qto") or "menos" in said:
        return 0, 15
    return (15, 0) if atom.piece("qpast") or "cuarto" in said or "fifteen" in said else (0, 0)


def _half_said(atom: Atom) -> str | None:
    """Gives the half of the day told with the hour itself."""
    said = atom.piece(*_HALF_PIECES) or ""
    morning = said == "am" or "morning" in said or "manana" in said
    return ("am" if morning else "pm") if said else None


def _half_of_day(phrase: Phrase, hour: int, here: Here) -> str | None:
    """Gives the half that a part of the day beside the hour means; no store sees anyone "early, at 2" in the night."""
    names = {_PART_OF_DAY.get(name, name) for other in phrase.of("part", "relday") for name in other.pieces}
    early = {"morning", "manana", "first", "late_morning", "temprano", "before_open", "am", "early"}
    if names & early and hour >= here.lexicon.dates["hours"]["first_morning_hour"]:
        return "am"
    late = {"afternoon", "evening", "after_work", "late_afternoon", "after_school", "pm"}
    return "pm" if names & late else None


def _on_the_clock(hour: int, half: str | None, here: Here) -> int:
    if half == "am":
        return hour % 12 if hour <= 12 else hour
    if half == "pm":
        return hour if hour >= 12 else hour + 12
    afternoon = 1 <= hour <= here.lexicon.dates["hours"]["last_afternoon_hour"]
    return hour + 12 if afternoon else hour


def _part_name(phrase: Phrase) -> str | None:
    for atom in phrase.of("part"):
        for name in atom.pieces:
            return _PART_NAMES.get(name, name)
    for atom in phrase.of("relday"):
        for name in atom.pieces:
            if name in _PART_OF_DAY:
                return _PART_OF_DAY[name]
    return None


def _at_times(phrase: Phrase, days: list[date], times: list[Told], here: Here) -> Appointment | None:
    first = times[0]
    start = _placed(first, days, here, weekly=bool(phrase.of("weekday")))
    if start is None:
        return None
    end = None
    if len(times) > 1 and len(days) < 2 and (phrase.ranged or phrase.alternative):
        first, start, end = _between(times, start, here)
    precision: Precision = "minute" if first.minutes else "hour"
    if phrase.bound == "before" and len(times) == 1:
        return _up_to(start, here)
    return Appointment(start, end, precision, "")


def _up_to(end: datetime, here: Here) -> Appointment:
    """ "Before 10" is no visit at 10: any hour of that day up to it, from the opening on where it lies before, and none that has passed."""
    opening, midnight = here.at(end.date(), here.opening(end.date())), here.at(end.date(), time())
    begins = opening if opening < end else midnight
    now = here.now.replace(second=0, microsecond=0)
    return Appointment(now if begins < now < end else begins, end, "part", "")


def _between(times: list[Told], start: datetime, here: Here) -> tuple[Told, datetime, datetime | None]:
    """A range takes its half of the day from the end it was said at: "10 to 2" but also "2 to 4 pm"."""
    one, other = times[0], times[1]
    if one.when > other.when and other.sure and not one.sure and one.when.hour >= 12:
        start = here.at(start.date(), one.when.replace(hour=one.when.hour - 12))
    end = here.at(start.date(), other.when)
    return one, start, end if end > start else None


def _placed(told: Told, days: list[date], here: Here, *, weekly: bool) -> datetime | None:
    """The next such moment; "Saturday 10", said on Saturday afternoon (`weekly`), is no hour of that night."""
    today, hours = here.now.date(), here.lexicon.dates["hours"]
    later = told.when.replace(hour=told.when.hour + 12) if told.when.hour < 12 else told.when
    if days and days[0] != today:
        return here.at(days[0], told.when)
    start = here.at(today, told.when)
    if start >= here.now:
        return start
    evening = hours["evening_from"] <= told.when.hour <= hours["evening_until"]
    if not told.sure and (evening or (days and not weekly)) and here.at(today, later) > here.now:
        return here.at(today, later)
    if weekly:
        return here.at(today + timedelta(days=7), told.when)
    if days:
        return start
    return here.at(today + timedelta(days=1), told.when)


def _in_part(phrase: Phrase, days: list[date], part: str, here: Here) -> Appointment:
    day = days[0] if days else here.now.date()
    start = here.at(day, here.part(part, day))
    ends = here.lexicon.dates["part_ends"]
    over = here.at(day, time.fromisoformat(ends[part])) if part in ends else here.at(day, time(23, 59))
    if over <= here.now and (not days or (day == here.now.date() and phrase.of("weekday"))):
        day += timedelta(days=7 if days else 1)  # "Sat morning", said on Saturday afternoon, is the next one
        start = here.at(day, here.part(part, day))
    return Appointment(start, None, "part", "")


def _on_days(phrase: Phrase, days: list[date], here: Here) -> Appointment | None:
    atoms = phrase.of(*DAYS)
    if any(atom.piece("now") for atom in atoms):
        return Appointment(here.now.replace(second=0, microsecond=0), None, "minute", "")
    last = _last_day(atoms[-1], days[-1])
    several = last > days[0] and (phrase.alternative or phrase.ranged or atoms[0].kind == "weekend")
    end = here.at(last + timedelta(days=1), time()) if several else None
    return Appointment(here.at(days[0], time()), end, "day", "")


def _last_day(atom: Atom, day: date) -> date:
    if atom.piece("weekend", "nextweekend"):
        return day + timedelta(days=6 - day.weekday())
    if atom.piece("nextweek", "thisweek"):
        return day + timedelta(days=6 - day.weekday())
    return day


def resume_day(phrase: Phrase, here: Here) -> date | None:
    """Gives the day from which a "not now, try me in March" may be taken up again."""
    days = [day for atom in phrase.of(*DAYS) if (day := here.day(atom))]
    if not days:
        return None
    dated = [day for atom in phrase.of("monthday", "ordinal") if (day := counted_on(atom, days[0], here))]
    return days[-1] if phrase.ranged else (dated or days)[0]


def counted_on(atom: Atom, day: date, here: Here) -> date | None:
    """Gives the date an atom names, a day of the month alone counted from `day`: "after Labor Day, say the 8th"."""
    return day_of(atom, day, here.lexicon.dates) if atom.kind == "ordinal" else here.day(atom)


def _months_on(atom: Atom, here: Here) -> date | None:
    unit: Any = here.lexicon.dates["units"].get(atom.piece(*_UNIT_PIECES) or "")
    count = (_number(atom.piece(*_COUNT_PIECES), here) or 1) * (12 if unit == "year" else 1)
    month = here.now.month - 1 + min(count, 120)
    year, month = here.now.year + month // 12, month % 12 + 1
    for dom in range(here.now.day, 0, -1):
        try:
            return date(year, month, dom)
        except ValueError:
            continue
    return None
