"""What forgetting a customer would take and what the law keeps, counted before it is done; and what the record says after."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from desk.models.conversation import Arrival, Log, Message
from desk.models.history import History
from desk.models.lead import Lead
from desk.models.person import Address, Block, Consent, Customer
from desk.models.snapshots.settings import ErasedView, ErasureView
from desk.models.store.queries.cards import name_of
from desk.models.task import Appointment, Task

_SHOWN = 20
_NAME = name_of()


def erasure(session: Session, lead_id: str) -> ErasureView | None:
    """For the customer of a lead, with every record that was merged into theirs; None where there is no such lead."""
    told = session.execute(
        select(Customer.id, Customer.merged_into).join(Lead, Lead.customer_id == Customer.id).where(Lead.id == lead_id)
    ).one_or_none()  # fmt: skip
    if told is None:
        return None
    kept = told.merged_into or told.id
    people = select(Customer.id).where(or_(Customer.id == kept, Customer.merged_into == kept))
    leads = list(session.scalars(select(Lead.id).where(Lead.customer_id.in_(people))))
    values = list(
        session.scalars(
            select(Address.value).where(Address.customer_id.in_(people)).order_by(Address.value).distinct()
        )
    )
    cars = session.scalars(select(Lead.vehicle_title).where(Lead.id.in_(leads), Lead.merged_into.is_(None)))
    return ErasureView(
        customer_id=kept,
        name=session.scalar(select(_NAME).where(Customer.id == kept)) or "",
        addresses=tuple(values),
        leads=tuple(cars),
        goes=_goes(session, leads, len(values)),
        stays=_stays(session, leads, values),
    )


def _goes(session: Session, leads: Sequence[str], addresses: int) -> tuple[tuple[str, int], ...]:
    arrived = select(func.count(func.distinct(Arrival.raw_id))).where(
        Arrival.lead_id.in_(leads), Arrival.raw_id.is_not(None)
    )
    return (
        ("addresses", addresses),
        ("words", _count(session, Message, Message.lead_id.in_(leads))),
        ("logs", _count(session, Log, Log.lead_id.in_(leads))),
        ("tasks", _count(session, Task, Task.lead_id.in_(leads))),
        ("visits", _count(session, Appointment, Appointment.lead_id.in_(leads))),
        ("originals", session.scalar(arrived) or 0),
    )


def _stays(session: Session, leads: Sequence[str], values: Sequence[str]) -> tuple[tuple[str, int], ...]:
    return (
        ("opt_outs", _count(session, Block, Block.address.in_(values))),
        ("consents", _count(session, Consent, Consent.address.in_(values))),
        ("sends", _count(session, Message, Message.lead_id.in_(leads), Message.direction == "out")),
        ("record", _count(session, History, History.lead_id.in_(leads))),
    )


def _count(session: Session, kind: Any, *where: Any) -> int:
    return session.scalar(select(func.count()).select_from(kind).where(*where)) or 0


def erased(session: Session) -> tuple[ErasedView, ...]:
    """The newest lines of the record that say that somebody was forgotten."""
    rows = session.scalars(
        select(History).where(History.kind == "erased").order_by(History.at.desc()).limit(_SHOWN)
    )
    return tuple(ErasedView(row.lead_id or "", row.at, " ".join(str(why) for why in row.why)) for row in rows)
