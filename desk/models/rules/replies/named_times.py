"""What an answer about a time means beside what was offered: "the second one", "9 works", "Thursday or Friday", "same time" (AI-08)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from itertools import groupby
from zoneinfo import ZoneInfo

from desk.models.facts import Facts
from desk.models.playbook import Playbook
from desk.models.rules import slots
from desk.models.rules.gate.segments import plain
from desk.models.rules.known import Speech
from desk.models.rules.reading.normalise import fold
from desk.models.rules.replies.heard import Heard
from desk.models.time import local

_NO_AGREEMENT = frozenset(
    {"price", "payment", "financing", "complaint", "legal_threat", "no", "not_now", "cancel"}
)
_AGREES = frozenset({"confirm_time", "yes"})
_DAY_TOLD = frozenset({"propose_time", "documents", "directions", "thanks", "greeting"})
_OF_A_THING = frozenset({"vehicle_detail", "availability", "similar_vehicles", "history_report"})
"""In a message about one of these "the second one" is a vehicle."""
EXACT = ("minute", "hour")
_QUESTION = re.compile(r"[^.?!\n]*\?")
_WEEK = 7


@dataclass(frozen=True)
class Named:
    """The time an answer names, in the light of what was offered before it."""

    facts: Facts
    book: Playbook
    now: datetime
    heard: Heard
    standing: datetime | None = None

    @property
    def start(self) -> datetime | None:
        return self._ahead(self.heard.time("start"))

    def _ahead(self, told: datetime | None) -> datetime | None:
        """A visit that stands is put off to a Monday that comes, not to the one that is today."""
        if told is None or self.standing is None:
            return told
        zone = self.facts.store.zone
        today = local(told, zone).date() == local(self.now, zone).date() < local(self.standing, zone).date()
        return told + timedelta(days=_WEEK) if today and _weekdays(self._words, self.book) else told

    @property
    def _words(self) -> list[str]:
        """The words of the customer's own wording of the time, folded."""
        phrase = fold(str((self.heard.latest("appointment") or {}).get("phrase") or ""))
        return re.findall(r"[^\W\d_]+", phrase)

    @property
    def end(self) -> datetime | None:
        """Where the span ends that the customer named; an hour's own end is not asked for."""
        if self.start is None:
            return None
        part = self.heard.precision == "part"
        width = self.book.span("visit.part_length") if part else timedelta(days=1)
        return self._ahead(self.heard.time("end")) or self.start + width

    @property
    def liked(self) -> datetime | None:
        """The hour nearest to which a time is offered: where a part of a day begins, or where "before 9" ends."""
        if self.start is None or self.heard.precision != "part":
            return None
        begins = local(self.start, self.facts.store.zone)
        return self.start if begins.time() != time() else self.end

    @property
    def is_exact(self) -> bool:
        return self.heard.precision in EXACT

    def chosen(self, offered: tuple[datetime, ...]) -> datetime | None:
        """The one of the offered times that the answer picks, or None where it picks none."""
        if not offered:
            return None
        if self.start is None:
            return self._by_place(offered)
        agreed = self.heard.intents & _AGREES and not self.heard.intents & _NO_AGREEMENT
        agreed = agreed or self._is_part_alone() or self._is_day_told()
        if self.start <= self.now if self.is_exact else not agreed:
            return None  # an hour that has passed is not a later one, and "24k cash today" agrees to no visit
        named = [slot for slot in offered if self._meant(slot)]
        return named[0] if len(named) == 1 else None

    def _is_part_alone(self) -> bool:
        """Whether it is a part of the day and nothing else ("in the morning"), which picks among the times offered."""
        return (
            self.heard.intents == {"propose_time"} and self.heard.precision == "part" and not self.names_day
        )

    def _is_day_told(self) -> bool:
        """Whether a day is said to suit, beside nothing that holds it up ("Friday works. What should I bring?")."""
        told = self.heard.intents <= _DAY_TOLD and self.heard.precision == "day" and self.names_day
        said = fold(_QUESTION.sub(" ", self.heard.text))
        return told and any(_holds(said, word) for word in self.book.words_list("visit.suits_words"))

    def _by_place(self, offered: tuple[datetime, ...]) -> datetime | None:
        said = fold(self.heard.text)
        if self.heard.intents & (_NO_AGREEMENT | _OF_A_THING):
            return None
        if len(offered) == 1 and self.heard.intents & _AGREES:
            return offered[0]
        for name, slot in (("first", offered[0]), ("last", offered[-1]), ("either", offered[0])):
            if any(_holds(said, word) for word in self.book.words_list(f"visit.{name}_words")):
                return slot
        return None

    def _meant(self, slot: datetime) -> bool:
        """Whether an offered time is what was named: its hour or its part of the day where no day was told, else its day."""
        assert self.start is not None
        told, own = (local(moment, self.facts.store.zone) for moment in (self.start, slot))
        if self.names_day:
            same_hour = told.time() == own.time() if self.is_exact else True
            return (
                told.date() == own.date()
                and same_hour
                and (self.heard.precision == "day" or self._inside(slot))
            )
        return told.time() == own.time() if self.is_exact else self._in_part(own.time(), told.time())

    def _inside(self, slot: datetime) -> bool:
        return self.is_exact or (
            self.start is not None and self.end is not None and self.start <= slot < self.end
        )

    def _in_part(self, own: time, begins: time) -> bool:
        """Whether a time of day lies in the named part, which begins then."""
        ends = self.book.get("visit.part_ends")
        limit = next((time(int(hour)) for start, hour in ends.items() if int(start) == begins.hour), time.max)
        return begins <= own < limit

    @property
    def names_day(self) -> bool:
        """Whether the customer's own wording tells a day."""
        phrase = fold(str((self.heard.latest("appointment") or {}).get("phrase") or ""))
        for word in self.book.words_list("visit.no_day_words"):
            phrase = phrase.replace(fold(word), " ")
        if re.search(r"\d/\d|\d(?:st|nd|rd|th)\b", phrase):
            return True
        words = set(re.findall(r"[^\W\d_]+", phrase))
        if self._day_beside():
            return True
        return bool(
            _weekdays(words, self.book) or words & {fold(w) for w in self.book.words_list("visit.day_words")}
        )

    def _day_beside(self) -> bool:
        """Whether the day stands apart from the hour in the message ("he works til 5 but Saturday is good")."""
        if self.start is None:
            return False
        return local(self.start, self.facts.store.zone).weekday() in weekdays_in(self.heard.text, self.book)

    @property
    def is_today_by_name(self) -> bool:
        """Whether today is called by its weekday ("ok Monday", on a Monday): more likely than not the next one is meant, so it is asked."""
        if self.start is None or self.standing is not None:
            return False
        day, today = (local(moment, self.facts.store.zone).date() for moment in (self.start, self.now))
        said = set(self._words) & {fold(word) for word in self.book.words_list("visit.day_words")}
        return day == today and list(_weekdays(self._words, self.book)) == [today.weekday()] and not said

    def on_offered_day(self, offered: tuple[datetime, ...]) -> datetime | None:
        """An hour without a day, on the one day that was offered."""
        days = {local(slot, self.facts.store.zone).date() for slot in offered}
        if self.start is None or not self.is_exact or self.names_day or len(days) != 1:
            return None
        clock = local(self.start, self.facts.store.zone).time()
        there = datetime.combine(days.pop(), clock, ZoneInfo(self.facts.store.zone))
        return there if there > self.now else None

    def on_standing_day(self) -> datetime | None:
        """An hour without a day, where a visit stands, is an hour of that day ("make it 5:30")."""
        if self.standing is None or self.start is None or not self.is_exact or self.names_day:
            return None
        zone = self.facts.store.zone
        clock = local(self.start, zone).time()
        there = datetime.combine(local(self.standing, zone).date(), clock, ZoneInfo(zone))
        return there if there > self.now else None

    def same_time(self, standing: datetime) -> datetime | None:
        """The day that was named at the hour of the visit that stands ("Wednesday, same time")."""
        said = fold(self.heard.text)
        if self.start is None or self.heard.precision != "day":
            return None
        if not any(_holds(said, word) for word in self.book.words_list("visit.same_time_words")):
            return None
        zone = self.facts.store.zone
        return datetime.combine(local(self.start, zone).date(), local(standing, zone).time(), ZoneInfo(zone))

    def spans(self) -> tuple[tuple[datetime, datetime], ...]:
        """The spans of several days that the customer named as alternatives; empty where it is one."""
        if self.start is None or self.end is None:
            return ()
        length = timedelta(minutes=1) if self.is_exact else self.end - self.start
        if self.is_today_by_name:
            return tuple(
                (self.start + ahead, self.start + ahead + length)
                for ahead in (timedelta(), timedelta(days=_WEEK))
            )
        phrase = fold(str((self.heard.latest("appointment") or {}).get("phrase") or ""))
        days = list(_weekdays(re.findall(r"[^\W\d_]+", phrase), self.book))
        if len(days) < 2 or not any(_holds(phrase, word) for word in self.book.words_list("visit.or_words")):
            return ()
        first = local(self.start, self.facts.store.zone)
        ahead = [first + timedelta(days=(day - first.weekday()) % _WEEK) for day in days]
        return tuple((moment, moment + length) for moment in sorted(ahead))


def offered_before(facts: Facts, book: Playbook, speech: Speech) -> tuple[datetime, ...]:
    """The times that our last message held out, read from its words as they were written."""
    ours = next((m for m in reversed(facts.messages) if m.direction == "out"), None)
    if ours is None or ours.asks not in ("visit_time", "new_time"):
        return ()
    then = Speech(speech.templates, facts, ours.at, speech.language)
    told = " ".join(_QUESTION.findall(plain(ours.text)))  # "we open Monday at 9 AM" holds out no time
    days = groupby(
        slots.every_slot(facts, book, ours.at), key=lambda slot: local(slot, facts.store.zone).date()
    )
    here = (list(of_day) for _day, of_day in days)
    named = (of_day for of_day in here if plain(then.day(of_day[0])) in told)
    return tuple(slot for of_day in named for slot in of_day if _says(told, plain(then.when(slot))))


def _says(text: str, moment: str) -> bool:
    """Whether a text holds these words as they stand: "at 1 PM" is no part of "at 1 PMs"."""
    _before, found, after = text.partition(moment)
    return bool(found) and not after[:1].isalnum()


def _holds(text: str, word: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(fold(word))}(?!\w)", text) is not None


def weekdays_in(text: str, book: Playbook) -> list[int]:
    """The days of the week that a text names, as numbers from Monday on."""
    return list(_weekdays(re.findall(r"[^\W\d_]+", fold(text)), book))


def _weekdays(words: Iterable[str], book: Playbook) -> dict[int, str]:
    """The days of the week among words, as numbers from Monday on, in the order told."""
    found, shortest = {}, book.number("visit.shortest_weekday")
    days = [[fold(name) for name in names] for names in book.get("visit.weekdays")]
    for word in (word for word in words if len(word) >= shortest):
        for number, names in enumerate(days):
            if any(name.startswith(word.rstrip("s")) or name == word for name in names):
                found[number] = word
    return found
