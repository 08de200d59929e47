"""What people may say in the store's own words: templates for e-mail, text and letter, scripts for call and voicemail (FLOW-08)."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from desk.models.base import Base, id_column

#: What a template is for; the first three are written to a customer, the last two are spoken.
KINDS = ("email", "text", "letter", "call", "voicemail")


class Template(Base):
    """One version of one template. ``body`` and ``subject`` hold fields as ``{{ name }}``; nothing but an approved version is offered."""

    __tablename__ = "template"
    __table_args__ = (Index("ix_template_entry", "entry", "version", unique=True),)

    id: Mapped[str] = id_column()
    entry: Mapped[str]
    version: Mapped[int]
    kind: Mapped[str]
    name: Mapped[str]
    language: Mapped[str] = mapped_column(default="en")
    subject: Mapped[str] = mapped_column(default="")
    body: Mapped[str]
    written_by: Mapped[str]
    at: Mapped[datetime]
    approved_by: Mapped[str] = mapped_column(default="")
    approved_at: Mapped[datetime | None]
    retired_at: Mapped[datetime | None]
