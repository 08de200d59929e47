"""The window's own acts over the real engine: find, filter, move and take back, lose with a reason, pause the store."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from desk.models import commands as c
from desk.models.by import By
from desk.models.commands import SaveSettings, SetPin
from desk.views.pin import AskPin
from desk.views.reason import LostReason
from desk.views.settings.sections import sections
from tests.views.screens.conftest import SeatedDesk


def shown(seated: SeatedDesk) -> str:
    """One lead, whose card stands on the board."""
    lead_id = seated.take()
    seated.window.show()
    seated.window.refresh()
    seated.until(lambda: seated.window.board.select_lead(lead_id))
    return lead_id


@pytest.mark.requirement("FLOW-11", "LEAD-05")
def test_a_move_is_taken_back_by_name(seated: SeatedDesk) -> None:
    lead_id = shown(seated)
    before = seated.view(lead_id).card.stage
    seated.window.board.ask_move("qualified")
    strip = seated.window.overlays.undo_strip
    seated.until(strip.isVisible)
    assert strip.words.text() == "Undo: move Kim Doe to Qualified"
    assert seated.view(lead_id).card.stage == "qualified"
    strip.undo.click()
    seated.until(strip.isHidden)
    assert seated.view(lead_id).card.stage == before


@pytest.mark.requirement("LEAD-06", "FLOW-17")
def test_lost_reasons_are_the_playbooks_and_the_reason_is_kept(seated: SeatedDesk) -> None:
    lead_id = shown(seated)
    seated.window.board.ask_move("lost")
    dialog = seated.window.findChild(LostReason)
    seated.until(dialog.move_button.isEnabled)
    dialog.choice.setCurrentIndex(dialog.choice.findData("bought_elsewhere"))
    dialog.move_button.click()
    seated.until(lambda: seated.view(lead_id).card.stage == "lost")


@pytest.mark.requirement("LEAD-10")
def test_the_palette_finds_a_lead_by_its_phone_and_opens_it(seated: SeatedDesk) -> None:
    lead_id = shown(seated)
    seated.window.close_pane()
    seated.run(c.IndexSome())
    seated.window.overlays.find()
    palette = seated.window.overlays.palette
    seated.qtbot.keyClicks(palette.box, "Kim Doe")
    seated.until(lambda: any(row.title == "Kim Doe" for row in palette.rows.rows))
    seated.qtbot.keyClick(palette.box, Qt.Key.Key_Return)
    seated.until(lambda: seated.window.board.selected == lead_id)


@pytest.mark.requirement("AI-27")
def test_a_manager_pauses_the_store_and_others_are_refused_in_place(seated: SeatedDesk) -> None:
    shown(seated)
    window = seated.window
    seated.until(lambda: window.shell is not None and window.shell.person.id == "dana")
    window.overlays.offer_pause()
    sheet = window.overlays.sheet
    sheet.reason.setText("Inventory is wrong")
    sheet.act.click()
    seated.until(lambda: window.shell is not None and not window.shell.assistant_on)
    assert window.bar.assistant.text() == "AI paused"
    seated.bridge._who = lambda: By("staff", "ana", "bdc", "Ana Ruiz")
    window.overlays.offer_pause()
    sheet = window.overlays.sheet
    sheet.act.click()
    seated.until(lambda: bool(sheet.refusal.text()))
    assert window.bar.assistant.text() == "AI paused"
    sheet.close()


@pytest.mark.requirement("DESK-01")
def test_the_filter_narrows_cards_and_counts(seated: SeatedDesk) -> None:
    lead_id = shown(seated)
    card = seated.view(lead_id).card
    board = seated.window.board
    board.head.narrowing.choose("source", "oem")
    seated.until(lambda: board.columns[card.stage].model.row_of(lead_id) < 0)
    assert board.columns[card.stage].count == 0
    board.head.narrowing.choose("source", card.source_kind)
    seated.until(lambda: board.columns[card.stage].model.row_of(lead_id) >= 0)
    assert board.columns[card.stage].count == 1


@pytest.mark.requirement("DESK-04")
def test_whoever_has_a_pin_types_it_to_take_the_desk(seated: SeatedDesk) -> None:
    seated.run(SaveSettings(values={"sign_in.asked": "never"}))
    seated.run(SetPin(staff_id="ana", pin="4711"))
    window, chosen = seated.window, []
    window.refresh()
    seated.until(lambda: window.shell is not None)
    window.person_chosen.connect(chosen.append)
    window.bar.person.switched.emit("dana")
    seated.until(lambda: chosen == ["dana"])
    window.bar.person.switched.emit("ana")
    seated.until(lambda: isinstance(window.overlays.sheet, AskPin))
    sheet: Any = window.overlays.sheet
    for digits in ("0000", "1111", "2222", "4711"):
        sheet.fields.pin.setText(digits)
        seated.qtbot.keyClick(sheet.fields.pin, Qt.Key.Key_Return)
        seated.until(lambda: sheet.fields.pin.text() == "")
    assert "Too many wrong ones" in sheet.fields.told.text(), "after three the right one is not looked at"
    assert chosen == ["dana"]
    seated.later(minutes=1)
    sheet.fields.pin.setText("4711")
    seated.qtbot.keyClick(sheet.fields.pin, Qt.Key.Key_Return)
    seated.until(lambda: chosen == ["dana", "ana"])


class Windows(QObject):
    """What comes up on the screen by itself: a part that is shown before it has its place is a window for a moment."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: set[str] = set()
        QApplication.instance().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.add(type(watched).__name__)
        return False


@pytest.mark.requirement("DESK-01", "DESK-11")
def test_no_part_flashes_as_a_window_of_its_own(seated: SeatedDesk) -> None:
    """On some desktops it would be seen, and it takes the keys from where one types."""
    watched = Windows()
    pane = seated.open_pane(seated.take())
    pane.log_activity()
    seated.until(lambda: seated.window.shell is not None)
    seated.window.overlays.offer_pause()
    seated.window.overlays.sheet.close()
    seated.window.show_screen("settings")
    page = seated.assembled.screens["settings"].screen_made
    for section in sections():
        page.go(section.key)
    seated.window.show_screen("setup")
    QApplication.instance().removeEventFilter(watched)
    assert watched.seen == {"AssistantPopover"}
