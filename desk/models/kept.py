"""What is kept beside a message or an edit: the files it carries, and what an edit by hand put another value in place of."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from desk.models.base import Base, id_column

#: The condition of the index of files that are still at the texting provider; whoever asks for them says it in these words.
AWAITED = "awaited != ''"


class Attachment(Base):
    """A file that came or leaves with a message (FLOW-15). Its bytes are the ``Raw`` row of ``raw_id``, inside the encrypted store.

    One that came with a customer's email lies in that email: ``raw_id`` is the whole of it, ``position`` the file's place in it. What
    came with the inquiry itself stands with its lead, since no message was there yet. ``media`` is what the bytes are, as they were
    looked at, never what the name says; ``size`` is in bytes. While ``awaited`` names a text, its files are still at the texting
    provider and this row stands for all of them; a row without bytes then and afterwards says that they did not come.
    """

    __tablename__ = "attachment"
    __table_args__ = (
        Index("ix_attachment_message", "message_id"),
        Index("ix_attachment_lead", "lead_id", sqlite_where=text("lead_id IS NOT NULL")),
        Index("ix_attachment_raw", "raw_id"),
        Index("ix_attachment_awaited", "awaited", sqlite_where=text(AWAITED)),
    )

    id: Mapped[str] = id_column()
    message_id: Mapped[str | None] = mapped_column(ForeignKey("message.id"))
    lead_id: Mapped[str | None] = mapped_column(ForeignKey("lead.id"))
    position: Mapped[int] = mapped_column(default=0)
    name: Mapped[str]
    media: Mapped[str]
    size: Mapped[int]
    raw_id: Mapped[str]
    awaited: Mapped[str] = mapped_column(default="")


class Replaced(Base):
    """One value that an edit by hand replaced, so that the edit can be taken back (FLOW-11). It goes with the customer (COMPLY-06).

    ``of`` is lead or customer; ``name`` is the column, with the key inside it where the column holds several (``needs.timeline``).
    ``txn`` is the edit's transaction, as in the record, which holds no such values itself.
    """

    __tablename__ = "replaced"
    __table_args__ = (Index("ix_replaced_txn", "txn"), Index("ix_replaced_lead", "lead_id"))

    id: Mapped[str] = id_column()
    txn: Mapped[str]
    lead_id: Mapped[str] = mapped_column(ForeignKey("lead.id"))
    at: Mapped[datetime]
    of: Mapped[str]
    name: Mapped[str]
    before: Mapped[Any] = mapped_column(JSON, nullable=True)
    after: Mapped[Any] = mapped_column(JSON, nullable=True)
