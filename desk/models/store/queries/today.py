"""The day's lists: hot leads, visits, tasks, holds, who has no owner, what lapses (FLOW-09, LEAD-07)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Select, and_, bindparam, case, func, literal, or_, select, text
from sqlalchemy.orm import Session

from desk.models.conversation import Message
from desk.models.lead import HELD, LOOSE, WAITED, Lead
from desk.models.person import Block, Customer
from desk.models.snapshots.said import said
from desk.models.snapshots.today import TodayRow
from desk.models.store.queries.board_filter import ORDERS
from desk.models.store.queries.cards import IS_OPEN, OPEN_STAGES, given, micros, name_of, whose
from desk.models.store.queries.first_board import moment
from desk.models.store.queries.inbox import last_words
from desk.models.store.queries.says import start_of_day, when
from desk.models.task import WAS_BOOKED, Appointment, Task, Timer
from desk.models.time import span_words, to_micros
from desk.models.vehicle import Vehicle

MOST, MOST_TASKS = 60, 400
_CAR = func.trim(Lead.vehicle_title + case((Lead.stock == "", ""), else_=" · " + Lead.stock))
WHO = (Lead.id, name_of(), _CAR, Lead.temperature, Lead.band)
_HELD = (Lead.hold_reason, micros(Lead.hold_until))
_UNTOUCHED = micros(Lead.owner_at) < given("midnight")  # since a day before today


def leads_where(said: Any, at: Any, *where: Any) -> Select[Any]:
    """Open leads of the day's person that ``where`` picks, each with its own word on the matter and its moment."""
    of_customer = select(*WHO, said, at).join(Customer, Customer.id == Lead.customer_id)
    return of_customer.where(Lead.stage.in_(OPEN_STAGES), whose(), *where)


def _few(said: Any, at: Any, *where: Any) -> Select[Any]:
    """As ``leads_where``, where the first of ``where`` has an index of its own and picks few."""
    of_customer = select(*WHO, said, at).join(Customer, Customer.id == Lead.customer_id)
    return of_customer.where(IS_OPEN, whose(), *where)


_ON_HOLD = text(HELD)
#: Warmer than the floor, in the very words of the board's index by heat.
ABOVE = text(f"{ORDERS['hottest'].key} < printf('%04d', 1000 - :floor)")
_WAITED = micros(Lead.taken_at) - micros(Lead.received_at)
_QUESTIONS: Mapping[str, Select[Any]] = {
    "holds": _few(*_HELD, _ON_HOLD, micros(Lead.hold_until) < given("tonight")).order_by(
        Lead.hold_until, Lead.id
    ),
    "bad_holds": _few(*_HELD, _ON_HOLD, or_(Lead.hold_reason == "", Lead.hold_until.is_(None))),
    "held_orders": _few(*_HELD, _ON_HOLD, Lead.order_kind == "live"),
    "unowned": leads_where(Lead.source, micros(Lead.received_at), Lead.owner_id.is_(None)).order_by(
        Lead.received_at.desc(), Lead.id
    ),
    "waited": _few(
        _WAITED / 1_000_000, micros(Lead.received_at), text(WAITED), micros(Lead.taken_at) >= given("since"),
        micros(Lead.received_at) + 0 >= given("week"), given("waited") <= _WAITED,
    ).order_by(Lead.received_at, Lead.id),
    "lapsing": _few(
        Lead.next_text, micros(Lead.coverage_until), micros(Lead.coverage_until) > given("now"),
        micros(Lead.coverage_until) < given("soon"),
    ).order_by(Lead.coverage_until),
    "stuck": _few(
        Lead.next_text, micros(Lead.next_due), text(LOOSE), or_(Lead.next_text == "", _UNTOUCHED)
    ).order_by(Lead.received_at),
    "troubled": select(*WHO, Timer.about, micros(Timer.started_at))
    .select_from(Timer)
    .join(Lead, Lead.id == Timer.lead_id)
    .join(Customer, Customer.id == Lead.customer_id)
    .where(Timer.kind == "technical", Timer.cleared_at.is_(None), IS_OPEN, whose()),
}  # fmt: skip
#: Of hot leads there may be many more than are shown: first which there are, then those that are shown.
_HOT_IDS = (
    select(Lead.id)
    .where(Lead.stage.in_(OPEN_STAGES), whose(), ABOVE)
    .order_by(Lead.temperature.desc(), func.coalesce(Lead.last_in_at, Lead.received_at).desc(), Lead.id)
)
#: The customer wrote, nobody read it, and nothing went out since.
_UNANSWERED = and_(
    Lead.unread > 0,
    ~select(Message.id)
    .where(Message.lead_id == Lead.id, Message.direction == "out", Message.sent_at > Lead.last_in_at)
    .exists(),
)
_HOT = (
    select(
        *WHO, literal(""), micros(Lead.last_in_at), Lead.next_icon, micros(Lead.next_due), _UNANSWERED.label("unanswered")
    )
    .join(Customer, Customer.id == Lead.customer_id)
    .where(Lead.id.in_(bindparam("ids", expanding=True)))
)  # fmt: skip
#: What the next step of a lead, by its icon, asks a person to do.
_DEEDS = {"phone": "call", "bell": "call", "calendar": "visit"}
_TASKS = (
    select(*WHO, Task.title, micros(Task.due_at), Task.kind)
    .select_from(Task)
    .join(Lead, Lead.id == Task.lead_id)
    .join(Customer, Customer.id == Lead.customer_id)
    .where(
        Task.done_at.is_(None),
        micros(Task.due_at) < given("until"),
        whose(Task.owner_id),
        IS_OPEN,
    )
    .order_by(Task.due_at, Task.id)
    .limit(MOST_TASKS)
)
_OF_TASKS = {"call": "call", "first_call": "call", "handoff": "call", "vehicle_gone": "swap"}
_STATES = {"booked": said("Unconfirmed"), "confirmed": said("Confirmed")}
_OWN_STOCK = func.nullif(Appointment.stock, "")
_VISITS = (
    select(
        *WHO, micros(Appointment.starts_at), Appointment.status, Appointment.id, Vehicle.status, Vehicle.lot,
        micros(Vehicle.seen_at), func.coalesce(_OWN_STOCK, Lead.stock),
    )
    .select_from(Appointment)
    .join(Lead, Lead.id == Appointment.lead_id)
    .join(Customer, Customer.id == Lead.customer_id)
    .join(Vehicle, Vehicle.stock == func.coalesce(_OWN_STOCK, func.nullif(Lead.stock, "")), isouter=True)
    .where(micros(Appointment.starts_at) >= given("from"), micros(Appointment.starts_at) < given("to"))
    .where(Appointment.status.in_(("booked", "confirmed")), whose())
    .order_by(Appointment.starts_at, Appointment.id)
)  # fmt: skip


def _since(column: Any, *where: Any) -> Select[Any]:
    return select(func.count()).where(micros(column) >= given("since"), *where)


_ALIVE = Lead.merged_into.is_(None)
_FIGURES = (
    ("new leads", _since(Lead.received_at, _ALIVE), ""),
    ("first answers", _since(Lead.received_at, Lead.first_sent_at.is_not(None), _ALIVE), "by the assistant"),
    (said("replies"), _since(Lead.last_in_at, IS_OPEN), "leads that wrote"),
    ("visits set", _since(Appointment.made_at, WAS_BOOKED), ""),
    (said("opt-outs"), _since(Block.at, Block.kind.in_(("opt_out", "do_not_contact"))), "stopped at once"),
)


@dataclass(frozen=True, slots=True)
class Day:
    """Whose day it is (empty: everybody's), at which moment and in which zone."""

    now: datetime
    zone: str
    viewer: str = ""

    @property
    def midnight(self) -> datetime:
        return start_of_day(self.now, self.zone)

    @property
    def tonight(self) -> datetime:
        return self.ahead(1)

    def ahead(self, days: int) -> datetime:
        """The beginning of a day so many days from now, also where the clocks change between."""
        return start_of_day(self.midnight + timedelta(days=days, hours=12), self.zone)

    def values(self, **more: Any) -> dict[str, Any]:
        """What the statements are given; moments as they lie in the store."""
        moments = {"now": self.now, "midnight": self.midnight, "tonight": self.tonight}
        return {name: to_micros(at) for name, at in moments.items()} | {"viewer": self.viewer} | more


@dataclass(frozen=True, slots=True)
class Listed:
    """A list of the day: its first lines, how many there are in all, and for how many of them the moment has come."""

    rows: tuple[TodayRow, ...]
    count: int
    over: int = 0


def leads_of(session: Session, question: str, day: Day, act: str = "open", **more: Any) -> Listed:
    """The leads of one of the lists by name; ``said`` is the lead's own word on it, ``at`` its moment."""
    found = session.connection().execute(_QUESTIONS[question], day.values(**more)).all()
    rows = (row_of(question, row, said=row[5] or "", at=moment(row[6]), act=act) for row in found[:MOST])
    return Listed(tuple(rows), len(found), _over(found, day))


def waited(session: Session, day: Day, act: str, **more: Any) -> Listed:
    """Leads that waited for the desk while it was away, each with how long (DESK-13)."""
    listed = leads_of(session, "waited", day, act, **more)
    return replace(listed, rows=tuple(replace(row, said=f"waited {_span(row.said)}") for row in listed.rows))


def _span(seconds: str) -> str:
    return span_words(timedelta(seconds=float(seconds)))


def hot(session: Session, day: Day, floor: float) -> Listed:
    """Open leads warmer than ``floor``, the warmest first, each with the words its customer wrote last and the next deed."""
    connection = session.connection()
    ids = connection.scalars(_HOT_IDS, day.values(floor=floor)).all()
    shown = list(ids[:MOST])
    if not shown:
        return Listed((), 0)
    rows = {row[0]: row for row in connection.execute(_HOT, {"ids": shown})}
    said = last_words(connection, shown)
    made = (
        row_of(
            "hot",
            rows[lead_id],
            said=said.get(lead_id, ""),
            at=moment(rows[lead_id][6]),
            **_deed(rows[lead_id]),
        )
        for lead_id in shown
    )
    return Listed(tuple(made), len(ids))


def _deed(row: Any) -> dict[str, Any]:
    """What a person does next for a hot lead, and when: the call that is due, the answer, the visit; else a call."""
    act, due = _DEEDS.get(row.next_icon, ""), moment(row[8])
    if row.unanswered and act != "call":
        return {"act": "answer"}
    return {"act": act or "call", "act_at": due if act else None}


def _over(found: Sequence[Any], day: Day) -> int:
    now = to_micros(day.now)
    return sum(row[6] is not None and row[6] <= now for row in found)


def row_of(question: str, row: Any, **more: Any) -> TodayRow:
    lead_id, name, car, degrees, band = row[:5]
    return TodayRow(
        f"{question}:{lead_id}",
        lead_id,
        name,
        car or "No vehicle named",
        temperature=degrees,
        band=band,
        **more,
    )


def tasks(session: Session, day: Day, *, days_ahead: int = 0, most: int = MOST) -> Listed:
    """Open tasks due before the end of the day (or so many days on), the most overdue first; the viewer's, or everybody's."""
    until = to_micros(day.ahead(days_ahead + 1))
    found = session.connection().execute(_TASKS, day.values(until=until)).all()
    return Listed(tuple(_task(row, day) for row in found[:most]), len(found), _over(found, day))


def _task(row: Any, day: Day) -> TodayRow:
    return row_of(
        "task",
        row,
        said=row[5],
        at=moment(row[6]),
        act=_OF_TASKS.get(row[7], "open"),
        tone="bad" if row[6] <= to_micros(day.now) else "t3",
    )


def visits(session: Session, day: Day, *, days_ahead: int = 0, days: int = 1) -> Listed:
    """Today's visits (or those of ``days`` days, ``days_ahead``) with the state of their vehicles as of the feed's time.

    Those of today are all among the rows: each is looked after.
    """
    start, end = day.ahead(days_ahead), day.ahead(days_ahead + days)
    values = day.values() | {"from": to_micros(start), "to": to_micros(end)}
    found = session.connection().execute(_VISITS, values).all()
    shown = found if not days_ahead and days == 1 else found[:MOST]
    return Listed(tuple(_visit(row, day) for row in shown), len(found))


def _visit(row: Any, day: Day) -> TodayRow:
    starts, status, visit_id, car, lot, seen, stock = row[5:]
    words, tone = car_words(car, lot, stock)
    as_of = f" as of {when(seen_at, day.now, day.zone)}" if car and (seen_at := moment(seen)) else ""
    state, is_today = _STATES[status], starts < to_micros(day.tonight)
    made = row_of("visit", row, said=words + as_of, at=moment(starts), tone=tone, state=state)
    is_open = status == "booked" and is_today
    return replace(
        made,
        key=f"visit:{visit_id}",
        state_tone="warn" if is_open else "t3",
        act="swap" if tone == "bad" else "open",
    )


def car_words(status: str | None, lot: str | None, stock: str) -> tuple[str, str]:
    """How a vehicle stands in the feed, with its tone; ``status`` None is not in it."""
    if status == "available":
        return (f"On lot, {lot}" if lot else "In stock"), "ok"
    if status is None:
        return ("Not in the feed", "warn") if stock else ("No stock number", "t3")
    return {"sold": ("Sold", "bad"), "on_hold": ("On hold", "warn")}.get(
        status, ("Gone from the feed", "bad")
    )


def figures(session: Session, since: datetime) -> tuple[tuple[int, str, str], ...]:
    """What happened since the last closing: number, words, note."""
    values = {"since": to_micros(since)}
    return tuple(
        (session.connection().scalar(question, values) or 0, words, note)
        for words, question, note in _FIGURES
    )
