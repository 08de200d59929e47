"""The knowledge bank: what the store says about itself, and what it was asked and could not say (AI-13)."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Index, text
from sqlalchemy.orm import Mapped, mapped_column

from desk.models.base import Base, id_column


class Knowledge(Base):
    """One answer with the questions it answers, one a line. Only knowledge administrators write; each change is a new version.

    ``owner`` is the person who answers for it; it is told from ``valid_from`` until ``valid_until``, where they are set.
    """

    __tablename__ = "knowledge"

    id: Mapped[str] = id_column()
    entry: Mapped[str]
    version: Mapped[int] = mapped_column(default=1)
    question: Mapped[str]
    answer: Mapped[str]
    tags: Mapped[str] = mapped_column(default="")
    language: Mapped[str] = mapped_column(default="en")
    approved_by: Mapped[str] = mapped_column(default="")
    owner: Mapped[str] = mapped_column(default="")
    valid_from: Mapped[datetime | None]
    valid_until: Mapped[datetime | None]
    replaced_at: Mapped[datetime | None]
    at: Mapped[datetime]


class KnowledgeRequest(Base):
    """A question nobody could answer from the bank; like ones about the same thing count up instead of piling up."""

    __tablename__ = "knowledge_request"
    __table_args__ = (Index("ix_knowledge_request_open", "about", sqlite_where=text("closed_at IS NULL")),)

    id: Mapped[str] = id_column()
    about: Mapped[str] = mapped_column(default="")
    question: Mapped[str]
    lead_id: Mapped[str | None]
    count: Mapped[int] = mapped_column(default=1)
    at: Mapped[datetime]
    closed_at: Mapped[datetime | None]
    closed_by: Mapped[str] = mapped_column(default="")
