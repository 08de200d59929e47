"""The first look at the board: read raw, before the engine is imported (DESK-01)."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher

from desk.models.snapshots import BoardView
from desk.models.store.connect import FILE_NAME, raw_connection
from desk.models.store.queries.first_board import first_board

SIZE = 25  # cards of a stage: more than any window shows, and the engine reads whole pages a moment later


def first_look(folder: Path, key: bytes, now: datetime, viewer_id: str) -> BoardView | None:
    """What the board shows now; None for a new store, and where an older store must be brought up to date first."""
    path = folder / FILE_NAME
    if not path.exists():
        return None
    try:
        connection = raw_connection(path, key, read_only=True)
    except sqlcipher.Error:
        return None  # the engine opens it next and says what is wrong
    try:
        board = first_board(connection, now, viewer_id=viewer_id, size=SIZE)
        return replace(board, zone=_zone(connection))
    except sqlcipher.Error:
        return None
    finally:
        connection.close()


def _zone(connection: Any) -> str:
    """The store's zone as its settings have it; empty while it is not set."""
    row = connection.execute("SELECT value FROM setting WHERE key = 'store.zone'").fetchone()
    return str(json.loads(row[0])["value"]) if row else ""
