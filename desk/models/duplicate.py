"""Records that may be one customer, and merges with everything that is needed to take them apart again (LEAD-04, LEAD-11)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from desk.models.base import Base, id_column


class Duplicate(Base):
    """Two leads that may be one customer: the signs that say so, and what a person decided about it.

    ``lead_id`` is the record that was entered or edited, ``other_id`` the one it hits. ``how`` is created | edited | found | by_hand;
    ``skate`` says that one person's entry hit another's customer. ``state``: open | merged | not_same.
    """

    __tablename__ = "duplicate"
    __table_args__ = (
        Index("ix_duplicate_open", "raised_at", sqlite_where=text("state = 'open'")),
        Index("ix_duplicate_lead", "lead_id"),
        Index("ix_duplicate_other", "other_id"),
    )

    id: Mapped[str] = id_column()
    key: Mapped[str] = mapped_column(unique=True)
    lead_id: Mapped[str] = mapped_column(ForeignKey("lead.id"))
    other_id: Mapped[str] = mapped_column(ForeignKey("lead.id"))
    signs: Mapped[list[Any]] = mapped_column(default=list)
    points: Mapped[int]
    likely: Mapped[str]
    how: Mapped[str]
    skate: Mapped[bool] = mapped_column(default=False)
    raised_at: Mapped[datetime]
    raised_by: Mapped[str] = mapped_column(default="")
    state: Mapped[str] = mapped_column(default="open")
    decided_at: Mapped[datetime | None]
    decided_by: Mapped[str] = mapped_column(default="")
    reason: Mapped[str] = mapped_column(default="")


class Merge(Base):
    """One merge: which lead lives on, which went into it, and each value that it and the rules after it changed, before and after.

    ``changes`` holds rows ``[table, row id, column, before, after]``; moments lie in them as ``{"at": ISO}``. It is kept for
    good, so that the two can be taken apart at any later time (LEAD-04).
    """

    __tablename__ = "merge"
    __table_args__ = (Index("ix_merge_kept", "kept_id"), Index("ix_merge_gone", "gone_id"))

    id: Mapped[str] = id_column()
    kept_id: Mapped[str] = mapped_column(ForeignKey("lead.id"))
    gone_id: Mapped[str] = mapped_column(ForeignKey("lead.id"))
    changes: Mapped[list[Any]] = mapped_column(default=list)
    addresses: Mapped[list[Any]] = mapped_column(default=list)
    why: Mapped[list[Any]] = mapped_column(default=list)
    at: Mapped[datetime]
    by: Mapped[str] = mapped_column(default="")
    undone_at: Mapped[datetime | None]
    undone_by: Mapped[str] = mapped_column(default="")
    undone_reason: Mapped[str] = mapped_column(default="")
