"""The whole story in the real window over real lines: rings, is seen, is answered by a person, lives on when it is closed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.app.furnish import furnish
from desk.app.running import Running
from desk.app.seat import Seat
from desk.services.ports import Notice
from desk.views.assemble import Assembled
from desk.views.detail.pane import LeadPane
from tests.e2e.live import ZONE, LiveDesk, until


class SeatedLive:
    """Ana sits at the window of a live desk."""

    def __init__(self, live: LiveDesk, qtbot: QtBot) -> None:
        self.live, self.qtbot = live, qtbot
        self.seat = Seat(self._made, live.clock.now, ZONE)
        self.window = self.seat.window
        self.window.resize(1440, 900)
        self.window.show()
        self.assembled: Assembled | None = None
        self.seat.seated.connect(self._furnish)
        self.seat.start()
        qtbot.waitUntil(lambda: self.assembled is not None, timeout=60_000)

    def _made(self) -> Running:
        running = self.live.make()
        running.at_desk = "ana"
        return running

    def _furnish(self) -> None:
        self.assembled = furnish(self.seat, has_tray=False)

    def card_in(self, stage: str) -> str:
        """The id of the first card of a stage, once the board shows it."""
        column = self.window.board.columns[stage]
        self.qtbot.waitUntil(lambda: column.model.rowCount() > 0, timeout=60_000)
        return self.live.leads()[0].id

    def pane(self, lead_id: str) -> LeadPane:
        self.window.open_pane(lead_id)
        pane = self.window.pane
        assert isinstance(pane, LeadPane)
        self.qtbot.waitUntil(lambda: pane.view is not None and pane.view.card.id == lead_id, timeout=60_000)
        return pane

    def leave(self) -> None:
        assert self.assembled is not None
        self.assembled.closing.leaving = True
        self.window.close()
        self.seat.leave()
        self.live.running = None


@pytest.fixture
def seated(tmp_path: Path, qtbot: QtBot) -> Iterator[SeatedLive]:
    live = LiveDesk(tmp_path / "store")
    found = SeatedLive(live, qtbot)
    yield found
    found.leave()
    live.stop()


@pytest.mark.requirement("DESK-01", "ALERT-01", "ALERT-03", "FLOW-15", "ILM-03", "AI-10")
def test_a_lead_rings_is_answered_asks_for_a_person_and_the_person_writes(seated: SeatedLive) -> None:
    live, qtbot = seated.live, seated.qtbot
    live.drop_lead()
    lead_id = seated.card_in("contacted")
    until(lambda: live.texts() and live.mails())
    pane = seated.pane(lead_id)
    qtbot.waitUntil(lambda: any(item.author == "assistant" for item in pane.view.timeline), timeout=60_000)
    assert all(
        item.why for item in pane.view.timeline if item.author == "assistant" and item.kind == "message"
    )

    live.answer_text("can I talk to a real person please")
    qtbot.waitUntil(lambda: pane.view.assistant.state == "handed_off", timeout=60_000)
    qtbot.waitUntil(
        lambda: any(alert.kind == "handoff" for alert in seated.assembled.center.shown()), timeout=60_000
    )

    pane.composer.choose("text")
    pane.composer.field.setPlainText("Hi Kim, Ana here. When shall I call?")
    qtbot.keyClick(pane.composer.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    until(lambda: any("Ana here" in text for text in live.texts()))
    qtbot.waitUntil(lambda: pane.view.assistant.state != "handed_off", timeout=60_000)


@pytest.mark.requirement("DESK-02", "ALERT-01")
def test_with_the_window_closed_the_desk_goes_on_answering(seated: SeatedLive) -> None:
    live = seated.live
    seated.window.close()
    assert QApplication.instance() is not None
    live.drop_lead()
    until(lambda: live.texts() and live.mails())
    live.answer_text("Is it still available?")
    until(
        lambda: (
            live.messages(purpose="reply", status="sent")
            or live.messages(purpose="reply", status="delivered")
        )
    )


class Daemon:
    """The desktop's notification service, as far as the desk sees it."""

    def __init__(self) -> None:
        self.notices: list[Notice] = []

    def notify(self, notice: Notice) -> bool:
        self.notices.append(notice)
        return True


@pytest.mark.requirement("ALERT-01", "ALERT-02", "ALERT-03")
def test_out_of_sight_the_computer_rings_once_and_a_click_opens_the_lead(seated: SeatedLive) -> None:
    daemon = Daemon()
    notices = seated.seat.notices
    notices.use(daemon)
    notices.out_of_sight(True)
    seated.live.drop_lead()
    rung = until(lambda: [notice for notice in daemon.notices if notice.kind == "doorbell"])
    assert len(rung) == 1
    assert "@" not in rung[0].title + rung[0].body, "as little personal data as possible"
    notices.choose(rung[0].alert_id, "open")
    window = seated.window
    seated.qtbot.waitUntil(lambda: window.pane is not None and window.pane.isVisible(), timeout=60_000)
    assert isinstance(window.pane, LeadPane)
    seated.qtbot.waitUntil(
        lambda: window.pane.view is not None and window.pane.view.card.id == rung[0].lead_id, timeout=60_000
    )


@pytest.mark.requirement("ALERT-03")
def test_while_the_window_is_looked_at_only_the_window_rings(seated: SeatedLive) -> None:
    daemon = Daemon()
    seated.seat.notices.use(daemon)
    seated.seat.notices.out_of_sight(False)
    seated.live.drop_lead()
    seated.qtbot.waitUntil(lambda: bool(seated.assembled.center.shown()), timeout=60_000)
    until(seated.live.texts)
    assert daemon.notices == []
