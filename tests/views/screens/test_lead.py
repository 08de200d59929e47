"""An open lead over the real engine: the assistant's switch, drafts, the log in three keys, channels and holds."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from desk.models import commands as c
from desk.models.by import THE_CUSTOMER
from desk.models.commands import ImportStock
from desk.models.task import Appointment
from desk.views.detail.assistant import off_reasons
from desk.views.detail.pane import TALK, LeadPane
from desk.views.theme import Theme
from tests.views.screens.conftest import START, SeatedDesk

WAITING = {"queued", "held", "pending_approval"}


def automatic(seated: SeatedDesk, lead_id: str) -> list[str]:
    """The states of the assistant's messages that have not left."""
    return [m.status for m in seated.messages(lead_id) if m.author == "assistant" and m.status in WAITING]


@pytest.mark.requirement("AI-14", "AI-15")
def test_off_silences_what_is_queued_after_a_reason_and_on_again_is_reactive(seated: SeatedDesk) -> None:
    lead_id = seated.take()
    assert automatic(seated, lead_id)
    pane = seated.open_pane(lead_id)
    panel = pane.assistant
    seated.qtbot.mouseClick(panel.switch, Qt.MouseButton.LeftButton)
    assert panel.turn_off.isVisible()
    assert panel.switch.isChecked()  # nothing has changed yet
    assert (
        "Re-enabling later will not resume proactive outreach." in panel.turn_off.consequence.accessibleName()
    )
    panel.turn_off.reason.setCurrentText(off_reasons()[0])
    panel.turn_off.off_button.click()
    seated.until(lambda: not panel.switch.isChecked())
    assert automatic(seated, lead_id) == []
    assert seated.view(lead_id).assistant.reason == off_reasons()[0]
    assert not panel.turn_off.isVisible()
    panel.switch.click()
    seated.until(panel.switch.isChecked)
    assert seated.view(lead_id).assistant.state == "reactive"


@pytest.mark.requirement("AI-14")
def test_off_without_a_reason_is_refused_in_place_and_keep_on_keeps_it_on(seated: SeatedDesk) -> None:
    lead_id = seated.take()
    panel = seated.open_pane(lead_id).assistant
    panel.switch.click()
    panel.turn_off.off_button.click()
    assert panel.turn_off.refusal.text()
    assert panel.turn_off.isVisible()
    panel.turn_off.keep_button.click()
    assert not panel.turn_off.isVisible()
    assert seated.view(lead_id).assistant.state == "on"
    assert automatic(seated, lead_id)


@pytest.mark.requirement("AI-14")
def test_another_reason_needs_its_words(seated: SeatedDesk) -> None:
    lead_id = seated.take()
    panel = seated.open_pane(lead_id).assistant
    panel.switch.click()
    panel.turn_off.reason.setCurrentIndex(panel.turn_off.reason.count() - 1)
    assert panel.turn_off.words.isVisible()
    panel.turn_off.off_button.click()
    assert panel.turn_off.refusal.text()
    panel.turn_off.words.setPlainText("Customer is my neighbor")
    panel.turn_off.off_button.click()
    seated.until(lambda: not panel.switch.isChecked())
    assert seated.view(lead_id).assistant.reason == "Customer is my neighbor"


@pytest.mark.requirement("AI-14", "COMPLY-01")
def test_after_a_stop_the_switch_is_locked_with_words_and_texts_are_not_offered(seated: SeatedDesk) -> None:
    lead_id = seated.take(preferred="text")
    pane = seated.open_pane(lead_id)
    assert pane.composer.channel == "text"
    assert not pane.composer.tabs["text"].isHidden()
    seated.run(c.TakeReply(lead_id=lead_id, channel="text", text="STOP", key="r1", by=THE_CUSTOMER))
    seated.until(lambda: not pane.assistant.switch.isEnabled())
    assert pane.assistant.switch.accessibleDescription() in pane.assistant.line.text()
    assert "said stop" in pane.assistant.line.text()
    assert pane.composer.tabs["text"].isHidden()
    assert pane.composer.channel == "email"
    assert "No texts" in pane.composer.why_not.text()


@pytest.mark.requirement("FLOW-05", "AI-14")
def test_a_call_is_logged_in_three_keystrokes_and_the_switch_stays(seated: SeatedDesk) -> None:
    lead_id = seated.take()
    pane = seated.open_pane(lead_id)
    pane.setFocus()
    seated.press(pane, Qt.Key.Key_E)
    seated.press(pane.log, Qt.Key.Key_3)
    assert pane.log.summary.toPlainText()  # proposed
    assert pane.log.next_step.text()
    seated.press(pane.log, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    seated.until(lambda: len(seated.logs()) == 1)
    log = seated.logs()[0]
    assert (log.type, log.outcome, log.staff_id) == ("call", "no_answer_voicemail", "dana")
    assert log.next_due is not None
    assert log.next_due > seated.clock.now()
    seated.until(lambda: pane.foot.currentWidget() is pane.composer)
    assert seated.view(lead_id).assistant.state == "on"


@pytest.mark.requirement("FLOW-05")
def test_a_call_without_its_outcome_is_not_saved(seated: SeatedDesk) -> None:
    pane = seated.open_pane(seated.take())
    pane.log_activity()
    pane.log.submit()
    assert pane.log.refusal.text()
    assert seated.logs() == []


def draft(seated: SeatedDesk, pane: LeadPane, lead_id: str) -> str:
    """A message of the assistant that waits, as the pane shows it."""
    seated.until(lambda: bool(pane.timeline.drafts()))
    waiting = pane.timeline.drafts()[0]
    assert waiting.id in {m.id for m in seated.messages(lead_id)}
    return waiting.id


@pytest.mark.requirement("AI-18")
def test_x_skips_a_waiting_message(seated: SeatedDesk) -> None:
    lead_id = seated.take()
    pane = seated.open_pane(lead_id)
    message_id = draft(seated, pane, lead_id)
    pane.setFocus()
    seated.press(pane, Qt.Key.Key_X)
    seated.until(lambda: {m.id: m.status for m in seated.messages(lead_id)}[message_id] == "skipped")


@pytest.mark.requirement("AI-18")
def test_f2_edits_a_waiting_message_and_it_goes_as_written(seated: SeatedDesk) -> None:
    lead_id = seated.take()
    pane = seated.open_pane(lead_id)
    message_id = draft(seated, pane, lead_id)
    pane.setFocus()
    seated.press(pane, Qt.Key.Key_F2)
    assert pane.composer.field.toPlainText()
    pane.composer.field.setPlainText("Hello Kim, this is the store. The RAV4 is here.")
    pane.composer.submit()
    seated.until(
        lambda: {m.id: m.text for m in seated.messages(lead_id)}[message_id].startswith(
            "Hello Kim, this is the store"
        )
    )
    message = next(m for m in seated.messages(lead_id) if m.id == message_id)
    assert message.approved_by == "Dana Whit"


@pytest.mark.requirement("AI-18")
def test_a_approves_only_what_waits_for_approval(seated: SeatedDesk) -> None:
    lead_id = seated.take()
    message = next(m for m in seated.messages(lead_id) if m.status in WAITING)
    with seated.store.writing() as session:
        row = session.merge(message)
        row.status = "pending_approval"
    pane = seated.open_pane(lead_id)
    seated.until(lambda: message.id in pane.timeline.acts)
    acts = pane.timeline.acts[message.id].buttons
    assert [verdict for verdict in acts if verdict != "earlier"] == ["approve", "edit", "later", "skip"]
    pane.setFocus()
    seated.press(pane, Qt.Key.Key_A)
    seated.until(lambda: {m.id: m.approved_by for m in seated.messages(lead_id)}[message.id] == "Dana Whit")


@pytest.mark.requirement("AI-18")
def test_a_waiting_message_is_sent_later_at_the_moment_that_was_chosen(seated: SeatedDesk) -> None:
    lead_id = seated.take()
    pane = seated.open_pane(lead_id)
    message_id = draft(seated, pane, lead_id)
    before = next(m for m in seated.messages(lead_id) if m.id == message_id)
    pane.timeline.acts[message_id].buttons["later"].click()
    assert pane.composer.field.toPlainText()
    assert not pane.composer.when.isHidden()
    pane.composer.submit()
    seated.until(lambda: {m.id: m.approved_by for m in seated.messages(lead_id)}[message_id] == "Dana Whit")
    message = next(m for m in seated.messages(lead_id) if m.id == message_id)
    assert message.text == before.text
    assert message.not_before is not None
    assert message.not_before.date() > seated.clock.now().date()


@pytest.mark.requirement("AI-18")
def test_a_message_that_goes_tomorrow_is_sent_now(seated: SeatedDesk) -> None:
    lead_id = seated.take()
    message = next(m for m in seated.messages(lead_id) if m.status in WAITING)
    with seated.store.writing() as session:
        row = session.merge(message)
        row.status, row.not_before = "pending_approval", seated.clock.now() + timedelta(days=1)
    pane = seated.open_pane(lead_id)
    seated.until(
        lambda: (
            "earlier" in pane.timeline.acts[message.id].buttons if message.id in pane.timeline.acts else False
        )
    )
    pane.timeline.acts[message.id].buttons["earlier"].click()
    seated.until(lambda: {m.id: m.approved_by for m in seated.messages(lead_id)}[message.id] == "Dana Whit")
    sent = next(m for m in seated.messages(lead_id) if m.id == message.id)
    assert sent.not_before is not None
    assert sent.not_before <= seated.clock.now()


@pytest.mark.requirement("DESK-11", "AI-12")
def test_the_conversation_shows_why_the_assistant_wrote_and_opens_it(seated: SeatedDesk) -> None:
    lead_id = seated.take()
    seated.settle()
    pane = seated.open_pane(lead_id)
    model = pane.timeline.conversation
    row = next(n for n, r in enumerate(model.rows) if r.item is not None and r.item.author == "assistant")
    index = model.index(row)
    assert "Why:" in str(index.data(Qt.ItemDataRole.AccessibleTextRole))
    low = pane.timeline.visualRect(index).height()
    pane.timeline.toggle(index)
    assert pane.timeline.visualRect(index).height() > low


@pytest.mark.requirement("DESK-11")
def test_a_reading_keeps_the_place_and_what_was_typed(seated: SeatedDesk) -> None:
    lead_id = seated.take()
    seated.settle()
    for number in range(14):
        seated.run(
            c.LogActivity(
                lead_id=lead_id,
                type="note",
                summary=f"Note number {number}, long enough to take a line or two here",
            )
        )
    pane = seated.open_pane(lead_id)
    bar = pane.timeline.verticalScrollBar()
    seated.until(lambda: bar.maximum() > 0)
    assert bar.value() == bar.maximum()  # a lead opens at its end
    bar.setValue(10)
    pane.composer.field.setPlainText("Half a sentence")
    seated.run(c.LogActivity(lead_id=lead_id, type="note", summary="One more"))
    seated.until(
        lambda: any(r.item is not None and r.item.text == "One more" for r in pane.timeline.conversation.rows)
    )
    assert bar.value() == 10
    assert pane.composer.field.toPlainText() == "Half a sentence"


@pytest.mark.requirement("FLOW-15")
def test_what_was_typed_waits_with_its_lead(seated: SeatedDesk) -> None:
    first, second = seated.take(1), seated.take(2)
    pane = seated.open_pane(first)
    pane.composer.field.setPlainText("For the first")
    seated.open_pane(second)
    assert pane.composer.field.toPlainText() == ""
    seated.open_pane(first)
    assert pane.composer.field.toPlainText() == "For the first"


@pytest.mark.requirement("FLOW-15")
@pytest.mark.rule("R29")
def test_in_quiet_hours_send_names_the_time_and_the_text_waits_for_it(seated: SeatedDesk) -> None:
    lead_id = seated.take(preferred="text")
    seated.later(hours=12)  # ten in the evening
    pane = seated.open_pane(lead_id)
    pane.composer.field.setPlainText("See you tomorrow at the store.")
    # A 208 number may stand in Idaho's Pacific half, where it is eight an hour later.
    assert pane.composer.send.text() == "Send at 9:00 AM"
    pane.composer.submit()
    seated.until(lambda: any(m.author == "staff" for m in seated.messages(lead_id)))
    written = next(m for m in seated.messages(lead_id) if m.author == "staff")
    assert written.not_before == seated.view(lead_id).text_opens


@pytest.mark.requirement("FLOW-15")
@pytest.mark.rule("R26")
@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("a" * 137, "137 of 160 · 1 segment"),
        ("a" * 161, "161 of 306 · 2 segments"),
        ("ж" * 71, "71 of 134 · 2 segments"),
        ("€", "2 of 160 · 1 segment"),
    ],
)
def test_the_counter_counts_as_the_carrier_does(seated: SeatedDesk, typed: str, words: str) -> None:
    pane = seated.open_pane(seated.take(preferred="text"))
    pane.composer.field.setPlainText(typed)
    assert pane.composer.counter.text() == words


@pytest.mark.requirement("FLOW-03")
def test_a_hold_is_refused_in_place_with_what_is_missing_then_taken(seated: SeatedDesk) -> None:
    lead_id = seated.take()
    pane = seated.open_pane(lead_id)
    pane.setFocus()
    seated.press(pane, Qt.Key.Key_H)
    assert pane.hold.isVisible()
    pane.hold.submit()
    seated.until(lambda: bool(pane.hold.refusal.text()))
    assert pane.hold.reason.property("wrong")
    assert pane.hold.note.property("wrong")
    seated.run(c.LogActivity(lead_id=lead_id, type="call", outcome="no_answer"))
    pane.hold.reason.setText("Waits for a tax refund")
    pane.hold.note.setPlainText("Will call on the first")
    pane.hold.submit()
    seated.until(lambda: seated.view(lead_id).card.hold_until is not None)
    seated.until(lambda: not pane.hold.isVisible())


@pytest.mark.requirement("FLOW-03")
def test_a_live_order_is_not_held(seated: SeatedDesk) -> None:
    lead_id = seated.take()
    seated.run(c.EditLead(lead_id=lead_id, lead={"order_kind": "live"}))
    pane = seated.open_pane(lead_id)
    pane.hold_or_resume()
    pane.hold.submit()
    seated.until(lambda: bool(pane.hold.refusal.text()))
    assert "live order" in pane.hold.refusal.text()


@pytest.mark.requirement("LEAD-05")
def test_a_digit_moves_the_lead(seated: SeatedDesk) -> None:
    lead_id = seated.take()
    pane = seated.open_pane(lead_id)
    pane.setFocus()
    seated.press(pane, Qt.Key.Key_4)
    seated.until(lambda: seated.view(lead_id).card.stage == "qualified")
    seated.until(lambda: pane.stepper.stage == "qualified")


@pytest.mark.requirement("FLOW-15")
def test_letters_typed_into_a_message_are_no_keys(seated: SeatedDesk) -> None:
    lead_id = seated.take()
    pane = seated.open_pane(lead_id)
    pane.composer.write("email")
    seated.qtbot.keyClicks(pane.composer.field, "axe the 7 thrones")
    assert pane.composer.field.toPlainText() == "axe the 7 thrones"
    assert seated.view(lead_id).card.stage != "lost"
    assert pane.foot.currentWidget() is pane.composer


@pytest.mark.requirement("DESK-11")
def test_the_wide_lead_has_its_tabs_and_walks_its_neighbours(seated: SeatedDesk) -> None:
    first, second = seated.take(1), seated.take(2)
    seated.assembled.open_wide(first)
    wide = seated.assembled.screens["lead"].screen_made
    seated.until(lambda: wide.view is not None and wide.side.count() > 0)
    wide.show_head(wide.view)
    renewed = [layout.itemAt(0).widget() for layout in (wide.badges, wide.tiles, wide.gauge.lines)]
    assert all(part.isVisible() for part in renewed), "what is renewed is never gone for a frame"
    names = [wide.side.tabText(n) for n in range(wide.side.count())]
    assert names == ["Next steps", "Vehicle", "Needs", "Trade-in", "Coverage", "Audit"]
    Theme.current().switch(scale=2.0)
    wide.side.choose(2)
    assert [wide.side.tabText(n) for n in range(6)] == ["", "", "Needs", "", "", ""]
    assert [wide.side.tabBar().accessibleTabName(n) for n in range(6)] == names
    assert not any(wide.side.tabIcon(n).isNull() for n in range(6))
    assert wide.side.tabBar().sizeHint().width() <= wide.side.width()
    Theme.current().switch(scale=1.0)
    assert wide.side.tabText(5) == "Audit"
    seated.until(lambda: wide.neighbours.model.rowCount() == 2)
    at = wide.neighbours.list.currentIndex().row()
    wide.stepped.emit(1 if at == 0 else -1)
    seated.until(lambda: wide.view is not None and wide.view.card.id == second)
    wide.closed.emit()
    assert seated.window.stack.currentWidget() is seated.window.splitter


@pytest.mark.requirement("FLOW-02")
def test_g_claims_for_the_person_at_this_desk(seated: SeatedDesk) -> None:
    lead_id = seated.take()
    seated.run(c.AssignLead(lead_id=lead_id, to="ana"))
    pane = seated.open_pane(lead_id)
    pane.setFocus()
    seated.press(pane, Qt.Key.Key_G)
    seated.until(lambda: seated.view(lead_id).card.owner_id == "dana")


# --- sending later, and past the budget ---


@pytest.mark.requirement("FLOW-15")
def test_a_message_is_put_off_to_a_moment_of_the_customers_day(seated: SeatedDesk) -> None:
    lead_id = seated.take()
    seated.settle()
    composer = seated.open_pane(lead_id).composer
    composer.choose("email")
    composer.field.setPlainText("Shall we say Thursday?")
    composer.schedule.click()
    assert composer.send.text() == "Send Wed 9:00 AM"
    composer.submit()
    seated.until(lambda: any(m.author == "staff" for m in seated.messages(lead_id)))
    (waits,) = [m for m in seated.messages(lead_id) if m.author == "staff"]
    assert waits.status in ("queued", "held")
    assert waits.not_before == (START + timedelta(days=1)).replace(hour=9)
    seated.until(composer.when.isHidden)  # the next one goes at once again


@pytest.mark.requirement("FLOW-13")
def test_past_the_budget_the_reason_is_asked_in_place_and_kept(seated: SeatedDesk) -> None:
    lead_id = seated.take()
    seated.settle()
    for number in range(2):
        seated.run(c.WriteMessage(lead_id=lead_id, channel="text", text=f"Hello {number}"))
        seated.settle()
    composer = seated.open_pane(lead_id).composer
    composer.choose("text")
    composer.field.setPlainText("One more thing")
    composer.submit()
    seated.until(lambda: not composer.reason.isHidden())
    assert "the limit is 3" in composer.refusal.text()
    assert len([m for m in seated.messages(lead_id) if m.author == "staff"]) == 2
    composer.reason.setText("She asked me to text her back")
    composer.submit()
    seated.until(lambda: len([m for m in seated.messages(lead_id) if m.author == "staff"]) == 3)
    last = [m for m in seated.messages(lead_id) if m.author == "staff"][-1]
    assert last.status == "queued"
    assert "Over the budget: She asked me to text her back" in last.why
    seated.until(composer.reason.isHidden)


@pytest.mark.requirement("FLOW-15")
def test_a_wording_is_read_before_it_is_taken(seated: SeatedDesk) -> None:
    pane = seated.open_pane(seated.take())
    composer = pane.composer
    composer.write("text")
    composer.wordings.click()
    seated.until(lambda: composer.offered is not None)
    offered = composer.offered
    assert offered is not None
    assert [offered.list.item(row).text() for row in range(2)] == [
        "Introduce yourself",
        "After a call that was not answered",
    ]
    seated.qtbot.keyClick(offered.list, Qt.Key.Key_Down)
    assert "I just tried to call you" in offered.preview.text()
    said = offered.preview.text()
    offered.insert.click()
    assert composer.field.toPlainText() == said
    assert "Dana Whit" in said
    assert "Kim" in said


@pytest.mark.requirement("FLOW-15")
def test_a_vehicle_of_the_stock_goes_in_with_its_link(seated: SeatedDesk) -> None:
    row = {
        "stock": "U3401", "vin": "", "year": 2022, "make": "Toyota", "model": "RAV4", "trim": "XLE", "body": "suv", "mileage": 31200,
        "status": "available", "detail_url": "https://store.example/U3401",
    }  # fmt: skip
    seated.run(ImportStock(rows=(row,), seen=seated.clock.now()))
    pane = seated.open_pane(seated.take())
    composer = pane.composer
    composer.write("email")
    composer.vehicle.click()
    seated.until(lambda: composer.offered is not None)
    offered = composer.offered
    assert offered is not None
    assert offered.list.item(0).text() == "2022 Toyota RAV4 XLE · U3401"
    offered.insert.click()
    typed = composer.field.toPlainText()
    assert typed.startswith("2022 Toyota RAV4 XLE, stock U3401, 31,200 miles.")
    assert typed.endswith("https://store.example/U3401")


def writing_beside(seated: SeatedDesk) -> LeadPane:
    """A lead whose first message of the assistant leaves about now, and a person who writes."""
    pane = seated.open_pane(seated.take())
    pane.composer.write("email")
    pane.composer.field.setPlainText("Hello Kim, I have the RAV4 here in front of me.")
    seated.until(lambda: not pane.composer.beside.isHidden())
    return pane


@pytest.mark.requirement("FLOW-15")
def test_whoever_writes_beside_the_assistant_hears_of_it_and_holds_it(seated: SeatedDesk) -> None:
    pane = writing_beside(seated)
    assert pane.composer.beside.words.text() == "The assistant writes within a minute: hold it?"
    pane.composer.submit()
    lead_id = pane.lead.id
    seated.until(lambda: any(message.author == "staff" for message in seated.messages(lead_id)))
    assert {m.status for m in seated.messages(lead_id) if m.author == "assistant"} == {"superseded"}


@pytest.mark.requirement("FLOW-15")
def test_both_messages_go_where_the_person_says_so(seated: SeatedDesk) -> None:
    pane = writing_beside(seated)
    pane.composer.beside.choice.choose("both")
    pane.composer.submit()
    lead_id = pane.lead.id
    seated.until(lambda: any(message.author == "staff" for message in seated.messages(lead_id)))
    assert {m.status for m in seated.messages(lead_id) if m.author == "assistant"} == {"queued"}


@pytest.mark.requirement("FLOW-15")
def test_what_the_assistant_wrote_lately_is_said(seated: SeatedDesk) -> None:
    lead_id = seated.take()
    seated.settle()
    seated.later(minutes=6)
    pane = seated.open_pane(lead_id)
    pane.composer.write("email")
    pane.composer.field.setPlainText("One more thing")
    seated.until(lambda: not pane.composer.beside.isHidden())
    assert pane.composer.beside.words.text() == "The assistant wrote 6 minutes ago."
    assert pane.composer.beside.choice.isHidden()


@pytest.mark.requirement("AI-10")
def test_a_hand_off_from_the_inquiry_quotes_it(seated: SeatedDesk) -> None:
    lead_id = seated.take(comments="I would rather talk to a person. Can someone call me?")
    view = seated.view(lead_id)
    assert view.card.ai_state == "handed_off"
    assert view.handoff_quote == "I would rather talk to a person. Can someone call me?"


@pytest.mark.requirement("APPT-01")
def test_b_books_a_visit_and_a_past_time_says_why_not(seated: SeatedDesk) -> None:
    lead_id = seated.take()
    pane = seated.open_pane(lead_id)
    seated.qtbot.keyClick(pane, Qt.Key.Key_B)
    assert pane.visit.isVisible()
    pane.visit.starts.setDateTime(pane.visit.starts.dateTime().addDays(-3))
    pane.visit.book_button.click()
    seated.until(lambda: "future" in pane.visit.refusal.text())
    pane.visit.starts.setDateTime(pane.visit.starts.dateTime().addDays(4))
    pane.visit.book_button.click()
    seated.until(pane.visit.isHidden)
    (visit,) = seated.rows(Appointment)
    wanted = (START + timedelta(days=2)).replace(hour=10, minute=0)
    assert (visit.lead_id, visit.starts_at, visit.status) == (lead_id, wanted, "booked")
    seated.until(lambda: pane.view is not None and pane.view.card.stage == "appointment_set")


@pytest.mark.requirement("LEAD-05", "FLOW-07")
def test_the_head_is_never_cut_while_there_is_room(seated: SeatedDesk) -> None:
    """Also where none of its words wrap, as at a lead that nobody wrote to: Qt then knows no height for a width."""
    pane = seated.open_pane(seated.take())
    inside, bar = pane.head.widget(), pane.head.verticalScrollBar()
    for key in (None, Qt.Key.Key_H, Qt.Key.Key_Escape, Qt.Key.Key_E, Qt.Key.Key_Escape):
        if key is not None:
            seated.press(pane, key)
        seated.until(lambda: pane.head.height() >= inside.sizeHint().height() and bar.maximum() == 0)


@pytest.mark.requirement("LEAD-05", "FLOW-07")
def test_in_a_low_window_the_head_gives_way_to_what_is_logged(seated: SeatedDesk) -> None:
    seated.window.resize(1100, 700)
    pane = seated.open_pane(seated.take())
    seated.press(pane, Qt.Key.Key_E)
    seated.until(
        lambda: (
            pane.foot.currentWidget() is pane.log
            and pane.foot.height() > 2 * pane.composer.minimumSizeHint().height()
        )
    )
    parts = (pane.head, pane.timeline, pane.foot)
    seated.until(
        lambda: pane.timeline.height() >= TALK and sum(each.height() for each in parts) <= pane.height()
    )
