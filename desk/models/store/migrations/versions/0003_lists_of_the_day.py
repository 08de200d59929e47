"""Two lists of the day are found by an index of their own: who waited while the desk was away, and what may be stuck."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

_WAITED = "is_history = 0 AND taken_at - received_at >= 90000000"
_LOOSE = (
    "stage NOT IN ('sold', 'lost', 'merged') AND hold_kind = '' AND CASE WHEN next_text = '' THEN 1"
    " ELSE claimed_at IS NULL AND owner_at > taken_at + 60000000 AND coalesce(last_human_at, 0) < owner_at END"
)


def upgrade() -> None:
    op.create_index("ix_lead_waited", "lead", ["taken_at"], unique=False, sqlite_where=sa.text(_WAITED))
    op.create_index("ix_lead_loose", "lead", ["received_at"], unique=False, sqlite_where=sa.text(_LOOSE))
