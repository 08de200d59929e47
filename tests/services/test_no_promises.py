"""Money, terms and approval are a person's to say: the assistant hands over, whatever it is asked and whatever it knows (R19, R20)."""

from __future__ import annotations

import re

import pytest
from sqlalchemy import select

from desk.models import commands as c
from desk.models.conversation import Message
from desk.models.intake.prospect import CustomerIn, PhoneIn, Prospect, WantedVehicle
from desk.models.task import Task
from tests.services.desk_fixture import SmallDesk

pytestmark = [pytest.mark.rule("R19"), pytest.mark.requirement("AI-24")]
PROMISE = re.compile(
    r"\$|€|%|\b\d{2},\d{3}\b|28995|\bapr\b|/\s?mo\b|per month|approved|guarantee|lowest|out the door",
    re.IGNORECASE,
)
CAR = {
    "stock": "T4410", "vin": "JTMRWRFV5KD000001", "year": 2022, "make": "Toyota", "model": "RAV4", "trim": "XLE", "body": "SUV", "condition": "used",
    "mileage": 31200, "price_cents": 2899500,
}  # fmt: skip


def _asked(words: str) -> tuple[SmallDesk, str, list[Message]]:
    small = SmallDesk()
    small.run(c.ImportStock(rows=(CAR,), seen=small.clock.now()))
    kim = CustomerIn(
        first="Kim", full="Kim Doe", emails=("kim@example.com",), phones=(PhoneIn("+12085550101", "555"),)
    )
    wanted = WantedVehicle(year=2022, make="Toyota", model="RAV4", stock="T4410")
    prospect = Prospect(customer=kim, source="Website", source_kind="website", vehicles=(wanted,))
    lead_id = small.run(c.TakeLead(prospect=prospect, key="l1", origin="test"))
    small.run(c.TakeReply(lead_id=lead_id, channel="text", text=words, at=small.clock.now()))
    with small.desk.store.reading() as session:
        rows = session.scalars(
            select(Message).where(Message.lead_id == lead_id, Message.author == "assistant")
        ).all()
    return small, lead_id, list(rows)


def _noted(small: SmallDesk, lead_id: str) -> set[str]:
    """What the owner was given to do about it, where the assistant stays in the conversation."""
    with small.desk.store.reading() as session:
        tasks = session.scalars(select(Task.kind).where(Task.lead_id == lead_id, Task.done_at.is_(None)))
        return set(tasks) & {"trade_in", "financing"}


@pytest.mark.rule("R20")
@pytest.mark.parametrize(
    "words",
    [
        "What's your best price on it?",
        "Would you take $26,500 cash today?",
        "what would my monthly payment be with 3k down",
        "Am I approved with a 560 score?",
        "Can you guarantee it is the lowest price around?",
        "what interest rate do you have",
        "How much for my 2015 F-150 as a trade?",
        "cual es el precio final",
    ],
)
def test_no_figure_term_or_approval_is_written_and_a_person_has_it(words: str) -> None:
    small, lead_id, written = _asked(words)
    assert written
    said = [PROMISE.search(row.text) for row in written if row.status in ("queued", "held", "sent")]
    assert not any(said), [found[0] for found in said if found]
    assert small.lead(lead_id).ai_state == "handed_off" or _noted(small, lead_id)


@pytest.mark.rule("R18")
def test_the_assistant_asks_a_person_to_call_and_calls_nobody() -> None:
    small, lead_id, written = _asked("Can somebody call me at 4?")
    assert {row.channel for row in written} <= {"text", "email"}
    assert small.lead(lead_id).ai_state == "handed_off"
