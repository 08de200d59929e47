"""The notification centre of one person: who needs them, why, and what they can do at once (ALERT-03)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, bindparam, case, exists, func, select, text, true
from sqlalchemy.orm import Session

from desk.models.alert import Alert
from desk.models.lead import Lead
from desk.models.person import Address, Block, Customer
from desk.models.snapshots.board import TimerView
from desk.models.snapshots.frame import AlertView
from desk.models.store.queries.first_board import NO_TIMER, timer_kind
from desk.models.words import AlertKind, Stage

_ORDER = {
    AlertKind.ESCALATION: 0,
    AlertKind.HANDOFF: 1,
    AlertKind.DOORBELL: 2,
    AlertKind.QUARANTINE: 3,
    AlertKind.ATTENTION: 4,
    AlertKind.APPOINTMENT: 5,
    AlertKind.DIGEST: 6,
}
_CLAIMABLE = (AlertKind.DOORBELL, AlertKind.ESCALATION)
_NAME = case((Customer.full != "", Customer.full), else_=func.trim(Customer.first + " " + Customer.last))


def _no_calls() -> ColumnElement[bool]:
    """Whether some block in force closes this number for calls."""
    channel = func.json_each(Block.channels).table_valued("value")
    closed = select(Block.id).join(channel, true())
    return exists(
        closed.where(
            Block.address == Address.value, Block.lifted_at.is_(None), channel.c.value.in_(("call", "all"))
        ).correlate(Address)
    )


_PHONE = (
    select(Address.value)
    .where(Address.customer_id == Customer.id, Address.kind == "phone", ~_no_calls())
    .order_by(Address.created_at, Address.id)
    .limit(1)
    .correlate(Customer)
    .scalar_subquery()
)
#: What the steps of one ladder at one lead have in common, so that they count and show as one; any other alert stands for itself.
CLIMB: ColumnElement[str] = case(
    ((Alert.kind == AlertKind.ESCALATION) & Alert.lead_id.is_not(None), Alert.lead_id + "·" + Alert.title),
    else_=Alert.id,
)
_ROWS = (
    select(
        *Alert.__table__.columns, CLIMB.label("climb"), Lead.stage, Lead.owner_id, Lead.temperature, Lead.band, Lead.timer_kind,
        Lead.timer_started, Lead.timer_target, Lead.timer_level, Lead.answered_s, Lead.answered_proof,
        _NAME.label("name"), _PHONE.label("phone"),
    )
    .outerjoin(Lead, Lead.id == Alert.lead_id)
    .outerjoin(Customer, Customer.id == Lead.customer_id)
)  # fmt: skip
_ONE = _ROWS.where(Alert.id == bindparam("alert"))
_MINE: ColumnElement[bool] = Alert.staff_id == bindparam("staff")
_OPEN = (
    _ROWS.where(_MINE, text("alert.done_at IS NULL"))
    .order_by(case(_ORDER, value=Alert.kind, else_=len(_ORDER)), Alert.level.desc(), Alert.raised_at.desc())
    .limit(bindparam("limit"))
)
_DONE = (
    _ROWS.where(_MINE, Alert.done_at.is_not(None)).order_by(Alert.done_at.desc()).limit(bindparam("limit"))
)


def alerts(session: Session, staff_id: str, now: datetime, *, limit: int = 200) -> tuple[AlertView, ...]:
    """This person's open alerts, the most pressing kind first; snoozed ones are in it and say until when."""
    rows = session.connection().execute(_OPEN, {"staff": staff_id, "limit": limit})
    return tuple(_view(row, now) for row in rows)


def alerts_done(session: Session, staff_id: str, now: datetime, *, limit: int = 100) -> tuple[AlertView, ...]:
    """What was seen to, newest first: nothing disappears unseen (ALERT-03)."""
    rows = session.connection().execute(_DONE, {"staff": staff_id, "limit": limit})
    return tuple(_view(row, now) for row in rows)


def alert_one(session: Session, alert_id: str, now: datetime) -> AlertView | None:
    """One alert, for its toast; None when there is none of that id."""
    rows = session.connection().execute(_ONE, {"alert": alert_id})
    return next((_view(row, now) for row in rows), None)


def _view(row: Any, now: datetime) -> AlertView:
    is_open = row.stage is not None and Stage(row.stage).is_open
    return AlertView(
        id=row.id,
        kind=row.kind,
        lead_id=row.lead_id or "",
        title=row.title,
        name=row.name or "",
        body=row.body,
        next=row.next,
        raised=row.raised_at,
        timer=_timer(row, now),
        temperature=row.temperature,
        band=row.band or "",
        level=row.level,
        claimable=row.kind in _CLAIMABLE and is_open and row.owner_id != row.staff_id,
        callable=bool(row.phone),
        phone=row.phone or "",
        seen=row.seen_at is not None,
        snoozed_until=row.snoozed_until,
        done=row.done_at is not None,
        quarantine_id=row.quarantine_id or "",
        staff_id=row.staff_id,
        inbox_key=_inbox_key(row),
        climb=row.climb,
    )


def _inbox_key(row: Any) -> str:
    """What of the inbox this alert is about, by its key there; empty where it is about the lead itself."""
    if row.quarantine_id:
        return f"quarantine:{row.quarantine_id}"
    kind, _, rest = row.key.partition("·")
    return f"duplicate:{rest.partition('·')[0]}" if kind == "duplicate" else ""


def _timer(row: Any, now: datetime) -> TimerView:
    """The lead's response timer; a quarantined mail has none."""
    if row.timer_kind in (None, "none"):
        return NO_TIMER
    kind = timer_kind(row.timer_kind, row.timer_started, now)
    return TimerView(
        kind, row.timer_started, row.timer_target, row.answered_s, row.answered_proof, row.timer_level
    )
