"""The cap of a day counts people, not leads: what was said about one car counts for the other (R10)."""

from __future__ import annotations

from typing import Any

import pytest

from desk.models import commands as c
from desk.models.errors import Refused
from desk.models.intake.prospect import CustomerIn, PhoneIn, Prospect, WantedVehicle
from tests.services.desk_fixture import ANA, SmallDesk

pytestmark = [pytest.mark.rule("R10"), pytest.mark.requirement("FLOW-13")]


def _second(small: SmallDesk) -> str:
    kim = CustomerIn(
        first="Kim", full="Kim Doe", emails=("kim1@example.com",), phones=(PhoneIn("+12085550101", "555"),)
    )
    prospect = Prospect(
        customer=kim,
        source="Website",
        source_kind="website",
        vehicles=(WantedVehicle(year=2021, make="Honda", model="CR-V"),),
    )
    taken = small.run(c.TakeLead(prospect=prospect, key="second", origin="test"))
    assert isinstance(taken, str)
    return taken


def _call(small: SmallDesk, lead_id: str) -> None:
    small.run(
        c.LogActivity(
            lead_id=lead_id, type="voicemail", outcome="no_answer_voicemail", summary="Left word", by=ANA
        )
    )
    small.later(minutes=30)


def _text(small: SmallDesk, lead_id: str) -> Any:
    return small.run(c.WriteMessage(lead_id=lead_id, channel="text", text="Hello from Ana", by=ANA))


@pytest.mark.parametrize("calls", [2, 3])
def test_calls_about_another_lead_of_the_person_use_up_the_day(calls: int) -> None:
    small = SmallDesk()
    first = small.take()
    small.run(c.MoveLead(lead_id=first, stage="lost", status="", reason="Bought elsewhere", by=ANA))
    other = _second(small)
    assert other != first
    for _ in range(calls):
        _call(small, first)
    if calls < 3:
        assert _text(small, other)
        return
    with pytest.raises(Refused, match="3 calls and texts in the last 24 hours"):
        _text(small, other)
    small.later(hours=24)
    assert _text(small, other)
