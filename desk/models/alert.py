"""Alerts: who must know what, through which door, and whether they have seen it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from desk.models.base import Base, id_column


class Alert(Base):
    """One alert for one person and step (ALERT-03): raised once, gone only when seen to.

    ``via`` lists the doors it goes through (desktop, text, email); ``sent`` what became of each.
    """

    __tablename__ = "alert"
    __table_args__ = (
        Index("ix_alert_open", "staff_id", "raised_at", sqlite_where=text("done_at IS NULL")),
        Index("ix_alert_lead", "lead_id"),
    )

    id: Mapped[str] = id_column()
    key: Mapped[str] = mapped_column(unique=True)
    staff_id: Mapped[str]
    lead_id: Mapped[str | None] = mapped_column(ForeignKey("lead.id"))
    quarantine_id: Mapped[str | None]
    kind: Mapped[str]
    title: Mapped[str]
    body: Mapped[str] = mapped_column(default="")
    next: Mapped[str] = mapped_column(default="")
    level: Mapped[int] = mapped_column(default=0)
    via: Mapped[list[Any]] = mapped_column(default=list)
    sent: Mapped[dict[str, Any]] = mapped_column(default=dict)
    raised_at: Mapped[datetime]
    shown_at: Mapped[datetime | None]
    seen_at: Mapped[datetime | None]
    snoozed_until: Mapped[datetime | None]
    done_at: Mapped[datetime | None]
    done_words: Mapped[str] = mapped_column(default="")
