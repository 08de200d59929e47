"""The first schema: every table of the first release, as packaging/write_first_migration.py wrote it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import sqlite  # noqa: F401  named where SQLite has a type of its own

revision = "0001"
down_revision = None

EXTRAS = (
    "CREATE VIRTUAL TABLE find_lead USING fts5(words, content='', contentless_delete=1, tokenize='trigram remove_diacritics 1')",
    "CREATE VIRTUAL TABLE find_said USING fts5(words, content='', contentless_delete=1, detail=none, prefix='3 4 5', tokenize='unicode61 remove_diacritics 2')",
    "CREATE INDEX ix_customer_first ON customer (first COLLATE NOCASE)",
    "CREATE INDEX ix_customer_last ON customer (last COLLATE NOCASE)",
    "CREATE INDEX ix_lead_hottest ON lead (stage, printf('%04d', 1000 - temperature), id)",
    "CREATE INDEX ix_lead_newest ON lead (stage, printf('%019d', 9000000000000000000 - received_at), id)",
    "CREATE INDEX ix_lead_next ON lead (stage, printf('%019d', ifnull(next_due, 9000000000000000000)), id)",
    "INSERT INTO find_lead(find_lead, rank) VALUES ('automerge', 0)",
    "INSERT INTO find_said(find_said, rank) VALUES ('automerge', 0)",
    "CREATE TRIGGER history_unchanged BEFORE UPDATE ON history BEGIN SELECT RAISE(ABORT, 'the record is only ever added to'); END",
    "CREATE TRIGGER history_undeleted BEFORE DELETE ON history BEGIN SELECT RAISE(ABORT, 'the record is only ever added to'); END",
    "CREATE TRIGGER lead_counted AFTER INSERT ON lead BEGIN INSERT INTO stage_count(stage, count) VALUES (new.stage, 1) ON CONFLICT(stage) DO UPDATE SET count = count + 1; END",
    "CREATE TRIGGER lead_uncounted AFTER DELETE ON lead BEGIN UPDATE stage_count SET count = count - 1 WHERE stage = old.stage; END",
    "CREATE TRIGGER lead_recounted AFTER UPDATE OF stage ON lead WHEN old.stage IS NOT new.stage BEGIN UPDATE stage_count SET count = count - 1 WHERE stage = old.stage; INSERT INTO stage_count(stage, count) VALUES (new.stage, 1) ON CONFLICT(stage) DO UPDATE SET count = count + 1; END",
)


def upgrade() -> None:  # noqa: PLR0915  a list of tables, not a procedure
    op.create_table(
        "arrival",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("origin", sa.String(), nullable=False),
        sa.Column("result", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("lead_id", sa.String(), nullable=True),
        sa.Column("raw_id", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_arrival")),
    )
    op.create_table(
        "block",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("channels", sa.JSON(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("lead_id", sa.String(), nullable=True),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("lifted_at", sa.BigInteger(), nullable=True),
        sa.Column("lifted_by", sa.String(), nullable=False),
        sa.Column("lift_evidence", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_block")),
    )
    op.create_index("ix_block_address", "block", ["address"], unique=False)
    op.create_table(
        "consent",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("evidence", sa.String(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("detail", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consent")),
    )
    op.create_index("ix_consent_address", "consent", ["address"], unique=False)
    op.create_table(
        "customer",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("first", sa.String(), nullable=False),
        sa.Column("last", sa.String(), nullable=False),
        sa.Column("full", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("preferred_channel", sa.String(), nullable=False),
        sa.Column("street", sa.String(), nullable=False),
        sa.Column("city", sa.String(), nullable=False),
        sa.Column("region", sa.String(), nullable=False),
        sa.Column("postal", sa.String(), nullable=False),
        sa.Column("country", sa.String(), nullable=False),
        sa.Column("told_zone", sa.String(), nullable=False),
        sa.Column("merged_into", sa.String(length=36), nullable=True),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["merged_into"], ["customer.id"], name=op.f("fk_customer_merged_into")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_customer")),
    )
    op.create_index(
        "ix_customer_place",
        "customer",
        ["postal", "street"],
        unique=False,
        sqlite_where=sa.text("postal != ''"),
    )
    op.create_table(
        "history",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("lead_id", sa.String(), nullable=True),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("act", sa.String(), nullable=False),
        sa.Column("txn", sa.String(), nullable=False),
        sa.Column("data", sa.JSON(), nullable=False),
        sa.Column("why", sa.JSON(), nullable=False),
        sa.Column("playbook", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_history")),
    )
    op.create_index(
        "ix_history_cleared", "history", ["at"], unique=False, sqlite_where=sa.text("kind = 'cleared'")
    )
    op.create_index("ix_history_lead", "history", ["lead_id", "at"], unique=False)
    op.create_index("ix_history_txn", "history", ["txn"], unique=False)
    op.create_table(
        "knowledge",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("entry", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("question", sa.String(), nullable=False),
        sa.Column("answer", sa.String(), nullable=False),
        sa.Column("tags", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("approved_by", sa.String(), nullable=False),
        sa.Column("owner", sa.String(), nullable=False),
        sa.Column("valid_from", sa.BigInteger(), nullable=True),
        sa.Column("valid_until", sa.BigInteger(), nullable=True),
        sa.Column("replaced_at", sa.BigInteger(), nullable=True),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_knowledge")),
    )
    op.create_table(
        "knowledge_request",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("about", sa.String(), nullable=False),
        sa.Column("question", sa.String(), nullable=False),
        sa.Column("lead_id", sa.String(), nullable=True),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("closed_at", sa.BigInteger(), nullable=True),
        sa.Column("closed_by", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_knowledge_request")),
    )
    op.create_index(
        "ix_knowledge_request_open",
        "knowledge_request",
        ["about"],
        unique=False,
        sqlite_where=sa.text("closed_at IS NULL"),
    )
    op.create_table(
        "listed_number",
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("dated", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_listed_number")),
    )
    op.create_table(
        "number_answer",
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("asked_about", sa.BigInteger(), nullable=False),
        sa.Column("answer", sa.String(), nullable=False),
        sa.Column("dated", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_number_answer")),
    )
    op.create_table(
        "number_list",
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("dated", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("rows_done", sa.Integer(), nullable=False),
        sa.Column("whole", sa.Boolean(), nullable=False),
        sa.Column("areas", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_number_list")),
    )
    op.create_table(
        "playbook_version",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("toml", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_playbook_version")),
    )
    op.create_table(
        "quarantine",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("raw_id", sa.String(), nullable=False),
        sa.Column("received_at", sa.BigInteger(), nullable=False),
        sa.Column("origin", sa.String(), nullable=False),
        sa.Column("sender", sa.String(), nullable=False),
        sa.Column("recipient", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("lead_id", sa.String(), nullable=True),
        sa.Column("closed_by", sa.String(), nullable=False),
        sa.Column("closed_at", sa.BigInteger(), nullable=True),
        sa.Column("closed_reason", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_quarantine")),
    )
    op.create_index("ix_quarantine_state", "quarantine", ["state", "received_at"], unique=False)
    op.create_table(
        "raw",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("media", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_raw")),
    )
    op.create_table(
        "scrubbed_area",
        sa.Column("area", sa.String(), nullable=False),
        sa.Column("dated", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("area", name=op.f("pk_scrubbed_area")),
    )
    op.create_table(
        "seal",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("lines", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_seal")),
    )
    op.create_table(
        "search_lead",
        sa.Column("doc", sa.Integer(), nullable=False),
        sa.Column("lead_id", sa.String(length=36), nullable=False),
        sa.PrimaryKeyConstraint("doc", name=op.f("pk_search_lead")),
        sa.UniqueConstraint("lead_id", name=op.f("uq_search_lead_lead_id")),
    )
    op.create_table(
        "search_todo",
        sa.Column("lead_id", sa.String(length=36), nullable=False),
        sa.PrimaryKeyConstraint("lead_id", name=op.f("pk_search_todo")),
    )
    op.create_table(
        "setting",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("value", sa.JSON(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_setting")),
    )
    op.create_table(
        "staff",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("team", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("shift", sa.JSON(), nullable=True),
        sa.Column("alerts", sa.JSON(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("away_until", sa.BigInteger(), nullable=True),
        sa.Column("away_reason", sa.String(), nullable=False),
        sa.Column("joined_at", sa.BigInteger(), nullable=True),
        sa.Column("last_assigned_at", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staff")),
    )
    op.create_table(
        "stage_count",
        sa.Column("stage", sa.String(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("stage", name=op.f("pk_stage_count")),
    )
    op.create_table(
        "template",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("entry", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("written_by", sa.String(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("approved_by", sa.String(), nullable=False),
        sa.Column("approved_at", sa.BigInteger(), nullable=True),
        sa.Column("retired_at", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_template")),
    )
    op.create_index("ix_template_entry", "template", ["entry", "version"], unique=True)
    op.create_table(
        "vehicle",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("stock", sa.String(), nullable=False),
        sa.Column("vin", sa.String(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.Column("make", sa.String(), nullable=False),
        sa.Column("model", sa.String(), nullable=False),
        sa.Column("trim", sa.String(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("condition", sa.String(), nullable=False),
        sa.Column("certified", sa.Boolean(), nullable=False),
        sa.Column("mileage", sa.Integer(), nullable=True),
        sa.Column("exterior", sa.String(), nullable=False),
        sa.Column("interior", sa.String(), nullable=False),
        sa.Column("drivetrain", sa.String(), nullable=False),
        sa.Column("engine", sa.String(), nullable=False),
        sa.Column("fuel", sa.String(), nullable=False),
        sa.Column("price_cents", sa.Integer(), nullable=True),
        sa.Column("price_at", sa.BigInteger(), nullable=True),
        sa.Column("price_disclosure", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("lot", sa.String(), nullable=False),
        sa.Column("features", sa.JSON(), nullable=False),
        sa.Column("history_url", sa.String(), nullable=False),
        sa.Column("photo_url", sa.String(), nullable=False),
        sa.Column("detail_url", sa.String(), nullable=False),
        sa.Column("by_hand", sa.Boolean(), nullable=False),
        sa.Column("seen_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_vehicle")),
    )
    op.create_index("ix_vehicle_similar", "vehicle", ["body", "year"], unique=False)
    op.create_index("ix_vehicle_stock", "vehicle", ["stock"], unique=True)
    op.create_index("ix_vehicle_vin", "vehicle", ["vin"], unique=False)
    op.create_table(
        "address",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("customer_id", sa.String(length=36), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("raw", sa.String(), nullable=False),
        sa.Column("ext", sa.String(), nullable=False),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("best_time", sa.String(), nullable=False),
        sa.Column("can_text", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name=op.f("fk_address_customer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_address")),
        sa.UniqueConstraint("customer_id", "value", name=op.f("uq_address_customer_id")),
    )
    op.create_index("ix_address_value", "address", ["value"], unique=False)
    op.create_table(
        "lead",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("ref", sa.String(), nullable=False),
        sa.Column("customer_id", sa.String(length=36), nullable=False),
        sa.Column("merged_into", sa.String(length=36), nullable=True),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("source_kind", sa.String(), nullable=False),
        sa.Column("source_class", sa.String(), nullable=False),
        sa.Column("source_label", sa.String(), nullable=False),
        sa.Column("provider_ids", sa.JSON(), nullable=False),
        sa.Column("received_at", sa.BigInteger(), nullable=False),
        sa.Column("taken_at", sa.BigInteger(), nullable=False),
        sa.Column("is_history", sa.Boolean(), nullable=False),
        sa.Column("comments", sa.String(), nullable=False),
        sa.Column("inquiry", sa.JSON(), nullable=True),
        sa.Column("timeframe", sa.String(), nullable=False),
        sa.Column("reply_token", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("stage", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("stage_at", sa.BigInteger(), nullable=False),
        sa.Column("lost_reason", sa.String(), nullable=False),
        sa.Column("order_kind", sa.String(), nullable=False),
        sa.Column("price_shopper", sa.Boolean(), nullable=False),
        sa.Column("needs", sa.JSON(), nullable=False),
        sa.Column("trade_in", sa.JSON(), nullable=True),
        sa.Column("owner_id", sa.String(length=36), nullable=True),
        sa.Column("owner_at", sa.BigInteger(), nullable=True),
        sa.Column("claimed_at", sa.BigInteger(), nullable=True),
        sa.Column("ai_state", sa.String(), nullable=False),
        sa.Column("ai_returns_to", sa.String(), nullable=False),
        sa.Column("ai_at", sa.BigInteger(), nullable=False),
        sa.Column("ai_by", sa.String(), nullable=False),
        sa.Column("ai_reason", sa.String(), nullable=False),
        sa.Column("ai_pace", sa.Double(), nullable=False),
        sa.Column("hold_kind", sa.String(), nullable=False),
        sa.Column("hold_reason", sa.String(), nullable=False),
        sa.Column("hold_until", sa.BigInteger(), nullable=True),
        sa.Column("hold_note", sa.String(), nullable=False),
        sa.Column("resume_on", sa.BigInteger(), nullable=True),
        sa.Column("temperature", sa.Integer(), nullable=False),
        sa.Column("band", sa.String(), nullable=False),
        sa.Column("temperature_reasons", sa.JSON(), nullable=False),
        sa.Column("temperature_note", sa.String(), nullable=False),
        sa.Column("temperature_set", sa.Integer(), nullable=True),
        sa.Column("temperature_set_until", sa.BigInteger(), nullable=True),
        sa.Column("timer_kind", sa.String(), nullable=False),
        sa.Column("timer_started", sa.BigInteger(), nullable=True),
        sa.Column("timer_target", sa.BigInteger(), nullable=True),
        sa.Column("timer_level", sa.Integer(), nullable=False),
        sa.Column("answered_at", sa.BigInteger(), nullable=True),
        sa.Column("answered_s", sa.Integer(), nullable=True),
        sa.Column("answered_proof", sa.String(), nullable=False),
        sa.Column("first_sent_at", sa.BigInteger(), nullable=True),
        sa.Column("first_reply_at", sa.BigInteger(), nullable=True),
        sa.Column("last_in_at", sa.BigInteger(), nullable=True),
        sa.Column("last_human_at", sa.BigInteger(), nullable=True),
        sa.Column("unread", sa.Integer(), nullable=False),
        sa.Column("coverage_until", sa.BigInteger(), nullable=True),
        sa.Column("coverage_by", sa.String(), nullable=False),
        sa.Column("vehicle_title", sa.String(), nullable=False),
        sa.Column("stock", sa.String(), nullable=False),
        sa.Column("next_text", sa.String(), nullable=False),
        sa.Column("next_icon", sa.String(), nullable=False),
        sa.Column("next_due", sa.BigInteger(), nullable=True),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("sort_key", sa.String(), nullable=False),
        sa.Column("due_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name=op.f("fk_lead_customer_id")),
        sa.ForeignKeyConstraint(["merged_into"], ["lead.id"], name=op.f("fk_lead_merged_into")),
        sa.ForeignKeyConstraint(["owner_id"], ["staff.id"], name=op.f("fk_lead_owner_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lead")),
        sa.UniqueConstraint("reply_token", name=op.f("uq_lead_reply_token")),
    )
    op.create_index("ix_lead_board", "lead", ["stage", "sort_key", "id"], unique=False)
    op.create_index(
        "ix_lead_calling",
        "lead",
        ["last_in_at"],
        unique=False,
        sqlite_where=sa.text(
            "stage NOT IN ('sold', 'lost', 'merged') AND (ai_state = 'handed_off' OR unread > 0)"
        ),
    )
    op.create_index(
        "ix_lead_covered",
        "lead",
        ["coverage_until"],
        unique=False,
        sqlite_where=sa.text("coverage_until IS NOT NULL"),
    )
    op.create_index("ix_lead_customer", "lead", ["customer_id"], unique=False)
    op.create_index(
        "ix_lead_due", "lead", ["due_at"], unique=False, sqlite_where=sa.text("due_at IS NOT NULL")
    )
    op.create_index(
        "ix_lead_heard", "lead", ["last_in_at"], unique=False, sqlite_where=sa.text("last_in_at IS NOT NULL")
    )
    op.create_index(
        "ix_lead_held", "lead", ["hold_until"], unique=False, sqlite_where=sa.text("hold_kind != ''")
    )
    op.create_index(
        "ix_lead_late",
        "lead",
        ["stage", "next_due"],
        unique=False,
        sqlite_where=sa.text("next_due IS NOT NULL"),
    )
    op.create_index(
        "ix_lead_merged",
        "lead",
        ["merged_into"],
        unique=False,
        sqlite_where=sa.text("merged_into IS NOT NULL"),
    )
    op.create_index("ix_lead_owner", "lead", ["owner_id", "stage", "sort_key", "id"], unique=False)
    op.create_index("ix_lead_received", "lead", ["received_at"], unique=False)
    op.create_index(
        "ix_lead_timer",
        "lead",
        ["stage", "timer_target"],
        unique=False,
        sqlite_where=sa.text("timer_kind NOT IN ('none', 'answered')"),
    )
    op.create_table(
        "saved_view",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("staff_id", sa.String(length=36), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_saved_view_staff_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_saved_view")),
        sa.UniqueConstraint("staff_id", "name", name="uq_saved_view_staff_name"),
    )
    op.create_table(
        "training",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("staff_id", sa.String(length=36), nullable=False),
        sa.Column("item", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("due_at", sa.BigInteger(), nullable=False),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.Column("done_at", sa.BigInteger(), nullable=True),
        sa.Column("told_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_training_staff_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_training")),
        sa.UniqueConstraint("key", name=op.f("uq_training_key")),
    )
    op.create_index("ix_training_staff", "training", ["staff_id", "done_at"], unique=False)
    op.create_table(
        "alert",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("staff_id", sa.String(), nullable=False),
        sa.Column("lead_id", sa.String(length=36), nullable=True),
        sa.Column("quarantine_id", sa.String(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("next", sa.String(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("via", sa.JSON(), nullable=False),
        sa.Column("sent", sa.JSON(), nullable=False),
        sa.Column("raised_at", sa.BigInteger(), nullable=False),
        sa.Column("shown_at", sa.BigInteger(), nullable=True),
        sa.Column("seen_at", sa.BigInteger(), nullable=True),
        sa.Column("snoozed_until", sa.BigInteger(), nullable=True),
        sa.Column("done_at", sa.BigInteger(), nullable=True),
        sa.Column("done_words", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["lead_id"], ["lead.id"], name=op.f("fk_alert_lead_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_alert")),
        sa.UniqueConstraint("key", name=op.f("uq_alert_key")),
    )
    op.create_index("ix_alert_lead", "alert", ["lead_id"], unique=False)
    op.create_index(
        "ix_alert_open",
        "alert",
        ["staff_id", "raised_at"],
        unique=False,
        sqlite_where=sa.text("done_at IS NULL"),
    )
    op.create_table(
        "appointment",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("lead_id", sa.String(length=36), nullable=False),
        sa.Column("starts_at", sa.BigInteger(), nullable=False),
        sa.Column("ends_at", sa.BigInteger(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("vehicle", sa.String(), nullable=False),
        sa.Column("stock", sa.String(), nullable=False),
        sa.Column("made_by", sa.String(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("staff_id", sa.String(), nullable=True),
        sa.Column("slot", sa.String(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("notes", sa.String(), nullable=False),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.Column("confirmed_at", sa.BigInteger(), nullable=True),
        sa.Column("closed_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["lead_id"], ["lead.id"], name=op.f("fk_appointment_lead_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_appointment")),
        sa.UniqueConstraint("key", name=op.f("uq_appointment_key")),
    )
    op.create_index("ix_appointment_lead", "appointment", ["lead_id"], unique=False)
    op.create_index("ix_appointment_made", "appointment", ["made_at"], unique=False)
    op.create_index("ix_appointment_starts", "appointment", ["starts_at"], unique=False)
    op.create_table(
        "deal",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("lead_id", sa.String(length=36), nullable=False),
        sa.Column("seller_id", sa.String(), nullable=False),
        sa.Column("sold_at", sa.BigInteger(), nullable=False),
        sa.Column("sold_on", sa.Date(), nullable=True),
        sa.Column("shares", sa.JSON(), nullable=False),
        sa.Column("managers", sa.JSON(), nullable=False),
        sa.Column("verdicts", sa.JSON(), nullable=False),
        sa.Column("why", sa.JSON(), nullable=False),
        sa.Column("playbook", sa.String(), nullable=False),
        sa.Column("stage_before", sa.String(), nullable=False),
        sa.Column("status_before", sa.String(), nullable=False),
        sa.Column("ruled_shares", sa.JSON(), nullable=False),
        sa.Column("decided_by", sa.String(), nullable=False),
        sa.Column("decided_at", sa.BigInteger(), nullable=True),
        sa.Column("decided_why", sa.String(), nullable=False),
        sa.Column("undone_at", sa.BigInteger(), nullable=True),
        sa.Column("undone_by", sa.String(), nullable=False),
        sa.Column("undone_why", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["lead_id"], ["lead.id"], name=op.f("fk_deal_lead_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deal")),
    )
    op.create_index("ix_deal_lead", "deal", ["lead_id"], unique=False)
    op.create_index("ix_deal_sold", "deal", ["sold_at"], unique=False)
    op.create_table(
        "duplicate",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("lead_id", sa.String(length=36), nullable=False),
        sa.Column("other_id", sa.String(length=36), nullable=False),
        sa.Column("signs", sa.JSON(), nullable=False),
        sa.Column("points", sa.Integer(), nullable=False),
        sa.Column("likely", sa.String(), nullable=False),
        sa.Column("how", sa.String(), nullable=False),
        sa.Column("skate", sa.Boolean(), nullable=False),
        sa.Column("raised_at", sa.BigInteger(), nullable=False),
        sa.Column("raised_by", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("decided_at", sa.BigInteger(), nullable=True),
        sa.Column("decided_by", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["lead_id"], ["lead.id"], name=op.f("fk_duplicate_lead_id")),
        sa.ForeignKeyConstraint(["other_id"], ["lead.id"], name=op.f("fk_duplicate_other_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_duplicate")),
        sa.UniqueConstraint("key", name=op.f("uq_duplicate_key")),
    )
    op.create_index("ix_duplicate_lead", "duplicate", ["lead_id"], unique=False)
    op.create_index(
        "ix_duplicate_open", "duplicate", ["raised_at"], unique=False, sqlite_where=sa.text("state = 'open'")
    )
    op.create_index("ix_duplicate_other", "duplicate", ["other_id"], unique=False)
    op.create_table(
        "log",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("lead_id", sa.String(length=36), nullable=False),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("direction", sa.String(), nullable=False),
        sa.Column("staff_id", sa.String(), nullable=True),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.Column("interest", sa.String(), nullable=False),
        sa.Column("summary", sa.String(), nullable=False),
        sa.Column("objections", sa.String(), nullable=False),
        sa.Column("next_step", sa.String(), nullable=False),
        sa.Column("next_due", sa.BigInteger(), nullable=True),
        sa.Column("recorded", sa.String(), nullable=False),
        sa.Column("to_customer", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["lead_id"], ["lead.id"], name=op.f("fk_log_lead_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_log")),
    )
    op.create_index("ix_log_lead", "log", ["lead_id", "at"], unique=False)
    op.create_table(
        "merge",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("kept_id", sa.String(length=36), nullable=False),
        sa.Column("gone_id", sa.String(length=36), nullable=False),
        sa.Column("changes", sa.JSON(), nullable=False),
        sa.Column("addresses", sa.JSON(), nullable=False),
        sa.Column("why", sa.JSON(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("undone_at", sa.BigInteger(), nullable=True),
        sa.Column("undone_by", sa.String(), nullable=False),
        sa.Column("undone_reason", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["gone_id"], ["lead.id"], name=op.f("fk_merge_gone_id")),
        sa.ForeignKeyConstraint(["kept_id"], ["lead.id"], name=op.f("fk_merge_kept_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_merge")),
    )
    op.create_index("ix_merge_gone", "merge", ["gone_id"], unique=False)
    op.create_index("ix_merge_kept", "merge", ["kept_id"], unique=False)
    op.create_table(
        "message",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("lead_id", sa.String(length=36), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("direction", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("staff_id", sa.String(), nullable=True),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("step", sa.String(), nullable=False),
        sa.Column("to_address", sa.String(), nullable=False),
        sa.Column("from_address", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("full_text", sa.String(), nullable=False),
        sa.Column("links", sa.JSON(), nullable=False),
        sa.Column("why", sa.JSON(), nullable=False),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.Column("asks", sa.String(), nullable=False),
        sa.Column("reading", sa.JSON(), nullable=True),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("status_words", sa.String(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("not_before", sa.BigInteger(), nullable=True),
        sa.Column("expires_at", sa.BigInteger(), nullable=True),
        sa.Column("sent_at", sa.BigInteger(), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("message_id", sa.String(), nullable=False),
        sa.Column("references", sa.String(), nullable=False),
        sa.Column("provider_id", sa.String(), nullable=False),
        sa.Column("raw_id", sa.String(), nullable=True),
        sa.Column("playbook", sa.String(), nullable=False),
        sa.Column("approved_by", sa.String(), nullable=False),
        sa.Column("in_exchange", sa.Boolean(), nullable=False),
        sa.Column("priority", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["lead_id"], ["lead.id"], name=op.f("fk_message_lead_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_message")),
        sa.UniqueConstraint("key", name=op.f("uq_message_key")),
    )
    op.create_index("ix_message_header", "message", ["message_id"], unique=False)
    op.create_index("ix_message_lead", "message", ["lead_id", "at"], unique=False)
    op.create_index(
        "ix_message_mailed",
        "message",
        ["sent_at"],
        unique=False,
        sqlite_where=sa.text("channel = 'email' AND direction = 'out' AND sent_at IS NOT NULL"),
    )
    op.create_index("ix_message_provider", "message", ["provider_id"], unique=False)
    op.create_index("ix_message_sent", "message", ["to_address", "sent_at"], unique=False)
    op.create_index(
        "ix_message_waiting",
        "message",
        ["status", "not_before"],
        unique=False,
        sqlite_where=sa.text("status IN ('queued', 'held', 'sending', 'pending_approval', 'uncertain')"),
    )
    op.create_table(
        "task",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("lead_id", sa.String(length=36), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("recommended", sa.String(), nullable=False),
        sa.Column("why", sa.JSON(), nullable=False),
        sa.Column("owner_id", sa.String(), nullable=True),
        sa.Column("due_at", sa.BigInteger(), nullable=True),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.Column("overdue_at", sa.BigInteger(), nullable=True),
        sa.Column("done_at", sa.BigInteger(), nullable=True),
        sa.Column("done_by", sa.String(), nullable=False),
        sa.Column("done_words", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["lead_id"], ["lead.id"], name=op.f("fk_task_lead_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_task")),
        sa.UniqueConstraint("key", name=op.f("uq_task_key")),
    )
    op.create_index("ix_task_due", "task", ["due_at"], unique=False, sqlite_where=sa.text("done_at IS NULL"))
    op.create_index("ix_task_lead", "task", ["lead_id"], unique=False)
    op.create_index(
        "ix_task_open", "task", ["owner_id", "due_at"], unique=False, sqlite_where=sa.text("done_at IS NULL")
    )
    op.create_table(
        "timer",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("lead_id", sa.String(length=36), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("about", sa.String(), nullable=False),
        sa.Column("ladder", sa.String(), nullable=False),
        sa.Column("started_at", sa.BigInteger(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("repeats", sa.Integer(), nullable=False),
        sa.Column("reset_at", sa.BigInteger(), nullable=True),
        sa.Column("next_at", sa.BigInteger(), nullable=True),
        sa.Column("cleared_at", sa.BigInteger(), nullable=True),
        sa.Column("cleared_by", sa.String(), nullable=False),
        sa.Column("proof", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["lead_id"], ["lead.id"], name=op.f("fk_timer_lead_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_timer")),
        sa.UniqueConstraint("key", name=op.f("uq_timer_key")),
    )
    op.create_index("ix_timer_lead", "timer", ["lead_id"], unique=False)
    op.create_index(
        "ix_timer_running",
        "timer",
        ["kind", "lead_id"],
        unique=False,
        sqlite_where=sa.text("cleared_at IS NULL"),
    )
    op.create_table(
        "wanted",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("lead_id", sa.String(length=36), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("interest", sa.String(), nullable=False),
        sa.Column("condition", sa.String(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.Column("make", sa.String(), nullable=False),
        sa.Column("model", sa.String(), nullable=False),
        sa.Column("trim", sa.String(), nullable=False),
        sa.Column("stock", sa.String(), nullable=False),
        sa.Column("vin", sa.String(), nullable=False),
        sa.Column("odometer", sa.Integer(), nullable=True),
        sa.Column("colour", sa.String(), nullable=False),
        sa.Column("comments", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["lead_id"], ["lead.id"], name=op.f("fk_wanted_lead_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_wanted")),
    )
    op.create_index("ix_wanted_lead", "wanted", ["lead_id"], unique=False)
    op.create_index("ix_wanted_stock", "wanted", ["stock"], unique=False)
    op.create_index("ix_wanted_vin", "wanted", ["vin"], unique=False)
    op.create_table(
        "delivery",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("message_id", sa.String(length=36), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["message_id"], ["message.id"], name=op.f("fk_delivery_message_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_delivery")),
    )
    op.create_index("ix_delivery_message", "delivery", ["message_id"], unique=False)
    for statement in EXTRAS:
        op.execute(statement)
