"""What a person must read, by when, and that they did (FLOW-16)."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from desk.models.base import Base, id_column


class Training(Base):
    """One item of one person. ``key`` names person, item and occasion, so that none is given twice."""

    __tablename__ = "training"
    __table_args__ = (Index("ix_training_staff", "staff_id", "done_at"),)

    id: Mapped[str] = id_column()
    key: Mapped[str] = mapped_column(unique=True)
    staff_id: Mapped[str] = mapped_column(ForeignKey("staff.id"))
    item: Mapped[str]
    title: Mapped[str]
    due_at: Mapped[datetime]
    made_at: Mapped[datetime]
    done_at: Mapped[datetime | None]
    told_at: Mapped[datetime | None]
