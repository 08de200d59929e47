"""The window before the engine: what is read of the store, with what little, and that it comes first."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QInputDialog
from pytestqt.qtbot import QtBot

from desk.app import window
from desk.app.first_look import first_look
from desk.app.frame_watch import BENCH
from desk.app.keys import DEMO_KEY, keys_of
from desk.app.window import SIZE, Sitting, dressed_for_first_frame
from desk.models.store.connect import FILE_NAME
from desk.models.store.engine import open_file
from desk.services.lock import StoreLock, is_held
from desk.views.setup import Welcome
from desk.views.theme import Theme

NOW = datetime(2025, 10, 14, 15, 12, tzinfo=UTC)


def no_passphrase() -> str:
    raise AssertionError("the demo's key needs none")


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A new store whose key lies beside it."""
    (tmp_path / DEMO_KEY).write_text("{}", "ascii")
    open_file(tmp_path, keys_of(tmp_path, no_passphrase).unlocked.key).close()
    return tmp_path


@pytest.mark.requirement("DESK-01", "DESK-03")
def test_the_first_look_reads_the_board_and_its_zone(store: Path) -> None:
    key = keys_of(store, no_passphrase).unlocked.key
    board = first_look(store, key, NOW, "")
    assert board is not None
    assert board.columns[0].stage == "new"
    assert (len(board.columns), board.active, board.zone) == (7, 0, "")


@pytest.mark.requirement("DESK-03")
def test_what_cannot_be_read_is_left_to_the_engine_to_explain(store: Path, tmp_path: Path) -> None:
    assert first_look(store, b"x" * 32, NOW, "") is None
    assert first_look(tmp_path / "nowhere", b"x" * 32, NOW, "") is None
    (store / FILE_NAME).write_bytes(b"not a store at all")
    assert first_look(store, keys_of(store, no_passphrase).unlocked.key, NOW, "") is None


@pytest.mark.requirement("DESK-02")
def test_asking_whether_a_store_is_held_does_not_hold_it(tmp_path: Path) -> None:
    assert not is_held(tmp_path)
    with StoreLock(tmp_path):
        assert is_held(tmp_path)
    assert not is_held(tmp_path)


@pytest.mark.requirement("DESK-01")
def test_window_and_first_look_come_without_the_engine(repo: Path) -> None:
    heavy = "sqlalchemy alembic apscheduler httpx keyring phonenumbers jinja2 icalendar asyncio argon2"
    late = "desk.models.snapshots.lead desk.models.snapshots.frame desk.services.ports desk.views.palette desk.views.toasts"
    code = "import sys, desk.app.window, desk.app.keys, desk.app.first_look; print(*sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], cwd=repo, capture_output=True, text=True, check=True)
    assert set(ran.stdout.split()) & {*heavy.split(), *late.split()} == set()


@pytest.mark.requirement("DESK-01")
def test_an_engine_at_rest_does_without_what_only_some_question_needs(repo: Path) -> None:
    """Twenty megabytes together: each comes in with the first text, number, figure or mistake that asks for it."""
    late = "rapidfuzz phonenumbers jinja2 mailparser_reply html statistics difflib httpx icalendar msal email.policy"
    code = "import sys, desk.app.running; print(*sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], cwd=repo, capture_output=True, text=True, check=True)
    assert set(ran.stdout.split()) & set(late.split()) == set()


@pytest.mark.requirement("DESK-01")
def test_the_real_window_paints_and_then_shows_the_board(repo: Path, store: Path) -> None:
    """The program itself, on a real encrypted store: frame first, board next; the engine comes after both."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", BENCH: f"board:{time.monotonic()}"}
    ran = subprocess.run(
        [sys.executable, "-m", "desk", "--store", str(store)],
        cwd=repo, env=environment, capture_output=True, text=True, timeout=60, check=True,
    )  # fmt: skip
    seen = json.loads(ran.stdout)
    assert 0 < seen["frame"] < seen["board"]
    assert "idle" not in seen


@pytest.mark.requirement("DESK-08")
def test_a_store_without_name_and_people_is_greeted_and_leads_to_the_set_up(
    qtbot: QtBot, store: Path
) -> None:
    sitting = Sitting(store)
    window_of = sitting.seat.window
    qtbot.addWidget(window_of)
    sitting.show()
    qtbot.waitUntil(lambda: isinstance(window_of.stack.currentWidget(), Welcome), timeout=60_000)
    welcome = window_of.stack.currentWidget()
    assert isinstance(welcome, Welcome)
    assert not welcome.demo.isHidden()
    assert not window_of.rail.isVisible()
    welcome.start.click()
    assert not isinstance(window_of.stack.currentWidget(), Welcome)
    assert not window_of.rail.isVisible(), "the set-up stands alone too"
    window_of.show_screen("board")
    assert window_of.rail.isVisible()
    sitting.leave()


@pytest.mark.requirement("DESK-03")
def test_where_the_key_is_lost_the_window_asks_for_the_printed_code(
    qtbot: QtBot, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = keys_of(store, no_passphrase).unlocked.recovery_code
    (store / DEMO_KEY).write_text("{}", "ascii")
    asked, typed = list[str](), iter(["ABCD-EFGH", code.lower()])

    def answer(_parent: object, _title: str, words: str, _mode: object) -> tuple[str, bool]:
        asked.append(words)
        return next(typed), True

    monkeypatch.setattr(QInputDialog, "getText", answer)
    sitting = Sitting(store)
    qtbot.addWidget(sitting.seat.window)
    sitting.show()
    qtbot.waitUntil(lambda: sitting.seat.running is not None, timeout=60_000)
    assert "not on this computer" in asked[0]
    assert "not a whole recovery code" in asked[1]
    assert keys_of(store, no_passphrase).unlocked.recovery_code == code
    sitting.leave()


@pytest.mark.requirement("DESK-01")
def test_the_window_comes_back_as_it_was_left(qtbot: QtBot, tmp_path: Path) -> None:
    """Size, rail, theme and text size; a file that cannot be read, or an old one, starts afresh."""
    theme = Theme.current()
    sitting = Sitting(tmp_path)
    qtbot.addWidget(sitting.seat.window)
    assert sitting.seat.window.size().toTuple() == SIZE
    sitting.seat.window.resize(1200, 800)
    sitting.seat.window.rail.set_wide(True)
    theme.start("dark", 1.25)
    left = window._placed(sitting.seat.window)
    theme.start("light", 1.0)
    window._remember(tmp_path, {"zone": "America/Boise", "person": "dana", **left})
    back = window._remembered(tmp_path)
    dressed_for_first_frame(back)
    assert (theme.choice, theme.scale) == ("dark", 1.25)
    again = Sitting(tmp_path, back)
    qtbot.addWidget(again.seat.window)
    assert again.seat.window.width() < SIZE[0]  # Qt fits it to the screen that is there
    assert again.seat.window.rail.wants_wide
    dressed_for_first_frame({"theme": "puce", "text": 9.0})
    assert (theme.choice, theme.scale) == ("light", 1.0)
    (tmp_path / "seat.json").write_text("[1, 2", "utf-8")
    assert window._remembered(tmp_path) == {}
