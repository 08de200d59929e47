"""The main job, end to end: a real lead rings, is answered over real lines, is seen, and reaches a person."""

from __future__ import annotations

from datetime import timedelta

import pytest

from desk.models.commands import ClaimLead, LogActivity, MoveLead, TurnAssistant, WriteMessage
from desk.models.errors import Refused
from tests.e2e.live import ANA, LiveDesk


def answered(live: LiveDesk, number: int = 1) -> bool:
    return len(live.texts(number)) == 1 and len(live.mails(number)) == 1


@pytest.mark.requirement("LEAD-01", "AI-01", "LEAD-06", "ILM-01")
def test_a_dropped_lead_is_answered_by_mail_and_text_and_rings(live: LiveDesk) -> None:
    live.drop_lead()
    live.until(lambda: answered(live))
    view = live.until(lambda: live.lead() if live.lead().card.stage == "contacted" else None)
    assert "RAV4" in live.texts()[0]
    assert view.card.timer.kind == "running", "the people's timer runs; the assistant never stops it"
    with live.desk.reader()() as reader:
        assert any(alert.kind == "doorbell" for alert in reader.alerts())


@pytest.mark.requirement("LEAD-01", "LEAD-02")
@pytest.mark.parametrize(
    ("attach", "encoding"), [(False, "quoted-printable"), (False, "base64"), (True, "base64")]
)
def test_a_mailed_lead_is_found_in_body_or_attachment(live: LiveDesk, attach: bool, encoding: str) -> None:
    live.mail_lead(attach=attach, encoding=encoding)
    live.until(lambda: answered(live))
    assert live.lead().card.name == "Kim Doe"


@pytest.mark.requirement("LEAD-04")
def test_the_same_lead_twice_is_answered_once(live: LiveDesk) -> None:
    live.drop_lead()
    live.until(lambda: answered(live))
    live.mail_lead()
    live.until(lambda: live.arrivals("mail:<lead-1@autotrader.example>"))
    assert len(live.leads()) == 1
    assert len([m for m in live.messages(purpose="first_response") if m.status in ("sent", "delivered")]) == 2


@pytest.mark.requirement("LEAD-06", "AI-05", "DESK-11")
def test_an_answer_by_mail_is_threaded_read_and_answered(live: LiveDesk) -> None:
    live.drop_lead()
    live.until(lambda: answered(live))
    live.answer_mail("What are your hours on Saturday?")
    answer = live.until(lambda: live.messages(purpose="reply", status="sent"))[0]
    heard = live.messages(direction="in")[0]
    assert heard.text == "What are your hours on Saturday?", "only what was newly written is read"
    assert "Cedar Ridge Motors wrote" in heard.full_text, "the whole is kept for the record"
    assert answer.channel == "email"
    assert live.lead().card.stage == "engaged"
    assert answer.why
    assert answer.facts


@pytest.mark.requirement("AI-12", "AI-10", "AI-23")
def test_a_price_question_reaches_a_person_and_no_figure_is_said(live: LiveDesk) -> None:
    live.drop_lead()
    live.until(lambda: answered(live))
    live.answer_text("whats your best price on it")
    view = live.until(lambda: live.lead() if live.lead().assistant.state == "handed_off" else None)
    live.until(
        lambda: (
            live.messages(purpose="handoff_notice", status="sent")
            or live.messages(purpose="handoff_notice", status="delivered")
        )
    )
    assert not any("$" in text for text in live.texts())
    assert view.handoff_timer.kind == "running"
    with live.desk.reader()() as reader:
        assert any(alert.kind == "handoff" for alert in reader.alerts())


@pytest.mark.requirement("AI-14", "AI-15")
def test_the_toggle_silences_from_that_moment_and_comes_back_reactive(live: LiveDesk) -> None:
    live.drop_lead()
    live.until(lambda: answered(live))
    lead = live.leads()[0]
    with pytest.raises(Refused):
        live.run(TurnAssistant(by=ANA, lead_id=lead.id, on=False))
    live.run(TurnAssistant(by=ANA, lead_id=lead.id, on=False, reason="I know her"))
    live.answer_text("Is it there on Saturday?")
    live.until(lambda: live.messages(direction="in"))
    live.run(LogActivity(by=ANA, lead_id=lead.id, type="note", summary="Knows her from church"))
    assert live.lead().assistant.state == "off", "logging never changes the switch"
    assert not [
        m for m in live.messages(author="assistant") if m.status in ("queued", "held", "pending_approval")
    ]
    live.run(TurnAssistant(by=ANA, lead_id=lead.id, on=True))
    assert live.lead().assistant.state == "reactive"


@pytest.mark.requirement("COMPLY-01", "AI-16", "AI-17")
@pytest.mark.parametrize(
    ("said", "state"),
    [
        ("STOP", "opted_out"),
        ("please quit texting me", "opted_out"),
        ("I'm already working with Mike", "backed_off"),
    ],
)
def test_the_assistant_stops_the_moment_it_should(live: LiveDesk, said: str, state: str) -> None:
    live.drop_lead()
    live.until(lambda: answered(live))
    live.answer_text(said)
    live.until(lambda: live.lead().assistant.state == state)
    waiting = [m for m in live.messages(direction="out") if m.status in ("queued", "held")]
    assert {m.purpose for m in waiting} <= {"opt_out_confirmation"}


@pytest.mark.requirement("AI-16")
def test_a_stopping_status_pauses_by_itself_and_says_so(live: LiveDesk) -> None:
    live.drop_lead()
    live.until(lambda: answered(live))
    lead = live.leads()[0]
    live.run(MoveLead(by=ANA, lead_id=lead.id, stage="qualified", status="Deposit Taken"))
    panel = live.lead().assistant
    assert panel.state == "paused_by_status"
    assert "Deposit Taken" in f"{panel.reason} {panel.locked_words} {panel.one_line}"


@pytest.mark.requirement("FLOW-15", "ILM-03", "ILM-10")
def test_a_persons_own_text_leaves_and_stops_the_timer(live: LiveDesk) -> None:
    live.drop_lead()
    live.until(lambda: answered(live))
    lead = live.leads()[0]
    live.run(ClaimLead(by=ANA, lead_id=lead.id))
    assert live.lead().card.timer.kind == "running", "a claim stops no clock"
    live.run(
        WriteMessage(
            by=ANA, lead_id=lead.id, channel="text", text="Hi Kim, Ana here. Shall I pull it up front?"
        )
    )
    live.until(lambda: live.lead().card.timer.kind == "answered")
    assert "Ana here" in live.texts()[-1]


@pytest.mark.requirement("DESK-02", "DESK-10")
def test_nine_hours_of_sleep_send_nothing_late_and_nothing_twice(live: LiveDesk) -> None:
    live.drop_lead()
    live.until(lambda: answered(live))
    before = len(live.texts())
    live.clock.sleep(timedelta(hours=14))
    live.drop_lead(2)
    live.until(lambda: live.mails(2))
    held = live.until(
        lambda: [m for m in live.messages(channel="text", purpose="first_response") if m.status == "held"]
    )
    assert held[0].not_before is not None
    assert len(live.texts()) == before, "no text leaves at midnight"
    assert live.texts(2) == []


@pytest.mark.requirement("DESK-02")
def test_quit_and_start_again_loses_nothing_and_sends_nothing_twice(live: LiveDesk) -> None:
    live.drop_lead()
    live.until(lambda: answered(live))
    live.close()
    live.answer_text("Is it still available?")
    live.open()
    live.until(lambda: live.messages(purpose="reply"))
    assert len(live.mails()) == 1
    assert [m.text for m in live.messages(direction="in")] == ["Is it still available?"]
