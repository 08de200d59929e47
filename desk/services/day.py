"""Today for a rep or a manager: the day's live lists, the checks that tick themselves, and the pile (FLOW-09, FLOW-14, LEAD-07)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from functools import cached_property
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk.models.conversation import Log, Message
from desk.models.facts import Facts, StoreFacts
from desk.models.history import History
from desk.models.hours import DAYS
from desk.models.lead import Lead
from desk.models.person import Customer
from desk.models.playbook import Playbook
from desk.models.rules.shifts import closing
from desk.models.rules.states import state_of
from desk.models.snapshots.inbox import InboxGroup, InboxItem, InboxView
from desk.models.snapshots.said import said
from desk.models.snapshots.today import Check, Routine, TodayCard, TodayRow, TodayView
from desk.models.staff import Staff
from desk.models.store.queries import today as q
from desk.models.store.queries.inbox import inbox, put_away
from desk.models.store.queries.says import clock, start_of_day
from desk.models.store.queries.yours import last_clear
from desk.models.task import Appointment, Task, Timer
from desk.models.time import local, to_micros
from desk.models.words import Role
from desk.services.goals import as_figures, progress
from desk.services.yours import yours

MANAGER, REP = "manager", "rep"
_LEADING = (Role.MANAGER, Role.OWNER)
WAITED = "waited"  # for the desk, while it slept or its mailbox was down; stands first where there is one (DESK-13)
REVIEW = "review"
_WEEK = 7
_ACTS = {
    "holds": "resume", "unowned": "assign", "approvals": "approve", "flags": "confirm",
    "handoffs": "call", "lapsing": "call", "waited": "call",
}  # fmt: skip
#: The groups of the inbox that a day is made of.
_OF_THE_DAY = ("approval", "handoff", "unread", "quarantine", "uncertain", "flag")
_PILED = ("handoff", "approval", "unread", "quarantine", "flag")
_GROUPS = {"approvals": "approval", "flags": "flag", "handoffs": "handoff", "unread": "unread"}


@dataclass(frozen=True)
class _Reading:
    """One reading of the day; each list is asked once."""

    session: Session
    day: q.Day
    store: StoreFacts
    book: Playbook
    waits: InboxView

    def list(self, key: str) -> q.Listed:
        act = _ACTS.get(key, "open")
        if key in _GROUPS:
            group = self.group(_GROUPS[key])
            return q.Listed(tuple(_as_row(item, act) for item in group.items[: q.MOST]), group.count)
        if key in self._own_ways:
            return self._own_ways[key]()
        return q.leads_of(self.session, key, self.day, act, **self._bounds)

    @cached_property
    def _own_ways(self) -> Mapping[str, Callable[[], q.Listed]]:
        """The lists that are more than a choice of leads."""
        asked, bounds = (self.session, self.day), self._bounds
        return {
            "tasks": lambda: q.tasks(*asked),
            "weekend": lambda: q.tasks(*asked, days_ahead=_to_monday(self.day)),
            "visits": lambda: q.visits(*asked),
            "tomorrow": lambda: q.visits(*asked, days_ahead=1),
            "week": lambda: q.visits(*asked, days=_WEEK),
            "hot": lambda: q.hot(*asked, bounds["floor"]),
            WAITED: lambda: q.waited(*asked, _ACTS[WAITED], **bounds),
            "stuck": self._stuck,
        }

    @cached_property
    def _bounds(self) -> dict[str, Any]:
        now, waited = self.day.now, self.book.span("day.waited_after")
        return {
            "floor": self.book.number("temperature.hot_list_above"), "soon": to_micros(now + self.book.span("day.lapses_within")),
            "since": to_micros(last_closing(now, self.store)), "week": to_micros(self.day.ahead(-_WEEK)),
            "waited": round(waited.total_seconds() * 1_000_000),
        }  # fmt: skip

    def group(self, key: str) -> InboxGroup:
        return next((group for group in self.waits.groups if group.key == key), InboxGroup(key, (), 0))

    def _stuck(self) -> q.Listed:
        """Those that the rules themselves call stuck, with the reason; candidates come from SQL."""
        rows = tuple(self._judged(q.leads_of(self.session, "stuck", self.day).rows))
        return q.Listed(rows, len(rows))

    def _judged(self, candidates: Iterable[TodayRow]) -> Iterator[TodayRow]:
        for row in candidates:
            facts = facts_of(self.session, row.lead_id, self.store)
            state = state_of(facts, self.book, self.day.now) if facts else None
            if state is not None and state.name == "stuck":
                yield replace(row, said=state.why, at=None, tone="warn")


def today(
    session: Session, store: StoreFacts, book: Playbook, now: datetime, viewer: str, role: str, part: str
) -> TodayView:
    """The day of ``viewer``: a manager sees everybody's leads, a rep their own. ``part``: morning | midday | evening | review.

    An empty ``role`` is the viewer's own, an empty ``part`` the present one.
    """
    person = store.person(viewer)
    present = routine(book).part(local(now, store.zone).time())
    role, part = role or _own_role(person), part or present
    whose = "" if role == MANAGER else viewer
    day = q.Day(now, store.zone, whose)
    cards, since, until = _shown(role, part, book, store, day)
    waits = inbox(session, now, store.zone, whose, groups=_OF_THE_DAY, unread=q.MOST)
    reading = _Reading(session, day, store, book, waits)
    lists = {key: reading.list(key) for key in {WAITED, *cards, *_CHECKED}}
    cards = (WAITED, *cards) if lists[WAITED].count else cards
    return TodayView(
        staff_id=viewer,
        name=person.name if person else "",
        role=role,
        part=part,
        present=present,
        since=since,
        figures=(
            as_figures(progress(session, store, book, since, until), whose) if part == REVIEW
            else (*q.figures(session, since), *(_grade(store) if (role, part) == (MANAGER, "morning") else ()))
        ),
        cards=tuple(TodayCard(key, lists[key].rows[: q.MOST], lists[key].count) for key in cards),
        checks=tuple(_checks(lists, reading)),
        pile=(pile := tuple(_pile(reading, lists["visits"].rows))),
        yours=tuple(yours(session, book, day)) if role == MANAGER and _own_role(person) == MANAGER else (),
        cleared=last_clear(session, whose),
        pile_count=len(pile) + sum(group.count - len(group.items) for group in map(reading.group, _PILED)),
    )  # fmt: skip


def _own_role(person: Staff | None) -> str:
    """Whose day a person sees at first: one who leads sees everybody's, anyone else their own."""
    return MANAGER if person is not None and person.role in _LEADING else REP


def _grade(store: StoreFacts) -> Iterator[tuple[int, str, str]]:
    """How the assistant did with the night's test customers (AI-26)."""
    last = store.settings["mystery.last"]
    if last:
        failed = last["total"] - last["held"]
        note = f"{failed} failed: look at each" if failed else "All as declared"
        yield last["percent"], "% of test customers", note


def _shown(
    role: str, part: str, book: Playbook, store: StoreFacts, day: q.Day
) -> tuple[tuple[str, ...], datetime, datetime]:
    """The lists of a part of the day, and the time its figures count: since closing, or the week of the review's goals."""
    if part != REVIEW:
        return book.words_list(f"day.{role}.{part}"), last_closing(day.now, store), day.now
    name, ago = review_of(book, day)
    monday = -ago - DAYS.index(name)
    # The week's first review looks back on the week before.
    looks_back = name == min(book.get("day.review"), key=DAYS.index)
    since, until = (monday - _WEEK, day.ahead(monday)) if looks_back else (monday, day.now)
    return book.words_list(f"day.review.{name}"), day.ahead(since), until


def review_of(book: Playbook, day: q.Day) -> tuple[str, int]:
    """The weekly review that stands: the day's own, else the latest before it, with how many days ago that was (FLOW-09)."""
    today, reviews = local(day.now, day.zone).weekday(), book.get("day.review")
    ago = next(days for days in range(_WEEK) if DAYS[(today - days) % _WEEK] in reviews)
    return DAYS[(today - ago) % _WEEK], ago


def _to_monday(day: q.Day) -> int:
    """How many days from now the coming Monday is: on it the weekend's follow-ups are all behind."""
    return _WEEK - local(day.now, day.zone).weekday()


def routine(book: Playbook) -> Routine:
    """When the parts of the store's day begin, and how long what is put off rests."""
    noon, evening = (time.fromisoformat(book.words(f"day.{name}")) for name in ("noon", "evening"))
    spans = {name: book.span(f"day.{name}") for name in ("later", "snooze", "mute")}
    return Routine(noon, evening, **spans)


def last_closing(now: datetime, store: StoreFacts) -> datetime:
    """When the store last closed; a day ago where it keeps no hours."""
    midnight = start_of_day(now, store.zone)
    ends = (closing(midnight - timedelta(days=days, hours=-12), store) for days in range(1, 9))
    return next((end for end in ends if end <= now), now - timedelta(days=1))


def _as_row(item: InboxItem, act: str = "open") -> TodayRow:
    return TodayRow(
        item.key, item.lead_id, item.name, item.words, at=item.at if item.timer.target is None else item.timer.target,
        temperature=item.temperature, message_id=item.message_id, said=item.at_words, act=act,
    )  # fmt: skip


def _pile(reading: _Reading, visits: Sequence[TodayRow]) -> Iterator[InboxItem]:
    """Overnight answers, hand-offs, unread mails, opt-outs, and the visits of today, each until it is cleared (FLOW-14)."""
    for key in _PILED:
        yield from reading.group(key).items
    now = reading.day.now
    gone = put_away(reading.session.connection(), now)
    for row in visits:
        if row.key not in gone and row.at is not None:
            words = f"Visit {clock(row.at, reading.store.zone)} · {row.detail} · {row.state} · {row.said}"
            yield InboxItem(
                row.key, "visit", row.name, words, row.lead_id, row.at, temperature=row.temperature
            )


_CHECKED = (
    "unread", "flags", "unowned", "stuck", "tasks", "bad_holds", "holds", "held_orders", "visits", "troubled", "approvals",
)  # fmt: skip


def _checks(lists: Mapping[str, q.Listed], reading: _Reading) -> Iterator[Check]:
    """The ten things that must hold at the end of a day; each says how many are left and which."""
    now, tonight = reading.day.now, reading.day.tonight
    tasks, holds, bad = lists["tasks"], lists["holds"], lists["bad_holds"]
    cars = tuple(row for row in lists["visits"].rows if row.tone == "bad")
    queue = tuple(item for item in reading.group("approval").items if item.at is None or item.at < tonight)
    unsure = reading.group("uncertain")
    yield _check("read", lists["unread"], said("unread"))
    yield _check("opt_outs", lists["flags"], "to confirm")
    yield _check("owners", lists["unowned"], said("unassigned"))
    yield _check("next_step", lists["stuck"], said("stuck"))
    yield _check("overdue", q.Listed(_over(tasks, now), tasks.over), said("overdue"))
    yield _check("holds", q.Listed((*bad.rows, *_over(holds, now)), bad.count + holds.over), "to take up")
    yield _check("orders", lists["held_orders"], "on hold")
    yield _check("vehicles", q.Listed(cars, len(cars)), said("gone"))
    yield _check("sends", _and(lists["troubled"], unsure), "to settle")
    yield _check("queue", _and(q.Listed((), 0), InboxGroup("approval", queue, len(queue))), said("waiting"))


def _over(listed: q.Listed, now: datetime) -> tuple[TodayRow, ...]:
    return tuple(row for row in listed.rows if row.at and row.at <= now)


def _and(listed: q.Listed, group: InboxGroup) -> q.Listed:
    """A list with the items of a group of the inbox after it."""
    return q.Listed((*listed.rows, *map(_as_row, group.items[: q.MOST])), listed.count + group.count)


def _check(key: str, listed: q.Listed, words: str) -> Check:
    left = tuple(row if row.act == "open" else replace(row, act="open") for row in listed.rows[: q.MOST])
    return Check(key, not listed.count, f"{listed.count} {words}" if listed.count else said("done"), left)


def facts_of(session: Session, lead_id: str, store: StoreFacts) -> Facts | None:
    """As much of a lead's record as its state is ruled on."""
    lead = session.get(Lead, lead_id)
    customer = session.get(Customer, lead.customer_id) if lead is not None else None
    if lead is None or customer is None:
        return None

    def rows(kind: Any, order: Any) -> tuple[Any, ...]:
        return tuple(session.scalars(select(kind).where(kind.lead_id == lead_id).order_by(order, kind.id)))

    told = session.scalars(select(History.act).where(History.lead_id == lead_id, History.kind == "key"))
    return Facts(
        lead=lead, customer=customer, store=store, messages=rows(Message, Message.at), logs=rows(Log, Log.at),
        tasks=rows(Task, Task.made_at), timers=rows(Timer, Timer.started_at),
        appointments=rows(Appointment, Appointment.starts_at), done=frozenset(told),
    )  # fmt: skip
