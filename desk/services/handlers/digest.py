"""The store's own summaries: at opening what the night brought, at closing what the day left undone (FLOW-17, REPORT-02)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, func, select

from desk.models.alert import Alert
from desk.models.conversation import Message
from desk.models.hours import Span, store_week
from desk.models.lead import Lead
from desk.models.rules.alerts import via
from desk.models.staff import Staff
from desk.models.task import WAS_BOOKED, Appointment, Task
from desk.models.time import as_utc, local
from desk.models.words import AiState, AlertKind, OrderKind, Role, Stage
from desk.services.figures import Figures, figures
from desk.services.work import Work

DUE = "digest.due"
_WORDS = {
    "leads": "leads", "answered": "answered", "waited": "waited for the desk", "replied": "replied", "handed_off": "wait for a person",
    "visits": "visits set", "opted_out": "opted out", "waiting_approval": "to approve", "uncertain": "uncertain",
    "live_orders_on_hold": "live orders on hold", "without_activity": "without activity", "overdue_tasks": "overdue tasks",
    "holds_due": "holds due",
}  # fmt: skip
_OPEN = tuple(stage for stage in Stage if stage.is_open)
_STANDS = Lead.merged_into.is_(None)  # a lead that went into another is counted there
_BACK = 8  # days; a store closed for longer starts its summary at the present opening


def due_at(work: Work) -> datetime | None:
    """When the next summary is due; None before the first was planned."""
    told = work.store.summary_due
    return datetime.fromisoformat(told) if told else None


def tell_when_due(work: Work) -> datetime | None:
    """Tell the latest summary that is due, once, and answer the moment of the next; None when it stays as planned."""
    due = due_at(work)
    if due is not None and due > work.now:
        return None
    if due is not None:
        missed = _missed(work, due)
        _tell(work, missed[-1])
        for moment in missed:
            _tell_week(work, moment)
    return next_due(work)


def _missed(work: Work, due: datetime) -> list[datetime]:
    """Openings and closings from ``due`` on that have passed: after a long sleep the last one is told, not each."""
    moments = {moment for span in _spans(work, work.now) for moment in span if due < moment <= work.now}
    return [due, *sorted(moments)]


def next_due(work: Work) -> datetime | None:
    """The store's next opening or closing."""
    week = store_week(work.store)
    moments = (
        moment for opens, closes in week.ahead(work.now) for moment in (opens, closes) if moment > work.now
    )
    return next(moments, None)


def _tell(work: Work, due: datetime) -> None:
    """Overnight at an opening, the day at a closing; a desk that slept past it tells it when it wakes."""
    spans = _spans(work, due)
    opening = any(opens == due for opens, _closes in spans)
    before = [closes if opening else opens for opens, closes in spans if (closes if opening else opens) < due]
    since = max(before, default=due - timedelta(days=1))
    counts = _overnight(work, since) if opening else _evening(work, since)
    zone = work.store.zone
    name = "overnight" if opening else "day"
    period = f"{name} {local(since, zone):%Y-%m-%dT%H:%M} to {local(due, zone):%Y-%m-%dT%H:%M}"
    words = "What came in while the store was closed" if opening else "What the day left to do"
    work.tell("digest", None, {"period": period, "counts": counts}, (f"digest.{name}", words))
    _ring(work, due, name, counts)


def _ring(work: Work, due: datetime, name: str, counts: Mapping[str, int]) -> None:
    """One alert for each who leads; it opens the day and is done when it was seen (ALERT-03)."""
    said = (
        ", ".join(f"{count} {_WORDS.get(key, key)}" for key, count in counts.items() if count)
        or "nothing new"
    )
    title = f"{'Overnight' if name == 'overnight' else 'The day'}: {said}"
    for person in _leading(work):
        row = Alert(
            id=work.new_id(), key=f"digest·{due.isoformat()}·{person.id}", staff_id=person.id, kind=AlertKind.DIGEST, title=title,
            next="Open Today", via=list(via(person, AlertKind.DIGEST, work.store, work.book, work.now)), raised_at=work.now,
        )  # fmt: skip
        work.session.add(row)
        work.new_alerts.append(row.id)
        work.kinds.add("alerts")


def _leading(work: Work) -> list[Staff]:
    return [
        person for person in work.store.staff if person.active and person.role in (Role.MANAGER, Role.OWNER)
    ]


def _tell_week(work: Work, due: datetime) -> None:
    """At the week's first opening its rates, beside those of the week before (REPORT-01, REPORT-02)."""
    spans = _spans(work, due)
    today = local(due, work.store.zone).date()
    monday = today - timedelta(days=today.weekday())
    first = [opens for opens, _closes in spans if local(opens, work.store.zone).date() >= monday]
    if not first or min(first) != due:
        return
    since = as_utc(local(due, work.store.zone) - timedelta(days=7))  # by the wall clock, also when it changes
    found = figures(work.session, since, due, work.now, work.store.zone)
    zone = work.store.zone
    period = f"week {local(since, zone):%Y-%m-%dT%H:%M} to {local(due, zone):%Y-%m-%dT%H:%M}"
    work.tell(
        "digest",
        None,
        {"period": period, "counts": _week(found)},
        ("digest.week", "The week's figures, rates in percent"),
    )


def _week(found: Figures) -> dict[str, int | None]:
    rates, before = found.rates, found.before
    return {
        "leads": rates.leads, "leads_before": before.leads, "response": _percent(rates.response), "response_before": _percent(before.response),
        "appointment": _percent(rates.appointment), "show": _percent(rates.show), "close": _percent(rates.close), "opt_out": _percent(rates.opt_out),
        "temperature": round(rates.temperature) if rates.temperature is not None else None, "answered_in_90s": _percent(rates.quick),
        "by_person": _percent(rates.by_person), "escalations": found.escalations, "overdue": found.overdue, "texts": found.texts,
        "text_parts": found.text_parts,
    }  # fmt: skip


def _percent(share: float | None) -> int | None:
    return None if share is None else round(share * 100)


def _spans(work: Work, due: datetime) -> list[Span]:
    week, day = store_week(work.store), local(due, work.store.zone).date()
    return [span for back in range(_BACK) for span in week.spans(day - timedelta(days=back))]


def _overnight(work: Work, since: datetime) -> dict[str, int]:
    """Counted on leads, which are few, never by walking the conversations."""
    return {
        "leads": _count(work, Lead.received_at >= since, Lead.is_history.is_(False), _STANDS),
        "answered": _count(work, Lead.first_sent_at >= since),
        "waited": _waited(work, since),
        "replied": _count(work, Lead.last_in_at >= since),
        "handed_off": _count(work, Lead.ai_state == AiState.HANDED_OFF, _STANDS),
        "visits": _count(work, Appointment.made_at >= since, WAS_BOOKED),
        "opted_out": _count(work, Lead.ai_state == AiState.OPTED_OUT, Lead.ai_at >= since, _STANDS),
        "waiting_approval": _count(work, Message.status == "pending_approval"),
        "uncertain": _count(work, Message.status == "uncertain"),
    }


def _waited(work: Work, since: datetime) -> int:
    """Leads that came while the desk was away: asleep, off, or without its mailbox (DESK-13)."""
    came = (
        Lead.taken_at >= since,
        Lead.received_at >= since - timedelta(days=_BACK),
        Lead.is_history.is_(False),
    )
    rows = work.session.execute(select(Lead.received_at, Lead.taken_at).where(*came))
    after = work.book.span("day.waited_after")
    return sum(row.taken_at - row.received_at >= after for row in rows)


def _evening(work: Work, since: datetime) -> dict[str, int]:
    """Live orders on hold, leads that came or were claimed today without an activity, and what is open (FLOW-17)."""
    today = (Lead.received_at >= since) | (Lead.claimed_at >= since)
    idle = Lead.last_human_at.is_(None) | (Lead.last_human_at < since)
    return {
        "leads": _count(work, Lead.received_at >= since, Lead.is_history.is_(False), _STANDS),
        "live_orders_on_hold": _count(
            work, Lead.hold_kind != "", Lead.order_kind == OrderKind.LIVE, Lead.stage.in_(_OPEN)
        ),
        "without_activity": _count(work, today, idle, Lead.stage.in_(_OPEN)),
        "overdue_tasks": _count(work, Task.done_at.is_(None), Task.overdue_at.is_not(None)),
        "holds_due": _count(work, Lead.hold_kind != "", Lead.hold_until <= work.now + timedelta(days=1)),
    }


def _count(work: Work, *where: ColumnElement[bool]) -> int:
    return work.session.scalar(select(func.count()).where(*where)) or 0
