"""A fact in words, and how moments are said in one language and in the store's zone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from desk.models.facts import Facts
from desk.models.time import local

if TYPE_CHECKING:
    from desk.models.rules.wording import Templates

_WEEK = 7
_MONTH = 30


@dataclass(frozen=True, slots=True)
class Known:
    """A fact in words with its rows, and the link it carries if it is one."""

    text: str
    rows: tuple[str, ...] = ()
    link: str = ""


@dataclass(frozen=True)
class Speech:
    """Moments and vehicles in one language's words, in the store's zone."""

    templates: Templates
    facts: Facts
    now: datetime
    language: str

    def word(self, key: str) -> str:
        """One of the language's own words; an empty text where it has none."""
        return str(self.templates.word(self.language, f"words.{key}"))

    def listed(self, key: str) -> list[str]:
        """One of its lists, such as the days of the week from Monday on."""
        found = self.templates.word(self.language, f"words.{key}")
        return [str(item) for item in found] if isinstance(found, (list, tuple)) else []

    def clock(self, moment: datetime, *, minutes: bool = False) -> str:
        """A time of day as people here say it: ``3 PM``, ``3:30 PM``; with ``minutes`` always ``9:05 AM``."""
        at = local(moment, self.facts.store.zone)
        shown = f"{at.hour % 12 or 12}" + (f":{at.minute:02d}" if at.minute or minutes else "")
        return f"{shown} {'AM' if at.hour < 12 else 'PM'}"

    def day(self, moment: datetime) -> str:
        """``today``, ``tomorrow``, a weekday within the week, else a date."""
        day, today = (
            local(moment, self.facts.store.zone).date(),
            local(self.now, self.facts.store.zone).date(),
        )
        ahead = (day - today).days
        if ahead in (0, 1):
            return self.word("today" if ahead == 0 else "tomorrow")
        name = self.listed("days")[day.weekday()]
        if 0 < ahead < _WEEK:
            return self.word("weekday").format(day=name)
        return self.word("date").format(day=name, month=self.listed("months")[day.month - 1], number=day.day)

    def when(self, moment: datetime) -> str:
        """A day and a time: ``Saturday at 3 PM``."""
        one = local(moment, self.facts.store.zone).hour % 12 == 1
        return self.word("at_one" if one else "at").format(day=self.day(moment), time=self.clock(moment))

    def as_of(self, moment: datetime) -> str:
        """The moment of a reading of the feed: ``9:05 AM``, with its day where that is not today."""
        at, zone = self.clock(moment, minutes=True), self.facts.store.zone
        same = local(moment, zone).date() == local(self.now, zone).date()
        return at if same else self.word("at_on").format(day=self.day_past(moment), time=at)

    def day_past(self, moment: datetime) -> str:
        """A day that has been, always by its date (store's zone)."""
        day = local(moment, self.facts.store.zone).date()
        return self.word("date").format(
            day=self.listed("days")[day.weekday()], month=self.listed("months")[day.month - 1], number=day.day
        )

    def ago(self, moment: datetime) -> str:
        """How long ago in days of the store, as people say it: ``yesterday``, ``5 days ago``, ``3 weeks ago``."""
        zone = self.facts.store.zone
        days = max(0, (local(self.now, zone).date() - local(moment, zone).date()).days)
        shapes = self.listed("ago")
        if days < 2 * _WEEK:
            return shapes[min(days, 2)].format(count=days)
        return (
            shapes[3].format(count=days // _WEEK)
            if days < 2 * _MONTH
            else shapes[4].format(count=days // _MONTH)
        )

    def either(self, moments: tuple[datetime, ...]) -> str:
        """Moments to choose from, in their order: ``Thursday at 3 PM or Friday at 10 AM``."""
        return self.word("or").join(self.when(moment) for moment in moments)


def language_of(facts: Facts) -> str:
    """The language to write in: what the customer wrote last, else what their inquiry said."""
    return facts.customer.language if facts.lead.language == "en" else facts.lead.language
