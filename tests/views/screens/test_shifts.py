"""Whole shifts at the window, as people live them: a rep's by keys alone, a manager's, and a store's first day."""

from __future__ import annotations

from datetime import timedelta
from email.message import EmailMessage
from email.utils import format_datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from desk.models import commands as c
from desk.models.alert import Alert
from desk.models.by import THE_CUSTOMER, By
from desk.models.deal import Deal
from desk.models.task import Appointment
from desk.views.detail.pane import LeadPane
from desk.views.monitor.screen import MonitorScreen
from desk.views.setup.welcome import Welcome
from desk.views.today import TodayScreen
from desk.views.tower import TowerScreen
from tests.views.screens.conftest import SeatedDesk
from tests.views.screens.test_people import SetupScreen, settings, setup

__all__ = ["setup"]
ANA = By("staff", "ana", "bdc", "Ana Ruiz")
CTRL = Qt.KeyboardModifier.ControlModifier
PERSON = "I would rather talk to a real person. Can someone call me?"


def screen_of(seated: SeatedDesk, name: str) -> Any:
    return seated.assembled.screens[name].screen_made


def tab_to(seated: SeatedDesk, field: QWidget) -> None:
    """Go to a field as the keyboard does."""
    for _step in range(30):
        if seated.window.focusWidget() is field:
            return
        seated.press(field, Qt.Key.Key_Tab)
    raise AssertionError(f"{field.accessibleName()} is not reached by Tab")


def choose(seated: SeatedDesk, words: str) -> None:
    """Choose from the menu that hangs open."""
    seated.until(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(act for act in menu.actions() if act.text().startswith(words)).trigger()
    menu.close()


def shown_pane(seated: SeatedDesk, lead_id: str) -> LeadPane:
    """The lead's pane, once it shows this lead."""
    seated.until(
        lambda: (
            isinstance(seated.window.pane, LeadPane)
            and seated.window.pane.view is not None
            and seated.window.pane.view.card.id == lead_id
        )
    )
    pane = seated.window.pane
    assert isinstance(pane, LeadPane)
    return pane


def log_the_call(seated: SeatedDesk, pane: LeadPane) -> None:
    """She reached the customer: what was said and what comes next are written into the proposed words' place."""
    seated.press(pane.log, Qt.Key.Key_1)
    for field, words in (
        (pane.log.summary, "Wants to see it on Thursday"),
        (pane.log.next_step, "Meet her at the desk"),
    ):
        tab_to(seated, field)
        seated.press(field, Qt.Key.Key_A, CTRL)
        seated.press(field, words)
    seated.press(pane.log, Qt.Key.Key_Return, CTRL)
    seated.until(lambda: len(seated.logs()) == 1)
    told = [(log.staff_id, log.outcome, log.summary) for log in seated.logs()]
    assert told == [("ana", "connected_assessed", "Wants to see it on Thursday")]


@pytest.mark.requirement("FLOW-14", "FLOW-05", "FLOW-07", "ILM-03", "DESK-01")
def test_a_reps_morning_by_keys_alone(seated: SeatedDesk) -> None:
    """Ana: the pile → the lead that asked for a person → the call and what came of it → the visit. No mouse is touched."""
    lead_id = seated.take()
    seated.run(c.AssignLead(lead_id=lead_id, to="ana"))
    seated.settle()
    seated.run(c.TakeReply(lead_id=lead_id, channel="text", text=PERSON, key="r1", by=THE_CUSTOMER))
    seated.sits = ANA
    window = seated.window
    seated.press(window, Qt.Key.Key_1, CTRL)
    seated.until(lambda: isinstance(screen_of(seated, "today"), TodayScreen))
    today: TodayScreen = screen_of(seated, "today")
    seated.until(lambda: today.pile.view is not None and today.pile.view.card.id == lead_id)

    seated.press(today, "c")
    pane = shown_pane(seated, lead_id)
    seated.until(lambda: pane.calls.stands)
    seated.press(pane, "c")
    seated.until(lambda: pane.foot.currentWidget() is pane.log)
    log_the_call(seated, pane)
    seated.until(lambda: pane.foot.currentWidget() is pane.composer)
    assert seated.view(lead_id).card.timer.kind != "running"

    seated.press(pane, Qt.Key.Key_B)
    seated.until(pane.visit.isVisible)
    seated.press(pane.visit, Qt.Key.Key_Return, CTRL)
    seated.until(lambda: [visit.status for visit in seated.rows(Appointment)] == ["booked"])
    seated.until(lambda: pane.view is not None and pane.view.card.stage == "appointment_set")
    (visit,) = seated.rows(Appointment)
    assert (visit.lead_id, visit.made_by) == (lead_id, "Ana Ruiz")


def sold_by_ana(seated: SeatedDesk, lead_id: str) -> None:
    """She writes, the customer answers an hour later, and she records the sale."""
    seated.run(
        c.WriteMessage(lead_id=lead_id, channel="email", text="When suits you?", subject="Your RAV4", by=ANA)
    )
    seated.settle()
    seated.later(hours=1)
    seated.run(c.TakeReply(lead_id=lead_id, channel="email", text="Now, please", key="r1", by=THE_CUSTOMER))
    seated.run(c.RecordSale(lead_id=lead_id, by=ANA))


@pytest.mark.requirement("ILM-02", "ILM-05", "COVER-05", "COVER-07", "DESK-01")
def test_a_managers_hour_by_mouse(seated: SeatedDesk) -> None:
    """Dana: a lead waits too long → its ladder says whom it told → it is given to Ana → Ana sells it → who has the credit."""
    lead_id = seated.take()
    seated.run(c.SaveStaff(staff_id="tom", values={"name": "Tom Becker", "role": "sales"}))
    seated.settle()
    seated.later(minutes=11)
    seated.settle()
    click = lambda widget: seated.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)  # noqa: E731
    click(seated.window.rail.items["monitor"])
    seated.until(lambda: isinstance(screen_of(seated, "monitor"), MonitorScreen))
    monitor: MonitorScreen = screen_of(seated, "monitor")
    seated.until(lambda: monitor.selected == lead_id and len(monitor.panel.rungs) > 2)
    assert "Dana Whit, desk manager" in monitor.panel.rungs[3].accessibleName()
    click(monitor.panel.buttons["assign"])
    choose(seated, "Ana Ruiz")
    seated.until(lambda: seated.view(lead_id).card.owner_id == "ana")

    sold_by_ana(seated, lead_id)
    click(seated.window.rail.items["tower"])
    tower: TowerScreen = screen_of(seated, "tower")
    seated.qtbot.keyClicks(tower.field, "Kim Doe")
    seated.until(lambda: tower.view is not None and tower.settle.isVisible())
    click(tower.settle)
    seated.until(tower.decide.isVisible)
    tower.decide.shared.setCurrentIndex(tower.decide.shared.findText("Tom Becker"))
    seated.qtbot.keyClicks(tower.decide.reason, "Tom drove with her")
    click(tower.decide.act)
    seated.until(lambda: [deal.decided_by for deal in seated.rows(Deal)] == ["Dana Whit"])
    assert {share["staff"] for share in seated.rows(Deal)[0].shares} == {"ana", "tom"}
    seated.until(
        lambda: tower.view is not None and "Decided" in " ".join(row.what for row in tower.view.earlier)
    )


def set_up(seated: SeatedDesk, setup: SetupScreen) -> None:
    """From the welcome through the steps, two of them left for later, to the last word."""
    welcome = Welcome()
    seated.qtbot.addWidget(welcome)
    with seated.qtbot.waitSignal(welcome.setup_wanted):
        welcome.start.click()
    store: Any = setup.pages["store"]
    store.fields["store.phone"].setText("(208) 555-0111")
    setup.save()
    seated.until(lambda: setup.key == "mail")
    mail: Any = setup.pages["mail"]
    for key, value in (
        ("mail.user", "leads"),
        ("mail.imap_host", "imap.store.example"),
        ("mail.smtp_host", "smtp.store.example"),
    ):
        mail.fields[key].setText(value)
    mail.secret.setText("s3cret words")
    setup.save()
    seated.until(lambda: setup.key == "text")
    while setup.key != "live":
        at = setup.key
        setup.skip.click()
        assert setup.key != at
    live: Any = setup.pages["live"]
    live.live.setChecked(True)
    with seated.qtbot.waitSignal(setup.finished):
        setup.save()
    assert settings(seated)["assistant.live"] is True


@pytest.mark.requirement("DESK-02", "LEAD-01", "LEAD-03", "ALERT-02")
def test_a_first_day_from_the_welcome_to_the_first_real_lead(seated: SeatedDesk, setup: SetupScreen) -> None:
    """The steps in their order, two of them left for later; then a customer writes and the doorbell rings at the window."""
    set_up(seated, setup)
    seated.window.show_screen("board")
    seated.later(minutes=5)
    letter = EmailMessage()
    letter["From"], letter["To"] = "Pat Lane <pat@example.com>", "sales@store.example"
    letter["Subject"], letter["Message-ID"] = "2022 Toyota RAV4, is it available", "<first@example.com>"
    letter["Date"] = format_datetime(seated.clock.now() - timedelta(seconds=20))
    letter.set_content("Is the RAV4 still available? My phone is 208-555-0142.")
    assert seated.run(c.TakeMail(raw=letter.as_bytes())) == "new"
    seated.settle()
    (lead,) = seated.leads()
    columns = seated.window.board.columns
    seated.window.refresh()
    seated.until(
        lambda: any(card.id == lead.id for column in columns.values() for card in column.model.cards())
    )
    assert [message.status for message in seated.messages(lead.id) if message.direction == "out"] == ["sent"]
    assert ("doorbell", lead.id) in {(alert.kind, alert.lead_id) for alert in seated.rows(Alert)}
    assert seated.view(lead.id).card.timer.kind == "running"
