"""Nothing but painting and asking happens on the window's thread: a watchdog names whatever else does (issue figures, DESK-01)."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from PySide6.QtCore import Qt

import desk
from desk.app.stall_watch import StallWatch
from desk.models.commands import Tick
from tests.views.screens.conftest import SeatedDesk

pytestmark = pytest.mark.requirement("DESK-01")
HERE = Path(desk.__file__).parent
#: Below the views the window's thread may only pass through these: the bridge, the queue in front of the writer, and the
#: counting of letters while one types.
PASSED_THROUGH = (
    "services/bridge.py",
    "services/worker.py",
    "services/text_length.py",
    "models/rules/gate/segments.py",
)
NOT_OURS = ("sqlalchemy", "alembic", "jinja2", "smtplib", "imaplib", "httpx", "keyring")
WAITS = {"sleep", "execute", "executemany", "recv", "connect", "fsync"}


class Watchdog:
    """Told of every call on the thread it is set on; keeps those that belong on another one, and who made them."""

    def __init__(self) -> None:
        self.seen: set[str] = set()

    def __call__(self, frame: FrameType, event: str, arg: Any) -> None:
        if event == "call":
            file = Path(frame.f_code.co_filename)
            if self._is_elsewhere(file) and frame.f_code.co_name not in ("<module>", "<lambda>"):
                self._bark(frame, f"{file.name}:{frame.f_code.co_qualname}")
        elif event == "c_call" and getattr(arg, "__name__", "") in WAITS and "sqlcipher" in repr(arg):
            self._bark(frame, f"{arg.__qualname__}")

    def _is_elsewhere(self, file: Path) -> bool:
        if file.is_relative_to(HERE):
            place = file.relative_to(HERE).as_posix()
            below = place.startswith(("models/store", "models/rules", "models/intake", "services/"))
            return below and place not in PASSED_THROUGH
        return any(f"/{name}/" in file.as_posix() or file.stem == name for name in NOT_OURS)

    def _bark(self, frame: FrameType, what: str) -> None:
        caller = frame.f_back
        by = f" called by {Path(caller.f_code.co_filename).name}:{caller.f_lineno}" if caller else ""
        self.seen.add(what + by)


@contextmanager
def watched() -> Iterator[Watchdog]:
    watchdog, before = Watchdog(), sys.getprofile()
    sys.setprofile(watchdog)
    try:
        yield watchdog
    finally:
        sys.setprofile(before)


def live_through(seated: SeatedDesk, lead_id: str) -> None:
    """A piece of a shift: board, pane, wide lead, every screen, the palette, an act and what follows from it."""
    window = seated.window
    window.open_pane(lead_id)
    pane: Any = window.pane
    seated.until(lambda: pane.view is not None and pane.view.card.id == lead_id)
    seated.qtbot.keyClick(pane, Qt.Key.Key_G)
    seated.until(lambda: pane.view.card.owner_id == "dana")
    pane.composer.write("email")
    pane.composer.field.setPlainText("The RAV4 is here. When would you like to see it?")
    pane.composer.submit()
    seated.until(lambda: pane.composer.field.toPlainText() == "")
    for key in ("today", "monitor", "inbox", "lead", "board"):
        window.show_screen(key)
        screen = window.stack.currentWidget()
        seated.until(screen.isVisible)
        window.grab()
        seated.let_it_turn()
    window.overlays.find()
    palette = window.overlays.palette
    palette.box.setText("kim")
    palette.box.textEdited.emit("kim")
    seated.until(lambda: any(row.kind == "lead" for row in palette.rows.rows))
    palette.grab()
    palette.hide()


def test_the_windows_thread_only_paints_and_asks(seated: SeatedDesk) -> None:
    lead_id = seated.take()
    for number in range(2, 6):
        seated.take(number)
    seated.run(Tick())
    live_through(seated, lead_id)  # unwatched: what is imported and made at the first use is not the question
    seated.window.close_pane()
    with watched() as watchdog:
        live_through(seated, another(seated))
    assert not watchdog.seen, sorted(watchdog.seen)


def test_no_turn_of_the_windows_thread_is_a_tenth_of_a_second(seated: SeatedDesk) -> None:
    """Its own processor time: what a busy machine adds is nobody's fault. A stall says in whose line it was."""
    lead_id = seated.take()
    for number in range(2, 6):
        seated.take(number)
    seated.run(Tick())
    live_through(seated, lead_id)
    seated.window.close_pane()
    watch = StallWatch(seated.window, own_work=True)
    try:
        live_through(seated, another(seated))
    finally:
        watch.end()
    assert not watch.stalls, "\n".join(map(str, watch.stalls))


def another(seated: SeatedDesk) -> str:
    """Another lead of the board, as the window has it."""
    cards = seated.window.board.columns["new"].model.cards()
    contacted = seated.window.board.columns["contacted"].model.cards()
    return next(card.id for card in (*cards, *contacted) if card.owner_id != "dana")


def test_the_watchdog_names_the_culprit(seated: SeatedDesk) -> None:
    with watched() as watchdog:
        seated.ask(lambda read: read.shell())
    assert any("shell.py:shell" in each and "by frame.py" in each for each in watchdog.seen)
