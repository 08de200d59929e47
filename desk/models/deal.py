"""A sale and who is credited for it, with the evidence it was ruled on."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from desk.models.base import Base, id_column


class Deal(Base):
    """One sale (COVER-05, COVER-06). ``shares`` are ``[{staff, team, share}]``, ``managers`` the same for the teams' managers.

    ``verdicts`` keep what was weighed, ``playbook`` the version in force. A sale undone keeps its row; a manager's decision keeps
    who, when and why beside what the rules had said.
    """

    __tablename__ = "deal"
    __table_args__ = (Index("ix_deal_lead", "lead_id"), Index("ix_deal_sold", "sold_at"))

    id: Mapped[str] = id_column()
    lead_id: Mapped[str] = mapped_column(ForeignKey("lead.id"))
    seller_id: Mapped[str]
    sold_at: Mapped[datetime]
    sold_on: Mapped[date | None]
    shares: Mapped[list[Any]] = mapped_column(default=list)
    managers: Mapped[list[Any]] = mapped_column(default=list)
    verdicts: Mapped[list[Any]] = mapped_column(default=list)
    why: Mapped[list[Any]] = mapped_column(default=list)
    playbook: Mapped[str] = mapped_column(default="")
    stage_before: Mapped[str] = mapped_column(default="")
    status_before: Mapped[str] = mapped_column(default="")
    ruled_shares: Mapped[list[Any]] = mapped_column(default=list)
    decided_by: Mapped[str] = mapped_column(default="")
    decided_at: Mapped[datetime | None]
    decided_why: Mapped[str] = mapped_column(default="")
    undone_at: Mapped[datetime | None]
    undone_by: Mapped[str] = mapped_column(default="")
    undone_why: Mapped[str] = mapped_column(default="")
