"""A file may stand with a lead that no message began, and may still be at the texting provider (FLOW-15). What is kept stays as it is."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

_KEPT = "id, message_id, position, name, media, size, raw_id"


def upgrade() -> None:
    """SQLite lets no column become optional: the table is made anew beside the old one, which then goes."""
    op.drop_index("ix_attachment_message", "attachment")
    op.drop_index("ix_attachment_raw", "attachment")
    op.rename_table("attachment", "attachment_before")
    op.create_table(
        "attachment",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("message_id", sa.String(length=36), nullable=True),
        sa.Column("lead_id", sa.String(length=36), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("media", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("raw_id", sa.String(), nullable=False),
        sa.Column("awaited", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["message_id"], ["message.id"], name=op.f("fk_attachment_message_id")),
        sa.ForeignKeyConstraint(["lead_id"], ["lead.id"], name=op.f("fk_attachment_lead_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attachment")),
    )
    op.execute(f"INSERT INTO attachment ({_KEPT}, awaited) SELECT {_KEPT}, '' FROM attachment_before")
    op.drop_table("attachment_before")
    op.create_index("ix_attachment_message", "attachment", ["message_id"], unique=False)
    op.create_index("ix_attachment_raw", "attachment", ["raw_id"], unique=False)
    op.create_index(
        "ix_attachment_lead",
        "attachment",
        ["lead_id"],
        unique=False,
        sqlite_where=sa.text("lead_id IS NOT NULL"),
    )
    op.create_index(
        "ix_attachment_awaited",
        "attachment",
        ["awaited"],
        unique=False,
        sqlite_where=sa.text("awaited != ''"),
    )
