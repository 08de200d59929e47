"""The questions that stand in an open lead, by keys and by mouse: needs, trade-in, the visit's outcome, the temperature."""

from __future__ import annotations

from datetime import timedelta
from email.message import EmailMessage
from typing import Any

import pytest
from PySide6.QtCore import Qt
from sqlalchemy import select

from desk.models import commands as c
from desk.models.by import By
from desk.models.commands import DescribeTradeIn
from desk.models.deal import Deal
from desk.models.lead import Lead
from desk.models.rules.trade_in import FIELDS
from desk.models.task import Appointment, Task
from desk.views import widgets as w
from desk.views.detail.pane import LeadPane
from desk.views.detail.wide import WideLead
from tests.views.screens.conftest import START, SeatedDesk

CTRL = Qt.KeyboardModifier.ControlModifier
SATURDAY = START + timedelta(days=4, hours=1)
MISREAD = "1M8GDM9A1KP042788"


def lead(seated: SeatedDesk, lead_id: str) -> Lead:
    return next(row for row in seated.leads() if row.id == lead_id)


def opened(seated: SeatedDesk, **more: Any) -> tuple[str, LeadPane]:
    lead_id = seated.take(**more)
    pane = seated.open_pane(lead_id)
    pane.setFocus()
    return lead_id, pane


def wide(seated: SeatedDesk, lead_id: str) -> WideLead:
    seated.assembled.open_wide(lead_id)
    screen = seated.assembled.screens["lead"].screen_made
    assert isinstance(screen, WideLead)
    seated.until(lambda: screen.view is not None and screen.view.card.id == lead_id)
    return screen


def undo(seated: SeatedDesk) -> None:
    """As the strip at the foot of the window offers it."""
    strip = seated.window.overlays.undo_strip
    seated.until(strip.isVisible)
    strip.undo.click()


@pytest.mark.requirement("FLOW-07", "LEAD-06")
def test_needs_are_asked_one_by_one_and_enter_keeps_each(seated: SeatedDesk) -> None:
    lead_id, pane = opened(seated)
    form = pane.cards.needs
    seated.press(pane, Qt.Key.Key_Q)
    assert form.isVisible()
    assert form.line.text().startswith("Which vehicles")
    seated.press(form, "RAV4, CR-V")
    seated.press(form, Qt.Key.Key_Return)
    seated.until(lambda: form.place == 1)
    assert lead(seated, lead_id).needs["vehicles"] == ["RAV4", "CR-V"]
    seated.press(form, "This month")
    seated.press(form, Qt.Key.Key_Return)
    seated.until(lambda: lead(seated, lead_id).stage == "qualified")
    seated.until(lambda: form.kept.text() == "2 of 13 known")
    seated.until(form.choice.isVisible)  # what matters most is one of a few
    seated.press(form, Qt.Key.Key_Down)
    seated.press(form, Qt.Key.Key_Return, CTRL)
    seated.until(lambda: lead(seated, lead_id).needs.get("matters_most") == "price")
    seated.press(form, Qt.Key.Key_Escape)
    assert not form.isVisible()
    assert (
        seated.window.stack.currentWidget() is seated.window.splitter
    )  # Enter in a field opens nothing wide


@pytest.mark.requirement("FLOW-07", "FLOW-11")
def test_the_last_answer_is_taken_back_by_undo(seated: SeatedDesk) -> None:
    lead_id, pane = opened(seated)
    form = pane.cards.needs
    pane.open_card("needs")
    form.words.setText("RAV4")
    form.submit()
    seated.until(lambda: bool(lead(seated, lead_id).needs))
    undo(seated)
    seated.until(lambda: not lead(seated, lead_id).needs)


@pytest.mark.requirement("FLOW-07")
def test_the_needs_tab_shows_what_is_open_and_its_button_asks(seated: SeatedDesk) -> None:
    lead_id = seated.take()
    screen = wide(seated, lead_id)
    screen.side.choose(2)
    assert screen.side.tabText(2) == "Needs"
    button = next(b for b in screen.side.currentWidget().findChildren(object) if getattr(b, "key", "") == "Q")
    seated.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert screen.cards.needs.isVisible()


@pytest.mark.requirement("AI-07")
def test_a_trade_in_is_written_down_by_keys_and_a_misread_vin_asks_once(seated: SeatedDesk) -> None:
    lead_id, pane = opened(seated)
    form = pane.cards.trade
    seated.press(pane, Qt.Key.Key_I)
    for words in ("2018", "Honda", "CR-V", "71000", MISREAD.lower(), "14200", "L", "Good"):
        seated.press(form, words)
        seated.press(form, Qt.Key.Key_Tab)
    seated.press(form, "One door ding")
    seated.press(form, Qt.Key.Key_Return, CTRL)
    seated.until(lambda: "check digit" in form.refusal.text())
    assert form.fields["vin"].property("wrong")
    assert lead(seated, lead_id).trade_in is None
    seated.press(form, Qt.Key.Key_Return, CTRL)
    seated.until(lambda: not form.isVisible())
    told = lead(seated, lead_id).trade_in
    assert told is not None
    assert {name: told.get(name) for name in FIELDS} == {
        "year": 2018, "make": "Honda", "model": "CR-V", "odometer": 71000, "vin": MISREAD, "owed": 14200,
        "title": "Lien, still being paid off", "condition": "Good", "comments": "One door ding",
    }  # fmt: skip
    undo(seated)
    seated.until(lambda: lead(seated, lead_id).trade_in is None)


@pytest.mark.requirement("AI-07", "FLOW-15")
def test_the_trade_in_tab_tells_what_is_missing_and_asks_for_photos(seated: SeatedDesk) -> None:
    """Condition, title and photos stand there; the customer's pictures are counted, and the rest are asked for in their way."""
    lead_id, letter = seated.take(), EmailMessage()
    letter["From"], letter["To"], letter["Subject"] = "kim1@example.com", "sales@store.example", "My trade"
    letter.set_content("Here is the front")
    letter.add_attachment(
        b"\xff\xd8\xff\xe0" + bytes(20_000), maintype="image", subtype="jpeg", filename="front.jpg"
    )
    seated.run(c.TakeMail(raw=letter.as_bytes()))
    values = {"make": "Honda", "model": "CR-V", "title": "Leased", "condition": "Good"}
    seated.run(DescribeTradeIn(lead_id=lead_id, values=values))
    screen = wide(seated, lead_id)
    screen.side.choose([screen.side.tabText(n) for n in range(screen.side.count())].index("Trade-in"))
    page = screen.side.currentWidget()
    assert page is not None
    told = [words.text() for words in page.findChildren(w.Words)]
    assert {"Honda CR-V", "Leased", "Good", "1 of 6 came"} <= {*told}
    ask = next(button for button in page.findChildren(w.Button) if button.text() == "Ask for photos")
    seated.qtbot.mouseClick(ask, Qt.MouseButton.LeftButton)
    seated.until(lambda: "photos of your trade" in screen.composer.field.toPlainText())


@pytest.mark.requirement("AI-07", "DESK-04")
def test_somebody_elses_closed_lead_says_who_may_change_it(seated: SeatedDesk) -> None:
    lead_id = seated.take()
    seated.run(DescribeTradeIn(lead_id=lead_id, values={"make": "Honda"}))
    seated.run(c.AssignLead(lead_id=lead_id, to="dana"))
    seated.run(c.MoveLead(lead_id=lead_id, stage="lost", reason="bought_elsewhere"))
    seated.sits = By("staff", "ana", "bdc", "Ana Ruiz")
    pane = seated.open_pane(lead_id)
    pane.open_card("trade")
    assert not pane.cards.trade.isVisible()
    assert "closed" in pane.note.words.text()


def visited(seated: SeatedDesk) -> tuple[str, LeadPane]:
    lead_id = seated.take()
    seated.run(c.BookAppointment(lead_id=lead_id, starts=SATURDAY))
    seated.clock.turn_to(SATURDAY + timedelta(hours=1))
    pane = seated.open_pane(lead_id)
    pane.setFocus()
    return lead_id, pane


def visit(seated: SeatedDesk) -> Appointment:
    found: Appointment = seated.rows(Appointment)[0]
    return found


@pytest.mark.requirement("APPT-03", "ILM-08")
def test_a_no_show_says_what_follows_and_is_recorded_in_three_keys(seated: SeatedDesk) -> None:
    lead_id, pane = visited(seated)
    form = pane.cards.outcome
    seated.press(pane, Qt.Key.Key_V)
    assert "How did the visit of Kim go?" in form.title.text()
    seated.press(form, Qt.Key.Key_Return)  # nothing is chosen, nothing happens
    assert visit(seated).status == "booked"
    seated.press(form, Qt.Key.Key_2)
    assert "A call to Kim Doe is due at once" in form.follows.text()
    assert visit(seated).status == "booked"
    seated.press(form, Qt.Key.Key_Return)
    seated.until(lambda: visit(seated).status == "no_show")
    seated.until(lambda: not form.isVisible())
    calls = [task for task in seated.rows(Task) if "·missed·" in task.key]
    assert len(calls) == 1  # as it was said
    assert calls[0].lead_id == lead_id
    undo(seated)
    seated.until(lambda: visit(seated).status == "booked")


@pytest.mark.requirement("APPT-03", "COVER-05")
def test_sold_names_the_credit_first_and_then_it_is_so(seated: SeatedDesk) -> None:
    lead_id, pane = visited(seated)
    seated.run(c.AssignLead(lead_id=lead_id, to="ana"))
    seated.until(lambda: pane.view is not None and pane.view.card.owner_id == "ana")
    form = pane.cards.outcome
    pane.open_card("outcome")
    form.buttons["sold"].click()
    assert "Credit: Ana Ruiz." in form.follows.text()
    form.act.click()
    seated.until(lambda: lead(seated, lead_id).stage == "sold")
    assert visit(seated).status == "sold"


@pytest.mark.requirement("APPT-03")
@pytest.mark.parametrize(
    ("result", "says"),
    [("shown", "Notes"), ("cancelled", "tells Kim Doe"), ("rescheduled", "find a new time")],
)
def test_each_other_outcome_says_its_own(seated: SeatedDesk, result: str, says: str) -> None:
    _lead_id, pane = visited(seated)
    pane.open_card("outcome")
    pane.cards.outcome.choose(result)
    assert says in pane.cards.outcome.follows.text()
    pane.cards.outcome.submit()
    seated.until(lambda: visit(seated).status == result)


@pytest.mark.requirement("APPT-02")
def test_the_vehicle_check_is_ticked_and_taken_back(seated: SeatedDesk) -> None:
    _lead_id, pane = visited(seated)
    form = pane.cards.outcome
    pane.open_card("outcome")
    assert form.check.isVisible()
    form.check.click()
    seated.until(lambda: form.visit is not None and form.visit.checked)
    assert form.check.isChecked()
    with seated.store.reading() as session:
        done = session.scalars(select(Task.done_by).where(Task.kind == "prepare_vehicle")).one()
    assert done == "Dana Whit"
    undo(seated)
    seated.until(lambda: form.visit is not None and not form.visit.checked)


@pytest.mark.requirement("APPT-03")
def test_b_moves_the_visit_instead(seated: SeatedDesk) -> None:
    _lead_id, pane = visited(seated)
    pane.open_card("outcome")
    seated.press(pane.cards.outcome, Qt.Key.Key_B)
    assert pane.visit.isVisible()
    assert not pane.cards.outcome.isVisible()


@pytest.mark.requirement("TEMP-05")
def test_the_temperature_is_set_with_a_reason_and_undone(seated: SeatedDesk) -> None:
    lead_id, pane = opened(seated)
    form, before = pane.cards.warmth, lead(seated, lead_id).temperature
    seated.press(pane, Qt.Key.Key_W)
    seated.press(form, "91")
    seated.press(form, Qt.Key.Key_Return, CTRL)
    assert "Say why" in form.refusal.text()
    seated.press(form, "Brought the title along")
    seated.press(form, Qt.Key.Key_Return)
    seated.until(lambda: lead(seated, lead_id).temperature == 91)
    assert "Brought the title along" in seated.view(lead_id).temperature_note
    undo(seated)
    seated.until(lambda: lead(seated, lead_id).temperature == before)


def test_one_question_stands_at_a_time_and_esc_leaves_it(seated: SeatedDesk) -> None:
    _lead_id, pane = opened(seated)
    seated.press(pane, Qt.Key.Key_H)
    pane.setFocus()
    seated.press(pane, Qt.Key.Key_W)
    assert [card.isVisible() for card in pane.cards.all].count(True) == 1
    assert pane.cards.warmth.isVisible()
    seated.press(pane, Qt.Key.Key_Escape)
    assert not any(card.isVisible() for card in pane.cards.all)
    assert seated.window.pane is pane


@pytest.mark.requirement("COVER-05", "FLOW-11")
def test_sold_by_its_key_is_a_sale_and_moved_out_again_it_is_none_until_undo(seated: SeatedDesk) -> None:
    lead_id, pane = opened(seated)
    strip = seated.window.overlays.undo_strip
    seated.press(pane, Qt.Key.Key_6)
    seated.until(lambda: lead(seated, lead_id).stage == "sold")
    assert [deal.undone_at for deal in seated.rows(Deal)] == [None]
    seated.until(lambda: strip.isVisible() and "record the sale to Kim Doe" in strip.words.text())
    pane = seated.open_pane(lead_id)
    pane.setFocus()
    seated.press(pane, Qt.Key.Key_3)
    seated.until(lambda: lead(seated, lead_id).stage == "engaged")
    assert [deal.undone_why for deal in seated.rows(Deal)] == ["Moved out of Sold by Dana Whit"]
    seated.until(lambda: strip.words.text() == "Undo: move Kim Doe to Engaged")
    strip.undo.click()
    seated.until(lambda: lead(seated, lead_id).stage == "sold")
    assert [deal.undone_at for deal in seated.rows(Deal)] == [None]
