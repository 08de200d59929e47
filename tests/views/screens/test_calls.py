"""Marked leads as a calling list in the pane: number and local time, whether it may be called, three keys an outcome, next (FLOW-12)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication

from desk.models import commands as c
from desk.views.detail.pane import LeadPane
from tests.views.screens.conftest import ZONE, SeatedDesk
from tests.views.screens.test_many import bar, cards, filled

pytestmark = pytest.mark.requirement("FLOW-12", "COMPLY-02")
CTRL = Qt.KeyboardModifier.ControlModifier


class Phone(QObject):
    """The computer's phone: keeps what it was asked to dial."""

    def __init__(self) -> None:
        super().__init__()
        self.dialled: list[str] = []

    @Slot(QUrl)
    def dial(self, url: QUrl) -> None:
        self.dialled.append(url.toString())


@pytest.fixture
def phone() -> Iterator[Phone]:
    made = Phone()
    QDesktopServices.setUrlHandler("tel", made, "dial")
    yield made
    QDesktopServices.unsetUrlHandler("tel")


def listed(seated: SeatedDesk, count: int = 3) -> tuple[list[str], LeadPane]:
    """So many leads, marked by keys and called from the bar."""
    leads = filled(seated, count)
    seated.qtbot.keyClick(cards(seated), Qt.Key.Key_A, CTRL)
    seated.qtbot.keyClick(cards(seated), Qt.Key.Key_M)
    bar(seated).call.setFocus()
    seated.qtbot.keyClick(bar(seated).call, Qt.Key.Key_Space)
    pane = seated.window.pane
    assert isinstance(pane, LeadPane)
    standing(seated, pane, leads[0])
    return leads, pane


def standing(seated: SeatedDesk, pane: LeadPane, lead_id: str) -> None:
    """Until this lead stands and the desk has answered about it."""
    seated.until(
        lambda: pane.view is not None and pane.view.card.id == lead_id and pane.calls.answer is not None
    )


@pytest.mark.requirement("FLOW-05", "FLOW-06")
def test_each_is_called_logged_in_three_keys_and_the_next_one_comes(seated: SeatedDesk, phone: Phone) -> None:
    leads, pane = listed(seated)
    calls, numbers = pane.calls, []
    pane.setFocus()
    for place, lead_id in enumerate(leads, 1):
        standing(seated, pane, lead_id)
        assert calls.where.text() == f"Calling list · {place} of 3"
        assert calls.verdict.text() == "May be called now"
        assert calls.local.text() == "10:00 AM there"
        numbers.append(calls.answer.number if calls.answer else "")
        seated.press(pane, Qt.Key.Key_C)
        assert QGuiApplication.clipboard().text() == numbers[-1]
        seated.press(pane.log, Qt.Key.Key_4)
        seated.press(pane.log, Qt.Key.Key_Return, CTRL)
        seated.until(lambda done=place: len(seated.logs()) == done)
    seated.until(lambda: not calls.stands)
    assert not calls.isVisible()
    assert phone.dialled == [f"tel:{number}" for number in numbers]
    assert sorted((log.lead_id, log.outcome) for log in seated.logs()) == sorted(
        (lead_id, "no_answer") for lead_id in leads
    )
    assert not seated.window.board.marks.any  # each that was called is no longer marked


def test_who_may_not_be_called_says_why_and_is_passed_over(seated: SeatedDesk, phone: Phone) -> None:
    leads = filled(seated, 2)
    seated.run(c.OptOut(lead_id=leads[0], channels=("all",), words="No contact"))
    seated.window.open_pane(leads[0])
    pane = seated.window.pane
    assert isinstance(pane, LeadPane)
    pane.call_them(leads, lambda _lead_id: None)
    standing(seated, pane, leads[0])
    assert pane.calls.verdict.text().startswith("No call:")
    assert not pane.calls.call_button.isEnabled()
    pane.setFocus()
    seated.press(pane, Qt.Key.Key_C)
    assert phone.dialled == []
    seated.press(pane, Qt.Key.Key_Period)
    standing(seated, pane, leads[1])
    assert pane.calls.call_button.isEnabled()


@pytest.mark.rule("R3")
def test_after_a_stop_the_reason_comes_first_and_is_kept_with_the_call(
    seated: SeatedDesk, phone: Phone
) -> None:
    leads = filled(seated, 1)
    seated.run(c.TakeReply(lead_id=leads[0], channel="text", text="STOP", key="r1"))
    seated.window.open_pane(leads[0])
    pane = seated.window.pane
    assert isinstance(pane, LeadPane)
    pane.call_them(leads, lambda _lead_id: None)
    standing(seated, pane, leads[0])
    pane.calls.call_button.click()
    assert pane.calls.refusal.text()
    assert phone.dialled == []
    seated.qtbot.keyClicks(pane.calls.reason, "Asked on Monday to be called today")
    seated.qtbot.keyClick(pane.calls.reason, Qt.Key.Key_Return)
    assert len(phone.dialled) == 1
    seated.press(pane.log, Qt.Key.Key_4)
    seated.press(pane.log, Qt.Key.Key_Return, CTRL)
    seated.until(lambda: len(seated.logs()) == 1)
    assert "Called all the same: Asked on Monday to be called today" in seated.logs()[0].summary


@pytest.mark.rule("R9")
def test_outside_the_hours_it_names_when_and_esc_ends_the_list_before_the_pane(
    seated: SeatedDesk, phone: Phone
) -> None:
    leads = filled(seated, 2)
    seated.clock.turn_to(datetime(2026, 3, 3, 22, 30, tzinfo=ZoneInfo(ZONE)))
    seated.window.open_pane(leads[0])
    pane = seated.window.pane
    assert isinstance(pane, LeadPane)
    pane.call_them(leads, lambda _lead_id: None)
    standing(seated, pane, leads[0])
    assert pane.calls.verdict.text().startswith("Not now:")
    assert "9:00 AM, store time" in pane.calls.verdict.text()
    pane.setFocus()
    seated.press(pane, Qt.Key.Key_Escape)
    assert not pane.calls.stands
    assert pane.isVisible()
    assert phone.dialled == []


@pytest.mark.rule("R3", "R9")
@pytest.mark.parametrize(
    ("hour", "stopped", "says", "dials"),
    [
        (10, False, "May be called now", True),
        (22, False, "Not now:", False),
        (10, True, "Give your reason first.", False),
    ],
)
def test_a_single_call_is_asked_as_in_the_list(
    seated: SeatedDesk, phone: Phone, hour: int, stopped: bool, says: str, dials: bool
) -> None:
    """C on one lead: hours, caps and a stop are asked before the phone is, and the card goes with the log."""
    lead_id = seated.take()
    if stopped:
        seated.run(c.TakeReply(lead_id=lead_id, channel="text", text="STOP", key="r1"))
    seated.clock.turn_to(datetime(2026, 3, 3, hour, 30, tzinfo=ZoneInfo(ZONE)))
    pane = seated.open_pane(lead_id)
    pane.setFocus()
    seated.press(pane, Qt.Key.Key_C)
    seated.until(lambda: says in pane.calls.verdict.text())
    assert pane.calls.where.text() == "Call"
    assert not pane.calls.next_button.isVisible()
    assert bool(phone.dialled) is dials
    if dials:
        seated.press(pane.log, Qt.Key.Key_4)
        seated.press(pane.log, Qt.Key.Key_Return, CTRL)
        seated.until(lambda: not pane.calls.isVisible())


def test_another_lead_takes_a_single_call_away(seated: SeatedDesk, phone: Phone) -> None:
    first, other = seated.take(1), seated.take(2)
    seated.clock.turn_to(datetime(2026, 3, 3, 22, 30, tzinfo=ZoneInfo(ZONE)))
    pane = seated.open_pane(first)
    seated.press(pane, Qt.Key.Key_C)
    seated.until(lambda: "Not now:" in pane.calls.verdict.text())
    seated.open_pane(other)
    seated.until(lambda: not pane.calls.isVisible())
    assert not pane.calls.stands
