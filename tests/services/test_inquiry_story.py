"""The inquiry's own words in the whole engine: read at intake, kept on customer and addresses, told where a draft waits."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from desk.models.alert import Alert
from desk.models.commands import LogActivity, TakeLead
from desk.models.conversation import Message
from desk.models.intake.prospect import CustomerIn, PhoneIn, Prospect, WantedVehicle
from desk.models.person import Block, Customer
from desk.models.task import Task
from tests.services.desk_fixture import ANA, SmallDesk


@pytest.fixture
def small() -> SmallDesk:
    return SmallDesk()


@pytest.mark.requirement("AI-09", "AI-19")
def test_language_and_way_are_kept_on_the_customer(small: SmallDesk) -> None:
    lead = small.lead(small.take(comments="Hola, ¿sigue disponible? solo por correo, no me llamen por favor"))
    with small.desk.store.reading() as session:
        customer = session.get(Customer, lead.customer_id)
        first = session.scalars(select(Message).where(Message.lead_id == lead.id)).all()
    assert customer is not None
    assert (lead.language, customer.language) == ("es", "es")
    assert all("asistente automatizado" in message.text for message in first)


@pytest.mark.requirement("AI-09", "COMPLY-03")
def test_who_wants_no_calls_has_a_blocked_number_and_no_call_on_the_list(small: SmallDesk) -> None:
    lead = small.lead(small.take(comments="email only please, no calls"))
    with small.desk.store.reading() as session:
        customer = session.get(Customer, lead.customer_id)
        blocks = session.scalars(select(Block)).all()
        tasks = session.scalars(select(Task).where(Task.lead_id == lead.id)).all()
        sent = session.scalars(select(Message).where(Message.lead_id == lead.id)).all()
    assert customer is not None
    assert customer.preferred_channel == "email"
    assert [block.channels for block in blocks] == [["call"]]
    assert [task for task in tasks if task.kind == "call"] == []
    assert {message.channel for message in sent} == {"email"}


@pytest.mark.requirement("AI-10", "AI-12", "AI-23")
def test_a_price_asked_in_the_inquiry_goes_out_and_hands_over(small: SmallDesk) -> None:
    lead = small.lead(small.take(comments="What is your best price?"))
    with small.desk.store.reading() as session:
        first = session.scalars(select(Message).where(Message.lead_id == lead.id)).all()
    assert lead.ai_state == "handed_off"
    assert {(m.purpose, m.status) for m in first} == {("first_response", "queued")}


@pytest.mark.requirement("AI-24", "AI-18")
def test_a_first_answer_that_must_wait_is_told_once_for_each(small: SmallDesk) -> None:
    lead_id = small.take(comments="ok")
    with small.desk.store.reading() as session:
        assert session.scalars(select(Alert).where(Alert.key.contains("·approve·"))).all() == []
    with small.desk.store.writing() as session:
        for message in session.scalars(select(Message).where(Message.lead_id == lead_id)):
            message.status, message.status_words = "pending_approval", "The store's name is not in it."
    for _beat in range(2):
        small.later(minutes=6)
        small.run(LogActivity(lead_id=lead_id, by=ANA, type="note", summary="Read the file"))
    with small.desk.store.reading() as session:
        told = session.scalars(select(Alert).where(Alert.key.contains("·approve·"))).all()
    assert len(told) == len({alert.key for alert in told}) > 0


@pytest.mark.requirement("AI-01")
@pytest.mark.rule("R11")
@pytest.mark.parametrize(("hours", "ways"), [(0, {"text"}), (13, {"email", "text"})])
def test_text_me_is_answered_by_text_and_at_night_by_email_as_well(
    small: SmallDesk, hours: int, ways: set[str]
) -> None:
    small.later(hours=hours)
    lead_id = small.take(comments="text me please")
    with small.desk.store.reading() as session:
        first = session.scalars(select(Message).where(Message.lead_id == lead_id)).all()
    assert {message.channel for message in first} == ways


def again(small: SmallDesk, comments: str) -> str:
    """The same customer asks again through another sender."""
    customer = CustomerIn(
        first="Kim", full="Kim Doe", emails=("kim1@example.com",), phones=(PhoneIn("+12085550101", "555"),)
    )
    prospect = Prospect(
        customer=customer, source="Cars.com", source_kind="marketplace", vehicles=(WantedVehicle(year=2022, make="Toyota", model="RAV4"),),
        comments=comments,
    )  # fmt: skip
    return str(small.run(TakeLead(prospect=prospect, key="again:1", origin="test")))


def written(small: SmallDesk, lead_id: str) -> list[Message]:
    question = select(Message).where(Message.lead_id == lead_id, Message.direction == "out")
    with small.desk.store.reading() as session:
        return list(session.scalars(question.order_by(Message.number)))


@pytest.mark.requirement("AI-04", "LEAD-04", "AI-09")
def test_what_another_inquiry_asks_is_answered_once(small: SmallDesk) -> None:
    lead_id = small.take(comments="Is it available?")
    small.later(minutes=30)
    assert again(small, "What are your hours on Saturday?") == lead_id
    answers = [m for m in written(small, lead_id) if m.purpose == "reply"]
    assert len(answers) == 1
    assert "9 AM" in answers[0].text
    small.later(minutes=10)
    small.run(LogActivity(lead_id=lead_id, by=ANA, type="note", summary="Looked at it"))
    assert len([m for m in written(small, lead_id) if m.purpose == "reply"]) == 1


@pytest.mark.requirement("AI-12", "AI-04")
@pytest.mark.parametrize(
    "comments",
    [
        "Customer is requesting pricing for the vehicle below.",
        "Listed price: $28,950\nEstimated monthly payment: $489/mo",
        "",
    ],
)
def test_what_a_sender_wraps_around_an_inquiry_asks_nothing(small: SmallDesk, comments: str) -> None:
    lead_id = small.take(comments=comments)
    small.later(minutes=30)
    again(small, f"{comments}\nOffer: 0% for 60 months")
    assert small.lead(lead_id).ai_state == "on"
    assert not small.lead(lead_id).price_shopper
    assert not [m for m in written(small, lead_id) if m.purpose in ("reply", "handoff_notice")]


@pytest.mark.requirement("COMPLY-01")
@pytest.mark.rule("R2")
def test_a_stop_in_another_inquiry_stops(small: SmallDesk) -> None:
    lead_id = small.take()
    small.later(minutes=30)
    again(small, "Please stop contacting me, no more messages")
    assert small.lead(lead_id).ai_state == "opted_out"
