"""The painted widgets: named for the ear, pressed by keys, sized by the text, ringed for the keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QPalette
from PySide6.QtWidgets import QAbstractButton, QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desk.models.snapshots.board import TimerView
from desk.views import widgets as w
from desk.views.gallery.components import sheet
from desk.views.gallery.samples import NOW
from desk.views.theme import Theme


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> QWidget:
    """A window with a column to put widgets into."""
    made = QWidget()
    QVBoxLayout(made)
    qtbot.addWidget(made)
    return made


def put(page: QWidget, *parts: QWidget) -> None:
    for part in parts:
        page.layout().addWidget(part)
    page.show()


@pytest.mark.requirement("DESK-01")
def test_a_button_says_its_key(page: QWidget) -> None:
    button = w.Button("Claim", "primary", key="G")
    put(page, button)
    spoken = QAccessible.queryAccessibleInterface(button)
    assert spoken.text(QAccessible.Text.Name) == "Claim"
    assert spoken.text(QAccessible.Text.Description) == "Key G"
    assert spoken.role() == QAccessible.Role.Button
    assert button.toolTip() == "Claim (G)"


@pytest.mark.requirement("DESK-01")
@pytest.mark.parametrize("pressed", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_space_and_enter_press(qtbot: QtBot, page: QWidget, pressed: Qt.Key) -> None:
    button = w.Button("Claim")
    put(page, button)
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, pressed)


@pytest.mark.requirement("AI-14")
def test_a_switch_is_a_check_box_for_the_ear(page: QWidget) -> None:
    switch = w.Switch("Assistant for Aisha", on=True)
    put(page, switch)
    spoken = QAccessible.queryAccessibleInterface(switch)
    assert spoken.role() == QAccessible.Role.CheckBox
    assert spoken.state().checked
    assert spoken.text(QAccessible.Text.Name) == "Assistant for Aisha"


@pytest.mark.requirement("TEMP-02")
def test_a_gauge_has_a_value(page: QWidget) -> None:
    gauge = w.Gauge()
    gauge.show_temperature(88, "hot")
    put(page, gauge)
    spoken = QAccessible.queryAccessibleInterface(gauge)
    assert spoken.text(QAccessible.Text.Name) == "Temperature 88, Hot"
    assert spoken.valueInterface().currentValue() == 88


@pytest.mark.requirement("DESK-01")
def test_the_ring_frames_the_keyboards_focus_only(qtbot: QtBot, page: QWidget) -> None:
    first, second = w.Button("Open"), w.Button("Snooze")
    put(page, first, second)
    with qtbot.waitActive(page):
        page.activateWindow()
    ring = w.FocusRing.of(page)
    second.setFocus(Qt.FocusReason.MouseFocusReason)
    assert ring.isHidden()
    first.setFocus(Qt.FocusReason.TabFocusReason)
    assert ring.isVisible()
    assert ring.geometry() == first.geometry().adjusted(-4, -4, 4, 4)
    second.setFocus(Qt.FocusReason.MouseFocusReason)
    assert ring.isHidden()


@pytest.mark.requirement("DESK-01")
def test_a_segment_tells_the_choice(qtbot: QtBot, page: QWidget) -> None:
    segment = w.Segment((("everyone", "Everyone"), ("mine", "Mine")), "Whose leads")
    put(page, segment)
    mine = segment.findChildren(QAbstractButton)[1]
    with qtbot.waitSignal(segment.chosen) as chosen:
        qtbot.mouseClick(mine, Qt.MouseButton.LeftButton)
    assert chosen.args == ["mine"]
    assert segment.choice() == "mine"
    segment.set_words("mine", "Mine 4")
    assert mine.accessibleName() == "Mine 4"


@pytest.mark.requirement("LEAD-05")
@pytest.mark.parametrize("wide", [True, False])
def test_the_stepper_asks_and_waits(qtbot: QtBot, page: QWidget, wide: bool) -> None:
    """The mark stays on the present stage until the desk has answered."""
    stepper = w.StageStepper(wide)
    stepper.show_stage("engaged")
    put(page, stepper)
    steps = stepper.findChildren(QAbstractButton)
    with qtbot.waitSignal(stepper.chosen) as chosen:
        steps[3].click()
    assert chosen.args == ["qualified"]
    assert [step.isChecked() for step in steps].index(True) == 2
    assert stepper.accessibleName() == "Stage: Engaged"


@pytest.mark.requirement("ILM-10")
def test_a_timer_tag_says_its_state(page: QWidget) -> None:
    tag = w.TimerTag(TimerView("answered", took_s=120), lambda: NOW)
    put(page, tag)
    assert tag.accessibleName() == "answered in 2 minutes"
    assert tag.width() > 0


@pytest.mark.requirement("DESK-01")
@pytest.mark.parametrize("scale", [1.0, 1.25, 2.0])
@pytest.mark.parametrize("name", ["light", "dark", "high_contrast"])
def test_no_component_is_clipped(qtbot: QtBot, theme: Theme, scale: float, name: str) -> None:
    """Every painted part is given at least the room its words and pictures take."""
    theme.switch(name, scale)
    made = sheet()
    qtbot.addWidget(made)
    made.show()
    cut = [
        (type(part).__name__, part.text())
        for kind in (w.Painted, w.Pressable, w.Words)
        for part in made.findChildren(kind)
        if part.isVisible() and _is_cut(part)
    ]
    assert cut == []


def _is_cut(part: w.Painted | w.Pressable | w.Words) -> bool:
    needed = part.minimumSizeHint()
    line = part.heightForWidth(part.width()) if part.hasHeightForWidth() else needed.height()
    return part.width() < needed.width() or part.height() < line


@pytest.mark.requirement("DESK-01")
def test_words_that_were_hidden_while_the_theme_changed_are_readable_when_shown(
    qtbot: QtBot, theme: Theme
) -> None:
    """The alerts' panel is made in one theme and may be shown in another."""
    theme.dress()
    window = QWidget()
    qtbot.addWidget(window)
    words = w.Words("Alerts", "section", parent=window)
    for name in ("dark", "light", "dark"):
        theme.switch(name)
        QApplication.processEvents()
        window.show()
        QApplication.processEvents()
        assert words.palette().color(QPalette.ColorRole.WindowText) == theme.colour("t1")
        window.hide()


@pytest.mark.requirement("DESK-01")
def test_words_that_were_hidden_while_the_text_grew_are_as_large_when_shown(
    qtbot: QtBot, theme: Theme
) -> None:
    """The pane is closed while someone chooses a larger text, and is opened after it."""
    theme.dress()
    window = QWidget()
    qtbot.addWidget(window)
    words = w.Words("Wants a person", "name", parent=window)
    for scale in (1.25, 2.0, 1.0, 2.0):
        theme.switch(scale=scale)
        QApplication.processEvents()
        window.show()
        QApplication.processEvents()
        assert words.font().pixelSize() == theme.font("name").pixelSize()
        window.hide()
