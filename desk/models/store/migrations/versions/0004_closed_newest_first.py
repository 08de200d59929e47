"""Sold and Lost stand newest first; the leads that are there already take their new places."""

from __future__ import annotations

from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.execute(
        "UPDATE lead SET sort_key = '1' || printf('%017d', 99999999999999999 - stage_at)"
        " WHERE stage IN ('sold', 'lost') AND timer_kind IN ('none', 'answered')"
    )
