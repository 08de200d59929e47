"""What the mapped nouns cannot declare: the search index, its queue, and the counts per stage.

Counting closed leads row by row is the dear part of a board, so triggers keep one number per stage. The
search index is filled in the background (``search``); only a lead's id is written with the lead itself.
"""

from __future__ import annotations

from sqlalchemy import Column, Integer, MetaData, String, Table, event
from sqlalchemy.engine import Connection

from desk.models.base import Base

STAGE_COUNT = Table(
    "stage_count",
    Base.metadata,
    Column("stage", String, primary_key=True),
    Column("count", Integer, nullable=False),
)
SEARCH_LEAD = Table(
    "search_lead",
    Base.metadata,
    Column("doc", Integer, primary_key=True),
    Column("lead_id", String(36), nullable=False, unique=True),
)
SEARCH_TODO = Table(
    "search_todo",
    Base.metadata,
    Column("lead_id", String(36), primary_key=True),
)
EXTRAS = (
    # Who and what: any three letters or digits in a row, so that the last digits of a phone number find it.
    "CREATE VIRTUAL TABLE find_lead USING fts5(words, content='', contentless_delete=1,"
    " tokenize='trigram remove_diacritics 1')",
    # What was said: whole words and their beginnings.
    "CREATE VIRTUAL TABLE find_said USING fts5(words, content='', contentless_delete=1, detail=none,"
    " prefix='3 4 5', tokenize='unicode61 remove_diacritics 2')",
    # One or two letters are the beginning of a name.
    "CREATE INDEX ix_customer_first ON customer (first COLLATE NOCASE)",
    "CREATE INDEX ix_customer_last ON customer (last COLLATE NOCASE)",
    # The board's other orders: each the very expression that queries.board_filter orders by (FLOW-12).
    "CREATE INDEX ix_lead_hottest ON lead (stage, printf('%04d', 1000 - temperature), id)",
    "CREATE INDEX ix_lead_newest ON lead (stage, printf('%019d', 9000000000000000000 - received_at), id)",
    "CREATE INDEX ix_lead_next ON lead (stage, printf('%019d', ifnull(next_due, 9000000000000000000)), id)",
    # Merging is the long tail of a write; the background does it in steps of its own.
    "INSERT INTO find_lead(find_lead, rank) VALUES ('automerge', 0)",
    "INSERT INTO find_said(find_said, rank) VALUES ('automerge', 0)",
    # The audit trail is nobody's to edit (DESK-04, R22).
    "CREATE TRIGGER history_unchanged BEFORE UPDATE ON history BEGIN"
    " SELECT RAISE(ABORT, 'the record is only ever added to'); END",
    "CREATE TRIGGER history_undeleted BEFORE DELETE ON history BEGIN"
    " SELECT RAISE(ABORT, 'the record is only ever added to'); END",
    "CREATE TRIGGER lead_counted AFTER INSERT ON lead BEGIN"
    " INSERT INTO stage_count(stage, count) VALUES (new.stage, 1)"
    " ON CONFLICT(stage) DO UPDATE SET count = count + 1; END",
    "CREATE TRIGGER lead_uncounted AFTER DELETE ON lead BEGIN"
    " UPDATE stage_count SET count = count - 1 WHERE stage = old.stage; END",
    "CREATE TRIGGER lead_recounted AFTER UPDATE OF stage ON lead WHEN old.stage IS NOT new.stage BEGIN"
    " UPDATE stage_count SET count = count - 1 WHERE stage = old.stage;"
    " INSERT INTO stage_count(stage, count) VALUES (new.stage, 1)"
    " ON CONFLICT(stage) DO UPDATE SET count = count + 1; END",
)


@event.listens_for(Base.metadata, "after_create")
def make_extras(_metadata: MetaData, connection: Connection, **_options: object) -> None:
    for statement in EXTRAS:
        connection.exec_driver_sql(statement)
