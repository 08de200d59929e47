"""What a person corrects of a lead: its mark with its reason, who it is, another number, the assistant's pace (LEAD-08, AI-18)."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desk.models import commands as c
from desk.models.by import THE_CUSTOMER
from desk.models.lead import Lead
from desk.models.person import Address
from tests.views.screens.conftest import SeatedDesk

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.mark.requirement("LEAD-08", "FLOW-11")
def test_a_mark_shows_its_reason_is_changed_by_keys_and_taken_back(seated: SeatedDesk) -> None:
    lead_id = seated.take()
    seated.settle()
    price = "What is your best price on it"
    seated.run(c.TakeReply(lead_id=lead_id, channel="text", text=price, key="r1", by=THE_CUSTOMER))
    pane = seated.open_pane(lead_id)
    pane.setFocus()
    seated.press(pane, Qt.Key.Key_P)
    form = pane.cards.facts
    assert form.isVisible()
    assert form.why.text() == "Price shopper: asked for the price first"
    assert form.shopper.isChecked()
    assert form.kind.choice() == "lead"
    seated.later(minutes=1)
    form.kind.choose("organic")
    form.shopper.click()
    seated.press(form, Qt.Key.Key_Return, CTRL)
    seated.until(form.isHidden)
    seated.until(lambda: seated.view(lead_id).order_kind == "organic")
    view = seated.view(lead_id)
    assert view.marks == ("Organic order",)
    assert view.mark_reasons == ("Edited by Dana Whit",)
    strip = seated.window.overlays.undo_strip
    seated.until(strip.isVisible)
    strip.undo.click()
    seated.until(lambda: seated.view(lead_id).marks == ("Price question asked",))


@pytest.mark.requirement("AI-18", "LEAD-04")
def test_the_name_another_number_and_the_pace_are_corrected_at_once(seated: SeatedDesk) -> None:
    pane = seated.open_pane(seated.take())
    pane.open_card("facts")
    form = pane.cards.facts
    form.phone.setText("208 555 01")
    seated.press(form, Qt.Key.Key_Return)
    assert form.refusal.text() == "This phone number cannot be dialed."
    form.phone.setText("208 555 0199")
    form.last.setText("Dorset")
    form.pace.choose("slower")
    seated.press(form, Qt.Key.Key_Return)
    seated.until(form.isHidden)
    seated.until(lambda: pane.name.text() == "Kim Dorset")
    assert [lead.ai_pace for lead in seated.rows(Lead)] == [2.0]
    assert "+12085550199" in {address.value for address in seated.rows(Address)}
    pane.open_card("facts")
    assert form.pace.choice() == "slower"
    seated.press(form, Qt.Key.Key_Escape)
    assert form.isHidden()
