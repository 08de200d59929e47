"""The day's lists in plain statements: hot leads, visits, tasks, holds, who has no owner, what lapses (FLOW-09, LEAD-07)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session

from desk.models.snapshots_live import TodayRow
from desk.models.store.asking import Ask, Row, asking
from desk.models.store.queries.first_board import moment
from desk.models.store.queries.inbox import last_words
from desk.models.store.queries.says import start_of_day, when
from desk.models.time import span_words, to_micros
from desk.models.words import STAGES

MOST = 60
_OPEN = ", ".join(f"'{stage.value}'" for stage in STAGES if stage.is_open)
_NAME = "CASE customer.\"full\" WHEN '' THEN trim(customer.first || ' ' || customer.last) ELSE customer.\"full\" END"
_CAR = "trim(lead.vehicle_title || CASE lead.stock WHEN '' THEN '' ELSE ' · ' || lead.stock END)"
_WHO = f"lead.id, {_NAME}, {_CAR}, lead.temperature, lead.band"
_WHOSE = "(:viewer = '' OR lead.owner_id = :viewer)"
_LEADS = (
    f"FROM lead JOIN customer ON customer.id = lead.customer_id WHERE lead.stage IN ({_OPEN}) AND {_WHOSE}"
)
_QUESTIONS: Mapping[str, str] = {
    "hot": f"""SELECT {_WHO}, '', lead.last_in_at {_LEADS} AND lead.temperature > :floor
        ORDER BY coalesce(lead.last_in_at, lead.received_at) DESC, lead.id""",
    "holds": f"""SELECT {_WHO}, lead.hold_reason, lead.hold_until {_LEADS} AND lead.hold_kind != '' AND lead.hold_until < :tonight
        ORDER BY lead.hold_until, lead.id""",
    "bad_holds": f"""SELECT {_WHO}, lead.hold_reason, lead.hold_until {_LEADS} AND lead.hold_kind != ''
        AND (lead.hold_reason = '' OR lead.hold_until IS NULL)""",
    "held_orders": f"SELECT {_WHO}, lead.hold_reason, lead.hold_until {_LEADS} AND lead.hold_kind != '' AND lead.order_kind = 'live'",
    "unowned": f"SELECT {_WHO}, lead.source, lead.received_at {_LEADS} AND lead.owner_id IS NULL ORDER BY lead.received_at DESC, lead.id",
    "waited": f"""SELECT {_WHO}, (lead.taken_at - lead.received_at) / 1000000, lead.received_at {_LEADS}
        AND lead.received_at >= :week AND lead.taken_at >= :since AND lead.is_history = 0
        AND lead.taken_at - lead.received_at >= :waited ORDER BY lead.received_at, lead.id""",
    "lapsing": f"""SELECT {_WHO}, lead.next_text, lead.coverage_until {_LEADS}
        AND lead.coverage_until > :now AND lead.coverage_until < :soon ORDER BY lead.coverage_until""",
    "stuck": f"""SELECT {_WHO}, lead.next_text, lead.next_due {_LEADS} AND lead.hold_kind = '' AND (lead.next_text = ''
        OR (lead.owner_at < :midnight AND lead.claimed_at IS NULL AND lead.owner_at > lead.taken_at + 60000000
            AND coalesce(lead.last_human_at, 0) < lead.owner_at)) ORDER BY lead.received_at""",
    "troubled": f"""SELECT {_WHO}, timer.about, timer.started_at FROM lead
        CROSS JOIN timer ON timer.lead_id = lead.id AND timer.kind = 'technical' AND timer.cleared_at IS NULL
        JOIN customer ON customer.id = lead.customer_id WHERE lead.stage IN ({_OPEN}) AND {_WHOSE}""",
}  # fmt: skip
_TASKS = f"""
SELECT {_WHO}, task.title, task.due_at, task.kind FROM task
JOIN lead ON lead.id = task.lead_id JOIN customer ON customer.id = lead.customer_id
WHERE task.done_at IS NULL AND task.due_at < :until AND (:viewer = '' OR task.owner_id = :viewer) AND lead.stage IN ({_OPEN})
ORDER BY task.due_at, task.id LIMIT 400
"""
_VISITS = f"""
SELECT {_WHO}, appointment.starts_at, appointment.status, appointment.id, vehicle.status, vehicle.lot, vehicle.seen_at,
       coalesce(nullif(appointment.stock, ''), lead.stock)
FROM appointment JOIN lead ON lead.id = appointment.lead_id JOIN customer ON customer.id = lead.customer_id
LEFT JOIN vehicle ON vehicle.stock = coalesce(nullif(appointment.stock, ''), nullif(lead.stock, ''))
WHERE appointment.starts_at >= :from AND appointment.starts_at < :to AND appointment.status IN ('booked', 'confirmed') AND {_WHOSE}
ORDER BY appointment.starts_at, appointment.id
"""
_FIGURES = (
    ("new leads", "SELECT count(*) FROM lead WHERE received_at >= :since AND merged_into IS NULL", ""),
    ("first answers", "SELECT count(*) FROM lead WHERE received_at >= :since AND first_sent_at IS NOT NULL AND merged_into IS NULL", "by the assistant"),
    ("replies", "SELECT count(*) FROM lead WHERE last_in_at >= :since AND stage IN ({open})", "leads that wrote"),
    ("visits set", "SELECT count(*) FROM appointment WHERE starts_at >= :since AND made_at >= :since", ""),
    ("opt-outs", "SELECT count(*) FROM block WHERE at >= :since AND kind IN ('opt_out', 'do_not_contact')", "stopped at once"),
)  # fmt: skip


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


def leads_of(session: Session, question: str, day: Day, **more: Any) -> tuple[TodayRow, ...]:
    """The leads of one of the lists by name; ``said`` is the lead's own word on it, ``at`` its moment."""
    ask = asking(session)
    rows = [
        _row(question, row, said=row[5] or "", at=moment(row[6]))
        for row in ask(_QUESTIONS[question], day.values(**more))
    ]
    if question == "waited":
        return tuple(
            replace(row, said=f"waited {span_words(timedelta(seconds=float(row.said)))}") for row in rows
        )
    if question == "hot":
        said = last_words(ask, [row.lead_id for row in rows[:MOST]])
        rows = [replace(row, said=said.get(row.lead_id, "")) for row in rows]
    return tuple(rows)


def _row(question: str, row: Row, **more: Any) -> TodayRow:
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


def tasks(session: Session, day: Day, *, days_ahead: int = 0) -> tuple[TodayRow, ...]:
    """Open tasks due before the end of the day (or so many days on), the most overdue first; the viewer's, or everybody's."""
    found = asking(session)(_TASKS, day.values() | {"until": to_micros(day.ahead(days_ahead + 1))})
    return tuple(
        _row(
            "task",
            row,
            said=row[5],
            at=moment(row[6]),
            act="call" if row[7] in ("call", "first_call", "handoff") else "open",
            tone="bad" if row[6] < to_micros(day.now) else "t3",
        )
        for row in found
    )


def visits(session: Session, day: Day, *, days_ahead: int = 0, days: int = 1) -> tuple[TodayRow, ...]:
    """Today's visits (or those of ``days`` days, ``days_ahead``) with the state of their vehicles as of the feed's time."""
    start, end = day.ahead(days_ahead), day.ahead(days_ahead + days)
    found = asking(session)(_VISITS, day.values() | {"from": to_micros(start), "to": to_micros(end)})
    return tuple(_visit(row, day) for row in found)


def _visit(row: Row, day: Day) -> TodayRow:
    starts, status, visit_id, car, lot, seen, stock = row[5:]
    words, tone = _car_words(car, lot, stock)
    as_of = f" as of {when(seen_at, day.now, day.zone)}" if car and (seen_at := moment(seen)) else ""
    made = _row("visit", row, said=words + as_of, at=moment(starts), tone=tone)
    return TodayRow(
        f"visit:{visit_id}", made.lead_id, made.name, f"{made.detail} · {status}", at=made.at, said=made.said,
        tone=tone, temperature=made.temperature, band=made.band,
    )  # fmt: skip


def _car_words(status: str | None, lot: str | None, stock: str) -> tuple[str, str]:
    if status == "available":
        return (f"On lot, {lot}" if lot else "In stock"), "ok"
    if status is None:
        return ("Not in the feed", "warn") if stock else ("No stock number", "t3")
    return {"sold": ("Sold", "bad"), "on_hold": ("On hold", "warn")}.get(
        status, ("Gone from the feed", "bad")
    )


def figures(session: Session, since: datetime) -> tuple[tuple[int, str, str], ...]:
    """What happened since the last closing: number, words, note."""
    ask: Ask = asking(session)
    return tuple(
        (_one(ask(question.format(open=_OPEN), {"since": to_micros(since)})), words, note)
        for words, question, note in _FIGURES
    )


def _one(rows: Any) -> int:
    return next(iter(rows))[0]  # type: ignore[no-any-return]  # a count
