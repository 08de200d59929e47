"""Rows of today and of the day sheet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from desk.models.snapshots.inbox import InboxItem
from desk.models.snapshots.said import Said


@dataclass(frozen=True, slots=True)
class TodayRow:
    """One line of a card on Today. ``key`` clears it where it can be cleared; ``act`` is what its button does.

    ``act``: open | call | answer | visit | swap | approve | confirm | resume | assign, or empty where the line itself says all;
    ``act_at`` is the moment it is due. ``state`` is how a visit stands, ``state_tone`` warns of one of today that nobody confirmed.
    """

    key: str
    lead_id: str
    name: Said
    detail: Said
    act: str = "open"
    at: datetime | None = None
    said: Said = ""
    tone: str = "t3"
    temperature: int | None = None
    band: str = ""
    message_id: str = ""
    state: Said = ""
    state_tone: str = "t3"
    act_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class TodayCard:
    """A live list of the day's routine (FLOW-09)."""

    key: str
    rows: tuple[TodayRow, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Check:
    """One line of "Nothing is stuck": ticked when the work behind it is done, never by hand (LEAD-07)."""

    key: str
    done: bool
    words: Said
    rows: tuple[TodayRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Duty:
    """Something that is the manager's own, in a sentence, with the leads it is about. ``key`` is its kind: hot, or that of a clock."""

    key: str
    words: Said
    rows: tuple[TodayRow, ...]


@dataclass(frozen=True, slots=True)
class TodayView:
    """Today of the person ``staff_id`` for one ``role`` and ``part`` of the day, of which ``present`` is the one that stands open.

    ``figures`` are (number, words, note) since ``since``, the last closing. ``pile`` are the first of ``pile_count``.
    ``yours`` is what is a manager's own; ``cleared`` who last brought every check to hold, and when.
    """

    staff_id: str
    name: str
    role: str
    part: str
    present: str
    since: datetime
    figures: tuple[tuple[int, Said, Said], ...]
    cards: tuple[TodayCard, ...]
    checks: tuple[Check, ...]
    pile: tuple[InboxItem, ...]
    pile_count: int
    yours: tuple[Duty, ...] = ()
    cleared: tuple[str, datetime] | None = None


@dataclass(frozen=True, slots=True)
class Routine:
    """When the parts of the store's day begin, and how long what is put off rests; all of it the playbook's (FLOW-09)."""

    noon: time
    evening: time
    later: timedelta
    snooze: timedelta
    mute: timedelta

    def part(self, at: time) -> str:
        """Which part of the day stands open at a time of the store's clock: morning, midday or evening."""
        return "morning" if at < self.noon else "midday" if at < self.evening else "evening"


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A line of the day sheet: the row it stands for, the number to call (empty: none may be called), and who has the lead."""

    row: TodayRow
    phone: str
    who: Said


@dataclass(frozen=True, slots=True)
class DaySheetView:
    """What a store needs on paper when the desk is down (DESK-10): state of ``at``, printed by ``by``."""

    store_name: str
    store_phone: str
    by: str
    at: datetime
    visits: tuple[SheetRow, ...]
    hot: tuple[SheetRow, ...]
    calls: tuple[SheetRow, ...]
    do_not_contact: tuple[tuple[str, Said], ...]
    people: tuple[tuple[str, Said, Said, int], ...]
    unowned: int
