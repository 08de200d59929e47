"""The libraries under the desk behave as the design relies on."""

from __future__ import annotations

import sqlite3
import sys

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot


@pytest.mark.requirement("DESK-07")
def test_qt_calls_that_return_nothing_leave_none_alone(qtbot: QtBot) -> None:
    """PySide6 6.12.0 on Python 3.11 takes a reference from None at each such call, and aborts in the end."""
    widget = QWidget()
    qtbot.addWidget(widget)
    before = sys.getrefcount(None)
    for _ in range(1000):
        widget.update()
    assert sys.getrefcount(None) > before - 50


@pytest.mark.requirement("DESK-07")
def test_the_bundled_sqlite_is_past_the_wal_reset_bug() -> None:
    """SQLite before 3.51.3 could corrupt a store in write-ahead mode; ours also encrypts and searches."""
    from sqlcipher3 import dbapi2

    assert dbapi2.sqlite_version_info >= (3, 51, 3)
    connection = dbapi2.connect(":memory:")
    assert connection.execute("PRAGMA cipher_version").fetchone()
    options = {row[0] for row in connection.execute("PRAGMA compile_options")}
    connection.close()
    assert "ENABLE_FTS5" in options
    assert dbapi2.apilevel == sqlite3.apilevel
