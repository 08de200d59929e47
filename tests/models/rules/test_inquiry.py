"""What an inquiry's own comments ask is answered in the first messages, and what they forbid is honoured first."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desk.models import decisions as d
from desk.models.rules import approvals, assistant, cadence, first_response, ladder, replies, similar, stages
from desk.models.rules.gate.segments import segments
from desk.models.rules.reading import MessageIn, read
from desk.models.words import AiState
from desk.services.lexicon import load_lexicon
from tests.models.rules.stage_of_one import EMAIL, PHONE, RECEIVED, Told, car, customer, facts, lead, store

RULES = (
    first_response.decide, similar.decide, replies.decide, approvals.decide, cadence.decide, assistant.decide, stages.decide,
)  # fmt: skip
LEXICON = load_lexicon()


def asked(comments: str, the_lead: dict[str, Any] | None = None, **more: Any) -> Told:
    """A lead whose comments were read as intake reads them, after the rules have answered."""
    message = MessageIn(
        id="L1·inquiry", text=comments, now=RECEIVED, timezone="America/Phoenix", channel="text"
    )
    reading = read(message, LEXICON).to_json()
    one = Told(facts(lead=lead(comments=comments, inquiry=reading, **(the_lead or {})), **more))
    one.run(*RULES)
    return one


def first(one: Told, channel: str = "email") -> str:
    (text,) = [m.text for m in one.queued("first_response") if m.channel == channel]
    return text


@pytest.mark.requirement("AI-01", "AI-04", "AI-05")
def test_both_first_messages_answer_what_was_asked_and_name_the_vehicle() -> None:
    one = asked("Is it still available? What are your hours and where are you located?")
    for channel in ("email", "text"):
        text = first(one, channel)
        assert "RAV4" in text
        assert "as of 9:05 AM" in text
        assert "until 8 PM" in text
        assert "automated assistant" in text
    assert "4410 Cedar Ridge Way" in first(one).split("--")[0]
    assert first(one).count("?") == 1


@pytest.mark.requirement("AI-06")
def test_the_history_report_is_linked_when_the_inquiry_asks_for_it() -> None:
    assert "https://history.example/U3401" in first(asked("Does it have a clean carfax"))


@pytest.mark.requirement("AI-12", "AI-10", "AI-23", "LEAD-08")
def test_a_price_asked_first_gets_no_figure_and_a_person() -> None:
    one = asked("Is it available? What is your best price?")
    text = first(one)
    assert "$" not in text
    assert "28,995" not in text
    assert "I asked Marcus, who is in until 5 PM." in text
    assert text.count("?") == 1
    assert one.facts.lead.ai_state == AiState.HANDED_OFF
    assert one.facts.lead.price_shopper
    assert {m.status for m in one.queued("first_response")} == {"queued"}


@pytest.mark.requirement("AI-23")
def test_the_hand_off_of_an_inquiry_starts_its_own_clock() -> None:
    one = asked("I want to talk to a sales person")
    one.run(*RULES, ladder.decide)
    assert [t.key for t in one.of(d.StartTimer) if t.kind == "handoff"] == ["L1·handoff·inquiry·clock"]
    one.now += timedelta(minutes=4)
    one.log("call", "connected_assessed", direction="out")
    one.run(*RULES, ladder.decide)
    assert one.facts.lead.ai_state == AiState.ON


@pytest.mark.requirement("AI-10")
@pytest.mark.parametrize("comments", ["I want to talk to a sales person", "please call me"])
def test_who_asks_for_a_person_or_a_call_is_handed_over(comments: str) -> None:
    one = asked(comments)
    assert one.facts.lead.ai_state == AiState.HANDED_OFF
    assert "Marcus" in first(one)
    assert "Marcus" in first(one, "text")


@pytest.mark.requirement("AI-08")
def test_a_free_time_that_the_inquiry_names_is_booked_and_said() -> None:
    one = asked("Can I come see it Saturday at 3pm?")
    (visit,) = one.facts.appointments
    assert visit.starts_at == datetime(2026, 3, 7, 22, tzinfo=UTC)
    assert "Saturday at 3 PM" in first(one)
    assert "Saturday at 3 PM" in first(one, "text")
    assert "?" not in first(one)


@pytest.mark.requirement("AI-08")
def test_a_time_that_is_not_free_is_not_booked_and_others_are_offered() -> None:
    one = asked("Can I come see it Sunday at 3pm?")
    assert one.facts.appointments == ()
    assert first(one).count("?") == 1


@pytest.mark.requirement("AI-07")
def test_a_trade_in_and_financing_are_noted_told_and_not_asked_again() -> None:
    one = asked("I have a 2015 Honda Civic to trade with 80k miles, do you do financing?")
    assert one.facts.lead.trade_in["model"] == "Civic"
    assert {"trade_in", "financing"} <= {task.kind for task in one.of(d.MakeTask)}
    assert "trade" in first(one)
    assert "miles and" not in first(one)


@pytest.mark.requirement("AI-07")
def test_what_the_form_said_of_the_trade_in_stands() -> None:
    told = {"year": 2016, "make": "Honda", "model": "Civic EX", "odometer": 81234}
    one = asked("I have a 2016 Civic to trade", the_lead={"trade_in": told})
    assert one.facts.lead.trade_in == told


@pytest.mark.requirement("AI-22")
def test_who_asks_whether_it_is_a_robot_is_told_so() -> None:
    assert "I am" in first(asked("are you a robot?"))
    assert first(asked("are you a robot?")).count("automated assistant") == 2, "the answer and the signature"


@pytest.mark.requirement("AI-19")
def test_a_spanish_inquiry_is_answered_and_remembered_in_spanish() -> None:
    one = asked("Hola, sigue disponible? puedo ir el sabado a las 3?")
    for channel in ("email", "text"):
        assert "asistente automatizado" in first(one, channel)
        assert "sábado" in first(one, channel) or "sabado" in first(one, channel)
    assert (one.facts.lead.language, one.facts.customer.language) == ("es", "es")


@pytest.mark.requirement("AI-09", "COMPLY-03")
def test_email_only_please_no_calls() -> None:
    one = asked("email only please, no calls")
    assert [m.channel for m in one.queued("first_response")] == ["email"]
    assert [(b.address, b.channels) for b in one.facts.blocks] == [(PHONE, ["call"])]
    assert one.facts.customer.preferred_channel == "email"
    assert [t for t in one.facts.tasks if t.kind == "call"] == []


@pytest.mark.requirement("AI-09")
def test_text_me_please_is_answered_by_text() -> None:
    one = asked("text me please")
    assert [(m.channel, m.to_address) for m in one.queued("first_response")] == [("text", PHONE)]
    assert one.facts.customer.preferred_channel == "text"


@pytest.mark.rule("R2")
@pytest.mark.requirement("AI-17")
def test_do_not_contact_in_the_comments_means_no_word_at_all() -> None:
    one = asked("do not contact me")
    assert one.queued() == []
    assert one.facts.lead.ai_state == AiState.OPTED_OUT
    assert {b.address for b in one.facts.blocks} == {PHONE, EMAIL}
    assert one.facts.tasks == ()
    one.run(*RULES, at=RECEIVED + timedelta(days=3))
    assert one.queued() == []
    assert len(one.of(d.RaiseAlert)) == 1


@pytest.mark.requirement("AI-17")
def test_who_works_with_somebody_here_is_left_to_them() -> None:
    one = asked("I'm working with Mike already")
    assert one.queued() == []
    assert one.facts.lead.ai_state == AiState.BACKED_OFF
    assert [task.kind for task in one.facts.tasks] == ["confirm_who_helps"]


@pytest.mark.requirement("AI-14", "AI-25")
def test_where_the_assistant_is_off_what_was_said_is_noted_and_nothing_written_or_booked() -> None:
    one = asked("Can I come see it Saturday at 3pm? text me please", the_lead={"ai_state": AiState.OFF})
    assert one.queued() == []
    assert one.facts.appointments == ()
    assert one.facts.customer.preferred_channel == "text"


@pytest.mark.requirement("AI-04")
def test_a_colleagues_notes_on_a_walk_in_are_not_the_customers_words() -> None:
    one = asked("do not contact me", the_lead={"source_kind": "walk_in"})
    assert one.facts.lead.ai_state == AiState.ON
    assert [task.kind for task in one.facts.tasks] == ["call"]


@pytest.mark.requirement("AI-05")
def test_about_a_vehicle_that_is_on_no_list_the_team_is_named_and_nobody_is_handed_over() -> None:
    one = asked("Is it still available? I would like more details", stock=None, similar=())
    assert one.facts.lead.ai_state == AiState.ON
    assert "in stock" not in first(one)


@pytest.mark.requirement("AI-05")
def test_a_vehicle_that_is_gone_is_said_with_ones_like_it() -> None:
    one = asked("Is it still available?", stock=car(status="sold"))
    assert "Highlander" in first(one) or "RAV4" in first(one).split("no longer")[-1]
    assert "in stock as of" in first(one)


@pytest.mark.requirement("AI-01")
@pytest.mark.parametrize("comments", ["My cousin told me about your store.", "Thanks", "ok"])
def test_comments_without_a_question_get_the_usual_first_message(comments: str) -> None:
    one, plain = asked(comments), Told(facts())
    plain.run(*RULES)
    assert [m.text for m in one.queued()] == [m.text for m in plain.queued()]


PIECES = [
    "is it still available?", "what are your hours", "where are you located", "best price?", "do you have a carfax", "can I test drive it",
    "I have a 2015 Honda Civic to trade", "do you offer financing", "can I come saturday at 3pm", "please call me", "are you a bot",
    "sigue disponible?", "cual es el horario", "any similar ones?", "what color is it", "do you deliver", "is there a warranty", "text me",
]  # fmt: skip


@pytest.mark.requirement("AI-01", "AI-24")
@pytest.mark.rule("R26")
@settings(deadline=None, max_examples=60)
@given(
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=5, unique=True),
    st.sampled_from(["Rosa", "Maximiliana"]),
)
def test_whatever_is_asked_each_channel_gets_one_honest_short_answer(pieces: list[str], name: str) -> None:
    one = asked(". ".join(pieces), customer=customer(first=name))
    messages = one.queued()
    assert messages
    assert len({m.channel for m in messages}) == len(messages)
    for m in messages:
        assert m.status == "queued", (m.why, m.text)
        assert m.purpose == "first_response"
        assert m.text.count("?") <= 1
        assert "!" not in m.text
        assert "$" not in m.text
        assert "automat" in m.text
        assert m.channel == "email" or segments(m.text).parts <= 2
    one.send()
    one.run(*RULES, at=one.now + timedelta(minutes=1))
    assert one.queued() == messages


@pytest.mark.requirement("AI-01")
def test_an_answer_outside_the_hours_is_said_as_it_is_then() -> None:
    night = datetime(2026, 3, 3, 5, 30, tzinfo=UTC)
    message = MessageIn(
        id="q", text="what are your hours?", now=night, timezone="America/Phoenix", channel="text"
    )
    told = lead(
        comments=message.text, inquiry=read(message, LEXICON).to_json(), received_at=night, taken_at=night
    )
    one = Told(facts(lead=told, store=store()))
    one.run(*RULES, at=night)
    assert "tomorrow at 9 AM" in first(one)


@pytest.mark.requirement("AI-11", "AI-13")
def test_a_detail_that_the_list_does_not_say_goes_to_a_person() -> None:
    one = asked("what color is it?", stock=car(exterior=""))
    assert one.facts.lead.ai_state == AiState.HANDED_OFF
    assert "Marcus" in first(one)
    assert asked("what color is it?").facts.lead.ai_state == AiState.ON


@pytest.mark.requirement("AI-10")
def test_a_referral_is_handed_over_at_its_first_answer_and_not_at_the_inquiry() -> None:
    assert (
        asked("Is it still available?", the_lead={"source_kind": "referral"}).facts.lead.ai_state
        == AiState.ON
    )


@pytest.mark.requirement("AI-10")
def test_who_named_the_hour_of_a_call_is_not_asked_for_it() -> None:
    assert "?" not in first(asked("please call me at 5"))
    assert first(asked("please call me")).count("?") == 1
