"""What surrounds the screens: rail, keys, what hangs below the top bar, and how often the window reads."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from time import perf_counter
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desk.models.changes import Changes
from desk.models.snapshots.board import BoardView
from desk.models.snapshots.frame import ChannelHealth
from desk.services.bridge import Trouble
from desk.views.acts import acts_of_window
from desk.views.frame_popovers import AssistantPopover, NextSendPopover
from desk.views.gallery import samples
from desk.views.gallery.__main__ import SampleBridge
from desk.views.gallery.__main__ import _Reader as SampleReader
from desk.views.gallery.frame import window_of
from desk.views.keys import key_groups
from desk.views.main_window import MainWindow
from desk.views.rail import Rail, Screen
from desk.views.theme import SCALES, Theme
from desk.views.throttle import Throttle

SCREENS = (
    Screen("board", "square-kanban", "Board", "Ctrl+2"),
    Screen("setup", "settings", "Store set-up", "Ctrl+,", foot=True),
)


REFUSED = Trouble("Only a manager pauses the assistant.", "Ask Dana Whitlock.")


@pytest.fixture
def holder(qtbot: QtBot, theme: Theme) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.mark.requirement("DESK-01")
def test_a_later_screen_stands_above_the_foot(qtbot: QtBot, theme: Theme) -> None:
    rail = Rail(SCREENS)
    qtbot.addWidget(rail)
    rail.add(Screen("quarantine", "inbox", "Could not read", "Ctrl+4"))
    rail.add(Screen("doctor", "activity", "How the desk is doing", "Ctrl+9", foot=True))
    rail.resize(52, 800)
    rail.show()
    order = sorted(rail.items, key=lambda key: rail.items[key].y())
    assert order == ["board", "quarantine", "setup", "doctor"]
    with qtbot.waitSignal(rail.chosen) as chosen:
        rail.items["quarantine"].click()
    assert chosen.args == ["quarantine"]


@pytest.mark.requirement("DESK-01")
@pytest.mark.parametrize("scale", SCALES)
def test_a_wide_rail_shows_words_and_is_slim_at_large_text(qtbot: QtBot, theme: Theme, scale: float) -> None:
    theme.switch(scale=scale)
    rail = Rail(SCREENS)
    qtbot.addWidget(rail)
    slim = rail.width()
    rail.set_wide(True)
    assert (rail.width() > 2 * slim) is (scale < 1.5)
    if rail.is_wide:
        words = theme.width("row", "Store set-up")
        assert rail.items["setup"].sizeHint().width() > words


@pytest.mark.requirement("AI-27")
def test_a_pause_needs_its_reason_and_a_refusal_is_said_in_place(qtbot: QtBot, holder: QWidget) -> None:
    sheet = AssistantPopover(samples.shell(), holder)
    asked: list[tuple[str, str]] = []
    sheet.pause_wanted.connect(lambda scope, why: asked.append((scope, why)))
    sheet.act.click()
    assert asked == []
    assert sheet.refusal.text() == "A pause needs its reason."
    qtbot.keyClicks(sheet.reason, "Inventory is wrong")
    sheet.act.click()
    assert asked == [("store", "Inventory is wrong")]
    assert not sheet.act.isEnabled()
    sheet.troubled(REFUSED)
    assert sheet.refusal.text() == "Only a manager pauses the assistant. Ask Dana Whitlock."
    assert sheet.act.isEnabled()


@pytest.mark.requirement("AI-27")
def test_a_paused_assistant_can_go_on(qtbot: QtBot, holder: QWidget) -> None:
    paused = replace(
        samples.shell(), assistant_on=False, assistant_words="Paused by Dana: inventory is wrong"
    )
    sheet = AssistantPopover(paused, holder)
    with qtbot.waitSignal(sheet.pause_wanted) as wanted:
        sheet.act.click()
    assert wanted.args == ["store", ""]
    assert sheet.reason.isHidden()


@pytest.mark.requirement("FLOW-13", "DESK-10")
def test_what_is_sent_next_tells_the_line_and_what_holds_it(holder: QWidget, qtbot: QtBot) -> None:
    down = ChannelHealth("Texts", False, samples.NOW, "Texts down since 9:02 AM. 3 messages wait.", waiting=3)
    sheet = NextSendPopover(replace(samples.shell(), channels=(down,), uncertain=1), "Next send 9:20", holder)
    words = [label.text() for label in sheet.findChildren(QWidget) if hasattr(label, "set_tone")]
    assert words == [
        "Next send 9:20", "4 messages wait", "1 may have gone out. A person must say.",
        "Texts down since 9:02 AM. 3 messages wait.",
    ]  # fmt: skip


@pytest.mark.requirement("DESK-01")
def test_many_commits_are_read_once_at_once_and_once_at_the_end(qtbot: QtBot) -> None:
    """Twenty leads a second: the window reads at most four times a second, and the newest is always read."""
    read: list[int] = []
    commit = 0
    throttle = Throttle(lambda: read.append(commit), pause_ms=20)
    for commit in range(50):  # noqa: B007  # the reading sees the newest
        throttle()
    assert read == [0]
    qtbot.waitUntil(lambda: len(read) == 2)
    assert read == [0, 49]
    qtbot.wait(60)
    assert read == [0, 49]


@pytest.mark.requirement("DESK-01")
def test_while_it_pours_the_window_reads_more_and_more_seldom(qtbot: QtBot) -> None:
    read: list[float] = []
    throttle = Throttle(lambda: read.append(perf_counter()), pause_ms=20, most_ms=160)
    pour = QTimer(throttle, interval=1)
    pour.timeout.connect(throttle)
    pour.start()
    qtbot.waitUntil(lambda: len(read) == 7, timeout=30_000)
    pour.stop()
    apart = [after - before for before, after in pairwise(read)]
    assert apart[1] >= 0.03
    assert apart[2] >= 0.07
    assert min(apart[3:]) >= 0.14, "each pause is twice the one before, up to the longest"


@pytest.mark.requirement("DESK-01", "FLOW-11")
def test_a_persons_own_act_is_read_at_once_also_while_it_pours(qtbot: QtBot) -> None:
    read: list[int] = []
    throttle = Throttle(lambda: read.append(1), pause_ms=200, most_ms=60_000)
    throttle()
    throttle()
    qtbot.waitUntil(lambda: len(read) == 2, timeout=30_000)
    throttle()
    throttle(soon=True)
    assert len(read) == 3
    throttle(soon=True)
    assert len(read) == 3, "acts in quick succession are one reading"
    qtbot.waitUntil(lambda: len(read) == 4, timeout=30_000)


class CountingBridge(SampleBridge):
    """Counts how often the board is read."""

    boards = 0

    def ask(self, question: Any, success: Any, failure: Any = None) -> None:
        answer = question(SampleReader())
        self.boards += isinstance(answer, BoardView)
        success(answer)


@pytest.mark.requirement("DESK-01", "FLOW-11")
def test_the_board_follows_a_persons_act_at_once_while_leads_pour_in(qtbot: QtBot, theme: Theme) -> None:
    bridge = CountingBridge()
    window = MainWindow(bridge, samples.ZONE, samples.board())
    qtbot.addWidget(window)
    of_the_desk, of_dana = (
        Changes(leads=frozenset({"lead-1"})),
        Changes(leads=frozenset({"lead-1"}), by="dana"),
    )
    for reads in (1, 2, 3):  # by then the pause has grown
        bridge.changed.emit(of_the_desk)
        qtbot.waitUntil(lambda reads=reads: bridge.boards >= reads, timeout=30_000)
    before = bridge.boards
    bridge.changed.emit(of_the_desk)
    bridge.changed.emit(of_dana)
    assert bridge.boards > before


@pytest.mark.requirement("DESK-01")
def test_the_keys_of_the_window_are_bound_once(qtbot: QtBot, theme: Theme) -> None:
    window = window_of(1.0)
    qtbot.addWidget(window)
    window.get_ready()
    window.get_ready()
    bound = [shortcut.key().toString() for shortcut in window.findChildren(QShortcut)]
    assert sorted(bound) == sorted(["Ctrl+K", "/", "F6", "Ctrl+B", "Ctrl+L", "Ctrl+M", "Ctrl+Q", "?"])
    assert len({key.keys for _, keys in key_groups() for key in keys}) == sum(len(k) for _, k in key_groups())


@pytest.mark.requirement("DESK-01")
def test_the_palette_offers_the_screens_that_exist_and_moves_of_the_selected_lead(
    qtbot: QtBot, theme: Theme
) -> None:
    window = window_of(1.0)
    qtbot.addWidget(window)
    words = [act.words for act in acts_of_window(window)]
    assert "Go to Could not read" in words
    assert not any(word.startswith("Move ") for word in words)
    window.board.select_lead("lead-12")
    words = [act.words for act in acts_of_window(window)]
    assert "Move Aisha Karim to Qualified" in words
    assert "Move Aisha Karim to Engaged" not in words


@pytest.mark.requirement("DESK-01")
def test_a_pane_over_the_board_goes_with_the_board(qtbot: QtBot, theme: Theme) -> None:
    """Another screen in front: the pane that lies over the board does not lie over it."""
    window = window_of(1.0, size=(1100, 700))
    qtbot.addWidget(window)
    window.add_screen("other", QWidget())
    window.board.select_lead("lead-12")
    assert window.pane is not None
    assert window.pane.isVisible()
    window.show_screen("other")
    assert window.pane.isHidden()
    window.show_screen("board")
    assert window.pane.isVisible()


@pytest.mark.requirement("DESK-01")
def test_single_keys_are_written_into_a_field_that_has_the_focus(qtbot: QtBot, theme: Theme) -> None:
    window = window_of(1.0)
    qtbot.addWidget(window)
    window.overlays.find()
    for key in (Qt.Key.Key_Slash, Qt.Key.Key_Question, Qt.Key.Key_N):
        qtbot.keyClick(window.overlays.palette.box, key)
    assert window.overlays.palette.box.text().lower().endswith("n")


@pytest.mark.requirement("DESK-01")
def test_a_pour_with_gaps_is_a_pour_all_the_same(qtbot: QtBot) -> None:
    """What comes in a gap is read at once, and the pause after it is longer; after a long gap all begins anew."""
    read: list[int] = []
    throttle = Throttle(lambda: read.append(1), pause_ms=20, most_ms=30_000)
    for pause in (20, 40, 80, 160, 320):
        throttle()
        assert throttle._pause.interval() == pause
        qtbot.waitUntil(lambda: not throttle._pause.isActive())
    assert len(read) == 5
    throttle._acted -= 60  # a minute in which nothing came
    throttle()
    assert throttle._pause.interval() == 20
