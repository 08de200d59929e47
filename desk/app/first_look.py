"""The first look at the board: read raw, before the engine is imported (DESK-01)."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher

from desk.models.rules.sign_in import Sitter, is_asked
from desk.models.snapshots.board import BoardView
from desk.models.store.connect import FILE_NAME, raw_connection
from desk.models.store.queries.first_board import first_board

SIZE = 25  # cards of a stage: more than any window shows, and the engine reads whole pages a moment later


def first_look(
    folder: Path, key: bytes, now: datetime, viewer_id: str, account: str = ""
) -> BoardView | None:
    """What the board shows now; None for a new store, and where an older store must be brought up to date first.

    None also where one signs in, unless ``account`` of this computer does so by itself: nothing of a customer is seen before (R22).
    """
    path = folder / FILE_NAME
    if not path.exists():
        return None
    try:
        connection = raw_connection(path, key, read_only=True)
    except sqlcipher.Error:
        return None  # the engine opens it next and says what is wrong
    try:
        sits = _sitter(connection, viewer_id, account)
        if sits is None:
            return None
        board = first_board(connection, now, viewer_id=sits, size=SIZE)
        return replace(board, zone=_zone(connection))
    except sqlcipher.Error:
        return None
    finally:
        connection.close()


def _sitter(connection: Any, remembered: str, account: str) -> str | None:
    """Who sits here, as the engine will find it a moment later; None where somebody must sign in first."""
    pins, accounts = _setting(connection, "people.pins", {}), _setting(connection, "people.accounts", {})
    here = {row[0] for row in connection.execute("SELECT id FROM staff WHERE active")}
    people = [Sitter(has_pin=who in pins, has_account=who in accounts) for who in here]
    choice, is_demo = _setting(connection, "sign_in.asked", "auto"), _setting(connection, "demo", False)
    if not is_asked(choice, people, is_demo=is_demo):
        return remembered
    return next(
        (who for who, bound in accounts.items() if account and bound == account and who in here), None
    )


def _zone(connection: Any) -> str:
    """The store's zone as its settings have it; empty while it is not set."""
    return str(_setting(connection, "store.zone", ""))


def _setting(connection: Any, key: str, default: Any) -> Any:
    row = connection.execute("SELECT value FROM setting WHERE key = ?", (key,)).fetchone()
    return json.loads(row[0])["value"] if row else default
