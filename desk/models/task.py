"""Tasks for people, the timers that wait for them, and appointments."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from desk.models.base import Base, id_column


class Task(Base):
    """Work for a person, with what the assistant did and the recommended next action (FLOW-10)."""

    __tablename__ = "task"
    __table_args__ = (
        Index("ix_task_lead", "lead_id"),
        Index("ix_task_open", "owner_id", "due_at", sqlite_where=text("done_at IS NULL")),
        Index("ix_task_due", "due_at", sqlite_where=text("done_at IS NULL")),
    )

    id: Mapped[str] = id_column()
    key: Mapped[str] = mapped_column(unique=True)
    lead_id: Mapped[str | None] = mapped_column(ForeignKey("lead.id"))
    kind: Mapped[str]
    title: Mapped[str]
    recommended: Mapped[str] = mapped_column(default="")
    why: Mapped[list[Any]] = mapped_column(default=list)
    owner_id: Mapped[str | None]
    due_at: Mapped[datetime | None]
    made_at: Mapped[datetime]
    overdue_at: Mapped[datetime | None]
    done_at: Mapped[datetime | None]
    done_by: Mapped[str] = mapped_column(default="")
    done_words: Mapped[str] = mapped_column(default="")


class Timer(Base):
    """A clock that runs until proof of contact (ILM-04, ILM-10, AI-23).

    ``spent_s`` counts seconds of staffed time up to ``counted_at``; the ladder's steps fall due by staffed time. ``level`` is
    the last step taken; ``next_at`` the moment of the next one. It is cleared by proof only, never by a status field.
    """

    __tablename__ = "timer"
    __table_args__ = (
        Index("ix_timer_lead", "lead_id"),
        Index("ix_timer_running", "kind", "lead_id", sqlite_where=text("cleared_at IS NULL")),
    )

    id: Mapped[str] = id_column()
    key: Mapped[str] = mapped_column(unique=True)
    lead_id: Mapped[str] = mapped_column(ForeignKey("lead.id"))
    kind: Mapped[str]
    about: Mapped[str] = mapped_column(default="")
    ladder: Mapped[str] = mapped_column(default="")
    started_at: Mapped[datetime]
    level: Mapped[int] = mapped_column(default=0)
    repeats: Mapped[int] = mapped_column(default=0)
    reset_at: Mapped[datetime | None]
    next_at: Mapped[datetime | None]
    cleared_at: Mapped[datetime | None]
    cleared_by: Mapped[str] = mapped_column(default="")
    proof: Mapped[str] = mapped_column(default="")


#: A visit that was booked by mistake and whose booking was taken back: it counts nowhere.
UNDONE = "undone"


class Appointment(Base):
    """A visit: booked, confirmed, then shown, no_show, cancelled, rescheduled or sold (APPT-*); undone where its booking was taken back."""

    __tablename__ = "appointment"
    __table_args__ = (
        Index("ix_appointment_starts", "starts_at"),
        Index("ix_appointment_lead", "lead_id"),
        Index("ix_appointment_made", "made_at"),
    )

    id: Mapped[str] = id_column()
    key: Mapped[str] = mapped_column(unique=True)
    lead_id: Mapped[str] = mapped_column(ForeignKey("lead.id"))
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    status: Mapped[str] = mapped_column(default="booked")
    vehicle: Mapped[str] = mapped_column(default="")
    stock: Mapped[str] = mapped_column(default="")
    made_by: Mapped[str] = mapped_column(default="")
    label: Mapped[str] = mapped_column(default="")
    staff_id: Mapped[str | None]
    slot: Mapped[str] = mapped_column(default="")
    sequence: Mapped[int] = mapped_column(default=0)
    notes: Mapped[str] = mapped_column(default="")
    made_at: Mapped[datetime]
    confirmed_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]


#: Visits that count: a booking that was taken back was none.
WAS_BOOKED = Appointment.status != UNDONE
