"""A way of looking at the board that a person kept under a name (FLOW-12)."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desk.models.base import Base, id_column


class SavedView(Base):
    """``words`` are those of ``queries.board_filter``: whose leads, what they are narrowed to, and their order."""

    __tablename__ = "saved_view"
    __table_args__ = (UniqueConstraint("staff_id", "name", name="uq_saved_view_staff_name"),)

    id: Mapped[str] = id_column()
    staff_id: Mapped[str] = mapped_column(ForeignKey("staff.id"))
    name: Mapped[str]
    words: Mapped[str]
    at: Mapped[datetime]
