"""What was done, written down at the lead: a talk needs its words, an email that came back closes its address (FLOW-05)."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QWidget

from desk.models import commands as c
from desk.views.detail.log_call import LogForm
from desk.views.theme import Theme
from tests.views.screens.conftest import SeatedDesk

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.mark.requirement("FLOW-05")
def test_a_talk_is_refused_without_what_was_said_and_what_comes_next(seated: SeatedDesk) -> None:
    pane = seated.open_pane(seated.take())
    pane.setFocus()
    seated.press(pane, Qt.Key.Key_E)
    log = pane.log
    seated.press(log, Qt.Key.Key_2)
    assert seated.window.focusWidget() is log.summary
    assert (log.summary.toPlainText(), log.next_step.text()) == ("", "")
    seated.press(log, Qt.Key.Key_Return, CTRL)
    assert log.refusal.text() == "You talked: write what was said and what comes next."
    seated.press(log, "Wants to hear about the hybrid")
    seated.press(log, Qt.Key.Key_Return, CTRL)
    assert seated.window.focusWidget() is log.next_step
    assert seated.logs() == []
    seated.press(log, "Send the hybrid")
    log.objections.setText("Payment is too high")
    log.interest.setCurrentIndex(log.interest.findData("high"))
    seated.press(log, Qt.Key.Key_Return, CTRL)
    seated.until(lambda: len(seated.logs()) == 1)
    (kept,) = seated.logs()
    assert (kept.summary, kept.next_step, kept.objections, kept.interest) == (
        "Wants to hear about the hybrid", "Send the hybrid", "Payment is too high", "high",
    )  # fmt: skip
    view = seated.view(pane.lead.id)
    assert any("Objections: Payment is too high" in item.text for item in view.timeline)
    assert any("interest" in reason.lower() for reason, _ in view.temperature_reasons)


@pytest.mark.requirement("FLOW-05", "COMPLY-05")
def test_an_email_that_came_back_closes_its_address_and_says_so(seated: SeatedDesk) -> None:
    pane = seated.open_pane(seated.take())
    pane.log_activity()
    assert pane.log.bad_email.isHidden()
    pane.log.kind.choose("email")
    pane.log.kind.chosen.emit("email")
    pane.log.bad_email.click()
    pane.log.submit()
    seated.until(lambda: [log.outcome for log in seated.logs()] == ["bad_email"])
    seated.until(lambda: pane.view is not None and "email" not in pane.view.channels)
    assert pane.composer.tabs["email"].isHidden()
    assert dict(seated.view(pane.lead.id).blocked_channels)["email"]


@pytest.mark.requirement("COVER-03", "FLOW-05")
def test_a_recorded_talk_says_where_its_recording_lies_and_counts(seated: SeatedDesk) -> None:
    lead_id = seated.take()
    seated.run(c.AssignLead(lead_id=lead_id, to="dana"))
    pane = seated.open_pane(lead_id)
    pane.log_activity()
    log, recording = pane.log, pane.log.recording
    seated.press(log, Qt.Key.Key_4)
    assert recording.isHidden()  # nobody was reached
    seated.press(log, Qt.Key.Key_2)
    assert recording.isVisible()
    log.summary.setPlainText("Wants to hear about the hybrid")
    log.next_step.setText("Send the hybrid")
    recording.field.setText("yes")
    log.submit()
    assert log.refusal.text() == "Paste the recording's link, or choose its file."
    recording.ask_path = lambda: "/calls/kim-doe.wav"
    recording.choose.click()
    log.submit()
    seated.until(lambda: [log.recorded for log in seated.logs()] == ["/calls/kim-doe.wav"])
    view = seated.view(lead_id)
    assert any(item.text.endswith("Recording: /calls/kim-doe.wav") for item in view.timeline)
    assert [(row[1], row[3]) for row in view.coverage_rows if row[0] == "phone"] == [
        ("Recorded call · kim-doe.wav", "Counts")
    ]


def cramped(form: LogForm) -> list[str]:
    """The parts of the form that have less height than they ask for, or stand outside it."""
    shown = [part for part in form.findChildren(QWidget) if part.isVisible() and part.accessibleName()]
    return [
        part.accessibleName()
        for part in shown
        if part.height() < part.minimumSizeHint().height()
        or not form.rect().contains(part.mapTo(form, QPoint(0, part.height() - 1)))
    ]


@pytest.mark.requirement("FLOW-05", "DESK-11")
@pytest.mark.parametrize("scale", [1.0, 1.25, 2.0])
def test_the_form_grows_with_what_it_shows(seated: SeatedDesk, scale: float) -> None:
    """The kinds have other parts, and a refusal takes its line."""
    Theme.current().switch(scale=scale)
    pane = seated.open_pane(seated.take())
    pane.log_activity()
    seated.until(lambda: cramped(pane.log) == [])
    seated.press(pane.log, Qt.Key.Key_1)
    assert pane.log.recording.isVisible()
    pane.log.submit()
    assert pane.log.refusal.isVisible()
    seated.until(lambda: cramped(pane.log) == [])
    pane.log.kind.choose("email")
    pane.log.kind.chosen.emit("email")
    seated.until(lambda: cramped(pane.log) == [])


def in_sight(part: QWidget, pane: QWidget) -> bool:
    """Whether all of it can be seen: inside the pane, and inside whatever scrolls around it."""
    around: QWidget | None = part.parentWidget()
    while around is not None:
        spot = QRect(part.mapTo(around, QPoint(0, 0)), part.size())
        if not around.rect().adjusted(-1, -1, 1, 1).contains(spot):
            return False
        around = around.parentWidget() if around is not pane else None
    return part.isVisible()


@pytest.mark.requirement("FLOW-05", "DESK-11")
@pytest.mark.parametrize("scale", [1.5, 2.0])
def test_in_a_low_window_the_fields_scroll_and_what_saves_stands_in_sight(
    seated: SeatedDesk, scale: float
) -> None:
    """1100 by 700 in large text, at its highest: each field comes into sight as one reaches it."""
    seated.window.resize(1100, 700)
    Theme.current().switch(scale=scale)
    lead_id = seated.take()
    pane = seated.open_pane(lead_id)
    seated.assembled.open_wide(lead_id)
    wide = seated.assembled.screens["lead"].screen_made
    seated.until(lambda: wide.view is not None)
    for screen, body in (("lead", wide), ("board", pane)):
        seated.window.show_screen(screen)
        body.log_activity()
        log = body.log
        log.choose("connected_assessed")
        log.submit()
        for part in (log.save, log.cancel, log.refusal):
            seated.until(lambda part=part, body=body: in_sight(part, body))
        for field in (log.next_step, log.due, log.objections, log.interest, log.recording.field, log.summary, log.inbound):  # fmt: skip
            field.setFocus(Qt.FocusReason.TabFocusReason)
            seated.until(lambda field=field, body=body: in_sight(field, body))
        log.done.emit()
