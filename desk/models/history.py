"""The record: what happened, to whom, by whom and why. Append-only; everything else can be explained from it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Index, text
from sqlalchemy.orm import Mapped, mapped_column

from desk.models.base import Base, id_column

#: What people cleared from their lists, in the words of its index.
CLEARED = "kind = 'cleared'"
#: The item under which it is written that every check of a list held; whose list it was follows.
ALL_CHECKS = "checks:"


class History(Base):
    """One thing that happened. ``kind`` and ``data`` are those of a rehearsal's lines; ``txn`` groups one named act (undo).

    ``data`` holds ids and states, never the text of a conversation or an address, so that erasure is possible (COMPLY-06).
    """

    __tablename__ = "history"
    __table_args__ = (
        Index("ix_history_lead", "lead_id", "at"),
        Index("ix_history_txn", "txn"),
        Index("ix_history_cleared", "at", sqlite_where=text(CLEARED)),
    )

    id: Mapped[str] = id_column()
    at: Mapped[datetime]
    kind: Mapped[str]
    lead_id: Mapped[str | None]
    by: Mapped[str] = mapped_column(default="")
    act: Mapped[str] = mapped_column(default="")
    txn: Mapped[str] = mapped_column(default="")
    data: Mapped[dict[str, Any]] = mapped_column(default=dict)
    why: Mapped[list[Any]] = mapped_column(default=list)
    playbook: Mapped[str] = mapped_column(default="")


class Setting(Base):
    """A store setting by its declared key (``desk.models.settings``)."""

    __tablename__ = "setting"

    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[dict[str, Any]] = mapped_column(default=dict)
    at: Mapped[datetime]
    by: Mapped[str] = mapped_column(default="")


class PlaybookVersion(Base):
    """A version of the store's playbook with who, when and why; each decision names the one it was made under."""

    __tablename__ = "playbook_version"

    id: Mapped[str] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    by: Mapped[str] = mapped_column(default="")
    why: Mapped[str] = mapped_column(default="")
    toml: Mapped[str] = mapped_column(default="")
