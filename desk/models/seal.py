"""Seals on the record: a changed, added or missing line of the past shows (R22, DESK-04)."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Mapped

from desk.models.base import Base, id_column


class Seal(Base):
    """The first ``lines`` lines of the record as they stood at ``at``: each digest goes over the seal before it too."""

    __tablename__ = "seal"

    id: Mapped[str] = id_column()
    at: Mapped[datetime]
    lines: Mapped[int]
    digest: Mapped[str]
